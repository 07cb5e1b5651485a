"""The fix that moves a transaction's block into a function of its own, run as one in the thread of the request."""

import ast
from collections.abc import Iterable, Iterator, Sequence

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


LOOP_WORDS = frozenset({"asyncio", "create_task", "ensure_future", "get_event_loop", "get_running_loop"})
"""Names of what asks for the loop of its thread."""


def move_to_function(place: Place) -> list[Edit] | None:
    """`with atomic(): ...` becomes `def in_transaction(): ...` with the same inside, and a call of it in a thread."""
    statement = place.tree.parent(place.tree.parent(place.node))
    if not isinstance(statement, cst.With):
        return None
    span = place.tree.span(statement)
    moved = found(parsed(place.text), span.start.line)
    if moved is None:
        return None
    scope, block = moved
    rest = [block] if may_move([block]) else _with_what_follows(scope, block)
    outcome = _outcome(scope, rest) if rest else None
    if outcome is None:
        return None
    name, imports = import_at(place, "asgiref.sync", "sync_to_async")
    function = free_name(place, "in_transaction")
    last = rest[-1].end_lineno or span.end.line
    return [*moved_edits(place, statement, last, function, outcome, f"await {name}({function})()"), *imports]


def _with_what_follows(scope: Scope, block: Block) -> list[ast.stmt]:
    """A block that returns in its midst with the statements behind it, where the function ends with them; else
    nothing."""
    blocks = (getattr(node, name, None) for node in ast.walk(scope) for name in ("body", "orelse", "finalbody"))
    body = next(each for each in blocks if isinstance(each, list) and block in each)
    rest = body[body.index(block) :]
    is_end = body is scope.body or _always_returns(rest)
    is_generator = any(isinstance(node, (ast.Yield, ast.YieldFrom)) for node in ast.walk(scope))
    asks = any(isinstance(node, (ast.Name, ast.Attribute)) and _word(node) in LOOP_WORDS for node in _parts(rest))
    return rest if is_end and not is_generator and not asks and may_move(rest, may_return=True) else []


def _always_returns(statements: Sequence[ast.stmt]) -> bool:
    match statements[-1] if statements else None:
        case ast.Return() | ast.Raise():
            return True
        case ast.With(body=body):
            return _always_returns(body)
        case ast.If(body=body, orelse=orelse):
            return _always_returns(body) and _always_returns(orelse)
    return False


def _word(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


def _parts(statements: Sequence[ast.stmt]) -> Iterator[ast.AST]:
    return (node for statement in statements for node in ast.walk(statement))


def moved_edits(
    place: Place, statement: cst.With, last: int, function: str, outcome: tuple[list[str], list[str], str], call: str
) -> list[Edit]:
    """The edits that put a block, and what follows it to a last line, into a function of this name and call that:
    `outcome` are the lines before and behind the block there, and what stands before the call."""
    unit = place.tree.module.default_indent
    if isinstance(statement.body, cst.IndentedBlock) and statement.body.indent:
        unit = statement.body.indent
    span = place.tree.span(statement)
    keyword = place.tree.keyword_after_async(statement)
    return lines_moved(place, Span(span.start, keyword), last, unit, function, outcome, call)


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


def may_move(statements: Sequence[ast.stmt], may_return: bool = False) -> bool:
    """Whether statements mean the same in a plain function of their own, as far as their own text tells."""
    bodies = [part for each in statements for part in (each.body if isinstance(each, Block) else [each])]
    for node in _parts(bodies):
        if isinstance(node, STAYING) or (isinstance(node, ast.comprehension) and node.is_async):
            return False
        is_text = isinstance(node, (ast.Constant, ast.JoinedStr))
        if is_text and isinstance(node, ast.expr) and node.end_lineno != node.lineno:
            return False
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super" and not node.args:
            return False
        if isinstance(node, ast.Raise) and node.exc is None:
            return False  # the exception that is handled is that of a thread
    items = [item for each in statements if isinstance(each, Block) for item in each.items]
    if not all(isinstance(item.optional_vars, ast.Name | None) for item in items):
        return False
    returns = [node for node in _parts(bodies) if isinstance(node, ast.Return)]
    jumps = [node for part in bodies for node in jumps_out(part)]
    return not jumps and (may_return or not returns or returns == bodies[-1:])


def jumps_out(node: ast.AST) -> Iterator[ast.AST]:
    """`break` and `continue` of a loop that is not inside."""
    if isinstance(node, (ast.Break, ast.Continue)):
        yield node
    elif not isinstance(node, (ast.For, ast.While)):
        for child in ast.iter_child_nodes(node):
            yield from jumps_out(child)


def _outcome(scope: Scope, moved: Sequence[ast.stmt]) -> tuple[list[str], list[str], str] | None:
    """The lines before and behind the statements in their function, and what stands before the call: the names that
    they bind are those of the function around where that binds them too, else they are given back."""
    inside = set(_parts(moved))
    outside = [node for node in ast.walk(scope) if node not in inside]
    if any(isinstance(node, (ast.Global, ast.Nonlocal)) for node in outside):
        return None
    items = [item for each in moved if isinstance(each, Block) for item in each.items]
    named = {item.optional_vars.id for item in items if isinstance(item.optional_vars, ast.Name)}
    bound = stored(list(moved)) | named
    own = _of_comprehensions(outside)
    names = [node for node in outside if isinstance(node, ast.Name) and node not in own]
    known = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    known |= {node.arg for node in ast.walk(scope.args) if isinstance(node, ast.arg)}
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    shared, wanted = sorted(bound & known), sorted((bound - known) & read)
    opening = [f"nonlocal {', '.join(shared)}"] if shared else []
    if any(isinstance(node, ast.Return) for node in inside):
        return None if wanted else (opening, [], "return ")
    (block,) = moved
    if not isinstance(block, Block) or not set(wanted) <= named | surely_stored(block.body):
        return None
    listed = ", ".join(wanted)
    return opening, [f"return {listed}"] if wanted else [], f"{listed} = " if wanted else ""


def _of_comprehensions(nodes: Iterable[ast.AST]) -> set[ast.AST]:
    """The names in comprehensions that these bind in scopes of their own."""
    found: set[ast.AST] = set()
    for node in nodes:
        if isinstance(node, COMPREHENSIONS):
            targets = [each for clause in node.generators for each in ast.walk(clause.target)]
            bound = {each.id for each in targets if isinstance(each, ast.Name)}
            outer = set(ast.walk(node.generators[0].iter))
            inner = (each for each in ast.walk(node) if isinstance(each, ast.Name) and each not in outer)
            found |= {each for each in inner if each.id in bound}
    return found


def stored(body: list[ast.stmt]) -> set[str]:
    """The names that statements bind, those of comprehensions apart."""
    own = _of_comprehensions(inner for part in body for inner in ast.walk(part))
    return {
        node.id
        for part in body
        for node in ast.walk(part)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node not in own
    }


def surely_stored(body: list[ast.stmt]) -> set[str]:
    """The names that the statements of a block bind whatever happens in it."""
    return stored([part for part in body if isinstance(part, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr))])
