"""A class-based view mixes synchronous and asynchronous handlers

## What it does
Reports a subclass of Django's `View` that has both `async def` and plain handlers: `get`, `post`, `put`, `patch`,
`delete`, `head`, `trace`, its own and those that it inherits from mixins, from generic views and from Django REST
framework's (`ListView` brings a plain `get`). `options` does not count, and neither does what `http_method_names`
leaves out.

## Why it matters
`as_view()` raises ImproperlyConfigured: "HTTP handlers must either be all sync or all async". It is called when the
URLs are imported, so no page of the site works.

## Bad
```python
from django.http import HttpResponse
from django.views.generic import TemplateView

class Contact(TemplateView):
    template_name = "contact.html"

    async def post(self, request):
        return HttpResponse("thanks")
```

## Good
```python
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views import View

class Contact(View):
    async def get(self, request):
        return TemplateResponse(request, "contact.html")

    async def post(self, request):
        return HttpResponse("thanks")
```

## Fix
Make all handlers `async def`, or all plain. Of an inherited handler write one of your own: `async def get(self,
request, *args, **kwargs): return super().get(request, *args, **kwargs)` where that asks nothing of the database, or
take it out with `http_method_names`.

## When to ignore
Never: the URLs cannot be imported.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule

ADVICE = "make all handlers `async def` or all plain, the inherited too; or leave some out with `http_method_names`"


@rule("DAL501", "mixed-handlers", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("mixes_handlers"):
        name = effect.sink.rpartition(".")[2]
        message = f"`{name}` mixes {effect.how}: `as_view()` raises ImproperlyConfigured"
        yield at("DAL501", function, effect, message, ADVICE)
