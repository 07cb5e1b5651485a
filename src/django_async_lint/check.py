"""The recipe: targets and settings in, a Report out. Everything else is done in the rooms below.

Faces call `check` for a run. The garbage collector is off meanwhile: parsing thousands of trees is twice as fast
without it.
"""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from django_async_lint import (
    baseline,
    deferring,
    disk,
    file_findings,
    progress,
    setting_remarks,
    settings_below,
    workers,
)
from django_async_lint.config import Config, ConfigError, Settings
from django_async_lint.diagnostic import Diagnostic, Entry, Finding, FixIntent, Reach, Report
from django_async_lint.inference.analyse import Analyser, FileAnalysis, unreadable, with_deep_stack
from django_async_lint.inference.forgetting import forget
from django_async_lint.inference.reached import CallGraph
from django_async_lint.merging import merge, with_fingerprints
from django_async_lint.parts import Part, in_pieces, is_cut, packed, summary_of, together, unpacked
from django_async_lint.project.discovery import (
    NO_SUCH_PATH,
    ConfigOf,
    Target,
    discover,
    folder_in_repository,
    missing,
)
from django_async_lint.project.project import Project
from django_async_lint.reporting import join, report_of, with_prefix
from django_async_lint.selection import is_selected, without_doubts
from django_async_lint.source_readers import line_reader, sources
from django_async_lint.suppression import (
    Comment,
    SourceOf,
    Use,
    comments,
    is_suppressed,
    may_hold_comments,
    unused,
    uses,
)
from django_async_lint.syntax import fault, is_cheap
from django_async_lint.unknown_codes import refuse_unknown_selection, remarks_on_unknown

Buffers = Mapping[str, bytes]
"""Absolute path -> bytes that stand for the file of that name."""

LEAST_TO_SHARE = 100_000
"""The bytes of files to analyse from which several processes pay: about 0.3 s of work, a third of it saved by two."""
ANALYSED_TO_PARSED = 8
"""How many times as long it takes to analyse a file as only to parse it."""
Shard = tuple[int, int]
"""Which part of a run, counted from 1, of how many."""
WHOLE: Shard = (1, 1)
NOTHING_FOUND = FileAnalysis((), ())
NO_FILES = "no Python files were found"


def check(
    paths: Sequence[str | Path],
    settings: Settings | None = None,
    buffers: Buffers | None = None,
    jobs: int = 1,
    shard: Shard = WHOLE,
) -> Report:
    """Checks the files that `paths` name, in up to `jobs` processes; a path in `buffers` need not exist. Of several
    shards each checks its part of the files.

    Paths that do not exist are errors in the report while another does. Raises ConfigError where none does,
    and for settings that cannot be used.
    """
    settings = settings_below.of_run(paths, settings or Settings())
    buffers = buffers or {}
    absent = missing(paths, buffers)
    asked = [path for path in paths if path not in absent] or absent
    config_of = cache(settings.of)
    named = discover(asked, config_of, buffers)
    by_root = _reports(asked, named, settings, config_of, buffers, jobs, shard)
    base = _base(sorted({target.root for target in named}))
    notes = dict.fromkeys(note for root in by_root for note in _remarks(root, settings))
    joined = join(
        [with_prefix(report, root.relative_to(base).as_posix()) for root, report in by_root.items()],
        tuple(notes) if named else (NO_FILES,),
    )
    errors = tuple(f"{path}: {NO_SUCH_PATH}" for path in absent)
    return replace(joined, errors=errors, folder=folder_in_repository(base))


def _remarks(root: Path, settings: Settings) -> Iterator[str]:
    """What of a project's settings has no effect."""
    config = settings.of(root)
    yield from remarks_on_unknown(config)
    yield from setting_remarks.remarks(root, config, settings.baseline_for(root))


def reports(paths: Sequence[Path], settings: Settings, jobs: int) -> dict[Path, Report]:
    """The report of each project root at or below these folders, its paths relative to the root. Raises ConfigError."""
    settings = settings_below.of_run(paths, settings)
    config_of = cache(settings.of)
    return _reports(paths, discover(paths, config_of), settings, config_of, {}, jobs, WHOLE)


def _reports(
    paths: Sequence[str | Path],
    named: Sequence[Target],
    settings: Settings,
    config_of: ConfigOf,
    buffers: Buffers,
    jobs: int,
    shard: Shard,
) -> dict[Path, Report]:
    """The report of each project root; `named` are the files that `paths` name."""
    forget()
    targets = part_of(named, shard)
    found = {}
    roots = sorted({target.root for target in targets})
    for root in roots:
        if not settings.passes_over(root):
            refuse_unknown_selection(settings, root, config_of(root))

    def checked(root: Path, by: Settings) -> Report:
        config = by.of(root)
        refuse_unknown_selection(by, root, config)
        listed = {target.relative for target in targets if target.root == root}
        project = Project(root, config, buffers, files_of(root, paths, named))
        is_whole = config.scope != "listed" or (shard == WHOLE and _is_named_whole(root, paths))
        task = Task(project, listed, is_whole, config_of, by.baseline_for(root), jobs)
        return with_deep_stack(partial(_check_root, task))

    try:
        with garbage_collector_off():
            for root in roots:
                report, told = settings_below.passing_over(root, settings, partial(checked, root))
                found[root] = replace(report, notes=(*told, *report.notes))
    finally:
        workers.stop()
    return found


def _is_named_whole(root: Path, paths: Iterable[str | Path]) -> bool:
    """Whether one of the paths is the project's folder or one above it."""
    return any(os.path.abspath(path) in map(str, (root, *root.parents)) for path in paths)


def base_of(paths: Sequence[str | Path], settings: Settings, buffers: Buffers) -> Path:
    """The folder that the paths of a report over `paths` are relative to, absolute."""
    config_of = cache(settings_below.of_run(paths, settings).of)
    return _base(sorted({target.root for target in discover(paths, config_of, buffers)}))


def part_of(targets: Sequence[Target], shard: Shard) -> Sequence[Target]:
    """One of several parts of the files, of about the same number: neighbours, which mostly need the same."""
    number, parts = shard
    return targets[len(targets) * (number - 1) // parts : len(targets) * number // parts]


def _base(roots: Sequence[Path]) -> Path:
    drives = sorted({root.drive for root in roots})
    if len(drives) > 1:
        raise ConfigError(f"{drives[0]} and {drives[1]} have no folder in common; check each drive by itself")
    return Path(os.path.commonpath(roots)) if roots else Path.cwd()


def files(paths: Sequence[str | Path], settings: Settings, buffers: Buffers) -> list[Path]:
    """The files that a run over `paths` would check, absolute."""
    config_of = cache(settings_below.of_run(paths, settings).of)
    return [target.path for target in discover(paths, config_of, buffers)]


def files_of(root: Path, paths: Sequence[str | Path], named: Sequence[Target]) -> tuple[str, ...] | None:
    """Every Python file of a project where a walk over the whole of it found those to check, and nothing but that; None
    where it is to be walked over when somebody asks."""
    is_whole = [os.path.abspath(path) for path in paths] == [str(root)] and all(each.root == root for each in named)
    return tuple(target.absolute for target in named) if is_whole else None


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be checked of one project root. `listed` are the files to report on; `is_whole` says whether those of
    the whole project are looked at."""

    project: Project
    listed: set[str]
    is_whole: bool
    config_of: ConfigOf
    baseline: Path | None
    jobs: int


def _check_root(task: Task) -> Report:
    project, config = task.project, task.project.config
    paths = set(task.listed)
    if config.scope != "listed":
        paths |= {target.relative for target in discover([project.root], task.config_of) if target.root == project.root}
    analyser = Analyser(project)
    skipped = {path for path in sorted(paths) if analyser.is_skipped(path)}
    searched = [path for path in sorted(skipped) if path in task.listed or config.scope == "project"]
    is_parsed = is_cheap(project, searched)
    source_of = sources(project)
    kept = deferring.left_by(project)
    run = _Run(project, analyser, config, disk.mark(), task.listed, skipped, is_parsed, source_of, kept)
    work = partial(_part, run)
    analysed = sorted(paths - skipped)
    progress.expect(len(analysed) + len(searched))
    size = project.size(analysed) + (project.size(searched) // ANALYSED_TO_PARSED if is_parsed else 0)
    part = _shared(work, analysed, searched, task.jobs if size >= LEAST_TO_SHARE else 1)
    found = [*without_doubts(part.findings), *(_unused_suppressions(part, config, source_of) if task.is_whole else ())]
    known = baseline.at(task.baseline, project.root)
    new, old = baseline.divided(found, known)
    summary = replace(
        summary_of(part, sorted(paths)),
        baselined=len(merge(old.values())),
        files_skipped=len(skipped),
        files_unparsed=len(skipped) - (len(searched) if is_parsed else 0),
    )
    report = report_of(merge(new), summary, line_reader(source_of), partial(_reach, analyser, part.graph))
    gone = len(known.entries) - len(old) if task.is_whole and config.scope != "touched" else 0
    return replace(
        report,
        notes=(*report.notes, *project.remarks, *_stale(gone)),
        silenced=part.silenced,
        known=tuple(merge(old.values())),
        unmerged=tuple(found),
    )


def _stale(entries: int) -> Iterator[str]:
    """A remark when entries of a baseline have gone."""
    if entries:
        subject = "1 baseline entry no longer occurs" if entries == 1 else f"{entries} baseline entries no longer occur"
        yield f"{subject}: run `dal baseline prune`"


def _unused_suppressions(part: Part, config: Config, source_of: SourceOf) -> list[Finding]:
    """The DAL002 of a whole project: each code of a noqa that is ours, is asked for, and silences nothing."""
    found = [unused_suppression(comment) for comment in unused(part.named, part.used)]
    asked = [
        each
        for each in with_fingerprints(found)
        if all(is_selected(replace(each.diagnostic, code=code), config) for code in ("DAL002", each.diagnostic.callee))
    ]
    return [each for each in asked if not is_suppressed(each.diagnostic, source_of)]


@dataclass(frozen=True, slots=True)
class _Run:
    """What the parts of a run over one root have in common. `skipped` files hold nothing for inference; whether
    they are parsed for errors of syntax is `is_parsed`."""

    project: Project
    analyser: Analyser
    config: Config
    noted: disk.Mark
    listed: set[str]
    skipped: set[str]
    is_parsed: bool
    source_of: SourceOf
    unless_told: deferring.Kept


def _part(run: _Run, paths: Iterable[str]) -> Part:
    """What the files at these paths give, taken one by one."""
    kept: list[Finding] = []
    silenced: list[Finding] = []
    named: list[Comment] = []
    used: dict[Use, None] = {}
    on_loop: dict[Entry, None] = {}
    suppressed = 0
    for path in paths:
        if path in run.skipped:
            error = fault(run.project, path, run.is_parsed)
            analysis = unreadable(path, error) if error is not None else NOTHING_FOUND
        else:
            analysis = file_findings.analyse(run.analyser, path)
        found = file_findings.everything_in(analysis, path, run.source_of)
        used.update(dict.fromkeys(use for each in found for use in uses(each.diagnostic, run.source_of)))
        named += _comments(path, run)
        asked = file_findings.asked_for(found, run.config, run.source_of)
        found = run.unless_told(analysis, path, asked)
        shown = [each for each in found if _is_in_scope(each.diagnostic, run.listed, run.config.scope)]
        hushed = [each for each in shown if is_suppressed(each.diagnostic, run.source_of)]
        suppressed += len(hushed)
        hidden = set(map(id, hushed))
        kept += [each for each in shown if id(each) not in hidden]
        silenced += merge(hushed)
        running = (each for each in analysis.functions if each.on_loop and not each.is_supposed)
        on_loop.update(dict.fromkeys(each.entry for each in running))
        progress.advance()
    analyser = run.analyser
    return Part(
        tuple(kept), suppressed, tuple(on_loop), analyser.calls(), tuple(run.project.parsed),
        analyser.contexts(), analyser.evaluations(), analyser.cut(), analyser.graph(),
        disk.noted_since(run.noted),
        tuple(silenced),
        tuple(named), tuple(used),
    )  # fmt: skip


def _comments(path: str, run: _Run) -> Iterable[Comment]:
    """Our codes in the noqa comments of a file that is reported on."""
    if path not in run.listed and run.config.scope != "project":
        return ()
    if not run.project.holds(path, may_hold_comments):
        return ()
    source = run.source_of(path)
    return comments(source) if source is not None else ()


def _shared(work: Callable[[Iterable[str]], Part], analysed: list[str], searched: list[str], jobs: int) -> Part:
    """What all files give, by several processes where that pays; the same, whoever did which."""
    if jobs == 1:
        return work([*analysed, *searched])
    pieces = [*in_pieces(analysed, jobs), *in_pieces(searched, jobs)]

    def done(numbers: Iterator[int]) -> Part:
        return work(path for number in numbers for path in pieces[number])

    part = together(workers.run(done, len(pieces), jobs, packed, unpacked))
    disk.add(part.notes)
    return part if not is_cut(part) else work([*analysed, *searched])


def _reach(analyser: Analyser, graph: CallGraph, diagnostic: Diagnostic) -> Sequence[Reach]:
    """The views from which the function that holds a finding is reached."""
    return analyser.views_reaching(diagnostic.entry, graph) if diagnostic.entry is not None else ()


def unused_suppression(comment: Comment) -> Diagnostic:
    """The DAL002 of a code in a noqa comment that silences nothing."""
    message = f"`noqa: {comment.code}` silences nothing"
    advice = "Remove the code, or the comment when it names no other"
    fix = FixIntent("remove-suppression", "safe", advice)
    return Diagnostic(
        "DAL002", "unused-suppression", "warning", "high", comment.path, comment.start, comment.end, message, advice,
        callee=comment.code, fix=fix,
    )  # fmt: skip


def _is_in_scope(diagnostic: Diagnostic, listed: set[str], scope: str) -> bool:
    if scope == "project" or diagnostic.path in listed:
        return True
    return scope == "touched" and any(step.path in listed for step in diagnostic.steps)


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
