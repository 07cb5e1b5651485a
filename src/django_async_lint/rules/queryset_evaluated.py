"""A queryset is evaluated synchronously

## What it does
Reports every way to evaluate a lazy queryset on the event loop: `for`, comprehensions, `list`, `len`,
`bool`, `in`, indexing, unpacking, f-strings, `print` and more, directly or through synchronous helpers.
Building and passing on a queryset is fine and silent, and so is using one that is already evaluated.

## Why it matters
Evaluation is the query: Django raises SynchronousOnlyOperation. The place where it happens is often far
from the place where the queryset was built, and nothing there looks like a query. A generator expression,
`enumerate`, `zip` and `map` over a queryset raise as soon as they are created.

## Bad
```python
from django.db import models
from django.http import JsonResponse

class Post(models.Model):
    title = models.CharField(max_length=100)

async def index(request):
    posts = Post.objects.filter(title__startswith="A")
    return JsonResponse({"titles": [post.title for post in posts]})
```

## Good
```python
from django.db import models
from django.http import JsonResponse

class Post(models.Model):
    title = models.CharField(max_length=100)

async def index(request):
    posts = Post.objects.filter(title__startswith="A")
    return JsonResponse({"titles": [post.title async for post in posts]})
```

## Fix
`async for post in posts`, `[post async for post in posts]`, `await posts.acount()`, `await
posts.aexists()`, `await posts.afirst()`; where a list is needed elsewhere, `await
sync_to_async(list)(posts)`.

## When to ignore
When the code runs in a command or shell with `DJANGO_ALLOW_ASYNC_UNSAFE` set on purpose.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction, Effect
from django_async_lint.rules.registry import at, called_at, rule, short, way_out

ITERATE = "use `async for`, or `[x async for x in ...]`"
ADVICE = {
    "for": "use `async for`",
    "comprehension": "use `async for` in the comprehension",
    "len": "use `await ...acount()`, or `[x async for x in ...]` and its length",
    "bool": "use `await ...aexists()`",
    "page": "fetch the rows in the thread that makes the page: `await sync_to_async(lambda: list(...get_page(n)))()`",
    "form": "make text of the form in a thread: `await sync_to_async(str)(form)`",
    "in": "use `await ...acontains(...)`",
    "index": "use `await ...afirst()`, or iterate a slice with `async for`",
    "stream": "give it an asynchronous generator: `(x async for x in ...)`",
    "response": "return a list of the rows: `[x async for x in ...]`",
    "wrapped": "fetch the rows before they are wrapped: `[x async for x in ...]`",
}
BY = {
    "page": "going through a page",
    "bool": "a test of its truth",
    "form": "a form that is made into text",
    "comprehension": "a comprehension",
    "index": "an index",
    "unpack": "unpacking",
    "response": "the response that is made of it",
    "stream": "the streaming response that goes through it",
    "wrapped": "going through what wraps it",
}
MODEL = re.compile(r"QuerySet\[([\w.]+)\]")
ITERATE_ASYNC = FixIntent("iterate-async", "safe", "Replace `for` with `async for`")
GOING_THROUGH = frozenset({
    "in", "unpack", "iter", "set", "tuple", "sorted", "dict", "zip", "map", "filter", "enumerate", "reversed", "sum",
    "min", "max", "any", "all", "join", "frozenset", "bytes", "response", "serialize",
    "stream",
})  # fmt: skip
"""What goes through the rows at the place where they stand: a list will do."""


@rule("DAL203", "queryset-evaluated", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("evaluates"):
        by = BY.get(effect.how, f"`{effect.how}`")
        message = f"`{short(effect.sink)}` is evaluated by {by}: SynchronousOnlyOperation on the event loop"
        advice = effect.instead or ADVICE.get(effect.how, ITERATE)
        fix = _fix(function, effect) if not effect.instead else _fix_of_iterator(effect)
        given = _fix_of_given(effect) if effect.rows is not None else None
        yield at("DAL203", function, effect, message, way_out(effect, advice), fix=fix, path_fix=given)


def _fix_of_given(effect: Effect) -> FixIntent | None:
    """Where a helper only goes through the rows that it is given, they are fetched where they are given."""
    assert effect.rows is not None
    place = (*effect.rows.span.start, *effect.rows.span.end)
    message = "Fetch the rows first, `[... async for ...]`, and give them"
    return FixIntent("list-given", "safe", message, (_element(effect), *map(str, place)))


def _fix_of_iterator(effect: Effect) -> FixIntent | None:
    """Where `.iterator()` itself stands at the site it becomes `.aiterator()`."""
    if not called_at(effect).endswith(".iterator"):
        return None
    arguments = (_element(effect), "list" if effect.how == "list" else "", "aiterator")
    as_list = FixIntent("list-rows", "safe", "Fetch the rows first, `[... async for ...]`", arguments)
    if effect.how in ("for", "comprehension"):
        return replace(ITERATE_ASYNC, arguments=("aiterator",), otherwise=as_list)
    if effect.how == "next":
        return FixIntent("next-async", "safe", "Replace with `await anext(...aiterator())`", ("aiterator",))
    if effect.how == "list":
        return replace(as_list, action="list-async", message="Replace with `[... async for ...]`", otherwise=as_list)
    return as_list if effect.how in GOING_THROUGH else None


def _element(effect: Effect) -> str:
    """What one row may be called."""
    name = MODEL.fullmatch(effect.sink)
    return name[1].rpartition(".")[2].lower() if name is not None else "row"


def _fix(function: AnalysedFunction, effect: Effect) -> FixIntent | None:
    element = _element(effect)
    as_list = FixIntent("list-rows", "safe", "Fetch the rows first, `[... async for ...]`", (element,))
    match effect.how:
        case "for" | "comprehension":
            return replace(ITERATE_ASYNC, otherwise=as_list)
        case "list":
            as_list = replace(as_list, arguments=(element, "list"))
            return FixIntent("list-async", "safe", "Replace with `[... async for ...]`", (element,), as_list)
        case "len":
            return FixIntent("count-rows", "safe", "Replace with `await ...acount()`", otherwise=as_list)
        case "bool" if not function.is_only_tested(effect.site):
            return None
        case "bool":
            return FixIntent("ask-for-rows", "safe", "Replace with `await ...aexists()`", otherwise=as_list)
        case "index":
            return FixIntent("first-rows", "safe", "Fetch that row with `async for`", (element,))
    return as_list if effect.how in GOING_THROUGH else None
