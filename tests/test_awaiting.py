"""What coroutines wait for, as `awaits` effects tell and as a consumer follows them through the project."""

from pathlib import Path

import pytest

from django_async_lint.config import Settings
from django_async_lint.inference.analyse import Analyser
from django_async_lint.project.project import Project
from tests.projects import write_project

MODELS = "from django.db import models\n\nclass Post(models.Model):\n    title = models.CharField(max_length=9)\n"
HEAD = """
import asyncio
import aiofiles
import aiohttp
import httpx
import requests
from asgiref.sync import sync_to_async
from openai import AsyncOpenAI
from redis.asyncio import Redis

from models import Post

lock = asyncio.Lock()
model = AsyncOpenAI()
redis = Redis()


async def fetch(client, url):
    response = await client.get(url)
    return response.json()


def load():
    return list(Post.objects.all())


async def numbers():
    yield 1


async def look(client: httpx.AsyncClient, session: aiohttp.ClientSession, mystery):
"""


def awaits(tmp_path: Path, body: str) -> tuple[list[str], list[str]]:
    """The awaits of `look` with this body, as written and as followed to their end."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    root = write_project(tmp_path, {"models.py": MODELS, "views.py": HEAD + lines})
    analyser = Analyser(Project(root, Settings().of(root), {}))
    function = next(each for each in analyser.analyse("views.py").functions if each.name == "views.look")
    written = [f"{e.wait.form} {e.how} {e.sink}" for e in function.of_kind("awaits") if e.wait]
    return written, [f"{effect.how} {effect.sink}" for effect in analyser.waits(function)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("await client.get('x')", "await network httpx.AsyncClient.get"),
        ("await model.chat.completions.create()", "await network openai.AsyncOpenAI.chat.completions.create"),
        ("await redis.get('x')", "await network redis.asyncio.Redis.get"),
        ("await asyncio.wait_for(client.get('x'), 3)", "await network httpx.AsyncClient.get"),
        ("made = client.get('x')\nawait made", "await network httpx.AsyncClient.get"),
        ("await Post.objects.aget(pk=1)", "await database Post.objects.aget"),
        ("async for post in Post.objects.all():\n    pass", "for database QuerySet[Post]"),
        ("async for number in numbers():\n    pass", "for project views.numbers"),
        ("async with lock:\n    pass", "with wait asyncio.Lock.__aenter__"),
        ("async with session.get('x') as answer:\n    pass", "with network aiohttp.ClientSession.get"),
        ("async with httpx.AsyncClient() as other:\n    pass", "with context httpx.AsyncClient.__aenter__"),
        ("await asyncio.sleep(1)", "await sleep asyncio.sleep"),
        ("await sync_to_async(load)()", "await thread views.load"),
        ("await asyncio.to_thread(requests.get, 'x')", "await thread requests.get"),
        ("await aiofiles.os.remove('x')", "await file aiofiles.os.remove"),
        ("await mystery.get('x')", "await unknown mystery.get(...)"),
    ],
)
def test_what_an_await_waits_for_is_told_by_its_value(tmp_path: Path, body: str, expected: str) -> None:
    assert awaits(tmp_path, body)[0] == [expected]


def test_coroutines_of_the_project_are_followed_with_the_arguments_of_the_call(tmp_path: Path) -> None:
    assert awaits(tmp_path, "await fetch(client, 'x')") == (
        ["await project views.fetch"],
        ["network httpx.AsyncClient.get"],
    )


def test_what_runs_side_by_side_is_told_one_by_one(tmp_path: Path) -> None:
    written, ends = awaits(tmp_path, "await asyncio.gather(client.get('x'), *[fetch(client, u) for u in 'ab'])")
    together = "together network httpx.AsyncClient.get"
    assert written == ["await together asyncio.gather", together, "together project views.fetch"]
    assert ends == ["together asyncio.gather", *["network httpx.AsyncClient.get"] * 2]


def test_a_coroutine_that_awaits_itself_ends(tmp_path: Path) -> None:
    body = "async def again(n):\n    await asyncio.sleep(1)\n    await again(n - 1)\nawait again(3)"
    assert awaits(tmp_path, body)[1] == ["sleep asyncio.sleep"]


def test_a_coroutine_that_is_reached_in_many_ways_is_gone_through_once(tmp_path: Path) -> None:
    layers = "".join(
        f"async def layer{n}():\n    await layer{n - 1}()\n    await layer{n - 1}()\n\n\n" for n in range(1, 60)
    )
    last = "async def look():\n    await layer59()\n"
    files = {"views.py": f"import asyncio\n\n\nasync def layer0():\n    await asyncio.sleep(1)\n\n\n{layers}{last}"}
    root = write_project(tmp_path, files)
    analyser = Analyser(Project(root, Settings().of(root), {}))
    function = next(each for each in analyser.analyse("views.py").functions if each.name == "views.look")
    assert [(effect.how, effect.depth) for effect in analyser.waits(function)] == [("sleep", 60)]
