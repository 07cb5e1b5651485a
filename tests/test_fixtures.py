"""The marks in the sample projects hold, and columns count code points whatever the file's bytes are."""

import unicodedata
from pathlib import Path

import pytest

from django_async_lint.source import decode
from tests.marks import disagreements
from tests.projects import FIXTURES, diagnostics

PROJECTS = sorted(path for path in FIXTURES.iterdir() if path.is_dir())


def texts(root: Path) -> dict[str, str]:
    """The Python files of a sample project, decoded as Python does it."""
    return {path.relative_to(root).as_posix(): decode(path.read_bytes()) for path in root.rglob("*.py")}


@pytest.mark.parametrize("root", PROJECTS, ids=lambda root: root.name)
def test_what_is_marked_is_found_and_nothing_else(root: Path) -> None:
    assert disagreements(texts(root), diagnostics([root])) == []


def test_columns_count_code_points() -> None:
    root = FIXTURES / "unicode"
    lines = {
        path: text.replace("\r\n", "\n").replace("\r", "\n").split("\n") for path, text in texts(root).items()
    }
    for one in diagnostics([root]):
        line = lines[one.path][one.start.line - 1]
        written = unicodedata.normalize("NFKC", line[one.start.column - 1 : one.end.column - 1])
        assert written in ("time.sleep(1)", "wäit()"), (one.path, line)
