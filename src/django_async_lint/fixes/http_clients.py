"""The fix that sends a request of `requests` with `httpx.AsyncClient`.

Only where the answer is used for what both libraries give, by names that both know:
https://www.python-httpx.org/compatibility/
"""

import ast
from collections.abc import Iterator

import libcst as cst

from django_async_lint.diagnostic import Edit
from django_async_lint.fixes.places import Place, add_await, free_name, import_at, insert, replace
from django_async_lint.fixes.scopes import parsed
from django_async_lint.source import Position

BODILESS = frozenset({"params", "headers", "timeout"})
ARGUMENTS = {
    "get": BODILESS, "head": BODILESS, "options": BODILESS, "delete": BODILESS,
    "post": BODILESS | {"json", "data", "files"},
    "put": BODILESS | {"json", "data", "files"},
    "patch": BODILESS | {"json", "data", "files"},
}  # fmt: skip
"""Method -> what may be given by name to both."""
ANSWERS = frozenset({"content", "encoding", "headers", "json", "raise_for_status", "status_code", "text"})
"""What a response is asked for under one name in both."""
CLIENT = "AsyncClient"


def send_async(place: Place) -> list[Edit] | None:
    """`x = requests.get(url)` becomes `async with httpx.AsyncClient() as client: x = await client.get(url)`."""
    node, line = place.node, place.tree.nearest(place.node, cst.SimpleStatementLine)
    if not isinstance(node, cst.Call) or line is None or len(line.body) != 1:
        return None
    function = place.tree.nearest(node, cst.FunctionDef)
    method = place.arguments[0]
    if function is None or not _gives_alike(place, node, ARGUMENTS.get(method, frozenset())):
        return None
    if not _asks_alike(place, node, function) or _catches(place, node):
        return None
    client = _client_around(place, node)
    if client:
        return [replace(place, node.func, f"{client}.{method}"), *add_await(place)]
    span = place.tree.span(line.body[0])
    if _has_long_text(place, line) or span.start.line != place.tree.span(line).start.line:
        return None
    httpx, imports = import_at(place, "httpx")
    client = free_name(place, "client")
    indent = place.tree.line(span.start.line)[: span.start.column - 1]
    unit, end = place.tree.module.default_indent, place.tree.module.default_newline
    opening = f"async with {httpx}.{CLIENT}({', '.join(_as_before(node, method))}) as {client}:{end}{indent}{unit}"
    further = range(span.start.line + 1, span.end.line + 1)
    return [
        insert(span.start, opening),
        *(insert(Position(number, 1), unit) for number in further if place.tree.line(number).strip()),
        replace(place, node.func, f"{client}.{method}"),
        *add_await(place),
        *imports,
    ]


def _as_before(node: cst.Call, method: str) -> Iterator[str]:
    """The arguments with which the client behaves as `requests` does: it follows redirects, and waits for ever."""
    if method != "head":
        yield "follow_redirects=True"
    if not any(argument.keyword is not None and argument.keyword.value == "timeout" for argument in node.args):
        yield "timeout=None"


def _gives_alike(place: Place, node: cst.Call, allowed: frozenset[str]) -> bool:
    """Whether the other library takes the same arguments: the URL, and known ones by name."""
    first, *others = node.args or (None,)
    if first is None or first.star or (first.keyword is not None and first.keyword.value != "url"):
        return False
    for argument in others:
        if argument.star or argument.keyword is None or argument.keyword.value not in allowed:
            return False
        if argument.keyword.value == "timeout" and isinstance(argument.value, (cst.Tuple, cst.List)):
            return False
    return True


def _asks_alike(place: Place, node: cst.Call, function: cst.FunctionDef) -> bool:
    """Whether the response is asked for nothing but what both have; what is handed on may be asked for anything."""
    around = place.tree.parent(node)
    match around:
        case cst.Attribute():
            return around.attr.value in ANSWERS
        case cst.Expr():
            return True
        case cst.Assign() if len(around.targets) == 1 and isinstance(around.targets[0].target, cst.Name):
            name = around.targets[0].target.value
            tree = parsed(place.text)
            line = place.tree.span(function).start.line
            functions = (each for each in ast.walk(tree) if isinstance(each, ast.AsyncFunctionDef))
            scope = next(each for each in functions if _starts(each, line))
            return _read(scope, name) == _asked(scope, name)
    return False


def _starts(function: ast.AsyncFunctionDef, line: int) -> bool:
    """Whether a function or the first of its decorators stands on a line."""
    return line in (function.lineno, *(each.lineno for each in function.decorator_list))


def _read(scope: ast.AST, name: str) -> int:
    """How often a name is read."""
    return sum(
        isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load) for node in ast.walk(scope)
    )


def _asked(scope: ast.AST, name: str) -> int:
    """How often a name is read for an attribute that both libraries' responses have."""
    return sum(
        isinstance(node, ast.Attribute)
        and node.attr in ANSWERS
        and isinstance(node.value, ast.Name)
        and node.value.id == name
        for node in ast.walk(scope)
    )


def _catches(place: Place, node: cst.Call) -> bool:
    """Whether a `try` around takes errors by their type, which would be another one."""
    tries = (each for each in place.tree.around(node) if isinstance(each, (cst.Try, cst.TryStar)))
    kinds = [handler.type for each in tries for handler in each.handlers if handler.type is not None]
    return any(place.tree.code(kind).strip() not in ("Exception", "BaseException") for kind in kinds)


def _client_around(place: Place, node: cst.Call) -> str:
    """The name of the client that an `async with` around has opened, in the same function."""
    for around in place.tree.around(node):
        if isinstance(around, (cst.FunctionDef, cst.Lambda)):
            return ""
        for item in around.items if isinstance(around, cst.With) and around.asynchronous is not None else ():
            opened = isinstance(item.item, cst.Call) and place.tree.code(item.item.func).strip().endswith(f".{CLIENT}")
            if opened and item.asname is not None and isinstance(item.asname.name, cst.Name):
                return item.asname.name.value
    return ""


def _has_long_text(place: Place, line: cst.SimpleStatementLine) -> bool:
    """Whether a literal goes over several lines, which indentation would change."""
    pending: list[cst.CSTNode] = [line]
    while pending:
        node = pending.pop()
        if isinstance(node, (cst.SimpleString, cst.FormattedString)):
            span = place.tree.span(node)
            if span.start.line != span.end.line:
                return True
        pending.extend(node.children)
    return False
