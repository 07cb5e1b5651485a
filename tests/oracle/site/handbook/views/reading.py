import asyncio
from copy import copy, deepcopy
from itertools import groupby
from operator import attrgetter

from asgiref.sync import async_to_sync, sync_to_async
from django.core import serializers
from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.forms.models import model_to_dict
from django.http import HttpResponse, JsonResponse
from django.shortcuts import aget_object_or_404, get_object_or_404

from handbook import selectors
from handbook.models import Layout, Note, Page, Section


async def alphabet(request):
    pages = sorted(selectors.published_pages(), key=attrgetter("title"))
    return JsonResponse({"titles": [page.title for page in pages]})


async def alphabet_read(request):
    pages = [page async for page in selectors.published_pages()]
    pages.sort(key=attrgetter("title"), reverse=True)
    return JsonResponse({"titles": [page.title for page in pages]})


async def numbered(request):
    lines = [f"{number}. {page.title}" for number, page in enumerate(Page.live.order_by("pk"), start=1)]
    return HttpResponse("\n".join(lines))


async def numbered_rows(request):
    lines = []
    async for page in Page.live.order_by("pk"):
        lines.append(f"{len(lines) + 1}. {page.section.title}: {page.title}")
    return HttpResponse("\n".join(lines))


async def suggest(request, word):
    return JsonResponse({"slugs": [slug for slug in selectors.suggestions(word)]})


async def suggest_checked(request, word):
    found = selectors.pages_about(word)
    if await found.aexists():
        return JsonResponse({"slugs": await found.aslugs()})
    return JsonResponse({"slugs": ["welcome"]})


async def nothing_yet(request):
    pages = Page.objects.none()
    return JsonResponse({"count": len(pages), "titles": [page.title for page in pages], "any": bool(pages)})


async def chosen(request):
    wanted = request.GET.getlist("id")
    pages = Page.objects.filter(pk__in=[])
    if wanted:
        pages = pages.model.objects.filter(pk__in=wanted).none()
    return JsonResponse({"titles": [page.title for page in pages]})


async def clone(request):
    pages = copy(selectors.published_pages())
    return JsonResponse({"count": await pages.acount()})


async def deep_clone(request):
    pages = deepcopy(selectors.published_pages())
    return JsonResponse({"count": await pages.acount()})


async def every_second(request):
    return JsonResponse({"titles": [title for title in Page.objects.values_list("title", flat=True)[::2]]})


async def second_page(request):
    window = selectors.published_pages()[1:2]
    page = await window.aget()
    return HttpResponse(page.title)


async def read_again(request):
    pages = selectors.published_pages()
    longest = 0
    async for page in pages:
        longest = max(longest, page.words)
    titles = [page.title for page in pages]
    return JsonResponse({"longest": longest, "titles": titles, "count": len(pages), "total": pages.count()})


async def read_once(request):
    pages = selectors.published_pages()
    await sync_to_async(len)(pages)
    return JsonResponse({"first": pages[0].title, "any": bool(pages), "exists": pages.exists()})


async def read_narrowed(request):
    pages = selectors.published_pages()
    known = [page.title async for page in pages]
    narrowed = pages.filter(title__in=known, revision=1)
    return JsonResponse({"titles": [page.title for page in narrowed]})


async def index_by_slug(request):
    return JsonResponse(dict(Page.objects.values_list("slug", "title")))


async def index_of_slugs(request):
    return JsonResponse({slug: title async for slug, title in Page.objects.values_list("slug", "title")})


async def rows_joined(request):
    rows = Page.objects.values("title", "section__title", "author__username")
    return JsonResponse({"lines": [f"{row['title']}: {row['section__title']}" async for row in rows]})


async def any_draft(request):
    return JsonResponse({"drafts": any(not page.published for page in Page.objects.iterator())})


async def all_words(request):
    total = 0
    async for page in Page.objects.only("body").aiterator(chunk_size=2):
        total += page.words
    return JsonResponse({"words": total})


async def both(request, word):
    either = Page.objects.about(word).union(Page.objects.drafts())
    return JsonResponse({"titles": [page.title for page in either]})


async def both_read(request, word):
    either = Page.objects.about(word).union(Page.objects.drafts())
    return JsonResponse({"titles": [page.title async for page in either]})


async def combined(request, word):
    first, second = Page.objects.about(word), Page.objects.published()
    same = first == second
    both = (first & second).with_note_flag().busiest()[:3]
    return JsonResponse({"same": same, "sql": str(both.query)})


async def page_or_404(request, pk):
    page = get_object_or_404(Page.objects.with_people(), pk=pk)
    return HttpResponse(page.byline)


async def page_or_missing(request, pk):
    page = await aget_object_or_404(Page.objects.with_people(), pk=pk)
    return HttpResponse(page.byline)


async def paged(request):
    paginator = Paginator(selectors.published_pages(), 2)
    page = paginator.get_page(request.GET.get("page"))
    return JsonResponse({"number": page.number, "of": paginator.num_pages})


async def paged_later(request):
    paginator = Paginator(selectors.published_pages(), 2)
    page = await sync_to_async(paginator.get_page)(1)
    return JsonResponse({"titles": [row.title for row in page]})


async def paged_list(request):
    titles = await selectors.published_pages().aslugs()
    page = Paginator(titles, 2).get_page(1)
    return JsonResponse({"slugs": list(page), "more": page.has_next()})


async def dump_pages(request):
    return HttpResponse(serializers.serialize("json", selectors.published_pages()))


async def dump_sections(request):
    sections = [section async for section in Section.objects.order_by("pk")]
    return HttpResponse(serializers.serialize("json", sections, fields=["title", "parent"]))


async def as_form_data(request, pk):
    page = await Page.objects.aget(pk=pk)
    data = model_to_dict(page, exclude=["attachment", "reviewers"] if page.pk is None else ["attachment"])
    return JsonResponse({"fields": sorted(data)})


async def as_plain_data(request, pk):
    page = await Page.objects.aget(pk=pk)
    return JsonResponse(model_to_dict(page, fields=["title", "slug", "section"]))


async def columns(request, pk):
    page = await Page.objects.aget(pk=pk)
    return JsonResponse({"columns": selectors.columns_of(page)})


async def columns_joined(request, pk):
    page = await Page.objects.select_related("layout").aget(pk=pk)
    return JsonResponse({"columns": selectors.columns_of(page)})


async def layout_page(request, pk):
    layout = await Layout.objects.aget(page_id=pk)
    return JsonResponse({"page": layout.page_id, "columns": layout.columns})


async def author_of(request, pk):
    page = await Page.objects.aget(pk=pk)
    return JsonResponse({"known": selectors.author_or_none(page) is not None})


async def author_number(request, pk):
    page = await Page.objects.aget(pk=pk)
    return JsonResponse({"known": getattr(page, "author_id", None) is not None})


async def note_target(request):
    notes = [note async for note in Note.objects.order_by("pk")]
    return JsonResponse({"targets": [str(note.target) for note in notes]})


async def note_targets(request):
    notes = [note async for note in selectors.notes_with_targets()]
    return JsonResponse({"targets": [str(note.target) for note in notes]})


async def notes_of_page(request, pk):
    page = await Page.objects.aget(pk=pk)
    return JsonResponse({"notes": await page.notes.acount()})


async def type_of_page(request):
    return HttpResponse(selectors.page_type().model)


async def minutes(request, pk):
    page = await Page.objects.defer("body").aget(pk=pk)
    return JsonResponse({"minutes": selectors.reading_minutes(page)})


async def minutes_loaded(request, pk):
    page = await Page.objects.only("slug", "body").aget(pk=pk)
    return JsonResponse({"minutes": selectors.reading_minutes(page)})


async def tally(request):
    sections = [section async for section in Section.objects.order_by("pk")]
    return JsonResponse(selectors.tally(sections))


async def tally_loaded(request):
    sections = [section async for section in selectors.sections_with_pages()]
    return JsonResponse(selectors.tally(sections) | selectors.overview(sections))


async def overview_filtered(request):
    sections = [section async for section in selectors.sections_with_pages()]
    return JsonResponse({section.slug: [p.title for p in section.pages.order_by("-pk")] for section in sections})


async def overview_kept(request):
    found = selectors.sections_with_pages(to_attr="shown")
    return JsonResponse({s.slug: [f"{p.section.title}: {p}" for p in s.shown] async for s in found})


async def known_section(request, pk):
    section = await Section.objects.aget(pk=pk)
    lines = [f"{page.section.title}: {page.title}" async for page in section.pages.filter(published=True)]
    return JsonResponse({"lines": lines})


async def unknown_author(request, pk):
    section = await Section.objects.aget(pk=pk)
    lines = [page.byline async for page in section.pages.filter(published=True)]
    return JsonResponse({"lines": lines})


async def is_member(request, pk):
    section = await Section.objects.aget(pk=2)
    page = await Page.objects.aget(pk=pk)
    return JsonResponse({"member": page in section.pages.all()})


async def is_listed(request, pk):
    section = await Section.objects.aget(pk=2)
    page = await Page.objects.aget(pk=pk)
    return JsonResponse({"member": await section.pages.acontains(page)})


async def trail(request, pk):
    section = await Section.objects.aget(pk=3)
    return HttpResponse(section.trail())


async def trail_joined(request, pk):
    section = await Section.objects.select_related("parent__parent").aget(pk=3)
    return HttpResponse(section.trail())


async def trail_outline(request, pk):
    return JsonResponse(await selectors.outline(pk))


async def trail_forgotten(request, pk):
    selectors.outline(pk)
    return HttpResponse("warmed")


async def refreshed(request, pk):
    page = await Page.objects.select_related("section").aget(pk=pk)
    await page.arefresh_from_db()
    return HttpResponse(page.section.title)


async def refreshed_joined(request, pk):
    page = await Page.objects.aget(pk=pk)
    await page.arefresh_from_db(from_queryset=Page.objects.select_related("section"))
    return HttpResponse(page.section.title)


async def section_label(request, pk):
    page = await Page.objects.aget(pk=pk)
    return HttpResponse(selectors.section_name(page))


async def cards(request):
    shown = [selectors.PageCard(page) async for page in Page.objects.front()]
    return JsonResponse({"cards": [card.as_dict() for card in shown]})


async def cards_joined(request):
    shown = [selectors.PageCard(page) async for page in Page.objects.front().with_people()]
    return JsonResponse({"cards": [card.as_dict() for card in shown]})


async def card_links(request):
    shown = [selectors.PageCard(page) async for page in Page.objects.front()]
    return JsonResponse({"cards": [card.as_link() for card in shown]})


async def by_section(request):
    pages = [page async for page in selectors.published_pages()]
    grouped = groupby(pages, key=attrgetter("section.title"))
    return JsonResponse({name: len(list(members)) for name, members in grouped})


async def by_section_number(request):
    pages = [page async for page in selectors.published_pages()]
    grouped = groupby(pages, key=lambda page: page.section_id)
    return JsonResponse({str(number): len(list(members)) for number, members in grouped})


async def people(request):
    pages = [page async for page in selectors.published_pages()]
    prefetch_related_objects(pages, "reviewers")
    return JsonResponse({"reviewers": [user.username for page in pages for user in page.reviewers.all()]})


async def people_loaded(request):
    pages = [page async for page in selectors.published_pages().prefetch_related("reviewers")]
    return JsonResponse({"reviewers": [user.username for page in pages for user in page.reviewers.all()]})


async def raw_rows(request):
    pages = Page.objects.raw("SELECT id, title FROM handbook_page ORDER BY id")
    return JsonResponse({"titles": [page.title for page in pages]})


async def stepwise(request):
    lines = await sync_to_async(selectors.page_lines)(selectors.published_pages())
    return HttpResponse("".join(lines))


async def mapped(request):
    titles = await sync_to_async(map)(str, selectors.published_pages())
    return JsonResponse({"titles": list(titles)})


async def lazily_found(request, word):
    pages = await sync_to_async(selectors.pages_about)(word)
    return JsonResponse({"titles": [page.title for page in pages]})


async def found_in_loop(request, word):
    pages = await sync_to_async(selectors.pages_about)(word)
    return JsonResponse({"titles": [page.title async for page in pages]})


async def pooled(request):
    loop = asyncio.get_running_loop()
    titles = await loop.run_in_executor(None, selectors.front_titles)
    return JsonResponse({"titles": titles})


async def pooled_early(request):
    loop = asyncio.get_running_loop()
    titles = await loop.run_in_executor(None, list, selectors.front_titles())
    return JsonResponse({"titles": titles})


async def manager_method(request):
    page = Page.objects.by_slug("welcome")
    return HttpResponse(page.title)


async def manager_coroutine(request):
    page = await Page.objects.aby_slug("welcome")
    return HttpResponse(f"{page.byline} ({page.section})")


async def remembered_title(request):
    return HttpResponse(selectors.section_title("leave"))


def synchronous_index(request):
    lines = [f"{page.byline} ({page.section})" for page in Page.objects.front()]
    size = async_to_sync(selectors.section_size_kept)("leave")
    return JsonResponse({"lines": lines, "size": size})
