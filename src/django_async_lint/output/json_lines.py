"""JSON Lines: each finding an object on a line of its own, as it stands among the `diagnostics` of the JSON output."""

import json

from django_async_lint.diagnostic import Report
from django_async_lint.output.json import finding_object
from django_async_lint.output.plain import plain_json


def render(report: Report) -> str:
    """One line per finding, ASCII; nothing at all when there is none."""
    return "".join(f"{plain_json(json.dumps(finding_object(finding)))}\n" for finding in report.findings)
