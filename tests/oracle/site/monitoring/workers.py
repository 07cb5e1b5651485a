import queue
import threading
import time


class Sampler(threading.Thread):
    """Collects one sample in the background and offers it through a queue."""

    def __init__(self, delay=0.2):
        super().__init__(daemon=True)
        self.delay = delay
        self.samples = queue.Queue()
        self.finished = threading.Event()

    def run(self):
        time.sleep(self.delay)
        self.samples.put(self.delay)
        self.finished.set()

    def sample(self):
        return self.samples.get()


class Gauge:
    def __init__(self):
        self.lock = threading.Lock()
        self.value = 0

    def busy(self, seconds):
        holder = threading.Thread(target=self._hold, args=(seconds,), daemon=True)
        holder.start()
        return self

    def _hold(self, seconds):
        with self.lock:
            time.sleep(seconds)

    def read(self):
        with self.lock:
            return self.value
