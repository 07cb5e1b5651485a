"""The file cannot be read or parsed

## What it does
Reports a Python file that cannot be read, decoded or parsed, with the place of the fault. The other files
are still checked. Files that hold nothing asynchronous are searched for syntax errors while all of them
together have no more than 4 MB, beyond that only for what cannot be decoded. Two slips that people new to
`async` make get a hint of their own: `def async view(` and `async view():` are written `async def view(`. So do
`await` in a plain `def` and `yield from` in an `async def`, which Python refuses to compile.

## Why it matters
Nothing is known about such a file, so nothing can be said about what it calls: a clean run would only mean
that nobody looked.

## Bad
```python
def async status(request):
    return None
```

## Good
```python
async def status(request):
    return None
```

## Fix
Mend the syntax. Type parameters, `type` statements, f- and t-strings and `except A, B:` are read whatever Python
runs the check; where the file holds anything else that is newer, run the check with a newer Python. A file of
Python 2 (`print "x"`, `except ValueError, error:`) wants to be ported, or left out.
Where the encoding is the fault, add a coding line or save the file as UTF-8.

## When to ignore
When the file is a template or test data that is not meant to parse: put its folder into `extend-exclude`.
"""

import re
from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import rule

MISPLACED = re.compile(r"\s*(?:def\s+async\s+|async\s+(?!def\b|for\b|with\b))(?P<name>[^\W\d]\w*)\s*\(")


@rule("DAL001", "cannot-parse", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    """Yields nothing: such a file has no functions; its diagnostic is made where it is read."""
    yield from ()


MISUSED = {
    "'yield from' inside async function": "write `async for each in ...: yield each`, or a plain `for`",
    "'await' outside": "write `async def` for the function that it stands in, or call with `async_to_sync(f)(...)`",
    "'async for' outside": "write `async def` for the function that it stands in",
    "'async with' outside": "write `async def` for the function that it stands in",
    "asynchronous comprehension outside": "write `async def` for the function that it stands in",
    "null bytes": "remove the null bytes, or leave the file out with `extend-exclude`",
}
"""What Python says of a fault, and what to write instead."""


PYTHON_2 = re.compile(
    r"^\s*(?:print|exec)\s+[^\s(=]"
    r"|^\s*raise\s+[\w.]+\s*,"
    r"|^\s*except\s+[\w.]+\s*,\s*[a-z]\w*\s*:"
    r"|\b\d+[lL]\b|\bur['\"]|<>"
)
"""What only Python 2 reads, on a line that Python 3 does not. From 3.14 on `except A, B:` is a tuple, of classes."""
OF_PYTHON_2 = "this is Python 2: port the file, or leave it out with `extend-exclude`"


def hint(line: str, message: str = "") -> str:
    """What to write instead of a source line with a misplaced `async`; with what Python says of it, also of what it
    refuses for another reason; else empty."""
    found = MISPLACED.match(line)
    if found:
        return f"write `async def {found['name']}(`"
    if message and PYTHON_2.search(line):
        return OF_PYTHON_2
    return next((advice for phrase, advice in MISUSED.items() if phrase in message), "")
