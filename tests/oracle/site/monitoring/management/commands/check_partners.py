import asyncio

from django.core.management.base import BaseCommand
from integrations.clients import AsyncPartnerClient, ping


class Command(BaseCommand):
    def handle(self, *args, **options):
        return asyncio.run(self.check())

    async def check(self):
        status = await AsyncPartnerClient().fetch("/status")
        return f"{status['status']} {ping()}"
