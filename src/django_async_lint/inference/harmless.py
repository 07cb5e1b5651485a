"""Why a call or a relation without effect has none, for `dal explain`. Decides nothing: the evaluator has."""

import ast

from django_async_lint.explanation import Verdict, Why
from django_async_lint.inference import caches, catalogue, loading, outside_calls, settings, statistics, words
from django_async_lint.inference.catalogue import Fact
from django_async_lint.inference.describing import short
from django_async_lint.inference.joining import members, union
from django_async_lint.inference.values import (
    UNKNOWN,
    Awaitable,
    ClassValue,
    Coroutine,
    Decorated,
    FunctionValue,
    Instance,
    Method,
    Nothing,
    Offloaded,
    Outside,
    Partial,
    QuerySet,
    Unknown,
    Value,
)
from django_async_lint.inference.watching import Watching
from django_async_lint.knowledge import django_services, offloading

ORDER: tuple[Why, ...] = (
    "offloaded", "coroutine", "lazy", "project", "in_memory", "table", "arguments", "backend_unknown", "third_party",
    "unknown",
)  # fmt: skip
"""Of several alternatives of a callee the first is told."""


def verdict(watching: Watching, text: str, node: ast.expr) -> Verdict | None:
    """Why nothing is reported of a call or of an attribute that is a relation; None for anything else, also for a
    call that only wraps what another one runs in a thread."""
    if isinstance(node, ast.Call):
        if isinstance(_value(watching, node), Offloaded):
            return None
        why, name = _of_call(watching, node)
        return Verdict(text, why, name)
    if isinstance(node, ast.Attribute):
        return _of_attribute(watching, text, node)
    return None


def _value(watching: Watching, node: ast.expr) -> Value:
    values = tuple(watching.seen.values.get(node, ()))
    known = tuple(value for value in values if not isinstance(value, Unknown))
    return union(known or values) if values else UNKNOWN


def _of_call(watching: Watching, node: ast.Call) -> tuple[Why, str]:
    found = [_of_callee(watching, node, member) for member in members(_value(watching, node.func))]
    return min(found, key=lambda each: ORDER.index(each[0]))


def _of_callee(watching: Watching, node: ast.Call, callee: Value) -> tuple[Why, str]:
    result = _value(watching, node)
    match callee:
        case Unknown() | Nothing():
            return "unknown", _unknown_part(watching, node.func)
        case Offloaded():
            return "offloaded", words.of(watching, callee.target)
        case Partial() | Decorated():
            return _of_callee(watching, node, callee.target)
        case FunctionValue():
            return ("coroutine" if callee.function.is_async else "project"), callee.function.dotted
        case ClassValue():
            return "project", callee.of.dotted
        case Outside(name=name) if name in offloading.THREAD_WRAPPERS or name in offloading.THREAD_CALLS:
            return "offloaded", _argument(watching, node, name)
        case Outside():
            name = callee.name
        case Method():
            name = words.name_of_method(callee)
        case _:
            return "table", words.of(watching, callee)
    if any(isinstance(member, (Coroutine, Awaitable)) for member in members(result)):
        return "coroutine", name
    if any(isinstance(member, QuerySet) for member in members(result)):
        return "lazy", name
    fact = _fact_of(callee)
    if statistics.kind_of(watching, callee) == "third_party" and fact is None:
        return "third_party", name
    if fact is not None and fact.effect:
        return _lifted(watching, fact, name)
    return "table", name.removeprefix("builtins.")


def _fact_of(callee: Value) -> Fact | None:
    """What the tables say of a callee; nothing special where they are not asked."""
    match callee:
        case Outside(name=name):
            return catalogue.call(name)
        case Method(receiver=Instance(of=str() as of, path=path), name=name):
            return catalogue.method(of, f"{path}.{name}" if path else name)
        case _:
            return Fact()


def _lifted(watching: Watching, fact: Fact, name: str) -> tuple[Why, str]:
    """Why what the tables say of a call is not so here: the settings name a backend in memory, or its arguments."""
    module = watching.project.module(watching.place.path)
    if name.startswith(outside_calls.MAIL):
        if settings.sends_mail_in_memory(watching, module):
            return "in_memory", _named(settings.backends_of_mail(watching, module), "EMAIL_BACKEND")
    elif fact.effect == "cache":
        backends = settings.backends_of_caches(watching, module, "default" if name.startswith(caches.DEFAULT) else None)
        is_known = bool(backends) and django_services.SMALL_CACHES.issuperset(backends)
        return ("in_memory", _named(backends, "CACHES")) if is_known else ("backend_unknown", "the backend in `CACHES`")
    return "arguments", name.removeprefix("builtins.")


def _named(backends: list[str], setting: str) -> str:
    return f"`{setting}` names {' and '.join(f'`{each}`' for each in backends)}"


def _argument(watching: Watching, node: ast.Call, wrapper: str) -> str:
    """What is handed to a thread by a call of `sync_to_async`, `to_thread` or the like."""
    index = offloading.THREAD_WRAPPERS.get(wrapper, offloading.THREAD_CALLS.get(wrapper, 0))
    if index < len(node.args):
        known = _value(watching, node.args[index])
        if not isinstance(known, Unknown):
            return words.of(watching, known)
    return "what it is given"


def _unknown_part(watching: Watching, node: ast.expr) -> str:
    """The beginning of a chain of attributes and calls from which on nothing is known."""
    part = node
    while True:
        inner = part.value if isinstance(part, ast.Attribute) else part.func if isinstance(part, ast.Call) else None
        if inner is None or not isinstance(_value(watching, inner), Unknown):
            return ast.unparse(part)
        part = inner


def _of_attribute(watching: Watching, text: str, node: ast.Attribute) -> Verdict | None:
    for member in members(_value(watching, node.value)):
        if not isinstance(member, Instance) or member.path or not watching.declarations.is_model(member.of):
            continue
        field = watching.declarations.fields(member.of).get(node.attr)
        if field is None or field.kind not in words.RELATIONS:
            continue
        name = f"{short(member.of)}.{node.attr}"
        if member.loaded is None:
            return Verdict(text, "origin_unknown", ast.unparse(node.value))
        if loading.is_loaded(member.loaded, node.attr):
            return Verdict(text, "loaded", name)
    return None
