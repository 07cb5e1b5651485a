"""Which diagnostics the settings ask for, how severe they are where they stand, and one per fault.

Three small steps of the recipe in `check`, each a function of diagnostics: `relax` (tests are milder),
`is_selected` (codes, per-file ignores, confidence), `without_overruled` (where two rules see one fault the
more specific stays). Nothing here reads a file or knows what a rule looks for.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from django_async_lint.config import Config
from django_async_lint.diagnostic import CONFIDENCES, Diagnostic, Finding
from django_async_lint.project.discovery import TESTS, is_named_by

ALWAYS_SHOWN = ("DAL001", "DAL003")
"""Failures of the run itself: no setting hides them."""

MILDER_IN_TESTS = ("DAL1", "DAL4", "DAL505", "DAL509", "DAL6")


@dataclass(frozen=True, slots=True)
class Precedence:
    """A rule that overrules others at one call site. `lead_in` is what may stand between the beginnings of
    the two sites: nothing, an `await`, or the call that wraps the other."""

    winner: str
    losers: tuple[str, ...]
    lead_in: re.Pattern[str] = re.compile("")
    same_sink: bool = False
    """Only findings whose paths end at the sink of the winner's."""


AWAIT = r"(await\b)?[\s(]*"
CONTAINER = r"((list|tuple|set|frozenset|sorted|dict|len|bool)\s*\(\s*)?"
"""A builtin that evaluates the queryset given to it: the queryset is told, not the call."""

RAISING_QUERIES = ("DAL201", "DAL202", "DAL203", "DAL207")
PRECEDENCES = (
    Precedence("DAL205", ("DAL201", "DAL202", "DAL207"), re.compile(AWAIT)),
    Precedence("DAL205", ("DAL203",), re.compile(AWAIT + CONTAINER)),
    Precedence("DAL208", ("DAL1", "DAL2", "DAL403"), same_sink=True),
    Precedence("DAL304", ("DAL2",), re.compile(AWAIT + r"([\w.]+\s*\(\s*)?" + CONTAINER)),
    Precedence("DAL403", ("DAL101",), same_sink=True),
    Precedence("DAL508", ("DAL202", "DAL207")),
    Precedence("DAL603", ("DAL602",)),
)

LineOf = Callable[[str, int], str]
"""The source line at a path and line number."""


def relax(diagnostic: Diagnostic) -> Diagnostic:
    """Blocking, CPU work and advice are only `info` in tests, where nobody else waits."""
    if diagnostic.code.startswith(MILDER_IN_TESTS) and is_named_by(diagnostic.path, TESTS):
        return replace(diagnostic, severity="info")
    return diagnostic


def is_selected(diagnostic: Diagnostic, config: Config) -> bool:
    """Whether the settings ask for a diagnostic of this code, in this file, of this confidence.

    Of `select` and `ignore` the longer prefix wins; an equal one is ignored.
    """
    if diagnostic.code in ALWAYS_SHOWN:
        return True
    if CONFIDENCES.index(diagnostic.confidence) < CONFIDENCES.index(config.min_confidence):
        return False
    if not is_on(diagnostic.code, config):
        return False
    return not any(
        diagnostic.code.startswith(codes)
        and is_named_by(diagnostic.path, [pattern.removeprefix("!")]) is not pattern.startswith("!")
        for pattern, codes in config.per_file_ignores.items()
    )


def is_on(code: str, config: Config) -> bool:
    """Whether the settings ask for a code in files for which they say nothing else."""
    chosen = _longest(code, (*config.select, *config.extend_select))
    return code in ALWAYS_SHOWN or chosen > _longest(code, (*config.ignore, *config.extend_ignore))


def _longest(code: str, prefixes: Iterable[str]) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=0)


def without_overruled(diagnostics: list[Diagnostic], line_of: LineOf) -> list[Diagnostic]:
    """The diagnostics of one file without those that a more specific one at the same call site overrules."""
    overruled = {
        id(loser)
        for row in PRECEDENCES
        for winner in diagnostics
        if winner.code == row.winner
        for loser in diagnostics
        if loser.code.startswith(row.losers) and loser.code != winner.code and _is_one_site(row, winner, loser, line_of)
    }
    return [diagnostic for diagnostic in diagnostics if id(diagnostic) not in overruled]


def without_doubts(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those of low confidence where another one, which is surer, ends."""
    sure = {
        (each.diagnostic.code, sink.path, sink.line, sink.column)
        for each in findings
        if each.diagnostic.confidence != "low"
        for sink in each.diagnostic.steps[-1:]
    }
    return [
        each for each in findings
        if each.diagnostic.confidence != "low"
        or (each.diagnostic.code, each.diagnostic.path, *each.diagnostic.start) not in sure
    ]  # fmt: skip


def without_masked(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """The same without relations that a helper loads after a query of its own: the query has raised before."""
    return [each for each in diagnostics if each.code != "DAL204" or not any(_masks(d, each) for d in diagnostics)]


def _masks(query: Diagnostic, relation: Diagnostic) -> bool:
    """Whether a query raises in the very helper, on an earlier line, that would load the relation."""
    if query.code not in RAISING_QUERIES or not query.steps or not relation.steps:
        return False
    is_one_call = (query.path, query.start, query.end) == (relation.path, relation.start, relation.end)
    if not is_one_call or query.steps[:-1] != relation.steps[:-1]:
        return False
    first, second = query.steps[-1], relation.steps[-1]
    return first.path == second.path and first.line < second.line


def _is_one_site(row: Precedence, winner: Diagnostic, loser: Diagnostic, line_of: LineOf) -> bool:
    if not winner.start <= loser.start <= loser.end <= winner.end or winner.path != loser.path:
        return False
    if row.same_sink and winner.steps[-1:] != loser.steps[-1:]:
        return False
    if winner.start == loser.start:
        return winner.end == loser.end
    between = _text_between(winner, loser, line_of)
    return row.lead_in.fullmatch(between) is not None


def _text_between(winner: Diagnostic, loser: Diagnostic, line_of: LineOf) -> str:
    """The source from the beginning of `winner` to the beginning of `loser`."""
    first, last = winner.start.line, loser.start.line
    lines = [line_of(winner.path, number) for number in range(first, last + 1)]
    lines[-1] = lines[-1][: loser.start.column - 1]
    lines[0] = lines[0][winner.start.column - 1 :]
    return "\n".join(lines)
