"""`ATOMIC_REQUESTS` in a site with asynchronous views

## What it does
Reports `ATOMIC_REQUESTS = True` of a database when at least one asynchronous view is routed that
`non_atomic_requests` does not take out. The views are named beside the finding.

## Why it matters
Django wraps each view in a transaction then, and there are no asynchronous transactions: every request to such a view
ends in a 500, `RuntimeError: You cannot use ATOMIC_REQUESTS with async views`, before the view has begun.

## Bad
```python
# views.py
from django.http import HttpResponse

async def index(request):
    return HttpResponse("hello")

# urls.py
from django.urls import path
from views import index

urlpatterns = [path("", index)]

# settings.py
MIDDLEWARE = []
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "ATOMIC_REQUESTS": True,
    },
}
```

## Good
```python
# views.py
from django.db import transaction
from django.http import HttpResponse

@transaction.non_atomic_requests
async def index(request):
    return HttpResponse("hello")

# urls.py
from django.urls import path
from views import index

urlpatterns = [path("", index)]

# settings.py
MIDDLEWARE = []
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "ATOMIC_REQUESTS": True,
    },
}
```

## Fix
Put `@transaction.non_atomic_requests` over the asynchronous views and open transactions where they are needed, in a
synchronous function under `sync_to_async`; or leave the setting out.

## When to ignore
When a view that is named is never served with these settings.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule

ADVICE = "decorate the async views with `@transaction.non_atomic_requests`, or leave `ATOMIC_REQUESTS` out"


@rule("DAL506", "atomic-requests", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("forbids_async"):
        further = f" and {int(effect.how) - 1} more" if effect.how != "1" else ""
        advice = f"{ADVICE}; `dal views` lists them" if len(effect.before) < int(effect.how) else ADVICE
        message = (
            f"`ATOMIC_REQUESTS` of `{effect.sink}` makes every request to an async view a 500 (RuntimeError):"
            f" `{effect.twin}`{further}"
        )
        yield at("DAL506", function, effect, message, advice)
