"""What is a middleware by its looks: how its class is built, which factory made its function. Tells no modes."""

from typing import TYPE_CHECKING

from django_async_lint.knowledge import middleware as tables
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.modules import Class, Function

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

HOOKS = ("process_request", "process_view", "process_template_response", "process_response")
CALLED = frozenset({"__call__", "__acall__", "process_exception", *HOOKS})
"""Methods that Django, or its mixin, calls with the request first."""
MIXINS = frozenset({tables.MIXIN, *tables.BUILT_IN})
INNER = "get_response"


def is_mixin(evaluator: "Evaluator", cls: ClassLike) -> bool:
    """Whether a class builds on Django's MiddlewareMixin."""
    return any(base in MIXINS for base in evaluator.classes.mro(cls))


def is_built_so(evaluator: "Evaluator", cls: Class) -> bool:
    """Whether a class is built as Django builds a middleware: from `get_response` alone, or on its mixin."""
    found = evaluator.classes.find(cls, "__init__")
    constructor = found[1][0] if found is not None and len(found[1]) == 1 else None
    if isinstance(constructor, Function) and constructor.facts.positional[1:] == [INNER]:
        return True
    return is_mixin(evaluator, cls)


def serves(evaluator: "Evaluator", function: Function) -> bool:
    """Whether a function is a middleware's own: a method of such a class, or made by a factory of `get_response`."""
    if function.owner is not None:
        return function.name in CALLED and is_built_so(evaluator, function.owner)
    return function.parent is not None and function.parent.facts.positional == [INNER]
