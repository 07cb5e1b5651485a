"""`dal doctor`: what it finds, what mutes findings, and that flake8 itself would decide so."""

import argparse
import itertools
import sys
from pathlib import Path

import pytest
from flake8.style_guide import Decision, DecisionEngine

from django_async_lint.cli import run
from django_async_lint.examining import Told, examine
from django_async_lint.surroundings import editors, flake8
from tests.projects import write_project

ROOT = Path(__file__).parent.parent
SITE = {
    "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\nraise SystemExit\n',
    "requirements.txt": "Django>=5.1\n",
    "shop/__init__.py": "raise SystemExit('imported')\n",
    "shop/settings.py": 'ROOT_URLCONF = "shop.urls"\nMIDDLEWARE = ["shop.audit.Audit", "other.Middleware"]\n',
    "shop/audit.py": "class Audit:\n    def __init__(self, get_response):\n        self.get_response = get_response\n\n"
    "    def __call__(self, request):\n        return self.get_response(request)\n",
    "shop/urls.py": "from django.urls import path\nfrom shop import views\nurlpatterns = [path('x/', views.index)]\n",
    "shop/views.py": "from django.http import HttpResponse\n\n\nasync def index(request):\n    return HttpResponse()\n",
    "shop/consumers.py": "from channels.generic.websocket import AsyncWebsocketConsumer\n\n\n"
    "class Chat(AsyncWebsocketConsumer):\n    async def connect(self):\n        pass\n\n"
    "    async def receive(self, text_data=None, bytes_data=None):\n        pass\n",
    "shop/tests/test_views.py": "async def index(request):\n    pass\n",
}


def told(root: Path, files: dict[str, str], topic: str) -> list[Told]:
    """What is told of one topic in a site with these files more."""
    return [each for each in examine(write_project(root, {**SITE, **files})) if each.topic == topic]


def test_what_is_found_of_a_site(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", str(write_project(tmp_path, SITE)), "--color", "never"]) == 0
    lines = [line.split(None, 1)[1] for line in capfd.readouterr().out.splitlines()]
    found = [line for line in lines if not line.startswith(("flake8", "project root", "rules"))]
    assert [" ".join(line.split()) for line in found] == [
        f"settings {tmp_path}/pyproject.toml",
        "settings module shop.settings, named by manage.py",
        "Django 5.1, by requirements.txt",
        "imports start from .",
        "files 8",
        "views 1: 1 asynchronous, 1 with a known route",
        "consumers 1",
        "middleware 2: 1 only synchronous, 1 not known",
    ]


@pytest.mark.parametrize(
    ("table", "topic", "text", "mutes"),
    [
        ("settings-module = 'shop.other'", "settings", "settings-module names `shop.other`, which is no module", False),
        ("target-django = '4.2'", "Django", "4.2, by `target-django`", False),
        ("ignore = ['DAL']", "rules", "none is on", True),
        ("exclude = ['*']", "files", "no Python file is found", True),
    ],
)
def test_own_settings_that_cannot_be_meant(table: str, topic: str, text: str, mutes: bool, tmp_path: Path) -> None:
    found = told(tmp_path, {"pyproject.toml": f"[tool.django-async-lint]\n{table}\n"}, topic)
    assert [each.mutes for each in found if each.level == "warning" and each.text.startswith(text)] == [mutes]


def test_projects_below_are_told(tmp_path: Path) -> None:
    files = {f"{each}/{name}": "" for each in ("one", "two") for name in ("pyproject.toml", "manage.py")}
    files["pyproject.toml"] = ""
    (found,) = (each for each in examine(write_project(tmp_path, files)) if each.topic == "other projects below")
    assert (found.level, found.text) == ("note", "one, two, checked by settings of their own")


def test_a_site_without_settings_is_told(tmp_path: Path) -> None:
    (found,) = told(tmp_path, {"manage.py": "", "shop/settings.py": ""}, "settings module")
    assert (found.level, found.text, found.mutes) == ("warning", "none is named", False)


def test_settings_that_nothing_names_are_those_that_set_the_middleware(tmp_path: Path) -> None:
    (found,) = told(tmp_path, {"manage.py": ""}, "settings module")
    assert (found.level, found.text) == ("ok", "shop/settings.py, the one file that sets MIDDLEWARE")


@pytest.mark.parametrize(
    ("name", "text", "clash"),
    [
        ("setup.cfg", "[flake8]\nignore = D, E501\n", "`ignore = D` in {file} mutes all of DAL"),
        ("tox.ini", "[flake8]\nextend_ignore = DA\n", "`extend-ignore = DA` in {file} mutes all of DAL"),
        (".flake8", "[flake8]\nselect = E,F\n", "`select = E,F` in {file} mutes all of DAL"),
        (".flake8", "[flake8]\nextend-ignore = D\nextend-select = DAL2\n", "`extend-ignore = D` in {file} mutes DAL"),
        (".flake8", "[flake8]\nextend-ignore = D\nextend-select = DAL\n", ""),
        (".flake8", "[flake8]\nextend-ignore = DAL104\n", ""),
        (".flake8", "[flake8]\nmax-line-length = 100\n", ""),
        ("tox.ini", "[tox]\n", ""),
    ],
)
def test_what_mutes_us_in_flake8(name: str, text: str, clash: str, tmp_path: Path) -> None:
    found = [each for each in told(tmp_path, {name: text}, "flake8") if each.mutes]
    assert bool(found) is bool(clash)
    assert all(each.text.startswith(clash.format(file=tmp_path / name)) and each.advice for each in found)
    assert run(["doctor", str(tmp_path)]) == bool(clash)


CHOICES = (None, (), ("D",), ("DAL",), ("DAL101",), ("E", "DAL1"))


def test_flake8_itself_decides_so() -> None:
    for select, ignore, more, less in itertools.product(CHOICES, repeat=4):
        options = argparse.Namespace(
            select=list(select) if select is not None else None,
            ignore=list(ignore) if ignore is not None else None,
            extend_select=list(more or ()),
            extend_ignore=list(less or ()),
            extended_default_select=["C90", "E", "F", "W", "DAL"],
            extended_default_ignore=[],
        )
        engine = DecisionEngine(options)
        ours = flake8.Flake8Settings(Path(), select, ignore, more or (), less or ())
        for code in ("DAL101", "DAL204"):
            assert ours.mutes(code) is (engine.decision_for(code) is Decision.Ignored), (options, code)


def test_the_nearest_settings_of_flake8_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    section = "[flake8]\n"
    write_project(tmp_path, {"a/b/c.txt": "", "a/tox.ini": section, "a/.flake8": section, "a/setup.cfg": "[x]\n"})
    found = flake8.settings_of(tmp_path / "a/b")
    assert found is not None and found.file == tmp_path / "a/tox.ini"
    monkeypatch.setenv("HOME", str(tmp_path / "a"))
    assert flake8.settings_of(tmp_path / "a/b") is None, "flake8 stops below the home folder"


def test_a_flake8_of_another_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "bin/flake8"
    write_project(tmp_path, {"bin/flake8": "#!/bin/sh\nexit 9\n"})
    other.chmod(0o755)
    monkeypatch.setenv("PATH", str(other.parent))
    assert flake8.other_flake8() == other
    (tmp_path / "lib/python3.12/site-packages/django_async_lint-0.1.0.dist-info").mkdir(parents=True)
    assert flake8.other_flake8() is None
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    assert flake8.other_flake8() is None and flake8.is_seen()


@pytest.mark.parametrize(
    ("lint", "level"),
    [
        ("", "note"),
        ("select = ['E']", "note"),
        ("select = ['RUF']", "warning"),
        ("extend-select = ['RUF102']", "warning"),
        ("select = ['ALL']\nexternal = ['ASYNC']", "warning"),
        ("select = ['ALL']\nexternal = ['ASYNC', 'DAL']", "ok"),
        ("select = ['ALL']\nexternal = ['D']", "ok"),
    ],
)
def test_ruff_that_would_remove_our_comments(lint: str, level: str, tmp_path: Path) -> None:
    (found,) = told(tmp_path, {"ruff.toml": f"[lint]\n{lint}\n"}, "ruff")
    assert (found.level, found.mutes) == (level, False)
    assert not told(tmp_path / "other", {}, "ruff")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("{}", []),
        ('{"python.x": 1}', []),
        ('{"flake8.enabled": true}', ["warning", "note"]),
        ('{// why: "flake8"\n "flake8.importStrategy": "fromEnvironment", /* , } */\n}', ["ok", "note"]),
        ('{"flake8.importStrategy": "fromEnvironment", "flake8.severity": {"D": "Hint",},}', ["ok"]),
        ('{"flake8.importStrategy": "fromEnvironment", "flake8.args": ["--ignore", "D"]}', ["ok", "warning", "note"]),
        ('{"flake8.importStrategy": "fromEnvironment", "flake8.args": ["--ignore=E5"]}', ["ok", "note"]),
        ("{broken", ["note"]),
    ],
)
def test_settings_of_the_editor(text: str, levels: list[str], tmp_path: Path) -> None:
    found = told(tmp_path, {editors.FILE: text}, "VS Code")
    assert [each.level for each in found] == levels
    assert all(each.mutes is (each.level == "warning") for each in found)


@pytest.mark.parametrize(("hook", "level"), [("dal-check-all", "ok"), ("black", "note")])
def test_the_hook_of_pre_commit(hook: str, level: str, tmp_path: Path) -> None:
    text = f"repos:\n  - repo: https://x\n    rev: v1\n    hooks:\n      - id: {hook}\n"
    (found,) = told(tmp_path, {".pre-commit-config.yaml": text}, "pre-commit")
    assert found.level == level and hook in (found.text if level == "ok" else hook)


def test_settings_that_cannot_be_read_are_an_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    root = write_project(tmp_path, {"pyproject.toml": "[tool.django-async-lint]\nselct = []\n"})
    assert run(["doctor", str(root)]) == 2
    assert "did you mean `select`?" in capfd.readouterr().err
