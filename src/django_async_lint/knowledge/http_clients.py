"""HTTP and SOAP clients. Literal tables only."""

STREAMED: dict[str, tuple[str, str]] = {
    "requests.Response": ("stream", "requests.Response()"),
    "flagsmith.Flagsmith": ("enable_local_evaluation", "flagsmith.Flagsmith()"),
    "onepasswordconnectsdk.client.Client": ("is_async", "onepasswordconnectsdk.async_client.AsyncClient"),
}
"""What a call returns -> the argument that moves its waiting elsewhere, and what it returns with that argument true:
https://requests.readthedocs.io/en/latest/user/advanced/#body-content-workflow leaves the body to be read,
https://docs.flagsmith.com/clients/server-side?language=python#local-evaluation asks in a thread of its own,
https://github.com/1Password/connect-sdk-python gives coroutines."""

LIBRARIES = (
    {
        "name": "requests",
        "roots": ("requests",),
        "source": "https://requests.readthedocs.io/en/latest/api/",
        "instead": "use `httpx.AsyncClient`",
        "calls": {
            "http": """requests.get requests.options requests.head requests.post requests.put requests.patch
                requests.delete requests.request""",
        },
        "returns": {
            "requests.get": "requests.Response",
            "requests.options": "requests.Response",
            "requests.head": "requests.Response",
            "requests.post": "requests.Response",
            "requests.put": "requests.Response",
            "requests.patch": "requests.Response",
            "requests.delete": "requests.Response",
            "requests.request": "requests.Response",
            "requests.session": "requests.Session",
        },
        "twins": {
            "requests.get": ("httpx.AsyncClient.get", ""),
            "requests.options": ("httpx.AsyncClient.options", ""),
            "requests.head": ("httpx.AsyncClient.head", ""),
            "requests.post": ("httpx.AsyncClient.post", ""),
            "requests.put": ("httpx.AsyncClient.put", ""),
            "requests.patch": ("httpx.AsyncClient.patch", ""),
            "requests.delete": ("httpx.AsyncClient.delete", ""),
        },
        "classes": {
            "requests.Session": {
                "methods": {"http": "get options head post put patch delete request send"},
                "returns": {
                    "get": "requests.Response",
                    "options": "requests.Response",
                    "head": "requests.Response",
                    "post": "requests.Response",
                    "put": "requests.Response",
                    "patch": "requests.Response",
                    "delete": "requests.Response",
                    "request": "requests.Response",
                    "send": "requests.Response",
                },
            },
            "requests.Response": {},
            "requests.Response()": {
                "bases": ("requests.Response",),
                "methods": {"http": "json"},
                "reads": {"http": "content text"},
                "returns": {"iter_content": "requests.Response.iter()", "iter_lines": "requests.Response.iter()"},
                "iter": {"effect": "http"},
            },
            "requests.Response.iter()": {"iter": {"effect": "http"}},
            "requests.adapters.HTTPAdapter": {"methods": {"http": "send"}},
        },
        "aliases": {
            "requests.sessions.Session": "requests.Session",
            "requests.sessions.session": "requests.session",
            "requests.models.Response": "requests.Response",
            "requests.api": "requests",
        },
    },
    {
        "name": "requests-toolbelt",
        "roots": ("requests_toolbelt",),
        "source": "https://toolbelt.readthedocs.io/en/latest/sessions.html",
        "instead": "use `httpx.AsyncClient`",
        "classes": {"requests_toolbelt.sessions.BaseUrlSession": {"bases": ("requests.Session",)}},
    },
    {
        "name": "requests-oauthlib",
        "roots": ("requests_oauthlib",),
        "source": "https://requests-oauthlib.readthedocs.io/en/latest/api.html",
        "instead": "use `authlib.integrations.httpx_client.AsyncOAuth2Client`",
        "classes": {
            "requests_oauthlib.OAuth1Session": {
                "bases": ("requests.Session",),
                "methods": {"http": "fetch_request_token fetch_access_token"},
            },
            "requests_oauthlib.OAuth2Session": {
                "bases": ("requests.Session",),
                "methods": {"http": "fetch_token refresh_token"},
            },
        },
        "aliases": {
            "requests_oauthlib.oauth1_session.OAuth1Session": "requests_oauthlib.OAuth1Session",
            "requests_oauthlib.oauth2_session.OAuth2Session": "requests_oauthlib.OAuth2Session",
        },
    },
    {
        "name": "requests-cache",
        "roots": ("requests_cache",),
        "source": "https://requests-cache.readthedocs.io/en/stable/reference.html",
        "instead": "use `httpx.AsyncClient`",
        "classes": {"requests_cache.CachedSession": {"bases": ("requests.Session",)}},
        "aliases": {"requests_cache.session.CachedSession": "requests_cache.CachedSession"},
    },
    {
        "name": "authlib",
        "roots": ("authlib.integrations",),
        "source": "https://docs.authlib.org/en/latest/client/index.html",
        "instead": "use `authlib.integrations.httpx_client.AsyncOAuth2Client`",
        "classes": {
            "authlib.integrations.requests_client.OAuth2Session": {
                "bases": ("requests.Session",),
                "methods": {"http": "fetch_token refresh_token revoke_token introspect_token"},
            },
            "authlib.integrations.requests_client.OAuth1Session": {
                "bases": ("requests.Session",),
                "methods": {"http": "fetch_request_token fetch_access_token"},
            },
            "authlib.integrations.httpx_client.OAuth2Client": {
                "bases": ("httpx.Client",),
                "methods": {"http": "fetch_token refresh_token revoke_token introspect_token"},
            },
            "authlib.integrations.httpx_client.AsyncOAuth2Client": {
                "bases": ("httpx.AsyncClient",),
                "async": True,
            },
        },
    },
    {
        "name": "httpx",
        "roots": ("httpx",),
        "source": "https://www.python-httpx.org/api/",
        "instead": "use `httpx.AsyncClient`",
        "calls": {
            "http": """httpx.get httpx.options httpx.head httpx.post httpx.put httpx.patch httpx.delete
                httpx.request httpx.stream""",
        },
        "returns": {
            "httpx.get": "httpx.Response",
            "httpx.options": "httpx.Response",
            "httpx.head": "httpx.Response",
            "httpx.post": "httpx.Response",
            "httpx.put": "httpx.Response",
            "httpx.patch": "httpx.Response",
            "httpx.delete": "httpx.Response",
            "httpx.request": "httpx.Response",
        },
        "classes": {
            "httpx.Client": {
                "methods": {"http": "get options head post put patch delete request send stream"},
                "returns": {
                    "get": "httpx.Response",
                    "options": "httpx.Response",
                    "head": "httpx.Response",
                    "post": "httpx.Response",
                    "put": "httpx.Response",
                    "patch": "httpx.Response",
                    "delete": "httpx.Response",
                    "request": "httpx.Response",
                    "send": "httpx.Response",
                },
            },
            "httpx.AsyncClient": {
                "async": True,
                "coroutines": "get options head post put patch delete request send aclose",
                "returns": {
                    "get": "httpx.Response",
                    "options": "httpx.Response",
                    "head": "httpx.Response",
                    "post": "httpx.Response",
                    "put": "httpx.Response",
                    "patch": "httpx.Response",
                    "delete": "httpx.Response",
                    "request": "httpx.Response",
                    "send": "httpx.Response",
                },
            },
            "httpx.Response": {"coroutines": "aread aclose"},
        },
        "aliases": {
            "httpx._client.Client": "httpx.Client",
            "httpx._client.AsyncClient": "httpx.AsyncClient",
            "httpx._models.Response": "httpx.Response",
        },
    },
    {
        "name": "httpx2",
        "roots": ("httpx2",),
        "source": "https://pypi.org/project/httpx2/",
        "instead": "use `httpx2.AsyncClient`",
        "calls": {
            "http": """httpx2.get httpx2.options httpx2.head httpx2.post httpx2.put httpx2.patch httpx2.delete
                httpx2.request httpx2.stream""",
        },
        "classes": {
            "httpx2.Client": {
                "methods": {"http": "get options head post put patch delete request send stream"},
            },
            "httpx2.AsyncClient": {
                "async": True,
                "coroutines": "get options head post put patch delete request send aclose",
            },
        },
    },
    {
        "name": "urllib3",
        "roots": ("urllib3",),
        "source": "https://urllib3.readthedocs.io/en/stable/reference/",
        "instead": "use `httpx.AsyncClient`",
        "calls": {"http": "urllib3.request"},
        "returns": {
            "urllib3.request": "urllib3.HTTPResponse",
            "urllib3.proxy_from_url": "urllib3.ProxyManager",
            "urllib3.connection_from_url": "urllib3.HTTPConnectionPool",
        },
        "classes": {
            "urllib3.PoolManager": {
                "methods": {"http": "request urlopen request_encode_url request_encode_body"},
                "returns": {
                    "request": "urllib3.HTTPResponse",
                    "urlopen": "urllib3.HTTPResponse",
                    "connection_from_url": "urllib3.HTTPConnectionPool",
                    "connection_from_host": "urllib3.HTTPConnectionPool",
                },
            },
            "urllib3.ProxyManager": {"bases": ("urllib3.PoolManager",)},
            "urllib3.HTTPConnectionPool": {
                "methods": {"http": "request urlopen request_encode_url request_encode_body"},
                "returns": {"request": "urllib3.HTTPResponse", "urlopen": "urllib3.HTTPResponse"},
            },
            "urllib3.HTTPSConnectionPool": {"bases": ("urllib3.HTTPConnectionPool",)},
            "urllib3.HTTPResponse": {
                "methods": {"http": "drain_conn"},
                "returns": {"stream": "urllib3.HTTPResponse.stream()"},
            },
            "urllib3.HTTPResponse.stream()": {"iter": {"effect": "http"}},
        },
        "aliases": {
            "urllib3.poolmanager.PoolManager": "urllib3.PoolManager",
            "urllib3.poolmanager.ProxyManager": "urllib3.ProxyManager",
            "urllib3.connectionpool.HTTPConnectionPool": "urllib3.HTTPConnectionPool",
            "urllib3.connectionpool.HTTPSConnectionPool": "urllib3.HTTPSConnectionPool",
            "urllib3.response.HTTPResponse": "urllib3.HTTPResponse",
        },
    },
    {
        "name": "aiohttp",
        "roots": ("aiohttp",),
        "source": "https://docs.aiohttp.org/en/stable/client_reference.html",
        "instead": "await it",
        "classes": {
            "aiohttp.ClientSession": {
                "async": True,
                "awaitables": "get options head post put patch delete request ws_connect",
                "coroutines": "close",
                "returns": {
                    "get": "aiohttp.ClientResponse",
                    "options": "aiohttp.ClientResponse",
                    "head": "aiohttp.ClientResponse",
                    "post": "aiohttp.ClientResponse",
                    "put": "aiohttp.ClientResponse",
                    "patch": "aiohttp.ClientResponse",
                    "delete": "aiohttp.ClientResponse",
                    "request": "aiohttp.ClientResponse",
                    "ws_connect": "aiohttp.ClientWebSocketResponse",
                },
            },
            "aiohttp.ClientResponse": {"async": True, "coroutines": "read text json"},
            "aiohttp.ClientWebSocketResponse": {
                "async": True,
                "coroutines": "send_str send_bytes send_json receive receive_str receive_bytes receive_json ping pong close",
            },
        },
        "aliases": {
            "aiohttp.client.ClientSession": "aiohttp.ClientSession",
            "aiohttp.client_reqrep.ClientResponse": "aiohttp.ClientResponse",
        },
    },
    {
        "name": "httplib2",
        "roots": ("httplib2",),
        "source": "https://httplib2.readthedocs.io/en/latest/libhttplib2.html",
        "instead": "use `httpx.AsyncClient`",
        "classes": {"httplib2.Http": {"methods": {"http": "request"}}},
    },
    {
        "name": "pycurl",
        "roots": ("pycurl",),
        "source": "https://pycurl.io/docs/latest/curlobject.html",
        "instead": "use `httpx.AsyncClient`",
        "classes": {
            "pycurl.Curl": {"methods": {"http": "perform perform_rb perform_rs"}},
            "pycurl.CurlMulti": {"methods": {"http": "select"}},
        },
    },
    {
        "name": "curl-cffi",
        "roots": ("curl_cffi",),
        "source": "https://curl-cffi.readthedocs.io/en/latest/api.html",
        "instead": "use `curl_cffi.requests.AsyncSession`",
        "calls": {
            "http": """curl_cffi.requests.get curl_cffi.requests.head curl_cffi.requests.post
                curl_cffi.requests.put curl_cffi.requests.patch curl_cffi.requests.delete
                curl_cffi.requests.options curl_cffi.requests.request""",
        },
        "classes": {
            "curl_cffi.requests.Session": {
                "methods": {"http": "get options head post put patch delete request stream"},
            },
            "curl_cffi.requests.AsyncSession": {
                "async": True,
                "coroutines": "get options head post put patch delete request close",
            },
        },
        "aliases": {
            "curl_cffi.get": "curl_cffi.requests.get",
            "curl_cffi.post": "curl_cffi.requests.post",
            "curl_cffi.request": "curl_cffi.requests.request",
            "curl_cffi.Session": "curl_cffi.requests.Session",
            "curl_cffi.AsyncSession": "curl_cffi.requests.AsyncSession",
        },
    },
    {
        "name": "cloudscraper",
        "roots": ("cloudscraper",),
        "source": "https://pypi.org/project/cloudscraper/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {
            "cloudscraper.create_scraper": "cloudscraper.CloudScraper",
            "cloudscraper.session": "cloudscraper.CloudScraper",
        },
        "classes": {"cloudscraper.CloudScraper": {"bases": ("requests.Session",)}},
    },
    {
        "name": "grequests",
        "roots": ("grequests",),
        "source": "https://pypi.org/project/grequests/",
        "instead": "use `httpx.AsyncClient` and `asyncio.gather`",
        "calls": {"http": "grequests.map"},
        "returns": {"grequests.imap": "grequests.imap()"},
        "classes": {"grequests.imap()": {"iter": {"effect": "http"}, "iterates": "requests.Response"}},
    },
    {
        "name": "requests-html",
        "roots": ("requests_html",),
        "source": "https://requests.readthedocs.io/projects/requests-html/en/latest/",
        "instead": "use `requests_html.AsyncHTMLSession`",
        "classes": {
            "requests_html.HTMLSession": {"bases": ("requests.Session",)},
            "requests_html.AsyncHTMLSession": {"async": True},
            "requests_html.HTML": {"methods": {"http": "render"}, "coroutines": "arender"},
        },
    },
    {
        "name": "zeep",
        "roots": ("zeep",),
        "source": "https://docs.python-zeep.org/en/master/client.html",
        "instead": "use `zeep.AsyncClient`",
        "calls": {"http": "zeep.Client zeep.CachingClient"},
        "classes": {
            "zeep.Client": {"methods": {"http": "service.*"}},
            "zeep.CachingClient": {"bases": ("zeep.Client",)},
            "zeep.AsyncClient": {"async": True, "coroutines": "service.*"},
        },
        "aliases": {
            "zeep.client.Client": "zeep.Client",
            "zeep.client.CachingClient": "zeep.CachingClient",
            "zeep.client.AsyncClient": "zeep.AsyncClient",
        },
        "dynamic": True,
    },
    {
        "name": "suds-community",
        "roots": ("suds",),
        "source": "https://github.com/suds-community/suds",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "suds.client.Client"},
        "classes": {"suds.client.Client": {"methods": {"http": "service.*"}}},
        "dynamic": True,
    },
    {
        "name": "gql",
        "roots": ("gql",),
        "source": "https://gql.readthedocs.io/en/stable/modules/client.html",
        "instead": "use `await client.execute_async(...)`",
        "classes": {
            "gql.Client": {
                "methods": {"http": "execute execute_batch"},
                "coroutines": "execute_async connect_async close_async",
            },
            "gql.client.SyncClientSession": {"methods": {"http": "execute execute_batch"}},
        },
        "aliases": {"gql.client.Client": "gql.Client"},
    },
    {
        "name": "websocket-client",
        "roots": ("websocket",),
        "source": "https://websocket-client.readthedocs.io/en/latest/api_reference.html",
        "instead": "use `websockets.connect`",
        "calls": {"socket": "websocket.create_connection"},
        "returns": {"websocket.create_connection": "websocket.WebSocket"},
        "classes": {
            "websocket.WebSocket": {
                "methods": {"socket": "connect send send_text send_bytes send_binary recv recv_data ping pong close"},
            },
            "websocket.WebSocketApp": {"methods": {"socket": "run_forever send"}},
        },
    },
    {
        "name": "websockets",
        "roots": ("websockets",),
        "source": "https://websockets.readthedocs.io/en/stable/reference/index.html",
        "instead": "use `websockets.connect`",
        "calls": {"socket": "websockets.sync.client.connect websockets.sync.client.unix_connect"},
        "returns": {
            "websockets.sync.client.connect": "websockets.sync.client.ClientConnection",
            "websockets.connect": "websockets.asyncio.client.ClientConnection",
        },
        "awaitables": "websockets.connect",
        "classes": {
            "websockets.asyncio.connection.Connection": {
                "async": True,
                "coroutines": "send recv close wait_closed ping pong",
            },
            "websockets.asyncio.client.ClientConnection": {"bases": ("websockets.asyncio.connection.Connection",)},
            "websockets.asyncio.server.ServerConnection": {"bases": ("websockets.asyncio.connection.Connection",)},
            "websockets.sync.client.ClientConnection": {
                "methods": {"socket": "recv recv_streaming send close ping"},
                "iter": {"effect": "socket"},
            },
        },
        "aliases": {
            "websockets.asyncio.client.connect": "websockets.connect",
        },
    },
    {
        "name": "pyppeteer",
        "roots": ("pyppeteer",),
        "source": "https://pyppeteer.github.io/pyppeteer/reference.html",
        "instead": "await it",
        "coroutines": "pyppeteer.launch pyppeteer.connect",
    },
)
