"""The cache as flake8 uses it, file by file: the same as without, whatever has changed, and quick where nothing has."""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from django_async_lint import file_by_file
from django_async_lint.cache import folder
from django_async_lint.flake8_plugin import Plugin, Result
from tests.projects import write_project
from tests.test_cache import FILES, MOST_CHANGES, change_something
from tests.test_order import PROJECTS


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project = write_project(tmp_path / "project", FILES)
    for path in project.rglob("*.*"):
        os.utime(path, (1, 1))
    return project


def results(root: Path, is_cached: bool = True) -> list[Result]:
    """What the plugin yields for all files of a project in one new run."""
    Plugin.parse_options(
        argparse.Namespace(
            dal_target_django=None, dal_profile=None, dal_min_confidence=None, dal_no_cache=not is_cached
        )
    )
    found: list[Result] = []
    for path in sorted(root.rglob("*.py")):
        text = path.read_bytes().decode("utf-8", "replace")
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError):
            tree = ast.parse("")
        found += Plugin(tree, str(path), text.splitlines(keepends=True)).run()
    return found


def test_a_second_run_analyses_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = results(root)
    assert len(first) == 2
    monkeypatch.setattr(file_by_file, "workplace", lambda *_: pytest.fail("analysed again"))
    assert results(root) == first


@pytest.mark.parametrize("changes", [8, pytest.param(MOST_CHANGES, marks=pytest.mark.long)])
@pytest.mark.parametrize("sample", PROJECTS, ids=lambda root: root.name)
def test_after_any_changes_it_is_as_without(sample: Path, changes: int, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(sample, root, ignore=shutil.ignore_patterns(folder.DEFAULT))
    choose = random.Random(changes)
    for number in range(changes):
        change_something(root, choose, number)
        expected = results(root, is_cached=False)
        assert results(root) == expected
        assert results(root) == expected


def test_files_checked_alone_add_up(root: Path) -> None:
    for path in sorted(root.rglob("*.py")):
        flake8(root, str(path))
    together = flake8(root, "shop")
    assert together == flake8(root, "--dal-no-cache", "shop")
    assert together.count("DAL101") == 2


def test_kept_rows_of_another_text_are_not_given(root: Path) -> None:
    results(root)
    Plugin.parse_options(
        argparse.Namespace(dal_target_django=None, dal_profile=None, dal_min_confidence=None, dal_no_cache=False)
    )
    path = root / "shop/other.py"
    text = path.read_text() + "    time.sleep(2)\n"
    found = list(Plugin(ast.parse(text), str(path), text.splitlines(keepends=True)).run())
    assert [line for line, *_ in found] == [4, 5]


@pytest.mark.parametrize("spoiled", ["trees", "files"])
@pytest.mark.parametrize("data", [b"", b"[]", b"[1, 2", b"{}", b"[1, [], 3, 4, 5]", b"[" * 100_000])
def test_a_bad_entry_is_ignored(root: Path, spoiled: str, data: bytes) -> None:
    expected = results(root)
    for entry in (root / folder.DEFAULT / spoiled).iterdir():
        entry.write_bytes(data)
    assert results(root) == expected
    assert results(root) == expected


def test_nothing_is_imported_that_a_warm_run_does_not_need(root: Path) -> None:
    flake8(root, "shop/views.py")
    command = [sys.executable, "-X", "importtime", "-m", "flake8", "--isolated", "--select=DAL", "shop/views.py"]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True)
    imported = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "django_async_lint.cache.files" in imported
    unwanted = ("django_async_lint.inference", "django_async_lint.knowledge", "django_async_lint.rules", "click")
    assert not [name for name in imported if name.startswith(unwanted)]


def flake8(root: Path, *arguments: str) -> str:
    """What flake8 prints in a process of its own."""
    command = [sys.executable, "-m", "flake8", "--isolated", "--select=DAL", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True).stdout
