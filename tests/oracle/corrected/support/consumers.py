class EchoConsumer(AsyncWebsocketConsumer):
    async def receive(self, text_data=None, bytes_data=None):
        await self.send(text_data)


class HallConsumer(RoomConsumer):
    async def receive_json(self, content, **kwargs):
        await self.channel_layer.group_send("room", {"type": "room.message", "pk": content["pk"]})
