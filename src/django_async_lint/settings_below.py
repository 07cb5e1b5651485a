"""Projects below the one that a run is about: their broken settings stop nothing, they are remarked and passed over.

A tree that is checked may hold other projects, some of them broken on purpose (samples, templates, fixtures of tests).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from django_async_lint.config import ConfigError, Settings
from django_async_lint.project.layout import root_of

T = TypeVar("T")
PASSED_OVER = "what is below is checked without these settings"


def of_run(paths: Sequence[str | Path], settings: Settings) -> Settings:
    """The settings of a run over these paths: those of projects at or above them must be usable."""
    return replace(settings, own=frozenset(map(root_of, paths)))


def passing_over(root: Path, settings: Settings, work: Callable[[Settings], T]) -> tuple[T, tuple[str, ...]]:
    """What `work` gives for a project root, by settings without files where its own cannot be used and it is another's;
    and a line for each fault that was passed over. Raises ConfigError."""
    if not settings.passes_over(root):
        return work(settings), ()
    faults = settings.faults(root)
    try:
        done = work(settings)
    except ConfigError as error:
        faults = error.errors
        done = work(replace(settings.without_files(), overrides={"baseline": "", **settings.overrides}))
    return done, tuple(f"{fault}; {PASSED_OVER}" for fault in faults)
