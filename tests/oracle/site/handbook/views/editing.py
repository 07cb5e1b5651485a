import asyncio
from functools import partial

from asgiref.sync import async_to_sync, sync_to_async
from django.db import close_old_connections, connection, connections, transaction
from django.http import HttpResponse, JsonResponse
from django.template import Context, Template
from django.template.loader import render_to_string

from handbook import publishing, selectors
from handbook.drafts import DatabaseDrafts, Editor, MemoryDrafts
from handbook.forms import (
    BodyForm,
    CommentFormSet,
    FeedbackForm,
    FeedbackFormSet,
    MoveForm,
    PageForm,
    RenameForm,
)
from handbook.models import Bookmark, Comment, Page, Section
from handbook.signals import page_archived, page_opened, page_shared


async def rename(request, pk):
    page = await Page.objects.aget(pk=pk)
    form = PageForm({"title": "New", "slug": "new", "body": "text"}, instance=page)
    return JsonResponse({"valid": form.is_valid()})


async def rename_checked(request, pk):
    page = await Page.objects.select_related("section").aget(pk=pk)
    form = PageForm({"title": "New", "slug": "new", "body": "text"}, instance=page)
    if not await sync_to_async(form.is_valid)():
        return JsonResponse(form.errors, status=400)
    changed = form.save(commit=False)
    await changed.asave()
    return JsonResponse({"title": form.cleaned_data["title"]})


async def rename_saved(request, pk):
    page = await Page.objects.select_related("section").aget(pk=pk)
    form = PageForm({"title": "New", "slug": "new", "body": "text"}, instance=page)
    if await sync_to_async(form.is_valid)():
        form.save()
    return HttpResponse("renamed")


async def rename_address(request):
    form = RenameForm({"slug": "welcome"})
    return JsonResponse({"errors": form.errors})


async def rewrite(request, pk):
    page = await Page.objects.aget(pk=pk)
    form = BodyForm({"title": "New", "body": "other words"}, instance=page)
    return JsonResponse({"valid": form.is_valid(), "words": form.instance.words})


async def feedback(request):
    form = FeedbackForm({"subject": " doors ", "grade": "4"})
    if form.is_valid():
        return JsonResponse(form.cleaned_data)
    return JsonResponse(form.errors, status=400)


async def feedbacks(request):
    data = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-subject": "a", "form-0-grade": "2"}
    forms = FeedbackFormSet(data)
    return JsonResponse({"valid": forms.is_valid(), "rows": [form.cleaned_data for form in forms]})


async def comment_rows(request):
    forms = CommentFormSet(queryset=Comment.objects.order_by("pk"))
    return JsonResponse({"forms": len(forms.forms)})


async def move(request):
    form = MoveForm({"section": "2"})
    return JsonResponse({"valid": form.is_valid()})


async def move_blank(request):
    form = MoveForm()
    return JsonResponse({"bound": form.is_bound, "fields": list(form.fields)})


async def check_page(request, pk):
    page = await Page.objects.aget(pk=pk)
    return JsonResponse({"fine": publishing.check(page)})


async def check_page_texts(request, pk):
    page = await Page.objects.aget(pk=pk)
    return JsonResponse({"fine": publishing.check_texts(page)})


async def publish(request, pk):
    return JsonResponse({"revision": publishing.publish(pk)})


async def publish_in_thread(request, pk):
    return JsonResponse({"revision": await sync_to_async(publishing.publish)(pk)})


async def publish_announced(request, pk):
    return HttpResponse(await sync_to_async(publishing.publish_and_announce)(pk))


async def publish_then(request, pk):
    await Page.objects.filter(pk=pk).aupdate(published=True)
    transaction.on_commit(partial(publishing.announced.append, pk))
    return HttpResponse("published")


async def publish_block(request, pk):
    async with transaction.atomic():
        await Page.objects.filter(pk=pk).aupdate(published=True)
    return HttpResponse("published")


async def merge_pages(request, source, target):
    return JsonResponse({"comments": publishing.merge(source, target)})


async def merge_in_thread(request, source, target):
    merged = await asyncio.to_thread(publishing.merge, source, target)
    return JsonResponse({"comments": merged})


async def retire(request, pk):
    return JsonResponse({"retired": await publishing.retire(pk)})


async def retire_plain(request, pk):
    return JsonResponse({"retired": await publishing.aretire(pk)})


async def save_page(request, pk):
    page = await Page.objects.aget(pk=pk)
    page.title = "Changed"
    await page.asave()
    return JsonResponse({"revision": page.revision})


async def save_page_now(request, pk):
    page = await Page.objects.aget(pk=pk)
    page.title = "Changed"
    await page.save()
    return JsonResponse({"revision": page.revision})


async def add_comments(request, pk):
    stored = publishing.store_comments(["one", "two"], pk, 1)
    return JsonResponse({"stored": len(stored)})


async def add_no_comments(request, pk):
    stored = publishing.store_comments([], pk, 1)
    return JsonResponse({"stored": len(stored), "found": Comment.objects.in_bulk([])})


async def add_comment(request, pk):
    page = await Page.objects.aget(pk=pk)
    comment = await page.comments.acreate(writer_id=1, text="fine")
    return HttpResponse(f"{comment.text} on {comment.page.title}")


async def drop_comment(request, pk):
    comment = await Comment.objects.filter(page_id=pk).afirst()
    await comment.adelete()
    return HttpResponse("dropped")


async def draft(request, pk):
    section = await Section.objects.aget(pk=pk)
    page = await publishing.draft("Parking", "parking", section, 1)
    return HttpResponse(f"{page.title} in {page.section.title}")


async def draft_numbered(request, pk):
    page = await publishing.draft_in("Parking", "parking", pk, 1)
    return HttpResponse(f"{page.title} in {page.section.title}")


async def draft_unsaved(request, pk):
    section = await publishing.default_section()
    page = Page(title="Keys", slug="keys", section=section, author_id=1)
    return HttpResponse(f"{page.title} in {page.section} for {page.author_id}")


async def reviewers(request, pk):
    page = await Page.objects.aget(pk=pk)
    publishing.set_reviewers(page, ["ada"])
    return HttpResponse("set")


async def reviewers_set(request, pk):
    page = await Page.objects.aget(pk=pk)
    await publishing.aset_reviewers(page, ["ada", "ben"])
    return HttpResponse("set")


def bookmark(request):
    Bookmark.objects.create(owner_id=1, label=" doors ")
    return JsonResponse({"stored": Bookmark.objects.count()})


async def opened(request, pk):
    page = await Page.objects.aget(pk=pk)
    outcomes = page_opened.send_robust(Page, page=page, reader_id=1)
    return JsonResponse({"receivers": len(outcomes)})


async def opened_later(request, pk):
    page = await Page.objects.aget(pk=pk)
    outcomes = await page_opened.asend_robust(Page, page=page, reader_id=1)
    return JsonResponse({"failed": sum(isinstance(outcome, Exception) for _, outcome in outcomes)})


async def archived(request, pk):
    page = await Page.objects.aget(pk=pk)
    page_archived.send(Page, page=page)
    return HttpResponse("archived")


async def archived_later(request, pk):
    page = await Page.objects.aget(pk=pk)
    await page_archived.asend(Page, page=page)
    return HttpResponse("archived")


def archived_in_thread(request, pk):
    page = Page.objects.get(pk=pk)
    page_archived.send(Page, page=page)
    return HttpResponse("archived")


async def shared(request, pk):
    page = await Page.objects.aget(pk=pk)
    shares = []
    page_shared.send(Page, page=page, shares=shares)
    return JsonResponse({"shares": shares})


async def append_draft(request, word):
    editor = Editor(MemoryDrafts())
    return HttpResponse(editor.append(word, "more"))


async def append_stored_draft(request, word):
    editor = Editor(DatabaseDrafts())
    return HttpResponse(editor.append(word, "more"))


async def forget_draft(request, word):
    drafts = MemoryDrafts()
    drafts.save(word, "text")
    if drafts.exists(word) and drafts.count() > 0:
        drafts.delete(word)
    return HttpResponse(drafts.get(word))


async def headline(request, pk):
    return HttpResponse(selectors.headline(pk))


async def headlines(request):
    return JsonResponse({"lines": await asyncio.gather(*map(selectors.headline, (1, 2, 3)))})


async def headline_started(request, pk):
    pending = selectors.headline(pk)
    size = await Page.objects.acount()
    return HttpResponse(f"{await pending} of {size}")


async def fresh(request):
    pages = [page async for page in selectors.published_pages()]
    return JsonResponse({"fresh": [page.title for page in pages if selectors.is_fresh(page)]})


async def fresh_checked(request):
    pages = [page async for page in selectors.published_pages()]
    return JsonResponse({"fresh": [page.title for page in pages if await selectors.is_fresh(page)]})


async def crowded(request):
    if Page.objects.acount() > 100:
        return HttpResponse("crowded")
    return HttpResponse("roomy")


async def filtered(request, word):
    pages = await Page.objects.filter(title__icontains=word)
    return JsonResponse({"count": len(pages)})


async def every_page(request):
    return JsonResponse({"titles": [page.title async for page in Page.objects]})


async def every_page_iterated(request):
    titles = []
    async for page in Page.objects.iterator():
        titles.append(page.title)
    return JsonResponse({"titles": titles})


async def every_page_awaited(request):
    pages = await Page.objects.aiterator()
    return JsonResponse({"titles": [page.title for page in pages]})


async def section_sizes(request):
    sizes = [await selectors.section_size("leave") for _ in range(2)]
    return JsonResponse({"sizes": sizes})


async def section_sizes_kept(request):
    sizes = [await selectors.section_size_kept("leave") for _ in range(2)]
    return JsonResponse({"sizes": sizes})


def headline_page(request, pk):
    return selectors.headline(pk)


def headline_answer(request, pk):
    return HttpResponse(async_to_sync(selectors.headline)(pk))


async def headline_nested(request, pk):
    return HttpResponse(async_to_sync(selectors.headline)(pk))


async def headline_run(request, pk):
    return HttpResponse(asyncio.run(selectors.headline(pk)))


async def tables(request):
    return JsonResponse({"tables": len(connection.introspection.table_names())})


async def tidy_connections(request):
    close_old_connections()
    connections.close_all()
    return JsonResponse({"vendor": connection.vendor, "pages": await Page.objects.acount()})


async def mail_text(request, name):
    return HttpResponse(render_to_string("handbook/mail.txt", {"name": name, "page": "Leave"}))


async def mail_text_inline(request, name):
    return HttpResponse(Template("Dear {{ name|title }}").render(Context({"name": name})))
