"""Which statements mean the same in a plain function that a thread runs.

By the syntax alone: nothing is called there but what is known to be reported, the standard library, and methods of what
these gave.
"""

import ast
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django_async_lint.fixes.bindings import names_bound, parts_of
from django_async_lint.fixes.scopes import Scope
from django_async_lint.fixes.transactions import STAYING, jumps_out
from django_async_lint.source import Source, Span

PURE = frozenset({
    "bool", "bytearray", "bytes", "dict", "enumerate", "float", "int", "len", "list", "max", "min", "range", "repr",
    "reversed", "set", "sorted", "str", "sum", "tuple", "zip",
})  # fmt: skip
"""Builtins that do nothing but compute."""
RESPONSES = frozenset({"HttpResponse", "JsonResponse"})
"""What of `django.http` does nothing but hold what it is given."""
ON_LOOP = frozenset({"asyncio", "concurrent", "contextvars", "multiprocessing", "signal", "threading"})
"""Modules whose calls may mean something else in another thread."""
OF_DATA = frozenset({
    "append", "capitalize", "casefold", "decode", "encode", "endswith", "extend", "format", "isdigit", "items", "join",
    "keys", "lower", "lstrip", "partition", "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith",
    "strip", "title", "upper", "zfill",
})  # fmt: skip
"""Methods of text, bytes, lists and dicts that no queryset or manager has."""
OF_EXCEPTION = frozenset({"exc_info", "exception", "format_exc", "print_exc"})
"""What asks for the exception that is handled, which is that of the thread."""
FETCHING = frozenset({"fetchall", "fetchmany", "fetchone"})



@dataclass(frozen=True, slots=True)
class Known:
    """What of a file is known not to care for the thread: names of libraries, functions that only compute, and the
    calls that are reported."""

    libraries: frozenset[str]
    plain: frozenset[str]
    reported: frozenset[Span]
    source: Source


def known_in(text: str, module: ast.Module, scope: Scope, reported: Iterable[Span]) -> Known:
    """What is known of a file, and of the names that a function takes from the files of a request."""
    libraries, plain = {"settings"} if _imports_settings(module) else set(), set(PURE)
    for node in module.body:
        if isinstance(node, ast.Import):
            names = [alias for alias in node.names if _is_standard(alias.name)]
            libraries |= {alias.asname or alias.name.partition(".")[0] for alias in names}
        elif isinstance(node, ast.ImportFrom) and not node.level and _is_standard(node.module or ""):
            libraries |= {alias.asname or alias.name for alias in node.names}
            plain |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "django.http":
            plain |= {alias.asname or alias.name for alias in node.names if alias.name in RESPONSES}
    made = {
        target.id
        for node in module.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and root_of(node.value) in libraries
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return Known(
        frozenset(libraries | made | _uploads(scope)), frozenset(plain), frozenset(reported), Source("", "", text)
    )


def _is_standard(module: str) -> bool:
    first = module.partition(".")[0]
    return first in sys.stdlib_module_names and first not in ON_LOOP


def _imports_settings(module: ast.Module) -> bool:
    imports = (node for node in module.body if isinstance(node, ast.ImportFrom) and node.module == "django.conf")
    return any(alias.name == "settings" and alias.asname is None for node in imports for alias in node.names)


def _uploads(scope: Scope) -> set[str]:
    """The names that a function gives to uploaded files: `upload = request.FILES["file"]`."""
    return {
        node.targets[0].id
        for node in ast.walk(scope)
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and any(isinstance(each, ast.Attribute) and each.attr == "FILES" for each in ast.walk(node.value))
    }


def root_of(node: ast.expr) -> str:
    """The name that a chain of attributes, calls and subscripts begins with."""
    while isinstance(node, (ast.Attribute, ast.Call, ast.Subscript)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def may_move(statements: Sequence[ast.stmt], known: Known) -> bool:
    """Whether statements that follow each other mean the same in a plain function of their own."""
    parts = list(parts_of(statements))
    if any(not _means_the_same(node) for node in parts) or any(map(_leaves, statements)):
        return False
    names = made_by(statements, known)
    reported = {link for node in parts if is_reported(node, known) for link in _links(node)}
    return all(node in reported or _is_about(node, names, known) for node in parts)


def _links(node: ast.AST) -> Iterator[ast.AST]:
    """A call and the attributes by which it is looked up."""
    yield node
    node = node.func if isinstance(node, ast.Call) else node
    while isinstance(node, ast.Attribute):
        yield node
        node = node.value


def _means_the_same(node: ast.AST) -> bool:
    if isinstance(node, STAYING) or (isinstance(node, ast.comprehension) and node.is_async):
        return False
    if (isinstance(node, ast.Raise) and node.exc is None) or (isinstance(node, ast.Name) and node.id == "super"):
        return False
    if isinstance(node, ast.keyword) and node.arg == "exc_info":
        return False
    if isinstance(node, ast.Attribute) and node.attr in OF_EXCEPTION:
        return False
    is_text = isinstance(node, (ast.Constant, ast.JoinedStr))
    return not (is_text and isinstance(node, ast.expr) and node.end_lineno != node.lineno)


def _leaves(statement: ast.stmt) -> bool:
    """Whether a statement may jump out of a loop around it."""
    return any(True for _ in jumps_out(statement))


def made_by(statements: Sequence[ast.stmt], known: Known) -> set[str]:
    """The names that statements give to what calls in them made, or to what is made of that."""
    names: set[str] = set()
    for node in sorted(filter(_binds_value, parts_of(statements)), key=_line):
        target, value = _binding(node)
        calls = (each for each in ast.walk(value) if isinstance(each, ast.Call))
        if any(True for _ in calls) or any(isinstance(each, ast.Name) and each.id in names for each in ast.walk(value)):
            names |= {each.id for each in ast.walk(target) if isinstance(each, ast.Name)}
    return names


def _binds_value(node: ast.AST) -> bool:
    is_item = isinstance(node, ast.withitem) and node.optional_vars is not None
    is_annotated = isinstance(node, ast.AnnAssign) and node.value is not None
    return is_item or is_annotated or isinstance(node, (ast.Assign, ast.For, ast.comprehension, ast.NamedExpr))


def _binding(node: ast.AST) -> tuple[ast.AST, ast.expr]:
    match node:
        case ast.withitem(context_expr=value, optional_vars=ast.expr() as target):
            return target, value
        case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
            return target, value
        case ast.Assign(targets=[target, *_], value=value):
            return target, value
        case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.NamedExpr(target=target, value=value):
            return target, value
    raise TypeError(node)


def _line(node: ast.AST) -> tuple[int, int]:
    target = _binding(node)[0]
    return getattr(target, "lineno", 0), getattr(target, "col_offset", 0)


def _is_about(node: ast.AST, names: set[str], known: Known) -> bool:
    match node:
        case ast.Call():
            return _is_harmless(node, names, known)
        case ast.Attribute(value=ast.Attribute(), ctx=ast.Load()):
            return root_of(node) in names | known.libraries
        case ast.Attribute(attr="user"):
            return False
    return True


def is_reported(node: ast.AST, known: Known) -> bool:
    """Whether an expression is one that is reported, or the call of a function or method that is."""
    if not isinstance(node, (ast.Call, ast.Attribute)):
        return False
    spans = [known.source.span(node), *([known.source.span(node.func)] if isinstance(node, ast.Call) else [])]
    return not known.reported.isdisjoint(spans)


def _is_harmless(node: ast.Call, names: set[str], known: Known) -> bool:
    if isinstance(node.func, ast.Name):
        return node.func.id in known.plain
    first = node.func
    while isinstance(first, (ast.Attribute, ast.Call, ast.Subscript)):
        first = first.func if isinstance(first, ast.Call) else first.value
    is_text = isinstance(first, (ast.Constant, ast.JoinedStr))
    is_data = isinstance(node.func, ast.Attribute) and node.func.attr in OF_DATA
    return is_text or is_data or (isinstance(first, ast.Name) and first.id in names | known.libraries)


def is_about_thread(statements: Sequence[ast.stmt], place: Span, names: Sequence[str], known: Known) -> bool:
    """Whether what only its thread may use, as a connection of sqlite3, is made among statements and stays there: of
    what is given back each is rows that were fetched."""
    made = made_by(statements, known) | known.libraries
    here = [node for node in parts_of(statements) if isinstance(node, ast.expr) and known.source.span(node) == place]
    values = [node for node in parts_of(statements) if isinstance(node, ast.Assign)]
    given = [each.value for each in values if any(names_bound(target) & set(names) for target in each.targets)]
    are_rows = all(
        isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute) and each.func.attr in FETCHING
        for each in given
    )
    return all(root_of(each) in made for each in here) and are_rows
