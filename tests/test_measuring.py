"""What measures when async helps: the site answers in every way, the page has a place for every figure."""

import asyncio
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = ROOT / "tools"
sys.path.insert(0, str(TOOLS))

import measure_async  # noqa: E402

WAYS = (measure_async.SLEEPS, measure_async.NETWORK, measure_async.ROWS, measure_async.STALLS)
FIGURES = {
    "sleeps": {way.view: {count: 0.5 for count in measure_async.AT_ONCE} for way in measure_async.SLEEPS},
    "network": {way.view: [0.5, 0.25] for way in measure_async.NETWORK},
    "rows": {way.view: 0.5 for way in measure_async.ROWS},
    "stalls": {way.view: 0.5 for way in measure_async.STALLS},
    "middleware": {stack: [0.5, 0.0005] for stack in measure_async.STACKS},
}


def test_the_page_has_a_place_for_every_section() -> None:
    page = measure_async.PAGE.read_text("utf-8")
    for name in (*measure_async.sections(FIGURES), "setting"):
        found = re.search(measure_async.SECTION.format(name=name), page, re.DOTALL)
        assert found is not None and len(found[0].splitlines()) > 2, f"{name}: run `make measure-async`"
    for name in measure_async.pictures(FIGURES):
        assert f"](pictures/{name})" in page and (measure_async.PICTURES / name).is_file()


def test_figures_are_told_with_their_unit() -> None:
    tables = measure_async.sections(FIGURES)
    assert "| 500 ms | 250 ms |" in tables["network"] and "| 500 ms | 0.50 ms |" in tables["middleware"]


@pytest.mark.long
def test_every_view_answers_under_every_stack(tmp_path: Path) -> None:
    async def ask(port: int) -> None:
        asked = measure_async.Asked(port)
        for view in sorted({way.view for ways in WAYS for way in ways} - {""}):
            await asked.get(view)

    for stack in measure_async.STACKS:
        with measure_async.served(stack, tmp_path) as port:
            asyncio.run(ask(port))
