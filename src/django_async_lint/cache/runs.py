"""Whole runs: the report of one, and what must be as it was for the same report to come out again.

A run is known by what was asked for. A report holds for as long as every folder, kind and content that the run
asked for is the same, and the tool too.
"""

import json
import os
import platform
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from zlib import crc32

import django_async_lint
from django_async_lint.cache import folder, looking, records
from django_async_lint.cache.looking import Seen
from django_async_lint.diagnostic import Report

MOST_RUNS = 16
"""How many runs are kept for each cache."""
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it is kept. `tool` is which program it was, `asked` what it was asked for."""

    format: int
    tool: str
    asked: tuple[str, ...]
    seen: Seen
    report: Report


def tool() -> str:
    """This program: its version, its files, and the Python that it runs on."""
    package = os.path.dirname(django_async_lint.__file__)
    files = 0
    for top in _folders(package):
        with os.scandir(top) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    files = crc32(f"{entry.name} {status.st_size} {status.st_mtime_ns}".encode(), files)
    python = f"{platform.python_implementation()} {sys.version}"
    return f"{django_async_lint.__version__} {files:08x} {python}"


def _folders(package: str) -> list[str]:
    if not os.path.isdir(package):
        return []
    below = (os.path.join(package, name) for name in sorted(os.listdir(package)) if "." not in name)
    return [package, *(each for each in below if os.path.isdir(each))]


def known_report(cache: str, asked: Sequence[str]) -> Report | None:
    """The report of an earlier run that was asked for the same, where it would come out again."""
    began = time.time_ns()
    run = _load(cache, asked)
    if run is None or not looking.is_same_shape(run.seen, cache):
        return None
    fresh = looking.restamped(run.seen, began)
    if fresh is None:
        return None
    if any(looking.changed(run.seen.reads, fresh)):
        keep(cache, asked, replace(run.seen, began=began, reads=dict(fresh)), run.report)
    return run.report


def _load(cache: str, asked: Sequence[str]) -> Run | None:
    data = folder.read(cache, _name(asked))
    if data is None:
        return None
    try:
        parsed = json.loads(data)
        if parsed[:3] != [FORMAT, tool(), list(asked)]:
            return None
        return records.record(Run, parsed)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def keep(cache: str, asked: Sequence[str], seen: Seen, report: Report) -> None:
    """Keeps the report of a run."""
    run = Run(FORMAT, tool(), tuple(asked), seen, report)
    data = json.dumps(records.plain(run), separators=(",", ":"))
    if folder.write(cache, _name(asked), data.encode("ascii")):
        folder.keep_newest(os.path.join(cache, "runs"), MOST_RUNS)


def _name(asked: Sequence[str]) -> str:
    return os.path.join("runs", f"{crc32(json.dumps(list(asked)).encode()):08x}.json")
