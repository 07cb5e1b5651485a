"""`sync_to_async` or `to_thread` used in the wrong way

## What it does
Reports `sync_to_async(f(...))` and `asyncio.to_thread(f(...))`, which are handed a result instead of a
function; `await sync_to_async(f)`, which never calls it; and wrapping a coroutine function, or giving one to
a thread, an executor, `loop.call_soon` or `loop.call_later`.

## Why it matters
`sync_to_async(f())` runs `f` on the event loop first, where the ORM raises SynchronousOnlyOperation and
anything else blocks; then its result is not callable. `await sync_to_async(f)` raises TypeError and `f`
never runs. A coroutine function is refused by `sync_to_async`; in `to_thread` it only makes a coroutine
that nobody awaits.

## Bad
```python
from asgiref.sync import sync_to_async
from django.db import models
from django.http import HttpResponse

class Post(models.Model):
    title = models.CharField(max_length=100)

async def detail(request, pk):
    post = await sync_to_async(Post.objects.get(pk=pk))
    return HttpResponse(post)
```

## Good
```python
from asgiref.sync import sync_to_async
from django.db import models
from django.http import HttpResponse

class Post(models.Model):
    title = models.CharField(max_length=100)

async def detail(request, pk):
    post = await sync_to_async(Post.objects.get)(pk=pk)
    return HttpResponse(post.title)
```

## Fix
Pass the function and call the wrapper: `await sync_to_async(f)(x)`, `await asyncio.to_thread(f, x)`. A
coroutine function needs no wrapper: `await f(x)`.

## When to ignore
When the call returns a function that is meant to be wrapped, and the analysis does not see it; please
report it.
"""

from collections.abc import Iterator
from dataclasses import replace

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule, way_out

FAULT = {
    "called": "is given the result of a call, which has already run on the event loop",
    "uncalled": "only wraps the function, which is never called: `await` raises TypeError",
    "coroutine_function": "wraps a coroutine function, which it cannot run",
}
ADVICE = {
    "called": "pass the function and its arguments apart: `await {name}({example})`",
    "uncalled": "call the wrapper: `await {name}(f)(...)`",
    "coroutine_function": "`await` the coroutine function itself, without a wrapper",
}
WRAPPERS = frozenset({"sync_to_async", "database_sync_to_async", "to_thread"})
"""What gives something to await; a thread or a pool gives none."""
FIXES = {
    "called": FixIntent("pass-the-function", "safe", "Pass the function and its arguments apart"),
    "uncalled": FixIntent("call-wrapper", "unsafe", "Call what the wrapper gives"),
    "coroutine_function": FixIntent("unwrap-function", "safe", "Call the coroutine function itself"),
}


@rule("DAL304", "misused-offloading", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("offloads_wrongly"):
        name = effect.sink.rpartition(".")[2]
        message = f"`{effect.sink}` {FAULT.get(effect.how, 'is used in the wrong way')}"
        example = "f)(..." if name.endswith("to_async") else "f, ..."
        advice = effect.instead or ADVICE.get(effect.how, ADVICE["called"]).format(name=name, example=example)
        kind = "wrapper" if name.endswith("to_async") else "thread"
        fix = FIXES.get(effect.how) if not effect.instead and name in WRAPPERS else None
        fix = replace(fix, arguments=(kind,)) if fix is not None else None
        yield at("DAL304", function, effect, message, way_out(effect, advice), fix=fix)
