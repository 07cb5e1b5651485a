"""Neighbouring statements that each need a thread become one function, run in one thread.

A file that is opened by one statement and read by the next, an image that is opened, made smaller and saved: one trip
instead of three, and one object that stays where it was made.
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace

from django_async_lint.diagnostic import Edit, Finding, Fix, FixIntent
from django_async_lint.fixes.bindings import given_back, loads, returns_at_end
from django_async_lint.fixes.movable import Known, is_about_thread, known_in, made_by, may_move, root_of
from django_async_lint.fixes.places import Place, free_name, import_at
from django_async_lint.fixes.scopes import Scope, bound_in, functions_at, parsed
from django_async_lint.fixes.transactions import lines_moved
from django_async_lint.fixes.tree import Tree
from django_async_lint.source import Position, Span

MOST_STATEMENTS, MOST_NAMES = 12, 3
FILES = "DAL104"
MESSAGE = "Move what belongs together into a function and run that in a thread"
OF_THREADS = frozenset({"move-block", "offload", "offload-expression"})
REQUEST_THREAD = "asgiref.sync"
Group = list[ast.stmt]


def takes_thread(intent: FixIntent) -> bool:
    """Whether an intent runs something in a thread that is not the one of the request."""
    return intent.action in OF_THREADS and intent.arguments[:1] != (REQUEST_THREAD,)


def together(tree: Tree, findings: Sequence[Finding], in_threads: Sequence[Finding]) -> list[Finding]:
    """The findings of one file, those of `in_threads` that stand side by side with a fix in common."""
    scopes: dict[Scope, list[Finding]] = {}
    for finding in in_threads if len(in_threads) > 1 else ():
        scope = functions_at(tree.text, finding.diagnostic.start.line)[-1:]
        if scope and isinstance(scope[0], ast.AsyncFunctionDef):
            scopes.setdefault(scope[0], []).append(finding)
    fixes = {
        _span(finding): fix
        for scope, inside in scopes.items()
        if len(inside) > 1
        for finding, fix in _of_function(tree, scope, inside, findings)
    }
    return [replace(each, fix=fixes[_span(each)]) if _span(each) in fixes else each for each in findings]


def _of_function(
    tree: Tree, scope: Scope, inside: Sequence[Finding], findings: Sequence[Finding]
) -> Iterator[tuple[Finding, Fix]]:
    """The fixes that findings of one function have in common, each with its finding."""
    known = known_in(tree.text, parsed(tree.text), scope, [_span(each) for each in inside])
    others = {each.diagnostic.start.line for each in findings if each not in inside}
    for run in _runs(tree, scope.body, known, others):
        for group in _groups(scope, run, inside, known):
            held = [each for each in inside if _holds(group, each)]
            edits = _edits(tree, scope, group, held, known)
            for each in held if edits else ():
                placed = tuple(replace(edit, path=each.diagnostic.path) for edit in edits)
                yield each, Fix("unsafe", MESSAGE, placed)


def _span(finding: Finding) -> Span:
    return Span(finding.diagnostic.start, finding.diagnostic.end)


def _holds(group: Sequence[ast.stmt], finding: Finding) -> bool:
    line = finding.diagnostic.start.line
    return any(each.lineno <= line <= (each.end_lineno or 0) for each in group)


def _runs(tree: Tree, body: Sequence[ast.stmt], known: Known, others: set[int]) -> Iterator[Group]:
    """The statements of a block that follow each other and may be moved; of the others what is inside them."""
    run: Group = []
    for statement in body:
        lines = range(statement.lineno, (statement.end_lineno or 0) + 1)
        if isinstance(statement, (ast.With, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr, ast.Return)):
            longer = [*run, statement]
            if others.isdisjoint(lines) and _stands_alone(tree, body, statement) and may_move(longer, known):
                run = longer
                continue
        yield run
        run = []
        for block in _blocks(statement):
            yield from _runs(tree, block, known, others)
    yield run


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return
    for name in ("body", "orelse", "finalbody"):
        yield getattr(statement, name, None) or []
    for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
        yield part.body


def _stands_alone(tree: Tree, body: Sequence[ast.stmt], statement: ast.stmt) -> bool:
    """Whether nothing else stands on the lines of a statement."""
    first, last = statement.lineno, statement.end_lineno or statement.lineno
    others = (each for each in body if each is not statement)
    beside = any(each.lineno <= last and (each.end_lineno or 0) >= first for each in others)
    return not beside and not tree.line(first).encode()[: statement.col_offset].strip(b" \t")


def _groups(scope: Scope, run: Group, findings: Sequence[Finding], known: Known) -> Iterator[Group]:
    """The parts of a run that deal with one thing, from a statement with a finding to the last that has to do with
    it."""
    group: Group = []
    between: Group = []
    for statement in run:
        has_finding = any(_holds([statement], each) for each in findings)
        if group and _belongs(scope, group, statement, has_finding, findings, known):
            group, between = [*group, *between, statement], []
        elif has_finding:
            yield group
            group, between = [statement], []
        else:
            between.append(statement)
    yield group


def _belongs(
    scope: Scope, group: Group, statement: ast.stmt, has_finding: bool, findings: Sequence[Finding], known: Known
) -> bool:
    """Whether a statement has to do with those before it: it uses what they made, calls something of that and no more,
    or works on the same files."""
    made = made_by(group, known)
    if not has_finding:
        called = statement.value if isinstance(statement, ast.Expr) else None
        return isinstance(called, ast.Call) and root_of(called) in made
    read = {each.id for each in loads(statement)}
    if read & made:
        return True
    on_files = {each.diagnostic.code for each in findings if _holds([*group, statement], each)} == {FILES}
    shared = read.intersection(each.id for part in group for each in loads(part))
    return on_files and bool(shared & bound_in(scope))


def _edits(tree: Tree, scope: Scope, group: Group, findings: Sequence[Finding], known: Known) -> list[Edit]:
    """The edits that move statements into a function; none where there is too little to move, or too much."""
    if len(findings) < 2 or len(group) > MOST_STATEMENTS or not _is_worth_it(group, findings):
        return []
    names = given_back(scope, group)
    returns = returns_at_end(group)
    if names is None or returns is None or (names and returns) or len(names) > MOST_NAMES:
        return []
    alone = [each for each in findings if each.fix is None]
    if any(not is_about_thread(group, _span(each), names, known) for each in alone):
        return []
    node = tree.expression(*_span(findings[0]))
    if node is None:
        return []
    place = Place(tree, node, ())
    asyncio, imports = import_at(place, "asyncio")
    function, listed = free_name(place, "in_thread"), ", ".join(names)
    closing = [f"return {listed}"] if names else []
    result = "return " if returns else f"{listed} = " if names else ""
    start = Position(group[0].lineno, group[0].col_offset + 1)
    unit = tree.line(scope.body[0].lineno)[scope.col_offset : scope.body[0].col_offset]
    call = f"await {asyncio}.to_thread({function})"
    last = group[-1].end_lineno or group[-1].lineno
    return [*lines_moved(place, Span(start, start), last, unit, function, ([], closing, result), call), *imports]


def _is_worth_it(group: Group, findings: Sequence[Finding]) -> bool:
    """Whether more than one statement has a finding, or a block has that deals with what it opened, or with files."""
    if sum(any(_holds([each], finding) for finding in findings) for each in group) > 1:
        return True
    names = any(item.optional_vars is not None for each in group if isinstance(each, ast.With) for item in each.items)
    return isinstance(group[0], ast.With) and (names or all(each.diagnostic.code == FILES for each in findings))
