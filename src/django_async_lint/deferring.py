"""Findings that another linter reports itself at the same call, left to it where the settings say so (`defer-to`).

Only what ruff surely sees counts: a blocking call in the text of an `async def`, by a name that an import binds, in a
file in which ruff's own settings have the rule on. Reads settings, and decides nothing about faults.
"""

import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django_async_lint import disk
from django_async_lint.config import RUFF
from django_async_lint.diagnostic import Diagnostic, Finding
from django_async_lint.inference.analyse import FileAnalysis
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.knowledge import other_linters
from django_async_lint.project import imported_names
from django_async_lint.project.project import Project
from django_async_lint.source import SourceError, Span

if TYPE_CHECKING:
    from django_async_lint.surroundings.ruff_rules import RuffRules

FAMILY = "DAL1"
"""The rules that report what ruff's `ASYNC` rules do."""

Kept = Callable[[FileAnalysis, str, list[Finding]], list[Finding]]


def everything(analysis: FileAnalysis, path: str, found: list[Finding]) -> list[Finding]:
    """Leaves nothing to others."""
    return found


def left_by(project: Project) -> Kept:
    """What takes out of the findings of one file those that others report, by a project's settings."""
    if RUFF not in project.config.defer_to:
        return everything

    from django_async_lint.surroundings.ruff_rules import rules_for

    @cache
    def rules_of(folder: Path) -> "RuffRules | None":
        return rules_for((folder, *folder.parents), _read)

    def kept(analysis: FileAnalysis, path: str, found: list[Finding]) -> list[Finding]:
        if not any(_may_be_told(each.diagnostic) for each in found):
            return found
        absolute = project.absolute(path)
        rules = rules_of(Path(absolute).parent)
        if rules is None:
            return found
        on = {code for code in other_linters.RUFF if rules.reports(code, absolute, other_linters.RUFF_DEFAULT)}
        written = _names(project, path)
        return [each for each in found if not _is_told(each.diagnostic, analysis.functions, on, written)]

    return kept


def _read(file: Path) -> str | None:
    try:
        return disk.text(os.fspath(file)) if disk.is_file(file) else None
    except (OSError, ValueError) as error:
        from django_async_lint.surroundings.texts import CannotEdit

        raise CannotEdit(f"{file}: it cannot be read: {error}") from None


def _may_be_told(diagnostic: Diagnostic) -> bool:
    return diagnostic.code.startswith(FAMILY) and not diagnostic.steps and diagnostic.sink in rules_by_call()


@cache
def rules_by_call() -> dict[str, str]:
    """The rule of ruff that reports a call, by its name."""
    return {name: code for code, names in other_linters.RUFF.items() for name in names.split()}


def _is_told(
    diagnostic: Diagnostic, functions: Iterable[AnalysedFunction], on: set[str], names: dict[str, str]
) -> bool:
    """Whether ruff reports the call of a diagnostic, with these rules on and these names bound by imports."""
    if not _may_be_told(diagnostic) or rules_by_call()[diagnostic.sink] not in on:
        return False
    head, _, rest = diagnostic.callee.partition("(")[0].partition(".")
    if f"{names.get(head, f'builtins.{head}')}{'.' if rest else ''}{rest}" != diagnostic.sink:
        return False
    span = Span(diagnostic.start, diagnostic.end)
    return any(each.entry == diagnostic.entry and _holds(each, span) for each in functions)


def _holds(function: AnalysedFunction, span: Span) -> bool:
    """Whether a stretch of text is a coroutine function's own."""
    return function.is_async and not any(each.start <= span.start and span.end <= each.end for each in function.closed)


def _names(project: Project, path: str) -> dict[str, str]:
    try:
        return imported_names.of(project.module(path))
    except SourceError:
        return {}
