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
from pathlib import Path

from tests.oracle import releases, seed
from tests.oracle.entries import EntryPoint, HarnessError, entry_points
from tests.oracle.protocol import converse, request

HERE = Path(__file__).resolve().parent
PROCESSES = 2
SECONDS_PER_RUN = 600
MOST_OF_BODY = 2000
"""Characters of a response that are kept to be compared."""


@contextlib.contextmanager
def prepared_site(work: Path, original: Path = HERE / "site"):
    """A copy of the site below `work` with its servers running and Django set up in this process.

    Yields the folder of the copy.
    """
    site = work / "storefront"
    shutil.copytree(original, site, ignore=shutil.ignore_patterns("__pycache__"))
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
    from django.core import serializers
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
    seed.handbook()
    seed.almanac()
    seed.files(settings)
    ContentType.objects.clear_cache()  # as in a process that has just been started
    connections.close_all()
    del connections["default"]
    engines.all()
    serializers.get_serializer_formats()
    mimetypes.init()
    asyncio.run(warm_up(settings.PARTNER_URL))


async def warm_up(url: str) -> None:
    """Makes the one request after which the asynchronous client imports nothing any more."""
    import httpx

    async with httpx.AsyncClient() as client:
        await client.get(url)


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
    body = ""
    loop = asyncio.new_event_loop()
    watch.start()
    try:
        if entry.kind == "command":
            with contextlib.redirect_stdout(io.StringIO()):
                outcome = call_command(entry.target)
        elif entry.kind == "consumer":
            outcome, body = loop.run_until_complete(converse(site_application, entry.target))
        else:
            outcome, body = loop.run_until_complete(request(application, entry.target))
    except Exception as error:
        watch.raised(error, error.__traceback__)
        outcome = type(error).__name__
    finally:
        sys.settrace(None)
        threading.settrace(None)
    gc.collect()
    return {"outcome": str(outcome), "body": body[:MOST_OF_BODY], **watch.result()}


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


def run_all(site: Path, work: Path, only: frozenset[str] = frozenset()) -> list[dict]:
    """The truth of every entry point, or of `only` some: its two runs, in the order of `entry_points`."""
    import config.asgi  # noqa: F401  the processes below need not import it
    from django.core.handlers.asgi import ASGIHandler

    lacking = releases.missing()
    entries = [entry for entry in entry_points() if entry.name not in lacking and (not only or entry.name in only)]
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
        "body": real["body"],
        "tolerated": {key: tolerant[key] for key in ("outcome", "body")},
        "symptoms": symptoms,
        "is_async": entry.is_async,
        "waits": tolerant["waits"],
        "lines": tolerant["lines"],
        "code": [os.path.relpath(entry.code[0], runs.parent / "storefront"), *entry.code[1:]] if entry.code[0] else [],
    }
