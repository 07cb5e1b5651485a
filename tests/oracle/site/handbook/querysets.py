from django.db import models
from django.db.models import Count, Exists, OuterRef, Q


class PageQuerySet(models.QuerySet):
    def published(self):
        return self.filter(published=True)

    def drafts(self):
        return self.exclude(published=True)

    def with_people(self):
        return self.select_related("author", "section")

    def about(self, word):
        return self.filter(Q(title__icontains=word) | Q(body__icontains=word))

    def with_note_flag(self):
        from .models import Comment

        return self.annotate(commented=Exists(Comment.objects.filter(page=OuterRef("pk"))))

    def busiest(self):
        return self.annotate(total=Count("comments")).order_by("-total", "pk")

    def slugs(self):
        return [slug for slug in self.values_list("slug", flat=True)]

    async def aslugs(self):
        return [slug async for slug in self.values_list("slug", flat=True)]


class PageManager(models.Manager.from_queryset(PageQuerySet)):
    def by_slug(self, slug):
        return self.get(slug=slug)

    async def aby_slug(self, slug):
        return await self.with_people().aget(slug=slug)

    def front(self):
        return self.get_queryset().published().order_by("title")


class LiveManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(published=True).select_related("section")
