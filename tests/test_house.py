"""The two commands of the README's first screen, as a newcomer runs them: a clone, and an empty home."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def make(where: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs make in `where` with an environment that holds no trace of the one this test runs in."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_", "LANG"))}
    environment = kept | {"PATH": os.environ["PATH"], "HOME": str(where.parent)} | variables
    command = ["make", "-C", str(where), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=900)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The repository as a fresh clone would have it: what git tracks, nothing built."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("needs git and a checkout")
    subprocess.run([git, "clone", "--quiet", str(ROOT), str(tmp_path / "clone")], check=True, timeout=120)
    return tmp_path / "clone"


def test_an_old_python_is_told_so_in_one_line(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    old = tmp_path / "old-python"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    run = make(tmp_path, "demo", PYTHON=str(old))
    assert run.returncode != 0
    assert "is older than Python 3.11" in run.stderr


def test_a_missing_python_is_told_so_in_one_line(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    run = make(tmp_path, "demo", PYTHON="no-such-python")
    assert run.returncode != 0
    assert "no-such-python was not found" in run.stderr


@pytest.mark.long
def test_demo_and_tests_pass_from_a_fresh_clone_in_an_empty_home(clone: Path) -> None:
    demo = make(clone, "demo")
    assert demo.returncode == 0, demo.stdout + demo.stderr
    assert "DAL" in demo.stdout
    again = make(clone, "demo")
    assert "installing" not in again.stdout, "a second run installs nothing"
    tests = make(clone, "test")
    assert tests.returncode == 0, tests.stdout[-4000:] + tests.stderr[-2000:]
    assert " passed" in tests.stdout.splitlines()[-1]
