"""What `dal explain` has to say of one line: frozen data between inference, the recipe and the output."""

from dataclasses import dataclass
from typing import Literal

from django_async_lint.diagnostic import Diagnostic, Entry

Runs = Literal["loop", "reached", "thread", "unreached", "module"]
"""How a line runs: in a function that is on the event loop itself; in a plain one that such a function calls; in one
that is only called in a thread; in one that nothing on the loop calls; outside of functions."""

Why = Literal[
    "reported",
    "noqa",
    "noqa_file",
    "noqa_sink",
    "confidence",
    "settings",
    "deferred",
    "overruled",
    "thread",
    "unreached",
    "unknown",
    "third_party",
    "offloaded",
    "coroutine",
    "lazy",
    "loaded",
    "origin_unknown",
    "table",
    "in_memory",
    "backend_unknown",
    "arguments",
    "project",
]
"""Why something on the line is or is not reported; `output.explain` has the sentence for each."""


@dataclass(frozen=True, slots=True)
class Belief:
    """An expression of the line as written, and its value in words."""

    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one thing on the line. `name` is what the sentence names (a call, a receiver, a table entry, a
    rule that won, a confidence); `diagnostic` is the candidate where there is one; `further` counts those like it."""

    text: str
    why: Why
    name: str = ""
    diagnostic: Diagnostic | None = None
    further: int = 0


@dataclass(frozen=True, slots=True)
class Explanation:
    """A line, what is believed of it, and what becomes of what it does.

    `function` is the qualified name of the one that holds it, empty outside of functions, and `kind` what its file
    tells (view, coroutine …). `entries` are the functions on the loop from which it is reached, or that hand its
    function to a thread; nearest first.
    """

    path: str
    line: int
    source: str
    function: str
    kind: str
    runs: Runs
    entries: tuple[Entry, ...]
    beliefs: tuple[Belief, ...]
    verdicts: tuple[Verdict, ...]
