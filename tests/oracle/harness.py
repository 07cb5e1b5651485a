"""Runs every entry point of the oracle's site for real and writes down what happened: the truth.

Every route of the URL configuration is an entry point, requested once with sample values through Django's
ASGI handler and its middleware, as a signed-in member; every consumer is one, spoken to once through the
site's own ASGI application; commands follow. Each runs twice in processes of its own, forked from one
that has set Django up: once as in production, once with Django's guard noting instead of raising, so that
code behind a first fault is seen as well and its lines are traced. Nothing here knows the linter.
"""

import asyncio
import contextlib
import gc
import inspect
import io
import json
import logging
import mimetypes
import os
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from tests.oracle import releases, seed

HERE = Path(__file__).resolve().parent
PROCESSES = 2
SECONDS_PER_RUN = 60
PATIENCE = 0.5
"""Seconds that a consumer gets for its answer before it is left."""

SAMPLES = {
    "pk": 1,
    "source": 1,
    "target": 2,
    "amount": 3,
    "limit": 5,
    "username": "ada",
    "city": "Ghent",
    "word": "book",
    "isbn": "9780000000001",
    "name": "north.csv",
    "text": "hello",
}
COMMANDS = ("check_partners", "count_books")
SPOKEN = '{"pk": 1}'
"""What each consumer is sent, once it has accepted the connection."""


class HarnessError(Exception):
    """The oracle itself could not do its work."""


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """Something to run: a path to request or connect to, or a command to call.

    `kind` is view, consumer or command, `name` the function or class behind it, `code` the file and first
    line of what Django calls, empty for a command.
    """

    name: str
    kind: str
    target: str
    code: tuple[str, int, str] = ("", 0, "")


@contextlib.contextmanager
def prepared_site(work: Path):
    """A copy of the site below `work` with its servers running and Django set up in this process.

    Yields the folder of the copy.
    """
    site = work / "storefront"
    shutil.copytree(HERE / "site", site, ignore=shutil.ignore_patterns("__pycache__"))
    data = work / "data"
    data.mkdir()
    servers = subprocess.Popen(
        [sys.executable, str(HERE / "servers.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        http_port, mail_port = servers.stdout.readline().split()
        os.environ.update(
            DJANGO_SETTINGS_MODULE="config.settings",
            MARKET_DATA=str(data),
            MARKET_PARTNER_URL=f"http://127.0.0.1:{http_port}",
            MARKET_SMTP_PORT=mail_port,
        )
        os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
        sys.path.insert(0, str(site))
        set_up_django()
        yield site
    finally:
        servers.stdin.close()
        servers.wait(10)


def set_up_django() -> None:
    """Settings, tables, rows, files and every import that a request would otherwise make."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections
    from django.template import engines

    django.setup()
    from django.contrib.contenttypes.models import ContentType

    releases.stand_in()
    logging.disable(logging.CRITICAL)
    call_command("migrate", run_syncdb=True, verbosity=0)
    call_command("createcachetable", verbosity=0)
    seed.rows()
    seed.more_rows()
    seed.session()
    seed.files(settings)
    ContentType.objects.clear_cache()  # as in a process that has just been started
    connections.close_all()
    del connections["default"]
    engines.all()
    mimetypes.init()
    asyncio.run(warm_up(settings.PARTNER_URL))


async def warm_up(url: str) -> None:
    """Makes the one request after which the asynchronous client imports nothing any more."""
    import httpx

    async with httpx.AsyncClient() as client:
        await client.get(url)


def entry_points() -> list[EntryPoint]:
    """Every route of the site and every consumer with sample values filled in, then the commands."""
    from config.routing import websocket_urlpatterns
    from django.urls import get_resolver

    found = []
    for prefix in get_resolver().url_patterns:
        for route in prefix.url_patterns:
            view = getattr(route.callback, "view_class", route.callback)
            path = f"/{prefix.pattern}{filled(route)}"
            found.append(EntryPoint(name_of(view), "view", path, code_of(view)))
    for route in websocket_urlpatterns:
        consumer = route.callback.consumer_class
        found.append(EntryPoint(name_of(consumer), "consumer", f"/{filled(route)}", code_of(consumer)))
    return found + [EntryPoint(f"manage.py {name}", "command", name) for name in COMMANDS]


def name_of(called) -> str:
    """The dotted name of a function or class of the site."""
    return f"{called.__module__}.{called.__qualname__}"


def code_of(called) -> tuple[str, int, str]:
    """File, first line and name of a function below its decorators, or of a class."""
    called = inspect.unwrap(called)
    _, line = inspect.getsourcelines(called)
    return inspect.getsourcefile(called) or "", line, called.__name__


def filled(route) -> str:
    """The path of a route with sample values in the place of its converters."""
    path = str(route.pattern)
    for name, converter in route.pattern.converters.items():
        if name not in SAMPLES:
            raise HarnessError(f"no sample value for {name!r} in the route {path}")
        kind = type(converter).__name__.removesuffix("Converter").lower()
        kind = {"string": "str"}.get(kind, kind)
        path = path.replace(f"<{kind}:{name}>", str(SAMPLES[name]))
    return path


def scope_of(path: str, protocol: str) -> dict:
    """The ASGI scope of one request or connection; `protocol` is http or websocket."""
    return {
        "type": protocol,
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http" if protocol == "http" else "ws",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"cookie", f"sessionid={seed.SESSION}".encode())],
        "client": ("127.0.0.1", 40000),
        "server": ("127.0.0.1", 8000),
    }


async def request(application, path: str) -> int:
    """The status of one GET request; exceptions leave it as they leave a server's application."""
    incoming = asyncio.Queue()
    incoming.put_nowait({"type": "http.request", "body": b"", "more_body": False})
    status = 0

    async def send(message) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]

    await application(scope_of(path, "http"), incoming.get, send)
    await asyncio.sleep(0.02)
    return status


async def converse(application, path: str) -> str:
    """The types of what a consumer sends when it is connected to, told `SPOKEN` and left."""
    incoming = asyncio.Queue()
    sent: list[str] = []

    async def send(message) -> None:
        sent.append(message["type"].removeprefix("websocket."))

    async def answered(known: int, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while len(sent) == known and time.monotonic() < deadline:
            await asyncio.sleep(0.005)

    async def speak() -> None:
        incoming.put_nowait({"type": "websocket.connect"})
        await answered(0, 5)
        known = len(sent)
        incoming.put_nowait({"type": "websocket.receive", "text": SPOKEN})
        await answered(known, PATIENCE)
        incoming.put_nowait({"type": "websocket.disconnect", "code": 1000})

    speaking = asyncio.create_task(speak())
    try:
        await application(scope_of(path, "websocket"), incoming.get, send)
    finally:
        speaking.cancel()
    return " ".join(sent)


def run_here(entry: EntryPoint, application, site: Path, data: Path, tolerant: bool) -> dict:
    """Runs one entry point in this process under all watches, with a database copied to `data`."""
    from config.asgi import application as site_application
    from django.core.management import call_command
    from django.core.signals import got_request_exception
    from django.db import connections

    from tests.oracle.watches import Watch

    copied = data / "market.sqlite3"
    shutil.copy(connections.settings["default"]["NAME"], copied)
    connections.settings["default"]["NAME"] = copied
    watch = Watch(str(site), tolerant, entry.code)

    def failed(**kwargs) -> None:
        _, error, traceback = sys.exc_info()
        watch.raised(error, traceback)

    got_request_exception.connect(failed)
    outcome: object = None
    loop = asyncio.new_event_loop()
    watch.start()
    try:
        if entry.kind == "command":
            with contextlib.redirect_stdout(io.StringIO()):
                outcome = call_command(entry.target)
        elif entry.kind == "consumer":
            outcome = loop.run_until_complete(converse(site_application, entry.target))
        else:
            outcome = loop.run_until_complete(request(application, entry.target))
    except Exception as error:
        watch.raised(error, error.__traceback__)
        outcome = type(error).__name__
    finally:
        sys.settrace(None)
        threading.settrace(None)
    gc.collect()
    return {"outcome": str(outcome), **watch.result()}


def start(entry: EntryPoint, application, site: Path, data: Path, tolerant: bool) -> int:
    """Forks a process that runs one entry point and leaves `result.json` in `data`; gives its number."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        data.mkdir(parents=True)
        result = run_here(entry, application, site, data, tolerant)
        (data / "result.json").write_text(json.dumps(result))
        status = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def wait_for(child: int, entry: EntryPoint, deadline: float) -> bool:
    """Whether the process has ended; ends it and complains when it is past its deadline."""
    ended, status = os.waitpid(child, os.WNOHANG)
    if ended:
        if status:
            raise HarnessError(f"running {entry.name} failed with status {status}")
        return True
    if time.monotonic() > deadline:
        os.kill(child, 9)
        os.waitpid(child, 0)
        raise HarnessError(f"running {entry.name} took more than {SECONDS_PER_RUN} s")
    return False


def run_all(site: Path, work: Path) -> list[dict]:
    """The truth of every entry point: its two runs, in the order of `entry_points`."""
    import config.asgi  # noqa: F401  the processes below need not import it
    from django.core.handlers.asgi import ASGIHandler

    lacking = releases.missing()
    entries = [entry for entry in entry_points() if entry.name not in lacking]
    application = ASGIHandler()
    gc.collect()
    gc.freeze()
    waiting = [
        (entry, work / "runs" / f"{number}-{mode}", mode == "tolerant")
        for number, entry in enumerate(entries)
        for mode in ("real", "tolerant")
    ]
    waiting.reverse()
    running: list[tuple[int, EntryPoint, float]] = []
    try:
        while waiting or running:
            while waiting and len(running) < PROCESSES:
                entry, data, tolerant = waiting.pop()
                child = start(entry, application, site, data, tolerant)
                running.append((child, entry, time.monotonic() + SECONDS_PER_RUN))
            running = [job for job in running if not wait_for(*job)]
            time.sleep(0.005)
    except HarnessError:
        for child, _, _ in running:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, 9)
        raise
    truth = [truth_of(entry, work / "runs", number) for number, entry in enumerate(entries)]
    check_marks(truth, set(lacking.values()))
    return truth


def check_marks(truth: list[dict], lacking: set[str]) -> None:
    """Raises HarnessError for an entry point that failed only because this Django lacks an API."""
    for entry in truth:
        for symptom in entry["symptoms"]:
            if symptom["kind"] == "raises" and (api := releases.unmarked(symptom["what"], lacking)):
                where = "NEEDS of tests/oracle/releases.py"
                raise HarnessError(f"{entry['name']} uses {api}, which this Django lacks: name it in {where}")


def truth_of(entry: EntryPoint, runs: Path, number: int) -> dict:
    """Both runs of an entry point as one record, without what the tolerant run raises: it cannot happen."""
    real = json.loads((runs / f"{number}-real" / "result.json").read_text())
    tolerant = json.loads((runs / f"{number}-tolerant" / "result.json").read_text())
    symptoms = list(real["symptoms"])
    symptoms += [symptom for symptom in tolerant["symptoms"] if symptom["kind"] != "raises"]
    return {
        "name": entry.name,
        "kind": entry.kind,
        "target": entry.target,
        "outcome": real["outcome"],
        "symptoms": symptoms,
        "lines": tolerant["lines"],
    }
