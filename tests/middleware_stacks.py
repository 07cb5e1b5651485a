"""Middleware of every kind, and what Django's ASGI handler makes of stacks of them: run as a program, because Django
is set up. Reads stacks from standard input as JSON, `[[names], is_async_view]` each, and writes one outcome for each:
`[status, what escapes, what refuses to load, hops]`.
"""

import asyncio
import json
import logging
import sys
import warnings

from asgiref.sync import SyncToAsync, iscoroutinefunction, markcoroutinefunction
from django.conf import settings
from django.http import HttpResponse
from django.test import AsyncRequestFactory
from django.urls import path
from django.utils.decorators import async_only_middleware, sync_and_async_middleware
from django.utils.deprecation import MiddlewareMixin


class Looks:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers["X-Looked-At"] = "yes"
        return response


class Passes(Looks):
    def __call__(self, request):
        return self.get_response(request)


class Unflagged(Looks):
    async def __call__(self, request):
        response = await self.get_response(request)
        response.headers["X-Looked-At"] = "yes"
        return response


class Unmarked(Unflagged):
    async_capable = True


class UnmarkedAsyncOnly(Unflagged):
    async_capable = True
    sync_capable = False


class Marked(Unflagged):
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        super().__init__(get_response)
        markcoroutinefunction(self)


class MarkedWithSync(Marked):
    sync_capable = True


class NeitherCapable(Unflagged):
    async_capable = False
    sync_capable = False


class AsyncCapableLooks(Looks):
    async_capable = True


class OnRequest(MiddlewareMixin):
    def process_request(self, request):
        return None


class OnResponse(MiddlewareMixin):
    def process_response(self, request, response):
        response.headers["X-Looked-At"] = "yes"
        return response


class OnView(MiddlewareMixin):
    def process_view(self, request, view, args, kwargs):
        return None


class OnEverything(OnRequest, OnResponse, OnView):
    pass


class AsyncOnView(MiddlewareMixin):
    async def process_view(self, request, view, args, kwargs):
        return None


class MixinThatLooks(MiddlewareMixin):
    def __call__(self, request):
        response = self.get_response(request)
        response.headers["X-Looked-At"] = "yes"
        return response


class Hybrid(Looks):
    async_capable = True
    sync_capable = True

    def __init__(self, get_response):
        super().__init__(get_response)
        self.is_async = iscoroutinefunction(get_response)
        if self.is_async:
            markcoroutinefunction(self)

    def __call__(self, request):
        return self.__acall__(request) if self.is_async else self.get_response(request)

    async def __acall__(self, request):
        return await self.get_response(request)


def plain_factory(get_response):
    def middleware(request):
        response = get_response(request)
        response.headers["X-Looked-At"] = "yes"
        return response

    return middleware


def async_factory(get_response):
    async def middleware(request):
        response = await get_response(request)
        response.headers["X-Looked-At"] = "yes"
        return response

    return middleware


@async_only_middleware
def declared_factory(get_response):
    return async_factory(get_response)


@sync_and_async_middleware
def hybrid_factory(get_response):
    if iscoroutinefunction(get_response):

        async def middleware(request):
            return await get_response(request)

    else:

        def middleware(request):
            return get_response(request)

    return middleware


async def async_view(request):
    return HttpResponse("ok")


def sync_view(request):
    return HttpResponse("ok")


urlpatterns = [path("async/", async_view), path("sync/", sync_view)]


async def outcome(names, is_async_view):
    """What becomes of one request under a stack."""
    from django.core.handlers.asgi import ASGIHandler

    settings.MIDDLEWARE = [name if "." in name else f"{__name__}.{name}" for name in names]
    try:
        handler = ASGIHandler()
    except Exception as error:
        return [200, "", type(error).__name__, 0]
    hops = 0
    original = SyncToAsync.__call__

    async def counted(self, *args, **kwargs):
        nonlocal hops
        hops += 1
        return await original(self, *args, **kwargs)

    status = []

    async def send(message):
        status.extend([message["status"]] if "status" in message else [])

    request = AsyncRequestFactory()._base_scope(path="/async/" if is_async_view else "/sync/")
    waiting = [{"type": "http.request", "body": b""}]

    async def receive():
        if waiting:
            return waiting.pop()
        await asyncio.sleep(60)

    SyncToAsync.__call__ = counted
    try:
        await handler(request, receive, send)
    except Exception as error:
        return [500, type(error).__name__, "", hops]
    finally:
        SyncToAsync.__call__ = original
    return [status[0], "", "", hops]


def main():
    """Runs the stacks given."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    settings.configure(
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        SECRET_KEY="none",
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
        MESSAGE_STORAGE="django.contrib.messages.storage.cookie.CookieStorage",
        CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    )
    import django

    django.setup()
    json.dump([asyncio.run(outcome(*stack)) for stack in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    main()
