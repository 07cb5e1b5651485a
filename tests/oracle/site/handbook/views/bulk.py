import asyncio
import csv
import io
import json
import zipfile

from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.cache import caches
from django.core.files.storage import default_storage
from django.core.mail import EmailMultiAlternatives
from django.db.models import F
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.template import Context, Template
from django.template.loader import get_template

from handbook import batches, selectors
from handbook.forms import FeedbackForm
from handbook.models import Page, Section

byline = Template("{% for page in pages %}{{ page.byline|upper }} {{ page.section.title }} {% endfor %}")
retry = batches.Retry(2, 0.01)


async def swapped(request, source, target):
    return JsonResponse({"sections": await batches.swap(source, target)})


async def exchanged(request, source, target):
    await batches.exchange(source, target)
    return HttpResponse("exchanged")


async def last_comments(request):
    rows = batches.with_last_comment(selectors.published_pages())
    return JsonResponse({"lines": [f"{page.state}: {page.last_comment}" async for page in rows]})


async def section_opened(request):
    async with batches.opened_section("leave") as section:
        section.title = f"{section.title} ({section.editor.username})"
    return HttpResponse(section.title)


async def section_locked(request):
    async with batches.locked_section("leave") as section:
        section.title = "Leave "
    return HttpResponse(section.title)


async def longest(request):
    pages = await batches.longest(2)
    return JsonResponse({"words": [page.words for page in pages]})


async def longest_signed(request):
    pages = await batches.longest(2)
    return JsonResponse({"lines": [page.byline for page in pages]})


async def reviewed(request):
    return JsonResponse(await batches.reviewed(await batches.longest(3)))


async def totals(request):
    return JsonResponse(await batches.totals())


async def totals_gathered(request):
    counts = [section.pages.acount() async for section in Section.objects.all()]
    return JsonResponse({"counts": await asyncio.gather(*counts)})


async def touched(request):
    return JsonResponse({"touched": await batches.touch_all()})


async def touched_each(request):
    return JsonResponse({"touched": await batches.touch_each()})


async def raised(request, pk):
    await Page.objects.filter(pk=pk).aupdate(revision=F("revision") + 1)
    return HttpResponse("raised")


async def shortcuts(request):
    batches.Shortcut.objects.create(slug="leave", title="Leave")
    shortcut = batches.Shortcut.objects.get("leave")
    titles = [row["title"] for row in batches.Shortcut.objects.all()]
    return JsonResponse({"slug": shortcut["slug"], "titles": titles, "n": batches.Shortcut.objects.count()})


async def retried(request):
    page = retry.run(selectors.published_pages().first)
    return HttpResponse(page.title)


async def retried_awaited(request):
    page = await retry.arun(selectors.published_pages().afirst)
    return HttpResponse(page.title)


async def retried_in_thread(request):
    page = await sync_to_async(retry.run)(selectors.published_pages().first)
    return HttpResponse(page.title)


async def as_csv(request):
    response = HttpResponse(content_type="text/csv")
    writer = csv.writer(response)
    writer.writerow(["title", "slug"])
    writer.writerows([row async for row in Page.objects.values_list("title", "slug")])
    return response


async def as_csv_directly(request):
    response = HttpResponse(content_type="text/csv")
    csv.writer(response).writerows(Page.objects.values_list("title", "slug"))
    return response


async def as_zip(request):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        async for page in selectors.published_pages():
            archive.writestr(f"{page.slug}.txt", page.body)
    return HttpResponse(packed.getvalue(), content_type="application/zip")


async def as_parts(request):
    parts = [json.dumps(slug) for slug in await selectors.published_pages().aslugs()]
    return StreamingHttpResponse(parts)


async def inline_lines(request):
    pages = [page async for page in selectors.published_pages()]
    return HttpResponse(byline.render(Context({"pages": pages})))


async def inline_lines_joined(request):
    pages = [page async for page in selectors.published_pages().with_people()]
    return HttpResponse(byline.render(Context({"pages": pages})))


async def inline_lines_thread(request):
    lines = await sync_to_async(byline.render)(Context({"pages": selectors.published_pages()}))
    return HttpResponse(lines)


async def template_name(request):
    return HttpResponse(get_template("handbook/base.html").template.name)


async def feedback_form(request):
    return HttpResponse(FeedbackForm().as_div())


async def feedback_fields(request):
    form = FeedbackForm(initial={"grade": 3})
    return JsonResponse({name: str(field.label or name) for name, field in form.fields.items()})


async def stored_files(request):
    folders, files = default_storage.listdir("handbook")
    return JsonResponse({"folders": folders, "files": files})


async def stored_files_thread(request):
    _, files = await asyncio.to_thread(default_storage.listdir, "handbook")
    return JsonResponse({"files": files, "url": default_storage.url("handbook/map.txt")})


async def drop_file(request):
    default_storage.delete("handbook/old.txt")
    return HttpResponse("dropped")


async def drop_disk_cache(request):
    caches["files"].clear()
    return HttpResponse("cleared")


async def mail_with_map(request):
    message = EmailMultiAlternatives("Map", "See the map.", to=["ada@example.com"])
    message.attach_file(settings.MEDIA_ROOT / "handbook" / "map.txt", "text/plain")
    return HttpResponse(str(len(message.attachments)))


async def mail_with_text(request):
    message = EmailMultiAlternatives("Map", "See the map.", to=["ada@example.com"])
    message.attach("map.txt", "North is up.", "text/plain")
    message.attach_alternative("<p>See the map.</p>", "text/html")
    return HttpResponse(str(len(message.attachments)))


async def links(request):
    pages = [page async for page in Page.objects.only("title")]
    return JsonResponse({page.title: page.get_absolute_url() for page in pages})


async def picked(request):
    pages = await Page.objects.ain_bulk([1, 2])
    newest = await Page.objects.alatest("pk")
    return JsonResponse({"titles": [page.title for page in pages.values()], "newest": newest.title})


async def picked_signed(request):
    pages = await Page.objects.ain_bulk(["welcome", "leave"], field_name="slug")
    return JsonResponse({slug: page.byline for slug, page in pages.items()})


async def plan(request):
    return HttpResponse(await Page.objects.published().aexplain())
