"""Independent waits stand one after another

## What it does
Reports awaits of one block that wait for other servers, need nothing of each other's results and still run one
after another. One finding for each run of them, at the first; the others are its steps. Coroutines of the
project are followed: an await of one that in the end sends requests, or sleeps, counts.

Silent: what writes (`post`, `delete`, `save_…`, `send_…`), since its order may matter; what stands under a lock
or a transaction, in a `while`, or behind a `return` between the two; awaits of which anything is unknown. Never
reported: queries. All queries of a request share one thread, so `gather` over `aget`, `acount` or
`sync_to_async` gains nothing: three of 0.1 s took 0.30 s either way.

## Why it matters
The visitor waits for the sum, where the longest would do: three waits of 0.1 s took 0.32 s one after another,
0.12 s with `asyncio.gather`.

## Bad
```python
import httpx
from django.http import JsonResponse

async def dashboard(request):
    async with httpx.AsyncClient() as client:
        weather = await client.get("https://example.com/weather")
        news = await client.get("https://example.com/news")
        rates = await client.get("https://example.com/rates")
    return JsonResponse({"all": [weather.json(), news.json(), rates.json()]})
```

## Good
```python
import asyncio
import httpx
from django.http import JsonResponse

async def dashboard(request):
    async with httpx.AsyncClient() as client:
        weather, news, rates = await asyncio.gather(
            client.get("https://example.com/weather"),
            client.get("https://example.com/news"),
            client.get("https://example.com/rates"),
        )
    return JsonResponse({"all": [weather.json(), news.json(), rates.json()]})
```

## Fix
`a, b = await asyncio.gather(fetch_a(), fetch_b())`. From Python 3.11 `asyncio.TaskGroup` does the same and
cancels the others when one fails. Where more is done with each result, put each chain into a coroutine of its
own first.

## When to ignore
When the other side allows one request at a time, or the first request must have failed or not before the second
is sent.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent
from django_async_lint.inference.analysis import AnalysedFunction, Effect
from django_async_lint.rules.registry import at, rule

NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


@rule("DAL601", "awaits-in-turn", "info")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("waits_in_turn"):
        calls = [link.site.text for link in (effect, *effect.before)]
        count = NUMBERS.get(len(calls), str(len(calls)))
        message = f"{_listed(calls)} need nothing of each other: {count} waits could be one"
        yield at("DAL601", function, effect, message, f"wait for all at once: `{_gathered(effect)}`", fix=_fix(effect))


def _fix(effect: Effect) -> FixIntent:
    """The first wait is at the site; the places of the others go along."""
    spans = [link.site.span for link in effect.before]
    places = [str(number) for span in spans for number in (*span.start, *span.end)]
    return FixIntent("gather", "unsafe", f"Wait for all at once: `{_gathered(effect)}`", tuple(places))


def _listed(calls: list[str]) -> str:
    """The calls as a message shows them: all of three, the first two and a number of more."""
    quoted = [f"`{call}`" for call in dict.fromkeys(calls)]
    if len(quoted) == 1:
        return f"the waits of {quoted[0]}"
    if len(quoted) > 3:
        quoted = [*quoted[:2], f"{len(quoted) - 2} more"]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _gathered(effect: Effect) -> str:
    first = effect.before[0].site.text if effect.before else "..."
    more = ", ..." if len(effect.before) > 1 else ""
    return f"await asyncio.gather({effect.site.text}, {first}{more})"
