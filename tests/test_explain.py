"""`dal explain` end to end on a small project: values, how the line runs, why what it does is or is not reported."""

import re
from pathlib import Path

import pytest

from django_async_lint.explaining import explain
from tests.projects import write_project
from tests.test_cli import dal

MODELS = """\
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=80)


class Post(models.Model):
    title = models.CharField(max_length=80)
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
"""
SERVICES = """\
import time

LIMIT = 3


def name_of(post):
    return post.author.name


def nap():
    time.sleep(LIMIT)


def in_thread():
    time.sleep(2)  # thread


def forgotten():
    time.sleep(2)  # forgotten


def quiet():
    time.sleep(2)  # noqa: DAL101


def noise():
    pass


async def load():
    return 1
"""
VIEWS = """\
import asyncio
import time

import requests
import unheard_of
from asgiref.sync import sync_to_async

from shop import services
from shop.models import Post


async def index(request, client):
    client.post("/")
    client.posts.create().send("/")
    time.sleep(1)  # noqa
    await sync_to_async(services.in_thread)()
    await asyncio.to_thread(services.in_thread)
    await asyncio.sleep(1)
    services.nap()
    services.quiet()
    services.noise()
    unheard_of.open_door()
    print("done")
    loading = services.load()
    requests.get(f"https://example.org/{await loading}")


async def read(request):
    # the relation comes with the post, or it does not
    first = await Post.objects.select_related("author").aget(pk=1)
    second = await Post.objects.aget(pk=2)

    kept = first.author
    services.name_of(second)
    lost = await second.author
    rows = Post.objects.filter(pk=1)
    async for row in Post.objects.all():
        print(row.title)
    return kept, lost, len(rows)


async def show(post: Post):
    return post.author


async def alone(given: Post):
    return given.author


async def ping(session: requests.Session):
    await session.get("https://example.org")


async def outer(request):
    return await show(await Post.objects.aget(pk=1))
"""
FILES = {
    "shop/__init__.py": "",
    "shop/models.py": MODELS,
    "shop/services.py": SERVICES,
    "shop/views.py": VIEWS,
    "shop/muted.py": "# flake8: noqa\nimport time\n\n\nasync def view(request):\n    time.sleep(1)\n",
    "shop/broken.py": "async def view(request:\n",
    "notes.txt": "time.sleep\n",
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("explained"), FILES)


def line_of(path: str, text: str) -> int:
    """The number of the only line of a file that holds `text`."""
    (found,) = [number for number, line in enumerate(FILES[path].splitlines(), 1) if text in line]
    return found


def beliefs(root: Path, path: str, text: str) -> dict[str, str]:
    """What is believed of each expression of a line."""
    told = explain(f"{root / path}:{line_of(path, text)}")
    return {belief.text: belief.value for belief in told.beliefs}


def verdicts(root: Path, path: str, text: str) -> list[tuple[str, str, str]]:
    """What becomes of a line: the text, the reason, and the code or name."""
    told = explain(f"{root / path}:{line_of(path, text)}")
    return [(each.text, each.why, each.diagnostic.code if each.diagnostic else each.name) for each in told.verdicts]


def test_a_reported_line(shop: Path) -> None:
    line = line_of("shop/views.py", "services.nap()")
    run = dal("explain", f"shop/views.py:{line}", cwd=shop)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == (
        f"shop/views.py:{line}: services.nap()\n\n"
        "Runs on the event loop, in `shop.views.index` (view)\n\n"
        "  services        module\n"
        "  services.nap    function shop.services.nap\n"
        "  services.nap()  None\n\n"
        "`services.nap()`: reported as DAL101 (error, high confidence): `time.sleep` blocks the event loop"
        " via nap() [shop/services.py:11]\n"
    )


def test_a_line_of_a_helper_names_who_calls_it_and_where_it_is_reported(shop: Path) -> None:
    call = line_of("shop/views.py", "services.nap()")
    run = dal("explain", "shop/services.py:11", cwd=shop)
    assert "Runs on the event loop: `shop.services.nap` is synchronous and called there\n" in run.stdout
    assert f"by `shop.views.index` (view) shop/views.py:{line_of('shop/views.py', 'def index')}\n" in run.stdout
    assert "  LIMIT            3\n" in run.stdout
    assert f"`time.sleep(...)`: reported at shop/views.py:{call}:5 as DAL101" in run.stdout


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("first = ", {"first": "Post, author loaded"}),
        ("first = ", {"Post.objects.select_related(...)": "QuerySet[Post], author loaded"}),
        ("second = ", {"second": "Post, author not loaded", "Post.objects": "Manager[Post]"}),
        ("kept = ", {"first.author": "Author"}),
        ("services.name_of", {"second": "Post, author not loaded"}),
        ("services.name_of", {"services.name_of": "function shop.services.name_of"}),
        ("rows = ", {"rows": "QuerySet[Post]"}),
        ("async for row", {"row": "Post, author not loaded"}),
        ("loading = ", {"loading": "coroutine of shop.services.load"}),
        ("await loading", {"loading": "coroutine of shop.services.load"}),
        ('client.post("/")', {"client": "unknown", "client.post": "unknown"}),
        ("sync_to_async(services", {"sync_to_async(...)": "function shop.services.in_thread, run in a thread"}),
    ],
)  # fmt: skip
def test_values_in_words(shop: Path, text: str, expected: dict[str, str]) -> None:
    found = beliefs(shop, "shop/views.py", text)
    assert {name: found.get(name) for name in expected} == expected


def test_a_parameter_is_what_callers_pass(shop: Path) -> None:
    assert beliefs(shop, "shop/services.py", "post.author.name")["post"] == "Post, author not loaded"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("shop/views.py", "# noqa", ("time.sleep(...)", "noqa", "DAL101")),
        ("shop/muted.py", "time.sleep", ("time.sleep(...)", "noqa_file", "DAL101")),
        ("shop/views.py", "services.quiet()", ("services.quiet()", "noqa_sink", "DAL101")),
        ("shop/services.py", "# noqa: DAL101", ("time.sleep(...)", "noqa_sink", "DAL101")),
        ("shop/services.py", "# thread", ("time.sleep(...)", "thread", "DAL101")),
        ("shop/services.py", "# forgotten", ("time.sleep(...)", "unreached", "DAL101")),
        ("shop/views.py", "services.name_of", ("services.name_of(...)", "reported", "DAL204")),
        ("shop/services.py", "post.author.name", ("post.author", "reported", "DAL204")),
        ("shop/views.py", "await session.get", ("session.get(...)", "confidence", "DAL205")),
        ("shop/views.py", 'client.post("/")', ("client.post(...)", "unknown", "client")),
        ("shop/views.py", "client.posts", ("client.posts.create()", "unknown", "client")),
        ("shop/views.py", "unheard_of.open", ("unheard_of.open_door()", "third_party", "unheard_of.open_door")),
        ("shop/views.py", "services.noise()", ("services.noise()", "project", "shop.services.noise")),
        ("shop/views.py", 'print("done")', ("print(...)", "table", "print")),
        ("shop/views.py", "asyncio.sleep", ("asyncio.sleep(...)", "coroutine", "asyncio.sleep")),
        ("shop/views.py", "kept = ", ("first.author", "loaded", "Post.author")),
        ("shop/views.py", "return given.author", ("given.author", "origin_unknown", "given")),
        ("shop/views.py", "return post.author", ("post.author", "reported", "DAL204")),
        ("shop/views.py", "rows = ", ("Post.objects.filter(...)", "lazy", "Manager.filter")),
        (
            "shop/views.py",
            "asyncio.to_thread",
            ("asyncio.to_thread(...)", "offloaded", "function shop.services.in_thread"),
        ),
        (
            "shop/views.py",
            "sync_to_async(services",
            ("sync_to_async(...)()", "offloaded", "function shop.services.in_thread"),
        ),
    ],
)
def test_why_it_is_or_is_not_reported(shop: Path, path: str, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in verdicts(shop, path, text)


def test_every_reason_has_a_sentence_of_its_own(shop: Path) -> None:
    line = line_of("shop/views.py", 'client.post("/")')
    told = dal("explain", f"shop/views.py:{line}", cwd=shop).stdout
    assert "`client.post(...)`: not reported: the type of `client` is not known\n" in told
    line = line_of("shop/views.py", "await session.get")
    told = dal("explain", f"shop/views.py:{line}", cwd=shop).stdout
    assert "DAL205 is not reported: its confidence is low, below the minimum, medium\n" in told
    told = dal("explain", f"shop/views.py:{line}", "--config", 'min-confidence="low"', cwd=shop).stdout
    assert "reported as DAL205 (error, low confidence)" in told
    line = line_of("shop/views.py", "services.nap()")
    told = dal("explain", f"shop/views.py:{line}", "--config", 'ignore=["DAL101"]', cwd=shop).stdout
    assert "DAL101 is not reported: the settings leave it out" in told


def test_what_a_more_specific_rule_overrules_is_told(tmp_path: Path) -> None:
    view = "from shop.models import Post\n\n\nasync def view(request):\n    await list(Post.objects.all())\n"
    root = write_project(tmp_path, {**FILES, "shop/one.py": view})
    told = explain(f"{root / 'shop/one.py'}:5")
    by_code = {each.diagnostic.code: (each.why, each.name) for each in told.verdicts if each.diagnostic}
    assert by_code == {"DAL203": ("overruled", "DAL205"), "DAL205": ("reported", "")}


def test_where_a_coroutine_is_reached_from(shop: Path) -> None:
    line = line_of("shop/views.py", "return post.author")
    told = dal("explain", f"shop/views.py:{line}", cwd=shop).stdout
    assert "Runs on the event loop, in `shop.views.show`\n" in told
    assert f"Reached from `shop.views.outer` (view) shop/views.py:{line_of('shop/views.py', 'def outer')}\n" in told


def test_lines_outside_of_functions(shop: Path) -> None:
    told = dal("explain", "shop/services.py:3", cwd=shop).stdout
    assert "Runs when the module is imported\n\n  LIMIT  3\n" in told
    told = dal("explain", "shop/models.py:10", cwd=shop).stdout
    assert "Runs when the module is imported" in told
    told = dal("explain", f"shop/views.py:{line_of('shop/views.py', 'def index')}", cwd=shop).stdout
    assert "Nothing on this line blocks, queries or makes a coroutine\n" in told


def test_a_place_as_outputs_print_it(shop: Path) -> None:
    line = line_of("shop/views.py", "services.nap()")
    told = dal("explain", f"shop/views.py:{line}:5", cwd=shop).stdout
    assert told == dal("explain", f"{shop}/shop/views.py:{line}", cwd=shop.parent).stdout


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("shop/views.py", "'shop/views.py' names no line; write PATH:LINE, such as shop/views.py:12"),
        ("shop/views.py:last", "'shop/views.py:last' names no line; write PATH:LINE, such as shop/views.py:12"),
        ("shop/missing.py:3", "shop/missing.py: there is no such file"),
        ("shop:3", "shop is not a Python file; name one with a line, such as shop/views.py:12"),
        ("notes.txt:1", "notes.txt is not a Python file; name one with a line, such as shop/views.py:12"),
        ("shop/services.py:0", "shop/services.py has 31 lines; there is no line 0"),
        ("shop/services.py:32", "shop/services.py has 31 lines; there is no line 32"),
        ("shop/services.py:2", "shop/services.py:2 is blank; name a line with code"),
        ("shop/views.py:29", "shop/views.py:29 is a comment; name a line with code"),
        ("shop/__init__.py:1", "shop/__init__.py has 0 lines; there is no line 1"),
        ("shop/broken.py:1", "shop/broken.py:1: cannot parse the file: '(' was never closed"),
    ],
)
def test_a_place_without_code_is_one_line(shop: Path, place: str, told: str) -> None:
    run = dal("explain", place, cwd=shop)
    assert (run.returncode, run.stdout, run.stderr) == (2, "", f"dal: error: {told}\n")


def test_explaining_changes_no_finding(shop: Path) -> None:
    """What `explain` calls reported on a line is what `check` reports there."""
    found = dal("check", "--output-format", "concise", cwd=shop).stdout
    reported = {(int(match[1]), match[2]) for match in re.finditer(r"shop/views.py:(\d+):\d+: (DAL\d+)", found)}
    told = set()
    for number, line in enumerate(VIEWS.splitlines(), 1):
        if line.startswith("    ") and not line.strip().startswith("#"):
            explanation = explain(f"{shop}/shop/views.py:{number}")
            told |= {
                (each.diagnostic.start.line, each.diagnostic.code)
                for each in explanation.verdicts
                if each.diagnostic is not None and each.why == "reported"
            }
    assert told == reported


SITE = {
    "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
    "settings.py": """EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "other": {"BACKEND": chosen()},
}
""",
    "views.py": """import queue

from django.core.cache import cache, caches
from django.core.mail import send_mail

LINES = queue.Queue()


async def index(request):
    send_mail("a", "b", "c", ["d"])
    cache.get("x")
    caches["other"].get("x")
    LINES.get(block=False)
""",
}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (10, "`EMAIL_BACKEND` names `django.core.mail.backends.locmem.EmailBackend`, which waits for nobody"),
        (11, "`CACHES` names `django.core.cache.backends.locmem.LocMemCache`, which waits for nobody"),
        (12, "the backend in `CACHES` is not known from the settings"),
        (13, "`queue.Queue.get` is in the tables, but does not block with what it is given here"),
    ],
)
def test_what_takes_an_effect_of_the_tables_away_is_told(line: int, told: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, SITE)
    assert told in dal("explain", f"views.py:{line}", cwd=root).stdout


def test_a_rule_is_explained_by_its_page(tmp_path: Path) -> None:
    assert dal("explain", "dal204", cwd=tmp_path).stdout == dal("rule", "DAL204", cwd=tmp_path).stdout
