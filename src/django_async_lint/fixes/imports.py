"""Imports that fixes need and leave over: where one goes, and which are no longer used.

The place is that of isort: sorted among imports of its own section, else where that section would stand. Only imports
at the top of a module count.
"""

import ast
import sys
from collections.abc import Iterator
from functools import lru_cache

from django_async_lint.diagnostic import Edit
from django_async_lint.source import Position, Source

FUTURE, STANDARD, OTHER, LOCAL = range(4)


def imported(text: str, module: str, name: str = "") -> tuple[str, list[Edit]]:
    """How code writes `module` (or `name` of it), and the edits that import it: none when it is imported already.

    Only imports at the top of the module count, and only where nothing else there binds the same name.
    """
    tree = _parsed(text)
    known = _known(tree, module, name)
    if known:
        return known, []
    beside = _beside(tree, module) if name else None
    if beside is not None:
        return name, [_insertion(text, beside, name)]
    statement = f"from {module} import {name}" if name else f"import {module}"
    place, blank_before, blank_after = _place(tree, module, bool(name))
    end = _line_end(text)
    content = f"{end if blank_before else ''}{statement}{end}{end if blank_after else ''}"
    return name or module, [Edit("", Position(place, 1), Position(place, 1), content)]


def is_called_as(text: str, written: str, module: str, names: frozenset[str]) -> bool:
    """Whether code that is written so means one of `names` of `module`, by the imports at the top."""
    owner, _, name = written.rpartition(".")
    tree = _parsed(text)
    if owner:
        return name in names and _known(tree, module, "") == owner
    return any(_known(tree, module, each) == written for each in names)


def defines(text: str, name: str) -> bool:
    """Whether a module defines a function of this name at its top."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return any(isinstance(node, functions) and node.name == name for node in _parsed(text).body)


@lru_cache(maxsize=4)
def _parsed(text: str) -> ast.Module:
    """The syntax tree of a text, kept for the many findings of one file."""
    return ast.parse(text)


def _known(tree: ast.Module, module: str, name: str) -> str:
    """What an import at the top calls it; empty when there is none."""
    for node in tree.body:
        if isinstance(node, ast.Import) and not name:
            for alias in node.names:
                if alias.name == module:
                    return alias.asname or alias.name
        if isinstance(node, ast.ImportFrom) and name and node.module == module and not node.level:
            for alias in node.names:
                if alias.name == name:
                    return alias.asname or alias.name
    return ""


def _beside(tree: ast.Module, module: str) -> ast.ImportFrom | None:
    """The import at the top that takes other names from a module."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == module and not node.level:
            return None if any(alias.name == "*" for alias in node.names) else node
    return None


def _insertion(text: str, node: ast.ImportFrom, name: str) -> Edit:
    """The edit that adds a name to an import, before the first name that sorts after it."""
    source = Source("", "", text)
    later = next((alias for alias in node.names if alias.name.lower() > name.lower()), None)
    if later is None:
        place = source.span(node.names[-1]).end
        return Edit("", place, place, f", {name}")
    place = source.span(later).start
    return Edit("", place, place, f"{name}, ")


def unused(before: str, after: str) -> list[Edit]:
    """The edits of `after` that take away imports whose names only `before` uses."""
    old, new = ast.parse(before), ast.parse(after)
    imports = list(_imports(new))
    left_over = (_used(old) - _used(new)) & {name for node in imports for name in _bound(node)}
    source = Source("", "", after)
    return [edit for node in imports for edit in _removals(source, node, left_over)]


def _imports(tree: ast.Module) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports of a module and of its functions; none that an `if` or `try` decides on, or that is all there is."""
    for scope in (tree, *(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))):
        found = [node for node in scope.body if isinstance(node, (ast.Import, ast.ImportFrom))]
        yield from found if len(found) < len(scope.body) else ()


def _used(tree: ast.Module) -> set[str]:
    """Names that are read somewhere, and texts that may name one, as in `__all__`."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return names | texts


def _bound(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    return (alias.asname or alias.name.partition(".")[0] for alias in node.names)


def _removals(source: Source, node: ast.Import | ast.ImportFrom, names: set[str]) -> Iterator[Edit]:
    gone = [name in names for name in _bound(node)]
    if not any(gone):
        return
    span = source.span(node)
    if all(gone):
        stands_alone = not (source.line(span.start.line)[: span.start.column - 1] + _rest(source, span.end)).strip()
        end = Position(span.end.line + 1, 1) if stands_alone else span.end
        if stands_alone and span.end.line < len(source.lines):
            yield Edit("", Position(span.start.line, 1), end, "")
        return
    places = [source.span(alias) for alias in node.names]
    for index, is_gone in enumerate(gone):
        if is_gone and not all(gone[index:]):
            yield Edit("", places[index].start, places[index + 1].start, "")
        elif is_gone and index == len(places) - 1:
            kept = max(other for other in range(index) if not gone[other])
            yield Edit("", places[kept].end, places[index].end, "")


def _rest(source: Source, position: Position) -> str:
    return source.line(position.line)[position.column - 1 :]


def _place(tree: ast.Module, module: str, is_from: bool) -> tuple[int, bool, bool]:
    """The line before which the import goes, and whether an empty line is wanted before and after it."""
    statements = list(_leading_imports(tree))
    if not statements:
        line = _after_docstring(tree)
        return line, line > 1, True
    mine = (_section(module, 0), is_from, module.lower())
    for position, node in enumerate(statements):
        if _key(node) > mine:
            starts_section = _key(node)[0] != mine[0]
            if starts_section and position and _key(statements[position - 1])[0] == mine[0]:
                return _end(statements[position - 1]), False, False
            return node.lineno, False, starts_section
    last = statements[-1]
    return _end(last), _key(last)[0] != mine[0], False


def _leading_imports(tree: ast.Module) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports before the first other statement, the docstring apart."""
    for position, node in enumerate(tree.body):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node
        elif not (position == 0 and _is_text(node)):
            return


def _key(node: ast.Import | ast.ImportFrom) -> tuple[int, bool, str]:
    if isinstance(node, ast.Import):
        return _section(node.names[0].name, 0), False, node.names[0].name.lower()
    return _section(node.module or "", node.level), True, (node.module or "").lower()


def _section(module: str, level: int) -> int:
    root = module.partition(".")[0]
    if level:
        return LOCAL
    if root == "__future__":
        return FUTURE
    return STANDARD if root in sys.stdlib_module_names else OTHER


def _after_docstring(tree: ast.Module) -> int:
    first = tree.body[0] if tree.body else None
    return _end(first) if first is not None and _is_text(first) else 1


def _end(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) + 1


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _line_end(text: str) -> str:
    """The line end that a file uses first."""
    place = text.find("\n")
    return "\r\n" if place > 0 and text[place - 1] == "\r" else "\n"
