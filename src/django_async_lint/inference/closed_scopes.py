"""Where in the text of a coroutine function `await` may not be written: in the scopes inside it and around its body.

Syntax alone; whether anything there wants an `await` is decided elsewhere.
"""

import ast
from collections.abc import Iterator

from django_async_lint.project.modules import Function
from django_async_lint.project.trees import all_nodes
from django_async_lint.source import Span


def of(function: Function) -> tuple[Span, ...]:
    """The stretches of a function's text in which `await` belongs to another scope or to none."""
    root, source = function.node, function.module.source
    if isinstance(root, ast.Lambda):
        return ()
    around = [*root.decorator_list, *root.args.defaults, *filter(None, root.args.kw_defaults)]
    inside = (part for node in all_nodes(root) if node is not root for part in _closed(node))
    return tuple(source.span(node) for node in (*around, *inside))


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
