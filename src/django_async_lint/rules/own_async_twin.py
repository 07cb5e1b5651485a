"""The project's own function has an async form

## What it does
Reports calls on the event loop to functions of the project that block or query, where the project has the
asynchronous form of that very function beside it: `aget_price` or `get_price_async` for `get_price`, in the same
module, or in the class and what it inherits from. The form must be a coroutine function, or one that runs in a
thread, and take the same arguments. The call is reported as this one fault, whatever the function does inside.

## Why it matters
The work is done already: one word is missing. The synchronous form blocks every other request while it waits, and
where it asks the database it raises SynchronousOnlyOperation.

## Bad
```python
import httpx

def get_price(isbn):
    return httpx.get(f"https://prices.example/{isbn}").json()

async def aget_price(isbn):
    async with httpx.AsyncClient() as client:
        return (await client.get(f"https://prices.example/{isbn}")).json()

async def price(request, isbn):
    return get_price(isbn)
```

## Good
```python
import httpx

def get_price(isbn):
    return httpx.get(f"https://prices.example/{isbn}").json()

async def aget_price(isbn):
    async with httpx.AsyncClient() as client:
        return (await client.get(f"https://prices.example/{isbn}")).json()

async def price(request, isbn):
    return await aget_price(isbn)
```

## Fix
Await the asynchronous form. That is safe where its text is the same but for what it awaits.

## When to ignore
When the two functions only look alike and do different things.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, FixIntent, Severity
from django_async_lint.inference.analysis import AnalysedFunction, Effect
from django_async_lint.rules.registry import at, rule, short

RAISING = frozenset({"queries", "evaluates", "loads", "transacts", "loops"})
SEVERITIES: dict[str, Severity] = {"sleep": "error", "loop": "error", "stat": "info"}
"""How severe blocking calls are that are not warnings."""


@rule("DAL208", "own-async-twin", "warning")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.effects:
        if effect.own_twin and effect.via is not None:
            name = effect.callee.rpartition(".")[2]
            does = "blocks the event loop" if effect.kind in ("blocks", "loops") else "queries on the event loop"
            message = f"`{name}()` has an async form: `{short(effect.sink)}` {does}"
            advice, severity = f"use `await {_awaited(effect)}(...)`", _severity(effect)
            yield at("DAL208", function, effect, message, advice, severity, path_fix=_fix(effect))


def _fix(effect: Effect) -> FixIntent:
    """Safe where the form says the same: where the text of both is alike but for what is awaited."""
    message = f"Replace with `await {_awaited(effect)}(...)`"
    return FixIntent("use-own-twin", "safe" if effect.is_same_twin else "unsafe", message, (effect.own_twin,))


def _severity(effect: Effect) -> Severity:
    """As severe as the fault itself."""
    return "error" if effect.kind in RAISING else SEVERITIES.get(effect.how, "warning")


def _awaited(effect: Effect) -> str:
    """The asynchronous form as it is called where the function is."""
    called = effect.site.text.partition("(")[0]
    owner, dot, _ = called.rpartition(".")
    return f"{owner}{dot}{effect.own_twin}" if effect.site.text.count("(") == 1 else effect.own_twin
