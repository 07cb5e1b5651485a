"""What runs when a view runs: its function, what its class puts before it, and every coroutine awaited, to the end."""

from collections.abc import Iterator
from typing import NamedTuple

from django_async_lint.diagnostic import Step
from django_async_lint.inference import injection
from django_async_lint.inference.effects import Site
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.functions import Arguments, generic_key, inner_function, key_of
from django_async_lint.inference.routes import RoutedView
from django_async_lint.inference.started import coroutines
from django_async_lint.inference.values import Instance, Key
from django_async_lint.knowledge import routing
from django_async_lint.project.modules import Class, Function
from django_async_lint.survey import Work


class Reached(NamedTuple):
    """A function with its argument values, and the way there from the view: empty for the view itself."""

    key: Key
    way: tuple[Step, ...] = ()


def begun(evaluator: Evaluator, view: RoutedView) -> Iterator[Reached]:
    """The functions of the project that a request starts: the view's own, and methods of its class around it."""
    if view.function is not None:
        around = list(_around(evaluator, view.function))
        handed = [key for each in around for key, _ in _awaited(evaluator, each.key) if key.function is view.function]
        for key in handed or [_key(evaluator, view.function, view.cls)]:
            yield Reached(key)
        yield from around
        yield from _depended_on(evaluator, view)
    if view.cls is None or view.kind == "consumer":
        return
    names = routing.ALWAYS_RUN
    if view.function is None or "super" in view.function.facts.loaded:
        names = (*names, *routing.HANDLER_HOOKS)
    for name in names:
        member = evaluator.classes.find(view.cls, name)
        for method in member[1] if member is not None else ():
            if isinstance(method, Function) and method is not view.function and not method.facts.is_generator:
                yield Reached(_key(evaluator, method, view.cls), (_step_to(method),))


def _key(evaluator: Evaluator, function: Function, cls: Class | None) -> Key:
    receiver = None
    if cls is not None and function.owner is not None and function.owner is not cls and function.facts.positional:
        receiver = Instance(cls) if evaluator.classes.is_subclass(cls, function.owner) else None
    return generic_key(evaluator, function, receiver)


def _around(evaluator: Evaluator, function: Function) -> Iterator[Reached]:
    """What the project's own decorators put around a view."""
    if not function.decorators or function.parent is not None:
        return
    wrapper = inner_function(evaluator.decorated(function))
    if wrapper is not None and wrapper.function is not function:
        given = evaluator.given_by_framework(wrapper.function)
        key = key_of(evaluator, wrapper, Arguments(keywords=given, rest=True))
        yield Reached(key, (_step_to(wrapper.function),))


def _depended_on(evaluator: Evaluator, view: RoutedView) -> Iterator[Reached]:
    """What a framework calls to fill parameters, on the loop for a view there, in the view's kind of thread else."""
    assert view.function is not None
    for dependency, site in injection.dependencies(evaluator, view.function):
        if dependency.is_async == view.is_async:
            yield Reached(_key(evaluator, dependency, None), (step_at(site, f"depends on `{dependency.dotted}`"),))


def dependencies_in_threads(evaluator: Evaluator, view: RoutedView) -> Iterator[Work]:
    """The plain functions that an asynchronous framework calls in threads to fill the parameters of a view."""
    for dependency, site in injection.dependencies(evaluator, view.function) if view.function is not None else ():
        if not dependency.is_async:
            yield Work(dependency.dotted, "thread", (step_at(site, f"depends on `{dependency.dotted}`"),))


def _step_to(method: Function) -> Step:
    start = method.module.source.span(method.node).start
    return Step(method.module.path, start.line, start.column, f"runs `{method.name}`")


def to_the_end(evaluator: Evaluator, start: Reached, cls: Class | None) -> list[Reached]:
    """What a start reaches by awaiting or starting coroutines of the project, each once, nearest first."""
    found = {start.key: start}
    ring = [start]
    while ring:
        nearer = []
        for each in ring:
            for key, step in _awaited(evaluator, each.key):
                if key not in found:
                    found[key] = Reached(key, (*each.way, step))
                    nearer.append(found[key])
        known = {key.function for key in found}
        for each in ring:
            for function, site in coroutines(evaluator, each.key.function, cls):
                if function not in known:
                    known.add(function)
                    key = _key(evaluator, function, cls)
                    found[key] = Reached(key, (*each.way, step_at(site, f"starts `{function.dotted}`")))
                    nearer.append(found[key])
        ring = nearer
    return list(found.values())


def _awaited(evaluator: Evaluator, key: Key) -> Iterator[tuple[Key, Step]]:
    """The coroutines of the project that a function awaits, with where, in source order."""
    effects = [each for each in evaluator.summary(key).effects if each.kind == "awaits"]
    for effect in sorted(effects, key=lambda each: (each.site, each.sink)):
        for callee in effect.wait.callees if effect.wait is not None else ():
            yield callee, step_at(effect.site, f"awaits `{callee.function.dotted}`")


def step_at(site: Site, message: str) -> Step:
    """A step at a place in the code."""
    return Step(site.path, site.span.start.line, site.span.start.column, message)
