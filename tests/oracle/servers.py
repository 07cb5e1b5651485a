"""The outside world of the oracle's site: a slow HTTP partner and a slow mail server, on loopback only.

Run as a script it prints the two port numbers on one line and serves until its standard input closes.
Nothing here knows the site or what is expected of it.
"""

import asyncio
import sys

DELAY = 0.03
"""Seconds before each answer: long enough to be a real wait, short enough for two hundred entry points."""

BODY = b'{"status": "up", "rates": {"EUR": 1}}'
RESPONSE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
    b"Content-Length: " + str(len(BODY)).encode() + b"\r\n\r\n" + BODY
)


async def answer_http(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answers one request of any path with a small JSON document."""
    try:
        await reader.readuntil(b"\r\n\r\n")
        await asyncio.sleep(DELAY)
        writer.write(RESPONSE)
        await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def answer_mail(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Speaks as much SMTP as Django's backend needs and keeps nothing."""

    async def say(text: bytes) -> None:
        writer.write(text + b"\r\n")
        await writer.drain()

    await asyncio.sleep(DELAY)
    await say(b"220 oracle")
    body = False
    while line := (await reader.readline()).strip(b"\r\n") if not reader.at_eof() else b"":
        word = line[:4].upper()
        if word == b"DATA":
            await say(b"354 go on")
            body = True
            while body and not reader.at_eof():
                body = (await reader.readline()) != b".\r\n"
            await say(b"250 kept")
        elif word == b"QUIT":
            await say(b"221 bye")
            break
        else:
            await say(b"250 oracle")
    writer.close()


async def serve() -> None:
    """Serves both on free ports until standard input closes."""
    http = await asyncio.start_server(answer_http, "127.0.0.1", 0)
    mail = await asyncio.start_server(answer_mail, "127.0.0.1", 0)
    print(*(server.sockets[0].getsockname()[1] for server in (http, mail)), flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
