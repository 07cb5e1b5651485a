"""Reading or writing files stops the event loop

## What it does
Reports file access on the event loop: `open`, the reading and writing methods of file objects,
`pathlib.Path` methods, `os`, `shutil`, `tempfile`, directly or through synchronous helpers. Calls that only
ask the file system a question (`os.path.exists`, `Path.stat` and the like) are reported as `info`.

## Why it matters
asyncio has no asynchronous files. One small read from a warm disk costs little; many files, large ones or a
network disk hold up every other request, and nothing raises.

## Bad
```python
from django.http import HttpResponse

async def terms(request):
    with open("terms.txt") as file:
        return HttpResponse(file.read())
```

## Good
```python
import asyncio
from pathlib import Path
from django.http import HttpResponse

async def terms(request):
    text = await asyncio.to_thread(Path("terms.txt").read_text)
    return HttpResponse(text)
```

## Fix
Put the whole access, opening included, into one synchronous function and run that in a thread: `await
asyncio.to_thread(read_terms)`. One trip for ten files beats ten trips.

## When to ignore
When the files are few, small and local; then raise the bar with `--fail-on` or ignore DAL104 for the
module.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, Severity
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule, to_thread, way_out


@rule("DAL104", "blocking-file", "warning")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.blocking("file", "stat"):
        does = "asks the file system" if effect.how == "stat" else "does file I/O"
        advice = effect.instead or f"use a thread: `{to_thread(effect)}`"
        message = f"`{effect.sink}` {does} and blocks the event loop"
        severity: Severity | None = "info" if effect.how == "stat" else None
        yield at("DAL104", function, effect, message, way_out(effect, advice), severity)
