"""The recipe of `dal baseline`, over that of `check`: projects to baseline files. Decides nothing of what is a fault.

A baseline is of a whole project, whichever of its folders is named.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from django_async_lint import baseline
from django_async_lint.baseline import NEVER_KNOWN, Baseline, Entry
from django_async_lint.check import reports
from django_async_lint.config import ConfigError, Settings
from django_async_lint.diagnostic import Report
from django_async_lint.fixes.writing import write_whole
from django_async_lint.project.layout import root_of
from django_async_lint.settings_below import of_run


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A baseline file that was written: how many faults of each code it knows now, in how many entries, and how many
    have gone."""

    file: Path
    codes: Mapping[str, int]
    entries: int
    gone: int


def write(paths: Sequence[str | Path], settings: Settings, jobs: int) -> list[Rewritten]:
    """Makes every fault that there is now a known one. Raises ConfigError."""
    return [
        replace(
            _rewritten(file, [*map(baseline.entry_of, report.unmerged), *_unchecked(report, known)], known),
            codes=Counter(finding.diagnostic.code for finding in report.findings),
        )
        for file, known, report in _projects(paths, settings, jobs)
    ]


def prune(paths: Sequence[str | Path], settings: Settings, jobs: int) -> list[Rewritten]:
    """Takes away the entries that no longer occur; those of renamed files get their new names. Raises ConfigError."""
    rewritten = []
    for file, known, report in _projects(paths, settings, jobs):
        _must_exist(file)
        _, old = baseline.divided(report.unmerged, known)
        rewritten.append(_rewritten(file, [*map(baseline.entry_of, old.values()), *_unchecked(report, known)], known))
    return rewritten


def show(paths: Sequence[str | Path], settings: Settings) -> list[tuple[Path, list[Entry]]]:
    """The entries of each baseline in order. Raises ConfigError where there is none."""
    files = [_file(root, settings) for root in sorted({root_of(path) for path in paths})]
    for file in files:
        _must_exist(file)
    return [(file, sorted(baseline.read(file), key=lambda entry: entry.place)) for file in files]


def _projects(paths: Sequence[str | Path], settings: Settings, jobs: int) -> Iterator[tuple[Path, Baseline, Report]]:
    """The baseline file of each project, what it holds, and what a run without it finds."""
    roots = sorted({root_of(path) for path in paths})
    settings = of_run(roots, settings)
    without = replace(settings, overrides={**settings.overrides, "baseline": ""})
    for root, report in reports(roots, without, jobs).items():
        file = _file(root, settings)
        entries = baseline.read(file) if file.exists() else ()
        yield file, baseline.of(entries, root), report


def _file(root: Path, settings: Settings) -> Path:
    file = settings.baseline_for(root)
    if file is None:
        raise ConfigError(f"{root}: `baseline` is switched off in the settings; name a file with --baseline")
    return file


def _must_exist(file: Path) -> None:
    if not file.exists():
        raise ConfigError(f"{file}: no such baseline; `dal baseline write` makes one")


def _unchecked(report: Report, known: Baseline) -> Iterator[Entry]:
    """The entries of files that could not be checked: nobody can say that they have gone."""
    broken = {each.diagnostic.path for each in report.unmerged if each.diagnostic.code in NEVER_KNOWN}
    return (entry for entry in known.entries.values() if entry.path in broken)


def _rewritten(file: Path, entries: Sequence[Entry], known: Baseline) -> Rewritten:
    kept = {entry.fingerprint: entry for entry in entries if entry.code not in NEVER_KNOWN}
    moved = {entry.wherever for entry in kept.values()}
    gone = [
        entry for entry in known.entries.values()
        if entry.fingerprint not in kept and not (entry.wherever in known.homeless and entry.wherever in moved)
    ]  # fmt: skip
    try:
        write_whole(file, baseline.text(kept.values()).encode("utf-8"))
    except OSError as error:
        raise ConfigError(f"{file}: cannot be written: {error.strerror or error}") from None
    return Rewritten(file, Counter(entry.code for entry in kept.values()), len(kept), len(gone))
