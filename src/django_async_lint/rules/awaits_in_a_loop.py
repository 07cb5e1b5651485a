"""Awaits in a loop that could be one query or one wait

## What it does
Reports two shapes of loops and comprehensions. *One row each round*: `await Post.objects.aget(pk=pk)` by a
value of the round. *One request each round*: reading requests, direct or in coroutines of the project, of which
no round needs what an earlier one gave.

Silent: loops that end early, pause, or carry anything on (pages, retries, polls, conversations), `while` loops,
what stands under a lock or a transaction, and everything that writes.

## Why it matters
A query each round costs a trip to the database each time; one query costs one. Requests one after another take
the sum of their times, side by side the longest.

## Bad
```python
from django.db import models
from django.http import JsonResponse

class Post(models.Model):
    title = models.CharField(max_length=100)

async def titles(request):
    found = [await Post.objects.aget(pk=pk) for pk in request.GET.getlist("pk")]
    return JsonResponse({"titles": [post.title for post in found]})
```

## Good
```python
from django.db import models
from django.http import JsonResponse

class Post(models.Model):
    title = models.CharField(max_length=100)

async def titles(request):
    found = await Post.objects.ain_bulk(request.GET.getlist("pk"))
    return JsonResponse({"titles": [post.title for post in found.values()]})
```

## Fix
For rows `await Post.objects.ain_bulk(pks)`, or `filter(pk__in=pks)` with `async for`; for rows behind a
relation of what the loop goes through `select_related` or `prefetch_related`. For requests `await
asyncio.gather(*(fetch(x) for x in xs))`, under an `asyncio.Semaphore` where there may be many.

## When to ignore
When there are never more than two or three rounds, or the other side allows one request at a time.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule


@rule("DAL604", "awaits-in-a-loop", "info")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("waits_each_round"):
        if effect.how == "query":
            message = f"`{effect.sink}` queries once in each round of the loop: one query fetches all rows"
            rows = effect.sink.removesuffix(".aget")
            advice = f"fetch them before the loop: `await {rows}.ain_bulk(...)`, or `filter(...__in=...)`"
        else:
            call = effect.site.text
            message = f"each round of the loop waits for `{call}` and needs no other round: they could wait at once"
            advice = f"use `await asyncio.gather(*({call} for ...))`; with many, under an `asyncio.Semaphore`"
        yield at("DAL604", function, effect, message, advice)
