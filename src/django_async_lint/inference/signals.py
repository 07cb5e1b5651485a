"""Signals: what sending one does is what its receivers do.

`send` on the loop raises at asynchronous ones, `asend` waits for them and beside them for a thread with the plain ones.
"""

import ast
from collections.abc import Iterable, Iterator
from contextlib import nullcontext

from django_async_lint.inference import callbacks, twins
from django_async_lint.inference.effects import Waited
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments, generic_key
from django_async_lint.inference.values import UNKNOWN, Collection, Coroutine, Instance, Value
from django_async_lint.project.classes import dotted_text
from django_async_lint.project.modules import Function
from django_async_lint.project.receivers import meanings

SIGNAL = "django.dispatch.Signal"
ON_LOOP = frozenset({"send", "send_robust"})
RUNS_COROUTINES_SINCE = "5.0"
"""Before this release `send` made coroutines of asynchronous receivers and ran none."""
IN_THREADS = frozenset({"asend", "asend_robust"})


def call_method(frame: Frame, node: ast.expr, receiver: Instance, name: str, arguments: Arguments) -> Value | None:
    """`signal.send(...)` runs the plain receivers here, `signal.asend(...)` elsewhere; None for others."""
    if name not in ON_LOOP and name not in IN_THREADS and name != "connect":
        return None
    if not frame.evaluator.classes.inherits(receiver.of, SIGNAL):
        return None
    if name == "connect":
        callbacks.note_call(frame, node, callbacks.CONNECT, arguments)
        return None
    responses = Collection("list", UNKNOWN)
    receivers = list(_receivers(frame, node))
    if name in IN_THREADS:
        _note_wait(frame, node, name, receivers, arguments)
        return Coroutine(f"{SIGNAL}.{name}", responses, frame.site(node))
    for function in receivers:
        if function.is_async:
            _note_loop(frame, node, name)
        else:
            with frame.swallow() if name == "send_robust" else nullcontext():
                _run(frame, node, function, arguments)
    is_plain_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    if is_plain_call and twins.is_available(RUNS_COROUTINES_SINCE, frame.evaluator.target_django):
        frame.offer(node, f"a{name}")
    return responses


def _receivers(frame: Frame, node: ast.expr) -> Iterator[Function]:
    """The functions of the project that listen to the signal that is sent at a node."""
    func = node.func if isinstance(node, ast.Call) else None
    if isinstance(func, ast.Attribute):
        for signal in meanings(frame.module, frame.evaluator.names, dotted_text(func.value)):
            yield from frame.evaluator.declarations.receivers(signal)


def _run(frame: Frame, node: ast.expr, function: Function, arguments: Arguments) -> None:
    given = (("sender", arguments.get(0, "sender") or UNKNOWN), *arguments.keywords)
    listener = frame.evaluator.decorated(function)
    frame.evaluator.call(frame, node, listener, Arguments((), tuple(dict(given).items()), rest=True))


def _note_wait(frame: Frame, node: ast.expr, name: str, receivers: Iterable[Function], arguments: Arguments) -> None:
    """`asend` waits for its asynchronous receivers, and beside them for one thread that runs the plain ones."""
    if frame.muted:
        return
    coroutines = tuple(generic_key(frame.evaluator, each) for each in receivers if each.is_async)
    plain = [each for each in receivers if not each.is_async]
    waited = [Waited(f"{SIGNAL}.{name}", "project", coroutines)] if coroutines else []
    if plain:
        with frame.aside(node):
            for function in plain:
                _run(frame, node, function, arguments)
        waited.append(Waited(f"{SIGNAL}.{name}", "thread", inside=frame.waits.offloaded.pop(node, ())))
    if waited:
        frame.waits.handed_on[node] = waited[0]
    for beside in waited[1:]:
        frame.add_wait(node, beside, "together")


def _note_loop(frame: Frame, node: ast.expr, name: str) -> None:
    """`send` to an asynchronous receiver goes through `async_to_sync`, which raises on a running loop."""
    if twins.is_available(RUNS_COROUTINES_SINCE, frame.evaluator.target_django):
        frame.add("blocks", f"{SIGNAL}.{name}", "loop", node, instead=f"use `await ...a{name}(...)`")
