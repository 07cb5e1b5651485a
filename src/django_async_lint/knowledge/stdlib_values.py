"""What functions of the standard library give that wait for nothing: texts, dates, digests, matches.

Literal tables only; `source` says where each is documented.
"""

LIBRARIES: tuple[dict[str, object], ...] = (
    {
        "name": "python",
        "roots": ("base64", "secrets", "html", "math", "textwrap", "string"),
        "source": "https://docs.python.org/3/library/index.html",
        "instead": "call it directly",
        "pure": """base64.b64encode base64.b64decode base64.urlsafe_b64encode base64.urlsafe_b64decode
            base64.standard_b64encode base64.standard_b64decode base64.b16encode base64.b16decode
            base64.b32encode base64.b32decode base64.encodebytes base64.decodebytes
            secrets.token_hex secrets.token_urlsafe secrets.token_bytes secrets.compare_digest secrets.choice
            secrets.randbelow secrets.randbits html.escape html.unescape math.ceil math.floor math.sqrt math.isclose
            textwrap.dedent textwrap.indent textwrap.shorten textwrap.fill string.capwords""",
        "returns": {
            "base64.b64encode": "builtins.bytes",
            "base64.b64decode": "builtins.bytes",
            "base64.urlsafe_b64encode": "builtins.bytes",
            "base64.urlsafe_b64decode": "builtins.bytes",
            "secrets.token_hex": "builtins.str",
            "secrets.token_urlsafe": "builtins.str",
            "secrets.token_bytes": "builtins.bytes",
            "html.escape": "builtins.str",
            "html.unescape": "builtins.str",
            "textwrap.dedent": "builtins.str",
            "textwrap.indent": "builtins.str",
            "textwrap.shorten": "builtins.str",
            "textwrap.fill": "builtins.str",
            "string.capwords": "builtins.str",
        },
    },
    {
        "name": "python",
        "roots": ("datetime",),
        "source": "https://docs.python.org/3/library/datetime.html",
        "instead": "call it directly",
        "pure": """datetime.datetime.now datetime.datetime.utcnow datetime.datetime.today
            datetime.datetime.fromtimestamp datetime.datetime.fromisoformat datetime.datetime.strptime
            datetime.datetime.combine datetime.date.today datetime.date.fromisoformat datetime.date.fromtimestamp""",
        "returns": {
            "datetime.datetime.now": "datetime.datetime",
            "datetime.datetime.utcnow": "datetime.datetime",
            "datetime.datetime.today": "datetime.datetime",
            "datetime.datetime.fromtimestamp": "datetime.datetime",
            "datetime.datetime.fromisoformat": "datetime.datetime",
            "datetime.datetime.strptime": "datetime.datetime",
            "datetime.datetime.combine": "datetime.datetime",
            "datetime.date.today": "datetime.date",
            "datetime.date.fromisoformat": "datetime.date",
            "datetime.date.fromtimestamp": "datetime.date",
        },
        "classes": {
            "datetime.date": {
                "pure": """replace isoformat strftime weekday isoweekday isocalendar toordinal timetuple ctime year
                    month day""",
                "returns": {"isoformat": "builtins.str", "strftime": "builtins.str", "replace": "datetime.date"},
            },
            "datetime.datetime": {
                "bases": ("datetime.date",),
                "pure": """replace isoformat astimezone date time timestamp utcoffset tzname dst utctimetuple hour
                    minute second microsecond tzinfo""",
                "returns": {
                    "isoformat": "builtins.str",
                    "replace": "datetime.datetime",
                    "astimezone": "datetime.datetime",
                    "date": "datetime.date",
                    "time": "datetime.time",
                    "timestamp": "builtins.float",
                },
            },
            "datetime.time": {
                "pure": "replace isoformat strftime hour minute second",
                "returns": {"isoformat": "builtins.str", "strftime": "builtins.str", "replace": "datetime.time"},
            },
            "datetime.timedelta": {
                "pure": "total_seconds days seconds microseconds",
                "returns": {"total_seconds": "builtins.float"},
            },
        },
    },
    {
        "name": "python",
        "roots": ("uuid",),
        "source": "https://docs.python.org/3/library/uuid.html",
        "instead": "call it directly",
        "pure": "uuid.uuid1 uuid.uuid3 uuid.uuid4 uuid.uuid5",
        "returns": {
            "uuid.uuid1": "uuid.UUID",
            "uuid.uuid3": "uuid.UUID",
            "uuid.uuid4": "uuid.UUID",
            "uuid.uuid5": "uuid.UUID",
        },
        "classes": {"uuid.UUID": {"pure": "hex int bytes urn version variant fields"}},
    },
    {
        "name": "python",
        "roots": ("hashlib", "hmac"),
        "source": "https://docs.python.org/3/library/hashlib.html#hash-objects",
        "instead": "call it directly",
        "pure": """hashlib.md5 hashlib.sha1 hashlib.sha224 hashlib.sha256 hashlib.sha384 hashlib.sha512
            hashlib.sha3_256 hashlib.sha3_512 hashlib.blake2b hashlib.blake2s hashlib.new hmac.new hmac.digest
            hmac.compare_digest""",
        "returns": {
            "hashlib.md5": "hmac.HMAC",
            "hashlib.sha1": "hmac.HMAC",
            "hashlib.sha224": "hmac.HMAC",
            "hashlib.sha256": "hmac.HMAC",
            "hashlib.sha384": "hmac.HMAC",
            "hashlib.sha512": "hmac.HMAC",
            "hashlib.sha3_256": "hmac.HMAC",
            "hashlib.sha3_512": "hmac.HMAC",
            "hashlib.blake2b": "hmac.HMAC",
            "hashlib.blake2s": "hmac.HMAC",
            "hashlib.new": "hmac.HMAC",
            "hmac.new": "hmac.HMAC",
            "hmac.digest": "builtins.bytes",
        },
        "classes": {
            "hmac.HMAC": {
                "pure": "update digest hexdigest copy name digest_size block_size",
                "returns": {"digest": "builtins.bytes", "hexdigest": "builtins.str", "copy": "hmac.HMAC"},
            },
        },
    },
    {
        "name": "python",
        "roots": ("re",),
        "source": "https://docs.python.org/3/library/re.html",
        "instead": "call it directly",
        "pure": "re.compile re.match re.search re.fullmatch re.escape re.sub re.purge",
        "returns": {
            "re.compile": "re.Pattern",
            "re.match": "re.Match",
            "re.search": "re.Match",
            "re.fullmatch": "re.Match",
            "re.escape": "builtins.str",
            "re.sub": "builtins.str",
        },
        "classes": {
            "re.Pattern": {
                "pure": "match search fullmatch split findall finditer sub subn pattern flags groups groupindex",
                "returns": {
                    "match": "re.Match",
                    "search": "re.Match",
                    "fullmatch": "re.Match",
                    "sub": "builtins.str",
                },
            },
            "re.Match": {"pure": "group groups groupdict start end span expand string re pos endpos lastgroup"},
        },
    },
    {
        "name": "python",
        "roots": ("gettext",),
        "source": "https://docs.python.org/3/library/gettext.html",
        "instead": "call it directly",
        "pure": "gettext.gettext gettext.ngettext gettext.pgettext gettext.npgettext gettext.dgettext",
        "returns": {
            "gettext.gettext": "builtins.str",
            "gettext.ngettext": "builtins.str",
            "gettext.pgettext": "builtins.str",
            "gettext.npgettext": "builtins.str",
            "gettext.dgettext": "builtins.str",
        },
    },
)
