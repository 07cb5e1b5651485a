"""Everything the handbook reads."""

from functools import lru_cache

from asgiref.sync import sync_to_async
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db.models import Prefetch

from .models import Note, Page, Section


def published_pages():
    return Page.objects.published().order_by("pk")


def pages_about(word):
    return published_pages().about(word)


def front_titles():
    return [page.title for page in Page.objects.front()]


def suggestions(word, fallback=("welcome",)):
    return pages_about(word).values_list("slug", flat=True) or fallback


def page_lines(pages):
    yield "title\n"
    for page in pages:
        yield f"{page.title}\n"


async def apage_lines(pages):
    yield "title\n"
    async for page in pages:
        yield f"{page.title}\n"


def sections_with_pages(**to_attr):
    return Section.objects.prefetch_related(Prefetch("pages", published_pages(), **to_attr)).order_by("pk")


def tally(sections):
    return {section.slug: section.pages.count() for section in sections}


def overview(sections):
    return {section.slug: [page.title for page in section.pages.all()] for section in sections}


def columns_of(page):
    return page.layout.columns if hasattr(page, "layout") else 1


def author_or_none(page):
    return getattr(page, "author", None)


def section_name(page):
    try:
        return page.section.title
    except Exception:
        return "unsorted"


def reading_minutes(page):
    return max(1, page.words // 200)


def notes_with_targets():
    return Note.objects.prefetch_related("target").order_by("pk")


def page_type():
    return ContentType.objects.get_for_model(Page)


async def headline(pk):
    page = await Page.objects.aget(pk=pk)
    return page.title.upper()


async def is_fresh(page):
    return page.revision < 1


@lru_cache(maxsize=32)
def section_title(slug):
    return Section.objects.get(slug=slug).title


@lru_cache(maxsize=32)
async def section_size(slug):
    return await Page.objects.filter(section__slug=slug).acount()


async def section_size_kept(slug):
    key = f"size:{slug}"
    size = await cache.aget(key)
    if size is None:
        size = await Page.objects.filter(section__slug=slug).acount()
        await cache.aset(key, size)
    return size


@sync_to_async
def outline(section_id):
    section = Section.objects.get(pk=section_id)
    return {"trail": section.trail(), "pages": [page.byline for page in section.pages.all()]}


def pages_read_by(user):
    return [reading.page.title for reading in user.readings.all()]


class PageCard:
    """A page as the front page shows it."""

    def __init__(self, page):
        self.page = page

    @property
    def heading(self):
        return self.page.title

    @property
    def signature(self):
        return f"{self.page.author.get_username()} in {self.page.section}"

    def as_dict(self):
        return {"heading": self.heading, "signature": self.signature}

    def as_link(self):
        return {"heading": self.heading, "url": self.page.get_absolute_url(), "author": self.page.author_id}
