import asyncio

from catalog.models import Book
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    def handle(self, *args, **options):
        return f"{Book.objects.count()} {asyncio.run(self.in_stock())}"

    async def in_stock(self):
        return await Book.objects.in_stock().acount()
