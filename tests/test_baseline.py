"""The baseline end to end: what it knows, what it survives, and how it merges; and comments written by `--add-noqa`."""

import json
import subprocess
from pathlib import Path

import pytest

from django_async_lint import flake8_plugin
from tests.projects import write_project
from tests.test_cli import dal

BASELINE = "dal-baseline.json"
VIEWS = """import time

from shop.services import load


async def index(request):
    time.sleep(1)


async def detail(request):
    time.sleep(2)
    time.sleep(3)
    return load()
"""
FILES = {
    "shop/__init__.py": "",
    "shop/views.py": VIEWS,
    "shop/services.py": "from pathlib import Path\n\n\ndef load():\n    return Path('a').read_text()\n",
}


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    root = write_project(tmp_path / "site", FILES)
    assert dal("baseline", "write", cwd=root).stdout == (
        f"Wrote {BASELINE}: 4 findings (DAL101 x3, DAL104 x1); new ones are reported from now on\n"
    )
    return root


def found(root: Path, *arguments: str) -> list[str]:
    run = dal("check", "--output-format", "concise", *arguments, cwd=root)
    assert run.returncode == (1 if run.stdout else 0), run.stderr
    return run.stdout.splitlines()


def edit(root: Path, path: str, before: str, after: str) -> None:
    text = (root / path).read_text()
    assert before in text
    (root / path).write_text(text.replace(before, after, 1))


def test_what_it_knows_is_counted_and_not_reported(shop: Path) -> None:
    run = dal("check", cwd=shop)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "No findings in 4 files, 2 functions on the event loop; 4 more in the baseline\n"
    document = json.loads(dal("check", "--output-format", "json", cwd=shop).stdout)
    assert document["summary"]["baselined"] == 4
    assert len(found(shop, "--no-baseline")) == 4


def test_it_survives_lines_that_move_and_bodies_that_change(shop: Path) -> None:
    edit(shop, "shop/views.py", "import time", "import os\nimport time\n\nHERE = os.curdir")
    edit(shop, "shop/views.py", "time.sleep(2)", "time.sleep(20)")
    edit(shop, "shop/services.py", "def load", "\n\n\ndef load")
    assert found(shop) == []


def test_it_survives_a_renamed_file(shop: Path) -> None:
    (shop / "shop/views.py").rename(shop / "shop/pages.py")
    assert found(shop) == []
    assert dal("baseline", "prune", cwd=shop).stdout == f"{BASELINE}: 0 entries removed, 4 left\n"
    assert {row["path"] for row in entries(shop).values()} == {"shop/pages.py"}
    assert found(shop) == []


COROUTINES = {
    "shop/__init__.py": "",
    "shop/helpers.py": "async def push(row):\n    return row\n",
    "shop/models.py": """from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
""",
    "shop/views.py": """from shop.helpers import push
from shop.models import Book


async def index(request):
    push(1)


async def detail(request, pk):
    book = await Book.objects.aget(pk=pk)
    return [book.author.name, *Book.objects.all()]
""",
}


@pytest.mark.parametrize("module", ["helpers", "models"])
def test_it_survives_a_renamed_module_of_what_is_called(module: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, COROUTINES)
    assert len(found(root)) == 3
    dal("baseline", "write", cwd=root)
    (root / f"shop/{module}.py").rename(root / "shop/renamed.py")
    edit(root, "shop/views.py", f"from shop.{module}", "from shop.renamed")
    assert found(root) == []


def test_it_survives_a_package_that_becomes_another(tmp_path: Path) -> None:
    root = write_project(tmp_path, COROUTINES)
    dal("baseline", "write", cwd=root)
    (root / "shop").rename(root / "store")
    (root / "store/views.py").write_text((root / "store/views.py").read_text().replace("shop.", "store."))
    assert found(root) == []


def entries(root: Path) -> dict[str, dict[str, object]]:
    document = json.loads((root / BASELINE).read_text())
    assert document.pop("schema") == 1
    return dict(document)


def test_a_copied_file_is_new(shop: Path) -> None:
    (shop / "shop/copy.py").write_text(VIEWS)
    assert {line.partition(":")[0] for line in found(shop)} == {"shop/copy.py"}


def test_a_renamed_file_and_a_copy_of_it_are_known_once(shop: Path) -> None:
    (shop / "shop/views.py").rename(shop / "shop/pages.py")
    (shop / "shop/copy.py").write_text(VIEWS)
    assert len(found(shop)) == 4


def test_one_more_of_the_same_is_new(shop: Path) -> None:
    edit(shop, "shop/views.py", "    return load()", "    time.sleep(4)\n    return load()")
    assert [line.split(" ")[1] for line in found(shop)] == ["DAL101"]


def test_another_sink_behind_the_same_call_is_new(shop: Path) -> None:
    edit(shop, "shop/services.py", "\n\ndef load():\n", "import requests\n\n\ndef load():\n    requests.get('https://a')\n")
    (line,) = found(shop)
    assert "DAL102" in line


def test_what_is_mended_is_remarked_and_pruned(shop: Path) -> None:
    edit(shop, "shop/views.py", "    time.sleep(3)\n", "")
    run = dal("check", cwd=shop)
    assert (run.returncode, run.stderr) == (0, "dal: 1 baseline entry no longer occurs: run `dal baseline prune`\n")
    assert dal("check", "shop/views.py", cwd=shop).stderr == ""
    assert dal("baseline", "prune", cwd=shop).stdout == f"{BASELINE}: 1 entry removed, 3 left\n"
    assert dal("check", cwd=shop).stderr == ""


def test_entries_of_a_file_that_cannot_be_checked_stay(shop: Path) -> None:
    (shop / "shop/views.py").write_text(VIEWS + "def (:\n")
    assert dal("baseline", "prune", cwd=shop).stdout == f"{BASELINE}: 0 entries removed, 4 left\n"
    assert any("DAL001" in line for line in found(shop))


def test_writing_twice_changes_nothing(shop: Path) -> None:
    before = (shop / BASELINE).read_bytes()
    dal("baseline", "write", "shop", cwd=shop)
    assert (shop / BASELINE).read_bytes() == before


def test_one_line_for_each_and_branches_merge(shop: Path, tmp_path: Path) -> None:
    def git(*arguments: str) -> str:
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        command = ["git", *identity, *arguments]
        return subprocess.run(command, cwd=shop, check=True, capture_output=True, text=True).stdout

    def branch(name: str, view: str) -> None:
        git("checkout", "-q", "-b", name, "trunk")
        (shop / f"shop/{name}.py").write_text(f"import time\n\n\nasync def {view}(request):\n    time.sleep(1)\n")
        dal("baseline", "write", cwd=shop)
        git("add", "-A")
        git("commit", "-qm", name)

    git("init", "-q", "-b", "trunk")
    git("add", "-A")
    git("commit", "-qm", "trunk")
    branch("aaa", "first")
    branch("zzz", "last")
    git("merge", "-q", "aaa", "-m", "merged")
    assert len(entries(shop)) == 6
    assert found(shop) == []


def test_show(shop: Path) -> None:
    lines = dal("baseline", "show", cwd=shop).stdout.splitlines()
    assert lines[0].endswith(f"{BASELINE}: 4 entries")
    assert lines[1:3] == ["shop/views.py", "  DAL101 in `detail`: time.sleep(...)"]


def test_flake8_knows_it_too(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lines() -> list[int]:
        plugin = flake8_plugin.Plugin
        plugin.workplaces = {}
        text = (shop / "shop/views.py").read_text().splitlines(keepends=True)
        return [line for line, *_ in plugin(None, str(shop / "shop/views.py"), text).run()]  # type: ignore[arg-type]

    assert lines() == []
    edit(shop, "shop/views.py", "    return load()", "    time.sleep(4)\n    return load()")
    assert lines() == [13]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is no baseline"),
        ("[]", '`"schema": 1` is missing'),
        ('{"schema": 2}', '`"schema": 1` is missing'),
        ('{"a": 1, "schema": 1}', "the entry a is not as it was written"),
        ('{"a": {"code": 1}, "schema": 1}', "the entry a is not as it was written"),
        ("[" * 100_000, "is no baseline"),
        ("<<<<<<< ours\n", "is no baseline"),
    ],
)
def test_a_file_that_is_no_baseline_is_one_line(text: str, said: str, shop: Path) -> None:
    (shop / BASELINE).write_text(text)
    run = dal("check", cwd=shop)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1 and said in run.stderr and BASELINE in run.stderr


def test_another_file(shop: Path) -> None:
    (shop / BASELINE).rename(shop / "known.json")
    assert len(found(shop)) == 4
    assert found(shop, "--baseline", "known.json") == []
    (shop / "pyproject.toml").write_text('[tool.django-async-lint]\nbaseline = "known.json"\n')
    assert found(shop) == []
    assert dal("check", "--baseline", "absent.json", cwd=shop).returncode == 2
    run = dal("baseline", "prune", "--baseline", "absent.json", cwd=shop)
    assert run.returncode == 2 and "`dal baseline write` makes one" in run.stderr


NOQA = [
    ("time.sleep(1)\n", "time.sleep(1)  # noqa: DAL101\n"),
    ("time.sleep(1)  \n", "time.sleep(1)  # noqa: DAL101\n"),
    ("time.sleep(1)  # noqa: E501\n", "time.sleep(1)  # noqa: E501, DAL101\n"),
    ("time.sleep(1)  # noqa: E501 too long\n", "time.sleep(1)  # noqa: E501, DAL101 too long\n"),
    ("time.sleep(1)  # as agreed\n", "time.sleep(1)  # as agreed  # noqa: DAL101\n"),
    ("time.sleep(\\\n        1)\n", "time.sleep(\\\n        1)  # noqa: DAL101\n"),
    ('time.sleep(len("""\n    é"""))\n', 'time.sleep(len("""\n    é"""))  # noqa: DAL101\n'),
    ("time.sleep(1)\r\n", "time.sleep(1)  # noqa: DAL101\r\n"),
]


@pytest.mark.parametrize(("before", "after"), NOQA)
def test_add_noqa(before: str, after: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    head = "import time\n\n\nasync def index(request):\n    "
    (root / "views.py").write_bytes((head + before).encode())
    run = dal("check", "--add-noqa", cwd=root)
    assert (run.returncode, run.stdout, run.stderr) == (0, "Added noqa comments to 1 line of 1 file\n", "")
    assert (root / "views.py").read_bytes() == (head + after).encode()
    assert found(root) == []
    assert dal("check", "--add-noqa", cwd=root).stdout == "Added noqa comments to 0 lines of 0 files\n"


def test_add_noqa_with_a_reason_and_a_baseline(shop: Path) -> None:
    edit(shop, "shop/views.py", "    return load()", "    time.sleep(4)\n    return load()")
    dal("check", "--add-noqa=on purpose", cwd=shop)
    assert "    time.sleep(4)  # noqa: DAL101 on purpose\n" in (shop / "shop/views.py").read_text()
    assert (shop / "shop/views.py").read_text().count("noqa") == 1
    assert found(shop) == []


def test_a_suppression_is_judged_only_by_a_run_over_the_whole_project(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"views.py": "total = 1  # noqa: DAL101\n"})
    assert found(root) == ["views.py:1:20: DAL002 [*] `noqa: DAL101` silences nothing"]
    assert found(root, "views.py") == []
    assert found(root, "--select", "DAL1") == []
    assert found(root, "views.py", "--scope", "touched") != []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = 1  # noqa: DAL101\n", "x = 1\n"),
        ("x = 1  # noqa: DAL101 for a reason\n", "x = 1\n"),
        ("x = 1  # noqa: E501,DAL101\n", "x = 1  # noqa: E501\n"),
        ("x = 1  # noqa: DAL101, E501\n", "x = 1  # noqa: E501\n"),
        ("x = 1  # noqa: DAL101, DAL204, E501 reason\n", "x = 1  # noqa: E501 reason\n"),
        ("x = 1  # type: ignore # noqa: DAL101\n", "x = 1  # type: ignore\n"),
        ("x = 1  # noqa: DAL101 # type: ignore\n", "x = 1  # type: ignore\n"),
        ("# noqa: DAL101\nx = 1\n", "x = 1\n"),
    ],
)
def test_an_unused_code_is_removed(before: str, after: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, {"views.py": before})
    assert dal("check", "--fix", cwd=root).returncode == 0
    assert (root / "views.py").read_text().lstrip("\n") == after
    assert found(root) == []
