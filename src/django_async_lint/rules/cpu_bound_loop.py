"""A CPU-bound loop holds the event loop

## What it does
Reports loops on the event loop that compute for long without giving way: a large known number of rounds,
loops within loops over large ranges, recursion that branches for a large number, directly or through
synchronous helpers; and loops of as many rounds as the request asks for (`int(request.GET["n"])`, a part of the
path), of `medium` confidence, where nothing limits the number and a round only computes. What counts is the
estimated cost, some 50 ms and more; other unknown bounds are silent.

## Why it matters
Computing is blocking: no other request is served meanwhile. Measured with twenty concurrent requests of 20
ms of computing each, the loop stood still for 404 ms in an async view, for 237 ms with the work in a thread
and for 122 ms with the work in chunks and `await asyncio.sleep(0)` between them.

## Bad
```python
from django.http import JsonResponse

async def statistics(request):
    total = 0
    for number in range(50_000_000):
        total += number * number
    return JsonResponse({"total": total})
```

## Good
```python
import asyncio
from concurrent.futures import ProcessPoolExecutor
from django.http import JsonResponse

pool = ProcessPoolExecutor()

def sum_of_squares():
    total = 0
    for number in range(50_000_000):
        total += number * number
    return total

async def statistics(request):
    loop = asyncio.get_running_loop()
    return JsonResponse({"total": await loop.run_in_executor(pool, sum_of_squares)})
```

## Fix
Move the work into a function and run it in a process pool or a task queue: that removes the stall. A thread
(`await sync_to_async(f)(...)`) shortens it but shares the interpreter; chunks of a few milliseconds with
`await asyncio.sleep(0)` between them let others in. A recursion that computes the same again and again wants
`functools.cache`. A number out of a request wants an upper limit first.

## When to ignore
When the loop is known to end after a millisecond or so.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import WAITING, AnalysedFunction
from django_async_lint.rules.registry import at, offloaded, rule, way_out

ADVICE = (
    "run it as a function in a process pool or a task queue (no stall left), in a thread, `await "
    "sync_to_async(f)(...)` (measured: 237 of 404 ms), or in small chunks with `await asyncio.sleep(0)` between "
    "them (122 ms)"
)
RECURSION_ADVICE = "keep results (`functools.cache`), run it in a process pool, or `{}`"


@rule("DAL401", "cpu-bound-loop", "warning")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("loops"):
        if effect.how in WAITING:
            continue
        why = f" ({effect.how})" if effect.how else ""
        is_recursion = effect.sink == "recursion"
        message = f"CPU-bound {'recursion' if is_recursion else 'loop'}{why} holds the event loop"
        advice = RECURSION_ADVICE.format(offloaded(effect)) if is_recursion else ADVICE
        yield at("DAL401", function, effect, message, way_out(effect, effect.instead or advice))
