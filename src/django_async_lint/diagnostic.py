"""What the tool says: diagnostics, the story behind them, and the report that carries them to an output.

Frozen data only. Nothing here holds a syntax tree, so everything can be cached, printed and sent.
Lines and columns count from 1, columns in code points, ends exclusive; paths are relative to the
project root and use `/`.
"""

from dataclasses import dataclass, field
from typing import Literal

from django_async_lint.source import Position

Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
Applicability = Literal["safe", "unsafe"]

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
CONFIDENCES: tuple[Confidence, ...] = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Step:
    """One hop of a call path: what happens at this place on the way to the sink."""

    path: str
    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Entry:
    """The function on the loop that holds a call site; `kind` is what its file tells (view, coroutine …)."""

    name: str
    path: str
    line: int
    kind: str


@dataclass(frozen=True, slots=True)
class Reach:
    """A view from which an entry is reached, with its route where one is known."""

    name: str
    route: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class FixIntent:
    """What a rule would have the fixer do; the edits themselves are computed only when asked for.

    `arguments` is what the action needs to know besides its place, such as the name of an async twin. `otherwise` is
    what to do where the code at the place cannot be written so.
    """

    action: str
    applicability: Applicability
    message: str
    arguments: tuple[str, ...] = ()
    otherwise: "FixIntent | None" = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One stretch of a file and the text that replaces it; an insertion where both ends are the same."""

    path: str
    start: Position
    end: Position
    content: str


@dataclass(frozen=True, slots=True)
class Fix:
    """The edits that mend a finding, all of them together."""

    applicability: Applicability
    message: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault. `function` is the qualified name of the enclosing function, `callee` the call as written,
    `sink` the dotted name of what has the effect; `steps` run from the call site to the sink and are empty
    when the call site is the sink. `further` are other sinks of the same rule at the same call site, as messages name
    them."""

    code: str
    rule: str
    severity: Severity
    confidence: Confidence
    path: str
    start: Position
    end: Position
    message: str
    help: str = ""
    entry: Entry | None = None
    steps: tuple[Step, ...] = ()
    sink: str = ""
    callee: str = ""
    function: str = ""
    further: tuple[str, ...] = ()
    fix: FixIntent | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key by which every output sorts."""
        return (self.path, self.start.line, self.start.column, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic as a report shows it, with what only the whole run knows. `others` counts the further call sites
    from which the same sink is reached."""

    diagnostic: Diagnostic
    fingerprint: str
    url: str
    reached_from: tuple[Reach, ...] = ()
    reached_from_count: int = 0
    others: int = 0
    fix: Fix | None = None
    """The edits of the diagnostic's intent; None until they are computed."""
    ordinal: int = 0
    """Tells equals apart: the number of the call site among those that only their places distinguish."""
    sink: str = ""
    """The sink without the name of the module that holds it, where that is one of the project."""


@dataclass(frozen=True, slots=True)
class CallCounts:
    """Calls on the loop by what inference knew of them; `unknown_names` are the commonest unresolved ones."""

    resolved: int = 0
    unresolved: int = 0
    third_party: int = 0
    unknown_names: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run looked at.

    `files_skipped` hold nothing asynchronous; of these `files_unparsed` were not searched for syntax errors.
    `functions_evaluated` took `evaluations`, one for each set of argument values and round of a call cycle.
    """

    files: int = 0
    functions_on_loop: int = 0
    calls: CallCounts = field(default_factory=CallCounts)
    suppressed: int = 0
    baselined: int = 0
    files_parsed: int = 0
    files_skipped: int = 0
    files_unparsed: int = 0
    functions_evaluated: int = 0
    evaluations: int = 0
    evaluations_cut: int = 0
    """How often the safety valve stopped an evaluation; anything but 0 is worth a look."""


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run. `excerpts` holds every source line that an output may show, by path and line."""

    findings: tuple[Finding, ...]
    summary: Summary
    excerpts: dict[tuple[str, int], str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    """One-line remarks for standard error, such as that no Python file was found."""
    errors: tuple[str, ...] = ()
    """One line for each path that was named and does not exist; the others were checked."""
    fixed: int = 0
    """How many findings were mended before this report was made."""
    silenced: tuple[Finding, ...] = ()
    """What noqa comments silence, for outputs that can mark it."""
    known: tuple[Finding, ...] = ()
    """What a baseline holds, likewise."""
    unmerged: tuple[Finding, ...] = ()
    """Every fault that was found, one for each sink, those that the baseline knows among them."""
    folder: str = "."
    """Where the paths start, relative to the top of the repository with `/`."""


def fingerprint(diagnostic: Diagnostic, sink: str, ordinal: int) -> str:
    """Sixteen hex digits that stay the same when lines move: nothing of lines, steps, messages or versions.

    `sink` is that of a finding. `ordinal` tells equals apart, in source order from 0.
    """
    parts = (
        diagnostic.code,
        diagnostic.path,
        diagnostic.function,
        diagnostic.callee,
        sink,
        str(ordinal),
    )
    from hashlib import sha256  # OpenSSL: 3 ms that a clean run does without

    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
