"""The text of one file: reading, decoding, parsing, and the project's only column arithmetic.

Everything outside this module counts lines from 1 and columns from 1 in code points, ends exclusive.
`ast` counts columns from 0 in UTF-8 bytes, reviewdog the same from 1, editors from 0 in UTF-16 units or others; all
meet here and nowhere else. This module knows nothing of Django, of rules or of settings.
"""

import ast
import io
import re
import tokenize
import warnings
from codecs import BOM_UTF8
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from django_async_lint import disk

LINE_END = re.compile(r"\r\n|\r|\n")
TYPE_STATEMENT = re.compile(r"^\s*type\s+\w", re.MULTILINE)
NOQA = re.compile(r"#[^#\n]*?\bnoqa\b", re.IGNORECASE)


class Position(NamedTuple):
    """A place in a file: line from 1, column from 1 in code points."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of a file, its end exclusive."""

    start: Position
    end: Position


class SourceError(Exception):
    """A file that cannot be read, decoded or parsed; `position` is where, as far as it is known."""

    def __init__(self, message: str, position: Position = Position(1, 1)) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


@dataclass(frozen=True)
class Source:
    """The text of a file. `path` is relative to the project root, with `/`; `absolute` is where it was read."""

    path: str
    absolute: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The physical lines without their ends, as `ast` counts them: the first is line 1."""
        return LINE_END.split(self.text)

    def line(self, number: int) -> str:
        """Line `number` (from 1), or an empty string past the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def mentions_noqa(self, number: int) -> bool:
        """Whether line `number` carries a `noqa` comment of any form."""
        line = self.line(number)
        return "#" in line and NOQA.search(line) is not None

    def position(self, line: int, byte_offset: int) -> Position:
        """The position of a place given as `ast` gives it: line from 1, offset from 0 in UTF-8 bytes."""
        text = self.line(line)
        if text.isascii():
            return Position(line, byte_offset + 1)
        return Position(line, len(text.encode("utf-8", "surrogatepass")[:byte_offset].decode("utf-8", "replace")) + 1)

    def span(self, node: ast.expr | ast.stmt | ast.arg | ast.keyword | ast.alias | ast.excepthandler) -> Span:
        """Where `node` stands."""
        end_line = node.end_lineno or node.lineno
        end_offset = node.end_col_offset if node.end_col_offset is not None else node.col_offset
        return Span(self.position(node.lineno, node.col_offset), self.position(end_line, end_offset))

    def segment(self, node: ast.expr) -> str:
        """The text of `node` on one line, as it is written; long text is cut."""
        span = self.span(node)
        if span.start.line == span.end.line:
            text = self.line(span.start.line)[span.start.column - 1 : span.end.column - 1]
        else:
            text = self.line(span.start.line)[span.start.column - 1 :].rstrip() + "…"
        return text if len(text) <= 80 else text[:79] + "…"


UNIT_BYTES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
"""The encodings in whose units other programs count columns, with the bytes of a unit."""


def column_in(line: str, column: int, encoding: str) -> int:
    """A column of a line counted from 0 in the units of an encoding of UNIT_BYTES; past the end it is the end."""
    before = line[: column - 1]
    if before.isascii():
        return len(before)
    name = encoding if encoding == "utf-8" else f"{encoding}-le"
    return len(before.encode(name, "surrogatepass")) // UNIT_BYTES[encoding]


def column_from(line: str, units: int, encoding: str) -> int:
    """The column, from 1 in code points, that another program counts so; inside a character it is its start."""
    if line.isascii():
        return min(units, len(line)) + 1
    name = encoding if encoding == "utf-8" else f"{encoding}-le"
    return len(line.encode(name, "surrogatepass")[: units * UNIT_BYTES[encoding]].decode(name, "ignore")) + 1


def encode(text: str) -> bytes:
    """The bytes of a file with this text, in the encoding that the text itself declares."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(text.encode("utf-8", "replace")).readline)
        return text.encode(encoding)
    except (SyntaxError, UnicodeEncodeError, LookupError):
        return text.encode("utf-8", "replace")


def decode(data: bytes) -> str:
    """The text of a Python file's bytes, by its byte order mark or coding cookie (PEP 263).

    Raises SourceError when the cookie names no known encoding or the bytes are not in it.
    """
    if b"coding" not in data[: data.find(b"\n", data.find(b"\n") + 1)] and not data.startswith(BOM_UTF8):
        with suppress(UnicodeDecodeError):  # told below
            return data.decode("utf-8")  # as most are: to look for a cookie takes longer
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        return data.decode(encoding)
    except (SyntaxError, UnicodeDecodeError, LookupError, ValueError) as error:
        raise SourceError(f"cannot decode the file: {error}") from None


def read_bytes(absolute: str | Path) -> bytes:
    """The bytes of a regular file. Raises SourceError for anything that cannot be read, pipes and devices too."""
    try:
        return disk.read(absolute)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        if disk.is_folder(absolute):  # discovery names a folder only where it may not list it
            raise SourceError("cannot list the folder: permission denied") from None
        raise SourceError(f"cannot read the file: {reason}") from None


def tree_of(text: str, name: str = "<text>") -> ast.Module:
    """The syntax tree of a text, read as that of a newer Python where ours cannot read it. Raises SyntaxError.

    The parser's own warnings (invalid escapes and the like) are silenced: they belong to other tools.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(text, filename=name)
        except SyntaxError:
            older = _newer(text)
            if older is None:
                raise
            return older
    return _Aliases().visit(tree) if TYPE_STATEMENT.search(text) else tree


class _Aliases(ast.NodeTransformer):
    """Makes `type` statements (PEP 695) the assignments that they are to whoever only reads them."""

    def visit_TypeAlias(self, node: Any) -> ast.Assign:
        return ast.copy_location(ast.Assign([node.name], node.value), node)


def _newer(text: str) -> ast.Module | None:
    from django_async_lint.newer_syntax import tree_of_newer  # with libcst, which few runs need

    return tree_of_newer(text)


def parse(source: Source) -> ast.Module:
    """The syntax tree of a source. Raises SourceError with the position of the fault."""
    try:
        return tree_of(source.text, source.path)
    except SyntaxError as error:
        line = min(max(error.lineno or 1, 1), len(source.lines))
        column = max(error.offset or 1, 1)
        raise SourceError(f"cannot parse the file: {error.msg}", Position(line, column)) from None
    except (RecursionError, MemoryError):
        raise SourceError("cannot parse the file: it is nested too deeply") from None
    except ValueError as error:
        raise SourceError(f"cannot parse the file: {error}") from None


def check_compiling(text: str, name: str = "<text>") -> None:
    """Raises SyntaxError also for what only the compiler refuses. Nothing is executed; what it makes is dropped."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(text, name, "exec", dont_inherit=True)
        except SyntaxError:
            tree = _newer(text)
            if tree is None:
                raise
            compile(tree, name, "exec", dont_inherit=True)


def check_scopes(source: Source) -> None:
    """Raises SourceError for what only the compiler refuses: `await` in a plain `def`, `yield from` in an `async
    def`."""
    try:
        check_compiling(source.text, source.path)
    except SyntaxError as error:
        line = min(max(error.lineno or 1, 1), len(source.lines))
        raise SourceError(f"cannot compile the file: {error.msg}", Position(line, max(error.offset or 1, 1))) from None
    except (RecursionError, MemoryError, ValueError):
        return
