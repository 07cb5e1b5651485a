"""What a loop costs the processor, as far as its text and the constants of its bounds tell.

A loop is reported for what it costs: at least a million steps without giving way, which takes tens of
milliseconds and more. Unknown bounds are silent.
"""

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from django_async_lint.inference.frame import Frame
from django_async_lint.inference.values import Constant
from django_async_lint.project.modules import SCOPES

MOST_STEPS = 1_000_000

Loop = ast.For | ast.AsyncFor | ast.While
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


@lru_cache(maxsize=4096)
def names_assigned(loop: ast.stmt) -> tuple[str, ...]:
    """The names and access paths that a statement's own text binds, nested functions apart."""
    found: dict[str, None] = {}
    for node in own_nodes(loop):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] = None
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            owner = node.value
            if isinstance(owner, ast.Name):
                found[f"{owner.id}.{node.attr}"] = None
    return tuple(found)


@lru_cache(maxsize=4096)
def gives_way(node: ast.AST) -> bool:
    """Whether anything inside awaits, so that other work gets its turn."""
    return any(
        isinstance(inner, (ast.Await, ast.AsyncFor, ast.AsyncWith, ast.Yield, ast.YieldFrom))
        for inner in own_nodes(node)
    )


def own_nodes(root: ast.AST) -> Iterator[ast.AST]:
    """A node and everything below it, the insides of nested functions and classes apart."""
    pending = [root]
    while pending:
        node = pending.pop()
        yield node
        if node is root or not isinstance(node, SCOPES):
            pending.extend(ast.iter_child_nodes(node))


@contextmanager
def counted(frame: Frame, node: Loop | Comprehension, where: ast.expr, rounds: int) -> Iterator[None]:
    """Counts the steps of a loop while its body is evaluated inside, and notes at `where` one that is costly
    by itself. `rounds` is how often the body runs, 1 when that is not known."""
    outer, frame.steps = frame.steps, 0
    yield
    inside = max(frame.steps, 1)
    steps = 0 if gives_way(node) else min(rounds * inside, 2**62)
    if steps >= MOST_STEPS > inside:
        frame.add("loops", "loop", f"about {_rounded(steps)} steps without giving way", where)
    frame.steps = outer + (steps if steps > 1 else 0)


def rounds_of_for(frame: Frame, node: ast.For) -> int:
    """How often the body of a `for` loop runs; 1 when unknown, or when the body may leave the loop early."""
    return 1 if _leaves_early(node) else _steps(frame, node.iter)


def rounds_of_while(frame: Frame, node: ast.While) -> int:
    """How often the body of a `while` loop runs that counts up to a constant; 1 for any other."""
    test = node.test
    if (
        not isinstance(test, ast.Compare)
        or len(test.ops) != 1
        or not isinstance(test.ops[0], (ast.Lt, ast.LtE))
    ):
        return 1
    counter = test.left.id if isinstance(test.left, ast.Name) else ""
    if not counter or _leaves_early(node) or not _counts_by_one(node, counter):
        return 1
    return max(_number(frame, test.comparators[0]), 1)


def rounds_of_comprehension(frame: Frame, node: Comprehension) -> int:
    """How often the element of a comprehension is computed; 1 when unknown."""
    rounds = 1
    for generator in node.generators:
        rounds *= _steps(frame, generator.iter)
    return rounds


@lru_cache(maxsize=4096)
def _leaves_early(loop: Loop) -> bool:
    """Whether a loop's own text holds a way out of it: what it costs is then not known."""
    return any(isinstance(node, (ast.Break, ast.Return)) for node in own_nodes(loop))


def _counts_by_one(node: ast.While, counter: str) -> bool:
    return any(
        isinstance(inner, ast.AugAssign)
        and isinstance(inner.op, ast.Add)
        and isinstance(inner.target, ast.Name)
        and inner.target.id == counter
        and isinstance(inner.value, ast.Constant)
        and isinstance(inner.value.value, int)
        and 0 < inner.value.value <= 10
        for inner in own_nodes(node)
    )


def _steps(frame: Frame, iterable: ast.expr) -> int:
    """The elements of `range(...)` with known bounds; 1 for anything else."""
    if not (
        isinstance(iterable, ast.Call) and isinstance(iterable.func, ast.Name) and iterable.func.id == "range"
    ):
        return 1
    numbers = [_number(frame, argument, default=-1) for argument in iterable.args]
    if not numbers or len(numbers) > 3 or any(number == -1 for number in numbers[:2]):
        return 1
    try:
        return max(len(range(*numbers)), 1)
    except (ValueError, OverflowError):
        return 1


def _number(frame: Frame, node: ast.expr, default: int = 0) -> int:
    if not _is_simple(node):
        return default
    with frame.mute():
        value = frame.evaluator.value_of(frame, node)
    if isinstance(value, Constant) and isinstance(value.value, (int, float)) and abs(value.value) < 2**62:
        return int(value.value)
    return default


def _is_simple(node: ast.expr) -> bool:
    """Whether evaluating an expression once more costs and changes nothing."""
    if isinstance(node, ast.BinOp):
        return _is_simple(node.left) and _is_simple(node.right)
    if isinstance(node, (ast.UnaryOp, ast.Attribute)):
        return _is_simple(node.operand if isinstance(node, ast.UnaryOp) else node.value)
    return isinstance(node, (ast.Constant, ast.Name))


def _rounded(steps: int) -> str:
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if steps >= size:
            return f"{steps // size:,} {word}"
    return f"{steps:,}"
