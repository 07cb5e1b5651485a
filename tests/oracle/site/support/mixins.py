from channels.db import database_sync_to_async

from .models import Ticket


class TicketLookup:
    def find(self, pk):
        return Ticket.objects.get(pk=pk)

    async def afind(self, pk):
        return await Ticket.objects.aget(pk=pk)

    @database_sync_to_async
    def load(self, pk):
        return Ticket.objects.get(pk=pk)

    @database_sync_to_async
    def load_with_owner(self, pk):
        return Ticket.objects.select_related("opened_by").get(pk=pk)

    def line(self, ticket):
        return f"{ticket} ({ticket.status})"

    def owner_line(self, ticket):
        return f"{ticket} by {ticket.opened_by.username}"
