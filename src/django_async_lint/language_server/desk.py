"""What an editor has open, and what the recipes say of it: findings, fixes, views. Knows nothing of the protocol.

Every answer is that of a whole run with the open documents laid over the files, so an editor and `dal check` agree.
What is slow here runs in a worker thread; a document never changes, a change makes another.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django_async_lint import fixing
from django_async_lint.check import base_of, check
from django_async_lint.config import Settings
from django_async_lint.diagnostic import Edit, Finding, Report, Summary
from django_async_lint.disk import below
from django_async_lint.inference.forgetting import forget
from django_async_lint.project.discovery import is_named_by
from django_async_lint.project.layout import root_of
from django_async_lint.source import Position, Source, decode, encode
from django_async_lint.survey import SurveyedView
from django_async_lint.surveying import survey

LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, eq=False)
class Document:
    """The text that an editor shows, saved or not. `path` is absolute; a new document has one that does not exist."""

    uri: str
    path: str
    text: str
    version: int | None = None

    @property
    def source(self) -> Source:
        """The text in lines."""
        return Source(os.path.basename(self.path), self.path, self.text)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a document. `excerpts` are the lines that call paths lead through, by absolute path."""

    document: Document
    findings: tuple[Finding, ...] = ()
    excerpts: dict[tuple[str, int], str] = field(default_factory=dict)
    folder: str = ""
    """The folder that paths in the findings are relative to."""


def is_left_out(document: Document, settings: Settings) -> bool:
    """Whether a walk over its project would leave a document out. Raises ConfigError."""
    root = root_of(document.path)
    config = settings.of(root)
    path = os.path.relpath(document.path, root).replace(os.sep, "/")
    parts = path.split("/")
    above = ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
    return any(is_named_by(each, (*config.exclude, *config.extend_exclude)) for each in above)


def buffers_of(documents: Iterable[Document]) -> dict[str, bytes]:
    """The bytes that stand for files."""
    return {each.path: encode(each.text) for each in documents}


@contextmanager
def forgetting() -> Iterator[None]:
    """Keeps nothing of the runs meanwhile: an editor is open for days."""
    try:
        yield
    finally:
        forget()


@forgetting()
def findings_in(documents: Sequence[Document], opened: Iterable[Document], settings: Settings) -> list[Checked]:
    """What is found in some documents of one project, `opened` laid over the files. Raises ConfigError."""
    paths = [each.path for each in documents]
    buffers = buffers_of(opened)
    report = check(paths, settings, buffers)
    base = str(base_of(paths, settings, buffers))
    excerpts = {
        (below(base, path), line): text for (path, line), text in report.excerpts.items()
    }
    return [
        Checked(each, tuple(_of_file(report, os.path.relpath(each.path, base))), excerpts, base) for each in documents
    ]


def _of_file(report: Report, path: str) -> list[Finding]:
    return [each for each in report.findings if each.diagnostic.path == path.replace(os.sep, "/")]


def with_fixes(checked: Checked, findings: Sequence[Finding]) -> list[Finding]:
    """Some of the findings in a document with the edits that mend them, those alone that have any."""
    report = fixing.with_fixes(
        Report(tuple(findings), Summary()),
        Path(checked.folder),
        buffers_of([checked.document]),
    )
    return [each for each in report.findings if each.fix is not None]


@forgetting()
def all_fixed(document: Document, opened: Iterable[Document], settings: Settings) -> tuple[Edit, ...]:
    """The edits that make all safe fixes of a document at once. Raises ConfigError."""
    outcome = fixing.fix([document.path], settings, ("safe",), buffers_of(opened))
    for change in outcome.changes:
        if change.path == document.path:
            return tuple(changed_lines(document.source, decode(change.after)))
    return ()


def changed_lines(before: Source, after: str) -> Iterable[Edit]:
    """Edits of whole lines that make one text of another."""
    from difflib import SequenceMatcher

    old, new = LINES.findall(before.text), LINES.findall(after)
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            place = (_start_of(before, old, first), _start_of(before, old, last))
            yield Edit(before.path, *place, "".join(new[start:end]))


def _start_of(source: Source, lines: Sequence[str], index: int) -> Position:
    """Where a line begins; after the last one, where the text ends."""
    if index < len(lines) or not lines or lines[-1][-1] in "\r\n":
        return Position(index + 1, 1)
    return Position(index, len(source.line(index)) + 1)


@forgetting()
def views_in(document: Document, opened: Iterable[Document], settings: Settings) -> list[SurveyedView]:
    """The views that a document holds, each with its verdict. Raises ConfigError."""
    found = survey([document.path], settings, buffers_of(opened))
    return list(found.views)
