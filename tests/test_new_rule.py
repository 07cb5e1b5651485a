"""What `make new-rule` leaves behind passes the contracts and the specs, in a copy of the repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
NEEDED = ("src", "tests", "tools", "docs", "README.md", "CHANGELOG.md", "pyproject.toml")


def test_the_skeleton_of_a_rule_passes_the_contracts(tmp_path: Path) -> None:
    skipped = shutil.ignore_patterns("__pycache__", "ecosystem", "oracle", "*.egg-info")
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=skipped)
        else:
            shutil.copy(ROOT / name, tmp_path / name)
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "src")}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300
        )

    written = run("tools/new_rule.py", "DAL199", "blocking-printer")
    assert written.returncode == 0, written.stdout + written.stderr
    chosen = "DAL199 or mentioned or documentation or codes or blocking_printer"
    tested = run("-m", "pytest", "tests/test_contracts.py", "tests/test_specs.py", "-k", chosen)
    assert tested.returncode == 0, tested.stdout + tested.stderr
    assert "passed" in tested.stdout
