"""Decorators: what each makes of the function under it. The project's own are called like any function."""

import ast
from collections.abc import Iterator

from django_async_lint.inference import functions
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import (
    Atomic,
    Decorated,
    Descriptor,
    FunctionValue,
    Instance,
    Method,
    Offloaded,
    OnLoop,
    Outside,
    Unknown,
    Value,
)
from django_async_lint.knowledge import offloading, transparent

ASYNC_UNSAFE = "django.utils.asyncio.async_unsafe"
DESCRIPTORS = {
    "builtins.staticmethod": "static",
    "abc.abstractstaticmethod": "static",
    "builtins.classmethod": "class",
    "abc.abstractclassmethod": "class",
}


def apply(frame: Frame, node: ast.expr, value: Value) -> Value:
    """The value of a function under the decorator at `node`."""
    decorator = frame.evaluator.value_of(frame, node.func if isinstance(node, ast.Call) else node)
    for name in _names_of(frame, decorator):
        known = by_name(name, value)
        if known is not None:
            return known
    name = name_of(decorator) or _name(node)
    if isinstance(node, ast.Call):
        decorator = frame.evaluator.value_of(frame, node)
    if isinstance(decorator, (Unknown, Outside)):
        return Decorated(value, name)
    if isinstance(decorator, (Offloaded, FunctionValue)) or type(decorator).__name__ not in _UNCALLABLE:
        result = frame.evaluator.call(frame, node, decorator, Arguments((value,)))
        return Decorated(value, name) if isinstance(result, Unknown) else result
    return Decorated(value, name)


_UNCALLABLE = frozenset({"Nothing", "Constant", "Collection", "Row", "Mapping", "QuerySet", "Manager"})


def _names_of(frame: Frame, decorator: Value) -> Iterator[str]:
    """The names under which tables may hold a decorator: a method's under its class and those that this inherits."""
    yield name_of(decorator)
    if isinstance(decorator, Method) and isinstance(decorator.receiver, Instance):
        for base in frame.evaluator.classes.mro(decorator.receiver.of)[1:]:
            if isinstance(base, str):
                yield f"{base}.{decorator.name}"


def name_of(decorator: Value) -> str:
    """The dotted name of a decorator outside the project, a method's under its class; else nothing."""
    match decorator:
        case Outside():
            return decorator.name
        case Method(receiver=Instance(of=str() as of)):
            return f"{of}.{decorator.name}"
        case Instance(of=str() as of, path=path) if path:
            return f"{of}.{path}"
        case _:
            return ""


def by_name(name: str, value: Value) -> Value | None:
    """What a decorator known to our tables makes of a function; None when no table holds it."""
    if not name:
        return None
    if name in transparent.KEEPS_RESULT and makes_coroutine(value):
        value = Decorated(value, name)
    if name in transparent.PROPERTY_DECORATORS:
        return Descriptor("kept" if name in transparent.CACHED_PROPERTY_DECORATORS else "property", value)
    if name in DESCRIPTORS:
        return Descriptor(DESCRIPTORS[name], value)
    if name in transparent.GAINS_METHODS or name == ASYNC_UNSAFE:
        return Decorated(value, name)
    if name in transparent.REPLACED_BY:
        return Instance(transparent.REPLACED_BY[name])
    if name in offloading.THREAD_WRAPPERS:
        return Offloaded(value)
    if name in offloading.LOOP_WRAPPERS:
        return OnLoop(value)
    if name == "django.db.transaction.atomic":
        return Atomic(value)
    if name in transparent.CONTEXT_MANAGER_DECORATORS:
        return Decorated(value, name)
    if name in transparent.PASS_THROUGH_DECORATORS:
        return value
    any_name = f"{name.rpartition('.')[0]}.*"
    return value if any_name in transparent.PASS_THROUGH_DECORATORS else None


def makes_coroutine(value: Value) -> bool:
    """Whether a callable is a coroutine function, or a function that a wrapper runs in a thread."""
    if isinstance(value, FunctionValue):
        return value.function.is_async and not value.function.facts.is_generator
    return isinstance(value, Offloaded)


def _name(node: ast.expr) -> str:
    return functions.decorator_name(node) or "decorator"
