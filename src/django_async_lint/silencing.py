"""The recipe of `--add-noqa`, over that of `check`: a comment on the line of each finding. Decides nothing."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from django_async_lint.baseline import NEVER_KNOWN
from django_async_lint.check import base_of, check
from django_async_lint.config import Settings
from django_async_lint.diagnostic import Report
from django_async_lint.disk import below
from django_async_lint.fixes.writing import CannotWrite, encoded, write
from django_async_lint.source import Source, SourceError, decode, read_bytes
from django_async_lint.suppression import with_codes

NOT_SILENCED = (*NEVER_KNOWN, "DAL002")


@dataclass(frozen=True, slots=True)
class Silenced:
    """How many lines of how many files got a code, and a line for each file that could not be written."""

    lines: int
    files: int
    errors: tuple[str, ...]


def silence(paths: Sequence[str | Path], settings: Settings, reason: str, jobs: int) -> Silenced:
    """Writes a noqa with its code, and the reason if there is one, for each finding in `paths`. Raises ConfigError."""
    report = check(paths, settings, jobs=jobs)
    base = base_of(paths, settings, {})
    lines = files = 0
    errors = [*report.errors]
    for path, codes in _codes_by_line(report):
        absolute = below(base, path)
        try:
            before = read_bytes(absolute)
            text = with_codes(Source(path, absolute, decode(before)), codes, reason)
            write(Path(absolute), before, encoded(text, before))
        except (CannotWrite, SourceError) as error:
            errors.append(f"{path}: {error}")
            continue
        lines += len(codes)
        files += 1
    return Silenced(lines, files, tuple(errors))


def _codes_by_line(report: Report) -> list[tuple[str, dict[int, list[str]]]]:
    """The codes of the findings in each file, by line."""
    rows = []
    for path, group in groupby(report.findings, key=lambda finding: finding.diagnostic.path):
        codes: defaultdict[int, list[str]] = defaultdict(list)
        for diagnostic in (finding.diagnostic for finding in group):
            if diagnostic.code not in NOT_SILENCED and diagnostic.code not in codes[diagnostic.start.line]:
                codes[diagnostic.start.line].append(diagnostic.code)
        rows.append((path, {line: names for line, names in codes.items() if names}))
    return [(path, codes) for path, codes in rows if codes]
