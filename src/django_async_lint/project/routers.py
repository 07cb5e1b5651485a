"""Routers: what views register with, of Django REST framework, ninja and FastAPI, wherever the call stands."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from django_async_lint.knowledge import routing
from django_async_lint.project.classes import Classes
from django_async_lint.project.modules import Assignment, Class, Module
from django_async_lint.project.names import Assigned, External
from django_async_lint.project.project import Project
from django_async_lint.project.route_targets import Scope, Target, Targets
from django_async_lint.project.trees import all_statements
from django_async_lint.source import SourceError

REGISTERS = re.compile(rb"\.register\(|\.register_controllers\(|\.(?:" + "|".join(routing.MOUNTS).encode() + rb")\(")
ADMIN_SITE = b"admin.site"
DJANGO_ADMIN = re.compile(rb"from django\.contrib import (?:\w+, )*admin\b")
ADMIN_ALONE = re.compile(rb"\badmin\b(?!\.)")
OPERATION = re.compile(rb"@[\w.]+\.(?:" + "|".join(routing.OPERATIONS).encode() + rb")\(")
UNKNOWN_ROUTER = "?"
"""Stands for what others are mounted in where that is a parameter or a local name."""


class Route(NamedTuple):
    """A path with what it leads to. `by` is how it is registered: pattern, router, operation, websocket or action."""

    route: str
    target: Target
    by: str


class Branch(NamedTuple):
    """Patterns below a prefix that stand elsewhere."""

    prefix: str
    patterns: "Patterns"


class Patterns(NamedTuple):
    """A name that patterns are bound to, or an instance that has them (`router.urls`)."""

    module: Module
    name: str


class Later(NamedTuple):
    """A route whose view stands in one of some files, absolute, that are not parsed before somebody asks about it."""

    route: str
    view: ast.expr
    scope: Scope
    by: str
    files: frozenset[str]


Listed = Route | Later
Node = Listed | Branch


class Files:
    """The files of a project with their bytes, asked before they are parsed."""

    def __init__(self, project: Project, files: Iterable[tuple[str, bytes]]) -> None:
        self._project = project
        self._files = list(files)

    def with_text(self, holds: Callable[[bytes], object], words: Iterable[str]) -> Iterator[Module]:
        """The modules whose bytes hold what is looked for, those that cannot be parsed apart. Whatever is looked for
        holds one of `words`: they are asked first, being found many times as fast."""
        wanted = [word.encode() for word in words]
        for path, data in self._files:
            if not any(word in data for word in wanted) or not holds(data):
                continue
            try:
                yield self._project.module_at(path)
            except SourceError:
                continue

    def any_has(self, words: Iterable[str]) -> bool:
        """Whether the bytes of any file hold one of these words."""
        wanted = [(word.encode(), re.compile(rb"\b" + word.encode() + rb"\b")) for word in words]
        return any(word in data and whole.search(data) is not None for _, data in self._files for word, whole in wanted)


class Routers:
    """What is registered with the routers of one project."""

    def __init__(self, files: Files, targets: Targets, classes: Classes) -> None:
        self.files = files
        self.targets = targets
        self.names = targets.names
        self.classes = classes

    @cached_property
    def registered(self) -> dict[Patterns, list[Node]]:
        """What `router.register("prefix", ViewSet)` and `api.add_router("prefix", router)` say, by router."""
        found: dict[Patterns, list[Node]] = {}
        for module in self.files.with_text(_may_register, (".register", *routing.MOUNTS)):
            for node in _calls_of_methods(module, {"register", "register_controllers", *routing.MOUNTS}):
                assert isinstance(node.func, ast.Attribute)
                scope = Scope(module)
                routers = [
                    Patterns(router.module, router.name)
                    for router in self.targets.meanings(scope, node.func.value)
                    if isinstance(router, Assigned)
                ]
                if not routers and node.func.attr in routing.MOUNTS and isinstance(node.func.value, ast.Name):
                    routers = [Patterns(module, UNKNOWN_ROUTER)]
                for router in routers:
                    found.setdefault(router, []).extend(self._of_registration(scope, node, node.func.attr))
        return found

    def _of_registration(self, scope: Scope, node: ast.Call, method: str) -> Iterator[Node]:
        keywords = {keyword.arg: keyword.value for keyword in node.keywords}
        if method in routing.MOUNTS:
            yield from self._of_mount(scope, node, *routing.MOUNTS[method])
        elif method == "register":
            prefix = node.args[0] if node.args else keywords.get("prefix")
            view = node.args[1] if len(node.args) > 1 else keywords.get("viewset")
            if prefix is None or view is None:
                return
            for meaning in self.targets.meanings(scope, view):
                if isinstance(meaning, Class) and self._is_viewset(meaning):
                    text = self.targets.text(scope, prefix).strip("/")
                    yield Route(f"{text}/" if text else "", Target(cls=meaning), "router")
        else:
            for argument in node.args:
                for meaning in self.targets.meanings(scope, argument):
                    if isinstance(meaning, Class):
                        yield from self._of_controller(meaning)

    def _is_viewset(self, cls: Class) -> bool:
        outside = (base for base in self.classes.mro(cls) if isinstance(base, str))
        return any(base in routing.VIEWSETS or base.endswith(routing.VIEWSET_ENDINGS) for base in outside)

    def _of_mount(self, scope: Scope, node: ast.Call, prefix_at: int, router_at: int) -> Iterator[Node]:
        keywords = {keyword.arg: keyword.value for keyword in node.keywords}
        prefix = node.args[prefix_at] if 0 <= prefix_at < len(node.args) else keywords.get("prefix")
        router = node.args[router_at] if router_at < len(node.args) else keywords.get("router")
        text = self.targets.text(scope, prefix).strip("/") if prefix is not None else ""
        below = f"{text}/" if text else ""
        if isinstance(router, ast.Constant) and isinstance(router.value, str):
            for meaning in self.names.dotted(router.value, scope.module.import_root):
                if isinstance(meaning, Assigned):
                    yield Branch(below, Patterns(meaning.module, meaning.name))
        elif router is not None:
            for meaning in self.targets.meanings(scope, router):
                if isinstance(meaning, Assigned):
                    yield Branch(below, Patterns(meaning.module, meaning.name))

    @cached_property
    def operations(self) -> dict[Patterns, list[Node]]:
        """The functions under `@api.get("/path")`, by the router."""
        found: dict[Patterns, list[Node]] = {}
        if not self.files.any_has(sorted(routing.OPERATION_ROUTERS)):
            return found
        for module in self.files.with_text(OPERATION.search, "@"):
            for function in module.all_functions:
                for decorator in function.decorators:
                    for router, route in self._operation(module, decorator):
                        node = Route(route, Target(function), "operation")
                        found.setdefault(router, []).append(node)
        return found

    def _operation(self, module: Module, node: ast.expr) -> Iterator[tuple[Patterns, str]]:
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            return
        if node.func.attr not in routing.OPERATIONS:
            return
        scope = Scope(module)
        paths = [a for a in (*node.args, *(k.value for k in node.keywords if k.arg == "path")) if _is_text(a)]
        route = self.targets.text(scope, paths[0]).removeprefix("/") if paths else ""
        for meaning in self.targets.meanings(scope, node.func.value):
            if isinstance(meaning, Assigned) and self._is_operation_router(meaning):
                yield Patterns(meaning.module, meaning.name), route

    def _is_operation_router(self, router: Assigned) -> bool:
        return any(name.partition(".")[0] in routing.OPERATION_ROUTERS for name in self._made_of(router))

    def serves_itself(self, router: Patterns) -> bool:
        return any(name in routing.SERVES_ITSELF for name in self._made_of(Assigned(router.module, router.name)))

    def _made_of(self, assigned: Assigned) -> Iterator[str]:
        """The classes outside the project that a name is bound to an instance of."""
        for binding in assigned.module.bindings.get(assigned.name, ()):
            if isinstance(binding, Assignment) and isinstance(binding.value, ast.Call):
                for meaning in self.targets.meanings(Scope(assigned.module), binding.value.func):
                    if isinstance(meaning, External):
                        yield meaning.name
                    elif isinstance(meaning, Class):
                        yield from (base for base in self.classes.mro(meaning) if isinstance(base, str))

    def _of_controller(self, cls: Class) -> Iterator[Node]:
        """The operations of a class under `@api_controller("/prefix")`."""
        scope = Scope(cls.module)
        prefix = ""
        for decorator in cls.node.decorator_list:
            if not isinstance(decorator, ast.Call):
                continue
            if self.targets.outside_name(scope, decorator.func) in routing.CONTROLLERS:
                texts = [self.targets.text(scope, each) for each in decorator.args[:1] if _is_text(each)]
                prefix = "".join(texts).strip("/")
        for method in cls.methods:
            for decorator in method.decorators:
                if not isinstance(decorator, ast.Call):
                    continue
                if self.targets.outside_name(scope, decorator.func) in routing.CONTROLLER_OPERATIONS:
                    path = "".join(self.targets.text(scope, each) for each in decorator.args[:1] if _is_text(each))
                    yield Route(f"{prefix}/{path.removeprefix('/')}", Target(method, cls), "operation")


def _may_register(data: bytes) -> bool:
    """Whether a statement may register with a router: a decorator (`@admin.register`) or Django's admin does not."""
    is_admin = DJANGO_ADMIN.search(data) is not None and len(ADMIN_ALONE.findall(data)) == 1
    for found in REGISTERS.finditer(data):
        line = data[data.rfind(b"\n", 0, found.start()) + 1 : found.start()].lstrip()
        if not line.startswith(b"@") and not (is_admin and line == ADMIN_SITE):
            return True
    return False


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, (ast.Constant, ast.JoinedStr)) and not (
        isinstance(node, ast.Constant) and not isinstance(node.value, str)
    )


def _calls_of_methods(module: Module, methods: set[str]) -> Iterator[ast.Call]:
    """The calls of these methods, in source order, found by the lines that name one."""
    statements = [node for node in all_statements(module.tree.body) if isinstance(node, ast.Expr)]
    for node in sorted(statements, key=lambda each: each.lineno):
        call = node.value
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in methods:
            yield call
