"""One parsed file as the rest of the house sees it: modules, functions, classes and what their names bind.

Purely syntactic: nothing is resolved across files and nothing is evaluated. Functions and classes compare by
identity; each is made once per module.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django_async_lint.project.function_facts import FunctionFacts, FunctionNode
from django_async_lint.project.imports import Import
from django_async_lint.project.releases import Releases, asks_for_release, is_for_type_checkers, outcome
from django_async_lint.project.trees import COMPOUND, all_statements, statements_below
from django_async_lint.source import Source


@dataclass(frozen=True, slots=True, eq=False)
class Assignment:
    """A name bound by a value. `value` is None for a bare annotation; `how` says what is done with the value
    before it is bound: `value`, `element` (loop), `enter` (with), `unpack` (`index` counts from 0)."""

    value: ast.expr | None
    annotation: ast.expr | None = None
    how: str = "value"
    index: int = -1


@dataclass(slots=True, eq=False)
class Function:
    """A function, method or lambda. `qualified_name` has no module; `parent` is the enclosing function."""

    module: "Module"
    node: FunctionNode
    name: str
    qualified_name: str
    owner: "Class | None"
    parent: "Function | None"
    is_async: bool
    _facts: FunctionFacts | None = None
    _stored: frozenset[tuple[str, str]] | None = None

    @property
    def dotted(self) -> str:
        """The qualified name with its module's."""
        return f"{self.module.name}.{self.qualified_name}"

    @property
    def line(self) -> int:
        """The line of `def`."""
        return self.node.lineno

    @property
    def facts(self) -> FunctionFacts:
        """What its text says without evaluating it; computed once."""
        if self._facts is None:
            self._facts = FunctionFacts(self.node)
        return self._facts

    @property
    def stored_attributes(self) -> frozenset[tuple[str, str]]:
        """The attributes that its own statements assign: the name before the dot and the one behind it; `cls.made` is
        such a name where a method makes instances of its class."""
        if self._stored is None:
            body = [] if isinstance(self.node, ast.Lambda) else self.node.body
            targets = (target for each in all_statements(body, inside=False) for target in _targets(each))
            owners = (_owner(target, self.makes_instances) for target in targets if isinstance(target, ast.Attribute))
            self._stored = frozenset(each for each in owners if each[0])
        return self._stored

    @property
    def makes_instances(self) -> bool:
        """Whether it is a method that is called without an instance: `__new__`, of the class, or static."""
        return self.owner is not None and (self.name == "__new__" or any(map(_is_of_class, self.decorators)))

    @property
    def decorators(self) -> list[ast.expr]:
        """The decorators as written, the outermost first."""
        return [] if isinstance(self.node, ast.Lambda) else self.node.decorator_list


@dataclass(slots=True, eq=False)
class Class:
    """A class statement. `members` are the names its body binds, in order, each with every binding."""

    module: "Module"
    node: ast.ClassDef
    name: str
    qualified_name: str
    owner: "Class | None"
    parent: Function | None
    _members: "dict[str, list[Binding]] | None" = None
    _stores: dict[str, list[Function]] | None = None
    _fills: dict[str, list[Function]] | None = None

    @property
    def dotted(self) -> str:
        """The qualified name with its module's."""
        return f"{self.module.name}.{self.qualified_name}"

    @property
    def members(self) -> "dict[str, list[Binding]]":
        """What the class body binds."""
        if self._members is None:
            scope = _Scope(self.module, self.qualified_name + ".", self, self.parent)
            scope.read(self.node.body)
            self._members = scope.bindings
        return self._members

    @property
    def methods(self) -> Iterator[Function]:
        """Every function of the class body."""
        for bindings in self.members.values():
            for binding in bindings:
                if isinstance(binding, Function):
                    yield binding

    def accessor(self, name: str, kind: str) -> Function | None:
        """The function of this class body under `@name.kind`: a property's setter or deleter."""
        for statement in self.node.body:
            if isinstance(statement, ast.FunctionDef) and statement.name == name:
                for decorator in statement.decorator_list:
                    if isinstance(decorator, ast.Attribute) and decorator.attr == kind:
                        return self.module.function(statement, self, self.parent)
        return None

    def stores_of(self, attribute: str) -> list[Function]:
        """The methods that assign to `self.attribute`, to that of an instance which they have made, or to that of the
        class by its name."""
        if self._stores is None:
            self._stores = {}
            for method in self.methods:
                makes = method.makes_instances
                for owner, name in sorted(method.stored_attributes):
                    if makes or owner == self.name or [owner] == method.facts.positional[:1]:
                        stores = self._stores.setdefault(name, [])
                        if stores[-1:] != [method]:
                            stores.append(method)
        return self._stores.get(attribute, [])

    def fills_of(self, attribute: str) -> list[Function]:
        """The methods that put something into the dict or list `self.attribute`."""
        if self._fills is None:
            self._fills = {}
            for method in self.methods:
                for owner, dot, name in (each.partition(".") for each in sorted(method.facts.filled)):
                    if dot and method.facts.positional[:1] == [owner]:
                        self._fills.setdefault(name, []).append(method)
        return self._fills.get(attribute, [])


Binding = Import | Assignment | Function | Class


@dataclass(slots=True, eq=False)
class Module:
    """A parsed file. `name` is dotted as its import root has it; `package` is where relative imports start."""

    name: str
    source: Source
    tree: ast.Module
    import_root: str
    is_package: bool
    bindings: dict[str, list[Binding]]
    star_imports: list[Import]
    functions_by_node: dict[ast.AST, Function]
    classes_by_node: dict[ast.AST, Class]
    sites: dict[ast.AST, Any]
    releases: Releases
    dead: set[ast.AST]
    """Statements that stand under a condition on a release that the project is not written for."""
    _global_stores: dict[str, list[Function]] | None = None
    _fills: dict[str, list[Function]] | None = None
    _scopes: list[Function | Class] | None = None

    @property
    def path(self) -> str:
        """The path relative to the project root."""
        return self.source.path

    @property
    def package(self) -> str:
        """The dotted name that `from . import x` starts at."""
        return self.name if self.is_package else self.name.rpartition(".")[0]

    def function(self, node: FunctionNode, owner: Class | None, parent: Function | None) -> Function:
        """The function of a node, made at the first call."""
        known = self.functions_by_node.get(node)
        if known is None:
            name = "<lambda>" if isinstance(node, ast.Lambda) else node.name
            prefix = _prefix(owner, parent)
            known = Function(self, node, name, prefix + name, owner, parent, isinstance(node, ast.AsyncFunctionDef))
            self.functions_by_node[node] = known
        return known

    def class_(self, node: ast.ClassDef, owner: Class | None, parent: Function | None) -> Class:
        """The class of a node, made at the first call."""
        known = self.classes_by_node.get(node)
        if known is None:
            known = Class(self, node, node.name, _prefix(owner, parent) + node.name, owner, parent)
            self.classes_by_node[node] = known
        return known

    def global_stores(self, name: str) -> list[Function]:
        """The functions of this module that declare `global name`."""
        if self._global_stores is None:
            self._global_stores = {}
            if "global " in self.source.text:
                for function in self.all_functions:
                    for declared in sorted(function.facts.global_names):
                        self._global_stores.setdefault(declared, []).append(function)
        return self._global_stores.get(name, [])

    def fills_of(self, name: str) -> list[Function]:
        """The functions of this module that put something into its dict or list `name`."""
        if f"{name}[" not in self.source.text and f"{name}." not in self.source.text:
            return []
        if self._fills is None:
            self._fills = {}
            for function in self.all_functions:
                for filled in sorted(function.facts.filled - function.facts.bound):
                    self._fills.setdefault(filled, []).append(function)
        return self._fills.get(name, [])

    @property
    def all_functions(self) -> list[Function]:
        """Every `def` of the file, nested ones too, in source order."""
        return [scope for scope in self.all_scopes if isinstance(scope, Function)]

    @property
    def all_classes(self) -> list[Class]:
        """Every class of the file, nested ones too, in source order."""
        return [scope for scope in self.all_scopes if isinstance(scope, Class)]

    @property
    def all_scopes(self) -> list[Function | Class]:
        """Every `def` and `class` of the file in source order."""
        if self._scopes is None:
            self._scopes = self._find_scopes()
        return self._scopes

    def _find_scopes(self) -> list[Function | Class]:
        found: list[Function | Class] = []
        pending: list[tuple[ast.AST, Class | None, Function | None]] = [(self.tree, None, None)]
        while pending:
            node, owner, parent = pending.pop()
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                parent, owner = self.function(node, owner, parent), None
                found.append(parent)
            elif isinstance(node, ast.ClassDef):
                owner = self.class_(node, owner, parent)
                found.append(owner)
                if asks_for_release(self.source.text):
                    owner.members  # noqa: B018 - reading a class body notes what of it is dead
            inside = [child for child in statements_below(node) if type(child) in COMPOUND]
            below = [(child, owner, parent) for child in inside if child not in self.dead]
            pending += reversed(below)
        return found


def _owner(target: ast.Attribute, in_maker: bool) -> tuple[str, str]:
    """What stands before an attribute, where that is a name."""
    match target.value:
        case ast.Name(id=name):
            return name, target.attr
        case ast.Attribute(value=ast.Name(id=name), attr=attr) if in_maker:
            return f"{name}.{attr}", target.attr
        case _:
            return "", target.attr


def _is_of_class(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Name) and decorator.id in ("classmethod", "staticmethod")


def _targets(statement: ast.AST) -> Iterator[ast.expr]:
    """What a statement assigns to, tuples taken apart."""
    match statement:
        case ast.Assign(targets=targets):
            pending = list(targets)
        case ast.AnnAssign(target=target) | ast.AugAssign(target=target):
            pending = [target]
        case ast.For(target=target) | ast.AsyncFor(target=target):
            pending = [target]
        case ast.With(items=items) | ast.AsyncWith(items=items):
            pending = [item.optional_vars for item in items if item.optional_vars is not None]
        case _:
            return
    while pending:
        target = pending.pop()
        if isinstance(target, (ast.Tuple, ast.List)):
            pending.extend(target.elts)
        elif isinstance(target, ast.Starred):
            pending.append(target.value)
        else:
            yield target


def _prefix(owner: Class | None, parent: Function | None) -> str:
    if owner is not None:
        return owner.qualified_name + "."
    return parent.qualified_name + ".<locals>." if parent is not None else ""


def read_module(
    source: Source, tree: ast.Module, name: str, import_root: str, is_package: bool, releases: Releases
) -> Module:
    """The module of a parsed source."""
    module = Module(name, source, tree, import_root, is_package, {}, [], {}, {}, {}, releases, set())
    scope = _Scope(module, "", None, None)
    scope.read(tree.body)
    module.bindings = scope.bindings
    module.star_imports = scope.star_imports
    return module


class _Scope:
    """Collects what a module's or a class's body binds. A binding that surely runs replaces the earlier ones."""

    def __init__(self, module: Module, prefix: str, owner: Class | None, parent: Function | None) -> None:
        self.module = module
        self.prefix = prefix
        self.owner = owner
        self.parent = parent
        self.bindings: dict[str, list[Binding]] = {}
        self.star_imports: list[Import] = []

    def read(self, body: list[ast.stmt], conditional: bool = False) -> None:
        for statement in body:
            self._statement(statement, conditional)

    def _bind(self, name: str, binding: Binding, conditional: bool) -> None:
        known = self.bindings.setdefault(name, [])
        if not conditional and not (isinstance(binding, Assignment) and binding.value is None):
            is_property_part = isinstance(binding, Function) and _is_accessor(binding, name)
            if is_property_part and known:
                return
            known.clear()
        known.append(binding)

    def _statement(self, node: ast.stmt, conditional: bool) -> None:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._bind(node.name, self.module.function(node, self.owner, self.parent), conditional)
            case ast.ClassDef():
                self._bind(node.name, self.module.class_(node, self.owner, self.parent), conditional)
            case ast.Import():
                for alias in node.names:
                    self._import(alias, conditional)
            case ast.ImportFrom():
                self._import_from(node, conditional)
            case ast.Assign():
                for target in node.targets:
                    self._assign(target, Assignment(node.value), conditional)
            case ast.AnnAssign():
                self._assign(node.target, Assignment(node.value, node.annotation), conditional)
            case ast.For() | ast.AsyncFor():
                self._assign(node.target, Assignment(node.iter, how="element"), True)
                self.read([*node.body, *node.orelse], True)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    if item.optional_vars is not None:
                        self._assign(item.optional_vars, Assignment(item.context_expr, how="enter"), conditional)
                self.read(node.body, conditional)
            case ast.If():
                self._branches(node, conditional)
            case ast.Try() | ast.TryStar():
                self.read(node.body, True)
                for handler in node.handlers:
                    self.read(handler.body, True)
                self.read(node.orelse, True)
                self.read(node.finalbody, conditional)
            case ast.While():
                self.read([*node.body, *node.orelse], True)
            case ast.Match():
                for match_case in node.cases:
                    self.read(match_case.body, True)

    def _branches(self, node: ast.If, conditional: bool) -> None:
        verdict = outcome(self.module.releases, node.test, self._name_of, self._given_to)
        if verdict is None:
            self.read([*node.body, *node.orelse], True)
            return
        live, dead = (node.body, node.orelse) if verdict else (node.orelse, node.body)
        self.module.dead.update(dead)
        if is_for_type_checkers(node.test):
            self.read(dead, True)
        self.read(live, conditional)

    def _binding_of(self, name: str) -> Binding | None:
        bindings = self.bindings.get(name) or self.module.bindings.get(name, [])
        return bindings[0] if len(bindings) == 1 else None

    def _given_to(self, node: ast.Name) -> ast.expr | None:
        found = self._binding_of(node.id)
        return found.value if isinstance(found, Assignment) and found.how == "value" else None

    def _name_of(self, node: ast.expr) -> str | None:
        """The dotted name that an expression has by the imports read so far."""
        match node:
            case ast.Attribute(value=inner, attr=name):
                base = self._name_of(inner)
                return f"{base}.{name}" if base else None
            case ast.Name(id=name):
                found = self._binding_of(name)
                if not isinstance(found, Import) or found.level:
                    return None
                return f"{found.module}.{found.attribute}" if found.attribute else found.module
            case _:
                return None

    def _import(self, alias: ast.alias, conditional: bool) -> None:
        if alias.asname:
            self._bind(alias.asname, Import(alias.name, None, 0), conditional)
        else:
            root = alias.name.partition(".")[0]
            self._bind(root, Import(root, None, 0), conditional)

    def _import_from(self, node: ast.ImportFrom, conditional: bool) -> None:
        for alias in node.names:
            binding = Import(node.module or "", alias.name, node.level)
            if alias.name == "*":
                self.star_imports.append(binding)
            else:
                self._bind(alias.asname or alias.name, binding, conditional)

    def _assign(self, target: ast.expr, assignment: Assignment, conditional: bool) -> None:
        if isinstance(target, ast.Name):
            self._bind(target.id, assignment, conditional)
        elif isinstance(target, (ast.Tuple, ast.List)) and assignment.value is not None:
            for index, element in enumerate(target.elts):
                if isinstance(element, ast.Name):
                    part = Assignment(assignment.value, None, f"unpack_{assignment.how}", index)
                    self._bind(element.id, part, conditional)


def _is_accessor(function: Function, name: str) -> bool:
    """Whether this is `@name.setter` and the like, which leave the property that stands there already."""
    return any(
        isinstance(decorator, ast.Attribute)
        and decorator.attr in ("setter", "deleter", "getter", "register")
        and isinstance(decorator.value, ast.Name)
        and decorator.value.id == name
        for decorator in function.decorators
    ) or any(ast.unparse(decorator).rpartition(".")[2] == "overload" for decorator in function.decorators[:1])
