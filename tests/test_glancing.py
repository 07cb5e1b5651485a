"""Synchronous views are looked at a few calls deep: far enough for what is told of them, and no further."""

from pathlib import Path

import pytest

from django_async_lint.config import Settings
from django_async_lint.inference.analyse import Analyser
from django_async_lint.inference.tracing import Tracer
from django_async_lint.project.project import Project
from tests.projects import TABLE, diagnostics, write_project

DEPTH = 60
VIEWS = """\
from django.http import HttpResponse

from shop.deep import level_0
from shop.rates import Rates


async def index(request):
    return HttpResponse("")


def quote(request):
    level_0(request)
    return HttpResponse(Rates().of_today())
"""
RATES = """\
import requests


def session():
    return requests.Session()


class Rates:
    def __init__(self):
        self.session = session()

    def of_today(self):
        return self.fetched()

    def fetched(self):
        return self.session.get("https://rates.example")
"""
URLS = """\
from django.urls import path

from shop import views

urlpatterns = [path("", views.index), path("quote/", views.quote)]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with a synchronous view that reaches a long chain of calls, and a server two calls deep."""
    deep = "".join(f"def level_{n}(value):\n    return level_{n + 1}(value)\n\n\n" for n in range(DEPTH))
    files = {
        "shop/__init__.py": "", "shop/views.py": VIEWS, "shop/rates.py": RATES, "shop/urls.py": URLS,
        "shop/deep.py": f"{deep}def level_{DEPTH}(value):\n    return value\n", "pyproject.toml": TABLE,
    }  # fmt: skip
    return write_project(tmp_path, files)


def test_what_is_near_is_told(root: Path) -> None:
    found = [each for each in diagnostics([root]) if each.path == "shop/views.py"]
    assert [(each.code, each.start.line) for each in found] == [("DAL602", 7), ("DAL605", 13)]


def test_what_is_far_is_not_evaluated(root: Path) -> None:
    analyser = Analyser(Project(root, Settings().of(root)))
    analyser.analyse("shop/views.py")
    assert 0 < len(analyser.contexts()) < DEPTH // 3


def test_who_takes_notes_sees_all(root: Path) -> None:
    tracer = Tracer(Project(root, Settings().of(root)))
    tracer.analyse("shop/views.py")
    assert len(tracer.tracing.calls) > DEPTH
