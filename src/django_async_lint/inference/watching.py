"""An evaluator that watches one line while it works: what each expression there was, and who calls whom how.

Watching changes nothing: expressions are asked once more, muted, in a copy of the environment. Adds no findings.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from django_async_lint.inference.evaluate import Evaluator, Target
from django_async_lint.inference.frame import Frame, Summary, merged
from django_async_lint.inference.values import Key, Nothing, Value
from django_async_lint.project.modules import Function
from django_async_lint.project.trees import SCOPES

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
"""Their parts are evaluated with names of their own, and seen then."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file, by its path relative to the root."""

    path: str
    line: int

    def holds(self, node: ast.expr) -> bool:
        """Whether an expression is written on this line: of a chain of calls over several lines its last name."""
        written = node.func if isinstance(node, ast.Call) else node
        return (written.end_lineno if isinstance(written, ast.Attribute) else node.lineno) == self.line


@dataclass(slots=True)
class Seen:
    """What was seen: values by expression, names bound on the line at the end of their function, and for each
    function its callers, True for those that called it where they run and not only in a thread."""

    values: dict[ast.expr, dict[Value, None]] = field(default_factory=dict)
    calls: dict[Function, dict[Function, bool]] = field(default_factory=dict)


class Watching(Evaluator):
    """The evaluator, with an eye on one place."""

    def __init__(self, plain: Evaluator, place: Place) -> None:
        super().__init__(plain.project, plain.names, plain.classes, plain.declarations)
        self.place = place
        self.seen = Seen()
        self._running: list[Frame] = []
        self._asked: list[Frame] = []

    def run(self, frame: Frame, body: list[ast.stmt]) -> None:
        """Runs a function's body and keeps in mind that it is running."""
        self._running.append(frame)
        try:
            super().run(frame, body)
        finally:
            self._running.pop()

    def summary(self, target: Target, part: str = "") -> Summary:
        """The summary, and a note of who asked for it."""
        caller = self._running[-1] if self._running else None
        if isinstance(target, Key) and caller is not None and caller.function is not None:
            callers = self.seen.calls.setdefault(target.function, {})
            is_here = not (caller.muted or caller.elsewhere)
            callers[caller.function] = callers.get(caller.function, False) or is_here
        return super().summary(target, part)

    def value_of(self, frame: Frame, node: ast.expr) -> Value:
        """The value, and those of the parts that are written on the line."""
        end = node.end_lineno or node.lineno
        is_near = frame.module.path == self.place.path and node.lineno <= self.place.line <= end
        if is_near and frame not in self._asked and frame.env is not None:
            for part in parts_of(node):
                if self.place.holds(part):
                    self._note(part, self._asked_value(frame, part))
        value = super().value_of(frame, node)
        if is_near and frame not in self._asked:
            self._note(node, value)
        return value

    def finish(self, frame: Frame) -> None:
        """Notes what the names are that the line binds and nothing else in the function."""
        function = frame.function
        if function is not None and frame.module.path == self.place.path:
            env = merged(frame.closing, frame.env) or {}
            for node in bound_once(function, self.place.line):
                if node.id in env:
                    self._note(node, env[node.id])
        super().finish(frame)

    def callers_of(self, function: Function) -> dict[Function, bool]:
        """Who calls a function, in source order: True where that is not only in a thread."""
        real = self.callers.get(function, {})
        found = {caller: here for caller, here in self.seen.calls.get(function, {}).items() if caller in real}
        return dict(sorted(found.items(), key=lambda item: (item[0].module.path, item[0].line)))

    def summaries(self, path: str) -> Iterator[tuple[Key, Summary]]:
        """Every evaluation of a function of one file."""
        for target, summary in self._memo.items():
            if isinstance(target, Key) and target.function.module.path == path:
                yield target, summary

    def _asked_value(self, frame: Frame, node: ast.expr) -> Value:
        env, names = frame.fork(), dict(frame.coroutine_names)
        steps, stores = frame.steps, dict(frame.stores)
        self._asked.append(frame)
        try:
            with frame.mute():
                return super().value_of(frame, node)
        finally:
            self._asked.pop()
            frame.env, frame.coroutine_names, frame.steps, frame.stores = env, names, steps, stores

    def _note(self, node: ast.expr, value: Value) -> None:
        if not isinstance(value, Nothing):
            self.seen.values.setdefault(node, {})[value] = None


def parts_of(node: ast.expr) -> Iterator[ast.expr]:
    """The names, attributes, calls and awaits in an expression, the insides of nested scopes apart."""
    pending: list[ast.AST] = [node]
    while pending:
        part = pending.pop()
        if isinstance(part, (ast.Name, ast.Attribute, ast.Call, ast.Await)) and not is_target(part):
            yield part
        if not isinstance(part, (*SCOPES, *COMPREHENSIONS)):
            pending.extend(ast.iter_child_nodes(part))


def bound_once(function: Function, line: int) -> Iterator[ast.Name]:
    """The names that a line of a function binds and no other place in it."""
    bound = [node for node in ast.walk(function.node) if isinstance(node, ast.Name) and is_target(node)]
    for node in bound:
        if node.lineno == line and sum(other.id == node.id for other in bound) == 1:
            yield node


def is_target(node: ast.expr) -> bool:
    """Whether an expression is bound or deleted and not read."""
    return isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del))
