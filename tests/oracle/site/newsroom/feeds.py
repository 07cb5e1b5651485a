import asyncio
import time

from asgiref.sync import sync_to_async
from django.conf import settings
from django.http import FileResponse, StreamingHttpResponse

from .models import Article


def headlines():
    for article in Article.objects.order_by("pk"):
        yield f"{article.headline}\n"


async def aheadlines():
    async for article in Article.objects.order_by("pk"):
        yield f"{article.headline}\n"


async def bylines(articles):
    async for article in articles:
        yield f"{article.byline}\n"


async def feed(request):
    return StreamingHttpResponse(headlines())


async def feed_lines(request):
    lines = (f"{article.headline}\n" for article in Article.objects.order_by("pk"))
    return StreamingHttpResponse(lines)


async def feed_steady(request):
    return StreamingHttpResponse(aheadlines(), content_type="text/plain")


async def feed_bylines(request):
    return StreamingHttpResponse(bylines(Article.objects.order_by("pk")))


async def feed_bylines_joined(request):
    return StreamingHttpResponse(bylines(Article.objects.with_people().order_by("pk")))


async def feed_mixed(request):
    async def lines():
        for line in headlines():
            yield line

    return StreamingHttpResponse(lines())


async def feed_paced(request):
    async def lines():
        for number in range(2):
            time.sleep(0.12)
            yield f"{number}\n"

    return StreamingHttpResponse(lines())


async def feed_gentle(request):
    async def lines():
        for number in range(2):
            await asyncio.sleep(0.01)
            yield f"{number}\n"

    return StreamingHttpResponse(lines())


async def feed_words(request):
    return StreamingHttpResponse(map(str.upper, ["one\n", "two\n"]))


async def feed_mapped(request):
    return StreamingHttpResponse(map(str, Article.objects.order_by("pk")))


async def download(request, name):
    return FileResponse(open(settings.PRICE_LISTS / name, "rb"))


async def download_opened(request, name):
    document = await sync_to_async(open)(settings.PRICE_LISTS / name, "rb")
    return FileResponse(document, filename="prices.csv")
