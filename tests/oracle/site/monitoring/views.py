import asyncio
import logging
from contextvars import ContextVar

from asgiref.sync import sync_to_async
from django.core.cache import cache
from django.core.management import call_command
from django.http import HttpResponse, JsonResponse

from .workers import Gauge, Sampler

logger = logging.getLogger(__name__)
tenant = ContextVar("tenant", default="main")


async def sample(request):
    sampler = Sampler()
    sampler.start()
    return JsonResponse({"sample": sampler.sample()})


async def sample_thread(request):
    sampler = Sampler()
    sampler.start()
    return JsonResponse({"sample": await asyncio.to_thread(sampler.sample)})


async def sample_joined(request):
    sampler = Sampler()
    sampler.start()
    sampler.join()
    return JsonResponse({"alive": sampler.is_alive()})


async def sample_event(request):
    sampler = Sampler()
    sampler.start()
    sampler.finished.wait()
    return HttpResponse("finished")


async def sample_queue(request):
    samples = asyncio.Queue()
    samples.put_nowait(1)
    return JsonResponse({"sample": await samples.get()})


async def gauge(request):
    busy = Gauge().busy(0.3)
    await asyncio.sleep(0.05)
    return JsonResponse({"value": busy.read()})


async def gauge_locked(request):
    lock = asyncio.Lock()
    async with lock:
        await asyncio.sleep(0)
    return JsonResponse({"locked": lock.locked()})


async def tidy(request):
    call_command("tidy")
    return HttpResponse("tidied")


async def tidy_thread(request):
    await sync_to_async(call_command)("tidy")
    return HttpResponse("tidied")


async def tenants(request):
    token = tenant.set("second")
    name = tenant.get()
    tenant.reset(token)
    logger.debug("tenant %s", name)
    return HttpResponse(name)


async def hits(request):
    hits = await cache.aget_or_set("hits", 0)
    await cache.aset("hits", hits + 1)
    return JsonResponse({"hits": hits})


async def waiters(request):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "ready")
    await asyncio.wait([future])
    return HttpResponse(future.result())
