"""What the answer to `iscoroutinefunction(x)` and `isawaitable(x)` shows of x, and of what x is read off.

Which conditions ask that is told in `narrowing`.
"""

import ast

from django_async_lint.inference.frame import Environment, Frame, access_path
from django_async_lint.inference.joining import members, union
from django_async_lint.inference.values import (
    UNKNOWN,
    Atomic,
    Awaitable,
    ClassValue,
    Coroutine,
    FunctionValue,
    Offloaded,
    OnLoop,
    Value,
)


def of_function(value: Value, outcome: bool) -> Value:
    """The members of a value that are, or are not, coroutine functions; unknown when none is left."""
    kept = tuple(member for member in members(value) if _makes_coroutines(member) in (None, outcome))
    return union(kept) if kept else UNKNOWN


def of_awaitable(value: Value, outcome: bool) -> Value:
    """The members of a value that are, or are not, coroutines; unknown when none is left."""
    kept = tuple(member for member in members(value) if isinstance(member, (Coroutine, Awaitable)) is outcome)
    return union(kept) if kept else UNKNOWN


def of_method(frame: Frame, env: Environment, subject: ast.Attribute, outcome: bool) -> Environment:
    """Where a method was asked whether it is a coroutine function, `iscoroutinefunction(self.client.send)`, what it is
    read off is one of those whose method is."""
    with frame.mute():
        env = {**env, access_path(subject) or "": of_function(frame.evaluator.value_of(frame, subject), outcome)}
        names: list[str] = []
        owner: ast.expr = subject
        while isinstance(owner, ast.Attribute):
            names.insert(0, owner.attr)
            owner = owner.value
            owner_path = access_path(owner) or ""
            if owner_path != _receiver(frame):
                value = env[owner_path] if owner_path in env else frame.evaluator.value_of(frame, owner)
                kept = tuple(each for each in members(value) if _gives_kind(frame, subject, each, names, outcome))
                env[owner_path] = union(kept) if kept else UNKNOWN
    return env


def _receiver(frame: Frame) -> str:
    """The name of the object whose method is running; empty for a plain function."""
    function = frame.function
    return "".join(function.facts.positional[:1]) if function is not None and function.owner is not None else ""


def _gives_kind(frame: Frame, node: ast.expr, owner: Value, names: list[str], outcome: bool) -> bool:
    """Whether what attributes of a value lead to may be, or not be, a coroutine function."""
    found = owner
    for name in names:
        found = union(tuple(frame.evaluator.attribute(frame, node, each, name) for each in members(found)))
    return any(_makes_coroutines(each) in (None, outcome) for each in members(found))


def _makes_coroutines(member: Value) -> bool | None:
    """Whether a callable is a coroutine function; None when that is not told."""
    match member:
        case Offloaded():
            return True
        case Atomic() | OnLoop() | ClassValue():
            return False
        case FunctionValue():
            return member.function.is_async and not member.function.facts.is_generator
        case _:
            return None
