"""A synchronous view waits for another server

## What it does
Reports a synchronous view that a route leads to and that waits for another server (`requests`, `httpx.get`,
SDKs), itself or in what it calls, in a project that serves asynchronously: some routed view is asynchronous, or
the settings name an `ASGI_APPLICATION`. One finding for each view, at the first such call. Only views are looked at
from whose file imports lead to such a library.

## Why it matters
Under ASGI such a view waits in a thread of its own: nobody else stalls, and a single short wait is served as
fast as by an asynchronous view. Waiting for several servers is where async helps, three waits of 0.1 s took
0.12 s with `asyncio.gather` and 0.32 s one after another; and an asynchronous view ends when its visitor
leaves, while a synchronous one runs to its end.

## Bad
```python
import asyncio
import requests
from django.http import JsonResponse
from django.urls import path

async def waiting(request):
    await asyncio.sleep(1)
    return JsonResponse({})

def weather(request):
    return JsonResponse(requests.get("https://example.com/weather", timeout=5).json())

urlpatterns = [path("waiting/", waiting), path("weather/", weather)]
```

## Good
```python
import httpx
from django.http import JsonResponse

async def weather(request):
    async with httpx.AsyncClient(timeout=5) as client:
        response = await client.get("https://example.com/weather")
    return JsonResponse(response.json())
```

## Fix
Make the view `async def` and await an asynchronous client; ORM calls in it need their asynchronous forms then.

## When to ignore
When the view is seldom asked for, or its wait is short.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule


@rule("DAL605", "sync-view-waits", "info")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("holds_thread"):
        name = function.entry.name.rpartition(".")[2]
        message = f"the synchronous view `{name}` waits for another server in `{effect.sink}`"
        advice = "as `async def` with an asynchronous client it can wait for several at once, and end with its visitor"
        yield at("DAL605", function, effect, message, advice)
