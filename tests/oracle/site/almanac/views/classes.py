from asgiref.sync import sync_to_async
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin, UserPassesTestMixin
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.generic import DetailView, FormView, ListView, TemplateView

from almanac.forms import EnquiryForm
from almanac.mixins import AsyncStationMixin, CountMixin, SetupStationMixin, StationMixin, TitleMixin
from almanac.models import Edition, Station


class StationList(TitleMixin, ListView):
    template_name = "almanac/stations.html"
    queryset = Station.objects.select_related("region")


class StationListLater(TitleMixin, ListView):
    template_name = "almanac/stations.html"
    queryset = Station.objects.select_related("region")

    async def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs)


class StationListCounted(CountMixin, TitleMixin, ListView):
    template_name = "almanac/stations.html"
    queryset = Station.objects.select_related("region")

    async def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs)


class StationCode(StationMixin, View):
    async def get(self, request, pk):
        return HttpResponse(self.get_station().code)


class StationCodeSoon(AsyncStationMixin, View):
    async def get(self, request, pk):
        station = await self.get_station()
        return HttpResponse(f"{station} {station.keeper_name}")


class StationCodePlain(StationMixin, View):
    def get(self, request, pk):
        return HttpResponse(str(self.get_station()))


class StationSetUp(SetupStationMixin, View):
    async def get(self, request, pk):
        return HttpResponse(self.station.code)


class StationSetUpPlain(SetupStationMixin, View):
    def get(self, request, pk):
        return HttpResponse(str(self.station))


class EditionDetail(DetailView):
    model = Edition
    template_name = "almanac/edition.html"

    async def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data(object=self.object))


class EditionDetailThread(DetailView):
    model = Edition
    template_name = "almanac/edition.html"

    async def get(self, request, *args, **kwargs):
        return await sync_to_async(super().get)(request, *args, **kwargs)


class EditionDetailSoon(DetailView):
    model = Edition
    template_name = "almanac/edition.html"

    async def get(self, request, *args, **kwargs):
        self.object = await self.get_queryset().aget(pk=self.kwargs["pk"])
        return self.render_to_response(self.get_context_data(object=self.object))


class Enquire(FormView):
    form_class = EnquiryForm
    template_name = "almanac/form.html"
    success_url = "/"


class Private(LoginRequiredMixin, View):
    async def get(self, request):
        return HttpResponse("private")


class PrivatePlain(LoginRequiredMixin, View):
    def get(self, request):
        return HttpResponse("private")


class KeepersOnly(UserPassesTestMixin, View):
    async def test_func(self):
        user = await self.request.auser()
        return await user.kept_stations.aexists()

    def get(self, request):
        return HttpResponse("keepers")


class KeepersOnlyPlain(UserPassesTestMixin, View):
    def test_func(self):
        return self.request.user.kept_stations.exists()

    def get(self, request):
        return HttpResponse("keepers")


@method_decorator(never_cache, name="dispatch")
class Fresh(View):
    async def get(self, request):
        return HttpResponse("fresh")


class FreshMethod(View):
    @method_decorator(never_cache)
    async def get(self, request):
        return HttpResponse("fresh")


class MembersMethod(View):
    @method_decorator(login_required)
    async def get(self, request):
        return HttpResponse("members")


@method_decorator(login_required, name="dispatch")
class MembersDispatch(View):
    async def get(self, request):
        return HttpResponse("members")


class Motto(TitleMixin, TemplateView):
    template_name = "almanac/plain.html"
    title = "By day and by night"

    async def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(**kwargs))


class MottoSoon(TemplateView):
    template_name = "almanac/plain.html"

    async def get_context_data(self, **kwargs):
        edition = await Edition.objects.afirst()
        return super().get_context_data(title=edition.title, **kwargs)


class Numbers(View):
    async def dispatch(self, request, *args, **kwargs):
        response = await super().dispatch(request, *args, **kwargs)
        response["X-Almanac"] = "numbers"
        return response

    async def get(self, request):
        return JsonResponse({"editions": await Edition.objects.acount()})


@transaction.atomic
async def archive(request, pk):
    edition = await Edition.objects.aget(pk=pk)
    edition.published = False
    await edition.asave()
    return HttpResponse(edition.title)
