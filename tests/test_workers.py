"""Several processes: the same report byte for byte, whoever did what, and nobody left behind."""

import marshal
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from django_async_lint import check as recipe
from django_async_lint import file_findings, workers
from django_async_lint.check import check
from django_async_lint.config import Settings
from django_async_lint.diagnostic import Report
from django_async_lint.inference.analyse import Analyser, FileAnalysis
from django_async_lint.output import json, sarif
from django_async_lint.parts import Part, packed, unpacked
from tests.projects import FIXTURES, write_project
from tests.test_order import MODERATE, PROJECTS, generated

pytestmark = pytest.mark.skipif(workers.available() < 2 and not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Projects of any size are shared."""
    monkeypatch.setattr(recipe, "LEAST_TO_SHARE", 0)


def shown(report: Report) -> str:
    """All that outputs show of a report."""
    return json.render(report) + sarif.render(report) + repr(report.excerpts)


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("root", PROJECTS, ids=lambda root: root.name)
def test_any_number_of_processes_gives_the_same_report(root: Path) -> None:
    alone = shown(check([root]))
    for jobs in (2, 3, 9):
        assert shown(check([root], jobs=jobs)) == alone


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("scope", ["listed", "touched", "project"])
def test_the_scope_is_that_of_the_whole(scope: str) -> None:
    path = FIXTURES.parents[1] / "examples/bookshop/shop/models.py"
    settings = Settings({"scope": scope})
    assert shown(check([path], settings, jobs=2)) == shown(check([path], settings))


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("shape", MODERATE, ids=lambda shape: f"{shape.name} {shape.functions}")
def test_a_generated_project_gives_the_same(shape: generated.Shape, tmp_path: Path) -> None:
    generated.write(shape, tmp_path)
    assert shown(check([tmp_path], jobs=2)) == shown(check([tmp_path]))


def test_a_small_project_is_not_shared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "fork", None)
    check([write_project(tmp_path, {"views.py": "async def view(request): ...\n"})], jobs=8)


@pytest.mark.usefixtures("shared")
def test_what_a_process_that_dies_had_taken_is_done_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    files = {f"views{number}.py": "import time\nasync def view(r):\n    time.sleep(1)\n" for number in range(9)}
    root = write_project(tmp_path, files)
    expected = shown(check([root]))
    here = os.getpid()

    def dying(analyser: Analyser, path: str) -> FileAnalysis:
        if os.getpid() != here:
            os._exit(1)
        time.sleep(0.02)
        return analyser.analyse(path)

    monkeypatch.setattr(file_findings, "analyse", dying)
    assert shown(check([root], jobs=3)) == expected


@pytest.mark.usefixtures("shared")
def test_a_crash_is_a_dal003_of_its_file_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    root = write_project(tmp_path, {f"views{number}.py": "async def view(r): ...\n" for number in range(9)})
    monkeypatch.setattr(Analyser, "_analyse", lambda *_: 1 / 0)
    report = check([root], jobs=3)
    found = [(finding.diagnostic.code, finding.diagnostic.path) for finding in report.findings]
    assert found == [("DAL003", f"views{number}.py") for number in range(9)]


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("root", PROJECTS, ids=lambda root: root.name)
def test_every_process_is_heard(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """One that cannot tell what it found only costs time: nothing else would show it."""
    statuses: list[int] = []
    end = workers._end
    monkeypatch.setattr(workers, "_end", lambda *given: statuses.append(end(*given)) or statuses[-1])
    check([root], jobs=2)
    assert statuses == [0]


def test_pieces_are_done_once_each() -> None:
    def work(numbers: Iterator[int]) -> list[int]:
        done = []
        for number in numbers:
            time.sleep(0.005)
            done.append(number)
        return done

    found = workers.run(work, 40, 3, pack=list, unpack=lambda data: data)  # type: ignore[arg-type, return-value]
    assert len(found) == 3
    assert sorted(number for numbers in found for number in numbers) == list(range(40))


def test_a_part_survives_the_way_from_process_to_process() -> None:
    report = check([FIXTURES.parents[1] / "examples/bookshop"])
    part = Part(report.findings, 2, graph={("a.b", "a.py", 1, 0): (("c", "c.py", 2, 4),)})
    assert part.findings
    assert unpacked(marshal.loads(marshal.dumps(packed(part)))) == part


def is_running(pid: int) -> bool:
    """Whether a process is there and no mere remnant that waits for its parent to ask."""
    try:
        return b"State:\tZ" not in Path(f"/proc/{pid}/status").read_bytes()
    except OSError:
        return False


HANGING = """
import os, sys, time
from django_async_lint import check, file_findings
check.LEAST_TO_SHARE = 0
def hanging(analyser, path):
    open(os.path.join(sys.argv[-1], f"pid{os.getpid()}"), "w").close()
    time.sleep(60)
file_findings.analyse = hanging
from django_async_lint.cli import main
main()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_nobody_behind(number: signal.Signals, tmp_path: Path) -> None:
    root = write_project(tmp_path, {f"views{n}.py": "async def view(r): ...\n" for n in range(9)})
    command = [sys.executable, "-c", HANGING, "check", "-j3", str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        for _ in range(200):
            pids = [int(path.name.removeprefix("pid")) for path in root.glob("pid*")]
            if len(pids) == 3:
                break
            time.sleep(0.05)
        process.send_signal(number)
        _, errors = process.communicate(timeout=30)
    assert len(pids) == 3
    assert process.returncode == (130 if number is signal.SIGINT else -signal.SIGTERM)
    assert b"Traceback" not in errors
    for _ in range(200):
        if not any(map(is_running, pids)):
            break
        time.sleep(0.05)
    assert not [pid for pid in pids if is_running(pid)]
