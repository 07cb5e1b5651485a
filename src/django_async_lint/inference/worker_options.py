"""Options by which something is done at once that a thread of the same module does otherwise: `if self.sync:
self._write(rows)` before `self._queue.put(rows)`.

Who writes such a thread means it to be the ordinary way; what is done at once is for tests, unless the option's own
default says so.
"""

import ast
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import Constant
from django_async_lint.knowledge import offloading
from django_async_lint.project.modules import Class, Function, Module
from django_async_lint.project.trees import PARTS, all_nodes, own_nodes


class AtOnce(NamedTuple):
    """Where something is done at once: under which outcome of the test, and whether what follows the statement is
    meant."""

    outcome: bool
    follows: bool = False


def at_once(frame: Frame, node: ast.If) -> AtOnce | None:
    """Which way of a statement does at once what a thread would do; None for any other statement."""
    function = frame.function
    if function is None or isinstance(function.node, ast.Lambda) or not _starts_threads(function.module):
        return None
    found = _beside_thread(function, node) or (_at_once(function, node) if _is_option(node.test) else None)
    if found is None:
        return None
    return None if _by_default(frame, node.test) == {found.outcome} else found


@lru_cache(maxsize=1024)
def _starts_threads(module: Module) -> bool:
    """Whether the text of a module names what starts threads, which few do."""
    return any(f"{name}(" in module.source.text for name in offloading.THREADS)


def _by_default(frame: Frame, test: ast.expr) -> set[bool]:
    """What a test gives with the values that the option has where it is declared."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return {not outcome for outcome in _by_default(frame, test.operand)}
    function = frame.function
    if function is not None and function.owner is not None and isinstance(test, ast.Attribute):
        written = _default_given(function.owner, test.attr)
        if written is not None:
            return {bool(written.value)}
    with frame.mute():
        value = frame.evaluator.value_of(frame, test)
    return {bool(member.value) for member in members(value) if isinstance(member, Constant)}


@lru_cache(maxsize=4096)
def _default_given(cls: Class, attribute: str) -> ast.Constant | None:
    """The default of the parameter that a constructor keeps under this name."""
    for constructor in cls.stores_of(attribute):
        for node in own_nodes(constructor.node) if constructor.name == "__init__" else ():
            match node:
                case ast.Assign(targets=[ast.Attribute(attr=name)], value=ast.Name(id=given)) if name == attribute:
                    default = constructor.facts.defaults.get(given)
                    return default if isinstance(default, ast.Constant) else None
    return None


def _is_option(test: ast.expr) -> bool:
    """Whether a test asks an attribute or a function that is given nothing but names of options."""
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _is_option(operand)
        case ast.Attribute():
            return True
        case ast.Call(args=[_, *_] as given, keywords=[]):
            return all(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in given)
        case _:
            return False


@lru_cache(maxsize=4096)
def _beside_thread(function: Function, node: ast.If) -> AtOnce | None:
    """A choice between a thread that runs a function and a call of that function."""
    other = _other_way(function, node)
    if _work(node.body) & _own_calls(other):
        return AtOnce(False, follows=not node.orelse)
    return AtOnce(True) if _work(other) & _own_calls(node.body) else None


def _work(body: list[ast.stmt]) -> set[str]:
    """The names of what threads run that a body starts, and of what functions call that it makes for them."""
    targets = _targets(body)
    made = (each for each in body if isinstance(each, ast.FunctionDef) and each.name in targets)
    return targets.union(*(_own_calls(each.body) for each in made))


def _other_way(function: Function, node: ast.If) -> list[ast.stmt]:
    """What runs where a test fails, and does not run where it holds."""
    ends = isinstance(node.body[-1], ast.Return)
    return node.orelse or (_what_follows(function.node, node) if ends else [])


@lru_cache(maxsize=4096)
def _at_once(function: Function, node: ast.If) -> AtOnce | None:
    work = _work_of_threads(function.module)
    if not work:
        return None
    body, other = node.body, _other_way(function, node)
    if _own_calls(body) & work and _called(other) & offloading.HANDS_OVER:
        return AtOnce(True)
    if _own_calls(other) & work and _called(body) & offloading.HANDS_OVER:
        return AtOnce(False, follows=not node.orelse)
    return None


@lru_cache(maxsize=1024)
def _work_of_threads(module: Module) -> frozenset[str]:
    """The names of the module's own functions that its threads run, and of those that these call."""
    targets = _targets([module.tree])
    own = {each.name: each for each in module.all_functions}
    called = (_own_calls([each.node]) for name, each in own.items() if name in targets)
    return frozenset(targets.union(*called).intersection(own))


def _targets(body: Iterable[ast.AST]) -> set[str]:
    return {name for each in body for node in all_nodes(each) for name in _target(node)}


def _target(node: ast.AST) -> Iterable[str]:
    """The name of the function that a call has a thread run: `Thread(target=self._run)`."""
    if isinstance(node, ast.Call) and _last(node.func) in offloading.THREADS:
        return [_last(keyword.value) for keyword in node.keywords if keyword.arg in ("target", "function")]
    return []


def _what_follows(root: ast.AST, node: ast.If) -> list[ast.stmt]:
    """The statements behind one in its block."""
    for each in own_nodes(root):
        for part in PARTS:
            block = getattr(each, part, None)
            if isinstance(block, list) and node in block:
                return block[block.index(node) + 1 :]
    return []


def _called(body: Iterable[ast.AST]) -> set[str]:
    """The last names of what is called."""
    return {_last(each.func) for each in _calls(body)} - {""}


def _own_calls(body: Iterable[ast.AST]) -> set[str]:
    """The names of functions called by their name, and of methods of the same object."""
    return {
        _last(each.func)
        for each in _calls(body)
        if isinstance(each.func, ast.Name)
        or (
            isinstance(each.func, ast.Attribute)
            and isinstance(each.func.value, ast.Name)
            and each.func.value.id == "self"
        )
    }


def _calls(body: Iterable[ast.AST]) -> Iterable[ast.Call]:
    return (node for each in body for node in all_nodes(each) if isinstance(node, ast.Call))


def _last(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")
