"""The recipe of inference: a file in, its functions with their effects out. A crash becomes one DAL003."""

import ast
import sys
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django_async_lint.diagnostic import CallCounts, Diagnostic
from django_async_lint.inference import catalogue, worklist
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.project.classes import Classes
from django_async_lint.project.declarations import Declarations
from django_async_lint.project.modules import Module
from django_async_lint.project.names import Names
from django_async_lint.project.project import Project
from django_async_lint.source import Position, SourceError

STACK_SIZE = 512 * 1024 * 1024
RECURSION_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class FileAnalysis:
    """What one file gave: its functions, and DAL001/DAL003 where it could not be read or analysed."""

    functions: tuple[AnalysedFunction, ...]
    problems: tuple[Diagnostic, ...]
    calls: CallCounts


class Analyser:
    """Analyses the files of one project; what it learns of one file serves the others."""

    def __init__(self, project: Project) -> None:
        self.project = project
        names = Names(project, catalogue.canonical)
        classes = Classes(names, catalogue.bases)
        self.evaluator = Evaluator(project, names, classes, Declarations(project, names, classes))

    def analyse(self, path: str) -> FileAnalysis:
        """Analyses the file at a path relative to the root."""
        result: list[FileAnalysis] = []
        _with_deep_stack(lambda: result.append(self._analyse(path)))
        return result[0]

    def _analyse(self, path: str) -> FileAnalysis:
        start = Position(1, 1)
        try:
            if not worklist.may_matter(self.evaluator, path):
                return FileAnalysis((), (), CallCounts())
            module = self.project.module(path)
        except SourceError as error:
            problem = Diagnostic(
                "DAL001", "cannot-parse", "error", "high", path, error.position, error.position, error.message
            )
            return FileAnalysis((), (problem,), CallCounts())
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
        return FileAnalysis(tuple(functions), tuple(problems), self._counts(module))

    def _counts(self, module: Module) -> CallCounts:
        kinds: Counter[str] = Counter()
        unknown: Counter[str] = Counter()
        for node, kind in self.evaluator.counted_calls.get(module, {}).items():
            kinds[kind] += 1
            if kind == "unresolved":
                unknown[ast.unparse(node.func)[:60]] += 1
        commonest = tuple(sorted(unknown.items(), key=lambda item: (-item[1], item[0]))[:20])
        return CallCounts(kinds["resolved"], kinds["unresolved"], kinds["third_party"], commonest)


def _internal(path: str, position: Position, error: Exception) -> Diagnostic:
    text = " ".join(f"{type(error).__name__}: {error}".split())
    message = f"internal error while analysing: {text}"
    advice = "Please report it with the file; the other functions and files were still checked"
    return Diagnostic("DAL003", "internal-error", "error", "high", path, position, position, message, advice)


def _with_deep_stack(work: Callable[[], object]) -> None:
    """Runs `work` in a thread with a large stack, so that deep call chains do not exhaust it."""
    if threading.current_thread().name == "dal-deep":
        work()
        return
    failure: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            failure.append(error)

    old_size, old_limit = threading.stack_size(STACK_SIZE), sys.getrecursionlimit()
    sys.setrecursionlimit(RECURSION_LIMIT)
    try:
        thread = threading.Thread(target=run, name="dal-deep")
        thread.start()
        thread.join()
    finally:
        threading.stack_size(old_size)
        sys.setrecursionlimit(old_limit)
    if failure:
        raise failure[0]


