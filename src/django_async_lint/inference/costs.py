"""What a loop costs the processor, as far as its text and the constants of its bounds tell.

A loop is reported for what it costs: at least a million steps without giving way, which takes tens of
milliseconds and more. Unknown bounds are silent.
"""

import ast
from collections.abc import Iterator
from functools import lru_cache

from django_async_lint.inference.frame import Frame
from django_async_lint.inference.values import Constant
from django_async_lint.project.modules import SCOPES

MOST_STEPS = 1_000_000

Loop = ast.For | ast.AsyncFor | ast.While
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


@lru_cache(maxsize=4096)
def names_assigned(loop: Loop) -> tuple[str, ...]:
    """The names and access paths that a loop's own text binds, nested functions apart."""
    found: dict[str, None] = {}
    for node in _own_nodes(loop):
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
        for inner in _own_nodes(node)
    )


def _own_nodes(root: ast.AST) -> Iterator[ast.AST]:
    pending = [root]
    while pending:
        node = pending.pop()
        yield node
        if node is root or not isinstance(node, SCOPES):
            pending.extend(ast.iter_child_nodes(node))


def note_loop(frame: Frame, node: ast.For) -> None:
    """Notes a `for` loop over a large constant range, loops inside it included."""
    if frame.costly_loop or gives_way(node):
        return
    steps = _steps(frame, node.iter) * _steps_inside(frame, node.body)
    if steps >= MOST_STEPS:
        frame.add("loops", "loop", f"about {_rounded(steps)} steps without giving way", node.iter)
        frame.costly_loop = True


def note_while(frame: Frame, node: ast.While) -> None:
    """Notes a `while` loop that counts to a large constant."""
    if frame.costly_loop or gives_way(node) or not isinstance(node.test, ast.Compare):
        return
    test = node.test
    if len(test.ops) != 1 or not isinstance(test.ops[0], (ast.Lt, ast.LtE)):
        return
    bound = _number(frame, test.comparators[0])
    counter = test.left.id if isinstance(test.left, ast.Name) else ""
    if counter and bound * _steps_inside(frame, node.body) >= MOST_STEPS and _counts_by_one(node, counter):
        steps = bound * _steps_inside(frame, node.body)
        frame.add("loops", "loop", f"about {_rounded(steps)} steps without giving way", node.test)
        frame.costly_loop = True


def _counts_by_one(node: ast.While, counter: str) -> bool:
    return any(
        isinstance(inner, ast.AugAssign)
        and isinstance(inner.op, ast.Add)
        and isinstance(inner.target, ast.Name)
        and inner.target.id == counter
        and isinstance(inner.value, ast.Constant)
        and isinstance(inner.value.value, int)
        and 0 < inner.value.value <= 10
        for inner in _own_nodes(node)
    )


def note_comprehension(frame: Frame, node: Comprehension) -> None:
    """Notes a comprehension over large constant ranges."""
    if frame.costly_loop or gives_way(node):
        return
    steps = 1
    for generator in node.generators:
        steps *= _steps(frame, generator.iter)
    inner = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
    steps *= _steps_inside(frame, inner)
    if steps >= MOST_STEPS:
        frame.add("loops", "loop", f"about {_rounded(steps)} steps without giving way", node.generators[0].iter)


def _steps_inside(frame: Frame, body: list[ast.stmt] | list[ast.expr]) -> int:
    """The steps of the costliest loop directly inside, 1 without one."""
    most = 1
    for statement in body:
        for node in _own_nodes(statement):
            if isinstance(node, ast.For):
                most = max(most, _steps(frame, node.iter) * _steps_inside(frame, node.body))
            elif isinstance(node, (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)):
                steps = 1
                for generator in node.generators:
                    steps *= _steps(frame, generator.iter)
                most = max(most, steps)
    return most


def _steps(frame: Frame, iterable: ast.expr) -> int:
    """The elements of `range(...)` with known bounds; 1 for anything else."""
    if not (isinstance(iterable, ast.Call) and isinstance(iterable.func, ast.Name) and iterable.func.id == "range"):
        return 1
    numbers = [_number(frame, argument, default=-1) for argument in iterable.args]
    if not numbers or len(numbers) > 3 or any(number == -1 for number in numbers[:2]):
        return 1
    try:
        return max(len(range(*numbers)), 1)
    except (ValueError, OverflowError):
        return 1


def _number(frame: Frame, node: ast.expr, default: int = 0) -> int:
    with frame.mute():
        value = frame.evaluator.value_of(frame, node)
    if isinstance(value, Constant) and isinstance(value.value, (int, float)) and abs(value.value) < 2**62:
        return int(value.value)
    return default


def _rounded(steps: int) -> str:
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if steps >= size:
            return f"{steps // size:,} {word}"
    return f"{steps:,}"
