"""`dal config` and `dal schema`: every setting has a page, and the schemas accept what the readers and outputs do."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from django_async_lint import check, fixing, setting_pages
from django_async_lint.cli import run
from django_async_lint.config import KEYS, READERS, Config, ConfigError, Settings, read_table
from django_async_lint.output import json as json_output
from django_async_lint.output import schemas
from tests.projects import write_project

ROOT = Path(__file__).parent.parent
DOCUMENT = setting_pages.schema()
VALIDATOR = jsonschema.Draft7Validator(DOCUMENT)
VALUES: tuple[object, ...] = (
    "", "asgi", "5.2", "5.2.1", "3.2", "5", "DAL101", "full", "listed", "warning", "high", 1, True, None, [], ["DAL"],
    ["dal10"], ["ALL"], ["E501"], ["DAL1000"], [1], {}, {"tests/**": ["DAL1"]}, {"tests/**": "DAL1"}, {"a": ["E5"]},
)  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_every_setting_has_a_meaning_and_what_it_takes(key: str) -> None:
    page = next(each for each in setting_pages.pages() if each.key == key)
    assert page.meaning and page.takes != "value" and page.default != "(not set)"


@pytest.mark.parametrize("key", KEYS)
def test_the_schema_accepts_what_the_reader_accepts(key: str) -> None:
    def is_read(value: object) -> bool:
        try:
            read_table({key: value}, "test")
        except ConfigError:
            return False
        return True

    accepted = [value for value in VALUES if is_read(value)]
    assert [value for value in VALUES if VALIDATOR.is_valid({key: value})] == accepted


def test_the_schema_is_one_and_knows_every_key() -> None:
    jsonschema.Draft7Validator.check_schema(DOCUMENT)
    properties: Any = DOCUMENT["properties"]
    assert sorted(properties) == list(properties) == sorted(KEYS)
    assert all(each["description"] for each in properties.values())
    VALIDATOR.validate({key: each["default"] for key, each in properties.items() if "default" in each})
    assert not VALIDATOR.is_valid({"selct": []})


def test_defaults_of_the_schema_are_those_of_the_settings() -> None:
    properties: Any = DOCUMENT["properties"]
    defaults = {key.replace("-", "_"): each["default"] for key, each in properties.items() if "default" in each}
    given = {name: getattr(Config(), name) for name in READERS}
    assert defaults == {
        name: list(value) if isinstance(value, tuple) else value for name, value in given.items() if value is not None
    }


def test_json_is_what_its_schema_says(tmp_path: Path) -> None:
    schema = json.loads(schemas.text("json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    helper = "import time\n\n\ndef load():\n    time.sleep(1)\n    open('a')\n"
    views = (
        "import time\nfrom shop.services import load\n\n\nasync def index(request):\n    time.sleep(1)\n    load()\n"
    )
    urls = "from django.urls import path\nfrom shop import views\n\nurlpatterns = [path('x/', views.index)]\n"
    files = {"shop/__init__.py": "", "shop/services.py": helper, "shop/views.py": views, "urls.py": urls, "bad.py": "("}
    root = write_project(tmp_path, files)
    report = fixing.with_fixes(check.check([root]), root, {})
    document = json.loads(json_output.render(report))
    jsonschema.validate(document, schema, jsonschema.Draft202012Validator)
    found = document["diagnostics"]
    assert {each["fix"] is not None for each in found} == {True, False}
    assert any(each["steps"] for each in found) and any(each["reached_from"] for each in found)
    for broken in ({**document, "schema": 2}, {**document, "diagnostics": [{**found[0], "severity": "loud"}]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, schema, jsonschema.Draft202012Validator)


def test_schema_prints_what_is_published(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    def printed(*arguments: str) -> object:
        assert run(["schema", *arguments]) == 0
        return json.loads(capfdbinary.readouterr().out)

    def published(name: str) -> object:
        return json.loads((ROOT / f"docs/schema/{name}.json").read_text())

    assert printed() == published("settings")
    for output, name in schemas.SCHEMAS.items():
        assert printed("--output", output) == published(name)


def test_config_lists_and_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_project(tmp_path, {"pyproject.toml": "[tool.django-async-lint]\nserver = 'wsgi'\n"}))
    assert run(["config"]) == 0
    listed = capfd.readouterr().out
    assert [line.partition(" ")[0] for line in listed.splitlines()[: len(KEYS)]] == list(KEYS)
    assert run(["config", "server"]) == 0
    assert 'default  "asgi"\nhere     "wsgi"\n' in capfd.readouterr().out
    assert run(["config", "server", "--isolated"]) == 0
    assert 'here     "asgi"\n' in capfd.readouterr().out
    assert run(["config", "servre"]) == 2
    assert "there is no setting `servre`, did you mean `server`?" in capfd.readouterr().err
    assert Settings().of(tmp_path).server == "wsgi"
