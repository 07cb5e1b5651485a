"""What a run found in some of its files, as data that one process can tell another.

Holds no syntax and no values of inference. The whole of a run is the joining of its parts, in whatever order.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from django_async_lint import diagnostic, disk
from django_async_lint.diagnostic import Entry, Finding, Summary
from django_async_lint.inference.evaluate import FEW_CONTEXTS, MANY_CONTEXTS, MOST_CONTEXTS
from django_async_lint.inference.reached import CallGraph, Node, joined
from django_async_lint.inference.statistics import Calls, counted, rank
from django_async_lint.reporting import sum_calls
from django_async_lint.source import Position, Span
from django_async_lint.suppression import Comment, Use

PIECES_EACH = 4
"""Pieces for each process: more of them wait less for each other and evaluate more twice."""
MOST_PIECES = 100


@dataclass(frozen=True, slots=True)
class Part:
    """The findings in some files and how they came about. `parsed` are the files that were parsed for it, `contexts`
    the functions evaluated, each with how many sets of argument values it was evaluated for; `named` are our codes in
    noqa comments, `used` those that silenced something."""

    findings: tuple[Finding, ...] = ()
    suppressed: int = 0
    on_loop: tuple[Entry, ...] = ()
    calls: dict[str, Calls] = field(default_factory=dict)
    parsed: tuple[str, ...] = ()
    contexts: dict[Node, int] = field(default_factory=dict)
    evaluations: int = 0
    cut: int = 0
    graph: CallGraph = field(default_factory=dict)
    notes: disk.Notes = field(default_factory=disk.Notes)
    """What was asked of the file system meanwhile."""
    silenced: tuple[Finding, ...] = ()
    named: tuple[Comment, ...] = ()
    used: tuple[Use, ...] = ()


def together(parts: Sequence[Part]) -> Part:
    """One part of several."""
    calls: dict[str, Calls] = {}
    contexts: Counter[Node] = Counter()
    for part in parts:
        contexts.update(part.contexts)
        for path, counts in part.calls.items():
            known = calls.setdefault(path, {})
            for place, call in counts.items():
                known[place] = min(known.get(place, call), call, key=rank)
    return Part(
        tuple(finding for part in parts for finding in part.findings),
        sum(part.suppressed for part in parts),
        tuple(dict.fromkeys(entry for part in parts for entry in part.on_loop)),
        calls,
        tuple(dict.fromkeys(path for part in parts for path in part.parsed)),
        dict(contexts),
        sum(part.evaluations for part in parts),
        sum(part.cut for part in parts),
        joined(part.graph for part in parts),
        disk.joined(part.notes for part in parts),
        tuple(finding for part in parts for finding in part.silenced),
        tuple(comment for part in parts for comment in part.named),
        tuple(use for part in parts for use in part.used),
    )


def is_cut(part: Part) -> bool:
    """Whether a safety valve of inference closed somewhere, or would have in one process for all: then what is found
    depends on who did what."""
    counts = part.contexts.values()
    most = FEW_CONTEXTS if sum(counts) > MANY_CONTEXTS else MOST_CONTEXTS
    return part.cut > 0 or max(counts, default=0) > most


def summary_of(part: Part, paths: Sequence[str]) -> Summary:
    """The figures of a run over these files, as far as its whole tells them."""
    return Summary(
        files=len(paths),
        functions_on_loop=len(part.on_loop),
        calls=sum_calls(counted(part.calls[path]) for path in paths if path in part.calls),
        suppressed=part.suppressed,
        files_parsed=len(part.parsed),
        functions_evaluated=len(part.contexts),
        evaluations=part.evaluations,
        evaluations_cut=part.cut,
    )


def in_pieces(paths: Sequence[str], jobs: int) -> list[Sequence[str]]:
    """The same in pieces of neighbours, which mostly need the same: several for each process, so that none waits
    long for another."""
    size = max(len(paths) // (jobs * PIECES_EACH), len(paths) // MOST_PIECES + 1, 1)
    return [paths[start : start + size] for start in range(0, len(paths), size)]


RECORDS: dict[str, Callable[..., Any]] = {
    kind.__name__: kind
    for kind in (Part, Position, Span, Comment, Use, disk.Notes, disk.Stamp, *vars(diagnostic).values())
    if isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, tuple))
}
"""What a part consists of; all else in it is numbers, texts, tuples, dicts and sets of these."""


def packed(thing: Any) -> Any:
    """A record as a list of its kind and fields, and whatever holds records likewise."""
    kind = type(thing)
    if kind is dict:
        return {key: packed(value) for key, value in thing.items()}
    if isinstance(thing, tuple):
        parts = map(packed, thing)
        return tuple(parts) if kind is tuple else [kind.__name__, *parts]
    if kind.__name__ in RECORDS:
        return [kind.__name__, *(packed(getattr(thing, each.name)) for each in fields(kind))]
    return thing


def unpacked(thing: Any) -> Any:
    """What `packed` was given."""
    if isinstance(thing, list):
        return RECORDS[thing[0]](*map(unpacked, thing[1:]))
    if isinstance(thing, tuple):
        return tuple(map(unpacked, thing))
    if isinstance(thing, dict):
        return {key: unpacked(value) for key, value in thing.items()}
    return thing
