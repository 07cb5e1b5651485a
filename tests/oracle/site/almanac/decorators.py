import asyncio
import functools
import time

from asgiref.sync import iscoroutinefunction
from django.conf import settings
from django.http import HttpResponseForbidden


def timed(view):
    @functools.wraps(view)
    def wrapper(request, *args, **kwargs):
        started = time.perf_counter()
        response = view(request, *args, **kwargs)
        request.view_seconds = time.perf_counter() - started
        return response

    return wrapper


def measured(view):
    if iscoroutinefunction(view):

        @functools.wraps(view)
        async def wrapper(request, *args, **kwargs):
            started = time.perf_counter()
            response = await view(request, *args, **kwargs)
            response["X-Seconds"] = f"{time.perf_counter() - started:.3f}"
            return response

    else:

        @functools.wraps(view)
        def wrapper(request, *args, **kwargs):
            started = time.perf_counter()
            response = view(request, *args, **kwargs)
            response["X-Seconds"] = f"{time.perf_counter() - started:.3f}"
            return response

    return wrapper


def keepers_only(view):
    @functools.wraps(view)
    async def wrapper(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return HttpResponseForbidden()
        return await view(request, *args, **kwargs)

    return wrapper


def readers_only(view):
    @functools.wraps(view)
    async def wrapper(request, *args, **kwargs):
        user = await request.auser()
        if not user.is_authenticated:
            return HttpResponseForbidden()
        return await view(request, *args, **kwargs)

    return wrapper


def logged(view):
    @functools.wraps(view)
    async def wrapper(request, *args, **kwargs):
        response = await view(request, *args, **kwargs)
        with open(settings.JOURNAL_PATH, "a") as journal:
            journal.write(f"{request.path} {response.status_code}\n")
        return response

    return wrapper


def retried(times=2, pause=0.05):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            for attempt in range(times):
                try:
                    return await function(*args, **kwargs)
                except ConnectionError:
                    time.sleep(pause * 2**attempt)
            return None

        return wrapper

    return decorate


def patient(times=2, pause=0.01):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            for attempt in range(times):
                try:
                    return await function(*args, **kwargs)
                except ConnectionError:
                    await asyncio.sleep(pause * 2**attempt)
            return None

        return wrapper

    return decorate


def in_thread(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        return await asyncio.to_thread(function, *args, **kwargs)

    return wrapper
