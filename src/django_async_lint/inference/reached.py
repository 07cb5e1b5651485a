"""From which views a function on the loop is reached: for the report only. Nothing is evaluated here.

The graph of calls holds names and places and no syntax, so that those of several processes can be put together.
"""

import ast
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from django_async_lint.diagnostic import Entry, Reach
from django_async_lint.inference import entry_points, routes
from django_async_lint.project.modules import Function, Module
from django_async_lint.project.trees import all_nodes
from django_async_lint.source import SourceError

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

Node = tuple[str, str, int, int]
"""A function: dotted name, path, line and column."""

CallGraph = dict[Node, tuple[Node, ...]]
"""Who calls a function, as far as it was evaluated."""


def graph_of(evaluator: "Evaluator") -> CallGraph:
    """The graph of what was evaluated."""
    return {node_of(each): tuple(map(node_of, known)) for each, known in evaluator.callers.items()}


def node_of(function: Function) -> Node:
    """The node of a function."""
    return (function.dotted, function.module.path, function.line, function.node.col_offset)


def joined(graphs: Iterable[CallGraph]) -> CallGraph:
    """One graph of several."""
    callers: dict[Node, dict[Node, None]] = {}
    for graph in graphs:
        for node, known in graph.items():
            callers.setdefault(node, {}).update(dict.fromkeys(known))
    return {node: tuple(known) for node, known in callers.items()}


def views_reaching(evaluator: "Evaluator", graph: CallGraph, entry: Entry) -> tuple[Reach, ...]:
    """The views from which a function on the loop is reached, nearest first."""
    start = (entry.name, entry.path, entry.line, _column(evaluator, entry))
    ring: list[Node] = [start]
    seen = set(ring)
    found: list[Reach] = []
    while ring:
        views = filter(None, (_view(evaluator, node) for node in ring))
        found.extend(sorted(views, key=lambda reach: (reach.path, reach.line)))
        ring = [caller for node in ring for caller in graph.get(node, ()) if caller not in seen]
        seen.update(ring)
    return tuple(dict.fromkeys(found))


def _column(evaluator: "Evaluator", entry: Entry) -> int:
    try:
        function = _functions(evaluator.project.module(entry.path)).get((entry.name, entry.line))
    except SourceError:
        return -1
    return function.node.col_offset if function is not None else -1


@lru_cache(maxsize=65536)
def _view(evaluator: "Evaluator", node: Node) -> Reach | None:
    """A function that is a view, with its route; None for any other."""
    function = _function_at(evaluator, node)
    if function is None:
        return None
    route = routes.route_of(evaluator, function)
    if not route and entry_points.kind_of(evaluator, function) != "view":
        return None
    return Reach(function.dotted, route, function.module.path, function.line)


def _function_at(evaluator: "Evaluator", node: Node) -> Function | None:
    name, path, line, column = node
    try:
        module = evaluator.project.module(path)
    except SourceError:
        return None
    if name.endswith("<lambda>"):
        return _lambda_at(module, line, column)
    return _functions(module).get((name, line))


@lru_cache(maxsize=4096)
def _functions(module: Module) -> dict[tuple[str, int], Function]:
    """The functions of a module by name and line; the first of those that share both."""
    return {(each.dotted, each.line): each for each in reversed(module.all_functions)}


def _lambda_at(module: Module, line: int, column: int) -> Function | None:
    for node in all_nodes(module.tree):
        if isinstance(node, ast.Lambda) and (node.lineno, node.col_offset) == (line, column):
            return module.function(node, None, None)
    return None
