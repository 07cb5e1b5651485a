"""A synchronous HTTP client stops the event loop

## What it does
Reports requests sent with a synchronous client (`requests`, `urllib`, `urllib3`, `httpx.get`,
`httpx.Client` and others) on the event loop: in an `async def`, or in any synchronous function that one
calls. Clients are followed through variables, attributes and factories.

## Why it matters
The other server decides how long your whole process stands still: until it answers, no other request of
this worker is served, and a time-out of thirty seconds is thirty seconds for everyone.

## Bad
```python
import requests
from django.http import JsonResponse

async def weather(request):
    response = requests.get("https://example.com/weather", timeout=5)
    return JsonResponse(response.json())
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
Use an asynchronous client (`httpx.AsyncClient`, `aiohttp.ClientSession`). Where the synchronous one has to
stay, run it in a thread: `await asyncio.to_thread(requests.get, url)`. `--unsafe-fixes` does the first where the
project requires `httpx` and both libraries' responses know what is asked of them, else the second.

## When to ignore
When the function runs only before the server starts, or in a command that serves nobody else.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction, Effect
from django_async_lint.rules.registry import at, rule, to_thread, way_out


@rule("DAL102", "blocking-http", "warning")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.blocking("http"):
        message = f"`{effect.sink}` waits for another server and blocks the event loop"
        advice = effect.instead or f"use `httpx.AsyncClient`, or a thread: `{to_thread(effect)}`"
        yield at("DAL102", function, effect, message, way_out(effect, advice), fix=_fix(effect))


def _fix(effect: Effect) -> FixIntent | None:
    _, _, method = effect.twin.rpartition(".")
    message = f"Send it with `httpx.AsyncClient`: `await client.{method}(...)`"
    return FixIntent("send-async", "unsafe", message, (method,)) if method else None
