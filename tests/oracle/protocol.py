"""The client's side of ASGI: one request, or one conversation with a consumer, as a signed-in member.

Exceptions leave an application here as they would reach its server. Nothing here knows the site or the
linter.
"""

import asyncio
import time

from tests.oracle import seed

PATIENCE = 0.5
"""Seconds that a consumer gets for its answer before it is left."""

SPOKEN = '{"pk": 1}'
"""What each consumer is sent, once it has accepted the connection."""


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


async def request(application, path: str) -> tuple[int, str]:
    """Status and body of one GET request; exceptions leave it as they leave a server's application."""
    incoming = asyncio.Queue()
    incoming.put_nowait({"type": "http.request", "body": b"", "more_body": False})
    status = 0
    body = b""

    async def send(message) -> None:
        nonlocal status, body
        if message["type"] == "http.response.start":
            status = message["status"]
        body += message.get("body", b"")

    await application(scope_of(path, "http"), incoming.get, send)
    await asyncio.sleep(0.02)
    return status, body.decode("utf-8", "replace")


async def converse(application, path: str) -> tuple[str, str]:
    """The types and the texts of what a consumer sends when it is connected to, told `SPOKEN` and left."""
    incoming = asyncio.Queue()
    sent: list[str] = []
    said: list[str] = []

    async def send(message) -> None:
        sent.append(message["type"].removeprefix("websocket."))
        said.append(str(message.get("text")))

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
    return " ".join(sent), " ".join(said)
