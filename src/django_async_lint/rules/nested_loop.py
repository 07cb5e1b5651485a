"""A second event loop cannot run inside the first

## What it does
Reports `asyncio.run`, `loop.run_until_complete`, `loop.run_forever` and `async_to_sync(...)(...)` where
they are reached on a running event loop, directly or through synchronous helpers.

## Why it matters
All of them raise RuntimeError on a thread whose loop is running. Code that works in a synchronous view or a
command fails as soon as an `async def` calls it.

## Bad
```python
import asyncio
from django.http import HttpResponse

async def load(pk):
    await asyncio.sleep(0)
    return f"book {pk}"

async def detail(request, pk):
    return HttpResponse(asyncio.run(load(pk)))
```

## Good
```python
import asyncio
from django.http import HttpResponse

async def load(pk):
    await asyncio.sleep(0)
    return f"book {pk}"

async def detail(request, pk):
    return HttpResponse(await load(pk))
```

## Fix
Await the coroutine. Where a synchronous helper stands between, make it asynchronous, or run it in a thread
with `await sync_to_async(helper)(...)`: `async_to_sync` finds its way back to the loop from there.

## When to ignore
Never on a running loop. In a script or command that starts the loop itself the call is right and not
reported.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction, Effect
from django_async_lint.rules.registry import at, rule, way_out

RUNNING = frozenset({"asyncio.run", "asgiref.sync.async_to_sync"})


@rule("DAL108", "nested-loop", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.blocking("loop"):
        message = f"`{effect.sink}` raises RuntimeError on a running event loop"
        advice = effect.instead or "`await` the coroutine"
        yield at("DAL108", function, effect, message, way_out(effect, advice), fix=_fix(effect))


def _fix(effect: Effect) -> FixIntent | None:
    if effect.sink in RUNNING:
        return FixIntent("await-inside", "safe", "`await` the coroutine")
    name = effect.sink.rpartition(".")[2]
    if effect.sink.startswith("django.dispatch.Signal.") and f"`await ...a{name}(...)`" in effect.instead:
        return FixIntent("use-async-twin", "safe", f"Replace with `await ...a{name}(...)`", (f"a{name}",))
    return None
