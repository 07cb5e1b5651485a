"""Which Django release a project is written for, read from its requirement and lock files.

Of a range the lowest release counts, never below the lowest that is supported. Nothing is installed or imported.
"""

import re
from pathlib import Path

from django_async_lint.project.requirements import LOCK_FILES, REQUIREMENT_FILES, text_of

LOWEST = (4, 2)
NEWEST_LTS = "5.2"
LOCKED = re.compile(
    r'name\s*=\s*"django"\s+version\s*=\s*"(\d+\.\d+)|"django"\s*:\s*\{[^}]*"version"\s*:\s*"==(\d+\.\d+)',
    re.IGNORECASE,
)
BOUNDS = r"((?:[~^=<>!]=?=?\s*[\d.*]+[\s,]*)+)"
REQUIRED = re.compile(
    r"""^[\s"'\-\[,]*django(?:\[[^\]]*\])?["']?\s*(?:=\s*)?["']?\s*(?:\()?""" + BOUNDS, re.IGNORECASE | re.MULTILINE
)
INLINE = re.compile(r"""["']django(?:\[[^\]]*\])?\s*""" + BOUNDS, re.IGNORECASE)
BOUND = re.compile(r"([~^=<>!]=?=?)\s*(\d+)(?:\.(\d+))?")


def target_release(root: Path) -> str:
    """The release as `5.1`: of a lock file, else the lowest that the requirements allow, else the newest LTS."""
    return stated_release(root)[0] or NEWEST_LTS


def stated_release(root: Path) -> tuple[str, str]:
    """The release that a lock file or the requirements state, and the name of the file; both empty where none does."""
    for name in LOCK_FILES:
        found = LOCKED.search(text_of(root / name))
        if found is not None:
            return _supported(*map(int, (found[1] or found[2]).split("."))), name
    for name in REQUIREMENT_FILES:
        text = text_of(root / name)
        found = REQUIRED.search(text) or INLINE.search(text)
        if found is not None and (lowest := _lowest(found[1])) is not None:
            return _supported(*lowest), name
    return "", ""


def _lowest(specifier: str) -> tuple[int, int] | None:
    """The lowest release that a version specifier allows, None when it has no lower bound."""
    bounds = [
        (int(major), int(minor or 0))
        for operator, major, minor in BOUND.findall(specifier)
        if operator in ("==", "===", ">=", "~=", "^", "~", "=", ">")
    ]
    return max(bounds, default=None)


def _supported(major: int, minor: int) -> str:
    major, minor = max((major, minor), LOWEST)
    return f"{major}.{minor}"
