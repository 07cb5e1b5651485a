"""The recipe of a run with a cache: the report of before where nothing has changed since, else that of `check`.

What is needed for more than to find that nothing has changed is imported only then.
"""

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from django_async_lint import disk
from django_async_lint.cache import folder as cache_folder
from django_async_lint.config import Settings
from django_async_lint.diagnostic import Report
from django_async_lint.project.layout import root_of

UNTOLD = ("output_format", "fail_on", "cache_dir")
"""Settings that say nothing of what is found."""


def check(
    paths: Sequence[str | Path],
    settings: Settings,
    buffers: Mapping[str, bytes],
    jobs: int,
    cache: str | None,
    with_edits: bool = False,
    shard: tuple[int, int] = (1, 1),
) -> Report:
    """Checks as `check` does, with a cache in a folder; `with_edits` also computes the fixes of the findings."""
    if cache is None or buffers:
        return _checked(paths, settings, buffers, jobs, with_edits, shard)
    from django_async_lint.cache import runs

    asked = _asked(paths, settings, with_edits, shard)
    known = runs.known_report(cache, asked)
    if known is not None:
        return known
    began = time.time_ns()
    notes = disk.Notes(cache)
    with disk.noting(notes):
        report = _checked(paths, settings, buffers, jobs, with_edits, shard)
    if notes.is_whole and not any(finding.diagnostic.code == "DAL003" for finding in report.findings):
        runs.keep(cache, asked, notes, began, report)
    return report


def folder_of(path: str | Path, settings: Settings) -> str:
    """Where the cache of a run lies, whose first path this is: beside the settings unless these say otherwise."""
    root = root_of(path)
    return os.path.normpath(os.path.join(root, settings.of(root).cache_dir or cache_folder.DEFAULT))


def clean(cache: str) -> bool:
    """Removes a cache; whether there was one. Raises OSError."""
    return cache_folder.remove(cache)


def asked_of(root: Path, settings: Settings) -> list[str]:
    """What single files of a project are asked for, as texts."""
    return [str(root), *_settings(settings)]


def _settings(settings: Settings) -> list[str]:
    overrides = [f"{name}={value!r}" for name, value in sorted(settings.overrides.items()) if name not in UNTOLD]
    file = os.path.abspath(settings.file) if settings.file is not None else f"isolated={settings.isolated}"
    return [file, *overrides]


def _asked(paths: Sequence[str | Path], settings: Settings, with_edits: bool, shard: tuple[int, int]) -> list[str]:
    """What a run is asked for, as texts."""
    names = [text for path in paths for text in (str(path), os.path.abspath(path))]
    return [f"edits={with_edits}", f"shard={shard}", *_settings(settings), "--", *names]


def _checked(
    paths: Sequence[str | Path],
    settings: Settings,
    buffers: Mapping[str, bytes],
    jobs: int,
    with_edits: bool,
    shard: tuple[int, int],
) -> Report:
    from django_async_lint.check import base_of
    from django_async_lint.check import check as recipe

    report = recipe(paths, settings, buffers, jobs, shard)
    if with_edits and any(finding.diagnostic.fix for finding in report.findings):
        from django_async_lint import fixing

        report = fixing.with_fixes(report, base_of(paths, settings, buffers), buffers)
    return report
