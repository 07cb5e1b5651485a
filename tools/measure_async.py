"""Measures when async helps in Django, on a real ASGI server, and writes it into docs/when-async-helps.md.

`make measure-async`. The site is `measured_site.py`, one process of uvicorn; another process is the server that its
views wait for; this one asks. Each figure is the least of several runs. Nothing here is about the linter itself.
"""

import asyncio
import json
import os
import platform
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

from plot import plotted

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(__file__).resolve().parent
PAGE = ROOT / "docs/when-async-helps.md"
PICTURES = ROOT / "docs/pictures"
SECTION = "(<!-- {name}: begin -->\n).*?(<!-- {name}: end -->)"
RUNS = 5
AT_ONCE = (1, 2, 5, 10, 20, 50, 100, 200)
STACKS = {"none": "no middleware", "async": "three that run in both ways", "sync": "three that run only synchronously",
          "mixed": "four, both kinds in turn"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """A way to write a view, and the view of the site that is written so."""

    name: str
    view: str


SLEEPS = (
    Way("`def`, `time.sleep`", "sleep_sync"),
    Way("`async def`, `await asyncio.sleep`", "sleep_async"),
    Way("`async def`, `time.sleep`", "sleep_blocking"),
)
NETWORK = (
    Way("`def`, one after another", "three_sync"),
    Way("`async def`, one after another", "three_in_turn"),
    Way("`async def`, `asyncio.gather`", "three_together"),
)
ROWS = (
    Way("`def`, `get` ten times", "rows_sync"),
    Way("`async def`, `await aget` ten times", "rows_async"),
    Way("`async def`, `gather` of ten `aget`", "rows_together"),
)
STALLS = (
    Way("nothing", ""),
    Way("`def` that sleeps", "sleep_sync"),
    Way("`async def` that awaits a sleep", "sleep_async"),
    Way("`async def` that calls `time.sleep`", "sleep_blocking"),
    Way("`def` that computes", "compute_sync"),
    Way("`async def` that computes", "compute_async"),
    Way("`async def` that computes in a thread", "compute_thread"),
)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(*command: object, port: int, variables: Mapping[str, str]) -> Iterator[None]:
    """A process that listens on a port, ended afterwards."""
    process = subprocess.Popen([sys.executable, *map(str, command)], env={**os.environ, **variables}, cwd=TOOLS)
    try:
        for _ in range(200):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        else:
            raise SystemExit(f"{' '.join(map(str, command))} did not listen on its port")
        yield
    finally:
        process.terminate()
        process.wait()


@contextmanager
def served(stack: str, folder: Path) -> Iterator[int]:
    """The port of the site under one stack of middleware."""
    upstream, port = free_port(), free_port()
    variables = {
        "MEASURED_STACK": stack,
        "MEASURED_UPSTREAM": f"http://127.0.0.1:{upstream}",
        "MEASURED_DATABASE": str(folder / f"{stack}.sqlite3"),
    }
    made = [sys.executable, "-c", "import measured_site; measured_site.make_table()"]
    subprocess.run(made, env={**os.environ, **variables}, cwd=TOOLS, check=True)
    options = ("--log-level", "warning", "--timeout-keep-alive", 60)
    server = ("-m", "uvicorn", "measured_site:application", "--port", port, *options)
    with (
        running(TOOLS / "measured_site.py", upstream, port=upstream, variables=variables),
        running(*server, port=port, variables=variables),
    ):
        yield port


class Asked:
    """A site, asked over connections that stay open by a client of few lines, so that not the client is measured."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def get(self, view: str) -> None:
        """Asks a view. Raises RuntimeError for any answer but 200."""
        reader, writer = self.idle.pop() if self.idle else await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(f"GET /{view} HTTP/1.1\r\nHost: measured\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", head)
        body = await reader.readexactly(int(length[1])) if length else b""
        if b" 200 " not in head.partition(b"\r\n")[0]:
            raise RuntimeError(f"{view}: {head!r} {body!r}")
        self.idle.append((reader, writer))


async def all_at_once(asked: Asked, view: str, count: int) -> float:
    """The seconds until as many requests, sent at once, are answered."""
    started = time.perf_counter()
    await asyncio.gather(*(asked.get(view) for _ in range(count)))
    return time.perf_counter() - started


async def repeated(measure: Callable[[], Awaitable[float]], runs: int = RUNS) -> float:
    """The least of several measurements, the first of which does not count: what else runs only adds to it."""
    await measure()
    return min([await measure() for _ in range(runs)])


async def one_request(asked: Asked, view: str, times: int = 100) -> float:
    """The seconds of one request to a view, asked one after another."""

    async def measure() -> float:
        started = time.perf_counter()
        for _ in range(times):
            await asked.get(view)
        return (time.perf_counter() - started) / times

    return await repeated(measure)


async def slowest_neighbour(asked: Asked, view: str) -> float:
    """The seconds that the slowest of many small requests takes while a view is asked three times."""

    async def neighbour() -> float:
        started = time.perf_counter()
        await asked.get("plain_async")
        return time.perf_counter() - started

    async def measure() -> float:
        busy = asyncio.gather(*(asked.get(view) for _ in range(3))) if view else asyncio.sleep(0.3)
        waiting = asyncio.ensure_future(busy)
        found = []
        while not waiting.done():
            found.append(await neighbour())
            await asyncio.sleep(0.002)
        await waiting
        return max(found)

    return await repeated(measure)


Figures = dict[str, object]


async def measured(folder: Path) -> Figures:
    """Everything, by section of the page."""
    figures: Figures = {}
    with served("none", folder) as port:
        asked = Asked(port)
        figures["sleeps"] = {
            way.view: {
                count: await repeated(partial(all_at_once, asked, way.view, count), 3)
                for count in AT_ONCE
                if way.view != "sleep_blocking" or count <= 50
            }
            for way in SLEEPS
        }
        figures["network"] = {
            way.view: [await repeated(partial(all_at_once, asked, way.view, count)) for count in (1, 20)]
            for way in NETWORK
        }
        figures["rows"] = {way.view: await one_request(asked, way.view, 20) for way in ROWS}
        figures["stalls"] = {way.view: await slowest_neighbour(asked, way.view) for way in STALLS}
    middleware: dict[str, list[float]] = {}
    for stack in STACKS:
        with served(stack, folder) as port:
            middleware[stack] = [await one_request(Asked(port), view) for view in ("plain_sync", "plain_async")]
    figures["middleware"] = middleware
    return figures


def milliseconds(seconds: float) -> str:
    found = seconds * 1000
    return f"{found:.0f} ms" if found >= 10 else f"{found:.1f} ms" if found >= 1 else f"{found:.2f} ms"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def sections(figures: Mapping[str, object]) -> dict[str, str]:
    """The generated parts of the page, by name."""
    found: dict[str, object] = json.loads(json.dumps(figures))
    sleeps, network, rows, stalls, stacks = (
        found[name] for name in ("sleeps", "network", "rows", "stalls", "middleware")
    )
    counts = ("1", "10", "50", "200")
    return {
        "sleeps": table(
            ["View", *(f"{count} at once" for count in counts)],
            [[way.name, *(_at(sleeps, way.view, count) for count in counts)] for way in SLEEPS],
        ),
        "network": table(
            ["View", "1 request", "20 at once"],
            [[way.name, *map(milliseconds, network[way.view])] for way in NETWORK],  # type: ignore[index]
        ),
        "rows": table(["View", "1 request"], [[way.name, milliseconds(rows[way.view])] for way in ROWS]),  # type: ignore[index]
        "stalls": table(
            ["Meanwhile", "Slowest neighbour"],
            [[way.name, milliseconds(stalls[way.view])] for way in STALLS],  # type: ignore[index]
        ),
        "middleware": table(
            ["Middleware", "`def` view", "`async def` view"],
            [[words, *map(milliseconds, stacks[stack])] for stack, words in STACKS.items()],  # type: ignore[index]
        ),
    }


def _at(figures: object, view: str, count: str) -> str:
    assert isinstance(figures, dict)
    seconds = figures[view].get(count)
    return milliseconds(seconds) if seconds is not None else "-"


def setting() -> str:
    """When and on what it was measured."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("Django", "uvicorn", "httpx"))
    date = datetime.now(UTC).date().isoformat()
    return f"Measured {date}: {packages}, Python {platform.python_version()}, {os.cpu_count()} cores, SQLite.\n"


def pictures(figures: Mapping[str, object]) -> dict[str, str]:
    """The plots by file name."""
    sleeps = figures["sleeps"]
    assert isinstance(sleeps, dict)
    lines = {
        way.name.replace("`", ""): [(float(count), seconds) for count, seconds in sleeps[way.view].items()]
        for way in SLEEPS
    }
    title = "Seconds until all requests are answered, each of which waits 0.1 s"
    return {"waits.svg": plotted(title, ("requests at once", "seconds"), lines)}


def write(figures: Mapping[str, object]) -> None:
    """Puts the figures into the page and draws the plots."""
    text = PAGE.read_text("utf-8")
    for name, content in {"setting": setting(), **sections(figures)}.items():
        pattern = re.compile(SECTION.format(name=name), re.DOTALL)
        found = pattern.search(text)
        if found is None:
            raise SystemExit(f"{PAGE.name} has no section {name}")
        text = f"{text[: found.start()]}{found[1]}{content}{found[2]}{text[found.end() :]}"
    PAGE.write_text(text, "utf-8")
    PICTURES.mkdir(exist_ok=True)
    for name, drawing in pictures(figures).items():
        (PICTURES / name).write_text(drawing, "utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(measured(Path(folder)))
    print(json.dumps(figures, indent=1))
    write(figures)


if __name__ == "__main__":
    main()
