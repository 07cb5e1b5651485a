"""Class-based views: which handlers a class has, its own and inherited, and which of them are coroutine functions.

Asks as `View.view_is_async` does. Nothing here decides what is a fault.
"""

import ast
from dataclasses import dataclass

from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.values import Descriptor, FunctionValue, Offloaded, OnLoop, Value
from django_async_lint.knowledge import routing, view_decorators
from django_async_lint.project.modules import Assignment, Binding, Class, Function


@dataclass(frozen=True, slots=True)
class Handler:
    """A handler of a view class: its HTTP method, and the class that brings it along."""

    method: str
    is_async: bool
    owner: str


def handlers(evaluator: Evaluator, cls: Class) -> tuple[Handler, ...]:
    """The handlers of a view class whose kind is known; none for what is no view, or starts in a way of its own."""
    classes = evaluator.classes
    if not classes.inherits(cls, view_decorators.VIEW) or classes.inherits(cls, *view_decorators.OWN_WAY):
        return ()
    if any(classes.find(cls, name) is not None for name in ("view_is_async", "as_view")):
        return ()
    allowed = _allowed_methods(evaluator, cls)
    found = (_handler(evaluator, cls, method) for method in view_decorators.COUNTED_HANDLERS if method in allowed)
    return tuple(handler for handler in found if handler is not None)


def is_async(evaluator: Evaluator, cls: Class) -> bool:
    """Whether Django runs a view class on the loop: every known handler is a coroutine function."""
    found = handlers(evaluator, cls)
    return bool(found) and all(handler.is_async for handler in found)


def is_handler(evaluator: Evaluator, function: Function) -> bool:
    """Whether a method is a handler of a class of views that Django itself runs."""
    owner = function.owner
    if owner is None or function.name not in view_decorators.COUNTED_HANDLERS:
        return False
    bases = {base for base in evaluator.classes.mro(owner) if isinstance(base, str)}
    is_own = any(base.partition(".")[0] in routing.ENDPOINT_PACKAGES for base in bases)
    return view_decorators.VIEW in bases and not is_own


def callable_kind(value: Value) -> bool | None:
    """Whether Python takes a value for a coroutine function; None where that is not known."""
    match value:
        case FunctionValue(function=function):
            return function.is_async and not function.facts.is_generator
        case Offloaded():
            return True
        case OnLoop():
            return False
        case Descriptor(kind="static" | "class", target=target):
            return callable_kind(target)
        case _:
            return None


def _handler(evaluator: Evaluator, cls: Class, method: str) -> Handler | None:
    for base in evaluator.classes.mro(cls):
        if isinstance(base, str):
            if method in view_decorators.HANDLERS.get(base, "").split():
                return Handler(method, False, base)
        elif method in base.members:
            kinds = {_kind_of_member(evaluator, base, binding) for binding in base.members[method]}
            kind = kinds.pop() if len(kinds) == 1 else None
            return Handler(method, kind, base.dotted) if kind is not None else None
    return None


def _kind_of_member(evaluator: Evaluator, cls: Class, binding: Binding) -> bool | None:
    if isinstance(binding, Function):
        return callable_kind(evaluator.decorated(binding))
    if isinstance(binding, Assignment) and binding.value is not None:
        return callable_kind(evaluator.class_assignment(cls, binding))
    return None


def _allowed_methods(evaluator: Evaluator, cls: Class) -> tuple[str, ...]:
    """The methods that `http_method_names` lets through; none where it is not a literal."""
    found = evaluator.classes.find(cls, "http_method_names")
    if found is None:
        return view_decorators.COUNTED_HANDLERS
    node = found[1][-1].value if isinstance(found[1][-1], Assignment) else None
    if not isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return ()
    return tuple(each.value for each in node.elts if isinstance(each, ast.Constant) and isinstance(each.value, str))
