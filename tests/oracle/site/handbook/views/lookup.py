import contextlib
import itertools
import pickle
from functools import cached_property, partial, reduce

from asgiref.sync import sync_to_async
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.db.models import Avg, F, Prefetch
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from handbook import selectors
from handbook.forms import MoveForm
from handbook.models import Comment, Layout, Page, Section

User = get_user_model()


async def moved(request, pk):
    page = await Page.objects.with_people().aget(pk=pk)
    page.section_id = 3
    return HttpResponse(f"{page.title} is now in {page.section.title}")


async def moved_object(request, pk):
    page = await Page.objects.aget(pk=pk)
    page.section = await Section.objects.aget(slug="travel")
    return HttpResponse(f"{page.title} is now in {page.section.title}")


async def every_relation(request, pk):
    page = await Page.objects.select_related().aget(pk=pk)
    return HttpResponse(f"{page.byline} in {page.section}")


async def one_relation(request, pk):
    page = await Page.objects.select_related("section").aget(pk=pk)
    return HttpResponse(f"{page.section}: {page.byline}")


async def no_relation(request, pk):
    page = await Page.objects.with_people().select_related(None).aget(pk=pk)
    return HttpResponse(page.section.title)


async def section_editor(request, pk):
    page = await Page.objects.select_related("section").aget(pk=pk)
    return HttpResponse(page.section.editor.username)


async def section_editor_joined(request, pk):
    page = await Page.objects.select_related("section__editor").aget(pk=pk)
    return HttpResponse(page.section.editor.username)


async def layout_back(request, pk):
    page = await Page.objects.select_related("layout").aget(pk=pk)
    return HttpResponse(page.layout.page.title)


async def layout_forward(request, pk):
    layout = await Layout.objects.aget(page=pk)
    return HttpResponse(layout.page.title)


async def annotated(request):
    pages = Page.objects.annotate(heading=F("section__title")).order_by("pk")
    return JsonResponse({"lines": [f"{page.heading}: {page.title}" async for page in pages]})


async def named_rows(request):
    rows = Page.objects.values_list("title", "section__title", named=True)
    return JsonResponse({"lines": [f"{row.section__title}: {row.title}" async for row in rows]})


async def several_attributes(request, pk):
    page = await Page.objects.aget(pk=pk)
    return JsonResponse({name: str(getattr(page, name)) for name in ("title", "section")})


async def several_columns(request, pk):
    page = await Page.objects.aget(pk=pk)
    return JsonResponse({name: str(getattr(page, name)) for name in ("title", "section_id")})


async def late_body(request, pk):
    page = await Page.objects.defer("body").aget(pk=pk)
    await page.arefresh_from_db(fields=["body"])
    return JsonResponse({"words": page.words})


async def narrow_body(request, pk):
    page = await Page.objects.only("title").aget(pk=pk)
    missing = sorted(page.get_deferred_fields())
    return JsonResponse({"title": page.title, "missing": missing, "new": page._state.adding})


async def narrow_author(request, pk):
    page = await Page.objects.only("title").aget(pk=pk)
    return JsonResponse({"author": page.author_id})


async def deep_comments(request):
    comments = Comment.objects.select_related("writer")
    sections = Section.objects.prefetch_related(Prefetch("pages__comments", comments)).order_by("pk")
    lines = []
    async for section in sections:
        for page in section.pages.all():
            lines += [f"{comment.writer.username}: {comment.text}" for comment in page.comments.all()]
    return JsonResponse({"lines": lines})


async def shallow_comments(request):
    sections = Section.objects.prefetch_related("pages").order_by("pk")
    lines = []
    async for section in sections:
        for page in section.pages.all():
            lines += [comment.text for comment in page.comments.all()]
    return JsonResponse({"lines": lines})


async def first_of_prefetched(request, pk):
    section = await Section.objects.prefetch_related("pages").aget(pk=pk)
    return HttpResponse(section.pages.first().title)


async def first_of_loaded(request, pk):
    section = await Section.objects.prefetch_related("pages").aget(pk=pk)
    return HttpResponse(section.pages.all()[0].title)


async def identities(request, pk):
    page, other = await Page.objects.aget(pk=pk), Page(pk=pk)
    rows = [row async for row in Page.objects.all()]
    return JsonResponse({"same": page == other, "listed": page in rows, "distinct": len({page, other})})


async def facts(request):
    pages = selectors.published_pages()
    field = Page._meta.get_field("title")
    return JsonResponse({"ordered": pages.ordered, "db": pages.db, "longest": field.max_length})


async def forward(request, pk):
    return redirect(await Page.objects.only("pk").aget(pk=pk))


async def paired(request):
    pairs = zip(selectors.published_pages(), itertools.count(1), strict=False)
    return JsonResponse({str(number): page.title for page, number in pairs})


async def titled(request):
    titles = map(str, selectors.published_pages())
    return HttpResponse(", ".join(titles))


async def next_page(request):
    page = next(iter(selectors.published_pages()), None)
    return HttpResponse(page.title if page else "none")


async def chained(request, word):
    pages = itertools.chain(selectors.pages_about(word), [Page(title="Contents")])
    return JsonResponse({"titles": [page.title for page in pages]})


async def words_reduced(request):
    return JsonResponse({"words": reduce(lambda total, page: total + page.words, Page.objects.all(), 0)})


async def described(request):
    text = "pages: %s" % selectors.published_pages()  # noqa: UP031
    return HttpResponse(text)


async def pickled(request):
    return JsonResponse({"bytes": len(pickle.dumps(Page.objects.front()))})


async def pickled_query(request):
    return JsonResponse({"bytes": len(pickle.dumps(Page.objects.front().query))})


async def unpacked(request):
    return JsonResponse({"titles": [*Page.objects.values_list("title", flat=True)]})


async def grades(request):
    return JsonResponse(Page.objects.aggregate(average=Avg("revision")))


async def grades_awaited(request):
    return JsonResponse(await Page.objects.aaggregate(average=Avg("revision")))


async def suppressed(request, pk):
    page = await Page.objects.aget(pk=pk)
    name = "nobody"
    with contextlib.suppress(Exception):
        name = page.author.username
    return HttpResponse(name)


async def lazily_loaded(request, pk):
    page = SimpleLazyObject(lambda: Page.objects.get(pk=pk))
    return HttpResponse(page.title)


async def lazily_kept(request, pk):
    page = SimpleLazyObject(lambda: Page.objects.get(pk=pk))
    return HttpResponse(await sync_to_async(str)(page))


async def move_form(request):
    return HttpResponse(MoveForm().as_p())


async def unique(request, pk):
    page = await Page.objects.aget(pk=pk)
    page.validate_unique()
    return HttpResponse("unique")


async def tag_nobody(request, pk):
    page = await Page.objects.aget(pk=pk)
    page.reviewers.add()
    return HttpResponse("added")


async def drop_reviewers(request, pk):
    page = await Page.objects.aget(pk=pk)
    page.reviewers.clear()
    return HttpResponse("dropped")


async def found_or_made(request):
    section, made = Section.objects.get_or_create(slug="misc", defaults={"title": "Miscellaneous"})
    return JsonResponse({"made": made, "pk": section.pk})


async def found_or_made_awaited(request):
    section, made = await Section.objects.aupdate_or_create(slug="misc", defaults={"title": "Rest"})
    return JsonResponse({"made": made, "pk": section.pk})


async def autocommit(request):
    return JsonResponse({"autocommit": transaction.get_autocommit()})


async def vendor(request):
    return JsonResponse({"vendor": connection.vendor, "in_block": connection.in_atomic_block})


async def counted_by_call(request):
    calls = {"pages": Page.objects.count, "sections": partial(Section.objects.filter(parent=None).count)}
    return JsonResponse({name: call() for name, call in calls.items()})


async def counted_by_coroutine(request):
    calls = {"pages": Page.objects.acount, "sections": Section.objects.filter(parent=None).acount}
    return JsonResponse({name: await call() for name, call in calls.items()})


class Digest:
    def __init__(self, section_id):
        self.section_id = section_id

    @cached_property
    def pages(self):
        return Page.objects.filter(section_id=self.section_id)

    @cached_property
    def titles(self):
        return [page.title for page in self.pages]

    @cached_property
    async def size(self):
        return await self.pages.acount()

    def __len__(self):
        return self.pages.count()

    def __str__(self):
        return f"digest of section {self.section_id}"


async def digest_titles(request, pk):
    return JsonResponse({"titles": Digest(pk).titles})


async def digest_truth(request, pk):
    digest = Digest(pk)
    return HttpResponse(str(digest) if digest else "empty")


async def digest_name(request, pk):
    digest = Digest(pk)
    pages = [page.title async for page in digest.pages]
    return JsonResponse({"name": str(digest), "titles": pages})


async def digest_size(request, pk):
    return JsonResponse({"size": await Digest(pk).size})


async def digest_sizes(request, pk):
    digest = Digest(pk)
    if await digest.size:
        return JsonResponse({"size": await digest.size})
    return HttpResponse("empty")


async def rows_in_thread(request):
    def gather():
        for section in Section.objects.all():
            yield section.title, [page.byline for page in section.pages.all()]

    return JsonResponse(await sync_to_async(lambda: dict(gather()))())


async def made_in_thread(request):
    user = await sync_to_async(User.objects.get)(username="ada")
    pages = await sync_to_async(user.pages.all)()
    return JsonResponse({"pages": [page.title for page in pages]})
