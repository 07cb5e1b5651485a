import asyncio

from asgiref.sync import async_to_sync

from .models import Station

running = set()
log = []


async def record(event, *details):
    await asyncio.sleep(0)
    log.append((event, details))


def start(coroutine):
    task = asyncio.create_task(coroutine)
    running.add(task)
    task.add_done_callback(running.discard)
    return task


class AuditTrail:
    def __init__(self, sink=record):
        self.sink = sink

    async def arecord(self, event, **details):
        await self.sink(event, details)

    def opened(self, pk):
        self.arecord("opened", pk=pk)

    def closing(self, pk):
        return self.arecord("closed", pk=pk)

    def scheduled(self, pk):
        return start(self.arecord("scheduled", pk=pk))


async def refresh(station):
    await asyncio.sleep(0.001)
    return station.code


async def is_due(station):
    await asyncio.sleep(0)
    return station.elevation > 0


def refreshes(stations):
    return [refresh(station) for station in stations]


def refresh_now(station):
    return async_to_sync(refresh)(station)


def refresh_in_loop(station):
    return asyncio.run(refresh(station))


class Forecaster:
    """Forecasts for one station."""

    def __init__(self, station):
        self.station = station

    @property
    def outlook(self):
        return self._outlook()

    async def _outlook(self):
        await asyncio.sleep(0)
        return f"fair at {self.station.code}"


async def deactivate_empty():
    return await Station.objects.filter(observations=None).aupdate(active=False)
