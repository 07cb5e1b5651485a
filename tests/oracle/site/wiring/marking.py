import functools
from inspect import iscoroutinefunction


def stamped_of_both_kinds(view):
    if iscoroutinefunction(view):

        @functools.wraps(view)
        async def wrapper(request, *args, **kwargs):
            response = await view(request, *args, **kwargs)
            response["X-Desk"] = "north"
            return response

    else:

        @functools.wraps(view)
        def wrapper(request, *args, **kwargs):
            response = view(request, *args, **kwargs)
            response["X-Desk"] = "north"
            return response

    return wrapper
