"""The part of a file that its fixes look at: libcst takes its time for every node, and its square for a chain of calls.

Statements in which nothing is mended are left out, and so is most of large literals and long chains; their lines stay
empty, so that every place is where it was.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence, Set

from django_async_lint.fixes.edits import line_starts, offset
from django_async_lint.source import Source, Span

CONTENT = re.compile(r"[^\r\n]")
FEW = 50
"""How many elements of a literal, and how many links of a chain, are worth no trouble."""
DATA = (
    ast.Constant, ast.Name, ast.expr_context, ast.UnaryOp, ast.unaryop, ast.BinOp, ast.operator, ast.Tuple, ast.List,
    ast.Set, ast.Dict,
)  # fmt: skip
LINKS = (*DATA, ast.Attribute, ast.Call, ast.keyword, ast.Subscript, ast.Slice)
Literal = ast.List | ast.Tuple | ast.Set | ast.Dict
Link = ast.Attribute | ast.Call | ast.Subscript


def masked(text: str, tree: ast.Module, wanted: Iterable[Span]) -> tuple[str, list[Span]]:
    """The text without what holds none of the wanted places, and the stretches that are not as they were written."""
    spans = sorted(set(wanted))
    lines = {line for span in spans for line in range(span.start.line, span.end.line + 1)}
    left_out = set(_left_out(tree.body, lines, may_be_empty=True))
    starts = [*line_starts(text), len(text)]
    shortened = list(_shortened(tree.body, left_out, Source("", "", text), spans))
    stretches = [(offset(starts, span.start), offset(starts, span.end), sign) for span, sign in shortened]
    stretches += [(starts[line - 1], starts[line], ("", "")) for line in left_out if line < len(starts)]
    return _blanked(text, stretches), [span for span, _ in shortened]


def _blanked(text: str, stretches: Iterable[tuple[int, int, tuple[str, str]]]) -> str:
    """The text with nothing but line ends in some stretches, and two signs at the ends of each."""
    parts: list[str] = []
    done = 0
    for start, end, (first, last) in sorted(stretches):
        inner = text[start + len(first) : end - len(last)]
        parts += [text[done:start], first, CONTENT.sub(" ", inner), last]
        done = end
    return "".join([*parts, text[done:]])


def _left_out(body: Sequence[ast.stmt], lines: Set[int], may_be_empty: bool = False) -> Iterator[int]:
    """The lines of statements that hold none of the wanted lines; never all that a block has."""
    kept = [node for node in body if not lines.isdisjoint(_span(node))]
    if not kept and not may_be_empty:
        return
    beside = {line for node in kept for line in _span(node)}
    for node in body:
        if lines.isdisjoint(_span(node)):
            yield from (line for line in _span(node) if line not in beside)
    for node in kept:
        blocks = list(_blocks(node))
        inside = {line for block in blocks for each in block for line in _span(each)}
        if lines & set(_span(node)) <= inside:
            for block in blocks:
                yield from _left_out(block, lines)


def _blocks(node: ast.stmt) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        if block := getattr(node, name, None):
            yield block
    for part in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
        yield part.body


def _span(node: ast.stmt) -> range:
    decorators = getattr(node, "decorator_list", ())
    first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
    return range(first, (node.end_lineno or node.lineno) + 1)


def _shortened(
    body: Sequence[ast.stmt], left_out: Set[int], source: Source, wanted: Sequence[Span]
) -> Iterator[tuple[Span, tuple[str, str]]]:
    """What can be left out of large literals and long chains, each with the signs that stand for it."""
    pending: list[ast.AST] = list(body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.stmt) and node.lineno in left_out:
            continue
        if isinstance(node, Literal) and len(_elements(node)) > FEW:
            yield from _runs(node, source, wanted)
        links = _links(node) if isinstance(node, Link) else []
        if links and not _holds_any(source.span(links[-1]), wanted) and _is_made_of(LINKS, links[-1]):
            yield source.span(links[-1]), ('"""', '"""')
            pending += [child for link in links[:-1] for child in ast.iter_child_nodes(link) if child not in links]
        else:
            pending.extend(ast.iter_child_nodes(node))


def _holds_any(span: Span, wanted: Sequence[Span]) -> bool:
    """Whether a wanted place lies in a stretch, or is it."""
    return any(span.start < each.end <= span.end for each in wanted)


def _elements(node: Literal) -> list[tuple[ast.expr, ast.expr]]:
    """The first and the last expression of each element."""
    if isinstance(node, ast.Dict):
        return [(key or value, value) for key, value in zip(node.keys, node.values, strict=True)]
    return [(each, each) for each in node.elts]


def _runs(node: Literal, source: Source, wanted: Sequence[Span]) -> Iterator[tuple[Span, tuple[str, str]]]:
    """The runs of elements that are data and hold none of the wanted places."""
    signs = ("_:_", "") if isinstance(node, ast.Dict) else ("_", "")
    run: list[Span] = []
    for first, last in (*_elements(node), (None, None)):
        if first is not None and last is not None and _is_made_of(DATA, first, last):
            span = Span(source.span(first).start, source.span(last).end)
            if not _holds_any(span, wanted):
                run.append(span)
                continue
        if len(run) > FEW:
            yield Span(run[0].start, run[-1].end), signs
        run = []


def _links(node: Link) -> list[ast.expr]:
    """The links of a chain from its end, as many as are kept and the rest as the last; nothing of a shorter one."""
    links: list[ast.expr] = [node]
    while isinstance(inner := links[-1], Link):
        if len(links) > FEW:
            return links
        links.append(inner.func if isinstance(inner, ast.Call) else inner.value)
    return []


def _is_made_of(kinds: tuple[type[ast.AST], ...], *roots: ast.AST) -> bool:
    return all(isinstance(node, kinds) for root in roots for node in ast.walk(root))
