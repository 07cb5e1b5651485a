"""Which places of the code run only when something has failed: the bodies of `except`."""

import ast
from typing import TYPE_CHECKING

from django_async_lint.inference.effects import Effect, Site
from django_async_lint.project.trees import all_nodes
from django_async_lint.source import SourceError

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


def is_after_failure(evaluator: "Evaluator", effect: Effect) -> bool:
    """Whether the path of an effect leads through the body of an `except`."""
    return any(_stands_in_handler(evaluator, link.site) for link in effect.chain)


def _stands_in_handler(evaluator: "Evaluator", site: Site) -> bool:
    try:
        module = evaluator.project.module(site.path)
    except SourceError:
        return False
    lines = evaluator.handler_lines.get(module)
    if lines is None:
        handlers = (node for node in all_nodes(module.tree) if isinstance(node, ast.ExceptHandler))
        spans = ((node.body[0].lineno, node.body[-1].end_lineno or 0) for node in handlers)
        lines = evaluator.handler_lines[module] = frozenset(
            line for first, last in spans for line in range(first, last + 1)
        )
    return site.span.start.line in lines
