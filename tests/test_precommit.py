"""The hooks under the real pre-commit: a scratch project uses this checkout as its hook repository.

pre-commit builds an environment of its own with pip, so this needs the package index that pip is set up for.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import write_project

ROOT = Path(__file__).parent.parent
SHIPPED = ("src", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
HOOKS = ("dal-check", "dal-check-all", "dal-fix")
CLEAN = "def load():\n    return 1\n"
BLOCKING = "import time\n\n\ndef load():\n    time.sleep(1)\n"
SLEEPING = "import time\n\n\nasync def index(request):\n    time.sleep(1)\n    open('a')\n"
MENDED = "import asyncio\n\n\nasync def index(request):\n    await asyncio.sleep(1)\n    open('a')\n"
FILES = {
    "shop/__init__.py": "",
    "shop/services.py": CLEAN,
    "shop/views.py": "from shop.services import load\n\n\nasync def index(request):\n    return load()\n",
    "notes.txt": "nothing\n",
}


def run(*command: object, cwd: Path, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs a command away from the user's own settings of git and pre-commit."""
    variables = {
        "HOME": str(home),
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{
            f"GIT_{who}_{what}": "tests@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**kept, **variables, **more},
        capture_output=True,
        text=True,
        timeout=600,
    )


def committed(folder: Path, home: Path) -> str:
    """Makes a git repository of a folder with all it holds; the name of the commit."""
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "all", "--no-verify")):
        done = run("git", *arguments, cwd=folder, home=home)
        assert done.returncode == 0, done.stderr
    return run("git", "rev-parse", "HEAD", cwd=folder, home=home).stdout.strip()


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_hooks_under_pre_commit(tmp_path: Path) -> None:
    home, hooks = tmp_path / "home", tmp_path / "hooks"
    home.mkdir()
    hooks.mkdir()
    for name in SHIPPED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, hooks / name)
    revision = committed(hooks, home)
    shop = write_project(tmp_path / "shop", FILES)
    hook_ids = "\n".join(f"      - id: {name}" for name in HOOKS)
    (shop / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hooks}\n    rev: {revision}\n    hooks:\n{hook_ids}\n"
    )
    committed(shop, home)

    def hook(*arguments: str) -> tuple[int, str]:
        done = run(
            sys.executable, "-m", "pre_commit", "run", "--color=never", *arguments, cwd=shop, home=home
        )
        return done.returncode, done.stdout + done.stderr

    code, output = hook("--all-files")
    assert code == 0, output
    assert output.count("Passed") == len(HOOKS)

    (shop / "shop/services.py").write_text(BLOCKING)
    assert run("git", "add", "shop/services.py", cwd=shop, home=home).returncode == 0
    code, output = hook("dal-check")
    assert code == 1, output
    assert "exit code: 1" in output, "findings, and no failure of the hook itself"
    assert "shop/views.py:5:12: DAL101" in output, "an unchanged view is told that its helper blocks now"
    code, output = hook("dal-check-all")
    assert code == 1 and "shop/views.py:5:12: DAL101" in output, output

    (shop / "shop/views.py").write_text(SLEEPING)
    assert run("git", "add", "-A", cwd=shop, home=home).returncode == 0
    code, output = hook("dal-fix")
    assert code == 1 and "files were modified by this hook" in output, output
    assert (shop / "shop/views.py").read_text() == MENDED
    assert run("git", "add", "-A", cwd=shop, home=home).returncode == 0
    code, output = hook("dal-fix")
    assert code == 0, "what cannot be mended is for the other hooks to tell"

    (shop / "shop/services.py").write_text(CLEAN)
    (shop / "shop/views.py").write_text(FILES["shop/views.py"])
    assert run("git", "add", "-A", cwd=shop, home=home).returncode == 0
    assert run("git", "diff", "--quiet", "HEAD", cwd=shop, home=home).returncode == 0, "all is as it was committed"
    (shop / "notes.txt").write_text("something\n")
    assert run("git", "add", "-A", cwd=shop, home=home).returncode == 0
    code, output = hook()
    assert code == 0 and output.count("Skipped") == len(HOOKS), output


@pytest.mark.long
@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_hook_that_init_writes_runs(tmp_path: Path) -> None:
    home, wheels = tmp_path / "home", tmp_path / "wheels"
    home.mkdir()
    built = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(wheels), str(ROOT)]
    subprocess.run(built, check=True, timeout=600)
    shop = write_project(tmp_path / "shop", {**FILES, ".pre-commit-config.yaml": "repos: []\n", "pyproject.toml": ""})
    done = run(sys.executable, "-m", "django_async_lint", "init", "--yes", cwd=shop, home=home)
    assert done.returncode == 0, done.stderr
    committed(shop, home)
    (shop / "shop/services.py").write_text(BLOCKING)
    assert run("git", "add", "-A", cwd=shop, home=home).returncode == 0
    found = {"PIP_FIND_LINKS": f"{wheels} {os.environ.get('PIP_FIND_LINKS', '')}"}
    done = run(sys.executable, "-m", "pre_commit", "run", "--color=never", cwd=shop, home=home, **found)
    assert done.returncode == 1 and "exit code: 1" in done.stdout, done.stdout + done.stderr
    assert "shop/views.py:5:12: DAL101" in done.stdout
