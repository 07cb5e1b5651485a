"""`defer-to = ["ruff"]`: what is left to ruff is what the ruff at hand reports at the same call, and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from django_async_lint.check import check
from django_async_lint.cli import run
from django_async_lint.config import Settings
from django_async_lint.deferring import rules_by_call
from django_async_lint.explaining import explain
from django_async_lint.file_by_file import workplace
from django_async_lint.inference import catalogue
from django_async_lint.knowledge import other_linters
from tests.projects import write_project

DEFERRING = '[tool.django-async-lint]\ndefer-to = ["ruff"]\n'
VIEWS = """
import os
import subprocess
import time as clock
from pathlib import Path
from time import sleep as nap

import requests

pause = clock.sleep


def load():
    clock.sleep(1)


async def page(request, path: Path):
    clock.sleep(1)
    nap(1)
    pause(1)
    [clock.sleep(1) for _ in range(3)]
    load()
    with open("x") as file:
        file.read()
    os.path.exists("x")
    path.read_text()
    Path("x").open()
    subprocess.run(["x"])
    requests.get("https://example.com")
    requests.Session().get("https://example.com")
    os.system("x")
    input()

    def inner():
        nap(1)

    inner()
"""
SHADOWED = """
import requests


async def page(request):
    requests.get("https://example.com")


async def other(request, requests):
    requests.get("https://example.com")
"""
SETTINGS = {
    "none": "",
    "nothing said of rules": "[tool.ruff]\nline-length = 100\n",
    "all": '[tool.ruff.lint]\nselect = ["ALL"]\n',
    "one": '[tool.ruff.lint]\nselect = ["E", "ASYNC251"]\n',
    "others": '[tool.ruff.lint]\nselect = ["E", "F"]\n',
    "one more": '[tool.ruff.lint]\nextend-select = ["ASYNC240"]\n',
    "old place": '[tool.ruff]\nselect = ["ASYNC2"]\nignore = ["ASYNC25"]\n',
    "longer match": '[tool.ruff.lint]\nignore = ["ASYNC2"]\nextend-select = ["ASYNC251"]\n',
    "equal": '[tool.ruff.lint]\nselect = ["ASYNC251", "ASYNC230"]\nextend-ignore = ["ASYNC251"]\n',
    "default ignored": '[tool.ruff.lint]\nextend-ignore = ["ASYNC25"]\n',
    "not in this file": '[tool.ruff.lint]\nselect = ["ASYNC"]\nper-file-ignores = {"shop/*" = ["ASYNC25"]}\n',
    "not in others": '[tool.ruff.lint]\nselect = ["ASYNC"]\nper-file-ignores = {"!views.py" = ["ASYNC25"]}\n',
    "anchored elsewhere": '[tool.ruff.lint]\nselect = ["ASYNC"]\nper-file-ignores = {"views/*" = ["ASYNC25"]}\n',
    "excluded": '[tool.ruff]\nextend-exclude = ["shop"]\nlint.select = ["ASYNC"]\n',
    "excluded by lint": '[tool.ruff]\nlint.exclude = ["views.py"]\nlint.select = ["ASYNC"]\n',
    "extending": '[tool.ruff]\nextend = "base.toml"\nlint.extend-select = ["ASYNC240"]\n',
}
BASE = '[lint]\nselect = ["ASYNC230"]\nignore = ["E501"]\n'


def ruff(*arguments: object, cwd: Path) -> list[dict[str, object]]:
    """What ruff reports, as JSON."""
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "json", *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def places(found: list[dict[str, object]]) -> set[tuple[int, int]]:
    return {(each["location"]["row"], each["location"]["column"]) for each in found}  # type: ignore[index]


def test_the_table_says_what_this_ruff_reports(tmp_path: Path) -> None:
    names = {name for name in rules_by_call() if not name.startswith("builtins.")}
    names |= {
        name
        for libraries in catalogue._libraries().values()
        for library in libraries
        for text in library.get("calls", {}).values()
        for name in text.split()
        if "." in name and all(part.isidentifier() for part in name.split("."))
    }
    lines: list[str] = []
    called: dict[int, str] = {}
    for number, name in enumerate(sorted(names)):
        module, _, _ = name.rpartition(".")
        if not module.startswith("builtins"):
            lines += [f"async def f{number}():", f"    import {module}", f"    {name}('a')"]
            called[len(lines)] = name
    for name in ("open", "input"):
        lines += [f"async def f_{name}():", f"    {name}('a')"]
        called[len(lines)] = f"builtins.{name}"
    (tmp_path / "calls.py").write_text("\n".join(lines) + "\n")
    found = ruff("--isolated", "--select", ",".join(other_linters.RUFF), "calls.py", cwd=tmp_path)
    told = {called[each["location"]["row"]]: each["code"] for each in found}  # type: ignore[index]
    assert told == rules_by_call()
    found = ruff("--isolated", "calls.py", cwd=tmp_path)
    assert {each["code"] for each in found if str(each["code"]).startswith("ASYNC")} == other_linters.RUFF_DEFAULT


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS.keys())
def test_what_is_left_is_what_ruff_reports(settings: str, tmp_path: Path) -> None:
    files = {"shop/__init__.py": "", "shop/views.py": VIEWS, "base.toml": BASE, "pyproject.toml": DEFERRING + settings}
    root = write_project(tmp_path, files)
    whole = {each.diagnostic.start for each in check([root], Settings({"defer_to": ()})).findings}
    kept = {each.diagnostic.start for each in check([root]).findings}
    left = {(start.line, start.column) for start in whole - kept}
    told = places([each for each in ruff(".", cwd=root) if str(each["code"]) in other_linters.RUFF])
    assert kept <= whole and left <= told
    if settings:
        lines = VIEWS.splitlines()
        by_object = {number for number, line in enumerate(lines, 1) if "Path(" in line or "path.read" in line}
        same = {(place.line, place.column) for place in whole} & {each for each in told if each[0] not in by_object}
        assert left == same
    else:
        assert left == set(), "no settings of ruff: nobody says that it is used"
    alone = workplace(root, Settings()).diagnostics(str(root / "shop/views.py"))
    assert {each.start for each in alone} == kept


def test_a_name_that_means_two_things_is_not_left(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"views.py": SHADOWED, "pyproject.toml": DEFERRING + SETTINGS["all"]})
    assert [each.diagnostic.start.line for each in check([root]).findings] == [6]


def test_it_is_explained(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"views.py": SHADOWED, "pyproject.toml": DEFERRING + SETTINGS["all"]})
    view = "import time\n\n\nasync def page(request):\n    time.sleep(1)\n"
    (root / "views.py").write_text(view)
    assert [each.why for each in explain(f"{root / 'views.py'}:5").verdicts] == ["deferred"]


def test_a_comment_for_what_is_left_is_used(tmp_path: Path) -> None:
    view = "import time\n\n\nasync def page(request):\n    time.sleep(1)  # noqa: DAL101\n"
    root = write_project(tmp_path, {"views.py": view, "pyproject.toml": DEFERRING + SETTINGS["all"]})
    assert [each.diagnostic.code for each in check([root]).findings] == []


def test_an_unknown_linter_is_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--config", 'defer-to=["rufff"]']) == 2
    assert '`defer-to` must be a list of "ruff"' in capfd.readouterr().err


def test_a_cached_run_notices_that_ruff_changed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    view = "import time\n\n\nasync def page(request):\n    time.sleep(1)\n"
    root = write_project(tmp_path, {"views.py": view, "pyproject.toml": DEFERRING, "ruff.toml": ""})
    assert run(["check", "-q", str(root)]) == 0
    (root / "ruff.toml").write_text('lint.select = ["E"]\n')
    assert run(["check", "-q", str(root)]) == 1
