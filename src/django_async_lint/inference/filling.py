"""Containers that a module, a class or an instance holds, and what its functions put into them.

`CLIENTS[name] = Client()`, `self.clients.append(Client())`, `local.client = Client()` of a `threading.local`: what one
function puts in, another takes out.
"""

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django_async_lint.inference import functions
from django_async_lint.inference.coarsening import coarsened, telling
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import join, members, union
from django_async_lint.inference.values import (
    NOTHING,
    UNKNOWN,
    Collection,
    Constant,
    Coroutine,
    Instance,
    Mapping,
    Nothing,
    Row,
    Unknown,
    Value,
)
from django_async_lint.knowledge.transparent import NAMESPACES
from django_async_lint.project.modules import Class, Function, Module

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

HEIGHT = 2
Put = dict[str | None, Value]
"""What is put into a container: by key, and under None what goes under keys that are not known, or into a list."""


def note(frame: Frame, owner: ast.expr, value: Value, key: Value = UNKNOWN) -> None:
    """Notes that the running function puts something into the container written as `owner`, where others see it. What
    tells nothing is left out: each way round a circle of functions would make another list of it."""
    name = _outer_name(frame, owner)
    if not name or any(isinstance(each, Coroutine) for each in members(value)):
        return
    told = telling(coarsened(value, HEIGHT), frame.evaluator.tells)
    if type(told) is not Unknown:
        known = key.value if isinstance(key, Constant) and isinstance(key.value, str) else ""
        stored = f"{name}[{known}]"
        frame.stores[stored] = join(frame.stores.get(stored, NOTHING), told)


def is_name(stored: str) -> bool:
    """Whether a name of a summary's stores is that of an item."""
    return stored.endswith("]")


def _outer_name(frame: Frame, owner: ast.expr) -> str:
    """How a function's stores call a container of its module, or `.name` of its object or class; else empty."""
    function = frame.function
    match owner:
        case ast.Name(id=name) if is_global(frame, name):
            return name
        case ast.Attribute(value=ast.Name(id=first), attr=name) if function is not None and function.owner is not None:
            return f".{name}" if function.facts.positional[:1] == [first] else ""
        case _:
            return ""


def is_global(frame: Frame, name: str) -> bool:
    """Whether a name that the running function does not bind is one of its module."""
    function = frame.function
    while function is not None and name not in function.facts.bound:
        function = function.parent
    return function is None and frame.function is not None and name in frame.module.bindings


def of_module(evaluator: "Evaluator", module: Module, name: str, value: Value) -> Value:
    """A module's dict or list with what its functions put into it."""
    is_filled = is_container(value) or is_namespace(value)
    return _filled(evaluator, module.fills_of(name), name, value) if is_filled else value


def of_attribute(evaluator: "Evaluator", cls: Class, name: str, value: Value) -> Value:
    """The dict or list that a class or its instances hold, with what their methods put into it."""
    if not is_container(value) and not is_namespace(value):
        return value
    bases = (base for base in evaluator.classes.mro(cls) if isinstance(base, Class))
    return _filled(evaluator, [method for base in bases for method in base.fills_of(name)], f".{name}", value)


def is_container(value: Value) -> bool:
    """Whether a value is a dict or a list, whichever way it came about."""
    return bool(members(value)) and all(isinstance(each, (Mapping, Collection, Row)) for each in members(value))


def is_namespace(value: Value) -> bool:
    """Whether a value is an object that has no attributes but those that code sets on it."""
    known = [each for each in members(value) if not isinstance(each, Unknown)]
    return bool(known) and all(isinstance(each, Instance) and each.of in NAMESPACES for each in known)


def _filled(evaluator: "Evaluator", filling: Iterable[Function], name: str, value: Value) -> Value:
    put: Put = {}
    for function in filling:
        for stored, each in evaluator.summary(functions.generic_key(evaluator, function), "stores").stores:
            if stored.startswith(f"{name}[") and is_name(stored):
                key = stored[len(name) + 1 : -1] or None
                put[key] = join(put.get(key, NOTHING), each)
    return union(tuple(_with(each, put) for each in members(value))) if put else value


def _with(container: Value, put: Put) -> Value:
    """A dict or list with what was put into it."""
    everything = union(tuple(put.values()))
    match container:
        case Mapping():
            items = dict(container.items)
            for key, value in put.items():
                if key is not None:
                    items[key] = join(items.get(key, NOTHING), value)
            return container._replace(items=tuple(items.items()), other=join(container.other, put.get(None, NOTHING)))
        case Collection():
            element = container.element
            return container._replace(element=everything if isinstance(element, Nothing) else join(element, everything))
        case Instance():
            items = dict(container.state or ())
            for key, value in put.items():
                if key is not None:
                    items[key] = join(items.get(key, NOTHING), value)
            return container._replace(state=tuple(items.items()))
        case Row() if container.kind != "tuple":
            return Collection(container.kind, join(union(container.elements), everything))
        case _:
            return container
