"""Stores of vectors beside those in `stores`, and what LangChain puts before them. Literal tables only."""

LIBRARIES = (
    {
        "name": "langchain-community",
        "roots": ("langchain_community.vectorstores",),
        "source": "https://python.langchain.com/api_reference/community/vectorstores.html",
        "older": """langchain.vectorstores.FAISS langchain.vectorstores.Chroma
            langchain_community.vectorstores.Milvus langchain_community.vectorstores.Pinecone
            langchain_community.vectorstores.Qdrant langchain_community.vectorstores.Weaviate""",
        "instead": "await `store.asimilarity_search(...)`, `store.aadd_documents(...)` and the like",
        "classes": {
            "langchain_community.vectorstores.FAISS": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
                "methods": {"file": "load_local save_local"},
                "returns": {"load_local": "langchain_community.vectorstores.FAISS"},
            },
            "langchain_community.vectorstores.Chroma": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
            },
            "langchain_community.vectorstores.PGVector": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
            },
            "langchain_community.vectorstores.Pinecone": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
            },
            "langchain_community.vectorstores.Qdrant": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
            },
            "langchain_community.vectorstores.Weaviate": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
            },
            "langchain_community.vectorstores.Milvus": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
            },
            "langchain_community.vectorstores.Redis": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
            },
            "langchain_community.vectorstores.ElasticsearchStore": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
            },
            "langchain_community.vectorstores.OpenSearchVectorSearch": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
            },
        },
        "aliases": {
            "langchain_community.vectorstores.faiss.FAISS": "langchain_community.vectorstores.FAISS",
            "langchain_community.vectorstores.chroma.Chroma": "langchain_community.vectorstores.Chroma",
            "langchain_community.vectorstores.pgvector.PGVector": "langchain_community.vectorstores.PGVector",
            "langchain.vectorstores.FAISS": "langchain_community.vectorstores.FAISS",
            "langchain.vectorstores.Chroma": "langchain_community.vectorstores.Chroma",
        },
    },
    {
        "name": "langchain-chroma",
        "roots": ("langchain_chroma",),
        "source": "https://python.langchain.com/api_reference/chroma/vectorstores/langchain_chroma.vectorstores.Chroma.html",
        "instead": "await `store.asimilarity_search(...)`, `store.aadd_documents(...)` and the like",
        "classes": {
            "langchain_chroma.Chroma": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
                "methods": {
                    "sdk": "get update_document update_documents delete_collection reset_collection",
                },
            },
        },
        "aliases": {"langchain_chroma.vectorstores.Chroma": "langchain_chroma.Chroma"},
    },
    {
        "name": "langchain-pinecone",
        "roots": ("langchain_pinecone",),
        "source": "https://python.langchain.com/api_reference/pinecone/index.html",
        "instead": "await `store.asimilarity_search(...)`, `store.aadd_documents(...)` and the like",
        "classes": {
            "langchain_pinecone.PineconeVectorStore": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
                "returns": {"from_existing_index": "langchain_pinecone.PineconeVectorStore"},
            },
            "langchain_pinecone.PineconeEmbeddings": {
                "bases": ("langchain_core.embeddings.Embeddings",),
            },
        },
        "aliases": {
            "langchain_pinecone.vectorstores.PineconeVectorStore": "langchain_pinecone.PineconeVectorStore",
        },
    },
    {
        "name": "langchain-postgres",
        "roots": ("langchain_postgres",),
        "source": "https://github.com/langchain-ai/langchain-postgres",
        "instead": "await `store.asimilarity_search(...)`, `store.aadd_documents(...)` and the like",
        "classes": {
            "langchain_postgres.PGVector": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
                "methods": {
                    "sdk": "create_collection delete_collection create_tables_if_not_exists drop_tables",
                },
                "coroutines": "acreate_collection adelete_collection",
            },
            "langchain_postgres.PGVectorStore": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
                "methods": {"sdk": "create_sync"},
                "coroutines": "create",
                "returns": {
                    "create": "langchain_postgres.PGVectorStore",
                    "create_sync": "langchain_postgres.PGVectorStore",
                },
            },
        },
        "aliases": {"langchain_postgres.vectorstores.PGVector": "langchain_postgres.PGVector"},
    },
    {
        "name": "langchain-qdrant",
        "roots": ("langchain_qdrant",),
        "source": "https://python.langchain.com/api_reference/qdrant/index.html",
        "instead": "await `store.asimilarity_search(...)`, `store.aadd_documents(...)` and the like",
        "classes": {
            "langchain_qdrant.QdrantVectorStore": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
                "methods": {"sdk": "from_existing_collection"},
                "returns": {"from_existing_collection": "langchain_qdrant.QdrantVectorStore"},
            },
            "langchain_qdrant.Qdrant": {
                "bases": ("langchain_core.vectorstores.VectorStore",),
            },
        },
        "aliases": {
            "langchain_qdrant.qdrant.QdrantVectorStore": "langchain_qdrant.QdrantVectorStore",
        },
    },
    {
        "name": "lancedb",
        "roots": ("lancedb",),
        "source": "https://lancedb.github.io/lancedb/python/python/",
        "older": "lancedb.AsyncTable",
        "instead": "use `lancedb.connect_async`",
        "calls": {"file": "lancedb.connect"},
        "returns": {
            "lancedb.connect": "lancedb.DBConnection",
            "lancedb.connect_async": "lancedb.AsyncConnection",
        },
        "coroutines": "lancedb.connect_async",
        "classes": {
            "lancedb.DBConnection": {
                "methods": {
                    "file": "create_table open_table drop_table table_names drop_all_tables",
                },
                "returns": {
                    "create_table": "lancedb.table.Table",
                    "open_table": "lancedb.table.Table",
                },
            },
            "lancedb.table.Table": {
                "methods": {
                    "file": """add delete update count_rows create_index create_fts_index to_pandas to_arrow optimize""",
                },
                "returns": {"search": "lancedb.query.LanceQueryBuilder"},
            },
            "lancedb.query.LanceQueryBuilder": {
                "methods": {"file": "to_list to_pandas to_arrow to_pydantic to_polars"},
                "returns": {
                    "limit": "lancedb.query.LanceQueryBuilder",
                    "where": "lancedb.query.LanceQueryBuilder",
                    "select": "lancedb.query.LanceQueryBuilder",
                },
            },
            "lancedb.AsyncConnection": {
                "async": True,
                "coroutines": "create_table open_table drop_table table_names",
                "returns": {
                    "open_table": "lancedb.AsyncTable",
                    "create_table": "lancedb.AsyncTable",
                },
            },
            "lancedb.AsyncTable": {
                "async": True,
                "coroutines": "add delete update count_rows create_index",
            },
        },
        "aliases": {
            "lancedb.db.DBConnection": "lancedb.DBConnection",
            "lancedb.table.AsyncTable": "lancedb.AsyncTable",
        },
    },
    {
        "name": "turbopuffer",
        "roots": ("turbopuffer",),
        "source": "https://turbopuffer.com/docs",
        "instead": "use `turbopuffer.AsyncTurbopuffer`",
        "classes": {
            "turbopuffer.Turbopuffer": {
                "methods": {"sdk": "namespaces"},
                "returns": {"namespace": "turbopuffer.lib.namespace.Namespace"},
            },
            "turbopuffer.lib.namespace.Namespace": {
                "methods": {
                    "sdk": "query write delete_all metadata schema multi_query recall exists",
                },
            },
            "turbopuffer.AsyncTurbopuffer": {
                "returns": {"namespace": "turbopuffer.lib.namespace.AsyncNamespace"},
            },
            "turbopuffer.lib.namespace.AsyncNamespace": {
                "async": True,
                "coroutines": "query write delete_all metadata schema multi_query recall exists",
            },
        },
    },
    {
        "name": "upstash-vector",
        "roots": ("upstash_vector",),
        "source": "https://upstash.com/docs/vector/sdks/py/gettingstarted",
        "instead": "use `upstash_vector.AsyncIndex`",
        "classes": {
            "upstash_vector.Index": {
                "methods": {"http": "upsert query query_many fetch delete info range reset update"},
            },
            "upstash_vector.AsyncIndex": {
                "async": True,
                "coroutines": "upsert query query_many fetch delete info range reset update",
            },
        },
    },
    {
        "name": "pyvespa",
        "roots": ("vespa",),
        "source": "https://vespa-engine.github.io/pyvespa/",
        "instead": "use `app.asyncio()`",
        "classes": {
            "vespa.application.Vespa": {
                "methods": {
                    "http": """query feed_data_point feed_iterable delete_data get_data update_data predict
                        get_application_status query_many delete_all_docs wait_for_application_up""",
                },
                "coroutines": "query_many_async",
                "returns": {
                    "asyncio": "vespa.application.VespaAsync",
                    "syncio": "vespa.application.VespaSync",
                },
            },
            "vespa.application.VespaSync": {
                "methods": {"http": "query feed_data_point delete_data get_data update_data"},
            },
            "vespa.application.VespaAsync": {
                "async": True,
                "coroutines": "query feed_data_point delete_data get_data update_data",
            },
        },
    },
)
