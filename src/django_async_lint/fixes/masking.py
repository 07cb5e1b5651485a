"""The part of a file that its fixes look at: libcst takes its time for every line.

Functions in which nothing is mended are left out, their lines stay empty, so that every place is where it was.
"""

import ast
import re
from collections.abc import Iterator, Set

from django_async_lint.fixes.edits import line_starts

Block = ast.Module | ast.ClassDef
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
CONTENT = re.compile(r"[^\r\n]+")


def masked(text: str, tree: ast.Module, lines: Set[int]) -> str:
    """The text without the functions and classes that hold none of the lines."""
    starts = [*line_starts(text), len(text)]
    parts: list[str] = []
    done = 0
    for first, last in sorted(_others(tree, lines)):
        start, end = starts[first - 1], starts[min(last, len(starts) - 1)]
        parts += [text[done:start], CONTENT.sub("", text[start:end])]
        done = end
    return "".join([*parts, text[done:]])


def _others(block: Block, lines: Set[int]) -> Iterator[tuple[int, int]]:
    """The first and last lines of definitions that hold none of the lines, and stand on lines of their own; never all
    that a class has."""
    beside = {line for node in block.body if not isinstance(node, DEFINITIONS) for line in _span(node)}
    wanted = lines | beside
    others = [node for node in block.body if wanted.isdisjoint(_span(node))]
    if isinstance(block, ast.Module) or len(others) < len(block.body):
        yield from ((_span(node).start, _span(node).stop - 1) for node in others)
    for node in block.body:
        if isinstance(node, ast.ClassDef) and not lines.isdisjoint(_span(node)):
            yield from _others(node, lines)


def _span(node: ast.stmt) -> range:
    decorators = getattr(node, "decorator_list", ())
    first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
    return range(first, (node.end_lineno or node.lineno) + 1)
