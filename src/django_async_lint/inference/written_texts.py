"""Which of several texts a value is: what comparing it with texts that are written out leaves of them.

A loop over names that are written out binds one of them; a comparison takes some away. Nothing else is told here.
"""

import ast

from django_async_lint.inference.frame import Environment
from django_async_lint.inference.joining import members, union
from django_async_lint.inference.values import UNKNOWN, Constant, Union


def compared(operator: ast.cmpop, right: ast.expr) -> tuple[frozenset[str], bool] | None:
    """The texts of `== "a"`, `!= "a"`, `in ("a", "b")` or `not in`, and whether the value is one of them where that
    holds; None for any other comparison."""
    match operator, right:
        case (ast.Eq() | ast.NotEq(), ast.Constant(value=str() as text)):
            return frozenset({text}), isinstance(operator, ast.Eq)
        case (ast.In() | ast.NotIn(), ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements)):
            texts = [each.value for each in elements if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            return (frozenset(texts), isinstance(operator, ast.In)) if len(texts) == len(elements) else None
        case _:
            return None


def matched(pattern: ast.pattern) -> frozenset[str] | None:
    """The texts that a pattern stands for, and nothing else; None for any other pattern."""
    match pattern:
        case ast.MatchValue(value=ast.Constant(value=str() as text)):
            return frozenset({text})
        case ast.MatchOr(patterns=patterns):
            parts = [matched(each) for each in patterns]
            return frozenset().union(*(each for each in parts if each)) if None not in parts else None
        case _:
            return None


def applied(env: Environment, path: str | None, texts: frozenset[str], is_one: bool) -> Environment:
    """An environment in which a value that is one of several texts is among these, or is not."""
    value = env.get(path) if path is not None else None
    if path is None or type(value) is not Union or not all(isinstance(each, Constant) for each in value.members):
        return env
    kept = tuple(e for e in members(value) if isinstance(e, Constant) and (e.value in texts) is is_one)
    return env if len(kept) == len(value.members) else {**env, path: union(kept) if kept else UNKNOWN}
