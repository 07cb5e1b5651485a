"""Checks inputs that ought to break the linter, some fifty in a project, each project in a process of its own.

What fails is an internal error (DAL003), an exception that escapes from a run, an output, a survey or a fix, a fix that
breaks a file, a file that takes over two seconds, a process that dies or never ends. The file to blame is looked for
alone and kept in `.fuzz/`. The same seed gives the same inputs.
Exit code 0: nothing failed; 1: something did.
"""

import argparse
import ast
import json
import random
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path

from django_async_lint import fixing, surveying
from django_async_lint.config import Settings
from django_async_lint.diagnostic import Report, Summary
from django_async_lint.inference.analyse import with_deep_stack
from django_async_lint.output import text, views_html, views_json, views_markdown, views_text
from fuzz_inputs import ROOT, html, one
from watched import Watched, watched

BATCH = 100
"""Files in a project: they import each other, and each process takes a second to begin."""
LIMIT = 120.0
"""Seconds after which a process is ended."""
TEMPLATES = 9
TOLD = 10
"""Projects after which a line says how far it is."""
KEPT = ROOT / ".fuzz"
FORMATS = ("github", "gitlab", "json", "json_lines", "junit", "rdjson", "sarif")
MODELS = """\
from django import forms
from django.db import models

class Author(models.Model):
    name = models.CharField(max_length=80)
    mentor = models.ForeignKey("self", null=True, on_delete=models.CASCADE)

class Post(models.Model):
    title = models.CharField(max_length=80)
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    tags = models.ManyToManyField("Tag")

class Tag(models.Model):
    word = models.CharField(max_length=80)

class PostForm(forms.ModelForm):
    class Meta:
        model = Post
        fields = "__all__"
"""
Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checking of one project gave: what failed, a line each, and the slowest file with its seconds."""

    problems: list[str] = field(default_factory=list)
    findings: int = 0
    parsed: int = 0
    slowest: tuple[str, float] = ("", 0.0)


def project(seed: int, number: int, size: int = BATCH) -> tuple[Files, Counter[str]]:
    """The files of the project of a number, and how many are of which kind."""
    choose = random.Random(f"{seed} {number}")
    made = {f"fuzz_{index}.py": one(choose) for index in range(size)}
    files = {name: data for name, (_, data) in made.items()}
    files |= {f"templates/fuzz_{index}.html": html(choose) for index in range(TEMPLATES)}
    return files, Counter(kind for kind, _ in made.values())


def write(files: Files, root: Path) -> None:
    """Writes a project."""
    (root / "templates").mkdir(exist_ok=True)
    for name, data in {"manage.py": b"", "models.py": MODELS.encode(), **files}.items():
        (root / name).write_bytes(data)


def outcome(root: Path) -> Outcome:
    """Checks a project in this process by every way that takes whole projects."""
    problems: list[str] = []
    found = Watched(Report((), Summary(files=0)), {})
    try:
        found = watched(root, Settings({"min_confidence": "low"}))
        problems += _rendered(found.report)
        problems += _fixed(root)
        survey = surveying.survey([root], Settings())
        for render in (views_html.render, views_json.render, views_markdown.render, views_text.render):
            render(survey)
    except Exception:
        problems.append(f"escaped: {' | '.join(traceback.format_exc().splitlines()[-3:])}")
    problems += found.problems()
    return Outcome(problems, len(found.report.findings), found.report.summary.files_parsed, found.slowest)


def _rendered(report: Report) -> Iterator[str]:
    """What is wrong with the outputs of a report."""
    outputs = [text.concise(report), text.full(report, True, True, None, True)]
    outputs += [import_module(f"django_async_lint.output.{name}").render(report) for name in FORMATS]
    for number, output in enumerate(outputs):
        if any(sign in output for sign in "\x00\x0c\x0b\x1a") or ("\x1b" in output and number != 1):
            yield f"output {number} holds control characters"


def _fixed(root: Path) -> Iterator[str]:
    """What is wrong with the files as fixes would leave them."""
    mended = fixing.fix([root], Settings(), ("safe", "unsafe"))
    yield from (error for error in mended.report.errors if "internal error" in error)
    for change in mended.changes:
        try:
            with_deep_stack(partial(ast.parse, change.after))
        except (SyntaxError, ValueError) as error:
            yield f"{change.path}: a fix broke it: {error}"


def checked(files: Files, limit: float = LIMIT) -> Outcome:
    """Checks a project in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        write(files, Path(folder))
        command = [sys.executable, "-W", "ignore", __file__, "--folder", folder]
        try:
            run = subprocess.run(command, capture_output=True, text=True, timeout=limit)
        except subprocess.TimeoutExpired:
            return Outcome([f"still at work after {limit:.0f} s"])
    if run.returncode:
        last = (run.stderr.splitlines() or ["no word"])[-1]
        return Outcome([f"the process ended with {run.returncode}: {last}"])
    given = json.loads(run.stdout)
    return Outcome(given["problems"], given["findings"], given["parsed"], tuple(given["slowest"]))


def blamed(files: Files) -> Iterator[str]:
    """The files that fail alone; without one the whole project is to blame."""
    return (name for name, data in files.items() if checked({name: data}, LIMIT / 4).problems)


def keep(files: Files, names: Sequence[str], number: int) -> None:
    """Keeps the files that failed, or all of them."""
    folder = KEPT / str(number)
    folder.mkdir(parents=True, exist_ok=True)
    write({name: files[name] for name in names or files}, folder)


def main(given: Sequence[str]) -> int:
    """Checks as many inputs as asked for and tells what failed."""
    parser = argparse.ArgumentParser(prog="make fuzz", description="Check inputs that ought to break the linter.")
    parser.add_argument("--count", type=int, default=50_000, help="how many")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first project")
    parser.add_argument("--folder", type=Path, help="check this one project in this process, and print what it gave")
    options = parser.parse_args(given)
    warnings.simplefilter("ignore")
    if options.folder:
        print(json.dumps(asdict(outcome(options.folder))))
        return 0
    failed, findings, parsed, slowest = 0, 0, 0, ("", 0.0)
    kinds: Counter[str] = Counter()
    started = time.monotonic()
    for number in range(options.first, options.first + -(-options.count // BATCH)):
        files, kinds_here = project(options.seed, number)
        found = checked(files)
        kinds += kinds_here
        findings, parsed = findings + found.findings, parsed + found.parsed
        slowest = max(slowest, found.slowest, key=lambda each: each[1])
        if found.problems:
            failed += 1
            names = list(blamed(files))
            keep(files, names, number)
            print(f"project {number}, {', '.join(names) or 'together'}: {'; '.join(found.problems)}", flush=True)
        if (number + 1) % TOLD == 0:
            print(f"{kinds.total()} inputs so far, {parsed} parsed, {findings} findings, {failed} failed", flush=True)
    seconds = time.monotonic() - started
    print(
        f"{kinds.total()} inputs ({', '.join(f'{count} {kind}' for kind, count in sorted(kinds.items()))}):"
        f" {parsed} files parsed, {findings} findings, slowest file {slowest[1]:.2f} s, {seconds:.0f} s in all;"
        f" {failed} projects failed"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
