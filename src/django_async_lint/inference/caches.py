"""Django's caches: which one a call is made on, and what they do with the values that they are given to keep."""

import ast

from django_async_lint.inference import coroutines, querysets
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import Constant, FunctionValue, Instance, Method, Partial, QuerySet, Value

CLASS = "django.core.cache.backends.base.BaseCache"
DEFAULT = "django.core.cache.cache."
KEEPING = frozenset({"set", "add", "get_or_set", "aget_or_set"})
"""Methods that are given a value to keep, or what makes it."""


def note_kept(frame: Frame, node: ast.expr, method: str, arguments: Arguments) -> None:
    """What a cache does with the value it is given: it pickles it, which fetches the rows of a queryset, and calls
    the default of `get_or_set` where the caller runs."""
    value = arguments.get(1, "default" if method.endswith("get_or_set") else "value")
    if value is None:
        return
    if method.endswith("get_or_set"):
        for member in members(value):
            if isinstance(member, (FunctionValue, Method, Partial)):
                value = frame.evaluator.call(frame, node, member, Arguments())
    coroutines.note_given(frame, node, (value,), "serialise")
    if not method.startswith("a"):
        note_pickled(frame, node, value)


def note_pickled(frame: Frame, node: ast.expr, value: Value) -> None:
    """Pickling or copying a queryset fetches its rows."""
    for member in members(value):
        if isinstance(member, QuerySet):
            querysets.evaluate(frame, node, member, "pickle")


def alias_of(frame: Frame, node: ast.expr, name: str) -> str | None:
    """The alias of the cache that a call is made on, where it is known."""
    if name.startswith(DEFAULT):
        return "default"
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return None
    with frame.mute():
        cache = frame.evaluator.value_of(frame, node.func.value)
    alias = dict(cache.state or ()).get("alias") if isinstance(cache, Instance) else None
    return alias.value if isinstance(alias, Constant) and isinstance(alias.value, str) else None
