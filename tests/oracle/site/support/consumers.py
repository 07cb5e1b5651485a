import asyncio
import json
import time

from channels.db import database_sync_to_async
from channels.generic.websocket import (
    AsyncJsonWebsocketConsumer,
    AsyncWebsocketConsumer,
    JsonWebsocketConsumer,
    WebsocketConsumer,
)

from .mixins import TicketLookup
from .models import Delivery, Message, Ticket


class TicketConsumer(AsyncJsonWebsocketConsumer):
    async def receive_json(self, content, **kwargs):
        ticket = Ticket.objects.get(pk=content["pk"])
        await self.send_json({"subject": ticket.subject})


class TicketStatusConsumer(AsyncJsonWebsocketConsumer):
    async def receive_json(self, content, **kwargs):
        ticket = await Ticket.objects.aget(pk=content["pk"])
        await self.send_json({"status": ticket.status})


class TicketThreadConsumer(AsyncWebsocketConsumer):
    async def receive(self, text_data=None, bytes_data=None):
        messages = await self.messages(json.loads(text_data)["pk"])
        await self.send(json.dumps(messages))

    @database_sync_to_async
    def messages(self, pk):
        return [message.text for message in Message.objects.filter(ticket_id=pk)]


class TicketMessagesConsumer(AsyncWebsocketConsumer):
    async def receive(self, text_data=None, bytes_data=None):
        messages = self.messages(json.loads(text_data)["pk"])
        await self.send(json.dumps(messages))

    def messages(self, pk):
        return [message.text for message in Message.objects.filter(ticket_id=pk)]


class TicketFindConsumer(TicketLookup, AsyncJsonWebsocketConsumer):
    async def receive_json(self, content, **kwargs):
        await self.send_json({"line": self.line(self.find(content["pk"]))})


class TicketFoundConsumer(TicketLookup, AsyncJsonWebsocketConsumer):
    async def receive_json(self, content, **kwargs):
        ticket = await database_sync_to_async(self.find)(content["pk"])
        await self.send_json({"line": self.line(ticket)})


class TicketOwnerConsumer(TicketLookup, AsyncJsonWebsocketConsumer):
    async def receive_json(self, content, **kwargs):
        ticket = await self.load(content["pk"])
        await self.send_json({"line": self.owner_line(ticket)})


class TicketOwnerLoadedConsumer(TicketLookup, AsyncJsonWebsocketConsumer):
    async def receive_json(self, content, **kwargs):
        ticket = await self.load_with_owner(content["pk"])
        await self.send_json({"line": self.owner_line(ticket)})


class PresenceConsumer(AsyncJsonWebsocketConsumer):
    async def connect(self):
        self.user = self.scope["user"]
        await self.accept()

    async def receive_json(self, content, **kwargs):
        await self.send_json({"name": self.user.get_username(), "member": self.user.is_authenticated})


class AssignedConsumer(AsyncJsonWebsocketConsumer):
    async def connect(self):
        self.tickets = Ticket.objects.filter(opened_by=self.scope["user"])
        await self.accept()

    async def receive_json(self, content, **kwargs):
        await self.send_json({"tickets": [ticket.subject for ticket in self.tickets]})


class AssignedRowsConsumer(AsyncJsonWebsocketConsumer):
    async def connect(self):
        self.tickets = Ticket.objects.filter(opened_by=self.scope["user"])
        await self.accept()

    async def receive_json(self, content, **kwargs):
        await self.send_json({"tickets": [ticket.subject async for ticket in self.tickets]})


class BasketConsumer(AsyncJsonWebsocketConsumer):
    async def receive_json(self, content, **kwargs):
        await self.send_json({"basket": self.scope["session"].get("basket")})


class QueueConsumer(JsonWebsocketConsumer):
    def receive_json(self, content, **kwargs):
        ticket = Ticket.objects.select_for_update().filter(pk=content["pk"])
        self.send_json({"subjects": [row.subject for row in ticket.order_by("pk")[:0]]})
        Delivery.objects.create(ticket_id=content["pk"], what="queue")


class SlowConsumer(WebsocketConsumer):
    def receive(self, text_data=None, bytes_data=None):
        time.sleep(0.15)
        self.send(text_data)


class HastyConsumer(AsyncWebsocketConsumer):
    async def receive(self, text_data=None, bytes_data=None):
        time.sleep(0.15)
        await self.send(text_data)


class PatientConsumer(AsyncWebsocketConsumer):
    async def receive(self, text_data=None, bytes_data=None):
        await asyncio.sleep(0.01)
        await self.send(text_data)


class EchoConsumer(AsyncWebsocketConsumer):
    async def receive(self, text_data=None, bytes_data=None):
        self.send(text_data)


class AnswerConsumer(AsyncWebsocketConsumer):
    async def receive(self, text_data=None, bytes_data=None):
        await self.send(text_data=text_data)


class RoomConsumer(AsyncJsonWebsocketConsumer):
    async def connect(self):
        await self.channel_layer.group_add("room", self.channel_name)
        await self.accept()

    async def receive_json(self, content, **kwargs):
        await self.channel_layer.group_send("room", {"type": "room.message", "pk": content["pk"]})

    async def room_message(self, event):
        ticket = await Ticket.objects.aget(pk=event["pk"])
        await self.send_json({"subject": ticket.subject, "open": ticket.is_open()})

    async def disconnect(self, code):
        await self.channel_layer.group_discard("room", self.channel_name)


class LobbyConsumer(RoomConsumer):
    async def room_message(self, event):
        ticket = Ticket.objects.get(pk=event["pk"])
        await self.send_json({"subject": ticket.subject})


class HallConsumer(RoomConsumer):
    async def receive_json(self, content, **kwargs):
        self.channel_layer.group_send("room", {"type": "room.message", "pk": content["pk"]})


class LeavingConsumer(AsyncWebsocketConsumer):
    async def disconnect(self, code):
        Ticket.objects.filter(status="open").update(status="left")


class LeftConsumer(AsyncWebsocketConsumer):
    async def disconnect(self, code):
        await Ticket.objects.filter(status="open").aupdate(status="left")
