from typing import Generic, TypeVar

from asgiref.sync import sync_to_async

from .models import Bin, Item, Movement

Row = TypeVar("Row")


class ReadRepository(Generic[Row]):
    model: type[Row]
    joined: tuple[str, ...] = ()

    def rows(self):
        rows = self.model.objects.order_by("pk")
        return rows.select_related(*self.joined) if self.joined else rows

    async def one(self, pk) -> Row:
        return await self.rows().aget(pk=pk)

    async def many(self) -> list[Row]:
        return [row async for row in self.rows()]

    def now(self) -> list[Row]:
        return list(self.rows())


class WriteMixin:
    async def add(self, **values):
        return await self.model.objects.acreate(**values)

    def keep(self, row):
        row.save()
        return row


class ItemRepository(WriteMixin, ReadRepository[Item]):
    model = Item


class PlacedItemRepository(ItemRepository):
    joined = ("bin",)


class BinRepository(ReadRepository[Bin]):
    model = Bin

    @sync_to_async
    def with_items(self):
        return list(self.rows().prefetch_related("items"))


class MemoryRepository:
    def __init__(self):
        self.kept = {1: Item(pk=1, name="Memory", bin=Bin(code="M"))}

    async def one(self, pk):
        return self.kept[pk]

    def now(self):
        return list(self.kept.values())

    def keep(self, row):
        self.kept[row.pk] = row
        return row


def movements(item):
    return Movement.objects.filter(item=item)
