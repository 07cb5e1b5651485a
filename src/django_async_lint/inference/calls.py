"""Calls: arguments evaluated in order, the callee told by its value, the effects of both noted at the call.

What is known of functions outside the project is in `outside_calls`, of builtins in `builtin_calls`.
"""

import ast
from contextlib import nullcontext
from typing import TYPE_CHECKING

from django_async_lint.inference import (
    annotations,
    asked,
    awaiting,
    call_costs,
    catalogue,
    construction,
    coroutines,
    decorators,
    dispatching,
    functions,
    given_functions,
    implementations,
    loading,
    memory,
    method_calls,
    models,
    outside_calls,
    outside_methods,
    own_twins,
    records,
    recursion,
    requests,
    serializers,
    sizes,
)
from django_async_lint.inference.effects import GUARDED, RISING
from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, members, union
from django_async_lint.inference.values import (
    NOTHING,
    UNKNOWN,
    AsyncIterator,
    Atomic,
    Awaitable,
    ClassValue,
    Context,
    Coroutine,
    Decorated,
    Factory,
    FunctionValue,
    Generator,
    Instance,
    Key,
    Manager,
    Mapping,
    Method,
    Nothing,
    Offloaded,
    OnLoop,
    Outside,
    Partial,
    QuerySet,
    RecordClass,
    Row,
    Super,
    Union,
    Value,
    is_none,
)
from django_async_lint.knowledge import django_services, transparent
from django_async_lint.project.modules import Class, Function

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

STEPS_OF_PROJECT_CALL = 1
"""What calling a function written in Python costs by itself."""


def evaluate(frame: Frame, node: ast.Call, awaited: bool) -> Value:
    """The value of a call expression."""
    if isinstance(node.func, ast.Name) and node.func.id == "super":
        special = _super(frame, node)
        if special is not None:
            return special
    owner, callee = _callee(frame, node.func)
    offloads = given_functions.runs_argument_elsewhere(callee)
    starts_loop = given_functions.starts_loop(callee)
    frame.starting += starts_loop
    arguments = evaluated_arguments(frame, node)
    frame.starting -= starts_loop
    if offloads:
        given_functions.note_called_argument(frame, node, callee, arguments)
    frame.evaluator.count_call(frame, node, callee, owner)
    if isinstance(callee, FunctionValue) and functions.is_refused(callee, arguments):
        return UNKNOWN
    is_chosen = frame.function is not None and node in frame.evaluator.chosen_calls(frame.function)
    frame.doubted += is_chosen
    with frame.using(owner):
        result = call(frame, node, callee, arguments, awaited)
    if frame.is_async or (frame.function is not None and any(type(each) is Coroutine for each in members(result))):
        awaiting.note_call(frame, node, callee, arguments, result, awaited)
    call_costs.note(frame, node, callee, arguments, awaited)
    frame.doubted -= is_chosen
    return result


def _callee(frame: Frame, node: ast.expr) -> tuple[Value, Value]:
    """The value before the last dot of what is called, unknown where there is none, and what is called."""
    evaluator = frame.evaluator
    path = access_path(node)
    if not isinstance(node, ast.Attribute) or (path is not None and path in (frame.env or {})):
        return UNKNOWN, evaluator.value_of(frame, node)
    owner = evaluator.value_of(frame, node.value)
    return owner, evaluator.attribute(frame, node, owner, node.attr)


def _super(frame: Frame, node: ast.Call) -> Value | None:
    function = frame.function
    while function is not None and function.owner is None:
        function = function.parent
    if function is None or function.owner is None or frame.env is None or "super" in frame.env:
        return None
    first = function.facts.positional[:1]
    receiver: Value = UNKNOWN
    if first:
        receiver = frame.env.get(first[0]) or frame.captured.get(first[0], UNKNOWN)
    if node.args:
        named = frame.evaluator.value_of(frame, node.args[0])
        return Super(named.of, receiver) if isinstance(named, ClassValue) else UNKNOWN
    return Super(function.owner, receiver)


def evaluated_arguments(frame: Frame, node: ast.Call) -> Arguments:
    """The arguments of a call; known stars are spread, unknown ones noted as `rest`."""
    positional: list[Value] = []
    keywords: list[tuple[str, Value]] = []
    rest = is_named = False
    for argument in node.args:
        if isinstance(argument, ast.Starred):
            value = frame.evaluator.value_of(frame, argument.value)
            if isinstance(value, Row):
                positional.extend(value.elements)
            else:
                frame.evaluator.iterate(frame, argument.value, value, "unpack")
                rest = True
        elif not rest:
            positional.append(frame.evaluator.value_of(frame, argument))
        else:
            frame.evaluator.value_of(frame, argument)
    for keyword in node.keywords:
        value = frame.evaluator.value_of(frame, keyword.value)
        if keyword.arg is not None:
            keywords.append((keyword.arg, value))
        elif isinstance(value, Mapping) and isinstance(value.other, Nothing):
            keywords.extend((name, item) for name, item in value.items if isinstance(name, str))
        else:
            rest = is_named = True
    return Arguments(tuple(positional), tuple(keywords), rest, rest and not is_named)


def call(frame: Frame, node: ast.expr, callee: Value, arguments: Arguments, awaited: bool = False) -> Value:
    """What calling a value with these arguments gives, its effects noted at `node`."""
    match callee:
        case FunctionValue():
            if awaited and implementations.is_coroutine_of_an_heir(frame, callee):
                return UNKNOWN
            return _function(frame, node, callee, arguments, awaited)
        case ClassValue():
            return _construct(frame, node, callee.of, arguments)
        case Outside():
            return outside_calls.call(frame, node, callee.name, arguments, awaited)
        case Method():
            return method_calls.call(frame, node, callee, arguments, awaited)
        case Union():
            return _alternatives(frame, node, callee, arguments, awaited)
        case Offloaded():
            return _offloaded(frame, node, callee, arguments)
        case Partial():
            joined = Arguments(
                (*callee.positional, *arguments.positional),
                (*callee.keywords, *arguments.keywords),
                arguments.rest,
            )
            return call(frame, node, callee.target, joined, awaited)
        case Instance():
            return _call_instance(frame, node, callee, arguments, awaited)
        case Decorated():
            return _decorated(frame, node, callee, arguments, awaited)
        case Atomic():
            return _atomic(frame, node, callee, arguments, awaited)
        case OnLoop():
            if not awaited:
                frame.add("blocks", "asgiref.sync.async_to_sync", "loop", node, instead="await the coroutine")
            return _on_loop(frame, node, callee, arguments)
        case Factory():
            return callee.result
        case RecordClass():
            return construction.record(callee, arguments)
        case Coroutine():
            coroutines.note_use(frame, node, callee, "call")
            return UNKNOWN
        case Nothing():
            return NOTHING
        case _:
            return UNKNOWN


def _on_loop(frame: Frame, node: ast.expr, callee: OnLoop, arguments: Arguments) -> Value:
    """What `async_to_sync(f)(x)` gives; what f does only for x is told in a plain function, where the loop starts."""
    with frame.mute():
        result = call(frame, node, callee.target, arguments)
    target = callee.target
    if isinstance(target, FunctionValue) and target.function.is_async and not frame.is_async:
        frame.starting += 1
        _rise_specific(frame, node, target, functions.key_of(frame.evaluator, target, arguments))
        frame.starting -= 1
    return coroutines.result_of(result)


def _alternatives(frame: Frame, node: ast.expr, callee: Union, arguments: Arguments, awaited: bool) -> Value:
    """One of several callables is called. Where the result is awaited and some are coroutine functions, the
    plain functions among them are surely not meant here."""
    has_coroutines = any(
        isinstance(member, Offloaded) or (isinstance(member, FunctionValue) and member.function.is_async)
        for member in callee.members
    )
    results: list[Value] = []
    receivers = [member.bound for member in callee.members if isinstance(member, FunctionValue) and member.bound]
    is_doubtful = loading.differ(receivers)
    for member in callee.members:
        if isinstance(member, Coroutine):
            results.append(UNKNOWN)  # a fault only where all of them are
            continue
        is_plain = isinstance(member, FunctionValue) and not member.function.is_async
        is_meant = not (awaited and has_coroutines and is_plain)
        with frame.doubt() if is_doubtful else nullcontext(), nullcontext() if is_meant else frame.mute():
            results.append(call(frame, node, member, arguments, awaited))
    return union(tuple(results))


def _function(frame: Frame, node: ast.expr, value: FunctionValue, arguments: Arguments, awaited: bool) -> Value:
    evaluator = frame.evaluator
    value = dispatching.chosen(frame, value, arguments)
    function = value.function
    if frame.function is not None:
        evaluator.callers.setdefault(function, {})[frame.function] = None
    is_mutual = frame.function is not None and recursion.is_mutual(evaluator, frame.function, function)
    if is_mutual:
        value, arguments = recursion.widened_function(value), recursion.widened(arguments)
    else:
        captured = (*sizes.handed_over(frame, node, value), *asked.handed_over(frame, node, value))
        value = value._replace(captured=captured)
    key = functions.key_of(evaluator, value, arguments)
    if function.is_async:
        frame.waits.called.setdefault(node, {})[key] = None
    if function.facts.is_generator:
        if not function.is_async:
            return Generator(key)
        if not is_mutual:
            _rise_specific(frame, node, value, key)
        return AsyncIterator(evaluator.summary(key).yields, function.dotted)
    summary = evaluator.summary(key)
    if summary.length:
        frame.lengths[node], frame.contents[node] = summary.length, summary.content
    if awaited:  # `await in_thread(form.full_clean)()`
        memory.note_validated(frame, node)
    requests.note_given(frame, (*arguments.all_values, *(each for _, each in value.captured)), summary)
    if summary.left and not is_mutual:  # else what is in memory would depend on itself, and a circle never settle
        memory.recall(frame, node, value, arguments, dict(summary.left))
    if function.is_async:
        if not is_mutual:
            _rise_specific(frame, node, value, key)
        if _is_declared_iterator(evaluator, function, summary.value):
            return next(each for each in members(summary.value) if isinstance(each, AsyncIterator))
        return Coroutine(function.dotted, summary.value, frame.site(node))
    if summary.handed_on is not None:
        frame.waits.handed_on[node] = summary.handed_on
    once = not arguments.all_values and not arguments.rest and _is_memo(frame, function)
    call_costs.note_recursion(frame, node, key)
    own_twin = own_twins.at_call(frame, node, function) if summary.effects else ""
    is_same = bool(own_twin) and own_twins.is_same(frame.evaluator, function, own_twin)
    sure = summary.sure_if_awaited if awaited and summary.sure_if_awaited is not None else len(summary.effects)
    steps = summary.steps + STEPS_OF_PROJECT_CALL
    frame.rise(node, summary.effects[:sure], function.dotted, steps, once, own_twin=own_twin, is_same_twin=is_same)
    with frame.doubt():
        frame.rise(node, summary.effects[sure:], function.dotted, once=once, own_twin=own_twin, is_same_twin=is_same)
    if function.name == "__init__" and frame.function is not None and frame.function.name == "__init__":
        _keep_stores(frame, summary.stores)
    if function.facts.nonlocal_names and function.parent is frame.function:
        for name, stored in summary.stores:
            if name in function.facts.nonlocal_names and frame.env is not None:
                frame.bind(name, join(frame.env.get(name, NOTHING), stored))
    return summary.value


def _is_declared_iterator(evaluator: "Evaluator", function: Function, result: Value) -> bool:
    """Whether an `async def` without a body is declared to give an asynchronous iterator: what overrides it is an
    asynchronous generator, although such a declaration is not one."""
    found = [each for each in members(result) if not is_none(each)]
    gives = bool(found) and all(isinstance(each, AsyncIterator) for each in found)
    return gives and implementations.is_declaration(evaluator, function)


def _keep_stores(frame: Frame, stores: tuple[tuple[str, Value], ...]) -> None:
    """What an ancestor's constructor sets on the instance, this constructor sets."""
    for name, value in stores:
        if name.startswith("."):
            frame.stores[name] = join(frame.stores.get(name, NOTHING), value)


def _is_memo(frame: Frame, function: Function) -> bool:
    """Whether a function keeps its result (`functools.cache` and the like): without arguments it runs once."""
    if not function.decorators or function.owner is not None:
        return False
    names = outside_calls.decorator_names(frame.evaluator, function)
    return not transparent.MEMOS.isdisjoint(names)


def _rise_specific(frame: Frame, node: ast.expr, value: FunctionValue, key: Key) -> None:
    """What a coroutine does only for these arguments is this caller's; the rest is reported inside it."""
    evaluator = frame.evaluator
    if evaluator.project.is_installed(value.function.module):
        effects = evaluator.summary(key).effects  # nothing is reported there
        frame.rise(node, effects, value.function.dotted, lazily=True)
        return
    if frame.muted or frame.env is None:
        return
    rising = [effect for effect in evaluator.summary(key).effects if effect.kind in RISING]
    if not rising:  # else what a nested function does would be asked of the end of the function around it: a circle
        return
    bound = value.bound
    receiver = Instance(bound.of) if isinstance(bound, Instance) else bound
    generic = functions.generic_key(evaluator, value.function, receiver)
    if key == generic:
        return
    starts_loop = frame.starting > 0 and not frame.is_async
    kinds = GUARDED if starts_loop and outside_calls.is_background_task(frame) else RISING
    common = {(effect.identity, effect.site, effect.confidence) for effect in evaluator.summary(generic).effects}
    specific = tuple(
        effect
        for effect in rising
        if effect.kind in kinds and (effect.identity, effect.site, effect.confidence) not in common
    )
    frame.rise(node, specific, value.function.dotted, lazily=True, on_own_loop=starts_loop)


def _construct(frame: Frame, node: ast.expr, cls: Class, arguments: Arguments) -> Value:
    evaluator = frame.evaluator
    classes = evaluator.classes
    if evaluator.declarations.is_model(cls):
        _run_method(frame, node, Instance(cls), "__init__", arguments)
        fields = evaluator.declarations.fields(cls)
        requests.used_by_arguments(frame, node, arguments.all_values)
        coroutines.note_given(frame, node, arguments.all_values, "store")
        return loading.made(cls, fields, dict(arguments.keywords))
    if classes.inherits(cls, *django_services.SERIALISER_CLASSES):
        coroutines.note_given(frame, node, arguments.all_values)
    made = annotations.instance_of(evaluator, cls)
    if records.is_enumeration(evaluator, cls):
        return made
    if isinstance(made, QuerySet):
        model = models.class_value(arguments.positional[0]) if arguments.positional else None
        return made._replace(model=model or models.class_value(arguments.get(-1, "model") or UNKNOWN))
    if isinstance(made, Manager):
        return made
    if classes.find(cls, "__new__") is not None:
        _run_method(frame, node, ClassValue(cls), "__new__", Arguments((ClassValue(cls), *arguments.positional)))
    by_default: dict[str, Value] = {}
    if not _run_method(frame, node, made, "__init__", arguments):
        _construct_outside(frame, node, cls, arguments)
        factories = construction.default_factories(frame, cls, arguments)
        by_default = {name: call(frame, node, factory, Arguments()) for name, factory in factories}
    _run_method(frame, node, made, "__post_init__", Arguments())
    if not isinstance(made, Instance):
        return made
    kept = construction.kept(frame, made, cls, arguments, by_default)
    return serializers.made(kept, arguments) if serializers.is_serializer(evaluator, kept) else kept


def _construct_outside(frame: Frame, node: ast.expr, cls: Class, arguments: Arguments) -> None:
    """The constructor of a class outside the project that this one inherits and does not override."""
    for base in frame.evaluator.classes.mro(cls):
        if isinstance(base, str) and (fact := catalogue.call(base)) is not None and fact.effect:
            outside_calls.note_effect(frame, node, base, fact, arguments)
            return


def _run_method(frame: Frame, node: ast.expr, receiver: Value, name: str, arguments: Arguments) -> bool:
    """Calls a special method that the project's own classes define; False when there is none."""
    cls = receiver.of if isinstance(receiver, (Instance, ClassValue)) else None
    found = frame.evaluator.classes.find(cls, name) if cls is not None else None
    if found is None or cls is None:
        return False
    method = frame.evaluator.bound_member(frame, node, found, receiver, cls)
    if name == "__new__" and isinstance(method, FunctionValue):
        method = method._replace(bound=None)
    call(frame, node, method, arguments)
    return True


def _call_instance(frame: Frame, node: ast.expr, value: Instance, arguments: Arguments, awaited: bool) -> Value:
    if value.path and isinstance(value.of, str):
        return outside_methods.call_method(frame, node, Instance(value.of), value.path, arguments, awaited)
    result = frame.evaluator.special_call(frame, node, value, arguments, awaited)
    if result is not None:
        return result
    return outside_methods.call_method(frame, node, value, "__call__", arguments, awaited)


def _offloaded(frame: Frame, node: ast.expr, value: Offloaded, arguments: Arguments) -> Value:
    """What runs in a thread has no effect here; only its result comes back."""
    inner = functions.inner_function(value.target)
    wrapper = node.func if isinstance(node, ast.Call) and isinstance(node.func, ast.Call) else None
    written = wrapper.args[0] if wrapper is not None and wrapper.args else None
    is_async = inner is not None and inner.function.is_async and not inner.function.facts.is_generator
    if is_async and not coroutines.is_variable(frame, written):
        frame.add("offloads_wrongly", "asgiref.sync.sync_to_async", "coroutine_function", node)
    with frame.aside(node):
        result = call(frame, node, value.target, arguments)
    memory.note_validated(frame, node)
    origin = inner.function.dotted if inner is not None else "asgiref.sync.sync_to_async"
    return Coroutine(origin, result, frame.site(node))


def _decorated(frame: Frame, node: ast.expr, value: Decorated, arguments: Arguments, awaited: bool) -> Value:
    inner = functions.inner_function(value.target)
    manager = transparent.CONTEXT_MANAGER_DECORATORS.get(value.decorator)
    if manager is not None and inner is not None:
        return Context(functions.key_of(frame.evaluator, inner, arguments), manager == "async with")
    if value.decorator in transparent.KEEPS_RESULT:
        if awaited and inner is not None and value.decorator in transparent.MEMOS:
            _note_kept(frame, node, inner.function)
        return _kept(call(frame, node, value.target, arguments, awaited), value.decorator)
    if inner is not None and value.decorator == decorators.ASYNC_UNSAFE:
        frame.add("queries", inner.function.dotted, inner.function.name, node)
        with frame.mute():
            return call(frame, node, value.target, arguments)
    if awaited or (inner is not None and inner.function.is_async):
        with frame.mute():
            result = call(frame, node, value.target, arguments)
        return UNKNOWN if not isinstance(result, Coroutine) else _awaitable_of(result)
    return call(frame, node, value.target, arguments)


def _note_kept(frame: Frame, node: ast.expr, function: Function) -> None:
    """A coroutine that a cache keeps is awaited. Of a coroutine function the decorator is reported."""
    if not function.is_async:
        frame.add("uses_coroutine", function.dotted, "cached", node)


def _kept(value: Value, decorator: str) -> Value:
    """What a cache gives, that keeps the coroutine and not its result."""
    return union(
        tuple(each._replace(kept_by=decorator) if isinstance(each, Coroutine) else each for each in members(value))
    )


def _awaitable_of(value: Coroutine) -> Value:
    """A coroutine function under an unknown decorator: awaiting it likely gives the same, dropping it may be fine."""
    return Awaitable(value.result)


def _atomic(frame: Frame, node: ast.expr, value: Atomic, arguments: Arguments, awaited: bool) -> Value:
    if value.target is None:
        return Atomic(arguments.positional[0]) if arguments.positional else value
    inner = functions.inner_function(value.target)
    if inner is not None and inner.function.is_async and (inner.function.owner or inner.function.parent):
        return call(frame, node, value.target, arguments, awaited)  # told at its decorator
    frame.add("transacts", "django.db.transaction.atomic", "call", node)
    return call(frame, node, value.target, arguments, awaited)
