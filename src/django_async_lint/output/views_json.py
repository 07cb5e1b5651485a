"""JSON of `dal views`, documented in docs/views.md and versioned: the same keys in the same order for every view.

`SCHEMA` rises when a key is renamed, removed or changes its meaning; new keys alone do not raise it.
"""

import json
from dataclasses import asdict

from django_async_lint.output.plain import plain_json
from django_async_lint.survey import Survey, SurveyedView, Work

SCHEMA = 1


def render(survey: Survey) -> str:
    """The survey as JSON text in ASCII, ending with a newline."""
    return plain_json(json.dumps(document(survey), indent=2)) + "\n"


def document(survey: Survey) -> dict[str, object]:
    """The survey as plain values."""
    return {"schema": SCHEMA, "server": survey.server, "views": [_view(view) for view in survey.views]}


def _view(view: SurveyedView) -> dict[str, object]:
    return {
        "name": view.name,
        "path": view.path,
        "line": view.line,
        "route": view.route,
        "kind": view.kind,
        "async": view.is_async,
        "waits": [_work(work) for work in view.waits],
        "blocks": [_work(work) for work in view.blocks],
        "computes": [_work(work) for work in view.computes],
        "hops": view.hops,
        "verdict": view.verdict,
        "reason": view.reason,
    }


def _work(work: Work) -> dict[str, object]:
    place = work.place
    return {
        "what": work.what,
        "how": work.how,
        "code": work.code,
        "where": {"path": place.path, "line": place.line, "column": place.column},
        "calls": [asdict(step) for step in work.calls],
    }
