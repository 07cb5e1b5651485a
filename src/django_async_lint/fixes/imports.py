"""Imports that fixes need and leave over: where one goes, and which are no longer used.

The place is that of isort: sorted among imports of its own section, else where that section would stand. Only imports
at the top of a module count.
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeGuard

from django_async_lint.diagnostic import Edit
from django_async_lint.fixes.scopes import Scope, bound_in, functions_at, names_in, own_nodes, parsed
from django_async_lint.source import LINE_END, Position, Source, Span, tree_of

HEAD = re.compile(r"#!|#.*coding[:=]")
NOTHING = re.compile(r"[ \t]*;?[ \t]*(#.*)?$")
SEPARATED, SEPARATING = re.compile(r"[ \t]*;[ \t]*(?=[^\s#])"), re.compile(r"[ \t]*;[ \t]*$")
"""What stands between an import and the next statement of its line; and before an import that is the last there."""
FUTURE, STANDARD, OTHER, LOCAL = range(4)


def imported(text: str, line: int, module: str, name: str = "") -> tuple[str, list[Edit]]:
    """How code on a line writes `module` (or `name` of it), and the edits that import it: none when it is imported
    already. Where the name means something else there, it is imported under another one."""
    tree = parsed(text)
    known = _known(tree.body, module, name)
    for scope in reversed(functions_at(text, line)):
        here = _known([each for each in scope.body if each.lineno < line], module, name)
        if here and _means(scope, here, module, name):
            return here, []
        if (known or name or module) in bound_in(scope):
            return _renamed(text, tree, module, name)
    if known and _means(tree, known, module, name):
        return known, []
    if known or not _may_bind(tree, module, name):
        return _renamed(text, tree, module, name)
    return _added(text, tree, module, name, name or module)


def _renamed(text: str, tree: ast.Module, module: str, name: str) -> tuple[str, list[Edit]]:
    """The import under a name that nothing in the file has; one that is there already is taken."""
    taken, free = names_in(tree), f"_{name or module}"
    while free in taken:
        if _known(tree.body, module, name, free):
            return free, []
        free = f"_{free}"
    return _added(text, tree, module, name, free)


def _added(text: str, tree: ast.Module, module: str, name: str, bound: str) -> tuple[str, list[Edit]]:
    """The edit that imports a module or a name of it, bound to a name of the file."""
    beside = _beside(tree, module) if name else None
    written = f"{name or module} as {bound}" if bound != (name or module) else name or module
    if beside is not None:
        return bound, [_insertion(text, beside, name, written)]
    statement = f"from {module} import {written}" if name else f"import {written}"
    place, blank_before, blank_after = _place(text, tree, module, bool(name))
    end = _line_end(text)
    content = f"{end if blank_before else ''}{statement}{end}{end if blank_after else ''}"
    if place > len(LINE_END.split(text)):  # the last line has no end
        content = f"{end}{content}"
    return bound, [Edit("", Position(place, 1), Position(place, 1), content)]


def _means(scope: Scope | ast.Module, bound: str, module: str, name: str) -> bool:
    """Whether nothing but imports of a module, or of the name of it, bind a name in a scope."""
    imports = [node for node in own_nodes(scope) if isinstance(node, (ast.Import, ast.ImportFrom))]
    others = [node for node in imports if any(_binds_another(node, alias, bound, module, name) for alias in node.names)]
    return not others and bound not in bound_in(scope, imports)


def _binds_another(node: ast.stmt, alias: ast.alias, bound: str, module: str, name: str) -> bool:
    """Whether a name of an import is `bound`, and means something else."""
    if (alias.asname or alias.name.partition(".")[0]) != bound:
        return False
    return not _imports_from(node, module, name) or (alias.name != (name or module) and bool(name or alias.asname))


def _may_bind(tree: ast.Module, module: str, name: str) -> bool:
    """Whether an import at the top of a module may bind a name: it has it for nothing else."""
    elsewhere = {each for node in ast.walk(tree) if isinstance(node, ast.Global) for each in node.names}
    return (name or module) not in elsewhere and _means(tree, name or module, module, name)


def is_called_as(text: str, written: str, module: str, names: frozenset[str]) -> bool:
    """Whether code that is written so means one of `names` of `module`, by the imports at the top."""
    owner, _, name = written.rpartition(".")
    body = parsed(text).body
    if owner:
        return name in names and _known(body, module, "") == owner
    return any(_known(body, module, each) == written for each in names)


def defines(text: str, name: str) -> bool:
    """Whether a module defines a function of this name at its top."""
    return any(isinstance(node, Scope) and node.name == name for node in parsed(text).body)


def _known(body: Sequence[ast.stmt], module: str, name: str, bound: str = "") -> str:
    """What an import among statements calls it, or whether one calls it `bound`; empty when there is none."""
    for node in body:
        for alias in node.names if _imports_from(node, module, name) else ():
            if alias.name == (name or module) and (not bound or alias.asname == bound):
                return alias.asname or alias.name
    return ""


def _imports_from(node: ast.stmt, module: str, name: str) -> TypeGuard[ast.Import | ast.ImportFrom]:
    if name:
        return isinstance(node, ast.ImportFrom) and node.module == module and not node.level
    return isinstance(node, ast.Import)


def _beside(tree: ast.Module, module: str) -> ast.ImportFrom | None:
    """The import at the top that takes other names from a module."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == module and not node.level:
            return None if any(alias.name == "*" for alias in node.names) else node
    return None


def _insertion(text: str, node: ast.ImportFrom, name: str, written: str) -> Edit:
    """The edit that adds a name to an import, before the first name that sorts after it."""
    source = Source("", "", text)
    order = _order([alias.name for alias in node.names])
    later = next((alias for alias in node.names if order(alias.name) > order(name)), None)
    if later is None:
        place = source.span(node.names[-1]).end
        return Edit("", place, place, f", {written}")
    place = source.span(later).start
    return Edit("", place, place, f"{written}, ")


def _order(names: Sequence[str]) -> Callable[[str], tuple[int, str]]:
    """How the names of an import are sorted: constants, classes and the rest apart, as isort and ruff do, but where
    they stand in the order of the alphabet alone."""
    if names != sorted(names, key=_by_kind) and names == sorted(names, key=str.lower):
        return lambda name: (0, name.lower())
    return _by_kind


def _by_kind(name: str) -> tuple[int, str]:
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2), name.lower()


def unused(before: str, after: str) -> list[Edit]:
    """The edits of `after` that take away imports whose names only `before` uses."""
    old, new = tree_of(before), tree_of(after)
    imports = list(_imports(new))
    left_over = (_used(old) - _used(new)) & {name for node in imports for name in _bound(node)}
    source = Source("", "", after)
    whole: defaultdict[int, list[Span]] = defaultdict(list)
    for node in imports:
        if left_over.issuperset(_bound(node)):
            whole[node.lineno].append(source.span(node))
    edits = [edit for node in imports for edit in _removals(source, node, left_over)]
    return edits + [edit for spans in whole.values() for edit in _without(source, spans)]


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
    """The edits that take some of the names of an import away."""
    gone = [name in names for name in _bound(node)]
    if all(gone):
        return
    places = [source.span(alias) for alias in node.names]
    for index, is_gone in enumerate(gone):
        if is_gone and not all(gone[index:]):
            yield Edit("", places[index].start, places[index + 1].start, "")
        elif is_gone and index == len(places) - 1:
            kept = max(other for other in range(index) if not gone[other])
            yield Edit("", places[kept].end, places[index].end, "")


def _without(source: Source, spans: list[Span]) -> Iterator[Edit]:
    """The edits that take away whole imports that begin on one line: the line with its comment, if nothing else stands
    there, else each with a semicolon."""
    runs = spans[:1]
    for span in spans[1:]:
        if SEPARATING.fullmatch(_rest(source, runs[-1].end)[: span.start.column - runs[-1].end.column]):
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(span)
    for start, end in runs:
        before, after = source.line(start.line)[: start.column - 1], _rest(source, end)
        following, preceding = SEPARATED.match(after), SEPARATING.search(before)
        if following:
            yield Edit("", start, end._replace(column=end.column + following.end()), "")
        elif preceding:
            yield Edit("", start._replace(column=preceding.start() + 1), end, "")
        elif not before.strip() and NOTHING.match(after) and end.line < len(source.lines):
            yield Edit("", Position(start.line, 1), Position(end.line + 1, 1), "")


def _rest(source: Source, position: Position) -> str:
    return source.line(position.line)[position.column - 1 :]


def _place(text: str, tree: ast.Module, module: str, is_from: bool) -> tuple[int, bool, bool]:
    """The line before which the import goes, and whether an empty line is wanted before and after it."""
    statements = list(_leading_imports(tree))
    if not statements:
        line = _after_head(text, tree)
        return line, line > 1 and bool(LINE_END.split(text)[line - 2].strip()), True
    mine = (_section(module, 0), is_from, module.lower())
    for position, node in enumerate(statements):
        if _key(node) > mine:
            starts_section = _key(node)[0] != mine[0]
            if starts_section and position and _key(statements[position - 1])[0] == mine[0]:
                return _end(statements[position - 1]), False, False
            if node.lineno < _after_head(text, tree):
                break  # on the line of a docstring
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


def _after_head(text: str, tree: ast.Module) -> int:
    """The first line after the docstring, or after comments that are no statement's: `#!`, an encoding, a licence."""
    first = tree.body[0] if tree.body else None
    if first is not None and _is_text(first):
        return _end(first)
    lines = LINE_END.split(text)
    comments = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    if comments < len(lines) and not lines[comments].strip():
        return comments + 1 + bool(comments)
    return 1 + sum(HEAD.match(line) is not None for line in lines[: min(comments, 2)])


def _end(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) + 1


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _line_end(text: str) -> str:
    """The line end that a file uses first."""
    found = LINE_END.search(text)
    return found[0] if found is not None else "\n"
