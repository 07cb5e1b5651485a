"""A relation or deferred field is loaded lazily

## What it does
Reports the attribute that makes Django fetch something: a foreign key or one-to-one relation that was not
loaded with its instance, a reverse one-to-one, a field left out by `only()` or `defer()`, directly or
through helpers, properties and `__str__`. Where it is unknown how an instance was loaded, the rule is
silent.

## Why it matters
An innocent `post.author.name` is a query, and on the event loop it raises SynchronousOnlyOperation.
`getattr(post, "author", None)` and `hasattr(user, "profile")` do not help: they raise it too.

## Bad
```python
from django.db import models
from django.http import HttpResponse

class Author(models.Model):
    name = models.CharField(max_length=100)

class Post(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)

async def detail(request, pk):
    post = await Post.objects.aget(pk=pk)
    return HttpResponse(post.author.name)
```

## Good
```python
from django.db import models
from django.http import HttpResponse

class Author(models.Model):
    name = models.CharField(max_length=100)

class Post(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)

async def detail(request, pk):
    post = await Post.objects.select_related("author").aget(pk=pk)
    return HttpResponse(post.author.name)
```

## Fix
Load it with the instance: `select_related("author")`. Where only the key is needed, `post.author_id` costs
nothing. `refresh_from_db` and its async form drop what was loaded: from Django 5.1 on give them
`from_queryset=Post.objects.select_related("author")`. A column that `only` left out is named there, one that `defer`
left out no longer.

## When to ignore
When the instance comes from a place the analysis misjudges; then please report it.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction, Effect
from django_async_lint.rules.registry import at, rule, short, way_out

ADVICE = {
    "relation": 'load it with the instance: `select_related("{name}")`',
    "reverse": 'load it with the instance: `select_related("{name}")`',
    "deferred": 'load it with the instance, or `await ...arefresh_from_db(fields=["{name}"])` first',
}


@rule("DAL204", "lazy-relation", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("loads"):
        what = short(effect.sink)
        name = what.rpartition(".")[2]
        message = f"`{what}` is loaded lazily: SynchronousOnlyOperation on the event loop"
        advice = effect.instead or ADVICE.get(effect.how, ADVICE["relation"]).format(name=name)
        if effect.fetched is not None and effect.fetched.kept_by:
            advice = effect.fetched.kept_by
        yield at(
            "DAL204",
            function,
            effect,
            message,
            advice if effect.how != "deferred" else way_out(effect, advice),
            path_fix=_fix(effect),
        )


def _fix(effect: Effect) -> FixIntent | None:
    """To join the relation in the query that fetched the instance, or to fetch the column with the others, where that
    is in the same function."""
    if effect.fetched is None or effect.fetched.kept_by:
        return None
    (_, span, _), lookup, manager, _, left_out_by = effect.fetched
    place = (span.start.line, span.start.column, span.end.line, span.end.column)
    if left_out_by:
        message = f'Fetch "{lookup}" with the other columns, in `{left_out_by}(...)`'
        return FixIntent("fetch-column", "safe", message, (lookup, left_out_by, *map(str, place)))
    message = f'Add `select_related("{lookup}")` to its query'
    return FixIntent("select-related", "safe", message, (lookup, manager, *map(str, place)))
