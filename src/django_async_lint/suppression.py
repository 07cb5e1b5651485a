"""noqa comments: which diagnostics they silence, as flake8 means them, in one place after the rules.

At the place that is reported a noqa works as in flake8. At the sink, the last step of a path, only one that
names the code counts: a bare noqa written for a long line must not silence every view that leads there.
Nothing here knows rules; sources are asked for by path.
"""

import re
import tokenize
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.source import Position, Source

LINE_NOQA = re.compile(r"# noqa(?::\s?(?P<codes>(?:[A-Z]+[0-9]+[,\s]*)+))?", re.IGNORECASE)
FILE_NOQA = re.compile(r"\s*# flake8[:=]\s*noqa", re.IGNORECASE)
INTERNAL_ERROR = "DAL003"
"""A failure of the run itself, which no comment hides."""

LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
OURS = re.compile(r"DAL\d*", re.IGNORECASE)


class Comment(NamedTuple):
    """A code that the noqa of a line names. `line` is the first of the lines joined with it, by which a use is told;
    `start` and `end` are where the code is written."""

    path: str
    line: int
    code: str
    start: Position
    end: Position


class Use(NamedTuple):
    """A code of a noqa, at the first of the lines joined with it, that silences something."""

    path: str
    line: int
    code: str


SourceOf = Callable[[str], Source | None]
"""The source at a path relative to the project root, None where there is none."""


def is_suppressed(diagnostic: Diagnostic, source_of: SourceOf) -> bool:
    """Whether a noqa at the reported line, for the whole file, or at the sink silences `diagnostic`."""
    if diagnostic.code == INTERNAL_ERROR:
        return False
    source = source_of(diagnostic.path)
    if source is not None and (
        is_file_suppressed(source) or silences(noqa_line(source, diagnostic.start.line), diagnostic.code)
    ):
        return True
    return is_suppressed_at_sink(diagnostic, source_of)


def is_suppressed_at_sink(diagnostic: Diagnostic, source_of: SourceOf) -> bool:
    """Whether a noqa that names the code stands at the end of the path, which lies in another place."""
    if not diagnostic.steps:
        return False
    sink = diagnostic.steps[-1]
    source = source_of(sink.path)
    return source is not None and silences(noqa_line(source, sink.line), diagnostic.code, named=True)


def is_file_suppressed(source: Source) -> bool:
    """Whether a line of its own says `# flake8: noqa`."""
    return _mentions_noqa(source) and any(FILE_NOQA.match(line) for line in source.lines)


def silences(line: str, code: str, named: bool = False) -> bool:
    """Whether the first noqa of a line silences `code`; with `named` only if it names the code."""
    found = LINE_NOQA.search(line)
    if found is None:
        return False
    if found["codes"] is None:
        return not named
    return code.startswith(tuple(re.split(r"[,\s]+", found["codes"].strip(", \t\n\r\f\v"))))


def noqa_line(source: Source, number: int) -> str:
    """The text in which flake8 looks for the noqa of line `number`: lines that a string or a backslash joins
    are one."""
    if not _mentions_noqa(source):
        return ""
    first, last = _joined_lines(source).get(number, (number, number))
    return "\n".join(source.line(each) for each in range(first, last + 1))


def uses(diagnostic: Diagnostic, source_of: SourceOf) -> Iterator[Use]:
    """The codes in noqa comments that silence a diagnostic, where it is reported and at its sink."""
    places = [(diagnostic.path, diagnostic.start.line)]
    places += [(step.path, step.line) for step in diagnostic.steps[-1:]]
    for path, number in places:
        source = source_of(path)
        found = LINE_NOQA.search(noqa_line(source, number)) if source is not None else None
        if source is not None and found is not None and found["codes"] is not None:
            line = _joined_lines(source).get(number, (number, number))[0]
            for code in re.findall(r"[A-Za-z]+[0-9]+", found["codes"]):
                if diagnostic.code.startswith(code.upper()):
                    yield Use(path, line, code.upper())


def may_hold_comments(data: bytes) -> bool:
    """Whether the bytes of a file may hold noqa comments with our codes: few do, and the others need not be decoded."""
    lower = data.lower()
    return b"coding" in lower or (b"noqa" in lower and b"dal" in lower)


def comments(source: Source) -> Iterator[Comment]:
    """Our codes in the noqa comments of a file, those in strings apart."""
    if not _mentions_noqa(source) or not OURS.search(source.text) or is_file_suppressed(source):
        return
    for number, column in _comment_starts(source):
        line = source.line(number)
        found = LINE_NOQA.search(line)
        if found is None or found.start() < column or found["codes"] is None:
            continue
        first = _joined_lines(source).get(number, (number, number))[0]
        for code in OURS.finditer(line, found.start("codes"), found.end("codes")):
            start, end = Position(number, code.start() + 1), Position(number, code.end() + 1)
            yield Comment(source.path, first, code[0].upper(), start, end)


def _comment_starts(source: Source) -> Iterator[tuple[int, int]]:
    """Line from 1 and column from 0 of each comment; none after what cannot be tokenized."""
    lines = iter([line + "\n" for line in source.lines])
    try:
        for token in tokenize.generate_tokens(lambda: next(lines, "")):
            if token.type == tokenize.COMMENT:
                yield token.start
    except (tokenize.TokenError, SyntaxError):
        return


def with_codes(source: Source, codes: Mapping[int, Iterable[str]], reason: str = "") -> str:
    """The text of a file with a noqa for the codes by line. An existing comment gets them besides its own."""
    lines = LINES.findall(source.text)
    for number, names in codes.items():
        first, last = _joined_lines(source).get(number, (number, number))
        noted = next((each for each in range(first, last + 1) if LINE_NOQA.search(lines[each - 1])), None)
        lines[(noted or last) - 1] = _with_noqa(lines[(noted or last) - 1], ", ".join(names), reason)
    return "".join(lines)


def _with_noqa(line: str, codes: str, reason: str) -> str:
    found = LINE_NOQA.search(line)
    if found is not None and found["codes"] is not None:
        at = found.start("codes") + len(found["codes"].rstrip(", \t\n\r\f\v"))
        return f"{line[:at]}, {codes}{line[at:]}"
    text = line.rstrip("\r\n")
    is_like_a_code = re.match(r"[A-Z]+[0-9]", reason, re.IGNORECASE) is not None
    words = f" {'- ' if is_like_a_code else ''}{reason}" if reason else ""
    return f"{text.rstrip()}  # noqa: {codes}{words}{line[len(text) :]}"


def unused(named: Iterable[Comment], used: Iterable[Use]) -> Iterator[Comment]:
    """The codes of comments that silence nothing."""
    known = set(used)
    return (each for each in named if Use(each.path, each.line, each.code) not in known)


@lru_cache(maxsize=256)
def _mentions_noqa(source: Source) -> bool:
    return "noqa" in source.text.lower()


@lru_cache(maxsize=256)
def _joined_lines(source: Source) -> dict[int, tuple[int, int]]:
    """Line -> first and last of the lines joined with it. Empty for what cannot be tokenized."""
    try:
        return {line: (first, last) for first, last in _stretches(source) for line in range(first, last + 1)}
    except (tokenize.TokenError, SyntaxError):
        return {}


def _stretches(source: Source) -> Iterator[tuple[int, int]]:
    lines = iter([line + "\n" for line in source.lines])
    spans: list[tuple[int, int]] = []
    for token in tokenize.generate_tokens(lambda: next(lines, "")):
        if token.type in (tokenize.ENDMARKER, tokenize.DEDENT):
            continue
        spans.append((token.start[0], token.end[0]))
        if token.type in (tokenize.NL, tokenize.NEWLINE):
            yield min(start for start, _ in spans), max(end for _, end in spans)
            spans.clear()
