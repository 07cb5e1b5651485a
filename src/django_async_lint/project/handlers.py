"""Which functions a project gives to a framework as handlers, and by which call: a project question, asked of the text
first. Nothing is evaluated.

`CommandHandler("start", start)` names its callback; `router.message.register(start)` does so with a method of an object
that text cannot tell, so what the method is called on counts, in files that import the framework. A decorator of the
project stands between: its wrapper is called, and the function under it where the wrapper hands on what it was given.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django_async_lint.project.classes import Classes, dotted_text
from django_async_lint.project.imports import Import
from django_async_lint.project.modules import Function, Module
from django_async_lint.project.names import External, Names
from django_async_lint.project.project import Project
from django_async_lint.project.receivers import meanings
from django_async_lint.project.trees import all_nodes
from django_async_lint.source import SourceError

Place = tuple[int, str]
"""Where a call takes its callback: by position and by keyword."""


@dataclass(frozen=True)
class Calls:
    """What takes a callback. `by_name` are classes and functions by dotted name; `by_method` is a package to the ends
    of what is called in files that import it. `arguments` is what each hands to its callback."""

    by_name: Mapping[str, Place]
    by_method: Mapping[str, Mapping[str, Place]]
    arguments: Mapping[str, tuple[str, ...]]

    @cached_property
    def roots(self) -> frozenset[str]:
        """The packages that these calls are of."""
        return frozenset((*(name.partition(".")[0] for name in self.by_name), *self.by_method))

    @cached_property
    def needle(self) -> re.Pattern[bytes]:
        """Finds such a call in the bytes of a file."""
        names = (*self.by_name, *(end for ends in self.by_method.values() for end in ends))
        last = sorted({name.rpartition(".")[2] for name in names})
        return re.compile(rb"\b(?:" + "|".join(last).encode() + rb")[ \t]*\(")


class Handler(NamedTuple):
    """How a function came to be one: the call that took it, and how many parameters stand before those that count."""

    taken_by: str
    before: int


def collect(
    files: Iterable[tuple[str, bytes]], project: Project, classes: Classes, calls: Calls
) -> dict[Function, Handler]:
    """The functions given to a framework, given the files of a project as paths and bytes; none that is given to
    several with different arguments."""
    found: dict[Function, Handler] = {}
    ambiguous: set[Function] = set()
    roots = [root.encode() for root in sorted(calls.roots)]
    for path, data in files:
        if not any(root in data for root in roots) or calls.needle.search(data) is None:
            continue
        try:
            module = project.module_at(path)
        except SourceError:
            continue
        for function, handler in _of_module(module, classes, calls):
            known = found.setdefault(function, handler)
            if known.before != handler.before or calls.arguments[known.taken_by] != calls.arguments[handler.taken_by]:
                ambiguous.add(function)
    return {function: handler for function, handler in found.items() if function not in ambiguous}


def _of_module(module: Module, classes: Classes, calls: Calls) -> Iterator[tuple[Function, Handler]]:
    imported = _imported(module)
    for node in all_nodes(module.tree):
        if not isinstance(node, ast.Call):
            continue
        for taken_by, (index, keyword) in _takers(module, classes.names, node, calls, imported):
            named = (each.value for each in node.keywords if each.arg == keyword)
            callback = node.args[index] if index < len(node.args) else next(named, None)
            if callback is not None:
                for function in _functions(module, classes, callback):
                    yield from _called(function, taken_by, len(calls.arguments[taken_by]), classes.names)


def _takers(
    module: Module, names: Names, node: ast.Call, calls: Calls, imported: frozenset[str]
) -> Iterator[tuple[str, Place]]:
    """What a call is by the tables."""
    text = dotted_text(node.func)
    parts = text.split(".")
    for package in imported & calls.by_method.keys():
        for end, place in calls.by_method[package].items():
            if len(parts) > 1 and f".{text}".endswith(f".{end}"):
                yield f"{package}.{end}", place
    if text and parts[-1] in {name.rpartition(".")[2] for name in calls.by_name}:
        for meaning in meanings(module, names, text):
            if isinstance(meaning, External) and meaning.name in calls.by_name:
                yield meaning.name, calls.by_name[meaning.name]


def _imported(module: Module) -> frozenset[str]:
    """The packages that a file imports from."""
    return frozenset(
        binding.module.partition(".")[0]
        for bindings in module.bindings.values()
        for binding in bindings
        if isinstance(binding, Import) and not binding.level
    )


def _functions(module: Module, classes: Classes, node: ast.expr) -> Iterator[Function]:
    """The functions of the project that an argument names, methods of `self` included."""
    match node:
        case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name):
            around = [cls for cls in module.all_classes if cls.node.lineno <= node.lineno <= (cls.node.end_lineno or 0)]
            found = classes.find(around[-1], name) if around else None
            yield from (each for each in (found[1] if found else ()) if isinstance(each, Function))
        case ast.Name() | ast.Attribute():
            for meaning in meanings(module, classes.names, dotted_text(node)):
                if isinstance(meaning, Function):
                    yield meaning


def _called(function: Function, taken_by: str, count: int, names: Names) -> Iterator[tuple[Function, Handler]]:
    """What is handed the arguments when a function is called: the wrappers around it first, itself where each of them
    hands on what it gets."""
    before = 1 if function.owner is not None and not _is_static(function) else 0
    for decorator in function.decorators:
        node = decorator.func if isinstance(decorator, ast.Call) else decorator
        own = [each for each in meanings(function.module, names, dotted_text(node)) if isinstance(each, Function)]
        wrapper = _wrapper(own[0]) if own else None
        if own and wrapper is None:
            return
        if wrapper is not None:
            yield wrapper, Handler(taken_by, before)
            if not _hands_on(wrapper, before + count):
                return
    yield function, Handler(taken_by, before)


def _is_static(function: Function) -> bool:
    return any(dotted_text(each) == "staticmethod" for each in function.decorators)


def _wrapper(decorator: Function) -> Function | None:
    """The function that a decorator, or what a factory of decorators gives, puts in place of another."""
    inner = decorator
    while nested := [each for each in decorator.module.all_functions if each.parent is inner]:
        if len(nested) > 1:
            return None
        inner = nested[0]
    return inner if inner is not decorator and (inner.is_async or inner.facts.star) else None


def _hands_on(wrapper: Function, count: int) -> bool:
    """Whether a wrapper calls a parameter of the function around it with the first arguments that it was called with,
    in their order."""
    outer = wrapper.parent.facts.positional if wrapper.parent is not None else []
    own = wrapper.facts.positional[:count]
    for node in all_nodes(wrapper.node):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in outer:
            given = node.args[: len(own)]
            rest = node.args[len(own) : len(own) + 1]
            has_rest = bool(rest) and isinstance(rest[0], ast.Starred)
            is_same = [each.id if isinstance(each, ast.Name) else "" for each in given] == own
            if is_same and (len(own) == count or has_rest):
                return True
    return False
