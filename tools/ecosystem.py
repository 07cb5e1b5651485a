"""Checks the pinned published packages and compares with the findings in `tests/ecosystem/findings/`.

Prints what a change gained and lost, and what the run cost. `--record` keeps the findings; `--draw N` draws
some to be judged by reading, `--misses` async functions to be read for what was missed. Only places, messages
and verdicts are stored, never a package's source.
Exit code 0: as recorded; 1: gained or lost; 2: a package failed.
"""

import argparse
import ast
import json
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from packages import ROOT, Package, PackageError, fetched, pinned

RECORDS = ROOT / "tests/ecosystem/findings"
SHEET = ROOT / "tests/ecosystem/judged.json"
PER_CODE, PER_PACKAGE, MISSES_PER_PACKAGE = 15, 25, 20
EVALUATIONS_LIMIT = 3.0
LIMIT = 120.0
"""Seconds after which a package counts as failed."""

TEST_PATH = re.compile(r"(^|/)(tests?|testing)/|(^|/)(test_[^/]*|[^/]*_test|tests?|conftest)\.py$")
STATISTICS = {
    "parsed": re.compile(r"(\d+) parsed"),
    "evaluated": re.compile(r"(\d+) evaluated"),
    "evaluations": re.compile(r"evaluated (\d+) times"),
    "cut": re.compile(r"(\d+) cut"),
}


@dataclass(frozen=True, slots=True, order=True)
class Recorded:
    """A finding as it is kept: its place, and a digest of its message."""

    path: str
    line: int
    code: str
    digest: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of this run."""

    package: str
    version: str
    code: str
    path: str
    line: int
    message: str

    @property
    def recorded(self) -> Recorded:
        """What is kept of it."""
        return Recorded(self.path, self.line, self.code, sha256(self.message.encode()).hexdigest()[:12])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What checking one package gave. `seconds` is wall time; `failure` is empty when it went well."""

    package: Package
    findings: tuple[Finding, ...]
    counts: dict[str, int]
    seconds: float
    failure: str = ""


def check(package: Package) -> Outcome:
    """Runs `dal check` on a package in a process of its own."""
    try:
        folder = fetched(package)
    except PackageError as error:
        return Outcome(package, (), {}, 0.0, str(error))
    dal = Path(sys.executable).with_name("dal")
    options = ["--no-cache", "--output-format", "json", "--scope", "listed", "--statistics"]
    started = time.perf_counter()
    try:
        run = subprocess.run(
            [dal, "check", ".", *options],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        )
    except subprocess.TimeoutExpired:
        return Outcome(package, (), {}, LIMIT, f"took over {LIMIT:g} s")
    seconds = time.perf_counter() - started
    try:
        report = json.loads(run.stdout)
    except ValueError:
        last = (run.stderr.strip().splitlines() or ["no output"])[-1]
        return Outcome(package, (), {}, seconds, f"exit code {run.returncode}: {last}")
    findings = tuple(
        Finding(package.name, package.version, one["code"], one["path"], one["start"]["line"], one["message"])
        for one in report["diagnostics"]
    )
    return Outcome(
        package, findings, _counts(report["summary"], run.stderr), seconds, _failure(run, findings)
    )


def _counts(summary: dict[str, Any], statistics: str) -> dict[str, int]:
    """Files, functions and calls of the run, from the JSON summary and the lines of `--statistics`."""
    found = {name: pattern.search(statistics) for name, pattern in STATISTICS.items()}
    counts = {name: int(match[1]) for name, match in found.items() if match}
    return counts | {"files": summary["files"], "on_loop": summary["functions_on_loop"], **summary["calls"]}


def _failure(run: subprocess.CompletedProcess[str], findings: tuple[Finding, ...]) -> str:
    broken = [finding for finding in findings if finding.code == "DAL003"]
    if broken:
        return f"DAL003 in {broken[0].path}: {broken[0].message}"
    if "Traceback (most recent call last)" in run.stderr:
        return f"traceback: {run.stderr.strip().splitlines()[-1]}"
    return "" if run.returncode in (0, 1) else f"exit code {run.returncode}"


def recorded(package: Package) -> Counter[Recorded]:
    """The findings kept for a package; none when it was never recorded."""
    path = RECORDS / f"{package.name}.json"
    if not path.is_file():
        return Counter()
    return Counter(Recorded(**entry) for entry in json.loads(path.read_text(encoding="utf-8"))["findings"])


def record(outcome: Outcome) -> None:
    """Keeps the findings of a package, one to a line."""
    package = outcome.package
    rows = [
        json.dumps(asdict(finding)) for finding in sorted(finding.recorded for finding in outcome.findings)
    ]
    head = f'"package": {json.dumps(package.name)}, "version": {json.dumps(package.version)}'
    text = "{" + head + ', "findings": [\n' + ",\n".join(rows) + "\n]}\n"
    RECORDS.mkdir(parents=True, exist_ok=True)
    (RECORDS / f"{package.name}.json").write_text(text, encoding="utf-8")


def compare(outcome: Outcome) -> tuple[list[Finding], list[Recorded]]:
    """The findings gained and those lost since they were recorded."""
    kept = recorded(outcome.package)
    lost = kept - Counter(finding.recorded for finding in outcome.findings)
    gained = []
    for finding in outcome.findings:
        if kept[finding.recorded]:
            kept[finding.recorded] -= 1
        else:
            gained.append(finding)
    return gained, sorted(lost.elements())


def draw(
    findings: Iterable[Finding],
    number: int,
    seed: int,
    most_per_code: int = PER_CODE,
    most_per_package: int = PER_PACKAGE,
) -> list[Finding]:
    """Up to `number` findings outside tests, few per code and package; equal for equal findings and seed."""
    candidates = sorted({finding for finding in findings if not TEST_PATH.search(finding.path)}, key=_order)
    random.Random(seed).shuffle(candidates)
    per_code: Counter[str] = Counter()
    per_package: Counter[str] = Counter()
    drawn: list[Finding] = []
    for finding in candidates:
        room = per_code[finding.code] < most_per_code and per_package[finding.package] < most_per_package
        if room and len(drawn) < number:
            drawn.append(finding)
            per_code[finding.code] += 1
            per_package[finding.package] += 1
    return sorted(drawn, key=_order)


def _order(finding: Finding) -> tuple[str, str, int, str, str]:
    return (finding.package, finding.path, finding.line, finding.code, finding.message)


def write_sheet(drawn: list[Finding]) -> None:
    """Adds the drawn findings to the judging sheet; a verdict that was given stays."""
    sheet: list[dict[str, Any]] = json.loads(SHEET.read_text(encoding="utf-8")) if SHEET.is_file() else []
    judged = {_key(entry): entry for entry in sheet if entry["verdict"] is not None}
    for finding in drawn:
        entry = asdict(finding) | {"verdict": None, "why": ""}
        judged.setdefault(_key(entry), entry)
    rows = (json.dumps(judged[key], ensure_ascii=False) for key in sorted(judged))
    SHEET.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


def _key(entry: dict[str, Any]) -> tuple[str, str, str, int, str]:
    return (entry["package"], entry["version"], entry["path"], entry["line"], entry["code"])


def async_functions(package: Package) -> Iterator[str]:
    """Every `async def` of a package outside its tests, as `path:line name`."""
    folder = fetched(package)
    for path in sorted(folder.rglob("*.py")):
        relative = path.relative_to(folder).as_posix()
        if TEST_PATH.search(relative):
            continue
        try:
            tree = ast.parse(path.read_bytes())
        except (SyntaxError, ValueError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.AsyncFunctionDef):
                yield f"{relative}:{node.lineno} {node.name}"


def print_misses(packages: list[Package], seed: int) -> None:
    """Prints async functions drawn from each package, to be read for what the tool did not report."""
    for package in packages:
        functions = list(async_functions(package))
        drawn = random.Random(seed).sample(functions, min(MISSES_PER_PACKAGE, len(functions)))
        print(f"{package.folder.relative_to(ROOT)}: {len(drawn)} of {len(functions)}, seed {seed}")
        for place in sorted(drawn):
            print(f"  {place}")


COST = "{:38}{:>7}{:>8}{:>9}{:>11}{:>6}{:>10}{:>8}"
COST_HEAD = ("package", "files", "parsed", "on loop", "evaluated", "each", "resolved", "seconds")


def print_cost(outcomes: list[Outcome]) -> None:
    """Prints one line per package and one of all together: what was looked at, how often, and how long it took.

    `each` is evaluations per function, `resolved` the share of calls on the loop whose callee is known.
    """
    print("\n" + COST.format(*COST_HEAD))
    total: Counter[str] = Counter()
    for outcome in outcomes:
        counts = Counter(outcome.counts)
        total.update(counts)
        line = _cost(f"{outcome.package.name} {outcome.package.version}", counts, outcome.seconds)
        over = counts["evaluations"] > EVALUATIONS_LIMIT * counts["evaluated"]
        line += f"  over {EVALUATIONS_LIMIT:g} evaluations per function" if over else ""
        print(line + (f"  cut {counts['cut']} times" if counts["cut"] else ""))
    print(_cost("all together", total, sum(outcome.seconds for outcome in outcomes)))


def _cost(title: str, counts: Counter[str], seconds: float) -> str:
    each = counts["evaluations"] / max(counts["evaluated"], 1)
    known = counts["resolved"] / max(counts["resolved"] + counts["unresolved"], 1)
    shown = (counts["files"], counts["parsed"], counts["on_loop"], counts["evaluated"])
    return COST.format(title, *shown, f"{each:.2f}", f"{known:.0%}", f"{seconds:.2f}")


def print_changes(outcome: Outcome, limit: int) -> bool:
    """Prints what a package gained and lost, at most `limit` of each; whether there was anything."""
    gained, lost = compare(outcome)
    title = f"{outcome.package.name}: {len(outcome.findings)} findings"
    print(f"{title}, {len(gained)} gained, {len(lost)} lost" if gained or lost else title)
    for finding in gained[:limit]:
        print(f"  + {finding.path}:{finding.line} {finding.code} {finding.message}")
    for place in lost[:limit]:
        print(f"  - {place.path}:{place.line} {place.code}")
    hidden = max(len(gained) - limit, 0) + max(len(lost) - limit, 0)
    if hidden:
        print(f"    and {hidden} more (--limit)")
    return bool(gained or lost)


def arguments(given: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="make ecosystem", description="Check pinned published packages.")
    parser.add_argument("packages", nargs="*", help="only these")
    parser.add_argument("--record", action="store_true", help="keep the findings of this run")
    parser.add_argument(
        "--draw", type=int, metavar="N", help="draw up to N findings into tests/ecosystem/judged.json"
    )
    parser.add_argument("--misses", action="store_true", help="print async functions to read for misses")
    parser.add_argument("--seed", type=int, default=None, help="of --draw and --misses")
    parser.add_argument("--limit", type=int, default=20, help="findings gained and lost to print per package")
    parser.add_argument("--per-code", type=int, default=PER_CODE, help="most findings drawn of one code")
    parser.add_argument("--per-package", type=int, default=PER_PACKAGE, help="most drawn of one package")
    return parser.parse_args(given)


def main(given: list[str]) -> int:
    """Checks the packages and prints what changed."""
    options = arguments(given)
    seed = random.randrange(1_000_000) if options.seed is None else options.seed
    try:
        packages = pinned(options.packages)
        if options.misses:
            print_misses(packages, seed)
            return 0
    except PackageError as error:
        print(f"make ecosystem: {error}", file=sys.stderr)
        return 2
    outcomes, changed = [], False
    for package in packages:
        outcome = check(package)
        outcomes.append(outcome)
        if outcome.failure:
            print(f"{package.name}: FAILED: {outcome.failure}", flush=True)
            continue
        changed |= print_changes(outcome, options.limit)
        if options.record:
            record(outcome)
    print_cost(outcomes)
    if options.draw:
        findings = (finding for outcome in outcomes for finding in outcome.findings)
        drawn = draw(findings, options.draw, seed, options.per_code, options.per_package)
        write_sheet(drawn)
        print(f"\ndrew {len(drawn)} findings with seed {seed} into {SHEET.relative_to(ROOT)}")
    if any(outcome.failure for outcome in outcomes):
        return 2
    return 1 if changed and not options.record else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
