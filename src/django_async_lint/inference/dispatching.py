"""Functions under `functools.singledispatch`: which implementation of the same module a call runs, by the class of its
first argument. Where that is not known, the function itself."""

import ast
from typing import TYPE_CHECKING

from django_async_lint.inference import annotations, functions, outside_calls
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import UNKNOWN, ClassValue, Constant, FunctionValue, Instance, Outside, Value
from django_async_lint.project.classes import ClassLike, dotted_text
from django_async_lint.project.modules import Function

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

DECORATORS = frozenset({"functools.singledispatch", "functools.singledispatchmethod"})
NAMES = frozenset(name.rpartition(".")[2] for name in DECORATORS)


def chosen(frame: Frame, value: FunctionValue, arguments: Arguments) -> FunctionValue:
    """The implementation that a call of a function runs; the function where it is not dispatched, or not for sure."""
    function = value.function
    if not function.decorators or NAMES.isdisjoint(map(functions.decorator_name, function.decorators)):
        return value
    evaluator = frame.evaluator
    if DECORATORS.isdisjoint(outside_calls.decorator_names(evaluator, function)):
        return value
    first = arguments.get(0)
    of = _class_of_argument(first)
    return value._replace(function=_implementation(evaluator, function, of)) if of is not None else value


def _class_of_argument(argument: Value | None) -> ClassLike | None:
    match argument:
        case Instance() if not argument.path:
            return argument.of
        case Constant():
            return f"builtins.{argument.type}"
        case _:
            return None


def _implementation(evaluator: "Evaluator", function: Function, cls: ClassLike) -> Function:
    """The implementation for the nearest ancestor of a class."""
    found: dict[ClassLike, Function] = {}
    for other in function.module.all_functions:
        if other.owner is function.owner and other.parent is function.parent:
            for registered in _registered(evaluator, other, function.name):
                found[registered] = other
    return next((found[base] for base in evaluator.classes.mro(cls) if base in found), function)


def _registered(evaluator: "Evaluator", other: Function, name: str) -> list[ClassLike]:
    """The classes for which a function stands under `@name.register` or `@name.register(Class)`."""
    frame = Frame(evaluator, other.module, other.parent, other.owner)
    found: list[ClassLike] = []
    for decorator in other.decorators:
        written = decorator.func if isinstance(decorator, ast.Call) else decorator
        if dotted_text(written) != f"{name}.register":
            continue
        if isinstance(decorator, ast.Call) and decorator.args:
            with frame.mute():
                found.extend(_class_of(evaluator.value_of(frame, decorator.args[0])))
            continue
        names = other.facts.positional[1 if other.owner is not None else 0 :]
        declared = annotations.of_parameter(evaluator, other, names[0]) if names else None
        found.extend(each.of for each in members(declared or UNKNOWN) if isinstance(each, Instance))
    return found


def _class_of(value: Value) -> list[ClassLike]:
    match value:
        case ClassValue():
            return [value.of]
        case Outside():
            return [value.name]
        case _:
            return []
