"""Which names the scopes around a line bind, by the syntax alone: what a name that a fix writes would mean there."""

import ast
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeGuard

from django_async_lint.source import tree_of

Scope = ast.FunctionDef | ast.AsyncFunctionDef
CLOSED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


@lru_cache(maxsize=4)
def parsed(text: str) -> ast.Module:
    """The syntax tree of a text, kept for the many findings of one file."""
    return tree_of(text)


def functions_at(text: str, line: int) -> list[Scope]:
    """The functions whose text holds a line, the outermost first."""
    found: list[Scope] = []
    pending: list[ast.AST] = [parsed(text)]
    while pending:
        node = pending.pop()
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.stmt) and not _first(child) <= line <= (child.end_lineno or child.lineno):
                continue
            if isinstance(child, Scope):
                found.append(child)
            if isinstance(child, (ast.stmt, ast.excepthandler, ast.match_case)):
                pending.append(child)
    return found


def _first(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(each.lineno for each in decorators)])


def bound_in(scope: Scope | ast.Module, without: Sequence[ast.AST] = ()) -> set[str]:
    """The names that a scope binds for itself, those of scopes inside it apart; by some of its nodes left out."""
    parameters = [each.arg for each in ast.walk(scope.args) if isinstance(each, ast.arg)] if _is_function(scope) else []
    return {name for node in own_nodes(scope) if node not in without for name in _binds(node)}.union(parameters)


def _is_function(scope: ast.AST) -> TypeGuard[Scope]:
    return isinstance(scope, (ast.FunctionDef, ast.AsyncFunctionDef))


def own_nodes(scope: Scope | ast.Module) -> Iterator[ast.AST]:
    """What a scope's body is made of; of the scopes inside it nothing but their statements."""
    pending: list[ast.AST] = list(scope.body)
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, CLOSED):
            pending.extend(ast.iter_child_nodes(node))


def names_in(scope: ast.AST) -> set[str]:
    """Every name that is written anywhere in a scope."""
    found: set[str] = set()
    for node in ast.walk(scope):
        found.update(_binds(node))
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
    return found


def _binds(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(ctx=ast.Store() | ast.Del()):
            yield node.id
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            yield node.name
        case ast.Import() | ast.ImportFrom():
            yield from (alias.asname or alias.name.partition(".")[0] for alias in node.names)
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            yield name
        case ast.MatchMapping(rest=str(rest)):
            yield rest
        case ast.Global() | ast.Nonlocal():
            yield from node.names
