import asyncio
import functools

from asgiref.sync import async_to_sync, sync_to_async
from django.http import HttpResponse, JsonResponse

from almanac import background
from almanac.background import AuditTrail, Forecaster
from almanac.models import Observation, Station
from almanac.repositories import StationRepository

trail = AuditTrail()
repository = StationRepository()


async def opened(request, pk):
    trail.opened(pk)
    return HttpResponse(pk)


async def closed(request, pk):
    await trail.closing(pk)
    return HttpResponse(pk)


async def scheduled(request, pk):
    trail.scheduled(pk)
    return HttpResponse(pk)


async def cleaned(request):
    Observation.objects.filter(high__gt=90).adelete()
    return HttpResponse("cleaned")


async def cleaned_now(request):
    deleted, _ = await Observation.objects.filter(high__gt=90).adelete()
    return HttpResponse(deleted)


async def reporting(request, pk):
    station = await repository.get(pk)
    return HttpResponse("yes" if station.is_reporting() else "no")


async def reporting_now(request, pk):
    station = await repository.get(pk)
    return HttpResponse("yes" if await station.is_reporting() else "no")


async def refreshed(request):
    stations = await repository.listed()
    background.refreshes(stations)
    return HttpResponse(len(stations))


async def refreshed_together(request):
    stations = await repository.listed()
    return JsonResponse({"codes": await asyncio.gather(*background.refreshes(stations))})


async def due(request):
    stations = await repository.listed()
    waiting = list(filter(background.is_due, stations))
    return HttpResponse(len(waiting))


async def due_now(request):
    waiting = [station async for station in Station.objects.all() if await background.is_due(station)]
    return HttpResponse(len(waiting))


async def refresh_called_back(request, pk):
    station = await repository.get(pk)
    task = asyncio.create_task(background.refresh(station))
    task.add_done_callback(lambda done: background.record("refreshed", done.result()))
    return HttpResponse(await task)


async def refresh_started(request, pk):
    station = await repository.get(pk)
    background.start(background.refresh(station))
    return HttpResponse(station.code)


async def refresh_bridged(request, pk):
    station = await repository.get(pk)
    return HttpResponse(background.refresh_now(station))


async def refresh_run(request, pk):
    station = await repository.get(pk)
    return HttpResponse(background.refresh_in_loop(station))


async def refresh_awaited(request, pk):
    station = await repository.get(pk)
    return HttpResponse(await background.refresh(station))


def refresh_plain(request, pk):
    station = Station.objects.get(pk=pk)
    return HttpResponse(background.refresh_now(station))


def emptied_plain(request):
    background.deactivate_empty()
    return HttpResponse("emptied")


def emptied_bridged(request):
    return HttpResponse(async_to_sync(background.deactivate_empty)())


async def saved_wrapped(request, pk):
    station = await repository.get(pk)
    await sync_to_async(station.save())
    return HttpResponse(station.code)


async def saved_in_thread(request, pk):
    station = await repository.get(pk)
    await sync_to_async(station.save)(update_fields=["elevation"])
    return HttpResponse(station.code)


async def outlook(request, pk):
    forecaster = Forecaster(await repository.get(pk))
    return HttpResponse(forecaster.outlook)


async def outlook_now(request, pk):
    forecaster = Forecaster(await repository.get(pk))
    return HttpResponse(await forecaster.outlook)


async def steps(request, pk):
    station = await repository.get(pk)
    work = [functools.partial(background.refresh, station), functools.partial(background.record, "seen", pk)]
    for step in work:
        step()
    return HttpResponse(len(work))


async def steps_now(request, pk):
    station = await repository.get(pk)
    work = [functools.partial(background.refresh, station), functools.partial(background.record, "seen", pk)]
    for step in work:
        await step()
    return HttpResponse(len(work))


async def queried(request, amount):
    warm = await Observation.objects.filter(high__gte=amount)
    return JsonResponse({"days": [entry.day for entry in warm]})


async def paused(request):
    asyncio.sleep(0.05)
    return HttpResponse("paused")
