"""Names that only the methods of plain data have, or hardly anything else: what a call on an unknown value is taken for.

Literal tables, names apart by spaces, no logic. They say only that such a call is not worth telling as one of which nothing is known.
"""

SOURCE = "https://docs.python.org/3/library/stdtypes.html"

TEXT: str = """capitalize casefold center count decode encode endswith expandtabs find format format_map index isalnum isalpha
    isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip
    partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith
    strip swapcase title translate upper zfill hex"""

CONTAINERS: str = """add append clear copy difference difference_update discard extend get insert intersection intersection_update
    isdisjoint issubset issuperset items keys pop popitem remove reverse setdefault sort symmetric_difference union
    update values most_common elements appendleft popleft getlist setlist appendlist lists dict urlencode"""

TIMES: str = """astimezone isoformat strftime timestamp total_seconds utcoffset weekday isoweekday isocalendar date timetz
    localize quantize normalize as_integer_ratio is_integer group groups groupdict"""
"""Of dates, times, decimals and matches."""

LOGS: str = "debug info warning error exception critical"
"""Of loggers and of `messages`."""

REQUESTS: str = """build_absolute_uri get_full_path get_host get_port is_secure is_ajax accepts set_cookie delete_cookie
    set_signed_cookie get_signed_cookie has_header set_expiry get_expiry_age"""
"""Of requests and responses; what reads the session is known by its own tables."""

QUERYSETS: str = """all filter exclude none select_related prefetch_related defer only order_by annotate alias distinct values_list
    using"""
"""Of querysets: those that only make another one."""

PACKAGES: frozenset[str] = frozenset(
    {
        "django",
        "rest_framework",
        "asgiref",
        "channels",
        "fastapi",
        "starlette",
        "pydantic",
        "pytz",
        "dateutil",
        "attr",
        "attrs",
        "typing_extensions",
        "markupsafe",
        "packaging",
        "sqlparse",
        "drf_spectacular",
        "drf_yasg",
        "strawberry",
        "graphene",
        "ninja",
        "adrf",
        "crispy_forms",
        "django_filters",
        "html5lib",
        "structlog",
        "humanize",
        "inflection",
        "slugify",
        "shortuuid",
        "phonenumbers",
        "tabulate",
        "bleach",
        "rdflib",
        "pyparsing",
        "isodate",
        "semver",
    }
)
"""Root packages of which the tables hold what waits, or of which nothing waits: what they lack needs no telling."""
