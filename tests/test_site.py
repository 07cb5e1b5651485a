"""The documentation site: every page has its place in the navigation, tables of other linters' codes are whole, the
interface that is told is the one that there is, and the site builds strictly."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from django_async_lint import api
from django_async_lint.check import check
from django_async_lint.deferring import rules_by_call
from django_async_lint.rules.registry import all_rules
from tests.projects import write_project

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import make_site  # noqa: E402
import terminal_picture  # noqa: E402

MIGRATION = (ROOT / "docs/migration.md").read_text("utf-8")
CODES = re.search(r"<!-- codes: begin -->\n(.*?)<!-- codes: end -->", MIGRATION, re.DOTALL)
HARMLESS = {"os.path.abspath", "os.path.expanduser", "os.path.normpath", "os.path.relpath", "os.path.stat"}
"""What ruff's ASYNC240 reports though it asks the file system nothing, or does not stand where it names it."""


def rows() -> dict[str, tuple[str, str]]:
    """The table of other linters' codes: what it says of ruff, and what of this linter, by code."""
    assert CODES is not None
    found = {}
    for line in CODES[1].splitlines()[2:]:
        codes, ruff, _, here = (cell.strip() for cell in line.strip("|").split("|"))
        for code in codes.split(", "):
            number = code.removeprefix("ASYNC")
            found[code] = ("yes" if ruff == "yes" or ruff == number else "", here)
    return found


def test_every_page_has_its_place_in_the_navigation(tmp_path: Path) -> None:
    file = make_site.staged(tmp_path)
    listed = set(re.findall(r"(?m)^ +- (?:[^:\n]+: )?(\S+\.md)$", file.read_text("utf-8")))
    pages = {path.relative_to(file.parent / "pages").as_posix() for path in (file.parent / "pages").rglob("*.md")}
    assert listed == pages
    assert {f"rules/{rule.code}.md" for rule in all_rules()} <= listed


def test_links_of_pages_from_the_top_lead_to_pages(tmp_path: Path) -> None:
    pages = make_site.staged(tmp_path).parent / "pages"
    for path in pages.glob("*.md"):
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", path.read_text("utf-8")):
            assert (pages / target).exists(), f"{path.name}: {target}"


def test_the_table_of_codes_holds_those_of_ruff() -> None:
    command = [sys.executable, "-m", "ruff", "rule", "--all", "--output-format", "json"]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    codes = {each["code"] for each in told if str(each["code"]).startswith("ASYNC")}
    assert {code for code, (ruff, _) in rows().items() if ruff} == codes


def test_what_ruff_reports_has_the_code_that_the_table_says(tmp_path: Path) -> None:
    calls = sorted(rules_by_call())
    modules = sorted({name.rpartition(".")[0] for name in calls} - {"builtins"})
    lines = [f"import {module}" for module in modules]
    called = {}
    for number, name in enumerate(calls):
        lines += [f"async def f{number}(x):", f"    {name.removeprefix('builtins.')}(x)"]
        called[len(lines)] = name
    found = {each.diagnostic.start.line: each.diagnostic.code for each in check([write_project(
        tmp_path, {"views.py": "\n".join(lines) + "\n"})]).findings}  # fmt: skip
    silent = {name for line, name in called.items() if line not in found}
    assert silent == HARMLESS
    for line, code in found.items():
        assert f"[{code}]" in rows()[rules_by_call()[called[line]]][1]


def test_the_page_of_the_interface_names_what_there_is() -> None:
    page = (ROOT / "docs/api.md").read_text("utf-8")
    table = page[page.index("| Name |") :]
    names = [line.split("|")[1] for line in table.splitlines()[2:] if line.startswith("|")]
    assert {name for cell in names for name in re.findall(r"`(\w+)", cell)} == set(api.__all__)
    assert all(getattr(api, name) is not None for name in api.__all__)


def test_the_example_of_the_interface_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs/api.md").read_text("utf-8")
    example = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert example is not None
    monkeypatch.chdir(ROOT)
    exec(compile(example[1], "docs/api.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "shop/views.py 61 DAL204" in printed and "shop.views.slow /slow/ hurts" in printed


def test_a_picture_has_every_line_and_colour() -> None:
    drawing = terminal_picture.drawn("dal <x>", "\x1b[1;31mred\x1b[0m & plain\n" + "x" * 30, 20)
    assert drawing.count("<text") == 3 and "dal &lt;x&gt;" in drawing
    assert 'fill="#f38ba8" font-weight="bold"' in drawing and "&amp; plain" in drawing
    assert "x" * 19 + "…" in drawing and "x" * 20 not in drawing


@pytest.mark.long
def test_the_site_builds_strictly() -> None:
    done = subprocess.run(["make", "site"], cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    for rule in all_rules():
        address = rule.url.removeprefix("https://django-async-lint.readthedocs.io/")
        assert (ROOT / "site" / address / "index.html").is_file()
    index = (ROOT / "site/index.html").read_text("utf-8")
    assert "fonts.googleapis.com" not in index


@pytest.mark.long
def test_the_table_of_codes_holds_those_of_flake8_async(tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    python = environment / "bin/python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "flake8-async"], check=True, timeout=600)
    script = (
        "import flake8_async.visitors as v, flake8_async\n"
        "for c in [*v.ERROR_CLASSES, *v.ERROR_CLASSES_CST]:\n"
        "    for code in c.error_codes: print(code.partition('_')[0])\n"
    )
    done = subprocess.run([python, "-c", script], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == set(rows())
