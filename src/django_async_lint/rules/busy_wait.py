"""A busy wait holds the event loop

## What it does
Reports loops on the event loop that wait for something by asking again and again: `while not event.is_set():
pass`, `while time.monotonic() < end: pass`, `while True:` around a question, directly or through synchronous
helpers; and loops that poll by sleeping, `while not task.done(): time.sleep(0.1)`, which is DAL101 otherwise.
Loops that count, consume, read or await are no waits, and neither is a retry after a bounded number of attempts.

## Why it matters
Nothing else runs on the loop meanwhile: no request is served, and often what the loop waits for can never happen,
because the coroutine that would set the event does not get its turn. A `time.sleep` in between saves the
processor and holds the loop all the same.

## Bad
```python
import asyncio

async def wait_for(event: asyncio.Event):
    while not event.is_set():
        pass
```

## Good
```python
import asyncio

async def wait_for(event: asyncio.Event):
    await event.wait()
```

## Fix
Await what the loop waits for: `await event.wait()`, `await task`, `await queue.get()`, `async with
asyncio.timeout(...)` for a deadline. Where something can only be asked, ask with `await asyncio.sleep(...)` in between.

## When to ignore
When the loop runs only before the server starts, or in a command that serves nobody else.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule, way_out

AWAIT_IT = "await what it waits for (`await event.wait()`, `await task`)"


@rule("DAL403", "busy-wait", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("loops"):
        if effect.how == "busy":
            message = "a busy wait holds the event loop"
            advice = f"{AWAIT_IT}, or ask with `await asyncio.sleep(...)` in between"
        elif effect.how == "polls":
            message = f"a loop polls with `{effect.sink}` and blocks the event loop"
            advice = f"use `await asyncio.sleep(...)` in the loop, or {AWAIT_IT}"
        else:
            continue
        yield at("DAL403", function, effect, message, way_out(effect, advice))
