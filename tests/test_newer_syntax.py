"""Files in syntax newer than the Python that runs the linter: read all the same, at the places where things stand."""

import ast
import sys
from pathlib import Path

import pytest

from django_async_lint.check import check
from django_async_lint.config import Settings
from django_async_lint.fixing import fix
from django_async_lint.newer_syntax import tree_of_newer
from django_async_lint.source import tree_of
from tests.projects import write_project

TEXT = """
import time

type Names[T: (int,
    str)] = list[T]

class Shelf[T](Base):
    def fill[
        K,

    ](self, é: K) -> T:
        name = f"ä{", ".join(é)} {f"{x}"!r:>{w}}" "zz" f'{b=}'; time.sleep(1)
        try:
            pass
        except A, B.c:
            time.sleep(2)
        return (f"{
            x  # note
        }" "abc"), f"{d["ü"]}{1, 2}", go()

async def first[T]() -> T:
    return (f"{await x["a"]}")
"""


def calls(tree: ast.Module) -> list[tuple[int, int, str]]:
    return sorted((n.lineno, n.col_offset, ast.unparse(n.func)) for n in ast.walk(tree) if isinstance(n, ast.Call))


def newer(text: str) -> ast.Module:
    tree = tree_of_newer(text)
    assert tree is not None
    return tree


def test_everything_stands_where_it_stood() -> None:
    found = calls(newer(TEXT))
    assert found == [(12, 20, "', '.join"), (12, 66, "time.sleep"), (16, 12, "time.sleep"), (19, 39, "go")]


@pytest.mark.parametrize(
    ("text", "older"),
    [
        ("type A = list[int]", "A = list[int]"),
        ("def f[T: int = str, *Ts, **P](a): pass", "def f(a): pass"),
        ("class A[T]: pass", "class A: pass"),
        ("try: pass\nexcept A, B: pass", "try: pass\nexcept (A, B): pass"),
        ("try: pass\nexcept* A, B, c: pass", "try: pass\nexcept* (A, B, c): pass"),
        ("type A = int; x = 1", "A = int; x = 1"),
    ],
)
def test_statements_are_those_that_an_older_python_writes(text: str, older: str) -> None:
    assert ast.unparse(newer(text)) == ast.unparse(ast.parse(older))


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="such strings are none of a newer Python's troubles")
@pytest.mark.parametrize(
    ("text", "older"),
    [
        ('f"{d["a"]}"', "f\"{d['a']}\""),
        ('f"{d["a"]}", x', "f\"{d['a']}\", x"),
        ('(f"{d["a"]}")', "f\"{d['a']}\""),
        ('f"a{d["b"]!r:>{w}.{p}}c" "d" f"{e}"', "f\"a{d['b']!r:>{w}.{p}}cd{e}\""),
        ('f"{f"{x}"}"', "f\"{f'{x}'}\""),
        ('f"{"\\n".join(x)}"', 'f"{chr(10).join(x)}"'),
        ('f"{x["a"]=}"', "f\"{x['a']!r}\""),
        ('f"{1, x["a"]}"', "f\"{(1, x['a'])}\""),
    ],
)
def test_strings_hold_what_they_held(text: str, older: str) -> None:
    def shape(tree: ast.AST) -> list[str]:
        return [type(node).__name__ for node in ast.walk(tree) if isinstance(node, (ast.FormattedValue, ast.JoinedStr))]

    found, expected = newer(text), ast.parse(older)
    assert shape(found) == shape(expected)
    compile(found, "<text>", "exec")


def test_what_is_no_python_at_all_is_refused() -> None:
    for text in ("def f[T](:\n    pass\n", "class A[T]\n", 'print "x"\n', "f'{'\n", "except ValueError, error:\n"):
        with pytest.raises(SyntaxError):
            tree_of(text)
    assert tree_of_newer("x = 1") is None
    assert tree_of_newer("try: pass\nexcept ValueError, error: pass\n") is None


@pytest.mark.parametrize(
    "deep", ["(" * 5000 + ")" * 5000, "-" * 20_000 + "1", "not " * 20_000 + "1", "1" + "+1" * 20_000]
)
def test_what_is_nested_without_end_is_not_read(deep: str) -> None:
    assert tree_of_newer(f"def f[T](): pass\nx = {deep}\n") is None


@pytest.mark.parametrize("before", ["if 1:\n        a\n    b\n", 'x = """\n'])
def test_nor_behind_what_hides_it_from_the_tokenizer(before: str) -> None:
    deep = "(" * 5000 + ")" * 5000
    assert tree_of_newer(f"def f[T](): pass\n{before}x = {deep}\n") is None


def test_findings_and_fixes_of_such_files(tmp_path: Path) -> None:
    text = 'import time\n\n\nasync def view[T](request: T) -> T:\n    time.sleep(len(f"{request.GET["a"]}"))\n'
    root = write_project(tmp_path, {"views.py": text})
    (finding,) = check([root]).findings
    assert (finding.diagnostic.code, finding.diagnostic.start) == ("DAL101", (5, 5))


def test_comments_silence_there_too(tmp_path: Path) -> None:
    text = """import time


async def view[T](request: T) -> T:
    name = f"{request.GET["#"]}{
        time.sleep(1)  # noqa: DAL101
    }"
    time.sleep(2)  # noqa: DAL101
    time.sleep(len(name))
"""
    found = check([write_project(tmp_path, {"views.py": text})]).findings
    assert [(each.diagnostic.code, each.diagnostic.start.line) for each in found] == [("DAL101", 9)]


def test_a_fix_of_such_a_file_leaves_the_rest_as_it_is(tmp_path: Path) -> None:
    text = """import time


async def view[T](request: T) -> T:
    time.sleep(1)
    return f"{request.GET["a"]}"
"""
    root = write_project(tmp_path, {"views.py": text})
    (change,) = fix([root], Settings(), ("safe",)).changes
    expected = text.replace("import time", "import asyncio").replace("time.sleep", "await asyncio.sleep")
    assert change.after.decode() == expected


def test_type_parameters_and_aliases_mean_what_they_say(tmp_path: Path) -> None:
    text = """from django.db import models


class Post(models.Model):
    pass


type Posts = list[Post]


class Repository[M: Post]:
    async def keep(self, post: M):
        post.save()


async def keep[M: Post](post: M):
    post.save()


async def keep_all(posts: Posts):
    for post in posts:
        post.save()


async def keep_any[M](post: M):
    post.save()
"""
    found = check([write_project(tmp_path, {"views.py": text})]).findings
    assert [(each.diagnostic.code, each.diagnostic.start.line) for each in found] == [
        ("DAL201", line) for line in (13, 17, 22)
    ]
