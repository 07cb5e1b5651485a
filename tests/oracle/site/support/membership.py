from asgiref.sync import sync_to_async
from django.contrib import auth
from django.contrib.auth import authenticate, get_user_model, hashers, login, logout
from django.http import HttpResponse, JsonResponse

User = get_user_model()
CREDENTIALS = {"username": "ada", "password": "secret"}


async def member():
    return await User.objects.aget(username="ada")


async def proved(request):
    user = authenticate(request, **CREDENTIALS)
    return JsonResponse({"known": user is not None})


async def proved_async(request):
    user = await auth.aauthenticate(request, **CREDENTIALS)
    return JsonResponse({"known": user is not None})


async def proved_thread(request):
    user = await sync_to_async(authenticate)(request, **CREDENTIALS)
    return JsonResponse({"known": user is not None})


async def logged_in(request):
    login(request, await member(), backend="django.contrib.auth.backends.ModelBackend")
    return HttpResponse("in")


async def logged_in_async(request):
    await auth.alogin(request, await member(), backend="django.contrib.auth.backends.ModelBackend")
    return HttpResponse("in")


async def logged_out(request):
    logout(request)
    return HttpResponse("out")


async def logged_out_async(request):
    await auth.alogout(request)
    return HttpResponse("out")


async def logged_out_thread(request):
    await sync_to_async(logout)(request)
    return HttpResponse("out")


async def known(request):
    user = auth.get_user(request)
    return JsonResponse({"known": user.is_authenticated})


async def known_async(request):
    user = await auth.aget_user(request)
    return JsonResponse({"known": user.is_authenticated})


async def allowed(request):
    user = await member()
    return JsonResponse({"allowed": user.has_perm("support.add_ticket")})


async def allowed_async(request):
    user = await member()
    return JsonResponse({"allowed": await user.ahas_perm("support.add_ticket")})


async def allowed_superuser(request):
    user = User(username="root", is_superuser=True, is_active=True)
    return JsonResponse({"allowed": user.has_perm("support.add_ticket")})


async def secret_checked(request):
    user = await member()
    return JsonResponse({"ok": user.check_password("secret")})


async def secret_checked_async(request):
    user = await member()
    return JsonResponse({"ok": await user.acheck_password("secret")})


async def secret_checked_thread(request):
    user = await member()
    return JsonResponse({"ok": await sync_to_async(user.check_password)("secret")})


async def secret_usable(request):
    user = await member()
    hasher = hashers.identify_hasher(user.password)
    return JsonResponse({"usable": user.has_usable_password(), "hasher": hasher.algorithm})


async def secret_cleared(request):
    user = await member()
    user.set_unusable_password()
    await user.asave(update_fields=["password"])
    return HttpResponse("cleared")


async def secret_changed(request):
    user = await member()
    user.set_password("better")
    await user.asave(update_fields=["password"])
    return HttpResponse("changed")


async def joined(request):
    user = User.objects.create_user("carla", password="secret")
    return JsonResponse({"pk": user.pk})


async def joined_async(request):
    user = await User.objects.acreate_user("carla", password="secret")
    return JsonResponse({"pk": user.pk})


async def joined_thread(request):
    user = await sync_to_async(User.objects.create_user)("carla", password="secret")
    return JsonResponse({"pk": user.pk})


async def groups(request):
    user = await member()
    return JsonResponse({"groups": [group.name for group in user.groups.all()]})


async def groups_async(request):
    user = await member()
    return JsonResponse({"groups": [group.name async for group in user.groups.all()]})
