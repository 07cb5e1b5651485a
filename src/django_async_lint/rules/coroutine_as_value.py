"""A coroutine is used as if it were its result

## What it does
Reports a coroutine that nobody awaited and that is tested, compared, computed with, indexed, iterated,
measured, called, formatted, serialised, stored in a model's field or asked for an attribute; one that is
passed to the ORM, to a serializer, or where a function is needed; and one that a view returns as its response.

A coroutine can be awaited once. So a coroutine function under `functools.lru_cache`, `functools.cache` or
`cached_property` is reported too, at the decorator and where another file awaits it, and a second `await` of
one object.

## Why it matters
A coroutine object is always true, so `if posts.aexists():` lets everyone in; in an f-string or an
`HttpResponse` it becomes the text `<coroutine object ...>` with status 200; attributes and comparisons
raise. A cache keeps the coroutine and not its result: the first request is answered, every later one fails
with "cannot reuse already awaited coroutine".

## Bad
```python
from django.db import models
from django.http import HttpResponse

class Member(models.Model):
    email = models.EmailField()

async def enter(request, email):
    if Member.objects.filter(email=email).aexists():
        return HttpResponse("welcome")
    return HttpResponse("no entry", status=403)
```

## Good
```python
from django.db import models
from django.http import HttpResponse

class Member(models.Model):
    email = models.EmailField()

async def enter(request, email):
    if await Member.objects.filter(email=email).aexists():
        return HttpResponse("welcome")
    return HttpResponse("no entry", status=403)
```

## Fix
Put `await` in front of the call; around it parentheses where something follows: `(await load(pk)).title`.

## When to ignore
When the object only looks like a coroutine, such as a mock in a test.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, called_at, rule

CONSEQUENCE = {
    "attribute": "asked for an attribute, which raises AttributeError",
    "condition": "used as a condition, which is always true",
    "index": "indexed, which raises TypeError",
    "compare": "compared, which raises TypeError or is never equal",
    "arithmetic": "computed with, which raises TypeError",
    "length": "asked for its length, which raises TypeError",
    "iterate": "iterated, which raises TypeError",
    "enter": "entered with `with`, which raises TypeError",
    "format": "put into text, which shows `<coroutine object ...>`",
    "serialise": "serialised, which sends `<coroutine object ...>` or raises TypeError",
    "call": "called, which raises TypeError",
    "whole": "given to `gather` in a list, which raises TypeError",
    "function": "passed where a function is needed, which raises TypeError",
    "store": "stored in a model's field, which needs its result",
    "given": "passed on where its result is needed",
    "response": "returned as the response, which Django answers with status 500",
    "cached": "kept by a cache: the second time it is awaited RuntimeError is raised",
}
ADVICE = {
    "whole": "unpack the list: `asyncio.gather(*...)`",
    "function": "pass the function and its arguments apart",
    "cached": "keep the result: `async_lru.alru_cache`, `await cache.aget_or_set(...)`, or an attribute",
    "again": "await it once and keep the result",
}
AWAIT = "`await` the call and use its result"
RUN = "make this function an `async def` and `await` the call; outside the event loop `async_to_sync(f)(...)` runs it"
FIX = FixIntent("add-await", "safe", "Put `await` in front")


@rule("DAL302", "coroutine-as-value", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("uses_coroutine"):
        used = f"is not awaited but {CONSEQUENCE.get(effect.how, 'used as a value')}"
        if effect.how == "again":
            used = "is awaited a second time, which raises RuntimeError"
        message = f"coroutine `{effect.sink}` {used}"
        advice = effect.instead or ADVICE.get(effect.how) or (AWAIT if function.may_await_at(effect.site) else RUN)
        is_call = called_at(effect).rpartition(".")[2] == effect.sink.rpartition(".")[2]
        fix = FIX if is_call and not effect.instead and effect.how not in ADVICE else None
        yield at("DAL302", function, effect, message, advice, path_fix=fix)
