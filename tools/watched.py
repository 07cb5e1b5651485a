"""Checks a project in this process and watches for what must not be: an internal error, a file that takes long."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django_async_lint import check as recipe
from django_async_lint import file_findings
from django_async_lint.config import Settings
from django_async_lint.diagnostic import Report
from django_async_lint.inference.analyse import Analyser, FileAnalysis

SLOW = 2.0
"""Seconds of processor time from which a file counts as one that hangs."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A report, and the seconds that each file took, what others need as well being paid by the first."""

    report: Report
    seconds: dict[str, float]

    @property
    def slowest(self) -> tuple[str, float]:
        """The file that took longest."""
        return max(self.seconds.items(), key=lambda item: item[1], default=("", 0.0))

    def problems(self) -> Iterator[str]:
        """What must never happen, a line each."""
        yield from (error for error in self.report.errors if "internal error" in error)
        for each in (finding.diagnostic for finding in self.report.findings):
            if each.code == "DAL003":
                yield f"{each.path}:{each.start.line}: {each.message}"
        yield from (f"{path} took {taken:.1f} s" for path, taken in self.seconds.items() if taken > SLOW)


def watched(root: Path, settings: Settings) -> Watched:
    """The report on a project and how long its files took."""
    taken: dict[str, float] = {}

    def timed(analyser: Analyser, path: str) -> FileAnalysis:
        started = time.process_time()
        found = analyse(analyser, path)
        taken[path] = time.process_time() - started
        return found

    analyse, file_findings.analyse = file_findings.analyse, timed
    try:
        return Watched(recipe.check([root], settings), taken)
    finally:
        file_findings.analyse = analyse
