"""The linter failed on this file

## What it does
Reports a fault of django-async-lint itself while it looked at a file. The other files are still checked and
the run ends with exit code 2.

## Why it matters
A file that was not checked must not look like one without findings.

## Bad
Nothing in your code: the fault is ours.

## Good
A run without this code.

## Fix
Please report it with the message and, if you can, the smallest piece of code that shows it. Until then,
leave the file out with `--exclude`.

## When to ignore
Never quite: the file has not been checked.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import rule


@rule("DAL003", "internal-error", "error")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    """Yields nothing: its diagnostic is made where the fault is caught."""
    yield from ()
