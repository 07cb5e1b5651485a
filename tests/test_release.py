"""What is published: it builds, holds what it should, runs by pipx and uvx, and its workflows are read by zizmor.

Needs the package index that pip is set up for.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from django_async_lint import __version__

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import make_dist  # noqa: E402

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
WORKFLOWS = [ROOT / "action.yml", *sorted((ROOT / ".github/workflows").glob("*.yml"))]


def test_the_version_is_one() -> None:
    assert PROJECT["version"] == __version__


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_to_commits_that_name_their_tag(file: Path) -> None:
    used = re.findall(r"uses: (.+)", file.read_text("utf-8"))
    assert used
    for each in used:
        assert re.fullmatch(r"actions/(checkout|setup-python)@[0-9a-f]{40} # v[\d.]+", each), each


def test_a_wheel_that_lacks_a_file_is_wrong(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "some.whl", "w") as wheel:
        wheel.writestr("django_async_lint/__init__.py", "")
        wheel.writestr("tests/__init__.py", "")
        wheel.writestr("some.dist-info/RECORD", "")
    faults = make_dist.wrong(tmp_path / "some.whl")
    assert "lacks django_async_lint/py.typed" in faults and "also holds tests/__init__.py" in faults


@pytest.mark.long
def test_zizmor_finds_nothing_in_the_workflows(tmp_path: Path) -> None:
    programs = make_dist.environment(tmp_path / "environment", ["zizmor"])
    done = subprocess.run(
        [programs / "zizmor", "--offline", "--no-progress", *WORKFLOWS], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.long
def test_what_is_published_runs_by_pipx_and_uvx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_dist, "DIST", tmp_path / "dist")
    wheel = make_dist.build(tmp_path)
    assert make_dist.wrong(wheel) == []
    assert {path.suffix for path in (tmp_path / "dist").iterdir()} == {".whl", ".gz"}
    make_dist.try_out(wheel, tmp_path)
    programs = make_dist.environment(tmp_path / "runners", ["pipx", "uv"])
    shop = tmp_path / "bookshop"
    shutil.rmtree(shop / ".dal_cache", ignore_errors=True)
    home = tmp_path / "home"
    home.mkdir()
    network = ("PIP_", "UV_", "SSL_", "HTTP", "http")
    variables = {
        **{name: value for name, value in os.environ.items() if name.startswith(network)},
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
    }
    for command in (
        ["pipx", "run", "--spec", wheel, "dal", "check", ".", "-q"],
        ["uvx", "--python", sys.executable, "--from", wheel, "dal", "check", ".", "-q"],
    ):
        done = subprocess.run(
            [str(part) for part in command], cwd=shop, env=variables, capture_output=True, text=True, timeout=600
        )
        assert done.returncode == 1 and "DAL204" in done.stdout, done.stdout + done.stderr
