from functools import partial

from asgiref.sync import sync_to_async
from django.contrib.auth import get_user_model
from django.http import HttpResponse, JsonResponse

from . import services
from .auditing import audited
from .decorators import count_visits, ensure_async, log_visits
from .models import Profile

User = get_user_model()
directory = services.Directory()


async def member(request, pk):
    user = await User.objects.get(id=pk)
    return HttpResponse(user.username)


async def member_name(request, pk):
    user = await User.objects.aget(id=pk)
    return HttpResponse(user.username)


async def member_badge(request, username):
    user = await services.load_user(username)
    return HttpResponse(services.badge(user))


async def member_card(request, username):
    user = await services.load_user(username, with_profile=True)
    return HttpResponse(services.badge(user))


async def whoami(request):
    user = await request.auser()
    return JsonResponse({"authenticated": user.is_authenticated, "name": user.get_username()})


async def sign_up(request):
    user = services.register("nadia", "correct horse battery")
    await user.asave()
    return JsonResponse({"id": user.pk})


async def invitation(request):
    user = services.invite("guest")
    await user.asave()
    return JsonResponse({"id": user.pk})


async def sign_in(request, username):
    user = await services.load_user(username)
    return JsonResponse({"ok": services.password_matches(user, "secret")})


async def sign_in_checked(request, username):
    user = await services.load_user(username)
    matches = await sync_to_async(services.password_matches)(user, "secret")
    return JsonResponse({"ok": matches})


async def relocate(request, username):
    city = services.move(username, "Ghent")
    return HttpResponse(city)


async def relocate_member(request, username):
    city = await sync_to_async(services.move)(username, "Ghent")
    return HttpResponse(city)


@count_visits
async def welcome(request):
    return HttpResponse("welcome")


@log_visits
async def goodbye(request):
    return HttpResponse("goodbye")


async def unsubscribe(request, username):
    with audited("unsubscribe"):
        await Profile.objects.filter(user__username=username).aupdate(newsletter=False)
    return HttpResponse("done")


async def subscribe(request, username):
    async with audited("subscribe"):
        await Profile.objects.filter(user__username=username).aupdate(newsletter=True)
    return HttpResponse("done")


async def neighbours(request, city):
    directory.save("ada", "Ghent")
    directory.save("ben", "Bruges")
    if directory.get("ben") is None:
        directory.delete("ben")
    return JsonResponse({"names": directory.filter(city)})


async def head_count(request):
    count = partial(User.objects.filter(is_active=True).count)
    return JsonResponse({"members": count()})


async def active_count(request):
    count = partial(User.objects.filter(is_active=True).count)
    return JsonResponse({"members": await sync_to_async(count)()})


async def cities(request):
    load = ensure_async(lambda: list(Profile.objects.values_list("city", flat=True)))
    return JsonResponse({"cities": await load()})


async def profile_line(request, pk):
    profile = await Profile.objects.aget(pk=pk)
    return HttpResponse(f"{profile}")


async def profile_summary(request, pk):
    profile = await Profile.objects.select_related("user").aget(pk=pk)
    return HttpResponse(f"{profile}")
