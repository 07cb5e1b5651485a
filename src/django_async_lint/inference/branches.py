"""Which of the waits of one view can happen in one request, told by where its call paths part. Nothing is evaluated."""

import ast
from collections.abc import Callable, Sequence

from django_async_lint.diagnostic import Step
from django_async_lint.project.modules import Module
from django_async_lint.survey import Work

LEAVES = (ast.Return, ast.Raise, ast.Continue, ast.Break)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
Way = tuple[tuple[ast.AST, int], ...]
"""The forks around a place, each with the side that it stands on."""


def together(works: Sequence[Work], module_of: Callable[[str], Module | None]) -> list[Work]:
    """Works of which no two exclude each other, as many as are found from the first on."""
    best: list[Work] = []
    for number in range(len(works)):
        found: list[Work] = []
        for work in (*works[number:], *works[:number]):
            if not any(_exclude(work, other, module_of) for other in found):
                found.append(work)
        if len(found) > len(best):
            best = found
        if len(best) == len(works) or number > 8:
            break
    return [work for work in works if work in best]


def _exclude(one: Work, other: Work, module_of: Callable[[str], Module | None]) -> bool:
    """Whether a request that does one thing does not do the other."""
    for mine, yours in zip(one.calls, other.calls, strict=False):
        if _place(mine) != _place(yours):
            module = module_of(mine.path) if mine.path == yours.path else None
            if module is None:
                return False
            sides = dict(_way(module, mine))
            return any(sides.get(fork, side) != side for fork, side in _way(module, yours))
    return False


def _place(step: Step) -> tuple[str, int, int]:
    return (step.path, step.line, step.column)


def _way(module: Module, step: Step) -> Way:
    """The forks around a place, of the innermost function alone."""
    found: list[tuple[ast.AST, int]] = []
    body: list[ast.stmt] = module.tree.body
    while body:
        at = next((i for i, node in enumerate(body) if _first_line(node) <= step.line <= (node.end_lineno or 0)), None)
        if at is None:
            break
        for before in body[:at]:
            if isinstance(before, ast.If) and isinstance(before.body[-1], LEAVES):
                found.append((before, 1))
        node = body[at]
        inner, found = _inside(node, step, found)
        body = inner
    return tuple(found)


def _first_line(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(each.lineno for each in decorators)])


def _inside(
    node: ast.stmt, step: Step, found: list[tuple[ast.AST, int]]
) -> tuple[list[ast.stmt], list[tuple[ast.AST, int]]]:
    """The block of a statement that holds a place, and the forks around it."""
    if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
        return node.body if isinstance(node.body, list) else [], []
    if isinstance(node, ast.Match):
        blocks = [case.body for case in node.cases]
    elif isinstance(node, ast.If):
        blocks = [node.body, node.orelse]
    else:
        handlers = [handler.body for handler in getattr(node, "handlers", ())]
        blocks = [getattr(node, name, []) for name in ("body", "orelse", "finalbody")] + handlers
    for side, block in enumerate(blocks):
        if block and _first_line(block[0]) <= step.line <= (block[-1].end_lineno or 0):
            is_fork = isinstance(node, (ast.If, ast.Match))
            return block, [*found, (node, side)] if is_fork else found
    return [], found
