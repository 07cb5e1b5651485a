"""The page of `dal views` in a real browser: it draws, filters, escapes and obeys the keyboard, light and dark.

Runs with a Chromium, which is asked over its own command line: the page writes what it shows into the document.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from django_async_lint.output import views_html
from django_async_lint.surveying import survey
from tests.projects import write_project
from tests.test_views import HEAD, MODELS, NASTY, URLS

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(BROWSER is None, reason="needs a Chromium: `apt install chromium`"),
]
BOOKSHOP = Path(__file__).parent.parent / "examples" / "bookshop"
REPORT = """
<script>
const report = {};
try {
  const shown = () => [...document.querySelectorAll("tbody tr")].filter((row) => !row.hidden).length;
  const send = (node, kind) => node.dispatchEvent(new Event(kind, { bubbles: true }));
  report.rows = document.querySelectorAll("tbody tr").length;
  report.shown = shown();
  report.chosen = document.querySelector("#detail h2").textContent;
  report.drawn = document.querySelectorAll("#detail svg rect.node").length;
  report.overlapping = [...document.querySelectorAll("#detail svg rect.node")].filter((one, at, all) =>
    all.slice(at + 1).some((other) => {
      const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
      return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    })).length;
  report.back = getComputedStyle(document.body).backgroundColor;
  const search = document.getElementById("search");
  search.value = "no such view";
  send(search, "input");
  report.searched = shown();
  report.none = !document.getElementById("none").hidden;
  search.value = "";
  send(search, "input");
  const hurts = document.querySelector("#verdicts input[value=hurts]");
  hurts.click();
  report.withoutHurts = shown();
  hurts.click();
  const first = document.querySelector("tbody tr button");
  first.focus();
  first.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
  report.afterArrow = document.activeElement.textContent;
  report.images = document.images.length;
  report.alerted = Boolean(window.alerted);
} catch (error) { report.error = String(error); }
const node = document.createElement("script");
node.type = "application/json";
node.id = "report";
node.textContent = JSON.stringify(report).replaceAll("<", "\\\\u003c");
document.body.append(node);
</script>
"""


def opened(root: Path, folder: Path, *options: str) -> dict[str, object]:
    """What the page about a project says of itself in the browser."""
    page = folder / "page.html"
    text = views_html.render(survey([root]))
    page.write_text(text.replace("</body>", f"{REPORT}</body>").replace("alert(1)", "window.alerted=1"), "utf-8")
    command = [
        str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1400,900",
        f"--user-data-dir={folder / 'profile'}", *options, "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    found = re.search(r'<script type="application/json" id="report">(.*?)</script>', done.stdout, re.DOTALL)
    assert found is not None, done.stderr[-2000:]
    report: dict[str, object] = json.loads(found[1])
    assert "error" not in report, report
    return report


def test_the_page_draws_filters_and_obeys_the_keyboard(tmp_path: Path) -> None:
    views = survey([BOOKSHOP]).views
    report = opened(BOOKSHOP, tmp_path)
    hurting = [view for view in views if view.verdict == "hurts"]
    assert (report["rows"], report["shown"], report["searched"], report["none"]) == (len(views), len(views), 0, True)
    assert report["withoutHurts"] == len(views) - len(hurting)
    assert report["chosen"] == hurting[0].name
    assert report["afterArrow"] == views[1].name
    assert isinstance(report["drawn"], int) and report["drawn"] >= 2 and report["overlapping"] == 0


def test_it_is_light_or_dark_as_the_reader_wants(tmp_path: Path) -> None:
    (tmp_path / "light").mkdir()
    (tmp_path / "dark").mkdir()
    light = opened(BOOKSHOP, tmp_path / "light", "--blink-settings=preferredColorScheme=1")
    dark = opened(BOOKSHOP, tmp_path / "dark", "--blink-settings=preferredColorScheme=0")
    assert light["back"] == "rgb(255, 255, 255)"
    assert dark["back"] == "rgb(20, 23, 28)"


def test_names_and_source_lines_do_nothing_in_the_browser(tmp_path: Path) -> None:
    files = {"models.py": MODELS, "views.py": HEAD + NASTY, "urls.py": URLS}
    report = opened(write_project(tmp_path / "project", files), tmp_path)
    assert (report["images"], report["alerted"], report["rows"]) == (0, False, 1)
