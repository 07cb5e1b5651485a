"""Decorators: what each makes of the function under it. The project's own are called like any function."""

import ast

from django_async_lint.inference import functions
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import (
    UNKNOWN,
    Atomic,
    Decorated,
    Descriptor,
    FunctionValue,
    Offloaded,
    OnLoop,
    Outside,
    Unknown,
    Value,
)
from django_async_lint.knowledge import offloading, transparent

DESCRIPTORS = {
    "builtins.property": "property",
    "functools.cached_property": "property",
    "django.utils.functional.cached_property": "property",
    "abc.abstractproperty": "property",
    "builtins.staticmethod": "static",
    "abc.abstractstaticmethod": "static",
    "builtins.classmethod": "class",
    "abc.abstractclassmethod": "class",
    "django.utils.functional.classproperty": "property",
}
CONTEXT_MANAGERS = frozenset({"contextlib.contextmanager", "contextlib.asynccontextmanager"})


def apply(frame: Frame, node: ast.expr, value: Value) -> Value:
    """The value of a function under the decorator at `node`."""
    decorator = frame.evaluator.value_of(frame, node.func if isinstance(node, ast.Call) else node)
    if isinstance(decorator, Outside):
        known = by_name(decorator.name, value, called=isinstance(node, ast.Call))
        if known is not None:
            return known
    if isinstance(node, ast.Call):
        decorator = frame.evaluator.value_of(frame, node)
    if isinstance(decorator, (Unknown, Outside)):
        return Decorated(value, _name(node))
    if isinstance(decorator, (Offloaded, FunctionValue)) or type(decorator).__name__ not in _UNCALLABLE:
        result = frame.evaluator.call(frame, node, decorator, Arguments((value,)))
        return Decorated(value, _name(node)) if isinstance(result, Unknown) else result
    return Decorated(value, _name(node))


_UNCALLABLE = frozenset({"Nothing", "Constant", "Collection", "Row", "Mapping", "QuerySet", "Manager"})


def by_name(name: str, value: Value, called: bool) -> Value | None:
    """What a decorator known to our tables makes of a function; None when no table holds it."""
    if name in DESCRIPTORS:
        return Descriptor(DESCRIPTORS[name], value)
    if name in offloading.THREAD_WRAPPERS:
        return Offloaded(value)
    if name in offloading.LOOP_WRAPPERS:
        return OnLoop(value)
    if name == "django.db.transaction.atomic":
        return Atomic(value)
    if name in CONTEXT_MANAGERS:
        return Decorated(value, name)
    if name in transparent.PASS_THROUGH_DECORATORS:
        return value
    return None


def _name(node: ast.expr) -> str:
    return functions.decorator_name(node) or "decorator"
