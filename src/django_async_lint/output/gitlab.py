"""GitLab's Code Quality report: what a merge request shows of a job's `codequality` artifact.

GitLab keeps one of several findings with the same fingerprint, so equals are counted into theirs. It reads paths
from the top of the repository: the caller gives them so.
"""

import json
from collections import Counter

from django_async_lint.diagnostic import Finding, Report, Severity
from django_async_lint.output.plain import plain, plain_json

SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "major", "info": "info"}


def render(report: Report) -> str:
    """The findings as one JSON list, ending with a newline."""
    seen: Counter[tuple[str, str]] = Counter()
    issues = []
    for finding in report.findings:
        key = (finding.diagnostic.path, finding.fingerprint)
        issues.append(_issue(finding, seen[key]))
        seen[key] += 1
    return plain_json(json.dumps(issues, indent=2)) + "\n"


def _issue(finding: Finding, ordinal: int) -> dict[str, object]:
    diagnostic = finding.diagnostic
    text = f"{diagnostic.message}; {diagnostic.help}" if diagnostic.help else diagnostic.message
    return {
        "description": plain(text),
        "check_name": diagnostic.code,
        "fingerprint": _fingerprint(finding, ordinal),
        "severity": SEVERITIES[diagnostic.severity],
        "location": {
            "path": diagnostic.path,
            "lines": {"begin": diagnostic.start.line, "end": diagnostic.end.line},
        },
    }


def _fingerprint(finding: Finding, ordinal: int) -> str:
    """The finding's own fingerprint, told apart by folder and number: several projects may hold the same file."""
    from hashlib import sha256

    parts = (finding.fingerprint, finding.diagnostic.path, str(ordinal))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
