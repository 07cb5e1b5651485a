"""Registries: dicts and lists of the project that functions fill with what they are given, often as decorators.

`HANDLERS = {}` and `def register(kind): def wrap(function): HANDLERS[kind] = function` hold every function of the
project that stands under `@register(...)` or is given to it at the top of a module. Under which key is known where a
factory of decorators is given it as a literal; what else goes in is joined. What is filled while the program runs is
not followed.
"""

import ast
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from django_async_lint.inference import filling, functions
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import join, members, union
from django_async_lint.inference.values import NOTHING, ClassValue, Collection, Constant, Mapping, Nothing, Row, Value
from django_async_lint.project.classes import dotted_text
from django_async_lint.project.modules import Assignment, Class, Function, Module
from django_async_lint.project.names import Assigned
from django_async_lint.project.trees import all_nodes

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

ADDING = ("append", "add", "insert", "setdefault", "appendleft")


class Registrar(NamedTuple):
    """A function that puts what it is given into a container. `place` is the place of that among its parameters,
    receivers left out; `is_factory` when it returns the function that does it; `in_list` when the container holds
    lists into which it goes; `key` the factory's parameter under which it goes in, with a star for each of many."""

    function: Function
    place: int
    is_factory: bool
    in_list: bool = False
    key: str = ""


class Filling(NamedTuple):
    """What is put into a container, under the keys that are known and under others."""

    under: tuple[tuple[str, Value], ...] = ()
    other: Value = NOTHING


def filled(evaluator: "Evaluator", module: Module, name: str, value: Value) -> Value:
    """A module's dict or list with what its registering functions put into it."""
    if not filling.is_container(value):
        return value
    found = [Filling(other=_at_top(evaluator, module, name))]
    for registrar in _registrars(evaluator, tuple(module.all_functions), name):
        found.extend(_given_to(evaluator, registrar))
    return _with(value, found)


def filled_attribute(evaluator: "Evaluator", cls: Class, name: str, value: Value) -> Value:
    """The dict or list that a class or its instances hold under a name, filled likewise by its methods."""
    value = filling.of_attribute(evaluator, cls, name, value)
    if not filling.is_container(value):
        return value
    found: list[Filling] = []
    for base in evaluator.classes.mro(cls):
        if not isinstance(base, Class):
            continue
        scopes = tuple(each for each in base.module.all_functions if _class_of(each) is base)
        for registrar in _registrars(evaluator, scopes, name):
            if registrar.function.name == "__init_subclass__":
                heirs = evaluator.declarations.heirs(base)
                found.append(Filling(other=union(tuple(ClassValue(heir) for heir in heirs))))
            else:
                found.extend(_given_to(evaluator, registrar))
    return _with(value, found)


def filled_binding(evaluator: "Evaluator", cls: Class, binding: Assignment, value: Value) -> Value:
    """The same for what an assignment of a class body binds."""
    if not filling.is_container(value):
        return value
    names = (name for name, bindings in cls.members.items() if binding in bindings)
    return filled_attribute(evaluator, cls, next(names, ""), value)


def _with(value: Value, fillings: list[Filling]) -> Value:
    other = union(tuple(each.other for each in fillings))
    under: dict[str, Value] = {}
    for key, item in (pair for each in fillings for pair in each.under):
        under[key] = join(under.get(key, NOTHING), item)
    if isinstance(other, Nothing) and not under:
        return value
    everything = union((other, *under.values()))
    filled_members: list[Value] = []
    for each in members(value):
        match each:
            case Mapping():
                items = dict(each.items)
                items.update((key, join(items.get(key, NOTHING), item)) for key, item in under.items())
                filled_members.append(each._replace(items=tuple(items.items()), other=join(each.other, other)))
            case Collection():
                filled_members.append(each._replace(element=join(each.element, everything)))
            case Row():
                filled_members.append(Collection(each.kind, join(union(each.elements), everything)))
    return union(tuple(filled_members))


def _class_of(function: Function) -> Class | None:
    """The class whose method a function is, or is nested in."""
    outer: Function | None = function
    while outer is not None and outer.owner is None:
        outer = outer.parent
    return outer.owner if outer is not None else None


def _registrars(evaluator: "Evaluator", scopes: tuple[Function, ...], name: str) -> tuple[Registrar, ...]:
    """The functions among some that put one of their parameters into a container called `name`."""
    known = evaluator.registrars.get((scopes, name))
    if known is None:
        known = evaluator.registrars[scopes, name] = tuple(_found_registrars(scopes, name))
    return known


def _found_registrars(scopes: tuple[Function, ...], name: str) -> Iterable[Registrar]:
    found: dict[Registrar, None] = {}
    for function in scopes:
        if isinstance(function.node, ast.Lambda) or not _may_store(function, name):
            continue
        for added, in_list, key in _added(function.node, name):
            registrar = _registrar(function, added)
            if registrar is not None:
                key = _key_given(function, key) if registrar.is_factory and not in_list else ""
                found[registrar._replace(in_list=in_list, key=key)] = None
    return found


def _may_store(function: Function, name: str) -> bool:
    facts = function.facts
    return (name in facts.loaded or name in facts.attributes) and name not in facts.bound


def _registrar(function: Function, added: str) -> Registrar | None:
    outer, parameters = function.parent, _parameters(function)
    if function.name == "__init_subclass__" and function.facts.positional[:1] == [added]:
        return Registrar(function, 0, is_factory=False)
    if added in parameters:
        if outer is not None and outer.parent is None and parameters.index(added) == 0:
            return Registrar(outer, 0, is_factory=True)
        return Registrar(function, parameters.index(added), is_factory=False) if outer is None else None
    if outer is not None and outer.parent is None and added in _parameters(outer):
        return Registrar(outer, _parameters(outer).index(added), is_factory=False)
    return None


def _key_given(function: Function, key: str) -> str:
    """The parameter of the function around a decorator that gives the key `key`, with a star where that goes through
    them; empty for any other key."""
    outer = function.parent
    if outer is None or not key or _is_set(outer, key):
        return ""
    if key in outer.facts.positional and key not in function.facts.bound:
        return key
    star = outer.facts.star
    loops = [part for part in all_nodes(function.node) if isinstance(part, ast.For)]
    goes_through = any(
        isinstance(loop.target, ast.Name)
        and loop.target.id == key
        and isinstance(loop.iter, ast.Name)
        and loop.iter.id == star
        for loop in loops
    )
    return f"*{star}" if goes_through else ""


def _is_set(function: Function, name: str) -> bool:
    """Whether a function, or one in it, gives a name another value by an assignment."""
    targets = (part.targets for part in all_nodes(function.node) if isinstance(part, ast.Assign))
    return any(isinstance(target, ast.Name) and target.id == name for each in targets for target in each)


def _parameters(function: Function) -> list[str]:
    """The parameters of a function, the receiver of a method left out."""
    kinds = {functions.decorator_name(each) for each in function.decorators}
    has_receiver = function.owner is not None and "staticmethod" not in kinds
    return function.facts.positional[1 if has_receiver else 0 :]


def _added(node: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> Iterator[tuple[str, bool, str]]:
    """The names that a function's own statements put into the container, whether into a list that it holds, and the
    name of the key."""
    for part in all_nodes(node):
        match part:
            case ast.Assign(targets=[ast.Subscript(value=owner, slice=key)], value=ast.Name(id=added)) if _names(
                owner, name
            ):
                yield added, False, key.id if isinstance(key, ast.Name) else ""
            case ast.Call(func=ast.Attribute(value=owner, attr=attr), args=[*_, ast.Name(id=added)]) if (
                attr in ADDING and _names(_innermost(owner), name)
            ):
                yield added, _innermost(owner) is not owner, ""


def _innermost(node: ast.expr) -> ast.expr:
    """The container under `registry[key]` and `registry.setdefault(key, [])`."""
    match node:
        case ast.Subscript(value=owner) | ast.Call(func=ast.Attribute(value=owner, attr="setdefault")):
            return owner
        case _:
            return node


def _names(node: ast.expr, name: str) -> bool:
    """Whether an expression is the name, or that attribute of `self`, `cls` or the class."""
    match node:
        case ast.Name(id=found) | ast.Attribute(value=ast.Name(), attr=found):
            return found == name
        case _:
            return False


def _at_top(evaluator: "Evaluator", module: Module, name: str) -> Value:
    """What statements at the top of the same module put into a container."""
    found: Value = NOTHING
    frame = Frame(evaluator, module)
    for statement in module.tree.body:
        added: ast.expr | None = None
        match statement:
            case ast.Assign(targets=[ast.Subscript(value=ast.Name(id=owner))], value=value) if owner == name:
                added = value
            case ast.Expr(
                value=ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=attr), args=[*_, value])
            ) if owner == name and attr in ADDING:
                added = value
        if added is not None:
            with frame.mute():
                found = join(found, evaluator.value_of(frame, added))
    return found


def _given_to(evaluator: "Evaluator", registrar: Registrar) -> Iterator[Filling]:
    """What the project gives to a registering function: what stands under it as a decorator, and what a call at the
    top of a module gives."""
    found: Value = NOTHING
    name = registrar.function.name
    for module in evaluator.declarations.modules_using(name):
        for scope in module.all_scopes:
            used = [each for each in _decorators(scope) if _is_use(evaluator, scope, each, registrar)]
            if scope.parent is not None or not used:
                continue
            value = ClassValue(scope) if isinstance(scope, Class) else functions.plain(scope)
            keys = [_keys(evaluator, module, each, registrar) for each in used]
            if all(keys):
                yield Filling(tuple((key, value) for given in keys for key in given))
            else:
                found = join(found, value)
        for statement in module.tree.body:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
                found = join(found, _of_call(evaluator, module, statement.value, registrar))
    is_listed = registrar.in_list and not isinstance(found, Nothing)
    yield Filling(other=Collection("list", found) if is_listed else found)


def _keys(evaluator: "Evaluator", module: Module, node: ast.expr, registrar: Registrar) -> tuple[str, ...]:
    """The keys under which a use of a factory of decorators puts what stands under it; none when any is not known."""
    if not registrar.key or not isinstance(node, ast.Call):
        return ()
    frame = Frame(evaluator, module)
    given: list[Value] = []
    with frame.mute():
        for argument in node.args:
            value = evaluator.value_of(frame, argument.value if isinstance(argument, ast.Starred) else argument)
            if not isinstance(argument, ast.Starred):
                given.append(value)
            elif isinstance(value, Row):
                given.extend(value.elements)
            else:
                return ()
        named = {each.arg: evaluator.value_of(frame, each.value) for each in node.keywords}
    if not registrar.key.startswith("*"):
        place = _parameters(registrar.function).index(registrar.key)
        given = given[place : place + 1] or [named.get(registrar.key, NOTHING)]
    keys = [each.value for each in given if isinstance(each, Constant) and isinstance(each.value, str)]
    return tuple(keys) if len(keys) == len(given) else ()


def _decorators(scope: Function | Class) -> list[ast.expr]:
    return scope.node.decorator_list if isinstance(scope, Class) else scope.decorators


def _is_use(evaluator: "Evaluator", scope: Function | Class, node: ast.expr, registrar: Registrar) -> bool:
    called = node.func if isinstance(node, ast.Call) else node
    is_call = isinstance(node, ast.Call)
    is_form = is_call is registrar.is_factory or (not is_call and _takes_both(registrar.function))
    return is_form and registrar.place == 0 and _means(evaluator, scope.module, called, registrar.function)


def _takes_both(function: Function) -> bool:
    """Whether a factory of decorators is a decorator too: `@tool` as well as `@tool(name=...)`."""
    first = _parameters(function)[:1]
    return bool(first) and function.facts.may_be_left_out(first[0])


def _of_call(evaluator: "Evaluator", module: Module, node: ast.Call, registrar: Registrar) -> Value:
    inner = node.func
    if registrar.is_factory:
        if not isinstance(inner, ast.Call):
            return NOTHING
        inner = inner.func
    if registrar.place >= len(node.args) or not _means(evaluator, module, inner, registrar.function):
        return NOTHING
    frame = Frame(evaluator, module)
    with frame.mute():
        value = evaluator.value_of(frame, node.args[registrar.place])
    return NOTHING if isinstance(value, Constant) else value


def _means(evaluator: "Evaluator", module: Module, node: ast.expr, function: Function) -> bool:
    """Whether an expression at the top of a module is the registering function, maybe bound to an object."""
    text = dotted_text(node)
    if not text or text.rpartition(".")[2] != function.name:
        return False
    meanings = evaluator.names.of_expression(module, text)
    if function in meanings:
        return True
    owner_text = text.rpartition(".")[0]
    if function.owner is None or not owner_text:
        return False
    for meaning in evaluator.names.of_expression(module, owner_text):
        if isinstance(meaning, Class) and evaluator.classes.is_subclass(meaning, function.owner):
            return True
        if isinstance(meaning, Assigned) and _is_instance(evaluator, meaning, function.owner):
            return True
    return False


def _is_instance(evaluator: "Evaluator", assigned: Assigned, cls: Class) -> bool:
    """Whether a module-level name is bound to a call of the class or of an heir, by its text."""
    for binding in assigned.module.bindings.get(assigned.name, ()):
        if not isinstance(binding, Assignment) or not isinstance(binding.value, ast.Call):
            continue
        func = binding.value.func
        text = dotted_text(func.value if isinstance(func, ast.Subscript) else func)
        for meaning in evaluator.names.of_expression(assigned.module, text) if text else ():
            if isinstance(meaning, Class) and evaluator.classes.is_subclass(meaning, cls):
                return True
    return False
