"""`await` on a synchronous call

## What it does
Reports `await` in front of something that is not awaitable: a synchronous ORM call, a queryset, or another
synchronous call such as `open` or `time.sleep`.

## Why it matters
The synchronous call runs first, so `await User.objects.get(...)` raises SynchronousOnlyOperation before
`await` is reached; awaiting a queryset raises TypeError. An `await` in front does not make a call
asynchronous.

## Bad
```python
from django.contrib.auth.models import User
from django.http import HttpResponse

async def profile(request, pk):
    user = await User.objects.get(pk=pk)
    return HttpResponse(user.username)
```

## Good
```python
from django.contrib.auth.models import User
from django.http import HttpResponse

async def profile(request, pk):
    user = await User.objects.aget(pk=pk)
    return HttpResponse(user.username)
```

## Fix
Call the asynchronous twin (`aget`, `asave`), iterate querysets with `async for`, and run anything else in a
thread: `await sync_to_async(f)(...)`.

## When to ignore
Never: such a line fails whenever it runs.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction, Effect
from django_async_lint.rules.registry import at, await_twin, rule, short

CONSEQUENCE = {
    "query": "`{sink}` is synchronous: SynchronousOnlyOperation is raised before `await` is reached",
    "queryset": "`{sink}` cannot be awaited: a queryset raises TypeError under `await`",
    "value": "`{sink}` is synchronous: it runs on the event loop, and `await` of its result raises TypeError",
}

REMOVE = FixIntent("remove-await", "safe", "Remove `await`: the queryset is fetched where it is iterated")


@rule("DAL205", "await-on-sync", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("awaits_sync"):
        message = CONSEQUENCE.get(effect.how, CONSEQUENCE["value"]).format(sink=short(effect.sink))
        fix = await_twin(effect) if effect.twin else REMOVE if effect.how == "queryset" else None
        yield at("DAL205", function, effect, message, _advice(effect), path_fix=fix)


def _advice(effect: Effect) -> str:
    if effect.twin:
        return f"use `await ...{effect.twin}(...)`"
    if effect.how == "queryset":
        return "use `async for`, or `[x async for x in ...]`"
    if effect.how == "query":
        return "wrap it: `await sync_to_async(f)(...)`"
    return effect.instead or "leave `await` out, or use an async form of the call"
