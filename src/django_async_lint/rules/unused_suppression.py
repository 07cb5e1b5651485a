"""A `noqa` comment names a rule that finds nothing there

## What it does
Reports each of our codes in a `# noqa: ...` comment that silences no finding, neither on its line nor at the end of a
call path. Only a run over a whole project can know that: one over single files, and flake8, do not report it. Codes of
rules that the settings leave out are not judged, a `noqa` without codes neither.

## Why it matters
The fault is mended, or the comment never did anything. Left there it hides the next fault on that line.

## Bad
```python
import asyncio


async def index(request):
    await asyncio.sleep(1)  # noqa: DAL101
```

## Good
```python
import asyncio


async def index(request):
    await asyncio.sleep(1)
```

## Fix
Remove the code, or the comment when it names no other. `dal check --fix` does.

## When to ignore
When the comment is for a release of Django other than the one that is checked for: then leave DAL002 out in that file
with `per-file-ignores`.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import rule


@rule("DAL002", "unused-suppression", "warning")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    """Yields nothing: its diagnostics are made when the whole project has been checked."""
    yield from ()
