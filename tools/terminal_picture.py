"""Draws what a command printed on a terminal as SVG text: its lines in a window, with their colours. Runs nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

WIDTH_OF_CHARACTER, HEIGHT_OF_LINE, MARGIN, BAR = 7.8, 18, 16, 30
BACKGROUND, FOREGROUND, PROMPT = "#1e1e2e", "#d9e0ee", "#a6e3a1"
COLOURS = {30: "#45475a", 31: "#f38ba8", 32: "#a6e3a1", 33: "#f9e2af", 34: "#89b4fa", 35: "#cba6f7", 36: "#94e2d5",
           37: "#d9e0ee", 90: "#7f849c"}  # fmt: skip
LIGHTS = ("#f38ba8", "#f9e2af", "#a6e3a1")
ESCAPE = re.compile(r"\x1b\[([\d;]*)m|\x1b\]8;;.*?(?:\x1b\\|\x07)")


@dataclass(frozen=True, slots=True)
class Style:
    """How characters look."""

    colour: str = FOREGROUND
    bold: bool = False


def drawn(command: str, output: str, columns: int) -> str:
    """A window with a command and its output; longer lines are cut."""
    rows = [[("$ ", Style(PROMPT, True)), (command, Style(bold=True))]]
    rows += [list(_cut(runs, columns)) for runs in _styled(output.rstrip("\n").split("\n"))]
    width = columns * WIDTH_OF_CHARACTER + 2 * MARGIN
    height = len(rows) * HEIGHT_OF_LINE + 2 * MARGIN + BAR
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" role="img" '
        f'aria-label="{escape(command)}" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13">',
        f'<rect width="{width:.0f}" height="{height}" rx="8" fill="{BACKGROUND}"/>',
        *(f'<circle cx="{18 + 18 * number}" cy="16" r="5" fill="{fill}"/>' for number, fill in enumerate(LIGHTS)),
    ]
    for number, runs in enumerate(rows):
        baseline = BAR + MARGIN + number * HEIGHT_OF_LINE + 12
        if any(text.strip() for text, _ in runs):
            lines.append(f'<text y="{baseline}" xml:space="preserve">{"".join(_spans(runs))}</text>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def _styled(lines: Sequence[str]) -> Iterator[list[tuple[str, Style]]]:
    """The runs of equal style of each line."""
    style = Style()
    for line in lines:
        runs, begin = [], 0
        for found in ESCAPE.finditer(line):
            runs.append((line[begin : found.start()], style))
            begin = found.end()
            if found[1] is not None:
                style = _after(style, found[1])
        runs.append((line[begin:], style))
        yield [(text, look) for text, look in runs if text]


def _after(style: Style, codes: str) -> Style:
    """A style after the codes of an escape sequence."""
    for code in (int(each or 0) for each in codes.split(";")):
        if code == 0:
            style = Style()
        elif code == 1:
            style = replace(style, bold=True)
        elif code == 39:
            style = replace(style, colour=FOREGROUND)
        elif code in COLOURS:
            style = replace(style, colour=COLOURS[code])
    return style


def _cut(runs: Sequence[tuple[str, Style]], columns: int) -> Iterator[tuple[str, Style]]:
    left = columns
    for text, style in runs:
        if len(text) > left:
            yield text[: max(left - 1, 0)] + "…", style
            return
        yield text, style
        left -= len(text)


def _spans(runs: Sequence[tuple[str, Style]]) -> Iterator[str]:
    column = 0
    for text, style in runs:
        weight = ' font-weight="bold"' if style.bold else ""
        x = MARGIN + column * WIDTH_OF_CHARACTER
        length = len(text) * WIDTH_OF_CHARACTER
        yield (
            f'<tspan x="{x:.1f}" fill="{style.colour}"{weight} textLength="{length:.1f}" '
            f'lengthAdjust="spacingAndGlyphs">{escape(text)}</tspan>'
        )
        column += len(text)
