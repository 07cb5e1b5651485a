import functools

from asgiref.sync import sync_to_async
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse


def members_only(view):
    @functools.wraps(view)
    async def wrapper(request, *args, **kwargs):
        if not request.user.is_authenticated:
            raise PermissionDenied
        return await view(request, *args, **kwargs)

    return wrapper


def members_checked(view):
    @functools.wraps(view)
    async def wrapper(request, *args, **kwargs):
        user = await request.auser()
        if not user.is_authenticated:
            raise PermissionDenied
        return await view(request, *args, **kwargs)

    return wrapper


class MemberMixin:
    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return HttpResponse(status=403)
        return super().dispatch(request, *args, **kwargs)


class MemberCheckedMixin:
    async def dispatch(self, request, *args, **kwargs):
        if not await sync_to_async(lambda: request.user.is_authenticated)():
            return HttpResponse(status=403)
        return await super().dispatch(request, *args, **kwargs)


class HeaderMixin:
    def dispatch(self, request, *args, **kwargs):
        if request.META.get("HTTP_X_BLOCKED"):
            return HttpResponse(status=403)
        return super().dispatch(request, *args, **kwargs)
