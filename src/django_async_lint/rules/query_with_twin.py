"""A synchronous query raises where its async twin would do

## What it does
Reports ORM methods that query the database on the event loop and have an asynchronous twin in the Django
release the project targets: `get` / `aget`, `save` / `asave`, `count` / `acount` and so on, directly or
through synchronous helpers.

## Why it matters
Django raises SynchronousOnlyOperation, the request ends with a 500. It is an ordinary exception: under a
broad `except Exception` the query is silently never made. Under `DJANGO_ALLOW_ASYNC_UNSAFE` it blocks
instead.

## Bad
```python
from django.db import models
from django.http import HttpResponse

class Post(models.Model):
    title = models.CharField(max_length=100)

async def detail(request, pk):
    post = Post.objects.get(pk=pk)
    return HttpResponse(post.title)
```

## Good
```python
from django.db import models
from django.http import HttpResponse

class Post(models.Model):
    title = models.CharField(max_length=100)

async def detail(request, pk):
    post = await Post.objects.aget(pk=pk)
    return HttpResponse(post.title)
```

## Fix
Call the twin and await it. For several queries in a row one synchronous function under `sync_to_async`
makes one trip to the worker thread instead of one per query; `asyncio.gather` over twins gains nothing,
because a request has one database thread.

## When to ignore
When the code runs in a command or shell with `DJANGO_ALLOW_ASYNC_UNSAFE` set on purpose.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction, Effect
from django_async_lint.rules.registry import at, await_twin, called_at, rule, way_out

ITERATE = FixIntent("iterate-async", "safe", "Replace with `async for ... in ...aiterator()`", ("aiterator",))


@rule("DAL201", "query-with-twin", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("queries"):
        if effect.twin and effect.how != "api":
            message = f"`{effect.sink}` raises SynchronousOnlyOperation on the event loop"
            advice = effect.instead or f"use `{_twin_call(effect)}`"
            fix = None if effect.instead else _fix(effect)
            yield at("DAL201", function, effect, message, way_out(effect, advice), fix=fix)


def _twin_call(effect: Effect) -> str:
    return "async for ... in ...aiterator()" if effect.twin == "aiterator" else f"await ...{effect.twin}(...)"


def _fix(effect: Effect) -> FixIntent | None:
    if effect.twin != "aiterator":
        return await_twin(effect)
    return ITERATE if called_at(effect).endswith(".iterator") else None
