"""The linter's promise, measured: it finds what really happens in the oracle's site, and hardly more.

One test runs the whole oracle, a few minutes; the others show what its score counts as found.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.oracle import releases, score, verdicts

ROOT = Path(__file__).parent.parent
RECALL = 0.93
PRECISION = 0.975
VERDICTS = 0.95

VIEWS = """\
from helpers import load


async def index(request):
    return render(
        request,
        load(1),
    )


async def totals(request):
    for row in range(10):
        total = row
        total += 1
    return total


async def outer(request):
    return await index(request)
"""
HELPERS = """\
def load(number):
    return open(f"{number}.txt")
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "views.py").write_text(VIEWS)
    (tmp_path / "helpers.py").write_text(HELPERS)
    return tmp_path


def symptom(kind: str, *chain: tuple[str, int, str], seconds: float = 0.0) -> dict:
    return {"kind": kind, "what": kind, "chain": chain, "seconds": seconds}


def finding(code: str, path: str, line: int, *steps: tuple[str, int]) -> dict:
    found = {"code": code, "path": path, "start": {"line": line}, "message": ""}
    return found | {"steps": [{"path": step, "line": at} for step, at in steps]}


def scored(site: Path, symptoms: list[dict], findings: list[dict]) -> tuple[int, int, int, int, int]:
    """Numbers of cases found and missed, of findings true, false and not judged."""
    ran = [("views.py", line) for line in range(1, 16)]
    truth = [{"name": "views.index", "symptoms": symptoms, "lines": {"loop": ran}}]
    result = score.score(score.cases_of(truth, site), findings, truth, site)
    parts = (result.found, result.missed, result.true, result.false, result.unjudged)
    return tuple(len(part) for part in parts)


OPENED = (("helpers.py", 2, "load"), ("views.py", 7, "index"), ("views.py", 19, "outer"))


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([], (0, 1, 0, 0, 0)),
        ([finding("DAL104", "views.py", 7)], (1, 0, 1, 0, 0)),
        ([finding("DAL104", "views.py", 5)], (1, 0, 1, 0, 0)),
        ([finding("DAL104", "helpers.py", 2)], (1, 0, 1, 0, 0)),
        ([finding("DAL204", "views.py", 7)], (0, 1, 0, 1, 0)),
        ([finding("DAL104", "views.py", 15)], (0, 1, 0, 1, 0)),
        ([finding("DAL104", "views.py", 19)], (0, 1, 0, 0, 1)),
        ([finding("DAL104", "views.py", 19, ("helpers.py", 2))], (1, 0, 1, 0, 0)),
        ([finding("DAL104", "views.py", 15, ("views.py", 7), ("helpers.py", 2))], (1, 0, 1, 0, 0)),
        ([finding("DAL104", "views.py", 15, ("helpers.py", 2))], (0, 1, 0, 1, 0)),
        ([finding("DAL104", "views.py", 18, ("views.py", 7), ("helpers.py", 2))], (0, 1, 0, 0, 1)),
    ],
    ids=[
        "nothing",
        "call",
        "same-statement",
        "sink",
        "other-family",
        "elsewhere",
        "outer-without-path",
        "outer-with-path",
        "made-elsewhere-with-path",
        "made-elsewhere-without-site",
        "made-where-nothing-ran",
    ],
)
def test_a_finding_explains_a_case_on_its_path(site: Path, findings: list[dict], expected: tuple) -> None:
    assert scored(site, [symptom("blocking", *OPENED)], findings) == expected


def test_processor_time_in_a_loop_belongs_to_the_loop(site: Path) -> None:
    symptoms = [symptom("cpu", ("views.py", line, "totals"), seconds=0.06) for line in (13, 14)]
    assert scored(site, symptoms, [finding("DAL401", "views.py", 12)]) == (1, 0, 1, 0, 0)
    assert scored(site, symptoms[:1], []) == (0, 0, 0, 0, 0)


def test_a_little_processor_time_is_not_judged(site: Path) -> None:
    found = [finding("DAL401", "views.py", 12)]
    for seconds, expected in ((0.2, (1, 0, 1, 0, 0)), (0.05, (0, 0, 0, 0, 1)), (0.005, (0, 0, 0, 1, 0))):
        assert scored(site, [symptom("cpu", ("views.py", 13, "totals"), seconds=seconds)], found) == expected


def test_a_wait_that_another_watch_explains_is_no_case(site: Path) -> None:
    symptoms = [symptom("blocking", *OPENED), symptom("wait", *OPENED, seconds=1.0)]
    assert scored(site, symptoms, []) == (0, 1, 0, 0, 0)


def test_processor_time_is_explained_by_a_step_in_any_loop_around_it(site: Path) -> None:
    chain = (("helpers.py", 2, "load"), ("views.py", 13, "totals"), ("views.py", 19, "outer"))
    further_out = finding("DAL401", "views.py", 19, ("views.py", 12))
    without_path = finding("DAL401", "views.py", 19)
    assert scored(site, [symptom("cpu", *chain, seconds=0.2)], [further_out])[:2] == (1, 0)
    assert scored(site, [symptom("cpu", *chain, seconds=0.2)], [without_path])[:2] == (0, 1)


def test_every_kind_is_listed_and_a_false_alarm_counts_against_the_kind_it_means(site: Path) -> None:
    ran = [("views.py", line) for line in range(1, 16)]
    truth = [{"name": "views.index", "symptoms": [], "lines": {"loop": ran}}]
    result = score.score([], [finding("DAL204", "views.py", 7)], truth, site)
    assert result.precision_by_kind() == dict.fromkeys(score.FAMILIES, (0, 0)) | {"orm": (0, 1)}
    assert result.recall_by_kind() == dict.fromkeys(score.FAMILIES, (0, 0))


ENTRY = {
    "name": "views.index", "kind": "view", "code": ["views.py", 4, "index"], "is_async": True,
    "symptoms": [], "waits": [],
}  # fmt: skip
LOADED = symptom("blocking", *OPENED)
ON_LOOP, IN_THREAD = ("network", "loop", OPENED), ("network", "thread", OPENED)
FROM_MIDDLEWARE = ("network", "loop", (("shop/middleware.py", 2, "call"),))


@pytest.mark.parametrize(
    ("entry", "verdict"),
    [
        ({}, "no-difference"),
        ({"waits": [ON_LOOP]}, "helps"),
        ({"waits": [IN_THREAD]}, "no-difference"),
        ({"waits": [FROM_MIDDLEWARE]}, "no-difference"),
        ({"waits": [ON_LOOP], "symptoms": [LOADED]}, "hurts"),
        ({"symptoms": [symptom("trifle", *OPENED)]}, "no-difference"),
        ({"symptoms": [symptom("orm", ("shop/middleware.py", 2, "call"))]}, "no-difference"),
        ({"is_async": False}, "keep-sync"),
        ({"is_async": False, "waits": [IN_THREAD]}, "would-gain"),
        ({"is_async": False, "symptoms": [LOADED]}, "hurts"),
    ],
)
def test_the_truth_of_a_verdict(site: Path, entry: dict, verdict: str) -> None:
    assert verdicts.true_verdict(ENTRY | entry, site) == verdict


def test_a_class_is_judged_by_its_get_and_a_consumer_by_all_its_methods() -> None:
    given = {"a.View.get": "helps", "a.View.post": "hurts", "a.Chat.connect": "helps", "a.Chat.receive": "hurts"}
    told = [verdicts.given_verdict(name, given) for name in ("a.View", "a.Chat", "a.Viewer")]
    assert told == ["helps", "hurts", ""]


def test_every_entry_point_marked_by_an_api_exists() -> None:
    for name in (name for names in releases.NEEDS.values() for name in names):
        module, _, definition = name.rpartition(".")
        text = (ROOT / "tests/oracle/site" / f"{module.replace('.', '/')}.py").read_text()
        assert f"def {definition}(" in text or f"class {definition}(" in text, name


def test_a_failure_for_want_of_an_api_is_told_from_a_fault_of_the_code() -> None:
    lacking = {"django.shortcuts.aget_object_or_404", "django.dispatch.Signal.asend"}
    tell = [
        "MissingApi: django.shortcuts.aget_object_or_404",
        "AttributeError: 'Signal' object has no attribute 'asend'",
        "AttributeError: 'coroutine' object has no attribute 'name'",
    ]
    told = [releases.unmarked(text, lacking) for text in tell]
    assert told == ["django.shortcuts.aget_object_or_404", "django.dispatch.Signal.asend", None]


def test_the_linter_finds_what_happens_and_little_else(tmp_path: Path) -> None:
    written = tmp_path / "score.json"
    command = [sys.executable, "-m", "tests.oracle", "--json", str(written)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=1200)
    assert run.returncode == 0, run.stderr
    result = json.loads(written.read_text())
    assert result["faulty_entries"] >= 40
    assert result["clean_entries"] >= 40
    assert result["recall"] >= RECALL, result["missed"]
    assert result["precision"] >= PRECISION, result["false"]
    assert result["verdicts"] >= 900
    assert result["agreeing_verdicts"] >= VERDICTS * result["verdicts"], result["wrong_verdicts"]
