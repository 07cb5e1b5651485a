"""The text of a template in, its nodes out. Nothing is looked up and nothing is evaluated.

A tag that is not known is opaque, and with it everything up to its end tag.
"""

import ast
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from django_async_lint.knowledge import django_templates
from django_async_lint.project.template_syntax import (
    Arguments,
    Atom,
    Block,
    Condition,
    Expression,
    Filter,
    For,
    If,
    Include,
    Literal,
    Lookup,
    Node,
    Nodes,
    Operation,
    Output,
    Parsed,
    Regroup,
    With,
)
from django_async_lint.source import LINE_END, Position, Span

OPENING = re.compile(r"{[%{#]")
CLOSING = {"%": "%}", "{": "}}", "#": "#}"}
KINDS = {"%": "tag", "{": "variable", "#": "comment"}
QUOTED = r"\"(?:[^\"\\]|\\.)*\"?|'(?:[^'\\]|\\.)*'?"
BIT = re.compile(rf"(?:[^\s\"']|{QUOTED})+")
PIECE = re.compile(rf"(?:[^|\"']|{QUOTED})+")
BEFORE_ARGUMENT = re.compile(r"\s*(\w+)\s*(?::\s*)?")
PATH = re.compile(r"[A-Za-z_]\w*(?:\.\w+)*")
NUMBER = re.compile(r"[-+]?\d+(?:\.\d*)?")
KEYWORD = re.compile(r"(\w+)=")
FOR = re.compile(r"for\s+(?P<targets>[\w\s,]+?)\s+in\s+(?P<sequence>.+?)(?P<reversed>\s+reversed)?$")
WORDS = {"True": True, "False": False, "None": None}
COMPARISONS = ("==", "!=", "<", ">", "<=", ">=")


class TemplateSyntaxError(Exception):
    """A template that this reader does not understand."""


class Token(NamedTuple):
    """A variable or tag: its text without braces, and the offset of that in the template."""

    kind: str
    text: str
    start: int

    @property
    def name(self) -> str:
        """The first word of a tag."""
        return self.text.split(None, 1)[0] if self.kind == "tag" and self.text else ""

    @property
    def bits(self) -> list[tuple[str, int]]:
        """The words of a tag behind its name, each with its offset; quoted text holds together."""
        return [(bit[0], self.start + bit.start()) for bit in BIT.finditer(self.text)][1:]


def parse(text: str) -> Parsed:
    """The nodes of a template's text. Raises TemplateSyntaxError."""
    return _Parser(text).parse()


def tokens(text: str) -> Iterator[Token]:
    """The variables and tags of a template, without what stands in comments and between `verbatim`."""
    until = ""
    for kind, start, end in _stretches(text):
        inner = text[start:end]
        token = Token(kind, inner.strip(), start + len(inner) - len(inner.lstrip()))
        if until:
            until = "" if kind == "tag" and token.text == until else until
        elif token.name == "verbatim":
            until = f"end{token.text}"
        elif token.name == "comment":
            until = "endcomment"
        elif kind != "comment":
            yield token


def _stretches(text: str) -> Iterator[tuple[str, int, int]]:
    """The insides of all braces, each on one line, by kind and offsets."""
    done = 0
    unclosed: dict[str, int] = {}
    """Kind -> the end of the line on which nothing closes it any more."""
    for match in OPENING.finditer(text):
        sign, start = match[0][1], match.end()
        if match.start() < done or start <= unclosed.get(sign, -1):
            continue
        line_end = text.find("\n", start)
        line_end = line_end if line_end >= 0 else len(text)
        end = text.find(CLOSING[sign], start, line_end)
        if end < 0:
            unclosed[sign] = line_end
            continue
        yield KINDS[sign], start, end
        done = end + 2


class _Parser:
    """One pass over the tokens of a template."""

    def __init__(self, text: str) -> None:
        self.tokens = list(tokens(text))
        self.ends = {token.name for token in self.tokens if token.name.startswith("end")}
        self.index = 0
        self.line_starts = [0, *(match.end() for match in LINE_END.finditer(text))]
        self.parsed = Parsed()

    def parse(self) -> Parsed:
        nodes, _ = self.until()
        self.parsed.nodes = nodes
        return self.parsed

    def until(self, *ends: str) -> tuple[Nodes, Token]:
        """The nodes up to a tag of one of these names, and that tag; without names up to the end."""
        found: list[Node] = []
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            if token.kind == "variable":
                found.append(Output(self.expression(token.text, token.start)))
            elif token.name in ends:
                return tuple(found), token
            else:
                found.extend(self.tag(token))
        if ends:
            raise TemplateSyntaxError(f"no {ends[-1]}")
        return tuple(found), Token("end", "", 0)

    def tag(self, token: Token) -> Iterable[Node]:
        """What a tag and its body give."""
        handler = HANDLERS.get(token.name)
        if handler is not None:
            return handler(self, token)
        name = token.name
        if name in django_templates.WITHOUT_VALUES:
            return self.opaque(token)
        found: list[Node] = []
        if name in django_templates.READ_ARGUMENTS:
            found.append(self.arguments(token, django_templates.READ_ARGUMENTS[name]))
        if name in django_templates.TRANSPARENT:
            body, end = self.until("else", f"end{name}")
            found.extend(body)
            if end.name == "else":
                found.extend(self.until(f"end{name}")[0])
            return found
        return found or self.unknown(token)

    def opaque(self, token: Token) -> list[Node]:
        """A tag of which only the name it may bind is known."""
        target = _target(token.bits)
        return [Arguments((), "", target)] if target else []

    def unknown(self, token: Token) -> list[Node]:
        """A tag that is not Django's: what stands between it and its end tag is rendered or not."""
        self.parsed.is_whole = False
        end = f"end{token.name}"
        if token.name.startswith("end") or token.name in ("else", "elif", "empty", "plural", ""):
            raise TemplateSyntaxError(f"{token.name} without its beginning")
        if end in self.ends:
            depth = 1
            places = range(self.index, len(self.tokens))
            for place in places:
                depth += (self.tokens[place].name == token.name) - (self.tokens[place].name == end)
                if not depth:
                    self.index = place + 1
                    return []
        return self.opaque(token)

    def arguments(self, token: Token, how: str) -> Arguments:
        """The arguments of a tag as expressions; what stands behind `as` is a name."""
        bits = token.bits
        words = [bit for bit, _ in bits]
        stop = words.index("as") if "as" in words else len(words)
        values = []
        for bit, start in bits[:stop]:
            keyword = KEYWORD.match(bit)
            skipped = keyword.end() if keyword is not None else 0
            values.append(self.expression(bit[skipped:], start + skipped))
        return Arguments(tuple(values), how, _target(bits))

    def bindings(self, bits: list[tuple[str, int]]) -> tuple[tuple[str, Expression], ...]:
        """`a=b c=d`, or `b as a` as it was written before."""
        words = [bit for bit, _ in bits]
        if len(bits) == 3 and words[1] == "as":
            return ((words[2], self.expression(*bits[0])),)
        found = []
        for bit, start in bits:
            keyword = KEYWORD.match(bit)
            if keyword is not None:
                found.append((keyword[1], self.expression(bit[keyword.end() :], start + keyword.end())))
        return tuple(found)

    # Expressions.

    def expression(self, text: str, start: int) -> Expression:
        """`value|filter:argument`."""
        pieces = [(match[0], start + match.start()) for match in PIECE.finditer(text)]
        atom = self.atom(*pieces[0]) if pieces else None
        filters = []
        for piece, offset in pieces[1:]:
            head = BEFORE_ARGUMENT.match(piece)
            if head is None:
                raise TemplateSyntaxError(text)
            rest = piece[head.end() :]
            filters.append(Filter(head[1], self.atom(rest, offset + head.end()) if rest.strip() else None))
        if isinstance(atom, Lookup):
            return Expression(atom, tuple(filters), atom.nodes[-1])
        node = ast.Constant(None)
        self.place(node, start, start + len(text))
        return Expression(atom, tuple(filters), node)

    def atom(self, text: str, start: int) -> Atom:
        """A literal or the path of a variable."""
        start += len(text) - len(text.lstrip())
        text = text.strip()
        if text.startswith("_(") and text.endswith(")"):
            text, start = text[2:-1], start + 2
        if text[:1] in ("'", '"'):
            return Literal(text[1:-1])
        if text in WORDS:
            return Literal(WORDS[text])
        if NUMBER.fullmatch(text):
            return Literal(float(text) if "." in text else int(text))
        if PATH.fullmatch(text) is None:
            return None
        nodes: list[ast.Name | ast.Attribute] = []
        end = start
        for name in text.split("."):
            node = ast.Attribute(nodes[-1], name, ast.Load()) if nodes else ast.Name(name, ast.Load())
            end += len(name)
            self.place(node, start, end)
            end += 1
            nodes.append(node)
        return Lookup(tuple(nodes))

    def place(self, node: ast.expr, start: int, end: int) -> None:
        """Notes where a node is written, given by offsets."""
        span = Span(self.position(start), self.position(end))
        node.lineno = node.end_lineno = span.start.line
        node.col_offset = node.end_col_offset = 0
        self.parsed.spans[node] = span

    def position(self, offset: int) -> Position:
        """The place of an offset in the text."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def condition(self, bits: list[tuple[str, int]]) -> Condition:
        """The condition of `{% if %}`."""
        rest = list(reversed(bits))
        found = self._either(rest)
        if rest:
            raise TemplateSyntaxError(rest[-1][0])
        return found

    def _either(self, rest: list[tuple[str, int]]) -> Condition:
        operands = [self._both(rest)]
        while _takes(rest, "or"):
            operands.append(self._both(rest))
        return operands[0] if len(operands) == 1 else Operation("or", tuple(operands))

    def _both(self, rest: list[tuple[str, int]]) -> Condition:
        operands = [self._negated(rest)]
        while _takes(rest, "and"):
            operands.append(self._negated(rest))
        return operands[0] if len(operands) == 1 else Operation("and", tuple(operands))

    def _negated(self, rest: list[tuple[str, int]]) -> Condition:
        return Operation("not", (self._negated(rest),)) if _takes(rest, "not") else self._contained(rest)

    def _contained(self, rest: list[tuple[str, int]]) -> Condition:
        found = self._compared(rest)
        while _takes(rest, "in") or _takes(rest, "not", "in"):
            found = Operation("in", (found, self._compared(rest)))
        return found

    def _compared(self, rest: list[tuple[str, int]]) -> Condition:
        found: Condition = self._operand(rest)
        while any(_takes(rest, each) for each in COMPARISONS) or _takes(rest, "is", "not") or _takes(rest, "is"):
            found = Operation("compare", (found, self._operand(rest)))
        return found

    def _operand(self, rest: list[tuple[str, int]]) -> Expression:
        if not rest:
            raise TemplateSyntaxError("an operand is missing")
        return self.expression(*rest.pop())


def _takes(rest: list[tuple[str, int]], *words: str) -> bool:
    """Takes these words from what is left of a condition (its end first), if they come next."""
    if [bit for bit, _ in reversed(rest[-len(words) :])] != list(words):
        return False
    del rest[-len(words) :]
    return True


def _target(bits: list[tuple[str, int]]) -> str:
    """The name that a tag binds: `... as name`."""
    words = [bit for bit, _ in bits]
    return words[-1] if len(words) > 1 and words[-2] == "as" else ""


def _if(parser: _Parser, token: Token) -> list[Node]:
    branches: list[tuple[Condition | None, Nodes]] = []
    while token.name != "endif":
        condition = parser.condition(token.bits) if token.name != "else" else None
        body, token = parser.until("elif", "else", "endif")
        branches.append((condition, body))
    return [If(tuple(branches))]


def _for(parser: _Parser, token: Token) -> list[Node]:
    match = FOR.match(token.text)
    if match is None:
        raise TemplateSyntaxError(token.text)
    sequence = parser.expression(match["sequence"], token.start + match.start("sequence"))
    targets = tuple(name.strip() for name in match["targets"].split(","))
    body, end = parser.until("empty", "endfor")
    empty = parser.until("endfor")[0] if end.name == "empty" else ()
    return [For(targets, sequence, body, empty)]


def _with(parser: _Parser, token: Token) -> list[Node]:
    bindings = parser.bindings(token.bits)
    return [With(bindings, parser.until("endwith")[0])]


def _include(parser: _Parser, token: Token) -> list[Node]:
    bits = token.bits
    if not bits:
        raise TemplateSyntaxError(token.text)
    is_only = any(bit == "only" for bit, _ in bits[1:])
    return [Include(parser.expression(*bits[0]), parser.bindings(bits[1:]), is_only)]


def _extends(parser: _Parser, token: Token) -> list[Node]:
    bits = token.bits
    if len(bits) != 1:
        raise TemplateSyntaxError(token.text)
    parser.parsed.parent = parser.expression(*bits[0])
    return []


def _block(parser: _Parser, token: Token) -> list[Node]:
    bits = token.bits
    if len(bits) != 1:
        raise TemplateSyntaxError(token.text)
    block = Block(bits[0][0], parser.until("endblock")[0])
    parser.parsed.blocks[block.name] = block
    return [block]


def _regroup(parser: _Parser, token: Token) -> list[Node]:
    bits = token.bits
    if [bit for bit, _ in bits[1::2]] != ["by", "as"] or len(bits) != 5:
        raise TemplateSyntaxError(token.text)
    path = tuple(bits[2][0].partition("|")[0].split("."))
    return [Regroup(parser.expression(*bits[0]), path, bits[4][0])]


def _translated(parser: _Parser, token: Token) -> list[Node]:
    bindings = parser.bindings(token.bits)
    body, end = parser.until("plural", f"end{token.name}")
    if end.name == "plural":
        body += parser.until(f"end{token.name}")[0]
    return [With(bindings, body)]


HANDLERS: dict[str, Callable[[_Parser, Token], list[Node]]] = {
    "if": _if,
    "for": _for,
    "with": _with,
    "include": _include,
    "extends": _extends,
    "block": _block,
    "regroup": _regroup,
    "blocktranslate": _translated,
    "blocktrans": _translated,
}
