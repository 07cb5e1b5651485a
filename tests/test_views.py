"""What `dal views` says of each view: the verdicts with their traps, what a view does, and the formats."""

import json
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from django_async_lint import cli
from django_async_lint.config import Settings
from django_async_lint.output import views_html, views_json, views_markdown, views_text
from django_async_lint.survey import Survey, SurveyedView
from django_async_lint.surveying import survey
from tests.projects import write_project

ROOT = Path(__file__).parent.parent
HEAD = """\
import asyncio
import time
import httpx
import requests
from asgiref.sync import sync_to_async
from django.http import HttpResponse, JsonResponse
from models import Book

"""
MODELS = """\
from django.db import models


class Author(models.Model):
    name = models.TextField()


class Book(models.Model):
    title = models.TextField()
    author = models.ForeignKey(Author, models.CASCADE)
"""


def surveyed(root: Path, files: dict[str, str], **overrides: object) -> list[SurveyedView]:
    """The views of a project of these files."""
    write_project(root, {"models.py": MODELS, **files})
    return list(survey([root], Settings(overrides)).views)


def only(root: Path, body: str, **overrides: object) -> SurveyedView:
    """The one view of `views.py`, routed as `view`."""
    urls = 'from django.urls import path\nimport views\nurlpatterns = [path("x/", views.view)]\n'
    views = surveyed(root, {"views.py": HEAD + body, "urls.py": urls}, **overrides)
    return next(view for view in views if view.name == "views.view")


VERDICTS = {
    "network on the loop": ("helps", """
async def view(request):
    async with httpx.AsyncClient() as client:
        return JsonResponse((await client.get("https://x")).json())
"""),
    "a timer": ("helps", """
async def view(request):
    await asyncio.sleep(1)
    return HttpResponse()
"""),
    "network below a coroutine of the project": ("helps", """
async def fetch():
    async with httpx.AsyncClient() as client:
        return await client.get("https://x")

async def middle():
    return await fetch()

async def view(request):
    return HttpResponse(await middle())
"""),
    "network that a streamed generator waits for": ("helps", """
from django.http import StreamingHttpResponse

async def chunks():
    async with httpx.AsyncClient() as client:
        yield (await client.get("https://x")).content

async def view(request):
    return StreamingHttpResponse(chunks())
"""),
    "gathered out of a list that a plain function makes": ("helps", """
async def load(pk):
    await asyncio.sleep(1)
    return pk

def loads(pks):
    return [load(pk) for pk in pks]

async def view(request):
    jobs = loads([1, 2])
    return JsonResponse({"found": await asyncio.gather(*jobs), "more": await asyncio.gather(*loads([3]))})
"""),
    "gathered": ("helps", """
async def view(request):
    async with httpx.AsyncClient() as client:
        await asyncio.gather(client.get("https://x"), client.get("https://y"))
    return HttpResponse()
"""),
    "trap: network beside a blocking call": ("hurts", """
async def view(request):
    async with httpx.AsyncClient() as client:
        await client.get("https://x")
    time.sleep(1)
    return HttpResponse()
"""),
    "trap: the fault lies in a coroutine that is awaited": ("hurts", """
async def load():
    return list(Book.objects.all())

async def view(request):
    return HttpResponse(await load())
"""),
    "the project's own decorator blocks": ("hurts", """
from functools import wraps

def counted(view):
    @wraps(view)
    async def wrapper(request):
        Book.objects.create(title="x")
        return await view(request)
    return wrapper

@counted
async def view(request):
    return HttpResponse()
"""),
    "trap: the project's own decorator gives way": ("no-difference", """
from functools import wraps

def counted(view):
    @wraps(view)
    async def wrapper(request):
        await Book.objects.acreate(title="x")
        return await view(request)
    return wrapper

@counted
async def view(request):
    return HttpResponse()
"""),
    "trap: a task that nobody keeps stops nothing": ("no-difference", """
async def work():
    await Book.objects.acount()

async def view(request):
    asyncio.create_task(work())
    return HttpResponse()
"""),
    "a task that is started blocks": ("hurts", """
async def work():
    time.sleep(1)

async def view(request):
    asyncio.create_task(work())
    return HttpResponse()
"""),
    "trap: a turn of the loop is no wait": ("no-difference", """
async def view(request):
    await asyncio.sleep(0)
    return HttpResponse()
"""),
    "computing": ("hurts", """
async def view(request):
    return HttpResponse(sum(number * number for number in range(10_000_000)))
"""),
    "lost coroutine": ("hurts", """
async def view(request):
    asyncio.sleep(1)
    return HttpResponse()
"""),
    "database alone": ("no-difference", """
async def view(request):
    book = await Book.objects.aget(pk=1)
    return HttpResponse(book.title)
"""),
    "trivial": ("no-difference", """
async def view(request):
    return HttpResponse("hello")
"""),
    "trap: the network, but in a thread": ("no-difference", """
async def view(request):
    answer = await sync_to_async(requests.get)("https://x")
    return HttpResponse(answer.text)
"""),
    "trap: a small file is no long read, but blocks all the same": ("hurts", """
async def view(request):
    return HttpResponse(open("x").read())
"""),
    "trap: a blocking call that nobody makes": ("no-difference", """
async def view(request):
    def later():
        time.sleep(1)
    return HttpResponse()
"""),
    "sync: database": ("keep-sync", """
def view(request):
    return HttpResponse(Book.objects.get(pk=1).author.name)
"""),
    "sync: trivial": ("keep-sync", """
def view(request):
    return HttpResponse()
"""),
    "sync: computing": ("keep-sync", """
def view(request):
    return HttpResponse(sum(number * number for number in range(10_000_000)))
"""),
    "sync: network": ("would-gain", """
def view(request):
    return HttpResponse(requests.get("https://x").text)
"""),
    "sync: network below helpers": ("would-gain", """
def fetch(url):
    return requests.get(url)

def middle():
    return fetch("https://x").text

def view(request):
    return HttpResponse(middle())
"""),
    "trap: sync, a store is asked as the database is": ("keep-sync", """
import redis

store = redis.Redis()

def view(request):
    return HttpResponse(store.get("x"))
"""),
    "trap: sync, a pause before another try": ("keep-sync", """
def view(request):
    for attempt in range(3):
        try:
            return HttpResponse(Book.objects.get(pk=1).title)
        except Book.DoesNotExist:
            time.sleep(0.1)
"""),
    "a plain helper hands on the coroutine": ("helps", """
async def load(client):
    return await client.get("https://x")

def loading(client):
    return load(client)

def page(client):
    return loading(client)

async def view(request):
    async with httpx.AsyncClient() as client:
        return JsonResponse((await page(client)).json())
"""),
    "trap: sync, the network once in a process": ("keep-sync", """
from functools import lru_cache

@lru_cache
def rates():
    return requests.get("https://x").json()

def view(request):
    return JsonResponse(rates())
"""),
    "trap: sync, mail has no async form": ("keep-sync", """
from django.core.mail import send_mail

def view(request):
    send_mail("a", "b", "c", ["d"])
    return HttpResponse()
"""),
}


@pytest.mark.parametrize(("verdict", "body"), VERDICTS.values(), ids=VERDICTS)
def test_verdict(verdict: str, body: str, tmp_path: Path) -> None:
    view = only(tmp_path, body)
    assert view.verdict == verdict, view.reason
    assert view.reason and "\n" not in view.reason and not view.reason.endswith(".")


def test_a_view_is_given_what_its_decorator_hands_to_it(tmp_path: Path) -> None:
    view = only(tmp_path, """
from functools import wraps

def with_book(function):
    @wraps(function)
    async def wrapper(request, pk):
        return await function(request, await Book.objects.aget(pk=pk))
    return wrapper

@with_book
async def view(request, book):
    await book.asave()
    return HttpResponse()
""")
    assert view.verdict == "no-difference"
    assert "nothing is known" not in view.reason


def test_a_coroutine_that_a_plain_function_loses_counts_wherever_that_runs(tmp_path: Path) -> None:
    text = HEAD + """
from asgiref.sync import sync_to_async
from django.db import transaction

async def announce():
    return 1

def tell():
    announce()

@sync_to_async
def publish(pk):
    transaction.on_commit(announce)

def work(pk):
    time.sleep(1)

async def told(request):
    tell()
    return HttpResponse()

async def published(request, pk):
    await publish(pk)
    return HttpResponse()

async def fine(request, pk):
    await sync_to_async(work)(pk)
    return HttpResponse(await announce())
"""
    found = {view.name: view for view in surveyed(tmp_path, {"views.py": text})}
    assert [view.verdict for view in found.values()] == ["hurts", "hurts", "no-difference"]
    assert found["views.told"].reason == "`views.announce` is a coroutine that is lost or misused"
    assert found["views.published"].reason.startswith("a coroutine function stands where")


def test_a_wrapper_of_the_project_is_given_the_request(tmp_path: Path) -> None:
    view = only(tmp_path, """
from functools import wraps

def members_only(function):
    @wraps(function)
    async def wrapper(request, *args):
        if not request.user.is_authenticated:
            return HttpResponse(status=403)
        return await function(request, *args)
    return wrapper

@members_only
async def view(request):
    return HttpResponse()
""")
    assert view.verdict == "hurts", view.reason


def test_a_helper_with_its_own_async_form_is_told_by_what_it_does(tmp_path: Path) -> None:
    view = only(tmp_path, """
def fetch():
    return requests.get("https://x")

async def afetch():
    async with httpx.AsyncClient() as client:
        return await client.get("https://x")

async def view(request):
    await afetch()
    return HttpResponse(fetch())
""")
    assert view.verdict == "hurts"
    assert view.reason == "`requests.get` blocks the event loop, and every other request waits"


UNDER_WSGI = {
    "a blocking call stalls nobody else": ("no-difference", VERDICTS["trap: network beside a blocking call"][1]),
    "the database on the loop is refused all the same": (
        "hurts", VERDICTS["trap: the fault lies in a coroutine that is awaited"][1],
    ),
    "waits that overlap": ("helps", VERDICTS["gathered"][1]),
    "one wait overlaps nothing": ("no-difference", VERDICTS["network on the loop"][1]),
    "one wait of a sync view overlaps nothing": ("keep-sync", VERDICTS["sync: network"][1]),
}  # fmt: skip


@pytest.mark.parametrize(("verdict", "body"), UNDER_WSGI.values(), ids=UNDER_WSGI)
def test_under_wsgi_nobody_else_waits(verdict: str, body: str, tmp_path: Path) -> None:
    view = only(tmp_path, body, server="wsgi")
    assert view.verdict == verdict, view.reason
    assert "every other request" not in view.reason


def test_what_a_view_does_is_told_with_the_way_there(tmp_path: Path) -> None:
    view = only(tmp_path, VERDICTS["network below a coroutine of the project"][1])
    (wait,) = view.waits
    assert (wait.what, wait.how, wait.code) == ("httpx.AsyncClient.get", "network", "")
    assert [(step.line, step.message) for step in wait.calls] == [
        (18, "awaits `views.middle`"),
        (15, "awaits `views.fetch`"),
        (12, "`client.get(...)`"),
    ]


def test_what_blocks_names_the_rule(tmp_path: Path) -> None:
    view = only(tmp_path, VERDICTS["trap: the fault lies in a coroutine that is awaited"][1])
    assert [(one.what, one.how, one.code) for one in view.blocks] == [("QuerySet[Book]", "database", "DAL203")]
    assert view.blocks[0].calls[0].message == "awaits `views.load`"


def test_a_noqa_comment_and_the_selection_of_rules_are_told_apart(tmp_path: Path) -> None:
    body = "async def view(request):\n    time.sleep(1){}\n    return HttpResponse()\n"
    assert only(tmp_path / "a", body.format("  # noqa: DAL101")).verdict == "no-difference"
    assert only(tmp_path / "b", body.format(""), ignore=["DAL101"]).verdict == "hurts"


def test_hops_count_the_middleware(tmp_path: Path) -> None:
    files = {
        "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
        "settings.py": 'ROOT_URLCONF = "urls"\nMIDDLEWARE = ["django.middleware.common.CommonMiddleware"]\n',
        "urls.py": 'from django.urls import path\nimport views\nurlpatterns = [path("x/", views.view)]\n',
        "views.py": HEAD + VERDICTS["database alone"][1],
    }
    (view,) = surveyed(tmp_path, files)
    assert view.hops == 2 + 2 + 1
    assert survey([tmp_path]).remarks == (
        "Middleware: a request makes 4 thread hops to an async view, 5 to a sync one",
    )


# -- which functions are views ---------------------------------------------------------------------


def names(root: Path, files: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(view.name, view.kind, view.route) for view in surveyed(root, files)]


def test_views_without_a_route_are_listed(tmp_path: Path) -> None:
    text = HEAD + """
from django.views import View
from django.views.decorators.http import require_GET

def plain(request):
    return HttpResponse()

@require_GET
def decorated(request):
    return None

class Page(View):
    async def get(self, request):
        return HttpResponse()
"""
    assert names(tmp_path, {"views.py": text}) == [
        ("views.plain", "view", ""), ("views.decorated", "view", ""), ("views.Page.get", "handler", ""),
    ]  # fmt: skip


def test_traps_helpers_that_take_a_request_are_no_views(tmp_path: Path) -> None:
    text = HEAD + """
from django.views import View

def page_of(request):
    return HttpResponse()

def user_of(request):
    return request.user

def outer(request):
    return page_of(request)

class Base(View):
    def get(self, request):
        return HttpResponse()

class Page(Base):
    size = 3
"""
    tests = HEAD + "def view(request):\n    return HttpResponse()\n"
    assert names(tmp_path, {"views.py": text, "tests/urls.py": tests}) == [
        ("views.outer", "view", ""), ("views.Page.get", "handler", ""),
    ]  # fmt: skip


def test_a_generic_view_asks_the_database_by_itself(tmp_path: Path) -> None:
    text = """
from django.views.generic import ListView
from models import Book

class Books(ListView):
    model = Book

    def get_queryset(self):
        return super().get_queryset().filter(title="x")
"""
    (view,) = surveyed(tmp_path, {"views.py": text})
    assert (view.name, view.verdict, [one.how for one in view.waits]) == ("views.Books", "keep-sync", ["database"])


def test_hooks_of_a_class_count_for_its_handlers(tmp_path: Path) -> None:
    text = HEAD + """
from rest_framework.viewsets import ModelViewSet

class Books(ModelViewSet):
    def perform_create(self, serializer):
        requests.post("https://x")
"""
    (view,) = surveyed(tmp_path, {"views.py": text})
    assert (view.name, view.kind, view.verdict) == ("views.Books", "endpoint", "would-gain")


def test_generic_views_of_adrf_are_asynchronous_and_ask_the_database_in_threads(tmp_path: Path) -> None:
    text = HEAD + """
from adrf.generics import ListAPIView
from adrf.serializers import ModelSerializer
from adrf.views import APIView
from adrf.viewsets import ModelViewSet

class BookSerializer(ModelSerializer):
    class Meta:
        model = Book
        fields = ["title"]

class Books(ListAPIView):
    queryset = Book.objects.all()

class Book_(APIView):
    async def get(self, request):
        book = await Book.objects.aget(pk=1)
        return Response(await BookSerializer(book).adata)

class Set(ModelViewSet):
    queryset = Book.objects.all()

    async def perform_acreate(self, serializer):
        await httpx.AsyncClient().post("https://x")
"""
    found = {view.name: view for view in surveyed(tmp_path, {"views.py": text})}
    assert [(name, view.verdict, [one.how for one in view.waits]) for name, view in found.items()] == [
        ("views.Books", "no-difference", ["database"]),
        ("views.Book_.get", "no-difference", ["database", "database"]),
        ("views.Set", "helps", ["database", "network"]),
    ]
    assert all(view.is_async for view in found.values())


def test_resolvers_and_consumers(tmp_path: Path) -> None:
    text = HEAD + """
import strawberry
from channels.generic.websocket import AsyncWebsocketConsumer

@strawberry.type
class Query:
    @strawberry.field
    def titles(self) -> list[str]:
        return [book.title for book in Book.objects.all()]

class Chat(AsyncWebsocketConsumer):
    async def connect(self):
        await self.accept()
"""
    urls = """
from django.urls import path
from strawberry.django.views import AsyncGraphQLView
urlpatterns = [path("graphql/", AsyncGraphQLView.as_view(schema=None))]
"""
    views = surveyed(tmp_path, {"schema.py": text, "urls.py": urls})
    assert [(view.name, view.kind, view.route, view.verdict) for view in views] == [
        ("schema.Query.titles", "resolver", "/graphql/", "hurts"),
        ("schema.Chat.connect", "consumer", "", "no-difference"),
    ]


def test_resolvers_of_a_synchronous_schema_run_in_a_thread(tmp_path: Path) -> None:
    text = HEAD + """
import strawberry

@strawberry.type
class Query:
    @strawberry.field
    def titles(self) -> list[str]:
        return [book.title for book in Book.objects.all()]
"""
    urls = """
from django.urls import path
from strawberry.django.views import GraphQLView
urlpatterns = [path("graphql/", GraphQLView.as_view(schema=None))]
"""
    (view,) = surveyed(tmp_path, {"schema.py": text, "urls.py": urls})
    assert view.verdict == "keep-sync"


def test_an_heir_is_told_of_its_own_override(tmp_path: Path) -> None:
    text = HEAD + """
from django.views import View

class Base(View):
    async def get(self, request):
        return HttpResponse(self.text())

class Good(Base):
    def text(self):
        return "x"

class Bad(Base):
    def text(self):
        return Book.objects.get(pk=1).title
"""
    views = surveyed(tmp_path, {"views.py": text})
    assert {view.name: view.verdict for view in views} == {
        "views.Good.get": "no-difference", "views.Bad.get": "hurts",
    }  # fmt: skip


# -- formats ---------------------------------------------------------------------------------------

NASTY = """
def view(request):
    requests.get("https://x")  # </script><img src=x onerror=alert(1)>
    return HttpResponse()
"""
URLS = """
from django.urls import path
import views
urlpatterns = [path("<script>alert(1)</script>|`a`/&amp;", views.view)]
"""


@pytest.fixture
def found(tmp_path: Path) -> Survey:
    write_project(tmp_path, {"models.py": MODELS, "views.py": HEAD + NASTY, "urls.py": URLS})
    return survey([tmp_path])


def test_json_is_what_its_schema_says(found: Survey) -> None:
    document = json.loads(views_json.render(found))
    schema = json.loads((ROOT / "docs" / "schema" / "views.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema, jsonschema.Draft202012Validator)
    assert list(document) == ["schema", "server", "views"]
    (view,) = document["views"]
    assert list(view) == [
        "name", "path", "line", "route", "kind", "async", "waits", "blocks", "computes", "hops", "verdict", "reason",
    ]  # fmt: skip
    assert view["waits"] == [{
        "what": "requests.get", "how": "network", "code": "",
        "where": {"path": "views.py", "line": 11, "column": 5},
        "calls": [{"path": "views.py", "line": 11, "column": 5, "message": "`requests.get(...)`"}],
    }]  # fmt: skip


def test_text_is_a_table_with_a_summary(found: Survey) -> None:
    lines = views_text.render(found).splitlines()
    assert lines[0] == "Server: asgi"
    assert lines[2].split() == ["View", "Route", "Runs", "Waits", "for", "Blocks", "Hops", "Verdict"]
    assert lines[3].index("would-gain: ") == lines[2].index("Verdict")
    assert lines[-1] == "1 view, 0 of them async: 1 would gain from async"
    assert "\x1b[1;33m" in views_text.render(found, color=True)


def test_markdown_keeps_its_table_whatever_names_hold(found: Survey) -> None:
    rows = [line for line in views_markdown.render(found).splitlines() if line.startswith("|")]
    assert len(rows) == 3
    assert "<script>" not in rows[2].replace("`/<script>alert(1)</script>\\|'a'/&amp;`", "")
    assert rows[2].replace("\\|", "").count("|") == rows[0].count("|")


class Page(HTMLParser):
    """What a browser would make of a page: its elements, attributes, and the text of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and self.scripts:
            self.scripts[-1] += data


def test_the_page_holds_no_element_that_a_name_brought_in(found: Survey) -> None:
    page = Page(views_html.render(found))
    assert [tag for tag, _ in page.elements].count("script") == 2
    assert "img" not in {tag for tag, _ in page.elements}
    assert not [key for _, attributes in page.elements for key in attributes if key.startswith("on")]
    data = json.loads(page.scripts[0])
    assert data["views"][0]["route"] == "/<script>alert(1)</script>|`a`/&amp;"
    assert data["lines"]["views.py:11"].endswith("onerror=alert(1)>")


def test_the_page_needs_nothing_from_anywhere(found: Survey) -> None:
    page = Page(views_html.render(found))
    loading = [(tag, key) for tag, attributes in page.elements for key in ("src", "href") if attributes.get(key)]
    assert loading == [("a", "href")]
    policy = next(a["content"] for tag, a in page.elements if tag == "meta" and a.get("http-equiv"))
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    text = views_html.render(found).replace("http://www.w3.org/2000/svg", "")
    assert "url(" not in text and "@import" not in text and "http://" not in text


def test_the_page_can_be_used_without_a_mouse_and_read_aloud(found: Survey) -> None:
    page = Page(views_html.render(found))
    tags = [tag for tag, _ in page.elements]
    assert tags.count("button") == len(found.views) and "noscript" in tags
    assert page.elements[0] == ("html", {"lang": "en"})
    assert {attributes.get("scope") for tag, attributes in page.elements if tag == "th"} == {"col"}
    inputs = [attributes for tag, attributes in page.elements if tag == "input"]
    assert [each["type"] for each in inputs] == ["search", *["checkbox"] * 5]


def test_an_empty_project_has_a_page_too(tmp_path: Path) -> None:
    found = survey([write_project(tmp_path, {"a.py": "x = 1\n"})])
    assert views_text.render(found) == "Server: asgi\n\nNo views were found\n"
    assert json.loads(views_json.render(found)) == {"schema": 1, "server": "asgi", "views": []}
    assert "No views were found" in views_html.render(found)
    assert "No views were found" in views_markdown.render(found)


@pytest.mark.parametrize("output_format", ["full", "json", "markdown", "html"])
def test_every_format_is_a_function_of_the_project(output_format: str, tmp_path: Path) -> None:
    outputs = []
    for number in range(2):
        written = tmp_path / f"{number}.txt"
        arguments = ["views", str(ROOT / "examples" / "bookshop"), "--output-format", output_format]
        assert cli.run([*arguments, "--output-file", str(written)]) == 0
        outputs.append(written.read_bytes())
    assert outputs[0] == outputs[1] and outputs[0]


def test_a_file_alone_gives_what_the_whole_gives() -> None:
    root = ROOT / "examples" / "bookshop"
    whole = survey([root]).views
    assert whole
    for path in sorted({view.path for view in whole}):
        assert survey([root / path]).views == tuple(view for view in whole if view.path == path)


def test_usage_errors_and_missing_paths_exit_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["views", "--output-format", "yaml"]) == 2
    assert cli.run(["views", str(tmp_path / "absent")]) == 2
    assert cli.run(["views", str(ROOT / "examples"), "--output-file", str(tmp_path / "no" / "file")]) == 2
    assert capsys.readouterr().err.count("dal: error:") == 3


def test_a_file_that_does_not_parse_is_told(tmp_path: Path) -> None:
    write_project(tmp_path, {"views.py": "async def index(:\n"})
    (note,) = survey([tmp_path]).notes
    assert note.startswith("views.py:1: cannot parse the file") and note.endswith("its views are not listed")


# -- what is not known, what excludes each other, what a framework does ------------------------------

UNSURE = {
    "a library that is not known": ("keep-sync", "one thing that dal does not know: `acme.push`", """
import acme

def view(request):
    acme.push(request.path)
    return HttpResponse()
"""),
    "below a helper, beside the database": ("keep-sync", "waits for the database as far as is known", """
import acme

def tell(book):
    acme.push(book.title)

def view(request):
    tell(Book.objects.get(pk=1))
    return HttpResponse()
"""),
    "in a coroutine": ("no-difference", "no wait is known, but calls one thing that dal does not know", """
import acme

async def view(request):
    acme.push(request.path)
    return HttpResponse()
"""),
    "a dispatch by name": ("keep-sync", "does not know: `getattr(self, action)`", """
from django.views import View

class Page(View):
    def get(self, request, action):
        return getattr(self, action)(request)

view = Page.as_view()
"""),
    "trap: plain data is known enough": ("keep-sync", "waits for nothing that async could overlap", """
def view(request):
    names = request.GET.get("names", "").split(",")
    return JsonResponse({"names": [name.strip().title() for name in names if name.isalpha()]})
"""),
    "trap: one of two calls": ("would-gain", "the network, on another branch one other call", """
def view(request):
    if request.GET:
        return HttpResponse(requests.get("https://x").text)
    return HttpResponse(requests.post("https://y").text)
"""),
    "trap: one of several cases": ("would-gain", "on another branch", """
def ask(kind):
    match kind:
        case "a":
            return requests.get("https://x")
        case _:
            return requests.post("https://y")

def view(request):
    return HttpResponse(ask(request.GET["kind"]).text)
"""),
    "two calls after a branch": ("would-gain", "2 waits for the network", """
def view(request):
    if request.GET:
        first = requests.get("https://x")
    else:
        first = None
    second = requests.get("https://y")
    return HttpResponse(second.text)
"""),
    "trap: a wrapper is no lost coroutine": ("hurts", "`django.db.transaction.atomic`", """
from django.db import transaction

async def view(request):
    async with transaction.atomic():
        pass
    return HttpResponse()
"""),
}


@pytest.mark.parametrize(("verdict", "reason", "body"), UNSURE.values(), ids=UNSURE)
def test_what_is_not_known_is_said(verdict: str, reason: str, body: str, tmp_path: Path) -> None:
    urls = 'from django.urls import path\nimport views\nurlpatterns = [path("x/", views.view)]\n'
    files = {"views.py": HEAD + body, "urls.py": urls}
    if "as_view" in body:
        files["urls.py"] = urls.replace("views.view", "views.Page.as_view()")
    (view,) = surveyed(tmp_path, files)
    assert view.verdict == verdict
    assert reason in view.reason
    assert "lost" not in view.reason


def test_views_of_django_do_what_they_do(tmp_path: Path) -> None:
    text = """
from acme import Page
from django.contrib.auth.views import LoginView, PasswordResetView
from django.views.generic import CreateView, TemplateView
from models import Book

class Login(LoginView):
    template_name = "a.html"

class Forgot(PasswordResetView):
    template_name = "a.html"

class New(CreateView):
    model = Book

class About(TemplateView):
    template_name = "a.html"

class Strange(Page):
    template_name = "a.html"
"""
    urls = "from django.urls import path\nimport views\nurlpatterns = [" + ", ".join(
        f'path("{name}/", views.{name}.as_view())' for name in ("Login", "Forgot", "New", "About", "Strange")
    ) + "]\n"
    views = surveyed(tmp_path, {"views.py": text, "urls.py": urls})
    assert {view.name: [one.how for one in view.waits] for view in views} == {
        "views.Login": ["database"], "views.Forgot": ["database", "service"], "views.New": ["database"],
        "views.About": [], "views.Strange": [],
    }  # fmt: skip
    assert views[-1].reason.endswith("does not know: `acme.Page`")


def test_methods_of_rest_framework_ask_the_database(tmp_path: Path) -> None:
    text = HEAD + """
from rest_framework.generics import GenericAPIView
from rest_framework.response import Response

class One(GenericAPIView):
    def get(self, request, pk):
        return Response({"title": self.get_object().title})
"""
    (view,) = surveyed(tmp_path, {"views.py": text})
    sink = "rest_framework.generics.GenericAPIView.get_object"
    assert [(one.what, one.how) for one in view.waits] == [(sink, "database")]
    assert view.reason == "waits for the database alone, in a thread of its own"


def test_what_an_override_takes_from_rest_framework_asks_the_database(tmp_path: Path) -> None:
    text = HEAD + """
from rest_framework import routers, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

class Named(viewsets.GenericViewSet):
    def get_object(self):
        self.kept = super().get_object()
        return self.kept

class Books(Named):
    @action(detail=True)
    def title(self, request, pk=None):
        return Response({"title": self.get_object().title})

router = routers.DefaultRouter()
router.register("books", Books)
urlpatterns = router.urls
"""
    (view,) = surveyed(tmp_path, {"views.py": text})
    sink = "rest_framework.viewsets.GenericViewSet.get_object"
    assert [(one.what, one.how) for one in view.waits] == [(sink, "database")]


def test_wrappers_of_the_project_are_known_by_what_they_wrap(tmp_path: Path) -> None:
    text = HEAD + """
from functools import wraps
from django.contrib.auth.decorators import login_required

def valid(function):
    @wraps(function)
    async def wrapper(*args):
        return await function(*args)
    return wrapper

def portal(view):
    def wrapper(request):
        checked = login_required(login_url="/in")
        return checked(view)(request)
    return wrapper

@valid
async def remove(pk):
    await Book.objects.filter(pk=pk).adelete()

async def index(request, pk):
    await remove(pk)
    return HttpResponse("done")

@portal
def page(request):
    return HttpResponse(Book.objects.count())
"""
    found = {view.name: view.reason for view in surveyed(tmp_path, {"views.py": text})}
    assert not any("does not know" in reason for reason in found.values())


def test_what_happens_once_leads_no_reason(tmp_path: Path) -> None:
    text = HEAD + """
titles = None

async def index(request):
    global titles
    if titles is None:
        titles = Book.objects.first()
    time.sleep(1)
    return HttpResponse(titles)
"""
    (view,) = surveyed(tmp_path, {"views.py": text})
    assert view.reason.startswith("`time.sleep` blocks the event loop")


def test_a_synchronous_consumer_runs_coroutines_from_its_thread(tmp_path: Path) -> None:
    text = """
from asgiref.sync import async_to_sync
from channels.generic.websocket import WebsocketConsumer
from django.urls import path

class Chat(WebsocketConsumer):
    def connect(self):
        async_to_sync(self.channel_layer.group_add)("room", self.channel_name)

websocket_urlpatterns = [path("ws/", Chat.as_asgi())]
"""
    (view,) = surveyed(tmp_path, {"views.py": text})
    assert view.reason.startswith("runs coroutines with `async_to_sync`")


def test_dependencies_of_an_endpoint_are_followed(tmp_path: Path) -> None:
    text = HEAD + """
from typing import Annotated
from fastapi import APIRouter, Depends, FastAPI

app = FastAPI()

async def token():
    time.sleep(1)

def settings():
    return requests.get("https://x").json()

async def checked(token: Annotated[str, Depends(token)]):
    return token

@app.get("/a")
async def slow(found=Depends(checked)):
    return None

@app.get("/b")
def waiting(found=Depends(settings)):
    return None

@app.get("/c", dependencies=[Depends(settings)])
async def threaded():
    return None
"""
    views = surveyed(tmp_path, {"main.py": text})
    assert {view.name: view.verdict for view in views} == {
        "main.slow": "hurts", "main.waiting": "would-gain", "main.threaded": "no-difference",
    }  # fmt: skip
    assert [(one.what, one.how) for one in views[-1].waits] == [("main.settings", "thread")]


def test_an_asynchronous_stream_without_a_route_is_a_view(tmp_path: Path) -> None:
    text = HEAD + """
from django.http import FileResponse, StreamingHttpResponse

async def chunks():
    yield b""

async def stream(request):
    return StreamingHttpResponse(chunks())

def download(request):
    return FileResponse(b"x")
"""
    assert [name for name, _, _ in names(tmp_path, {"views.py": text})] == ["views.stream", "views.download"]


@pytest.mark.parametrize("body", ["    time.sleep(1)\n", "    for _ in range(10_000_000):\n        pass\n"])
def test_under_wsgi_what_blocks_is_told_and_harms_nobody_else(body: str, tmp_path: Path) -> None:
    view = only(tmp_path, f"\nasync def view(request):\n{body}    return HttpResponse()\n", server="wsgi")
    assert view.verdict == "no-difference"
    assert "never waits" not in view.reason and "synchronous view" in view.reason


def test_two_projects_in_one_run_are_told_apart(tmp_path: Path) -> None:
    for name in ("one", "two"):
        text = HEAD + "def view(request):\n    return HttpResponse()\n"
        write_project(tmp_path / name, {"manage.py": "", "models.py": MODELS, "views.py": text})
    found = survey([tmp_path / "one", tmp_path / "two"])
    assert [view.path for view in found.views] == ["one/views.py", "two/views.py"]
    for render in (views_text.render, views_markdown.render, views_html.render):
        text = render(found).replace("<wbr>", "")
        assert "one: views.view" in text and "two: views.view" in text
    assert {view["name"] for view in json.loads(views_json.render(found))["views"]} == {"views.view"}
    assert "one: views" not in views_text.render(survey([tmp_path / "one"]))


@pytest.mark.parametrize(
    ("backend", "how"),
    [("channels.layers.InMemoryChannelLayer", "wait"), ("channels_redis.core.RedisChannelLayer", "network")],
)
def test_a_channel_layer_in_memory_is_no_network(backend: str, how: str, tmp_path: Path) -> None:
    files = {
        "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
        "settings.py": f'CHANNEL_LAYERS = {{"default": {{"BACKEND": "{backend}"}}}}\n',
        "views.py": HEAD + """
from channels.layers import get_channel_layer

async def view(request):
    layer = get_channel_layer()
    await layer.group_send("x", {"type": "y"})
    return HttpResponse()
""",
    }
    (view,) = surveyed(tmp_path, files)
    assert [one.how for one in view.waits] == [how]


def test_trap_the_version_of_a_package_is_a_trifle(tmp_path: Path) -> None:
    body = """
from importlib.metadata import version

async def view(request):
    return HttpResponse(version("django"))
"""
    assert only(tmp_path, body).verdict == "no-difference"


SIGNALS = """
from django.dispatch import Signal, receiver

paid = Signal()
shipped = Signal()
lost = Signal()

@receiver([paid, shipped])
def remember(sender, **kwargs):
    Book.objects.count()

@receiver(paid)
async def tell(sender, **kwargs):
    async with httpx.AsyncClient() as client:
        await client.get("https://example.com")

async def view(request):
    await {}.asend(sender=None)
    return HttpResponse()
"""


def test_sending_a_signal_waits_for_its_receivers(tmp_path: Path) -> None:
    view = only(tmp_path / "both", SIGNALS.format("paid"))
    assert (view.verdict, {wait.how for wait in view.waits}) == ("helps", {"network", "thread"})
    network = next(wait for wait in view.waits if wait.how == "network")
    assert network.calls[0].message == "awaits `views.tell`"
    view = only(tmp_path / "plain", SIGNALS.format("shipped"))
    assert (view.verdict, {wait.how for wait in view.waits}) == ("no-difference", {"thread"})
    view = only(tmp_path / "none", SIGNALS.format("lost"))
    told = "awaits `django.dispatch.Signal.asend`, no receiver of which is found, and nothing that surely overlaps"
    assert (view.verdict, view.reason) == ("no-difference", told)
    assert only(tmp_path / "robust", SIGNALS.format("paid").replace("asend", "asend_robust")).verdict == "helps"
