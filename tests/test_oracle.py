"""The linter's promise, measured: it finds what really happens in the oracle's site, and hardly more."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RECALL = 0.9
PRECISION = 0.95


@pytest.mark.long
def test_the_linter_finds_what_happens_and_little_else(tmp_path: Path) -> None:
    written = tmp_path / "score.json"
    command = [sys.executable, "-m", "tests.oracle", "--json", str(written)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert run.returncode == 0, run.stderr
    score = json.loads(written.read_text())
    assert score["faulty_entries"] >= 40
    assert score["clean_entries"] >= 40
    assert score["recall"] >= RECALL, score["missed"]
    assert score["precision"] >= PRECISION, score["false"]
