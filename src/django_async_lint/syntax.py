"""Faults in files that hold nothing asynchronous: such files are read for inference but not parsed.

They are told all the same while that is cheap, because a clean run must not mean that nobody looked. Asks for
bytes and parses; what a fault becomes in a report is decided elsewhere.
"""

from collections.abc import Iterable

from django_async_lint.project.project import Project
from django_async_lint.source import Source, SourceError, decode, parse

MOST_BYTES = 4_000_000
"""The size up to which such files are parsed, all of a project taken together: about half a second."""


def is_cheap(project: Project, paths: Iterable[str]) -> bool:
    """Whether files are searched for errors of syntax: unless all of them together are too large to be parsed."""
    return project.size(paths) <= MOST_BYTES


def fault(project: Project, path: str, is_parsed: bool) -> SourceError | None:
    """What is wrong with a skipped file: of coding always, of syntax where it is parsed for that."""
    content = project.data(project.absolute(path))
    try:
        text = decode(content)
        if is_parsed or b"\0" in content:  # a null byte ends the parser at once
            parse(Source(path, path, text))
    except SourceError as error:
        return error
    return None
