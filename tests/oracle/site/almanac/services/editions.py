import functools

from asgiref.sync import sync_to_async
from django.core import serializers
from django.core.paginator import Paginator
from django.db import transaction
from django.template.loader import render_to_string

from almanac.models import Annotation, Chapter, Edition, Subscriber
from almanac.repositories import EditionRepository

PAGE_SIZE = 2
editions = EditionRepository()
journal = []


async def get_edition(pk):
    return await Edition.objects.select_related("editor").aget(pk=pk)


def chapter_page(edition, number):
    paginator = Paginator(edition.chapters.all(), PAGE_SIZE)
    return [chapter.title for chapter in paginator.page(number)]


def titles_page(titles, number):
    paginator = Paginator(titles, PAGE_SIZE)
    page = paginator.page(number)
    return {"titles": list(page), "pages": paginator.num_pages, "more": page.has_next()}


def as_letter(edition):
    return render_to_string("almanac/letter.txt", {"title": edition.title})


async def announce(edition_pk):
    journal.append(edition_pk)


@sync_to_async
def publish(pk):
    with transaction.atomic():
        edition = Edition.objects.select_for_update().get(pk=pk)
        edition.published = True
        edition.save(update_fields=["published"])
        transaction.on_commit(functools.partial(announce, pk))
    return edition.title


@sync_to_async
def publish_quietly(pk):
    with transaction.atomic():
        edition = Edition.objects.select_for_update().get(pk=pk)
        edition.published = True
        edition.save(update_fields=["published"])
        transaction.on_commit(functools.partial(journal.append, pk))
    return edition.byline


def renumbered(chapters):
    for number, chapter in enumerate(chapters, start=1):
        chapter.number = number
    return chapters


async def renumber(pk):
    chapters = renumbered([chapter async for chapter in Chapter.objects.filter(edition_id=pk)])
    return Chapter.objects.bulk_update(chapters, ["number"])


async def renumber_soon(pk):
    chapters = renumbered([chapter async for chapter in Chapter.objects.filter(edition_id=pk)])
    return await Chapter.objects.abulk_update(chapters, ["number"])


async def draft_chapters(pk, count):
    chapters = [Chapter(edition_id=pk, number=90 + n, title=f"Draft {n}", text="") for n in range(count)]
    return len(await Chapter.objects.abulk_create(chapters))


async def openings(pk):
    chapters = Chapter.objects.filter(edition_id=pk)
    return chapters[0].title


async def remarks():
    return [f"{note.text} on {note.target}" async for note in Annotation.objects.all()]


async def remarks_loaded():
    notes = Annotation.objects.prefetch_related("target")
    return [f"{note.text} on {note.target.name}" async for note in notes]


def as_json(chapters):
    return serializers.serialize("json", chapters, fields=["number", "title"])


def is_known(email):
    return email in Subscriber.objects.values_list("email", flat=True)


def chosen(edition, word):
    return edition.chapters.filter(title__icontains=word) or [Chapter(title="Nothing", number=0)]


async def signed_up(edition, email):
    subscriber = await Subscriber.objects.acreate(email=email, edition=edition)
    return f"{subscriber.email} reads {subscriber.edition.title} by {subscriber.edition.editor.username}"


async def both_kinds(word):
    short = Chapter.objects.filter(title__icontains=word).order_by()
    long = Chapter.objects.filter(text__icontains=word).order_by()
    return [chapter.title async for chapter in short.union(long)]


async def word_count(pk):
    edition = await Edition.objects.prefetch_related("chapters").aget(pk=pk)
    return edition.words()


async def word_count_plain(pk):
    edition = await Edition.objects.aget(pk=pk)
    return edition.words()
