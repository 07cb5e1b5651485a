"""Calls of functions outside the project: their effects and results from the tables."""

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from django_async_lint.diagnostic import Confidence
from django_async_lint.inference import (
    annotations,
    builtin_calls,
    caches,
    call_costs,
    callbacks,
    catalogue,
    coroutines,
    given_functions,
    held_locks,
    loading,
    locking,
    models,
    querysets,
    queues,
    requests,
    settings,
    special_calls,
    templates,
    twins,
)
from django_async_lint.inference.catalogue import Fact
from django_async_lint.inference.describing import dotted
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, members
from django_async_lint.inference.values import (
    NONE,
    UNKNOWN,
    Awaitable,
    Collection,
    Constant,
    Coroutine,
    Instance,
    Method,
    Outside,
    Row,
    Value,
)
from django_async_lint.knowledge import django_orm, http_clients, on_the_loop, stdlib_files, transparent
from django_async_lint.project.modules import Function

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

TRANSACTIONS = ("django.db.transaction.", "django.db.connection.", "django.db.connections.", "django.db.backends.")
MAIL = "django.core.mail."


def call(frame: Frame, node: ast.expr, name: str, arguments: Arguments, awaited: bool) -> Value:
    """The value of a call of something outside the project, by dotted name."""
    given_functions.note_needed(frame, node, name, arguments)
    callbacks.note_call(frame, node, name, arguments)
    known = builtin_calls.call(frame, node, name.removeprefix("builtins."), arguments)
    if known is not None:
        return known
    special = special_calls.call(frame, node, name, arguments)
    if special is not None:
        return special
    templates.note_function(frame, node, name, arguments)
    if name.startswith(caches.DEFAULT) and (method := name.removeprefix(caches.DEFAULT)) in caches.KEEPING:
        caches.note_kept(frame, node, method, arguments)
    if name in on_the_loop.RUNNING:
        return Instance(on_the_loop.RUNNING_LOOP, state=())
    fact = catalogue.call(name)
    if fact is None:
        return _unknown_call(frame, name, arguments)
    return by_fact(frame, node, name, fact, arguments, awaited)


def by_fact(frame: Frame, node: ast.expr, name: str, fact: Fact, arguments: Arguments, awaited: bool) -> Value:
    requests.note_call(frame, node, name)
    if fact.is_coroutine:
        return Coroutine(name, _returned(frame, node, name, fact, arguments), frame.site(node))
    if fact.is_awaitable:
        return Awaitable(_returned(frame, node, name, fact, arguments), name, frame.site(node), is_idle=True)
    if fact.effect:
        note_effect(frame, node, name, fact, arguments, awaited)
    return _returned(frame, node, name, fact, arguments)


def _returned(frame: Frame, node: ast.expr, name: str, fact: Fact, arguments: Arguments) -> Value:
    if name in stdlib_files.IN_MEMORY and is_lifted(frame, fact, arguments):
        return annotations.instance_of(frame.evaluator, stdlib_files.IN_MEMORY[name])
    if fact.returns:
        if fact.returns in templates.CLASSES:
            return templates.loaded(frame, node, name, fact.returns, arguments)
        if fact.returns.startswith("argument:"):
            index = int(fact.returns.removeprefix("argument:"))
            return arguments.get(index) or UNKNOWN
        if fact.returns == django_orm.USER:
            user = frame.evaluator.declarations.user_model(frame.module)
            return join(Instance(user, frozenset()), NONE)
        returned = _opened(name, arguments) or _class_returned(fact.returns, arguments)
        return annotations.instance_of(frame.evaluator, returned)
    if name in templates.CLASSES:
        return templates.loaded(frame, node, name, name, arguments)
    if name in templates.RESPONSES:
        return templates.response(frame.evaluator, name, arguments)
    if frame.evaluator.declarations.is_model(name):
        return loading.made(name, frame.evaluator.declarations.fields(name), dict(arguments.keywords))
    if catalogue.is_known_class(name):
        return annotations.instance_of(frame.evaluator, name)
    if name in django_orm.LOCKING_SHORTCUTS:
        locking.note(frame, node, arguments.get(0) or UNKNOWN, name)
    if name in ("django.shortcuts.get_object_or_404", "django.shortcuts.aget_object_or_404"):
        return models.row_of_source(frame, node, arguments.get(0) or UNKNOWN)
    if name in ("django.shortcuts.get_list_or_404", "django.shortcuts.aget_list_or_404"):
        return Collection("list", models.row_of_source(frame, node, arguments.get(0) or UNKNOWN))
    return UNKNOWN


def _opened(name: str, arguments: Arguments) -> str:
    """The class of a file that is opened in a binary mode; empty for any other and for what opens none."""
    place = stdlib_files.MODES.get(name)
    mode = arguments.get(place, "mode") if place is not None else None
    if not isinstance(mode, Constant) or not isinstance(mode.value, str) or "b" not in mode.value:
        return ""
    return next((cls for letter, cls in stdlib_files.BINARY.items() if letter in mode.value), "")


def _class_returned(name: str, arguments: Arguments) -> str:
    """The class of what a call returns: one of its own where the body is left on the network."""
    option, streamed = http_clients.STREAMED.get(name, ("", name))
    given = arguments.get(-1, option) if option else None
    return streamed if isinstance(given, Constant) and given.value is True else name


def _unknown_call(frame: Frame, name: str, arguments: Arguments) -> Value:
    """A call that no table holds: a name that looks like a class gives an instance of it."""
    last = name.rpartition(".")[2]
    if (last[:1].isupper() and not last.isupper()) or name in transparent.NAMESPACES:
        if frame.evaluator.declarations.is_model(name) or _has_manager(frame, name, last):
            return loading.made(name, frame.evaluator.declarations.fields(name), dict(arguments.keywords))
        return annotations.instance_of(frame.evaluator, name)
    return UNKNOWN


def _has_manager(frame: Frame, name: str, written: str) -> bool:
    """Whether a class that is not at hand is a model: it stands where models do, and this file asks its manager."""
    is_named = models.ELSEWHERE.fullmatch(name) is not None and not frame.evaluator.project.requires("mongoengine")
    return is_named and f"{written}.objects." in frame.module.source.text


def note_effect(
    frame: Frame, node: ast.expr, name: str, fact: Fact, arguments: Arguments, awaited: bool = False
) -> None:
    """Notes the effect of an outside call, unless its arguments take the effect away."""
    if not fact.effect or is_lifted(frame, fact, arguments) or held_locks.is_for_block(frame, node, name):
        return
    if queues.is_filled(frame, node, name):
        return
    match fact.effect:
        case "cpu":
            if not (fact.constant_ok and _is_tiny(arguments)) and not call_costs.is_light(frame, node, name):
                frame.add("computes", name, "", node, instead=fact.instead)
        case "query" | "queries":
            if name.startswith(TRANSACTIONS):
                frame.add("transacts", name, "call", node, instead=fact.instead)
            else:
                twin = _twin(frame, name, fact)
                instead = call_costs.instead_of_hashing(frame, node, name, twin, arguments) if twin else ""
                querysets.note_query(frame, node, name, "api", "", awaited, twin, instead)
        case "cache":
            _note_cache(frame, node, name, fact, arguments, awaited)
        case "service" if name.startswith(MAIL) and settings.sends_mail_in_memory(frame.evaluator, frame.module):
            return
        case "template":
            frame.add("blocks", name, "template", node, instead=fact.instead)
        case _:
            if awaited:
                # awaiting what is only declared shows that the declaration is wrong, not the await
                trust: Confidence = "low" if coroutines.is_only_declared(frame, node) else "high"
                frame.add("awaits_sync", name, "value", node, instead=fact.instead, confidence=trust)
            else:
                is_cache = name.startswith(caches.CLASS) or name.startswith(caches.DEFAULT)
                twin = fact.twin if is_cache else _twin_at_hand(frame, fact) if fact.effect == "http" else ""
                frame.add("blocks", name, fact.effect, node, twin=twin, instead=fact.instead)


def _twin_at_hand(frame: Frame, fact: Fact) -> str:
    """The same of another library, where the project requires that."""
    package = fact.twin.partition(".")[0]
    return fact.twin if package and frame.evaluator.project.requires(package) else ""


def _note_cache(frame: Frame, node: ast.expr, name: str, fact: Fact, arguments: Arguments, awaited: bool) -> None:
    """A call of a cache does what the backend does that the settings name for its alias."""
    if twin := _twin(frame, name, fact):
        advice = f"await the asynchronous form, which uses a thread: `await cache.{twin}(...)`"
        fact = replace(fact, twin=twin, instead=advice)
    effect = settings.cache_effect(frame.evaluator, frame.module, caches.alias_of(frame, node, name))
    if effect or awaited:
        note_effect(frame, node, name, replace(fact, effect=effect or "service"), arguments, awaited)


def _twin(frame: Frame, name: str, fact: Fact) -> str:
    owner, _, method = name.rpartition(".")
    target = frame.evaluator.target_django
    found = twins.of_method(owner, method, target)
    if found or not fact.twin:
        return found
    return fact.twin if twins.is_available(fact.twin_since, target) else ""


def is_lifted(frame: Frame, fact: Fact, arguments: Arguments) -> bool:
    """Whether an argument such as `blocking=False` or an in-memory file takes the effect away."""
    for place, literal in fact.unless:
        if place == "()":
            if not arguments.all_values and not arguments.rest:
                return True
            continue
        value = arguments.get(int(place)) if place.isdigit() else arguments.get(-1, place)
        if value is not None and (literal == "*" or any(_is(frame, member, literal) for member in members(value))):
            return True
    return False


def _is(frame: Frame, value: Value, literal: str) -> bool:
    """Whether a value is what a table writes as `False`, `0`, a class (`io.BytesIO`) or a constant's dotted name."""
    match value:
        case Constant():
            return repr(value.value) == literal or _equal(value, literal)
        case Instance():
            return literal in frame.evaluator.classes.mro(value.of)
        case Outside():
            return value.name == literal
        case _:
            return False


def _equal(value: Constant, literal: str) -> bool:
    return (
        isinstance(value.value, (int, float))
        and literal in ("0", "0.0")
        and value.value == 0
        and (not isinstance(value.value, bool))
    )


def _is_tiny(arguments: Arguments) -> bool:
    """Whether every argument is a small literal: heavy work on those is light."""
    values = arguments.all_values
    return bool(values) and not arguments.rest and all(_is_small_literal(value) for value in values)


def _is_small_literal(value: Value) -> bool:
    match value:
        case Constant(value=str() | bytes() as text):
            return len(text) < 1000
        case Constant(value=number):
            return not isinstance(number, (int, float)) or abs(number) < 1000
        case Row(elements=elements):
            return all(_is_small_literal(element) for element in elements)
        case _:
            return False


def decorator_names(evaluator: "Evaluator", function: Function) -> tuple[str, ...]:
    """The dotted names of a function's decorators that lie outside the project, a method's under each class that its
    receiver is an instance of."""
    found = []
    there = Frame(evaluator, function.module, function.parent, function.owner)
    with there.mute():
        for decorator in function.decorators:
            node = decorator.func if isinstance(decorator, ast.Call) else decorator
            value = evaluator.value_of(there, node)
            if isinstance(value, Outside):
                found.append(value.name)
            elif isinstance(value, Method) and isinstance(value.receiver, Instance):
                found.extend(f"{dotted(of)}.{value.name}" for of in evaluator.classes.mro(value.receiver.of))
    return tuple(found)


def is_background_task(frame: Frame) -> bool:
    """Whether the running function is a task of a queue: a loop that it starts serves it alone."""
    tasks = (*transparent.GAINS_METHODS, *transparent.REPLACED_BY)
    function = frame.function
    return function is not None and not set(tasks).isdisjoint(decorator_names(frame.evaluator, function))
