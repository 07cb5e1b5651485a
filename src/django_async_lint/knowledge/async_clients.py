"""Clients of databases, queues, mail, devices and services that are asynchronous throughout. Literal tables only."""

LIBRARIES = (
    {
        "name": "aiopg",
        "roots": ("aiopg",),
        "source": "https://aiopg.readthedocs.io/en/stable/",
        "instead": "await it",
        "returns": {
            "aiopg.connect": "aiopg.Connection",
            "aiopg.create_pool": "aiopg.Pool",
        },
        "coroutines": "aiopg.connect aiopg.create_pool",
        "classes": {
            "aiopg.Connection": {
                "async": True,
                "coroutines": "cursor",
                "returns": {"cursor": "aiopg.Cursor"},
            },
            "aiopg.Pool": {
                "async": True,
                "coroutines": "wait_closed clear",
                "returns": {"acquire": "aiopg.Pool.acquire()"},
            },
            "aiopg.Pool.acquire()": {
                "enter": "aiopg.Connection",
            },
            "aiopg.Cursor": {
                "async": True,
                "coroutines": "execute executemany callproc fetchone fetchmany fetchall",
            },
        },
        "aliases": {
            "aiopg.connection.Connection": "aiopg.Connection",
            "aiopg.pool.Pool": "aiopg.Pool",
        },
    },
    {
        "name": "faststream",
        "roots": ("faststream",),
        "source": "https://faststream.ag2.ai/latest/",
        "instead": "await it",
        "classes": {
            "faststream.kafka.KafkaBroker": {
                "async": True,
                "coroutines": "publish publish_batch request connect start stop ping",
            },
            "faststream.rabbit.RabbitBroker": {
                "async": True,
                "coroutines": "publish request connect start stop ping declare_queue declare_exchange",
            },
            "faststream.nats.NatsBroker": {
                "async": True,
                "coroutines": "publish request connect start stop ping",
            },
            "faststream.redis.RedisBroker": {
                "async": True,
                "coroutines": "publish publish_batch request connect start stop ping",
            },
        },
        "aliases": {
            "faststream.kafka.broker.KafkaBroker": "faststream.kafka.KafkaBroker",
            "faststream.rabbit.broker.RabbitBroker": "faststream.rabbit.RabbitBroker",
        },
    },
    {
        "name": "saq",
        "roots": ("saq",),
        "source": "https://saq-py.readthedocs.io/en/latest/",
        "instead": "await it",
        "classes": {
            "saq.Queue": {
                "async": True,
                "coroutines": "connect disconnect enqueue apply map info count job abort schedule",
                "returns": {"from_url": "saq.Queue"},
            },
        },
        "aliases": {
            "saq.queue.Queue": "saq.Queue",
            "saq.queue.base.Queue": "saq.Queue",
        },
    },
    {
        "name": "aiodns",
        "roots": ("aiodns",),
        "source": "https://github.com/aio-libs/aiodns",
        "instead": "await it",
        "classes": {
            "aiodns.DNSResolver": {
                "awaitables": "query query_dns gethostbyname getaddrinfo getnameinfo gethostbyaddr",
                "coroutines": "close",
            },
        },
    },
    {
        "name": "aioimaplib",
        "roots": ("aioimaplib",),
        "source": "https://github.com/bamthomas/aioimaplib",
        "instead": "await it",
        "classes": {
            "aioimaplib.IMAP4": {
                "async": True,
                "coroutines": """wait_hello_from_server login logout select search uid_search uid store copy expunge
                    fetch noop examine status create delete rename list append close idle_start wait_server_push""",
            },
            "aioimaplib.IMAP4_SSL": {
                "bases": ("aioimaplib.IMAP4",),
                "async": True,
            },
        },
        "aliases": {
            "aioimaplib.aioimaplib.IMAP4_SSL": "aioimaplib.IMAP4_SSL",
            "aioimaplib.aioimaplib.IMAP4": "aioimaplib.IMAP4",
        },
    },
    {
        "name": "aiolimiter",
        "roots": ("aiolimiter",),
        "source": "https://aiolimiter.readthedocs.io/en/latest/",
        "instead": "await it",
        "classes": {
            "aiolimiter.AsyncLimiter": {
                "async": True,
                "coroutines": "acquire",
                "pure": "has_capacity",
            },
        },
    },
    {
        "name": "limits",
        "roots": ("limits",),
        "source": "https://limits.readthedocs.io/en/stable/async.html",
        "instead": "await it",
        "classes": {
            "limits.aio.strategies.RateLimiter": {
                "async": True,
                "coroutines": "hit test get_window_stats clear",
            },
            "limits.aio.strategies.FixedWindowRateLimiter": {
                "bases": ("limits.aio.strategies.RateLimiter",),
                "async": True,
            },
            "limits.aio.strategies.MovingWindowRateLimiter": {
                "bases": ("limits.aio.strategies.RateLimiter",),
                "async": True,
            },
            "limits.aio.strategies.SlidingWindowCounterRateLimiter": {
                "bases": ("limits.aio.strategies.RateLimiter",),
                "async": True,
            },
        },
    },
    {
        "name": "gidgethub",
        "roots": ("gidgethub",),
        "source": "https://gidgethub.readthedocs.io/en/latest/abc.html",
        "instead": "await it",
        "classes": {
            "gidgethub.abc.GitHubAPI": {
                "async": True,
                "coroutines": "getitem getstatus post patch put delete graphql",
            },
            "gidgethub.aiohttp.GitHubAPI": {
                "bases": ("gidgethub.abc.GitHubAPI",),
                "async": True,
            },
            "gidgethub.httpx.GitHubAPI": {
                "bases": ("gidgethub.abc.GitHubAPI",),
                "async": True,
            },
        },
    },
    {
        "name": "githubkit",
        "roots": ("githubkit",),
        "source": "https://yanyongyu.github.io/githubkit/",
        "instead": "use the client's `async_...` methods",
        "classes": {
            "githubkit.GitHub": {
                "methods": {
                    "http": """rest.issues.create rest.issues.get rest.repos.get rest.pulls.get rest.pulls.create
                        rest.pulls.list rest.users.get_by_username rest.apps.create_installation_access_token
                        request graphql""",
                },
                "coroutines": "rest.*.async_* arequest async_graphql",
            },
        },
        "dynamic": True,
    },
    {
        "name": "fastapi-mail",
        "roots": ("fastapi_mail",),
        "source": "https://sabuhish.github.io/fastapi-mail/",
        "instead": "await it",
        "classes": {
            "fastapi_mail.FastMail": {
                "coroutines": "send_message",
            },
        },
    },
    {
        "name": "gcloud-aio-storage",
        "roots": ("gcloud.aio.storage",),
        "source": "https://talkiq.github.io/gcloud-aio/",
        "instead": "await it",
        "classes": {
            "gcloud.aio.storage.Storage": {
                "async": True,
                "coroutines": """list_buckets copy delete download download_to_filename download_metadata list_objects
                    upload upload_from_filename compose patch_metadata get_bucket_metadata close""",
            },
        },
        "aliases": {"gcloud.aio.storage.storage.Storage": "gcloud.aio.storage.Storage"},
    },
    {
        "name": "miniopy-async",
        "roots": ("miniopy_async",),
        "source": "https://github.com/hlf20010508/miniopy-async",
        "instead": "await it",
        "classes": {
            "miniopy_async.Minio": {
                "async": True,
                "coroutines": """make_bucket list_buckets bucket_exists remove_bucket put_object get_object fput_object
                    fget_object stat_object remove_object copy_object presigned_get_object presigned_put_object""",
            },
        },
        "aliases": {"miniopy_async.api.Minio": "miniopy_async.Minio"},
    },
    {
        "name": "httpx-oauth",
        "roots": ("httpx_oauth",),
        "source": "https://frankie567.github.io/httpx-oauth/",
        "instead": "await it",
        "classes": {
            "httpx_oauth.oauth2.BaseOAuth2": {
                "async": True,
                "coroutines": """get_authorization_url get_access_token refresh_token revoke_token get_id_email
                    get_profile""",
            },
            "httpx_oauth.clients.google.GoogleOAuth2": {
                "bases": ("httpx_oauth.oauth2.BaseOAuth2",),
                "async": True,
            },
            "httpx_oauth.clients.github.GitHubOAuth2": {
                "bases": ("httpx_oauth.oauth2.BaseOAuth2",),
                "async": True,
            },
            "httpx_oauth.clients.facebook.FacebookOAuth2": {
                "bases": ("httpx_oauth.oauth2.BaseOAuth2",),
                "async": True,
            },
            "httpx_oauth.clients.microsoft.MicrosoftGraphOAuth2": {
                "bases": ("httpx_oauth.oauth2.BaseOAuth2",),
                "async": True,
            },
        },
    },
    {
        "name": "bleak",
        "roots": ("bleak",),
        "source": "https://bleak.readthedocs.io/en/latest/",
        "instead": "await it",
        "classes": {
            "bleak.BleakClient": {
                "async": True,
                "coroutines": """connect disconnect read_gatt_char write_gatt_char start_notify stop_notify pair unpair""",
            },
            "bleak.BleakScanner": {
                "async": True,
                "coroutines": "start stop discover find_device_by_address find_device_by_name",
            },
        },
    },
    {
        "name": "asyncua",
        "roots": ("asyncua",),
        "source": "https://opcua-asyncio.readthedocs.io/en/latest/",
        "instead": "use `asyncua.Client`",
        "classes": {
            "asyncua.Client": {
                "async": True,
                "coroutines": """connect disconnect get_namespace_index create_subscription read_values
                    write_values""",
                "returns": {"get_node": "asyncua.common.node.Node"},
            },
            "asyncua.common.node.Node": {
                "async": True,
                "coroutines": "read_value write_value get_children call_method read_display_name",
            },
            "asyncua.sync.Client": {
                "methods": {
                    "socket": "connect disconnect get_namespace_index read_values write_values",
                },
            },
        },
        "aliases": {
            "asyncua.client.client.Client": "asyncua.Client",
            "asyncua.client.Client": "asyncua.Client",
        },
    },
    {
        "name": "aiodocker",
        "roots": ("aiodocker",),
        "source": "https://aiodocker.readthedocs.io/en/latest/",
        "instead": "await it",
        "classes": {
            "aiodocker.Docker": {
                "async": True,
                "coroutines": """close auth version containers.list containers.get containers.create containers.run
                    images.pull images.list images.build images.delete system.info""",
            },
        },
    },
    {
        "name": "gel",
        "roots": ("gel",),
        "source": "https://docs.geldata.com/reference/using/python",
        "instead": "use `gel.create_async_client`",
        "returns": {
            "gel.create_client": "gel.Client",
            "gel.create_async_client": "gel.AsyncIOClient",
        },
        "classes": {
            "gel.Client": {
                "methods": {
                    "socket": """query query_single query_required_single query_json query_single_json execute close
                        ensure_connected""",
                },
            },
            "gel.AsyncIOClient": {
                "async": True,
                "coroutines": """query query_single query_required_single query_json query_single_json execute aclose
                    ensure_connected""",
            },
        },
        "aliases": {
            "gel.blocking_client.Client": "gel.Client",
            "gel.asyncio_client.AsyncIOClient": "gel.AsyncIOClient",
        },
    },
    {
        "name": "edgedb",
        "roots": ("edgedb",),
        "source": "https://docs.geldata.com/reference/using/python",
        "instead": "use `edgedb.create_async_client`",
        "returns": {
            "edgedb.create_client": "edgedb.Client",
            "edgedb.create_async_client": "edgedb.AsyncIOClient",
        },
        "classes": {
            "edgedb.Client": {
                "methods": {
                    "socket": """query query_single query_required_single query_json query_single_json execute close
                        ensure_connected""",
                },
            },
            "edgedb.AsyncIOClient": {
                "async": True,
                "coroutines": """query query_single query_required_single query_json query_single_json execute aclose
                    ensure_connected""",
            },
        },
        "aliases": {
            "edgedb.blocking_client.Client": "edgedb.Client",
            "edgedb.asyncio_client.AsyncIOClient": "edgedb.AsyncIOClient",
        },
    },
    {
        "name": "beanie",
        "roots": ("beanie",),
        "source": "https://beanie-odm.dev/",
        "instead": "await it",
        "coroutines": "beanie.init_beanie",
        "classes": {
            "beanie.Document": {
                "coroutines": """insert save save_changes replace delete update insert_one insert_many get create sync
                    delete_all fetch_link fetch_all_links""",
            },
            "beanie.View": {
                "coroutines": "fetch_link fetch_all_links",
            },
        },
    },
    {
        "name": "slack-bolt",
        "roots": ("slack_bolt",),
        "source": "https://docs.slack.dev/tools/bolt-python/concepts/async",
        "instead": "await it",
        "classes": {
            "slack_bolt.async_app.AsyncApp": {
                "coroutines": "async_dispatch",
                "attributes": {"client": "slack_sdk.web.async_client.AsyncWebClient"},
            },
            "slack_bolt.App": {
                "attributes": {"client": "slack_sdk.WebClient"},
            },
            "slack_bolt.adapter.socket_mode.async_handler.AsyncSocketModeHandler": {
                "async": True,
                "coroutines": "start_async connect_async close_async disconnect_async",
            },
        },
        "aliases": {
            "slack_bolt.app.async_app.AsyncApp": "slack_bolt.async_app.AsyncApp",
            "slack_bolt.app.app.App": "slack_bolt.App",
        },
    },
    {
        "name": "svix",
        "roots": ("svix",),
        "source": "https://docs.svix.com/",
        "older": "svix.api.Svix.endpoint.update svix.api.SvixAsync.endpoint.update",
        "instead": "use `svix.api.SvixAsync`",
        "classes": {
            "svix.api.Svix": {
                "methods": {
                    "sdk": """message.create message.get message.list application.create application.get
                        application.get_or_create application.delete endpoint.create endpoint.get endpoint.list
                        endpoint.patch endpoint.update endpoint.delete authentication.app_portal_access event_type.create""",
                },
            },
            "svix.api.SvixAsync": {
                "async": True,
                "coroutines": """message.create message.get message.list application.create application.get
                    application.get_or_create application.delete endpoint.create endpoint.get endpoint.list
                    endpoint.patch endpoint.update endpoint.delete authentication.app_portal_access""",
            },
        },
        "aliases": {
            "svix.Svix": "svix.api.Svix",
            "svix.SvixAsync": "svix.api.SvixAsync",
        },
    },
    {
        "name": "tenacity",
        "roots": ("tenacity",),
        "source": "https://tenacity.readthedocs.io/en/latest/",
        "older": "tenacity._asyncio.AsyncRetrying",
        "instead": "await it",
        "classes": {
            "tenacity.AsyncRetrying": {
                "coroutines": "__call__",
            },
        },
        "aliases": {
            "tenacity.asyncio.AsyncRetrying": "tenacity.AsyncRetrying",
            "tenacity._asyncio.AsyncRetrying": "tenacity.AsyncRetrying",
        },
    },
    {
        "name": "aiogoogle",
        "roots": ("aiogoogle",),
        "source": "https://aiogoogle.readthedocs.io/en/latest/",
        "instead": "await it",
        "classes": {
            "aiogoogle.Aiogoogle": {
                "async": True,
                "coroutines": "discover list_api as_user as_service_account as_api_key as_anon send",
            },
        },
    },
)
