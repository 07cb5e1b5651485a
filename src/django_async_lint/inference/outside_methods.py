"""Methods of classes outside the project: sessions, models, executors, stacks, loops, and whatever the tables know."""

import ast
from dataclasses import replace

from django_async_lint.inference import (
    caches,
    catalogue,
    coroutines,
    given_functions,
    mail,
    outside_calls,
    paginators,
    querysets,
    records,
    requests,
    service_containers,
    special_calls,
    structuring,
    templates,
    twins,
)
from django_async_lint.inference.catalogue import Fact
from django_async_lint.inference.describing import short
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join
from django_async_lint.inference.values import (
    BOOL,
    NONE,
    UNKNOWN,
    Awaitable,
    Collection,
    Constant,
    Coroutine,
    Instance,
    QuerySet,
    Value,
    constant,
    truth,
)
from django_async_lint.knowledge import django_orm, django_services, offloading, on_the_loop, transparent
from django_async_lint.knowledge.transparent import HOLDERS

_EXIT_STACKS = frozenset({"contextlib.ExitStack", "contextlib.AsyncExitStack"})
_TASK_GROUPS = frozenset({"asyncio.TaskGroup"})
_LOOPS = frozenset({"asyncio.AbstractEventLoop", *_TASK_GROUPS})
_LOGGERS = frozenset({"logging.Logger"})


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
        if special_calls.is_on_no_disk(node, base):
            return UNKNOWN
        if (answer := on_the_loop.ANSWERS.get(f"{base}.{path}")) is not None:
            return constant(answer)
        given_functions.note_needed(frame, node, f"{base}.{path}", arguments)
        offloaded = _executor_method(frame, node, base, path, arguments)
        if offloaded is not None:
            return offloaded
        if path == "render":
            templates.note_method(frame, node, receiver, arguments)
            if base in templates.CLASSES:
                coroutines.note_serialised(frame, node, arguments.all_values)
        if base in _LOOPS and path in ("create_task", "ensure_future"):
            return special_calls.task(frame, node, "" if base in _TASK_GROUPS else f"{base}.{path}", arguments)
        given_functions.note_callback(frame, node, f"{base}.{path}", arguments)
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
        if (copy := structuring.copied(receiver, base, path)) is not None:
            return copy
        fact = catalogue.method(base, path)
        if fact is not None and frame.evaluator.classes.inherits(base, requests.SESSION):
            return _session_method(frame, node, receiver, f"{base}.{path}", fact, arguments, awaited)
        if fact is not None:
            fact = _with_row(f"{base}.{path}", fact, arguments)
            name = base if path == "__call__" else f"{base}.{path}"
            result = outside_calls.by_fact(frame, node, name, fact, arguments, awaited)
            return _held(frame, receiver, path, result)
    return _held(frame, receiver, path, UNKNOWN)


def _with_row(name: str, fact: Fact, arguments: Arguments) -> Fact:
    """What a method of a file does: it asks the database where it saves the row that the file belongs to."""
    place = django_orm.SAVES_ROW.get(name)
    if place is None or truth(arguments.get(place, "save") or UNKNOWN) is False:
        return fact
    return replace(fact, effect="query")


def _held(frame: Frame, receiver: Instance, path: str, result: Value) -> Value:
    """What a method gives that takes something out of its object, where its declaration says what that holds."""
    if not receiver.state or (result not in (UNKNOWN, NONE) and type(result) is not Coroutine):
        return result
    held = records.held(receiver, path, frame.evaluator.classes.mro(receiver.of))
    return result._replace(result=held) if isinstance(result, Coroutine) else held


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
    result = outside_calls.by_fact(frame, node, sink, fact, arguments, awaited)
    reads = not django_services.SESSION_READS.isdisjoint((name, name.removeprefix("a")))
    if reads and not outside_calls.is_lifted(frame, fact, arguments):
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
        outside_calls.note_effect(frame, node, f"{base}.{path}", fact, arguments)
    given = fact.returns if fact is not None else ""
    return Instance(given, state=(("held", result),) if given in HOLDERS else None) if given else UNKNOWN
