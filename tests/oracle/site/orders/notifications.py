import asyncio


class Notifier:
    def __init__(self):
        self.sent = []

    async def notify(self, text):
        await asyncio.sleep(0)
        self.sent.append(text)
        return len(self.sent)

    def later(self, text):
        return self.notify(text)

    async def notify_all(self, texts):
        await asyncio.gather(*(self.notify(text) for text in texts))
        return len(self.sent)

    def announce(self, text):
        self.notify(text)


class Channel:
    """An outgoing connection that is opened and closed around use."""

    def __init__(self):
        self.lines = []

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)

    def write(self, line):
        self.lines.append(line)


async def ticks(count):
    for number in range(count):
        await asyncio.sleep(0)
        yield number


async def eta(distance):
    await asyncio.sleep(0)
    return distance * 2
