"""Annotations for GitHub Actions, errors first: a step shows only the first ten of each kind.

GitHub reads paths from the top of the repository: the caller gives them so.
"""

from django_async_lint.diagnostic import SEVERITIES, Diagnostic, Finding, Report, Severity
from django_async_lint.output.plain import plain

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """One workflow command per finding."""
    findings = sorted(report.findings, key=lambda finding: -SEVERITIES.index(finding.diagnostic.severity))
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    diagnostic = finding.diagnostic
    properties = {
        "file": diagnostic.path,
        "line": str(diagnostic.start.line),
        "endLine": str(diagnostic.end.line),
        **_columns(diagnostic),
        "title": f"{diagnostic.code} {diagnostic.rule}",
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    place = f"{diagnostic.path}:{diagnostic.start.line}:{diagnostic.start.column}"
    text = f"{place}: {diagnostic.code} {diagnostic.message}"
    if diagnostic.help:
        text += f" ({diagnostic.help})"
    return f"::{COMMANDS[diagnostic.severity]} {listed}::{_data(text)}"


def _columns(diagnostic: Diagnostic) -> dict[str, str]:
    """Columns, which GitHub takes only for what ends on the line where it starts."""
    if diagnostic.start.line != diagnostic.end.line:
        return {}
    return {"col": str(diagnostic.start.column), "endColumn": str(diagnostic.end.column)}


def _data(text: str) -> str:
    return plain(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
