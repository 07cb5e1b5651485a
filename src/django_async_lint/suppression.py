"""noqa comments: which diagnostics they silence, as flake8 means them, in one place after the rules.

At the place that is reported a noqa works as in flake8. At the sink, the last step of a path, only one that
names the code counts: a bare noqa written for a long line must not silence every view that leads there.
Nothing here knows rules; sources are asked for by path.
"""

import re
import tokenize
from collections.abc import Callable, Iterator
from functools import lru_cache

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.source import Source

LINE_NOQA = re.compile(r"# noqa(?::\s?(?P<codes>(?:[A-Z]+[0-9]+[,\s]*)+))?", re.IGNORECASE)
FILE_NOQA = re.compile(r"\s*# flake8[:=]\s*noqa", re.IGNORECASE)
INTERNAL_ERROR = "DAL003"
"""A failure of the run itself, which no comment hides."""

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
