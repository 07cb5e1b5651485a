"""The desk: a terminal that is always signed in."""

import json
from functools import wraps

from asgiref.sync import sync_to_async
from django.contrib.auth import (
    aauthenticate,
    alogin,
    authenticate,
    get_user_model,
    login,
)
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import UserPassesTestMixin
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.views import View

from handbook import selectors
from handbook.models import Reading

User = get_user_model()


def remember_visits(view):
    @wraps(view)
    async def wrapper(request, *args, **kwargs):
        visits = await request.session.aget("visits", 0)
        await request.session.aset("visits", visits + 1)
        return await view(request, *args, **kwargs)

    return wrapper


async def whoami(request):
    return HttpResponse(request.user.get_username() if request.user.is_authenticated else "nobody")


async def whoami_asked(request):
    user = await request.auser()
    return HttpResponse(user.get_username() if user.is_authenticated else "nobody")


async def whoami_twice(request):
    user = await request.auser()
    if user.is_anonymous:
        return HttpResponse("nobody", status=403)
    return HttpResponse(f"Hello {request.user.username}")


async def is_guest(request):
    return JsonResponse({"guest": isinstance(request.user, AnonymousUser)})


async def readings(request):
    return JsonResponse({"readings": await Reading.objects.filter(reader=request.user).acount()})


async def readings_asked(request):
    return JsonResponse({"readings": await Reading.objects.filter(reader=await request.auser()).acount()})


async def titles_read(request):
    return JsonResponse({"titles": await sync_to_async(selectors.pages_read_by)(request.user)})


async def greeting(request):
    return render(request, "handbook/greeting.html")


async def greeting_later(request):
    return TemplateResponse(request, "handbook/greeting.html", {"owner": request.user})


async def visits(request):
    visits = request.session.get("visits", 0)
    return JsonResponse({"visits": visits})


async def visits_asked(request):
    return JsonResponse({"visits": await request.session.aget("visits", 0)})


@remember_visits
async def visits_counted(request):
    request.session["seen"] = True
    return JsonResponse({"visits": request.session["visits"]})


async def visits_raised(request):
    request.session["visits"] += 1
    return HttpResponse("counted")


async def new_session(request):
    store = SessionStore()
    store["desk"] = 1
    store.create()
    return HttpResponse("opened")


async def new_session_awaited(request):
    store = SessionStore()
    store["desk"] = 1
    await store.acreate()
    return JsonResponse({"opened": await store.aexists(store.session_key)})


@login_required
async def members_only(request):
    user = await request.auser()
    return HttpResponse(user.username)


class StaffMixin(UserPassesTestMixin):
    def test_func(self):
        return self.request.user.is_active


class StaffRoom(StaffMixin, View):
    async def get(self, request):
        return HttpResponse("tea")


class StaffNotice(StaffMixin, View):
    def get(self, request):
        return JsonResponse({"reader": request.user.username, "read": selectors.pages_read_by(request.user)})


async def check_password(request):
    user = await User.objects.aget(username="ada")
    return JsonResponse({"right": user.check_password("secret")})


async def check_password_awaited(request):
    user = await User.objects.aget(username="ada")
    return JsonResponse({"right": await user.acheck_password("secret")})


async def check_password_in_thread(request):
    user = await User.objects.aget(username="ada")
    return JsonResponse({"right": await sync_to_async(user.check_password)("secret")})


async def sign_in(request):
    user = authenticate(request, username="ada", password="secret")
    return JsonResponse({"known": user is not None})


async def sign_in_awaited(request):
    user = await aauthenticate(request, username="ada", password="secret")
    return JsonResponse({"known": user is not None})


async def sign_in_thread(request):
    user = await sync_to_async(authenticate)(request, username="ada", password="secret")
    if user is not None:
        await alogin(request, user)
    return JsonResponse({"known": user is not None})


async def sign_in_directly(request):
    user = await User.objects.aget(username="ben")
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return HttpResponse("in")


async def sign_up(request):
    user = await User.objects.acreate_user("cleo", password="secret")
    return JsonResponse({"id": user.pk})


async def sign_up_blank(request):
    user = User(username="dora")
    user.set_unusable_password()
    await user.asave()
    return JsonResponse({"usable": user.has_usable_password()})


async def may_edit(request):
    user = await User.objects.aget(username="ada")
    return JsonResponse({"may": user.has_perm("handbook.change_page")})


async def may_edit_asked(request):
    user = await request.auser()
    return HttpResponse(json.dumps({"may": await user.ahas_perm("handbook.change_page")}))


async def full_name(request):
    user = await User.objects.aget(username="ada")
    return HttpResponse(user.get_full_name() or user.get_username())
