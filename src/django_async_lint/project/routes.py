"""Which views the project routes, and where: a project question, asked of the text first. Nothing is evaluated.

A URL configuration is read as a tree of patterns, includes and routers. What a pattern leads to stays a target, a
function or a class; which of its methods then run is for inference to say.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from django_async_lint.knowledge import routing
from django_async_lint.project.classes import Classes, dotted_text
from django_async_lint.project.discovery import TESTS, is_named_by
from django_async_lint.project.modules import Function, Module
from django_async_lint.project.names import Assigned, Names
from django_async_lint.project.project import Project
from django_async_lint.project.route_targets import MOST_DEPTH, Scope, Target, Targets, returned
from django_async_lint.project.routers import Branch, Files, Later, Listed, Node, Patterns, Route, Routers
from django_async_lint.project.trees import all_statements
from django_async_lint.project.view_files import ViewFiles

CONFIGURATION = re.compile(rb"\burlpatterns\b|\bURLRouter\b|\bwebsocket_urlpatterns\b")
PATTERNS, WEBSOCKETS = "urlpatterns", "websocket_urlpatterns"
UNKNOWN_PREFIX = "…/"
"""Stands where it is not known under which path a configuration is included."""


class Routes:
    """The routes of one project. `files` are absolute paths with bytes."""

    def __init__(self, project: Project, names: Names, classes: Classes, files: Iterable[tuple[str, bytes]]) -> None:
        self.project = project
        self.names = names
        self._files = Files(project, files)
        self._views = Targets(names)
        self._view_files = ViewFiles(names)
        self._routers = Routers(self._files, self._views, classes)
        self._trees: dict[Patterns, tuple[Node, ...]] = {}

    @cached_property
    def configurations(self) -> tuple[Module, ...]:
        """The modules that hold patterns, in the order of their files, those of tests apart."""
        return tuple(self._files.with_text(CONFIGURATION.search, ("urlpatterns", "URLRouter")))

    def resolved(self, listed: Iterable[Listed]) -> tuple[Route, ...]:
        """Routes with the views that they lead to, each once; of those to one view the ones with a known prefix."""
        found = dict.fromkeys(
            route for each in listed for route in (self._led_to(each) if isinstance(each, Later) else (each,))
        )
        known = {(each.target, each.by) for each in found if UNKNOWN_PREFIX not in each.route}
        return tuple(each for each in found if UNKNOWN_PREFIX not in each.route or (each.target, each.by) not in known)

    def _led_to(self, later: Later) -> Iterator[Route]:
        for target in self._views.targets(later.scope, later.view):
            yield Route(later.route, target, later.by)

    def all_from(self, roots: Iterable[Module]) -> tuple[Listed, ...]:
        """Every route: those below the root configurations, then what nothing that was understood includes."""
        found: dict[Listed, None] = {}
        reached: set[Patterns] = set()
        begin = list(dict.fromkeys(roots))
        for module in begin:
            self._flatten(Patterns(module, PATTERNS), "/", "pattern", found, reached, ())
        for patterns, prefix in self._apart(bool(begin)):
            if patterns not in reached:
                by = "websocket" if patterns.name == WEBSOCKETS else "pattern"
                self._flatten(patterns, prefix, by, found, reached, ())
        for module in self.configurations:
            for route in self._websockets(module):
                found.setdefault(route)
        for module in begin or self.configurations:
            for route in self._error_handlers(module):
                found.setdefault(route)
        return tuple(found)

    def _error_handlers(self, module: Module) -> Iterator[Route]:
        """The views of errors that a root configuration names: `handler404 = "shop.views.not_found"`."""
        scope = Scope(module)
        for name in routing.ERROR_HANDLERS:
            for value in _bound_to(module, name):
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    for meaning in self.names.dotted(value.value, module.import_root):
                        if isinstance(meaning, Function):
                            yield Route(name, Target(meaning), "pattern")
                else:
                    yield from (Route(name, target, "pattern") for target in self._views.targets(scope, value))

    def _apart(self, has_root: bool) -> list[tuple[Patterns, str]]:
        """Configurations and routers that no root may lead to, those that others include last."""
        prefix = f"/{UNKNOWN_PREFIX}" if has_root else "/"
        shown = [module for module in self.configurations if not (has_root and is_named_by(module.path, TESTS))]
        modules = [Patterns(module, PATTERNS) for module in shown if PATTERNS in module.source.text]
        included = {node.patterns for each in modules for node in self._tree(each) if isinstance(node, Branch)}
        websockets = [Patterns(module, WEBSOCKETS) for module in shown if WEBSOCKETS in module.bindings]
        own = [(patterns, "/") for patterns in websockets]
        own += [(patterns, prefix) for patterns in modules if patterns not in included]
        own += [(patterns, f"/{UNKNOWN_PREFIX}") for patterns in modules if patterns in included]
        routers = dict.fromkeys((*self._routers.registered, *self._routers.operations))
        serving = [router for router in routers if self._routers.serves_itself(router)]
        return own + [(router, "/") for router in serving] + [(router, f"/{UNKNOWN_PREFIX}") for router in routers]

    def _flatten(
        self,
        patterns: Patterns,
        prefix: str,
        by: str,
        found: dict[Listed, None],
        reached: set[Patterns],
        above: tuple[Patterns, ...],
    ) -> None:
        if patterns in above or len(above) > MOST_DEPTH:
            return
        reached.add(patterns)
        for node in self._tree(patterns):
            if isinstance(node, Branch):
                self._flatten(node.patterns, prefix + node.prefix, by, found, reached, (*above, patterns))
            else:
                how = by if node.by == "pattern" else node.by
                found.setdefault(node._replace(route=_joined(prefix + node.route), by=how))

    # One configuration, one router.

    def _tree(self, patterns: Patterns) -> tuple[Node, ...]:
        known = self._trees.get(patterns)
        if known is None:
            self._trees[patterns] = ()
            known = self._trees[patterns] = tuple(self._read(patterns))
        return known

    def _read(self, patterns: Patterns) -> Iterator[Node]:
        module, name = patterns
        scope = Scope(module)
        for node in _bound_to(module, name):
            yield from self._of_list(scope, node, name)
        for meaning in self.names.of_global(module, name):
            if isinstance(meaning, Assigned) and (meaning.module, meaning.name) != (module, name):
                yield Branch("", Patterns(meaning.module, meaning.name))
        yield from self._routers.registered.get(patterns, ())
        yield from self._routers.operations.get(patterns, ())

    def _of_list(self, scope: Scope, node: ast.expr, own: str = "") -> Iterator[Node]:
        """The patterns that an expression lists; `own` is the name that is being read."""
        match node:
            case ast.List(elts=elements) | ast.Tuple(elts=elements):
                for element in elements:
                    yield from self._of_list(scope, element, own)
            case ast.Starred(value=value):
                yield from self._of_list(scope, value, own)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                yield from self._of_list(scope, left, own)
                yield from self._of_list(scope, right, own)
            case ast.IfExp(body=body, orelse=orelse):
                yield from self._of_list(scope, body, own)
                yield from self._of_list(scope, orelse, own)
            case ast.ListComp(elt=element):
                yield from self._of_list(scope, element, own)
            case ast.Call():
                yield from self._of_call(scope, node, own)
            case ast.Name() | ast.Attribute() if dotted_text(node) != own:
                yield from self._of_name(scope, node)

    def _of_name(self, scope: Scope, node: ast.expr) -> Iterator[Node]:
        if isinstance(node, ast.Attribute) and node.attr == "urls":
            node = node.value
        for meaning in self._views.meanings(scope, node):
            if isinstance(meaning, Assigned):
                yield Branch("", Patterns(meaning.module, meaning.name))

    def _of_call(self, scope: Scope, node: ast.Call, own: str) -> Iterator[Node]:
        name = self._views.outside_name(scope, node.func)
        if name in routing.PATTERNS:
            yield from self._of_pattern(scope, node, name in routing.EXPRESSIONS)
        elif name in routing.INCLUDES:
            yield from self._included(scope, node, "")
        elif name in routing.TRANSLATED:
            for argument in node.args:
                for inner in self._of_list(scope, argument, own):
                    yield _below(routing.TRANSLATED[name], inner)
        elif name not in routing.WITHOUT_VIEWS:
            functions = [each for each in self._views.meanings(scope, node.func) if isinstance(each, Function)]
            for function in functions:
                for value in returned(function):
                    yield from self._of_list(Scope(function.module, function), value)
            for argument in node.args if not functions else ():
                if isinstance(argument, (ast.List, ast.Starred, ast.Name, ast.BinOp)):
                    yield from self._of_list(scope, argument, own)

    def _of_pattern(self, scope: Scope, node: ast.Call, is_expression: bool) -> Iterator[Node]:
        arguments = [argument for argument in node.args if not isinstance(argument, ast.Starred)]
        keywords = {keyword.arg: keyword.value for keyword in node.keywords}
        written = arguments[0] if arguments else keywords.get("route", keywords.get("regex"))
        view = arguments[1] if len(arguments) > 1 else keywords.get("view")
        if written is None or view is None:
            return
        route = self._views.text(scope, written)
        route = route.removeprefix("^").removesuffix("$") if is_expression else route
        inside = self._nested(scope, view)
        if inside is not None:
            yield from (_below(route, each) for each in inside)
            return
        files = self._view_files.of(scope.module, view) if scope.function is None else None
        if files is not None:
            yield Later(route, view, scope, "pattern", files)
        else:
            yield from (Route(route, target, "pattern") for target in self._views.targets(scope, view))

    def _nested(self, scope: Scope, view: ast.expr) -> list[Node] | None:
        """The patterns that stand where a view may stand; None where a view stands."""
        if isinstance(view, ast.Call) and self._views.outside_name(scope, view.func) in routing.INCLUDES:
            return list(self._included(scope, view, ""))
        if isinstance(view, (ast.Tuple, ast.List)):
            return list(self._of_list(scope, view.elts[0])) if view.elts else []
        if isinstance(view, ast.Attribute) and view.attr == "urls":
            return list(self._of_name(scope, view))
        return None

    def _included(self, scope: Scope, node: ast.Call, prefix: str) -> Iterator[Node]:
        keywords = {keyword.arg: keyword.value for keyword in node.keywords}
        what = node.args[0] if node.args else keywords.get("arg")
        if isinstance(what, ast.Tuple) and what.elts:
            what = what.elts[0]
        if isinstance(what, ast.Constant) and isinstance(what.value, str):
            found = self.project.find(what.value, scope.module.import_root)
            if isinstance(found, Module):
                yield Branch(prefix, Patterns(found, PATTERNS))
        elif isinstance(what, (ast.Name, ast.Attribute)):
            modules = [each for each in self._views.meanings(scope, what) if isinstance(each, Module)]
            yield from (Branch(prefix, Patterns(module, PATTERNS)) for module in modules)
            if not modules:
                yield from self._of_name(scope, what)
        elif what is not None:
            yield from self._of_list(scope, what)

    def _websockets(self, module: Module) -> Iterator[Listed]:
        """The consumers that `URLRouter([...])` lists."""
        if "URLRouter" not in module.source.text:
            return
        scope = Scope(module)
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            if self._views.outside_name(scope, node.func) not in routing.WEBSOCKET_ROUTERS:
                continue
            found: dict[Listed, None] = {}
            for inner in self._of_list(scope, node.args[0]):
                if not isinstance(inner, Branch):
                    found[inner._replace(route=_joined("/" + inner.route), by="websocket")] = None
                else:
                    self._flatten(inner.patterns, "/" + inner.prefix, "websocket", found, set(), ())
            yield from found


def _below(prefix: str, node: Node) -> Node:
    if isinstance(node, Branch):
        return node._replace(prefix=prefix + node.prefix)
    return node._replace(route=prefix + node.route)


def _joined(route: str) -> str:
    """A route with one `/` where a prefix and a path both have theirs, and no `^` left inside."""
    return re.sub(r"(?<!:)//+", "/", re.sub(r"(?<=/)\^", "", route))


def _bound_to(module: Module, name: str) -> Iterator[ast.expr]:
    """What the top of a module puts into the list `name`, in source order."""
    statements = [node for node in all_statements(module.tree.body, inside=False) if isinstance(node, ast.stmt)]
    for node in sorted(statements, key=lambda each: each.lineno):
        match node:
            case ast.Assign(targets=targets, value=value) if any(_is_name(each, name) for each in targets):
                yield value
            case ast.AnnAssign(target=target, value=ast.expr() as value) if _is_name(target, name):
                yield value
            case ast.AugAssign(target=target, value=value) if _is_name(target, name):
                yield value
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=owner, attr=method), args=[*_, last])) if method in (
                "append",
                "extend",
                "insert",
            ) and _is_name(owner, name):
                yield last


def _is_name(node: ast.expr, name: str) -> bool:
    if isinstance(node, ast.Subscript):
        node = node.value
    return isinstance(node, ast.Name) and node.id == name
