"""Django's asynchronous guard, and where a project switches it off: `DJANGO_ALLOW_ASYNC_UNSAFE` in the environment.

Any text but the empty one switches it off, `"false"` too. Asked of the files that run before requests are served, and
of modules that another one imports; a script that sets it for itself is left alone.
"""

import ast
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django_async_lint.inference import site_settings as sites
from django_async_lint.inference.effects import Effect
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.values import Constant
from django_async_lint.knowledge import on_the_loop
from django_async_lint.project.classes import dotted_text
from django_async_lint.project.discovery import TESTS, is_named_by
from django_async_lint.project.imports import Import
from django_async_lint.project.modules import Module
from django_async_lint.project.names import External
from django_async_lint.project.receivers import meanings
from django_async_lint.project.trees import all_nodes
from django_async_lint.source import SourceError

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

COMMAND_FOLDER = "management/commands/"
VARIABLE = "DJANGO_ALLOW_ASYNC_UNSAFE"
SERVERS = frozenset({"asgi.py", "wsgi.py"})
COMMANDS = frozenset({"manage.py", "conftest.py"})
"""Files that run before commands or tests, not before a server's requests."""


def is_off(evaluator: "Evaluator", near: Module) -> bool:
    """Whether the settings or the server's file of the site around a module switch the guard off, or a module that
    others import."""
    known = evaluator.guard_is_off.get(near.import_root)
    if known is None:
        known = evaluator.guard_is_off[near.import_root] = any(
            (_serves(evaluator, module) and next(switched_off(evaluator, module), None) is not None)
            or (_sets_when_imported(evaluator, module) and _is_imported(evaluator, module))
            for module in _naming_it(evaluator, near)
        )
    return known or _is_off_around(evaluator, near)


def _is_off_around(evaluator: "Evaluator", near: Module) -> bool:
    """Whether a command that imports a module switches the guard off, or a bot whose part the project is."""
    if evaluator.is_part_of_unguarded is None:
        evaluator.is_part_of_unguarded = _is_part_of_unguarded(evaluator)
    return evaluator.is_part_of_unguarded or any(
        COMMAND_FOLDER in module.path
        and next(_settings_of(evaluator, module, all_nodes(module.tree)), None) is not None
        and _imports(evaluator, module, near)
        for module in _naming_it(evaluator, near)
    )


def _is_part_of_unguarded(evaluator: "Evaluator") -> bool:
    """Whether a file of the project imports a bot that runs without the guard, or registers cogs for one."""
    for word in sorted((*on_the_loop.UNGUARDED, *on_the_loop.UNGUARDED_HOOKS)):
        for path in evaluator.declarations.files_with(word.encode()):
            try:
                module = evaluator.project.module_at(path)
            except SourceError:
                continue
            if any(_is_for_unguarded(evaluator, module, node) for node in ast.walk(module.tree)):
                return True
    return False


def _is_for_unguarded(evaluator: "Evaluator", module: Module, node: ast.AST) -> bool:
    match node:
        case ast.Import():
            return any(alias.name.partition(".")[0] in on_the_loop.UNGUARDED for alias in node.names)
        case ast.ImportFrom(level=0):
            return (node.module or "").partition(".")[0] in on_the_loop.UNGUARDED
        case ast.Call(func=func, args=[ast.Constant(value=str() as hook), *_]) if hook in on_the_loop.UNGUARDED_HOOKS:
            found = meanings(module, evaluator.names, dotted_text(func) or "")
            wanted = on_the_loop.UNGUARDED_HOOKS[hook]
            return any(isinstance(each, External) and each.name == wanted for each in found)
        case _:
            return False


def _sets_when_imported(evaluator: "Evaluator", module: Module) -> bool:
    """Whether importing a module, which is no test and no command, switches the guard off."""
    if os.path.basename(module.path) in COMMANDS or COMMAND_FOLDER in module.path or is_named_by(module.path, TESTS):
        return False
    return any(next(_settings_of(evaluator, module, (node,)), None) is not None for node in module.tree.body)


def _is_imported(evaluator: "Evaluator", wanted: Module) -> bool:
    """Whether another module, no test either, imports this one where it begins."""
    word = wanted.name.rpartition(".")[2].encode()
    for path in evaluator.declarations.files_with(word):
        try:
            module = evaluator.project.module_at(path)
        except SourceError:
            continue
        if module is wanted or is_named_by(module.path, TESTS):
            continue
        if _imports(evaluator, module, wanted):
            return True
    return False


def _imports(evaluator: "Evaluator", module: Module, wanted: Module) -> bool:
    found = (each for bindings in module.bindings.values() for each in bindings if isinstance(each, Import))
    names = ((evaluator.names.absolute_name(module, each), each.attribute) for each in found)
    return any(wanted.name in (base, f"{base}.{attribute}") for base, attribute in names)


def _naming_it(evaluator: "Evaluator", near: Module) -> Iterator[Module]:
    for path in evaluator.declarations.files_with(VARIABLE.encode()):
        try:
            module = evaluator.project.module_at(path)
        except SourceError:
            continue
        if module.import_root == near.import_root:
            yield module


def _serves(evaluator: "Evaluator", module: Module) -> bool:
    return os.path.basename(module.path) in SERVERS or module in sites.parts(evaluator, module)


def switched_off(evaluator: "Evaluator", module: Module) -> Iterator[Effect]:
    """Each place in a file where the guard is switched off before anything else runs."""
    if VARIABLE not in module.source.text:
        return
    name = os.path.basename(module.path)
    if name not in SERVERS | COMMANDS and module not in sites.parts(evaluator, module):
        return
    how = "environment" if _serves(evaluator, module) and not is_named_by(module.path, TESTS) else "commands"
    for node in _settings_of(evaluator, module, all_nodes(module.tree)):
        place = node.value if isinstance(node, ast.Expr) else node
        assert isinstance(place, (ast.expr, ast.stmt))
        yield Effect("unguards", VARIABLE, how, Frame(evaluator, module).site(place))


def _settings_of(evaluator: "Evaluator", module: Module, nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """The statements among some nodes that set the variable to any text but the empty one."""
    frame = Frame(evaluator, module)
    for node in nodes:
        value = _value_set(evaluator, module, node)
        if value is None:
            continue
        with frame.mute():
            written = evaluator.value_of(frame, value)
        if not isinstance(written, Constant) or written.value:
            yield node


def _value_set(evaluator: "Evaluator", module: Module, node: ast.AST) -> ast.expr | None:
    """What a statement sets the variable to: by an item, or by `setdefault`."""
    match node:
        case ast.Assign(targets=[ast.Subscript(value=target, slice=ast.Constant(value=key))], value=value):
            is_set = key == VARIABLE and _is_environment(evaluator, module, target)
            return value if is_set else None
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=target, attr="setdefault"), args=[key_node, value])):
            is_named = isinstance(key_node, ast.Constant) and key_node.value == VARIABLE
            return value if is_named and _is_environment(evaluator, module, target) else None
        case _:
            return None


def _is_environment(evaluator: "Evaluator", module: Module, node: ast.expr) -> bool:
    text = dotted_text(node)
    found = meanings(module, evaluator.names, text) if text else ()
    is_local = text == "os.environ" and not found  # imported inside a function, as manage.py does
    return is_local or any(isinstance(each, External) and each.name == "os.environ" for each in found)
