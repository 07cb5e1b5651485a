"""Edits of one file's text: which of them can be made together, and the text once they are made.

Nothing here knows syntax. Positions count lines from 1 and columns from 1 in code points, ends exclusive.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

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


def overlap(edits: Iterable[Edit], taken: Sequence[Edit]) -> bool:
    """Whether one of the edits touches the text of one that is taken; the same insertion is no overlap. Those that are
    taken are sorted, and none overlaps another."""
    return any(_touches(edit, taken) for edit in edits)


def _touches(edit: Edit, taken: Sequence[Edit]) -> bool:
    place = bisect_right(taken, edit.end, key=lambda each: each.start)
    while place and taken[place - 1].end >= edit.start:
        place -= 1
        if taken[place] != edit:
            return True
    return False


def add(taken: list[Edit], edits: Iterable[Edit]) -> None:
    """Adds edits to those that are taken, where they belong; equal ones stay one."""
    for edit in edits:
        place = bisect_left(taken, _order(edit), key=_order)
        if taken[place : place + 1] != [edit]:
            taken.insert(place, edit)


def _order(edit: Edit) -> tuple[Position, Position, str]:
    return (edit.start, edit.end, edit.content)


@lru_cache(maxsize=4)
def line_starts(text: str) -> list[int]:
    """Where the lines of a text begin; not to be changed."""
    return [0, *(match.end() for match in LINE.finditer(text) if match.end() > match.start())]


def offset(starts: Sequence[int], position: Position) -> int:
    """Where a position is in the text whose lines begin at `starts`."""
    return starts[position.line - 1] + position.column - 1


def position(starts: Sequence[int], place: int) -> Position:
    """Where the character with a number stands."""
    line = bisect_right(starts, place)
    return Position(line, place - starts[line - 1] + 1)
