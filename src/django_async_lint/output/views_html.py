"""One HTML page of `dal views` that needs nothing else: filters, call paths and a picture of the selected view.

Rows are written here, escaped; what is shown of a view is made by the page's script from JSON, as text. The page may
load nothing, and says so to the browser.
"""

import json
import re
from collections import Counter
from functools import cache
from html import escape
from importlib.resources import files
from posixpath import basename, dirname

from django_async_lint.output.plain import plain, plain_json
from django_async_lint.output.views_json import document
from django_async_lint.output.views_text import summary
from django_async_lint.survey import VERDICTS, Survey, SurveyedView

MARKER = re.compile(r"<!-- (\w+) -->")
FOLDERS_OF_VIEWS = frozenset({"views", "api", "routers", "endpoints", "consumers"})
"""Names of folders that hold an app's views and are not the app."""


def render(survey: Survey) -> str:
    """The page."""
    apps = sorted({app_of(view) for view in survey.views})
    parts = {
        "style": _asset("style.css"),
        "script": _asset("script.js"),
        "count": _text(f"({len(survey.views)} views)"),
        "server": _text(survey.server),
        "summary": _text(summary(survey)),
        "remarks": "".join(f'<p class="remark">{_text(remark)}</p>\n' for remark in survey.remarks),
        "apps": "".join(f'<option value="{_text(app)}">{_text(app)}</option>' for app in apps),
        "verdicts": _verdicts(survey),
        "rows": "\n".join(map(_row, survey.views)),
        "data": _data(survey),
    }
    return MARKER.sub(lambda marker: parts[marker[1]], _asset("page.html"))


@cache
def _asset(name: str) -> str:
    return (files(__package__) / "views_page" / name).read_text("utf-8").rstrip("\n")


def _text(text: str) -> str:
    return escape(plain(text))


def app_of(view: SurveyedView) -> str:
    """The folder of the app that a view belongs to."""
    folder = dirname(view.path)
    while basename(folder) in FOLDERS_OF_VIEWS and dirname(folder):
        folder = dirname(folder)
    return folder or "."


def _verdicts(survey: Survey) -> str:
    """A box for each verdict, all of them ticked."""
    counts = Counter(view.verdict for view in survey.views)
    return "".join(
        f'<label class="chip"><input type="checkbox" value="{verdict}" checked>'
        f'<span class="{verdict}">{verdict}</span> {counts[verdict]}</label>'
        for verdict in VERDICTS
    )


def _row(view: SurveyedView) -> str:
    runs = f"{'async' if view.is_async else 'sync'} {view.kind}"
    route = f'<span class="route">{_breakable(view.route, "/")}</span>' if view.route else ""
    return (
        f'<tr data-app="{_text(app_of(view))}">'
        f'<td><button type="button" aria-pressed="false">{_breakable(view.title, ".")}</button>'
        f'<span class="place">{route}{runs}</span>'
        f'<span class="place">{_breakable(view.path, "/")}:{view.line}</span></td>'
        f'<td><span class="verdict {view.verdict}">{view.verdict}</span>'
        f'<span class="reason">{_prose(view.reason)}</span></td></tr>'
    )


def _breakable(text: str, mark: str) -> str:
    """Text in which a line may end before a mark."""
    return _text(text).replace(mark, f"<wbr>{mark}")


def _prose(text: str) -> str:
    """Text with what stands between backticks as code."""
    parts = _text(text).split("`")
    return "".join(f"<code>{part}</code>" if number % 2 else part for number, part in enumerate(parts))


def _data(survey: Survey) -> str:
    """What the script reads, as JSON that ends no script element."""
    lines = {f"{path}:{number}": plain(text) for (path, number), text in survey.excerpts.items()}
    text = json.dumps({**document(survey), "lines": lines}, separators=(",", ":"))
    return plain_json(text).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
