import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.cache import cache, caches
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.mail import EmailMessage, get_connection
from django.core.management import call_command
from django.http import FileResponse, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.views.decorators.cache import cache_page, never_cache
from django.views.decorators.http import require_GET

from handbook import selectors
from handbook.models import Comment, Page

workers = ThreadPoolExecutor(2)


async def export(request):
    return StreamingHttpResponse(f"{page.title}\n" for page in selectors.published_pages())


async def export_lines(request):
    return StreamingHttpResponse(selectors.page_lines(selectors.published_pages()), content_type="text/csv")


async def export_stream(request):
    return StreamingHttpResponse(selectors.apage_lines(selectors.published_pages()))


async def export_expression(request):
    return StreamingHttpResponse(f"{page.title}\n" async for page in selectors.published_pages())


async def export_slowly(request):
    async def lines():
        for page in selectors.published_pages():
            yield f"{page.title}\n"
            await asyncio.sleep(0)

    return StreamingHttpResponse(lines())


async def export_comments(request):
    async def lines():
        async for comment in Comment.objects.order_by("pk"):
            yield f"{comment.writer.username}: {comment.text}\n"

    return StreamingHttpResponse(lines())


async def export_comments_joined(request):
    async def lines():
        async for comment in Comment.objects.select_related("writer").order_by("pk").aiterator():
            yield f"{comment.writer.username}: {comment.text}\n"

    return StreamingHttpResponse(lines())


async def page_list(request):
    return render(request, "handbook/page_list.html", {"pages": selectors.published_pages()})


async def page_list_read(request):
    pages = [page async for page in selectors.published_pages()]
    return render(request, "handbook/page_list.html", {"pages": pages})


async def page_list_later(request):
    return TemplateResponse(request, "handbook/page_list.html", {"pages": selectors.published_pages()})


async def page_list_thread(request):
    context = {"pages": selectors.published_pages()}
    return await sync_to_async(render)(request, "handbook/page_list.html", context)


async def page_list_rendered(request):
    response = TemplateResponse(request, "handbook/page_list.html", {"pages": selectors.published_pages()})
    response.render()
    return response


async def page_detail(request, pk):
    page = await Page.objects.aget(pk=pk)
    return render(request, "handbook/page_detail.html", {"page": page})


async def page_detail_later(request, pk):
    page = await Page.objects.aget(pk=pk)
    return TemplateResponse(request, "handbook/page_detail.html", {"page": page})


async def dashboard(request):
    return render(request, "handbook/dashboard.html")


async def dashboard_later(request):
    return TemplateResponse(request, "handbook/dashboard.html")


async def statistics(request):
    return render(request, "handbook/statistics.html", {"pages": Page.objects.all()})


async def remember_front(request):
    cache.set("front", Page.objects.front())
    return HttpResponse("kept")


async def remember_front_awaited(request):
    await cache.aset("front", Page.objects.front(), 60)
    front = await cache.aget("front")
    return JsonResponse({"titles": [page.title for page in front]})


async def front_cached(request):
    return JsonResponse({"titles": cache.get_or_set("titles", selectors.front_titles, 60)})


async def front_cached_awaited(request):
    return JsonResponse({"titles": await cache.aget_or_set("titles", selectors.front_titles, 60)})


async def hits(request):
    cache.add("hits", 0)
    cache.incr("hits")
    return JsonResponse({"hits": cache.get("hits")})


async def hits_on_disk(request):
    caches["files"].set("hits", 1)
    return JsonResponse({"hits": caches["files"].get("hits")})


async def hits_on_disk_awaited(request):
    await caches["files"].aset("hits", 1)
    return JsonResponse({"hits": await caches["files"].aget("hits")})


async def hits_in_table(request):
    return JsonResponse({"hits": caches["table"].get("hits", 0)})


async def hits_in_table_awaited(request):
    shared = caches["table"]
    await shared.aset("hits", 3)
    return JsonResponse({"hits": await shared.aget("hits", 0)})


async def keep_file(request, text):
    name = default_storage.save("handbook/kept.txt", ContentFile(text.encode()))
    return HttpResponse(name)


async def keep_file_in_thread(request, text):
    name = await sync_to_async(default_storage.save)("handbook/kept.txt", ContentFile(text.encode()))
    return HttpResponse(name)


async def attachment(request, pk):
    page = await Page.objects.aget(pk=pk)
    with page.attachment.open("rb") as attached:
        return HttpResponse(attached.read())


async def attachment_name(request, pk):
    page = await Page.objects.aget(pk=pk)
    return JsonResponse({"name": page.attachment.name, "url": page.attachment.url, "any": bool(page.attachment)})


async def attach(request, pk):
    page = await Page.objects.aget(pk=pk)
    page.attachment.save("plan.txt", ContentFile(b"plan"), save=False)
    await page.asave()
    return HttpResponse(page.attachment.name)


async def download(request):
    return FileResponse(open(settings.MEDIA_ROOT / "handbook" / "map.txt", "rb"), content_type="text/plain")


async def in_memory_file(request, text):
    content = ContentFile(text.encode(), name="note.txt")
    return JsonResponse({"size": content.size, "text": content.read().decode()})


async def mail_to_disk(request):
    outbox = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=settings.MAIL_DIRECTORY)
    EmailMessage("Leave", "Granted.", to=["ada@example.com"], connection=outbox).send()
    return HttpResponse("sent")


async def mail_to_memory(request):
    outbox = get_connection("django.core.mail.backends.locmem.EmailBackend")
    EmailMessage("Leave", "Granted.", "desk@example.com", ["ada@example.com"], connection=outbox)
    return HttpResponse("composed")


async def mail_author(request, pk):
    page = await Page.objects.select_related("author").aget(pk=pk)
    page.author.email_user("Your page", f"{page.title} was read.")
    return HttpResponse("sent")


async def big_answer(request):
    rows = [{"number": number, "square": number * number, "name": f"row {number}"} for number in range(120000)]
    return JsonResponse({"rows": rows})


async def small_answer(request):
    rows = [{"number": number, "square": number * number} for number in range(20)]
    return JsonResponse({"rows": rows})


def wait_for_printer(seconds):
    time.sleep(seconds)
    return "ready"


async def await_printer(seconds):
    await asyncio.sleep(seconds)
    return "ready"


async def printer(request):
    return HttpResponse(wait_for_printer(0.2))


async def printer_awaited(request):
    return HttpResponse(await asyncio.wait_for(await_printer(0.02), 1))


async def printer_submitted(request):
    return HttpResponse(workers.submit(wait_for_printer, 0.2).result())


async def printer_wrapped(request):
    return HttpResponse(await asyncio.wrap_future(workers.submit(wait_for_printer, 0.02)))


async def command(request):
    call_command("count_books")
    return HttpResponse("counted")


@require_GET
@cache_page(60)
async def kept_page(request, pk):
    page = await Page.objects.with_people().aget(pk=pk)
    return HttpResponse(page.byline)


@never_cache
async def never_kept(request):
    return JsonResponse({"pages": await Page.objects.published().acount()})
