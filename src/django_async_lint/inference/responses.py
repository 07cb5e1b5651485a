"""What views answer with: a coroutine that one returns reaches Django, which awaits a view once or not at all.

Which functions are views is asked of the routes and of Django's own `View`; what is a fault is decided by rules.
"""

from collections.abc import Iterator
from dataclasses import replace

from django_async_lint.inference import functions, routes
from django_async_lint.inference.effects import Effect, Site
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.generic_views import has_async_handlers
from django_async_lint.inference.values import FunctionValue, Instance
from django_async_lint.knowledge import django_services
from django_async_lint.project.modules import Class, Function

MARKS = frozenset({"markcoroutinefunction", "_is_coroutine", "_is_coroutine_marker"})
"""Names in a decorator that say that what it returns is to be awaited, though it is no `async def`."""


def coroutines_returned(evaluator: Evaluator, function: Function) -> Iterator[Effect]:
    """The coroutines that a function which surely is a view returns as its response."""
    if not _is_view(evaluator, function):
        return
    value = evaluator.decorated(function)
    if not isinstance(value, FunctionValue):
        return
    if value.function is function:
        yield from evaluator.summary(functions.generic_key(evaluator, function)).given_back
        return
    if value.function.is_async or value.function.facts.is_generator or _is_marked(value.function):
        return
    for effect in evaluator.summary(functions.key_of(evaluator, value, Arguments(rest=True))).given_back:
        yield effect if effect.site.path == function.module.path else _at_decorator(effect, function)


def hooks_of_heirs(evaluator: Evaluator, function: Function) -> Iterator[Effect]:
    """What a hook of a view, such as `dispatch`, does for the classes that inherit it and have coroutine handlers."""
    if function.owner is None:
        return
    for cls in evaluator.declarations.heirs(function.owner):
        member = evaluator.classes.find(cls, function.name)
        if member is not None and function in member[1] and has_async_handlers(evaluator, cls):
            yield from evaluator.summary(functions.generic_key(evaluator, function, Instance(cls))).effects


def _is_view(evaluator: Evaluator, function: Function) -> bool:
    owner = function.owner
    if function.parent is not None or function.facts.is_generator:
        return False
    if owner is None:
        return any(view.kind == "view" for view in routes.of_function(evaluator, function))
    if not _is_of_django(evaluator, owner):
        return False
    if function.name == "dispatch":
        return function.is_async
    has_own_dispatch = any(evaluator.classes.find(owner, name) is not None for name in ("dispatch", "as_view"))
    return function.name in django_services.HTTP_METHODS and not has_own_dispatch


def _is_of_django(evaluator: Evaluator, cls: Class) -> bool:
    """Whether a class is a view of Django and of nothing else that may await on its own."""
    outside = [base for base in evaluator.classes.mro(cls) if isinstance(base, str) and base != "builtins.object"]
    return evaluator.classes.inherits(cls, django_services.VIEW) and all(base.startswith("django.") for base in outside)


def _is_marked(function: Function) -> bool:
    maker = function.parent
    while maker is not None:
        if not MARKS.isdisjoint(maker.facts.loaded) or not MARKS.isdisjoint(maker.facts.attributes):
            return True
        maker = maker.parent
    return False


def _at_decorator(effect: Effect, function: Function) -> Effect:
    """An effect of a decorator's wrapper, placed at the decorator of the view."""
    source = function.module.source
    node = function.decorators[-1]
    site = Site(function.module.path, source.span(node), source.segment(node))
    return replace(effect, site=site, via=effect, depth=1)
