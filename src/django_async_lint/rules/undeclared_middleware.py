"""An asynchronous middleware that does not say that it is one

## What it does
Reports a middleware whose `__call__` is a coroutine function but which has no `async_capable = True` or is not marked
with `markcoroutinefunction`, a factory of coroutine functions without its decorator, both flags set to False, and a
class that calls itself async-capable while its synchronous `__call__` uses the coroutine of `get_response` as if it
were a response. Once for each class or factory, named in MIDDLEWARE or not.

## Why it matters
Django asks a middleware for `sync_capable` and `async_capable`, and takes it for synchronous when it says nothing. It
then calls it without `await`: the coroutine goes up the stack in place of the response and its body never runs. Every
request fails: with a 500 where a middleware outside looks at the response, else with an AttributeError that leaves the
application. Construction goes from the last entry to the first, the request from the first to the last.

With `[SyncMiddleware, AsyncMiddleware]`, a plain one and the one below, the request reaches Sync before and Sync
after, then ends in an AttributeError; neither Async before nor Async after is reached. Declared as below the order
is Sync before, Async before, Async after, Sync after.

`async_capable` without the mark works alone, but a `MiddlewareMixin` right outside it takes it for synchronous.

## Bad
```python
class AsyncMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    async def __call__(self, request):
        request.tenant = request.headers.get("X-Tenant")
        return await self.get_response(request)
```

## Good
```python
from asgiref.sync import iscoroutinefunction, markcoroutinefunction

class AsyncMiddleware:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    async def __call__(self, request):
        request.tenant = request.headers.get("X-Tenant")
        return await self.get_response(request)
```

## Fix
Three lines: `async_capable = True`, `sync_capable = False` and `markcoroutinefunction(self)` in `__init__`. Over a
factory `@async_only_middleware`, or `@sync_and_async_middleware` where it makes either. A class that can do both asks
`iscoroutinefunction(get_response)` once and returns an `async` method's coroutine then.

## When to ignore
When the class is an ASGI application of its own and no middleware of Django.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, Severity
from django_async_lint.inference.analysis import AnalysedFunction, Effect
from django_async_lint.rules.registry import at, rule, short

FAULT = {
    "unflagged": "`{name}` has an `async def __call__` but no `async_capable`: Django calls it without `await`, takes"
    " the coroutine for the response and never runs its body",
    "undeclared": "`{name}` makes coroutine functions but does not say so: Django takes it for synchronous",
    "unmarked": "`{name}` is async-capable but its instances are not marked as coroutine functions",
    "neither": "`{name}` is neither sync- nor async-capable: Django refuses to load it",
    "sync_call": "`{name}` is async-capable, but its `__call__` uses what `get_response` gives as a response: in async"
    " mode that is a coroutine",
    "turned_sync": "`{name}` has an `async def __call__` only, but says that it is sync-capable: a sync-only middleware"
    " inside it turns it to sync mode",
}
DECLARE = "set `async_capable = True` and `sync_capable = False`, and call `markcoroutinefunction(self)` in `__init__`"
ADVICE = {
    "undeclared": "decorate the factory with `@async_only_middleware`, `@sync_and_async_middleware` if it makes both",
    "neither": "set `async_capable = True`, or leave out both flags of a synchronous one",
    "sync_call": "leave `async_capable` out, or return a coroutine when `iscoroutinefunction(self.get_response)`;"
    " on `MiddlewareMixin` use `process_request` and `process_response` instead of `__call__`",
    "turned_sync": "set `sync_capable = False`",
}
OTHERWISE = {
    "unmarked": "it works alone but breaks under a `MiddlewareMixin` outside it",
    "undeclared": "loading it ends in a TypeError",
    "sync_call": "every request under ASGI ends in a 500",
}


@rule("DAL504", "undeclared-middleware", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("misdeclares"):
        message = FAULT[effect.how].format(name=short(effect.sink).rpartition(".")[2])
        severity: Severity = "warning" if effect.twin == "works" else "error"
        end = _end(effect)
        advice = ADVICE.get(effect.how, DECLARE)
        yield at("DAL504", function, effect, f"{message}{f', and {end}' if end else ''}", advice, severity=severity)


def _end(effect: Effect) -> str:
    """How a request ends where the stack is known, else what usually happens."""
    kind, _, error = effect.twin.partition(" ")
    match kind:
        case "escapes":
            return f"every request ends in {_a(error)} that leaves the application"
        case "refuses" if effect.how != "neither":
            return f"loading the stack ends in {_a(error)}"
        case "500":
            return "every request ends in a 500"
        case "works":
            return "where it stands it works, but right inside a `MiddlewareMixin` or around a sync-only one it fails"
        case _:
            return OTHERWISE.get(effect.how, "")


def _a(error: str) -> str:
    return f"{'an' if error.startswith('A') else 'a'} {error}"
