class KeeperConsumer(AsyncJsonWebsocketConsumer):
    async def connect(self):
        self.user = self.scope["user"]
        self.kept = [pk async for pk in self.user.kept_stations.values_list("pk", flat=True)]
        await self.accept()

    async def receive_json(self, content, **kwargs):
        if content["pk"] in self.kept:
            await self.send_json({"keeper": self.user.username})
