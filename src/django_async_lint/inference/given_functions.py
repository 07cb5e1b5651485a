"""Functions given to calls outside the project: a coroutine where a function is needed, what the loop calls later,
and callbacks whose coroutine nobody awaits."""

import ast

from django_async_lint.inference import coroutines, functions
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import (
    Collection,
    Constant,
    Coroutine,
    Decorated,
    Instance,
    Manager,
    Mapping,
    Method,
    Offloaded,
    Outside,
    QuerySet,
    Row,
    Value,
)
from django_async_lint.knowledge import django_services, entry_points, offloading

FUTURE = "asyncio.Future"


def runs_argument_elsewhere(callee: Value) -> bool:
    """Whether a callee takes a callable to run it in a thread: then calling that callable first is a mistake."""
    if not isinstance(callee, Outside):
        return False
    return callee.name in offloading.THREAD_WRAPPERS or callee.name in offloading.THREAD_CALLS


def starts_loop(callee: Value) -> bool:
    """Whether a callee starts a loop for the coroutine that it is given."""
    match callee:
        case Outside():
            return callee.name in offloading.LOOP_RUNNERS
        case Method(receiver=Instance(of=str() as of)):
            return f"{of}.{callee.name}" in offloading.LOOP_RUNNERS
        case _:
            return False


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
    uncallable = (Constant, QuerySet, Manager, Row, Collection, Mapping, Coroutine)
    for member in members(value):
        if isinstance(member, uncallable):
            continue
        if isinstance(member, Instance):
            of = member.of
            if frame.evaluator.declarations.is_model(of) and frame.evaluator.classes.find(of, "__call__") is None:
                continue
            if of in offloading.DATA:
                continue
        return True
    return False


def note_needed(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
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


def note_callback(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    """What a callback does that the loop calls later, as `loop.call_soon(f)` has it: it holds the loop then."""
    index = entry_points.LOOP_CALLBACKS.get(name)
    target = arguments.get(index) if index is not None else None
    if target is not None and index is not None and not frame.muted:
        frame.evaluator.call(frame, node, target, Arguments(arguments.positional[index + 1 :], rest=True))


def note_task_method(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    """What a method of a task or another future of asyncio is given, as `task.add_done_callback(f)` is."""
    note_needed(frame, node, f"{FUTURE}.{name}", arguments)
    note_callback(frame, node, f"{FUTURE}.{name}", arguments)


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
