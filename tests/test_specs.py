"""Runs the Markdown cases of `tests/specs` and below. Its README tells how they read; no mark is evaluated."""

import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.marks import VERDICTS, disagreements, is_fact, marks
from tests.projects import diagnostics, write_project

SPECS = Path(__file__).parent / "specs"
BLOCK = re.compile(r"(?ms)(?:^`(?P<name>[^`\n]+)`:\n+)?^```(?P<kind>python|toml|html)\n(?P<text>.*?)^```$")
UNNAMED = {"python": "views.py", "toml": "pyproject.toml"}


def cases() -> Iterator[Any]:
    """Every case of every spec: its files by path, named by spec and heading."""
    for spec in sorted(SPECS.rglob("*.md")):
        if spec.name == "README.md":
            continue
        named = spec.relative_to(SPECS).with_suffix("").as_posix()
        for part in re.split(r"(?m)^## ", spec.read_text("utf-8"))[1:]:
            blocks = list(BLOCK.finditer(part))
            files = {block["name"] or UNNAMED[block["kind"]]: block["text"] for block in blocks}
            assert len(files) == len(blocks), f"two blocks with one name in {part.splitlines()[0]}"
            is_on_views = named.upper() in VERDICTS
            yield pytest.param(files, is_on_views, id=f"{named}: {part.splitlines()[0]}")


def explain() -> Callable[..., Any] | None:
    """What tells the facts of a line, once inference has it."""
    try:
        return importlib.import_module("django_async_lint.inference.explain").facts  # type: ignore[no-any-return]
    except (ImportError, AttributeError):
        return None


@pytest.mark.parametrize(("files", "is_on_views"), list(cases()))
def test_spec(files: dict[str, str], is_on_views: bool, tmp_path: Path) -> None:
    assert files, "a case has at least one block"
    root = write_project(tmp_path, files)
    assert disagreements(files, diagnostics([root]), with_verdicts=is_on_views) == []


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(case.values[0], id=case.id)
        for case in cases()
        if any(is_fact(said) for *_, said in marks(case.values[0]))
    ],
)
def test_fact(files: dict[str, str], tmp_path: Path) -> None:
    facts = explain()
    if facts is None:
        pytest.skip("inference does not explain lines yet")
    root = write_project(tmp_path, files)
    stated = [(path, line, said) for path, line, said in marks(files) if is_fact(said)]
    assert [each for each in stated if each[2] not in facts(root, each[0], each[1])] == []
