"""The recipe of inference: a file in, its functions with their effects out. A crash becomes one DAL003."""

import re
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django_async_lint.diagnostic import Diagnostic, Entry, Reach
from django_async_lint.inference import awaiting, catalogue, reached, statistics, wiring, worklist
from django_async_lint.inference.analysis import AnalysedFunction, Effect
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.project.classes import Classes
from django_async_lint.project.declarations import Declarations
from django_async_lint.project.modules import Module
from django_async_lint.project.names import Names
from django_async_lint.project.project import Project
from django_async_lint.source import Position, SourceError, check_scopes

STACK_SIZE = 512 * 1024 * 1024
RECURSION_LIMIT = 1_000_000
DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.\w+)+")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FileAnalysis:
    """What one file gave: its functions, and DAL001/DAL003 where it could not be read or analysed.

    A file is `skipped` when its bytes hold nothing for the work list; it was read and not parsed. `modules` are those
    of the project in which its effects have their sinks.
    """

    functions: tuple[AnalysedFunction, ...]
    problems: tuple[Diagnostic, ...]
    skipped: bool = False
    modules: frozenset[str] = frozenset()


class Analyser:
    """Analyses the files of one project; what it learns of one file serves the others."""

    def __init__(self, project: Project) -> None:
        self.project = project
        names = Names(project, catalogue.canonical, catalogue.is_described)
        classes = Classes(names, catalogue.bases)
        self.evaluator = Evaluator(project, names, classes, Declarations(project, names, classes))

    def analyse(self, path: str) -> FileAnalysis:
        """Analyses the file at a path relative to the root."""
        return with_deep_stack(lambda: self._analyse(path))

    def _analyse(self, path: str) -> FileAnalysis:
        start = Position(1, 1)
        try:
            if not worklist.may_matter(self.evaluator, path):
                return FileAnalysis((), (), skipped=True)
            module = self.project.module(path)
            if worklist.may_misplace(module):
                check_scopes(module.source)
        except SourceError as error:
            return unreadable(path, error)
        except Exception as error:
            return FileAnalysis((), (_internal(path, start, error),))
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
        return FileAnalysis(tuple(functions), tuple(problems), modules=self._modules_of(module, functions))

    def _modules_of(self, module: Module, functions: Iterable[AnalysedFunction]) -> frozenset[str]:
        """The modules of the project that the sinks of a file's effects are named with."""
        sinks = {effect.sink for function in functions for effect in function.effects}
        found = set()
        for name in {name for sink in sinks for name in DOTTED.findall(sink)}:
            owner = name.rpartition(".")[0]
            while owner and not self._holds(owner, module.import_root):
                owner = owner.rpartition(".")[0]
            found.add(owner)
        return frozenset(found - {""})

    def _holds(self, name: str, import_root: str) -> bool:
        layout = self.project.layout
        found = layout.find(name, import_root)
        return found is not None and not layout.is_installed(found.path or found.folder)

    def waits(self, function: AnalysedFunction) -> tuple[Effect, ...]:
        """What a function waits for in the end: its awaits with the coroutines of the project followed through."""
        return with_deep_stack(lambda: awaiting.reached(self.evaluator, function.effects))

    def is_skipped(self, path: str) -> bool:
        """Whether a file holds nothing for the work list. What fails is looked at again where it is told."""
        try:
            return not worklist.may_matter(self.evaluator, path)
        except Exception:
            return False

    def calls(self) -> dict[str, statistics.Calls]:
        """The calls counted so far, by file."""
        counted = self.evaluator.counted_calls.items()
        return {module.path: statistics.told(calls, module.source) for module, calls in counted}

    def contexts(self) -> dict[reached.Node, int]:
        """The functions that were evaluated, each with how many sets of argument values."""
        counts: Counter[reached.Node] = Counter()
        for evaluator in self._evaluators():
            counts.update({reached.node_of(function): count for function, count in evaluator.contexts.items()})
        return dict(counts)

    def evaluations(self) -> int:
        """How often a function was evaluated."""
        return sum(evaluator.function_evaluations for evaluator in self._evaluators())

    def cut(self) -> int:
        """How often a safety valve closed."""
        return sum(evaluator.cut for evaluator in self._evaluators())

    def _evaluators(self) -> Iterator[Evaluator]:
        yield self.evaluator
        if self.evaluator.glancing is not None:
            yield self.evaluator.glancing

    def graph(self) -> reached.CallGraph:
        """Who calls a function, as far as it was evaluated."""
        return reached.graph_of(self.evaluator)

    def views_reaching(self, entry: Entry, graph: reached.CallGraph) -> tuple[Reach, ...]:
        """The views from which a function on the loop is reached, nearest first, as far as a graph tells."""
        return reached.views_reaching(self.evaluator, graph, entry)


def unreadable(path: str, error: SourceError) -> FileAnalysis:
    """What is said of a file that cannot be read, decoded or parsed: one DAL001."""
    start, message = error.position, error.message
    problem = Diagnostic("DAL001", "cannot-parse", "error", "high", path, start, start, message)
    return FileAnalysis((), (problem,))


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
