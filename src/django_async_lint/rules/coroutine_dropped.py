"""A coroutine is assigned and then forgotten

## What it does
Reports a coroutine that is bound to a name which is never read again: not awaited, returned, passed on,
stored or gathered on any path. A list, set or dict of coroutines is one too, filled or not, when nothing
reads it.

## Why it matters
It never runs. A RuntimeWarning when the object is collected is the only trace, and a name on the left hides
the fault from type checkers, which look at bare calls alone.

## Bad
```python
import asyncio
from django.http import HttpResponse

async def notify(address):
    await asyncio.sleep(1)

async def order(request):
    sent = notify("customer@example.com")
    return HttpResponse("ordered")
```

## Good
```python
import asyncio
from django.http import HttpResponse

async def notify(address):
    await asyncio.sleep(1)

async def order(request):
    sending = notify("customer@example.com")
    await sending
    return HttpResponse("ordered")
```

## Fix
Await it where it is made or later; or start it with `asyncio.create_task(...)` and keep the task.

## When to ignore
When the object only looks like a coroutine, such as a mock in a test.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule

DONE = {
    "assigned": "assigned but",
    "collected": "put into a container that nothing reads, and",
    "mapped": "made by a `map` that nothing goes through, and",
}
ADVICE = {
    "assigned": "`await` it",
    "collected": "`await asyncio.gather(...)` what was collected",
    "mapped": "`await asyncio.gather(*map(...))`",
}
FIX = FixIntent("add-await", "safe", "Put `await` in front")


@rule("DAL303", "coroutine-dropped", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("drops_coroutine"):
        if effect.how in DONE:
            message = f"coroutine `{effect.sink}` is {DONE[effect.how]} never awaited, so it never runs"
            await_it = ADVICE[effect.how] if function.on_loop else "call it with `async_to_sync(f)(...)`"
            fix = FIX if effect.how == "assigned" and not effect.instead and function.on_loop else None
            yield at("DAL303", function, effect, message, effect.instead or await_it, path_fix=fix)
