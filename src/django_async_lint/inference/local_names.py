"""What binds a local name of a function, by its text alone: one value, each row of something, or more than that.

Nothing here evaluates, and nothing notes effects.
"""

import ast
from collections.abc import Iterator
from functools import lru_cache

from django_async_lint.inference.frame import Frame
from django_async_lint.project.trees import own_nodes


def is_parameter(frame: Frame, name: str) -> bool:
    """Whether a name is a parameter of the function that a frame runs."""
    facts = frame.function.facts if frame.function is not None else None
    return facts is not None and name in (*facts.positional, *facts.keyword_only, facts.star, facts.double_star)


def binding(frame: Frame, node: ast.Name) -> tuple[str, ast.expr]:
    """The one thing that binds a local name: a `value`, or each `row` of something; `other` for anything else."""
    function = frame.function
    if function is not None and (clause := _clause(function.node, node)) is not None:
        return "row", clause.iter
    bound = bindings(function.node, node.id) if function is not None else ()
    return bound[0] if len(bound) == 1 and not is_parameter(frame, node.id) else ("other", node)


def _clause(function: ast.AST, node: ast.Name) -> ast.comprehension | None:
    """The clause of the innermost comprehension around a name that binds it; a name of its own scope."""
    found = None
    for each in _comprehensions(function):
        first = each.generators[0]
        if not _holds(each, node) or _holds(first.iter, node):
            continue
        for clause in each.generators:
            if _is_row_of(clause, node.id):
                found = clause
    return found


def _is_row_of(clause: ast.comprehension, name: str) -> bool:
    """Whether a clause binds a name to each of what it goes through, or to the values of `.items()`."""
    match clause.target, clause.iter:
        case ast.Name(id=bound), _:
            return bound == name
        case ast.Tuple(elts=[ast.Name(), ast.Name(id=bound)]), ast.Call(func=ast.Attribute(attr="items"), args=[]):
            return bound == name
    return False


@lru_cache(maxsize=4096)
def _comprehensions(function: ast.AST) -> tuple[ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp, ...]:
    """The comprehensions of a function, the outer before the inner ones."""
    kinds = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
    found = [node for node in own_nodes(function) if isinstance(node, kinds)]
    return tuple(sorted(found, key=lambda node: (node.lineno, node.col_offset, -(node.end_lineno or 0))))


def _holds(outer: ast.expr, inner: ast.expr) -> bool:
    start, end = (inner.lineno, inner.col_offset), (inner.end_lineno or 0, inner.end_col_offset or 0)
    return (outer.lineno, outer.col_offset) <= start and end <= (outer.end_lineno or 0, outer.end_col_offset or 0)


@lru_cache(maxsize=4096)
def bindings(function: ast.AST, name: str) -> tuple[tuple[str, ast.expr], ...]:
    """What binds a name in the scope of a function: a `value`, each `row` of something, or `other`."""
    found: dict[ast.AST, tuple[str, ast.expr]] = {}
    own = {target for each in _comprehensions(function) for target in _targets(each)}
    for node in own_nodes(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=name_bound) as target], value=value):
                pass
            case ast.NamedExpr(target=ast.Name(id=name_bound) as target, value=value):
                pass
            case ast.AnnAssign(target=ast.Name(id=name_bound) as target, value=ast.expr() as value):
                pass
            case ast.For(target=ast.Name(id=name_bound) as target, iter=value):
                pass
            case ast.AsyncFor(target=ast.Name(id=name_bound) as target, iter=value):
                pass
            case ast.Name() if node in own:
                continue
            case ast.Name(id=name_bound, ctx=ast.Store() | ast.Del()):
                if name_bound == name:
                    found.setdefault(node, ("other", node))
                continue
            case _:
                continue
        if name_bound == name:
            is_row = isinstance(node, (ast.For, ast.AsyncFor))
            found[target] = ("row" if is_row else "value", value)
    return tuple(found.values())


def _targets(comprehension: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> Iterator[ast.AST]:
    """The names that a comprehension binds in its own scope."""
    return (node for clause in comprehension.generators for node in ast.walk(clause.target))
