import logging

from asgiref.sync import sync_to_async
from django.core.cache import cache, caches
from django.db import transaction

from almanac.models import Observation, Region, Station
from almanac.presenters import DayRow, observation_lines, station_cards
from almanac.repositories import StationRepository

logger = logging.getLogger(__name__)


class StationService:
    def __init__(self, repository=None):
        self.repository = repository or StationRepository()

    async def board(self):
        return station_cards(await self.repository.listed_with_people())

    async def short_board(self):
        stations = await self.repository.listed()
        return station_cards(stations)

    async def history(self, pk):
        station = await self.repository.get_with_recent(pk)
        rows = [DayRow.from_observation(observation) for observation in station.recent]
        return {"station": station.name, "region": station.region.name, "days": [row.day for row in rows]}

    async def newest(self, pk):
        station = await self.repository.get(pk)
        latest = station.latest
        return latest.high if latest else None

    async def range(self, pk):
        return await Observation.objects.filter(station_id=pk).aextremes()

    async def range_of(self, pk):
        station = await self.repository.get(pk)
        return self._range(station)

    def _range(self, station):
        return station.observations.extremes()

    async def observers(self, pk):
        station = await self.repository.get_with_observers(pk)
        return sorted({observation.observer.username for observation in station.observations.all()})

    async def warm_days(self, pk):
        station = await self.repository.get_with_observers(pk)
        return self._warm(station)

    def _warm(self, station):
        return [observation.day.isoformat() for observation in station.observations.warm(10)]

    async def diary(self, pk):
        station = await self.repository.get(pk)
        return [f"{entry.station.name} {entry.day}" async for entry in station.observations.all()]

    async def day_book(self):
        observations = [entry async for entry in Observation.objects.order_by("-day")[:4]]
        return observation_lines(observations)

    async def day_book_joined(self):
        observations = [entry async for entry in Observation.objects.select_related("station")[:4]]
        return observation_lines(observations)

    async def regional_day_book(self):
        recent = Observation.objects.select_related("station").order_by("-day")[:4]
        return [f"{entry.station.region.name}: {entry.high}" async for entry in recent]

    async def rename(self, pk, name):
        station = await self.repository.get(pk)
        self._apply(station, name)
        return station.name

    def _apply(self, station, name):
        if station.name != name:
            station.rename(name)

    async def rename_soon(self, pk, name):
        station = await self.repository.get(pk)
        if station.name != name:
            await station.arename(name)
        return station.name

    async def close(self, pk):
        with transaction.atomic():
            station = await Station.objects.select_for_update().aget(pk=pk)
            station.active = False
            await station.asave()
        return station.pk

    @sync_to_async
    def close_safely(self, pk):
        with transaction.atomic():
            station = Station.objects.select_for_update().get(pk=pk)
            station.active = False
            station.save()
            station.observations.filter(high__lt=0).delete()
        return station.pk

    async def founded(self, region_pk, slug):
        region = await Region.objects.aget(pk=region_pk)
        return Station.objects.ensure(slug, region).code

    async def founded_soon(self, region_pk, slug):
        region = await Region.objects.aget(pk=region_pk)
        station = await Station.objects.aensure(slug, region)
        return f"{station.code} {station.keeper_name}"

    async def noted(self, pk, day, observer):
        station = await Station.objects.with_people().aget(pk=pk)
        observation = Observation(station=station, observer=observer, day=day, low=1, high=3)
        await observation.asave()
        return f"{observation} in {observation.station.region.name}"


class StationDirectory:
    """Names of stations, remembered between requests."""

    key = "almanac-names"

    def __init__(self, repository=None):
        self.repository = repository or StationRepository()

    def names(self):
        return cache.get_or_set(self.key, self.repository.names, 60)

    async def names_soon(self):
        return await cache.aget_or_set(self.key, self.repository.names, 60)

    async def names_kept(self):
        names = await cache.aget(self.key)
        if names is None:
            names = [name async for name in self.repository.queryset.values_list("name", flat=True)]
            await cache.aset(self.key, names, 60)
        return names

    async def count_visit(self):
        cache.add("almanac-visits", 0)
        visits = cache.incr("almanac-visits")
        cache.set("almanac-last", visits, 10)
        return cache.get_or_set("almanac-motto", lambda: "by day and by night") + str(visits)

    def remember_board(self, board):
        caches["files"].set("almanac-board", board, 30)
        return len(board)

    async def remembered_board(self):
        await caches["table"].aset("almanac-board", ["a"], 30)
        return await caches["table"].aget("almanac-board")


directory = StationDirectory()
