"""A login check on the `dispatch` of an async class-based view

## What it does
Reports `LoginRequiredMixin`, `PermissionRequiredMixin` and `UserPassesTestMixin` on a view with async handlers, their
like of django-braces, guardian and rules, `method_decorator(login_required, name="dispatch")` and its like, and before
Django 5.1 `login_required(View.as_view())`. Where a `test_func` or `has_permission` of the project asks for the user,
the finding stands there; where it does not ask, there is none.

## Why it matters
`dispatch` is a plain method that runs on the event loop, and `request.user` is fetched from the session and the
database when it is first used: SynchronousOnlyOperation for every visitor who has a session, on every release of
Django. Tests pass all the same when they put a user in memory on the request.

## Bad
```python
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.views import View

class Inbox(LoginRequiredMixin, View):
    async def get(self, request):
        return HttpResponse("inbox")
```

## Good
```python
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.views import View

class Inbox(View):
    async def get(self, request):
        user = await request.auser()
        if not user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return HttpResponse("inbox")
```

## Fix
Since Django 5.1 decorate the view where it is routed: `login_required(Inbox.as_view())` awaits `request.auser()`. Or
ask in the handler; or keep the view synchronous.

## When to ignore
Where a middleware that the project does not hold has fetched `request.user` before.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule

WAYS = {
    "mixin": "asks for `request.user` in `dispatch`, on the event loop of an async view",
    "decorator": "asks for `request.user` on the event loop of an async view",
    "hook": "asks here for `request.user`, on the event loop of an async view",
}
ADVICE = "check in the handler"


@rule("DAL508", "login-on-dispatch", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("guards_dispatch"):
        name = effect.sink.rpartition(".")[2]
        message = f"`{name}` {WAYS[effect.how]}: SynchronousOnlyOperation for every session"
        advice = f"{ADVICE}: `user = {effect.instead}`" if effect.instead else ADVICE
        yield at("DAL508", function, effect, message, advice)
