"""A synchronous socket, database driver or Redis client stops the event loop

## What it does
Reports calls that wait on a connection through a synchronous client: sockets, name look-ups, database
drivers (`psycopg2`, `sqlite3`, `pymysql` ...), `redis`, `pymongo`, memcached and others, directly or
through synchronous helpers.

## Why it matters
Django guards only its own database backends: a driver used beside them raises nothing on the event loop. It
waits for its server, and every other request of this worker waits with it.

## Bad
```python
import redis
from django.http import JsonResponse

client = redis.Redis()

async def visits(request):
    return JsonResponse({"visits": client.incr("visits")})
```

## Good
```python
import redis.asyncio
from django.http import JsonResponse

client = redis.asyncio.Redis()

async def visits(request):
    return JsonResponse({"visits": await client.incr("visits")})
```

## Fix
Use the asynchronous client that the same library offers (`redis.asyncio`, `psycopg.AsyncConnection`,
`pymongo.AsyncMongoClient`), or streams (`await asyncio.open_connection(...)`) instead of sockets. Where
there is none, run the call in a thread.

## When to ignore
When the function runs only before the server starts, or in a command that serves nobody else.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule, to_thread, way_out


@rule("DAL105", "blocking-socket", "warning")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.blocking("socket"):
        message = f"`{effect.sink}` waits on a connection and blocks the event loop"
        advice = effect.instead or f"use an async client, or a thread: `{to_thread(effect)}`"
        yield at("DAL105", function, effect, message, way_out(effect, advice))
