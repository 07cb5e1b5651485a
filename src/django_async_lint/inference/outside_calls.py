"""Calls of functions and methods outside the project: their effects and results from the tables, and the few that
take a callable and run it somewhere else."""

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
    functions,
    loading,
    locking,
    mail,
    models,
    paginators,
    querysets,
    records,
    requests,
    service_containers,
    settings,
    special_calls,
    templates,
    twins,
)
from django_async_lint.inference.catalogue import Fact
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import (
    BOOL,
    NONE,
    UNKNOWN,
    Awaitable,
    Collection,
    Constant,
    Coroutine,
    Decorated,
    Instance,
    Manager,
    Method,
    Offloaded,
    Outside,
    QuerySet,
    Row,
    Value,
    dotted,
    join,
    members,
    short,
)
from django_async_lint.knowledge import django_orm, django_services, entry_points, http_clients, offloading, transparent
from django_async_lint.knowledge.transparent import HOLDERS
from django_async_lint.project.modules import Function

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

TRANSACTIONS = ("django.db.transaction.", "django.db.connection.", "django.db.connections.", "django.db.backends.")
MAIL = "django.core.mail."
FUTURE = "asyncio.Future"


def runs_argument_elsewhere(callee: Value) -> bool:
    """Whether a callee takes a callable to run it in a thread: then calling that callable first is a mistake."""
    if not isinstance(callee, Outside):
        return False
    return callee.name in offloading.THREAD_WRAPPERS or callee.name in offloading.THREAD_CALLS


def note_called_argument(frame: Frame, node: ast.Call, callee: Value, arguments: Arguments) -> None:
    """`sync_to_async(f(x))`: the call has happened here, on the loop."""
    assert isinstance(callee, Outside)
    index = offloading.THREAD_WRAPPERS.get(callee.name, offloading.THREAD_CALLS.get(callee.name, 0))
    if index >= len(node.args) or index >= len(arguments.positional):
        return
    written, value = node.args[index], arguments.positional[index]
    if isinstance(written, ast.Call) and not _may_be_callable(frame, value):
        frame.add("offloads_wrongly", callee.name, "called", node)


def _may_be_callable(frame: Frame, value: Value) -> bool:
    """Whether a value may be called, or nothing is known of it and nothing blocking was seen to make it."""
    uncallable = (Constant, QuerySet, Manager, Row, Coroutine)
    for member in members(value):
        if isinstance(member, uncallable):
            continue
        if isinstance(member, Instance):
            of = member.of
            if frame.evaluator.declarations.is_model(of) and frame.evaluator.classes.find(of, "__call__") is None:
                continue
            if of in ("builtins.int", "builtins.bool", "builtins.str", "requests.Response"):
                continue
        return True
    return False


def call(frame: Frame, node: ast.expr, name: str, arguments: Arguments, awaited: bool) -> Value:
    """The value of a call of something outside the project, by dotted name."""
    _note_needs(frame, node, name, arguments)
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
    fact = catalogue.call(name)
    if fact is None:
        return _unknown_call(frame, name, arguments)
    return _by_fact(frame, node, name, fact, arguments, awaited)


def _by_fact(frame: Frame, node: ast.expr, name: str, fact: Fact, arguments: Arguments, awaited: bool) -> Value:
    requests.note_call(frame, node, name)
    if fact.is_coroutine:
        return Coroutine(name, _returned(frame, node, name, fact, arguments), frame.site(node))
    if fact.is_awaitable:
        return Awaitable(_returned(frame, node, name, fact, arguments), name, frame.site(node), is_idle=True)
    if fact.effect:
        note_effect(frame, node, name, fact, arguments, awaited)
    return _returned(frame, node, name, fact, arguments)


def _returned(frame: Frame, node: ast.expr, name: str, fact: Fact, arguments: Arguments) -> Value:
    if fact.returns:
        if fact.returns in templates.CLASSES:
            return templates.loaded(frame, node, name, fact.returns, arguments)
        if fact.returns.startswith("argument:"):
            index = int(fact.returns.removeprefix("argument:"))
            return arguments.get(index) or UNKNOWN
        if fact.returns == django_orm.USER:
            user = frame.evaluator.declarations.user_model(frame.module)
            return join(Instance(user, frozenset()), NONE)
        return annotations.instance_of(frame.evaluator, _class_returned(fact.returns, arguments))
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


def _class_returned(name: str, arguments: Arguments) -> str:
    """The class of what a call returns: one of its own where the body is left on the network."""
    option, streamed = http_clients.STREAMED.get(name, ("", name))
    given = arguments.get(-1, option) if option else None
    return streamed if isinstance(given, Constant) and given.value is True else name


def _unknown_call(frame: Frame, name: str, arguments: Arguments) -> Value:
    """A call that no table holds: a name that looks like a class gives an instance of it."""
    last = name.rpartition(".")[2]
    if last[:1].isupper() and not last.isupper():
        if frame.evaluator.declarations.is_model(name):
            return loading.made(name, frame.evaluator.declarations.fields(name), dict(arguments.keywords))
        return annotations.instance_of(frame.evaluator, name)
    return UNKNOWN


def note_effect(
    frame: Frame, node: ast.expr, name: str, fact: Fact, arguments: Arguments, awaited: bool = False
) -> None:
    """Notes the effect of an outside call, unless its arguments take the effect away."""
    if not fact.effect or _is_lifted(frame, fact, arguments):
        return
    match fact.effect:
        case "cpu":
            if not (fact.constant_ok and _is_tiny(arguments)) and not call_costs.is_light(frame, node, name):
                frame.add("computes", name, "", node, instead=fact.instead)
        case "query" | "queries":
            if name.startswith(TRANSACTIONS):
                frame.add("transacts", name, "call", node, instead=fact.instead)
            else:
                querysets.note_query(frame, node, name, "api", "", awaited, _twin(frame, name, fact))
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
                twin = _twin_at_hand(frame, fact) if fact.effect == "http" else ""
                frame.add("blocks", name, fact.effect, node, twin=twin, instead=fact.instead)


def _twin_at_hand(frame: Frame, fact: Fact) -> str:
    """The same of another library, where the project requires that."""
    package = fact.twin.partition(".")[0]
    return fact.twin if package and frame.evaluator.project.requires(package) else ""


def _note_cache(frame: Frame, node: ast.expr, name: str, fact: Fact, arguments: Arguments, awaited: bool) -> None:
    """A call of a cache does what the backend does that the settings name for its alias."""
    if twin := _twin(frame, name, fact):
        fact = replace(fact, instead=f"await the asynchronous form, which uses a thread: `await cache.{twin}(...)`")
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


def _is_lifted(frame: Frame, fact: Fact, arguments: Arguments) -> bool:
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


def call_method(
    frame: Frame, node: ast.expr, receiver: Instance, path: str, arguments: Arguments, awaited: bool
) -> Value:
    """A method call on an instance of a class outside the project, or of one that inherits from it."""
    if receiver.path:
        receiver, path = Instance(receiver.of), f"{receiver.path}.{path}"
    if receiver.of in paginators.CLASSES and (page := paginators.call_method(frame, node, receiver, path)) is not None:
        return page
    if path in caches.KEEPING and frame.evaluator.classes.inherits(receiver.of, caches.CLASS):
        caches.note_kept(frame, node, path, arguments)
    if path == "send" and mail.stays_in_memory(frame.evaluator, receiver):
        return UNKNOWN
    for base in frame.evaluator.classes.mro(receiver.of):
        if not isinstance(base, str):
            continue
        _note_needs(frame, node, f"{base}.{path}", arguments)
        offloaded = _executor_method(frame, node, base, path, arguments)
        if offloaded is not None:
            return offloaded
        if path == "render":
            templates.note_method(frame, node, receiver, arguments)
            if base in templates.CLASSES:
                coroutines.note_serialised(frame, node, arguments.all_values)
        if base in _LOOPS and path in ("create_task", "ensure_future"):
            return special_calls.task(frame, node, "" if base in _TASK_GROUPS else f"{base}.{path}", arguments)
        note_callback(frame, node, f"{base}.{path}", arguments)
        if base in _EXIT_STACKS and path in ("enter_context", "enter_async_context"):
            return _entered_by_stack(frame, node, path, arguments)
        if base in _LOGGERS and path in special_calls.LOGGING_METHODS:
            special_calls.note_logged(frame, node, path, arguments)
            return NONE
        if base in django_orm.ABSTRACT_MODELS:
            found = _model_method(frame, node, receiver, base, path, awaited)
            if found is not None:
                return found
        if (index := transparent.CONSUMING_METHODS.get(f"{base}.{path}")) is not None:
            consumed = arguments.get(index)
            if consumed is not None and isinstance(node, ast.Call):
                frame.evaluator.iterate(frame, node.args[index], consumed, "for")
        if (index := transparent.RESOLVERS.get(f"{base}.{path}")) is not None:
            return service_containers.resolved(frame, index, arguments)
        fact = catalogue.method(base, path)
        if fact is not None and frame.evaluator.classes.inherits(base, requests.SESSION):
            return _session_method(frame, node, receiver, f"{base}.{path}", fact, arguments, awaited)
        if fact is not None:
            return _held(frame, receiver, path, _by_fact(frame, node, f"{base}.{path}", fact, arguments, awaited))
    return _held(frame, receiver, path, UNKNOWN)


def note_task_method(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    """What a method of a task or another future of asyncio is given, as `task.add_done_callback(f)` is."""
    _note_needs(frame, node, f"{FUTURE}.{name}", arguments)
    note_callback(frame, node, f"{FUTURE}.{name}", arguments)


def note_callback(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    """What a callback does that the loop calls later, as `loop.call_soon(f)` has it: it holds the loop then."""
    index = entry_points.LOOP_CALLBACKS.get(name)
    target = arguments.get(index) if index is not None else None
    if target is not None and index is not None and not frame.muted:
        frame.evaluator.call(frame, node, target, Arguments(arguments.positional[index + 1 :], rest=True))


def _held(frame: Frame, receiver: Instance, path: str, result: Value) -> Value:
    """What a method gives that takes something out of its object, where its declaration says what that holds."""
    if not receiver.state or (result not in (UNKNOWN, NONE) and type(result) is not Coroutine):
        return result
    held = records.held(receiver, path, frame.evaluator.classes.mro(receiver.of))
    return result._replace(result=held) if isinstance(result, Coroutine) else held


def _note_needs(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    """Coroutines that are given to what needs a function, or needs their results to keep or send them."""
    index = offloading.TAKES_FUNCTION.get(name)
    if index is not None:
        function = arguments.get(index, offloading.KEYWORDS.get(name, ""))
        if function is not None:
            coroutines.note_use(frame, node, function, "function")
            written = node.args[index] if isinstance(node, ast.Call) and index < len(node.args) else None
            if not coroutines.is_variable(frame, written):
                _note_callback(frame, node, name, function)
    if name in django_services.SENDS_ARGUMENTS:
        coroutines.note_serialised(frame, node, arguments.all_values)


def _note_callback(frame: Frame, node: ast.expr, name: str, value: Value) -> None:
    """A callback that nobody awaits: a coroutine function, or a function whose coroutine is dropped."""
    inner = functions.inner_function(value)
    if inner is None or isinstance(value, (Offloaded, Decorated)):
        return
    if inner.function.is_async:
        if name in offloading.RUNS_PLAIN_FUNCTION and not inner.function.facts.is_generator:
            frame.add("offloads_wrongly", name, "coroutine_function", node)
    elif name in offloading.DROPS_RESULT:
        with frame.mute():
            result = frame.evaluator.call(frame, node, value, Arguments(rest=True))
        first = members(result)[0]
        if isinstance(first, Coroutine) and coroutines.is_coroutine(result):
            is_lambda = isinstance(inner.function.node, ast.Lambda)
            made = first.made if is_lambda else frame.site(node)
            frame.add_at(made, "drops_coroutine", first.origin, "statement", node)


def has_method(frame: Frame, instance: Instance, name: str) -> bool:
    """Whether the tables know a method of an instance."""
    classes = frame.evaluator.classes.mro(instance.of)
    return any(isinstance(base, str) and catalogue.method(base, name) is not None for base in classes)


def _session_method(
    frame: Frame, node: ast.expr, session: Instance, sink: str, fact: Fact, arguments: Arguments, awaited: bool
) -> Value:
    """A method of a session: what it does depends on the engine and on what is in memory already."""
    name = sink.rpartition(".")[2]
    if fact.effect:
        fact = replace(fact, effect=requests.session_effect(frame, session, name))
    result = _by_fact(frame, node, sink, fact, arguments, awaited)
    reads = not django_services.SESSION_READS.isdisjoint((name, name.removeprefix("a")))
    if reads and not _is_lifted(frame, fact, arguments):
        requests.note_session_used(frame, node)
    return result


def _model_method(
    frame: Frame, node: ast.expr, receiver: Instance, base: str, name: str, awaited: bool
) -> Value | None:
    """A method that a model outside the project defines, such as `user.has_perm`; None when it has none."""
    entry = django_orm.ABSTRACT_MODELS[base]
    methods, lazy = entry.get("methods", {}), entry.get("lazy", "")
    assert isinstance(methods, dict) and isinstance(lazy, str)
    sink = f"{short(receiver.of)}.{name}"
    if name in methods and not _may_all(receiver, name):
        twin = twins.of_method(base, name, frame.evaluator.target_django)
        querysets.note_query(frame, node, sink, name, "", awaited, twin)
        return _of_model_method(receiver, methods[name])
    if name in lazy.split():
        return QuerySet(receiver.of)
    if name in twins.NAMES and name.removeprefix("a") in methods:
        return Coroutine(sink, _of_model_method(receiver, methods[name.removeprefix("a")]), frame.site(node))
    return None


def _may_all(user: Instance, name: str) -> bool:
    """Whether a user was made as one who may do everything, which `has_perm` sees without asking anybody."""
    told = {key: value.value for key, value in user.state or () if isinstance(value, Constant)}
    return name in django_orm.MAY_ALL_METHODS and told == django_orm.MAY_ALL


def _of_model_method(receiver: Instance, word: str) -> Value:
    """What the tables' word for the result of a model's method stands for."""
    row = Instance(receiver.of, frozenset())
    match word:
        case "instance":
            return row
        case "instance_or_none":
            return join(row, NONE)
        case "instances":
            return Collection("list", row)
        case "queryset":
            return QuerySet(receiver.of)
        case "bool":
            return BOOL
        case "none":
            return NONE
        case _:
            return UNKNOWN


def _entered_by_stack(frame: Frame, node: ast.expr, path: str, arguments: Arguments) -> Value:
    is_async = path == "enter_async_context"
    entered = frame.evaluator.enter(frame, node, arguments.get(0) or UNKNOWN, is_async)
    return Coroutine(f"contextlib.AsyncExitStack.{path}", entered, frame.site(node)) if is_async else entered


_EXIT_STACKS = frozenset({"contextlib.ExitStack", "contextlib.AsyncExitStack"})
_TASK_GROUPS = frozenset({"asyncio.TaskGroup"})
_LOOPS = frozenset({"asyncio.AbstractEventLoop", *_TASK_GROUPS})
_LOGGERS = frozenset({"logging.Logger"})


def _executor_method(frame: Frame, node: ast.expr, base: str, path: str, arguments: Arguments) -> Value | None:
    index = offloading.EXECUTOR_METHODS.get(base, {}).get(path)
    if index is None:
        return None
    target = arguments.get(index)
    rest = Arguments(arguments.positional[index + 1 :], arguments.keywords)
    result: Value = UNKNOWN
    if target is not None:
        with frame.aside(node):
            result = frame.evaluator.call(frame, node, target, rest)
    if path in offloading.EXECUTOR_AWAITABLES:
        return Awaitable(result)
    fact = catalogue.method(base, path)
    if fact is not None and fact.effect:
        note_effect(frame, node, f"{base}.{path}", fact, arguments)
    given = fact.returns if fact is not None else ""
    return Instance(given, state=(("held", result),) if given in HOLDERS else None) if given else UNKNOWN


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
