"""Which functions listen to which signal: a project question, asked of the text first. Nothing is evaluated.

A signal is known by the name that its definition binds; one that is passed around as a value is not followed.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from django_async_lint.project.classes import dotted_text
from django_async_lint.project.imports import Import
from django_async_lint.project.modules import Function, Module
from django_async_lint.project.names import Assigned, Definition, External, Names
from django_async_lint.project.project import Project
from django_async_lint.project.trees import all_nodes, all_statements, statements_below
from django_async_lint.source import SourceError

LISTENING = re.compile(rb"@[\w.]*receiver[ \t]*\(|\.connect[ \t]*\(")


def collect(files: Iterable[tuple[str, bytes]], project: Project, names: Names) -> dict[Definition, list[Function]]:
    """The receivers of every signal of a project, given its files as paths and bytes."""
    found: dict[Definition, list[Function]] = {}
    for path, data in files:
        if b"ignal" not in data or LISTENING.search(data) is None:
            continue
        try:
            module = project.module_at(path)
        except SourceError:
            continue
        for signal, function in _of_module(module, names):
            known = found.setdefault(signal, [])
            if function not in known:
                known.append(function)
    return found


def listened_to(function: Function, names: Names) -> Iterator[Definition]:
    """The signals that the decorators of a function name."""
    for decorator in function.decorators:
        if isinstance(decorator, ast.Call) and _is_receiver(function.module, names, decorator.func):
            yield from _signals(function.module, names, decorator.args[:1])


def _of_module(module: Module, names: Names) -> Iterator[tuple[Definition, Function]]:
    for function in module.all_functions:
        yield from ((signal, function) for signal in listened_to(function, names))
    if ".connect" not in module.source.text:
        return
    for node in _calls_of_connect(module):
        if isinstance(node.func, ast.Attribute):
            listeners = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "receiver")]
            for signal in _signals(module, names, [node.func.value]):
                for listener in listeners[:1]:
                    for meaning in meanings(module, names, dotted_text(listener)):
                        if isinstance(meaning, Function):
                            yield signal, meaning


def _calls_of_connect(module: Module) -> Iterator[ast.Call]:
    """The calls of a method `connect`, looked for only in the statements whose lines name it."""
    lines = [number for number, line in enumerate(module.source.lines, 1) if "connect" in line]
    for statement in all_statements(module.tree.body):
        first, last = getattr(statement, "lineno", 0), getattr(statement, "end_lineno", 0)
        if statements_below(statement) or not any(first <= line <= last for line in lines):
            continue
        for node in all_nodes(statement):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect":
                yield node


def _is_receiver(module: Module, names: Names, node: ast.expr) -> bool:
    found = meanings(module, names, dotted_text(node))
    wanted = ("django.dispatch.receiver", "django.dispatch.dispatcher.receiver")
    return any(isinstance(meaning, External) and meaning.name in wanted for meaning in found)


def _signals(module: Module, names: Names, nodes: list[ast.expr]) -> Iterator[Definition]:
    for node in nodes:
        each = node.elts if isinstance(node, (ast.List, ast.Tuple)) else [node]
        for one in each:
            yield from (
                meaning
                for meaning in meanings(module, names, dotted_text(one))
                if isinstance(meaning, (Assigned, External))
            )


def meanings(module: Module, names: Names, text: str) -> tuple[Definition, ...]:
    """What a dotted expression means in a module, imports inside functions included."""
    if not text:
        return ()
    found = names.of_expression(module, text)
    if found:
        return found
    root, _, rest = text.partition(".")
    binding = _imports(module).get(root)
    if binding is None:
        return ()
    found = names.of_import(module, binding)
    for part in filter(None, rest.split(".")):
        found = tuple(inner for outer in found for inner in names.member(outer, part))
    return found


@lru_cache(maxsize=64)
def _imports(module: Module) -> dict[str, Import]:
    """The names that `from … import` binds anywhere in a module, the first binding of each."""
    found: dict[str, Import] = {}
    imports = (each for each in all_statements(module.tree.body) if isinstance(each, ast.ImportFrom))
    for node in sorted(imports, key=lambda each: each.lineno):
        for alias in node.names:
            found.setdefault(alias.asname or alias.name, Import(node.module or "", alias.name, node.level))
    return found
