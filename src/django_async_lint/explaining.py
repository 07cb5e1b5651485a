"""The recipe of `dal explain`: a line and settings in, an Explanation out. The project is checked as a whole.

What is believed comes from inference, what would be reported from the rules, and why it is or is not from the same
steps that `check` takes.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from django_async_lint.check import garbage_collector_off
from django_async_lint.config import RUFF, Settings
from django_async_lint.deferring import left_by
from django_async_lint.diagnostic import CONFIDENCES, Diagnostic, Entry
from django_async_lint.explanation import Explanation, Runs, Verdict, Why
from django_async_lint.file_findings import analyse, findings_of
from django_async_lint.inference.analyse import FileAnalysis, with_deep_stack
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.inference.effects import Effect
from django_async_lint.inference.explain import LineAnalyser
from django_async_lint.inference.watching import Place
from django_async_lint.project.discovery import ConfigOf, Target, discover
from django_async_lint.project.project import Project
from django_async_lint.rules.registry import all_rules
from django_async_lint.selection import is_selected
from django_async_lint.settings_below import of_run
from django_async_lint.source import Position, Source, SourceError, decode, parse, read_bytes
from django_async_lint.source_readers import sources
from django_async_lint.suppression import (
    SourceOf,
    is_file_suppressed,
    is_suppressed,
    is_suppressed_at_sink,
)

PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::\d+)?")
EXAMPLE = "shop/views.py:12"


class CannotExplain(Exception):
    """A place that names no line of code; one line that says what to do."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A candidate with what is written of it on the line; `at_line` when it would be reported there."""

    text: str
    span_start: Position
    diagnostic: Diagnostic
    at_line: bool


def explain(place: str, settings: Settings | None = None) -> Explanation:
    """What is believed of the line that `place` (`PATH:LINE`, also `PATH:LINE:COLUMN`) names, and what becomes of
    what it does. Raises CannotExplain for a place without code, ConfigError for settings that cannot be used."""
    match = PLACE.fullmatch(place)
    if match is None:
        raise CannotExplain(f"{place!r} names no line; write PATH:LINE, such as {EXAMPLE}")
    path, line = match["path"], int(match["line"])
    _refuse_without_code(path, line)
    config_of = cache(of_run([path], settings or Settings()).of)
    target = discover([path], config_of)[0]
    with garbage_collector_off():
        return with_deep_stack(partial(_explanation, target, line, config_of))


def _refuse_without_code(path: str, line: int) -> None:
    if not os.path.exists(path):
        raise CannotExplain(f"{path}: there is no such file")
    if not os.path.isfile(path) or Path(path).suffix not in (".py", ".pyi"):
        raise CannotExplain(f"{path} is not a Python file; name one with a line, such as {EXAMPLE}")
    try:
        source = Source(path, path, decode(read_bytes(path)))
        parse(source)
    except SourceError as error:
        raise CannotExplain(f"{path}:{error.position.line}: {error.message}") from None
    count = len(source.lines) - (not source.lines[-1])
    if not 0 < line <= count:
        raise CannotExplain(f"{path} has {count} lines; there is no line {line}")
    text = source.line(line).strip()
    if not text or text.startswith("#"):
        what = "blank" if not text else "a comment"
        raise CannotExplain(f"{path}:{line} is {what}; name a line with code")


def _explanation(target: Target, line: int, config_of: ConfigOf) -> Explanation:
    root, config = target.root, config_of(target.root)
    project = Project(root, config, {})
    analyser = LineAnalyser(project, Place(target.relative, line))
    paths = {each.relative for each in discover([root], config_of) if each.root == root} | {target.relative}
    analyses = {path: analyse(analyser, path) for path in sorted(paths)}
    with_deep_stack(analyser.visit)
    runs, entries = analyser.standing()
    source_of = sources(project)
    judge = _Judge(project, source_of, analyses)
    told = list(_candidates(judge.raw, analyser.place))
    verdicts = [judge.verdict(each) for each in told]
    effects = analyser.effects()
    open_effects = [effect for effect in effects if not _is_told(effect, told)]
    verdicts += _without_candidate(open_effects, runs, analyser.kind())
    noisy = {effect.site.span for effect in effects}
    verdicts += [each for each in analyser.quiet(noisy) if each.text not in {known.text for known in verdicts}]
    function = analyser.function
    return Explanation(
        path=target.relative,
        line=line,
        source=analyser.module.source.line(line).strip(),
        function=function.dotted if function is not None else "",
        kind=analyser.kind(),
        runs=runs,
        entries=entries,
        beliefs=analyser.beliefs(),
        verdicts=tuple(_grouped(verdicts)),
    )


def _candidates(diagnostics: list[Diagnostic], place: Place) -> Iterator[_Told]:
    """The diagnostics that stand on the line, and those whose path leads through it."""
    for each in diagnostics:
        if each.path == place.path and place.line in (each.start.line, each.end.line):
            yield _Told(each.callee, each.start, each, True)
            continue
        for step in each.steps:
            if (step.path, step.line) == (place.path, place.line):
                text = step.message.removeprefix("calls ").strip("`")
                yield _Told(text, Position(step.line, step.column), each, False)
                break


def _is_told(effect: Effect, told: list[_Told]) -> bool:
    """Whether a candidate speaks of an effect, at the line or from a call that leads there."""
    return any(each.span_start == effect.site.span.start and each.diagnostic.sink == effect.sink for each in told)


def _without_candidate(effects: list[Effect], runs: Runs, kind: str) -> Iterator[Verdict]:
    """What the line does where nothing on the loop comes by: the rules say what it would be."""
    why: Why = "thread" if runs == "thread" else "unreached"
    if runs in ("thread", "unreached"):
        for effect in effects:
            entry = Entry("", effect.site.path, effect.site.span.start.line, kind)
            function = AnalysedFunction("", entry, True, (effect,))
            for diagnostic in (found for rule in all_rules() for found in rule.check(function)):
                yield Verdict(effect.site.text, why, diagnostic=diagnostic)


def _grouped(verdicts: list[Verdict]) -> Iterator[Verdict]:
    """One verdict for all that say the same of the same text, with the number of the others."""
    groups: dict[object, list[Verdict]] = {}
    for each in verdicts:
        code = each.diagnostic.code if each.diagnostic is not None else ""
        groups.setdefault((each.text, each.why, each.name, code), []).append(each)
    for group in groups.values():
        yield replace(group[0], further=len({each.diagnostic for each in group}) - 1)


class _Judge:
    """Says of a diagnostic by which step of a check it is kept or lost."""

    def __init__(self, project: Project, source_of: SourceOf, analyses: dict[str, FileAnalysis]) -> None:
        self.config = project.config
        self.source_of = source_of
        everything = replace(
            self.config, select=("DAL",), ignore=(), extend_select=(), extend_ignore=(), per_file_ignores={},
            min_confidence="low",
        )  # fmt: skip
        self.raw: list[Diagnostic] = []
        self.left: list[Diagnostic] = []
        self.deferred: set[tuple[object, ...]] = set()
        unless_told = left_by(project)
        for path, analysis in analyses.items():
            found = [one for function in analysis.functions for rule in all_rules() for one in rule.check(function)]
            self.raw += sorted(set(found), key=lambda each: (each.order, each.end))
            kept = findings_of(analysis, path, everything, source_of)
            self.left += [each.diagnostic for each in kept]
            told = {_key(each.diagnostic) for each in unless_told(analysis, path, kept)}
            self.deferred |= {_key(each.diagnostic) for each in kept} - told

    def verdict(self, told: _Told) -> Verdict:
        """What becomes of a candidate."""
        why, name = self._why(told.diagnostic)
        return Verdict(told.text, why, name, told.diagnostic)

    def _why(self, diagnostic: Diagnostic) -> tuple[Why, str]:
        same = [each for each in self.left if _key(each) == _key(diagnostic)]
        if not same:
            winners = [each.code for each in self.left if each.path == diagnostic.path and _overlap(each, diagnostic)]
            return "overruled", winners[0] if winners else ""
        relaxed = same[0]
        if CONFIDENCES.index(relaxed.confidence) < CONFIDENCES.index(self.config.min_confidence):
            return "confidence", self.config.min_confidence
        if not is_selected(relaxed, self.config):
            return "settings", ""
        if _key(diagnostic) in self.deferred:
            return "deferred", RUFF
        if not is_suppressed(relaxed, self.source_of):
            return "reported", ""
        if is_suppressed_at_sink(relaxed, self.source_of):
            return "noqa_sink", ""
        source = self.source_of(relaxed.path)
        return ("noqa_file" if source is not None and is_file_suppressed(source) else "noqa"), ""


def _key(diagnostic: Diagnostic) -> tuple[object, ...]:
    """A diagnostic without its severity, which differs in tests."""
    return (diagnostic.code, diagnostic.path, diagnostic.start, diagnostic.end, diagnostic.message, diagnostic.sink)


def _overlap(first: Diagnostic, second: Diagnostic) -> bool:
    return first.start <= second.end and second.start <= first.end
