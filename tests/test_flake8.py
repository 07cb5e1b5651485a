"""flake8 end to end: the same findings as `dal check`, in every way flake8 can be run."""

import argparse
import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from django_async_lint import check as recipe
from django_async_lint.config import Settings
from django_async_lint.flake8_plugin import Plugin
from tests.projects import diagnostics, write_project

ROOT = Path(__file__).parent.parent
FORMAT = "%(path)s\t%(row)d\t%(col)d\t%(code)s\t%(text)s"
SPAWN = "import multiprocessing as m\nm.set_start_method({!r})\nfrom flake8.main.cli import main\nmain()"

VIEW = """\
import time
from shop.services import load


async def index(request):
    time.sleep(2)
    return load()
"""
SERVICES = """\
import time


def load():
    time.sleep(1)


def hush():
    time.sleep(1)  # noqa: DAL101
"""
FILES = {
    "shop/__init__.py": "",
    "shop/views.py": VIEW,
    "shop/wide.py": 'import time\n\n\nasync def wide(request):\n    x = "é😀"; time.sleep(2)  # noqa: E702\n',
    "shop/quiet.py": "import time\n\n\nasync def quiet(request):\n    time.sleep(2)  # noqa: DAL101\n",
    "shop/silent.py": "# flake8: noqa\nimport time\n\n\nasync def silent(request):\n    time.sleep(2)\n",
    "shop/services.py": SERVICES,
    "shop/hushed.py": "from shop.services import hush\n\n\nasync def hushed(request):\n    return hush()\n",
    "shop/broken.py": "def async view(request):\n    pass\n",
}

Found = tuple[str, int, int, str, str]


def projects() -> Iterator[Path]:
    """Every sample project of the repository."""
    for place in ("tests/fixtures", "examples"):
        folder = ROOT / place
        yield from sorted(path for path in folder.glob("*") if path.is_dir()) if folder.is_dir() else ()


def of_dal(folder: Path, *arguments: str, data: bytes | None = None) -> set[Found]:
    """What `dal check` finds, run in `folder`, its paths relative to that."""
    command = [sys.executable, "-m", "django_async_lint", "check", "--output-format", "json", *arguments]
    run = subprocess.run(command, cwd=folder, input=data, capture_output=True, timeout=300)
    assert run.returncode in (0, 1), run.stderr
    return {
        (each["path"], each["start"]["line"], each["start"]["column"], each["code"], each["message"])
        for each in json.loads(run.stdout)["diagnostics"]
    }


def of_flake8(
    folder: Path, *arguments: str, data: bytes | None = None, start: str | None = None, select: str = "DAL"
) -> set[Found]:
    """What flake8 reports, run in `folder`; with `start` its workers begin as multiprocessing has it."""
    program = ["-c", SPAWN.format(start)] if start else ["-m", "flake8"]
    options = ["--isolated", f"--select={select}", f"--format={FORMAT}"]
    run = subprocess.run(
        [sys.executable, *program, *options, *arguments],
        cwd=folder,
        input=data,
        capture_output=True,
        timeout=300,
    )
    assert run.returncode in (0, 1) and not run.stderr, run.stderr.decode()
    rows = [line.split("\t", 4) for line in run.stdout.decode().splitlines()]
    return {
        (path.removeprefix("./"), int(line), int(column), code, text)
        for path, line, column, code, text in rows
    }


def parses(path: Path) -> bool:
    try:
        ast.parse(path.read_bytes())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return write_project(tmp_path, FILES)


WAYS = [(("-j1",), None), (("-j2",), "fork"), (("-j2",), "spawn")]


@pytest.mark.parametrize(("jobs", "start"), WAYS)
def test_the_same_findings_as_dal_check(jobs: tuple[str, ...], start: str | None, shop: Path) -> None:
    expected = of_dal(shop)
    assert {(path, line, column) for path, line, column, *_ in expected} == {
        ("shop/broken.py", 1, 5),
        ("shop/views.py", 6, 5),
        ("shop/views.py", 7, 12),
        ("shop/wide.py", 5, 15),
    }
    found = of_flake8(shop, *jobs, start=start, select="DAL,E9")
    assert {each for each in found if each[3] != "E999"} == {each for each in expected if each[3] != "DAL001"}
    assert {each[:2] for each in found if each[3] == "E999"} == {("shop/broken.py", 1)}


@pytest.mark.parametrize("project", list(projects()), ids=lambda path: path.name)
@pytest.mark.parametrize(("jobs", "start"), WAYS)
def test_the_same_findings_in_every_sample_project(
    jobs: tuple[str, ...], start: str | None, project: Path
) -> None:
    files = [path for path in recipe.files([project], Settings(), {}) if parses(path)]
    expected = {
        (str(path.relative_to(project)), *found.start, found.code, found.message)
        for path in files
        for found in diagnostics([path])
    }
    assert files
    names = [str(path.relative_to(project)) for path in files]
    assert of_flake8(project, *jobs, *names, start=start) == expected


def test_it_does_not_matter_where_flake8_runs(shop: Path) -> None:
    inside = of_flake8(shop, "shop/views.py")
    outside = of_flake8(shop.parent, str(shop / "shop/views.py"))
    assert {each[1:] for each in inside} == {each[1:] for each in outside} != set()


@pytest.mark.parametrize("name", ["shop/views.py", "shop/new.py"])
def test_standard_input_stands_for_the_file_that_it_is_said_to_be(name: str, shop: Path) -> None:
    buffer = ("# changed\n" + VIEW.replace("    time.sleep(2)\n", "")).encode()
    found = of_flake8(shop, "--stdin-display-name", name, "-", data=buffer)
    assert found == of_dal(shop, "--stdin-filename", name, "-", data=buffer)
    assert [each[:4] for each in found] == [(name, 7, 12, "DAL101")]
    absolute = of_flake8(shop.parent, "--stdin-display-name", str(shop / name), "-", data=buffer)
    assert {each[1:] for each in absolute} == {each[1:] for each in found}


def test_standard_input_without_a_name_resolves_absolute_imports_from_here(shop: Path) -> None:
    found = of_flake8(shop, "-", data=VIEW.encode())
    assert found == of_dal(shop, "-", data=VIEW.encode())
    assert [each[:4] for each in sorted(found)] == [("stdin", 6, 5, "DAL101"), ("stdin", 7, 12, "DAL101")]
    relative = VIEW.replace("from shop.services", "from .services")
    assert {each[1:4] for each in of_flake8(shop, "-", data=relative.encode())} == {(6, 5, "DAL101")}


def test_settings_come_from_the_linted_files_own_project(shop: Path) -> None:
    (shop / "pyproject.toml").write_text(
        '[tool.django-async-lint.per-file-ignores]\n"shop/wide.py" = ["DAL1"]\n'
    )
    found = of_flake8(shop.parent, str(shop / "shop"))
    assert {Path(each[0]).name for each in found} == {"views.py"}


def test_options_also_come_from_flake8s_own_file(shop: Path) -> None:
    (shop / "setup.cfg").write_text(
        "[flake8]\nselect = DAL\ndal-min-confidence = high\ndal-target-django = 5.2\n"
    )
    command = [sys.executable, "-m", "flake8", "shop/views.py"]
    run = subprocess.run(command, cwd=shop, capture_output=True, text=True, timeout=120)
    assert (run.returncode, run.stdout.count("DAL101"), run.stderr) == (1, 2, "")
    (shop / "setup.cfg").write_text("[flake8]\ndal-min-confidence = hgih\n")
    run = subprocess.run(command, cwd=shop, capture_output=True, text=True, timeout=120)
    assert run.returncode == 2 and "`min-confidence` must be one of" in run.stderr
    assert "Traceback" not in run.stderr


def test_settings_that_cannot_be_used_are_one_line_per_file(shop: Path) -> None:
    (shop / "pyproject.toml").write_text("[tool.django-async-lint]\nselct = 1\n")
    (found,) = of_flake8(shop, "shop/views.py")
    assert found[:4] == ("shop/views.py", 1, 1, "DAL003")
    assert "unknown key `selct`" in found[4]


def test_an_internal_error_is_one_line_and_the_run_goes_on(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RecursionError("too\ndeep")

    monkeypatch.setattr("django_async_lint.file_by_file.findings_of", broken)
    assert [result[:3] for result in results(shop / "shop/views.py")] == [
        (1, 0, "DAL003 internal error: RecursionError: too\\ndeep")
    ]


def results(path: Path, text: str | None = None) -> list[tuple[int, int, str, type[Plugin]]]:
    """What the plugin yields in this process, as inside an editor's."""
    text = path.read_text("utf-8") if text is None else text
    return list(Plugin(ast.parse(text), str(path), text.splitlines(keepends=True)).run())


def test_a_long_lived_process_is_never_stale(shop: Path) -> None:
    views, services = shop / "shop/views.py", shop / "shop/services.py"
    assert len(results(views)) == 2
    assert len(results(views, VIEW.replace("    time.sleep(2)\n", ""))) == 1, "a buffer"
    assert len(results(views)) == 2
    views.write_text(VIEW.replace("    time.sleep(2)\n", ""))
    assert len(results(views)) == 1, "the file has changed"
    services.write_text("def load():\n    pass\n")
    Plugin.parse_options(options())
    assert results(views) == [], "another run sees what has changed elsewhere"


def options() -> argparse.Namespace:
    """The options of a run that sets none of ours."""
    return argparse.Namespace(dal_target_django=None, dal_profile=None, dal_min_confidence=None, dal_no_cache=False)


def test_what_python_cannot_decode_is_told_as_dal_check_tells_it(shop: Path) -> None:
    bad = b"import time\n\n\nasync def view(request):\n    x = '\xff'\n    time.sleep(2)\n"
    (shop / "shop/bad.py").write_bytes(bad)
    assert of_flake8(shop, "shop/bad.py") == of_dal(shop, "shop/bad.py") != set()


def test_the_plugin_names_itself() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "flake8", "--version"], capture_output=True, text=True, timeout=60
    )
    assert "django-async-lint: 0.1.0" in run.stdout
