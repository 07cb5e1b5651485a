"""Parts of a run: disjoint, and together the whole."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from django_async_lint.check import check
from django_async_lint.cli import run
from django_async_lint.output import text
from tests.projects import FIXTURES, write_project
from tests.test_order import PROJECTS, generated

VIEW = "import time\n\nasync def view(request):\n    time.sleep(1)\n"


def lines(root: Path, shard: tuple[int, int] = (1, 1)) -> Sequence[str]:
    """The findings of a part, a line each."""
    return text.concise(check([root], shard=shard)).splitlines()


@pytest.mark.parametrize("root", PROJECTS, ids=lambda root: root.name)
@pytest.mark.parametrize("parts", [2, 3, 7])
def test_parts_add_up_to_the_whole(root: Path, parts: int) -> None:
    found = [line for number in range(1, parts + 1) for line in lines(root, (number, parts))]
    assert sorted(found) == sorted(lines(root))


def test_parts_of_a_generated_project_add_up(tmp_path: Path) -> None:
    generated.write(generated.mutual(120, seed=1), tmp_path)
    parts = [lines(tmp_path, (number, 4)) for number in range(1, 5)]
    assert all(parts[1:])
    assert sorted(line for part in parts for line in part) == sorted(lines(tmp_path))


def test_more_parts_than_files(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"views.py": VIEW})
    found = [line for number in range(1, 10) for line in lines(root, (number, 9))]
    assert found == lines(root)


@pytest.mark.parametrize("written", ["0/2", "3/2", "1", "1/0", "a/b", "-1/2", "1/2/3"])
def test_a_part_that_is_none_is_told(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--no-cache", "--shard", written, str(FIXTURES)]) == 2
    assert "--shard takes K/N" in capsys.readouterr().err


def test_fixes_are_not_shared_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--shard", "1/2", "--diff", str(FIXTURES / "cycles")]) == 2
    assert "no fixes" in capsys.readouterr().err
