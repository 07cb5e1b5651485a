"""Waiting for a thread, a lock, a queue or the keyboard stops the event loop

## What it does
Reports waiting primitives of the threaded world on the event loop: `threading.Lock.acquire`, `Thread.join`,
`Event.wait`, `queue.Queue.get`, `concurrent.futures.Future.result`, leaving an executor's `with` block,
`multiprocessing`, `input`, directly or through synchronous helpers. `with lock:` alone is not reported; a lock of
threads that is held across an `await` is.

## Why it matters
The loop waits for somebody else's work. When that work itself needs the loop (a callback, an
`async_to_sync` in the other thread), both wait for ever.

## Bad
```python
from concurrent.futures import ThreadPoolExecutor
from django.http import HttpResponse

executor = ThreadPoolExecutor()

def build():
    return "a report"

async def report(request):
    future = executor.submit(build)
    return HttpResponse(future.result())
```

## Good
```python
import asyncio
from concurrent.futures import ThreadPoolExecutor
from django.http import HttpResponse

executor = ThreadPoolExecutor()

def build():
    return "a report"

async def report(request):
    future = executor.submit(build)
    return HttpResponse(await asyncio.wrap_future(future))
```

## Fix
Use the asyncio counterpart: `asyncio.Lock`, `asyncio.Event`, `asyncio.Queue`, `await
asyncio.wrap_future(future)`, `await loop.run_in_executor(executor, build)`. Mind that asyncio primitives
serve one loop, not several threads.

## When to ignore
When the lock guards a few lines and nobody ever holds it for long.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule, to_thread, way_out

HELD = "threading.Lock.__enter__"
WRAP = FixIntent("wrap-future", "unsafe", "Await it: `await asyncio.wrap_future(...)`")


@rule("DAL107", "blocking-wait", "warning")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.blocking("wait"):
        message = f"`{effect.sink}` waits and blocks the event loop"
        if effect.sink == HELD:
            message = "a lock of threads is held across an `await`: the next coroutine to take it stops the event loop"
        advice = effect.instead or f"use asyncio's own, or a thread: `{to_thread(effect)}`"
        fix = WRAP if effect.sink == "concurrent.futures.Future.result" else None
        yield at("DAL107", function, effect, message, way_out(effect, advice), fix=fix)
