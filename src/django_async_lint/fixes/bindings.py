"""Which names statements bind that the code around them needs afterwards, and whether they do so for sure.

By the syntax alone: an order of statements, in which what may not happen binds nothing.
"""

import ast
from collections.abc import Iterator, Sequence, Set

from django_async_lint.fixes.scopes import CLOSED, Scope, bound_in
from django_async_lint.fixes.transactions import COMPREHENSIONS, stored

SIMPLE = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr, ast.Return, ast.Raise, ast.Assert, ast.Pass)
LOOPS = (ast.For, ast.AsyncFor, ast.While)
SUPPRESSING = frozenset({"suppress", "ExitStack"})


def given_back(scope: Scope, statements: Sequence[ast.stmt]) -> list[str] | None:
    """The names that statements bind and that the function around them reads elsewhere; None where one of them may stay
    unbound, is read before it is bound, or is what a `with` has closed by then."""
    if any(isinstance(node, (ast.Global, ast.Nonlocal)) for node in ast.walk(scope)):
        return None
    bound = stored(list(statements))
    surely = _bound_after(statements, bound, frozenset())
    if surely is None:
        return None
    inside = set(parts_of(statements))
    wanted = sorted(bound & _read_afterwards(scope, statements))
    opened = {
        name
        for node in inside
        if isinstance(node, ast.withitem) and node.optional_vars is not None
        for name in names_bound(node.optional_vars)
    }
    return wanted if surely.issuperset(wanted) and opened.isdisjoint(wanted) else None


def _read_afterwards(scope: Scope, statements: Sequence[ast.stmt]) -> set[str]:
    """The names that a function may read after statements of it before it binds them anew."""
    last = statements[-1].end_lineno or 0
    inside = set(parts_of(statements))
    is_again = any(isinstance(each, LOOPS) and statements[0] in set(ast.walk(each)) for each in ast.walk(scope))
    block = next(block for node in ast.walk(scope) for block in _blocks(node) if statements[0] in block)
    own, later = _in_closed_scopes(scope)
    found: set[str] = set()
    for name in loads(scope):
        if name in inside or name in own or (name.lineno <= last and not is_again and name not in later):
            continue
        anew = (each for each in block if last < each.lineno <= name.lineno and _binds_anew(each, name.id))
        if is_again or name in later or not any(anew):
            found.add(name.id)
    return found


def _in_closed_scopes(scope: Scope) -> tuple[set[ast.Name], set[ast.Name]]:
    """The reads in functions and classes inside a function: of names of their own, and of those around them."""
    own: set[ast.Name] = set()
    reads: set[ast.Name] = set()
    for inner in ast.walk(scope):
        if isinstance(inner, CLOSED) and inner is not scope:
            reads.update(loads(inner))
        if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef)) and inner is not scope:
            bound = bound_in(inner)
            own.update(each for part in inner.body for each in loads(part) if each.id in bound)
    return own, reads - own


def _blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    return (block for part in ("body", "orelse", "finalbody") if isinstance(block := getattr(node, part, None), list))


def _binds_anew(statement: ast.stmt, name: str) -> bool:
    """Whether a statement binds a name whatever it was before, first of all that it does."""
    if isinstance(statement, ast.With):
        items = statement.items
        binds = any(item.optional_vars is not None and name in names_bound(item.optional_vars) for item in items)
        return binds and not any(each.id == name for item in items for each in loads(item.context_expr))
    is_bound = isinstance(statement, ast.Assign) and name in {
        each for target in statement.targets for each in names_bound(target)
    }
    return is_bound and not any(each.id == name for each in loads(statement))


def returns_at_end(statements: Sequence[ast.stmt]) -> bool | None:
    """Whether statements end with a `return`; None where they return elsewhere, or not surely."""
    returns = [node for node in parts_of(statements) if isinstance(node, ast.Return)]
    last = statements[-1]
    while isinstance(last, ast.With) and not any(map(_suppresses, last.items)):
        last = last.body[-1]
    return None if returns and returns != [last] else bool(returns)


def _bound_after(statements: Sequence[ast.stmt], bound: Set[str], before: frozenset[str]) -> frozenset[str] | None:
    """The names that are surely bound after statements; None where one of `bound` may be read before."""
    surely = before
    for statement in statements:
        after = _after(statement, bound, surely)
        if after is None:
            return None
        surely = after
    return surely


def _after(statement: ast.stmt, bound: Set[str], before: frozenset[str]) -> frozenset[str] | None:
    match statement:
        case ast.With(items=items, body=body):
            surely = before
            for item in items:
                if not _reads_only(item.context_expr, bound, surely):
                    return None
                surely |= {item.optional_vars.id} if isinstance(item.optional_vars, ast.Name) else set()
            inside = _bound_after(body, bound, surely)
            return surely if inside is not None and any(map(_suppresses, items)) else inside
        case ast.For(target=target, iter=head) | ast.While(test=head as target):
            if not _reads_only(head, bound, before):
                return None
            inside = _bound_after(statement.body, bound, before | names_bound(target))
            return before if inside is not None and _bound_after(statement.orelse, bound, before) is not None else None
        case ast.If(test=test, body=body, orelse=orelse):
            first, other = (_bound_after(each, bound, before | names_bound(test)) for each in (body, orelse))
            is_read = not _reads_only(test, bound, before)
            return None if is_read or first is None or other is None else first & other
        case _ if isinstance(statement, SIMPLE) and _reads_only(statement, bound, before):
            changed = isinstance(statement, ast.AugAssign) and not stored([statement]) <= before
            return None if changed else before | (stored([statement]) - _named(statement))
    return None


def _suppresses(item: ast.withitem) -> bool:
    return any(
        isinstance(each, (ast.Name, ast.Attribute))
        and (each.id if isinstance(each, ast.Name) else each.attr) in SUPPRESSING
        for each in ast.walk(item.context_expr)
    )


def names_bound(target: ast.expr) -> frozenset[str]:
    return frozenset(
        node.id for node in ast.walk(target) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )


def _reads_only(node: ast.AST, bound: Set[str], surely: Set[str]) -> bool:
    """Whether a node reads none of the names that are bound, unless they surely are by now."""
    own = {
        name
        for each in ast.walk(node)
        if isinstance(each, COMPREHENSIONS)
        for clause in each.generators
        for name in names_bound(clause.target)
    }
    first = bound - surely - own - _named(node)
    return not any(isinstance(each, ast.Name) and each.id in first for each in loads(node))


def loads(node: ast.AST) -> Iterator[ast.Name]:
    """The names that are read in a node."""
    return (each for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load))


def _named(node: ast.AST) -> set[str]:
    """The names that `:=` binds."""
    return {each.target.id for each in ast.walk(node) if isinstance(each, ast.NamedExpr)}


def parts_of(statements: Sequence[ast.stmt]) -> Iterator[ast.AST]:
    """All that statements are made of."""
    return (node for statement in statements for node in ast.walk(statement))
