"""Instances that are made out of plain data: `Order.model_validate_json(body)`, `msgspec.convert(row, Order)`."""

import ast

from django_async_lint.inference import annotations
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import UNKNOWN, ClassValue, Instance, Unknown, Value
from django_async_lint.knowledge import structuring as tables
from django_async_lint.project.classes import ClassLike


def is_class_method(bases: tuple[ClassLike, ...], name: str) -> bool:
    """Whether a class with these bases has a method of that name that gives an instance of it."""
    return name in tables.CLASS_METHODS and any(base in tables.BASES for base in bases)


def copied(receiver: Instance, base: str, name: str) -> Value | None:
    """What a method gives that copies its instance; None for any other method."""
    return Instance(receiver.of) if name in tables.COPYING_METHODS and base in tables.BASES else None


def called(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """What a function gives that is told which type to make."""
    made = _declared(frame, node, tables.FUNCTIONS[name], arguments)
    return made if type(made) is not Unknown else None


def adapter(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """An object that makes instances of the type that it was given."""
    made = _declared(frame, node, tables.ADAPTERS[name], arguments)
    return Instance(name, state=(("held", made),)) if type(made) is not Unknown else None


def _declared(frame: Frame, node: ast.expr, place: tuple[int, str], arguments: Arguments) -> Value:
    """An instance of the type given to a call: a class by its value, `list[Order]` as it is written."""
    position, keyword = place
    given = arguments.get(position, keyword)
    if isinstance(given, ClassValue):
        return annotations.instance_of(frame.evaluator, given.of)
    if given is None or not isinstance(node, ast.Call):
        return UNKNOWN
    named = (each.value for each in node.keywords if each.arg == keyword)
    written = node.args[position] if 0 <= position < len(node.args) else next(named, None)
    return annotations.value_of(frame, written) if isinstance(written, ast.Subscript) else UNKNOWN
