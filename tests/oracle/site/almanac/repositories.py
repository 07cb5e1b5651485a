import csv
import json
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.db import connection
from django.db.models import Count, Prefetch

from .models import Edition, Observation, Region, Station


class StationRepository:
    """All that the rest of the almanac asks of the table of stations."""

    def __init__(self, queryset=None):
        self.queryset = queryset if queryset is not None else Station.objects.active()

    async def listed(self):
        return [station async for station in self.queryset.order_by("pk")]

    async def listed_with_people(self):
        return [station async for station in self.queryset.with_people().order_by("pk")]

    async def get(self, pk):
        return await self.queryset.aget(pk=pk)

    async def get_with_recent(self, pk):
        recent = Prefetch("observations", queryset=Observation.objects.order_by("-day")[:5], to_attr="recent")
        return await self.queryset.select_related("region").prefetch_related(recent).aget(pk=pk)

    async def get_with_observers(self, pk):
        return await self.queryset.prefetch_related("observations__observer").aget(pk=pk)

    def in_region(self, name):
        return self.queryset.filter(region__name=name)

    def names(self):
        return list(self.queryset.values_list("name", flat=True))

    def slugs(self):
        return dict(self.queryset.values_list("slug", "pk"))


class EditionRepository:
    def latest(self):
        return Edition.objects.order_by("-year").first()

    async def alatest(self):
        return await Edition.objects.order_by("-year").afirst()

    def chapter_counts(self):
        return Edition.objects.annotate(chapter_count=Count("chapters")).values("year", "chapter_count")

    def totals(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM almanac_chapter")
            return cursor.fetchone()[0]


def region_names():
    return list(Region.objects.order_by("name").values_list("name", flat=True))


class BulletinSource(Protocol):
    def lines(self, name: str) -> list[str]: ...


class FileBulletins:
    def __init__(self, folder: Path | None = None):
        self.folder = folder or settings.PRICE_LISTS

    def lines(self, name):
        with (self.folder / name).open() as stream:
            return [row["title"] for row in csv.DictReader(stream)]


class MemoryBulletins:
    def __init__(self, texts):
        self.texts = texts

    def lines(self, name):
        return self.texts.get(name, "").splitlines()


class JsonBulletins(MemoryBulletins):
    def lines(self, name):
        return json.loads(self.texts[name])["lines"]
