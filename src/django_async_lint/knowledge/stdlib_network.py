"""What the standard library does on the network, and its database driver. Literal tables only."""

LIBRARIES = (
    {
        "name": "python",
        "roots": ("urllib", "http"),
        "source": "https://docs.python.org/3/library/urllib.request.html",
        "instead": "use `httpx.AsyncClient`",
        "calls": {"http": "urllib.request.urlopen urllib.request.urlretrieve"},
        "returns": {
            "urllib.request.urlopen": "http.client.HTTPResponse",
            "urllib.request.build_opener": "urllib.request.OpenerDirector",
        },
        "classes": {
            "urllib.request.OpenerDirector": {
                "methods": {"http": "open"},
                "returns": {"open": "http.client.HTTPResponse"},
            },
            "urllib.robotparser.RobotFileParser": {"methods": {"http": "read"}},
            "http.client.HTTPConnection": {
                "methods": {"http": "connect request endheaders send getresponse"},
                "returns": {"getresponse": "http.client.HTTPResponse"},
            },
            "http.client.HTTPSConnection": {"bases": ("http.client.HTTPConnection",)},
            "http.client.HTTPResponse": {
                "methods": {"http": "read read1 readline readlines readinto peek"},
                "iter": {"effect": "http"},
            },
        },
    },
    {
        "name": "python",
        "roots": ("xmlrpc",),
        "source": "https://docs.python.org/3/library/xmlrpc.client.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "xmlrpc.client.ServerProxy": {
                "methods": {"http": "* *.* *.*.*"},
                "pure": "__enter__ __exit__ __repr__",
            },
            "xmlrpc.client.MultiCall": {"methods": {"http": "__call__"}},
        },
        "aliases": {"xmlrpc.client.Server": "xmlrpc.client.ServerProxy"},
    },
    {
        "name": "python",
        "roots": ("socket", "_socket"),
        "source": "https://docs.python.org/3/library/socket.html",
        "instead": "use `await asyncio.open_connection(...)`",
        "advice": {
            "socket.getaddrinfo": "use `await loop.getaddrinfo(...)`",
            "socket.gethostbyname": "use `await loop.getaddrinfo(...)`",
            "socket.gethostbyname_ex": "use `await loop.getaddrinfo(...)`",
            "socket.gethostbyaddr": "use `await loop.getnameinfo(...)`",
            "socket.getnameinfo": "use `await loop.getnameinfo(...)`",
            "socket.getfqdn": "use `await loop.getnameinfo(...)`",
            "socket.socket.connect": "use `await loop.sock_connect(...)`",
            "socket.socket.accept": "use `await loop.sock_accept(...)`",
            "socket.socket.recv": "use `await loop.sock_recv(...)`",
            "socket.socket.recv_into": "use `await loop.sock_recv_into(...)`",
            "socket.socket.recvfrom": "use `await loop.sock_recvfrom(...)`",
            "socket.socket.sendall": "use `await loop.sock_sendall(...)`",
            "socket.socket.sendto": "use `await loop.sock_sendto(...)`",
        },
        "calls": {
            "socket": """socket.create_connection socket.getaddrinfo socket.gethostbyname socket.gethostbyname_ex
                socket.gethostbyaddr socket.getnameinfo socket.getfqdn""",
        },
        "returns": {"socket.create_connection": "socket.socket", "socket.create_server": "socket.socket"},
        "classes": {
            "socket.socket": {
                "methods": {
                    "socket": """accept connect connect_ex recv recv_into recvfrom recvfrom_into recvmsg recvmsg_into
                        send sendall sendto sendmsg sendfile""",
                },
            },
        },
        "aliases": {"socket.SocketType": "socket.socket"},
    },
    {
        "name": "python",
        "roots": ("ssl",),
        "source": "https://docs.python.org/3/library/ssl.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "advice": {
            "ssl.create_default_context": "create it once at start-up, or in a thread: `await asyncio.to_thread(...)`"
        },
        "calls": {"socket": "ssl.get_server_certificate", "file": "ssl.create_default_context"},
        "unless": {"ssl.create_default_context": "cadata=*"},
        "returns": {"ssl.create_default_context": "ssl.SSLContext"},
        "classes": {
            "ssl.SSLContext": {
                "methods": {
                    "file": "load_cert_chain load_default_certs load_verify_locations set_default_verify_paths",
                    "socket": "wrap_socket",
                },
                "returns": {"wrap_socket": "ssl.SSLSocket"},
            },
            "ssl.SSLSocket": {
                "bases": ("socket.socket",),
                "methods": {"socket": "do_handshake read write unwrap"},
            },
        },
    },
    {
        "name": "python",
        "roots": ("select", "selectors", "socketserver", "http.server", "wsgiref"),
        "source": "https://docs.python.org/3/library/selectors.html",
        "instead": "use `loop.add_reader(...)` or asyncio streams",
        "calls": {"socket": "select.select"},
        "unless": {"select.select": "3=0 timeout=0"},
        "returns": {
            "select.poll": "select.poll()",
            "select.epoll": "select.epoll",
            "wsgiref.simple_server.make_server": "http.server.HTTPServer",
        },
        "classes": {
            "select.poll()": {"methods": {"socket": "poll"}, "unless": {"poll": "0=0"}},
            "select.epoll": {"methods": {"socket": "poll"}, "unless": {"poll": "0=0 timeout=0"}},
            "selectors.BaseSelector": {
                "methods": {"socket": "select"},
                "unless": {"select": "0=0 timeout=0"},
            },
            "selectors.DefaultSelector": {"bases": ("selectors.BaseSelector",)},
            "selectors.SelectSelector": {"bases": ("selectors.BaseSelector",)},
            "selectors.PollSelector": {"bases": ("selectors.BaseSelector",)},
            "selectors.EpollSelector": {"bases": ("selectors.BaseSelector",)},
            "socketserver.BaseServer": {"methods": {"socket": "serve_forever handle_request"}},
            "socketserver.TCPServer": {"bases": ("socketserver.BaseServer",)},
            "socketserver.UDPServer": {"bases": ("socketserver.BaseServer",)},
            "http.server.HTTPServer": {"bases": ("socketserver.TCPServer",)},
            "http.server.ThreadingHTTPServer": {"bases": ("http.server.HTTPServer",)},
        },
    },
    {
        "name": "python",
        "roots": ("ftplib", "smtplib", "imaplib", "poplib"),
        "source": "https://docs.python.org/3/library/internet.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "advice": {
            "smtplib.SMTP": "use `aiosmtplib.SMTP`, or run it in a thread: `await asyncio.to_thread(...)`",
            "smtplib.SMTP_SSL": "use `aiosmtplib.SMTP`, or run it in a thread: `await asyncio.to_thread(...)`",
            "smtplib.SMTP.send_message": "use `aiosmtplib.send(...)`, or run it in a thread: `await asyncio.to_thread(...)`",
            "smtplib.SMTP.sendmail": "use `aiosmtplib.send(...)`, or run it in a thread: `await asyncio.to_thread(...)`",
        },
        "calls": {
            "socket": """ftplib.FTP ftplib.FTP_TLS smtplib.SMTP smtplib.SMTP_SSL smtplib.LMTP imaplib.IMAP4
                imaplib.IMAP4_SSL poplib.POP3 poplib.POP3_SSL""",
        },
        "unless": {
            "ftplib.FTP": "()",
            "ftplib.FTP_TLS": "()",
            "smtplib.SMTP": "()",
            "smtplib.SMTP_SSL": "()",
        },
        "classes": {
            "ftplib.FTP": {
                "methods": {
                    "socket": """connect login cwd pwd dir nlst mlsd retrbinary retrlines storbinary storlines size mkd
                        rmd rename delete transfercmd sendcmd voidcmd quit""",
                },
            },
            "ftplib.FTP_TLS": {"bases": ("ftplib.FTP",), "methods": {"socket": "auth prot_p prot_c ccc"}},
            "smtplib.SMTP": {
                "methods": {
                    "socket": """connect ehlo helo ehlo_or_helo_if_needed starttls login auth sendmail send_message noop
                        quit docmd mail rcpt data verify""",
                },
            },
            "smtplib.SMTP_SSL": {"bases": ("smtplib.SMTP",)},
            "smtplib.LMTP": {"bases": ("smtplib.SMTP",)},
            "imaplib.IMAP4": {
                "methods": {
                    "socket": """login authenticate starttls select list lsub search fetch store copy append uid expunge
                        status create delete rename subscribe unsubscribe noop check close logout capability""",
                },
            },
            "imaplib.IMAP4_SSL": {"bases": ("imaplib.IMAP4",)},
            "poplib.POP3": {
                "methods": {"socket": "user pass_ apop stat list retr dele noop quit top uidl stls"},
            },
            "poplib.POP3_SSL": {"bases": ("poplib.POP3",)},
        },
    },
    {
        "name": "python",
        "roots": ("telnetlib", "nntplib"),
        "source": "https://docs.python.org/3.12/library/telnetlib.html",
        "instead": "use `await asyncio.open_connection(...)`",
        "calls": {"socket": "telnetlib.Telnet nntplib.NNTP nntplib.NNTP_SSL"},
        "unless": {"telnetlib.Telnet": "()"},
        "classes": {
            "telnetlib.Telnet": {
                "methods": {"socket": "open read_until read_all read_some expect write interact"},
            },
            "nntplib.NNTP": {"methods": {"socket": "login group article body head post over list quit"}},
            "nntplib.NNTP_SSL": {"bases": ("nntplib.NNTP",)},
        },
        "until": "3.12",
    },
    {
        "name": "python",
        "roots": ("sqlite3", "_sqlite3"),
        "source": "https://docs.python.org/3/library/sqlite3.html",
        "instead": "use `aiosqlite`, or run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "sqlite3.connect"},
        "returns": {"sqlite3.connect": "sqlite3.Connection"},
        "classes": {
            "sqlite3.Connection": {
                "methods": {"socket": "execute executemany executescript commit rollback backup"},
                "returns": {
                    "cursor": "sqlite3.Cursor",
                    "execute": "sqlite3.Cursor",
                    "executemany": "sqlite3.Cursor",
                    "executescript": "sqlite3.Cursor",
                    "iterdump": "sqlite3.Connection.iterdump()",
                },
            },
            "sqlite3.Cursor": {
                "methods": {"socket": "execute executemany executescript fetchone fetchmany fetchall"},
                "returns": {"execute": "sqlite3.Cursor", "executemany": "sqlite3.Cursor"},
                "iter": {"effect": "socket"},
            },
            "sqlite3.Connection.iterdump()": {"iter": {"effect": "socket"}},
        },
        "aliases": {"sqlite3.dbapi2": "sqlite3"},
    },
)
