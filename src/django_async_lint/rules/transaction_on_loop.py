"""A transaction or cursor on the event loop

## What it does
Reports `transaction.atomic` as a context manager, as a decorator or behind a helper, `on_commit`, `commit`,
`rollback`, savepoints and `connection.cursor` on the event loop. Also coroutines that ask for rows under
`select_for_update` (`aget`, `afirst`, `async for` ...), which no transaction can be around: told where DATABASES names
a database that locks rows, with low confidence where that is not known, never for SQLite, which ignores the lock.

## Why it matters
No Django release has an asynchronous form of these. They raise SynchronousOnlyOperation; `async with
transaction.atomic()` raises TypeError; and `@transaction.atomic` on an `async def` called from a thread
gives back the coroutine after the transaction has already ended. That is what becomes of an async view under it:
Django takes what the decorator made for a plain view, runs it in a thread and gets a coroutine where a response
should be (ValueError, a 500). `select_for_update` outside of a transaction raises TransactionManagementError on
PostgreSQL, MySQL and Oracle, although it works on the SQLite of a developer.

## Bad
```python
from django.db import models, transaction
from django.http import HttpResponse

class Account(models.Model):
    balance = models.IntegerField(default=0)

async def deposit(request, pk):
    account = await Account.objects.aget(pk=pk)
    with transaction.atomic():
        account.balance += 10
        await account.asave()
    return HttpResponse("done")
```

## Good
```python
from asgiref.sync import sync_to_async
from django.db import models, transaction
from django.http import HttpResponse

class Account(models.Model):
    balance = models.IntegerField(default=0)

@sync_to_async
@transaction.atomic
def add_money(pk):
    account = Account.objects.select_for_update().get(pk=pk)
    account.balance += 10
    account.save()

async def deposit(request, pk):
    await add_money(pk)
    return HttpResponse("done")
```

## Fix
Put the whole block into one synchronous function and run it under one `sync_to_async`: measured, it commits
and rolls back as it should, and it is one trip to the worker thread.

## When to ignore
Never on a running loop.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule, short, way_out

ADVICE = "put the block into one synchronous function and call it with `await sync_to_async(f)(...)`"
WAY = {
    "decorator": " as a decorator raises SynchronousOnlyOperation on the event loop",
    "view": " as a decorator of an async view ends before the view runs: the answer is its coroutine (ValueError, 500)",
    "endpoint": " as a decorator of an async endpoint ends before the endpoint runs: the answer is its coroutine",
}
RAISES = " raises SynchronousOnlyOperation on the event loop"
MOVE = FixIntent("move-to-function", "unsafe", "Move the block into a function and run that in a thread")


@rule("DAL206", "transaction-on-loop", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("transacts"):
        message = f"`{effect.sink}`{WAY.get(effect.how, RAISES)}"
        fix = MOVE if effect.how == "with" else None
        yield at("DAL206", function, effect, message, way_out(effect, effect.instead or ADVICE), fix=fix)
    for effect in function.of_kind("locks"):
        message = f"`{short(effect.sink)}` locks rows where no transaction is open: TransactionManagementError"
        message += f" on {effect.how}" if effect.how else " on databases that lock rows"
        yield at("DAL206", function, effect, message, way_out(effect, effect.instead or ADVICE))
