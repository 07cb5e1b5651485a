from asgiref.sync import iscoroutinefunction
from django.conf import settings
from django.utils.decorators import sync_and_async_middleware


def lend_session(request):
    """The terminal at the desk keeps no cookies: it always works in the session that was opened for it."""
    if request.path.startswith("/desk/"):
        request.COOKIES[settings.SESSION_COOKIE_NAME] = settings.DESK_SESSION


@sync_and_async_middleware
def desk_terminal(get_response):
    if iscoroutinefunction(get_response):

        async def middleware(request):
            lend_session(request)
            return await get_response(request)

    else:

        def middleware(request):
            lend_session(request)
            return get_response(request)

    return middleware
