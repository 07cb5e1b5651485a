"""Fixes copies of the pinned published packages, safely and then unsafely, and checks what came of it.

Of every fix: the file compiles afterwards; nothing changed but the statements that its edits are in, and imports; the
finding is gone; no finding appeared that was not there before. Advice that appears is printed and no fault: it speaks
of code without faults, of mended code for the first time. Exit code 0: all of that holds; 1: something does not; 2: a
package failed.
"""

import argparse
import ast
import shutil
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django_async_lint.check import check
from django_async_lint.config import Settings
from django_async_lint.diagnostic import Applicability, Edit, Finding, Report
from django_async_lint.fixes.fixing import mend
from django_async_lint.fixes.writing import encoded
from django_async_lint.fixing import MOST_PASSES, fix
from django_async_lint.source import SourceError, decode
from packages import Package, PackageError, fetched, pinned

Key = tuple[str, str, str, str]
IMPORTS = (ast.Import, ast.ImportFrom)
ADVISING, ADVICE = "DAL6", "advice"


@dataclass(slots=True)
class Result:
    """What came of fixing one package in one way."""

    findings: int = 0
    fixed: int = 0
    files: int = 0
    wrong: list[str] = field(default_factory=list)


def fixed(folder: Path, allowed: tuple[Applicability, ...]) -> Result:
    """Mends a folder on buffers as `dal fix` does, and looks at every pass."""
    settings, result = Settings(), Result()
    buffers: dict[str, bytes] = {}
    mended: Counter[Key] = Counter()
    before = report = check([folder], settings, buffers)
    result.findings = len(before.findings)
    for _ in range(MOST_PASSES):
        changes = dict(one_pass(folder, report, allowed, buffers, result))
        if not changes:
            break
        for path, (data, findings) in changes.items():
            buffers[path] = data
            mended.update(map(key, findings))
        report = check([folder], settings, buffers)
    result.fixed, result.files = mended.total(), len(buffers)
    result.wrong += compared(before, report, mended)
    made = {change.path for change in fix([folder], settings, allowed).changes}
    result.wrong += [f"`dal fix` changes other files: {path}" for path in sorted(made ^ buffers.keys())]
    return result


def one_pass(
    folder: Path,
    report: Report,
    allowed: tuple[Applicability, ...],
    buffers: dict[str, bytes],
    result: Result,
) -> Iterator[tuple[str, tuple[bytes, tuple[Finding, ...]]]]:
    """The files that fixes change, with their bytes and the findings that are mended."""
    for relative in sorted({finding.diagnostic.path for finding in report.findings if finding.diagnostic.fix}):
        findings = [finding for finding in report.findings if finding.diagnostic.path == relative]
        path = str(folder / relative)
        data = buffers.get(path) or Path(path).read_bytes()
        text = decode(data)
        done = mend(text, findings, allowed)
        if done.findings:
            edits = [edit for finding in done.findings if finding.fix for edit in finding.fix.edits]
            result.wrong += [f"{relative}: {fault}" for fault in faults(text, done.text, edits)]
            yield path, (encoded(done.text, data), done.findings)


def faults(before: str, after: str, edits: list[Edit]) -> Iterator[str]:
    """What is wrong with a file after its edits: it does not compile, or something else changed as well."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(after, "<fixed>", "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            yield f"does not compile: {error}"
            return
        named = {line for edit in edits for line in range(edit.start.line, edit.end.line + 1)}
        kept = [text for text, lines in statements(ast.parse(before)) if named.isdisjoint(lines)]
        left = Counter(text for text, _ in statements(ast.parse(after)))
    for text in (Counter(kept) - left).elements():
        yield f"a statement changed that no edit names: {text[:80]}"


def statements(tree: ast.Module) -> Iterator[tuple[str, range]]:
    """Every statement but imports, as text without the blocks in it, with its lines; the head of one with blocks."""
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not isinstance(node, IMPORTS):
            inner = [each for name in ("body", "orelse", "finalbody") for each in getattr(node, name, ())]
            last = min((each.lineno - 1 for each in inner), default=node.end_lineno or node.lineno)
            yield head(node), range(node.lineno, max(last, node.lineno) + 1)


def head(node: ast.stmt) -> str:
    """A statement without the statements in it."""
    parts = [
        f"{name}={ast.dump(value) if isinstance(value, ast.AST) else value}"
        for name, value in ast.iter_fields(node)
        if not isinstance(value, list)
    ]
    lists = [
        ast.dump(each)
        for name, value in ast.iter_fields(node)
        if isinstance(value, list) and name not in ("body", "orelse", "finalbody", "handlers", "cases")
        for each in value
        if isinstance(each, ast.AST)
    ]
    return f"{type(node).__name__} {' '.join([*parts, *lists])}"


def key(finding: Finding) -> Key:
    """What of a finding outlives moved lines."""
    one = finding.diagnostic
    return (one.code, one.path, one.function, one.sink)


def compared(before: Report, after: Report, mended: Counter[Key]) -> Iterator[str]:
    """Findings that are left although they were mended, new ones, and advice on code that is mended."""
    old, now = (Counter(map(key, report.findings)) for report in (before, after))
    for each, count in now.items():
        if count > old[each]:
            yield f"{ADVICE if each[0].startswith(ADVISING) else 'new'}: {' '.join(each)}"
        elif count > max(old[each] - mended[each], 0):
            yield f"left: {' '.join(each)}"


def proven(package: Package) -> bool:
    """Fixes copies of a package in both ways and prints what came of it; whether all is well."""
    well = True
    ways: tuple[tuple[str, tuple[Applicability, ...]], ...] = (("safe", ("safe",)), ("unsafe", ("safe", "unsafe")))
    for name, allowed in ways:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch).resolve() / package.name
            shutil.copytree(fetched(package), folder)
            result = fixed(folder, allowed)
        well &= all(line.startswith(ADVICE) for line in result.wrong)
        print(f"{package.name} {name}: {result.fixed} of {result.findings} findings mended in {result.files} files")
        print("".join(f"  {line}\n" for line in sorted(result.wrong)), end="", flush=True)
    return well


def main() -> int:
    """Parses the command line and fixes the packages."""
    parser = argparse.ArgumentParser(prog="make ecosystem-fixes", description="Fix copies of published packages.")
    parser.add_argument("packages", nargs="*", help="only these")
    try:
        well = [proven(package) for package in pinned(parser.parse_args().packages)]
    except (PackageError, SourceError) as error:
        print(f"make ecosystem-fixes: {error}", file=sys.stderr)
        return 2
    print(f"{sum(well)} of {len(well)} packages without a fault")
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())
