"""What a streaming response is given: an iterator of the kind that its server goes through, or of the other.

Django takes anything that has `__iter__` for synchronous, whatever else it has. Nothing here runs the iterator.
"""

import ast
from dataclasses import replace

from django_async_lint.inference.describing import dotted
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import AsyncIterator, Collection, Generator, Instance, Lazy, Row, Value

CONTENT = "streaming_content"


def note(frame: Frame, node: ast.Call, content: Value) -> None:
    """Notes an iterator of the wrong kind in a response made at `node`, under ASGI only in a coroutine."""
    written = node.args[0] if node.args else next((word.value for word in node.keywords if word.arg == CONTENT), None)
    if written is None or isinstance(written, ast.Starred) or _raises_already(frame, written):
        return
    if frame.evaluator.is_supposing and not frame.is_async:
        _suppose(frame, written, content)
    if frame.evaluator.project.config.server == "asgi":
        names = [_synchronous(frame, value) for value in members(content)] if frame.is_async else []
        is_in_memory = all(isinstance(value, (Collection, Row)) for value in members(content))
        how = "stream_memory" if is_in_memory else "stream"
    else:
        names = [_asynchronous(value) for value in members(content)]
        how = "stream_async"
    if names and all(names):
        frame.add("iterates_wrongly", names[0], how, written)


def _suppose(frame: Frame, node: ast.expr, content: Value) -> None:
    """Keeps what a stream would want if the plain function that answers with it were a coroutine: an asynchronous
    iterator, and what that would do on the loop."""
    there = Frame(frame.evaluator, frame.module, frame.function, frame.owner)
    for value in members(content):
        if isinstance(value, Generator):
            there.add("iterates_wrongly", _synchronous(frame, value), "stream", node)
            frame.evaluator.iterate(there, node, value, "for")
    for effect in there.effects.values():
        frame.if_async[effect.identity, effect.site] = replace(effect, lazily=True)


def _raises_already(frame: Frame, node: ast.expr) -> bool:
    """Whether making the iterator asks the database: that is told, and no stream comes of it."""
    parts = [part.iter for part in node.generators[:1]] if isinstance(node, ast.GeneratorExp) else []
    parts += node.args if isinstance(node, ast.Call) else []
    return any(frame.has("evaluates", part) for part in (node, *parts))


def _synchronous(frame: Frame, value: Value) -> str:
    """How a message calls a value that surely is a synchronous iterable; empty for any other."""
    match value:
        case Generator(key=key):
            return key.function.dotted if not key.function.name.startswith("<") else "generator expression"
        case Collection(kind=kind) | Row(kind=kind) | Lazy(kind=kind):
            return kind if kind != "iterate" else "iterator"
        case Instance(path="") if frame.evaluator.classes.find(value.of, "__iter__") is not None:
            return dotted(value.of)
        case _:
            return ""


def _asynchronous(value: Value) -> str:
    return (value.origin or "async iterator") if isinstance(value, AsyncIterator) else ""
