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
from django_async_lint.project.modules import Function, Module
from django_async_lint.project.trees import PARTS, all_nodes, own_nodes


class AtOnce(NamedTuple):
    """Where something is done at once: under which outcome of the test, and whether what follows the statement is
    meant."""

    outcome: bool
    follows: bool = False


def at_once(frame: Frame, node: ast.If) -> AtOnce | None:
    """Which way of a statement does at once what a thread would do; None for any other statement."""
    function = frame.function
    if function is None or isinstance(function.node, ast.Lambda) or not _is_option(node.test):
        return None
    found = _at_once(function, node)
    if found is None:
        return None
    with frame.mute():
        value = frame.evaluator.value_of(frame, node.test)
    defaults = {bool(member.value) for member in members(value) if isinstance(member, Constant)}
    return None if defaults == {found.outcome} else found


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
def _at_once(function: Function, node: ast.If) -> AtOnce | None:
    work = _work_of_threads(function.module)
    if not work:
        return None
    ends = isinstance(node.body[-1], ast.Return)
    other = node.orelse or (_what_follows(function.node, node) if ends else [])
    inside, outside = _called(node.body), _called(other)
    if inside & work and outside & offloading.HANDS_OVER:
        return AtOnce(True)
    if outside & work and inside & offloading.HANDS_OVER:
        return AtOnce(False, follows=not node.orelse)
    return None


@lru_cache(maxsize=1024)
def _work_of_threads(module: Module) -> frozenset[str]:
    """The names of the module's own functions that its threads run, and of those that these call."""
    targets = {name for node in all_nodes(module.tree) if isinstance(node, ast.Call) for name in _target(node)}
    own = {each.name: each for each in module.all_functions}
    called = (_called([each.node]) for name, each in own.items() if name in targets)
    return frozenset(targets.union(*called).intersection(own))


def _target(node: ast.Call) -> Iterable[str]:
    """The name of the function that a call has a thread run: `Thread(target=self._run)`."""
    if _last(node.func) in offloading.THREADS:
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
    nodes = (node for statement in body for node in all_nodes(statement))
    return {_last(node.func) for node in nodes if isinstance(node, ast.Call)} - {""}


def _last(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")
