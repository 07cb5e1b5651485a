"""Text of `dal views` for people: an aligned table, and lines that sum up. Lines are never wrapped."""

from collections import Counter
from collections.abc import Sequence

from django_async_lint.output.plain import plain, width
from django_async_lint.survey import Survey, SurveyedView, Verdict, Work

RESET, BOLD = "\x1b[0m", "\x1b[1m"
COLOURS: dict[Verdict, str] = {
    "hurts": "\x1b[1;31m", "would-gain": "\x1b[1;33m", "helps": "\x1b[1;32m", "no-difference": "\x1b[1;34m",
    "keep-sync": "",
}  # fmt: skip
HEAD = ("View", "Route", "Runs", "Waits for", "Blocks", "Hops", "Verdict")
NOTHING = "-"
SENTENCES: dict[Verdict, str] = {
    "hurts": "async hurts {}", "helps": "async helps {}", "no-difference": "async makes no difference to {}",
    "would-gain": "{} would gain from async", "keep-sync": "{} should stay synchronous",
}  # fmt: skip


def render(survey: Survey, color: bool = False) -> str:
    """A row for each view, what all of them share, and a summary."""
    rows = [_row(view) for view in survey.views]
    table = [HEAD, *rows] if rows else []
    widths = [max(width(row[column]) for row in table) for column in range(len(HEAD))] if table else []
    lines = [f"Server: {survey.server}", ""]
    for number, row in enumerate(table):
        style = BOLD if not number else COLOURS[survey.views[number - 1].verdict]
        lines.append(_line(row, widths, style if color else ""))
    lines += [""] if table else []
    lines += [plain(remark) for remark in survey.remarks]
    lines.append(summary(survey))
    return "\n".join(lines) + "\n"


def _row(view: SurveyedView) -> tuple[str, ...]:
    runs = f"{'async' if view.is_async else 'sync'} {view.kind}"
    hops = NOTHING if view.hops is None else str(view.hops)
    blocks = len(view.blocks) + (len(view.computes) if view.verdict == "hurts" else 0)
    return (
        plain(view.title),
        plain(view.route) or NOTHING,
        runs,
        kinds(view.waits) or NOTHING,
        str(blocks) if blocks else NOTHING,
        hops,
        f"{view.verdict}: {plain(view.reason)}",
    )


def kinds(works: Sequence[Work]) -> str:
    """Kinds of wait with their numbers: `network 2, database`."""
    counts = Counter(work.how for work in works)
    return ", ".join(kind if number == 1 else f"{kind} {number}" for kind, number in sorted(counts.items()))


def _line(row: tuple[str, ...], widths: list[int], style: str) -> str:
    """One row; only the verdict is coloured, and the whole head."""
    cells = [cell + " " * (room - width(cell)) for cell, room in zip(row[:-1], widths, strict=False)]
    last = f"{style}{row[-1]}{RESET}" if style else row[-1]
    if style == BOLD:
        cells = [f"{BOLD}{cell}{RESET}" for cell in cells]
    return "  ".join([*cells, last])


def summary(survey: Survey) -> str:
    """How many views there are and what async does to them, on one line."""
    if not survey.views:
        return "No views were found"
    number = len(survey.views)
    counts = Counter(view.verdict for view in survey.views)
    running = sum(view.is_async for view in survey.views)
    parts = [sentence.format(counts[verdict]) for verdict, sentence in SENTENCES.items() if counts[verdict]]
    return f"{number} view{'s' if number > 1 else ''}, {running} of them async: {', '.join(parts)}"
