from asgiref.sync import sync_to_async
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_required, user_passes_test
from django.contrib.auth.mixins import LoginRequiredMixin, UserPassesTestMixin
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from .access import HeaderMixin, MemberCheckedMixin, MemberMixin, members_checked, members_only
from .models import Ticket

User = get_user_model()


def display_name(request):
    if isinstance(request.user, User):
        return request.user.get_username()
    return "guest"


def name_of(user):
    return user.get_username() or "guest"


def city_of(user):
    return user.profile.city if hasattr(user, "profile") else "unknown"


async def account(request):
    return HttpResponse(request.user.username)


async def account_known(request):
    return JsonResponse({"member": request.user.is_authenticated})


async def account_name(request):
    return HttpResponse(display_name(request))


async def account_name_thread(request):
    return HttpResponse(await sync_to_async(display_name)(request))


async def account_type(request):
    return JsonResponse({"member": isinstance(request.user, User)})


async def account_async(request):
    user = await request.auser()
    return HttpResponse(name_of(user))


async def account_guest(request):
    return HttpResponse(name_of(AnonymousUser()))


async def account_passed(request):
    return HttpResponse(name_of(request.user))


async def account_mine(request):
    tickets = Ticket.objects.filter(opened_by=request.user)
    return JsonResponse({"tickets": await tickets.acount()})


async def account_path(request):
    return JsonResponse({"path": request.path, "secure": request.is_secure()})


async def city(request, username):
    user = await User.objects.aget(username=username)
    return HttpResponse(city_of(user))


async def city_joined(request, username):
    user = await User.objects.select_related("profile").aget(username=username)
    return HttpResponse(city_of(user))


async def city_default(request, username):
    user = await User.objects.aget(username=username)
    return HttpResponse(str(getattr(user, "profile", None)))


async def city_flag(request, username):
    user = await User.objects.aget(username=username)
    return JsonResponse({"known": hasattr(user, "first_name"), "name": getattr(user, "username", "")})


@login_required
async def desk_home(request):
    return HttpResponse("home")


@user_passes_test(lambda user: user.is_active)
async def desk_active(request):
    return HttpResponse("active")


@never_cache
async def desk_news(request):
    return HttpResponse("news")


@require_GET
async def desk_list(request):
    return JsonResponse({"tickets": [ticket.subject async for ticket in Ticket.objects.all()]})


@members_only
async def desk_members(request):
    return HttpResponse("members")


@members_checked
async def desk_checked(request):
    return HttpResponse("members")


class DeskView(MemberMixin, View):
    async def get(self, request):
        return HttpResponse("desk")


class DeskCheckedView(MemberCheckedMixin, View):
    async def get(self, request):
        return HttpResponse("desk")


class DeskOpenView(HeaderMixin, View):
    async def get(self, request):
        return HttpResponse("desk")


class DeskCachedView(View):
    @method_decorator(never_cache)
    async def get(self, request):
        return HttpResponse("desk")


class DeskLoginView(LoginRequiredMixin, View):
    async def get(self, request):
        return HttpResponse("desk")


class DeskTestedView(UserPassesTestMixin, View):
    async def test_func(self):
        user = await self.request.auser()
        return user.is_staff

    async def get(self, request):
        return HttpResponse("desk")


class DeskLocalView(UserPassesTestMixin, View):
    def test_func(self):
        return self.request.META["REMOTE_ADDR"].startswith("127.")

    async def get(self, request):
        return HttpResponse("desk")


async def counted(request):
    return JsonResponse({"open": request.open_tickets})


async def viewed(request):
    return HttpResponse(request.first_ticket.subject)


async def desk(request):
    return JsonResponse({"desk": request.desk})


async def desks(request):
    return JsonResponse({"desk": request.desk})


async def basket(request):
    return JsonResponse({"basket": request.session["basket"]})


async def basket_default(request):
    return JsonResponse({"basket": request.session.get("basket", [])})


async def basket_known(request):
    return JsonResponse({"known": "basket" in request.session})


async def basket_async(request):
    return JsonResponse({"basket": await request.session.aget("basket", [])})


async def basket_thread(request):
    return JsonResponse({"basket": await sync_to_async(request.session.get)("basket", [])})


async def basket_filled(request):
    request.session["basket"] = ["book"]
    return HttpResponse("filled")


async def basket_filled_async(request):
    await request.session.aset("basket", ["book"])
    return HttpResponse("filled")


async def basket_key(request):
    return JsonResponse({"key": bool(request.session.session_key), "new": request.session.modified})


async def basket_after_user(request):
    user = await request.auser()
    return JsonResponse({"name": user.get_username(), "basket": request.session["basket"]})


async def basket_flushed(request):
    request.session.flush()
    return HttpResponse("empty")


async def basket_flushed_async(request):
    await request.session.aflush()
    return HttpResponse("empty")
