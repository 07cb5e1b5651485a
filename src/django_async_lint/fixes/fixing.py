"""Which fixes of a file are made in one pass, and the text after them. Reads and writes nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from django_async_lint.diagnostic import Applicability, Diagnostic, Edit, Finding, Fix
from django_async_lint.fixes.actions import edits_of, places_of
from django_async_lint.fixes.edits import add, applied, overlap
from django_async_lint.fixes.imports import unused
from django_async_lint.fixes.scopes import functions_at, names_in
from django_async_lint.fixes.together import takes_thread, together
from django_async_lint.fixes.tree import Tree, parsed
from django_async_lint.source import check_compiling

FUNCTION = re.compile(r"def (\w+)\(")


@dataclass(frozen=True, slots=True)
class Mended:
    """The text of a file after some of its fixes, and the findings whose fixes those are; `refused` are those after
    whose fixes it would not parse."""

    text: str
    findings: tuple[Finding, ...]
    refused: tuple[Finding, ...] = ()


def with_edits(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The findings of one file, those with an intent that can be carried out with its edits."""
    wanted = [span for finding in findings for span in places_of(finding.diagnostic)]
    if not wanted or (tree := parsed(text, wanted)) is None:
        return list(findings)
    transactions = [finding.diagnostic for finding in findings if _is_transaction(finding.diagnostic)]
    moved = {each: _moved(tree, each) for each in transactions}
    complete, in_threads = [], []
    for finding in findings:
        carried_out = edits_of(tree, finding.diagnostic)
        start = finding.diagnostic.start
        is_inside = any(
            tree.is_inside_block(start, each.start, each.end) or start.line in moved[each]
            for each in transactions
            if each is not finding.diagnostic
        )
        intent = finding.diagnostic.fix
        if carried_out is not None and not is_inside:
            intent, edits = carried_out
            placed = tuple(replace(edit, path=finding.diagnostic.path) for edit in edits)
            finding = replace(finding, fix=Fix(intent.applicability, intent.message, placed))
        complete.append(finding)
        if intent is not None and takes_thread(intent) and not is_inside:
            in_threads.append(finding)
    return together(tree, complete, in_threads)


def _is_transaction(diagnostic: Diagnostic) -> bool:
    """Whether a finding is a transaction as a block: what is inside must stay with it, in the same thread."""
    return diagnostic.fix is not None and diagnostic.fix.action == "move-to-function"


def _moved(tree: Tree, diagnostic: Diagnostic) -> range:
    """The lines that the fix of a transaction moves with it."""
    _, edits = edits_of(tree, diagnostic) or (None, [])
    first = [edit.start.line for edit in edits if FUNCTION.match(edit.content)]
    return range(first[0], max(edit.end.line for edit in edits) + 1) if first else range(0)


def mend(text: str, findings: Sequence[Finding], allowed: Iterable[Applicability]) -> Mended:
    """The text after the fixes that can be made together, the first of those that overlap; the others are for a
    next pass. A fix after which the file would not parse is left out."""
    chosen: list[Finding] = []
    edits: list[Edit] = []
    named: dict[tuple[Edit, ...], Fix] = {}
    functions: set[tuple[int, str]] = set()
    for finding in with_edits(text, findings):
        if finding.fix is None or finding.fix.applicability not in allowed:
            continue
        fix = named.get(finding.fix.edits) or _with_own_name(text, finding.fix, functions)
        if not set(fix.edits) <= set(edits):  # a fix in common is made already
            if overlap(fix.edits, edits):
                continue
            functions |= set(_defined(text, fix))
            named[finding.fix.edits] = fix
        chosen.append(replace(finding, fix=fix))
        add(edits, fix.edits)
    made = chosen
    if not _parses(applied(text, edits)):
        edits = []
        made = _as_far_as_it_parses(text, chosen, edits)
    return Mended(applied(text, edits), tuple(made), tuple(each for each in chosen if each not in made))


def _defined(text: str, fix: Fix) -> Iterator[tuple[int, str]]:
    """The functions that a fix defines, each with the line of the one around it."""
    for edit in fix.edits:
        if (found := FUNCTION.match(edit.content)) is not None:
            yield functions_at(text, edit.start.line)[-1].lineno, found[1]


def _with_own_name(text: str, fix: Fix, functions: set[tuple[int, str]]) -> Fix:
    """The fix with a name for the function that it defines which no other has that is defined in the same one."""
    for line, name in set(_defined(text, fix)) & functions:
        taken = names_in(functions_at(text, line)[-1]) | {each for there, each in functions if there == line}
        free = next(new for number in count(2) if (new := f"{name}_{number}") not in taken)
        word = re.compile(rf"\b{name}\b")
        return replace(fix, edits=tuple(replace(edit, content=word.sub(free, edit.content)) for edit in fix.edits))
    return fix


def _as_far_as_it_parses(text: str, findings: list[Finding], edits: list[Edit]) -> list[Finding]:
    """The findings whose fixes leave a file that parses; their edits are added to those made."""
    more = [edit for finding in findings if finding.fix is not None for edit in finding.fix.edits]
    if _parses(applied(text, [*edits, *more])):
        edits += more
        return findings
    if len(findings) < 2:
        return []
    half = len(findings) // 2
    first = _as_far_as_it_parses(text, findings[:half], edits)
    return first + _as_far_as_it_parses(text, findings[half:], edits)


def without_unused_imports(before: str, after: str) -> str:
    """The text after fixes without the imports that only the text before them uses."""
    return applied(after, unused(before, after)) if before != after else after


def _parses(text: str) -> bool:
    try:
        check_compiling(text)  # `await` in a lambda is no error of the grammar
    except (SyntaxError, ValueError, RecursionError):
        return False
    return True
