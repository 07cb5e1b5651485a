"""Which functions are views that something routes: a project question, answered from URL configurations and settings.

A class-based view is told by its handlers, a view set by its actions, a consumer by its methods. Nothing here is
evaluated and nothing decides what is a fault.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django_async_lint.inference import settings
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import Constant
from django_async_lint.knowledge import django_services, entry_points, routing
from django_async_lint.project.classes import dotted_text
from django_async_lint.project.modules import Class, Function, Module
from django_async_lint.project.receivers import meanings
from django_async_lint.project.route_targets import Target
from django_async_lint.project.routers import Later, Listed, Route

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

ROOT = "ROOT_URLCONF"
CONSUMER = "consumer"
NON_ATOMIC = "non_atomic_requests"
EVENT = "event"
"""The parameter of a consumer's handler of a type of message."""


@dataclass(frozen=True, slots=True)
class RoutedView:
    """A function that a route runs. `name`, `path` and `line` are those of the function, or of the class that inherits
    it; `function` is None for a class whose handlers all come from outside the project.

    `kind` is view (a function), handler (a method of a class-based view), endpoint (of an API), consumer, or resolver
    for the view that runs a GraphQL schema.
    """

    name: str
    path: str
    line: int
    route: str
    kind: str
    is_async: bool
    function: Function | None = None
    cls: Class | None = None

    @property
    def order(self) -> tuple[str, int, str, str]:
        """The key by which views are listed."""
        return (self.path, self.line, self.name, self.route)


@dataclass(slots=True)
class KnownRoutes:
    """What was found of a project's routes so far: each is looked for once."""

    all: tuple[RoutedView, ...] | None = None
    asynchronous: tuple[RoutedView, ...] | None = None
    by_file: dict[str, dict[Function, tuple[RoutedView, ...]]] = field(default_factory=dict)
    listed: tuple[Listed, ...] | None = None
    places: dict[str, dict[int, None]] | None = None
    """By file, where in the list the routes stand that may lead there."""
    plain_views: dict[str, set[Function]] | None = None
    """By file, the synchronous ones of a project that is served asynchronously; filled by `advice`."""


def of(evaluator: "Evaluator") -> tuple[RoutedView, ...]:
    """Every routed view of the project, one for each route, sorted by place."""
    if evaluator.routes.all is None:
        evaluator.routes.all = _sorted(evaluator, _listed(evaluator))
    return evaluator.routes.all


def of_function(evaluator: "Evaluator", function: Function) -> tuple[RoutedView, ...]:
    """The routed views that run a function, sorted by place."""
    return in_file(evaluator, function.module.source.absolute).get(function, ())


def in_file(evaluator: "Evaluator", path: str) -> dict[Function, tuple[RoutedView, ...]]:
    """The functions of a file, by its absolute path, that routed views run, each with these, sorted by place."""
    known = evaluator.routes.by_file.get(path)
    if known is None:
        known = evaluator.routes.by_file[path] = {}
        for view in _sorted(evaluator, _leading_to(evaluator, [path])):
            if view.function is not None and view.function.module.source.absolute == path:
                known[view.function] = (*known.get(view.function, ()), view)
    return known


def is_any(evaluator: "Evaluator") -> bool:
    """Whether the project routes anything."""
    return any(True for listed in _listed(evaluator) for _ in _sorted(evaluator, [listed]))


def modules(evaluator: "Evaluator") -> Iterator[Module]:
    """A module with routed views of each import root that has any."""
    seen: set[str] = set()
    import_root = evaluator.project.layout.import_root
    for listed in _listed(evaluator):
        if isinstance(listed, Later) and seen.issuperset(map(import_root, listed.files)):
            continue
        for view in _sorted(evaluator, [listed]):
            if view.function is not None and view.function.module.import_root not in seen:
                seen.add(view.function.module.import_root)
                yield view.function.module


def _listed(evaluator: "Evaluator") -> tuple[Listed, ...]:
    if evaluator.routes.listed is None:
        found = evaluator.declarations.routes
        evaluator.routes.listed = found.all_from(_roots(evaluator, found.configurations))
    return evaluator.routes.listed


def _leading_to(evaluator: "Evaluator", files: Iterable[str]) -> list[Listed]:
    """The routes, in their order, that may lead to views in some files."""
    if evaluator.routes.places is None:
        evaluator.routes.places = {}
        for place, listed in enumerate(_listed(evaluator)):
            for file in _files(evaluator, listed):
                evaluator.routes.places.setdefault(file, {})[place] = None
    places = {place for file in files for place in evaluator.routes.places.get(file, ())}
    return [_listed(evaluator)[place] for place in sorted(places)]


def _files(evaluator: "Evaluator", listed: Listed) -> Iterable[str]:
    if isinstance(listed, Later):
        return listed.files
    functions = (view.function for view in _views(evaluator, listed))
    return [function.module.source.absolute for function in functions if function is not None]


def _sorted(evaluator: "Evaluator", listed: Iterable[Listed]) -> tuple[RoutedView, ...]:
    routes = evaluator.declarations.routes.resolved(listed)
    found = (view for route in routes for view in _views(evaluator, route))
    return tuple(sorted(dict.fromkeys(found), key=lambda view: view.order))


def route_of(evaluator: "Evaluator", function: Function) -> str:
    """The first route of a function, the shortest one; empty where none is known."""
    found = sorted((len(view.route), view.route) for view in of_function(evaluator, function))
    return found[0][1] if found else ""


def schema_routes(evaluator: "Evaluator") -> tuple[tuple[str, bool], ...]:
    """The routes at which a GraphQL schema is served, each with whether its resolvers run on the loop."""
    found: dict[tuple[str, bool], None] = {}
    for route in evaluator.declarations.routes.resolved(_listed(evaluator)):
        for name in _outside_names(evaluator, route.target):
            if name in entry_points.ASYNC_SCHEMA_VIEWS or name in entry_points.SYNC_SCHEMA_VIEWS:
                found[(route.route, name in entry_points.ASYNC_SCHEMA_VIEWS)] = None
                break
    return tuple(sorted(found))


def _outside_names(evaluator: "Evaluator", target: Target) -> Iterator[str]:
    if target.outside:
        yield target.outside
    elif target.cls is not None:
        yield from (base for base in evaluator.classes.mro(target.cls) if isinstance(base, str))


def _roots(evaluator: "Evaluator", configurations: Iterable[Module]) -> list[Module]:
    """The URL configurations that the settings of the project's sites name."""
    found: dict[Module, None] = {}
    asked: set[str] = set()
    for module in configurations:
        if module.import_root in asked:
            continue
        asked.add(module.import_root)
        for value in members(settings.setting(evaluator, module, ROOT)):
            if isinstance(value, Constant) and isinstance(value.value, str):
                root = evaluator.project.find(value.value, module.import_root)
                if isinstance(root, Module):
                    found[root] = None
    return list(found)


def _views(evaluator: "Evaluator", route: Route) -> Iterator[RoutedView]:
    """The views of one route."""
    function, cls = route.target.function, route.target.cls
    if function is not None:
        kind = "endpoint" if route.by == "operation" or _is_endpoint(evaluator, function) else "view"
        yield _view(function, cls if route.by == "operation" else None, route.route, kind)
    elif cls is not None and evaluator.classes.inherits(cls, *routing.CONSUMERS):
        for handler in _consumer_handlers(evaluator, cls):
            yield _view(handler, cls, route.route, "consumer")
    elif cls is not None:
        yield from _of_class(evaluator, cls, route)


def of_class(evaluator: "Evaluator", cls: Class, by: str) -> Iterator[RoutedView]:
    """The views of a class that nothing routes, as if it were registered so."""
    for view in _views(evaluator, Route("", Target(cls=cls), by)):
        yield replace(view, route="")


def _of_class(evaluator: "Evaluator", cls: Class, route: Route) -> Iterator[RoutedView]:
    is_viewset = route.by == "router" or evaluator.classes.inherits(cls, *routing.VIEWSETS)
    outside = (base for base in evaluator.classes.mro(cls) if isinstance(base, str))
    is_endpoint = any(base.partition(".")[0] in routing.ENDPOINT_PACKAGES for base in outside)
    kind = "endpoint" if is_viewset or is_endpoint else "handler"
    if is_viewset:
        handlers = list(_actions(evaluator, cls, route))
    else:
        names = route.target.only or django_services.HTTP_METHODS
        handlers = [(each, route.route) for each in _members(evaluator, cls, names)]
        others = _members(evaluator, cls, ("dispatch", "__call__"))
        handlers = handlers or [(each, route.route) for each in others][:1]
    for handler, path in handlers:
        yield _view(handler, cls, path, kind)
    own = {handler.name for handler, _ in handlers}
    if not handlers or (is_viewset and not own.issuperset(_inherited_actions(evaluator, cls, route))):
        bases = (base for base in evaluator.classes.mro(cls) if isinstance(base, str))
        is_async = any(base.startswith(routing.ASYNC_VIEWS) for base in bases)
        yield RoutedView(cls.dotted, cls.module.path, cls.node.lineno, route.route, kind, is_async, None, cls)


def _actions(evaluator: "Evaluator", cls: Class, route: Route) -> Iterator[tuple[Function, str]]:
    """The actions of a view set with their routes: by name, then those under `@action`."""
    by_router = route.by == "router"
    for name in route.target.only or tuple(routing.ACTIONS):
        ending = routing.ACTIONS.get(name, "") if by_router else ""
        yield from ((handler, route.route + ending) for handler in _members(evaluator, cls, (name,)))
    if not by_router:
        return
    for base in evaluator.classes.mro(cls):
        for method in base.methods if isinstance(base, Class) else ():
            extra = _extra_action(evaluator, method)
            if extra is not None and method in _members(evaluator, cls, (method.name,)):
                yield method, route.route + extra


def _inherited_actions(evaluator: "Evaluator", cls: Class, route: Route) -> list[str]:
    """The actions that a view set has from outside the project."""
    found = [name for base in evaluator.classes.mro(cls) if isinstance(base, str)
             for name in routing.INHERITED_ACTIONS.get(base, ())]  # fmt: skip
    return [name for name in found if not route.target.only or name in route.target.only]


def _extra_action(evaluator: "Evaluator", method: Function) -> str | None:
    """What stands behind the prefix of a view set for a method under `@action`; None for any other method."""
    for node, names in _decorators(evaluator, method):
        if names.isdisjoint(routing.EXTRA_ACTIONS):
            continue
        keywords = getattr(node, "keywords", ())
        options = {word.arg: word.value.value for word in keywords if isinstance(word.value, ast.Constant)}
        path = options.get("url_path")
        ending = f"{path if isinstance(path, str) else method.name}/"
        return f"{{pk}}/{ending}" if options.get("detail") else ending
    return None


def _decorators(evaluator: "Evaluator", function: Function) -> Iterator[tuple[object, set[str]]]:
    for node in function.decorators:
        text = dotted_text(getattr(node, "func", node))
        found = meanings(function.module, evaluator.names, text)
        yield node, {name for each in found if isinstance(name := getattr(each, "name", ""), str)}


def _is_endpoint(evaluator: "Evaluator", function: Function) -> bool:
    return any(not names.isdisjoint(routing.ENDPOINT_DECORATORS) for _, names in _decorators(evaluator, function))


def _members(evaluator: "Evaluator", cls: Class, names: Iterable[str]) -> list[Function]:
    """The methods of these names that a class has from the project."""
    found: list[Function] = []
    for name in names:
        member = evaluator.classes.find(cls, name)
        if member is not None:
            found += [each for each in member[1] if isinstance(each, Function)]
    return found


def _consumer_handlers(evaluator: "Evaluator", cls: Class) -> Iterator[Function]:
    """The methods that channels calls: those of its own classes, and handlers of a type of message."""
    called: set[str] = set()
    for base in evaluator.classes.mro(cls):
        if isinstance(base, str):
            called.update(entry_points.LOOP_BASES.get(base, {}).get("async", ()))
            called.update(entry_points.THREAD_BASES.get(base, ()))
    seen: set[str] = set()
    for base in evaluator.classes.mro(cls):
        for method in base.methods if isinstance(base, Class) else ():
            is_handler = method.facts.positional[1:] == [EVENT] and not method.name.startswith("_")
            if method.name not in seen and (method.name in called or is_handler):
                yield method
            seen.add(method.name)


def _view(function: Function, cls: Class | None, route: str, kind: str) -> RoutedView:
    """A view, placed at its function, or at the class that inherits it."""
    if cls is None or cls is function.owner:
        return RoutedView(
            function.dotted, function.module.path, function.line, route, kind, function.is_async, function, cls
        )
    name = f"{cls.dotted}.{function.name}"
    return RoutedView(name, cls.module.path, cls.node.lineno, route, kind, function.is_async, function, cls)


def all_asynchronous(evaluator: "Evaluator") -> tuple[RoutedView, ...]:
    """Every routed view that is a coroutine function, sorted by place."""
    if evaluator.routes.asynchronous is None:
        files = evaluator.declarations.coroutines.files
        found = _sorted(evaluator, _leading_to(evaluator, files))
        evaluator.routes.asynchronous = tuple(view for view in found if view.is_async)
    return evaluator.routes.asynchronous


def asynchronous(evaluator: "Evaluator", near: Module) -> tuple[RoutedView, ...]:
    """The asynchronous views that the site around a module routes, each once, by place; consumers are no views."""
    sites = set(evaluator.project.layout.sites)
    found: dict[tuple[str, str, int], RoutedView] = {}
    for view in all_asynchronous(evaluator):
        module = _module_of(view) if view.kind != CONSUMER else None
        is_apart = module is not None and {module.import_root, near.import_root} <= sites
        if module is not None and (module.import_root == near.import_root or not is_apart):
            found.setdefault((view.path, view.name, view.line), view)
    return tuple(found.values())


def is_atomic(evaluator: "Evaluator", view: RoutedView) -> bool:
    """Whether nothing takes a view out of `ATOMIC_REQUESTS`: no decorator of its own, of its class or in its route."""
    nodes = list(view.function.decorators) if view.function is not None else []
    for cls in evaluator.classes.mro(view.cls) if view.cls is not None else ():
        if isinstance(cls, Class):
            nodes += cls.node.decorator_list
            nodes += [node for each in cls.methods if each.name == "dispatch" for node in each.decorators]
    if any(NON_ATOMIC in ast.unparse(node) for node in nodes):
        return False
    name = view.cls.name if view.cls is not None else view.name.rpartition(".")[2]
    wrapped = re.compile(rf"{NON_ATOMIC}\(\s*(?:[\w.]+\.)?{name}\b")
    return not any(wrapped.search(each.source.text) for each in evaluator.declarations.routes.configurations)


def _module_of(view: RoutedView) -> Module | None:
    if view.cls is not None:
        return view.cls.module
    return view.function.module if view.function is not None else None
