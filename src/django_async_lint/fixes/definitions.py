"""Fixes of whole statements: a function that needs no `async`, waits that can be one."""

import ast

import libcst as cst

from django_async_lint.diagnostic import Edit
from django_async_lint.fixes.places import Place, import_at
from django_async_lint.fixes.scopes import functions_at
from django_async_lint.source import Position

HANDLERS = frozenset({"get", "post", "put", "patch", "delete", "head", "options", "trace"})
"""Methods of a view of which none may be made synchronous alone."""


def make_sync(place: Place) -> list[Edit] | None:
    """`async def view(request)` becomes `def view(request)`, where nothing in it awaits."""
    function = place.tree.parent(place.node)
    if not isinstance(function, cst.FunctionDef) or function.asynchronous is None or _awaits(function.body):
        return None
    is_method = place.tree.nearest(function, cst.ClassDef) is not None
    if is_method and function.name.value in HANDLERS:
        return None
    line, column = place.tree.span(function.asynchronous).start
    end = place.tree.line(line).index("def", column - 1)
    return [Edit("", Position(line, column), Position(line, end + 1), "")]


def _awaits(node: cst.CSTNode) -> bool:
    """Whether a part of a function awaits or yields; functions inside it do so for themselves."""
    if isinstance(node, (cst.FunctionDef, cst.Lambda)):
        return False
    if isinstance(node, (cst.Await, cst.Yield)):
        return True
    if isinstance(node, (cst.For, cst.With, cst.CompFor)) and node.asynchronous is not None:
        return True
    return any(_awaits(child) for child in node.children)


def gather(place: Place) -> list[Edit] | None:
    """`a = await f()` and `b = await g()` become `a, b = await asyncio.gather(f(), g())`."""
    numbers = list(map(int, place.arguments))
    places = [numbers[index : index + 4] for index in range(0, len(numbers), 4)]
    awaited = [place.tree.expression(Position(*each[:2]), Position(*each[2:])) for each in places]
    steps = [_step(place, node) for node in (place.node, *awaited)]
    lines = [step[0] for step in steps if step is not None]
    if len(lines) != len(steps) or not _follow_each_other(place, lines):
        return None
    name, imports = import_at(place, "asyncio")
    targets = [step[1] for step in steps if step is not None]
    calls = ", ".join(place.tree.code(node) for node in (place.node, *awaited) if node is not None)
    written = f"{', '.join(targets)} = " if any(target != "_" for target in targets) else ""
    first, last = place.tree.span(lines[0].body[0]), place.tree.span(lines[-1].body[-1])
    return [Edit("", first.start, last.end, f"{written}await {name}.gather({calls})"), *imports]


def _step(place: Place, node: cst.BaseExpression | None) -> tuple[cst.SimpleStatementLine, str] | None:
    """The line of its own on which something is awaited, and the name that takes what it gives."""
    wait = place.tree.parent(node) if node is not None else None
    statement = place.tree.parent(wait) if isinstance(wait, cst.Await) else None
    line = place.tree.parent(statement) if statement is not None else None
    if not isinstance(line, cst.SimpleStatementLine) or len(line.body) != 1:
        return None
    if isinstance(statement, cst.Expr):
        return line, "_"
    if not isinstance(statement, cst.Assign) or len(statement.targets) != 1:
        return None
    target = statement.targets[0].target
    return (line, target.value) if isinstance(target, cst.Name) else None


def _follow_each_other(place: Place, lines: list[cst.SimpleStatementLine]) -> bool:
    """Whether lines of code stand in one block with nothing between them."""
    numbers = [place.tree.span(line).start.line for line in lines]
    for node in ast.walk(functions_at(place.text, place.line)[-1]):
        block = [each.lineno for each in getattr(node, "body", [])] if isinstance(node, ast.stmt) else []
        if numbers[0] in block:
            start = block.index(numbers[0])
            return block[start : start + len(numbers)] == numbers
    return False
