"""A CPU-heavy call holds the event loop

## What it does
Reports calls that are known to compute for long (password hashing, key derivation, compression, image and
PDF work, data frames, model inference) on the event loop, directly or through synchronous helpers; sorting,
JSON, regular expressions and the like where their input is known to be large; and coroutines of Django that
hash a password on the loop itself on the target release (`aauthenticate`, `acheck_password`, `acreate_user`).

## Why it matters
Hashing one password with Django's default took 0.2 to 0.9 s on the machine we measured on, and the loop
stood still for all of it. Nothing raises.

## Bad
```python
from django.contrib.auth.hashers import make_password
from django.http import HttpResponse

async def register(request, password):
    encoded = make_password(password)
    return HttpResponse(encoded)
```

## Good
```python
from asgiref.sync import sync_to_async
from django.contrib.auth.hashers import make_password
from django.http import HttpResponse

async def register(request, password):
    encoded = await sync_to_async(make_password)(password)
    return HttpResponse(encoded)
```

## Fix
Run it in a thread where the library lets go of the interpreter while it computes (hashing and compression
do); else in a process pool or a task queue, which take the work off this interpreter. By the measured stall of
twenty requests of 20 ms of Python each: 404 ms in the coroutine, 237 ms in a thread, 122 ms in chunks with `await
asyncio.sleep(0)` between them.

## When to ignore
When the input is small and known.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, offloaded, rule, way_out

ADVICE = "run it in a thread: `{}` (measured: 237 of 404 ms of stall), or in a process pool or a task queue (none left)"


@rule("DAL402", "cpu-heavy-call", "warning")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("computes"):
        why = f" ({effect.how})" if effect.how else ""
        message = f"`{effect.sink}` computes{why} and holds the event loop"
        advice = effect.instead or ADVICE.format(offloaded(effect))
        yield at("DAL402", function, effect, message, way_out(effect, advice))
