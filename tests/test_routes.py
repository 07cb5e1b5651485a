"""Which views are routed, and where: every form of a URL configuration, and what looks like one and is not."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from django_async_lint.config import Settings
from django_async_lint.inference import routes
from django_async_lint.inference.analyse import Analyser
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.routes import RoutedView
from django_async_lint.project.project import Project
from tests.projects import diagnostics, write_project

SETTINGS = {
    "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n',
    "config/__init__.py": "",
    "config/settings.py": 'ROOT_URLCONF = "config.urls"\n',
}
VIEWS = """\
from django.views import View


def index(request):
    return None


async def feed(request):
    return None


class Books(View):
    async def get(self, request):
        return None

    def helper(self):
        return None
"""


def routed(root: Path, files: dict[str, str]) -> list[RoutedView]:
    """The routed views of a project of these files."""
    write_project(root, files)
    found = routes.of(evaluator_of(root))
    assert asked_by_file(root) == grouped(found), "whoever asks for one file is told the same"
    return list(found)


def evaluator_of(root: Path) -> Evaluator:
    """An evaluator that has been asked nothing."""
    return Analyser(Project(root, Settings().of(root))).evaluator


Told = dict[tuple[str, str], list[tuple[str, str, str]]]


def grouped(views: Iterable[RoutedView]) -> Told:
    """The views that functions of the project run: by path and name, each as name, route and kind."""
    found: Told = {}
    for view in views:
        if view.function is not None:
            function = view.function
            told = (view.name, view.route, view.kind)
            found.setdefault((function.module.path, function.dotted), []).append(told)
    return found


def asked_by_file(root: Path) -> Told:
    """The same, asked of one file after another, whose views alone are then looked for."""
    evaluator = evaluator_of(root)
    found: Told = {}
    for path in sorted(root.rglob("*.py")):
        for views in routes.in_file(evaluator, str(path)).values():
            found.update(grouped(views))
    return found


def shown(root: Path, files: dict[str, str]) -> list[str]:
    """The same, each as route and name."""
    return [f"{view.route} {view.name}" for view in routed(root, files)]


def of_urls(root: Path, urls: str, **files: str) -> list[str]:
    """Route and name of what one configuration routes."""
    others = {f"{name}.py": text for name, text in files.items()}
    return shown(root, {"views.py": VIEWS, "urls.py": urls, **others})


FORMS = {
    "function": 'urlpatterns = [path("", views.index)]',
    "annotated": 'urlpatterns: list = [path("", views.index)]',
    "sum": 'urlpatterns = [] + [path("", views.index)]',
    "added": 'urlpatterns = []\nurlpatterns += [path("", views.index)]',
    "added where debugging": 'urlpatterns = []\nif DEBUG:\n    urlpatterns += [path("", views.index)]',
    "appended": 'urlpatterns = []\nurlpatterns.append(path("", views.index))',
    "extended": 'urlpatterns = []\nurlpatterns.extend([path("", views.index)])',
    "inserted": 'urlpatterns = []\nurlpatterns.insert(0, path("", views.index))',
    "other list": 'own = [path("", views.index)]\nurlpatterns = own',
    "starred": 'own = [path("", views.index)]\nurlpatterns = [*own]',
    "keyword": 'urlpatterns = [path(route="", view=views.index)]',
    "expression": 'urlpatterns = [re_path(r"^$", views.index)]',
    "login required": 'urlpatterns = [path("", login_required(views.index))]',
    "decorator with arguments": 'urlpatterns = [path("", cache_page(60)(views.index))]',
    "partial": 'urlpatterns = [path("", partial(views.index, size=3))]',
    "two wrappers": 'urlpatterns = [path("", csrf_exempt(login_required(views.index)))]',
    "named first": 'home = login_required(views.index)\nurlpatterns = [path("", home)]',
    "built by a function": 'def made():\n    return [path("", views.index)]\nurlpatterns = made()',
    "with suffixes": 'urlpatterns = format_suffix_patterns([path("", views.index)])',
    "nested": 'urlpatterns = [path("", include([path("", views.index)]))]',
    "nested in a tuple": 'urlpatterns = [path("", include(([path("", views.index)], "app"), namespace="x"))]',
    "static beside": 'urlpatterns = [path("", views.index)] + static("/media/", document_root="x")',
}
IMPORTS = """\
from functools import partial
from django.conf.urls.static import static
from django.contrib.auth.decorators import login_required
from django.urls import include, path, re_path
from django.views.decorators.cache import cache_page
from django.views.decorators.csrf import csrf_exempt
from rest_framework.urlpatterns import format_suffix_patterns
import views

"""


@pytest.mark.parametrize("urls", FORMS.values(), ids=FORMS)
def test_a_view_is_found_however_the_list_is_built(urls: str, tmp_path: Path) -> None:
    assert of_urls(tmp_path, f"{IMPORTS}{urls}\n") == ["/ views.index"]


TRAPS = {
    "another function called path": 'from pathlib import Path as path\nurlpatterns = [path("", views.index)]',
    "no configuration": 'patterns = [path("", views.index)]',
    "a string": 'urlpatterns = ["views.index"]',
    "outside": 'from other import view\nurlpatterns = [path("", view)]',
    "itself": "urlpatterns = urlpatterns",
    "a circle": 'urlpatterns = [path("x/", include("urls"))]',
    "an argument that is no view": 'urlpatterns = [path("", make(60))]',
}


@pytest.mark.parametrize("urls", TRAPS.values(), ids=TRAPS)
def test_trap(urls: str, tmp_path: Path) -> None:
    assert of_urls(tmp_path, f"{IMPORTS}{urls}\n") == []


def test_a_class_is_told_by_its_handlers(tmp_path: Path) -> None:
    urls = f'{IMPORTS}urlpatterns = [path("books/<int:pk>/", login_required(views.Books.as_view(size=3)))]\n'
    found = routed(tmp_path, {"views.py": VIEWS, "urls.py": urls})
    assert [(each.name, each.route, each.kind, each.is_async, each.line) for each in found] == [
        ("views.Books.get", "/books/<int:pk>/", "handler", True, 13)
    ]


def test_an_inherited_handler_stands_at_the_class(tmp_path: Path) -> None:
    heir = "from views import Books\n\nclass Rare(Books):\n    size = 3\n"
    urls = f'{IMPORTS}from rare import Rare\nurlpatterns = [path("rare/", Rare.as_view())]\n'
    assert of_urls(tmp_path, urls, rare=heir) == ["/rare/ rare.Rare.get"]


def test_a_class_without_handlers_of_its_own_is_listed(tmp_path: Path) -> None:
    heir = "from django.views.generic import ListView\n\nclass Rare(ListView):\n    model = None\n"
    urls = f'{IMPORTS}from rare import Rare\nurlpatterns = [path("rare/", Rare.as_view())]\n'
    found = routed(tmp_path, {"rare.py": heir, "urls.py": urls, "views.py": VIEWS})
    assert [(each.name, each.function, each.is_async) for each in found] == [("rare.Rare", None, False)]


def test_prefixes_add_up_from_the_root_of_the_settings(tmp_path: Path) -> None:
    one = "from django.urls import path\nfrom shop import views\nurlpatterns = "
    files = {
        **SETTINGS,
        "config/urls.py": f'{IMPORTS.replace("import views", "")}urlpatterns = [path("shop/", include("shop.urls"))]\n',
        "shop/__init__.py": "",
        "shop/urls.py": one + '[path("x/", views.index)]\n',
        "shop/views.py": VIEWS,
        "plugin/__init__.py": "",
        "plugin/urls.py": one + '[path("", views.feed)]\n',
        "tests/urls.py": one + '[path("", views.index)]\n',
    }
    assert shown(tmp_path, files) == ["/shop/x/ shop.views.index", "/…/ shop.views.feed"]


def test_languages_and_expressions_are_shown(tmp_path: Path) -> None:
    urls = (
        "from django.conf.urls.i18n import i18n_patterns\nfrom django.utils.translation import gettext_lazy as _\n"
        'urlpatterns = i18n_patterns(path(_("about/"), views.index), re_path(r"^y/(?P<year>[0-9]+)/$", views.feed))\n'
    )
    assert of_urls(tmp_path, IMPORTS + urls) == [
        "/<language>/about/ views.index",
        "/<language>/y/(?P<year>[0-9]+)/ views.feed",
    ]


def test_imports_of_names_and_star_imports_are_followed(tmp_path: Path) -> None:
    urls = f"{IMPORTS}from other import urlpatterns\n"
    other = 'from django.urls import path\nfrom views import *\nurlpatterns = [path("o/", index)]\n'
    assert of_urls(tmp_path, urls, other=other) == ["/o/ views.index"]


def test_a_lambda_and_a_view_made_by_a_function(tmp_path: Path) -> None:
    urls = """\
def made(size):
    async def view(request):
        return size
    return view

urlpatterns = [path("a/", lambda request: None), path("b/", made(3))]
"""
    assert of_urls(tmp_path, IMPORTS + urls) == ["/b/ urls.made.<locals>.view", "/a/ urls.<lambda>"]


def test_routers_of_rest_framework(tmp_path: Path) -> None:
    api = """\
from rest_framework.decorators import action, api_view
from rest_framework.routers import DefaultRouter
from rest_framework.viewsets import ModelViewSet
from rest_framework.views import APIView

class Books(ModelViewSet):
    def list(self, request):
        return None

    def retrieve(self, request, pk):
        return None

    @action(detail=True, url_path="sold-out")
    def sold_out(self, request, pk):
        return None

    def get_queryset(self):
        return None

class Plain(APIView):
    def post(self, request):
        return None

@api_view(["GET"])
def one(request):
    return None

router = DefaultRouter()
router.register(r"books", Books)
"""
    urls = f"""{IMPORTS}
from api import Plain, one, router
urlpatterns = [path("api/", include(router.urls)), path("plain/", Plain.as_view()), path("one/", one)]
"""
    found = routed(tmp_path, {"api.py": api, "urls.py": urls, "views.py": VIEWS})
    assert [(each.route, each.name, each.kind) for each in found] == [
        ("/api/books/", "api.Books", "endpoint"),  # create, update and the like, which it inherits
        ("/api/books/", "api.Books.list", "endpoint"),
        ("/api/books/{pk}/", "api.Books.retrieve", "endpoint"),
        ("/api/books/{pk}/sold-out/", "api.Books.sold_out", "endpoint"),
        ("/plain/", "api.Plain.post", "endpoint"),
        ("/one/", "api.one", "endpoint"),
    ]


def test_a_view_set_mounted_by_hand_has_the_handlers_it_names(tmp_path: Path) -> None:
    api = """\
from rest_framework.viewsets import ViewSet

class Books(ViewSet):
    def list(self, request):
        return None

    def create(self, request):
        return None
"""
    urls = f'{IMPORTS}from api import Books\nurlpatterns = [path("b/", Books.as_view({{"get": "list"}}))]\n'
    assert of_urls(tmp_path, urls, api=api) == ["/b/ api.Books.list"]


def test_operations_of_ninja_with_nested_routers(tmp_path: Path) -> None:
    events = """\
from ninja import Router

router = Router()

@router.get("/{event_id}")
async def one(request, event_id: int):
    return None
"""
    urls = """\
from django.urls import path
from ninja import NinjaAPI
from events import router

api = NinjaAPI()
api.add_router("/events/", router)

@api.get("/add")
def add(request):
    return None

urlpatterns = [path("api/", api.urls)]
"""
    found = routed(tmp_path, {"urls.py": urls, "events.py": events})
    assert [(each.route, each.name, each.kind, each.is_async) for each in found] == [
        ("/api/events/{event_id}", "events.one", "endpoint", True),
        ("/api/add", "urls.add", "endpoint", False),
    ]


def test_trap_a_cache_or_a_client_is_no_router(tmp_path: Path) -> None:
    text = """\
import ninja
from clients import client

@client.get("/x")
def view(request):
    return None
"""
    assert shown(tmp_path, {"a.py": text, "clients.py": "client = object()\n"}) == []


def test_fastapi_beside_django(tmp_path: Path) -> None:
    text = """\
from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter()

@router.get("/{number}")
async def one(number: int):
    return None

app.include_router(router, prefix="/items")
"""
    assert shown(tmp_path, {"main.py": text}) == ["/items/{number} main.one"]


def test_consumers_of_channels(tmp_path: Path) -> None:
    consumers = """\
from channels.generic.websocket import AsyncWebsocketConsumer

class Chat(AsyncWebsocketConsumer):
    async def connect(self):
        await self.accept()

    async def receive(self, text_data):
        await self.shout(text_data)

    async def chat_message(self, event):
        await self.send(event["text"])

    async def shout(self, text):
        await self.send(text)
"""
    asgi = """\
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.auth import AuthMiddlewareStack
from django.urls import path
from consumers import Chat

application = ProtocolTypeRouter({
    "websocket": AuthMiddlewareStack(URLRouter([path("ws/<room>/", Chat.as_asgi())])),
})
"""
    found = routed(tmp_path, {"consumers.py": consumers, "asgi.py": asgi})
    assert [(each.route, each.name, each.kind) for each in found] == [
        ("/ws/<room>/", f"consumers.Chat.{name}", "consumer") for name in ("connect", "receive", "chat_message")
    ]


def test_a_list_of_websocket_patterns_is_read_once(tmp_path: Path) -> None:
    text = """\
from channels.generic.websocket import WebsocketConsumer
from channels.routing import URLRouter
from django.urls import re_path

class Chat(WebsocketConsumer):
    def connect(self):
        self.accept()

websocket_urlpatterns = [re_path(r"^ws/$", Chat.as_asgi())]
application = URLRouter(websocket_urlpatterns)
"""
    assert shown(tmp_path, {"routing.py": text}) == ["/ws/ routing.Chat.connect"]


def test_the_routes_of_a_graphql_schema(tmp_path: Path) -> None:
    urls = """\
from django.urls import path
from strawberry.django.views import AsyncGraphQLView
from schema import schema
urlpatterns = [path("graphql/", AsyncGraphQLView.as_view(schema=schema))]
"""
    root = write_project(tmp_path, {"urls.py": urls, "schema.py": "schema = None\n"})
    evaluator = Analyser(Project(root, Settings().of(root))).evaluator
    assert routes.schema_routes(evaluator) == (("/graphql/", True),)


def test_a_broken_file_among_them_is_passed_over(tmp_path: Path) -> None:
    files = {"urls.py": "urlpatterns = [\n", "more_urls.py": FORMS["function"], "views.py": VIEWS}
    assert shown(tmp_path, {**files, "more_urls.py": IMPORTS + FORMS["function"] + "\n"}) == ["/ views.index"]


def test_a_finding_says_by_which_route_it_is_reached(tmp_path: Path) -> None:
    from django_async_lint.check import check

    views = "import time\n\n\nasync def slow(request):\n    await work()\n\n\nasync def work():\n    time.sleep(1)\n"
    urls = f'{IMPORTS}urlpatterns = [path("slow/", views.slow)]\n'
    root = write_project(tmp_path, {"views.py": views, "urls.py": urls})
    (finding,) = check([root]).findings
    assert [(each.name, each.route) for each in finding.reached_from] == [("views.slow", "/slow/")]
    assert diagnostics([root])


def test_views_of_errors_are_routed_by_their_names(tmp_path: Path) -> None:
    urls = f'{IMPORTS}handler404 = "views.index"\nhandler500 = views.feed\nurlpatterns = []\n'
    assert of_urls(tmp_path, urls) == ["handler404 views.index", "handler500 views.feed"]


def test_inherited_actions_stand_at_the_class(tmp_path: Path) -> None:
    api = """\
from rest_framework.viewsets import ModelViewSet

class Books(ModelViewSet):
    def list(self, request):
        return None
"""
    urls = f"""{IMPORTS}
from api import Books
from rest_framework.routers import DefaultRouter
router = DefaultRouter()
router.register("books", Books)
urlpatterns = router.urls + [path("one/", Books.as_view(actions={{"get": "list"}}))]
"""
    assert of_urls(tmp_path, urls, api=api) == ["/books/ api.Books", "/books/ api.Books.list", "/one/ api.Books.list"]


INDEX = "\n\nasync def index(request): ...\n"
BOOKS = "\n\nclass Books(Base): ...\n"
FROM_BASE = "from shop.base import Base\n"
ELSEWHERE = {
    "defined": {"shop/views.py": FROM_BASE + INDEX + BOOKS},
    "reexported": {
        "shop/views.py": "from shop.inner import (\n    index,  # noqa: F401\n    Books,\n)\n",
        "shop/inner.py": "from . import base\n" + INDEX + BOOKS.replace("Base", "base.Base"),
    },
    "renamed": {
        "shop/views.py": "from shop.inner import other as index, Other as Books\n",
        "shop/inner.py": "from shop.base import Base as B\n\n\nasync def other(request): ...\nclass Other(B): ...\n",
    },
    "starred": {
        "shop/views.py": "from shop.inner import *\n",
        "shop/inner.py": "from shop.base import *\n" + INDEX + BOOKS,
    },
    "assigned": {
        "shop/views.py": "from shop import inner\nindex = inner.index\nBooks = inner.Books\n",
        "shop/inner.py": "from shop.base import Kept as Base\n" + INDEX + BOOKS,
    },
    "conditional": {
        "shop/views.py": "try:\n    from shop.absent import index, Books\n"
        "except ImportError:\n    from shop.inner import index, Books\n",
        "shop/inner.py": FROM_BASE + INDEX + BOOKS,
    },
    "generic": {"shop/views.py": FROM_BASE + INDEX + BOOKS.replace("Base", "Base, typing.Generic[T]")},
    "in a text": {
        "shop/views.py": f'"""{INDEX}{BOOKS}"""\nfrom shop.inner import *\n',
        "shop/inner.py": FROM_BASE + INDEX + BOOKS,
    },
}
"""Forms in which two views come into `shop.views`; a handler of one stands in `shop.base`."""


@pytest.mark.parametrize("form", ELSEWHERE)
def test_a_view_is_found_wherever_its_function_stands(form: str, tmp_path: Path) -> None:
    base = (
        "from django.views import View\n\n\nclass Base(View):\n    async def get(self, request): ...\n\n\nKept = Base\n"
    )
    urls = (
        "from django.urls import path\nfrom shop import views\nfrom shop.views import Books\n"
        'urlpatterns = [path("", decorated(views.index)), path("books/", Books.as_view())]\n'
    )
    files = {"shop/__init__.py": "", "shop/base.py": base, "shop/urls.py": urls, **ELSEWHERE[form]}
    found = [view for view in routed(tmp_path, files) if view.is_async]
    assert "/" in [view.route for view in found]
    assert grouped(routes.all_asynchronous(evaluator_of(tmp_path))) == grouped(found)


def test_files_of_views_that_nobody_asks_about_are_not_parsed(tmp_path: Path) -> None:
    urls = "from django.urls import path\nfrom views import index, Books\nimport others\n" + (
        'urlpatterns = [path("", index), path("books/", Books.as_view()), path("plain/", others.plain)]\n'
    )
    write_project(tmp_path, {"views.py": VIEWS, "urls.py": urls, "others.py": "def plain(request): ...\n"})
    evaluator = evaluator_of(tmp_path)
    assert [view.route for view in routes.all_asynchronous(evaluator)] == ["/books/"]
    assert sorted(evaluator.project.parsed) == ["urls.py", "views.py"]
