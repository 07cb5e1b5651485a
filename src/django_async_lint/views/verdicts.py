"""The verdict on a view, from what it waits for, what blocks and what computes. Looks at nothing else.

The reasons rest on measurements that docs/views.md tells. Under ASGI every synchronous view has a thread of its own,
so async alone makes no view faster: it helps where waits overlap or no thread is held, and hurts where the loop waits.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django_async_lint.survey import Verdict, Work

OVERLAPS = frozenset({"network", "sleep"})
"""Kinds of wait during which an event loop does other work and no thread is held."""
RAISING = frozenset({"database", "coroutine", "django", "loop"})
"""Kinds of fault that fail under any server: Django's guard, lost coroutines, a loop in a loop."""
WEIGHTS = ("database", "coroutine", "django", "loop", "sleep", "network", "process", "wait", "service", "file")
IN_THREADS = frozenset({"database", "thread", "file", "service", "process"})
"""Kinds of wait for which Django, or the code itself, takes a thread."""
SENDING = frozenset({"django.dispatch.Signal.asend", "django.dispatch.Signal.asend_robust"})
"""What waits for receivers of a signal, known as far as they are found."""
WITHOUT_NAME = frozenset({"loop", "recursion"})
"""Sinks that are no names but words for what stands there."""
NAMES: dict[str, str] = {
    "network": "the network", "database": "the database", "file": "files", "sleep": "a timer", "thread": "threads",
    "process": "another process", "wait": "others in this process", "service": "a Django service", "loop": "coroutines",
    "unknown": "something unknown",
}  # fmt: skip


FAILS: dict[str, str] = {
    "DAL206": "{} wants a transaction, which a coroutine cannot be in",
    "DAL205": "{} is awaited and is nothing to await",
    "DAL304": "{} is used in a way that runs nothing in a thread, or fails",
    "DAL305": "{} stands in the wrong kind of `for` or `with`, which fails",
    "DAL501": "{} mixes synchronous and asynchronous handlers, which Django refuses",
    "DAL502": "{} breaks or blocks an async view",
    "DAL504": "{} does not say that it is asynchronous, and fails",
    "DAL506": "a transaction around each request, which Django refuses for async views",
    "DAL507": "a coroutine function stands where {} takes a plain one",
    "DAL508": "{} on `dispatch` breaks an async view",
}
"""What is wrong where a rule of this code reports it; of others it is told by the kind of work."""
MOST_NAMED = 3
"""How many unknown calls a reason names."""


class Doings(NamedTuple):
    """What a view does. `together` are the waits that one request can make in which an event loop does other work;
    `unknown` are the calls of which nothing is known, by name."""

    waits: Sequence[Work]
    blocks: Sequence[Work] = ()
    computes: Sequence[Work] = ()
    together: Sequence[Work] = ()
    unknown: Sequence[str] = ()


def of_async(does: Doings, server: str) -> tuple[Verdict, str]:
    """The verdict on a view that runs on the event loop."""
    stalls = server == "asgi"
    faults = sorted((work for work in does.blocks if stalls or work.how in RAISING), key=_weight)
    if faults:
        return "hurts", _hurts(faults, stalls)
    if does.computes and stalls:
        return "hurts", f"{_called(does.computes[0])} keeps the event loop busy, and every other request waits"
    free = does.together
    if len(free) == 1 and not stalls:
        return "no-difference", f"one wait for {_kinds(free)}, and under WSGI every request has a thread anyway"
    if free:
        return "helps", _helps(free, does)
    is_said = any(work.how == "unknown" for work in does.waits)
    reason = _no_difference(does, server)
    return "no-difference", reason if is_said else _with_unknown(reason, does.unknown)


def of_sync(does: Doings, server: str) -> tuple[Verdict, str]:
    """The verdict on a view that Django runs in a thread."""
    free = does.together
    if len(free) > 1 or (free and server == "asgi"):
        return "would-gain", _would_gain(free, does.waits)
    if free:
        return "keep-sync", f"waits for {NAMES[free[0].how]} once, and under WSGI async overlaps nothing"
    kinds = list(dict.fromkeys(work.how for work in does.waits))
    if does.computes:
        return "keep-sync", f"{_called(does.computes[0])} computes, and a coroutine would do that on the event loop"
    if not kinds and does.unknown:
        return "keep-sync", _with_unknown("no wait is known that async could overlap", does.unknown)
    if not kinds:
        return "keep-sync", "waits for nothing that async could overlap"
    if kinds == ["loop"] and not does.unknown:
        return "keep-sync", "runs coroutines with `async_to_sync` in a thread: what they wait for is not known"
    what = " and ".join(dict.fromkeys(NAMES.get(kind, kind) for kind in kinds[:2]))
    if does.unknown:
        return "keep-sync", _with_unknown(f"waits for {what} as far as is known", does.unknown)
    return "keep-sync", f"waits for {what} alone, in a thread of its own"


def _with_unknown(reason: str, unknown: Sequence[str]) -> str:
    """A reason with what it does not cover."""
    names = list(dict.fromkeys(unknown))
    if not names:
        return reason
    told = ", ".join(f"`{name}`" for name in names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
    number = "one thing" if len(names) == 1 else f"{len(names)} things"
    return f"{reason}, but calls {number} that dal does not know: {told}"


def _weight(work: Work) -> tuple[bool, int]:
    """What a reader wants to know first: what happens each time, what fails, then what takes longest."""
    return work.once, WEIGHTS.index(work.how) if work.how in WEIGHTS else len(WEIGHTS)


def _hurts(faults: Sequence[Work], stalls: bool) -> str:
    first = faults[0]
    more = f", and {len(faults) - 1} more like it" if len(faults) > 1 else ""
    if first.code in FAILS:
        return f"{FAILS[first.code].format(_called(first))}{more}"
    if first.how == "database":
        return f"{_called(first)} asks the database on the event loop, which Django refuses{more}"
    if first.how == "coroutine":
        return f"{_called(first)} is a coroutine that is lost or misused{more}"
    if first.how in RAISING:
        return f"{_called(first)} fails in a coroutine{more}"
    return f"{_called(first)} blocks the event loop, and every other request waits{more}"


def _helps(free: Sequence[Work], does: Doings) -> str:
    number = f"{len(free)} waits" if len(free) > 1 else "waits"
    if does.blocks:
        rest = f"while {_called(does.blocks[0])} blocks this request alone"
    elif does.unknown:
        return _with_unknown(f"{number} for {_kinds(free)} without holding a thread", does.unknown)
    else:
        rest = "and nothing blocks"
    return f"{number} for {_kinds(free)} without holding a thread, {rest}"


def _would_gain(free: Sequence[Work], waits: Sequence[Work]) -> str:
    if len(free) == 1:
        others = sum(work.how in OVERLAPS for work in waits) - 1
        first = f"{_called(free[0])} waits for {_kinds(free)}"
        if others:
            first += f", on another branch {'one other call' if others == 1 else f'{others} others'}"
        return f"{first}: a coroutine would hold no thread meanwhile"
    number, first = len(free), _called(free[0])
    return f"{number} waits for {_kinds(free)}, {first} first: coroutines overlap those that do not need each other"


def _no_difference(does: Doings, server: str) -> str:
    if does.blocks:
        first = does.blocks[0]
        alone = f"{_called(first)} holds this request alone"
        return f"{alone}: under WSGI it has a thread, and a synchronous view does as well"
    kinds = list(dict.fromkeys(work.how for work in does.waits))
    if not kinds:
        if does.computes:
            return f"{_called(does.computes[0])} computes, as it would in a synchronous view"
        return "no wait is known" if does.unknown else "never waits: a synchronous view would do the same"
    unknown = next((work for work in does.waits if work.how == "unknown"), None)
    if unknown is not None:
        lack = "no receiver of which is found" if unknown.what in SENDING else "of which nothing is known"
        return f"awaits {_called(unknown)}, {lack}, and nothing that surely overlaps"
    if set(kinds) <= IN_THREADS:
        thread = "a synchronous view has one too" if server == "asgi" else "a request has one anyway"
        if kinds[0] == "thread":
            return f"{_called(does.waits[0])} runs in a thread, and {thread}"
        return f"waits for {NAMES[kinds[0]]} in a thread, and {thread}"
    return f"waits for {NAMES.get(kinds[0], kinds[0])} alone"


def _kinds(works: Sequence[Work]) -> str:
    """The kinds of several waits in words."""
    return " and ".join(dict.fromkeys(NAMES.get(work.how, work.how) for work in works))


def _called(work: Work) -> str:
    if work.what in WITHOUT_NAME:
        return f"a {work.what} in `{work.place.path}:{work.place.line}`"
    return f"`{work.what}`"
