"""Flags that keep the answer to a question: `self.is_async = iscoroutinefunction(self.client.send)`, `is_bot =
isinstance(user, Bot)`.

A test of such a flag shows what the question would show. What a question shows is decided in `narrowing`; here is only
where it was asked, and of what it would be asked where the flag is tested.
"""

import ast
from functools import lru_cache

from django_async_lint.inference.frame import Environment, Frame
from django_async_lint.inference.values import Instance
from django_async_lint.project.modules import Class, Function
from django_async_lint.project.trees import all_nodes, names_bound, own_nodes

QUESTIONS = frozenset({"iscoroutinefunction", "isinstance"})
"""The last names of the functions that ask of what kind a value is."""


def asked(frame: Frame, env: Environment, test: ast.expr) -> ast.expr | None:
    """The question whose answer a flag keeps, as it would be asked here; None for any other flag."""
    match test:
        case ast.Name(id=name):
            return _asked_in(frame.function, name) if frame.function is not None else None
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            receiver = env.get(owner)
            if isinstance(receiver, Instance) and isinstance(receiver.of, Class):
                return _asked_by_class(receiver.of, tuple(frame.evaluator.classes.mro(receiver.of)), owner, name)
    return None


@lru_cache(maxsize=4096)
def _asked_in(function: Function, name: str) -> ast.expr | None:
    """The question that the one assignment to a local name asks, of names that are assigned no more than once."""
    found = [node.value for node in own_nodes(function.node) if isinstance(node, ast.Assign) and _is(node, name)]
    if len(found) != 1 or not _is_question(found[0]):
        return None
    stores = names_bound(function.node)
    asked_of = {node.id for node in all_nodes(found[0]) if isinstance(node, ast.Name)}
    is_steady = all(len(stores.get(one, ())) <= (one not in function.facts.positional) for one in asked_of)
    return found[0] if is_steady and len(stores.get(name, ())) == 1 else None


def _is(node: ast.Assign, name: str) -> bool:
    return len(node.targets) == 1 and isinstance(node.targets[0], ast.Name) and node.targets[0].id == name


@lru_cache(maxsize=4096)
def _asked_by_class(cls: Class, bases: tuple[object, ...], owner: str, name: str) -> ast.expr | None:
    """The question that the constructor asks, and nothing else sets, of parameters and attributes that it keeps."""
    own = [base for base in bases if isinstance(base, Class)]
    setters = [method for base in own for method in base.stores_of(name)]
    if len(setters) != 1 or setters[0].name != "__init__" or not setters[0].facts.positional:
        return None
    receiver = setters[0].facts.positional[0]
    stored = _stored(setters[0], receiver)
    question = stored.get(name)
    if question is None or not _is_question(question):
        return None
    kept_as = {value.id: attribute for attribute, value in stored.items() if isinstance(value, ast.Name)}
    written = _Elsewhere(receiver, owner, kept_as).visit(_copied(question))
    of = {node.attr for node in all_nodes(written) if isinstance(node, ast.Attribute) and _is_name(node.value, owner)}
    is_steady = all(method.name == "__init__" for base in own for each in of for method in base.stores_of(each))
    return written if is_steady else None


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _stored(method: Function, receiver: str) -> dict[str, ast.expr]:
    """What a method assigns to attributes of its receiver, of which each is assigned once."""
    found: dict[str, list[ast.expr]] = {}
    for node in own_nodes(method.node):
        match node:
            case (
                ast.Assign(targets=[ast.Attribute(value=ast.Name(id=owner), attr=name)], value=value)
                | ast.AnnAssign(target=ast.Attribute(value=ast.Name(id=owner), attr=name), value=ast.expr() as value)
            ) if owner == receiver:
                found.setdefault(name, []).append(value)
    return {name: values[0] for name, values in found.items() if len(values) == 1}


def _is_question(node: ast.expr) -> bool:
    """Whether an expression is nothing but questions of what kind a value is."""
    match node:
        case ast.Call(func=ast.Name(id="bool"), args=[inner]) | ast.UnaryOp(op=ast.Not(), operand=inner):
            return _is_question(inner)
        case ast.BoolOp():
            return all(map(_is_question, node.values))
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in QUESTIONS
        case _:
            return False


def _copied(node: ast.expr) -> ast.expr:
    return ast.fix_missing_locations(ast.parse(ast.unparse(node), mode="eval").body)


class _Elsewhere(ast.NodeTransformer):
    """Writes what a constructor says as another method would say it of `owner`."""

    def __init__(self, receiver: str, owner: str, kept_as: dict[str, str]) -> None:
        self.receiver, self.owner, self.kept_as = receiver, owner, kept_as

    def visit_Name(self, node: ast.Name) -> ast.expr:
        owner = ast.copy_location(ast.Name(self.owner, ast.Load()), node)
        if node.id == self.receiver:
            return owner
        if node.id in self.kept_as:
            return ast.copy_location(ast.Attribute(owner, self.kept_as[node.id], ast.Load()), node)
        return node
