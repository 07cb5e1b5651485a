"""reviewdog's diagnostic format (rdjson): findings with their call path and their fixes as suggestions.

reviewdog counts columns in bytes of UTF-8, so source lines are asked of the report's excerpts. A fix of several
edits is several suggestions: they belong together. Paths start at the top of the repository: the caller gives
them so.
"""

import json

from django_async_lint.diagnostic import Diagnostic, Finding, Report, Severity, Step
from django_async_lint.output.plain import plain, plain_json
from django_async_lint.source import Position, column_in

SOURCE = {"name": "django-async-lint", "url": "https://django-async-lint.readthedocs.io/"}
SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}

Object = dict[str, object]


def render(report: Report) -> str:
    """The report as one result with its diagnostics, ending with a newline."""
    diagnostics = [_diagnostic(finding, report) for finding in report.findings]
    return plain_json(json.dumps({"source": SOURCE, "diagnostics": diagnostics}, indent=2)) + "\n"


def _diagnostic(finding: Finding, report: Report) -> Object:
    diagnostic = finding.diagnostic
    rendered: Object = {
        "message": _message(diagnostic),
        "location": {
            "path": diagnostic.path,
            "range": _range(diagnostic.path, diagnostic.start, diagnostic.end, report),
        },
        "severity": SEVERITIES[diagnostic.severity],
        "code": {"value": diagnostic.code, "url": finding.url},
    }
    if finding.fix is not None:
        rendered["suggestions"] = [
            {"range": _range(edit.path, edit.start, edit.end, report), "text": edit.content}
            for edit in finding.fix.edits
        ]
    if diagnostic.steps:
        rendered["related_locations"] = [_related(step, report) for step in diagnostic.steps]
    return rendered


def _message(diagnostic: Diagnostic) -> str:
    return plain(f"{diagnostic.message}; {diagnostic.help}" if diagnostic.help else diagnostic.message)


def _related(step: Step, report: Report) -> Object:
    start = Position(step.line, step.column)
    return {
        "message": plain(step.message),
        "location": {"path": step.path, "range": {"start": _position(step.path, start, report)}},
    }


def _range(path: str, start: Position, end: Position, report: Report) -> Object:
    return {"start": _position(path, start, report), "end": _position(path, end, report)}


def _position(path: str, position: Position, report: Report) -> Object:
    """A place with its column in bytes; a line that the report does not hold is taken for ASCII."""
    line = report.excerpts.get((path, position.line))
    before = position.column - 1 if line is None else column_in(line, position.column, "utf-8")
    return {"line": position.line, "column": before + 1}
