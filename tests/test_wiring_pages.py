"""The pages of the rules about settings and streams are run: their examples under the ASGI handler, bad and good."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from django_async_lint.rules.registry import all_rules
from tests.projects import write_project
from tests.test_contracts import example, files_of

RUN = """\
import asyncio, importlib, json, logging, sys, warnings
from django.conf import settings

logging.disable(logging.CRITICAL)
given = importlib.import_module("settings")
chosen = {name: getattr(given, name) for name in dir(given) if name.isupper()}
for database in chosen.get("DATABASES", {}).values():
    database.update(ENGINE="django.db.backends.sqlite3", NAME=":memory:")
settings.configure(**{"ALLOWED_HOSTS": ["*"], "ROOT_URLCONF": "urls", "MIDDLEWARE": [], **chosen})
import django

django.setup()
from asgiref.sync import SyncToAsync
from django.core.handlers.asgi import ASGIHandler
from django.test import AsyncRequestFactory

seen = {"hops": 0, "bodies": []}
original = SyncToAsync.__call__


async def counted(self, *args, **kwargs):
    seen["hops"] += 1
    return await original(self, *args, **kwargs)


async def main():
    messages = [{"type": "http.request", "body": b""}]

    async def receive():
        return messages.pop() if messages else await asyncio.sleep(60)

    async def send(message):
        if "status" in message:
            seen["status"] = message["status"]
        elif message.get("body"):
            seen["bodies"].append(message["body"].decode())

    handler = ASGIHandler()
    SyncToAsync.__call__ = counted
    await handler(AsyncRequestFactory()._base_scope(path="/"), receive, send)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    asyncio.run(main())
seen["warned"] = any("must consume synchronous iterators" in str(each.message) for each in caught)
json.dump(seen, sys.stdout)
"""
URLS = "from django.urls import path\nfrom views import export\n\nurlpatterns = [path('', export)]\n"


def ran(root: Path, code: str, section: str) -> dict[str, object]:
    """What one request to an example of a page gives: status, hops, bodies, and whether Django warned of the stream."""
    (page,) = (rule.page for rule in all_rules() if rule.code == code)
    files = {"settings.py": "", "urls.py": URLS, **files_of(example(page, section))}
    write_project(root, {**files, "run.py": RUN})
    done = subprocess.run([sys.executable, "run.py"], cwd=root, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def test_a_sync_only_middleware_costs_a_hop_and_its_page_tells_how_not(tmp_path: Path) -> None:
    bad, good = ran(tmp_path / "bad", "DAL503", "Bad"), ran(tmp_path / "good", "DAL503", "Good")
    assert (bad["status"], bad["hops"], good["status"], good["hops"]) == (200, 3, 200, 2)


@pytest.mark.parametrize(("section", "warned"), [("Bad", True), ("Good", False)])
def test_django_warns_of_the_synchronous_stream_alone(tmp_path: Path, section: str, warned: bool) -> None:
    found = ran(tmp_path, "DAL505", section)
    assert (found["status"], found["warned"], found["bodies"]) == (200, warned, ["0\n", "1\n", "2\n"])


@pytest.mark.parametrize(("section", "status"), [("Bad", 500), ("Good", 200)])
def test_atomic_requests_end_in_a_500(tmp_path: Path, section: str, status: int) -> None:
    assert ran(tmp_path, "DAL506", section)["status"] == status
