"""Annotations for GitHub Actions, and a table for the summary of a step.

GitHub shows the first ten annotations of each kind of a step and drops the others in silence, so the gravest come
first, no sink twice before every sink came once, and a last line counts what has no annotation. It reads paths from
the top of the repository: the caller gives them so.
"""

import re
from collections import Counter

from django_async_lint.diagnostic import SEVERITIES, Diagnostic, Finding, Report, Severity
from django_async_lint.output.plain import plain

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
MOST_OF_A_KIND = 10
MOST_ROWS = 1_000
"""Rows of a summary, which GitHub refuses as a whole above 1 MiB."""
CODE_SPAN = re.compile(r"(`[^`]*`)")
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|~#&!@])")


def render(report: Report) -> str:
    """A workflow command for each finding that GitHub will show, then how many there are besides."""
    commands: list[str] = []
    counts: Counter[Severity] = Counter()
    for finding in _in_order(report):
        severity = finding.diagnostic.severity
        counts[severity] += 1
        if counts[severity] <= MOST_OF_A_KIND:
            commands.append(f"{_command(finding)}\n")
    left = len(report.findings) - len(commands)
    if left:
        noun = "finding" if left == 1 else "findings"
        commands.append(f"{left} more {noun}: a step shows {MOST_OF_A_KIND} annotations of a kind\n")
    return "".join(commands)


def summary(report: Report, files: str = "") -> str:
    """All findings as a Markdown table. `files` is the address below which the files of the repository are read."""
    findings = _in_order(report)
    if not findings:
        return "### dal: no findings\n"
    noun = "finding" if len(findings) == 1 else "findings"
    rows = [f"### dal: {len(findings)} {noun}", "", "| | Rule | Place | What |", "|---|---|---|---|"]
    rows += [_row(finding, files) for finding in findings[:MOST_ROWS]]
    if len(findings) > MOST_ROWS:
        rows += ["", f"{len(findings) - MOST_ROWS} more are not listed."]
    return "\n".join(rows) + "\n"


def _in_order(report: Report) -> list[Finding]:
    """The findings, the gravest first; of one severity the first call site of each sink before all others."""
    seen: Counter[tuple[object, ...]] = Counter()
    keyed = []
    for finding in report.findings:
        diagnostic = finding.diagnostic
        sink = diagnostic.steps[-1] if diagnostic.steps else diagnostic.start
        key = (diagnostic.code, diagnostic.path if not diagnostic.steps else "", sink)
        keyed.append((-SEVERITIES.index(diagnostic.severity), seen[key] > 0, finding))
        seen[key] += 1
    return [finding for *_, finding in sorted(keyed, key=lambda item: item[:2])]


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


def _row(finding: Finding, files: str) -> str:
    from urllib.parse import quote

    diagnostic = finding.diagnostic
    place = _markdown(f"{diagnostic.path}:{diagnostic.start.line}")
    if files:
        path = quote(diagnostic.path, errors="surrogateescape")
        place = f"[{place}]({files}/{path}#L{diagnostic.start.line})"
    text = _markdown(diagnostic.message) + (f"<br>{_markdown(diagnostic.help)}" if diagnostic.help else "")
    return f"| {diagnostic.severity} | [{diagnostic.code}]({finding.url}) | {place} | {text} |"


def _markdown(text: str) -> str:
    """Text in a cell of a table, its code spans kept and all else taken as it is written."""
    parts = CODE_SPAN.split(plain(text))
    return "".join(
        part.replace("|", "\\|") if part.startswith("`") and len(part) > 1 else MARKDOWN.sub(r"\\\1", part)
        for part in parts
    )
