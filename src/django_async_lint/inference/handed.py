"""What frameworks hand to the functions that they call: a handler's context, the user of a connection, the request of a
resolver. Django's own requests are another room's business; nothing is told of parameters that have an annotation."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from django_async_lint.inference import annotations, outside_calls, requests
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.values import Constant, Instance, Value
from django_async_lint.knowledge import handed as tables
from django_async_lint.knowledge.django_services import REQUEST
from django_async_lint.project import handlers
from django_async_lint.project.imports import Import
from django_async_lint.project.modules import Function, Module

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

CALLS = handlers.Calls(tables.HANDLER_CALLS, tables.HANDLER_METHODS, tables.HANDLER_ARGUMENTS)
SETS_SCOPE_USER = re.compile(
    rb"""scope(?:\[["']user["']\]\s*=(?!=)|\s*=\s*(?:dict\(|\{)[^\n]*\buser|\.(?:update|setdefault)\()"""
)
"""What sets the user of a scope by itself."""


def of_entry_point(evaluator: "Evaluator", function: Function) -> tuple[tuple[str, Value], ...]:
    """What whoever starts a function gives it, by parameter."""
    given = requests.of_entry_point(evaluator, function) or _of_application(evaluator, function)
    facts = function.facts
    found = _by_call(evaluator, function) if function.is_async and facts.positional else {}
    if function.decorators and not _roots(function.module).isdisjoint(_described()):
        found |= _by_decorator(evaluator, function, outside_calls.decorator_names(evaluator, function))
    typed = ((name, annotations.instance_of(evaluator, cls)) for name, cls in found.items() if cls)
    return (*given, *(each for each in typed if each[0] not in facts.annotations))


def _by_call(evaluator: "Evaluator", function: Function) -> dict[str, str]:
    """What a function is given that a call of the project hands to a framework, by parameter."""
    handler = evaluator.declarations.handler(function, CALLS)
    if handler is None:
        return {}
    parameters = function.facts.positional[handler.before :]
    found = dict(zip(parameters, tables.HANDLER_ARGUMENTS[handler.taken_by], strict=False))
    return found | _named(function, handler.taken_by)


def _named(function: Function, taken_by: str) -> dict[str, str]:
    facts = function.facts
    by_name = tables.NAMED_ARGUMENTS.get(taken_by.partition(".")[0], {})
    return {name: cls for name, cls in by_name.items() if name in (*facts.positional, *facts.keyword_only)}


def _of_application(evaluator: "Evaluator", function: Function) -> tuple[tuple[str, Value], ...]:
    """What a server gives an ASGI application, which all three parameters together tell."""
    facts = function.facts
    names = facts.positional[0 if function.owner is None else 1 :]
    if not function.is_async or names != list(tables.ASGI_ARGUMENTS) or facts.defaults:
        return ()
    return tuple(
        (name, annotations.instance_of(evaluator, cls))
        for name, cls in tables.ASGI_ARGUMENTS.items()
        if cls and name not in facts.annotations
    )


def _by_decorator(evaluator: "Evaluator", function: Function, names: tuple[str, ...]) -> dict[str, str]:
    facts = function.facts
    classes: tuple[str, ...] = ()
    found: dict[str, str] = {}
    for name in names:
        if name in tables.EVENT_DECORATORS:
            classes = tables.EVENT_ARGUMENTS.get(function.name, classes)
        if name in tables.HANDLER_ARGUMENTS:
            classes = tables.HANDLER_ARGUMENTS[name]
            found |= _named(function, name)
    parameters = facts.positional[0 if function.owner is None else 1 :]
    found |= dict(zip(parameters, classes, strict=False))
    for name in names:
        if name in tables.RESOLVER_DECORATORS and tables.INFO in (*facts.positional, *facts.keyword_only):
            found[tables.INFO] = tables.RESOLVER_DECORATORS[name]
    return found


@lru_cache(maxsize=1)
def _described() -> frozenset[str]:
    """The packages of whose decorators anything is told."""
    names = (*tables.HANDLER_ARGUMENTS, *tables.EVENT_DECORATORS, *tables.RESOLVER_DECORATORS)
    return frozenset(name.partition(".")[0] for name in names)


@lru_cache(maxsize=4096)
def _roots(module: Module) -> frozenset[str]:
    return frozenset(
        binding.module.partition(".")[0]
        for bindings in module.bindings.values()
        for binding in bindings
        if isinstance(binding, Import) and not binding.level
    )


def attribute(frame: Frame, instance: Instance, name: str) -> Value | None:
    """The request of a resolver's context; None for any other attribute."""
    if instance.of != tables.CONTEXT or name != "request":
        return None
    declarations = frame.evaluator.declarations
    if not declarations.mentions(tables.DJANGO_VIEWS) or declarations.mentions(tables.OWN_CONTEXT):
        return None
    return Instance(REQUEST, frozenset())


def item(frame: Frame, instance: Instance, index: Value) -> Value | None:
    """The user of a connection, whom the middleware of Channels has fetched, or the request of a resolver's context;
    None for any other item."""
    key = index.value if isinstance(index, Constant) else None
    if instance.of == tables.CONTEXT and isinstance(key, str):
        return attribute(frame, instance, key)
    if instance.of != tables.SCOPE or key != tables.SCOPE_USER:
        return None
    declarations = frame.evaluator.declarations
    if not declarations.mentions(tables.SCOPE_MIDDLEWARE) or declarations.files_with(b"scope", SETS_SCOPE_USER):
        return None
    return requests.user_of_site(frame)
