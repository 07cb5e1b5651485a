"""asyncio: what runs a loop inside a loop, and which of its names return an awaitable. Literal tables only."""

LIBRARIES = (
    {
        "name": "python",
        "roots": ("asyncio",),
        "source": "https://docs.python.org/3/library/asyncio-api-index.html",
        "instead": "await the coroutine",
        "calls": {"loop": "asyncio.run"},
        "coroutines": """asyncio.sleep asyncio.wait_for asyncio.wait asyncio.to_thread asyncio.open_connection
            asyncio.open_unix_connection asyncio.start_server asyncio.start_unix_server
            asyncio.create_subprocess_exec asyncio.create_subprocess_shell""",
        "returns": {
            "asyncio.get_event_loop": "asyncio.AbstractEventLoop",
            "asyncio.get_running_loop": "asyncio.AbstractEventLoop",
            "asyncio.new_event_loop": "asyncio.AbstractEventLoop",
            "asyncio.create_subprocess_exec": "asyncio.subprocess.Process",
            "asyncio.create_subprocess_shell": "asyncio.subprocess.Process",
            "asyncio.create_task": "asyncio.Task",
            "asyncio.ensure_future": "asyncio.Future",
            "asyncio.run_coroutine_threadsafe": "concurrent.futures.Future",
            "asyncio.wrap_future": "asyncio.Future",
            "asyncio.start_server": "asyncio.Server",
            "asyncio.start_unix_server": "asyncio.Server",
            "asyncio.current_task": "asyncio.Task",
        },
        "classes": {
            "asyncio.AbstractEventLoop": {
                "methods": {"loop": "run_until_complete run_forever"},
                "coroutines": """shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo
                    create_connection create_server create_unix_connection create_unix_server
                    create_datagram_endpoint connect_accepted_socket connect_read_pipe connect_write_pipe
                    sendfile start_tls sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall
                    sock_sendto sock_connect sock_accept sock_sendfile subprocess_exec subprocess_shell""",
                "returns": {
                    "create_task": "asyncio.Task",
                    "create_future": "asyncio.Future",
                    "create_server": "asyncio.Server",
                    "create_unix_server": "asyncio.Server",
                },
            },
            "asyncio.Runner": {
                "methods": {"loop": "run"},
                "returns": {"get_loop": "asyncio.AbstractEventLoop"},
            },
            "asyncio.Future": {"async": True},
            "asyncio.Task": {"bases": ("asyncio.Future",), "async": True},
            "asyncio.Queue": {"async": True, "coroutines": "get put join"},
            "asyncio.LifoQueue": {"bases": ("asyncio.Queue",), "async": True},
            "asyncio.PriorityQueue": {"bases": ("asyncio.Queue",), "async": True},
            "asyncio.Event": {"async": True, "coroutines": "wait"},
            "asyncio.Lock": {"async": True, "coroutines": "acquire"},
            "asyncio.Semaphore": {"async": True, "coroutines": "acquire"},
            "asyncio.BoundedSemaphore": {"bases": ("asyncio.Semaphore",), "async": True},
            "asyncio.Condition": {"async": True, "coroutines": "acquire wait wait_for"},
            "asyncio.Barrier": {"async": True, "coroutines": "wait reset abort"},
            "asyncio.StreamReader": {
                "async": True,
                "coroutines": "read readline readexactly readuntil",
            },
            "asyncio.StreamWriter": {"async": True, "coroutines": "drain wait_closed start_tls"},
            "asyncio.Server": {"async": True, "coroutines": "start_serving serve_forever wait_closed"},
            "asyncio.subprocess.Process": {
                "async": True,
                "coroutines": "wait communicate",
                "attributes": {
                    "stdin": "asyncio.StreamWriter",
                    "stdout": "asyncio.StreamReader",
                    "stderr": "asyncio.StreamReader",
                },
            },
        },
        "aliases": {
            "asyncio.runners.run": "asyncio.run",
            "asyncio.runners.Runner": "asyncio.Runner",
            "asyncio.tasks.sleep": "asyncio.sleep",
            "asyncio.tasks.wait": "asyncio.wait",
            "asyncio.tasks.wait_for": "asyncio.wait_for",
            "asyncio.tasks.Task": "asyncio.Task",
            "asyncio.tasks.create_task": "asyncio.create_task",
            "asyncio.futures.Future": "asyncio.Future",
            "asyncio.threads.to_thread": "asyncio.to_thread",
            "asyncio.events.AbstractEventLoop": "asyncio.AbstractEventLoop",
            "asyncio.events.get_event_loop": "asyncio.get_event_loop",
            "asyncio.events.get_running_loop": "asyncio.get_running_loop",
            "asyncio.events.new_event_loop": "asyncio.new_event_loop",
            "asyncio.queues.Queue": "asyncio.Queue",
            "asyncio.locks.Event": "asyncio.Event",
            "asyncio.locks.Lock": "asyncio.Lock",
            "asyncio.locks.Semaphore": "asyncio.Semaphore",
            "asyncio.locks.Condition": "asyncio.Condition",
            "asyncio.streams.StreamReader": "asyncio.StreamReader",
            "asyncio.streams.StreamWriter": "asyncio.StreamWriter",
            "asyncio.BaseEventLoop": "asyncio.AbstractEventLoop",
            "asyncio.base_events.BaseEventLoop": "asyncio.AbstractEventLoop",
            "asyncio.base_events.Server": "asyncio.Server",
        },
    },
)
