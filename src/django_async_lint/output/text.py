"""Text for people: `concise`, one line per finding as flake8 has it; `full`, with source lines and the path.

Lines are never wrapped, so `path:line:column` stays clickable. Colour only when the caller asks for it.
"""

import re
from collections import Counter
from collections.abc import Iterator

from django_async_lint.diagnostic import SEVERITIES, Diagnostic, Finding, Report, Severity, Step
from django_async_lint.output.paths import ends
from django_async_lint.output.plain import plain, plain_path, width
from django_async_lint.source import Position

TAB = "    "
MOST_SINKS = 3
MOST_VIEWS = 2
FIXABLE = "[*]"
"""Before the message of a finding that `--fix` mends."""
NAME = re.compile(r"[\w.]+")

RESET, BOLD, CYAN = "\x1b[0m", "\x1b[1m", "\x1b[36m"
LINK = "\x1b]8;;{url}\x1b\\{url}\x1b]8;;\x1b\\"
"""An address as a link, by the control sequence OSC 8."""
COLOURS: dict[Severity, str] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;34m"}


def concise(report: Report, color: bool = False) -> str:
    """One line per finding, `path:line:column: CODE message`; nothing at all when there is none."""
    return "".join(f"{_header(finding.diagnostic, color)}\n" for finding in report.findings)


def full(
    report: Report, color: bool = False, with_summary: bool = True, most: int | None = None, links: bool = False
) -> str:
    """Every finding with its source lines, call path and advice, and a last line that sums up.

    Of more than `most` findings the others get a line each; with `links` addresses are links for a terminal.
    """
    shown = report.findings[:most]
    rest = report.findings[len(shown) :]
    blocks = ["\n".join(_block(finding, report, color, links)) + "\n\n" for finding in shown]
    lines = [f"{_header(finding.diagnostic, color)}\n" for finding in rest]
    if rest:
        count = _count(len(rest), "more finding")
        lines.append(f"\n{count} on one line each: `--output-format full` shows all in full\n")
    return "".join(blocks + lines) + (f"{summary(report)}\n" if with_summary else "")


def summary(report: Report) -> str:
    """What the run found, on one line."""
    looked_at = f"{_count(report.summary.files, 'file')}, {_count(report.summary.functions_on_loop, 'function')}"
    looked_at += " on the event loop"
    if report.summary.baselined:
        looked_at += f"; {report.summary.baselined} more in the baseline"
    if report.summary.suppressed:
        looked_at += f"; {report.summary.suppressed} suppressed by noqa"
    if report.fixed:
        looked_at += f"; {report.fixed} fixed"
    if not report.findings:
        return f"No findings in {looked_at}"
    by_severity = Counter(finding.diagnostic.severity for finding in report.findings)
    parts = [
        _count(by_severity[severity], severity, uncounted="info")
        for severity in reversed(SEVERITIES)
        if by_severity[severity]
    ]
    found = f"Found {_count(len(report.findings), 'finding')} ({', '.join(parts)}) in {looked_at}"
    return "\n".join([found, *_fixable(report)])


def _fixable(report: Report) -> Iterator[str]:
    """How many of the findings `--fix` would mend."""
    counts = Counter(finding.diagnostic.fix.applicability for finding in report.findings if finding.diagnostic.fix)
    if counts["safe"]:
        unsafe = f", {counts['unsafe']} more with `--unsafe-fixes`" if counts["unsafe"] else ""
        yield f"{FIXABLE} {counts['safe']} fixable with `--fix`{unsafe}"
    elif counts["unsafe"]:
        yield f"{counts['unsafe']} fixable with `--fix --unsafe-fixes`"


def _count(number: int, noun: str, uncounted: str = "") -> str:
    return f"{number} {noun}" if number == 1 or noun == uncounted else f"{number} {noun}s"


def _paint(text: str, style: str, color: bool) -> str:
    return f"{style}{text}{RESET}" if color and text else text


def _header(diagnostic: Diagnostic, color: bool) -> str:
    place = f"{plain_path(diagnostic.path)}:{diagnostic.start.line}:{diagnostic.start.column}:"
    code = _paint(diagnostic.code, COLOURS[diagnostic.severity], color)
    mark = f"{_paint(FIXABLE, CYAN, color)} " if diagnostic.fix and diagnostic.fix.applicability == "safe" else ""
    return f"{_paint(place, BOLD, color)} {code} {mark}{plain(diagnostic.message)}"


def _block(finding: Finding, report: Report, color: bool, links: bool = False) -> Iterator[str]:
    diagnostic = finding.diagnostic
    yield _header(diagnostic, color)
    lines = [diagnostic.start.line, *(step.line for step in diagnostic.steps)]
    if diagnostic.entry is not None:
        lines.append(diagnostic.entry.line)
    gutter = len(str(max(lines)))
    yield from _site(diagnostic, report, gutter, color)
    first, between, last = ends(diagnostic.steps)
    for step in first:
        yield from _step(step, report, gutter, color)
    if between:
        yield f"{' ' * gutter} {between}"
    for step in last:
        yield from _step(step, report, gutter, color)
    for label, text in _remarks(finding):
        shown = LINK.format(url=text) if links and text == finding.url else plain(text)
        yield f"{' ' * gutter} = {_paint(label + ':', BOLD, color)} {shown}"


def _step(step: Step, report: Report, gutter: int, color: bool) -> Iterator[str]:
    """A call of the path with its source line."""
    place = f"{plain_path(step.path)}:{step.line}:{step.column}:"
    yield f"{' ' * gutter} {_paint('>', CYAN, color)} {place} {plain(step.message)}"
    line = report.excerpts.get((step.path, step.line), "")
    yield from _excerpt(line, Position(step.line, step.column), _end_of_step(step, line), gutter, color, CYAN)


def _end_of_step(step: Step, line: str) -> int:
    """The column after what a step is about: the text that it quotes when that stands there, else a name."""
    quoted = step.message.strip("`")
    if line.startswith(quoted, step.column - 1):
        return step.column + len(quoted)
    name = NAME.match(line, step.column - 1)
    return (name.end() if name is not None else step.column) + 1


def _site(diagnostic: Diagnostic, report: Report, gutter: int, color: bool) -> Iterator[str]:
    """The line of the function on the loop, where it is another one, and the reported line with carets."""
    entry, start = diagnostic.entry, diagnostic.start
    if entry is not None and entry.path == diagnostic.path and entry.line < start.line:
        opening = _shown(report.excerpts.get((entry.path, entry.line), "")).rstrip()
        if opening:
            yield f"{entry.line:>{gutter}} | {opening}"
    line = report.excerpts.get((diagnostic.path, start.line), "")
    end = diagnostic.end.column if diagnostic.end.line == start.line else len(line.rstrip()) + 1
    yield from _excerpt(line, start, end, gutter, color, COLOURS[diagnostic.severity])


def _excerpt(line: str, start: Position, end: int, gutter: int, color: bool, style: str) -> Iterator[str]:
    """A source line and carets below it from `start` to the column `end`, exclusive."""
    if not line.strip():
        return
    before = _shown(line[: start.column - 1])
    marked = _shown(line[start.column - 1 : end - 1])
    yield f"{start.line:>{gutter}} | {_shown(line).rstrip()}"
    carets = _paint("^" * max(width(marked), 1), style, color)
    yield f"{' ' * gutter} | {' ' * width(before)}{carets}"


def _shown(text: str) -> str:
    return plain(text.replace("\t", TAB))


def _listed(sinks: tuple[str, ...]) -> str:
    """Sinks as a remark names them: all of three, the first two and a number of more."""
    shown = [f"`{plain(each)}`" for each in sinks]
    if len(shown) > MOST_SINKS:
        shown = [*shown[: MOST_SINKS - 1], f"{len(shown) - MOST_SINKS + 1} more"]
    return " and ".join((", ".join(shown[:-1]), shown[-1]) if len(shown) > 1 else shown)


def _reached(finding: Finding) -> str:
    """The nearest views that lead to a finding: two by name, of more the first and where to see the others."""
    views = [f"{each.name} ({each.route})" if each.route else each.name for each in finding.reached_from]
    if finding.reached_from_count <= MOST_VIEWS:
        return " and ".join(views)
    entry = finding.diagnostic.entry
    where = f": `dal why {entry.name}`" if entry is not None else ""
    return f"{views[0]} and {finding.reached_from_count - 1} more{where}"


def _remarks(finding: Finding) -> Iterator[tuple[str, str]]:
    diagnostic = finding.diagnostic
    if diagnostic.help:
        yield "help", diagnostic.help
    note = f"{diagnostic.severity}, {diagnostic.confidence} confidence"
    if diagnostic.further:
        note += f"; at this call also {_listed(diagnostic.further)}"
    if finding.others:
        note += f"; {_count(finding.others, 'other call site')} lead{'' if finding.others > 1 else 's'} to this sink"
    yield "note", note
    if finding.reached_from:
        yield "reached from", _reached(finding)
    yield "docs", finding.url
