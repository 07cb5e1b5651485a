"""What takes a function off the event loop, and what brings a coroutine onto one: literal tables, no logic.

Names are canonical dotted names; `ALIASES` maps other public or definition paths to them. An index is the
position of the callable argument, counted from 0 without the receiver; `KEYWORDS` names the same argument
where it can also be given by keyword. `SOURCES` says, by root package, where each fact is written.
"""

SOURCES: dict[str, str] = {
    "asgiref": "https://docs.djangoproject.com/en/stable/topics/async/#async-adapter-functions",
    "channels": "https://channels.readthedocs.io/en/stable/topics/databases.html",
    "asyncio": "https://docs.python.org/3/library/asyncio-task.html#running-in-threads",
    "concurrent": "https://docs.python.org/3/library/concurrent.futures.html",
    "threading": "https://docs.python.org/3/library/threading.html",
    "_thread": "https://docs.python.org/3/library/_thread.html",
    "multiprocessing": "https://docs.python.org/3/library/multiprocessing.html",
    "anyio": "https://anyio.readthedocs.io/en/stable/threads.html",
    "asyncer": "https://asyncer.tiangolo.com/tutorial/asyncify/",
    "starlette": "https://www.starlette.io/threadpool/",
    "fastapi": "https://fastapi.tiangolo.com/async/",
    "aiofiles": "https://github.com/Tinche/aiofiles",
    "tornado": "https://www.tornadoweb.org/en/stable/concurrent.html",
    "twisted": "https://docs.twisted.org/en/stable/core/howto/threading.html",
    "gevent": "https://www.gevent.org/api/gevent.threadpool.html",
    "langchain_core": "https://python.langchain.com/api_reference/core/runnables/langchain_core.runnables.config.run_in_executor.html",
    "strawberry_django": "https://strawberry.rocks/docs/django/guide/resolvers",
}

THREAD_WRAPPERS: dict[str, int] = {
    "asgiref.sync.sync_to_async": 0,
    "asgiref.sync.SyncToAsync": 0,
    "channels.db.database_sync_to_async": 0,
    "channels.db.DatabaseSyncToAsync": 0,
    "asyncer.asyncify": 0,
    "aiofiles.os.wrap": 0,
    "aiofiles.ospath.wrap": 0,
    "strawberry_django.resolvers.django_resolver": 0,
}
"""A call returns an asynchronous callable that runs its argument in a thread; also decorators, with or without
arguments (`@sync_to_async(thread_sensitive=False)`). The value is the index of the wrapped callable."""

THREAD_CALLS: dict[str, int] = {
    "asyncio.to_thread": 0,
    "anyio.to_thread.run_sync": 0,
    "anyio.to_process.run_sync": 0,
    "anyio.to_interpreter.run_sync": 0,
    "starlette.concurrency.run_in_threadpool": 0,
    "fastapi.concurrency.run_in_threadpool": 0,
    "twisted.internet.threads.deferToThread": 0,
    "twisted.internet.threads.deferToThreadPool": 2,
    "langchain_core.runnables.run_in_executor": 1,
    "langchain_core.runnables.config.run_in_executor": 1,
}
"""A call runs its argument in a thread or process and returns an awaitable of the result. Index of the callable."""

EXECUTOR_METHODS: dict[str, dict[str, int]] = {
    "asyncio.AbstractEventLoop": {"run_in_executor": 1},
    "asyncio.BaseEventLoop": {"run_in_executor": 1},
    "uvloop.Loop": {"run_in_executor": 1},
    "tornado.ioloop.IOLoop": {"run_in_executor": 1},
    "concurrent.futures.Executor": {"submit": 0, "map": 0},
    "concurrent.futures.ThreadPoolExecutor": {"submit": 0, "map": 0},
    "concurrent.futures.ProcessPoolExecutor": {"submit": 0, "map": 0},
    "concurrent.futures.InterpreterPoolExecutor": {"submit": 0, "map": 0},
    "asgiref.current_thread_executor.CurrentThreadExecutor": {"submit": 0},
    "multiprocessing.pool.Pool": {
        "apply": 0,
        "apply_async": 0,
        "map": 0,
        "map_async": 0,
        "imap": 0,
        "imap_unordered": 0,
        "starmap": 0,
        "starmap_async": 0,
    },
    "multiprocessing.pool.ThreadPool": {
        "apply": 0,
        "apply_async": 0,
        "map": 0,
        "map_async": 0,
        "imap": 0,
        "imap_unordered": 0,
        "starmap": 0,
        "starmap_async": 0,
    },
    "gevent.threadpool.ThreadPool": {"spawn": 0, "apply_async": 0},
}
"""Methods that run their argument in another thread or process: class -> {method: index of the callable}.

Whether the call itself waits is told by the tables of blocking calls (`Pool.map` waits, `submit` does not);
`Executor.map` returns at once, consuming what it returned waits."""

EXECUTOR_AWAITABLES: frozenset[str] = frozenset({"run_in_executor"})
"""Methods of `EXECUTOR_METHODS` that return an awaitable; the others return a value or a thread future."""

THREAD_CONSTRUCTORS: dict[str, int] = {
    "threading.Thread": 1,
    "threading.Timer": 1,
    "multiprocessing.Process": 1,
    "multiprocessing.context.Process": 1,
    "multiprocessing.pool.Pool": 1,
    "multiprocessing.pool.ThreadPool": 1,
    "multiprocessing.Pool": 1,
    "concurrent.futures.ThreadPoolExecutor": 2,
    "concurrent.futures.ProcessPoolExecutor": 2,
    "_thread.start_new_thread": 0,
    "atexit.register": 0,
    "weakref.finalize": 1,
    "signal.signal": 1,
}
"""Calls that keep a callable for another thread, process or moment: it does not run at the call.

`Thread(group, target)`, `Timer(interval, function)`; pools and executors take an `initializer`. What
`atexit.register`, `weakref.finalize` and `signal.signal` keep runs when nobody is being served or at a moment
that no call path shows."""

KEYWORDS: dict[str, str] = {
    "threading.Thread": "target",
    "threading.Timer": "function",
    "multiprocessing.Process": "target",
    "multiprocessing.context.Process": "target",
    "multiprocessing.pool.Pool": "initializer",
    "multiprocessing.pool.ThreadPool": "initializer",
    "multiprocessing.Pool": "initializer",
    "concurrent.futures.ThreadPoolExecutor": "initializer",
    "concurrent.futures.ProcessPoolExecutor": "initializer",
    "asgiref.sync.sync_to_async": "func",
    "asgiref.sync.SyncToAsync": "func",
    "channels.db.DatabaseSyncToAsync": "func",
    "anyio.to_thread.run_sync": "func",
    "anyio.to_process.run_sync": "func",
    "starlette.concurrency.run_in_threadpool": "func",
    "fastapi.concurrency.run_in_threadpool": "func",
    "asgiref.sync.async_to_sync": "awaitable",
    "asgiref.sync.AsyncToSync": "awaitable",
    "asyncer.asyncify": "function",
    "asyncer.syncify": "async_function",
}
"""The keyword under which the callable may be given instead."""

LOOP_WRAPPERS: dict[str, int] = {
    "asgiref.sync.async_to_sync": 0,
    "asgiref.sync.AsyncToSync": 0,
    "asyncer.syncify": 0,
}
"""A call returns a synchronous callable that drives a coroutine function to its end. Calling that result on the
running loop raises RuntimeError; called in a worker thread it sends the coroutine back to the loop."""

LOOP_RUNNERS: dict[str, int] = {
    "asyncio.run": 0,
    "asyncio.Runner.run": 0,
    "asyncio.AbstractEventLoop.run_until_complete": 0,
    "asyncio.AbstractEventLoop.run_forever": -1,
    "asyncio.run_coroutine_threadsafe": 0,
    "anyio.run": 0,
    "anyio.from_thread.run": 0,
    "anyio.from_thread.run_sync": 0,
    "uvloop.run": 0,
    "uvloop.Loop.run_until_complete": 0,
}
"""Calls that start or enter a loop with a coroutine (`anyio.run` and `anyio.from_thread` take the coroutine
function). -1: no argument. All but `run_coroutine_threadsafe` raise or deadlock when the loop already runs here;
`anyio.from_thread.*` is meant for worker threads."""

ALIASES: dict[str, str] = {
    "asyncio.threads.to_thread": "asyncio.to_thread",
    "asyncio.runners.run": "asyncio.run",
    "asyncio.runners.Runner": "asyncio.Runner",
    "asyncio.events.AbstractEventLoop": "asyncio.AbstractEventLoop",
    "asyncio.tasks.run_coroutine_threadsafe": "asyncio.run_coroutine_threadsafe",
    "asyncio.base_events.BaseEventLoop": "asyncio.BaseEventLoop",
    "concurrent.futures._base.Executor": "concurrent.futures.Executor",
    "concurrent.futures.thread.ThreadPoolExecutor": "concurrent.futures.ThreadPoolExecutor",
    "concurrent.futures.process.ProcessPoolExecutor": "concurrent.futures.ProcessPoolExecutor",
    "multiprocessing.dummy.Pool": "multiprocessing.pool.ThreadPool",
    "multiprocessing.process.BaseProcess": "multiprocessing.Process",
    "asyncer._main.asyncify": "asyncer.asyncify",
    "asyncer._main.syncify": "asyncer.syncify",
}
"""Other paths of the names above."""

DATA = frozenset({
    "builtins.int", "builtins.float", "builtins.complex", "builtins.bool", "builtins.str", "builtins.bytes",
    "builtins.bytearray", "builtins.list", "builtins.tuple", "builtins.dict", "builtins.set", "builtins.frozenset",
    "decimal.Decimal", "datetime.datetime", "datetime.date", "datetime.time", "datetime.timedelta", "uuid.UUID",
    "pathlib.Path", "requests.Response",
})  # fmt: skip
"""Classes whose instances are no functions: a call that gives one has run where a function was wanted."""

TAKES_FUNCTION: dict[str, int] = {
    "asgiref.sync.async_to_sync": 0,
    "asgiref.sync.AsyncToSync": 0,
    "anyio.run": 0,
    "anyio.from_thread.run": 0,
    "anyio.from_thread.run_sync": 0,
    "anyio.abc.TaskGroup.start_soon": 0,
    "anyio.abc.TaskGroup.start": 0,
    "asyncio.AbstractEventLoop.call_soon": 0,
    "asyncio.AbstractEventLoop.call_soon_threadsafe": 0,
    "asyncio.AbstractEventLoop.call_later": 1,
    "asyncio.AbstractEventLoop.call_at": 1,
    "asyncio.AbstractEventLoop.run_in_executor": 1,
    "asyncio.Future.add_done_callback": 0,
    "asyncio.Task.add_done_callback": 0,
    "concurrent.futures.Executor.submit": 0,
    "concurrent.futures.ThreadPoolExecutor.submit": 0,
    "concurrent.futures.ProcessPoolExecutor.submit": 0,
    "threading.Thread": 1,
    "threading.Timer": 1,
    "functools.partial": 0,
    "django.db.transaction.on_commit": 0,
}
"""Calls that need a function, not the coroutine that calling it makes: they refuse it, or fail when they call it.
Index of the argument."""

RUNS_PLAIN_FUNCTION: frozenset[str] = frozenset(
    {
        "asyncio.AbstractEventLoop.call_soon",
        "asyncio.AbstractEventLoop.call_soon_threadsafe",
        "asyncio.AbstractEventLoop.call_later",
        "asyncio.AbstractEventLoop.call_at",
        "asyncio.AbstractEventLoop.run_in_executor",
        "concurrent.futures.Executor.submit",
        "concurrent.futures.ThreadPoolExecutor.submit",
        "concurrent.futures.ProcessPoolExecutor.submit",
        "threading.Thread",
        "threading.Timer",
        "asyncio.Future.add_done_callback",
        "asyncio.Task.add_done_callback",
    }
)
"""Those of `TAKES_FUNCTION` that call a plain function: of a coroutine function only a coroutine comes."""

DROPS_RESULT: frozenset[str] = frozenset(
    {
        "asyncio.AbstractEventLoop.call_soon",
        "asyncio.AbstractEventLoop.call_soon_threadsafe",
        "asyncio.AbstractEventLoop.call_later",
        "asyncio.AbstractEventLoop.call_at",
        "threading.Thread",
        "threading.Timer",
        "asyncio.Future.add_done_callback",
        "asyncio.Task.add_done_callback",
    }
)
"""Those of `TAKES_FUNCTION` that drop what the function returns; what Django drops is in its own tables."""

RUNNING_LOOP_TESTS: frozenset[str] = frozenset({
    "strawberry.utils.inspect.in_async_context", "strawberry_django.utils.is_async",
})  # fmt: skip
"""Functions that tell whether a loop runs in this thread: on the loop they surely say so.
Source: `strawberry.utils.inspect` of strawberry-graphql 0.341, `strawberry_django.utils` of strawberry-graphql-django 0.9"""

LOOP_WORDS: frozenset[str] = frozenset(
    {
        "get_running_loop",
        "get_event_loop",
        "set_event_loop",
        "new_event_loop",
        "in_async_context",
        "Runner",
        "RuntimeError",
    }
)
"""Names in the text of a function that looks for a loop, makes one or reckons with there being none."""

COROUTINE_FUNCTION_TESTS: frozenset[str] = frozenset(
    {
        "asyncio.iscoroutinefunction",
        "inspect.iscoroutinefunction",
        "asgiref.sync.iscoroutinefunction",
        "asyncio.coroutines.iscoroutinefunction",
    }
)
"""Functions that tell whether a callable is a coroutine function."""

THREADS: frozenset[str] = frozenset({"Thread", "Timer"})
"""Classes of which an instance runs a function in a thread of its own, by their last names.
Source: https://docs.python.org/3/library/threading.html#thread-objects"""

HANDS_OVER: frozenset[str] = frozenset({"put", "put_nowait", "append", "appendleft", "submit", "start"})
"""Methods of queues, executors and threads that hand over what another thread does.
Source: https://docs.python.org/3/library/queue.html#queue-objects"""
