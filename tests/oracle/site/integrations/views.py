import asyncio
import time
from time import sleep as doze

import httpx
import requests
from asgiref.sync import async_to_sync, sync_to_async
from django.conf import settings
from django.http import HttpResponse, JsonResponse

from . import clients, registry, shell, sockets
from .clients import AsyncPartnerClient, PartnerClient, get_client

wait = time.sleep
partner = httpx.AsyncClient(base_url=settings.PARTNER_URL, verify=False)
lookups = registry.requests


async def slow(request):
    time.sleep(0.3)
    return HttpResponse("done")


async def slow_alias(request):
    wait(0.2)
    doze(0.2)
    return HttpResponse("done")


async def slow_thread(request):
    await asyncio.to_thread(time.sleep, 0.2)
    await sync_to_async(wait)(0.1)
    return HttpResponse("done")


def slow_sync(request):
    time.sleep(0.2)
    return HttpResponse("done")


async def slow_lambda(request):
    pause = lambda: time.sleep(0.2)  # noqa: E731
    pause()
    return HttpResponse("done")


async def slow_executor(request):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, lambda: time.sleep(0.2))
    return HttpResponse("done")


class Stopwatch:
    def sleep(self, seconds):
        return seconds

    def get(self, url):
        return url


async def measured(request):
    await asyncio.sleep(0)
    return HttpResponse(str(elapsed(Stopwatch())))


def elapsed(time, requests=None):
    requests = requests or Stopwatch()
    return time.sleep(5), requests.get("/nowhere")


async def status_raw(request):
    response = requests.get(f"{settings.PARTNER_URL}/status", timeout=5)
    return JsonResponse(response.json())


async def status(request):
    client = PartnerClient()
    return HttpResponse(client.status)


async def status_host(request):
    client = PartnerClient()
    return HttpResponse(client.host)


async def status_shared(request):
    return JsonResponse(get_client().fetch("/status"))


async def status_async(request):
    client = AsyncPartnerClient()
    return JsonResponse(await client.fetch("/status"))


async def status_thread(request):
    client = get_client()
    return JsonResponse(await asyncio.to_thread(client.fetch, "/status"))


async def status_route(request):
    lookups.post("ping", "/ping")
    return JsonResponse({"route": lookups.get("status", timeout=5), "text": lookups.run("ping")})


async def stock(request, isbn):
    return JsonResponse({"stock": PartnerClient().stock(isbn)})


async def rates(request):
    return JsonResponse(clients.rates())


async def rates_thread(request):
    return JsonResponse(await asyncio.to_thread(clients.rates))


async def ping(request):
    return JsonResponse({"status": clients.ping()})


async def quote(request, amount):
    return JsonResponse(clients.quote(amount))


async def quotes(request, amount):
    return JsonResponse({"quotes": clients.quotes([amount, amount + 1])})


async def quote_async(request, amount):
    return JsonResponse(await clients.aquote(partner, amount))


async def quote_pair(request, amount):
    first, second = await asyncio.gather(clients.aquote(partner, amount), clients.aquote(partner, amount + 1))
    return JsonResponse({"quotes": [first, second]})


async def revision(request):
    return HttpResponse(shell.revision())


async def revision_async(request):
    return HttpResponse(await shell.arevision())


async def work(request):
    worker = shell.Worker().start()
    return HttpResponse(worker.finish())


async def touch(request):
    return JsonResponse({"code": shell.touch()})


async def exchange(request):
    return HttpResponse(sockets.exchange())


async def exchange_async(request):
    return HttpResponse(await sockets.aexchange())


async def read_line(request):
    reader = sockets.LineReader()
    reader.open()
    return HttpResponse(reader.line())


async def legacy(request):
    return JsonResponse({"names": sockets.legacy_names()})


async def legacy_thread(request):
    return JsonResponse({"names": await asyncio.to_thread(sockets.legacy_names)})


def status_now():
    return asyncio.run(AsyncPartnerClient().fetch("/status"))


async def nested(request):
    return JsonResponse(status_now())


async def nested_bridge(request):
    fetch = async_to_sync(AsyncPartnerClient().fetch)
    return JsonResponse(fetch("/status"))


async def bridged(request):
    def load():
        return async_to_sync(AsyncPartnerClient().fetch)("/status")

    return JsonResponse(await sync_to_async(load)())


async def nested_thread(request):
    return JsonResponse(await asyncio.to_thread(status_now))
