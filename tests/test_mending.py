"""Fixes, proven by running them: the oracle's site works after `--fix`, and after `--unsafe-fixes`."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from django_async_lint.config import Settings
from django_async_lint.diagnostic import Applicability
from django_async_lint.fixing import fix
from django_async_lint.source import decode

ROOT = Path(__file__).parent.parent
SITE = ROOT / "tests" / "oracle" / "site"
OFFLOADED = re.compile(r"(?:sync_to_async|to_thread)\(([\w.]+)[,)]")
TWIN = re.compile(r"`await \.\.\.(a\w+)\(")
KNOWN = {
    "handbook.views.bulk.touched_each": "the call has a second fault, hidden until the first is mended",
    "almanac.views.editions.export_joined": "the same",
    "handbook.views.bulk.as_zip": "its body holds the time",
    "handbook.views.bulk.stored_files": "its body holds names made at random",
    "newsroom.archive.comment_texts": "a generic relation asks for its content type, the first time in a process",
    "almanac.views.editions.remarks": "text of what a generic key leads to loads further, whatever that is",
    "workshop.views.encoded": "the argument costs as much to make as the call that takes it",
    "workshop.views.dumped": "the encoder is written in C and keeps the interpreter in a thread too",
    "workshop.views.words": "two calls compute in one statement, and only one is found",
}
"""Entry points that are not clean after their fix, and why no fix can tell."""


@pytest.mark.long
def test_what_is_mended_works_when_it_is_run(tmp_path: Path) -> None:
    written = tmp_path / "mending.json"
    command = [sys.executable, "-m", "tests.oracle.mending", "--json", str(written)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=3600)
    assert written.exists(), run.stderr
    result = json.loads(written.read_text())
    wrong = [line for part in result["rounds"].values() for line in part["wrong"]]
    assert [line for line in wrong if line.partition(": ")[0] not in KNOWN] == [], run.stdout
    assert result["fixes"] / result["findings"] >= 0.7
    assert result["safe"] / result["findings"] >= 0.31


@pytest.mark.long
@pytest.mark.parametrize("allowed", [("safe",), ("safe", "unsafe")])
def test_what_is_left_after_fixes_is_no_advice_to_do_what_they_did(allowed: tuple[Applicability, ...]) -> None:
    outcome = fix([SITE], Settings({"target_django": "5.2"}), allowed)
    assert not outcome.report.errors
    again = {change.path: change.after for change in outcome.changes}
    assert fix([SITE], Settings({"target_django": "5.2"}), allowed, again).changes == ()
    absurd = []
    for finding in outcome.report.findings:
        one = finding.diagnostic
        path = SITE / one.path
        text = decode(again.get(str(path)) or path.read_bytes()).splitlines()[one.start.line - 1]
        before, there = text[: one.start.column - 1], text[one.start.column - 1 :]
        offloaded = [each for each in OFFLOADED.findall(one.help) if there.startswith(f"{each}(")]
        is_awaited = offloaded and before.endswith("await ")
        if is_awaited or any(f"{twin}(" in one.callee for twin in TWIN.findall(one.help)):
            absurd.append(f"{one.path}:{one.start.line}: {one.help}")
    assert absurd == []
