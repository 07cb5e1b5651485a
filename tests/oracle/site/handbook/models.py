from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models

from .querysets import LiveManager, PageManager


class Section(models.Model):
    title = models.CharField(max_length=80)
    slug = models.SlugField(unique=True)
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="edited")

    class Meta:
        ordering = ["title"]

    def __str__(self):
        return self.title

    def trail(self):
        names, section = [], self
        while section is not None:
            names.append(section.title)
            section = section.parent
        return " / ".join(reversed(names))


class Page(models.Model):
    title = models.CharField(max_length=120)
    slug = models.SlugField(unique=True)
    body = models.TextField(blank=True)
    section = models.ForeignKey(Section, models.CASCADE, related_name="pages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="pages")
    reviewers = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="reviewing")
    published = models.BooleanField(default=True)
    revision = models.PositiveIntegerField(default=1)
    attachment = models.FileField(upload_to="handbook", blank=True)
    notes = GenericRelation("handbook.Note")

    objects = PageManager()
    live = LiveManager()

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"/handbook/pages/{self.pk}/"

    def save(self, *args, **kwargs):
        if self.pk and self.section.editor_id:
            self.revision += 1
        super().save(*args, **kwargs)

    @property
    def byline(self):
        return f"{self.title}, by {self.author.username}"

    @property
    def words(self):
        return len(self.body.split())


class Layout(models.Model):
    page = models.OneToOneField(Page, models.CASCADE, related_name="layout")
    columns = models.PositiveSmallIntegerField(default=1)


class Comment(models.Model):
    page = models.ForeignKey(Page, models.CASCADE, related_name="comments")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="comments")
    text = models.CharField(max_length=200)


class Note(models.Model):
    text = models.CharField(max_length=200)
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()


class Bookmark(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="bookmarks")
    label = models.CharField(max_length=40)

    async def save(self, *args, **kwargs):
        self.label = self.label.strip()
        await super().asave(*args, **kwargs)


class Reading(models.Model):
    page = models.ForeignKey(Page, models.CASCADE, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="readings")
