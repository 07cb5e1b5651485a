"""The model of the middleware stack against Django's own ASGI handler: hops and ends of requests, on random stacks."""

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from django_async_lint.inference.middleware import Middleware, Outcome, hops, outcome
from django_async_lint.knowledge import middleware as tables

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


def test_the_figures_that_the_pages_tell() -> None:
    stacks = [([], True), ([], False), (STARTPROJECT, True), ([*STARTPROJECT, "Looks"], True), (["Looks"], True)]
    assert [each.hops for each in really(stacks)] == [2, 3, 15, 4, 3]
    assert [hops([KINDS[name] for name in names], is_async) for names, is_async in stacks] == [2, 3, 15, 4, 3]
