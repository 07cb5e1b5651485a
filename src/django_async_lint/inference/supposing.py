"""Synchronous views taken as `async def`: what would block, or raise, if they were. The profile `migration` asks.

What such a view is found to do as it stands is told by the other rooms; here is only what would be new. Nothing here
decides what is a fault.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django_async_lint.inference import entry_points, functions, outside_calls, routes, view_decorators
from django_async_lint.inference.effects import RISING, Effect
from django_async_lint.knowledge import offloading
from django_async_lint.project.modules import Class, Function, Module

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

KINDS = frozenset({"view", "handler", "endpoint", "consumer"})
"""What is routed and would run on the loop."""

Views = dict[str, dict[tuple[Function, Class | None], None]]
"""The synchronous views by file, each with the class that inherits it where that is not its own."""


def may_hold(evaluator: "Evaluator", path: str) -> bool:
    """Whether a file holds views that are taken as asynchronous."""
    return path in _views(evaluator)


def views(evaluator: "Evaluator", module: Module) -> Iterator[tuple[Function, Class | None]]:
    """The views of a file that are taken as asynchronous, each with the class that inherits it, if one does."""
    for function, heir in _views(evaluator).get(module.path, ()):
        is_told = entry_points.on_loop(evaluator, function) or entry_points.is_view_hook(evaluator, function)
        if not is_told and not _is_offloaded(evaluator, function):
            yield function, heir


def kind_of(evaluator: "Evaluator", function: Function) -> str:
    """What a function is that is taken as asynchronous: a consumer's, or a view."""
    found = entry_points.kind_of(evaluator, function)
    return found if found == "consumer" else "view"


def _views(evaluator: "Evaluator") -> Views:
    if evaluator.supposed_views is None:
        evaluator.supposed_views = {}
        found = routes.of(evaluator) if evaluator.is_supposing else ()
        for view in found:
            function = view.function
            if function is None or view.is_async or view.kind not in KINDS or function.facts.is_generator:
                continue
            heir = view.cls if view.cls is not None and view.cls is not function.owner else None
            evaluator.supposed_views.setdefault(view.path, {})[(function, heir)] = None
            if heir is not None:
                evaluator.supposed_views.setdefault(function.module.path, {})[(function, None)] = None
    return evaluator.supposed_views


def _is_offloaded(evaluator: "Evaluator", function: Function) -> bool:
    """Whether a decorator makes a coroutine function of it that runs it in a thread."""
    names = outside_calls.decorator_names(evaluator, function) if function.decorators else ()
    return any(name in offloading.THREAD_WRAPPERS for name in names)


def effects(evaluator: "Evaluator", function: Function, own: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """What would be new of these effects of a view, and what its decorators
    and who makes the response of what it returns or streams would do."""
    decorated = view_decorators.of_supposed(evaluator, function)
    given = evaluator.summary(functions.generic_key(evaluator, function)).if_async
    return (*decorated, *(effect for effect in own if effect.kind in RISING), *given)
