"""What code asks over and over while it waits: clocks, and questions about a state that others change.

Literal tables only. Such a call makes no progress and lets nobody in, so a loop made of them alone waits by burning
processor time. Names are those of the standard library's documentation unless the row says otherwise.
"""

CLOCKS = frozenset({
    "time.time", "time.time_ns", "time.monotonic", "time.monotonic_ns", "time.perf_counter", "time.perf_counter_ns",
    "time.process_time", "time.thread_time",
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
    "django.utils.timezone.now", "django.utils.timezone.localtime",
})  # fmt: skip
"""Functions that tell the time."""

QUESTIONS = frozenset({
    "len", "bool", "abs", "int", "float", "round", "any", "all", "min", "max", "not", "isinstance", "getattr", "hasattr",
    "os.path.exists", "os.path.isfile", "os.path.isdir", "os.path.getsize", "os.path.getmtime",
    "threading.active_count",
})  # fmt: skip
"""Functions that only ask."""

QUESTION_METHODS = frozenset({
    # threading.Event, asyncio.Event; Future, Task; Thread, Process; Popen; queue.Queue; Lock
    "is_set", "isSet", "done", "cancelled", "running", "is_alive", "poll", "empty", "full", "qsize", "locked",
    # celery.result.AsyncResult, multiprocessing.pool.AsyncResult
    "ready", "successful",
    # pathlib.Path; datetime
    "exists", "is_file", "timestamp", "total_seconds",
    # what projects call such a question
    "is_ready", "is_done", "is_finished", "is_complete", "is_completed", "finished", "completed",
})  # fmt: skip
"""Methods that only ask, of values that are not known and of outside classes."""

CONSUMING = frozenset({
    "pop", "popleft", "popitem", "get_nowait", "next", "read", "readline", "recv", "fetchone", "fetchmany",
})  # fmt: skip
"""Names of calls that take something away: a loop that goes on with what they give makes progress."""

TAKES: frozenset[str] = frozenset({
    "queue.Queue.get", "queue.SimpleQueue.get", "multiprocessing.queues.Queue.get",
})  # fmt: skip
"""Methods that wait until a queue holds something.
Source: https://docs.python.org/3/library/queue.html#queue.Queue.get"""
