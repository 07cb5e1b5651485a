"""`for` over something asynchronous, `async for` over something synchronous

## What it does
Reports an asynchronous iterator in a plain `for`, a synchronous one in `async for`, an asynchronous context
manager in a plain `with` and a synchronous one in `async with`, a class in place of such a manager; a function that
is iterated or awaited without having been called; and an asynchronous iterator that is made into the text of a
response.

## Why it matters
Each raises TypeError (or AttributeError) the first time it runs. In an async generator behind a streaming
response that happens after the response has begun, when no error page can be sent any more.

## Bad
```python
import asyncio
from django.http import JsonResponse

async def ticks():
    for number in range(3):
        await asyncio.sleep(1)
        yield number

async def clock(request):
    return JsonResponse({"ticks": [tick for tick in ticks()]})
```

## Good
```python
import asyncio
from django.http import JsonResponse

async def ticks():
    for number in range(3):
        await asyncio.sleep(1)
        yield number

async def clock(request):
    return JsonResponse({"ticks": [tick async for tick in ticks()]})
```

## Fix
Match the two: `async for` and `async with` for asynchronous objects, plain `for` and `with` for the others.
A Django queryset may be iterated with `async for`, a manager may not: write `Post.objects.all()`.

## When to ignore
When the object offers both protocols and the analysis does not see it; please report it.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction, Effect
from django_async_lint.rules.registry import at, rule, short

FAULT = {
    "for": "is an asynchronous iterator: a plain `for` raises TypeError",
    "consume": "is an asynchronous iterator, which nothing but `async for` goes through: TypeError",
    "next": "is an asynchronous iterator: `next` raises TypeError",
    "async_for": "is not an asynchronous iterator: `async for` raises TypeError",
    "await": "is an asynchronous iterator and cannot be awaited: TypeError",
    "text": "is an asynchronous iterator: text of it is `<async_generator object ...>`, JSON of it raises TypeError",
    "uncalled": "is a function that nobody calls here: going through it raises TypeError",
    "await_function": "is a function that nobody calls here: `await` raises TypeError",
    "with": "is an asynchronous context manager: a plain `with` raises TypeError",
    "async_with": "is not an asynchronous context manager: `async with` raises TypeError",
    "enter_class": "is a class and no instance of it: entering it raises TypeError",
}
ADVICE = {
    "for": "use `async for`",
    "consume": "collect it first: `[each async for each in ...]`",
    "next": "use `await anext(...)`",
    "await": "use `async for`",
    "async_for": "use a plain `for`",
    "text": "collect it first: `[each async for each in ...]`, or stream it with `StreamingHttpResponse`",
    "uncalled": "call it",
    "await_function": "call it",
    "with": "use `async with`",
    "async_with": "use a plain `with`, in a thread when it blocks",
    "enter_class": "make an instance, in one place where it is shared: a lock made anew locks nothing",
}
ATOMIC = "django.db.transaction.atomic"
TRANSACT = "put the block into one synchronous function under `with atomic()`, and `await sync_to_async(f)(...)`"
AS_LIST = FixIntent("list-rows", "safe", "Collect it first, `[... async for ...]`", ("each",))
FIXES = {
    "for": FixIntent("iterate-async", "safe", "Replace `for` with `async for`", otherwise=AS_LIST),
    "consume": AS_LIST,
    "next": FixIntent("next-async", "safe", "Replace with `await anext(...)`"),
    "with": FixIntent("enter-async", "safe", "Replace `with` with `async with`"),
    "async_with": FixIntent("enter-sync", "safe", "Remove `async`"),
}
MOVE = FixIntent("move-to-function", "unsafe", "Move the block into a function and run that in a thread")


@rule("DAL305", "iteration-mismatch", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("iterates_wrongly"):
        if effect.how in FAULT:
            message = f"`{short(effect.sink)}` {FAULT[effect.how]}"
            is_atomic = effect.how == "async_with" and effect.sink == ATOMIC
            advice = TRANSACT if is_atomic else effect.instead or ADVICE[effect.how]
            yield at("DAL305", function, effect, message, advice, fix=_fix(effect))


def _fix(effect: Effect) -> FixIntent | None:
    """The fix of a mismatch; a generator expression is made a list by hand."""
    if effect.how == "async_for":
        if effect.sink.startswith("Manager["):
            return FixIntent("append-all", "safe", "Iterate `....all()`")
        if effect.sink.endswith(".iterator"):
            return FixIntent("rename-call", "safe", "Replace with `....aiterator()`", ("aiterator",))
        return FixIntent("iterate-sync", "safe", "Remove `async`") if not effect.instead else None
    if effect.how == "async_with" and effect.sink == ATOMIC:
        return MOVE
    if effect.instead or (effect.how == "consume" and effect.site.text.startswith("(")):
        return None
    return FIXES.get(effect.how)
