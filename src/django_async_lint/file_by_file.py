"""The recipe for one file after another, as an editor or flake8 asks for them: the findings of `check`, but for noqa
at the reported line, which is left to whoever asks."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django_async_lint import baseline
from django_async_lint.baseline import Baseline
from django_async_lint.check import garbage_collector_off
from django_async_lint.config import Config, Settings
from django_async_lint.deferring import left_by
from django_async_lint.diagnostic import Diagnostic
from django_async_lint.file_findings import analyse, findings_of
from django_async_lint.inference.analyse import Analyser
from django_async_lint.merging import merge
from django_async_lint.project.project import Project
from django_async_lint.selection import without_doubts
from django_async_lint.source_readers import sources
from django_async_lint.suppression import is_suppressed_at_sink


@dataclass(frozen=True)
class Workplace:
    """One project under analysis; kept for the files of one run and never longer."""

    config: Config
    project: Project
    analyser: Analyser
    known: Baseline

    def diagnostics(self, absolute: str) -> list[Diagnostic]:
        """What is found in the file at an absolute path."""
        path = self.project.relative(os.path.abspath(absolute))
        source_of = sources(self.project)
        with garbage_collector_off():
            analysis = analyse(self.analyser, path)
            found = left_by(self.project)(analysis, path, findings_of(analysis, path, self.config, source_of))
            found = without_doubts(found)
            loud = [each for each in found if not is_suppressed_at_sink(each.diagnostic, source_of)]
            new, _ = baseline.divided(loud, self.known)
            return [finding.diagnostic for finding in merge(new)]


def workplace(root: Path, settings: Settings, buffers: Mapping[str, bytes] | None = None) -> Workplace:
    """The workplace of the project at a root; `buffers` stand for files by absolute path."""
    config = settings.of(root)
    project = Project(root, config, buffers or {})
    return Workplace(config, project, Analyser(project), baseline.at(settings.baseline_for(root), root))
