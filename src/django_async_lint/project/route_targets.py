"""What the expression in the place of a view leads to: a function or a class, whatever is wrapped around it.

Purely structural: names are resolved, nothing is evaluated.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django_async_lint.knowledge import routing
from django_async_lint.project.classes import dotted_text
from django_async_lint.project.modules import Assignment, Class, Function, Module
from django_async_lint.project.names import Assigned, Definition, External, Names
from django_async_lint.project.receivers import meanings
from django_async_lint.project.trees import all_statements

MOST_DEPTH = 12


class Target(NamedTuple):
    """What a pattern leads to: a function of the project, a class of it, or a name outside. `only` holds the handlers
    of a class that this route reaches, all of them when it is empty."""

    function: Function | None = None
    cls: Class | None = None
    outside: str = ""
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an expression stands: its module, and the function around it, if any."""

    module: Module
    function: Function | None = None


class Targets:
    """The views that expressions of one project lead to."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._known: dict[tuple[Module, str], tuple[Target, ...]] = {}

    def targets(self, scope: Scope, node: ast.expr, depth: int = 0) -> tuple[Target, ...]:
        """The views that an expression in the place of a view leads to: wrappers of every kind are looked through."""
        if depth > MOST_DEPTH:
            return ()
        match node:
            case ast.Lambda():
                return (Target(scope.module.function(node, None, scope.function)),)
            case ast.Call(func=ast.Attribute(attr=made, value=value)) if made in routing.VIEW_MAKERS:
                only = tuple(_actions(node))
                return tuple(target._replace(only=only) for target in self._classes(scope, value))
            case ast.Call():
                return self._wrapped(scope, node, depth)
            case ast.Name() | ast.Attribute():
                return tuple(self._named(scope, node, depth))
            case ast.IfExp():
                return (*self.targets(scope, node.body, depth + 1), *self.targets(scope, node.orelse, depth + 1))
            case _:
                return ()

    def _classes(self, scope: Scope, node: ast.expr) -> Iterator[Target]:
        for meaning in self.meanings(scope, node):
            if isinstance(meaning, Class):
                yield Target(cls=meaning)
            elif isinstance(meaning, External):
                yield Target(outside=meaning.name)

    def _wrapped(self, scope: Scope, node: ast.Call, depth: int) -> tuple[Target, ...]:
        """The view inside `decorator(view)`, or what a call of the project's makes."""
        for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
            found = self.targets(scope, argument, depth + 1)
            if any(target.function is not None or target.cls is not None for target in found):
                return found
        for meaning in self.meanings(scope, node.func):
            if isinstance(meaning, Class) and "__call__" in meaning.members:
                return (Target(cls=meaning, only=("__call__",)),)
            if isinstance(meaning, Function):
                inner = Scope(meaning.module, meaning)
                made = (self.targets(inner, value, depth + 1) for value in returned(meaning))
                return tuple(dict.fromkeys(target for each in made for target in each))
        return ()

    def _named(self, scope: Scope, node: ast.expr, depth: int) -> Iterator[Target]:
        text = dotted_text(node)
        inner = _local_function(scope, text)
        if inner is not None:
            yield Target(inner)
            return
        for meaning in self.meanings(scope, node):
            match meaning:
                case Function():
                    yield Target(meaning, meaning.owner)
                case Assigned():
                    yield from self._bound(meaning, depth)
                case External():
                    yield Target(outside=meaning.name)

    def _bound(self, meaning: Assigned, depth: int) -> tuple[Target, ...]:
        """The views that a name of a module is bound to: `index = login_required(_index)`."""
        key = (meaning.module, meaning.name)
        known = self._known.get(key)
        if known is None:
            self._known[key] = ()
            scope = Scope(meaning.module)
            found = (
                self.targets(scope, binding.value, depth + 1)
                for binding in meaning.module.bindings.get(meaning.name, ())
                if isinstance(binding, Assignment) and binding.how == "value" and binding.value is not None
            )
            known = self._known[key] = tuple(dict.fromkeys(target for each in found for target in each))
        return known

    def meanings(self, scope: Scope, node: ast.expr) -> tuple[Definition, ...]:
        return meanings(scope.module, self.names, dotted_text(node))

    def outside_name(self, scope: Scope, node: ast.expr) -> str:
        return next((each.name for each in self.meanings(scope, node) if isinstance(each, External)), "")

    def text(self, scope: Scope, node: ast.expr) -> str:
        """A pattern as written; `…` for what is computed."""
        match node:
            case ast.Constant(value=str(text)):
                return text
            case ast.Call(args=[ast.Constant(value=str(text))]):
                return text  # a translated pattern
            case ast.JoinedStr(values=parts):
                return "".join(self.text(scope, part) for part in parts)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self.text(scope, left) + self.text(scope, right)
            case ast.Name() | ast.Attribute():
                for meaning in self.meanings(scope, node):
                    if isinstance(meaning, Assigned):
                        for binding in meaning.module.bindings.get(meaning.name, ()):
                            if isinstance(binding, Assignment) and isinstance(binding.value, ast.Constant):
                                return self.text(Scope(meaning.module), binding.value)
                return "…"
            case _:
                return "…"


def _actions(node: ast.Call) -> Iterator[str]:
    """The handlers that `as_view({"get": "list"})` names, also by the keyword `actions`."""
    named = [keyword.value for keyword in node.keywords if keyword.arg == "actions"]
    for argument in (*node.args[:1], *named):
        if isinstance(argument, ast.Dict):
            for value in argument.values:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield value.value


def returned(function: Function) -> list[ast.expr]:
    body = [] if isinstance(function.node, ast.Lambda) else function.node.body
    found = [node for node in all_statements(body, inside=False) if isinstance(node, ast.Return)]
    return [node.value for node in sorted(found, key=lambda node: node.lineno) if node.value is not None]


def _local_function(scope: Scope, name: str) -> Function | None:
    """The function of this name that the function around defines."""
    if scope.function is None or not name or "." in name:
        return None
    inside = (each for each in scope.module.all_functions if each.parent is scope.function)
    return next((each for each in inside if each.name == name), None)
