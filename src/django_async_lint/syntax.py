"""Faults in files that hold nothing asynchronous: such files are read for inference but not parsed.

They are told all the same while that is cheap, because a clean run must not mean that nobody looked. Asks for
bytes and parses; what a fault becomes in a report is decided elsewhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django_async_lint.project.project import Project
from django_async_lint.source import Source, SourceError, decode, parse

MOST_BYTES = 4_000_000
"""The size up to which such files are parsed, all of a project taken together: about half a second."""


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with files, by path, and how many were searched for errors of syntax."""

    errors: dict[str, SourceError]
    searched: int


def faults(project: Project, paths: Iterable[str]) -> Faults:
    """The faults of skipped files: of coding always, of syntax unless they are too large to be parsed.

    `paths` are relative to the root. Their order decides nothing.
    """
    data = {path: project.data(project.absolute(path)) for path in paths}
    parses = sum(map(len, data.values())) <= MOST_BYTES
    return Faults(dict(_errors(data, parses)), len(data) if parses else 0)


def _errors(data: dict[str, bytes], parses: bool) -> Iterator[tuple[str, SourceError]]:
    for path, content in data.items():
        try:
            text = decode(content)
            if parses or b"\0" in content:  # a null byte ends the parser at once
                parse(Source(path, path, text))
        except SourceError as error:
            yield path, error
