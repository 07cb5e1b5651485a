"""The middleware stack as Django's ASGI handler builds it: in which mode each runs, how many trips to a thread a
request makes, and how a request fails where a middleware says of itself what is not so.

A model of `load_middleware` and `adapt_method_mode` over frozen data, checked against the real handler by a test.
Nothing here reads the project; `middleware_modes` does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

UNAVOIDABLE_HOPS = 2
"""Signal receivers at the start of a request and closing its response: with no middleware at all."""

Marks = Literal["never", "always", "follows"]
Gives = Literal["response", "passes", "coroutine", "follows"]


@dataclass(frozen=True, slots=True)
class Middleware:
    """A middleware as the handler sees it. `marks` tells whether the instance counts as a coroutine function,
    `follows` where it does when what it wraps does; `gives` what a call of it gives: a response that it has looked at,
    whatever it was given, a coroutine, or one of the last two as what it wraps is a coroutine function. `hooks` are the
    synchronous `process_…` methods."""

    name: str
    can_sync: bool = True
    can_async: bool = False
    marks: Marks = "never"
    gives: Gives = "response"
    hooks: frozenset[str] = frozenset()
    looks: bool = True
    """Whether its `process_response` uses every response: SessionMiddleware's only that of a session that was used."""

    @property
    def is_sync_only(self) -> bool:
        """Whether it runs, and rightly so, only synchronously."""
        return self.can_sync and not self.can_async and self.gives != "coroutine"


class Result(NamedTuple):
    """What a call gives: a `response` (`status`), a `coroutine` of something, or an exception that it `raises`."""

    kind: str
    status: int = 200
    inner: "Result | None" = None
    error: str = ""


class Handler(NamedTuple):
    """What a middleware is given to call: whether it counts as a coroutine function, what a call gives, the hops."""

    is_marked: bool
    result: Result
    hops: int = 0


class Outcome(NamedTuple):
    """What becomes of a request: `status` 200 or 500; `escapes` is the exception that leaves the application, `refuses`
    the one that Django raises when it loads the stack. `hops` count where all is well."""

    status: int = 200
    escapes: str = ""
    refuses: str = ""
    hops: int = 0


RESPONSE = Result("response")
FAILED = Result("response", 500)


def hops(stack: Sequence[Middleware], is_async_view: bool = True) -> int | None:
    """How often a request to a view goes to a thread under a stack, the outermost middleware first. A coroutine that is
    not declared one is counted as it is once that is mended; None where the request fails all the same."""
    found = outcome([_declared(middleware) for middleware in stack], is_async_view)
    return found.hops if found == Outcome(hops=found.hops) else None


def _declared(middleware: Middleware) -> Middleware:
    """A middleware whose call is a coroutine, declared as one."""
    if middleware.gives != "coroutine":
        return middleware
    return replace(middleware, can_sync=False, can_async=True, marks="always")


def outcome(stack: Sequence[Middleware], is_async_view: bool = True) -> Outcome:
    """What becomes of a request to a view that answers with 200, under the ASGI handler."""
    start = UNAVOIDABLE_HOPS + (not is_async_view)
    handler = Handler(True, _coroutine(RESPONSE), start)
    is_async = True
    for middleware in reversed(stack):
        if not middleware.can_sync and not middleware.can_async:
            return Outcome(refuses="RuntimeError")
        wanted = _mode(middleware, is_async)
        adapted = _adapted(handler, is_async, wanted)
        if adapted is None:
            return Outcome(refuses="TypeError")
        handler, is_async = _wrapped(middleware, adapted), wanted
    top = _adapted(handler, is_async, True)
    if top is None:
        return Outcome(refuses="TypeError")
    return _answered(_awaited(top.result), top.hops)


def modes(stack: Sequence[Middleware]) -> tuple[bool, ...]:
    """Whether each middleware of a stack runs asynchronously, the outermost first."""
    is_async = True
    found = []
    for middleware in reversed(stack):
        is_async = _mode(middleware, is_async)
        found.append(is_async)
    return tuple(reversed(found))


def _mode(middleware: Middleware, is_async: bool) -> bool:
    """Whether a middleware runs asynchronously around a handler that does or does not."""
    return middleware.can_async and (is_async or not middleware.can_sync)


def _adapted(handler: Handler, is_async: bool, wanted: bool) -> Handler | None:
    """A handler in another mode; None where `sync_to_async` refuses what counts as a coroutine function."""
    if wanted and not is_async:
        return None if handler.is_marked else Handler(True, _coroutine(handler.result), handler.hops + 1)
    if is_async and not wanted:
        return Handler(False, _awaited(handler.result), handler.hops)
    return handler


def _wrapped(middleware: Middleware, handler: Handler) -> Handler:
    """A middleware around a handler, its exceptions made into responses as `convert_exception_to_response` does."""
    is_marked = middleware.marks == "always" or (middleware.marks == "follows" and handler.is_marked)
    result = _called(middleware, handler)
    added = int("process_view" in middleware.hooks)
    if middleware.marks == "follows" and handler.is_marked:
        added += len(middleware.hooks & {"process_request", "process_response"})
    if is_marked:
        result = _coroutine(_caught(_awaited(result)))
    else:
        result = _caught(result)
    return Handler(is_marked, result, handler.hops + added)


def _called(middleware: Middleware, handler: Handler) -> Result:
    """What a call of a middleware gives, before Django looks at it."""
    given = handler.result
    is_coroutine = middleware.gives == "coroutine" or (middleware.gives == "follows" and handler.is_marked)
    if is_coroutine:
        return _coroutine(_looked_at(middleware, _awaited(given)))
    return _looked_at(middleware, given)


def _looked_at(middleware: Middleware, given: Result) -> Result:
    """The response that a middleware was given, after it has used it as one."""
    looks = middleware.looks and (middleware.gives != "follows" or "process_response" in middleware.hooks)
    if middleware.gives == "passes" or not looks:
        return given
    return Result("raises", error="AttributeError") if given.kind == "coroutine" else given


def _coroutine(result: Result) -> Result:
    return Result("coroutine", inner=result)


def _awaited(result: Result) -> Result:
    """What awaiting a result gives."""
    if result.kind == "coroutine" and result.inner is not None:
        return result.inner
    return result if result.kind == "raises" else Result("raises", error="TypeError")


def _caught(result: Result) -> Result:
    return FAILED if result.kind == "raises" else result


def _answered(result: Result, found: int) -> Outcome:
    """What the handler makes of what the outermost middleware gave."""
    match result.kind:
        case "response":
            return Outcome(result.status, hops=found)
        case "coroutine":
            return Outcome(500, escapes="AttributeError")
        case _:
            return Outcome(500, escapes=result.error)
