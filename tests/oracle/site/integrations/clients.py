import http.client
import json
import urllib.request
from urllib.parse import urlsplit

import httpx
import requests
from django.conf import settings

from .retry import retry


class PartnerClient:
    def __init__(self, base_url=None):
        self.base_url = base_url or settings.PARTNER_URL
        self.session = requests.Session()
        self.attempts = 0

    def url(self, path):
        return f"{self.base_url}{path}"

    def fetch(self, path):
        response = self.session.get(self.url(path), timeout=5)
        response.raise_for_status()
        return response.json()

    @property
    def status(self):
        return self.fetch("/status")["status"]

    @property
    def host(self):
        return urlsplit(self.base_url).netloc

    @retry(attempts=2, wait=0.2)
    def stock(self, isbn):
        self.attempts += 1
        if self.attempts < 2:
            raise LookupError(isbn)
        return len(isbn)


class AsyncPartnerClient(PartnerClient):
    async def fetch(self, path):
        async with httpx.AsyncClient(base_url=self.base_url, verify=False) as client:
            response = await client.get(path)
        return response.json()


_client = None


def get_client():
    global _client
    if _client is None:
        _client = PartnerClient()
    return _client


def rates():
    with urllib.request.urlopen(settings.PARTNER_URL + "/rates", timeout=5) as answer:
        return json.load(answer)


def ping():
    target = urlsplit(settings.PARTNER_URL)
    connection = http.client.HTTPConnection(target.hostname, target.port, timeout=5)
    connection.request("GET", "/ping")
    status = connection.getresponse().status
    connection.close()
    return status


def quote(amount):
    return httpx.get(f"{settings.PARTNER_URL}/quote/{amount}").json()


def quotes(amounts):
    with httpx.Client(base_url=settings.PARTNER_URL) as client:
        return [client.get(f"/quote/{amount}").json() for amount in amounts]


async def aquote(client, amount):
    response = await client.get(f"/quote/{amount}")
    return response.json()
