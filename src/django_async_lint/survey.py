"""What `dal views` has to say of the views of a project: frozen data between inference, the recipe and the outputs."""

from dataclasses import dataclass, field
from typing import Literal

from django_async_lint.diagnostic import Step

Verdict = Literal["helps", "no-difference", "hurts", "keep-sync", "would-gain"]
VERDICTS: tuple[Verdict, ...] = ("hurts", "would-gain", "helps", "no-difference", "keep-sync")
"""In the order in which a reader wants to know them."""


@dataclass(frozen=True, slots=True)
class Work:
    """One thing that a view waits for, that blocks the loop under it or that keeps the processor busy.

    `what` is a dotted name; `how` its kind: network, database, file, sleep, thread, process, wait, loop, service,
    coroutine, django, processor or unknown. `code` is the rule that reports it, empty where none does. `calls` lead
    from the view's own line to the place itself, which is the last of them.
    """

    what: str
    how: str
    calls: tuple[Step, ...]
    code: str = ""
    once: bool = False
    """Happens once in a process: no reason while there is another."""

    @property
    def place(self) -> Step:
        """Where it happens."""
        return self.calls[-1]


@dataclass(frozen=True, slots=True)
class SurveyedView:
    """A view and what it does. `hops` counts the trips to a thread of one request, middleware included; None where the
    middleware is not known. `route` is empty where none is known."""

    name: str
    path: str
    line: int
    route: str
    kind: str
    is_async: bool
    waits: tuple[Work, ...]
    blocks: tuple[Work, ...]
    computes: tuple[Work, ...]
    hops: int | None
    verdict: Verdict
    reason: str
    root: str = ""
    """The folder of the project, where a run surveys several."""

    @property
    def title(self) -> str:
        """The name for people, told apart from that of another project."""
        return f"{self.root}: {self.name}" if self.root else self.name

    @property
    def order(self) -> tuple[str, int, str, str]:
        """The key by which views are listed."""
        return (self.path, self.line, self.name, self.route)


@dataclass(frozen=True, slots=True)
class Survey:
    """The views of a run. `remarks` are lines on what all of them share, such as a middleware that is synchronous."""

    server: str
    views: tuple[SurveyedView, ...]
    remarks: tuple[str, ...] = ()
    excerpts: dict[tuple[str, int], str] = field(default_factory=dict)
    """Every source line that a call path leads through, by path and number."""
    notes: tuple[str, ...] = ()
    """One-line remarks for standard error."""
    errors: tuple[str, ...] = ()
