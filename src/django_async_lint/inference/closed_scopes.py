"""Where in the text of a coroutine function `await` may not be written: in the scopes inside it and around its body.
And where an operand of `and` or `or` may be the result.

Syntax alone; whether anything there wants an `await` is decided elsewhere.
"""

import ast
from collections.abc import Iterator
from itertools import pairwise

from django_async_lint.project.modules import Function
from django_async_lint.project.trees import all_nodes
from django_async_lint.source import Source, Span


def of(function: Function) -> tuple[Span, ...]:
    """The stretches of a function's text in which `await` belongs to another scope or to none."""
    root, source = function.node, function.module.source
    if isinstance(root, ast.Lambda):
        return ()
    around = [*root.decorator_list, *root.args.defaults, *filter(None, root.args.kw_defaults)]
    inside = (part for node in all_nodes(root) if node is not root for part in _closed(node))
    shown = (part for node in all_nodes(root) if isinstance(node, ast.JoinedStr) for part in _shown(source, node))
    return tuple(source.span(node) for node in (*around, *inside, *shown))


def _shown(source: Source, node: ast.JoinedStr) -> Iterator[ast.expr]:
    """What a formatted text shows as it is written, `{count()=}`: an `await` would be shown too."""
    for before, part in pairwise(node.values):
        if isinstance(part, ast.FormattedValue) and isinstance(before, ast.Constant):
            text = str(before.value).rstrip()
            if text.endswith("=") and source.segment(part.value).rstrip("…") in text:
                yield part


def operands(function: Function) -> tuple[Span, ...]:
    """The operands of `and` and `or` whose own value may be the result, not its truth alone."""
    nodes = all_nodes(function.node)
    tested = {each for node in nodes for each in _tested(node)}
    kept = (node for node in nodes if isinstance(node, ast.BoolOp) and node not in tested)
    return tuple(function.module.source.span(value) for node in kept for value in node.values)


def _tested(node: ast.AST) -> Iterator[ast.expr]:
    """The operations of which only the truth is used."""
    match node:
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test) | ast.Assert(test=test):
            yield from _parts(test)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield from _parts(operand)
        case ast.comprehension(ifs=conditions):
            yield from (part for condition in conditions for part in _parts(condition))
        case ast.match_case(guard=ast.expr() as guard):
            yield from _parts(guard)


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    yield node
    if isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _parts(value)


def _closed(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    match node:
        case ast.Lambda():
            yield node
        case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from (node, *node.decorator_list)
        case ast.GeneratorExp(elt=element, generators=[first, *others]):
            yield from (element, *first.ifs)
            for clause in others:
                yield from (clause.iter, *clause.ifs)
