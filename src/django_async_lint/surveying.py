"""The recipe of `dal views`, over that of `check`: targets and settings in, a Survey of their views out."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from django_async_lint import settings_below
from django_async_lint.check import NO_FILES, Buffers, garbage_collector_off
from django_async_lint.config import Config, Settings
from django_async_lint.diagnostic import Diagnostic
from django_async_lint.file_findings import findings_of
from django_async_lint.inference import branches, entry_points, unknown_calls, wiring, worklist
from django_async_lint.inference.analyse import Analyser, FileAnalysis, with_deep_stack
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.inference.routes import RoutedView
from django_async_lint.inference.values import Key
from django_async_lint.project.discovery import NO_SUCH_PATH, TESTS, discover, is_named_by, missing
from django_async_lint.project.modules import Class, Function, Module
from django_async_lint.project.project import Project
from django_async_lint.source import SourceError
from django_async_lint.source_readers import line_reader, sources
from django_async_lint.suppression import is_suppressed
from django_async_lint.survey import Survey, SurveyedView, Work
from django_async_lint.syntax import fault, is_cheap
from django_async_lint.views import costs, following, listing, verdicts, work
from django_async_lint.views.following import Reached
from django_async_lint.views.verdicts import Doings

SERVER = "asgi"
LOST = ("DAL3", "DAL507")
"""Rules whose findings fail wherever the code runs."""


def survey(paths: Sequence[str | Path], settings: Settings | None = None, buffers: Buffers | None = None) -> Survey:
    """What the views in `paths` do and whether async helps them. Raises ConfigError as a check does."""
    settings = settings_below.of_run(paths, settings or Settings())
    buffers = buffers or {}
    absent = missing(paths, buffers)
    asked = [path for path in paths if path not in absent] or absent
    targets = discover(asked, cache(settings.of), buffers)
    roots = sorted({target.root for target in targets})
    base = Path(os.path.commonpath(roots)) if roots else Path.cwd()
    surveys = []
    with garbage_collector_off():
        for root in roots:
            listed = {target.relative for target in targets if target.root == root}
            survey_by = partial(_of_root, root, listed, buffers)
            found, told = with_deep_stack(partial(settings_below.passing_over, root, settings, survey_by))
            found = replace(found, notes=(*told, *found.notes))
            surveys.append(_with_prefix(found, root.relative_to(base).as_posix(), root.name if len(roots) > 1 else ""))
    joined = _joined(surveys)
    errors = tuple(f"{path}: {NO_SUCH_PATH}" for path in absent)
    return replace(joined, errors=errors, notes=joined.notes if targets else (NO_FILES,))


def _joined(surveys: Sequence[Survey]) -> Survey:
    return Survey(
        "/".join(dict.fromkeys(each.server for each in surveys)) or SERVER,
        tuple(sorted((view for each in surveys for view in each.views), key=lambda view: view.order)),
        tuple(dict.fromkeys(remark for each in surveys for remark in each.remarks)),
        {place: line for each in surveys for place, line in each.excerpts.items()},
        tuple(dict.fromkeys(note for each in surveys for note in each.notes)),
    )


def _with_prefix(found: Survey, prefix: str, name: str) -> Survey:
    """The survey with a folder before every path. Of several projects each is named by its folder, the one around the
    others by its `name`."""
    root = "" if not name else name if prefix == "." else prefix
    remarks = tuple(f"{root}: {remark}" if root else remark for remark in found.remarks)
    found = replace(found, views=tuple(replace(view, root=root) for view in found.views), remarks=remarks)
    if prefix == ".":
        return found

    def works(several: tuple[Work, ...]) -> tuple[Work, ...]:
        return tuple(
            replace(one, calls=tuple(replace(step, path=f"{prefix}/{step.path}") for step in one.calls))
            for one in several
        )

    views = (
        replace(
            view,
            path=f"{prefix}/{view.path}",
            waits=works(view.waits),
            blocks=works(view.blocks),
            computes=works(view.computes),
        )
        for view in found.views
    )
    excerpts = {(f"{prefix}/{path}", line): text for (path, line), text in found.excerpts.items()}
    return replace(found, views=tuple(views), excerpts=excerpts)


def _of_root(root: Path, listed: set[str], buffers: Buffers, settings: Settings) -> Survey:
    """The survey of one project. Files of tests count only where nothing else is asked for."""
    config = settings.of(root)
    shown = {path for path in listed if not is_named_by(path, TESTS)} or listed
    project = Project(root, config, buffers)
    surveyor = _Surveyor(project, config)
    views = tuple(surveyor.surveyed(listing.views(surveyor.evaluator, shown)))
    line_of = line_reader(surveyor.source_of)
    places = {(step.path, step.line) for view in views for one in _works(view) for step in one.calls}
    places |= {(view.path, view.line) for view in views}
    excerpts = {place: line_of(*place) for place in sorted(places)}
    remarks = costs.remarks(surveyor.evaluator, views)
    notes = (*project.remarks, *_broken(project, sorted(shown)))
    return Survey(surveyor.server, views, remarks, excerpts, notes)


def _broken(project: Project, paths: Sequence[str]) -> Iterator[str]:
    """A line for each file whose views cannot be known, as far as files are searched for faults."""
    is_parsed = is_cheap(project, paths)
    for path in paths:
        if (error := fault(project, path, is_parsed)) is not None:
            yield f"{path}:{error.position.line}: {error.message}; its views are not listed"


def _works(view: SurveyedView) -> tuple[Work, ...]:
    return (*view.waits, *view.blocks, *view.computes)


class _Surveyor:
    """Surveys the views of one project; what it learns of one coroutine serves the others."""

    def __init__(self, project: Project, config: Config) -> None:
        self.evaluator = Analyser(project).evaluator
        self.evaluator.unknown_calls = {}
        self.server = config.server
        self.source_of = sources(project)
        self._config = replace(
            config, select=("DAL",), ignore=(), extend_select=(), extend_ignore=(), per_file_ignores={}
        )
        self._found: dict[tuple[Key, str], list[Diagnostic]] = {}
        self._of_classes: dict[str, list[Diagnostic]] = {}
        self._lost: dict[Function, list[Diagnostic]] = {}

    def surveyed(self, views: Sequence[RoutedView]) -> list[SurveyedView]:
        """Views with what they do and the verdicts."""
        return [self._judged(view, *self._does(view)) for view in views]

    def _does(self, view: RoutedView) -> tuple[bool, Doings, list[Key]]:
        """What a view does and whether on the loop, and the functions that it starts."""
        on_loop = listing.runs_on_loop(self.evaluator, view)
        starts = list(following.begun(self.evaluator, view))
        if on_loop:
            starts = [each for start in starts for each in following.to_the_end(self.evaluator, start, view.cls)]
            does = self._of_async(view, starts)
        else:
            does = self._of_sync(view, starts)
        return on_loop, does, [each.key for each in starts]

    def _judged(self, view: RoutedView, on_loop: bool, does: Doings, starts: Sequence[Key]) -> SurveyedView:
        unknown = unknown_calls.reached(self.evaluator, starts)
        hooks = [work.of_unknown(*each) for each in unknown if each[1].how == "database"]
        waits = work.unique((*does.waits, *hooks)) if not on_loop else does.waits
        names = [call.name for _, call in unknown if call.how == "unknown"]
        free = [each for each in waits if each.how in verdicts.OVERLAPS]
        does = does._replace(
            waits=waits,
            together=branches.together(free, self._module),
            unknown=(*work.unknown_bases(self.evaluator, view), *names),
        )
        verdict, reason = (verdicts.of_async if on_loop else verdicts.of_sync)(does, self.server)
        return SurveyedView(
            view.name, view.path, view.line, view.route, view.kind, view.is_async,
            tuple(does.waits), tuple(does.blocks), tuple(does.computes),
            costs.hops(self.evaluator, view, does.waits), verdict, reason,
        )  # fmt: skip

    def _module(self, path: str) -> Module | None:
        try:
            return self.evaluator.project.module(path)
        except SourceError:
            return None

    def _of_sync(self, view: RoutedView, reached: Sequence[Reached]) -> Doings:
        waits = [one for each in reached for one in work.waits_of_sync(self.evaluator, each)]
        waits += work.of_framework(self.evaluator, view)
        computes = [one for each in reached for one in work.computing_of_sync(self.evaluator, each)]
        return Doings(work.unique(waits), (), work.unique(computes))

    def _of_async(self, view: RoutedView, reached: Sequence[Reached]) -> Doings:
        waits = [one for each in reached for one in work.waits_of_async(self.evaluator, each)]
        waits += following.dependencies_in_threads(self.evaluator, view)
        waits += work.of_framework(self.evaluator, view) if view.function is None else ()
        told = [one for each in reached for one in self._told(each, view)] + list(self._told_of_class(view))
        told += self._lost_below(reached)
        blocks = [one for one in told if one.how != "processor"]
        computes = [one for one in told if one.how == "processor"]
        return Doings(work.unique(waits), work.unique(blocks), work.unique(computes))

    def _told(self, reached: Reached, view: RoutedView) -> Iterator[Work]:
        """What the rules find in a function that runs on the loop."""
        function = reached.key.function
        kind = entry_points.kind_of(self.evaluator, function) if reached.way else _entry_kind(view)
        key = (reached.key, kind)
        if key not in self._found:
            scope = worklist.analysed_for(self.evaluator, reached.key, kind)
            self._found[key] = self._findings([scope], function.module.path)
        for diagnostic in self._found[key]:
            found = work.of_diagnostic(diagnostic, reached.way)
            if found is not None:
                yield found

    def _lost_below(self, reached: Sequence[Reached]) -> Iterator[Work]:
        """What the rules find of coroutines in the plain functions that a view calls, also in a thread: nobody awaits
        them there either."""
        starts = [each.key for each in reached]
        below = unknown_calls.called(self.evaluator, starts)
        for function in dict.fromkeys(key.function for key in below if not key.function.is_async):
            if function not in self._lost:
                scope = worklist.analysed(self.evaluator, worklist.Item(function, "plain", "function"))
                found = self._findings([scope], function.module.path) if scope.effects else []
                self._lost[function] = [each for each in found if each.code.startswith(LOST)]
            for diagnostic in self._lost[function]:
                told = work.of_diagnostic(diagnostic, ())
                if told is not None:
                    yield told

    def _told_of_class(self, view: RoutedView) -> Iterator[Work]:
        """What the rules find in how the class of a view is wired."""
        bases = self.evaluator.classes.mro(view.cls) if view.cls is not None else ()
        for cls in bases:
            if not isinstance(cls, Class):
                continue
            if cls.module.path not in self._of_classes:
                scopes = [each for each in wiring.scopes(self.evaluator, cls.module) if each.entry.kind == "class"]
                self._of_classes[cls.module.path] = self._findings(scopes, cls.module.path)
            for diagnostic in self._of_classes[cls.module.path]:
                if diagnostic.entry is not None and diagnostic.entry.name == cls.dotted:
                    found = work.of_diagnostic(diagnostic, ())
                    if found is not None:
                        yield found

    def _findings(self, scopes: list[AnalysedFunction], path: str) -> list[Diagnostic]:
        found = findings_of(FileAnalysis(tuple(scopes), ()), path, self._config, self.source_of)
        return [each.diagnostic for each in found if not is_suppressed(each.diagnostic, self.source_of)]


def _entry_kind(view: RoutedView) -> str:
    """The word of `entry_points` for a view."""
    return view.kind if view.kind in ("consumer", "resolver") else "view"
