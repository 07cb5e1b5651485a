"""The views of the shop: first those that go wrong, each in its own way, then the same done well.

Run `dal check .` in this project and compare. Every view below the line of dashes is silent.
"""

import asyncio
import time

from asgiref.sync import sync_to_async
from django.contrib.auth.models import User
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.response import TemplateResponse

from . import services
from .calculations import heavy_calculation
from .models import Book


async def slow(request):
    # Every other request of this process waits these two seconds as well.
    time.sleep(2)
    return HttpResponse("Sorry for the delay.")


async def sleepless(request):
    # Makes a coroutine and throws it away: the answer comes at once and nothing has slept.
    asyncio.sleep(3)
    return HttpResponse("Well rested.")


async def user_name(request):
    # `get` runs first and raises SynchronousOnlyOperation; `await` is never reached.
    user = await User.objects.get(id=1)
    return HttpResponse(user.username)


async def numbers(request):
    # The loop that keeps everyone waiting is in another module.
    return JsonResponse({"total": heavy_calculation()})


async def catalogue(request):
    # Many files, read one after another on the event loop.
    return JsonResponse(services.read_catalogue())


async def about(request):
    # Only a template: nothing here gains from being asynchronous.
    return render(request, "shop/about.html", {"name": "The Bookshop"})


async def books(request):
    # Only the synchronous ORM: the query runs where the list is made, and raises.
    return JsonResponse({"titles": [book.title for book in services.in_stock()]})


async def book(request, pk):
    # The book is fetched well; its author is not fetched at all until the property asks for it.
    book = await Book.objects.aget(pk=pk)
    return HttpResponse(book.byline)


async def wrap_as_gift(request, pk):
    # Two calls down there is a `time.sleep`.
    book = await Book.objects.aget(pk=pk)
    return HttpResponse(services.GiftWrapper().wrap(book))


# ------------------------------------------------------------------------------------------------------


async def slow_and_polite(request):
    await asyncio.sleep(2)
    return HttpResponse("Sorry for the delay.")


async def user_name_awaited(request):
    user = await User.objects.aget(id=1)
    return HttpResponse(user.username)


async def numbers_in_a_thread(request):
    return JsonResponse({"total": await asyncio.to_thread(heavy_calculation)})


async def catalogue_in_a_thread(request):
    return JsonResponse(await sync_to_async(services.read_catalogue)())


def about_lazily(request):
    return TemplateResponse(request, "shop/about.html", {"name": "The Bookshop"})


async def books_one_by_one(request):
    return JsonResponse({"titles": [book.title async for book in services.in_stock()]})


async def book_with_author(request, pk):
    book = await Book.objects.select_related("author").aget(pk=pk)
    return HttpResponse(book.byline)
