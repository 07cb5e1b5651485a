"""Who calls whom, as `dal why` and `dal graph` tell it: frozen data between inference, the recipe and the outputs."""

from dataclasses import dataclass
from typing import Literal

from django_async_lint.diagnostic import Severity, Step

Mark = Literal["entry", "loop", "blocks", "thread"]
MARKS: dict[Mark, str] = {
    "entry": "started by a framework",
    "loop": "runs on the event loop",
    "blocks": "blocks the loop or raises",
    "thread": "runs in a thread only",
}
"""What is marked on a function, with what it means."""


@dataclass(frozen=True, slots=True)
class Node:
    """A function of the project, or with the kind `sink` what blocks or raises at its end. `codes` are the rules that
    report a sink; `kind` is otherwise what the function is (view, consumer, coroutine, function …)."""

    name: str
    path: str
    line: int
    kind: str
    route: str = ""
    marks: tuple[Mark, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A call, and where it stands first. It `leaves_loop` where the callee runs in a thread."""

    caller: Node
    callee: Node
    path: str
    line: int
    leaves_loop: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """Functions and the calls between them, both in a fixed order. `left_out` counts functions beyond what a graph
    shows."""

    nodes: tuple[Node, ...]
    calls: tuple[Call, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Chain:
    """The shortest way from an entry point down to the function that was asked for, a step for each call."""

    entry: Node
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class End:
    """Something that blocks or raises below a function: the rule, what is said of it, and the way there, whose last
    step is the place itself. Without a code it is a function that was asked for by name."""

    code: str
    severity: Severity
    sink: str
    message: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """A function, the entry points that reach it, nearest first, and what it leads to."""

    function: Node
    above: tuple[Chain, ...]
    below: tuple[End, ...]
