"""JSON, documented and versioned: the same keys in the same order, whatever was found.

`SCHEMA` rises when a key is renamed, removed or changes its meaning; new keys alone do not raise it.
"""

import json
from dataclasses import asdict

from django_async_lint import __version__
from django_async_lint.diagnostic import Finding, Fix, Report, Summary
from django_async_lint.output.plain import plain_json
from django_async_lint.source import Position

SCHEMA = 1


def render(report: Report) -> str:
    """The report as JSON text in ASCII, ending with a newline."""
    document = {
        "schema": SCHEMA,
        "version": __version__,
        "summary": _summary(report.summary),
        "diagnostics": [finding_object(finding) for finding in report.findings],
    }
    return plain_json(json.dumps(document, indent=2)) + "\n"


def _summary(summary: Summary) -> dict[str, object]:
    calls = summary.calls
    return {
        "files": summary.files,
        "functions_on_loop": summary.functions_on_loop,
        "calls": {
            "resolved": calls.resolved,
            "unresolved": calls.unresolved,
            "third_party": calls.third_party,
        },
        "suppressed": summary.suppressed,
        "baselined": summary.baselined,
    }


def finding_object(finding: Finding) -> dict[str, object]:
    """A finding with the documented keys in their order."""
    diagnostic = finding.diagnostic
    return {
        "code": diagnostic.code,
        "rule": diagnostic.rule,
        "severity": diagnostic.severity,
        "confidence": diagnostic.confidence,
        "path": diagnostic.path,
        "start": _position(diagnostic.start),
        "end": _position(diagnostic.end),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "url": finding.url,
        "entry": asdict(diagnostic.entry) if diagnostic.entry is not None else None,
        "steps": [asdict(step) for step in diagnostic.steps],
        "reached_from": [asdict(reach) for reach in finding.reached_from],
        "reached_from_count": finding.reached_from_count,
        "other_call_sites": finding.others,
        "fix": _fix(finding.fix) if finding.fix is not None else None,
        "fingerprint": finding.fingerprint,
    }


def _fix(fix: Fix) -> dict[str, object]:
    edits = [
        {"path": each.path, "start": _position(each.start), "end": _position(each.end), "content": each.content}
        for each in fix.edits
    ]
    return {"applicability": fix.applicability, "message": fix.message, "edits": edits}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
