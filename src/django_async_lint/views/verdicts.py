"""The verdict on a view, from what it waits for, what blocks and what computes. Looks at nothing else.

The reasons rest on measurements that docs/views.md tells. Under ASGI every synchronous view has a thread of its own,
so async alone makes no view faster: it helps where waits overlap or no thread is held, and hurts where the loop waits.
"""

from collections.abc import Sequence

from django_async_lint.survey import Verdict, Work

OVERLAPS = frozenset({"network", "sleep"})
"""Kinds of wait during which an event loop does other work and no thread is held."""
RAISING = frozenset({"database", "coroutine", "django", "loop"})
"""Kinds of fault that fail under any server: Django's guard, lost coroutines, a loop in a loop."""
WEIGHTS = ("database", "coroutine", "django", "loop", "sleep", "network", "process", "wait", "service", "file")
IN_THREADS = frozenset({"database", "thread", "file", "service", "process"})
"""Kinds of wait for which Django, or the code itself, takes a thread."""
WITHOUT_NAME = frozenset({"loop", "recursion"})
"""Sinks that are no names but words for what stands there."""
NAMES: dict[str, str] = {
    "network": "the network", "database": "the database", "file": "files", "sleep": "a timer", "thread": "threads",
    "process": "another process", "wait": "others in this process", "service": "a Django service", "loop": "coroutines",
    "unknown": "something unknown",
}  # fmt: skip


def of_async(
    waits: Sequence[Work], blocks: Sequence[Work], computes: Sequence[Work], server: str
) -> tuple[Verdict, str]:
    """The verdict on a view that runs on the event loop."""
    stalls = server == "asgi"
    faults = sorted((work for work in blocks if stalls or work.how in RAISING), key=_weight)
    if faults:
        return "hurts", _hurts(faults, stalls)
    if computes and stalls:
        return "hurts", f"{_called(computes[0])} keeps the event loop busy, and every other request waits"
    free = [work for work in waits if work.how in OVERLAPS]
    if free and not stalls and len(free) < 2:
        return "no-difference", "one wait for the network, and under WSGI every request has a thread anyway"
    if free:
        return "helps", _helps(free)
    return "no-difference", _no_difference(waits, server)


def of_sync(waits: Sequence[Work], computes: Sequence[Work], server: str) -> tuple[Verdict, str]:
    """The verdict on a view that Django runs in a thread."""
    free = [work for work in waits if work.how in OVERLAPS]
    if len(free) > 1 or (free and server == "asgi"):
        return "would-gain", _would_gain(free)
    if free:
        return "keep-sync", f"waits for {NAMES[free[0].how]} once, and under WSGI async overlaps nothing"
    kinds = list(dict.fromkeys(work.how for work in waits))
    if computes:
        return "keep-sync", f"{_called(computes[0])} computes, and a coroutine would do that on the event loop"
    if not kinds:
        return "keep-sync", "waits for nothing that async could overlap"
    what = " and ".join(dict.fromkeys(NAMES.get(kind, kind) for kind in kinds[:2]))
    return "keep-sync", f"waits for {what} alone, in a thread of its own"


def _weight(work: Work) -> int:
    """What a reader wants to know first: what fails, then what takes longest."""
    return WEIGHTS.index(work.how) if work.how in WEIGHTS else len(WEIGHTS)


def _hurts(faults: Sequence[Work], stalls: bool) -> str:
    first = faults[0]
    more = f", and {len(faults) - 1} more like it" if len(faults) > 1 else ""
    if first.how == "database":
        return f"{_called(first)} asks the database on the event loop, which Django refuses{more}"
    if first.how == "coroutine":
        return f"{_called(first)} is a coroutine that is lost or misused{more}"
    if first.how in RAISING:
        return f"{_called(first)} fails in a coroutine{more}"
    return f"{_called(first)} blocks the event loop, and every other request waits{more}"


def _helps(free: Sequence[Work]) -> str:
    if len(free) == 1:
        return f"waits for {_kinds(free)} without holding a thread, and nothing blocks"
    return f"{len(free)} waits for {_kinds(free)} without holding a thread, and nothing blocks"


def _would_gain(free: Sequence[Work]) -> str:
    if len(free) == 1:
        return f"{_called(free[0])} waits for {_kinds(free)}: a coroutine would hold no thread meanwhile"
    number, first = len(free), _called(free[0])
    return f"{number} waits for {_kinds(free)}, {first} first: coroutines overlap those that do not need each other"


def _no_difference(waits: Sequence[Work], server: str) -> str:
    kinds = list(dict.fromkeys(work.how for work in waits))
    if not kinds:
        return "never waits: a synchronous view would do the same"
    unknown = next((work for work in waits if work.how == "unknown"), None)
    if unknown is not None:
        return f"awaits {_called(unknown)}, of which nothing is known, and nothing that surely overlaps"
    if set(kinds) <= IN_THREADS:
        thread = "a synchronous view has one too" if server == "asgi" else "a request has one anyway"
        if kinds[0] == "thread":
            return f"{_called(waits[0])} runs in a thread, and {thread}"
        return f"waits for {NAMES[kinds[0]]} in a thread, and {thread}"
    return f"waits for {NAMES.get(kinds[0], kinds[0])} alone"


def _kinds(works: Sequence[Work]) -> str:
    """The kinds of several waits in words."""
    return " and ".join(dict.fromkeys(NAMES.get(work.how, work.how) for work in works))


def _called(work: Work) -> str:
    if work.what in WITHOUT_NAME:
        return f"a {work.what} in `{work.place.path}:{work.place.line}`"
    return f"`{work.what}`"
