"""What running a function does that matters here: the vocabulary between the evaluator and the rules.

An `Effect` belongs to a place in one function. When a synchronous callee has an effect, the caller gets an
effect of its own at the call site whose `via` is the callee's: the chain is the call path. Frozen data and
the few questions that can be answered from it; nothing here walks a syntax tree.

Kinds of effect, and what `sink`, `how` and `twin` hold for each:

=================== ================================================== ===========================================
kind                sink                                               how / twin
=================== ================================================== ===========================================
blocks              dotted name of the blocking call                   category: sleep http subprocess file stat
                                                                       socket sdk wait loop service
queries             `QuerySet.get`, `Model.save`, `connection.cursor`  method as called; twin: `aget` or ""
evaluates           `QuerySet[shop.models.Post]`                       for list len bool in index unpack str form
loads               `shop.models.Post.author`                          relation deferred reverse
locks               `Post.objects.aget`, rows under lock in coroutines what the database is called, "" where unknown
transacts           `django.db.transaction.atomic`                     with decorator view endpoint call
awaits_sync         what was awaited                                   query queryset value; twin as for queries
drops_coroutine     the coroutine function                             statement (301), assigned collected mapped (303)
drops_task          what started it, e.g. `asyncio.create_task`        statement assigned
starts_task         what starts it, in a plain function                thread
uses_coroutine      the coroutine function                             attribute condition index compare iterate
                                                                       arithmetic length enter format serialise
                                                                       call function store given cached again
                                                                       response
offloads_wrongly    the wrapper, e.g. `asgiref.sync.sync_to_async`     called uncalled coroutine_function
iterates_wrongly    what is iterated or entered                        for async_for with async_with await text next
                                                                       uncalled await_function stream stream_memory
                                                                       stream_async enter_class
mixes_handlers      the class                                          which handlers are coroutines, which are not
decorates           the decorator                                      breaks blocks queries
hands_over          `Model.save`, `transaction.on_commit`              what becomes of the coroutine (a phrase);
                                                                       twin: the function given, "" for an override
guards_dispatch     the mixin or decorator                             mixin decorator hook
loops               `loop`, `recursion`, the sleep of one that polls   why it is costly (a phrase), or busy polls
computes            dotted name of the CPU-heavy call                  (phrase or "")
awaits              dotted name of what is awaited                     network database file sleep thread wait project
                                                                       together context turn unknown; see `Wait`
misdeclares         the middleware, a class or a factory               unflagged unmarked undeclared neither sync_call
                                                                       turned_sync; twin: how a request ends: 500,
                                                                       escapes X, refuses X, works, or ""
holds_worker        the middleware that runs only synchronously        hops of a request with it; twin: without it
forbids_async       the database with ATOMIC_REQUESTS                  how many views; twin: the first of them
unguards            the environment variable, or the database          environment commands connections
waits_in_turn       what is awaited first, then next (in `before`)     network
waits_each_round    what each round of a loop awaits                   query network
needs_no_async      the view                                           never threads
holds_thread        what a synchronous view waits for (and `before`)   http sdk
=================== ================================================== ===========================================

The first six, `loops` and `computes` rise through synchronous callers. The others stay where they are.
"""

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from django_async_lint.diagnostic import Confidence, Step
from django_async_lint.source import Span

EffectKind = Literal[
    "blocks",
    "queries",
    "evaluates",
    "loads",
    "transacts",
    "locks",
    "awaits_sync",
    "drops_coroutine",
    "drops_task",
    "starts_task",
    "uses_coroutine",
    "offloads_wrongly",
    "iterates_wrongly",
    "loops",
    "computes",
    "awaits",
    "misdeclares",
    "holds_worker",
    "forbids_async",
    "unguards",
    "mixes_handlers",
    "decorates",
    "hands_over",
    "guards_dispatch",
    "waits_in_turn",
    "waits_each_round",
    "needs_no_async",
    "holds_thread",
]

GUARDED: frozenset[str] = frozenset({"queries", "evaluates", "loads", "transacts"})
"""What Django's guard raises at."""
RISING: frozenset[str] = GUARDED | {"blocks", "locks", "loops", "computes"}


WAITING: frozenset[str] = frozenset({"busy", "polls"})
"""How loops wait; any other `how` of a loop is what it computes."""


class Site(NamedTuple):
    """A place in the project's code: file, span, and the expression as written there."""

    path: str
    span: Span
    text: str


class Waited(NamedTuple):
    """What something that can be awaited waits for. `callees` are the calls of coroutines of the project, as keys that
    only the evaluator reads; `inside` is what runs in the thread."""

    sink: str
    how: str
    callees: tuple[Any, ...] = ()
    inside: "tuple[Effect, ...]" = ()


class Wait(NamedTuple):
    """How an `awaits` effect stands in its function: as `await`, `for`, `with` or, beside others, `together`.

    An effect with the how `together` is the wait for several, which have effects of their own; `context` is an
    `async with` that itself waits for nothing. `loop` is the loop or comprehension around it.
    """

    form: str
    callees: tuple[Any, ...] = ()
    inside: "tuple[Effect, ...]" = ()
    loop: Site | None = None


class Fetched(NamedTuple):
    """The query of the same function that fetched the instance of a `loads` effect, and the lookup path of the
    relation from its rows: where `select_related` can be added. `manager` is named where the query is a model class.
    `kept_by` is what helps instead where a reload between the two has dropped the relation. Of a column that was left
    out, the call of `left_out_by` that did so."""

    query: Site
    lookup: str
    manager: str = ""
    kept_by: str = ""
    left_out_by: str = ""


class Origin(NamedTuple):
    """The parameter from which a `loads` effect reads, by position, along a lookup path; `is_receiver` for `self`.
    Of an `evaluates` effect, without a path, the one whose rows are fetched, where the function only goes through them.
    In a template `name` is the variable of its context; `of_rows` where each of its rows is read from.
    """

    position: int
    is_receiver: bool
    lookup: str
    name: str = ""
    of_rows: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Effect:
    """One effect at one site. `callee` is the dotted name of the project function called there when the
    effect is borne by a helper; `via` is the same effect one call below, None at the sink itself."""

    kind: EffectKind
    sink: str
    how: str
    site: Site
    twin: str = ""
    instead: str = ""
    confidence: Confidence = "high"
    callee: str = ""
    via: "Effect | None" = None
    depth: int = 0
    before: "tuple[Effect, ...]" = ()
    """What led here when the finding is reported in the middle of a path: the inherited coroutine's own links."""
    once: bool = False
    """Happens once in a process: behind `if client is None:` on a global, or under a memo without arguments."""
    note: str = ""
    """How messages call this link where it is no call: the inherited coroutine whose fault a class brings about."""
    swallowed: bool = False
    """Whether an `except` around it, or `send_robust`, takes what it raises and goes on."""
    trail: int = 0
    """Tells paths apart that lead from one site: made of the sites below, compared and never shown."""
    own_twin: str = ""
    """The project's own asynchronous form of `callee`, where a coroutine could await that instead."""
    is_same_twin: bool = False
    """Whether the text of that form is the same but for what it awaits."""
    lazily: bool = False
    """Happens where what the call at the site gave is run, not where it is called: the body of a generator."""
    on_own_loop: bool = False
    """Happens in a coroutine that a plain function gives to a loop that it starts, for what it gives it."""
    silenced: Site | None = None
    """The sink's own site when a noqa comment stands there: such sinks are kept apart so that one
    suppressed sink never hides another."""
    wait: Wait | None = None
    """Of an `awaits` effect and of no other."""
    is_mixed: bool = False
    """Whether what is called or iterated there may also be something that has no such effect."""
    offered: str = ""
    """Django's asynchronous form of what is called at the site, which runs in a thread what blocks: `asend`."""
    fetched: Fetched | None = None
    origin: Origin | None = None
    rows: Site | None = None
    """The queryset that is given at the call to a callee which only goes through its rows: a list of them would do."""

    @property
    def last(self) -> "Effect":
        """The effect at the sink."""
        effect = self
        while effect.via is not None:
            effect = effect.via
        return effect

    @property
    def is_installed(self) -> bool:
        """Whether the sink stands in an installed package, whose code the project does not change."""
        return "/site-packages/" in f"/{self.last.site.path}"

    @property
    def chain(self) -> tuple["Effect", ...]:
        """This effect and every one below it, the sink last."""
        chain = [self]
        while chain[-1].via is not None:
            chain.append(chain[-1].via)
        return tuple(chain)

    @property
    def identity(self) -> tuple[str, str, str, Site | None]:
        """What makes two effects the same fault at one call site."""
        return (self.kind, self.sink, self.how, self.silenced)

    def comes_before(self, other: "Effect") -> bool:
        """Whether this path is to be preferred: the shorter, ties by the places along it."""
        if self.once is not other.once:
            return other.once
        if self.depth != other.depth:
            return self.depth < other.depth
        mine: Effect | None = self
        theirs: Effect | None = other
        while mine is not None and theirs is not None and mine is not theirs:
            if mine.site != theirs.site:
                return mine.site < theirs.site
            mine, theirs = mine.via, theirs.via
        return mine is None and theirs is not None


def is_spared_by_twin(effect: Effect) -> bool:
    """Whether the asynchronous form of a function would not have this effect: computing takes as long in both."""
    return effect.kind not in ("loops", "computes") or effect.how in WAITING


def steps_of(effect: Effect) -> tuple[Step, ...]:
    """The call path below an effect's site, one step per hop; empty when the site is the sink."""
    steps = []
    for link in (*effect.before, *effect.chain[1:]):
        start = link.site.span.start
        message = f"calls `{link.callee}`" if link.via is not None else f"`{link.site.text}`"
        steps.append(Step(link.site.path, start.line, start.column, link.note or message))
    return tuple(steps)
