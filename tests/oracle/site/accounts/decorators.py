import functools

from asgiref.sync import iscoroutinefunction, sync_to_async

from .models import Visit


def count_visits(view):
    @functools.wraps(view)
    async def wrapper(request, *args, **kwargs):
        Visit.objects.create(path=request.path)
        return await view(request, *args, **kwargs)

    return wrapper


def log_visits(view):
    @functools.wraps(view)
    async def wrapper(request, *args, **kwargs):
        await Visit.objects.acreate(path=request.path)
        return await view(request, *args, **kwargs)

    return wrapper


def ensure_async(function):
    if iscoroutinefunction(function):
        return function
    return sync_to_async(function)
