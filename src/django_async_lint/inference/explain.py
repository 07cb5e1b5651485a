"""What inference believes about one line, for `dal explain` and for the specs of facts. Adds nothing to findings."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from django_async_lint.config import Config
from django_async_lint.diagnostic import Entry
from django_async_lint.explanation import Belief, Runs, Verdict
from django_async_lint.inference import entry_points, functions, harmless, words, worklist
from django_async_lint.inference.analyse import Analyser, with_deep_stack
from django_async_lint.inference.describing import describe
from django_async_lint.inference.effects import Effect
from django_async_lint.inference.frame import Frame, merged
from django_async_lint.inference.values import Value
from django_async_lint.inference.watching import Place, Watching, is_target
from django_async_lint.project.modules import Class, Function, Module
from django_async_lint.project.project import Project
from django_async_lint.source import Span

TOLD = (ast.Name, ast.Attribute, ast.Call)
"""What a value is told of; an `await` is told as what it is assigned to."""


def facts(root: Path, path: str, line: int) -> set[str]:
    """The facts of a line (from 1) of the file at `path` below `root`: `on-loop` on the `def` of a function that runs
    on the loop, `reveals VALUE` for what the line's assignment binds. Raises SourceError."""
    analyser = Analyser(Project(root, Config()))
    found: set[str] = set()
    with_deep_stack(lambda: found.update(_facts(analyser, path, line)))
    return found


def _facts(analyser: Analyser, path: str, line: int) -> set[str]:
    evaluator = analyser.evaluator
    module = evaluator.project.module(path)
    found = set()
    for item in worklist.items(evaluator, module):
        if item.function.line == line and item.why in ("coroutine", "loop"):
            found.add("on-loop")
    function = enclosing(module, line)
    name = _assigned_at(function, line) if function is not None else ""
    if function is not None and name:
        frame = functions.run(evaluator, functions.generic_key(evaluator, function))
        env = merged(frame.closing, frame.env) or {}
        if name in env:
            found.add(f"reveals {describe(env[name])}")
    return found


def enclosing(module: Module, line: int) -> Function | None:
    """The innermost function that holds a line."""
    holding = [f for f in module.all_functions if f.node.lineno <= line <= (f.node.end_lineno or line)]
    return max(holding, key=lambda function: function.node.lineno, default=None)


def _assigned_at(function: Function, line: int) -> str:
    for node in ast.walk(function.node):
        if isinstance(node, ast.Assign) and node.lineno == line and isinstance(node.targets[0], ast.Name):
            return node.targets[0].id
    return ""


class LineAnalyser(Analyser):
    """An analyser that watches one line of a project. Ask it after every file was analysed."""

    def __init__(self, project: Project, place: Place) -> None:
        super().__init__(project)
        self.watching = Watching(self.evaluator, place)
        self.evaluator = self.watching
        self.place = place

    @property
    def module(self) -> Module:
        """The module of the line. Raises SourceError."""
        return self.project.module(self.place.path)

    @property
    def function(self) -> Function | None:
        """The function that holds the line, None outside of functions."""
        return enclosing(self.module, self.place.line)

    def visit(self) -> None:
        """Evaluates the line for itself where nothing has led to it."""
        if self.watching.seen.values:
            return
        function = self.function
        if function is not None:
            self.watching.summary(functions.generic_key(self.watching, function))
            return
        owner = _owner(self.module, self.place.line)
        frame = Frame(self.watching, self.module, None, owner)
        with frame.mute():
            for node in _outermost_expressions(owner.node if owner is not None else self.module.tree):
                if node.lineno <= self.place.line <= (node.end_lineno or node.lineno):
                    self.watching.value_of(frame, node)

    def beliefs(self) -> tuple[Belief, ...]:
        """The names, attributes and calls of the line with their values, in source order."""
        found: dict[str, list[Value]] = {}
        for target, value in self._assignments():
            if value in self.watching.seen.values:
                found.setdefault(self._text(target), []).extend(self.watching.seen.values[value])
        assigned = set(found)
        for node in self._nodes():
            text = self._text(node)
            if text not in assigned or not is_target(node):
                found.setdefault(text, []).extend(self.watching.seen.values[node])
        told = ((text, words.of_all(self.watching, values)) for text, values in found.items())
        return tuple(Belief(text, value) for text, value in told if text != value)

    def quiet(self, noisy: set[Span]) -> Iterator[Verdict]:
        """Why calls and relations of the line have no effect: those in which none of the spans of `noisy` lies."""
        for node in self._nodes():
            span = self.module.source.span(node)
            if not any(span.start <= other.start and other.end <= span.end for other in noisy):
                verdict = harmless.verdict(self.watching, self._text(node), node)
                if verdict is not None:
                    yield verdict

    def effects(self) -> list[Effect]:
        """What running the line does but await, in any function of its file and for any arguments, each once."""
        found: dict[tuple[object, ...], Effect] = {}
        for _, summary in self.watching.summaries(self.place.path):
            for effect in summary.effects:
                site = effect.site
                if effect.kind == "awaits":
                    continue
                if site.path == self.place.path and self.place.line in (site.span.start.line, site.span.end.line):
                    found.setdefault((effect.identity, site.span), effect)
        return sorted(found.values(), key=lambda effect: (effect.site.span, effect.kind, effect.sink))

    def standing(self) -> tuple[Runs, tuple[Entry, ...]]:
        """How the line runs, and the functions on the loop from which it is reached, nearest first."""
        function = self.function
        if function is None:
            return "module", ()
        if self._is_on_loop(function):
            above = self._above(function, lambda is_here, caller: is_here or self._is_on_loop(caller), through=True)
            started = [each for each in above if entry_points.kind_of(self.watching, each) != "coroutine"]
            return "loop", tuple(map(self._entry, started or above))
        here = self._above(function, lambda is_here, caller: is_here)
        if here:
            return "reached", tuple(map(self._entry, here))
        elsewhere = self._above(function, lambda is_here, caller: True)
        return ("thread" if elsewhere else "unreached"), tuple(map(self._entry, elsewhere))

    def _above(
        self, function: Function, follows: Callable[[bool, Function], bool], through: bool = False
    ) -> list[Function]:
        """The functions on the loop from which a function is reached by calls that `follows` accepts; with
        `through` also those beyond them."""
        ring, seen, found = [function], {function}, []
        while ring:
            above = [
                caller
                for each in ring
                for caller, is_here in self.watching.callers_of(each).items()
                if follows(is_here, caller)
            ]
            ring = [each for each in dict.fromkeys(above) if each not in seen]
            seen.update(ring)
            found += [each for each in ring if self._is_on_loop(each)]
            ring = [each for each in ring if through or not self._is_on_loop(each)]
        return found

    def _is_on_loop(self, function: Function) -> bool:
        if function.is_async or entry_points.on_loop(self.watching, function) is not None:
            return True
        return entry_points.is_view_hook(self.watching, function)

    def _entry(self, function: Function) -> Entry:
        kind = entry_points.kind_of(self.watching, function)
        return Entry(function.dotted, function.module.path, function.line, kind)

    def kind(self) -> str:
        """What the function of the line is, as its file tells (view, consumer, coroutine …)."""
        function = self.function
        return entry_points.kind_of(self.watching, function) if function is not None else ""

    def _nodes(self) -> list[ast.expr]:
        nodes = [node for node in self.watching.seen.values if isinstance(node, TOLD) and self.place.holds(node)]
        return sorted(nodes, key=lambda node: (node.end_lineno or 0, node.end_col_offset or 0, node.col_offset))

    def _text(self, node: ast.expr) -> str:
        """An expression as written, the arguments of a call left out as in messages."""
        if isinstance(node, ast.Call):
            return f"{self._text(node.func)}({'...' if node.args or node.keywords else ''})"
        return " ".join(self.module.source.segment(node).split())

    def _assignments(self) -> Iterator[tuple[ast.expr, ast.expr]]:
        """Targets of the line with what is assigned to them."""
        for node in ast.walk(self.module.tree):
            match node:
                case ast.Assign(targets=[ast.Name() | ast.Attribute() as target], value=value):
                    pass
                case ast.AnnAssign(target=ast.Name() | ast.Attribute() as target, value=ast.expr() as value):
                    pass
                case ast.NamedExpr(target=target, value=value):
                    pass
                case _:
                    continue
            if target.lineno == self.place.line:
                yield target, value


def _owner(module: Module, line: int) -> Class | None:
    """The innermost class whose body holds a line."""
    holding = [c for c in module.all_classes if c.node.lineno < line <= (c.node.end_lineno or line)]
    return max(holding, key=lambda cls: cls.node.lineno, default=None)


def _outermost_expressions(root: ast.AST) -> Iterator[ast.expr]:
    """The expressions of a body that runs when its module is imported, those in functions and classes apart."""
    pending = list(ast.iter_child_nodes(root))
    while pending:
        node = pending.pop(0)
        if isinstance(node, ast.expr):
            yield node
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            pending.extend(ast.iter_child_nodes(node))
