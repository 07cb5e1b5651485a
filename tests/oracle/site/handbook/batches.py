"""Work on many pages at once."""

import asyncio
from contextlib import aclosing, asynccontextmanager

from asgiref.sync import sync_to_async
from django.db import transaction
from django.db.models import Case, F, OuterRef, Subquery, Value, When, aprefetch_related_objects

from .models import Comment, Page, Section


@sync_to_async
@transaction.atomic
def swap(first_id, second_id):
    first, second = Page.objects.get(pk=first_id), Page.objects.get(pk=second_id)
    first.section, second.section = second.section, first.section
    first.save()
    second.save()
    return [first.section.title, second.section.title]


@transaction.atomic
@sync_to_async
def exchange(first_id, second_id):
    Page.objects.filter(pk=first_id).update(revision=F("revision") + 1)
    Page.objects.filter(pk=second_id).update(revision=F("revision") + 1)


def with_last_comment(pages):
    last = Comment.objects.filter(page=OuterRef("pk")).order_by("-pk").values("text")[:1]
    state = Case(When(published=True, then=Value("live")), default=Value("draft"))
    return pages.annotate(last_comment=Subquery(last), state=state)


@asynccontextmanager
async def opened_section(slug):
    section = await Section.objects.select_related("editor").aget(slug=slug)
    try:
        yield section
    finally:
        await Section.objects.filter(pk=section.pk).aupdate(title=section.title)


@asynccontextmanager
async def locked_section(slug):
    section = await Section.objects.aget(slug=slug)
    yield section
    section.title = section.title.strip()
    section.save(update_fields=["title"])


async def longest(count):
    pages = Page.objects.order_by("pk")
    found = []
    async with aclosing(pages.aiterator(chunk_size=2)) as rows:
        async for page in rows:
            found.append(page)
            if len(found) == count:
                break
    return found


async def reviewed(pages):
    await aprefetch_related_objects(pages, "reviewers", "section")
    return {page.slug: [page.section.slug, *(user.username for user in page.reviewers.all())] for page in pages}


async def totals():
    async with asyncio.TaskGroup() as group:
        pages = group.create_task(Page.objects.acount())
        sections = group.create_task(Section.objects.acount())
    return {"pages": pages.result(), "sections": sections.result()}


async def touch_all():
    pages = [page async for page in Page.objects.all()]
    for page in pages:
        page.revision += 1
    return await Page.objects.abulk_update(pages, ["revision"])


async def touch_each():
    touched = 0
    async for page in Page.objects.all():
        page.revision += 1
        page.save(update_fields=["revision"])
        touched += 1
    return touched


class Kept:
    """Rows in memory with the face of a manager."""

    def __init__(self):
        self.rows = {}

    def create(self, **values):
        self.rows[values["slug"]] = values
        return values

    def get(self, slug):
        return self.rows[slug]

    def all(self):
        return list(self.rows.values())

    def count(self):
        return len(self.rows)


class Shortcut:
    objects = Kept()


class Retry:
    def __init__(self, times, pause):
        self.times, self.pause = times, pause

    def run(self, call):
        for _ in range(self.times):
            found = call()
            if found:
                return found
        return None

    async def arun(self, call):
        for _ in range(self.times):
            found = await call()
            if found:
                return found
            await asyncio.sleep(self.pause)
        return None
