import time

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.conf import settings
from django.utils.decorators import sync_and_async_middleware


class PartnerJournalMiddleware:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        response = await self.get_response(request)
        if request.path.startswith("/integrations/ping"):
            self.journal(request.path, response.status_code)
        return response

    def journal(self, path, status):
        with open(settings.JOURNAL_PATH, "a") as journal:
            journal.write(f"{status} {path}\n")


@sync_and_async_middleware
def request_timer(get_response):
    if iscoroutinefunction(get_response):

        async def middleware(request):
            started = time.perf_counter()
            response = await get_response(request)
            response["X-Seconds"] = f"{time.perf_counter() - started:.3f}"
            return response

    else:

        def middleware(request):
            started = time.perf_counter()
            response = get_response(request)
            response["X-Seconds"] = f"{time.perf_counter() - started:.3f}"
            return response

    return middleware
