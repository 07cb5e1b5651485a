"""`time.sleep` stops the event loop

## What it does
Reports `time.sleep` and its kin where they run on the event loop: in an `async def`, or in any synchronous
function that one calls, however deep.

## Why it matters
One thread serves every request of an async worker. While it sleeps nothing else runs: measured with twenty
concurrent requests, a view with `time.sleep(0.1)` took 2.05 s in all, with `asyncio.sleep(0.1)` 0.13 s.

## Bad
```python
import time

async def status(request):
    time.sleep(2)
```

## Good
```python
import asyncio

async def status(request):
    await asyncio.sleep(2)
```

## Fix
`time.sleep(x)` becomes `await asyncio.sleep(x)`; `asyncio` is imported where it is missing.

## When to ignore
When the function runs only before the server starts, or in a command that serves nobody else.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule, way_out

FIX = FixIntent("replace-sleep", "safe", "Replace with `await asyncio.sleep(...)`")


@rule("DAL101", "blocking-sleep", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.blocking("sleep"):
        message = f"`{effect.sink}` blocks the event loop"
        advice = effect.instead or "use `await asyncio.sleep(...)`"
        fix = FIX if effect.sink == "time.sleep" else None
        yield at("DAL101", function, effect, message, way_out(effect, advice), fix=fix)
