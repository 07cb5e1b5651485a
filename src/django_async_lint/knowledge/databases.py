"""SQL databases: drivers and mappers. Literal tables only.

`fetch*` is listed only where rows really come over the wire then: the default cursors of psycopg2 and of the
MySQL drivers hold the whole result once `execute` has returned.
"""

LIBRARIES = (
    {
        "name": "psycopg2-binary",
        "roots": ("psycopg2",),
        "source": "https://www.psycopg.org/docs/module.html",
        "instead": "use `psycopg.AsyncConnection`",
        "calls": {
            "socket": """psycopg2.connect psycopg2.extras.execute_values psycopg2.extras.execute_batch
                psycopg2.extras.wait_select psycopg2.extras.register_hstore""",
        },
        "returns": {"psycopg2.connect": "psycopg2.extensions.connection"},
        "classes": {
            "psycopg2.extensions.connection": {
                "methods": {"socket": "commit rollback cancel reset poll set_session lobject"},
                "returns": {"cursor": "psycopg2.extensions.cursor"},
            },
            "psycopg2.extensions.cursor": {
                "methods": {"socket": "execute executemany callproc copy_from copy_to copy_expert"},
            },
            "psycopg2.extras.RealDictCursor": {"bases": ("psycopg2.extensions.cursor",)},
            "psycopg2.extras.DictCursor": {"bases": ("psycopg2.extensions.cursor",)},
            "psycopg2.pool.SimpleConnectionPool": {
                "methods": {"socket": "getconn"},
                "returns": {"getconn": "psycopg2.extensions.connection"},
            },
            "psycopg2.pool.ThreadedConnectionPool": {
                "methods": {"socket": "getconn"},
                "returns": {"getconn": "psycopg2.extensions.connection"},
            },
        },
    },
    {
        "name": "psycopg",
        "roots": ("psycopg",),
        "source": "https://www.psycopg.org/psycopg3/docs/api/index.html",
        "instead": "use `psycopg.AsyncConnection`",
        "calls": {"socket": "psycopg.connect psycopg.Connection.connect"},
        "pure": """psycopg.sql.SQL psycopg.sql.Identifier psycopg.sql.Literal psycopg.sql.Placeholder
            psycopg.sql.Composed psycopg.sql.quote""",
        "returns": {
            "psycopg.connect": "psycopg.Connection",
            "psycopg.Connection.connect": "psycopg.Connection",
        },
        "classes": {
            "psycopg.Connection": {
                "methods": {"socket": "execute commit rollback wait tpc_begin tpc_commit tpc_prepare"},
                "returns": {
                    "execute": "psycopg.Cursor",
                    "cursor": "psycopg.Cursor",
                    "transaction": "psycopg.Transaction",
                    "notifies": "psycopg.Connection.notifies()",
                },
            },
            "psycopg.Transaction": {"enter_effect": "socket"},
            "psycopg.sql.Composable": {"pure": "as_string as_bytes"},
            "psycopg.sql.SQL": {
                "bases": ("psycopg.sql.Composable",),
                "pure": "format join",
                "returns": {"format": "psycopg.sql.Composed", "join": "psycopg.sql.Composed"},
            },
            "psycopg.sql.Identifier": {"bases": ("psycopg.sql.Composable",)},
            "psycopg.sql.Literal": {"bases": ("psycopg.sql.Composable",)},
            "psycopg.sql.Placeholder": {"bases": ("psycopg.sql.Composable",)},
            "psycopg.sql.Composed": {"bases": ("psycopg.sql.Composable",)},
            "psycopg.Connection.notifies()": {"iter": {"effect": "socket"}},
            "psycopg.Cursor": {
                "methods": {"socket": "execute executemany copy"},
                "returns": {"execute": "psycopg.Cursor", "stream": "psycopg.Cursor.stream()"},
            },
            "psycopg.Cursor.stream()": {"iter": {"effect": "socket"}},
            "psycopg.ServerCursor": {
                "methods": {"socket": "execute executemany fetchone fetchmany fetchall scroll close"},
                "iter": {"effect": "socket"},
            },
            "psycopg.AsyncConnection": {
                "async": True,
                "coroutines": "connect execute commit rollback close set_autocommit",
                "pure": "cursor transaction pipeline notifies info closed broken add_notify_handler",
                "returns": {
                    "connect": "psycopg.AsyncConnection",
                    "execute": "psycopg.AsyncCursor",
                    "cursor": "psycopg.AsyncCursor",
                },
            },
            "psycopg.AsyncCursor": {
                "async": True,
                "coroutines": "execute executemany fetchone fetchmany fetchall close",
                "returns": {"execute": "psycopg.AsyncCursor"},
            },
        },
        "aliases": {
            "psycopg.connection.Connection": "psycopg.Connection",
            "psycopg.cursor.Cursor": "psycopg.Cursor",
        },
    },
    {
        "name": "psycopg-pool",
        "roots": ("psycopg_pool",),
        "source": "https://www.psycopg.org/psycopg3/docs/api/pool.html",
        "instead": "use `psycopg_pool.AsyncConnectionPool`",
        "classes": {
            "psycopg_pool.ConnectionPool": {
                "methods": {"socket": "connection getconn wait check close"},
                "returns": {
                    "getconn": "psycopg.Connection",
                    "connection": "psycopg_pool.ConnectionPool.connection()",
                },
            },
            "psycopg_pool.ConnectionPool.connection()": {"enter": "psycopg.Connection"},
            "psycopg_pool.AsyncConnectionPool": {
                "async": True,
                "coroutines": "open close wait check getconn putconn",
                "returns": {
                    "getconn": "psycopg.AsyncConnection",
                    "connection": "psycopg_pool.AsyncConnectionPool.connection()",
                },
            },
            "psycopg_pool.AsyncConnectionPool.connection()": {"async": True, "enter": "psycopg.AsyncConnection"},
        },
    },
    {
        "name": "mysqlclient",
        "roots": ("MySQLdb",),
        "source": "https://mysqlclient.readthedocs.io/user_guide.html",
        "instead": "use `aiomysql`, or run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "MySQLdb.connect MySQLdb.Connection MySQLdb.Connect"},
        "returns": {
            "MySQLdb.connect": "MySQLdb.connections.Connection",
            "MySQLdb.Connection": "MySQLdb.connections.Connection",
            "MySQLdb.Connect": "MySQLdb.connections.Connection",
        },
        "classes": {
            "MySQLdb.connections.Connection": {
                "methods": {"socket": "query commit rollback ping select_db autocommit begin"},
                "returns": {"cursor": "MySQLdb.cursors.Cursor"},
            },
            "MySQLdb.cursors.Cursor": {"methods": {"socket": "execute executemany callproc"}},
            "MySQLdb.cursors.DictCursor": {"bases": ("MySQLdb.cursors.Cursor",)},
            "MySQLdb.cursors.SSCursor": {
                "bases": ("MySQLdb.cursors.Cursor",),
                "methods": {"socket": "fetchone fetchmany fetchall"},
                "iter": {"effect": "socket"},
            },
        },
    },
    {
        "name": "PyMySQL",
        "roots": ("pymysql",),
        "source": "https://pymysql.readthedocs.io/en/latest/modules/index.html",
        "instead": "use `aiomysql`, or run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "pymysql.connect pymysql.connections.Connection"},
        "returns": {"pymysql.connect": "pymysql.connections.Connection"},
        "classes": {
            "pymysql.connections.Connection": {
                "methods": {"socket": "query commit rollback ping select_db autocommit begin connect"},
                "returns": {"cursor": "pymysql.cursors.Cursor"},
            },
            "pymysql.cursors.Cursor": {"methods": {"socket": "execute executemany callproc"}},
            "pymysql.cursors.DictCursor": {"bases": ("pymysql.cursors.Cursor",)},
            "pymysql.cursors.SSCursor": {
                "bases": ("pymysql.cursors.Cursor",),
                "methods": {"socket": "fetchone fetchmany fetchall"},
                "iter": {"effect": "socket"},
            },
        },
        "aliases": {"pymysql.Connection": "pymysql.connections.Connection"},
    },
    {
        "name": "mysql-connector-python",
        "roots": ("mysql.connector",),
        "source": "https://dev.mysql.com/doc/connector-python/en/connector-python-reference.html",
        "instead": "use `mysql.connector.aio`",
        "calls": {"socket": "mysql.connector.connect mysql.connector.connection.MySQLConnection"},
        "returns": {"mysql.connector.connect": "mysql.connector.connection.MySQLConnection"},
        "coroutines": "mysql.connector.aio.connect",
        "classes": {
            "mysql.connector.connection.MySQLConnection": {
                "methods": {"socket": "connect reconnect ping commit rollback start_transaction cmd_query"},
                "returns": {"cursor": "mysql.connector.cursor.MySQLCursor"},
            },
            "mysql.connector.cursor.MySQLCursor": {
                "methods": {"socket": "execute executemany callproc fetchone fetchmany fetchall nextset"},
                "iter": {"effect": "socket"},
            },
        },
        "aliases": {"mysql.connector.MySQLConnection": "mysql.connector.connection.MySQLConnection"},
    },
    {
        "name": "oracledb",
        "roots": ("oracledb",),
        "source": "https://python-oracledb.readthedocs.io/en/latest/api_manual/module.html",
        "instead": "use `oracledb.connect_async`",
        "calls": {"socket": "oracledb.connect"},
        "returns": {
            "oracledb.connect": "oracledb.Connection",
            "oracledb.create_pool": "oracledb.ConnectionPool",
            "oracledb.connect_async": "oracledb.AsyncConnection",
        },
        "awaitables": "oracledb.connect_async",
        "classes": {
            "oracledb.Connection": {
                "methods": {"socket": "commit rollback ping begin tpc_begin tpc_commit tpc_prepare"},
                "returns": {"cursor": "oracledb.Cursor"},
            },
            "oracledb.Cursor": {
                "methods": {"socket": "execute executemany callproc callfunc parse fetchone fetchmany fetchall"},
                "returns": {"execute": "oracledb.Cursor"},
                "iter": {"effect": "socket"},
            },
            "oracledb.ConnectionPool": {
                "methods": {"socket": "acquire"},
                "returns": {"acquire": "oracledb.Connection"},
            },
            "oracledb.AsyncConnection": {
                "async": True,
                "coroutines": """commit rollback ping execute executemany fetchone fetchmany fetchall
                    callproc callfunc""",
            },
        },
        "aliases": {
            "oracledb.connection.Connection": "oracledb.Connection",
            "oracledb.connection.connect": "oracledb.connect",
        },
    },
    {
        "name": "pyodbc",
        "roots": ("pyodbc",),
        "source": "https://github.com/mkleehammer/pyodbc/wiki/Module",
        "instead": "use `aioodbc`, or run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "pyodbc.connect pyodbc.dataSources"},
        "returns": {"pyodbc.connect": "pyodbc.Connection"},
        "classes": {
            "pyodbc.Connection": {
                "methods": {"socket": "execute commit rollback"},
                "returns": {"cursor": "pyodbc.Cursor", "execute": "pyodbc.Cursor"},
            },
            "pyodbc.Cursor": {
                "methods": {
                    "socket": """execute executemany fetchone fetchmany fetchall fetchval tables columns
                        commit nextset""",
                },
                "returns": {"execute": "pyodbc.Cursor"},
                "iter": {"effect": "socket"},
            },
        },
    },
    {
        "name": "pymssql",
        "roots": ("pymssql",),
        "source": "https://pymssql.readthedocs.io/en/stable/ref/pymssql.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "pymssql.connect"},
        "returns": {"pymssql.connect": "pymssql.Connection"},
        "classes": {
            "pymssql.Connection": {
                "methods": {"socket": "commit rollback autocommit"},
                "returns": {"cursor": "pymssql.Cursor"},
            },
            "pymssql.Cursor": {
                "methods": {"socket": "execute executemany callproc fetchone fetchmany fetchall nextset"},
                "iter": {"effect": "socket"},
            },
        },
        "aliases": {
            "pymssql._pymssql.Connection": "pymssql.Connection",
            "pymssql._pymssql.Cursor": "pymssql.Cursor",
        },
    },
    {
        "name": "SQLAlchemy",
        "roots": ("sqlalchemy",),
        "source": "https://docs.sqlalchemy.org/en/20/orm/extensions/asyncio.html",
        "instead": "use `sqlalchemy.ext.asyncio`",
        "returns": {
            "sqlalchemy.create_engine": "sqlalchemy.engine.Engine",
            "sqlalchemy.engine_from_config": "sqlalchemy.engine.Engine",
            "sqlalchemy.ext.asyncio.create_async_engine": "sqlalchemy.ext.asyncio.AsyncEngine",
        },
        "classes": {
            "sqlalchemy.engine.Engine": {
                "methods": {"socket": "connect begin raw_connection"},
                "returns": {
                    "connect": "sqlalchemy.engine.Connection",
                    "begin": "sqlalchemy.engine.Engine.begin()",
                },
            },
            "sqlalchemy.engine.Engine.begin()": {"enter": "sqlalchemy.engine.Connection"},
            "sqlalchemy.engine.Connection": {
                "methods": {"socket": "execute scalar scalars exec_driver_sql commit rollback"},
            },
            "sqlalchemy.orm.Session": {
                "methods": {
                    "socket": """execute scalar scalars get get_one commit rollback flush refresh merge
                        bulk_save_objects bulk_insert_mappings bulk_update_mappings""",
                },
                "returns": {"query": "sqlalchemy.orm.Query"},
            },
            "sqlalchemy.orm.scoped_session": {
                "bases": ("sqlalchemy.orm.Session",),
                "returns": {"__call__": "sqlalchemy.orm.Session"},
            },
            "sqlalchemy.orm.sessionmaker": {"returns": {"__call__": "sqlalchemy.orm.Session"}},
            "sqlalchemy.orm.Query": {
                "methods": {"socket": "all first one one_or_none scalar count get delete update"},
                "returns": {
                    "filter": "sqlalchemy.orm.Query",
                    "filter_by": "sqlalchemy.orm.Query",
                    "where": "sqlalchemy.orm.Query",
                    "join": "sqlalchemy.orm.Query",
                    "outerjoin": "sqlalchemy.orm.Query",
                    "options": "sqlalchemy.orm.Query",
                    "order_by": "sqlalchemy.orm.Query",
                    "group_by": "sqlalchemy.orm.Query",
                    "having": "sqlalchemy.orm.Query",
                    "limit": "sqlalchemy.orm.Query",
                    "offset": "sqlalchemy.orm.Query",
                    "distinct": "sqlalchemy.orm.Query",
                    "with_for_update": "sqlalchemy.orm.Query",
                },
                "iter": {"effect": "socket"},
            },
            "sqlalchemy.ext.asyncio.AsyncEngine": {
                "async": True,
                "coroutines": "dispose",
                "awaitables": "connect",
                "returns": {
                    "connect": "sqlalchemy.ext.asyncio.AsyncConnection",
                    "begin": "sqlalchemy.ext.asyncio.AsyncEngine.begin()",
                },
            },
            "sqlalchemy.ext.asyncio.AsyncEngine.begin()": {
                "async": True,
                "enter": "sqlalchemy.ext.asyncio.AsyncConnection",
            },
            "sqlalchemy.ext.asyncio.AsyncConnection": {
                "async": True,
                "coroutines": "execute scalar scalars exec_driver_sql commit rollback run_sync close",
            },
            "sqlalchemy.ext.asyncio.AsyncSession": {
                "async": True,
                "coroutines": """execute scalar scalars get get_one commit rollback flush refresh merge delete close
                    stream stream_scalars run_sync""",
            },
            "sqlalchemy.ext.asyncio.async_sessionmaker": {
                "returns": {"__call__": "sqlalchemy.ext.asyncio.AsyncSession"},
            },
        },
        "aliases": {
            "sqlalchemy.Engine": "sqlalchemy.engine.Engine",
            "sqlalchemy.Connection": "sqlalchemy.engine.Connection",
            "sqlalchemy.engine.base.Engine": "sqlalchemy.engine.Engine",
            "sqlalchemy.engine.base.Connection": "sqlalchemy.engine.Connection",
            "sqlalchemy.engine.create_engine": "sqlalchemy.create_engine",
            "sqlalchemy.orm.session.Session": "sqlalchemy.orm.Session",
            "sqlalchemy.orm.session.sessionmaker": "sqlalchemy.orm.sessionmaker",
            "sqlalchemy.orm.query.Query": "sqlalchemy.orm.Query",
        },
    },
    {
        "name": "peewee",
        "roots": ("peewee",),
        "source": "https://docs.peewee-orm.com/en/latest/peewee/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "peewee.Database": {
                "methods": {
                    "socket": """connect execute execute_sql commit rollback create_tables drop_tables
                        get_tables"""
                },
            },
            "peewee.SqliteDatabase": {"bases": ("peewee.Database",)},
            "peewee.PostgresqlDatabase": {"bases": ("peewee.Database",)},
            "peewee.MySQLDatabase": {"bases": ("peewee.Database",)},
            "peewee.Model": {
                "methods": {
                    "socket": "create get get_or_none get_or_create get_by_id save delete_instance bulk_create"
                },
                "returns": {
                    "create": "peewee.Model",
                    "get": "peewee.Model",
                    "get_or_none": "peewee.Model",
                    "get_by_id": "peewee.Model",
                    "select": "peewee.ModelSelect",
                },
            },
            "peewee.ModelSelect": {
                "methods": {"socket": "get get_or_none first count exists scalar execute"},
                "returns": {
                    "where": "peewee.ModelSelect",
                    "order_by": "peewee.ModelSelect",
                    "limit": "peewee.ModelSelect",
                    "offset": "peewee.ModelSelect",
                    "join": "peewee.ModelSelect",
                    "distinct": "peewee.ModelSelect",
                    "get": "peewee.Model",
                    "first": "peewee.Model",
                },
                "iter": {"effect": "socket"},
                "iterates": "peewee.Model",
            },
        },
    },
    {
        "name": "asyncpg",
        "roots": ("asyncpg",),
        "source": "https://magicstack.github.io/asyncpg/current/api/index.html",
        "instead": "await it",
        "coroutines": "asyncpg.connect",
        "awaitables": "asyncpg.create_pool",
        "returns": {"asyncpg.connect": "asyncpg.Connection", "asyncpg.create_pool": "asyncpg.Pool"},
        "classes": {
            "asyncpg.Connection": {
                "async": True,
                "coroutines": """execute executemany fetch fetchval fetchrow prepare close copy_from_query
                    copy_from_table copy_to_table copy_records_to_table add_listener remove_listener""",
            },
            "asyncpg.Pool": {
                "async": True,
                "coroutines": "execute executemany fetch fetchval fetchrow close release",
                "awaitables": "acquire",
                "returns": {"acquire": "asyncpg.Connection"},
            },
        },
        "aliases": {
            "asyncpg.connection.Connection": "asyncpg.Connection",
            "asyncpg.connection.connect": "asyncpg.connect",
            "asyncpg.pool.Pool": "asyncpg.Pool",
            "asyncpg.pool.create_pool": "asyncpg.create_pool",
        },
    },
    {
        "name": "aiosqlite",
        "roots": ("aiosqlite",),
        "source": "https://aiosqlite.omnilib.dev/en/stable/api.html",
        "instead": "await it",
        "awaitables": "aiosqlite.connect",
        "returns": {"aiosqlite.connect": "aiosqlite.Connection"},
        "classes": {
            "aiosqlite.Connection": {
                "async": True,
                "awaitables": "execute executemany executescript execute_fetchall execute_insert cursor",
                "coroutines": "commit rollback close",
                "returns": {"execute": "aiosqlite.Cursor", "cursor": "aiosqlite.Cursor"},
            },
            "aiosqlite.Cursor": {
                "async": True,
                "coroutines": "execute executemany executescript fetchone fetchmany fetchall close",
            },
        },
        "aliases": {
            "aiosqlite.core.Connection": "aiosqlite.Connection",
            "aiosqlite.cursor.Cursor": "aiosqlite.Cursor",
        },
    },
    {
        "name": "aiomysql",
        "roots": ("aiomysql",),
        "source": "https://aiomysql.readthedocs.io/en/stable/",
        "instead": "await it",
        "awaitables": "aiomysql.connect aiomysql.create_pool",
        "returns": {"aiomysql.connect": "aiomysql.Connection", "aiomysql.create_pool": "aiomysql.Pool"},
        "classes": {
            "aiomysql.Connection": {
                "async": True,
                "coroutines": "commit rollback begin ping ensure_closed",
                "awaitables": "cursor",
                "returns": {"cursor": "aiomysql.Cursor"},
            },
            "aiomysql.Pool": {
                "async": True,
                "awaitables": "acquire",
                "coroutines": "wait_closed",
                "returns": {"acquire": "aiomysql.Connection"},
            },
            "aiomysql.Cursor": {
                "async": True,
                "coroutines": "execute executemany fetchone fetchmany fetchall callproc close",
            },
        },
    },
    {
        "name": "clickhouse-driver",
        "roots": ("clickhouse_driver",),
        "source": "https://clickhouse-driver.readthedocs.io/en/latest/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"clickhouse_driver.connect": "clickhouse_driver.dbapi.connection.Connection"},
        "classes": {
            "clickhouse_driver.Client": {
                "methods": {
                    "socket": "execute execute_iter execute_with_progress query_dataframe insert_dataframe",
                },
                "returns": {"from_url": "clickhouse_driver.Client"},
            },
            "clickhouse_driver.dbapi.connection.Connection": {
                "returns": {"cursor": "clickhouse_driver.dbapi.cursor.Cursor"},
            },
            "clickhouse_driver.dbapi.cursor.Cursor": {"methods": {"socket": "execute executemany"}},
        },
        "aliases": {"clickhouse_driver.client.Client": "clickhouse_driver.Client"},
    },
    {
        "name": "clickhouse-connect",
        "roots": ("clickhouse_connect",),
        "source": "https://clickhouse.com/docs/integrations/python",
        "instead": "use `clickhouse_connect.get_async_client`",
        "calls": {"socket": "clickhouse_connect.get_client"},
        "returns": {
            "clickhouse_connect.get_client": "clickhouse_connect.driver.client.Client",
            "clickhouse_connect.get_async_client": "clickhouse_connect.driver.AsyncClient",
        },
        "coroutines": "clickhouse_connect.get_async_client",
        "classes": {
            "clickhouse_connect.driver.client.Client": {
                "methods": {
                    "socket": """query query_df query_np query_arrow raw_query command insert insert_df insert_arrow
                        raw_insert ping query_row_block_stream query_rows_stream""",
                },
            },
            "clickhouse_connect.driver.AsyncClient": {
                "async": True,
                "coroutines": "query query_df query_np query_arrow raw_query command insert insert_df ping close",
            },
        },
    },
    {
        "name": "snowflake-connector-python",
        "roots": ("snowflake.connector",),
        "source": "https://docs.snowflake.com/en/developer-guide/python-connector/python-connector-api",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "snowflake.connector.connect"},
        "returns": {"snowflake.connector.connect": "snowflake.connector.SnowflakeConnection"},
        "classes": {
            "snowflake.connector.SnowflakeConnection": {
                "methods": {"socket": "execute_string commit rollback"},
                "returns": {"cursor": "snowflake.connector.cursor.SnowflakeCursor"},
            },
            "snowflake.connector.cursor.SnowflakeCursor": {
                "methods": {
                    "socket": """execute executemany fetchone fetchmany fetchall fetch_pandas_all
                        get_results_from_sfqid""",
                },
                "returns": {"execute": "snowflake.connector.cursor.SnowflakeCursor"},
            },
        },
    },
    {
        "name": "duckdb",
        "roots": ("duckdb",),
        "source": "https://duckdb.org/docs/stable/clients/python/overview",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "duckdb.connect duckdb.query duckdb.execute duckdb.read_csv duckdb.read_parquet"},
        "returns": {
            "duckdb.connect": "duckdb.DuckDBPyConnection",
            "duckdb.execute": "duckdb.DuckDBPyConnection",
            "duckdb.sql": "duckdb.DuckDBPyRelation",
            "duckdb.query": "duckdb.DuckDBPyRelation",
            "duckdb.read_csv": "duckdb.DuckDBPyRelation",
            "duckdb.read_parquet": "duckdb.DuckDBPyRelation",
        },
        "classes": {
            "duckdb.DuckDBPyConnection": {
                "methods": {"socket": "execute executemany fetchone fetchmany fetchall df commit rollback"},
                "returns": {
                    "execute": "duckdb.DuckDBPyConnection",
                    "cursor": "duckdb.DuckDBPyConnection",
                    "sql": "duckdb.DuckDBPyRelation",
                },
            },
            "duckdb.DuckDBPyRelation": {
                "methods": {"socket": "fetchall fetchdf df pl show write_csv write_parquet"},
                "returns": {
                    "filter": "duckdb.DuckDBPyRelation",
                    "project": "duckdb.DuckDBPyRelation",
                    "order": "duckdb.DuckDBPyRelation",
                    "limit": "duckdb.DuckDBPyRelation",
                },
            },
        },
    },
    {
        "name": "aioodbc",
        "roots": ("aioodbc",),
        "source": "https://aioodbc.readthedocs.io/en/latest/",
        "instead": "await it",
        "awaitables": "aioodbc.connect aioodbc.create_pool",
        "returns": {"aioodbc.connect": "aioodbc.connection.Connection", "aioodbc.create_pool": "aioodbc.pool.Pool"},
        "classes": {
            "aioodbc.pool.Pool": {
                "async": True,
                "awaitables": "acquire",
                "coroutines": "wait_closed clear release",
                "returns": {"acquire": "aioodbc.connection.Connection"},
            },
            "aioodbc.connection.Connection": {
                "async": True,
                "awaitables": "cursor execute commit rollback",
                "coroutines": "close",
                "returns": {"cursor": "aioodbc.cursor.Cursor", "execute": "aioodbc.cursor.Cursor"},
            },
            "aioodbc.cursor.Cursor": {
                "async": True,
                "coroutines": "execute close",
                "awaitables": "executemany fetchone fetchmany fetchall fetchval commit rollback",
            },
        },
    },
    {
        "name": "databases",
        "roots": ("databases",),
        "source": "https://www.encode.io/databases/",
        "instead": "await it",
        "classes": {
            "databases.Database": {
                "async": True,
                "coroutines": "connect disconnect execute execute_many fetch_all fetch_one fetch_val",
            },
        },
        "aliases": {"databases.core.Database": "databases.Database"},
    },
    {
        "name": "tortoise-orm",
        "roots": ("tortoise",),
        "source": "https://tortoise.github.io/",
        "instead": "await it",
        "classes": {
            "tortoise.models.Model": {
                "async": True,
                "coroutines": """save delete refresh_from_db fetch_related get_or_create update_or_create
                    create""",
                "awaitables": "get get_or_none first",
                "returns": {
                    "get": "tortoise.models.Model",
                    "get_or_none": "tortoise.models.Model",
                    "first": "tortoise.models.Model",
                    "create": "tortoise.models.Model",
                },
            },
        },
        "coroutines": """tortoise.Tortoise.init tortoise.Tortoise.generate_schemas tortoise.Tortoise.close_connections
            tortoise.connections.close_all""",
        "aliases": {"tortoise.Model": "tortoise.models.Model"},
    },
)
