"""Fixes: what `--fix` writes for each action, that a second run changes nothing, and how files get to disk."""

import ast
import os
import stat
import textwrap
from pathlib import Path

import pytest

from django_async_lint.config import Settings
from django_async_lint.diagnostic import Applicability
from django_async_lint.fixes.writing import CannotWrite, write
from django_async_lint.fixing import fix
from tests.projects import write_project
from tests.test_cli import dal

MODELS = """
from django.db import models

class Post(models.Model):
    title = models.CharField(max_length=100)
"""

LOAD = "def load(a, b=0):\n    return Post.objects.get(pk=a)\n"
POST = "from models import Post\n\nasync def view(request):\n"

CASES = {
    "a sleep": (
        "import time\n\nasync def view(request):\n    time.sleep(1)  # slow\n",
        "import asyncio\n\nasync def view(request):\n    await asyncio.sleep(1)  # slow\n",
    ),
    "a sleep, asyncio under another name": (
        "import asyncio as aio\nfrom time import sleep\n\nasync def view(request):\n    sleep( 1 )\n",
        "import asyncio as aio\n\nasync def view(request):\n    await aio.sleep( 1 )\n",
    ),
    "an import after a docstring": (
        '"""Views."""\nfrom time import sleep\n\nasync def view(request):\n    sleep(1)\n',
        '"""Views."""\nimport asyncio\n\nasync def view(request):\n    await asyncio.sleep(1)\n',
    ),
    "a twin": (
        POST + "    return Post.objects.get(pk=1)\n",
        POST + "    return await Post.objects.aget(pk=1)\n",
    ),
    "a twin in a chain": (
        POST + "    return Post.objects.get(pk=1).title\n",
        POST + "    return (await Post.objects.aget(pk=1)).title\n",
    ),
    "a twin over several lines": (
        POST + "    return (\n        Post.objects\n        .filter(pk=1)  # one\n"
        "        .first()\n    )\n",
        POST + "    return (\n        await Post.objects\n"
        "        .filter(pk=1)  # one\n        .afirst()\n    )\n",
    ),
    "await on a synchronous query": (
        POST + "    return await Post.objects.get(pk=1)\n",
        POST + "    return await Post.objects.aget(pk=1)\n",
    ),
    "for over a queryset": (
        POST + "    for post in Post.objects.all():\n        print(post)\n",
        POST + "    async for post in Post.objects.all():\n        print(post)\n",
    ),
    "a comprehension over a queryset": (
        POST + "    return [\n        p.title\n        for p in Post.objects.all()\n    ]\n",
        POST + "    return [\n        p.title\n"
        "        async for p in Post.objects.all()\n    ]\n",
    ),
    "a list of a queryset": (
        POST + "    post = request.GET['post']\n    return list(Post.objects.all()), post\n",
        POST + "    post = request.GET['post']\n    return [post_2 async for post_2 in Post.objects.all()], post\n",
    ),
    "a lost coroutine": (
        POST + "    Post.objects.acreate(title='é')\n",
        POST + "    await Post.objects.acreate(title='é')\n",
    ),
    "a wrapper that is given a call": (
        "from asgiref.sync import sync_to_async\nfrom models import Post\n\n" + LOAD + "\n"
        "async def view(request):\n    return await sync_to_async(load(1, b=2))\n",
        "from asgiref.sync import sync_to_async\nfrom models import Post\n\n" + LOAD + "\n"
        "async def view(request):\n    return await sync_to_async(load)(1, b=2)\n",
    ),
    "a thread that is given a call": (
        "import asyncio\nfrom models import Post\n\n" + LOAD + "\n"
        "async def view(request):\n    await asyncio.to_thread(load(1, b=2))\n",
        "import asyncio\nfrom models import Post\n\n" + LOAD + "\n"
        "async def view(request):\n    await asyncio.to_thread(load, 1, b=2)\n",
    ),
    "a shortcut": (
        "from django.shortcuts import get_object_or_404\nfrom models import Post\n\n"
        "async def view(request):\n    return get_object_or_404(Post, pk=1).title\n",
        "from django.shortcuts import aget_object_or_404\nfrom models import Post\n\n"
        "async def view(request):\n    return (await aget_object_or_404(Post, pk=1)).title\n",
    ),
}


TITLES = (
    "from models import Post\n\ndef titles():\n    for post in Post.objects.all():\n        yield post.title\n\n"
)

UNSAFE = {
    "a blocking call": (
        "import requests\n\nasync def view(request):\n    return requests.get('https://a.com', timeout=3).json()\n",
        "import asyncio\n\nimport requests\n\nasync def view(request):\n"
        "    return (await asyncio.to_thread(requests.get, 'https://a.com', timeout=3)).json()\n",
    ),
    "a call over several lines": (
        "import subprocess\n\nasync def view(request):\n"
        "    subprocess.run(\n        ['ls'],  # list\n        check=True,\n    )\n",
        "import asyncio\nimport subprocess\n\nasync def view(request):\n"
        "    await asyncio.to_thread(subprocess.run,\n        ['ls'],  # list\n        check=True,\n    )\n",
    ),
    "a helper that queries": (
        "from models import Post\n\n" + LOAD + "\nasync def view(request):\n    return load(1)\n",
        "from asgiref.sync import sync_to_async\nfrom models import Post\n\n" + LOAD + "\n"
        "async def view(request):\n    return await sync_to_async(load)(1)\n",
    ),
    "a generator's body runs where it is iterated": (
        TITLES + "async def view(request):\n    return [title for title in titles()]\n",
        TITLES + "async def view(request):\n    return [title for title in titles()]\n",
    ),
}


def mended(root: Path, text: str, allowed: tuple[Applicability, ...] = ("safe",)) -> str:
    """The text of `views.py` after its fixes; a second run must change nothing."""
    project = write_project(root, {"models.py": MODELS, "views.py": text})
    outcome = fix([project / "views.py"], Settings(), allowed)
    if not outcome.changes:
        return text
    (change,) = outcome.changes
    (project / "views.py").write_bytes(change.after)
    assert not fix([project / "views.py"], Settings(), allowed).changes
    return change.after.decode()


@pytest.mark.parametrize("name", UNSAFE)
def test_what_an_unsafe_fix_writes(name: str, tmp_path: Path) -> None:
    before, after = UNSAFE[name]
    assert mended(tmp_path, before) == before
    assert mended(tmp_path, before, ("safe", "unsafe")) == after


@pytest.mark.parametrize("name", CASES)
def test_what_a_fix_writes(name: str, tmp_path: Path) -> None:
    before, after = CASES[name]
    assert mended(tmp_path, before) == after


@pytest.mark.parametrize(
    "body",
    [
        "    return (lambda: Post.objects.get(pk=1))",
        "    def inner(post=Post.objects.get(pk=1)):\n        return post\n    return inner",
        "    return (Post.objects.get(pk=pk) for pk in (1, 2))",
        "    def inner():\n        return Post.objects.get(pk=1)\n    return inner()",
    ],
)
def test_no_await_where_it_cannot_stand(body: str, tmp_path: Path) -> None:
    text = f"{POST}{body}\n"
    assert mended(tmp_path, text) == text


def test_line_ends_and_byte_order_mark_are_kept(tmp_path: Path) -> None:
    project = write_project(tmp_path, {})
    path = project / "views.py"
    path.write_bytes(b"\xef\xbb\xbfimport time\r\n\r\nasync def view(request):\r\n\ttime.sleep(1)\r\n")
    (change,) = fix([path], Settings(), ("safe",)).changes
    expected = b"import asyncio\r\n\r\nasync def view(request):\r\n\tawait asyncio.sleep(1)\r\n"
    assert change.after == b"\xef\xbb\xbf" + expected


def test_files_are_replaced_with_their_mode(tmp_path: Path) -> None:
    path = tmp_path / "views.py"
    path.write_text("a")
    path.chmod(0o751)
    write(path, b"a", b"b")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"b", 0o751)
    assert os.listdir(tmp_path) == ["views.py"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "views.py"
    path.write_text("other")
    with pytest.raises(CannotWrite, match="changed on disk"):
        write(path, b"a", b"b")
    assert path.read_text() == "other"


SLEEPER = textwrap.dedent("""\
    import asyncio
    import time

    async def view(request):
        time.sleep(1)
    """)


def test_fix_writes_and_exits_clean(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"views.py": SLEEPER})
    run = dal("fix", ".", cwd=project)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "No findings in 2 files, 1 function on the event loop; 1 fixed\n"
    ast.parse((project / "views.py").read_text())


def test_a_diff_writes_nothing_and_exits_with_one(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"views.py": SLEEPER})
    run = dal("check", "--diff", cwd=project)
    assert run.returncode == 1
    assert "-    time.sleep(1)\n+    await asyncio.sleep(1)\n" in run.stdout
    assert (project / "views.py").read_text() == SLEEPER


def test_fix_only_reports_nothing(tmp_path: Path) -> None:
    files = {"views.py": SLEEPER + "    open('x')\n"}
    project = write_project(tmp_path, files)
    run = dal("check", "--fix-only", "--show-fixes", cwd=project)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "views.py: 1 x DAL101\n")
