from django.shortcuts import aget_object_or_404, get_object_or_404

from .models import Station


class StationMixin:
    def get_station(self):
        return get_object_or_404(Station, pk=self.kwargs["pk"])


class AsyncStationMixin:
    async def get_station(self):
        return await aget_object_or_404(Station.objects.with_people(), pk=self.kwargs["pk"])


class SetupStationMixin:
    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.station = Station.objects.get(pk=kwargs["pk"])


class TitleMixin:
    title = "Almanac"

    def get_context_data(self, **kwargs):
        return super().get_context_data(title=self.title, **kwargs)


class CountMixin:
    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["total"] = self.get_queryset().count()
        return context
