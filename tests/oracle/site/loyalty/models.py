from functools import cached_property

from django.conf import settings
from django.db import models


class Level(models.TextChoices):
    BASIC = "basic"
    GOLD = "gold"


class CardQuerySet(models.QuerySet):
    def gold(self):
        return self.filter(level=Level.GOLD)

    def richest(self, count):
        return list(self.order_by("-points")[:count])


class Card(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="cards")
    sponsor = models.ForeignKey("self", models.SET_NULL, null=True, related_name="sponsored")
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.BASIC)
    points = models.IntegerField(default=0)

    objects = CardQuerySet.as_manager()

    def __str__(self):
        return f"{self.get_level_display()} card of {self.owner.username}"

    def __lt__(self, other):
        return self.points < other.points

    @cached_property
    def rank(self):
        return Card.objects.filter(points__gt=self.points).count() + 1

    @cached_property
    def stars(self):
        return "*" * (self.points // 100)

    @classmethod
    def for_owner(cls, username):
        return cls.objects.filter(owner__username=username)

    @classmethod
    def strongest(cls):
        return cls.objects.latest("points")

    @staticmethod
    def parse(code):
        return int(code.strip("C"))

    async def asponsor_name(self):
        sponsor = await Card.objects.select_related("owner").aget(pk=self.sponsor_id)
        return sponsor.owner.username


class GoldCard(Card):
    class Meta:
        proxy = True

    def bonus(self):
        self.points += 10
        self.save()
        return self.points


class Reward(models.Model):
    card = models.OneToOneField(Card, models.CASCADE, related_name="reward")
    label = models.CharField(max_length=40)
