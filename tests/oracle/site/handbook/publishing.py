"""Everything the handbook writes."""

from functools import partial

from django.contrib.auth import get_user_model
from django.db import transaction

from .models import Comment, Page, Section

announced = []


def publish(page_id):
    with transaction.atomic():
        page = Page.objects.select_for_update().get(pk=page_id)
        page.published = True
        page.save(update_fields=["published"])
        transaction.on_commit(partial(announced.append, page.slug))
    return page.revision


async def announce(slug):
    announced.append(slug)


def publish_and_announce(page_id):
    with transaction.atomic():
        page = Page.objects.get(pk=page_id)
        page.published = True
        page.save()
        transaction.on_commit(partial(announce, page.slug))
    return page.slug


@transaction.atomic
def merge(source_id, target_id):
    Comment.objects.filter(page_id=source_id).update(page_id=target_id)
    Page.objects.filter(pk=source_id).update(published=False)
    return Comment.objects.filter(page_id=target_id).count()


@transaction.atomic
async def retire(page_id):
    await Page.objects.filter(pk=page_id).aupdate(published=False)
    return page_id


async def aretire(page_id):
    await Page.objects.filter(pk=page_id).aupdate(published=False)
    return page_id


def store_comments(texts, page_id, writer_id):
    return Comment.objects.bulk_create(
        [Comment(text=text, page_id=page_id, writer_id=writer_id) for text in texts]
    )


async def draft(title, slug, section, writer_id):
    return await Page.objects.acreate(
        title=title, slug=slug, section=section, author_id=writer_id, published=False
    )


async def draft_in(title, slug, section_id, writer_id):
    return await Page.objects.acreate(
        title=title, slug=slug, section_id=section_id, author_id=writer_id, published=False
    )


def set_reviewers(page, names):
    page.reviewers.set(get_user_model().objects.filter(username__in=names))


async def aset_reviewers(page, names):
    await page.reviewers.aset([user async for user in get_user_model().objects.filter(username__in=names)])


def check(page):
    page.full_clean(exclude=["attachment"])
    return True


def check_texts(page):
    page.clean_fields(exclude=["section", "author"])
    return True


async def default_section():
    section, _ = await Section.objects.aget_or_create(slug="misc", defaults={"title": "Miscellaneous"})
    return section
