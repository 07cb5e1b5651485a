"""What was found, in the words of the Language Server Protocol: positions from 0 in the client's units, files as URIs.

Pure functions of what they are given.
"""

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types
from pygls.uris import from_fs_path

from django_async_lint.diagnostic import Diagnostic, Edit, Finding, Severity
from django_async_lint.disk import below
from django_async_lint.language_server.desk import Checked, Document
from django_async_lint.rules.registry import all_rules
from django_async_lint.source import Position, Source, column_from, column_in
from django_async_lint.survey import SurveyedView

SOURCE = "dal"
SEVERITIES: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
TAGS = {"DAL002": [types.DiagnosticTag.Unnecessary]}
"""Rules whose findings editors may fade."""
FIX_ALL = "source.fixAll.dal"
VERDICTS = {
    "helps": "async helps",
    "no-difference": "async makes no difference",
    "hurts": "async hurts",
    "keep-sync": "keep it synchronous",
    "would-gain": "async would help",
}


def diagnostic(checked: Checked, finding: Finding, encoding: str) -> types.Diagnostic:
    """A finding as editors show it; `data` tells which it is."""
    found = finding.diagnostic
    return types.Diagnostic(
        range=span(checked.document.source, found.start, found.end, encoding),
        message=f"{found.message}\n{found.help}" if found.help else found.message,
        severity=SEVERITIES[found.severity],
        code=found.code,
        code_description=types.CodeDescription(href=finding.url),
        source=SOURCE,
        tags=TAGS.get(found.code),
        related_information=list(_related(checked, finding, encoding)) or None,
        data={"fingerprint": finding.fingerprint},
    )


def span(source: Source, start: Position, end: Position, encoding: str) -> types.Range:
    """A stretch of a document."""
    return types.Range(_position(source, start, encoding), _position(source, end, encoding))


def _position(source: Source, place: Position, encoding: str) -> types.Position:
    return types.Position(place.line - 1, column_in(source.line(place.line), place.column, encoding))


def place_of(source: Source, position: types.Position, encoding: str) -> Position:
    """A place that a client names."""
    line = position.line + 1
    return Position(line, column_from(source.line(line), position.character, encoding))


def _related(checked: Checked, finding: Finding, encoding: str) -> Iterator[types.DiagnosticRelatedInformation]:
    """The call path, step by step, then the views from which the place is reached."""
    for step in finding.diagnostic.steps:
        yield _information(checked, step.path, Position(step.line, step.column), step.message, encoding)
    for reach in finding.reached_from:
        entry = finding.diagnostic.entry
        if entry is None or reach.name != entry.name:
            told = f"reached from `{reach.name}`" + (f" ({reach.route})" if reach.route else "")
            yield _information(checked, reach.path, Position(reach.line, 1), told, encoding)


def _information(
    checked: Checked, path: str, place: Position, message: str, encoding: str
) -> types.DiagnosticRelatedInformation:
    absolute = below(checked.folder, path)
    line = checked.excerpts.get((absolute, place.line), "")
    start = types.Position(place.line - 1, column_in(line, place.column, encoding))
    location = types.Location(uri_of(checked.document, absolute), types.Range(start, start))
    return types.DiagnosticRelatedInformation(location, message)


def uri_of(document: Document, absolute: str) -> str:
    """The URI of a file, a document's own where it is that."""
    return document.uri if absolute == document.path else from_fs_path(absolute) or document.uri


def touches(found: Diagnostic, start: Position, end: Position) -> bool:
    """Whether a finding stands in a stretch, ends included."""
    return found.start <= end and start <= found.end


def quick_fix(checked: Checked, finding: Finding, encoding: str, versioned: bool) -> types.CodeAction:
    """The action that mends one finding. Preferred where it is safe."""
    assert finding.fix is not None
    is_safe = finding.fix.applicability == "safe"
    return types.CodeAction(
        title=f"{finding.diagnostic.code}: {finding.fix.message}" + ("" if is_safe else " (unsafe)"),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(checked, finding, encoding)],
        is_preferred=is_safe,
        edit=workspace_edit(checked.document, finding.fix.edits, encoding, versioned),
    )


def workspace_edit(document: Document, edits: Iterable[Edit], encoding: str, versioned: bool) -> types.WorkspaceEdit:
    """Edits of one document, bound to its version where the client knows that."""
    source = document.source
    texts = [types.TextEdit(span(source, edit.start, edit.end, encoding), edit.content) for edit in _in_order(edits)]
    if not versioned:
        return types.WorkspaceEdit(changes={document.uri: texts})
    identifier = types.OptionalVersionedTextDocumentIdentifier(uri=document.uri, version=document.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, list(texts))])


def _in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Edits by place. Those that touch become one: clients differ in the order of two at the same place."""
    joined: list[Edit] = []
    for edit in sorted(set(edits), key=lambda each: (each.start, each.end, each.content)):
        if joined and joined[-1].end == edit.start:
            edit = Edit(edit.path, joined[-1].start, edit.end, joined.pop().content + edit.content)
        joined.append(edit)
    return joined


def hover(checked: Checked, findings: Sequence[Finding], encoding: str) -> types.Hover:
    """The pages of the rules that stand at a place."""
    pages = {rule.code: rule for rule in all_rules()}
    parts = []
    for finding in findings:
        found = finding.diagnostic
        rule = pages.get(found.code)
        title, _, body = rule.page.partition("\n") if rule is not None else (found.rule, "", "")
        parts.append(f"**[{found.code}]({finding.url}) {title}**\n\n{body.strip()}")
    first = findings[0].diagnostic
    content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(dict.fromkeys(parts)))
    return types.Hover(content, span(checked.document.source, first.start, first.end, encoding))


def lens(view: SurveyedView) -> types.CodeLens:
    """The verdict on a view, above it."""
    place = types.Position(view.line - 1, 0)
    title = f"{VERDICTS[view.verdict]}: {view.reason}"
    return types.CodeLens(types.Range(place, place), types.Command(title=title, command=""))
