"""The Django site that `measure_async.py` serves and asks: each view does one thing in one way to write it.

`uvicorn measured_site:application` serves it; MEASURED_STACK chooses the middleware. `python measured_site.py PORT`
serves what the views wait for: a server that answers after the milliseconds that its path names.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
import httpx
from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.conf import settings
from django.core.handlers.asgi import ASGIHandler
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.urls import path

Answer = Callable[[HttpRequest], Any]

STACKS: dict[str, list[str]] = {
    "none": [],
    "async": [f"{__name__}.Either"] * 3,
    "sync": [f"{__name__}.Synchronous"] * 3,
    "mixed": [f"{__name__}.Either", f"{__name__}.Synchronous", f"{__name__}.Either", f"{__name__}.Synchronous"],
}
"""Middleware by the name of the stack."""
UPSTREAM = os.environ.get("MEASURED_UPSTREAM", "")
DATABASE = Path(os.environ.get("MEASURED_DATABASE", Path(tempfile.gettempdir()) / "measured.sqlite3"))
WAIT = 0.1
ROWS = 10
COMPUTED = 3_000_000

settings.configure(
    SECRET_KEY="measured",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=STACKS[os.environ.get("MEASURED_STACK", "none")],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATABASE}},
    LOGGING_CONFIG=None,
)
django.setup()


class Synchronous:
    """A middleware that runs only synchronously, as classes of old are."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        return self.get_response(request)


class Either:
    """A middleware that runs in both ways."""

    sync_capable = async_capable = True

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> Any:
        return self.get_response(request)


class Row(models.Model):
    number = models.IntegerField()

    class Meta:
        app_label = "measured"


def make_table() -> None:
    """Makes the table that the views ask, with its rows."""
    DATABASE.unlink(missing_ok=True)
    with connection.schema_editor() as editor:
        editor.create_model(Row)
    Row.objects.bulk_create(Row(number=number) for number in range(ROWS))


def done(text: object = "") -> HttpResponse:
    content = str(text).encode()
    return HttpResponse(content, headers={"Content-Length": str(len(content))})


def plain_sync(request: HttpRequest) -> HttpResponse:
    return done()


async def plain_async(request: HttpRequest) -> HttpResponse:
    return done()


def sleep_sync(request: HttpRequest) -> HttpResponse:
    time.sleep(WAIT)
    return done()


async def sleep_async(request: HttpRequest) -> HttpResponse:
    await asyncio.sleep(WAIT)
    return done()


async def sleep_blocking(request: HttpRequest) -> HttpResponse:
    time.sleep(WAIT)  # what this whole tool is about
    return done()


URL = f"{UPSTREAM}/{WAIT * 1000:.0f}"
SYNCHRONOUS, ASYNCHRONOUS = httpx.Client(), httpx.AsyncClient()  # for all requests: making one costs 10 ms


def three_sync(request: HttpRequest) -> HttpResponse:
    return done([SYNCHRONOUS.get(URL).status_code for _ in range(3)])


async def three_in_turn(request: HttpRequest) -> HttpResponse:
    return done([(await ASYNCHRONOUS.get(URL)).status_code for _ in range(3)])


async def three_together(request: HttpRequest) -> HttpResponse:
    answers = await asyncio.gather(*(ASYNCHRONOUS.get(URL) for _ in range(3)))
    return done([answer.status_code for answer in answers])


def rows_sync(request: HttpRequest) -> HttpResponse:
    return done([Row.objects.get(number=number).pk for number in range(ROWS)])


async def rows_async(request: HttpRequest) -> HttpResponse:
    return done([(await Row.objects.aget(number=number)).pk for number in range(ROWS)])


async def rows_together(request: HttpRequest) -> HttpResponse:
    rows = await asyncio.gather(*(Row.objects.aget(number=number) for number in range(ROWS)))
    return done([row.pk for row in rows])


def computed() -> int:
    total = 0
    for number in range(COMPUTED):
        total += number
    return total


def compute_sync(request: HttpRequest) -> HttpResponse:
    return done(computed())


async def compute_async(request: HttpRequest) -> HttpResponse:
    return done(computed())


async def compute_thread(request: HttpRequest) -> HttpResponse:
    return done(await asyncio.to_thread(computed))


VIEWS = (
    plain_sync, plain_async, sleep_sync, sleep_async, sleep_blocking, three_sync, three_in_turn, three_together,
    rows_sync, rows_async, rows_together, compute_sync, compute_async, compute_thread,
)  # fmt: skip
urlpatterns = [path(view.__name__, view) for view in VIEWS]
application = ASGIHandler()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answers each request of a connection after the milliseconds that its path names."""
    try:
        while line := await reader.readline():
            while (await reader.readline()).strip():
                pass
            await asyncio.sleep(int(line.split()[1][1:] or 0) / 1000)
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


async def serve_upstream(port: int) -> None:
    server = await asyncio.start_server(answer, "127.0.0.1", port, backlog=2000)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve_upstream(int(sys.argv[1])))
