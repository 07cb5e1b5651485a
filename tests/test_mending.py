"""Fixes, proven by running them: the oracle's site works after `--fix`, and after `--unsafe-fixes`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.long
def test_what_is_mended_works_when_it_is_run(tmp_path: Path) -> None:
    written = tmp_path / "mending.json"
    command = [sys.executable, "-m", "tests.oracle.mending", "--json", str(written)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=3600)
    assert written.exists(), run.stderr
    result = json.loads(written.read_text())
    assert [part["wrong"] for part in result["rounds"].values()] == [[], []], run.stdout
    assert result["fixes"] / result["findings"] >= 0.7
    assert result["safe"] / result["findings"] >= 0.25
