"""Walks over syntax trees that are faster than those of `ast`: only what holds nodes is looked at."""

import ast
from collections.abc import Iterable, Iterator
from functools import lru_cache

WITHOUT_NODES = frozenset({"ctx", "id", "attr", "level", "module", "type_comment", "conversion", "simple"})
"""Fields in which nobody looks for a node."""
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
LEAVES = frozenset({ast.Constant, ast.Name, ast.Pass})
"""The commonest nodes, which hold no others."""
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
MIXED = frozenset({"keys", "kw_defaults", "names", "kwd_attrs"})
"""Lists in which something else may stand than nodes: None, names."""
_FIELDS: dict[type[ast.AST], tuple[tuple[str, bool], ...]] = {ast.Constant: (), ast.Name: (), ast.Pass: ()}


def child_nodes(node: ast.AST) -> list[ast.AST]:
    """The nodes directly inside a node, in source order; whether a name is read or bound is no node here."""
    fields = _FIELDS.get(type(node))
    if fields is None:
        asked = (field for field in node._fields if field not in WITHOUT_NODES)
        fields = _FIELDS[type(node)] = tuple((field, field in MIXED) for field in asked)
    found: list[ast.AST] = []
    for field, is_mixed in fields:
        child = getattr(node, field, None)
        if type(child) is list:
            found += [each for each in child if isinstance(each, ast.AST)] if is_mixed else child
        elif isinstance(child, ast.AST):
            found.append(child)
    return found


@lru_cache(maxsize=1024)
def own_nodes(root: ast.AST) -> list[ast.AST]:
    """A node and everything below it, the insides of nested functions and classes apart. Not to be changed: several
    ask for those of one statement in turn."""
    found: list[ast.AST] = []
    pending = [root]
    while pending:
        node = pending.pop()
        found.append(node)
        if type(node) not in LEAVES and (node is root or type(node) not in SCOPES):
            pending += child_nodes(node)
    return found


def all_nodes(root: ast.AST) -> list[ast.AST]:
    """A node and everything below it, those nearer to the root first. Not to be changed: those of functions, which many
    ask for, are kept."""
    return _of_function(root) if isinstance(root, FUNCTIONS) else _all_nodes(root)


@lru_cache(maxsize=65536)
def _of_function(root: ast.AST) -> list[ast.AST]:
    return _all_nodes(root)


@lru_cache(maxsize=65536)
def names_bound(scope: ast.AST) -> dict[str, list[ast.Name]]:
    """The places in a function and whatever is nested in it where each name is assigned to or deleted."""
    found: dict[str, list[ast.Name]] = {}
    for node in all_nodes(scope):
        if type(node) is ast.Name and type(node.ctx) is not ast.Load:
            found.setdefault(node.id, []).append(node)
    return found


def _all_nodes(root: ast.AST) -> list[ast.AST]:
    found = [root]
    for node in found:
        if type(node) not in LEAVES:
            found += child_nodes(node)
    return found


PARTS = ("body", "handlers", "orelse", "finalbody", "cases")
"""The fields of a compound statement that hold further statements."""
COMPOUND = frozenset(
    kind
    for kind in vars(ast).values()
    if isinstance(kind, type)
    and issubclass(kind, (ast.stmt, ast.mod, ast.ExceptHandler, ast.match_case))
    and not set(PARTS).isdisjoint(kind._fields)
)


def statements_below(node: ast.AST) -> list[ast.AST]:
    """The statements, handlers and cases directly inside a node, in source order."""
    if type(node) not in COMPOUND:
        return []
    return [child for part in PARTS for child in getattr(node, part, ())]


def all_statements(body: Iterable[ast.AST], inside: bool = True) -> Iterator[ast.AST]:
    """Every statement of a body and below, in no fixed order; `inside` also those of nested functions and classes."""
    pending = list(body)
    while pending:
        node = pending.pop()
        yield node
        if inside or not isinstance(node, SCOPES):
            pending.extend(statements_below(node))
