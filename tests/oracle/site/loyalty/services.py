import asyncio

from asgiref.sync import sync_to_async
from django.db import transaction

from .models import Card, GoldCard, Reward


class CardService:
    cards = Card.objects

    def __init__(self, queryset=None):
        self.queryset = Card.objects.all() if queryset is None else queryset

    def lines(self):
        return [f"{card.pk}: {card.owner.username}" for card in self.queryset]

    async def alines(self):
        return [f"{card.pk}: {card.owner.username}" async for card in self.queryset]

    def points(self):
        return {card.pk: card.points for card in self.queryset}

    async def apoints(self):
        return {card.pk: card.points async for card in self.queryset}

    @sync_to_async
    def award(self, card_id, points):
        with transaction.atomic():
            card = self.queryset.get(pk=card_id)
            card.points += points
            card.save()
        return card.points

    def award_now(self, card_id, points):
        card = self.queryset.get(pk=card_id)
        card.points += points
        card.save()
        return card.points

    async def owner_of(self, card_id):
        card = await self.queryset.aget(pk=card_id)
        return self.owner_name(card)

    def owner_name(self, card):
        return card.owner.username

    async def all_owners(self):
        return await asyncio.gather(self.owner_of(1), self.owner_of(2))


async def gold_cards():
    return [card async for card in Card.objects.gold()]


def newest(model, count=1):
    return model.objects.order_by("-pk")[:count]


def pick(cards, wanted):
    match wanted:
        case "first":
            return cards.first()
        case "last":
            return cards.last()
    return None


def points_or_zero(card_id):
    try:
        return Card.objects.get(pk=card_id).points
    except Card.DoesNotExist:
        return 0


async def promote(card_id):
    card = await GoldCard.objects.aget(pk=card_id)
    return card.bonus()


async def reward_label(card):
    return card.reward.label


async def give(card, label):
    return await Reward.objects.aupdate_or_create(card=card, defaults={"label": label})
