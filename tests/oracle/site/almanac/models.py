from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.functional import cached_property

from .querysets import ObservationQuerySet, StationManager, StationQuerySet


class Region(models.Model):
    name = models.CharField(max_length=60)

    def __str__(self):
        return self.name


class Sponsor(models.Model):
    name = models.CharField(max_length=60)


class Annotation(models.Model):
    text = models.CharField(max_length=200)
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey("content_type", "object_id")


class Station(models.Model):
    name = models.CharField(max_length=60)
    slug = models.SlugField(unique=True)
    region = models.ForeignKey(Region, models.CASCADE, related_name="stations")
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="kept_stations"
    )
    sponsors = models.ManyToManyField(Sponsor, related_name="stations")
    elevation = models.IntegerField(default=0)
    active = models.BooleanField(default=True)
    annotations = GenericRelation(Annotation)

    objects = StationManager.from_queryset(StationQuerySet)()

    def __str__(self):
        return f"{self.name} ({self.region.name})"

    @property
    def code(self):
        return f"{self.slug.upper()}-{self.pk}"

    @property
    def latest(self):
        return self.observations.order_by("-day").first()

    @property
    def hottest(self):
        return max((observation.high for observation in self.observations.all()), default=None)

    @cached_property
    def keeper_name(self):
        return self.keeper.get_username() if self.keeper_id else "nobody"

    @property
    def heading(self):
        calibration = getattr(self, "calibration", None)
        return f"{self.name} +{calibration.offset}" if calibration else self.name

    def rename(self, name):
        self.name = name
        self.save(update_fields=["name"])

    async def arename(self, name):
        self.name = name
        await self.asave(update_fields=["name"])

    async def is_reporting(self):
        return await self.observations.aexists()


class Calibration(models.Model):
    station = models.OneToOneField(Station, models.CASCADE, related_name="calibration")
    offset = models.IntegerField(default=0)


class Observation(models.Model):
    station = models.ForeignKey(Station, models.CASCADE, related_name="observations")
    observer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    day = models.DateField()
    low = models.IntegerField()
    high = models.IntegerField()

    objects = ObservationQuerySet.as_manager()

    class Meta:
        ordering = ["day"]

    def __str__(self):
        return f"{self.station.name} on {self.day}: {self.low} to {self.high}"

    @property
    def spread(self):
        return self.high - self.low


class Edition(models.Model):
    year = models.IntegerField(unique=True)
    title = models.CharField(max_length=60)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="editions")
    contributors = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="contributions")
    cover = models.FileField(upload_to="almanac", blank=True)
    published = models.BooleanField(default=False)

    def __str__(self):
        return f"{self.title} {self.year}"

    def get_absolute_url(self):
        return f"/almanac/editions/{self.pk}/"

    @property
    def byline(self):
        return f"{self.title}, edited by {self.editor.username}"

    def words(self):
        return sum(len(chapter.text.split()) for chapter in self.chapters.all())


class Chapter(models.Model):
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="chapters")
    number = models.IntegerField()
    title = models.CharField(max_length=60)
    text = models.TextField()

    class Meta:
        ordering = ["number"]


class Subscriber(models.Model):
    email = models.EmailField(unique=True)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="subscribers")
    active = models.BooleanField(default=True)

    def deactivate(self):
        self.active = False
        self.save()


class Delivery(models.Model):
    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="deliveries")
    reference = models.CharField(max_length=40, blank=True)

    async def save(self, *args, **kwargs):
        self.reference = self.reference or f"D{self.subscriber_id}"
        await super().asave(*args, **kwargs)
