from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import InMemoryStorage
from django.db import models

drafts = InMemoryStorage()


class Section(models.Model):
    title = models.CharField(max_length=80)
    slug = models.SlugField(unique=True)

    def __str__(self):
        return self.title


class Comment(models.Model):
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey("content_type", "object_id")
    text = models.CharField(max_length=200)


class ArticleQuerySet(models.QuerySet):
    def published(self):
        return self.filter(published=True)

    def with_people(self):
        return self.select_related("writer", "section")


class Article(models.Model):
    headline = models.CharField(max_length=120)
    body = models.TextField(blank=True)
    published = models.BooleanField(default=True)
    section = models.ForeignKey(Section, models.CASCADE, related_name="articles")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="articles")
    comments = GenericRelation(Comment)

    objects = ArticleQuerySet.as_manager()

    def __str__(self):
        return self.headline

    @property
    def byline(self):
        return f"{self.headline} by {self.writer.username}"

    @property
    def teaser(self):
        return self.body[:20]

    def get_absolute_url(self):
        return f"/newsroom/articles/{self.pk}/"


class Attachment(models.Model):
    article = models.ForeignKey(Article, models.CASCADE, related_name="attachments")
    upload = models.FileField(upload_to="attachments")
    draft = models.FileField(upload_to="drafts", storage=drafts, blank=True)
