"""Remarks on settings that can have no effect: patterns that name nothing, and a baseline that is not there.

Nothing here stops a run: it reports more than was meant, and says why.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from django_async_lint import disk
from django_async_lint.config import Config

BLANK = "it is blank"
ABSOLUTE = "it is absolute, and patterns are relative to the project root"
FAULTS: tuple[tuple[Callable[[str], bool], str], ...] = (
    (lambda pattern: pattern != pattern.strip(), "there are blanks around it"),
    (lambda pattern: "\\" in pattern, "folders are parted by `/`"),
    (lambda pattern: ".." in pattern.split("/"), "it leads out of the project, and patterns are relative to its root"),
    (lambda pattern: pattern.startswith("~"), ABSOLUTE),
    (lambda pattern: "//" in pattern.strip("/"), "there is no name between two `/`"),
    (lambda pattern: pattern.count("[") > pattern.count("]"), "a `[` is not closed"),
    (lambda pattern: "{" in pattern and "," in pattern, "`{a,b}` is no choice here: write two patterns"),
    (lambda pattern: pattern.startswith("^") or pattern.endswith("$"), "it is no regular expression, see .gitignore"),
)
"""What is wrong with a pattern of files, by what tells it."""


def remarks(root: Path, config: Config, baseline: Path | None) -> Iterator[str]:
    """What of a project's settings can have no effect, a line each."""
    patterns = {
        "exclude": config.exclude,
        "extend-exclude": config.extend_exclude,
        "per-file-ignores": tuple(pattern.removeprefix("!") for pattern in config.per_file_ignores),
    }
    for key, given in patterns.items():
        for pattern in dict.fromkeys(given):
            if reason := _fault(pattern, root, key):
                yield f"`{key}` names `{pattern}`, which is no file or folder: {reason}"
    if baseline is not None and config.baseline != Config().baseline and not disk.is_file(baseline):
        yield f"{baseline}: no such baseline, so everything is reported; `dal baseline write` makes one"


def _fault(pattern: str, root: Path, key: str) -> str:
    """Why a pattern can name nothing; empty where it can."""
    if not pattern.strip().strip("/"):
        return BLANK
    if pattern.startswith("!"):
        return f"`{key}` takes nothing back"
    if pattern == str(root) or pattern.startswith(f"{root}/"):
        return ABSOLUTE
    return next((reason for tells, reason in FAULTS if tells(pattern)), "")
