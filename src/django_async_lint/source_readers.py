"""Readers of the texts of one project, by path relative to its root. A text that cannot be read is none."""

from functools import cache

from django_async_lint.project.project import Project
from django_async_lint.selection import LineOf
from django_async_lint.source import Source, SourceError, decode
from django_async_lint.suppression import SourceOf


def sources(project: Project) -> SourceOf:
    """A reader of the texts of one project by path relative to its root; None for what cannot be read."""

    @cache
    def source_of(path: str) -> Source | None:
        absolute = project.absolute(path)
        try:
            return Source(path, absolute, decode(project.data(absolute)))
        except SourceError:
            return None

    return source_of


def line_reader(source_of: SourceOf) -> LineOf:
    """A reader of single lines: empty for what does not exist."""

    def line_of(path: str, number: int) -> str:
        source = source_of(path)
        return source.line(number) if source is not None else ""

    return line_of
