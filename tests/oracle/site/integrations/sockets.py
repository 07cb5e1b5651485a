import asyncio
import socket
import sqlite3
from urllib.parse import urlsplit

from django.conf import settings

REQUEST = b"GET /ping HTTP/1.0\r\n\r\n"


def address():
    target = urlsplit(settings.PARTNER_URL)
    return target.hostname, target.port


def exchange():
    with socket.create_connection(address(), timeout=5) as connection:
        connection.sendall(REQUEST)
        return connection.recv(64).split(b"\r\n")[0].decode()


class LineReader:
    def __init__(self):
        self.socket = socket.socket()

    def open(self):
        self.socket.connect(address())
        self.socket.sendall(REQUEST)

    def line(self):
        data = self.socket.recv(64)
        self.socket.close()
        return data.split(b"\r\n")[0].decode()


async def aexchange():
    reader, writer = await asyncio.open_connection(*address())
    writer.write(REQUEST)
    await writer.drain()
    line = await reader.readline()
    writer.close()
    return line.decode().strip()


def legacy_names():
    connection = sqlite3.connect(settings.LEGACY_DATABASE)
    try:
        return [name for (name,) in connection.execute("SELECT name FROM customers")]
    finally:
        connection.close()
