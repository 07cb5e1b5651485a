import asyncio

from asgiref.sync import sync_to_async
from django.http import FileResponse, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse

from almanac.models import Chapter, Edition
from almanac.services import editions


async def page(request, pk):
    edition = await editions.get_edition(pk)
    context = {"edition": edition, "chapters": edition.chapters.order_by("number")}
    return TemplateResponse(request, "almanac/edition.html", context)


async def page_now(request, pk):
    edition = await editions.get_edition(pk)
    return render(request, "almanac/edition.html", {"edition": edition, "chapters": edition.chapters.all()})


async def page_thread(request, pk):
    edition = await editions.get_edition(pk)
    context = {"edition": edition, "chapters": edition.chapters.all()}
    return await sync_to_async(render)(request, "almanac/edition.html", context)


async def totals(request):
    return TemplateResponse(request, "almanac/totals.html", {})


async def current(request):
    return TemplateResponse(request, "almanac/current.html", {}, using="almanac")


async def byline(request, pk):
    edition = await Edition.objects.aget(pk=pk)
    return HttpResponse(edition.byline)


async def byline_joined(request, pk):
    edition = await editions.get_edition(pk)
    return HttpResponse(f"{edition.byline} at {edition.get_absolute_url()}")


async def letter(request, pk):
    return HttpResponse(editions.as_letter(await editions.get_edition(pk)))


async def cover_size(request, pk):
    edition = await editions.get_edition(pk)
    with edition.cover.open() as cover:
        return HttpResponse(len(cover.read()))


async def cover_address(request, pk):
    edition = await editions.get_edition(pk)
    if not edition.cover:
        return HttpResponse("none")
    return JsonResponse({"name": edition.cover.name, "url": edition.cover.url})


async def download(request, pk):
    edition = await editions.get_edition(pk)
    return FileResponse(open(edition.cover.path, "rb"), as_attachment=True)


async def download_in_turns(request, pk):
    edition = await editions.get_edition(pk)

    async def parts(path, size=4096):
        stream = await asyncio.to_thread(open, path, "rb")
        try:
            while part := await asyncio.to_thread(stream.read, size):
                yield part
        finally:
            await asyncio.to_thread(stream.close)

    return StreamingHttpResponse(parts(edition.cover.path))


async def export(request, pk):
    edition = await editions.get_edition(pk)

    async def lines():
        yield f"{edition.title}\n"
        for chapter in edition.chapters.all():
            yield f"{chapter.number};{chapter.title}\n"

    return StreamingHttpResponse(lines(), content_type="text/csv")


async def export_soon(request, pk):
    edition = await editions.get_edition(pk)

    async def lines():
        yield f"{edition.byline}\n"
        async for chapter in edition.chapters.all():
            yield f"{chapter.number};{chapter.title}\n"

    return StreamingHttpResponse(lines(), content_type="text/csv")


def chapter_lines(chapters):
    for chapter in chapters:
        yield f"{chapter.number};{chapter.title};{chapter.edition.year}\n"


async def export_rows(request, pk):
    chapters = Chapter.objects.filter(edition_id=pk)
    return StreamingHttpResponse(chapter_lines(chapters), content_type="text/csv")


async def export_joined(request, pk):
    chapters = Chapter.objects.filter(edition_id=pk)
    return HttpResponse(chapter_lines(chapters), content_type="text/csv")


async def contents(request, pk):
    edition = await editions.get_edition(pk)
    return JsonResponse({"titles": editions.chapter_page(edition, 1)})


async def contents_loaded(request, pk):
    titles = [title async for title in Chapter.objects.filter(edition_id=pk).values_list("title", flat=True)]
    return JsonResponse(editions.titles_page(titles, 1))


async def publish(request, pk):
    return HttpResponse(await editions.publish(pk))


async def publish_quietly(request, pk):
    return HttpResponse(await editions.publish_quietly(pk))


async def renumber(request, pk):
    return HttpResponse(await editions.renumber(pk))


async def renumber_soon(request, pk):
    return HttpResponse(await editions.renumber_soon(pk))


async def draft(request, pk, amount):
    return HttpResponse(await editions.draft_chapters(pk, amount))


async def opening(request, pk):
    return HttpResponse(await editions.openings(pk))


async def remarks(request):
    return JsonResponse({"remarks": await editions.remarks()})


async def remarks_loaded(request):
    return JsonResponse({"remarks": await editions.remarks_loaded()})


async def chapter_total(request):
    return HttpResponse(editions.editions.totals())


async def chapter_total_thread(request):
    return HttpResponse(await sync_to_async(editions.editions.totals)())


async def chapter_counts(request):
    return JsonResponse({"years": {row["year"]: row["chapter_count"] async for row in editions.editions.chapter_counts()}})


async def latest(request):
    edition = editions.editions.latest()
    return HttpResponse(str(edition))


async def latest_soon(request):
    edition = await editions.editions.alatest()
    return HttpResponse(str(edition))


async def as_json(request, pk):
    return HttpResponse(editions.as_json(Chapter.objects.filter(edition_id=pk)))


async def as_json_loaded(request, pk):
    chapters = [chapter async for chapter in Chapter.objects.filter(edition_id=pk)]
    return HttpResponse(editions.as_json(chapters))


async def known(request, username):
    return JsonResponse({"known": editions.is_known(f"{username}@example.com")})


async def chosen(request, pk, word):
    edition = await editions.get_edition(pk)
    return JsonResponse({"titles": [chapter.title for chapter in editions.chosen(edition, word)]})


async def sign_up(request, pk, username):
    edition = await editions.get_edition(pk)
    return HttpResponse(await editions.signed_up(edition, f"{username}@almanac.example"))


async def both_kinds(request, word):
    return JsonResponse({"titles": await editions.both_kinds(word)})


async def words(request, pk):
    return HttpResponse(await editions.word_count(pk))


async def words_plain(request, pk):
    return HttpResponse(await editions.word_count_plain(pk))


async def contributors(request, pk):
    edition = await Edition.objects.prefetch_related("contributors").aget(pk=pk)
    return JsonResponse({"names": [person.username for person in edition.contributors.order_by("username")]})


async def contributors_loaded(request, pk):
    edition = await Edition.objects.prefetch_related("contributors").aget(pk=pk)
    people = sorted(edition.contributors.all(), key=lambda person: person.username)
    return JsonResponse({"names": [person.get_username() for person in people]})
