"""The model of the middleware stack against Django's own ASGI handler: hops and ends of requests, on random stacks."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from django_async_lint.inference.middleware import Middleware, Outcome, hops, outcome
from django_async_lint.knowledge import middleware as tables
from django_async_lint.rules.registry import all_rules
from tests.projects import diagnostics, write_project
from tests.test_contracts import example

ROOT = Path(__file__).parent.parent
SAYS_THE_TRUTH: dict[str, Middleware] = {
    "Looks": Middleware("Looks"),
    "Passes": Middleware("Passes", gives="passes"),
    "Marked": Middleware("Marked", False, True, "always", "coroutine"),
    "Hybrid": Middleware("Hybrid", True, True, "follows", "follows"),
    "OnRequest": Middleware("OnRequest", True, True, "follows", "follows", frozenset({"process_request"})),
    "OnResponse": Middleware("OnResponse", True, True, "follows", "follows", frozenset({"process_response"})),
    "OnView": Middleware("OnView", True, True, "follows", "follows", frozenset({"process_view"})),
    "OnEverything": Middleware(
        "OnEverything", True, True, "follows", "follows",
        frozenset({"process_request", "process_view", "process_response"}),
    ),
    "AsyncOnView": Middleware("AsyncOnView", True, True, "follows", "follows"),
    "plain_factory": Middleware("plain_factory"),
    "declared_factory": Middleware("declared_factory", False, True, "always", "coroutine"),
    "hybrid_factory": Middleware("hybrid_factory", True, True, "follows", "follows"),
}  # fmt: skip
MISDECLARES: dict[str, Middleware] = {
    "Unflagged": Middleware("Unflagged", gives="coroutine"),
    "Unmarked": Middleware("Unmarked", True, True, "never", "coroutine"),
    "UnmarkedAsyncOnly": Middleware("UnmarkedAsyncOnly", False, True, "never", "coroutine"),
    "MarkedWithSync": Middleware("MarkedWithSync", True, True, "always", "coroutine"),
    "NeitherCapable": Middleware("NeitherCapable", False, False, "never", "coroutine"),
    "AsyncCapableLooks": Middleware("AsyncCapableLooks", True, True, "never", "response"),
    "MixinThatLooks": Middleware("MixinThatLooks", True, True, "follows", "response"),
    "async_factory": Middleware("async_factory", True, False, "always", "coroutine"),
}
STARTPROJECT = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
BUILT_IN = {
    name: Middleware(
        name, True, True, "follows", "follows", frozenset(tables.BUILT_IN[name].split()),
        name not in tables.LEAVES_ALONE,
    )
    for name in (*STARTPROJECT, "django.middleware.gzip.GZipMiddleware", "django.middleware.locale.LocaleMiddleware",
                 "django.middleware.http.ConditionalGetMiddleware")
}  # fmt: skip
KINDS = {**SAYS_THE_TRUTH, **MISDECLARES, **BUILT_IN}


def really(stacks: Sequence[tuple[list[str], bool]]) -> list[Outcome]:
    """What Django makes of stacks: names of middleware and whether the view is asynchronous."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.middleware_stacks"],
        input=json.dumps(stacks), capture_output=True, text=True, cwd=ROOT, check=True,
    )  # fmt: skip
    return [Outcome(*each) for each in json.loads(done.stdout)]


def test_the_model_agrees_with_django_on_random_stacks() -> None:
    choice = random.Random(20)
    needs_sessions = ("AuthenticationMiddleware", "MessageMiddleware")
    built_in = [name for name in BUILT_IN if not name.endswith(needs_sessions)]
    honest, rest = [*SAYS_THE_TRUTH, *built_in], list(MISDECLARES)
    stacks = [
        (
            [choice.choice(honest if choice.random() < 0.75 else rest) for _ in range(choice.randint(0, 6))],
            choice.random() < 0.7,
        )
        for _ in range(300)
    ]
    for (names, is_async_view), real in zip(stacks, really(stacks), strict=True):
        found = outcome([KINDS[name] for name in names], is_async_view)
        is_well = not real.refuses and real.status == 200
        assert found._replace(hops=found.hops if is_well else real.hops) == real, names


def test_the_table_of_djangos_own_middleware_is_what_its_classes_have() -> None:
    hooks = ("process_request", "process_view", "process_template_response", "process_response")
    code = f"""
import json, sys
from django.conf import settings
settings.configure(INSTALLED_APPS=["django.contrib." + name for name in (
    "contenttypes", "auth", "sessions", "sites", "flatpages", "redirects", "messages", "admindocs")])
import django
django.setup()
from django.utils.module_loading import import_string
found = {{}}
for name in json.load(sys.stdin):
    try:
        cls = import_string(name)
    except (ImportError, AttributeError):
        continue
    assert cls.sync_capable and cls.async_capable, name
    found[name] = [hook for hook in {hooks!r} if hasattr(cls, hook)]
json.dump(found, sys.stdout)
"""
    names = json.dumps(list(tables.BUILT_IN))
    done = subprocess.run([sys.executable, "-c", code], input=names, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert len(found) >= 18
    assert found == {name: tables.BUILT_IN[name].split() for name in found}


def test_the_figures_that_the_pages_tell() -> None:
    stacks = [([], True), ([], False), (STARTPROJECT, True), ([*STARTPROJECT, "Looks"], True), (["Looks"], True)]
    assert [each.hops for each in really(stacks)] == [2, 3, 15, 4, 3]
    assert [hops([KINDS[name] for name in names], is_async) for names, is_async in stacks] == [2, 3, 15, 4, 3]


SYNC = """\
class SyncMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        print("Sync before")
        response = self.get_response(request)
        print("Sync after")
        return response


"""
RUN = """\
import asyncio
from django.conf import settings
settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF="urls", MIDDLEWARE=[
    "middleware.SyncMiddleware", "middleware.AsyncMiddleware"])
import django
django.setup()
from django.core.handlers.asgi import ASGIHandler
from django.test import AsyncRequestFactory

async def main():
    messages = [{"type": "http.request", "body": b""}]

    async def receive():
        return messages.pop() if messages else await asyncio.sleep(60)

    async def send(message):
        print(*filter(None, [message.get("status")]), end="")

    await ASGIHandler()(AsyncRequestFactory()._base_scope(path="/"), receive, send)

asyncio.run(main())
"""
URLS = """\
from django.http import HttpResponse
from django.urls import path

async def index(request):
    return HttpResponse("hello")

urlpatterns = [path("", index)]
"""


def teaching_case(root: Path, section: str) -> tuple[list[str], str, set[str]]:
    """What `[SyncMiddleware, AsyncMiddleware]` prints and raises, the second as DAL504's page has it, and what is
    reported of it besides advice."""
    (page,) = (rule.page for rule in all_rules() if rule.code == "DAL504")
    written = example(page, section)
    before, after = "        request.tenant", "        return await self.get_response(request)"
    assert before in written and after in written
    told = written.replace(before, f'        print("Async before")\n{before}').replace(
        after,
        '        response = await self.get_response(request)\n        print("Async after")\n        return response',
    )
    entries = 'MIDDLEWARE = ["middleware.SyncMiddleware", "middleware.AsyncMiddleware"]\n'
    write_project(root, {"middleware.py": told + "\n\n" + SYNC, "urls.py": URLS, "settings.py": entries})
    (root / "run.py").write_text(RUN)
    done = subprocess.run([sys.executable, "run.py"], cwd=root, capture_output=True, text=True, check=False)
    (root / "run.py").unlink()
    found = {one.code for one in diagnostics([root]) if one.code not in ("DAL503", "DAL602")}
    errors = [line for line in done.stderr.splitlines() if re.match(r"\w+Error: ", line)]
    return done.stdout.split("\n"), "".join(errors), found


def test_the_teaching_case_before_and_after(tmp_path: Path) -> None:
    printed, error, found = teaching_case(tmp_path / "before", "Bad")
    assert printed == ["Sync before", "Sync after", ""]
    assert error.startswith("AttributeError: 'coroutine' object has no attribute")
    assert found == {"DAL504"}
    printed, error, found = teaching_case(tmp_path / "after", "Good")
    assert printed == ["Sync before", "Async before", "Async after", "Sync after", "200"]
    assert (error, found) == ("", set())
