"""An async function where a synchronous one is called

## What it does
Reports an `async def` that Django, Django REST framework, Celery or unittest calls without `await`, on the release that
the project is written for: overrides (`test_func`, `save`, `clean`, `get_context_data`, `handle`, `ready`, hooks of the
admin, of storages, caches and middleware, tests of plain `unittest.TestCase`), callbacks (`on_commit`, `etag_func`,
`user_passes_test`, `default` and `validators` of fields), receivers before Django 5.0, template tags and filters,
Celery tasks, and routes to an instance with an `async def __call__`. A hook is left alone where every method that calls
it is the project's own and awaits it.

## Why it matters
Calling it makes a coroutine that nobody runs. There is no exception, at most a RuntimeWarning in the log: an async
`test_func` or `has_permission` **grants access to everyone** because a coroutine is true, an async `clean` makes every
form valid, an `on_commit` callback never runs, an async `save` stores nothing.

## Bad
```python
from django.contrib.auth.mixins import UserPassesTestMixin
from django.http import HttpResponse
from django.views import View

class Payroll(UserPassesTestMixin, View):
    async def test_func(self):
        user = await self.request.auser()
        return user.is_staff

    async def get(self, request):
        return HttpResponse("payroll")
```

## Good
```python
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.views import View

class Payroll(View):
    async def get(self, request):
        user = await request.auser()
        if not user.is_staff:
            raise PermissionDenied
        return HttpResponse("payroll")
```

## Fix
Write the function as a plain `def`; where it must await something, do that in the async view before, or call
`async_to_sync(f)(...)` in it when it runs in a thread. The help names the way out of each.

## When to ignore
Where a base class or a package that the project does not name in its source awaits it.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule, short

ADVICE = "write it as a plain `def`"

FIX = FixIntent("make-sync", "unsafe", "Write `def`")


@rule("DAL507", "async-where-sync", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("hands_over"):
        name = short(effect.sink)
        fix = None if effect.twin else FIX
        if effect.twin:
            message = f"`{name}` does not await async `{effect.twin}`, which {effect.how}"
        else:
            message = f"`{name}` is called without `await`: an async one {effect.how}"
        yield at("DAL507", function, effect, message, effect.instead or ADVICE, fix=fix)
