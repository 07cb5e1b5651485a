"""Syntax newer than the Python that runs us, written in older syntax of the same length.

A project may be written for a Python that ours cannot parse: type parameters and `type` statements (PEP 695),
f-strings that hold quotes of their own kind (PEP 701), t-strings (PEP 750), bare tuples of exceptions (PEP 758). What
matters here of such a file can be said in older words at the same lines and byte offsets: what only types need is left
blank, and a string becomes the tuple of what it formats, which is made a string again in the syntax tree. libcst reads
every grammar up to its own age whatever Python runs it. This module knows text and trees and nothing of what they mean;
it is asked only about what the parser of this Python refuses.
"""

import ast
import re
import tokenize
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeGuard, TypeVar

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider, WhitespaceInclusivePositionProvider

NEWER = re.compile(r"""\b(?:def|class|type)\s+\w+\s*[\[=]|\bexcept\b[^:(\n]*,|\b(?:[rR]?[fFtT]|[fFtT][rR])["']""")
"""Where a text may be newer; all other errors of syntax are told without a second look."""
BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
SEPARATORS = frozenset({",", ";", "="})
DEEPEST = 100
LONGEST_RUN = 500
MOST_TOKENS = 200_000
LINE_START = re.compile(r"\A|(?<=\r\n)|(?<=\n)|(?<=\r)(?!\n)")
Pieces = tuple[cst.CSTNode, ...]
"""The strings that stand side by side and are one."""


def tree_of_newer(text: str) -> ast.Module | None:
    """The syntax tree of a text in newer syntax; None where there is nothing newer in it, or where that is not to be
    had. Lines and UTF-8 offsets are those of the text, but for what follows the `:` of an `except`. Raises SyntaxError
    for a fault that is left without what is newer."""
    if NEWER.search(text) is None or not _is_bounded(text):
        return None
    try:
        wrapper = MetadataWrapper(cst.parse_module(text.replace("\f", " ")), unsafe_skip_copy=True)
        writer = _OlderWriter(text)
        wrapper.visit(writer)
        written = "".join(writer.characters)
    except Exception:  # where a text is nested deeply libcst fails in ways of its own
        return None
    if written == text:
        return None
    tree = ast.parse(written)
    _PutBack(writer.strings, writer.type_parameters).visit(tree)
    return tree


def _is_bounded(text: str) -> bool:
    """Whether a text is nested no deeper than what people write: libcst's parser has no limit and ends the process
    where its stack ends. Counted are brackets and, as operators nest too, tokens without a separator between."""
    lines = iter(text.splitlines(keepends=True))
    depth = run = count = 0
    try:
        for token in tokenize.generate_tokens(lambda: next(lines, "")):
            count += 1
            if token.string in BRACKETS:
                depth = max(depth + BRACKETS[token.string], 0)
            run = 0 if token.string in SEPARATORS or token.type == tokenize.NEWLINE else run + 1
            if depth > DEEPEST or run > LONGEST_RUN or count > MOST_TOKENS:
                return False
    except tokenize.TokenError as error:
        return "string" not in error.args[0]  # which hides what follows; an open bracket is only told at the end
    except SyntaxError:  # of indentation, in the midst: no Python reads that
        return False
    return True


class TypeParameter(NamedTuple):
    """A type parameter of a function or class, as `ast` has it from Python 3.12 on."""

    name: str
    bound: ast.expr | None


class _OlderWriter(cst.CSTVisitor):
    """Writes what is newer over with older syntax, character by character, and keeps by place (line from 1, offset from
    0 in UTF-8 bytes) what the strings were, and the type parameters with their bounds. Each name of a method is
    libcst's."""

    METADATA_DEPENDENCIES = (PositionProvider, WhitespaceInclusivePositionProvider)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.characters = list(text)
        self.strings: dict[tuple[int, int], Pieces] = {}
        self.type_parameters: dict[tuple[int, int], list[tuple[str, str]]] = {}
        self._text = text
        self._starts = [found.start() for found in LINE_START.finditer(text)]
        self._is_told: set[cst.CSTNode] = set()

    # Type parameters and statements.

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        self._keep_type_parameters(node)

    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        self._keep_type_parameters(node)

    def _keep_type_parameters(self, node: cst.FunctionDef | cst.ClassDef) -> None:
        if node.type_parameters is not None:
            variables = (each.param for each in node.type_parameters.params if isinstance(each.param, cst.TypeVar))
            told = [(each.name.value, self._written(each.bound)) for each in variables]
            self.type_parameters[self._place(self._range_without_brackets(node)[0])] = told

    def _written(self, node: cst.CSTNode | None) -> str:
        return "" if node is None else self._text[slice(*self._range(node))]

    def visit_TypeParameters(self, node: cst.TypeParameters) -> bool:
        self._blank_joined(*self._range(node))
        return False

    def visit_TypeAlias(self, node: cst.TypeAlias) -> bool:
        start, value = self._range(node)[0], self._range(node.value)[0]
        self._blank_joined(start, self._text.rindex("=", start, value))
        name = node.name.value
        self.characters[start : start + len(name)] = name
        return False

    # Handlers of several exceptions.

    def visit_ExceptHandler(self, node: cst.ExceptHandler) -> None:
        self._put_in_brackets(node.type)

    def visit_ExceptStarHandler(self, node: cst.ExceptStarHandler) -> None:
        self._put_in_brackets(node.type)

    def _put_in_brackets(self, caught: cst.BaseExpression | None) -> None:
        if _is_bare_tuple_of_classes(caught):
            start, end = self._range(caught)
            self.characters[start - 1] = "("
            self.characters[end - 1] += ")"

    # Strings with something in them.

    def visit_ConcatenatedString(self, node: cst.ConcatenatedString) -> bool:
        return self._is_taken_apart(node)

    def visit_FormattedString(self, node: cst.FormattedString) -> bool:
        return self._is_taken_apart(node)

    def visit_TemplatedString(self, node: "cst.TemplatedString") -> bool:
        return self._is_taken_apart(node)

    def _is_taken_apart(self, node: Any) -> bool:
        """Whether a string is none for this Python; then it is written as the tuple of what it formats."""
        if node in self._is_told:
            return True
        pieces = tuple(self._pieces(node))
        start, end = self._range_without_brackets(pieces[0])[0], self._range_without_brackets(pieces[-1])[1]
        if _is_parsed(self._text[start:end]):
            return False
        self.strings[self._place(start)] = pieces
        for piece in pieces:
            self._take_apart(piece)
        self.characters[start], self.characters[end - 1] = "(", ")"
        return True

    def _pieces(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        self._is_told.add(node)
        if isinstance(node, cst.ConcatenatedString):
            yield from self._pieces(node.left)
            yield from self._pieces(node.right)
        else:
            yield node

    def _take_apart(self, piece: Any) -> None:
        start, end = self._range_without_brackets(piece)
        if isinstance(piece, cst.SimpleString):
            self._blank(start, end)
            return
        self._blank(start, start + len(piece.start))
        self._blank(end - len(piece.end), end)
        for part in piece.parts:
            self._tell(part)

    def _tell(self, part: Any) -> None:
        """What a part of a string formats with a comma behind it, and blanks for all else."""
        start, end = self._range(part)
        if not _is_field(part):
            self._blank(start, end)
            return
        ending = end - 1
        if part.format_spec is not None:
            ending = (self._range(part.format_spec[0])[0] if part.format_spec else ending) - 1
        colon = ending
        if part.conversion:
            ending -= 1 + len(part.conversion)
        if part.equal is not None:
            self._blank(*self._range(part.equal))
        self._blank(start, start + 1)
        self._blank(ending, colon + 1)
        self._blank(end - 1, end)
        self.characters[ending] = ","
        for each in part.format_spec or ():
            self._tell(each)

    # Characters.

    def _place(self, start: int) -> tuple[int, int]:
        line = bisect_right(self._starts, start)
        return line, _size(self._text[self._starts[line - 1] : start])

    def _range(self, node: cst.CSTNode) -> tuple[int, int]:
        """Where a node begins and ends in the text, its brackets too."""
        return self._offsets(self.get_metadata(WhitespaceInclusivePositionProvider, node))

    def _range_without_brackets(self, node: cst.CSTNode) -> tuple[int, int]:
        return self._offsets(self.get_metadata(PositionProvider, node))

    def _offsets(self, place: Any) -> tuple[int, int]:
        start, end = place.start, place.end
        return self._starts[start.line - 1] + start.column, self._starts[end.line - 1] + end.column

    def _blank(self, start: int, end: int) -> None:
        """Leaves blanks of the same size, on as many lines."""
        for at in range(start, end):
            if self._text[at] not in "\r\n":
                self.characters[at] = " " * _size(self._text[at])

    def _blank_joined(self, start: int, end: int) -> None:
        """The same, as one line for Python where no brackets join its lines."""
        self._blank(start, end)
        for at in range(start, end):
            if self._text[at] in "\r\n" and self._text[at - 1 : at + 1] != "\r\n":
                is_empty = self._text[at - 1] in "\r\n"
                self.characters[at - 1] = self.characters[at - 1] + "\\" if is_empty else "\\"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _is_bare_tuple_of_classes(node: cst.BaseExpression | None) -> TypeGuard[cst.Tuple]:
    """Whether several exceptions are caught; `except ValueError, error:` is of Python 2."""
    if not isinstance(node, cst.Tuple) or node.lpar:
        return False
    last = node.elements[-1].value
    return not (len(node.elements) == 2 and isinstance(last, cst.Name) and last.value[:1].islower())


def _is_parsed(code: str) -> bool:
    try:
        ast.parse(f"({code}\n)", mode="eval")
    except SyntaxError:
        return False
    return True


def _is_field(part: cst.CSTNode) -> bool:
    return hasattr(part, "expression")


Definition = TypeVar("Definition", ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class _PutBack(ast.NodeTransformer):
    """Makes the tuples at places of a syntax tree the strings that they were, and gives definitions their
    parameters."""

    def __init__(
        self, strings: dict[tuple[int, int], Pieces], type_parameters: dict[tuple[int, int], list[tuple[str, str]]]
    ) -> None:
        self._strings = strings
        self._type_parameters = type_parameters

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        return self._parametrised(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AsyncFunctionDef:
        return self._parametrised(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        return self._parametrised(node)

    def _parametrised(self, node: Definition) -> Definition:
        self.generic_visit(node)
        told = self._type_parameters.get((node.lineno, node.col_offset), ())
        parameters = [TypeParameter(name, _parsed(bound, node)) for name, bound in told]
        if parameters:
            node.type_params = parameters  # type: ignore[attr-defined,unused-ignore]
        return node

    def visit_Tuple(self, node: ast.Tuple) -> ast.expr:
        """The string that a tuple was, which may hold others."""
        self.generic_visit(node)
        pieces = self._strings.pop((node.lineno, node.col_offset), None)  # a tuple may begin with such a string
        if pieces is None or type(pieces[0]).__name__ == "TemplatedString":
            return node
        given = iter(node.elts)
        values = [value for piece in pieces for value in _values(getattr(piece, "parts", (piece,)), given, node)]
        return ast.copy_location(ast.JoinedStr(values), node)


def _parsed(written: str, place: ast.stmt) -> ast.expr | None:
    if not written:
        return None
    parsed = ast.parse(f"({written})", mode="eval").body
    for node in ast.walk(parsed):
        ast.copy_location(node, place)
    return parsed


def _values(parts: Iterable[Any], given: Iterator[ast.expr], place: ast.expr) -> Iterator[ast.expr]:
    """What an f-string is made of: its texts, and the next of what it formats for each field."""
    for part in parts:
        if not _is_field(part):
            text = ast.literal_eval(part.value) if isinstance(part, cst.SimpleString) else part.value
            yield ast.copy_location(ast.Constant(text), place)
            continue
        value = _next(part.expression, given, place)
        conversion = part.conversion or ("r" if part.equal and part.format_spec is None else "")
        specification = None
        if part.format_spec is not None:
            inside = list(_values(part.format_spec, given, place))
            specification = ast.copy_location(ast.JoinedStr(inside), place)
        yield ast.copy_location(ast.FormattedValue(value, ord(conversion) if conversion else -1, specification), place)


def _next(written: cst.BaseExpression, given: Iterator[ast.expr], place: ast.expr) -> ast.expr:
    """The next that is formatted; a tuple without brackets was taken apart."""
    if isinstance(written, cst.Tuple) and not written.lpar:
        return ast.copy_location(ast.Tuple([next(given) for _ in written.elements], ast.Load()), place)
    return next(given)
