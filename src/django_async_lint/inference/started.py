"""The coroutine functions that a function calls whether it awaits what they give or not: tasks, and generators that a
response sends. Told by names alone, so that the answer depends on the function and on nothing evaluated before.
"""

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django_async_lint.inference.effects import Site
from django_async_lint.project.classes import dotted_text
from django_async_lint.project.modules import Class, Function
from django_async_lint.project.receivers import meanings
from django_async_lint.project.trees import SCOPES

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


def coroutines(evaluator: "Evaluator", function: Function, cls: Class | None) -> Iterator[tuple[Function, Site]]:
    """Each coroutine function that a function calls, with the first place, in source order. `cls` is the class that
    `self` is one of."""
    seen: set[Function] = set()
    for node in _calls(function):
        for callee in _callees(evaluator, function, cls, dotted_text(node.func)):
            if callee.is_async and callee not in seen:
                seen.add(callee)
                source = function.module.source
                yield callee, Site(function.module.path, source.span(node), source.segment(node.func))


def _calls(function: Function) -> list[ast.Call]:
    """The calls in a function's own text, nested functions apart."""
    node = function.node
    pending: list[ast.AST] = [node.body] if isinstance(node, ast.Lambda) else list(node.body)
    found = []
    while pending:
        part = pending.pop()
        if isinstance(part, SCOPES):
            continue
        if isinstance(part, ast.Call):
            found.append(part)
        pending.extend(ast.iter_child_nodes(part))
    return sorted(found, key=lambda call: (call.lineno, call.col_offset))


def _callees(evaluator: "Evaluator", function: Function, cls: Class | None, text: str) -> Iterator[Function]:
    if not text:
        return
    first, _, rest = text.partition(".")
    if not rest and (inner := _nested(function, text)) is not None:
        yield inner
    elif rest and "." not in rest and cls is not None and first in function.facts.positional[:1]:
        member = evaluator.classes.find(cls, rest)
        yield from (each for each in (member[1] if member is not None else ()) if isinstance(each, Function))
    elif first not in function.facts.bound or first in function.facts.imports:
        yield from (each for each in meanings(function.module, evaluator.names, text) if isinstance(each, Function))


def _nested(function: Function, name: str) -> Function | None:
    """The function of this name that a function, or one around it, defines."""
    outer: Function | None = function
    while outer is not None:
        inside = (each for each in outer.module.all_functions if each.parent is outer and each.name == name)
        found = next(inside, None)
        if found is not None:
            return found
        outer = outer.parent
    return None
