"""The recipe: targets and settings in, a Report out. Everything else is done in the rooms below.

Faces call `check` for a run, or `findings_of` for one file. The garbage collector is off meanwhile: parsing
thousands of trees is twice as fast without it.
"""

import gc
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from django_async_lint.config import Config, ConfigError, Settings
from django_async_lint.diagnostic import CallCounts, Diagnostic, Finding, Reach, Report, Summary
from django_async_lint.inference.analyse import Analyser, FileAnalysis, unreadable, with_deep_stack
from django_async_lint.merging import merge, with_fingerprints
from django_async_lint.project.discovery import (
    NO_SUCH_PATH,
    ConfigOf,
    discover,
    folder_in_repository,
    missing,
)
from django_async_lint.project.layout import project_root
from django_async_lint.project.project import Project
from django_async_lint.reporting import join, report_of, sum_calls, with_prefix
from django_async_lint.rules.cannot_parse import hint
from django_async_lint.rules.registry import Rule, all_rules
from django_async_lint.selection import LineOf, is_selected, relax, without_masked, without_overruled
from django_async_lint.source import Position, Source, SourceError, decode
from django_async_lint.suppression import SourceOf, is_suppressed
from django_async_lint.syntax import faults

Buffers = Mapping[str, bytes]
"""Absolute path -> bytes that stand for the file of that name."""

NEWER_SYNTAX = "This is Python {}.{}; newer syntax needs `dal` to run on a newer one".format(*sys.version_info)
NO_FILES = "no Python files were found"


def check(paths: Sequence[str | Path], settings: Settings | None = None, buffers: Buffers | None = None) -> Report:
    """Checks the files that `paths` name; a path in `buffers` need not exist.

    Paths that do not exist are errors in the report while another does. Raises ConfigError where none does,
    and for settings that cannot be used.
    """
    settings = settings or Settings()
    config_of = cache(settings.of)
    buffers = buffers or {}
    absent = missing(paths, buffers)
    targets = discover([path for path in paths if path not in absent] or absent, config_of, buffers)
    roots = sorted({target.root for target in targets})
    for root in roots:
        _refuse_unknown_selection(settings, root, config_of(root))
    base = _base(roots)
    reports = []
    with garbage_collector_off():
        for root in roots:
            listed = {target.relative for target in targets if target.root == root}
            report = with_deep_stack(partial(_check_root, root, listed, config_of, buffers))
            reports.append(with_prefix(report, root.relative_to(base).as_posix()))
    notes = {note: None for root in roots for note in _unknown_codes(config_of(root))}
    joined = join(reports, tuple(notes) if targets else (NO_FILES,))
    errors = tuple(f"{path}: {NO_SUCH_PATH}" for path in absent)
    return replace(joined, errors=errors, folder=folder_in_repository(base))


def base_of(paths: Sequence[str | Path], settings: Settings, buffers: Buffers) -> Path:
    """The folder that the paths of a report over `paths` are relative to, absolute."""
    return _base(sorted({target.root for target in discover(paths, cache(settings.of), buffers)}))


def _base(roots: Sequence[Path]) -> Path:
    return Path(os.path.commonpath(roots)) if roots else Path.cwd()


def _refuse_unknown_selection(settings: Settings, root: Path, config: Config) -> None:
    """Raises ConfigError for codes to check that begin no rule's: such a run would be clean for nothing."""
    errors = [
        f"{settings.origin(root, name, code)}: {_unknown(name, code)}"
        for name in ("select", "extend_select")
        for code in dict.fromkeys(getattr(config, name))
        if _is_unknown(code)
    ]
    if errors:
        raise ConfigError(*errors)


def _unknown_codes(config: Config) -> Iterator[str]:
    """A remark for each code to leave out that begins no rule's."""
    for name in ("ignore", "extend_ignore"):
        yield from (_unknown(name, code) for code in getattr(config, name) if _is_unknown(code))
    for codes in config.per_file_ignores.values():
        yield from (_unknown("per_file_ignores", code) for code in codes if _is_unknown(code))


def _is_unknown(code: str) -> bool:
    return not any(rule.code.startswith(code) for rule in all_rules())


def _unknown(name: str, code: str) -> str:
    return f"`{name.replace('_', '-')}` names {code}, which is no rule; `dal rule` lists them"


def run_config(paths: Sequence[str | Path], settings: Settings) -> Config:
    """The settings that hold for a run as a whole: those of the first path's project root."""
    return settings.of(root_of(paths[0]))


def root_of(path: str | Path) -> Path:
    """The project root of a path as it is given on a command line."""
    return project_root(Path(os.path.abspath(path)))


def files(paths: Sequence[str | Path], settings: Settings, buffers: Buffers) -> list[Path]:
    """The files that a run over `paths` would check, absolute."""
    return [target.path for target in discover(paths, cache(settings.of), buffers)]


def _check_root(root: Path, listed: set[str], config_of: ConfigOf, buffers: Buffers) -> Report:
    config = config_of(root)
    paths = set(listed)
    if config.scope != "listed":
        paths |= {target.relative for target in discover([root], config_of) if target.root == root}
    project = Project(root, config, buffers)
    analyser = Analyser(project)
    source_of = sources(project)
    analyses = {path: analyse(analyser, path) for path in sorted(paths)}
    skipped = [path for path, analysis in analyses.items() if analysis.skipped]
    broken = faults(project, [path for path in skipped if path in listed or config.scope == "project"])
    analyses.update((path, unreadable(path, error)) for path, error in broken.errors.items())
    kept: list[Finding] = []
    suppressed = 0
    for path, analysis in analyses.items():
        found = findings_of(analysis, path, config, source_of)
        shown = [each for each in found if _is_in_scope(each.diagnostic, listed, config.scope)]
        loud = [each for each in shown if not is_suppressed(each.diagnostic, source_of)]
        suppressed += len(shown) - len(loud)
        kept += merge(loud)
    summary = _summary(list(analyses.values()), analyser)
    told = replace(
        summary,
        suppressed=suppressed,
        files_skipped=len(skipped),
        files_unparsed=len(skipped) - broken.searched,
    )
    return report_of(kept, told, line_reader(source_of), partial(_reach, analyser))


def _reach(analyser: Analyser, diagnostic: Diagnostic) -> Sequence[Reach]:
    """The views from which the function that holds a finding is reached."""
    return analyser.views_reaching(diagnostic.entry) if diagnostic.entry is not None else ()


def analyse(analyser: Analyser, path: str) -> FileAnalysis:
    """What inference says of one file; a crash is a DAL003 of that file and the run goes on."""
    try:
        return analyser.analyse(path)
    except Exception as error:
        return FileAnalysis((), (internal_error(path, "the analysis", error),), CallCounts())


def findings_of(analysis: FileAnalysis, path: str, config: Config, source_of: SourceOf) -> list[Finding]:
    """What the rules find in one analysed file and the settings ask for, before suppression and merging."""
    if not analysis.functions and not analysis.problems:
        return []
    line_of = line_reader(source_of)
    found = [_with_hint(problem, line_of) for problem in analysis.problems]
    for rule in all_rules():
        found += _of_rule(rule, analysis, path)
    return [
        replace(finding, diagnostic=relax(finding.diagnostic))
        for finding in with_fingerprints(without_masked(without_overruled(found, line_of)))
        if is_selected(finding.diagnostic, config)
    ]


def _with_hint(problem: Diagnostic, line_of: LineOf) -> Diagnostic:
    """A file that does not parse because of a misplaced `async` is told how to write it."""
    advice = hint(line_of(problem.path, problem.start.line)) if problem.code == "DAL001" else ""
    if not advice and problem.message.startswith("cannot parse"):
        return replace(problem, help=NEWER_SYNTAX)
    if not advice:
        return problem
    return replace(problem, message=f"{problem.message}, {advice}", help=advice[0].upper() + advice[1:])


def _of_rule(rule: Rule, analysis: FileAnalysis, path: str) -> list[Diagnostic]:
    """What one rule finds in a file; a rule that crashes adds one DAL003 and keeps what it found before."""
    found: list[Diagnostic] = []
    try:
        for function in analysis.functions:
            found.extend(rule.check(function))
    except Exception as error:
        found.append(internal_error(path, f"rule {rule.code}", error))
    return found


def internal_error(path: str, where: str, error: BaseException) -> Diagnostic:
    """The DAL003 of an exception that escaped from `where` while `path` was checked."""
    start = Position(1, 1)
    message = f"internal error in {where}: {type(error).__name__}: {' '.join(str(error).split())}"
    advice = "Please report it with the file; the other files and rules were still checked"
    return Diagnostic("DAL003", "internal-error", "error", "high", path, start, start, message, advice)


def _is_in_scope(diagnostic: Diagnostic, listed: set[str], scope: str) -> bool:
    if scope == "project" or diagnostic.path in listed:
        return True
    return scope == "touched" and any(step.path in listed for step in diagnostic.steps)


def sources(project: Project) -> SourceOf:
    """A reader of the texts of one project by path relative to its root; None for what cannot be read."""

    @cache
    def source_of(path: str) -> Source | None:
        absolute = project.absolute(path)
        try:
            return Source(path, absolute, decode(project.data(absolute)))
        except SourceError:
            return None

    return source_of


def line_reader(source_of: SourceOf) -> LineOf:
    """A reader of single lines: empty for what does not exist."""

    def line_of(path: str, number: int) -> str:
        source = source_of(path)
        return source.line(number) if source is not None else ""

    return line_of


def _summary(analyses: Sequence[FileAnalysis], analyser: Analyser) -> Summary:
    evaluator = analyser.evaluator
    return Summary(
        files=len(analyses),
        functions_on_loop=len({f.entry for each in analyses for f in each.functions if f.on_loop}),
        calls=sum_calls(each.calls for each in analyses),
        files_parsed=analyser.project.files_parsed,
        functions_evaluated=len(evaluator.contexts),
        evaluations=evaluator.function_evaluations,
        evaluations_cut=evaluator.cut,
    )


@contextmanager
def garbage_collector_off() -> Iterator[None]:
    """Keeps the cyclic garbage collector off meanwhile."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
