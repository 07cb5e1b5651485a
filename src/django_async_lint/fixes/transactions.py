"""The fix that moves a transaction's block into a function of its own, run as one in the thread of the request."""

import ast
from collections.abc import Iterator

import libcst as cst

from django_async_lint.diagnostic import Edit
from django_async_lint.fixes.places import Place, free_name, import_at, insert
from django_async_lint.fixes.scopes import functions_at, parsed
from django_async_lint.source import Position, Span

Block = ast.With | ast.AsyncWith
Scope = ast.FunctionDef | ast.AsyncFunctionDef
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
STAYING = (
    ast.Await, ast.AsyncFor, ast.AsyncWith, ast.Yield, ast.YieldFrom, ast.FunctionDef, ast.AsyncFunctionDef,
    ast.ClassDef, ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal, ast.Delete, ast.Try, ast.TryStar, ast.Match,
)  # fmt: skip
"""What cannot be moved into a plain function, or binds names in ways that are not followed here."""


def move_to_function(place: Place) -> list[Edit] | None:
    """`with atomic(): ...` becomes `def in_transaction(): ...` with the same inside, and a call of it in a thread."""
    statement = place.tree.parent(place.tree.parent(place.node))
    if not isinstance(statement, cst.With):
        return None
    span = place.tree.span(statement)
    moved = found(parsed(place.text), span.start.line)
    outcome = _outcome(*moved) if moved is not None and may_move(moved[1]) else None
    if outcome is None:
        return None
    name, imports = import_at(place, "asgiref.sync", "sync_to_async")
    function = free_name(place, "in_transaction")
    return [*moved_edits(place, statement, function, outcome, f"await {name}({function})()"), *imports]


def moved_edits(
    place: Place, statement: cst.With, function: str, outcome: tuple[list[str], list[str], str], call: str
) -> list[Edit]:
    """The edits that put a block into a function of this name and call that: `outcome` are the lines before and behind
    the block there, and what stands before the call."""
    unit = place.tree.module.default_indent
    if isinstance(statement.body, cst.IndentedBlock) and statement.body.indent:
        unit = statement.body.indent
    span = place.tree.span(statement)
    keyword = place.tree.keyword_after_async(statement)
    return lines_moved(place, Span(span.start, keyword), span.end.line, unit, function, outcome, call)


def lines_moved(
    place: Place,
    head: Span,
    last: int,
    unit: str,
    function: str,
    outcome: tuple[list[str], list[str], str],
    call: str,
) -> list[Edit]:
    """The same of the lines from `head`, which is left out, to the last one. Blank lines stand where formatters put
    them."""
    opening, closing, result = outcome
    indent = place.tree.line(head.start.line)[: head.start.column - 1]
    end = place.tree.module.default_newline
    before = f"def {function}():{end}" + "".join(f"{indent}{unit}{line}{end}" for line in opening) + indent + unit
    tail = "".join(f"{end}{indent}{unit}{line}" for line in closing)
    tail += f"{end}{end}{indent}{result}{call}"
    inner = range(head.start.line + 1, last + 1)
    lines = [insert(Position(line, 1), unit) for line in inner if place.tree.line(line).strip()]
    gap = _gap_before(place, head.start)
    edits = [Edit("", head.start, head.end, before), *lines]
    edits.append(insert(Position(last, len(place.tree.line(last)) + 1), tail))
    return [*([insert(Position(gap, 1), end)] if gap else []), *edits]


def _gap_before(place: Place, start: Position) -> int:
    """The line before which a function that begins there wants a blank one: none after a blank one, or where a block
    begins. Comments above the function belong to it."""
    first = start.line
    indent = place.tree.line(first)[: start.column - 1]
    while place.tree.line(first - 1).startswith(f"{indent}#"):
        first -= 1
    above = place.tree.line(first - 1)
    statements = [
        each
        for node in ast.walk(functions_at(place.text, start.line)[-1])
        for name in ("body", "orelse", "finalbody")
        if isinstance(block := getattr(node, name, None), list)
        for each in block[:1]
    ]
    return 0 if not above.strip() or any(each.lineno == start.line for each in statements) else first


def found(module: ast.Module, line: int) -> tuple[Scope, Block] | None:
    """The block that begins on a line, and the innermost function around it."""
    scope: Scope | None = None
    for node in ast.walk(module):
        if isinstance(node, Scope) and node.lineno <= line <= (node.end_lineno or 0):
            scope = node if scope is None or node.lineno > scope.lineno else scope
    if scope is None:
        return None
    blocks = (node for node in ast.walk(scope) if isinstance(node, Block) and node.lineno == line)
    block = next(blocks, None)
    return (scope, block) if block is not None else None


def may_move(block: Block) -> bool:
    """Whether a block means the same in a plain function of its own, as far as its own text tells."""
    for node in (inner for part in block.body for inner in ast.walk(part)):
        if isinstance(node, STAYING) or (isinstance(node, ast.comprehension) and node.is_async):
            return False
        is_text = isinstance(node, (ast.Constant, ast.JoinedStr))
        if is_text and isinstance(node, ast.expr) and node.end_lineno != node.lineno:
            return False
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super" and not node.args:
            return False
    if not all(isinstance(item.optional_vars, ast.Name | None) for item in block.items):
        return False
    returns = [node for part in block.body for node in ast.walk(part) if isinstance(node, ast.Return)]
    jumps = [node for part in block.body for node in jumps_out(part)]
    return not jumps and (not returns or returns == block.body[-1:])


def jumps_out(node: ast.AST) -> Iterator[ast.AST]:
    """`break` and `continue` of a loop that is not inside."""
    if isinstance(node, (ast.Break, ast.Continue)):
        yield node
    elif not isinstance(node, (ast.For, ast.While)):
        for child in ast.iter_child_nodes(node):
            yield from jumps_out(child)


def _outcome(scope: Scope, block: Block) -> tuple[list[str], list[str], str] | None:
    """The lines before and behind the block in its function, and what stands before the call: the names that the block
    binds are those of the function around it where that binds them too, else they are given back."""
    inside = {node for part in (*block.items, *block.body) for node in ast.walk(part)}
    outside = [node for node in ast.walk(scope) if node not in inside]
    if any(isinstance(node, (ast.Global, ast.Nonlocal)) for node in outside):
        return None
    named = {item.optional_vars.id for item in block.items if isinstance(item.optional_vars, ast.Name)}
    bound = stored(block.body) | named
    known = {node.id for node in outside if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    known |= {node.arg for node in ast.walk(scope.args) if isinstance(node, ast.arg)}
    read = {node.id for node in outside if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    shared, wanted = sorted(bound & known), sorted((bound - known) & read)
    is_last = isinstance(block.body[-1], ast.Return)
    if not set(wanted) <= named | surely_stored(block.body) or (is_last and wanted):
        return None
    opening = [f"nonlocal {', '.join(shared)}"] if shared else []
    names = ", ".join(wanted)
    return opening, [f"return {names}"] if wanted else [], "return " if is_last else f"{names} = " if wanted else ""


def stored(body: list[ast.stmt]) -> set[str]:
    """The names that statements bind, those of comprehensions apart."""
    own: set[ast.AST] = set()
    for node in (inner for part in body for inner in ast.walk(part)):
        if isinstance(node, COMPREHENSIONS):
            own.update(each for clause in node.generators for each in ast.walk(clause.target))
    return {
        node.id
        for part in body
        for node in ast.walk(part)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node not in own
    }


def surely_stored(body: list[ast.stmt]) -> set[str]:
    """The names that the statements of a block bind whatever happens in it."""
    return stored([part for part in body if isinstance(part, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr))])
