"""A streaming response whose iterator its server cannot go through

## What it does
Reports a synchronous iterator (a generator, a generator expression, `map`) given to `StreamingHttpResponse` in an async
view, and a list that is in memory anyway. With `server = "wsgi"` it is the reverse: an asynchronous iterator.
`FileResponse` is left alone, since Django has no asynchronous form of it. Told by DAL203 is a generator expression over
a queryset: it raises where it is made.

## Why it matters
It works, with a Warning, and it is no stream. Under ASGI Django goes through all of it in a worker thread and sends the
first byte when the last is there: the client waits, all rows are in memory, and an endless stream never begins.

## Bad
```python
from django.http import StreamingHttpResponse

def rows():
    for number in range(3):
        yield f"{number}\\n"

async def export(request):
    return StreamingHttpResponse(rows(), content_type="text/csv")
```

## Good
```python
from django.http import StreamingHttpResponse

async def rows():
    for number in range(3):
        yield f"{number}\\n"

async def export(request):
    return StreamingHttpResponse(rows(), content_type="text/csv")
```

## Fix
Make the generator `async def`, go through querysets in it with `async for`, and `await` what it waits for. What is
small and in memory anyway is an `HttpResponse`.

## When to ignore
When the content is short and the memory does not matter.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule, short

FAULT = {
    "stream": "`{name}` is synchronous: under ASGI all of it is collected in a worker thread before the first byte is"
    " sent, with a Warning",
    "stream_memory": "`{name}` is in memory already and synchronous: nothing is streamed, and Django warns of it",
    "stream_async": "`{name}` is asynchronous: under WSGI all of it is collected before the first byte is sent, with a"
    " Warning",
}
ADVICE = {
    "stream": "stream from an `async def` generator, or answer with `HttpResponse` when it is short",
    "stream_memory": "answer with `HttpResponse`, or stream from an `async def` generator",
    "stream_async": "stream from a plain generator, or serve the site by ASGI",
}


@rule("DAL505", "synchronous-stream", "info")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("iterates_wrongly"):
        if effect.how in FAULT:
            message = FAULT[effect.how].format(name=short(effect.sink))
            yield at("DAL505", function, effect, message, ADVICE[effect.how])
