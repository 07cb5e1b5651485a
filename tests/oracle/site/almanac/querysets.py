from django.db import models


class StationQuerySet(models.QuerySet):
    def active(self):
        return self.filter(active=True)

    def with_people(self):
        return self.select_related("region", "keeper")

    def with_observations(self):
        return self.prefetch_related("observations")

    def by_height(self):
        return sorted(self, key=lambda station: station.elevation)


class StationManager(models.Manager):
    def ensure(self, slug, region):
        station, _ = self.get_or_create(slug=slug, defaults={"name": slug.title(), "region": region})
        return station

    async def aensure(self, slug, region):
        station, _ = await self.aget_or_create(slug=slug, defaults={"name": slug.title(), "region": region})
        return station


class ObservationQuerySet(models.QuerySet):
    def warm(self, limit=20):
        return self.filter(high__gte=limit)

    def of(self, station):
        return self.filter(station=station)

    def extremes(self):
        return self.aggregate(low=models.Min("low"), high=models.Max("high"))

    async def aextremes(self):
        return await self.aaggregate(low=models.Min("low"), high=models.Max("high"))
