from django.contrib.auth.mixins import PermissionRequiredMixin, UserPassesTestMixin
from django.http import HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import condition
from django.views.generic import TemplateView

from .forms import PlainForm
from .marking import stamped_of_both_kinds


class LedgerView(PermissionRequiredMixin, View):
    async def has_permission(self):
        return False

    async def get(self, request):
        return HttpResponse("ledger")


class PlainLedgerView(PermissionRequiredMixin, View):
    async def has_permission(self):
        return False

    def get(self, request):
        return HttpResponse("ledger")


class KeyedLedgerView(PermissionRequiredMixin, View):
    def has_permission(self):
        return "REMOTE_ADDR" in self.request.META

    async def get(self, request):
        return HttpResponse("ledger")


class StaffView(UserPassesTestMixin, View):
    def test_func(self):
        return self.request.user.is_active or True

    async def get(self, request):
        return HttpResponse("staff")


class BoardView(TemplateView):
    template_name = "handbook/imprint.html"

    async def get_context_data(self, **kwargs):
        return {"owner": "ada"}


class AwaitedBoardView(TemplateView):
    template_name = "handbook/imprint.html"

    async def get_context_data(self, **kwargs):
        return {"owner": "ada"}

    async def get(self, request, *args, **kwargs):
        context = await self.get_context_data()
        return JsonResponse(context)


@method_decorator(csrf_exempt, name="dispatch")
class HookView(View):
    async def get(self, request):
        return HttpResponse("hook")


class RoutedView(View):
    async def get(self, request):
        return HttpResponse("routed")


def plain_word(request):
    form = PlainForm({"word": "book"})
    return JsonResponse({"valid": form.is_valid()})


@stamped_of_both_kinds
async def stamp_both(request):
    return HttpResponse("stamped")


@stamped_of_both_kinds
def stamp_plain(request):
    return HttpResponse("stamped")


def plain_revision(request):
    return '"7"'


@condition(etag_func=plain_revision)
async def plain_page(request):
    return HttpResponse("page")


@never_cache
async def fresh(request):
    return HttpResponse("fresh")
