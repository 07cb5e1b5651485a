from collections import namedtuple
from dataclasses import dataclass, field

from django.db.models import QuerySet

from .models import Item
from .repositories import ItemRepository, MemoryRepository, PlacedItemRepository

Stock = namedtuple("Stock", "items total")


@dataclass
class StockReport:
    items: QuerySet
    notes: list = field(default_factory=list)

    @property
    def names(self):
        return [item.name for item in self.items]

    @property
    def sql(self):
        return str(self.items.query)

    def __len__(self):
        return len(self.notes)


class StockService:
    def __init__(self, repository=None):
        self.repository = repository or ItemRepository()

    async def place(self, pk):
        item = await self.repository.one(pk)
        return item.place

    async def name(self, pk):
        item = await self.repository.one(pk)
        return item.name

    def names(self):
        return [item.name for item in self.repository.now()]

    def restock(self, item, amount):
        item.quantity += amount
        return self.repository.keep(item)

    @classmethod
    def placed(cls):
        return cls(PlacedItemRepository())

    @classmethod
    def memory(cls):
        return cls(MemoryRepository())


def all_items():
    return Item.objects.order_by("pk")


def placed_items():
    return all_items().select_related("bin")


def pair():
    return all_items(), Item.objects.all().query


def bundle():
    return {"items": all_items(), "title": "Stock"}


def first_of(items):
    return items[0]


def total_of(items):
    return sum(item.quantity for item in items)


def places_of(items):
    return [item.place for item in items]


def low(items):
    for item in items:
        if item.is_low():
            yield item.name


def latest(items, count=2):
    return items.reverse()[:count]


async def stock():
    return Stock(items=[item async for item in all_items()], total=await Item.objects.acount())


async def lazy_stock():
    return Stock(items=all_items(), total=await Item.objects.acount())


async def item_with_bin(pk):
    return await placed_items().aget(pk=pk)


async def item(pk):
    return await Item.objects.aget(pk=pk)
