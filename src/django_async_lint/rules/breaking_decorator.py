"""A decorator that breaks or blocks an async view

## What it does
Reports, for the Django release that the project is written for, a decorator of a coroutine function that does not
accept one: Django's view decorators before 5.0 (`login_required` and its like before 5.1), `method_decorator` before
5.2, decorators of other packages that no release makes asynchronous, and decorators of the project whose plain
wrapper uses the coroutine as if it were the response. Around `dispatch` of an async class-based view
(`name="dispatch"`) those are reported that change the response, on every release. `cache_page` is a warning where the
cache waits for the network: its middleware asks on the loop.

## Why it matters
The wrapper is a plain function that gets a coroutine where it expects a response. It raises AttributeError or
TypeError, or hands the coroutine to Django, which answers 500: "The view didn't return an HttpResponse object. It
returned an unawaited coroutine instead".

## Bad
```python
from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

@method_decorator(never_cache, name="dispatch")
class Stock(View):
    async def get(self, request):
        return HttpResponse("12")
```

## Good
```python
from django.http import HttpResponse
from django.urls import path
from django.views import View
from django.views.decorators.cache import never_cache

class Stock(View):
    async def get(self, request):
        return HttpResponse("12")

urlpatterns = [path("stock/", never_cache(Stock.as_view()))]
```

## Fix
Decorate the view where it is routed, or upgrade Django as the help says. A decorator of your own needs a second
wrapper: `if iscoroutinefunction(view):` an `async def` that awaits the view.

## When to ignore
Never where it breaks. A cache that answers in under a millisecond may be worth its block.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, Severity
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule

OUTCOMES = {
    "breaks": "breaks the async view: it gets a coroutine instead of the response",
    "blocks": "asks a synchronous cache on the event loop",
    "queries": "asks the database cache on the event loop, which raises SynchronousOnlyOperation",
}
ADVICE = "do what it does in the view"


@rule("DAL502", "breaking-decorator", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("decorates"):
        name = effect.sink.rpartition(".")[2]
        message = f"decorator `{name}` {OUTCOMES[effect.how]}"
        severity: Severity = "warning" if effect.how == "blocks" else "error"
        yield at("DAL502", function, effect, message, effect.instead or ADVICE, severity)
