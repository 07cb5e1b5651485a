import asyncio
from datetime import date

from asgiref.sync import sync_to_async
from django.http import HttpResponse, JsonResponse
from django.shortcuts import aget_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from almanac.models import Calibration, Observation, Region, Station
from almanac.presenters import SearchFilters, SortFilters, spread_table
from almanac.repositories import StationRepository
from almanac.services.stations import StationDirectory, StationService, directory

service = StationService()


async def board(request):
    return JsonResponse({"stations": await service.board()})


async def board_short(request):
    return JsonResponse({"stations": await service.short_board()})


async def history(request, pk):
    return JsonResponse(await service.history(pk))


async def newest(request, pk):
    return JsonResponse({"high": await service.newest(pk)})


async def extremes(request, pk):
    return JsonResponse(await service.range(pk))


async def extremes_of(request, pk):
    return JsonResponse(await service.range_of(pk))


async def observers(request, pk):
    return JsonResponse({"observers": await service.observers(pk)})


async def warm_days(request, pk):
    return JsonResponse({"days": await service.warm_days(pk)})


async def diary(request, pk):
    return JsonResponse({"entries": await service.diary(pk)})


async def day_book(request):
    return JsonResponse({"entries": await service.day_book()})


async def day_book_joined(request):
    return JsonResponse({"entries": await service.day_book_joined()})


async def day_book_regions(request):
    return JsonResponse({"entries": await service.regional_day_book()})


async def rename(request, pk, name):
    return HttpResponse(await service.rename(pk, name))


async def rename_soon(request, pk, name):
    return HttpResponse(await service.rename_soon(pk, name))


async def close(request, pk):
    return HttpResponse(await service.close(pk))


async def close_safely(request, pk):
    return HttpResponse(await service.close_safely(pk))


async def found(request, pk, word):
    return HttpResponse(await service.founded(pk, word))


async def found_soon(request, pk, word):
    return HttpResponse(await service.founded_soon(pk, word))


async def note(request, pk):
    observer = await request.auser()
    return HttpResponse(await service.noted(pk, date.today(), observer))


async def hottest(request, pk):
    station = await Station.objects.with_observations().aget(pk=pk)
    return JsonResponse({"hottest": station.hottest})


async def hottest_of(request, pk):
    station = await aget_object_or_404(Station, pk=pk)
    return JsonResponse({"hottest": station.hottest})


async def heading(request, pk):
    station = await Station.objects.aget(pk=pk)
    return HttpResponse(station.heading)


async def heading_joined(request, pk):
    station = await Station.objects.select_related("calibration").aget(pk=pk)
    return HttpResponse(station.heading)


async def calibrate(request, pk, amount):
    calibration = await Calibration.objects.select_related("station").aget(station_id=pk)
    calibration.offset += amount
    await calibration.asave()
    return HttpResponse(f"{calibration.station.name} {calibration.station_id}")


async def heights(request):
    stations = Station.objects.active().by_height()
    return JsonResponse({"stations": [station.code for station in stations]})


async def heights_loaded(request):
    stations = [station async for station in Station.objects.active()]
    stations.sort(key=lambda station: (station.elevation, station.name))
    return JsonResponse({"stations": [station.code for station in stations]})


async def slugs(request):
    return JsonResponse(StationRepository().slugs())


async def slugs_thread(request):
    return JsonResponse(await sync_to_async(StationRepository().slugs)())


async def slim(request, pk):
    station = await Station.objects.only("name", "slug").aget(pk=pk)
    return JsonResponse({"name": station.name, "elevation": station.elevation})


async def slim_enough(request, pk):
    station = await Station.objects.only("name", "slug", "elevation").aget(pk=pk)
    return JsonResponse({"code": station.code, "elevation": station.elevation})


async def sponsors(request, pk):
    station = await Station.objects.aget(pk=pk)
    return JsonResponse({"sponsors": ", ".join(sponsor.name for sponsor in station.sponsors.all())})


async def sponsors_loaded(request, pk):
    station = await Station.objects.prefetch_related("sponsors").aget(pk=pk)
    first = station.sponsors.all()[0]
    return JsonResponse({"sponsors": station.sponsors.count(), "first": first.name})


async def sponsor(request, source, target):
    station = await Station.objects.aget(pk=source)
    station.sponsors.add(target)
    return HttpResponse(reverse("almanac-board"))


async def sponsor_soon(request, source, target):
    station = await Station.objects.aget(pk=source)
    await station.sponsors.aadd(target)
    return HttpResponse(await station.sponsors.acount())


async def region_stations(request, name):
    stations = StationRepository().in_region(name)
    if not stations:
        return JsonResponse({"stations": []})
    return JsonResponse({"stations": [station.code async for station in stations]})


async def region_stations_counted(request, name):
    stations = StationRepository().in_region(name)
    if not await stations.aexists():
        return JsonResponse({"stations": []})
    return JsonResponse({"stations": [station.code async for station in stations]})


async def region_page(request, name):
    stations = StationRepository().in_region(name).select_related("region")
    return TemplateResponse(request, "almanac/stations.html", {"title": name, "station_list": stations})


async def filtered(request):
    filters = SearchFilters(text=request.GET.get("text", ""))
    return JsonResponse({"text": filters.text, "regions": filters.regions})


async def ordered(request):
    filters = SortFilters(text=request.GET.get("text", ""))
    filters.columns.append("name")
    return JsonResponse({"text": filters.text, "columns": filters.columns, **filters.orders})


async def fetched_in_thread(request, amount):
    warm = await sync_to_async(Observation.objects.filter)(high__gte=amount)
    return JsonResponse(spread_table(warm))


async def listed_in_thread(request, amount):
    warm = await sync_to_async(list)(Observation.objects.filter(high__gte=amount))
    return JsonResponse(spread_table(warm))


async def raw_rows(request):
    query = Station.objects.raw("SELECT id, name, slug FROM almanac_station ORDER BY id")
    return JsonResponse({"stations": [station.code async for station in query]})


async def streamed_rows(request):
    rows = Observation.objects.values("day", "station__name").order_by("pk")
    return JsonResponse({"rows": [row["station__name"] async for row in rows.aiterator(chunk_size=100)]})


async def iterated_rows(request):
    names = [station.name async for station in Station.objects.active().iterator()]
    return JsonResponse({"names": names})


async def regions_by_name(request):
    regions = {region.name: region async for region in Region.objects.all()}
    stations = [station async for station in Station.objects.all()]
    by_pk = {region.pk: region for region in regions.values()}
    for station in stations:
        station.region = by_pk[station.region_id]
    return JsonResponse({"stations": [str(station) for station in stations]})


async def names(request):
    return JsonResponse({"names": directory.names()})


async def names_soon(request):
    return JsonResponse({"names": await directory.names_soon()})


async def names_kept(request):
    return JsonResponse({"names": await StationDirectory().names_kept()})


async def visits(request):
    return HttpResponse(await directory.count_visit())


async def board_remembered(request):
    cards = await service.board()
    return HttpResponse(directory.remember_board(cards))


async def board_in_table(request):
    return JsonResponse({"board": await directory.remembered_board()})


async def both(request, source, target):
    first, second = await asyncio.gather(service.range(source), service.range(target))
    return JsonResponse({"first": first, "second": second})
