"""Where a queryset that a function is given can be a list of its rows instead: the function only goes through it.

By the text of the function alone; nothing here notes effects.
"""

import ast
from collections.abc import Iterator
from functools import lru_cache

from django_async_lint.inference.effects import Effect, Origin, Site
from django_async_lint.inference.fetching import given_for
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import QuerySet
from django_async_lint.project.trees import all_nodes

GOING_THROUGH = frozenset({
    "all", "any", "bool", "dict", "enumerate", "filter", "frozenset", "iter", "len", "list", "map", "max", "min",
    "reversed", "set", "sorted", "sum", "tuple", "zip",
})  # fmt: skip
"""Builtins that do with a list what they do with a queryset."""


def origin_of(frame: Frame, node: ast.expr) -> Origin | None:
    """The parameter whose rows are fetched at a node, where a list of them would do."""
    alias = frame.aliases.get(node.id) if isinstance(node, ast.Name) else None
    if alias is not None:
        return alias if not alias.lookup and not alias.of_rows else None
    function = frame.function
    if function is None or function.owner is not None or function.decorators or not isinstance(node, ast.Name):
        return None
    names = function.facts.positional
    if node.id not in names or not _goes_through(function.node, node.id):
        return None
    return Origin(names.index(node.id), False, "")


def given(frame: Frame, node: ast.expr | ast.stmt, effect: Effect) -> Site | None:
    """What is given at a call for the parameter whose rows the callee fetches, or for the variable of a template."""
    if effect.origin is None or not isinstance(node, ast.expr):
        return None
    found = given_for(frame, node, effect.origin)
    is_variable = bool(effect.origin.name)
    if found is None or (effect.instead and not is_variable):
        return None
    if is_variable and not (found in all_nodes(node) and _are_rows(frame, found)):
        return None
    return frame.site(found)


def _are_rows(frame: Frame, node: ast.expr) -> bool:
    """Whether an expression surely gives a queryset."""
    with frame.mute():
        return all(isinstance(each, QuerySet) for each in members(frame.evaluator.value_of(frame, node)))


@lru_cache(maxsize=4096)
def _goes_through(function: ast.AST, name: str) -> bool:
    """Whether a function does nothing with a name but go through what it stands for, or test it."""
    nodes = list(ast.walk(function))
    uses = {node for node in nodes if isinstance(node, ast.Name) and node.id == name}
    parameters = [node for node in nodes if isinstance(node, ast.arg) and node.arg == name]
    return len(parameters) == 1 and uses <= {part for node in nodes for part in _gone_through(node)}


def _gone_through(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.For(iter=rows) | ast.comprehension(iter=rows):
            yield rows
        case ast.Call(func=ast.Name(id=called), args=arguments) if called in GOING_THROUGH:
            yield from arguments
        case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="join"), args=arguments):
            yield from arguments
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test) | ast.Assert(test=test):
            yield test
        case ast.UnaryOp(op=ast.Not(), operand=test):
            yield test
        case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=[rows]):
            yield rows
        case ast.Compare(left=left, ops=[ast.Is() | ast.IsNot()]):
            yield left
