"""An async view that never awaits

## What it does
Reports a view written as `async def` in whose body nothing is awaited. One verdict for each view, of a class-
based one on all its handlers. Only what is surely a view is looked at: routed, a handler of a class of views,
or a function of a `request` that returns a response. Silent where something else may need the coroutine
function: a decorator of the project's own, an override, a stream, a coroutine that is handed on; and where the
view has findings of its own, whose mending adds an `await`.

## Why it matters
`async` lets others run while a view waits; one that waits for nothing gains nothing. As a plain `def` it does
the same, may use everything synchronous, and cannot stall the event loop by accident.

## Bad
```python
from django.http import HttpResponse

async def hello(request):
    return HttpResponse("hi")
```

## Good
```python
from django.http import HttpResponse

def hello(request):
    return HttpResponse("hi")
```

## Fix
Write `def`. Nothing else changes: Django serves both kinds side by side.

## When to ignore
When awaits are about to come, or when a view is so small and so often asked for that the trip of a plain view
to its thread counts (about 0.3 ms each).
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule

FIX = FixIntent("make-sync", "unsafe", "Write `def`")


@rule("DAL602", "async-view-never-awaits", "info")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("needs_no_async"):
        if effect.how == "never":
            message = f"the async view `{effect.sink.rpartition('.')[2]}` never awaits: a plain `def` does the same"
            yield at("DAL602", function, effect, message, "write `def`; nothing else changes", fix=FIX)
