"""What a project requires, read from its requirement and lock files as text. Nothing is installed or imported."""

import re
from pathlib import Path

from django_async_lint import disk

LOCK_FILES = ("uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock")
REQUIREMENT_FILES = (
    "pyproject.toml", "requirements.txt", "requirements.in", "requirements/base.txt", "requirements/production.txt",
    "requirements/prod.txt", "requirements/common.txt", "setup.cfg", "setup.py", "Pipfile",
)  # fmt: skip
NAMED = r"""(?:^|["'])\s*-?\s*{package}\s*(?:\[[^\]]*\])?\s*(?:[~^=<>!;,"'#]|$)"""


def requires(root: Path, package: str) -> bool:
    """Whether a project's requirement files name a package; what a lock file holds may only be there for another."""
    named = re.compile(NAMED.format(package=re.escape(package)), re.IGNORECASE | re.MULTILINE)
    return any(named.search(text_of(root / name)) for name in REQUIREMENT_FILES)


def text_of(path: Path) -> str:
    """The text of a file, empty where there is none."""
    try:
        return disk.text(path, "replace") if disk.is_file(path) else ""
    except OSError:
        return ""
