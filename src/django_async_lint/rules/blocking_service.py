"""A Django service blocks the event loop without raising

## What it does
Reports parts of Django that do I/O outside the database, and so outside its guard: sending mail, file
storage, `FieldFile`, file and network caches, `call_command`. The first load of a template file is reported
as `info`.

## Why it matters
`SynchronousOnlyOperation` is raised by the database backends alone. Everything else runs on the loop in
silence: measured, a mail server that took 0.3 s to answer stalled every other request for 0.3 s.

## Bad
```python
from django.core.mail import send_mail
from django.http import HttpResponse

async def contact(request):
    send_mail("Hello", "A message", "from@example.com", ["to@example.com"])
    return HttpResponse("sent")
```

## Good
```python
from asgiref.sync import sync_to_async
from django.core.mail import send_mail
from django.http import HttpResponse

async def contact(request):
    await sync_to_async(send_mail)("Hello", "A message", "from@example.com", ["to@example.com"])
    return HttpResponse("sent")
```

## Fix
Run it in a thread: `await sync_to_async(send_mail)(...)`. Where Django has an asynchronous form (the cache
has one for each method) use that: `await cache.aget(...)`. Slow work is better off in a task queue.

## When to ignore
When the backend in use is known to do no I/O, such as a mail backend for tests.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent, Severity
from django_async_lint.inference.analysis import RISING, AnalysedFunction, Effect
from django_async_lint.rules.registry import at, await_twin, offloaded, rule, way_out


@rule("DAL109", "blocking-service", "warning")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.blocking("service", "template"):
        trifle = effect.how == "template"
        does = "reads a template file" if trifle else "blocks"
        message = f"`{effect.sink}` {does} on the event loop without raising"
        advice = effect.instead or f"use a thread: `{offloaded(effect)}`"
        severity: Severity | None = "info" if trifle else None
        yield at("DAL109", function, effect, message, way_out(effect, advice), severity, _fix(function, effect))


def _fix(function: AnalysedFunction, effect: Effect) -> FixIntent | None:
    """The cache's asynchronous form, where nothing else happens there: that still runs the default of `get_or_set`."""
    others = (each for each in function.effects if each.site == effect.site and each.kind in RISING)
    return await_twin(effect) if effect.twin and all(each is effect for each in others) else None
