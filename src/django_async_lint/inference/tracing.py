"""An evaluator that notes who calls whom and where, for call graphs. Adds no findings and changes none."""

import ast
from dataclasses import dataclass

from django_async_lint.inference import entry_points, routes
from django_async_lint.inference.analyse import Analyser
from django_async_lint.inference.evaluate import Evaluator, Target
from django_async_lint.inference.frame import Frame, Summary
from django_async_lint.inference.functions import generic_key
from django_async_lint.inference.values import Key, Value
from django_async_lint.project.modules import Function
from django_async_lint.project.project import Project
from django_async_lint.source import Position


@dataclass(frozen=True, slots=True)
class Link:
    """A call of one function by another: its first place, and whether it ever runs where the caller runs."""

    start: Position
    is_here: bool


class Tracing(Evaluator):
    """The evaluator, with notes of calls: `calls` holds for each caller its callees."""

    def __init__(self, plain: Evaluator) -> None:
        super().__init__(plain.project, plain.names, plain.classes, plain.declarations)
        self.calls: dict[Function, dict[Function, Link]] = {}
        self._running: list[Frame] = []
        self._nodes: list[tuple[Frame, ast.expr]] = []

    def run(self, frame: Frame, body: list[ast.stmt]) -> None:
        """Runs a function's body and keeps in mind that it is running."""
        self._running.append(frame)
        try:
            super().run(frame, body)
        finally:
            self._running.pop()

    def value_of(self, frame: Frame, node: ast.expr) -> Value:
        """The value; meanwhile the expression is the place of whatever is called."""
        self._nodes.append((frame, node))
        try:
            return super().value_of(frame, node)
        finally:
            self._nodes.pop()

    def summary(self, target: Target, part: str = "") -> Summary:
        """The summary, and a note of who asked for it."""
        caller = self._running[-1] if self._running else None
        if isinstance(target, Key) and caller is not None and caller.function is not None:
            self._note(caller.function, target.function, caller)
        return super().summary(target, part)

    def _note(self, caller: Function, callee: Function, frame: Frame) -> None:
        node = next((node for owner, node in reversed(self._nodes) if owner is frame), None)
        place = node.value if isinstance(node, ast.Await) else node
        start = caller.module.source.span(place if place is not None else caller.node).start
        known = self.calls.setdefault(caller, {}).get(callee)
        is_here = not (frame.muted or frame.elsewhere)
        if known is not None:
            start, is_here = min(known.start, start), known.is_here or is_here
        self.calls[caller][callee] = Link(start, is_here)


class Tracer(Analyser):
    """An analyser that knows who calls whom once every file was analysed."""

    def __init__(self, project: Project) -> None:
        super().__init__(project)
        self.tracing = Tracing(self.evaluator)
        self.evaluator = self.tracing

    def visit(self, function: Function) -> None:
        """Evaluates a function for itself, so that its calls are known where nothing has led to it."""
        if function not in self.tracing.calls:
            self.tracing.summary(generic_key(self.tracing, function))

    def below(self, function: Function) -> dict[Function, Link]:
        """What a function calls, in source order."""
        real = self.tracing.callers
        found = self.tracing.calls.get(function, {})
        kept = {callee: link for callee, link in found.items() if function in real.get(callee, {})}
        return dict(sorted(kept.items(), key=lambda item: (item[1].start, item[0].dotted)))

    def above(self, function: Function) -> dict[Function, Link]:
        """Who calls a function, in source order."""
        found = {}
        for caller in self.tracing.callers.get(function, {}):
            link = self.tracing.calls.get(caller, {}).get(function)
            if link is not None:
                found[caller] = link
        return dict(sorted(found.items(), key=lambda item: (item[0].module.path, item[1].start)))

    def is_on_loop(self, function: Function) -> bool:
        """Whether a function runs on the event loop by itself: a coroutine, or one that a framework calls there."""
        evaluator = self.tracing
        return (
            function.is_async
            or entry_points.on_loop(evaluator, function) is not None
            or entry_points.is_view_hook(evaluator, function)
        )

    def kind(self, function: Function) -> str:
        """What a function is: view, consumer, coroutine … or only a function."""
        found = entry_points.kind_of(self.tracing, function)
        return "function" if found == "coroutine" and not function.is_async else found

    def route(self, function: Function) -> str:
        """The shortest route of a function; empty where none is known."""
        return routes.route_of(self.tracing, function)

    def is_entry(self, function: Function) -> bool:
        """Whether a framework starts a function: what is routed, else what looks so and nothing calls."""
        if routes.of_function(self.tracing, function):
            return True
        return self.kind(function) not in ("coroutine", "function") and not self.above(function)
