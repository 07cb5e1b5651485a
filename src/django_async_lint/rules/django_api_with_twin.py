"""Django's own API asks the database where its async twin would do

## What it does
Reports Django API beside the ORM that asks the database on the event loop and has an asynchronous form in the
release the project targets: `request.user` on its first use, sessions, `authenticate` and `login`,
`get_object_or_404`, a database cache, a paginator over a queryset, directly or through synchronous helpers.

## Why it matters
Django raises SynchronousOnlyOperation, the request ends with a 500. `request.user` is lazy: not reading it but
any use of it asks the database, a test of its truth, a comparison and `isinstance` too. Tests that set
`request.user` to an instance do not show it.

## Bad
```python
from django.http import HttpRequest, HttpResponse

async def greet(request: HttpRequest):
    return HttpResponse(request.user.username)
```

## Good
```python
from django.http import HttpRequest, HttpResponse

async def greet(request: HttpRequest):
    user = await request.auser()
    return HttpResponse(user.username)
```

## Fix
Await the asynchronous form and keep what it gives: `await request.auser()` leaves `request.user` lazy. A session
item is set with `await request.session.aset(key, value)`.

## When to ignore
When a middleware of another package sets `request.user` to an instance. Where any code of the project beside its
tests does so, nothing is said of `request.user` in the whole project.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction, Effect
from django_async_lint.rules.registry import at, await_twin, called_at, rule, short, way_out


@rule("DAL207", "django-api-with-twin", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("queries"):
        if effect.twin and effect.how == "api":
            message = f"`{short(effect.sink)}` raises SynchronousOnlyOperation on the event loop"
            advice = effect.instead or f"use `await ...{effect.twin}(...)`"
            yield at("DAL207", function, effect, message, way_out(effect, advice), fix=_fix(effect))


ITEMS = {
    "SessionBase.__setitem__": FixIntent("set-item", "safe", "Replace with `await ...aset(key, value)`"),
    "SessionBase.__delitem__": FixIntent("delete-item", "safe", "Replace with `await ...apop(key)`"),
    "SessionBase.__contains__": FixIntent("ask-for-key", "safe", "Replace with `await ...ahas_key(key)`"),
}


def _fix(effect: Effect) -> FixIntent | None:
    """For a call of the very name whose twin it is; a lookup wants other syntax."""
    if short(effect.sink) in ITEMS:
        return ITEMS[short(effect.sink)]
    if effect.sink == "HttpRequest.user" and "auser()" in effect.instead:
        message = "Replace with `await request.auser()`"
        return FixIntent("ask-for-user", "unsafe", message) if effect.confidence != "low" else None
    _, dot, name = called_at(effect).rpartition(".")
    if f"a{name}" != effect.twin or effect.instead:
        return None
    if dot:
        return await_twin(effect)
    module = effect.sink.rpartition(".")[0]
    message = f"Replace with `await {effect.twin}(...)`"
    return FixIntent("use-async-function", "safe", message, (module, name, effect.twin))
