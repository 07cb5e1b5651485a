"""The options that a site's settings give its databases, read as text: whatever stands under a condition too.

Nothing here tells what an option does.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django_async_lint.inference import settings
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.values import Constant, Value
from django_async_lint.project.classes import dotted_text
from django_async_lint.project.modules import Assignment, Module

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


@dataclass(frozen=True, slots=True)
class Option:
    """A key of a database in DATABASES, where it is given and what it is."""

    alias: str
    name: str
    value: Value
    module: Module
    node: ast.expr


def last_options(evaluator: "Evaluator", near: Module) -> tuple[Option, ...]:
    """The options of the databases of the site around a module, the last of each key."""
    kept: dict[tuple[str, str], Option] = {}
    for option in options(evaluator, near):
        if option.name:
            kept[option.alias, option.name] = option
        else:
            kept.clear()
    return tuple(kept.values())


def options(evaluator: "Evaluator", near: Module) -> Iterator[Option]:
    """Every option that the settings of the site around a module give a database, under conditions too, in the order
    of their statements; one without a name where DATABASES is set anew."""
    found = settings.settings_module(evaluator, near)
    if found is not None:
        yield from _options_of(evaluator, found, set())


def _options_of(evaluator: "Evaluator", module: Module, seen: set[str]) -> Iterator[Option]:
    """Every option in the order in which the statements run; one without a name where DATABASES is set anew."""
    if module.path in seen:
        return
    seen.add(module.path)
    yield from _of_statements(evaluator, module, module.tree.body, seen, True)


def _of_statements(
    evaluator: "Evaluator", module: Module, body: list[ast.stmt], seen: set[str], is_certain: bool
) -> Iterator[Option]:
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
) -> Iterator[Option]:
    way = _way(target)
    if way is None:
        return
    if not way:
        if is_certain:
            yield Option("", "", Constant(None, "NoneType"), module, value)
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


def _of_database(evaluator: "Evaluator", module: Module, alias: str, value: ast.expr) -> Iterator[Option]:
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


def _option(evaluator: "Evaluator", module: Module, alias: str, name: str, value: ast.expr, place: ast.expr) -> Option:
    frame = Frame(evaluator, module)
    with frame.mute():
        return Option(alias, name, evaluator.value_of(frame, value), module, place)
