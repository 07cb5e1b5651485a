"""Markdown of `dal views`, for a pull request or a step summary: a table, then what all views share."""

import re

from django_async_lint.output.plain import plain
from django_async_lint.output.views_text import HEAD, NOTHING, kinds, summary
from django_async_lint.survey import Survey, SurveyedView

SPECIAL = re.compile(r"([\\|<>*_\[\]#~&])")
TICKED = re.compile(r"`([^`]*)`")


def render(survey: Survey) -> str:
    """The survey as a Markdown document."""
    lines = [f"## Does async help? (server: {survey.server})", ""]
    if survey.views:
        lines += [f"| {' | '.join(HEAD)} |", "|---" * len(HEAD) + "|"]
        lines += [_row(view) for view in survey.views]
        lines.append("")
    lines += [_prose(remark) + "\n" for remark in survey.remarks]
    lines.append(_prose(summary(survey)))
    return "\n".join(lines) + "\n"


def _row(view: SurveyedView) -> str:
    blocks = len(view.blocks) + (len(view.computes) if view.verdict == "hurts" else 0)
    cells = (
        f"{_code(view.title)}<br>{_prose(f'{view.path}:{view.line}')}",
        _code(view.route) if view.route else NOTHING,
        f"{'async' if view.is_async else 'sync'} {view.kind}",
        kinds(view.waits) or NOTHING,
        str(blocks) if blocks else NOTHING,
        NOTHING if view.hops is None else str(view.hops),
        f"**{view.verdict}**: {_prose(view.reason)}",
    )
    return f"| {' | '.join(cells)} |"


def _code(text: str) -> str:
    """Text as code in a cell of a table: a backtick or a bar in it ends neither."""
    return f"`{plain(text).replace('`', chr(39)).replace('|', chr(92) + '|')}`"


def _prose(text: str) -> str:
    """Text with what is quoted in it as code, and nothing else that Markdown or HTML would act upon."""
    parts = TICKED.split(plain(text))
    return "".join(_code(part) if number % 2 else SPECIAL.sub(r"\\\1", part) for number, part in enumerate(parts))
