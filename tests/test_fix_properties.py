"""Fixes in any surroundings: nested, commented, oddly formatted code in any encoding changes by the fix alone.

Each form is a statement before and after its fix, with holes for white space and comments. A file of them is made
twice, with the statements before and after; what the fixer makes of the first must be the second, to the byte.
"""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from django_async_lint.config import Settings
from django_async_lint.fixing import fix
from tests.projects import write_project
from tests.test_fixes import MODELS

HEAD = [
    "import asyncio",
    "import time",
    "from asgiref.sync import sync_to_async",
    "from django.http import HttpRequest  # é",
    "from models import Post, Review",
    "",
    "STARTED = time.monotonic(), asyncio, sync_to_async",
    "",
    "def load(pk):",
    "~return Post.objects.get(pk=pk)",
    "",
    "def titles(rows):",
    "~return [row.title for row in rows]",
    "",
    "async def tell(pk):",
    "~await asyncio.sleep(pk)",
    "",
]
SAFE = [
    ("time.sleep({0}1{1})", "await asyncio.sleep({0}1{1})"),
    ("a = Post.objects{0}.get({1}pk=1)", "a = await Post.objects{0}.aget({1}pk=1)"),
    ("a = ({0}Post.objects.first({1}).title)", "a = ({0}(await Post.objects.afirst({1})).title)"),
    ("a = await Post.objects.get({0}pk=1{1})", "a = await Post.objects.aget({0}pk=1{1})"),
    ("Post.objects.filter({0}pk=2{1}).update(title='é')", "await Post.objects.filter({0}pk=2{1}).aupdate(title='é')"),
    ("a = [{0}p.pk for p in Post.objects.all(){1}]", "a = [{0}p.pk async for p in Post.objects.all(){1}]"),
    ("a = list({0}Post.objects.all(){1})", "a = [post async for post in Post.objects.all()]"),
    (
        "a = sorted({0}Post.objects.all(){1}, key=str)",
        "a = sorted({0}[post async for post in Post.objects.all()]{1}, key=str)",
    ),
    ("a = len(Post.objects.filter({0}pk=1{1}))", "a = await Post.objects.filter({0}pk=1{1}).acount()"),
    ("a = not Post.objects.filter({0}pk=1{1})", "a = not await Post.objects.filter({0}pk=1{1}).aexists()"),
    (
        "a = Post.objects.order_by({0}'pk'{1})[2].pk",
        "a = [post async for post in Post.objects.order_by({0}'pk'{1})[2:3]][0].pk",
    ),
    ("a = titles({0}Post.objects.all(){1})", "a = titles({0}[post async for post in Post.objects.all()]{1})"),
    ("tell({0}1{1})", "await tell({0}1{1})"),
    ("a = await sync_to_async(tell)({0}1{1})", "a = await tell({0}1{1})"),
    ("a = asyncio.run(tell({0}1{1}))", "a = await tell({0}1{1})"),
    ("del request.session[{0}'k'{1}]", "await request.session.apop('k')"),
]
UNSAFE = [
    ("a = load({0}1{1})", "a = await sync_to_async(load)({0}1{1})"),
    ("a = load({0}1{1}).title", "a = (await sync_to_async(load)({0}1{1})).title"),
    ("a = f'{Post.objects.all()}'", "a = await sync_to_async(lambda: f'{Post.objects.all()}')()"),
]
AROUND = ["if request.GET:", "while request.GET:", "for each in (1, 2):", "try:", "async with request.lock:"]
FILLING = ["", " ", "  ", "\n", "  # why\n", "\n\n"]
BESIDE = ["pass", "b  =  { 'x':1 }  # noqa", "# é: a comment", "", "c = lambda: load(1)", 'd = """two\nlines"""']
STYLES = [("utf-8", ""), ("utf-8-sig", ""), ("latin-1", "# -*- coding: latin-1 -*-")]


@some.composite
def bodies(draw: some.DrawFn, forms: list[tuple[str, str]], depth: int = 3) -> tuple[list[str], list[str]]:
    """The lines of a block before and after, `~` for each level of indentation."""
    before: list[str] = []
    after: list[str] = []
    for _ in range(draw(some.integers(1, 3))):
        kind = draw(some.sampled_from(["form", "form", "beside", "block"]))
        if kind == "block" and depth:
            head = draw(some.sampled_from(AROUND))
            inner = draw(bodies(forms, depth - 1))
            tail = ["finally:", "~pass"] if head == "try:" else []
            for lines, part in zip((before, after), inner, strict=True):
                lines += [head, *(f"~{line}" for line in part), *tail]
        elif kind == "beside":
            line = draw(some.sampled_from(BESIDE))
            before.append(line)
            after.append(line)
        else:
            form = draw(some.sampled_from(forms))
            kept = [each for each in FILLING if "{0}" in form[1] or "#" not in each]  # no fix loses a comment
            holes = [draw(some.sampled_from(kept)) for _ in range(2)]
            comment = draw(some.sampled_from(["", "  # end", " ;"]))
            for lines, text in zip((before, after), form, strict=True):
                for number, hole in enumerate(holes):
                    text = text.replace(f"{{{number}}}", hole if "(" in text else hole.strip(" "))
                lines.append(text + comment)
    return [*before, "pass"], [*after, "pass"]


def text_of(body: list[str], indent: str, first: str) -> str:
    """A file with a view of this body; lines inside a statement keep the indentation that they have."""
    lines = [first, *HEAD, "async def view(request: HttpRequest):", *(f"~{line}" for line in body)]
    found = []
    for line in lines:
        level = len(line) - len(line.lstrip("~"))
        found.append(indent * level + line.lstrip("~") if line.strip("~") else "")
    return "\n".join(found) + "\n"


def check(parts: tuple[list[str], list[str]], indent: str, style: tuple[str, str], end: str, unsafe: bool) -> None:
    encoding, first = style
    before, after = (text_of(part, indent, first).replace("\n", end).encode(encoding) for part in parts)
    allowed = ("safe", "unsafe") if unsafe else ("safe",)
    with tempfile.TemporaryDirectory() as folder:
        path = write_project(Path(folder), {"models.py": MODELS}) / "views.py"
        path.write_bytes(before)
        changes = fix([path], Settings(), allowed).changes
        made = changes[0].after if changes else before
        assert made.decode(encoding) == after.decode(encoding)
        path.write_bytes(made)
        assert not fix([path], Settings(), allowed).changes


ANYHOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
SURROUNDINGS = (some.sampled_from(["    ", "\t", "  "]), some.sampled_from(STYLES), some.sampled_from(["\n", "\r\n"]))


@ANYHOW
@given(bodies(SAFE), *SURROUNDINGS)
def test_a_safe_fix_changes_itself_alone(
    parts: tuple[list[str], list[str]], indent: str, style: tuple[str, str], end: str
) -> None:
    check(parts, indent, style, end, unsafe=False)


@ANYHOW
@given(bodies(UNSAFE), *SURROUNDINGS)
def test_an_unsafe_fix_changes_itself_alone(
    parts: tuple[list[str], list[str]], indent: str, style: tuple[str, str], end: str
) -> None:
    check(parts, indent, style, end, unsafe=True)
