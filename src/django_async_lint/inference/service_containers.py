"""Containers of dependency injection: providers of services, and services asked for by their class.

What a container was told is not followed: a class that is asked for stands for itself, or for what implements it.
"""

import ast

from django_async_lint.inference import annotations
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import UNKNOWN, ClassValue, Outside, Partial, Value


def provider(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """What `providers.Factory(Service, client=client)` is: a callable that makes the service, with what the providers
    among its arguments make."""
    first = arguments.get(0)
    if first is None:
        return None
    positional = tuple(_made(frame, node, each) for each in arguments.positional[1:])
    keywords = tuple((key, _made(frame, node, each)) for key, each in arguments.keywords)
    return Partial(first, positional, keywords)


def _made(frame: Frame, node: ast.expr, given: Value) -> Value:
    with frame.mute():
        return frame.evaluator.call_plainly(frame, node, given) if isinstance(given, Partial) else given


def resolved(frame: Frame, index: int, arguments: Arguments) -> Value:
    """What a container gives for a class: an instance of it."""
    match arguments.get(index):
        case ClassValue(of=cls):
            return annotations.instance_of(frame.evaluator, cls)
        case Outside(name=name) if frame.evaluator.tells(name):
            return annotations.instance_of(frame.evaluator, name)
        case _:
            return UNKNOWN
