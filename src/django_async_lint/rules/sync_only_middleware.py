"""A middleware that runs only synchronously under asynchronous views

## What it does
Reports an entry of MIDDLEWARE whose class or factory has no asynchronous form, in a site that routes at least one
asynchronous view. Django, packages by a table, and the project's own middleware are told apart by what they say of
themselves: `sync_capable`, `async_capable`, the decorators of `django.utils.decorators`.

## Why it matters
Django turns such a middleware and every one outside it that can run both ways to sync mode: the whole request then
occupies a worker thread, while an asynchronous view waits too. So a hundred slow streams are a hundred threads. The
trips to that thread become fewer, not more, which is why both figures are told: with startproject's seven middlewares
a request to an async view makes 15, with one synchronous middleware inside of them 4, with none at all 2.

## Bad
```python
# middleware.py
class TimingMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response["X-Timed"] = "yes"
        return response

# views.py
from django.http import HttpResponse

async def index(request):
    return HttpResponse("hello")

# urls.py
from django.urls import path
from views import index

urlpatterns = [path("", index)]

# settings.py
MIDDLEWARE = ["middleware.TimingMiddleware"]
```

## Good
```python
# middleware.py
from asgiref.sync import iscoroutinefunction
from django.utils.decorators import sync_and_async_middleware

@sync_and_async_middleware
def timing_middleware(get_response):
    if iscoroutinefunction(get_response):

        async def middleware(request):
            response = await get_response(request)
            response["X-Timed"] = "yes"
            return response

    else:

        def middleware(request):
            response = get_response(request)
            response["X-Timed"] = "yes"
            return response

    return middleware

# views.py
from django.http import HttpResponse

async def index(request):
    return HttpResponse("hello")

# urls.py
from django.urls import path
from views import index

urlpatterns = [path("", index)]

# settings.py
MIDDLEWARE = ["middleware.timing_middleware"]
```

## Fix
Write it for both modes, with `sync_and_async_middleware` or on `MiddlewareMixin`, whose hooks Django runs in a thread
one by one. Where it is a package's, look for a newer release, or let the server do its work: static files belong to
the web server or the ASGI server.

## When to ignore
When the asynchronous views are few and quick: nothing fails, it only costs what async views were meant to save.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule

ADVICE = "write it for both modes (`sync_and_async_middleware` or `MiddlewareMixin`) or use an async one"
FEWER = "{}, or leave it out: {} trips instead of {}"
MORE = "{}: the trips are more then, {} instead of {}, but short ones, and no worker waits with the view"


@rule("DAL503", "sync-only-middleware", "info")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("holds_worker"):
        now, then = effect.how, effect.twin
        figures = f"; trips to a thread: {now} with it, {then} without it" if now else ""
        message = (
            f"`{effect.sink}` runs only synchronously: it and what stands outside it hold a worker thread for the whole"
            f" request, async views too{figures}"
        )
        yield at("DAL503", function, effect, message, _advice(now, then))


def _advice(now: str, then: str) -> str:
    """What to do, by the trips with the middleware and without it; a figure that is not known says nothing."""
    if not (now.isdigit() and then.isdigit()) or now == then:
        return ADVICE
    return (FEWER if int(then) < int(now) else MORE).format(ADVICE, then, now)
