import abc
import asyncio
import contextlib
import socket
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import requests
from django.conf import settings


class Gateway(abc.ABC):
    async def push(self, payload):
        prepared = self.prepare(payload)
        return await self.send(prepared)

    def prepare(self, payload):
        return dict(payload)

    @abc.abstractmethod
    async def send(self, payload): ...


class HttpGateway(Gateway):
    async def send(self, payload):
        response = requests.post(settings.PARTNER_URL + "/push", json=payload, timeout=5)
        return response.status_code


class ThreadGateway(Gateway):
    async def send(self, payload):
        return await asyncio.to_thread(self.post, payload)

    def post(self, payload):
        return requests.post(settings.PARTNER_URL + "/push", json=payload, timeout=5).status_code


class StampingGateway(ThreadGateway):
    def prepare(self, payload):
        stamp = requests.get(settings.PARTNER_URL + "/stamp", timeout=5)
        return super().prepare(payload) | {"stamp": stamp.status_code}


class MemoryGateway(Gateway):
    def __init__(self):
        self.kept = []

    async def send(self, payload):
        self.kept.append(payload)
        return len(self.kept)


class Terminal:
    """A cash desk's terminal; it is reached as soon as the object exists."""

    def __init__(self):
        target = urlsplit(settings.PARTNER_URL)
        self.connection = socket.create_connection((target.hostname, target.port), timeout=5)

    def close(self):
        self.connection.close()


class LazyTerminal:
    def __init__(self):
        self.connection = None

    def connect(self):
        target = urlsplit(settings.PARTNER_URL)
        self.connection = socket.create_connection((target.hostname, target.port), timeout=5)
        return self

    def close(self):
        if self.connection is not None:
            self.connection.close()


@dataclass
class Ledger:
    entries: list = field(default_factory=list)
    pause: float = 0.15

    def __add__(self, entry):
        time.sleep(self.pause)
        return Ledger([*self.entries, entry], self.pause)

    def __len__(self):
        return len(self.entries)

    def __getitem__(self, index):
        return self.entries[index]


class Throttle:
    async def __aenter__(self):
        self.wait()
        return self

    async def __aexit__(self, *details):
        return None

    def wait(self):
        time.sleep(0.15)


@contextlib.asynccontextmanager
async def throttled():
    await asyncio.sleep(0.01)
    yield


@contextlib.contextmanager
def stamped():
    time.sleep(0.15)
    yield "stamp"


class Heartbeat:
    def __get__(self, instance, owner):
        time.sleep(0.15)
        return "alive"


class Monitor:
    heartbeat = Heartbeat()
    name = "monitor"
