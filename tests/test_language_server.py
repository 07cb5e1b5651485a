"""`dal server` as an editor meets it: a real client over pipes, real projects on disk."""

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from django_async_lint.config import Settings
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.language_server import desk
from django_async_lint.project.modules import Module
from tests.language_client import LanguageClient, applied
from tests.projects import write_project

pytest.importorskip("pygls", reason="pygls, the extra `lsp`, is not installed")

VIEWS = """\
import time
from shop.services import load


async def index(request):
    time.sleep(2)
    return load()
"""
FILES = {
    "shop/__init__.py": "",
    "shop/views.py": VIEWS,
    "shop/services.py": "import time\n\n\ndef load():\n    time.sleep(1)\n",
    "shop/urls.py": "from django.urls import path\nfrom shop.views import index\n\nurlpatterns = [path('', index)]\n",
}
Start = Callable[..., LanguageClient]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return write_project(tmp_path / "shop project", FILES)


@pytest.fixture
def start(shop: Path) -> Iterator[Start]:
    clients: list[LanguageClient] = []

    def begun(folder: Path = shop, **options: Any) -> LanguageClient:
        clients.append(LanguageClient(folder, **options))
        return clients[-1]

    yield begun
    for client in clients:
        client.process.kill()
        client.process.wait()


def lines(found: list[dict[str, Any]]) -> list[tuple[str, int]]:
    """Codes and lines from 1."""
    return [(each["code"], each["range"]["start"]["line"] + 1) for each in found]


def test_what_is_opened_is_checked(start: Start, shop: Path) -> None:
    client = start()
    uri = client.open(shop / "shop/views.py")
    direct, helper = client.diagnostics(uri, 1)
    assert direct["range"] == {"start": {"line": 5, "character": 4}, "end": {"line": 5, "character": 17}}
    assert (direct["code"], direct["severity"], direct["source"]) == ("DAL101", 1, "dal")
    assert direct["codeDescription"]["href"].endswith("/rules/DAL101/")
    assert direct["message"].splitlines() == ["`time.sleep` blocks the event loop", "use `await asyncio.sleep(...)`"]
    (step,) = helper["relatedInformation"]
    assert step["location"]["uri"] == (shop / "shop/services.py").as_uri()
    assert step["location"]["range"]["start"] == {"line": 4, "character": 4}
    assert client.stop() == 0


def test_changes_are_seen_before_they_are_saved(start: Start, shop: Path) -> None:
    client = start()
    views = client.open(shop / "shop/views.py")
    assert lines(client.diagnostics(views, 1)) == [("DAL101", 6), ("DAL101", 7)]
    client.change(views, VIEWS.replace("    time.sleep(2)\n", ""), 2)
    assert lines(client.diagnostics(views, 2)) == [("DAL101", 6)]
    services = client.open(shop / "shop/services.py", "def load():\n    return 1\n")
    assert client.diagnostics(services, 1) == []
    assert lines(client.diagnostics(views)) == [("DAL602", 5)], "the helper is mended in another window"
    client.notify("textDocument/didClose", {"textDocument": {"uri": services}})
    assert lines(client.diagnostics(views)) == [("DAL101", 6)], "the unsaved text was thrown away"


def test_a_newer_change_supersedes_older_ones(start: Start, shop: Path) -> None:
    client = start()
    uri = client.open(shop / "shop/views.py")
    client.diagnostics(uri, 1)
    for version in range(2, 40):
        client.change(uri, "\n" * version + VIEWS, version)
    assert lines(client.diagnostics(uri, 39))[0] == ("DAL101", 6 + 39)
    published = [each for each in client.heard if each.get("method") == "textDocument/publishDiagnostics"]
    assert len(published) < 10


def test_it_answers_while_it_works(start: Start, shop: Path) -> None:
    heavy = "".join(f"async def view_{number}(request):\n    time.sleep(1)\n\n\n" for number in range(1_000))
    client = start()
    uri = client.open(shop / "shop/heavy.py", f"import time\n\n\n{heavy}")
    client.request("textDocument/codeLens", {"textDocument": {"uri": (shop / "shop/none.py").as_uri()}})
    assert not any(each.get("method") == "textDocument/publishDiagnostics" for each in client.heard)
    assert len(client.diagnostics(uri, 1)) >= 1_000


def test_a_syntax_error_in_the_middle_of_typing(start: Start, shop: Path) -> None:
    client = start()
    uri = client.open(shop / "shop/views.py")
    client.diagnostics(uri, 1)
    client.change(uri, VIEWS + "\n\nasync def other(request:\n", 2)
    assert [code for code, _ in lines(client.diagnostics(uri, 2))] == ["DAL001"]
    client.change(uri, VIEWS, 3)
    assert lines(client.diagnostics(uri, 3)) == [("DAL101", 6), ("DAL101", 7)]
    client.change(uri, "\udcff\x00", 4)
    assert client.diagnostics(uri, 4) is not None


@pytest.mark.parametrize("name", ["new file", "new folder", "untitled"])
def test_a_new_file_needs_not_be_saved(name: str, start: Start, shop: Path) -> None:
    uris = {
        "new file": (shop / "shop/new.py").as_uri(),
        "new folder": (shop / "shop/none/new.py").as_uri(),
        "untitled": "untitled:Untitled-1",
    }
    client = start()
    client.open_uri(uris[name], VIEWS)
    assert lines(client.diagnostics(uris[name], 1)) == [("DAL101", 6), ("DAL101", 7)]
    asked = {"textDocument": {"uri": uris[name]}, "range": at(5, 4), "context": {"diagnostics": []}}
    (action,) = client.request("textDocument/codeAction", asked)
    assert list(action["edit"]["changes"]) == [uris[name]]


def at(line: int, character: int) -> dict[str, Any]:
    """An empty range."""
    place = {"line": line, "character": character}
    return {"start": place, "end": place}


def test_a_quick_fix_mends_the_finding(start: Start, shop: Path) -> None:
    client = start(capabilities={"workspace": {"workspaceEdit": {"documentChanges": True}}})
    assert "quickfix" in client.initialized["capabilities"]["codeActionProvider"]["codeActionKinds"]
    uri = client.open(shop / "shop/views.py")
    asked = {"textDocument": {"uri": uri}, "range": at(5, 6), "context": {"diagnostics": []}}
    (action,) = client.request("textDocument/codeAction", asked)
    assert (action["kind"], action["isPreferred"]) == ("quickfix", True)
    assert lines(action["diagnostics"]) == [("DAL101", 6)]
    (change,) = action["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 1}
    mended = applied(VIEWS, change["edits"])
    assert "    await asyncio.sleep(2)\n" in mended and mended.startswith("import asyncio\n")
    client.change(uri, mended, 2)
    assert [line for code, line in lines(client.diagnostics(uri, 2)) if code == "DAL101"] == [8]
    unsafe = {"textDocument": {"uri": uri}, "range": at(7, 12), "context": {"diagnostics": []}}
    (action,) = client.request("textDocument/codeAction", unsafe)
    assert action["isPreferred"] is False and action["title"].endswith("(unsafe)")


def test_everything_safe_is_fixed_at_once(start: Start, shop: Path) -> None:
    client = start()
    text = VIEWS.replace("    time.sleep(2)\n", "    time.sleep(2)\n    time.sleep(3)\n")
    uri = client.open(shop / "shop/views.py", text)
    asked = {"textDocument": {"uri": uri}, "range": at(0, 0), "context": {"diagnostics": [], "only": ["source.fixAll"]}}
    (action,) = client.request("textDocument/codeAction", asked)
    assert action["kind"] == "source.fixAll.dal"
    mended = applied(text, action["edit"]["changes"][uri])
    assert mended.count("await asyncio.sleep(") == 2 and "import time" not in mended
    client.change(uri, mended, 2)
    assert client.request("textDocument/codeAction", asked) == []


def test_hover_tells_the_rule(start: Start, shop: Path) -> None:
    client = start()
    uri = client.open(shop / "shop/views.py")
    place = {"textDocument": {"uri": uri}, "position": {"line": 5, "character": 8}}
    told = client.request("textDocument/hover", place)
    assert told["contents"]["kind"] == "markdown"
    assert "[DAL101](" in told["contents"]["value"] and "What it does" in told["contents"]["value"]
    assert client.request("textDocument/hover", {**place, "position": {"line": 0, "character": 0}}) is None


def test_a_view_wears_its_verdict(start: Start, shop: Path) -> None:
    client = start()
    uri = client.open(shop / "shop/views.py")
    (lens,) = client.request("textDocument/codeLens", {"textDocument": {"uri": uri}})
    assert lens["range"]["start"] == {"line": 4, "character": 0}
    assert lens["command"]["title"].startswith("async hurts: ")
    client.change(uri, "async def broken(:\n", 2)
    assert client.request("textDocument/codeLens", {"textDocument": {"uri": uri}}) == []


@pytest.mark.parametrize(("offered", "columns"), [(None, (15, 28)), (["utf-8"], (18, 31)), (["utf-32"], (14, 27))])
def test_columns_count_as_the_client_counts(
    offered: list[str] | None, columns: tuple[int, int], start: Start, shop: Path
) -> None:
    text = 'import time\n\n\nasync def wide(request):\n    x = "é😀"; time.sleep(2)\n'
    client = start(capabilities={"general": {"positionEncodings": offered}} if offered else {})
    uri = client.open(shop / "shop/wide.py", text)
    (found,) = client.diagnostics(uri, 1)
    assert (found["range"]["start"]["character"], found["range"]["end"]["character"]) == columns
    place = {"textDocument": {"uri": uri}, "position": {"line": 4, "character": columns[0]}}
    assert client.request("textDocument/hover", place) is not None


def test_settings_are_read_anew(start: Start, shop: Path) -> None:
    watching = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    client = start(capabilities=watching)
    asked = client.said("client/registerCapability")["params"]["registrations"][0]
    assert asked["method"] == "workspace/didChangeWatchedFiles"
    assert {"globPattern": "**/pyproject.toml"} in asked["registerOptions"]["watchers"]
    uri = client.open(shop / "shop/views.py")
    assert len(client.diagnostics(uri)) == 2
    pyproject = shop / "pyproject.toml"

    def written(text: str) -> None:
        pyproject.write_text(text)
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": pyproject.as_uri(), "type": 2}]})

    written('[tool.django-async-lint]\nignore = ["DAL101"]\n')
    assert client.diagnostics(uri) == []
    written("[tool.django-async-lint]\nignroe = 1\n")
    assert "did you mean `ignore`?" in client.said("window/showMessage")["params"]["message"]
    written('[tool.django-async-lint]\nexclude = ["shop"]\n')
    assert client.diagnostics(uri) == [], "what a walk leaves out has no findings in the editor either"
    written("[tool.django-async-lint]\n")
    assert len(client.diagnostics(uri)) == 2


def test_the_client_may_bring_settings(start: Start, shop: Path) -> None:
    client = start(options={"settings": {"ignore": ["DAL1"]}})
    assert client.diagnostics(client.open(shop / "shop/views.py")) == []
    wrong = start(options={"settings": {"ignroe": []}})
    assert "unknown key `ignroe`" in wrong.said("window/showMessage")["params"]["message"]
    assert len(wrong.diagnostics(wrong.open(shop / "shop/views.py"))) == 2


def test_several_projects_have_settings_of_their_own(start: Start, shop: Path, tmp_path: Path) -> None:
    settings = '[tool.django-async-lint]\nignore = ["DAL1"]\n'
    other = write_project(tmp_path / "other", {**FILES, "pyproject.toml": settings})
    client = start(tmp_path)
    first, second = client.open(shop / "shop/views.py"), client.open(other / "shop/views.py")
    assert len(client.diagnostics(first, 1)) == 2
    quiet = client.open(other / "shop/new.py", "import asyncio\n\n\nasync def view(request):\n    asyncio.sleep(1)\n")
    assert [code for code, _ in lines(client.diagnostics(quiet, 1))] == ["DAL301"]
    published = [each["params"] for each in client.heard if each.get("method") == "textDocument/publishDiagnostics"]
    assert all(not each["diagnostics"] for each in published if each["uri"] == second)


def test_nothing_of_the_project_is_imported(start: Start, shop: Path) -> None:
    (shop / "shop/__init__.py").write_text("raise SystemExit('imported')\n")
    (shop / "sitecustomize.py").write_text("import pathlib\npathlib.Path('imported').touch()\n")
    (shop / "time.py").write_text("import pathlib\npathlib.Path('imported').touch()\n")
    client = start(shop.parent)
    uri = client.open(shop / "shop/views.py")
    client.diagnostics(uri, 1)
    client.request("textDocument/codeLens", {"textDocument": {"uri": uri}})
    assert not list(shop.rglob("imported"))


def test_without_pygls_one_line_says_what_to_install(shop: Path) -> None:
    program = "import sys\nsys.modules['pygls'] = None\nfrom django_async_lint import cli\nexit(cli.run(['server']))"
    run = subprocess.run([sys.executable, "-c", program], cwd=shop, capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1 and "pip install 'django-async-lint[lsp]'" in run.stderr


def test_nothing_of_a_run_is_kept_by_the_next(tmp_path: Path) -> None:
    text = "import time\n\nasync def view(request):\n    for x in request.items: time.sleep(1)\n"
    root = write_project(tmp_path, {"views.py": text})
    document = desk.Document("", str(root / "views.py"), text)
    for _ in range(2):
        assert desk.findings_in([document], [document], Settings())[0].findings
        desk.views_in(document, [document], Settings())
        gc.collect()
        assert not [each for each in gc.get_objects() if isinstance(each, (Module, Evaluator))]
