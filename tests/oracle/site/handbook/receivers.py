from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from .models import Comment, Page, Reading
from .signals import page_archived, page_opened, page_shared


@receiver(page_opened)
def count_reading(sender, page, reader_id, **kwargs):
    Reading.objects.create(page=page, reader_id=reader_id)


@receiver(page_archived)
async def drop_comments(sender, page, **kwargs):
    await Comment.objects.filter(page=page).adelete()


@receiver(page_shared)
def remember_share(sender, page, shares, **kwargs):
    shares.append(page.slug)


@receiver(post_save, sender=Comment)
def bump_revision(sender, instance, created, **kwargs):
    if created:
        page = Page.objects.get(pk=instance.page_id)
        Page.objects.filter(pk=page.pk).update(revision=page.revision + 1)


@receiver(post_delete, sender=Comment)
def settle_revision(sender, instance, **kwargs):
    Page.objects.filter(pk=instance.page_id, revision__gt=1).update(revision=1)
