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
from zlib import crc32

import django_async_lint
from django_async_lint.cache import folder, looking, records
from django_async_lint.diagnostic import Report
from django_async_lint.disk import Notes

BAD = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, MemoryError)
"""What comes of data that is not what it should be."""
MOST_RUNS = 16
"""How many runs are kept for each cache."""
FORMAT = 1


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
    now = time.time_ns()
    data = folder.read(cache, _name(asked))
    if data is None:
        return None
    try:
        format, program, question, known, found = json.loads(data)
        if (format, program, question) != (FORMAT, tool(), list(asked)) or not looking.is_same_shape(known, cache):
            return None
        fresh = looking.restamped(known, now)
        if fresh is None:
            return None
        report = records.record(Report, found)
    except BAD:
        return None
    if fresh is not known:
        _write(cache, asked, fresh, found)
    return report


def keep(cache: str, asked: Sequence[str], notes: Notes, began: int, report: Report) -> None:
    """Keeps the report of a run that began then, in nanoseconds, with all that it looked at."""
    if _write(cache, asked, looking.plain(notes, began), records.plain(report)):
        folder.keep_newest(os.path.join(cache, "runs"), MOST_RUNS)


def _write(cache: str, asked: Sequence[str], seen: looking.Plain, report: object) -> bool:
    data = json.dumps([FORMAT, tool(), list(asked), seen, report], separators=(",", ":"))
    return folder.write(cache, _name(asked), data.encode("ascii"))


def _name(asked: Sequence[str]) -> str:
    return os.path.join("runs", f"{crc32(json.dumps(list(asked)).encode()):08x}.json")
