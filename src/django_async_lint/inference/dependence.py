"""What statements use and what they change, told by their text: whether one needs another to have run before it.

An access path (`client`, `self.token`) stands for what it names and for all of its parts. Nothing is evaluated here.
"""

import ast
from collections.abc import Iterable
from functools import lru_cache

from django_async_lint.inference.frame import access_path
from django_async_lint.project.trees import own_nodes

EXITS = (ast.Return, ast.Raise, ast.Break, ast.Continue, ast.Yield, ast.YieldFrom)
CONDITIONAL = (ast.IfExp, ast.BoolOp, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda)
"""Expressions whose parts do not run exactly once."""


@lru_cache(maxsize=4096)
def used(node: ast.AST) -> frozenset[str]:
    """The access paths that are read in a statement or expression, each as long as it is written."""
    found: set[str] = set()
    pending: list[ast.AST] = [node]
    while pending:
        part = pending.pop()
        path = access_path(part) if isinstance(part, (ast.Name, ast.Attribute)) else None
        if path is None:
            pending.extend(ast.iter_child_nodes(part))
        elif not isinstance(getattr(part, "ctx", None), ast.Store):
            found.add(path)
    return frozenset(found)


@lru_cache(maxsize=4096)
def bound(node: ast.AST) -> frozenset[str]:
    """The plain names that a statement binds anew."""
    targets = {part.id for part in own_nodes(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
    handlers = {part.name for part in own_nodes(node) if isinstance(part, ast.ExceptHandler) and part.name}
    augmented = (part.target for part in own_nodes(node) if isinstance(part, ast.AugAssign))
    return frozenset(targets | handlers) - {each.id for each in augmented if isinstance(each, ast.Name)}


@lru_cache(maxsize=4096)
def changed(node: ast.AST) -> frozenset[str]:
    """The access paths whose value a statement changes in place: by setting a part, or by a call whose result is not
    used (`found.append(x)`)."""
    found: set[str] = set()
    for part in own_nodes(node):
        match part:
            case ast.AugAssign(target=ast.Name(id=name)):
                found.add(name)
            case ast.Attribute(ctx=ast.Store() | ast.Del()):
                found.add(access_path(part) or _root(part))
            case ast.Subscript(ctx=ast.Store() | ast.Del()):
                found.add(access_path(part.value) or _root(part))
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=owner))):
                found.add(access_path(owner) or _root(owner))
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                found.update(names)
    return frozenset(found - {""})


def _root(node: ast.AST) -> str:
    """The name with which an expression of attributes, items and calls begins; empty for any other."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def touch(paths: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of some paths is one of the others, a part of it, or holds it."""
    known = tuple(others)
    return any(
        path == other or path.startswith(f"{other}.") or other.startswith(f"{path}.")
        for path in paths
        for other in known
    )


def needs(node: ast.AST, paths: Iterable[str]) -> bool:
    """Whether a statement or expression reads any of some paths."""
    return touch(used(node), paths)


def leaves(node: ast.AST) -> bool:
    """Whether the flow may leave a statement other than at its end."""
    return any(isinstance(part, EXITS) for part in own_nodes(node))


def spread(node: ast.AST, results: set[str]) -> None:
    """Adds to `results`, paths that hold what came of earlier results, those that a statement makes of them."""
    if needs(node, results):
        results |= made(node)
    elif isinstance(node, ast.Assign):
        results -= bound(node)


def made(node: ast.AST) -> frozenset[str]:
    """What a statement binds or changes; a changed part stands for the whole object, whose methods may read it."""
    parts = changed(node)
    return bound(node) | parts | {path.partition(".")[0] for path in parts if "." in path}


def awaits_of(node: ast.AST) -> list[ast.Await]:
    """The awaits of a statement in the order in which they run."""
    found = [part for part in own_nodes(node) if isinstance(part, ast.Await)]
    return sorted(found, key=lambda part: (part.end_lineno or 0, part.end_col_offset or 0))


@lru_cache(maxsize=4096)
def once(node: ast.AST) -> frozenset[ast.Await]:
    """The awaits of an expression or simple statement that run exactly once and are no part of another await."""
    found: set[ast.Await] = set()
    pending: list[ast.AST] = [node]
    while pending:
        part = pending.pop()
        if isinstance(part, ast.Await):
            if not awaits_of(part.value):
                found.add(part)
        elif not isinstance(part, CONDITIONAL):
            pending.extend(ast.iter_child_nodes(part))
    return frozenset(found)
