"""The settings modules of a site as text: which they are, its middleware in order, its database options.

Nothing here tells what a setting does.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django_async_lint.inference import middleware_modes, settings
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.middleware import Middleware, hops
from django_async_lint.inference.settings_lists import Item
from django_async_lint.inference.values import Constant, Value
from django_async_lint.project.classes import dotted_text
from django_async_lint.project.modules import Assignment, Class, Function, Module
from django_async_lint.project.names import Definition

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of MIDDLEWARE: where it stands, what it names, and that as the handler sees it, None where unsure."""

    item: Item
    definition: Definition | None
    middleware: Middleware | None


def middleware_entries(evaluator: "Evaluator", near: Module) -> tuple[Entry, ...]:
    """The entries of MIDDLEWARE in order; empty where the settings are not found or do not set it."""
    found = settings.settings_module(evaluator, near)
    if found is None:
        return ()
    items = evaluator.settings_lists.of(found).get("MIDDLEWARE", ())
    return tuple(_entry(evaluator, found, item) for item in items)


def _entry(evaluator: "Evaluator", site: Module, item: Item) -> Entry:
    if item.text is None:
        return Entry(item, None, None)
    meanings = evaluator.names.dotted(item.text, site.import_root)
    if len(meanings) != 1:
        return Entry(item, None, None)
    return Entry(item, meanings[0], middleware_modes.of(evaluator, meanings[0]))


def stack_with(entries: tuple[Entry, ...], kept: Entry | None = None) -> tuple[Middleware, ...] | None:
    """The stack of what is surely there, and of one entry more; None where something of it is not known."""
    stack = []
    for entry in entries:
        if entry.item.is_certain or entry is kept:
            if entry.middleware is None:
                return None
            stack.append(entry.middleware)
    return tuple(stack)


def hops_of_view(evaluator: "Evaluator", near: Module, is_async_view: bool) -> int | None:
    """How often a request to a view of the site around a module goes to a thread; None where the stack is not known or
    fails."""
    entries = middleware_entries(evaluator, near)
    stack = stack_with(entries) if entries else None
    return hops(stack, is_async_view) if stack is not None else None


def parts(evaluator: "Evaluator", near: Module) -> dict[Module, None]:
    """The modules that the settings of the site around a module are made of."""
    found = settings.settings_module(evaluator, near)
    return dict.fromkeys(settings.with_star_imports(evaluator, found)) if found is not None else {}


@dataclass(frozen=True, slots=True)
class DatabaseOption:
    """A key of a database in DATABASES, where it is given and what it is."""

    alias: str
    name: str
    value: Value
    module: Module
    node: ast.expr


def database_options(evaluator: "Evaluator", near: Module) -> tuple[DatabaseOption, ...]:
    """The options of the databases of the site around a module, the last of each key."""
    found = settings.settings_module(evaluator, near)
    kept: dict[tuple[str, str], DatabaseOption] = {}
    for option in _options_of(evaluator, found, set()) if found is not None else ():
        if option.name:
            kept[option.alias, option.name] = option
        else:
            kept.clear()
    return tuple(kept.values())


def _options_of(evaluator: "Evaluator", module: Module, seen: set[str]) -> Iterator[DatabaseOption]:
    """Every option in the order in which the statements run; one without a name where DATABASES is set anew."""
    if module.path in seen:
        return
    seen.add(module.path)
    yield from _of_statements(evaluator, module, module.tree.body, seen, True)


def _of_statements(
    evaluator: "Evaluator", module: Module, body: list[ast.stmt], seen: set[str], is_certain: bool
) -> Iterator[DatabaseOption]:
    for node in body:
        match node:
            case ast.ImportFrom(names=[ast.alias(name="*")]):
                star = next((each for each in module.star_imports if each.module == (node.module or "")), None)
                base = star and evaluator.project.find(evaluator.names.absolute_name(module, star), module.import_root)
                if isinstance(base, Module):
                    yield from _options_of(evaluator, base, seen)
            case ast.If() | ast.Try():
                handlers = getattr(node, "handlers", [])
                for part in (node.body, *(handler.body for handler in handlers), node.orelse):
                    yield from _of_statements(evaluator, module, part, seen, False)
            case ast.Assign(targets=[target], value=value) | ast.AnnAssign(target=target, value=ast.expr() as value):
                yield from _of_assignment(evaluator, module, target, value, is_certain)
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=target, attr="update"), args=[value], keywords=[])):
                if (way := _way(target)) is not None and len(way) == 1:
                    yield from _of_database(evaluator, module, way[0], value)


def _of_assignment(
    evaluator: "Evaluator", module: Module, target: ast.expr, value: ast.expr, is_certain: bool
) -> Iterator[DatabaseOption]:
    way = _way(target)
    if way is None:
        return
    if not way:
        if is_certain:
            yield DatabaseOption("", "", Constant(None, "NoneType"), module, value)
        for key, inner in zip(value.keys, value.values, strict=True) if isinstance(value, ast.Dict) else ():
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield from _of_database(evaluator, module, key.value, inner)
    elif len(way) == 1:
        yield from _of_database(evaluator, module, way[0], value)
    elif len(way) == 2:
        yield _option(evaluator, module, way[0], way[1], value, target)


def _way(target: ast.expr) -> tuple[str, ...] | None:
    """The keys in `DATABASES["default"]["NAME"]`; None for anything else than DATABASES."""
    keys: list[str] = []
    while isinstance(target, ast.Subscript):
        if not isinstance(target.slice, ast.Constant) or not isinstance(target.slice.value, str):
            return None
        keys.insert(0, target.slice.value)
        target = target.value
    return tuple(keys) if isinstance(target, ast.Name) and target.id == "DATABASES" else None


def _of_database(evaluator: "Evaluator", module: Module, alias: str, value: ast.expr) -> Iterator[DatabaseOption]:
    """The options in what describes one database: a dict, a call of `dict`, or a call that makes one of an URL."""
    match value:
        case ast.Dict(keys=keys, values=values):
            for key, inner in zip(keys, values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield _option(evaluator, module, alias, key.value, inner, key)
                elif key is None:
                    yield from _of_database(evaluator, module, alias, inner)
        case ast.Call(keywords=keywords):
            is_dict = dotted_text(value.func) == "dict"
            is_url = dotted_text(value.func).endswith(("dj_database_url.config", "dj_database_url.parse"))
            for word in keywords if is_dict or is_url else ():
                if word.arg:
                    name = word.arg if is_dict else word.arg.upper()
                    yield _option(evaluator, module, alias, name, word.value, word.value)
        case ast.Name(id=name):
            for binding in module.bindings.get(name, ()):
                if isinstance(binding, Assignment) and isinstance(binding.value, (ast.Dict, ast.Call)):
                    yield from _of_database(evaluator, module, alias, binding.value)


def _option(
    evaluator: "Evaluator", module: Module, alias: str, name: str, value: ast.expr, place: ast.expr
) -> DatabaseOption:
    frame = Frame(evaluator, module)
    with frame.mute():
        return DatabaseOption(alias, name, evaluator.value_of(frame, value), module, place)


def is_listed(entries: tuple[Entry, ...], definition: Function | Class) -> Entry | None:
    """The entry of MIDDLEWARE that names a class or factory."""
    return next((entry for entry in entries if entry.definition is definition), None)
