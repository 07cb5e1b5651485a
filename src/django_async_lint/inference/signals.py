"""Signals: what sending one does is what its plain receivers do; `send` on the loop raises at asynchronous ones."""

import ast
from contextlib import nullcontext

from django_async_lint.inference import callbacks, twins
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import UNKNOWN, Collection, Coroutine, Instance, Value
from django_async_lint.project.classes import dotted_text
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
    if name in IN_THREADS:
        return Coroutine(f"{SIGNAL}.{name}", responses, frame.site(node))
    func = node.func if isinstance(node, ast.Call) else None
    if isinstance(func, ast.Attribute):
        for signal in meanings(frame.module, frame.evaluator.names, dotted_text(func.value)):
            for function in frame.evaluator.declarations.receivers(signal):
                if function.is_async:
                    _note_loop(frame, node, name)
                else:
                    given = (("sender", arguments.get(0, "sender") or UNKNOWN), *arguments.keywords)
                    listener = frame.evaluator.decorated(function)
                    with frame.swallow() if name == "send_robust" else nullcontext():
                        frame.evaluator.call(
                            frame, node, listener, Arguments((), tuple(dict(given).items()), rest=True)
                        )
        if twins.is_available(RUNS_COROUTINES_SINCE, frame.evaluator.target_django):
            frame.offer(node, f"a{name}")
    return responses


def _note_loop(frame: Frame, node: ast.expr, name: str) -> None:
    """`send` to an asynchronous receiver goes through `async_to_sync`, which raises on a running loop."""
    if twins.is_available(RUNS_COROUTINES_SINCE, frame.evaluator.target_django):
        frame.add("blocks", f"{SIGNAL}.{name}", "loop", node, instead=f"use `await ...a{name}(...)`")
