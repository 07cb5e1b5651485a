"""Draws lines over logarithmic axes as SVG text, for the pages of measurements; nothing is measured here."""

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 220, 30, 50
COLOURS = ("#0b6e4f", "#c1121f", "#1d4ed8", "#b45309", "#6d28d9", "#475569")

Points = Sequence[tuple[float, float]]


def plotted(title: str, axes: tuple[str, str], lines: Mapping[str, Points]) -> str:
    """A chart of named lines; `axes` are the texts under and beside it. Needs at least one point."""
    points = [point for line in lines.values() for point in line]
    across = _Scale([x for x, _ in points], LEFT, WIDTH - RIGHT)
    up = _Scale([y for _, y in points], HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="12" role="img" aria-label="{escape(title)}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="18" font-weight="bold">{escape(title)}</text>',
    ]
    for x in sorted({x for x, _ in points}):
        parts.append(f'<text x="{across(x):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{x:g}</text>')
    for y in up.ticks:
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{up(y):.1f}" y2="{up(y):.1f}" stroke="#d4d4d8"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{up(y) + 4:.1f}" text-anchor="end">{y:g}</text>')
    center = (LEFT + WIDTH - RIGHT) / 2
    parts.append(f'<text x="{center}" y="{HEIGHT - 10}" text-anchor="middle">{escape(axes[0])}</text>')
    middle = (TOP + HEIGHT - BOTTOM) / 2
    turned = f'x="16" y="{middle}" text-anchor="middle" transform="rotate(-90 16 {middle})"'
    parts.append(f"<text {turned}>{escape(axes[1])}</text>")
    for number, (name, line) in enumerate(lines.items()):
        parts += _line(name, [(across(x), up(y)) for x, y in line], COLOURS[number % len(COLOURS)], number)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _line(name: str, line: Points, colour: str, number: int) -> list[str]:
    """A line with a dot at each point and its name beside the chart."""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in line)
    row = TOP + 14 + 20 * number
    return [
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in line),
        f'<rect x="{WIDTH - RIGHT + 14}" y="{row - 9}" width="10" height="10" fill="{colour}"/>',
        f'<text x="{WIDTH - RIGHT + 30}" y="{row}">{escape(name)}</text>',
    ]


class _Scale:
    """Where a value stands between two places, logarithmically."""

    def __init__(self, values: Sequence[float], first: float, last: float) -> None:
        low, high = math.log10(min(values)), math.log10(max(values))
        self.low, self.high = math.floor(low * 2) / 2, max(math.ceil(high * 2) / 2, low + 0.5)
        self.first, self.last = first, last
        self.ticks = [10.0**power for power in range(math.ceil(self.low), math.floor(self.high) + 1)]

    def __call__(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self.first + share * (self.last - self.first)
