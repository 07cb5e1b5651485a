"""The recipe of inference: a file in, its functions with their effects out. A crash becomes one DAL003."""

import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django_async_lint.diagnostic import CallCounts, Diagnostic, Entry, Reach
from django_async_lint.inference import awaiting, catalogue, entry_points, routes, statistics, wiring, worklist
from django_async_lint.inference.analysis import AnalysedFunction, Effect
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.project.classes import Classes
from django_async_lint.project.declarations import Declarations
from django_async_lint.project.modules import Function
from django_async_lint.project.names import Names
from django_async_lint.project.project import Project
from django_async_lint.source import Position, SourceError

STACK_SIZE = 512 * 1024 * 1024
RECURSION_LIMIT = 1_000_000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FileAnalysis:
    """What one file gave: its functions, and DAL001/DAL003 where it could not be read or analysed.

    A file is `skipped` when its bytes hold nothing for the work list; it was read and not parsed.
    """

    functions: tuple[AnalysedFunction, ...]
    problems: tuple[Diagnostic, ...]
    calls: CallCounts
    skipped: bool = False


class Analyser:
    """Analyses the files of one project; what it learns of one file serves the others."""

    def __init__(self, project: Project) -> None:
        self.project = project
        names = Names(project, catalogue.canonical)
        classes = Classes(names, catalogue.bases)
        self.evaluator = Evaluator(project, names, classes, Declarations(project, names, classes))

    def analyse(self, path: str) -> FileAnalysis:
        """Analyses the file at a path relative to the root."""
        return with_deep_stack(lambda: self._analyse(path))

    def _analyse(self, path: str) -> FileAnalysis:
        start = Position(1, 1)
        try:
            if not worklist.may_matter(self.evaluator, path):
                return FileAnalysis((), (), CallCounts(), skipped=True)
            module = self.project.module(path)
        except SourceError as error:
            return unreadable(path, error)
        except Exception as error:
            return FileAnalysis((), (_internal(path, start, error),), CallCounts())
        functions: list[AnalysedFunction] = []
        problems: list[Diagnostic] = []
        for item in worklist.items(self.evaluator, module):
            try:
                functions.append(worklist.analysed(self.evaluator, item))
            except Exception as error:
                line = Position(item.function.line, 1)
                problems.append(_internal(path, line, error))
        try:
            functions.extend(wiring.scopes(self.evaluator, module))
        except Exception as error:
            problems.append(_internal(path, start, error))
        counts = statistics.counted(self.evaluator.counted_calls.get(module, {}), module.source)
        return FileAnalysis(tuple(functions), tuple(problems), counts)

    def waits(self, function: AnalysedFunction) -> tuple[Effect, ...]:
        """What a function waits for in the end: its awaits with the coroutines of the project followed through."""
        return with_deep_stack(lambda: awaiting.reached(self.evaluator, function.effects))

    def views_reaching(self, entry: Entry) -> tuple[Reach, ...]:
        """The views from which a function on the loop is reached, nearest first, as far as they were analysed."""
        callers = self.evaluator.callers
        start = next(
            (f for f in callers if f.dotted == entry.name and f.line == entry.line and f.module.path == entry.path),
            None,
        )
        start = start or self._function_at(entry)
        ring = [start] if start is not None else []
        seen = set(ring)
        found: list[Reach] = []
        while ring:
            found.extend(sorted(filter(None, map(self._view, ring)), key=_by_place))
            ring = [caller for function in ring for caller in callers.get(function, ()) if caller not in seen]
            seen.update(ring)
        return tuple(dict.fromkeys(found))

    def _function_at(self, entry: Entry) -> Function | None:
        """The function of an entry that nothing was seen to call."""
        try:
            functions = self.project.module(entry.path).all_functions
        except SourceError:
            return None
        return next((each for each in functions if each.line == entry.line and each.dotted == entry.name), None)

    def _view(self, function: Function) -> Reach | None:
        """A function that is a view, with its route; None for any other."""
        route = routes.route_of(self.evaluator, function)
        if not route and entry_points.kind_of(self.evaluator, function) != "view":
            return None
        return Reach(function.dotted, route, function.module.path, function.line)


def unreadable(path: str, error: SourceError) -> FileAnalysis:
    """What is said of a file that cannot be read, decoded or parsed: one DAL001."""
    start, message = error.position, error.message
    problem = Diagnostic("DAL001", "cannot-parse", "error", "high", path, start, start, message)
    return FileAnalysis((), (problem,), CallCounts())


def _by_place(reach: Reach) -> tuple[str, int]:
    return (reach.path, reach.line)


def _internal(path: str, position: Position, error: Exception) -> Diagnostic:
    text = " ".join(f"{type(error).__name__}: {error}".split())
    message = f"internal error while analysing: {text}"
    advice = "Please report it with the file; the other functions and files were still checked"
    return Diagnostic("DAL003", "internal-error", "error", "high", path, position, position, message, advice)


def with_deep_stack(work: Callable[[], T]) -> T:
    """The outcome of `work`, run in a thread with a large stack, so that deep call chains do not exhaust it.

    Inside such a thread nothing is started anew. The thread does not outlive an interrupted process.
    """
    if threading.current_thread().name == "dal-deep":
        return work()
    outcome: list[T] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as error:
            failure.append(error)

    old_size, old_limit = threading.stack_size(STACK_SIZE), sys.getrecursionlimit()
    sys.setrecursionlimit(RECURSION_LIMIT)
    try:
        thread = threading.Thread(target=run, name="dal-deep", daemon=True)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(old_size)
        sys.setrecursionlimit(old_limit)
    if failure:
        raise failure[0]
    return outcome[0]
