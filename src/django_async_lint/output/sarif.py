"""SARIF 2.1.0, for code scanning: the call path is a code flow, the sink a related location.

Paths are relative to `%SRCROOT%`, which code scanning takes for the top of the repository: the caller gives
them so. Columns count code points, as everywhere in the report.
"""

import json
from itertools import groupby
from pathlib import PurePosixPath
from urllib.parse import quote

from django_async_lint import __version__
from django_async_lint.diagnostic import Diagnostic, Edit, Finding, Fix, Report, Severity, Step
from django_async_lint.output.plain import plain_json
from django_async_lint.rules.registry import Rule, all_rules
from django_async_lint.source import Position

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
HOME = "https://django-async-lint.readthedocs.io/"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}

Object = dict[str, object]


def render(report: Report) -> str:
    """The report as one SARIF log with one run, ending with a newline."""
    rules = all_rules()
    indexes = {rule.code: index for index, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "django-async-lint",
                "semanticVersion": __version__,
                "informationUri": HOME,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The top of the repository."}}},
        "results": [
            *(_result(finding, indexes) for finding in report.findings),
            *(_suppressed(_result(finding, indexes), "inSource") for finding in report.silenced),
            *(_suppressed(_result(finding, indexes), "external") for finding in report.known),
        ],
    }
    return plain_json(json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)) + "\n"


def _rule(rule: Rule) -> Object:
    _, _, body = rule.page.partition("\n")
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": _first_section(body)},
        "help": {"text": body.strip(), "markdown": body.strip()},
        "helpUri": rule.url,
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["async", "django"], "problem.severity": _problem_severity(rule.severity)},
    }


def _problem_severity(severity: Severity) -> str:
    return "recommendation" if severity == "info" else severity


def _first_section(body: str) -> str:
    """The text under the first heading of a page, on one line."""
    sections = body.split("## ")
    _, _, text = sections[min(1, len(sections) - 1)].partition("\n")
    return " ".join(text.split())


def _result(finding: Finding, indexes: dict[str, int]) -> Object:
    diagnostic = finding.diagnostic
    message = diagnostic.message + (f"; {diagnostic.help}" if diagnostic.help else "")
    result: Object = {
        "ruleId": diagnostic.code,
        "ruleIndex": indexes.get(diagnostic.code, -1),
        "level": LEVELS[diagnostic.severity],
        "message": _message(message),
        "locations": [_site(diagnostic)],
        "partialFingerprints": {"dalPath/v1": finding.fingerprint},
        "properties": {"confidence": diagnostic.confidence},
    }
    if finding.fix is not None:
        result["fixes"] = [_fix(finding.fix)]
    if diagnostic.steps:
        sink = diagnostic.steps[-1]
        result["codeFlows"] = [{"threadFlows": [{"locations": _flow(diagnostic)}]}]
        result["relatedLocations"] = [{"id": 1, **_place(sink)}]
    return result


def _suppressed(result: Object, kind: str) -> Object:
    """A result that a comment (`inSource`) or a baseline (`external`) silences."""
    return {**result, "suppressions": [{"kind": kind}]}


def _fix(fix: Fix) -> Object:
    """The edits of a fix as replacements, one change per file."""
    changes: list[Object] = []
    for path, edits in groupby(sorted(fix.edits, key=_place_of), key=lambda edit: edit.path):
        replacements = [
            {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": edit.content}}
            for edit in edits
        ]
        changes.append({"artifactLocation": _artifact(path), "replacements": replacements})
    return {"description": _message(fix.message), "artifactChanges": changes}


def _place_of(edit: Edit) -> tuple[str, Position, Position, str]:
    return (edit.path, edit.start, edit.end, edit.content)


def _region(start: Position, end: Position) -> Object:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _flow(diagnostic: Diagnostic) -> list[Object]:
    """The call path from the reported call to the sink."""
    start = {
        **_site(diagnostic),
        "message": _message(f"in `{diagnostic.function}`"),
    }
    flow: list[Object] = [{"location": start, "nestingLevel": 0, "importance": "essential"}]
    for depth, step in enumerate(diagnostic.steps, 1):
        importance = "essential" if depth == len(diagnostic.steps) else "important"
        flow.append({"location": _place(step), "nestingLevel": depth, "importance": importance})
    return flow


def _site(diagnostic: Diagnostic) -> Object:
    region = _region(diagnostic.start, diagnostic.end)
    return {"physicalLocation": {"artifactLocation": _artifact(diagnostic.path), "region": region}}


def _place(step: Step) -> Object:
    region: Object = {"startLine": step.line, "startColumn": step.column}
    return {
        "physicalLocation": {"artifactLocation": _artifact(step.path), "region": region},
        "message": _message(step.message),
    }


def _message(text: str) -> Object:
    """A message in which nothing reads as a link: viewers make one of `[text](target)`."""
    return {"text": text.replace("](", "\\](")}


def _artifact(path: str) -> Object:
    uri = quote(str(PurePosixPath(path)), errors="surrogateescape")
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}
