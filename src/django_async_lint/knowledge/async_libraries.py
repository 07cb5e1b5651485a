"""Libraries that are asynchronous by design: which of their names return an awaitable. Literal tables only."""

LIBRARIES = (
    {
        "name": "anyio",
        "roots": ("anyio",),
        "source": "https://anyio.readthedocs.io/en/stable/api.html",
        "instead": "await it",
        "calls": {"loop": "anyio.run"},
        "coroutines": """anyio.sleep anyio.sleep_forever anyio.sleep_until anyio.open_file anyio.connect_tcp
            anyio.create_tcp_listener anyio.run_process anyio.open_process anyio.to_thread.run_sync
            anyio.to_process.run_sync anyio.getaddrinfo""",
        "returns": {"anyio.create_task_group": "anyio.abc.TaskGroup"},
        "classes": {
            "anyio.Path": {
                "async": True,
                "coroutines": """exists is_file is_dir stat mkdir rmdir unlink rename replace touch chmod
                    read_text read_bytes write_text write_bytes open resolve symlink_to readlink""",
            },
            "anyio.abc.TaskGroup": {"async": True, "coroutines": "start"},
            "anyio.Event": {"async": True, "coroutines": "wait"},
            "anyio.Lock": {"async": True, "coroutines": "acquire"},
            "anyio.Semaphore": {"async": True, "coroutines": "acquire"},
        },
    },
    {
        "name": "aiofiles",
        "roots": ("aiofiles",),
        "source": "https://github.com/Tinche/aiofiles",
        "instead": "await it",
        "awaitables": """aiofiles.open aiofiles.tempfile.TemporaryFile aiofiles.tempfile.NamedTemporaryFile
            aiofiles.tempfile.TemporaryDirectory""",
        "returns": {"aiofiles.open": "aiofiles.threadpool.text.AsyncTextIOWrapper"},
        "coroutines": """aiofiles.os.stat aiofiles.os.rename aiofiles.os.replace aiofiles.os.remove aiofiles.os.unlink
            aiofiles.os.mkdir aiofiles.os.makedirs aiofiles.os.rmdir aiofiles.os.listdir aiofiles.os.scandir
            aiofiles.os.path.exists aiofiles.os.path.isfile aiofiles.os.path.isdir aiofiles.os.path.getsize""",
        "classes": {
            "aiofiles.threadpool.text.AsyncTextIOWrapper": {
                "async": True,
                "coroutines": "read readline readlines write writelines flush seek tell truncate close",
            },
        },
    },
    {
        "name": "aiocache",
        "roots": ("aiocache",),
        "source": "https://aiocache.aio-libs.org/en/latest/caches.html",
        "instead": "await it",
        "classes": {
            "aiocache.base.BaseCache": {
                "async": True,
                "coroutines": "get set add delete exists expire clear increment multi_get multi_set close",
            },
            "aiocache.SimpleMemoryCache": {"bases": ("aiocache.base.BaseCache",), "async": True},
            "aiocache.factory.CacheHandler": {
                "returns": {"get": "aiocache.base.BaseCache", "create": "aiocache.base.BaseCache"}
            },
        },
        "returns": {
            "aiocache.Cache": "aiocache.base.BaseCache",
            "aiocache.Cache.from_url": "aiocache.base.BaseCache",
            "aiocache.caches.get": "aiocache.base.BaseCache",
            "aiocache.caches.create": "aiocache.base.BaseCache",
        },
    },
    {
        "name": "asgiref",
        "roots": ("asgiref",),
        "source": "https://docs.djangoproject.com/en/stable/topics/async/#async-adapter-functions",
        "instead": "await it",
        "classes": {
            "asgiref.testing.ApplicationCommunicator": {
                "async": True,
                "coroutines": "send_input receive_output receive_nothing wait",
            },
            "asgiref.typing.ASGISendCallable": {"async": True, "coroutines": "__call__"},
            "asgiref.typing.ASGIReceiveCallable": {"async": True, "coroutines": "__call__"},
        },
    },
    {
        "name": "channels",
        "roots": ("channels",),
        "source": "https://channels.readthedocs.io/en/stable/topics/channel_layers.html",
        "instead": "await it",
        "returns": {"channels.layers.get_channel_layer": "channels.layers.BaseChannelLayer"},
        "coroutines": """channels.auth.login channels.auth.logout channels.auth.get_user""",
        "classes": {
            "channels.consumer.AsyncConsumer": {
                "async": True,
                "attributes": {"channel_layer": "channels.layers.BaseChannelLayer", "scope": "channels.Scope()"},
                "coroutines": "send dispatch",
            },
            "channels.generic.websocket.AsyncWebsocketConsumer": {
                "bases": ("channels.consumer.AsyncConsumer",),
                "async": True,
                "coroutines": "accept close send connect disconnect receive",
            },
            "channels.generic.websocket.AsyncJsonWebsocketConsumer": {
                "bases": ("channels.generic.websocket.AsyncWebsocketConsumer",),
                "async": True,
                "coroutines": "send_json receive_json encode_json decode_json",
            },
            "channels.generic.http.AsyncHttpConsumer": {
                "bases": ("channels.consumer.AsyncConsumer",),
                "async": True,
                "coroutines": "send_headers send_body send_response handle disconnect",
            },
            "channels.consumer.SyncConsumer": {
                "attributes": {"channel_layer": "channels.layers.BaseChannelLayer"},
            },
            "channels.generic.websocket.WebsocketConsumer": {"bases": ("channels.consumer.SyncConsumer",)},
            "channels.generic.websocket.JsonWebsocketConsumer": {
                "bases": ("channels.generic.websocket.WebsocketConsumer",),
            },
            "channels.Scope()": {},
            "channels.layers.BaseChannelLayer": {
                "async": True,
                "coroutines": "send receive new_channel group_add group_discard group_send flush",
            },
            "channels.testing.WebsocketCommunicator": {
                "bases": ("asgiref.testing.ApplicationCommunicator",),
                "async": True,
                "coroutines": "connect disconnect send_to send_json_to receive_from receive_json_from",
            },
            "channels.testing.HttpCommunicator": {
                "bases": ("asgiref.testing.ApplicationCommunicator",),
                "async": True,
                "coroutines": "get_response",
            },
        },
        "aliases": {
            "channels.testing.websocket.WebsocketCommunicator": "channels.testing.WebsocketCommunicator",
            "channels.generic.websocket.AsyncConsumer": "channels.consumer.AsyncConsumer",
            "channels.generic.websocket.SyncConsumer": "channels.consumer.SyncConsumer",
            "channels.generic.http.AsyncConsumer": "channels.consumer.AsyncConsumer",
        },
    },
    {
        "name": "mcp",
        "roots": ("mcp",),
        "source": "https://py.sdk.modelcontextprotocol.io/",
        "instead": "await it",
        "since": "2.0",
        "classes": {
            "mcp.ClientSession": {
                "async": True,
                "coroutines": """initialize send_ping list_tools call_tool list_resources list_resource_templates
                    read_resource list_prompts get_prompt complete""",
            },
            "mcp.server.mcpserver.Context": {
                "async": True,
                "coroutines": "debug info warning error log report_progress read_resource elicit",
            },
        },
    },
    {
        "name": "mcp",
        "roots": ("mcp",),
        "source": "https://modelcontextprotocol.github.io/python-sdk/api/",
        "instead": "await it",
        "dynamic": True,
        "classes": {
            "mcp.server.fastmcp.Context": {
                "async": True,
                "coroutines": "debug info warning error log report_progress read_resource elicit",
            },
        },
    },
    {
        "name": "fastmcp",
        "roots": ("fastmcp",),
        "source": "https://gofastmcp.com/servers/context",
        "instead": "await it",
        "classes": {
            "fastmcp.Context": {
                "async": True,
                "coroutines": "debug info warning error log report_progress read_resource elicit",
            },
            "fastmcp.Client": {
                "async": True,
                "coroutines": "ping list_tools call_tool list_resources read_resource list_prompts get_prompt close",
            },
        },
    },
    {
        "name": "starlette",
        "roots": ("starlette", "fastapi"),
        "source": "https://www.starlette.io/requests/",
        "instead": "await it",
        "classes": {
            "starlette.requests.Request": {"coroutines": "body json form is_disconnected close"},
            "starlette.websockets.WebSocket": {
                "async": True,
                "coroutines": """accept close receive receive_text receive_bytes receive_json send send_text
                    send_bytes send_json""",
            },
            "starlette.types.Send": {"async": True, "coroutines": "__call__"},
            "starlette.types.Receive": {"async": True, "coroutines": "__call__"},
            "starlette.datastructures.UploadFile": {"async": True, "coroutines": "read write seek close"},
        },
        "aliases": {
            "fastapi.Request": "starlette.requests.Request",
            "fastapi.WebSocket": "starlette.websockets.WebSocket",
            "fastapi.requests.Request": "starlette.requests.Request",
        },
    },
    {
        "name": "uvloop",
        "roots": ("uvloop",),
        "source": "https://uvloop.readthedocs.io/api/index.html",
        "instead": "await the coroutine",
        "calls": {"loop": "uvloop.run"},
        "returns": {"uvloop.new_event_loop": "asyncio.AbstractEventLoop"},
    },
    {
        "name": "nest-asyncio",
        "roots": ("nest_asyncio",),
        "source": "https://github.com/erdewit/nest_asyncio",
        "instead": "await the coroutine",
        "pure": "nest_asyncio.apply",
    },
    {
        "name": "aioftp",
        "roots": ("aioftp",),
        "source": "https://aioftp.readthedocs.io/",
        "instead": "await it",
        "classes": {
            "aioftp.Client": {
                "async": True,
                "coroutines": """connect login quit upload download make_directory remove rename
                    change_directory exists is_dir is_file stat""",
                "returns": {"context": "aioftp.Client.context()"},
            },
            "aioftp.Client.context()": {"async": True, "enter": "aioftp.Client"},
        },
        "aliases": {"aioftp.client.Client": "aioftp.Client"},
    },
    {
        "name": "asyncpraw",
        "roots": ("asyncpraw",),
        "source": "https://asyncpraw.readthedocs.io/en/stable/",
        "older": """asyncpraw.models.Subreddit.submit_image asyncpraw.models.Subreddit.submit_poll
            asyncpraw.models.Subreddit.submit_video""",
        "instead": "await it",
        "classes": {
            "asyncpraw.Reddit": {
                "async": True,
                "coroutines": "submission redditor subreddit close get post",
                "returns": {"subreddit": "asyncpraw.models.Subreddit"},
            },
            "asyncpraw.models.Subreddit": {
                "async": True,
                "coroutines": "submit submit_image submit_poll submit_video subscribe unsubscribe load",
            },
        },
        "aliases": {"asyncpraw.reddit.Reddit": "asyncpraw.Reddit"},
    },
)
