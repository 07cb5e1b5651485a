"""Which functions of a project are views: those that something routes, and those that are evidently views all the same.

A function counts without a route where it takes a request, nothing of the project calls it, and it gives a response
or stands under a decorator for views; a method where its class is one that a framework serves and nothing inherits.
"""

import re
from collections.abc import Iterator

from django_async_lint.inference import entry_points, outside_calls, routes
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.functions import generic_key
from django_async_lint.inference.joining import members
from django_async_lint.inference.routes import RoutedView
from django_async_lint.inference.values import Instance
from django_async_lint.knowledge import django_services, routing
from django_async_lint.knowledge import entry_points as tables
from django_async_lint.project.modules import Class, Function, Module
from django_async_lint.source import SourceError

NEEDLE = re.compile(rb"\brequest\b|View|Consumer|\bstrawberry|\bgraphene|\bariadne")
REQUEST = "request"


def views(evaluator: Evaluator, paths: set[str]) -> list[RoutedView]:
    """The views in these files (paths relative to the root), one for each function, under its shortest route."""
    found: dict[tuple[object, ...], RoutedView] = {}
    for view in sorted(routes.of(evaluator), key=lambda each: (len(each.route), each.route)):
        if view.path in paths:
            found.setdefault((view.function, view.cls), view)
    routed = {view.function for view in found.values()}
    routed_classes = {view.cls for view in found.values()}
    for path in sorted(paths):
        module = _module(evaluator, path)
        for view in _unrouted(evaluator, module, routed_classes) if module is not None else ():
            if view.function is None or view.function not in routed:
                found.setdefault((view.function, view.cls), view)
    return sorted(found.values(), key=lambda view: view.order)


def _module(evaluator: Evaluator, path: str) -> Module | None:
    """A file that may hold a view; None for any other."""
    project = evaluator.project
    try:
        if NEEDLE.search(project.data(project.absolute(path))) is None:
            return None
        return project.module(path)
    except SourceError:
        return None


def _unrouted(evaluator: Evaluator, module: Module, routed: set[Class | None]) -> Iterator[RoutedView]:
    for cls in module.all_classes:
        if cls.parent is None and cls not in routed and _is_served(evaluator, cls):
            by = "router" if evaluator.classes.inherits(cls, *routing.VIEWSETS) else "pattern"
            yield from routes.of_class(evaluator, cls, by)
    served = [route for route, _ in routes.schema_routes(evaluator)]
    for function in module.all_functions:
        if _is_resolver(evaluator, function):
            yield _view(function, "resolver", served[0] if served else "")
        elif function.owner is None and function.parent is None and _is_view(evaluator, function):
            yield _view(function, "view", "")


def _view(function: Function, kind: str, route: str) -> RoutedView:
    path = function.module.path
    return RoutedView(function.dotted, path, function.line, route, kind, function.is_async, function)


def _is_served(evaluator: Evaluator, cls: Class) -> bool:
    """Whether a class is one that a framework serves, and not the base of one."""
    outside = [base for base in evaluator.classes.mro(cls) if isinstance(base, str)]
    is_view = any(
        base in routing.CONSUMERS or base in django_services.VIEW_CLASSES or base.startswith(routing.VIEW_CLASS_MODULES)
        for base in outside
    )
    return is_view and next(evaluator.declarations.heirs(cls), None) is None


def _is_resolver(evaluator: Evaluator, function: Function) -> bool:
    """Whether a GraphQL schema calls a function."""
    if function.owner is not None:
        for base in evaluator.classes.mro(function.owner):
            if not isinstance(base, str):
                continue
            prefix, _ = tables.RESOLVER_METHOD_PREFIXES.get(base, ("", ""))
            if (prefix and function.name.startswith(prefix)) or function.name in tables.RESOLVER_METHODS.get(base, ()):
                return True
    if not function.decorators:
        return False
    return any(
        tables.LOOP_DECORATORS.get(name, ("", ""))[0] == "resolver" or name.startswith(routing.RESOLVER_DECORATORS)
        for name in outside_calls.decorator_names(evaluator, function)
    )


def _is_view(evaluator: Evaluator, function: Function) -> bool:
    """Whether a function that nothing routes is a view."""
    if function.facts.positional[:1] != [REQUEST] or function.facts.is_generator:
        return False
    names = outside_calls.decorator_names(evaluator, function) if function.decorators else ()
    if any(name.startswith(routing.VIEW_DECORATORS) for name in names):
        return True
    if evaluator.declarations.is_called(function.name):
        return False
    value = evaluator.summary(generic_key(evaluator, function)).value
    return any(
        isinstance(member, Instance) and evaluator.classes.inherits(member.of, *routing.RESPONSES)
        for member in members(value)
    )


def runs_on_loop(evaluator: Evaluator, view: RoutedView) -> bool:
    """Whether a view's function runs on the event loop of an asynchronous server."""
    if view.function is None or view.is_async:
        return view.is_async
    return entry_points.on_loop(evaluator, view.function) is not None
