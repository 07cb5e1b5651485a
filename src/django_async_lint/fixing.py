"""The recipe of `--fix`, over that of `check`: check, mend, check again, until no fix is left; then write or compare.

All passes run on buffers, so that files are written once, when all is done. Nothing here decides what is a fault or how
it is mended.
"""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from pathlib import Path

from django_async_lint.check import base_of, check
from django_async_lint.config import Settings
from django_async_lint.diagnostic import Applicability, Diagnostic, Finding, Report
from django_async_lint.disk import below
from django_async_lint.fixes.fixing import mend, with_edits, without_unused_imports
from django_async_lint.fixes.writing import CannotWrite, encoded, unified, write
from django_async_lint.inference.analyse import with_deep_stack
from django_async_lint.output.plain import plain
from django_async_lint.source import Source, SourceError, decode, read_bytes

MOST_PASSES = 20


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after its fixes, by absolute path."""

    path: str
    shown: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What mending gave: what is left to report, the files that change, and how often each rule was mended, by file."""

    report: Report
    changes: tuple[Change, ...]
    fixed: Mapping[tuple[str, str], int]


def fix(
    paths: Sequence[str | Path],
    settings: Settings,
    allowed: Sequence[Applicability],
    buffers: Mapping[str, bytes] | None = None,
) -> Outcome:
    """Checks and mends on buffers until nothing changes. Nothing is written. Raises ConfigError as `check` does."""
    base = base_of(paths, settings, buffers or {})
    originals: dict[str, bytes] = {}
    current = dict(buffers or {})
    fixed: Counter[tuple[str, str]] = Counter()
    refused: list[str] = []
    for _ in range(MOST_PASSES):
        report = check(paths, settings, current)
        changed: list[str] = []
        for path, findings in _by_file(report):
            absolute = below(base, path)
            data = current.get(absolute) or read_bytes(absolute)
            try:
                mended = with_deep_stack(partial(mend, decode(data), findings, allowed))
            except Exception as error:
                refused.append(_failed(path, error))
                continue
            refused += [_unparsable(path, finding.diagnostic) for finding in mended.refused]
            if not mended.findings:
                continue
            try:
                current[absolute] = encoded(mended.text, data)
            except CannotWrite as error:
                refused.append(f"{path}: not fixed, {error}")
                continue
            originals.setdefault(absolute, data)
            fixed.update((path, finding.diagnostic.code) for finding in mended.findings)
            changed.append(path)
        if not changed:
            break
    else:
        for path in changed:
            current[below(base, path)] = originals.pop(below(base, path))
            refused.append(f"{path}: not fixed, its fixes come to no end")
        fixed = Counter({key: number for key, number in fixed.items() if key[0] not in changed})
        report = check(paths, settings, current)
    changes = tuple(
        Change(path, os.path.relpath(path, base).replace(os.sep, "/"), before, _tidied(path, before, current[path]))
        for path, before in sorted(originals.items())
    )
    tidied = {change.path: change.after for change in changes if change.after != current[change.path]}
    if tidied:  # what is left stands elsewhere now
        report = check(paths, settings, current | tidied)
    return Outcome(replace(report, errors=(*report.errors, *dict.fromkeys(refused))), changes, fixed)


def _failed(path: str, error: Exception) -> str:
    """What is said of a file whose fixes cannot be computed, though they should be."""
    return f"{path}: not fixed, internal error: {type(error).__name__}"


def _unparsable(path: str, one: Diagnostic) -> str:
    return f"{path}: {one.code} at {one.start.line}:{one.start.column} not fixed, the file would not parse afterwards"


def _tidied(path: str, before: bytes, after: bytes) -> bytes:
    """The file without imports that its fixes made unused; what a package imports may be what it offers."""
    if os.path.basename(path) == "__init__.py":
        return after
    return encoded(with_deep_stack(lambda: without_unused_imports(decode(before), decode(after))), before)


def with_fixes(report: Report, base: Path, buffers: Mapping[str, bytes] | None = None) -> Report:
    """The report with the edits of every fix that can be made, and the lines in which they stand."""
    complete: list[Finding] = []
    errors: list[str] = []
    excerpts = dict(report.excerpts)
    for path, group in groupby(report.findings, key=lambda finding: finding.diagnostic.path):
        absolute, findings = below(base, path), list(group)
        try:
            data = (buffers or {}).get(absolute) or read_bytes(absolute)
            text = decode(data)
            mended = with_deep_stack(partial(with_edits, text, findings))
            complete += mended
            excerpts |= _lines_of_edits(Source(path, absolute, text), mended)
        except SourceError:
            complete += findings
        except Exception as error:
            complete += findings
            errors.append(_failed(path, error))
    return replace(report, findings=tuple(complete), excerpts=excerpts, errors=(*report.errors, *errors))


def _lines_of_edits(source: Source, findings: Sequence[Finding]) -> dict[tuple[str, int], str]:
    edits = [edit for finding in findings if finding.fix is not None for edit in finding.fix.edits]
    return {
        (edit.path, position.line): source.line(position.line) for edit in edits for position in (edit.start, edit.end)
    }


def written(outcome: Outcome, paths: Sequence[str | Path], settings: Settings, buffers: Mapping[str, bytes]) -> Outcome:
    """Writes the files that change, buffers apart. Where one could not be written, the outcome is what the files are
    now, with a line for each."""
    errors: dict[str, str] = {}
    for change in outcome.changes:
        try:
            if change.path not in buffers:
                write(Path(change.path), change.before, change.after)
        except CannotWrite as error:
            errors[change.shown] = f"{change.shown}: not fixed, {error}"
    if not errors:
        return outcome
    report = check(paths, settings, buffers)
    return Outcome(
        replace(report, errors=(*outcome.report.errors, *errors.values())),
        tuple(change for change in outcome.changes if change.shown not in errors),
        {(path, code): count for (path, code), count in outcome.fixed.items() if path not in errors},
    )


def diff(changes: Sequence[Change]) -> str:
    """The changes as one unified diff."""
    names = [plain(each.shown) for each in changes]
    return "".join(
        unified(decode(each.before), decode(each.after), name, name) for each, name in zip(changes, names, strict=True)
    )


def _by_file(report: Report) -> Iterator[tuple[str, list[Finding]]]:
    for path, findings in groupby(report.findings, key=lambda finding: finding.diagnostic.path):
        fixable = [finding for finding in findings if finding.diagnostic.fix is not None]
        if fixable:
            yield path, fixable
