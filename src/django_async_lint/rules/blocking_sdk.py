"""A synchronous SDK call stops the event loop

## What it does
Reports calls of a remote service through its synchronous SDK (LLM, cloud, payment, mail, search ...) on the
event loop, directly or through synchronous helpers. Clients are followed from their constructor through
variables, attributes, factories and module globals.

## Why it matters
Behind a friendly method stands an HTTP request, and an answer of a language model takes seconds: seconds in
which this worker serves nobody. Nothing raises, so it shows only under load.

## Bad
```python
from django.http import JsonResponse
from openai import OpenAI

client = OpenAI()

async def ask(request):
    answer = client.responses.create(model="small", input="How are you?")
    return JsonResponse({"answer": answer.output_text})
```

## Good
```python
from django.http import JsonResponse
from openai import AsyncOpenAI

client = AsyncOpenAI()

async def ask(request):
    answer = await client.responses.create(model="small", input="How are you?")
    return JsonResponse({"answer": answer.output_text})
```

## Fix
Most SDKs have an asynchronous client (`AsyncOpenAI`, `AsyncAnthropic`), asynchronous methods (`..._async`)
or a companion package (`aioboto3`). Where there is none: `await asyncio.to_thread(client.charge, ...)`.

## When to ignore
When the function runs only before the server starts, or in a command that serves nobody else.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule, to_thread, way_out


@rule("DAL106", "blocking-sdk", "warning")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.blocking("sdk"):
        message = f"`{effect.sink}` waits for a remote service and blocks the event loop"
        advice = effect.instead or f"use its async client, or a thread: `{to_thread(effect)}`"
        yield at("DAL106", function, effect, message, way_out(effect, advice))
