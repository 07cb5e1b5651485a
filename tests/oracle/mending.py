"""Proves fixes by running them: `python -m tests.oracle.mending [--keep DIRECTORY] [--json FILE]`

The site is run as it stands, after `dal check --fix`, and after `--unsafe-fixes`. Held together, entry point by
entry point:

- A case that findings explain which all have a fix must be gone from the function that it was in.
- An entry point that ran clean must run clean, with the same status and, where its body is always the same, the
  same body.
- One that was faulty answers as a version of it that was corrected by hand. Where only Django's guard is in the
  way, that is what the tolerant run answered, in which the guard is silent; for all others `corrected/` has one.
- A second `--fix` must change nothing.

Says how many findings have a fix and a safe one, and how many faulty entry points run clean afterwards. Exits with 1
when something of the above does not hold.
"""

import argparse
import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from pathlib import Path

from tests.oracle import corrections, harness, releases, score

ROOT = Path(__file__).resolve().parents[2]
VARYING = re.compile(r"127\.0\.0\.1:\d+|\d{4}-\d\d-\d\d(T[\d:.]+Z?)?")
FAILED = "500"
TOUCHES_ANSWER = frozenset({"raises", "coroutine"})
"""Kinds of symptoms that a tolerant run does not mend."""


@dataclass(slots=True)
class Round:
    """What came of one way to fix: entry points by what they are now, and what went wrong."""

    mendable: int = 0
    clean: int = 0
    faulty: int = 0
    answers: int = 0
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    """Parses the command line, runs the site three times and compares; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keep", type=Path, metavar="DIRECTORY", help="keep every run below this new folder")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = (options.keep or Path(temporary) / "mending").resolve()
        work.mkdir(parents=True)
        try:
            result = proven(work)
        except harness.HarnessError as error:
            print(f"oracle: {error}", file=sys.stderr)
            return 1
    if options.json:
        options.json.write_text(json.dumps(result, indent=1))
    return 1 if any(part["wrong"] for part in result["rounds"].values()) else 0


def proven(work: Path) -> dict:
    """The numbers and what went wrong, printed as well."""
    before = ran(harness.HERE / "site", work / "before")
    site = work / "before" / "storefront"
    findings = json.loads((work / "before" / "findings.json").read_text())
    applicable = Counter(finding["fix"]["applicability"] for finding in findings if finding["fix"])
    expected = before | corrected(work, before.keys())
    result: dict = {"findings": len(findings), "fixes": applicable.total(), "safe": applicable["safe"], "rounds": {}}
    print(f"{len(findings)} findings, {applicable.total()} with a fix, {applicable['safe']} with a safe one")
    for name, flags, allowed in (
        ("safe", ("--fix",), ("safe",)),
        ("unsafe", ("--fix", "--unsafe-fixes"), ("safe", "unsafe")),
    ):
        fixed = work / f"{name}-site"
        shutil.copytree(harness.HERE / "site", fixed, ignore=shutil.ignore_patterns("__pycache__"))
        linted(fixed, "--fix-only", *flags)
        again = linted(fixed, "--diff", *flags)
        after = ran(fixed, work / name, "--truth-only")
        chosen = [finding for finding in findings if finding["fix"] and finding["fix"]["applicability"] in allowed]
        outcome = compared(before, after, expected, findings, chosen, site, work / name / "storefront")
        outcome.wrong += [f"a second run changes: {line}" for line in again.splitlines()[:1]]
        print(f"after {' '.join(flags)}: {outcome.mendable} faulty entry points with nothing but such faults,", end=" ")
        print(f"{outcome.clean} of all {outcome.faulty} faulty ones run clean,", end=" ")
        print(f"{outcome.answers} answers compared with those of code that was corrected by hand")
        print(*outcome.wrong, sep="\n")
        result["rounds"][name] = {
            "mendable": outcome.mendable,
            "clean": outcome.clean,
            "faulty": outcome.faulty,
            "answers": outcome.answers,
            "wrong": outcome.wrong,
        }
    return result


def corrected(work: Path, before: Set[str]) -> dict[str, dict]:
    """The truth about every entry point that is corrected by hand, which must run clean."""
    names = corrections.names() & before
    corrections.corrected_site(work / "corrected-site")
    truth = ran(work / "corrected-site", work / "corrected", "--truth-only", "--only", *sorted(names))
    site = work / "corrected" / "storefront"
    faulty = [name for name, entry in truth.items() if score.cases_of_entry(entry, site)]
    if faulty:
        raise harness.HarnessError(f"tests/oracle/corrected is not correct: {', '.join(faulty)}")
    return truth


def ran(site: Path, work: Path, *flags: str) -> dict[str, dict]:
    """The truth about every entry point of a site by its name, run by the oracle in a process of its own."""
    command = [sys.executable, "-m", "tests.oracle", "--site", str(site), "--keep", str(work), *flags]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise harness.HarnessError(f"running {site} failed: {done.stderr.strip()[-2000:]}")
    return {entry["name"]: entry for entry in json.loads((work / "truth.json").read_text())}


def linted(site: Path, *flags: str) -> str:
    """What `dal check` prints with these options."""
    target = ("--target-django", releases.installed(), "--no-cache")
    command = [sys.executable, "-m", "django_async_lint", "check", ".", *target, *flags]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise harness.HarnessError(f"dal exited with {done.returncode}: {done.stderr.strip()[-2000:]}")
    return done.stdout


def is_mended(case: score.Case, findings: list[dict], chosen: list[dict]) -> bool:
    """Whether everything that explains a case is mended: one call site may have several faults of a kind."""
    explaining = [finding for finding in findings if score.explains(finding, case)]
    return bool(explaining) and all(finding in chosen for finding in explaining)


def compared(
    before: dict, after: dict, expected: dict, findings: list[dict], chosen: list[dict], site: Path, fixed: Path
) -> Round:
    """What changed for the worse, or did not although a chosen finding's fix should have changed it."""
    outcome = Round()
    for name, entry in before.items():
        now = after.get(name)
        if now is None:
            outcome.wrong.append(f"{name} is no entry point any more")
            continue
        cases, left = score.cases_of_entry(entry, site), score.cases_of_entry(now, fixed)
        mended = [case for case in cases if is_mended(case, findings, chosen)]
        outcome.faulty += bool(cases)
        outcome.clean += bool(cases) and not left
        outcome.wrong += [f"{name}: {text}" for text in faults(entry, now, cases, mended, left, site, fixed)]
        if cases and len(mended) == len(cases):
            outcome.mendable += 1
            outcome.answers += not left
            outcome.wrong += [f"{name}: {text}" for text in wrong_answers(expected[name], now) if not left]
    return outcome


def faults(entry: dict, now: dict, cases: list, mended: list, left: list, site: Path, fixed: Path) -> list[str]:
    """What is wrong with one entry point after the fixes."""
    found = []
    if not cases and (left := [case for case in left if not is_noise(case, site, fixed)]):
        found.append(f"was clean, now {score.case_text(left[0])}")
    if not cases and not same_answer(entry, now):
        found.append(f"was clean, answers {answer(now)} and not {answer(entry)}")
    remaining = Counter(scope(case, fixed) for case in left)
    allowed = Counter(scope(case, site) for case in cases) - Counter(scope(case, site) for case in mended)
    for key in {scope(case, site) for case in mended}:
        if remaining[key] > allowed[key]:
            one = next(case for case in left if scope(case, fixed) == key)
            found.append(f"not mended: {score.case_text(one)}")
    return found


def is_noise(case: score.Case, site: Path, fixed: Path) -> bool:
    """Whether a case of time alone appeared in a function that no fix has touched: the machine was busy."""
    path, line, _ = case.site
    function = score.function_at(fixed, path, line)
    if case.kind not in score.LIMITS or function is None:
        return False
    return ast.unparse(function) in ast.unparse(ast.parse((site / path).read_text()))


def scope(case: score.Case, site: Path) -> tuple[str, str, str]:
    """What outlives moved lines: the kind of a case, its file, and the function that it is in."""
    path, line, _ = case.site
    function = score.function_at(site, path, line)
    return case.kind, path, getattr(function, "name", "")


def same_answer(entry: dict, now: dict) -> bool:
    """Whether an entry point answers as before; a body that differs between two runs is not compared."""
    if entry["outcome"] != now["outcome"]:
        return False
    is_steady = entry["body"] == entry["tolerated"]["body"]
    return not is_steady or plain(entry["body"]) == plain(now["body"])


def plain(body: str) -> str:
    """A body without what differs from one run of the site to the next: ports, dates and times."""
    return VARYING.sub("", body)


def wrong_answers(expected: dict, now: dict) -> Iterator[str]:
    """How the answer of a mended entry point differs from that of the version that was corrected by hand."""
    right = expected["tolerated"]
    if right["outcome"] == FAILED or any(symptom["kind"] in TOUCHES_ANSWER for symptom in expected["symptoms"]):
        yield "nobody corrected it by hand, see tests/oracle/corrected"
        return
    is_steady = now["body"] == now["tolerated"]["body"]
    if now["outcome"] != right["outcome"] or (is_steady and plain(now["body"]) != plain(right["body"])):
        yield f"answers {answer(now)} and not {answer(right)}"


def answer(run: dict) -> str:
    """Status and the start of the body."""
    return f"{run['outcome']} {run['body'][:80]!r}"


if __name__ == "__main__":
    sys.exit(main())
