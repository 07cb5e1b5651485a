"""A coroutine is made and never awaited

## What it does
Reports a call of a coroutine function that stands as a statement of its own, without `await`, in
asynchronous and synchronous functions alike; and a callback of a thread or of the loop that returns a
coroutine, which is dropped. A coroutine that is returned, passed on, gathered or scheduled is fine.

## Why it matters
Calling a coroutine function runs none of its body. `asyncio.sleep(3)` does not sleep, `post.asave()` saves
nothing: the request answers 200 and a RuntimeWarning in the log is all there is.

## Bad
```python
import asyncio
from django.http import HttpResponse

async def slow(request):
    asyncio.sleep(3)
    return HttpResponse("slept well?")
```

## Good
```python
import asyncio
from django.http import HttpResponse

async def slow(request):
    await asyncio.sleep(3)
    return HttpResponse("slept well")
```

## Fix
Put `await` in front. To let it run beside the rest keep a reference: `task = asyncio.create_task(...)`. In
a synchronous function call it with `async_to_sync(f)(...)`.

## When to ignore
When the object only looks like a coroutine function, such as a mock in a test.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule

FIX = FixIntent("add-await", "safe", "Put `await` in front")


@rule("DAL301", "coroutine-never-awaited", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("drops_coroutine"):
        if effect.how == "statement":
            message = f"coroutine `{effect.sink}` is never awaited, so it never runs"
            help = "put `await` in front" if function.on_loop else "call it with `async_to_sync(f)(...)`"
            yield at("DAL301", function, effect, message, help, path_fix=FIX)
