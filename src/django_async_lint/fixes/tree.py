"""One file as libcst reads it: the expression at a place, what stands around it, and the text of a node.

Nothing here decides what to write.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import libcst as cst
from libcst.metadata import CodePosition, CodeRange, MetadataWrapper, PositionProvider

from django_async_lint.fixes.edits import line_starts, offset, position
from django_async_lint.fixes.masking import masked
from django_async_lint.source import LINE_END, Position, Span, tree_of

Node = TypeVar("Node", bound=cst.CSTNode)
FORM_FEED = re.compile(r"[ \t\f]*\f")
"""Begins the indentation of a line anew, which libcst counts otherwise."""
LINES_WITH_FORM_FEED = re.compile(rf"(?<![^\r\n]){FORM_FEED.pattern}")
COMPREHENSIONS = (cst.ListComp, cst.SetComp, cst.DictComp)


@dataclass(frozen=True)
class Tree:
    """A parsed file. `text` is all of it, `module` the part that was asked for, in its place."""

    text: str
    module: cst.Module
    _wrapper: MetadataWrapper
    _shortened: tuple[Span, ...] = ()
    """Stretches that `module` does not hold as they are written."""

    @cached_property
    def _lines(self) -> list[str]:
        return LINE_END.split(self.text)

    @cached_property
    def _ranges(self) -> dict[cst.CSTNode, CodeRange]:
        return dict(self._wrapper.resolve(PositionProvider))

    @cached_property
    def _parents(self) -> dict[cst.CSTNode, cst.CSTNode]:
        found: dict[cst.CSTNode, cst.CSTNode] = {}
        pending: list[cst.CSTNode] = [self.module]
        while pending:
            node = pending.pop()
            for child in _children(node):
                found[child] = node
                pending.append(child)
        return found

    @cached_property
    def _expressions(self) -> dict[Span, cst.BaseExpression]:
        return {self.span(node): node for node in self._ranges if isinstance(node, cst.BaseExpression)}

    def expression(self, start: Position, end: Position) -> cst.BaseExpression | None:
        """The expression that stands exactly there."""
        return self._expressions.get(Span(start, end))

    def span(self, node: cst.CSTNode) -> Span:
        """Where a node stands, its own parentheses left out."""
        found = self._ranges[node]
        return Span(self._position(found.start), self._position(found.end))

    def _position(self, found: CodePosition) -> Position:
        fed = FORM_FEED.match(self._lines[found.line - 1])
        return Position(found.line, found.column + 1 + (fed.end() if fed is not None else 0))

    def outer_span(self, node: cst.BaseExpression) -> Span:
        """Where a node in one pair of parentheses stands with them, nothing but white space between."""
        starts, span = line_starts(self.text), self.span(node)
        start = self.text.rindex("(", 0, offset(starts, span.start))
        end = self.text.index(")", offset(starts, span.end)) + 1
        return Span(position(starts, start), position(starts, end))

    def keyword_of(self, clause: cst.CompFor) -> Position:
        """Where the `for` of a comprehension's clause stands; libcst counts the space before it in."""
        line, column = self.span(clause).start
        while (rest := self._lines[line - 1][column - 1 :].lstrip())[:1] in ("", "#", "\\"):
            line, column = line + 1, 1
        return Position(line, len(self._lines[line - 1]) - len(rest) + 1)

    def line(self, number: int) -> str:
        """A line of the text, counted from 1, without its end."""
        return self._lines[number - 1]

    def text_of(self, span: Span) -> str:
        """The text from one place to another, as it is written."""
        starts = line_starts(self.text)
        return self.text[offset(starts, span.start) : offset(starts, span.end)]

    def keyword_after_async(self, statement: cst.For | cst.With) -> Position:
        """Where the `for` or `with` of a statement stands."""
        start = self.span(statement).start
        if statement.asynchronous is None:
            return start
        rest = self.line(start.line)[start.column - 1 :].removeprefix("async")
        return Position(start.line, start.column + len("async") + len(rest) - len(rest.lstrip()))

    def is_inside_block(self, place: Position, start: Position, end: Position) -> bool:
        """Whether a place lies in the `with` statement whose item stands from `start` to `end`."""
        item = self.expression(start, end)
        statement = self.nearest(item, cst.With) if item is not None else None
        if statement is None:
            return False
        span = self.span(statement)
        return span.start <= place <= span.end

    def parent(self, node: cst.CSTNode) -> cst.CSTNode:
        """The node around a node."""
        return self._parents[node]

    def around(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The nodes around a node, the nearest first."""
        while (above := self._parents.get(node)) is not None:
            yield above
            node = above

    def nearest(self, node: cst.CSTNode, kind: type[Node]) -> Node | None:
        """The nearest node of a kind around a node."""
        return next((each for each in self.around(node) if isinstance(each, kind)), None)

    def code(self, node: cst.CSTNode) -> str:
        """The text of a node as it is written."""
        span = self.span(node)
        if not any(span.start <= each.start and each.end <= span.end for each in self._shortened):
            return self.module.code_for_node(node)
        depth = len(node.lpar) if isinstance(node, cst.BaseExpression) else 0
        return "(" * depth + self.text_of(span) + ")" * depth


def parsed(text: str, wanted: Iterable[Span]) -> Tree | None:
    """The file of a text, as far as these places need it; None where it cannot be read."""
    try:
        part, shortened = masked(text, tree_of(text), wanted)
        for attempt, left_out in ((part, shortened), (text, [])):
            with suppress(cst.ParserSyntaxError):
                module = cst.parse_module(LINES_WITH_FORM_FEED.sub("", attempt))
                wrapper = MetadataWrapper(module, unsafe_skip_copy=True)
                return Tree(text, wrapper.module, wrapper, tuple(left_out))
    except (SyntaxError, ValueError, RecursionError):
        pass
    return None


def _children(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """What a node is made of; libcst's own `children` visits it for that."""
    for name in type(node).__dataclass_fields__:
        value = getattr(node, name)
        if isinstance(value, cst.CSTNode):
            yield value
        elif isinstance(value, (list, tuple)):
            yield from (each for each in value if isinstance(each, cst.CSTNode))


def may_await(tree: Tree, node: cst.CSTNode) -> bool:
    """Whether `await` may be written at a node: in the body of an `async def`, and in none of the scopes inside it."""
    inner = node
    for outer in tree.around(node):
        match outer:
            case cst.FunctionDef():
                return outer.asynchronous is not None and inner is outer.body
            case cst.Lambda() | cst.ClassDef() | cst.Annotation():
                return False
            case cst.GeneratorExp() if not _is_first_source(tree, outer, node):
                return False
        inner = outer
    return False


def _is_first_source(tree: Tree, generator: cst.GeneratorExp, node: cst.CSTNode) -> bool:
    """Whether a node stands in the first iterable of a generator expression, which is evaluated where it is written."""
    source = generator.for_in.iter
    return node is source or source in set(tree.around(node))
