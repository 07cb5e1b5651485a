import asyncio
import contextlib

from django.conf import settings
from django.http import HttpResponse, JsonResponse

from almanac import feeds
from almanac.feeds import AsyncFeed, Bulletin, FeedClient, Forecast, SessionFeed
from almanac.repositories import FileBulletins, JsonBulletins, MemoryBulletins

CITIES = ("Ghent", "Bruges", "Ypres")


async def report(request, city):
    return JsonResponse(FeedClient().fetch(f"weather/{city}"))


async def report_thread(request, city):
    return JsonResponse(await asyncio.to_thread(FeedClient().fetch, f"weather/{city}"))


async def report_session(request, city):
    client = SessionFeed()
    return JsonResponse(client.fetch(f"weather/{city}"))


async def report_soon(request, city):
    async with AsyncFeed() as client:
        return JsonResponse(await client.fetch(f"weather/{city}"))


async def reports_together(request):
    async with feeds.feed() as client:
        found = await asyncio.gather(*(client.fetch(f"weather/{city}") for city in CITIES))
    return JsonResponse(dict(zip(CITIES, found, strict=True)))


async def reports_grouped(request):
    async with AsyncFeed() as client, asyncio.TaskGroup() as group:
        tasks = {city: group.create_task(client.fetch(f"weather/{city}")) for city in CITIES}
    return JsonResponse({city: task.result() for city, task in tasks.items()})


async def report_in_time(request, city):
    try:
        async with asyncio.timeout(5):
            answer = await asyncio.to_thread(SessionFeed().fetch, f"weather/{city}")
    except TimeoutError:
        return HttpResponse(status=504)
    return JsonResponse(answer)


async def report_pool(request, city):
    loop = asyncio.get_running_loop()
    return JsonResponse(await loop.run_in_executor(feeds.pool, FeedClient().fetch, f"weather/{city}"))


async def report_pool_waited(request, city):
    return JsonResponse(feeds.wait_for_fetch(f"weather/{city}"))


async def report_pool_wrapped(request, city):
    return JsonResponse(await asyncio.wrap_future(feeds.submitted(f"weather/{city}")))


async def office_host(request):
    return HttpResponse(f"{feeds.office().host} {feeds.office().address('x')}")


async def bulletin(request, name):
    return HttpResponse(Bulletin.load(name).headline())


async def bulletin_thread(request, name):
    loaded = await asyncio.to_thread(Bulletin.load, name)
    return HttpResponse(loaded.headline())


async def bulletin_decorated(request, name):
    return HttpResponse(await feeds.read_bulletin(name))


async def bulletin_parsed(request, name):
    return HttpResponse(Bulletin.parse(name, "title,price\nRain,3\nSun,4\n").text)


async def forecast(request, name):
    return HttpResponse(Forecast(FileBulletins()).first_line(name))


async def forecast_kept(request, name):
    return HttpResponse(Forecast(MemoryBulletins({name: "Fair\nWindy"})).first_line(name))


async def forecast_json(request, name):
    source = JsonBulletins({name: '{"lines": ["Fair", "Windy"]}'})
    return HttpResponse(Forecast(source).first_line(name))


async def scratch(request, name):
    with feeds.scratch_copy(settings.PRICE_LISTS / name) as copy:
        return HttpResponse(copy.rpartition("/")[2])


async def usage(request):
    return HttpResponse(feeds.disk_usage())


async def usage_soon(request):
    return HttpResponse(await feeds.disk_usage_soon())


async def resolve(request):
    return JsonResponse({"addresses": feeds.addresses("localhost")})


async def resolve_soon(request):
    return JsonResponse({"addresses": await feeds.addresses_soon("localhost")})


async def keep(request, name, text):
    return HttpResponse(feeds.keep(name, text))


async def keep_thread(request, name, text):
    return HttpResponse(await asyncio.to_thread(feeds.keep, name, text))


async def gauge(request):
    return HttpResponse(await feeds.read_gauge())


async def gauge_patient(request):
    return HttpResponse(await feeds.read_gauge_patiently())


async def health(request):
    return JsonResponse({"results": [str(check()) for check in feeds.checks()]})


async def health_together(request):
    results = await asyncio.gather(*(asyncio.to_thread(check) for check in feeds.checks()))
    return JsonResponse({"results": [str(result) for result in results]})


async def arrival(request):
    return HttpResponse(str(feeds.next_arrival()))


async def arrival_soon(request, text):
    arrivals = asyncio.Queue()
    arrivals.put_nowait(text)
    return HttpResponse(await asyncio.wait_for(arrivals.get(), 1))


async def refresh_alone(request):
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(feeds.refreshing)
        client = await stack.enter_async_context(AsyncFeed())
        return JsonResponse(await client.fetch("refresh"))


async def rates(request):
    first = await feeds.rates()
    second = await feeds.rates()
    return JsonResponse({"same": first == second})
