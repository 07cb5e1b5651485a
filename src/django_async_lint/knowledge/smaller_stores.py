"""Document, graph and key stores beside those in `stores`, caches on disk, and locks between processes. Literal tables only."""

LIBRARIES = (
    {
        "name": "diskcache",
        "roots": ("diskcache",),
        "source": "https://grantjenks.com/docs/diskcache/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "diskcache.Cache diskcache.FanoutCache diskcache.Index diskcache.Deque"},
        "classes": {
            "diskcache.Cache": {
                "methods": {
                    "file": """set get add incr decr read pop delete push pull peek touch clear evict expire cull check
                        stats __getitem__ __setitem__ __delitem__ __contains__""",
                },
            },
            "diskcache.FanoutCache": {
                "methods": {
                    "file": """set get add incr decr read pop delete touch clear evict expire cull check stats
                        __getitem__ __setitem__ __delitem__""",
                },
            },
            "diskcache.Lock": {
                "methods": {
                    "wait": "acquire",
                    "file": "release",
                },
            },
        },
        "aliases": {
            "diskcache.core.Cache": "diskcache.Cache",
            "diskcache.fanout.FanoutCache": "diskcache.FanoutCache",
        },
    },
    {
        "name": "cachelib",
        "roots": ("cachelib",),
        "source": "https://cachelib.readthedocs.io/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "cachelib.FileSystemCache": {
                "methods": {
                    "file": "get set add delete has clear get_many set_many delete_many inc dec",
                },
            },
            "cachelib.RedisCache": {
                "methods": {
                    "socket": "get set add delete has clear get_many set_many delete_many inc dec",
                },
            },
            "cachelib.MemcachedCache": {
                "methods": {
                    "socket": "get set add delete has clear get_many set_many delete_many inc dec",
                },
            },
        },
        "aliases": {
            "cachelib.file.FileSystemCache": "cachelib.FileSystemCache",
            "cachelib.redis.RedisCache": "cachelib.RedisCache",
        },
    },
    {
        "name": "filelock",
        "roots": ("filelock",),
        "source": "https://py-filelock.readthedocs.io/en/latest/",
        "instead": "use `filelock.AsyncFileLock`",
        "classes": {
            "filelock.BaseFileLock": {
                "methods": {"wait": "acquire"},
                "unless": {"acquire": "blocking=False timeout=0 0=0"},
                "pure": "release",
                "enter_effect": "wait",
            },
            "filelock.FileLock": {
                "bases": ("filelock.BaseFileLock",),
            },
            "filelock.SoftFileLock": {
                "bases": ("filelock.BaseFileLock",),
            },
            "filelock.UnixFileLock": {
                "bases": ("filelock.BaseFileLock",),
            },
            "filelock.AsyncFileLock": {
                "async": True,
                "coroutines": "acquire release",
            },
        },
    },
    {
        "name": "portalocker",
        "roots": ("portalocker",),
        "source": "https://portalocker.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"wait": "portalocker.lock"},
        "classes": {
            "portalocker.Lock": {
                "methods": {"wait": "acquire"},
                "pure": "release",
                "enter_effect": "wait",
            },
            "portalocker.RLock": {
                "bases": ("portalocker.Lock",),
            },
            "portalocker.TemporaryFileLock": {
                "bases": ("portalocker.Lock",),
            },
        },
        "aliases": {
            "portalocker.utils.Lock": "portalocker.Lock",
            "portalocker.utils.RLock": "portalocker.RLock",
        },
    },
    {
        "name": "python-redis-lock",
        "roots": ("redis_lock",),
        "source": "https://python-redis-lock.readthedocs.io/en/latest/",
        "instead": "use `redis.asyncio.lock.Lock`",
        "calls": {"socket": "redis_lock.reset_all"},
        "classes": {
            "redis_lock.Lock": {
                "methods": {
                    "socket": "extend release reset locked get_owner_id",
                    "wait": "acquire",
                },
                "unless": {"acquire": "blocking=False"},
                "enter_effect": "wait",
            },
        },
    },
    {
        "name": "upstash-redis",
        "roots": ("upstash_redis",),
        "source": "https://github.com/upstash/redis-python",
        "instead": "use `upstash_redis.asyncio.Redis`",
        "classes": {
            "upstash_redis.Redis": {
                "methods": {
                    "http": """get set delete incr incrby decr expire exists mget mset hget hset hgetall hdel lpush rpush
                        lrange lpop sadd smembers srem zadd zrange publish execute eval ttl keys scan setex setnx
                        getdel ping""",
                },
            },
            "upstash_redis.asyncio.Redis": {
                "async": True,
                "coroutines": """get set delete incr incrby decr expire exists mget mset hget hset hgetall hdel lpush
                    rpush lrange lpop sadd smembers publish execute eval ttl keys scan setex ping close""",
            },
        },
        "aliases": {"upstash_redis.client.Redis": "upstash_redis.Redis"},
    },
    {
        "name": "tinydb",
        "roots": ("tinydb",),
        "source": "https://tinydb.readthedocs.io/en/latest/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "tinydb.TinyDB"},
        "unless": {"tinydb.TinyDB": "storage=tinydb.storages.MemoryStorage"},
        "classes": {
            "tinydb.table.Table": {
                "methods": {
                    "file": """insert insert_multiple all search get contains update update_multiple upsert remove
                        truncate count""",
                },
                "iter": {"effect": "file"},
            },
            "tinydb.TinyDB": {
                "bases": ("tinydb.table.Table",),
                "methods": {"file": "drop_table drop_tables tables"},
                "returns": {"table": "tinydb.table.Table"},
            },
        },
        "aliases": {"tinydb.database.TinyDB": "tinydb.TinyDB"},
    },
    {
        "name": "pynamodb",
        "roots": ("pynamodb",),
        "source": "https://pynamodb.readthedocs.io/en/stable/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "pynamodb.models.Model": {
                "methods": {
                    "sdk": "get save delete update refresh count exists create_table delete_table describe_table",
                },
                "returns": {
                    "query": "pynamodb.models.Model.query()",
                    "scan": "pynamodb.models.Model.query()",
                    "batch_get": "pynamodb.models.Model.query()",
                    "get": "pynamodb.models.Model",
                },
            },
            "pynamodb.models.Model.query()": {
                "iter": {"effect": "sdk"},
            },
        },
    },
    {
        "name": "python-arango",
        "roots": ("arango",),
        "source": "https://docs.python-arango.com/en/main/",
        "instead": "use `arangoasync`",
        "classes": {
            "arango.ArangoClient": {
                "pure": "close",
                "returns": {"db": "arango.database.StandardDatabase"},
            },
            "arango.database.StandardDatabase": {
                "methods": {
                    "http": """collections create_collection delete_collection has_collection create_database databases
                        version aql.execute create_graph execute_transaction properties""",
                },
                "returns": {
                    "collection": "arango.collection.StandardCollection",
                    "create_collection": "arango.collection.StandardCollection",
                },
            },
            "arango.collection.StandardCollection": {
                "methods": {
                    "http": """get insert update replace delete insert_many update_many delete_many has count find all
                        get_many import_bulk truncate update_match random""",
                },
            },
        },
    },
    {
        "name": "surrealdb",
        "roots": ("surrealdb",),
        "source": "https://surrealdb.com/docs/sdk/python",
        "instead": "use `surrealdb.AsyncSurreal`",
        "returns": {
            "surrealdb.Surreal": "surrealdb.BlockingHttpSurrealConnection",
            "surrealdb.AsyncSurreal": "surrealdb.AsyncHttpSurrealConnection",
        },
        "classes": {
            "surrealdb.BlockingHttpSurrealConnection": {
                "methods": {
                    "http": """query select create update upsert delete insert merge patch signin signup use authenticate
                        invalidate info version""",
                },
            },
            "surrealdb.AsyncHttpSurrealConnection": {
                "async": True,
                "coroutines": """query select create update upsert delete insert merge patch signin signup use
                    authenticate invalidate info version""",
            },
        },
    },
)
