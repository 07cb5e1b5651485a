"""Other machines: hosting, remote shells, calls to other processes, virus scanners, incidents; `infrastructure` has the older half. Literal tables only."""

LIBRARIES = (
    {
        "name": "python-socketio",
        "roots": ("socketio",),
        "source": "https://python-socketio.readthedocs.io/en/stable/api.html",
        "instead": "use `socketio.AsyncClient`, or `socketio.AsyncServer`",
        "classes": {
            "socketio.Client": {
                "methods": {
                    "socket": "connect emit send call disconnect",
                    "wait": "wait",
                    "sleep": "sleep",
                },
                "pure": "on event start_background_task",
            },
            "socketio.SimpleClient": {
                "methods": {"socket": "connect emit call receive disconnect"},
            },
            "socketio.RedisManager": {
                "methods": {"socket": "emit close_room disconnect"},
            },
            "socketio.KombuManager": {
                "methods": {"socket": "emit close_room disconnect"},
            },
            "socketio.AsyncClient": {
                "async": True,
                "coroutines": "connect wait emit send call disconnect shutdown sleep",
            },
            "socketio.AsyncSimpleClient": {
                "async": True,
                "coroutines": "connect emit call receive disconnect",
            },
            "socketio.AsyncServer": {
                "async": True,
                "coroutines": """emit send call enter_room leave_room close_room get_session save_session disconnect
                    shutdown sleep""",
            },
            "socketio.AsyncRedisManager": {
                "async": True,
                "coroutines": "emit close_room disconnect enter_room leave_room",
            },
        },
        "aliases": {
            "socketio.async_server.AsyncServer": "socketio.AsyncServer",
            "socketio.async_client.AsyncClient": "socketio.AsyncClient",
        },
    },
    {
        "name": "mechanize",
        "roots": ("mechanize",),
        "source": "https://mechanize.readthedocs.io/en/latest/browser_api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "mechanize.urlopen"},
        "classes": {
            "mechanize.Browser": {
                "methods": {"http": "open open_novisit submit follow_link reload"},
                "pure": "select_form links forms find_link",
            },
        },
        "aliases": {"mechanize._mechanize.Browser": "mechanize.Browser"},
    },
    {
        "name": "ssh2-python",
        "roots": ("ssh2",),
        "source": "https://github.com/ParallelSSH/ssh2-python",
        "instead": "use `asyncssh`",
        "classes": {
            "ssh2.session.Session": {
                "methods": {
                    "socket": """handshake userauth_password userauth_publickey_fromfile agent_auth open_session
                        sftp_init scp_recv2 scp_send64 disconnect""",
                },
                "returns": {
                    "open_session": "ssh2.channel.Channel",
                    "sftp_init": "ssh2.sftp.SFTP",
                },
            },
            "ssh2.channel.Channel": {
                "methods": {
                    "socket": "execute read write wait_eof close wait_closed shell send_eof",
                },
            },
            "ssh2.sftp.SFTP": {
                "methods": {"socket": "open opendir stat mkdir rmdir unlink rename"},
            },
        },
    },
    {
        "name": "pywinrm",
        "roots": ("winrm",),
        "source": "https://github.com/diyan/pywinrm",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "winrm.Session": {
                "methods": {"http": "run_cmd run_ps"},
            },
            "winrm.Protocol": {
                "methods": {"http": "open_shell run_command get_command_output close_shell"},
            },
        },
        "aliases": {"winrm.protocol.Protocol": "winrm.Protocol"},
    },
    {
        "name": "pypsrp",
        "roots": ("pypsrp",),
        "source": "https://github.com/jborean93/pypsrp",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "pypsrp.client.Client": {
                "methods": {"http": "execute_cmd execute_ps fetch"},
                "returns": {"copy": "pypsrp.client.Client.copy()"},
            },
            "pypsrp.client.Client.copy()": {
                "iter": {"effect": "http"},
            },
        },
    },
    {
        "name": "pysmb",
        "roots": ("smb",),
        "source": "https://pysmb.readthedocs.io/en/latest/api/smb_SMBConnection.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "smb.SMBConnection.SMBConnection": {
                "methods": {
                    "socket": """connect listShares listPath retrieveFile storeFile deleteFiles createDirectory
                        deleteDirectory rename echo getAttributes""",
                },
            },
        },
    },
    {
        "name": "clamd",
        "roots": ("clamd",),
        "source": "https://github.com/graingert/python-clamd",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "clamd.ClamdNetworkSocket": {
                "methods": {"socket": "ping version reload scan contscan multiscan instream stats"},
            },
            "clamd.ClamdUnixSocket": {
                "bases": ("clamd.ClamdNetworkSocket",),
            },
        },
    },
    {
        "name": "ntplib",
        "roots": ("ntplib",),
        "source": "https://pypi.org/project/ntplib/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "ntplib.NTPClient": {
                "methods": {"socket": "request"},
            },
        },
    },
    {
        "name": "rpyc",
        "roots": ("rpyc",),
        "source": "https://rpyc.readthedocs.io/en/latest/api/utils_factory.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "socket": """rpyc.connect rpyc.ssl_connect rpyc.classic.connect rpyc.connect_by_service
                rpyc.discover""",
        },
        "classes": {
            "rpyc.Connection": {
                "methods": {"socket": "ping sync_request poll serve"},
            },
        },
        "aliases": {
            "rpyc.utils.factory.connect": "rpyc.connect",
            "rpyc.core.protocol.Connection": "rpyc.Connection",
        },
    },
    {
        "name": "Pyro5",
        "roots": ("Pyro5",),
        "source": "https://pyro5.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "socket": "Pyro5.api.locate_ns Pyro5.core.locate_ns Pyro5.nameserver.start_ns_loop",
        },
        "returns": {"Pyro5.api.locate_ns": "Pyro5.api.Proxy"},
        "classes": {
            "Pyro5.api.Proxy": {
                "methods": {"socket": "*"},
                "pure": "_pyroClaimOwnership",
            },
        },
        "aliases": {"Pyro5.client.Proxy": "Pyro5.api.Proxy"},
    },
    {
        "name": "thriftpy2",
        "roots": ("thriftpy2",),
        "source": "https://thriftpy2.readthedocs.io/en/latest/",
        "instead": "use `thriftpy2.contrib.aio`",
        "calls": {
            "socket": "thriftpy2.rpc.make_client",
            "file": "thriftpy2.load thriftpy2.load_fp",
        },
        "returns": {"thriftpy2.rpc.client_context": "thriftpy2.rpc.client_context()"},
        "coroutines": "thriftpy2.contrib.aio.rpc.make_client",
        "classes": {
            "thriftpy2.rpc.client_context()": {
                "enter_effect": "socket",
            },
        },
    },
    {
        "name": "pyzmq",
        "roots": ("zmq",),
        "source": "https://pyzmq.readthedocs.io/en/latest/api/zmq.html",
        "older": "zmq.asyncio.Socket.recv_json zmq.asyncio.Socket.recv_string",
        "instead": "use `zmq.asyncio.Context`",
        "classes": {
            "zmq.Context": {
                "methods": {"wait": "term destroy"},
                "returns": {"socket": "zmq.Socket"},
            },
            "zmq.Socket": {
                "methods": {"socket": "recv recv_json recv_string recv_multipart recv_pyobj"},
                "unless": {
                    "recv": "0=zmq.NOBLOCK flags=zmq.NOBLOCK",
                    "recv_json": "0=zmq.NOBLOCK flags=zmq.NOBLOCK",
                    "recv_string": "0=zmq.NOBLOCK flags=zmq.NOBLOCK",
                    "recv_multipart": "0=zmq.NOBLOCK flags=zmq.NOBLOCK",
                },
                "pure": "bind connect setsockopt send send_json send_string send_multipart close",
            },
            "zmq.Poller": {
                "methods": {"wait": "poll"},
                "unless": {"poll": "0=0 timeout=0"},
            },
            "zmq.asyncio.Context": {
                "returns": {"socket": "zmq.asyncio.Socket"},
            },
            "zmq.asyncio.Socket": {
                "async": True,
                "coroutines": "recv recv_multipart send send_multipart recv_json recv_string poll",
            },
        },
    },
    {
        "name": "schedule",
        "roots": ("schedule",),
        "source": "https://schedule.readthedocs.io/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"sleep": "schedule.run_all"},
        "pure": "schedule.every schedule.clear schedule.get_jobs",
    },
    {
        "name": "cloudflare",
        "roots": ("cloudflare",),
        "source": "https://developers.cloudflare.com/api/python/",
        "instead": "use `cloudflare.AsyncCloudflare`",
        "classes": {
            "cloudflare.Cloudflare": {
                "methods": {
                    "http": """zones.list zones.get zones.create zones.delete zones.edit cache.purge dns.records.list
                        dns.records.create dns.records.update dns.records.delete dns.records.get dns.records.edit
                        kv.namespaces.values.get kv.namespaces.values.update accounts.list accounts.get
                        workers.scripts.list""",
                },
            },
            "cloudflare.AsyncCloudflare": {
                "async": True,
                "coroutines": """zones.get zones.create zones.delete zones.edit cache.purge dns.records.create
                    dns.records.update dns.records.delete dns.records.get accounts.get""",
            },
        },
    },
    {
        "name": "hcloud",
        "roots": ("hcloud",),
        "source": "https://hcloud-python.readthedocs.io/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "hcloud.Client": {
                "methods": {
                    "http": """servers.get_all servers.get_by_id servers.get_by_name servers.create servers.delete
                        servers.power_on servers.power_off servers.reboot images.get_all volumes.create
                        volumes.get_all networks.get_all ssh_keys.get_all firewalls.get_all actions.get_by_id""",
                },
            },
        },
    },
    {
        "name": "openstacksdk",
        "roots": ("openstack",),
        "source": "https://docs.openstack.org/openstacksdk/latest/user/",
        "older": "openstack.connection.Connection.object_store.get_object",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"openstack.connect": "openstack.connection.Connection"},
        "classes": {
            "openstack.connection.Connection": {
                "methods": {
                    "http": """authorize list_servers get_server create_server delete_server list_images get_image
                        create_image list_networks list_flavors compute.create_server compute.get_server
                        compute.delete_server compute.wait_for_server object_store.upload_object
                        object_store.get_object create_object get_object delete_object list_containers""",
                },
                "returns": {
                    "compute.servers": "openstack.Connection.listing()",
                    "compute.images": "openstack.Connection.listing()",
                    "compute.flavors": "openstack.Connection.listing()",
                    "image.images": "openstack.Connection.listing()",
                    "network.networks": "openstack.Connection.listing()",
                    "block_storage.volumes": "openstack.Connection.listing()",
                    "identity.projects": "openstack.Connection.listing()",
                },
            },
            "openstack.Connection.listing()": {"iter": {"effect": "http"}},
        },
    },
    {
        "name": "proxmoxer",
        "roots": ("proxmoxer",),
        "source": "https://proxmoxer.github.io/docs/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "proxmoxer.ProxmoxAPI"},
        "classes": {
            "proxmoxer.ProxmoxAPI": {
                "methods": {
                    "http": "get post put delete *.get *.post *.put *.delete *.*.get *.*.post *.*.*.get *.*.*.post",
                },
            },
        },
        "aliases": {"proxmoxer.core.ProxmoxAPI": "proxmoxer.ProxmoxAPI"},
    },
    {
        "name": "pagerduty",
        "roots": ("pagerduty",),
        "source": "https://pagerduty.github.io/python-pagerduty/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "pagerduty.EventsApiV2Client": {
                "methods": {"http": "trigger resolve acknowledge submit send_change_event send_event"},
            },
            "pagerduty.RestApiV2Client": {
                "methods": {
                    "http": "get post put delete rget rpost rput rdelete list_all find dict_all persist",
                },
                "returns": {"iter_all": "pagerduty.RestApiV2Client.iter_all()"},
            },
            "pagerduty.RestApiV2Client.iter_all()": {
                "iter": {"effect": "http"},
            },
        },
    },
    {
        "name": "pdpyras",
        "roots": ("pdpyras",),
        "source": "https://pagerduty.github.io/pdpyras/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "pdpyras.EventsAPISession": {
                "methods": {"http": "trigger resolve acknowledge send_event"},
            },
            "pdpyras.APISession": {
                "methods": {
                    "http": "get post put delete rget rpost rput rdelete list_all find persist",
                },
            },
        },
    },
    {
        "name": "shodan",
        "roots": ("shodan",),
        "source": "https://shodan.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "shodan.Shodan": {
                "methods": {
                    "http": "host search count scan info ports protocols services dns.domain_info exploits.search",
                },
            },
        },
    },
    {
        "name": "vt-py",
        "roots": ("vt",),
        "source": "https://virustotal.github.io/vt-py/",
        "instead": "use the client's `..._async` methods",
        "classes": {
            "vt.Client": {
                "methods": {
                    "http": """get get_data get_object get_json post post_object patch patch_object delete scan_file
                        scan_url download_file""",
                },
                "coroutines": """get_async get_data_async get_object_async post_async post_object_async scan_file_async
                    scan_url_async wait_for_analysis_completion close_async""",
                "returns": {"iterator": "vt.Client.iterator()"},
            },
            "vt.Client.iterator()": {
                "iter": {"effect": "http"},
            },
        },
        "aliases": {"vt.client.Client": "vt.Client"},
    },
    {
        "name": "pyroute2",
        "roots": ("pyroute2",),
        "source": "https://docs.pyroute2.org/",
        "dynamic": True,
        "instead": "use `pyroute2.AsyncIPRoute`",
        "calls": {"socket": "pyroute2.IPRoute"},
        "classes": {
            "pyroute2.IPRoute": {
                "methods": {
                    "socket": "get_links get_addr get_routes link addr route link_lookup get_neighbours get_rules",
                },
            },
        },
        "aliases": {"pyroute2.iproute.IPRoute": "pyroute2.IPRoute"},
    },
    {
        "name": "niquests",
        "roots": ("niquests",),
        "source": "https://niquests.readthedocs.io/en/latest/",
        "instead": "use `niquests.AsyncSession`",
        "calls": {
            "http": """niquests.get niquests.post niquests.put niquests.patch niquests.delete niquests.head
                niquests.options niquests.request""",
        },
        "coroutines": """niquests.aget niquests.apost niquests.aput niquests.apatch niquests.adelete niquests.ahead
            niquests.aoptions niquests.arequest""",
        "classes": {
            "niquests.Session": {
                "methods": {"http": "get post put patch delete head options request send gather"},
            },
            "niquests.AsyncSession": {
                "async": True,
                "coroutines": "get post put patch delete head options request close gather",
            },
        },
        "aliases": {
            "niquests.sessions.Session": "niquests.Session",
            "niquests.async_session.AsyncSession": "niquests.AsyncSession",
            "niquests.api.get": "niquests.get",
        },
    },
    {
        "name": "tls-client",
        "roots": ("tls_client",),
        "source": "https://github.com/FlorianREGAZ/Python-Tls-Client",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "tls_client.Session": {
                "methods": {"http": "get post put patch delete head options execute_request"},
            },
        },
        "aliases": {"tls_client.sessions.Session": "tls_client.Session"},
    },
    {
        "name": "primp",
        "roots": ("primp",),
        "source": "https://github.com/deedy5/primp",
        "instead": "use `primp.AsyncClient`",
        "calls": {"http": "primp.get primp.post primp.put primp.delete primp.request"},
        "classes": {
            "primp.Client": {
                "methods": {"http": "get post put patch delete head options request"},
            },
            "primp.AsyncClient": {
                "async": True,
                "awaitables": "get post put patch delete head options request",
            },
        },
    },
    {
        "name": "grpcio",
        "roots": ("grpc",),
        "source": "https://grpc.github.io/grpc/python/grpc.html",
        "instead": "use `grpc.aio`",
        "returns": {
            "grpc.insecure_channel": "grpc.Channel",
            "grpc.secure_channel": "grpc.Channel",
            "grpc.aio.insecure_channel": "grpc.aio.Channel",
            "grpc.aio.secure_channel": "grpc.aio.Channel",
            "grpc.intercept_channel": "grpc.Channel",
            "grpc.server": "grpc.Server",
            "grpc.channel_ready_future": "grpc.Future",
        },
        "classes": {
            "grpc.Channel": {
                "pure": "close subscribe",
                "returns": {
                    "unary_unary": "grpc.UnaryUnaryMultiCallable",
                    "unary_stream": "grpc.UnaryStreamMultiCallable",
                    "stream_unary": "grpc.UnaryUnaryMultiCallable",
                },
            },
            "grpc.UnaryUnaryMultiCallable": {
                "methods": {"sdk": "__call__ with_call"},
                "returns": {"future": "grpc.Future"},
            },
            "grpc.UnaryStreamMultiCallable": {
                "returns": {"__call__": "grpc.UnaryStreamMultiCallable.__call__()"},
            },
            "grpc.UnaryStreamMultiCallable.__call__()": {
                "iter": {"effect": "sdk"},
            },
            "grpc.Future": {
                "methods": {"wait": "result exception"},
                "unless": {"result": "timeout=0"},
            },
            "grpc.aio.Channel": {
                "async": True,
                "coroutines": "close channel_ready wait_for_state_change",
            },
            "grpc.Server": {
                "methods": {"wait": "wait_for_termination"},
            },
        },
    },
    {
        "name": "python-digitalocean",
        "roots": ("digitalocean",),
        "source": "https://github.com/koalalorenzo/python-digitalocean",
        "older": "digitalocean.Manager.Manager",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "digitalocean.Manager": {
                "methods": {
                    "http": """get_account get_all_droplets get_droplet get_all_regions get_all_images get_all_domains
                        get_all_sshkeys get_all_volumes""",
                },
                "returns": {"get_droplet": "digitalocean.Droplet"},
            },
            "digitalocean.Droplet": {
                "methods": {
                    "http": """create load power_on power_off reboot shutdown destroy rename resize take_snapshot
                        get_actions""",
                },
            },
        },
        "aliases": {"digitalocean.Manager.Manager": "digitalocean.Manager"},
    },
)
