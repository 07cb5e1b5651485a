import asyncio
import os
import subprocess
import sys

SLOW = [sys.executable, "-S", "-c", "import time; time.sleep(0.2); print('ready')"]


def revision():
    return subprocess.check_output(SLOW, text=True).strip()


class Worker:
    def __init__(self, command=SLOW):
        self.command = command

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        return self

    def finish(self):
        output, _ = self.process.communicate()
        return output.strip()


def touch():
    return os.system("sleep 0.2")


async def arevision():
    process = await asyncio.create_subprocess_exec(*SLOW, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    return output.decode().strip()
