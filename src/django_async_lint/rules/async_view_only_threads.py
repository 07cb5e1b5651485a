"""An async view that only hops to threads

## What it does
Reports an async view each of whose awaits runs something synchronous in a thread: `sync_to_async`,
`asyncio.to_thread`, and Django's own asynchronous forms, which do just that (`aget`, `asave`, `async for` over
a queryset), gathered or not. One verdict for each view, of a class-based one on all its handlers. A view with a
single such form of Django's is not reported, nor one that also waits for a network, in a thread too
(`to_thread(requests.get, ...)`), sets other tasks side by side, or awaits anything unknown.

## Why it matters
All database work of a request runs in one thread, one call after another, so such a view is no faster and
serves no more visitors than a plain one: three calls of 0.1 s took 0.30 s, with `asyncio.gather` too. It pays a
trip to the thread for every await, about 0.07 ms each, where a plain view pays one.

## Bad
```python
from asgiref.sync import sync_to_async
from django.http import JsonResponse

def totals():
    return {"orders": 3}

async def report(request):
    return JsonResponse(await sync_to_async(totals)())
```

## Good
```python
from django.http import JsonResponse

def totals():
    return {"orders": 3}

def report(request):
    return JsonResponse(totals())
```

## Fix
Write `def` and call what the threads run directly. Or leave it: nothing is wrong with such a view, it only
gains nothing from being asynchronous.

## When to ignore
When awaits of another kind are to come, when callers in the project await the view, or when Django is to cancel
it as its visitor leaves.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule

ADVICE = (
    "nothing is wrong with it: leave it where more awaits are to come, or write `def` and call directly what the"
    " threads run"
)


@rule("DAL603", "async-view-only-threads", "info")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("needs_no_async"):
        if effect.how == "threads":
            name = effect.sink.rpartition(".")[2]
            message = f"all that the async view `{name}` awaits runs in threads: a plain `def` is as fast"
            yield at("DAL603", function, effect, message, ADVICE)
