"""Key-value and document stores, search engines, vector stores, time series. Literal tables only."""

LIBRARIES = (
    {
        "name": "redis",
        "roots": ("redis",),
        "source": "https://redis.readthedocs.io/en/stable/commands.html",
        "instead": "use `redis.asyncio`",
        "returns": {"redis.from_url": "redis.Redis", "redis.asyncio.from_url": "redis.asyncio.Redis"},
        "classes": {
            "redis.Redis": {
                "methods": {"socket": "*"},
                "pure": """pipeline pubsub lock register_script from_url from_pool close get_encoder get_retry set_retry
                    get_connection_kwargs set_response_callback parse_response monitor client load_external_module
                    json ft ts bf cf cms topk tdigest vset sentinel __enter__ __exit__ __repr__ __del__""",
                "returns": {
                    "from_url": "redis.Redis",
                    "from_pool": "redis.Redis",
                    "client": "redis.Redis",
                    "pipeline": "redis.client.Pipeline",
                    "pubsub": "redis.client.PubSub",
                    "lock": "redis.lock.Lock",
                    "register_script": "redis.commands.core.Script",
                    "scan_iter": "redis.Redis.scan_iter()",
                    "hscan_iter": "redis.Redis.scan_iter()",
                    "sscan_iter": "redis.Redis.scan_iter()",
                    "zscan_iter": "redis.Redis.scan_iter()",
                },
            },
            "redis.Redis.scan_iter()": {"iter": {"effect": "socket"}},
            "redis.StrictRedis": {"bases": ("redis.Redis",)},
            "redis.RedisCluster": {"bases": ("redis.Redis",)},
            "redis.client.Pipeline": {
                "methods": {"socket": "execute watch unwatch immediate_execute_command load_scripts"},
            },
            "redis.client.PubSub": {
                "methods": {"socket": "subscribe psubscribe unsubscribe punsubscribe get_message ping"},
                "returns": {"listen": "redis.client.PubSub.listen()"},
            },
            "redis.client.PubSub.listen()": {"iter": {"effect": "socket"}},
            "redis.lock.Lock": {
                "methods": {"socket": "acquire release extend reacquire locked owned"},
                "enter_effect": "socket",
            },
            "redis.commands.core.Script": {"methods": {"socket": "__call__"}},
            "redis.sentinel.Sentinel": {
                "methods": {"socket": "discover_master discover_slaves"},
                "returns": {"master_for": "redis.Redis", "slave_for": "redis.Redis"},
            },
            "redis.asyncio.Redis": {
                "async": True,
                "coroutines": """get set setex setnx mget mset getset getdel getex delete unlink exists expire expireat
                    pexpire persist ttl pttl incr incrby incrbyfloat decr decrby append strlen keys rename type dump
                    restore hget hset hsetnx hmget hmset hgetall hdel hexists hkeys hvals hlen hincrby hincrbyfloat
                    lpush rpush lpop rpop lrange llen lindex lset lrem ltrim linsert blpop brpop rpoplpush blmove
                    lmove sadd srem smembers sismember smismember scard sinter sunion sdiff smove
                    zadd zrem zrange zrevrange zrangebyscore zrevrangebyscore zscore zcard zcount zincrby zrank
                    zrevrank zremrangebyscore zremrangebyrank zpopmin zpopmax bzpopmin bzpopmax publish ping echo
                    flushdb flushall dbsize info eval evalsha script_load xadd xread xreadgroup xack xlen xrange
                    xrevrange xdel xtrim xgroup_create xinfo_stream pfadd pfcount pfmerge setbit getbit bitcount
                    geoadd geosearch scan sscan hscan zscan execute_command aclose time config_get config_set
                    client_list""",
                "returns": {
                    "from_url": "redis.asyncio.Redis",
                    "pipeline": "redis.asyncio.client.Pipeline",
                    "pubsub": "redis.asyncio.client.PubSub",
                    "lock": "redis.asyncio.lock.Lock",
                },
            },
            "redis.asyncio.client.Pipeline": {"async": True, "coroutines": "execute"},
            "redis.asyncio.client.PubSub": {
                "async": True,
                "coroutines": "subscribe psubscribe unsubscribe punsubscribe get_message aclose ping",
            },
            "redis.asyncio.lock.Lock": {
                "async": True,
                "coroutines": "acquire release extend reacquire locked owned",
            },
        },
        "aliases": {
            "redis.client.Redis": "redis.Redis",
            "redis.client.StrictRedis": "redis.StrictRedis",
            "redis.cluster.RedisCluster": "redis.RedisCluster",
            "redis.utils.from_url": "redis.from_url",
            "redis.asyncio.StrictRedis": "redis.asyncio.Redis",
            "redis.asyncio.client.Redis": "redis.asyncio.Redis",
            "redis.asyncio.utils.from_url": "redis.asyncio.from_url",
            "redis.Sentinel": "redis.sentinel.Sentinel",
        },
    },
    {
        "name": "django-redis",
        "roots": ("django_redis",),
        "source": "https://github.com/jazzband/django-redis#raw-client-access",
        "instead": "use `redis.asyncio`",
        "returns": {"django_redis.get_redis_connection": "redis.Redis"},
    },
    {
        "name": "aioredis",
        "roots": ("aioredis",),
        "source": "https://aioredis.readthedocs.io/en/latest/",
        "instead": "await it",
        "returns": {"aioredis.from_url": "redis.asyncio.Redis"},
        "aliases": {"aioredis.Redis": "redis.asyncio.Redis"},
    },
    {
        "name": "valkey",
        "roots": ("valkey",),
        "source": "https://valkey-py.readthedocs.io/en/latest/",
        "instead": "use `valkey.asyncio`",
        "returns": {"valkey.from_url": "valkey.Valkey"},
        "classes": {
            "valkey.Valkey": {
                "methods": {"socket": "*"},
                "pure": """pipeline pubsub lock register_script from_url from_pool close get_encoder get_retry set_retry
                    get_connection_kwargs set_response_callback parse_response monitor client json ft ts bf cf cms
                    topk tdigest __enter__ __exit__ __repr__ __del__""",
                "returns": {
                    "from_url": "valkey.Valkey",
                    "pipeline": "valkey.client.Pipeline",
                    "lock": "valkey.lock.Lock",
                },
            },
            "valkey.StrictValkey": {"bases": ("valkey.Valkey",)},
            "valkey.client.Pipeline": {"methods": {"socket": "execute watch unwatch"}},
            "valkey.lock.Lock": {
                "methods": {"socket": "acquire release extend reacquire locked owned"},
                "enter_effect": "socket",
            },
            "valkey.asyncio.Valkey": {"async": True},
        },
        "aliases": {
            "valkey.client.Valkey": "valkey.Valkey",
            "valkey.client.StrictValkey": "valkey.StrictValkey",
            "valkey.asyncio.client.Valkey": "valkey.asyncio.Valkey",
        },
    },
    {
        "name": "pymemcache",
        "roots": ("pymemcache",),
        "source": "https://pymemcache.readthedocs.io/en/latest/apidoc/pymemcache.client.base.html",
        "instead": "use `aiomcache`, or run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "pymemcache.client.base.Client": {
                "methods": {
                    "socket": """get gets get_many get_multi set set_many set_multi add replace append prepend cas
                        delete delete_many delete_multi incr decr touch stats version flush_all""",
                },
            },
            "pymemcache.client.base.PooledClient": {"bases": ("pymemcache.client.base.Client",)},
            "pymemcache.client.hash.HashClient": {"bases": ("pymemcache.client.base.Client",)},
            "pymemcache.client.retrying.RetryingClient": {"bases": ("pymemcache.client.base.Client",)},
        },
        "aliases": {
            "pymemcache.Client": "pymemcache.client.base.Client",
            "pymemcache.client.Client": "pymemcache.client.base.Client",
            "pymemcache.PooledClient": "pymemcache.client.base.PooledClient",
            "pymemcache.client.PooledClient": "pymemcache.client.base.PooledClient",
            "pymemcache.HashClient": "pymemcache.client.hash.HashClient",
            "pymemcache.client.HashClient": "pymemcache.client.hash.HashClient",
        },
    },
    {
        "name": "pylibmc",
        "roots": ("pylibmc",),
        "source": "https://sendapatch.se/projects/pylibmc/reference.html",
        "instead": "use `aiomcache`, or run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "pylibmc.Client": {
                "methods": {
                    "socket": """get gets get_multi set set_multi add add_multi replace append prepend cas delete
                        delete_multi incr decr incr_multi touch get_stats flush_all""",
                },
            },
        },
    },
    {
        "name": "python-memcached",
        "roots": ("memcache",),
        "source": "https://github.com/linsomniac/python-memcached",
        "instead": "use `aiomcache`, or run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "memcache.Client": {
                "methods": {
                    "socket": """get gets get_multi set set_multi add replace append prepend cas delete delete_multi
                        incr decr touch get_stats flush_all""",
                },
            },
        },
    },
    {
        "name": "pymongo",
        "roots": ("pymongo", "gridfs"),
        "source": "https://pymongo.readthedocs.io/en/stable/api/pymongo/index.html",
        "instead": "use `pymongo.AsyncMongoClient`",
        "classes": {
            "pymongo.MongoClient": {
                "methods": {"socket": "server_info list_databases list_database_names drop_database"},
                "attributes": {"*": "pymongo.database.Database"},
                "returns": {
                    "__getitem__": "pymongo.database.Database",
                    "get_database": "pymongo.database.Database",
                    "get_default_database": "pymongo.database.Database",
                    "start_session": "pymongo.client_session.ClientSession",
                },
            },
            "pymongo.database.Database": {
                "methods": {
                    "socket": """command list_collections list_collection_names create_collection drop_collection
                        validate_collection aggregate dereference""",
                },
                "attributes": {"*": "pymongo.collection.Collection", "client": "pymongo.MongoClient"},
                "returns": {
                    "__getitem__": "pymongo.collection.Collection",
                    "get_collection": "pymongo.collection.Collection",
                    "with_options": "pymongo.database.Database",
                },
            },
            "pymongo.collection.Collection": {
                "methods": {
                    "socket": """find_one find_one_and_delete find_one_and_replace find_one_and_update insert_one
                        insert_many update_one update_many replace_one delete_one delete_many aggregate
                        aggregate_raw_batches count_documents estimated_document_count distinct bulk_write
                        create_index create_indexes drop_index drop_indexes index_information list_indexes
                        list_search_indexes create_search_index drop rename options""",
                },
                "attributes": {"database": "pymongo.database.Database"},
                "returns": {
                    "find": "pymongo.cursor.Cursor",
                    "aggregate": "pymongo.command_cursor.CommandCursor",
                    "with_options": "pymongo.collection.Collection",
                    "__getitem__": "pymongo.collection.Collection",
                },
            },
            "pymongo.cursor.Cursor": {
                "methods": {"socket": "next explain distinct to_list"},
                "returns": {
                    "sort": "pymongo.cursor.Cursor",
                    "limit": "pymongo.cursor.Cursor",
                    "skip": "pymongo.cursor.Cursor",
                    "hint": "pymongo.cursor.Cursor",
                    "batch_size": "pymongo.cursor.Cursor",
                },
                "iter": {"effect": "socket"},
            },
            "pymongo.command_cursor.CommandCursor": {
                "methods": {"socket": "next try_next to_list"},
                "iter": {"effect": "socket"},
            },
            "pymongo.client_session.ClientSession": {
                "methods": {"socket": "commit_transaction abort_transaction with_transaction"},
            },
            "gridfs.GridFS": {
                "methods": {"socket": "put get get_version get_last_version delete list exists find_one new_file"},
            },
            "gridfs.GridFSBucket": {
                "methods": {
                    "socket": """upload_from_stream download_to_stream download_to_stream_by_name delete rename
                        open_download_stream open_download_stream_by_name""",
                },
            },
            "pymongo.AsyncMongoClient": {
                "async": True,
                "coroutines": "server_info list_databases list_database_names drop_database close aconnect",
                "attributes": {"*": "pymongo.asynchronous.database.AsyncDatabase"},
                "returns": {
                    "__getitem__": "pymongo.asynchronous.database.AsyncDatabase",
                    "get_database": "pymongo.asynchronous.database.AsyncDatabase",
                    "get_default_database": "pymongo.asynchronous.database.AsyncDatabase",
                },
            },
            "pymongo.asynchronous.database.AsyncDatabase": {
                "async": True,
                "coroutines": """command list_collections list_collection_names create_collection drop_collection
                    aggregate""",
                "attributes": {"*": "pymongo.asynchronous.collection.AsyncCollection"},
                "returns": {
                    "__getitem__": "pymongo.asynchronous.collection.AsyncCollection",
                    "get_collection": "pymongo.asynchronous.collection.AsyncCollection",
                },
            },
            "pymongo.asynchronous.collection.AsyncCollection": {
                "async": True,
                "coroutines": """find_one find_one_and_delete find_one_and_replace find_one_and_update insert_one
                    insert_many update_one update_many replace_one delete_one delete_many aggregate count_documents
                    estimated_document_count distinct bulk_write create_index create_indexes drop_index drop_indexes
                    index_information list_indexes drop rename options""",
            },
        },
        "aliases": {
            "pymongo.mongo_client.MongoClient": "pymongo.MongoClient",
            "pymongo.synchronous.mongo_client.MongoClient": "pymongo.MongoClient",
            "pymongo.synchronous.database.Database": "pymongo.database.Database",
            "pymongo.synchronous.collection.Collection": "pymongo.collection.Collection",
            "pymongo.synchronous.cursor.Cursor": "pymongo.cursor.Cursor",
            "pymongo.asynchronous.mongo_client.AsyncMongoClient": "pymongo.AsyncMongoClient",
        },
    },
    {
        "name": "motor",
        "roots": ("motor",),
        "source": "https://motor.readthedocs.io/en/stable/api-asyncio/index.html",
        "instead": "await it",
        "classes": {
            "motor.motor_asyncio.AsyncIOMotorClient": {
                "async": True,
                "attributes": {"*": "motor.motor_asyncio.AsyncIOMotorDatabase"},
                "returns": {
                    "__getitem__": "motor.motor_asyncio.AsyncIOMotorDatabase",
                    "get_database": "motor.motor_asyncio.AsyncIOMotorDatabase",
                    "get_default_database": "motor.motor_asyncio.AsyncIOMotorDatabase",
                },
                "coroutines": "server_info list_database_names drop_database start_session",
            },
            "motor.motor_asyncio.AsyncIOMotorDatabase": {
                "async": True,
                "attributes": {"*": "motor.motor_asyncio.AsyncIOMotorCollection"},
                "returns": {
                    "__getitem__": "motor.motor_asyncio.AsyncIOMotorCollection",
                    "get_collection": "motor.motor_asyncio.AsyncIOMotorCollection",
                },
                "coroutines": "command list_collection_names create_collection drop_collection",
            },
            "motor.motor_asyncio.AsyncIOMotorCollection": {
                "async": True,
                "coroutines": """find_one find_one_and_delete find_one_and_replace find_one_and_update insert_one
                    insert_many update_one update_many replace_one delete_one delete_many count_documents
                    estimated_document_count distinct bulk_write create_index create_indexes drop_index
                    index_information drop rename options""",
            },
        },
    },
    {
        "name": "mongoengine",
        "roots": ("mongoengine",),
        "source": "https://docs.mongoengine.org/apireference.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "mongoengine.Document": {
                "methods": {
                    "socket": """save delete update reload modify cascade_save ensure_indexes drop_collection
                        select_related""",
                },
                "attributes": {"objects": "mongoengine.queryset.QuerySet"},
                "returns": {"objects": "mongoengine.queryset.QuerySet", "save": "mongoengine.Document"},
            },
            "mongoengine.DynamicDocument": {"bases": ("mongoengine.Document",)},
        },
        "aliases": {
            "mongoengine.document.Document": "mongoengine.Document",
            "mongoengine.document.DynamicDocument": "mongoengine.DynamicDocument",
        },
        "dynamic": True,
    },
    {
        "name": "mongoengine",
        "roots": ("mongoengine",),
        "source": "https://docs.mongoengine.org/apireference.html#querying",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "mongoengine.queryset.QuerySet": {
                "methods": {
                    "socket": """get first count create insert delete update update_one upsert_one modify in_bulk
                        aggregate distinct explain sum average""",
                },
                "returns": {
                    "__call__": "mongoengine.queryset.QuerySet",
                    "filter": "mongoengine.queryset.QuerySet",
                    "all": "mongoengine.queryset.QuerySet",
                    "order_by": "mongoengine.queryset.QuerySet",
                    "limit": "mongoengine.queryset.QuerySet",
                    "skip": "mongoengine.queryset.QuerySet",
                    "only": "mongoengine.queryset.QuerySet",
                    "exclude": "mongoengine.queryset.QuerySet",
                },
                "iter": {"effect": "socket"},
            },
        },
        "aliases": {
            "mongoengine.QuerySet": "mongoengine.queryset.QuerySet",
            "mongoengine.queryset.queryset.QuerySet": "mongoengine.queryset.QuerySet",
        },
    },
    {
        "name": "elasticsearch",
        "roots": ("elasticsearch",),
        "source": "https://elasticsearch-py.readthedocs.io/en/stable/api.html",
        "instead": "use `elasticsearch.AsyncElasticsearch`",
        "calls": {
            "socket": """elasticsearch.helpers.bulk elasticsearch.helpers.reindex""",
        },
        "returns": {
            "elasticsearch.helpers.scan": "elasticsearch.helpers.scan()",
            "elasticsearch.helpers.streaming_bulk": "elasticsearch.helpers.scan()",
            "elasticsearch.helpers.parallel_bulk": "elasticsearch.helpers.scan()",
        },
        "coroutines": "elasticsearch.helpers.async_bulk elasticsearch.helpers.async_reindex",
        "classes": {
            "elasticsearch.helpers.scan()": {"iter": {"effect": "socket"}},
            "elasticsearch.Elasticsearch": {
                "methods": {"socket": "* *.*"},
                "pure": "options close __enter__ __exit__ __repr__",
                "returns": {"options": "elasticsearch.Elasticsearch"},
            },
            "elasticsearch.AsyncElasticsearch": {
                "async": True,
                "coroutines": """search index get create update delete exists count bulk mget msearch info ping
                    update_by_query delete_by_query reindex scroll clear_scroll open_point_in_time
                    close_point_in_time close indices.create indices.delete indices.exists indices.refresh
                    indices.put_mapping indices.get_mapping indices.put_settings cluster.health""",
                "returns": {"options": "elasticsearch.AsyncElasticsearch"},
            },
        },
    },
    {
        "name": "elasticsearch-dsl",
        "roots": ("elasticsearch_dsl", "elasticsearch.dsl"),
        "source": "https://elasticsearch-dsl.readthedocs.io/en/latest/",
        "instead": "use `elasticsearch_dsl.AsyncSearch`",
        "returns": {"elasticsearch_dsl.connections.get_connection": "elasticsearch.Elasticsearch"},
        "classes": {
            "elasticsearch_dsl.Index": {
                "methods": {
                    "socket": """create delete exists save refresh flush open close put_mapping get_mapping
                        put_settings get_settings put_alias delete_alias stats"""
                },
                "returns": {"search": "elasticsearch_dsl.Search"},
            },
            "elasticsearch_dsl.Search": {
                "methods": {"socket": "execute count delete"},
                "returns": {
                    "query": "elasticsearch_dsl.Search",
                    "filter": "elasticsearch_dsl.Search",
                    "exclude": "elasticsearch_dsl.Search",
                    "sort": "elasticsearch_dsl.Search",
                    "source": "elasticsearch_dsl.Search",
                    "extra": "elasticsearch_dsl.Search",
                    "highlight": "elasticsearch_dsl.Search",
                    "__getitem__": "elasticsearch_dsl.Search",
                    "scan": "elasticsearch_dsl.Search.scan()",
                },
                "iter": {"effect": "socket"},
            },
            "elasticsearch_dsl.Search.scan()": {"iter": {"effect": "socket"}},
            "elasticsearch_dsl.AsyncSearch": {"async": True},
            "elasticsearch_dsl.Document": {
                "methods": {"socket": "get mget exists save update delete init"},
                "returns": {"search": "elasticsearch_dsl.Search"},
            },
            "elasticsearch_dsl.AsyncDocument": {
                "async": True,
                "coroutines": "get mget exists save update delete init",
            },
        },
        "aliases": {
            "elasticsearch.dsl": "elasticsearch_dsl",
        },
    },
    {
        "name": "opensearch-py",
        "roots": ("opensearchpy",),
        "source": "https://opensearch-project.github.io/opensearch-py/api-ref.html",
        "instead": "use `opensearchpy.AsyncOpenSearch`",
        "calls": {"socket": "opensearchpy.helpers.bulk opensearchpy.helpers.reindex"},
        "returns": {
            "opensearchpy.helpers.scan": "opensearchpy.helpers.scan()",
            "opensearchpy.helpers.streaming_bulk": "opensearchpy.helpers.scan()",
        },
        "classes": {
            "opensearchpy.helpers.scan()": {"iter": {"effect": "socket"}},
            "opensearchpy.OpenSearch": {
                "methods": {"socket": "* *.*"},
                "pure": "close __enter__ __exit__ __repr__",
            },
            "opensearchpy.AsyncOpenSearch": {
                "async": True,
                "coroutines": """search index get create update delete exists count bulk mget msearch info ping scroll
                    close indices.create indices.delete indices.exists indices.refresh indices.put_mapping""",
            },
        },
        "aliases": {"opensearchpy.client.OpenSearch": "opensearchpy.OpenSearch"},
    },
    {
        "name": "meilisearch",
        "roots": ("meilisearch",),
        "source": "https://meilisearch.github.io/meilisearch-python/",
        "instead": "use `meilisearch_python_sdk.AsyncClient`",
        "classes": {
            "meilisearch.Client": {
                "methods": {
                    "socket": """create_index delete_index get_index get_indexes get_raw_index get_raw_indexes
                        multi_search get_task get_tasks wait_for_task health is_healthy get_all_stats get_keys
                        create_key update_key delete_key create_dump create_snapshot swap_indexes cancel_tasks
                        delete_tasks""",
                },
                "returns": {
                    "index": "meilisearch.index.Index",
                    "get_index": "meilisearch.index.Index",
                },
            },
            "meilisearch.index.Index": {
                "methods": {
                    "socket": """search facet_search get_document get_documents add_documents
                        add_documents_in_batches update_documents update_documents_in_batches delete_document
                        delete_documents delete_all_documents update delete fetch_info get_stats get_settings
                        update_settings reset_settings wait_for_task get_tasks""",
                },
            },
        },
        "aliases": {"meilisearch.client.Client": "meilisearch.Client"},
    },
    {
        "name": "typesense",
        "roots": ("typesense",),
        "source": "https://typesense.org/docs/latest/api/",
        "instead": "use `typesense.AsyncClient`",
        "older": "typesense.client.Client typesense.collection.Collection",
        "classes": {
            "typesense.Client": {
                "methods": {
                    "socket": """collections.create collections.retrieve multi_search.perform
                        aliases.upsert aliases.retrieve keys.create keys.retrieve""",
                },
                "returns": {
                    "collections.__getitem__": "typesense.sync.collection.Collection",
                },
            },
            "typesense.sync.collection.Collection": {
                "methods": {
                    "socket": """retrieve update delete documents.create documents.create_many documents.upsert
                        documents.update documents.import_ documents.export documents.search documents.delete""",
                },
            },
        },
        "aliases": {
            "typesense.client.Client": "typesense.Client",
            "typesense.sync.client.Client": "typesense.Client",
            "typesense.collection.Collection": "typesense.sync.collection.Collection",
        },
    },
    {
        "name": "algoliasearch",
        "roots": ("algoliasearch",),
        "source": "https://www.algolia.com/doc/libraries/sdk/v1/methods/python",
        "older": """algoliasearch.search_client.SearchClient.create algoliasearch.search_client.SearchClient
            algoliasearch.search_client.SearchClient.init_index algoliasearch.search_client.SearchClient.list_indices
            algoliasearch.search_client.SearchClient.multiple_queries
            algoliasearch.search_client.SearchClient.multiple_batch
            algoliasearch.search_client.SearchClient.copy_index algoliasearch.search_client.SearchClient.move_index
            algoliasearch.search_index.SearchIndex algoliasearch.search_index.SearchIndex.search
            algoliasearch.search_index.SearchIndex.save_object algoliasearch.search_index.SearchIndex.save_objects
            algoliasearch.search_index.SearchIndex.get_object algoliasearch.search_index.SearchIndex.get_objects
            algoliasearch.search_index.SearchIndex.partial_update_object
            algoliasearch.search_index.SearchIndex.partial_update_objects
            algoliasearch.search_index.SearchIndex.delete_object algoliasearch.search_index.SearchIndex.delete_objects
            algoliasearch.search_index.SearchIndex.delete_by algoliasearch.search_index.SearchIndex.clear_objects
            algoliasearch.search_index.SearchIndex.replace_all_objects
            algoliasearch.search_index.SearchIndex.set_settings algoliasearch.search_index.SearchIndex.get_settings
            algoliasearch.search_index.SearchIndex.exists algoliasearch.search_index.SearchIndex.browse_objects
            algoliasearch.search_index.SearchIndex.search_async
            algoliasearch.search_index.SearchIndex.save_objects_async
            algoliasearch.search_index.SearchIndex.save_object_async""",
        "instead": "use `algoliasearch.search.client.SearchClient` of version 4",
        "returns": {
            "algoliasearch.search_client.SearchClient.create": "algoliasearch.search_client.SearchClient",
        },
        "classes": {
            "algoliasearch.search_client.SearchClient": {
                "methods": {"socket": "list_indices multiple_queries multiple_batch copy_index move_index"},
                "returns": {"init_index": "algoliasearch.search_index.SearchIndex"},
            },
            "algoliasearch.search_index.SearchIndex": {
                "methods": {
                    "socket": """search save_object save_objects get_object get_objects partial_update_object
                        partial_update_objects delete_object delete_objects delete_by clear_objects
                        replace_all_objects set_settings get_settings exists"""
                },
                "coroutines": "search_async save_object_async save_objects_async",
                "returns": {"browse_objects": "algoliasearch.search_index.SearchIndex.browse_objects()"},
            },
            "algoliasearch.search_index.SearchIndex.browse_objects()": {"iter": {"effect": "socket"}},
        },
    },
    {
        "name": "algoliasearch",
        "roots": ("algoliasearch",),
        "source": "https://www.algolia.com/doc/libraries/sdk/install#python",
        "instead": "use `algoliasearch.search.client.SearchClient`",
        "classes": {
            "algoliasearch.search.client.SearchClientSync": {
                "methods": {
                    "socket": """search search_single_index save_object save_objects partial_update_object
                        partial_update_objects delete_object delete_objects get_object get_objects batch browse
                        browse_objects clear_objects replace_all_objects set_settings get_settings wait_for_task
                        delete_index list_indices save_rule save_synonym""",
                },
            },
            "algoliasearch.search.client.SearchClient": {
                "async": True,
                "coroutines": """search search_single_index save_object save_objects partial_update_object
                    partial_update_objects delete_object delete_objects get_object get_objects batch browse
                    clear_objects replace_all_objects set_settings get_settings wait_for_task delete_index
                    list_indices close""",
            },
        },
        "since": "4.0",
    },
    {
        "name": "pysolr",
        "roots": ("pysolr",),
        "source": "https://github.com/django-haystack/pysolr",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "pysolr.Solr": {
                "methods": {"socket": "search more_like_this suggest_terms add delete commit optimize extract"},
            },
        },
    },
    {
        "name": "cassandra-driver",
        "roots": ("cassandra",),
        "source": "https://docs.datastax.com/en/developer/python-driver/latest/api/",
        "instead": "use `session.execute_async(...)` and await its future through `loop.create_future()`",
        "classes": {
            "cassandra.cluster.Cluster": {
                "methods": {"socket": "connect shutdown"},
                "returns": {"connect": "cassandra.cluster.Session"},
            },
            "cassandra.cluster.Session": {
                "methods": {"socket": "execute execute_graph prepare set_keyspace shutdown"},
                "returns": {"execute_async": "cassandra.cluster.ResponseFuture"},
            },
            "cassandra.cluster.ResponseFuture": {"methods": {"socket": "result"}},
        },
    },
    {
        "name": "neo4j",
        "roots": ("neo4j",),
        "source": "https://neo4j.com/docs/api/python-driver/current/api.html",
        "instead": "use `neo4j.AsyncGraphDatabase`",
        "older": "neo4j.Session.read_transaction neo4j.Session.write_transaction",
        "returns": {
            "neo4j.GraphDatabase.driver": "neo4j.Driver",
            "neo4j.AsyncGraphDatabase.driver": "neo4j.AsyncDriver",
        },
        "classes": {
            "neo4j.Driver": {
                "methods": {"socket": "execute_query verify_connectivity verify_authentication get_server_info close"},
                "returns": {"session": "neo4j.Session"},
            },
            "neo4j.Session": {
                "methods": {
                    "socket": "run execute_read execute_write read_transaction write_transaction begin_transaction",
                },
                "returns": {"run": "neo4j.Result", "begin_transaction": "neo4j.Transaction"},
            },
            "neo4j.Transaction": {
                "methods": {"socket": "run commit rollback"},
                "returns": {"run": "neo4j.Result"},
            },
            "neo4j.Result": {
                "methods": {"socket": "single data consume fetch peek value values graph to_df"},
                "iter": {"effect": "socket"},
            },
            "neo4j.AsyncDriver": {
                "async": True,
                "coroutines": "execute_query verify_connectivity verify_authentication get_server_info close",
                "returns": {"session": "neo4j.AsyncSession"},
            },
            "neo4j.AsyncSession": {
                "async": True,
                "coroutines": "run execute_read execute_write begin_transaction close",
                "returns": {"run": "neo4j.AsyncResult"},
            },
            "neo4j.AsyncResult": {
                "async": True,
                "coroutines": "single data consume fetch peek value values graph to_df",
            },
        },
    },
    {
        "name": "neomodel",
        "roots": ("neomodel",),
        "source": "https://neomodel.readthedocs.io/en/latest/module_documentation_sync.html",
        "instead": "use `neomodel.AsyncStructuredNode`",
        "classes": {
            "neomodel.StructuredNode": {
                "methods": {"socket": "save delete refresh create create_or_update get_or_create"},
                "attributes": {"nodes": "neomodel.sync_.match.NodeSet"},
                "returns": {"save": "neomodel.StructuredNode"},
            },
            "neomodel.sync_.match.NodeSet": {
                "methods": {"socket": "get get_or_none first first_or_none all __len__ __bool__ __getitem__"},
                "returns": {
                    "filter": "neomodel.sync_.match.NodeSet",
                    "exclude": "neomodel.sync_.match.NodeSet",
                    "order_by": "neomodel.sync_.match.NodeSet",
                },
                "iter": {"effect": "socket"},
            },
            "neomodel.AsyncStructuredNode": {
                "async": True,
                "coroutines": "save delete refresh",
            },
        },
    },
    {
        "name": "influxdb-client",
        "roots": ("influxdb_client",),
        "source": "https://influxdb-client.readthedocs.io/en/stable/api.html",
        "instead": "use `influxdb_client.client.influxdb_client_async.InfluxDBClientAsync`",
        "classes": {
            "influxdb_client.InfluxDBClient": {
                "methods": {"socket": "ping ready health version build"},
                "returns": {
                    "query_api": "influxdb_client.QueryApi",
                    "delete_api": "influxdb_client.DeleteApi",
                    "from_config_file": "influxdb_client.InfluxDBClient",
                },
            },
            "influxdb_client.QueryApi": {
                "methods": {
                    "socket": """query query_csv query_raw query_stream query_data_frame
                        query_data_frame_stream""",
                },
            },
            "influxdb_client.DeleteApi": {"methods": {"socket": "delete"}},
            "influxdb_client.client.influxdb_client_async.InfluxDBClientAsync": {
                "async": True,
                "coroutines": "ping close build version",
            },
        },
        "aliases": {"influxdb_client.client.influxdb_client.InfluxDBClient": "influxdb_client.InfluxDBClient"},
    },
    {
        "name": "chromadb",
        "roots": ("chromadb",),
        "source": "https://docs.trychroma.com/reference/python/client",
        "instead": "use `await chromadb.AsyncHttpClient(...)`",
        "calls": {"sdk": "chromadb.HttpClient chromadb.PersistentClient chromadb.CloudClient"},
        "returns": {
            "chromadb.Client": "chromadb.api.ClientAPI",
            "chromadb.EphemeralClient": "chromadb.api.ClientAPI",
            "chromadb.HttpClient": "chromadb.api.ClientAPI",
            "chromadb.PersistentClient": "chromadb.api.ClientAPI",
            "chromadb.CloudClient": "chromadb.api.ClientAPI",
        },
        "coroutines": "chromadb.AsyncHttpClient",
        "classes": {
            "chromadb.api.ClientAPI": {
                "methods": {
                    "sdk": """create_collection get_collection get_or_create_collection delete_collection
                        list_collections count_collections heartbeat reset""",
                },
                "returns": {
                    "create_collection": "chromadb.Collection",
                    "get_collection": "chromadb.Collection",
                    "get_or_create_collection": "chromadb.Collection",
                },
            },
            "chromadb.Collection": {
                "methods": {"sdk": "add get peek query update upsert delete count modify"},
            },
        },
        "aliases": {
            "chromadb.api.models.Collection.Collection": "chromadb.Collection",
            "chromadb.ClientAPI": "chromadb.api.ClientAPI",
        },
    },
    {
        "name": "qdrant-client",
        "roots": ("qdrant_client",),
        "source": "https://python-client.qdrant.tech/",
        "instead": "use `qdrant_client.AsyncQdrantClient`",
        "older": """qdrant_client.QdrantClient.search qdrant_client.QdrantClient.search_batch
            qdrant_client.QdrantClient.query qdrant_client.QdrantClient.query_batch
            qdrant_client.QdrantClient.recommend qdrant_client.QdrantClient.add""",
        "classes": {
            "qdrant_client.QdrantClient": {
                "methods": {
                    "sdk": """search search_batch query query_batch query_points query_batch_points
                        query_points_groups recommend scroll count retrieve upsert upload_points upload_collection
                        add delete set_payload overwrite_payload delete_payload clear_payload update_vectors
                        delete_vectors create_collection recreate_collection delete_collection get_collection
                        get_collections collection_exists update_collection create_payload_index
                        delete_payload_index create_snapshot list_snapshots batch_update_points facet""",
                },
            },
            "qdrant_client.AsyncQdrantClient": {
                "async": True,
                "coroutines": """query_points query_batch_points query_points_groups scroll count retrieve upsert
                    delete set_payload overwrite_payload delete_payload clear_payload update_vectors delete_vectors
                    create_collection recreate_collection delete_collection get_collection get_collections
                    collection_exists update_collection create_payload_index delete_payload_index create_snapshot
                    list_snapshots batch_update_points close""",
            },
        },
        "aliases": {
            "qdrant_client.qdrant_client.QdrantClient": "qdrant_client.QdrantClient",
            "qdrant_client.async_qdrant_client.AsyncQdrantClient": "qdrant_client.AsyncQdrantClient",
        },
    },
    {
        "name": "pinecone",
        "roots": ("pinecone",),
        "source": "https://sdk.pinecone.io/python/",
        "instead": "use `pinecone.PineconeAsyncio`",
        "classes": {
            "pinecone.Pinecone": {
                "methods": {
                    "sdk": """create_index create_index_for_model delete_index describe_index list_indexes has_index
                        configure_index create_collection delete_collection list_collections inference.embed
                        inference.rerank""",
                },
                "returns": {"Index": "pinecone.Index"},
            },
            "pinecone.Index": {
                "methods": {
                    "sdk": """upsert upsert_records upsert_from_dataframe query query_namespaces search
                        search_records fetch update delete list list_paginated describe_index_stats""",
                },
            },
            "pinecone.PineconeAsyncio": {
                "async": True,
                "coroutines": "create_index delete_index describe_index list_indexes has_index close",
            },
        },
    },
    {
        "name": "weaviate-client",
        "roots": ("weaviate",),
        "source": "https://weaviate-python-client.readthedocs.io/en/stable/",
        "instead": "use `weaviate.WeaviateAsyncClient`",
        "calls": {"sdk": "weaviate.connect_to_local weaviate.connect_to_weaviate_cloud weaviate.connect_to_custom"},
        "returns": {
            "weaviate.connect_to_local": "weaviate.WeaviateClient",
            "weaviate.connect_to_weaviate_cloud": "weaviate.WeaviateClient",
            "weaviate.connect_to_custom": "weaviate.WeaviateClient",
            "weaviate.use_async_with_local": "weaviate.WeaviateAsyncClient",
            "weaviate.use_async_with_weaviate_cloud": "weaviate.WeaviateAsyncClient",
        },
        "classes": {
            "weaviate.WeaviateClient": {
                "methods": {
                    "sdk": """connect is_ready is_live get_meta collections.create collections.delete
                        collections.delete_all collections.exists collections.list_all
                        collections.create_from_dict graphql_raw_query""",
                },
                "returns": {
                    "collections.get": "weaviate.collections.Collection",
                    "collections.use": "weaviate.collections.Collection",
                    "collections.create": "weaviate.collections.Collection",
                },
            },
            "weaviate.collections.Collection": {
                "methods": {
                    "sdk": """exists data.insert data.insert_many data.update data.replace data.delete_by_id
                        data.delete_many data.exists query.near_text query.near_vector query.near_object query.bm25
                        query.hybrid query.fetch_objects query.fetch_object_by_id generate.near_text
                        generate.near_vector generate.bm25 generate.hybrid aggregate.over_all config.get
                        config.update tenants.create tenants.get""",
                },
            },
            "weaviate.WeaviateAsyncClient": {
                "async": True,
                "coroutines": """connect close is_ready is_live get_meta collections.create
                    collections.delete collections.exists""",
            },
        },
    },
    {
        "name": "pymilvus",
        "roots": ("pymilvus",),
        "source": "https://milvus.io/api-reference/pymilvus/v2.5.x/About.md",
        "instead": "use `pymilvus.AsyncMilvusClient`",
        "calls": {
            "sdk": "pymilvus.connections.connect pymilvus.utility.has_collection pymilvus.utility.list_collections"
        },
        "classes": {
            "pymilvus.MilvusClient": {
                "methods": {
                    "sdk": """search query get insert upsert delete hybrid_search create_collection drop_collection
                        has_collection describe_collection list_collections load_collection release_collection
                        create_index drop_index flush get_collection_stats create_partition""",
                },
            },
            "pymilvus.Collection": {
                "methods": {
                    "sdk": """search query insert upsert delete hybrid_search load release flush
                        create_index drop drop_index""",
                },
            },
            "pymilvus.AsyncMilvusClient": {
                "async": True,
                "coroutines": """search query get insert upsert delete hybrid_search create_collection
                    drop_collection close""",
            },
        },
        "aliases": {"pymilvus.milvus_client.MilvusClient": "pymilvus.MilvusClient"},
    },
    {
        "name": "faiss-cpu",
        "roots": ("faiss",),
        "source": "https://github.com/facebookresearch/faiss/wiki",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"file": "faiss.read_index faiss.write_index", "cpu": "faiss.normalize_L2"},
        "returns": {"faiss.read_index": "faiss.Index"},
        "classes": {
            "faiss.Index": {"methods": {"cpu": "add add_with_ids train search range_search"}},
            "faiss.IndexFlatL2": {"bases": ("faiss.Index",)},
            "faiss.IndexFlatIP": {"bases": ("faiss.Index",)},
            "faiss.IndexIVFFlat": {"bases": ("faiss.Index",)},
            "faiss.IndexHNSWFlat": {"bases": ("faiss.Index",)},
            "faiss.IndexIDMap": {"bases": ("faiss.Index",)},
        },
    },
    {
        "name": "etcd3",
        "roots": ("etcd3",),
        "source": "https://python-etcd3.readthedocs.io/en/latest/usage.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"etcd3.client": "etcd3.Etcd3Client"},
        "classes": {
            "etcd3.Etcd3Client": {
                "methods": {"socket": "get get_all get_prefix put delete delete_prefix transaction lease status"},
            },
        },
    },
    {
        "name": "kazoo",
        "roots": ("kazoo",),
        "source": "https://kazoo.readthedocs.io/en/latest/api/client.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "kazoo.client.KazooClient": {
                "methods": {
                    "socket": "start stop restart get set create delete exists get_children ensure_path sync",
                },
            },
        },
    },
)
