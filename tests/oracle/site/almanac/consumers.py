from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncJsonWebsocketConsumer

from .models import Observation, Station


class StationFeedConsumer(AsyncJsonWebsocketConsumer):
    async def receive_json(self, content, **kwargs):
        station = await Station.objects.select_related("region").aget(pk=content["pk"])
        await self.send_json({"station": str(station), "latest": self.latest(station)})

    def latest(self, station):
        observation = Observation.objects.of(station).order_by("-day").first()
        return observation.high if observation else None


class StationWatchConsumer(AsyncJsonWebsocketConsumer):
    async def receive_json(self, content, **kwargs):
        await self.send_json(await self.summary(content["pk"]))

    @database_sync_to_async
    def summary(self, pk):
        station = Station.objects.get(pk=pk)
        return {"station": str(station), "hottest": station.hottest, "latest": str(station.latest)}


class KeeperConsumer(AsyncJsonWebsocketConsumer):
    async def connect(self):
        self.user = self.scope["user"]
        self.kept = [pk async for pk in self.user.kept_stations.values_list("pk", flat=True)]
        await self.accept()

    async def receive_json(self, content, **kwargs):
        if content["pk"] in self.kept:
            self.send_json({"keeper": self.user.username})
