"""Starting or waiting for a process stops the event loop

## What it does
Reports `subprocess.run` and its kin, `os.system`, `os.popen`, `os.spawn*`, `os.wait*`, and the waiting
methods of a `subprocess.Popen` on the event loop, directly or through synchronous helpers.

## Why it matters
The loop stands still until the program ends. Even `subprocess.Popen`, which does not wait, copies the
process before it returns.

## Bad
```python
import subprocess
from django.http import HttpResponse

async def thumbnail(request):
    subprocess.run(["convert", "photo.png", "-resize", "100", "small.png"], check=True)
    return HttpResponse("done")
```

## Good
```python
import asyncio
from django.http import HttpResponse

async def thumbnail(request):
    process = await asyncio.create_subprocess_exec("convert", "photo.png", "-resize", "100", "small.png")
    await process.wait()
    return HttpResponse("done")
```

## Fix
`subprocess.run([...])` becomes `process = await asyncio.create_subprocess_exec(...)` and `await
process.communicate()`; a command line for the shell `await asyncio.create_subprocess_shell(...)`.

## When to ignore
When the function runs only before the server starts, or in a command that serves nobody else.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule, way_out


@rule("DAL103", "blocking-subprocess", "warning")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.blocking("subprocess"):
        message = f"`{effect.sink}` blocks the event loop while a process starts or runs"
        advice = effect.instead or "use `await asyncio.create_subprocess_exec(...)`"
        yield at("DAL103", function, effect, message, way_out(effect, advice))
