"""Scores the linter against the truth of the oracle.

**A case** is one fault that was seen: a kind (a key of `FAMILIES`) and a call site. The call site is the
statement of the innermost `async def` on the stack; without one, the innermost project statement. What the
call site reaches of one kind is one case, however many sinks there are; the same path from several entry
points is one. Processor time in a loop belongs to the outermost loop around it. `EXPLAINED_BY` says where a
kind is only the shadow of another at the same call site; an exception about a coroutine that was lost in the
same entry point belongs to that coroutine.

**Found**: a finding of a family that can mean this kind (`FAMILIES`) starts in the statement of one of the
frames between the sink and the call site; or further out on the same stack, if one of its steps lies in the
statement of the sink - of processor time, which has no one sink, in any of those frames. A lost coroutine, and one
that is awaited again, may also be told where its function is defined: that is where wiring is mended, of a method also where its class is. What Django
calls is the outermost frame of each stack: of a view class its own statement, though the handler may be inherited. A
generator that one function makes and Django goes through is told where it was made: such a finding's path holds the
call site and the sink, and it starts in a statement that the same entry point executed.

**A false alarm** is a finding that matches no case although its statement was executed. A finding whose
statement no entry point executed, or that tells of 10 to 100 ms of processor time, is not judged, and listed. Advice (`ADVICE`) is left out: running a view
does not show whether it is good. Wiring that fails when it runs is no advice.

Recall = cases found / cases; precision = findings that match / findings judged. A finding that matches counts
for the kind of the first case it explains, a false alarm against the kind that its family means (`MEANT`).
"""

import ast
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from tests.oracle.harness import HarnessError

FAMILIES = {
    "orm": ("DAL2", "DAL109", "DAL304", "DAL508"),
    "blocking": ("DAL1", "DAL208", "DAL403"),
    "trifle": ("DAL1", "DAL208"),
    "wait": ("DAL1", "DAL208", "DAL403"),
    "cpu": ("DAL4",),
    "coroutine": ("DAL3", "DAL2", "DAL108", "DAL502", "DAL507"),
    "raises": ("DAL1", "DAL2", "DAL3", "DAL5"),
}
ADVICE = ("DAL0", "DAL306", "DAL501", "DAL503", "DAL505", "DAL506", "DAL509", "DAL6")
MEANT = {"DAL1": "blocking", "DAL2": "orm", "DAL3": "coroutine", "DAL4": "cpu", "DAL5": "raises"}
"""The kind that a false alarm of a family counts against."""

LIMITS = {"cpu": 0.1, "wait": 0.1}
"""Seconds that a sampled call site must have spent in one entry point to be a case."""

DOUBTED = {"cpu": 0.01}
"""Seconds from which a finding at such a call site is not judged: between the two neither answer is wrong."""

EXPLAINING = 0.05
"""Seconds of processor time from which they explain other kinds."""

EXPLAINED_BY = {
    "trifle": frozenset({"orm", "blocking", "cpu"}),
    "wait": frozenset({"orm", "blocking", "cpu", "trifle", "coroutine", "raises"}),
    "raises": frozenset({"coroutine", "orm"}),
}
"""Kinds that are no case of their own where the same call site shows one of the others."""

WORD = re.compile(r"\w+")

Span = tuple[str, int, int]
"""Path, first line, last line of a statement."""


@dataclass(frozen=True, slots=True)
class Case:
    """One fault that was seen; `inner` runs from the sink to the call site, `outer` from there outward, `executed`
    are the lines that ran in all entry points that showed it."""

    kind: str
    site: Span
    sinks: frozenset[Span]
    inner: frozenset[Span]
    outer: frozenset[Span]
    what: str
    entry: str
    executed: frozenset[tuple[str, int]] = frozenset()


@dataclass(slots=True)
class Score:
    """The outcome: cases by whether they were found, findings by what they are."""

    found: list[Case] = field(default_factory=list)
    missed: list[Case] = field(default_factory=list)
    true: list[dict] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    false: list[dict] = field(default_factory=list)
    unjudged: list[dict] = field(default_factory=list)
    clean_entries: int = 0
    faulty_entries: int = 0
    explained_entries: int = 0
    skipped: dict[str, str] = field(default_factory=dict)

    def recall_by_kind(self) -> dict[str, tuple[int, int]]:
        """Cases found and cases, of every kind."""
        found, missed = (Counter(case.kind for case in cases) for cases in (self.found, self.missed))
        return {kind: (found[kind], found[kind] + missed[kind]) for kind in FAMILIES}

    def precision_by_kind(self) -> dict[str, tuple[int, int]]:
        """Findings that match and findings judged, of every kind."""
        true, false = Counter(self.kinds), Counter(MEANT[finding["code"][:4]] for finding in self.false)
        return {kind: (true[kind], true[kind] + false[kind]) for kind in FAMILIES}

    def precision_by_family(self) -> dict[str, tuple[int, int]]:
        """Findings that match and findings judged, of every family of rules."""
        true, false = (Counter(finding["code"][:4] for finding in part) for part in (self.true, self.false))
        return {f"{family}xx": (true[family], true[family] + false[family]) for family in MEANT}

    def as_json(self) -> dict:
        """The numbers and the places, for a test."""
        return {
            "recall": ratio(len(self.found), len(self.found) + len(self.missed)),
            "precision": ratio(len(self.true), len(self.true) + len(self.false)),
            "cases": len(self.found) + len(self.missed),
            "findings": len(self.true) + len(self.false),
            "clean_entries": self.clean_entries,
            "faulty_entries": self.faulty_entries,
            "recall_by_kind": self.recall_by_kind(),
            "precision_by_kind": self.precision_by_kind(),
            "precision_by_family": self.precision_by_family(),
            "skipped": [f"{name} needs {api}" for name, api in sorted(self.skipped.items())],
            "unjudged": [finding_text(finding) for finding in self.unjudged],
            "missed": [case_text(case) for case in self.missed],
            "false": [finding_text(finding) for finding in self.false],
        }


def ratio(part: int, whole: int) -> float:
    """A share, 1.0 of nothing."""
    return part / whole if whole else 1.0


# -- statements ------------------------------------------------------------------------------------------


@cache
def parsed(path: Path) -> tuple[list[ast.stmt], list[ast.AST], list[ast.AST]]:
    """The statements, functions and loops of a file."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return (
        [node for node in nodes if isinstance(node, ast.stmt)],
        [node for node in nodes if isinstance(node, functions)],
        [node for node in nodes if isinstance(node, (ast.For, ast.AsyncFor, ast.While))],
    )


def header(statement: ast.stmt) -> tuple[int, int]:
    """The lines of a statement without the statements inside it."""
    body = getattr(statement, "body", None)
    last = body[0].lineno - 1 if isinstance(body, list) and body else statement.end_lineno
    decorators = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(item.lineno for item in decorators)]), max(last, statement.lineno)


def statement_at(site: Path, path: str, line: int) -> Span:
    """The innermost statement whose own lines hold `line`."""
    spans = [header(statement) for statement in parsed(site / path)[0]]
    holding = [(first, last) for first, last in spans if first <= line <= last]
    first, last = min(holding, key=lambda span: span[1] - span[0], default=(line, line))
    return (path, first, last)


def function_at(site: Path, path: str, line: int) -> ast.AST | None:
    """The innermost function that holds `line`."""
    holding = [node for node in parsed(site / path)[1] if node.lineno <= line <= node.end_lineno]
    return max(holding, key=lambda node: node.lineno, default=None)


def outermost_loop_at(site: Path, path: str, line: int) -> Span:
    """The outermost loop of the innermost function around `line`, else the statement there."""
    function = function_at(site, path, line)
    start = function.lineno if function else 0
    loops = [node for node in parsed(site / path)[2] if start < node.lineno <= line <= node.end_lineno]
    outermost = min(loops, key=lambda node: node.lineno, default=None)
    if outermost is None:
        return statement_at(site, path, line)
    return (path, outermost.lineno, outermost.end_lineno)


def block_at(site: Path, path: str, line: int) -> Span:
    """The statement at `line`, a `with` together with its block: what the block left behind is done when it ends."""
    whole = [node for node in parsed(site / path)[0] if isinstance(node, (ast.With, ast.AsyncWith))]
    ended = next((node for node in whole if header(node)[0] <= line <= header(node)[1]), None)
    return (path, ended.lineno, ended.end_lineno) if ended is not None else statement_at(site, path, line)


WHERE = {"cpu": outermost_loop_at, "coroutine": block_at}


# -- truth to cases --------------------------------------------------------------------------------------


def cases_of(truth: list[dict], site: Path) -> list[Case]:
    """The cases of all entry points, equal ones once."""
    cases: dict[tuple[str, Span, frozenset[Span]], Case] = {}
    for entry in truth:
        for case in cases_of_entry(entry, site):
            known = cases.setdefault((case.kind, case.site, case.inner), case)
            if known is not case:
                executed, outer = known.executed | case.executed, known.outer | case.outer
                cases[case.kind, case.site, case.inner] = replace(known, executed=executed, outer=outer)
    return sorted(cases.values(), key=lambda case: (case.site, case.kind))


def cases_of_entry(entry: dict, site: Path) -> list[Case]:
    """The cases of one entry point: one per kind and call site, without those that another explains."""
    cases, seconds = call_sites(entry, site)
    lost = {case.what.rpartition(".")[2] for case in cases.values() if case.kind == "coroutine"}
    executed = frozenset((path, line) for lines in entry.get("lines", {}).values() for path, line in lines)

    def explained(case: Case) -> bool:
        near = {key for key in cases if overlap(key[1], case.site) and key[0] != case.kind}
        others = {kind for kind, span in near if kind != "cpu" or seconds[kind, span] >= EXPLAINING}
        if case.kind in LIMITS and seconds[case.kind, case.site] < LIMITS[case.kind]:
            return True
        if case.kind == "raises" and lost and not {"coroutine", *lost}.isdisjoint(WORD.findall(case.what)):
            return True
        return bool(others & EXPLAINED_BY.get(case.kind, frozenset()))

    return [replace(case, executed=executed) for case in cases.values() if not explained(case)]


def call_sites(entry: dict, site: Path) -> tuple[dict[tuple[str, Span], Case], Counter[tuple[str, Span]]]:
    """All that one entry point showed, by kind and call site, and the seconds spent there."""
    cases: dict[tuple[str, Span], Case] = {}
    seconds: Counter[tuple[str, Span]] = Counter()
    for symptom in entry["symptoms"]:
        case = case_of(symptom, entry, site)
        key = (case.kind, case.site)
        seconds[key] += symptom["seconds"]
        cases[key] = joined(cases[key], case) if key in cases else case
    return cases, seconds


def doubted_of(truth: list[dict], site: Path) -> list[Case]:
    """What took too long to be surely silent and not long enough to be a case."""
    found = []
    for entry in truth:
        cases, seconds = call_sites(entry, site)
        for key, case in cases.items():
            if case.kind in DOUBTED and DOUBTED[case.kind] <= seconds[key] < LIMITS[case.kind]:
                found.append(case)
    return found


def overlap(span: Span, other: Span) -> bool:
    """Whether two statements share a line."""
    return span[0] == other[0] and span[1] <= other[2] and other[1] <= span[2]


def joined(case: Case, other: Case) -> Case:
    """Two cases of one call site as one: the first's sink, both paths."""
    return replace(case, sinks=case.sinks | other.sinks, inner=case.inner | other.inner, outer=case.outer | other.outer)


def case_of(symptom: dict, entry: dict, site: Path) -> Case:
    """A symptom with its frames turned into statements."""
    places = [tuple(place) for place in symptom["chain"]]
    innermost = next((number for number, place in enumerate(places) if is_async(site, place)), 0)
    where = WHERE.get(symptom["kind"], statement_at)
    spans = [where(site, path, line) for path, line, _ in places]
    defined = list(definition(site, symptom["defined"])) if symptom.get("defined") else []
    code = entry.get("code") or ("", 0)
    called = [statement_at(site, *code[:2])] if (site / code[0]).is_file() else []
    return Case(
        kind=symptom["kind"],
        site=spans[innermost],
        sinks=frozenset(spans[:1]),
        inner=frozenset([*spans[: innermost + 1], *defined]),
        outer=frozenset([*spans[innermost + 1 :], *called]),
        what=symptom["what"],
        entry=entry["name"],
    )


def definition(site: Path, place: tuple[str, int, str]) -> Iterator[Span]:
    """The statement of a coroutine function, and of a method's class."""
    path, line, _ = place
    yield statement_at(site, path, line)
    around = [node for node in parsed(site / path)[0] if isinstance(node, ast.ClassDef)]
    holding = [node for node in around if node.lineno <= line <= node.end_lineno]
    if holding:
        yield (path, *header(max(holding, key=lambda node: node.lineno)))


def is_async(site: Path, place: tuple[str, int, str]) -> bool:
    """Whether a frame is that of an `async def`."""
    path, line, name = place
    return name != "<lambda>" and isinstance(function_at(site, path, line), ast.AsyncFunctionDef)


# -- findings --------------------------------------------------------------------------------------------


def findings_of(site: Path, target: str) -> list[dict]:
    """The linter's findings on the site for a Django release such as 5.2, from its JSON output."""
    source = Path(__file__).resolve().parents[2] / "src"
    environment = dict(os.environ)
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(source), environment.get("PYTHONPATH")]))
    command = [
        sys.executable,
        "-m",
        "django_async_lint",
        "check",
        ".",
        "--output-format",
        "json",
        "--no-cache",
        "--target-django",
        target,
    ]
    done = subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise HarnessError(f"the linter exited with {done.returncode}: {done.stderr.strip()[-2000:]}")
    findings = json.loads(done.stdout)["diagnostics"]
    return [finding for finding in findings if not finding["code"].startswith(ADVICE)]


def holds(span: Span, path: str, line: int) -> bool:
    """Whether a place lies in a statement."""
    return span[0] == path and span[1] <= line <= span[2]


def explains(finding: dict, case: Case) -> bool:
    """Whether a finding tells of a case: see the module's docstring."""
    if not finding["code"].startswith(FAMILIES[case.kind]):
        return False
    path, line = finding["path"], finding["start"]["line"]
    if any(holds(span, path, line) for span in case.inner):
        return True
    blamed = case.inner if case.kind == "cpu" else case.sinks
    if not any(holds(span, step["path"], step["line"]) for span in blamed for step in finding["steps"]):
        return False
    if any(holds(span, path, line) for span in case.outer):
        return True
    through = any(holds(case.site, step["path"], step["line"]) for step in finding["steps"])
    return through and (path, line) in case.executed


def score(cases: list[Case], findings: list[dict], truth: list[dict], site: Path) -> Score:
    """Cases and findings sorted into what they are."""
    result = Score()
    executed = {(path, line) for entry in truth for lines in entry["lines"].values() for path, line in lines}
    for case in cases:
        (result.found if any(explains(finding, case) for finding in findings) else result.missed).append(case)
    doubted = doubted_of(truth, site)
    for finding in findings:
        path, first, last = statement_at(site, finding["path"], finding["start"]["line"])
        explained = [case.kind for case in cases if explains(finding, case)]
        if explained:
            result.true.append(finding)
            result.kinds.append(explained[0])
        elif any(explains(finding, case) for case in doubted):
            result.unjudged.append(finding)
        elif any((path, line) in executed for line in range(first, last + 1)):
            result.false.append(finding)
        else:
            result.unjudged.append(finding)
    for entry in truth:
        own = cases_of_entry(entry, site)
        result.clean_entries += not own
        result.faulty_entries += bool(own)
        result.explained_entries += bool(own) and any(explains(finding, case) for finding in findings for case in own)
    return result


# -- printing --------------------------------------------------------------------------------------------


def case_text(case: Case) -> str:
    """One line that names a case by its places."""
    text = f"{case.site[0]}:{case.site[1]} {case.kind}"
    below = sorted(case.sinks - {case.site})
    if below:
        text += " at " + ", ".join(f"{path}:{line}" for path, line, _ in below)
    return f"{text} ({case.what}) in {case.entry}"


def finding_text(finding: dict) -> str:
    """One line that names a finding."""
    return f"{finding['path']}:{finding['start']['line']} {finding['code']} {finding['message']}"


def print_truth(truth: list[dict], cases: list[Case], site: Path) -> None:
    """Every case, then the entry points that ran clean."""
    for case in cases:
        print("  ", case_text(case))
    for entry in truth:
        if not cases_of_entry(entry, site):
            print("   clean", entry["name"], entry["outcome"])


def print_score(result: Score) -> None:
    """Recall and precision by kind and in all, then what was missed and what is a false alarm."""
    cases = [*result.found, *result.missed]
    judged = [*result.true, *result.false]
    print(f"{result.faulty_entries} faulty entry points, {result.explained_entries} of them explained;", end=" ")
    print(f"{result.clean_entries} ran clean")
    for title, table, whole in (
        ("recall by kind", result.recall_by_kind(), (len(result.found), len(cases))),
        ("precision by kind", result.precision_by_kind(), (len(result.true), len(judged))),
        ("precision by family", result.precision_by_family(), (len(result.true), len(judged))),
    ):
        print(title)
        for name, parts in {**table, "all": whole}.items():
            print_ratio(name, *parts)
    for title, lines in (
        ("missed", [case_text(case) for case in result.missed]),
        ("false alarms", [finding_text(finding) for finding in result.false]),
        (
            "not judged, since no entry point ran there or 10 to 100 ms were computed",
            [finding_text(finding) for finding in result.unjudged],
        ),
        ("skipped", [f"{name}: this Django lacks {api}" for name, api in sorted(result.skipped.items())]),
    ):
        if lines:
            print(f"{title} ({len(lines)})", *lines, sep="\n   ")


def print_ratio(name: str, part: int, whole: int) -> None:
    """One row of the score; nothing to count is a dash."""
    print(f"   {name:<13} {part:4} of {whole:4}   {f'{part / whole:6.1%}' if whole else '     -'}")
