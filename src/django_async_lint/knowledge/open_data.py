"""What other sites know and keep: papers, prices, search, calendars, tasks, resource planning, chains of blocks. Literal tables only."""

LIBRARIES = (
    {
        "name": "arxiv",
        "roots": ("arxiv",),
        "source": "https://lukasschwab.me/arxiv.py/arxiv.html",
        "older": "arxiv.Search.results arxiv.Result.download_pdf arxiv.Result.download_source",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "arxiv.Client": {
                "returns": {"results": "arxiv.Client.results()"},
            },
            "arxiv.Client.results()": {
                "iter": {"effect": "http"},
            },
            "arxiv.Search": {
                "returns": {"results": "arxiv.Client.results()"},
            },
            "arxiv.Result": {
                "methods": {"http": "download_pdf download_source"},
            },
        },
    },
    {
        "name": "biopython",
        "roots": ("Bio",),
        "source": "https://biopython.org/docs/latest/api/Bio.Entrez.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": """Bio.Entrez.esearch Bio.Entrez.efetch Bio.Entrez.esummary Bio.Entrez.elink Bio.Entrez.epost
                Bio.Entrez.einfo Bio.Entrez.espell Bio.Blast.NCBIWWW.qblast""",
            "file": "Bio.SeqIO.read Bio.SeqIO.write",
        },
    },
    {
        "name": "pandas-datareader",
        "roots": ("pandas_datareader",),
        "source": "https://pandas-datareader.readthedocs.io/en/latest/",
        "older": """pandas_datareader.data.get_data_yahoo pandas_datareader.data.get_quote_yahoo
            pandas_datareader.DataReader pandas_datareader.get_data_fred pandas_datareader.data.get_data_stooq""",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": """pandas_datareader.data.DataReader pandas_datareader.data.get_data_yahoo
                pandas_datareader.data.get_data_fred pandas_datareader.data.get_quote_yahoo
                pandas_datareader.data.get_data_stooq""",
        },
        "aliases": {
            "pandas_datareader.DataReader": "pandas_datareader.data.DataReader",
            "pandas_datareader.get_data_fred": "pandas_datareader.data.get_data_fred",
        },
    },
    {
        "name": "fredapi",
        "roots": ("fredapi",),
        "source": "https://github.com/mortada/fredapi",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "fredapi.Fred": {
                "methods": {
                    "http": """get_series get_series_info get_series_latest_release get_series_first_release
                        get_series_all_releases search get_series_vintage_dates search_by_category""",
                },
            },
        },
        "aliases": {"fredapi.fred.Fred": "fredapi.Fred"},
    },
    {
        "name": "polygon-api-client",
        "roots": ("polygon",),
        "source": "https://polygon-api-client.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "polygon.RESTClient": {
                "methods": {
                    "http": """get_aggs get_daily_open_close_agg get_previous_close_agg get_grouped_daily_aggs
                        get_last_trade get_last_quote get_ticker_details get_snapshot_all get_snapshot_ticker
                        get_market_status get_market_holidays get_sma get_rsi""",
                },
                "returns": {
                    "list_aggs": "polygon.RESTClient.list_aggs()",
                    "list_trades": "polygon.RESTClient.list_aggs()",
                    "list_quotes": "polygon.RESTClient.list_aggs()",
                    "list_tickers": "polygon.RESTClient.list_aggs()",
                },
            },
            "polygon.RESTClient.list_aggs()": {
                "iter": {"effect": "http"},
            },
        },
    },
    {
        "name": "finnhub-python",
        "roots": ("finnhub",),
        "source": "https://github.com/Finnhub-Stock-API/finnhub-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "finnhub.Client": {
                "methods": {
                    "http": """quote stock_candles company_profile company_profile2 company_news general_news
                        symbol_lookup stock_symbols company_earnings recommendation_trends crypto_candles
                        forex_rates earnings_calendar company_peers company_basic_financials""",
                },
            },
        },
        "aliases": {"finnhub.client.Client": "finnhub.Client"},
    },
    {
        "name": "alpha-vantage",
        "roots": ("alpha_vantage",),
        "source": "https://alpha-vantage.readthedocs.io/en/latest/",
        "instead": "use `alpha_vantage.async_support`",
        "classes": {
            "alpha_vantage.timeseries.TimeSeries": {
                "methods": {
                    "http": """get_intraday get_daily get_daily_adjusted get_weekly get_monthly get_quote_endpoint
                        get_symbol_search""",
                },
            },
            "alpha_vantage.foreignexchange.ForeignExchange": {
                "methods": {
                    "http": "get_currency_exchange_rate get_currency_exchange_intraday get_currency_exchange_daily",
                },
            },
            "alpha_vantage.async_support.timeseries.TimeSeries": {
                "async": True,
                "coroutines": "get_intraday get_daily get_daily_adjusted get_weekly get_monthly get_quote_endpoint",
            },
        },
        "dynamic": True,
    },
    {
        "name": "forex-python",
        "roots": ("forex_python",),
        "source": "https://forex-python.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": """forex_python.converter.get_rate forex_python.converter.get_rates forex_python.converter.convert""",
        },
        "classes": {
            "forex_python.converter.CurrencyRates": {
                "methods": {"http": "get_rate get_rates convert"},
            },
            "forex_python.bitcoin.BtcConverter": {
                "methods": {
                    "http": "get_latest_price get_previous_price convert_btc_to_cur convert_to_btc",
                },
            },
            "forex_python.converter.CurrencyCodes": {
                "pure": "get_symbol get_currency_name",
            },
        },
    },
    {
        "name": "serpapi",
        "roots": ("serpapi",),
        "source": "https://serpapi-python.readthedocs.io/en/latest/",
        "older": """serpapi.GoogleSearch serpapi.GoogleSearch.get_dict serpapi.GoogleSearch.get_json
            serpapi.GoogleSearch.get_html serpapi.GoogleSearch.get_results serpapi.GoogleSearch.get_object""",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": "serpapi.search serpapi.search_archive serpapi.account serpapi.locations",
        },
        "classes": {
            "serpapi.Client": {
                "methods": {"http": "search search_archive account locations"},
            },
            "serpapi.GoogleSearch": {
                "methods": {"http": "get_dict get_json get_html get_results get_object"},
            },
        },
    },
    {
        "name": "ddgs",
        "roots": ("ddgs",),
        "source": "https://github.com/deedy5/ddgs",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "ddgs.DDGS": {
                "methods": {"http": "text images news videos books extract"},
            },
        },
    },
    {
        "name": "duckduckgo-search",
        "roots": ("duckduckgo_search",),
        "source": "https://github.com/deedy5/ddgs",
        "older": """duckduckgo_search.DDGS.answers duckduckgo_search.DDGS.suggestions duckduckgo_search.DDGS.maps
            duckduckgo_search.DDGS.translate duckduckgo_search.AsyncDDGS duckduckgo_search.AsyncDDGS.text
            duckduckgo_search.AsyncDDGS.images duckduckgo_search.AsyncDDGS.news duckduckgo_search.AsyncDDGS.videos
            duckduckgo_search.AsyncDDGS.chat duckduckgo_search.AsyncDDGS.answers duckduckgo_search.DDGS.chat""",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "duckduckgo_search.DDGS": {
                "methods": {
                    "http": "text images news videos chat answers suggestions maps translate",
                },
            },
            "duckduckgo_search.AsyncDDGS": {
                "async": True,
                "coroutines": "text images news videos chat answers",
            },
        },
    },
    {
        "name": "googlesearch-python",
        "roots": ("googlesearch",),
        "source": "https://github.com/Nv7-GitHub/googlesearch",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"googlesearch.search": "googlesearch.search()"},
        "classes": {
            "googlesearch.search()": {
                "iter": {"effect": "http"},
            },
        },
    },
    {
        "name": "wolframalpha",
        "roots": ("wolframalpha",),
        "source": "https://wolframalpha.readthedocs.io/en/latest/",
        "instead": "use `await client.aquery(...)`",
        "classes": {
            "wolframalpha.Client": {
                "methods": {"http": "query"},
                "coroutines": "aquery",
            },
        },
    },
    {
        "name": "caldav",
        "roots": ("caldav",),
        "source": "https://caldav.readthedocs.io/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "caldav.get_davclient"},
        "returns": {"caldav.get_davclient": "caldav.DAVClient"},
        "classes": {
            "caldav.DAVClient": {
                "methods": {
                    "http": "principal propfind report mkcol mkcalendar put post delete request check_cdav_support",
                },
                "returns": {
                    "principal": "caldav.Principal",
                    "calendar": "caldav.Calendar",
                },
            },
            "caldav.Principal": {
                "methods": {
                    "http": "calendars make_calendar calendar_user_address_set freebusy_request",
                },
                "returns": {
                    "calendar": "caldav.Calendar",
                    "make_calendar": "caldav.Calendar",
                },
            },
            "caldav.Calendar": {
                "methods": {
                    "http": """events todos search date_search save_event save_todo event_by_uid event_by_url delete
                        add_event add_todo todo_by_uid multiget""",
                },
            },
        },
        "aliases": {"caldav.davclient.DAVClient": "caldav.DAVClient"},
    },
    {
        "name": "todoist-api-python",
        "roots": ("todoist_api_python",),
        "source": "https://doist.github.io/todoist-api-python/",
        "instead": "use `todoist_api_python.api_async.TodoistAPIAsync`",
        "classes": {
            "todoist_api_python.api.TodoistAPI": {
                "methods": {
                    "http": """get_task get_tasks filter_tasks add_task update_task complete_task delete_task get_project
                        get_projects add_project update_project delete_project get_sections add_section get_comments
                        add_comment get_labels add_label""",
                },
            },
            "todoist_api_python.api_async.TodoistAPIAsync": {
                "async": True,
                "coroutines": """get_task get_tasks filter_tasks add_task update_task complete_task delete_task
                    get_project get_projects add_project update_project delete_project add_comment close""",
            },
        },
    },
    {
        "name": "py-trello",
        "roots": ("trello",),
        "source": "https://py-trello.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "trello.TrelloClient": {
                "methods": {
                    "http": """list_boards get_board add_board get_card get_list get_member search list_organizations
                        fetch_json create_hook get_label""",
                },
                "returns": {
                    "get_board": "trello.Board",
                    "add_board": "trello.Board",
                    "get_card": "trello.Card",
                    "get_list": "trello.List",
                },
            },
            "trello.Board": {
                "methods": {
                    "http": """list_lists all_lists open_lists get_list add_list get_cards open_cards all_cards add_label
                        get_labels fetch save close""",
                },
                "returns": {
                    "get_list": "trello.List",
                    "add_list": "trello.List",
                },
            },
            "trello.List": {
                "methods": {"http": "add_card list_cards archive_all_cards set_name close fetch"},
                "returns": {"add_card": "trello.Card"},
            },
            "trello.Card": {
                "methods": {
                    "http": """comment set_name set_description change_list delete set_closed add_label assign attach
                        add_checklist fetch set_due get_attachments""",
                },
            },
        },
        "aliases": {
            "trello.trelloclient.TrelloClient": "trello.TrelloClient",
            "trello.board.Board": "trello.Board",
            "trello.card.Card": "trello.Card",
        },
    },
    {
        "name": "zoomus",
        "roots": ("zoomus",),
        "source": "https://github.com/prschmid/zoomus",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "zoomus.ZoomClient": {
                "methods": {
                    "http": """meeting.create meeting.get meeting.list meeting.update meeting.delete user.get user.list
                        user.create webinar.create webinar.list recording.list recording.get
                        report.get_account_report refresh_token""",
                },
            },
        },
        "aliases": {"zoomus.client.ZoomClient": "zoomus.ZoomClient"},
    },
    {
        "name": "asana",
        "roots": ("asana",),
        "source": "https://github.com/Asana/python-asana",
        "older": "asana.TasksApi.search_tasks_for_workspace",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "asana.TasksApi": {
                "methods": {
                    "sdk": """create_task get_task update_task delete_task add_project_for_task create_subtask_for_task
                        search_tasks_for_workspace duplicate_task add_tag_for_task""",
                },
            },
            "asana.ProjectsApi": {
                "methods": {"sdk": "create_project get_project update_project delete_project"},
            },
            "asana.UsersApi": {
                "methods": {"sdk": "get_user"},
            },
            "asana.StoriesApi": {
                "methods": {"sdk": "create_story_for_task"},
            },
        },
    },
    {
        "name": "smartsheet-python-sdk",
        "roots": ("smartsheet",),
        "source": "https://smartsheet-platform.github.io/smartsheet-python-sdk/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "smartsheet.Smartsheet": {
                "methods": {
                    "sdk": """Sheets.get_sheet Sheets.list_sheets Sheets.add_rows Sheets.update_rows Sheets.delete_rows
                        Sheets.get_row Sheets.create_sheet Sheets.get_columns Users.get_current_user
                        Reports.get_report Search.search Workspaces.list_workspaces""",
                },
            },
        },
        "dynamic": True,
    },
    {
        "name": "ringcentral",
        "roots": ("ringcentral",),
        "source": "https://github.com/ringcentral/ringcentral-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "ringcentral.SDK": {
                "returns": {"platform": "ringcentral.platform.platform.Platform"},
            },
            "ringcentral.platform.platform.Platform": {
                "methods": {
                    "http": "login refresh logout get post put patch delete send_request logged_in",
                },
                "pure": "login_url create_url",
            },
        },
    },
    {
        "name": "odoorpc",
        "roots": ("odoorpc",),
        "source": "https://odoorpc.readthedocs.io/en/latest/",
        "older": """odoorpc.models.Model.search odoorpc.models.Model.read odoorpc.models.Model.create
            odoorpc.models.Model.write odoorpc.models.Model.unlink odoorpc.models.Model.search_read
            odoorpc.models.Model.search_count""",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "odoorpc.ODOO"},
        "classes": {
            "odoorpc.ODOO": {
                "methods": {
                    "http": """login logout execute execute_kw exec_workflow json http db.list db.create report.download""",
                },
                "returns": {"env.__getitem__": "odoorpc.models.Model"},
            },
            "odoorpc.models.Model": {
                "methods": {
                    "http": "search read browse create write unlink search_read search_count",
                },
            },
        },
        "aliases": {"odoorpc.odoo.ODOO": "odoorpc.ODOO"},
    },
    {
        "name": "solana",
        "roots": ("solana",),
        "source": "https://michaelhly.com/solana-py/",
        "older": "solana.rpc.api.Client",
        "instead": "use `solana.rpc.async_api.AsyncClient`",
        "classes": {
            "solana.rpc.api.Client": {
                "methods": {
                    "http": """get_balance get_account_info get_latest_blockhash send_transaction send_raw_transaction
                        get_transaction get_signatures_for_address confirm_transaction get_slot
                        get_token_account_balance get_token_accounts_by_owner request_airdrop is_connected get_block""",
                },
            },
            "solana.rpc.async_api.AsyncClient": {
                "async": True,
                "coroutines": """get_balance get_account_info get_latest_blockhash send_transaction send_raw_transaction
                    get_transaction get_signatures_for_address confirm_transaction get_slot
                    get_token_account_balance request_airdrop is_connected get_block close""",
            },
        },
    },
    {
        "name": "xrpl-py",
        "roots": ("xrpl",),
        "source": "https://xrpl-py.readthedocs.io/en/stable/",
        "instead": "use `xrpl.asyncio.clients.AsyncJsonRpcClient`",
        "calls": {
            "http": """xrpl.transaction.submit_and_wait xrpl.transaction.submit xrpl.transaction.autofill
                xrpl.account.get_balance xrpl.wallet.generate_faucet_wallet
                xrpl.ledger.get_latest_validated_ledger_sequence""",
        },
        "coroutines": "xrpl.asyncio.transaction.submit_and_wait xrpl.asyncio.account.get_balance",
        "classes": {
            "xrpl.clients.JsonRpcClient": {
                "methods": {"http": "request"},
            },
            "xrpl.asyncio.clients.AsyncJsonRpcClient": {
                "async": True,
                "coroutines": "request",
            },
        },
    },
    {
        "name": "stellar-sdk",
        "roots": ("stellar_sdk",),
        "source": "https://stellar-sdk.readthedocs.io/en/latest/",
        "instead": "use `stellar_sdk.ServerAsync`",
        "classes": {
            "stellar_sdk.Server": {
                "methods": {
                    "http": "load_account submit_transaction fetch_base_fee submit_transaction_async",
                },
            },
            "stellar_sdk.ServerAsync": {
                "async": True,
                "coroutines": "load_account submit_transaction fetch_base_fee close",
            },
        },
    },
    {
        "name": "pybit",
        "roots": ("pybit",),
        "source": "https://github.com/bybit-exchange/pybit",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "pybit.unified_trading.HTTP": {
                "methods": {
                    "http": """get_tickers get_kline get_orderbook place_order cancel_order get_open_orders get_positions
                        get_wallet_balance set_leverage get_instruments_info get_executions amend_order
                        get_server_time""",
                },
            },
        },
    },
    {
        "name": "tronpy",
        "roots": ("tronpy",),
        "source": "https://tronpy.readthedocs.io/en/latest/",
        "instead": "use `tronpy.AsyncTron`",
        "classes": {
            "tronpy.Tron": {
                "methods": {
                    "http": """get_account get_account_balance get_transaction get_transaction_info get_latest_block
                        get_block get_contract broadcast get_latest_block_number""",
                },
            },
            "tronpy.AsyncTron": {
                "async": True,
                "coroutines": """get_account get_account_balance get_transaction get_latest_block get_block get_contract
                    broadcast""",
            },
        },
        "aliases": {"tronpy.tron.Tron": "tronpy.Tron"},
    },
    {
        "name": "semanticscholar",
        "roots": ("semanticscholar",),
        "source": "https://semanticscholar.readthedocs.io/en/stable/",
        "instead": "use `semanticscholar.AsyncSemanticScholar`",
        "classes": {
            "semanticscholar.SemanticScholar": {
                "methods": {
                    "http": """get_paper get_papers search_paper get_author get_authors search_author get_paper_citations
                        get_paper_references get_recommended_papers""",
                },
            },
            "semanticscholar.AsyncSemanticScholar": {
                "async": True,
                "coroutines": """get_paper get_papers search_paper get_author get_authors search_author
                    get_paper_citations""",
            },
        },
    },
    {
        "name": "quandl",
        "roots": ("quandl",),
        "source": "https://github.com/quandl/quandl-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "quandl.get quandl.get_table quandl.bulkdownload quandl.export_table"},
    },
)
