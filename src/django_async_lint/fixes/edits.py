"""Edits of one file's text: which of them can be made together, and the text once they are made.

Nothing here knows syntax. Positions count lines from 1 and columns from 1 in code points, ends exclusive.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from django_async_lint.diagnostic import Edit
from django_async_lint.source import Position

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after its edits, none of which may overlap; equal insertions at one place are made once."""
    starts = line_starts(text)
    parts: list[str] = []
    done = 0
    for edit in sorted(set(edits), key=_order):
        start, end = offset(starts, edit.start), offset(starts, edit.end)
        parts += [text[done:start], edit.content]
        done = end
    return "".join([*parts, text[done:]])


def loses_comment(text: str, edits: Iterable[Edit]) -> bool:
    """Whether an edit takes away text with a comment, as far as its sign tells."""
    starts = line_starts(text)
    gone = ((text[offset(starts, edit.start) : offset(starts, edit.end)], edit.content) for edit in edits)
    return any(removed.count("#") > content.count("#") for removed, content in gone)


def overlap(edits: Sequence[Edit], others: Sequence[Edit]) -> bool:
    """Whether an edit of the one touches the text of an edit of the other; the same insertion is no overlap."""
    return any(
        first != second and first.start <= second.end and second.start <= first.end
        for first in edits
        for second in others
    )


def _order(edit: Edit) -> tuple[Position, Position, str]:
    return (edit.start, edit.end, edit.content)


def line_starts(text: str) -> list[int]:
    """Where the lines of a text begin."""
    return [0, *(match.end() for match in LINE.finditer(text) if match.end() > match.start())]


def offset(starts: list[int], position: Position) -> int:
    """Where a position is in the text whose lines begin at `starts`."""
    return starts[position.line - 1] + position.column - 1


def position(starts: list[int], place: int) -> Position:
    """Where the character with a number stands."""
    line = bisect_right(starts, place)
    return Position(line, place - starts[line - 1] + 1)
