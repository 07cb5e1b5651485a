"""What an `await` waits for, by the name of what is awaited: literal tables, no logic.

A key of `RESOURCES` is a package, a module, a class or a function; the longest one that begins a dotted name decides.
Resources are network, database, file, sleep, thread and wait (for others in this process, or for another process).
The documentation of each library is named in its own table, for Django and asgiref the pages are
https://docs.djangoproject.com/en/stable/topics/async/ and https://docs.djangoproject.com/en/stable/topics/cache/.
"""

STORES: frozenset[str] = frozenset({
    "redis", "rediscluster", "valkey", "django_redis", "pymemcache", "memcache", "pylibmc", "bmemcached",
})
"""Root packages of stores that a site asks as it asks its database: often, shortly, and on its own network."""

SLEEPS: frozenset[str] = frozenset({"asyncio.sleep", "anyio.sleep"})
"""Waits for their first argument, and for nothing but a turn of the loop where that is 0."""

RESOURCES: dict[str, str] = {
    "asyncio": "wait",
    "asyncio.sleep": "sleep",
    "asyncio.open_connection": "network",
    "asyncio.StreamReader": "network",
    "asyncio.StreamWriter": "network",
    "asyncio.AbstractEventLoop.getaddrinfo": "network",
    "asyncio.AbstractEventLoop.create_connection": "network",
    "asyncio.AbstractEventLoop.sock_recv": "network",
    "asyncio.AbstractEventLoop.sock_sendall": "network",
    "asyncio.AbstractEventLoop.sock_connect": "network",
    "anyio": "wait",
    "anyio.sleep": "sleep",
    "anyio.open_file": "file",
    "anyio.Path": "file",
    "anyio.connect_tcp": "network",
    "anyio.getaddrinfo": "network",
    "aiofiles": "file",
    "aioshutil": "file",
    "django.contrib.auth": "database",
    "django.contrib.sessions": "database",
    "django.core.cache": "thread",
    "django.core.paginator": "database",
    "django.db": "database",
    "django.http.HttpRequest.auser": "database",
    "django.http.request.HttpRequest.auser": "database",
    "django.shortcuts": "database",
    "django.contrib.auth.hashers": "thread",
    "channels.db": "thread",
    "channels.auth": "database",
    "channels.layers": "network",
    "django.views": "turn",
    "channels_redis": "network",
    "channels": "network",
    "channels.consumer": "wait",
    "channels.generic": "wait",
    "aiomysql": "database",
    "aioodbc": "database",
    "aiopg": "database",
    "aiosqlite": "database",
    "asyncpg": "database",
    "beanie": "database",
    "databases": "database",
    "gridfs": "database",
    "motor": "database",
    "mongoengine": "database",
    "neo4j": "database",
    "neomodel": "database",
    "odmantic": "database",
    "oracledb": "database",
    "psycopg": "database",
    "psycopg_pool": "database",
    "pymongo": "database",
    "sqlalchemy": "database",
    "sqlmodel": "database",
    "tortoise": "database",
    "ably": "network",
    "aio_pika": "network",
    "aioapns": "network",
    "aioboto3": "network",
    "aiobotocore": "network",
    "aiocache": "network",
    "aioftp": "network",
    "aiogram": "network",
    "aiohttp": "network",
    "aioimaplib": "network",
    "aiokafka": "network",
    "aiomqtt": "network",
    "aioredis": "network",
    "aiosmtplib": "network",
    "algoliasearch": "network",
    "anthropic": "network",
    "arq": "network",
    "assemblyai": "network",
    "asyncpraw": "network",
    "asyncssh": "network",
    "authlib": "network",
    "azure": "network",
    "ccxt": "network",
    "chromadb": "network",
    "cohere": "network",
    "curl_cffi": "network",
    "discord": "network",
    "discord_webhook": "network",
    "dns": "network",
    "elasticsearch": "network",
    "elasticsearch_dsl": "network",
    "elevenlabs": "network",
    "google": "network",
    "gql": "network",
    "groq": "network",
    "grpc": "network",
    "httpx": "network",
    "httpx2": "network",
    "huggingface_hub": "network",
    "influxdb_client": "network",
    "kubernetes_asyncio": "network",
    "langchain_anthropic": "network",
    "langchain_google_genai": "network",
    "langchain_groq": "network",
    "langchain_ollama": "network",
    "langchain_openai": "network",
    "litellm": "network",
    "mistralai": "network",
    "nats": "network",
    "notion_client": "network",
    "ollama": "network",
    "openai": "network",
    "opensearchpy": "network",
    "pinecone": "network",
    "playwright": "network",
    "pydantic_ai": "network",
    "pymilvus": "network",
    "qdrant_client": "network",
    "redis": "network",
    "replicate": "network",
    "slack_sdk": "network",
    "square": "network",
    "stripe": "network",
    "supabase": "network",
    "taskiq": "network",
    "tavily": "network",
    "telegram": "network",
    "telethon": "network",
    "temporalio": "network",
    "together": "network",
    "twilio": "network",
    "valkey": "network",
    "voyageai": "network",
    "weaviate": "network",
    "web3": "network",
    "websockets": "network",
    "zeep": "network",
}

PASSING: dict[str, int] = {
    "asyncio.wait_for": 0,
    "asyncio.shield": 0,
}
"""Awaiting the call awaits its argument. The value is the index of that argument."""

TOGETHER: frozenset[str] = frozenset({
    "asyncio.gather", "asyncio.wait", "asyncio.as_completed", "asyncio.create_task", "asyncio.ensure_future",
    "asyncio.TaskGroup.create_task", "asyncio.AbstractEventLoop.create_task",
})
"""Calls that run the coroutines given to them side by side."""

READS: dict[str, str] = {
    "httpx.AsyncClient": "get head options",
    "httpx2.AsyncClient": "get head options",
    "authlib.integrations.httpx_client.AsyncOAuth2Client": "get head options",
    "curl_cffi": "get head options",
    "aiohttp.ClientSession": "get head options",
    "aiohttp.ClientResponse": "read text json",
    "httpx.Response": "aread",
    "aiobotocore": "get_object head_object list_objects list_objects_v2",
    "openai": "chat.completions.create completions.create embeddings.create responses.create moderations.create parse",
    "anthropic": "messages.create count_tokens",
    "litellm": "acompletion aembedding atext_completion",
    "groq": "chat.completions.create",
    "ollama": "chat generate embed embeddings show list",
    "mistralai": "complete_async embeddings.create_async",
    "voyageai": "embed rerank",
    "tavily": "search extract",
    "elasticsearch": "get search count mget msearch exists",
    "opensearchpy": "get search count mget msearch exists",
    "qdrant_client": "search query_points retrieve scroll count",
    "dns": "resolve",
    "asyncio.sleep": "",
    "anyio.sleep": "",
}
"""Network calls that change nothing at the other end, so that their order does not matter: the ends of their dotted
names, by what the names begin with. An empty text stands for the name itself. A model that is asked for text changes
nothing either."""

ANSWERS: frozenset[str] = frozenset({"aiohttp.ClientResponse", "httpx.Response"})
"""Classes of answers: awaiting their methods reads on what was asked for already."""

READING: frozenset[str] = frozenset({
    "download", "fetch", "find", "get", "list", "load", "look", "lookup", "query", "read", "retrieve", "search",
})
"""First words of the names of functions that only read."""

CHANGING: frozenset[str] = frozenset({
    "acquire", "activate", "add", "append", "apply", "archive", "attach", "auth", "authenticate", "authorize", "ban",
    "begin", "book", "broadcast", "cancel", "charge", "clean", "clear", "close", "commit", "complete", "configure",
    "confirm", "connect", "consume", "copy", "create", "deactivate", "debit", "delete", "deploy", "disable",
    "disconnect", "dispatch", "drop", "emit", "enable", "enqueue", "ensure", "enter", "execute", "finish", "flush",
    "handle", "init", "initialize", "insert", "install", "invalidate", "join", "kick", "kill", "launch", "leave", "lock",
    "log", "login", "logout", "mark", "migrate", "move", "notify", "open", "patch", "pause", "pay", "perform", "post",
    "prepare", "process", "publish", "purge", "push", "put", "queue", "record", "refresh", "refund", "register",
    "release", "remove", "rename", "reply", "reset", "restart", "resume", "revoke", "rollback", "run", "save",
    "schedule", "seed", "send", "set", "setup", "shutdown", "signal", "start", "step", "stop", "store", "submit",
    "subscribe", "sync", "transfer", "trigger", "unlock", "unsubscribe", "update", "upload", "upsert", "use", "wait",
    "warm", "write", "yield",
})
"""First words of the names of functions that change something, or that others rely on having run before them."""
