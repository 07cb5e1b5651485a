"""Query engines, warehouses and smaller SQL databases, beside those in `databases`. Literal tables only."""

LIBRARIES = (
    {
        "name": "trino",
        "roots": ("trino",),
        "source": "https://github.com/trinodb/trino-python-client",
        "older": "trino.connection.Connection",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"trino.dbapi.connect": "trino.dbapi.Connection"},
        "classes": {
            "trino.dbapi.Connection": {
                "methods": {"socket": "commit rollback start_transaction"},
                "returns": {"cursor": "trino.dbapi.Cursor"},
            },
            "trino.dbapi.Cursor": {
                "methods": {
                    "socket": "execute executemany fetchone fetchmany fetchall describe cancel",
                },
                "returns": {"execute": "trino.dbapi.Cursor"},
                "iter": {"effect": "socket"},
            },
        },
        "aliases": {"trino.connection.Connection": "trino.dbapi.Connection"},
    },
    {
        "name": "presto-python-client",
        "roots": ("prestodb",),
        "source": "https://github.com/prestodb/presto-python-client",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"prestodb.dbapi.connect": "prestodb.dbapi.Connection"},
        "classes": {
            "prestodb.dbapi.Connection": {
                "methods": {"socket": "commit rollback start_transaction"},
                "returns": {"cursor": "prestodb.dbapi.Cursor"},
            },
            "prestodb.dbapi.Cursor": {
                "methods": {"socket": "execute fetchone fetchmany fetchall cancel"},
            },
        },
    },
    {
        "name": "PyHive",
        "roots": ("pyhive",),
        "source": "https://github.com/dropbox/PyHive",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "pyhive.hive.connect pyhive.hive.Connection"},
        "returns": {"pyhive.hive.connect": "pyhive.hive.Connection"},
        "classes": {
            "pyhive.hive.Connection": {
                "returns": {"cursor": "pyhive.hive.Cursor"},
            },
            "pyhive.hive.Cursor": {
                "methods": {
                    "socket": "execute executemany fetchone fetchmany fetchall poll cancel fetch_logs",
                },
                "iter": {"effect": "socket"},
            },
        },
    },
    {
        "name": "databricks-sql-connector",
        "roots": ("databricks.sql",),
        "source": "https://docs.databricks.com/en/dev-tools/python-sql-connector.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "databricks.sql.connect"},
        "returns": {"databricks.sql.connect": "databricks.sql.client.Connection"},
        "classes": {
            "databricks.sql.client.Connection": {
                "methods": {"socket": "commit rollback"},
                "returns": {"cursor": "databricks.sql.client.Cursor"},
            },
            "databricks.sql.client.Cursor": {
                "methods": {
                    "socket": """execute executemany fetchone fetchmany fetchall fetchall_arrow fetchmany_arrow catalogs
                        schemas tables columns execute_async get_async_execution_result""",
                },
                "returns": {"execute": "databricks.sql.client.Cursor"},
                "iter": {"effect": "socket"},
            },
        },
    },
    {
        "name": "redshift-connector",
        "roots": ("redshift_connector",),
        "source": "https://github.com/aws/amazon-redshift-python-driver",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "redshift_connector.connect"},
        "returns": {"redshift_connector.connect": "redshift_connector.Connection"},
        "classes": {
            "redshift_connector.Connection": {
                "methods": {"socket": "commit rollback run"},
                "returns": {"cursor": "redshift_connector.Cursor"},
            },
            "redshift_connector.Cursor": {
                "methods": {
                    "socket": """execute executemany fetchone fetchmany fetchall fetch_dataframe write_dataframe
                        fetch_numpy_array callproc""",
                },
                "returns": {"execute": "redshift_connector.Cursor"},
            },
        },
        "aliases": {
            "redshift_connector.core.Connection": "redshift_connector.Connection",
            "redshift_connector.cursor.Cursor": "redshift_connector.Cursor",
        },
    },
    {
        "name": "vertica-python",
        "roots": ("vertica_python",),
        "source": "https://github.com/vertica/vertica-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "vertica_python.connect"},
        "returns": {"vertica_python.connect": "vertica_python.vertica.connection.Connection"},
        "classes": {
            "vertica_python.vertica.connection.Connection": {
                "methods": {"socket": "commit rollback reset_connection"},
                "returns": {"cursor": "vertica_python.vertica.cursor.Cursor"},
            },
            "vertica_python.vertica.cursor.Cursor": {
                "methods": {"socket": "execute executemany fetchone fetchmany fetchall copy"},
                "returns": {"iterate": "vertica_python.vertica.cursor.Cursor.iterate()"},
            },
            "vertica_python.vertica.cursor.Cursor.iterate()": {
                "iter": {"effect": "socket"},
            },
        },
    },
    {
        "name": "hdbcli",
        "roots": ("hdbcli",),
        "source": "https://help.sap.com/docs/SAP_HANA_CLIENT",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "hdbcli.dbapi.connect"},
        "returns": {"hdbcli.dbapi.connect": "hdbcli.dbapi.Connection"},
        "classes": {
            "hdbcli.dbapi.Connection": {
                "methods": {"socket": "commit rollback"},
                "returns": {"cursor": "hdbcli.dbapi.Cursor"},
            },
            "hdbcli.dbapi.Cursor": {
                "methods": {"socket": "execute executemany fetchone fetchmany fetchall callproc"},
            },
        },
    },
    {
        "name": "ibm-db",
        "roots": (
            "ibm_db",
            "ibm_db_dbi",
        ),
        "source": "https://github.com/ibmdb/python-ibmdb",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "socket": """ibm_db.connect ibm_db.pconnect ibm_db.exec_immediate ibm_db.execute ibm_db.prepare
                ibm_db.fetch_assoc ibm_db.fetch_tuple ibm_db.fetch_both ibm_db.fetch_row ibm_db.commit
                ibm_db.rollback ibm_db_dbi.connect""",
        },
        "returns": {"ibm_db_dbi.connect": "ibm_db_dbi.Connection"},
        "classes": {
            "ibm_db_dbi.Connection": {
                "methods": {"socket": "commit rollback"},
                "returns": {"cursor": "ibm_db_dbi.Cursor"},
            },
            "ibm_db_dbi.Cursor": {
                "methods": {"socket": "execute executemany fetchone fetchmany fetchall"},
            },
        },
    },
    {
        "name": "firebirdsql",
        "roots": ("firebirdsql",),
        "source": "https://github.com/nakagami/pyfirebirdsql",
        "instead": "use `firebirdsql.aio`",
        "calls": {"socket": "firebirdsql.connect firebirdsql.create_database"},
        "returns": {"firebirdsql.connect": "firebirdsql.Connection"},
        "classes": {
            "firebirdsql.Connection": {
                "methods": {"socket": "commit rollback begin"},
                "returns": {"cursor": "firebirdsql.fbcore.Cursor"},
            },
            "firebirdsql.fbcore.Cursor": {
                "methods": {
                    "socket": "execute executemany fetchone fetchmany fetchall fetchonemap fetchallmap callproc",
                },
            },
        },
        "aliases": {"firebirdsql.fbcore.Connection": "firebirdsql.Connection"},
    },
    {
        "name": "apsw",
        "roots": ("apsw",),
        "source": "https://rogerbinns.github.io/apsw/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "apsw.Connection"},
        "unless": {"apsw.Connection": "0=':memory:'"},
        "classes": {
            "apsw.Connection": {
                "methods": {"file": "execute executemany"},
                "returns": {"cursor": "apsw.Cursor"},
            },
            "apsw.Cursor": {
                "methods": {"file": "execute executemany fetchone fetchall"},
            },
        },
    },
    {
        "name": "sqlite-utils",
        "roots": ("sqlite_utils",),
        "source": "https://sqlite-utils.datasette.io/en/stable/python-api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "sqlite_utils.Database"},
        "unless": {"sqlite_utils.Database": "memory=True"},
        "classes": {
            "sqlite_utils.Database": {
                "methods": {
                    "file": "query execute executescript table_names vacuum create_table attach",
                },
                "returns": {
                    "__getitem__": "sqlite_utils.db.Table",
                    "table": "sqlite_utils.db.Table",
                },
            },
            "sqlite_utils.db.Table": {
                "methods": {
                    "file": """insert insert_all upsert upsert_all update delete delete_where get create drop enable_fts
                        count_where""",
                },
                "returns": {
                    "search": "sqlite_utils.db.Table.rows_where()",
                    "rows_where": "sqlite_utils.db.Table.rows_where()",
                },
            },
            "sqlite_utils.db.Table.rows_where()": {
                "iter": {"effect": "file"},
            },
        },
        "aliases": {"sqlite_utils.db.Database": "sqlite_utils.Database"},
    },
    {
        "name": "dataset",
        "roots": ("dataset",),
        "source": "https://dataset.readthedocs.io/en/latest/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "dataset.connect"},
        "returns": {"dataset.connect": "dataset.database.Database"},
        "classes": {
            "dataset.database.Database": {
                "methods": {"socket": "query begin commit rollback create_table load_table"},
                "returns": {
                    "__getitem__": "dataset.table.Table",
                    "get_table": "dataset.table.Table",
                    "create_table": "dataset.table.Table",
                    "load_table": "dataset.table.Table",
                },
            },
            "dataset.table.Table": {
                "methods": {
                    "socket": """insert insert_ignore insert_many update update_many upsert upsert_many delete find_one
                        count create_index drop""",
                },
                "returns": {
                    "find": "dataset.table.Table.find()",
                    "all": "dataset.table.Table.find()",
                },
                "iter": {"effect": "socket"},
            },
            "dataset.table.Table.find()": {
                "iter": {"effect": "socket"},
            },
        },
    },
)
