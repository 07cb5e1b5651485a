"""A database call without an async form raises on the event loop

## What it does
Reports Django API that queries the database on the event loop and has no asynchronous twin in the release
the project targets, such as `full_clean` of a model with relations or `ContentType.objects.get_for_model`,
directly or through synchronous helpers.

## Why it matters
Django raises SynchronousOnlyOperation, the request ends with a 500. There is no method to await instead:
the call has to leave the loop.

## Bad
```python
from django.db import models
from django.http import HttpResponse

class Author(models.Model):
    name = models.CharField(max_length=100)

class Post(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)

async def publish(request, pk):
    post = Post(author_id=pk)
    post.full_clean()
    await post.asave()
    return HttpResponse("published")
```

## Good
```python
from asgiref.sync import sync_to_async
from django.db import models
from django.http import HttpResponse

class Author(models.Model):
    name = models.CharField(max_length=100)

class Post(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)

async def publish(request, pk):
    post = Post(author_id=pk)
    await sync_to_async(post.full_clean)()
    await post.asave()
    return HttpResponse("published")
```

## Fix
Wrap it: `await sync_to_async(f)(...)`. `asyncio.to_thread` works too, but on another database connection:
in a `TestCase` it does not see the rows the test has written.

## When to ignore
When the code runs in a command or shell with `DJANGO_ALLOW_ASYNC_UNSAFE` set on purpose.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, offloaded, rule, way_out


@rule("DAL202", "query-without-twin", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("queries"):
        if not effect.twin:
            message = f"`{effect.sink}` has no async form: SynchronousOnlyOperation on the event loop"
            advice = effect.instead or f"wrap it: `{offloaded(effect)}`"
            yield at("DAL202", function, effect, message, way_out(effect, advice))
