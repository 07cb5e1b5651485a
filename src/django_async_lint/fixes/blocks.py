"""The fix that moves a block which deals with one opened thing into a function, run as one in a thread.

A file that is opened in one thread and read in another costs a hop for each call; a connection of sqlite3 refuses it.
"""

import ast
import sys
from collections.abc import Iterator

import libcst as cst

from django_async_lint.diagnostic import Edit
from django_async_lint.fixes.movable import PURE, RESPONSES, root_of
from django_async_lint.fixes.places import Place, free_name, import_at
from django_async_lint.fixes.scopes import parsed
from django_async_lint.fixes.transactions import Block, Scope, found, may_move, moved_edits, stored, surely_stored

MOST_STATEMENTS = 6


def move_block(place: Place) -> list[Edit] | None:
    """`with open(path) as file: text = file.read()` becomes `def in_thread(): ...` with that inside, and a call of it
    in a thread."""
    statement = _statement(place)
    if statement is None:
        return None
    module = parsed(place.text)
    moved = found(module, place.tree.span(statement).start.line)
    if moved is None or isinstance(moved[1], ast.AsyncWith) or not may_move([moved[1]]):
        return None
    scope, block = moved
    outcome = _outcome(scope, block) if _deals_with_it(module, block) else None
    if outcome is None:
        return None
    asyncio, imports = import_at(place, "asyncio")
    function, last = free_name(place, "in_thread"), place.tree.span(statement).end.line
    return [*moved_edits(place, statement, last, function, outcome, f"await {asyncio}.to_thread({function})"), *imports]


def _statement(place: Place) -> cst.With | None:
    """The `with` that opens something by a call and names it, which is at the place or holds it."""
    for around in place.tree.around(place.node):
        if isinstance(around, (cst.FunctionDef, cst.Lambda, cst.ClassDef)):
            return None
        if isinstance(around, cst.With):
            (item, *others) = around.items
            is_plain = around.asynchronous is None and not others and isinstance(item.item, cst.Call)
            is_named = item.asname is not None and isinstance(item.asname.name, cst.Name)
            return around if is_plain and is_named and _is_item_or_inside(place, around) else None
    return None


def _is_item_or_inside(place: Place, statement: cst.With) -> bool:
    around = {place.node, *place.tree.around(place.node)}
    return statement.items[0].item is place.node or statement.body in around


def _deals_with_it(module: ast.Module, block: Block) -> bool:
    """Whether a block is short and calls nothing but methods of what it opened or made of it, what it gives that to of
    the standard library, and what only computes."""
    opened = block.items[0].optional_vars
    if not isinstance(opened, ast.Name) or sum(isinstance(each, ast.stmt) for each in _parts(block)) > MOST_STATEMENTS:
        return False
    names = {opened.id} | {each.id for each in _parts(block) if isinstance(each, ast.Name) and _is_bound(each)}
    libraries = {
        alias.asname or alias.name
        for node in module.body
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name in sys.stdlib_module_names and alias.name not in ("asyncio", "threading")
    }
    plain = PURE | {
        alias.asname or alias.name
        for node in module.body
        if isinstance(node, ast.ImportFrom) and node.module == "django.http"
        for alias in node.names
        if alias.name in RESPONSES
    }
    return all(_is_about(each, names, libraries, plain) for each in _parts(block))


def _parts(block: Block) -> Iterator[ast.AST]:
    return (node for part in block.body for node in ast.walk(part))


def _is_bound(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


def _is_about(node: ast.AST, names: set[str], libraries: set[str], plain: frozenset[str]) -> bool:
    match node:
        case ast.Call(func=ast.Name(id=called)):
            return called in plain
        case ast.Call(func=called):
            root = root_of(called)
            return root in names or (root in libraries and any(_mentions(each, names) for each in node.args))
        case ast.Attribute(value=ast.Attribute(), ctx=ast.Load()):
            return root_of(node) in names | libraries
        case ast.Attribute(value=ast.Name(id="request"), attr="user"):
            return False
    return True


def _mentions(node: ast.AST, names: set[str]) -> bool:
    return any(isinstance(each, ast.Name) and each.id in names for each in ast.walk(node))


def _outcome(scope: Scope, block: Block) -> tuple[list[str], list[str], str] | None:
    """Nothing before the block, what it gives back, and what stands before the call. What it opened is its own; what
    else it binds is bound anew, whatever was under the name."""
    if any(isinstance(node, (ast.Global, ast.Nonlocal)) for node in ast.walk(scope)):
        return None
    opened = {item.optional_vars.id for item in block.items if isinstance(item.optional_vars, ast.Name)}
    inside = {node for part in (*block.items, *block.body) for node in ast.walk(part)}
    outside = {node.id for node in ast.walk(scope) if isinstance(node, ast.Name) and node not in inside}
    bound = stored(block.body)
    wanted = sorted(bound & outside)
    is_last = isinstance(block.body[-1], ast.Return)
    if opened & bound or not set(wanted) <= surely_stored(block.body) or (is_last and wanted):
        return None
    if any(_is_read_first(block, name) for name in bound) or _is_read_elsewhere(scope, block, opened):
        return None
    names = ", ".join(wanted)
    return [], [f"return {names}"] if wanted else [], "return " if is_last else f"{names} = " if wanted else ""


def _is_read_first(block: Block, name: str) -> bool:
    """Whether a block may read what a name was before it."""
    uses = [node for node in _parts(block) if isinstance(node, ast.Name) and node.id == name]
    first = min(node.lineno for node in uses if _is_bound(node))
    changed = any(isinstance(node, ast.AugAssign) and _mentions(node.target, {name}) for node in _parts(block))
    return changed or any(not _is_bound(node) and node.lineno <= first for node in uses)


def _is_read_elsewhere(scope: Scope, block: Block, opened: set[str]) -> bool:
    """Whether what a block opened is read outside of the blocks that open something under that name."""
    own = {
        node
        for each in ast.walk(scope)
        if isinstance(each, (ast.With, ast.AsyncWith)) and any(_binds(item, opened) for item in each.items)
        for node in ast.walk(each)
    }
    return any(isinstance(node, ast.Name) and node.id in opened and node not in own for node in ast.walk(scope))


def _binds(item: ast.withitem, names: set[str]) -> bool:
    return isinstance(item.optional_vars, ast.Name) and item.optional_vars.id in names
