"""What the standard library waits for: time, processes, threads, locks, queues, people; and what it computes long.

Literal tables only. `with lock:` is not listed: a lock held for a few instructions is not worth a word.
"""

LIBRARIES = (
    {
        "name": "python",
        "roots": ("time",),
        "source": "https://docs.python.org/3/library/time.html#time.sleep",
        "instead": "use `await asyncio.sleep(...)`",
        "calls": {"sleep": "time.sleep"},
    },
    {
        "name": "python",
        "roots": ("subprocess", "pty", "webbrowser"),
        "source": "https://docs.python.org/3/library/subprocess.html",
        "instead": "use `await asyncio.create_subprocess_exec(...)`",
        "advice": {
            "subprocess.getoutput": "use `await asyncio.create_subprocess_shell(...)`",
            "subprocess.getstatusoutput": "use `await asyncio.create_subprocess_shell(...)`",
            "webbrowser.open": "run it in a thread: `await asyncio.to_thread(...)`",
        },
        "calls": {
            "subprocess": """subprocess.run subprocess.call subprocess.check_call subprocess.check_output
                subprocess.getoutput subprocess.getstatusoutput subprocess.Popen pty.spawn webbrowser.open
                webbrowser.open_new webbrowser.open_new_tab""",
        },
        "classes": {
            "subprocess.Popen": {
                "methods": {"subprocess": "wait communicate"},
                "unless": {"wait": "0=0 timeout=0", "communicate": "timeout=0"},
                "attributes": {
                    "stdin": "io.BufferedWriter",
                    "stdout": "io.BufferedReader",
                    "stderr": "io.BufferedReader",
                },
            },
        },
    },
    {
        "name": "python",
        "roots": ("os",),
        "source": "https://docs.python.org/3/library/os.html#process-management",
        "instead": "use `await asyncio.create_subprocess_exec(...)`",
        "advice": {
            "os.system": "use `await asyncio.create_subprocess_shell(...)`",
            "os.popen": "use `await asyncio.create_subprocess_shell(...)`",
        },
        "calls": {
            "subprocess": """os.system os.popen os.posix_spawn os.posix_spawnp os.spawnl os.spawnle os.spawnlp
                os.spawnlpe os.spawnv os.spawnve os.spawnvp os.spawnvpe os.wait os.wait3 os.wait4 os.waitid
                os.waitpid""",
        },
        "unless": {
            "os.waitpid": "1=os.WNOHANG",
            "os.wait3": "0=os.WNOHANG",
            "os.wait4": "1=os.WNOHANG",
        },
        "returns": {"os.popen": "os.popen()"},
        "classes": {
            "os.popen()": {
                "methods": {"subprocess": "read readline readlines close"},
                "iter": {"effect": "subprocess"},
            },
        },
    },
    {
        "name": "python",
        "roots": ("threading", "_thread", "sched"),
        "source": "https://docs.python.org/3/library/threading.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "advice": {
            "threading.Lock.acquire": "use `asyncio.Lock`",
            "threading.Condition.wait": "use `asyncio.Condition`",
            "threading.Condition.wait_for": "use `asyncio.Condition`",
            "threading.Event.wait": "use `asyncio.Event`",
            "threading.Barrier.wait": "use `asyncio.Barrier`",
            "sched.scheduler.run": "use `asyncio.get_running_loop().call_later(...)`",
        },
        "classes": {
            "threading.Thread": {
                "methods": {"wait": "join"},
                "unless": {"join": "timeout=0 0=0"},
            },
            "threading.Timer": {"bases": ("threading.Thread",)},
            "threading.Lock": {
                "methods": {"wait": "acquire"},
                "unless": {"acquire": "blocking=False 0=False timeout=0"},
            },
            "threading.RLock": {"bases": ("threading.Lock",)},
            "threading.Condition": {
                "bases": ("threading.Lock",),
                "methods": {"wait": "wait wait_for"},
                "unless": {"wait": "timeout=0 0=0", "wait_for": "timeout=0 1=0"},
            },
            "threading.Semaphore": {"bases": ("threading.Lock",)},
            "threading.BoundedSemaphore": {"bases": ("threading.Semaphore",)},
            "threading.Event": {
                "methods": {"wait": "wait"},
                "unless": {"wait": "timeout=0 0=0"},
            },
            "threading.Barrier": {"methods": {"wait": "wait"}},
            "sched.scheduler": {
                "methods": {"wait": "run"},
                "unless": {"run": "blocking=False 0=False"},
            },
        },
        "aliases": {"_thread.allocate_lock": "threading.Lock", "_thread.lock": "threading.Lock"},
    },
    {
        "name": "python",
        "roots": ("queue",),
        "source": "https://docs.python.org/3/library/queue.html",
        "instead": "use `asyncio.Queue`",
        "classes": {
            "queue.Queue": {
                "methods": {"wait": "get join"},
                "unless": {"get": "block=False 0=False timeout=0"},
            },
            "queue.LifoQueue": {"bases": ("queue.Queue",)},
            "queue.PriorityQueue": {"bases": ("queue.Queue",)},
            "queue.SimpleQueue": {
                "methods": {"wait": "get"},
                "unless": {"get": "block=False 0=False timeout=0"},
            },
        },
        "aliases": {"_queue.SimpleQueue": "queue.SimpleQueue"},
    },
    {
        "name": "python",
        "roots": ("multiprocessing",),
        "source": "https://docs.python.org/3/library/multiprocessing.html",
        "instead": "use `await loop.run_in_executor(concurrent.futures.ProcessPoolExecutor(), ...)`",
        "calls": {
            "subprocess": "multiprocessing.Manager",
            "wait": "multiprocessing.connection.wait",
        },
        "unless": {"multiprocessing.connection.wait": "timeout=0 1=0"},
        "returns": {
            "multiprocessing.Pool": "multiprocessing.pool.Pool",
            "multiprocessing.Queue": "multiprocessing.queues.Queue",
            "multiprocessing.JoinableQueue": "multiprocessing.queues.JoinableQueue",
            "multiprocessing.SimpleQueue": "multiprocessing.queues.SimpleQueue",
            "multiprocessing.Lock": "multiprocessing.synchronize.Lock",
            "multiprocessing.RLock": "multiprocessing.synchronize.RLock",
            "multiprocessing.Semaphore": "multiprocessing.synchronize.Semaphore",
            "multiprocessing.Event": "multiprocessing.synchronize.Event",
            "multiprocessing.Condition": "multiprocessing.synchronize.Condition",
            "multiprocessing.Barrier": "multiprocessing.synchronize.Barrier",
            "multiprocessing.get_context": "multiprocessing.context.BaseContext",
        },
        "classes": {
            "multiprocessing.Process": {
                "methods": {"subprocess": "start", "wait": "join"},
                "unless": {"join": "timeout=0 0=0"},
            },
            "multiprocessing.context.BaseContext": {
                "methods": {"subprocess": "Manager"},
                "returns": {
                    "Process": "multiprocessing.Process",
                    "Pool": "multiprocessing.pool.Pool",
                    "Queue": "multiprocessing.queues.Queue",
                    "Event": "multiprocessing.synchronize.Event",
                    "Lock": "multiprocessing.synchronize.Lock",
                },
            },
            "multiprocessing.pool.Pool": {
                "methods": {"wait": "map starmap apply join"},
                "returns": {
                    "map_async": "multiprocessing.pool.AsyncResult",
                    "starmap_async": "multiprocessing.pool.AsyncResult",
                    "apply_async": "multiprocessing.pool.AsyncResult",
                    "imap": "multiprocessing.pool.IMapIterator",
                    "imap_unordered": "multiprocessing.pool.IMapIterator",
                },
            },
            "multiprocessing.pool.ThreadPool": {"bases": ("multiprocessing.pool.Pool",)},
            "multiprocessing.pool.AsyncResult": {
                "methods": {"wait": "get wait"},
                "unless": {"get": "timeout=0 0=0", "wait": "timeout=0 0=0"},
            },
            "multiprocessing.pool.IMapIterator": {
                "methods": {"wait": "next"},
                "iter": {"effect": "wait"},
            },
            "multiprocessing.queues.Queue": {
                "methods": {"wait": "get join_thread"},
                "unless": {"get": "block=False 0=False timeout=0"},
            },
            "multiprocessing.queues.JoinableQueue": {
                "bases": ("multiprocessing.queues.Queue",),
                "methods": {"wait": "join"},
            },
            "multiprocessing.queues.SimpleQueue": {"methods": {"wait": "get"}},
            "multiprocessing.connection.Connection": {"methods": {"wait": "recv recv_bytes recv_bytes_into"}},
            "multiprocessing.synchronize.Lock": {"bases": ("threading.Lock",)},
            "multiprocessing.synchronize.RLock": {"bases": ("threading.Lock",)},
            "multiprocessing.synchronize.Semaphore": {"bases": ("threading.Lock",)},
            "multiprocessing.synchronize.Event": {"bases": ("threading.Event",)},
            "multiprocessing.synchronize.Condition": {"bases": ("threading.Condition",)},
            "multiprocessing.synchronize.Barrier": {"bases": ("threading.Barrier",)},
        },
        "aliases": {
            "multiprocessing.context.Process": "multiprocessing.Process",
            "multiprocessing.process.BaseProcess": "multiprocessing.Process",
            "multiprocessing.pool.ApplyResult": "multiprocessing.pool.AsyncResult",
            "multiprocessing.dummy.Pool": "multiprocessing.pool.ThreadPool",
        },
    },
    {
        "name": "python",
        "roots": ("concurrent",),
        "source": "https://docs.python.org/3/library/concurrent.futures.html",
        "instead": "use `await loop.run_in_executor(...)`",
        "advice": {
            "concurrent.futures.Future.result": "await it: `await asyncio.wrap_future(future)`",
            "concurrent.futures.Future.exception": "await it: `await asyncio.wrap_future(future)`",
            "concurrent.futures.wait": "use `await asyncio.wait(...)` over `asyncio.wrap_future(...)`",
            "concurrent.futures.Executor.shutdown": "shut it down without waiting: `shutdown(wait=False)`",
        },
        "calls": {"wait": "concurrent.futures.wait"},
        "unless": {"concurrent.futures.wait": "timeout=0 1=0"},
        "returns": {"concurrent.futures.as_completed": "concurrent.futures.as_completed()"},
        "classes": {
            "concurrent.futures.Future": {
                "methods": {"wait": "result exception"},
                "unless": {"result": "timeout=0 0=0", "exception": "timeout=0 0=0"},
            },
            "concurrent.futures.Executor": {
                "methods": {"wait": "shutdown"},
                "unless": {"shutdown": "wait=False 0=False"},
                "returns": {
                    "submit": "concurrent.futures.Future",
                    "map": "concurrent.futures.Executor.map()",
                },
            },
            "concurrent.futures.ThreadPoolExecutor": {"bases": ("concurrent.futures.Executor",)},
            "concurrent.futures.ProcessPoolExecutor": {"bases": ("concurrent.futures.Executor",)},
            "concurrent.futures.Executor.map()": {"iter": {"effect": "wait"}},
            "concurrent.futures.as_completed()": {
                "iter": {"effect": "wait"},
                "iterates": "concurrent.futures.Future",
            },
        },
        "aliases": {
            "concurrent.futures._base.Future": "concurrent.futures.Future",
            "concurrent.futures._base.Executor": "concurrent.futures.Executor",
            "concurrent.futures._base.wait": "concurrent.futures.wait",
            "concurrent.futures._base.as_completed": "concurrent.futures.as_completed",
            "concurrent.futures.thread.ThreadPoolExecutor": "concurrent.futures.ThreadPoolExecutor",
            "concurrent.futures.process.ProcessPoolExecutor": "concurrent.futures.ProcessPoolExecutor",
        },
    },
    {
        "name": "python",
        "roots": ("signal", "getpass", "fcntl"),
        "source": "https://docs.python.org/3/library/signal.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "advice": {
            "signal.pause": "use `loop.add_signal_handler(...)`",
            "signal.sigwait": "use `loop.add_signal_handler(...)`",
        },
        "calls": {
            "wait": """signal.pause signal.sigwait signal.sigwaitinfo signal.sigtimedwait getpass.getpass
                fcntl.flock fcntl.lockf""",
        },
        "unless": {"signal.sigtimedwait": "1=0"},
    },
    {
        "name": "python",
        "roots": ("hashlib", "timeit"),
        "source": "https://docs.python.org/3/library/hashlib.html#key-derivation",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "cpu": "hashlib.pbkdf2_hmac hashlib.scrypt timeit.timeit timeit.repeat",
            "file": "hashlib.file_digest",
        },
        "unless": {"hashlib.file_digest": "0=io.BytesIO"},
        "classes": {"timeit.Timer": {"methods": {"cpu": "timeit repeat autorange"}}},
    },
    {
        "name": "python",
        "roots": ("crypt",),
        "source": "https://docs.python.org/3.12/library/crypt.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "crypt.crypt"},
        "until": "3.12",
    },
)
