"""What a template makes of a value: items, attributes and calls without arguments, and Django's own filters.

Knows nothing of tags. What is read, called, iterated and tested does what the other rooms say.
"""

import ast

from django_async_lint.inference import builtin_calls, forms, functions, requests
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, members, union
from django_async_lint.inference.values import (
    INT,
    STR,
    UNKNOWN,
    ClassValue,
    Collection,
    Constant,
    Decorated,
    FunctionValue,
    Instance,
    Mapping,
    Method,
    Outside,
    Partial,
    QuerySet,
    Row,
    Union,
    Value,
    constant,
)
from django_async_lint.knowledge import django_templates
from django_async_lint.project.modules import Class


def member(frame: Frame, node: ast.expr, owner: Value, name: str) -> Value:
    """`owner.name` in a template: an item, an attribute or a call without arguments."""
    return union(tuple(_member_of(frame, node, member, name) for member in members(owner)))


def along(frame: Frame, node: ast.expr, owner: Value, names: tuple[str, ...]) -> Value:
    """What a path of names leads to from a value; what reading it does is noted at `node`."""
    for name in names:
        owner = member(frame, node, owner, name)
    return owner


def _member_of(frame: Frame, node: ast.expr, owner: Value, name: str) -> Value:
    evaluator = frame.evaluator
    if isinstance(owner, Mapping):
        items = dict(owner.items)
        if name in items:
            return called(frame, node, items[name])
        if name not in ("items", "keys", "values"):
            return UNKNOWN
    if name.isdigit():
        if isinstance(owner, (QuerySet, Row, Collection)):
            return called(frame, node, evaluator.item(frame, node, owner, constant(int(name))))
        return UNKNOWN
    if isinstance(owner, Instance):
        if isinstance(owner.of, Class) and evaluator.classes.find(owner.of, "__getitem__") is not None:
            return UNKNOWN
        if owner.of == requests.SESSION:
            return evaluator.item(frame, node, owner, constant(name))
        if forms.is_form(evaluator, owner):
            return forms.member(frame, node, owner, name)
    if isinstance(owner, (Constant, ClassValue, Outside)):
        return UNKNOWN
    return called(frame, node, evaluator.attribute(frame, node, owner, name))


def called(frame: Frame, node: ast.expr, value: Value) -> Value:
    """What a template makes of a value that it has looked up: callables are called, unless that needs arguments."""
    match value:
        case Union():
            return union(tuple(called(frame, node, member) for member in value.members))
        case Method():
            is_called = value.name not in django_templates.NOT_CALLED
            return frame.evaluator.call(frame, node, value, Arguments()) if is_called else UNKNOWN
        case FunctionValue() | Partial() | Decorated():
            inner = functions.inner_function(value)
            if inner is None or not _is_called(inner, value):
                return UNKNOWN
            if inner.function.is_async:  # what it gives is never awaited, so that its body does not run
                with frame.mute():
                    return frame.evaluator.call(frame, node, value, Arguments())
            return frame.evaluator.call(frame, node, value, Arguments())
        case ClassValue() | Outside():
            return UNKNOWN
        case _:
            return value


def _is_called(inner: FunctionValue, value: Value) -> bool:
    """Whether a template calls a function: it needs no arguments, and does not say that it alters data."""
    function = inner.function
    arguments = function.node.args
    given = len(value.positional) + len(value.keywords) if isinstance(value, Partial) else 0
    required = len(arguments.posonlyargs) + len(arguments.args) - len(arguments.defaults)
    required += sum(default is None for default in arguments.kw_defaults)
    if required > given + (inner.bound is not None):
        return False
    text = function.module.source.text
    return f"{function.name}.alters_data" not in text and f"{function.name}.do_not_call_in_templates" not in text


def filtered(frame: Frame, node: ast.expr, name: str, value: Value, argument: Value) -> Value:
    """What a filter gives; one that is not Django's does nothing that is known."""
    is_text = name in django_templates.TEXT_FILTERS
    does, gives = ("format", "text") if is_text else django_templates.FILTERS.get(name, ("", ""))
    evaluator = frame.evaluator
    element: Value = UNKNOWN
    match does:
        case "format":
            evaluator.format(frame, node, value)
        case "test":
            evaluator.test(frame, node, value)
        case "length":
            builtin_calls.call(frame, node, "len", Arguments((value,)))
        case "index":
            element = evaluator.item(frame, node, value, constant(0))
        case "iterate":
            element = evaluator.iterate(frame, node, value, "for")
        case "sort":
            element = evaluator.iterate(frame, node, value, "for")
            if isinstance(argument, Constant) and isinstance(argument.value, str):
                along(frame, node, element, tuple(argument.value.split(".")))
    match gives:
        case "text":
            return STR
        case "number":
            return INT
        case "element":
            return element
        case "list":
            return Collection("list", element)
        case "text_list":
            return Collection("list", STR)
        case "same":
            return value
        case "or_argument":
            return join(value, argument)
        case _:
            return UNKNOWN
