"""Scores the verdicts of `dal views` against the truth of the oracle.

**The truth of a view** is read off its runs. One that Django runs on the loop *hurts* when anything was seen to go wrong on it
(a case of `score`, trifles such as a `stat` apart), *helps* when nothing was and it waited for the network or a timer
on the loop, and makes *no difference* otherwise. One that Django runs in a thread *would gain* when it waited for the network
or a timer there, and is to *keep sync* otherwise; a coroutine that fails there because of a decorator *hurts*. What a
middleware does is not the view's.

A class is asked for one handler, `get`; a consumer is told by all of its methods together. Commands have no verdict.
"""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

from tests.oracle import score
from tests.oracle.harness import HarnessError

MIDDLEWARE = "middleware.py"
TRIFLES = frozenset({"trifle"})
WORST_FIRST = ("hurts", "helps", "no-difference", "would-gain", "keep-sync")
Judged = tuple[str, str, str]
"""Name of an entry point, its true verdict, the verdict given (empty where the view was not listed)."""


def judged(truth: list[dict], site: Path) -> list[Judged]:
    """Every view that was run with both verdicts."""
    given = given_verdicts(site)
    found = []
    for entry in truth:
        if entry["kind"] == "command" or not entry["code"]:
            continue
        found.append((entry["name"], true_verdict(entry, site), given_verdict(entry["name"], given)))
    return found


def true_verdict(entry: dict, site: Path) -> str:
    """What the runs of an entry point say."""
    own = entry | {"symptoms": [each for each in entry["symptoms"] if not only_middleware(each["chain"])]}
    kinds = {case.kind for case in score.cases_of_entry(own, site)} - TRIFLES
    waits = [where for _, where, chain in entry["waits"] if not only_middleware(chain)]
    if not entry["is_async"]:
        if kinds and is_coroutine(entry, site):
            return "hurts"
        return "would-gain" if "thread" in waits else "keep-sync"
    if kinds:
        return "hurts"
    return "helps" if "loop" in waits else "no-difference"


def only_middleware(chain: list) -> bool:
    """Whether no frame but a middleware's led to something."""
    return bool(chain) and all(os.path.basename(path) == MIDDLEWARE for path, _, _ in chain)


def is_coroutine(entry: dict, site: Path) -> bool:
    """Whether a view is written as a coroutine although Django runs it in a thread, as under some decorators."""
    path, line, name = entry["code"]
    found = [
        node
        for node in ast.walk(ast.parse((site / path).read_text()))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name
    ]
    return bool(found) and isinstance(min(found, key=lambda node: abs(node.lineno - line)), ast.AsyncFunctionDef)


def given_verdicts(site: Path) -> dict[str, str]:
    """The verdicts of `dal views`, by the name of the view."""
    environment = dict(os.environ, PYTHONPATH=str(Path(__file__).resolve().parents[2] / "src"))
    command = [sys.executable, "-m", "django_async_lint", "views", ".", "--output-format", "json"]
    done = subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise HarnessError(f"`dal views` exited with {done.returncode}: {done.stderr.strip()[-2000:]}")
    return {view["name"]: view["verdict"] for view in json.loads(done.stdout)["views"]}


def given_verdict(name: str, given: dict[str, str]) -> str:
    """The verdict on a function, on the `get` of a class, or on all methods of a consumer."""
    for key in (name, f"{name}.get"):
        if key in given:
            return given[key]
    parts = {verdict for key, verdict in given.items() if key.startswith(f"{name}.")}
    return next((verdict for verdict in WORST_FIRST if verdict in parts), "")


def agreeing(found: list[Judged]) -> int:
    """How many verdicts are true."""
    return sum(true == told for _, true, told in found)


def print_verdicts(found: list[Judged]) -> None:
    """How many verdicts agree, of each kind, and those that do not."""
    print("verdicts on views by truth")
    for verdict in WORST_FIRST:
        of_kind = [each for each in found if each[1] == verdict]
        score.print_ratio(verdict, agreeing(of_kind), len(of_kind))
    score.print_ratio("all", agreeing(found), len(found))
    wrong = [f"{name}: {true}, not {told or 'listed'}" for name, true, told in found if true != told]
    if wrong:
        print(f"wrong verdicts ({len(wrong)})", *wrong, sep="\n   ")
