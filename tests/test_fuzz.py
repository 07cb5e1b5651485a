"""Inputs that ought to break the linter do not: what `make fuzz` checks by the ten thousand, here some five hundred.

Hypothesis chooses some of them, and looks for the smallest that fails.
"""

import random
import sys
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from django_async_lint.check import check
from django_async_lint.output import text

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

import fuzz
import fuzz_inputs

PROJECTS = 4
LONG_RUN = 50_000


@pytest.mark.parametrize("number", range(PROJECTS))
def test_a_project_of_bad_input_is_checked_to_its_end(number: int, tmp_path: Path) -> None:
    files, _ = fuzz.project(2, number)
    fuzz.write(files, tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # the parser's own are silenced where they arise
        found = fuzz.outcome(tmp_path)
    assert found.problems == []
    assert found.parsed > 20 and found.findings > 20


def told(root: Path, data: bytes) -> list[str]:
    """The findings in a file, as a run on it tells them."""
    path = root / "fuzz.py"
    report = check([path], buffers={str(path): data})
    text.full(report)
    return [finding.diagnostic.code for finding in report.findings]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    fuzz.write({}, folder)
    return folder


few = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@few
@given(choose=some.randoms(use_true_random=False), kind=some.sampled_from(sorted({*fuzz_inputs.KINDS} - {"giant"})))
def test_what_hypothesis_makes_of_the_grammar_is_no_internal_error(
    choose: random.Random, kind: str, root: Path
) -> None:
    assert "DAL003" not in told(root, fuzz_inputs.KINDS[kind](choose))


@few
@given(
    head=some.sampled_from([b"", b"async def view(request):\n    "]), data=some.binary() | some.text().map(str.encode)
)
def test_what_hypothesis_makes_of_nothing_is_no_internal_error(head: bytes, data: bytes, root: Path) -> None:
    assert "DAL003" not in told(root, head + data)


def test_the_same_seed_gives_the_same_inputs() -> None:
    assert fuzz.project(5, 0) == fuzz.project(5, 0)
    assert fuzz.project(5, 0) != fuzz.project(6, 0)


def test_a_file_that_fails_is_found_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def checked(files: fuzz.Files, limit: float = 0) -> fuzz.Outcome:
        return fuzz.Outcome(["failed"] if "fuzz_7.py" in files else [])

    monkeypatch.setattr(fuzz, "checked", checked)
    monkeypatch.setattr(fuzz, "KEPT", tmp_path)
    assert fuzz.main(["--count", "1"]) == 1
    assert [path.name for path in (tmp_path / "0").glob("fuzz*")] == ["fuzz_7.py"]


@pytest.mark.long
def test_fifty_thousand_inputs_are_checked_to_their_end() -> None:
    assert fuzz.main(["--count", str(LONG_RUN)]) == 0
