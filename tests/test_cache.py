"""The cache: the same output whether there is one, was one, or is a bad one; and nothing left where it cannot be."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from django_async_lint import caching, check, disk
from django_async_lint.cache import folder, runs
from django_async_lint.config import Settings
from django_async_lint.diagnostic import Report
from django_async_lint.output import json as as_json
from tests.projects import write_project
from tests.test_order import PROJECTS

FILES = {
    "shop/__init__.py": "",
    "shop/helpers.py": "import time\n\ndef slow():\n    time.sleep(1)\n",
    "shop/views.py": "from shop.helpers import slow\n\nasync def view(request):\n    slow()\n",
    "shop/other.py": "import time\n\nasync def other(request):\n    time.sleep(1)\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project = write_project(tmp_path / "project", FILES)
    for path in project.rglob("*.*"):
        os.utime(path, (1, 1))  # long ago: what has just been written is compared by content
    return project


def shown(report: Report) -> str:
    """All that outputs show of a report."""
    return as_json.render(report) + repr((report.excerpts, report.notes, report.errors, report.folder))


def cached(root: Path, settings: Settings | None = None, with_edits: bool = False) -> str:
    """A run with the cache."""
    settings = settings or Settings()
    return shown(caching.check([root], settings, {}, 1, caching.folder_of(root, settings), with_edits))


def cold(root: Path) -> str:
    """A run without."""
    return shown(check.check([root]))


def run_file(root: Path) -> Path:
    """The one run that is kept."""
    [found] = (root / folder.DEFAULT / "runs").iterdir()
    return found


@pytest.fixture
def never_again(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes any further run that is not answered from the cache fail."""

    def forbid() -> None:
        monkeypatch.setattr(check, "check", lambda *_: pytest.fail("checked again"))

    return forbid


def test_a_second_run_is_answered_from_the_cache(root: Path, never_again: Callable[[], None]) -> None:
    first = cached(root)
    assert first == cold(root)
    never_again()
    assert cached(root) == first
    assert cached(root, Settings({"output_format": "json", "fail_on": "error"})) == first


def test_edits_come_from_the_cache_too(root: Path, never_again: Callable[[], None]) -> None:
    first = cached(root, with_edits=True)
    assert '"edits"' in first
    never_again()
    assert cached(root, with_edits=True) == first


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "shop/helpers.py").write_text("def slow(): ...\n"),
        lambda root: (root / "shop/helpers.py").write_text(FILES["shop/helpers.py"].replace("1", "2")),
        lambda root: (root / "shop/helpers.py").unlink(),
        lambda root: (root / "shop/other.py").rename(root / "shop/new.py"),
        lambda root: (root / "shop/more.py").write_text(FILES["shop/other.py"]),
        lambda root: (root / "shop/helpers").mkdir() or (root / "shop/helpers/__init__.py").write_text(""),
        lambda root: (root / "pyproject.toml").write_text('[tool.django-async-lint]\nignore = ["DAL1"]\n'),
        lambda root: (root / ".gitignore").write_text("other.py\n"),
        lambda root: (root / "requirements.txt").write_text("Django>=6.0\n"),
        lambda root: (root / "shop/pyproject.toml").write_text("[tool.django-async-lint]\n"),
    ],
    ids=["edit", "same-size", "delete", "rename", "add", "package", "settings", "ignored", "release", "root"],
)
def test_whatever_changes_is_seen(root: Path, change: Callable[[Path], object]) -> None:
    cached(root)
    cached(root)
    change(root)
    assert cached(root) == cold(root)
    assert cached(root) == cold(root)


MOST_CHANGES = 200


@pytest.mark.parametrize("changes", [12, pytest.param(MOST_CHANGES, marks=pytest.mark.long)])
@pytest.mark.parametrize("sample", PROJECTS, ids=lambda root: root.name)
def test_after_any_changes_it_is_as_without(sample: Path, changes: int, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(sample, root, ignore=shutil.ignore_patterns(folder.DEFAULT))
    choose = random.Random(changes)
    for number in range(changes):
        change_something(root, choose, number)
        expected = cold(root)
        assert cached(root) == expected
        assert cached(root) == expected


def change_something(root: Path, choose: random.Random, number: int) -> None:
    """Edits, adds, deletes or renames a file or a folder of a project, or touches one without a change."""
    files = sorted(path for path in root.rglob("*.*") if path.is_file() and folder.DEFAULT not in path.parts)
    path = choose.choice(files)
    text = path.read_text("utf-8", "replace") if path.suffix in (".py", ".html", ".toml") else ""
    match choose.choice(["edit", "edit", "swap", "add", "delete", "rename", "folder", "touch", "age"]):
        case "edit" if path.suffix == ".py":
            path.write_text(text + f"\n\nasync def added_{number}(request):\n    open('x').read()\n", "utf-8")
        case "swap" if path.suffix == ".py":
            path.write_text(text.replace("async ", "      ").replace("1", "2"), "utf-8")
        case "add":
            (path.parent / f"added_{number}.py").write_text(FILES["shop/other.py"], "utf-8")
        case "delete" if len(files) > 4:
            path.unlink()
        case "rename":
            path.rename(path.with_name(f"renamed_{number}{path.suffix}"))
        case "folder" if path.parent != root:
            path.parent.rename(path.parent.with_name(f"renamed_{number}"))
        case "touch":
            path.touch()
        case "age":
            os.utime(path, (number, number))


def test_another_question_has_another_answer(root: Path) -> None:
    everything = cached(root)
    assert cached(root, Settings({"ignore": ("DAL1",)})) != everything
    assert cached(root) == everything


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: b"\x80\x04\x95" + data,
        lambda data: b"[" * 100_000,
        lambda data: json.dumps([runs.FORMAT + 1, *json.loads(data)[1:]]).encode(),
        lambda data: json.dumps([runs.FORMAT, "0.0.0", *json.loads(data)[2:]]).encode(),
        lambda data: json.dumps([*json.loads(data)[:4], []]).encode(),
        lambda data: json.dumps([*json.loads(data)[:3], None, None]).encode(),
        lambda data: data.replace(b'"error"', b"17"),
        lambda data: data.replace(b'"warning"', b'"harmless"'),
    ],
)
def test_a_bad_entry_is_ignored_and_written_anew(
    root: Path, spoil: Callable[[bytes], bytes], never_again: Callable[[], None]
) -> None:
    expected = cached(root)
    entry = run_file(root)
    entry.write_bytes(spoil(entry.read_bytes()))
    assert cached(root) == expected
    never_again()
    assert cached(root) == expected


def test_it_says_what_it_is(root: Path) -> None:
    cached(root)
    cache = root / folder.DEFAULT
    assert (cache / ".gitignore").read_text().endswith("\n*\n")
    assert (cache / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert folder.remove(str(cache))
    assert not cache.exists()
    assert not folder.remove(str(cache))


def test_only_a_cache_is_removed(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("")
    assert not folder.remove(str(tmp_path))
    assert (tmp_path / "thesis.tex").exists()


def test_a_link_for_a_folder_is_left_alone(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / folder.DEFAULT).symlink_to(elsewhere)
    assert cached(root) == cold(root)
    assert not list(elsewhere.iterdir())


def test_a_folder_of_somebody_else_is_ignored(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cached(root)
    entry = run_file(root)
    before = entry.read_bytes()
    entry.write_bytes(before.replace(b"DAL101", b"DAL999"))
    assert "DAL999" in cached(root)
    monkeypatch.setattr(os, "getuid", lambda: 4711)
    assert cached(root) == cold(root)


def test_where_nothing_can_be_written_the_run_goes_on(root: Path) -> None:
    (root / folder.DEFAULT).write_text("a file")
    assert cached(root) == cold(root)
    assert (root / folder.DEFAULT).read_text() == "a file"


def test_a_full_disk_leaves_no_half_written_entry(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert cached(root) == cold(root)
    assert not list((root / folder.DEFAULT / "runs").iterdir())


def test_unreadable_files_are_asked_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: str, mode: str) -> BinaryIO:
        if path.endswith("other.py"):
            raise PermissionError(13, "Permission denied")
        return open(path, "rb")

    monkeypatch.setattr(disk, "open", denied, raising=False)
    assert "Permission denied" in cached(root)
    monkeypatch.undo()
    assert cached(root) == cold(root)


def dal(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    command = [sys.executable, "-m", "django_async_lint", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


def test_the_command_line_keeps_and_cleans_a_cache(root: Path) -> None:
    plain = dal(root, "check", "--no-cache")
    assert not (root / folder.DEFAULT).exists()
    assert dal(root, "check").stdout == plain.stdout
    assert dal(root, "check").stdout == plain.stdout
    assert run_file(root)
    assert "removed .dal_cache" in dal(root, "clean").stderr
    assert not (root / folder.DEFAULT).exists()
    assert dal(root, "check", "--cache-dir", "else/where").stdout == plain.stdout
    assert (root / "else/where/CACHEDIR.TAG").exists()
    wrong = dal(root, "clean", "no/such")
    assert (wrong.returncode, wrong.stderr) == (2, "dal: error: no/such: no such file or folder\n")


def test_statistics_are_those_of_the_first_run(root: Path) -> None:
    first, second = (dal(root, "check", "--statistics").stderr.splitlines() for _ in range(2))
    assert [line.partition(", in ")[0] for line in first] == [line.partition(", in ")[0] for line in second]


@pytest.mark.parametrize("output_format", ["full", "concise", "github", "json"])
def test_a_warm_run_imports_nothing_that_it_does_not_need(root: Path, output_format: str) -> None:
    arguments = ["check", "--output-format", output_format]
    dal(root, *arguments)
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "django_async_lint", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
    )
    imported = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "django_async_lint.caching" in imported
    unwanted = ("django_async_lint.inference", "django_async_lint.knowledge", "django_async_lint.rules", "_hashlib")
    others = ("django_async_lint.check", "pathspec", "libcst", "multiprocessing", "asyncio", "django_async_lint.fixes")
    assert not [name for name in imported if name.startswith((*unwanted, *others))]


def test_several_processes_write_at_once(root: Path) -> None:
    command = [sys.executable, "-m", "django_async_lint", "check"]
    runs_at_once = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE) for _ in range(4)]
    outputs = {process.communicate()[0] for process in runs_at_once}
    assert len(outputs) == 1
    assert dal(root, "check").stdout.encode() in outputs


LOOKS = re.compile(
    r"\bos\.(walk|listdir|scandir|l?stat|access)\(|os\.path\.(is\w+|exists|lexists|get\w+)\("
    r"|\.(is_file|is_dir|exists|read_text|read_bytes|iterdir|glob|rglob|stat)\(|(?<![\w.])open\("
)
NOTED = ("check.py", "config.py", "source.py", "syntax.py", "project/*.py", "inference/*.py")


def test_a_run_looks_at_the_disk_where_notes_are_taken() -> None:
    package = Path(check.__file__).parent
    files = [path for pattern in NOTED for path in package.glob(pattern)]
    found = [
        f"{path.relative_to(package)}: {line.strip()}"
        for path in files
        for line in path.read_text("utf-8").splitlines()
        if LOOKS.search(line) and "disk." not in line
    ]
    assert len(files) > 100
    assert not found
