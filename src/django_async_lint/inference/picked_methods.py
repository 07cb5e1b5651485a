"""Methods that a name picks which is made at run time: `getattr(self, f"handle_{kind}")` is one of those so called."""

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import union
from django_async_lint.inference.values import ClassValue, Instance, Value
from django_async_lint.knowledge import transparent
from django_async_lint.project.classes import dotted_text
from django_async_lint.project.modules import Class, Function
from django_async_lint.project.trees import all_nodes

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

LEAST_LETTERS = 2
ACCESSORS = frozenset({"get", "set", "is", "has", "do"})
"""Beginnings that too many methods share which nothing dispatches."""

Affixes = tuple[str, str]


def picked(frame: Frame, node: ast.expr, owner: Value, written: ast.expr) -> Value | None:
    """One of the methods of an object whose names begin and end as the expression `written` does; None where that
    tells too little."""
    cls = owner.of if isinstance(owner, (Instance, ClassValue)) else None
    if not isinstance(cls, Class):
        return None
    evaluator = frame.evaluator
    names = _names(evaluator, cls, frame.function, written)
    with frame.mute():
        found = tuple(evaluator.attribute(frame, node, owner, name) for name in names)
    return union(found) if found else None


def names_picked(evaluator: "Evaluator", cls: Class, function: Function) -> set[str]:
    """The methods of a class that a method of it may pick so."""
    found: set[str] = set()
    for node in all_nodes(function.node) if "getattr" in function.facts.loaded else ():
        match node:
            case ast.Call(func=ast.Name(id="getattr"), args=[ast.Name(id=owner), written, *_]) if [
                owner
            ] == function.facts.positional[:1]:
                found.update(_names(evaluator, cls, function, written))
    return found


def _tells(prefix: str, suffix: str) -> bool:
    beginning, end = prefix.strip("_"), suffix.strip("_")
    is_telling = len(beginning) >= LEAST_LETTERS and beginning not in ACCESSORS
    return is_telling or len(end) > LEAST_LETTERS


def _names(evaluator: "Evaluator", cls: Class, asking: Function | None, written: ast.expr) -> Iterator[str]:
    """The names of the methods of a class that fit, but that of the method which asks."""
    prefix, suffix = _affixes(asking, written) or ("", "")
    if not _tells(prefix, suffix):
        return
    while asking is not None and asking.owner is None:
        asking = asking.parent
    seen: set[str] = {asking.name} if asking is not None else set()
    for base in evaluator.classes.mro(cls):
        for name, bindings in base.members.items() if isinstance(base, Class) else ():
            is_method = isinstance(bindings[-1], Function) and not _is_property(evaluator, bindings[-1])
            is_longer = len(name) > len(prefix) + len(suffix)
            if is_longer and name.startswith(prefix) and name.endswith(suffix) and name not in seen and is_method:
                seen.add(name)
                yield name


def _is_property(evaluator: "Evaluator", method: Function) -> bool:
    owner = method.owner
    written = (dotted_text(each) for each in method.decorators)
    names = {name for text in written if owner is not None and text for name in evaluator.classes.named(owner, text)}
    return not transparent.PROPERTY_DECORATORS.isdisjoint(names)


def _affixes(function: Function | None, node: ast.expr) -> Affixes | None:
    """What a text surely begins and ends with that is made of more."""
    match node:
        case ast.JoinedStr(values=[first, *_, last]):
            return _literal(first), _literal(last)
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            first = left.left if isinstance(left, ast.BinOp) else left
            return _literal(first), _literal(right)
        case ast.BinOp(op=ast.Mod(), left=ast.Constant(value=str() as text)) if "%s" in text:
            return text.partition("%s")[0], text.rpartition("%s")[2]
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str() as text), attr="format")) if "{" in text:
            return text.partition("{")[0], text.rpartition("}")[2]
        case ast.Name(id=name):
            bound = _only_binding(function, name)
            return _affixes(function, bound) if bound is not None and not isinstance(bound, ast.Name) else None
        case _:
            return None


def _only_binding(function: Function | None, name: str) -> ast.expr | None:
    """What a name of a function is bound to by the one statement that binds it."""
    nodes = list(all_nodes(function.node)) if function is not None else []
    names = (each for each in nodes if isinstance(each, ast.Name) and each.id == name)
    stores = [each for each in names if isinstance(each.ctx, ast.Store)]
    assigned = (each.value for each in nodes if isinstance(each, ast.Assign) and each.targets == stores)
    return next(assigned, None) if len(stores) == 1 else None


def _literal(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
