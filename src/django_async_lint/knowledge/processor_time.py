"""What calls cost the processor, in steps: one step is a round of the shortest `for` loop, about 70 ns when measured.

Literal tables only. Figures are rounded down from measurements on CPython 3.12, so that a known size that is
reported takes tens of milliseconds at least. Calls that are heavy whatever they are given stand in the library
tables as `cpu`; what is here says what they cost once the size of their input is known.
"""

STEPS_OF_CALL: dict[str, int] = {
    "ast.literal_eval": 100,
    "copy.copy": 2, "copy.deepcopy": 20, "csv.DictWriter.writerow": 10, "csv.writer.writerow": 6,
    "collections.Counter": 10,
    "datetime.date.strftime": 12, "datetime.datetime.strftime": 12, "datetime.datetime.strptime": 40,
    "decimal.Decimal": 2,
    "django.utils.crypto.get_random_string": 80, "django.utils.html.escape": 10,
    "django.utils.html.strip_tags": 100, "django.utils.text.slugify": 30,
    "fractions.Fraction": 5,
    "hashlib.blake2b": 8, "hashlib.blake2s": 8, "hashlib.md5": 8, "hashlib.new": 12, "hashlib.sha1": 8,
    "hashlib.sha224": 8, "hashlib.sha256": 8, "hashlib.sha384": 8, "hashlib.sha3_256": 8, "hashlib.sha512": 8,
    "hmac.digest": 10, "hmac.new": 20,
    "html.escape": 3,
    "ipaddress.ip_address": 15,
    "json.dumps": 25, "json.loads": 20,
    "pickle.dumps": 8, "pickle.loads": 8,
    "re.findall": 8, "re.fullmatch": 8, "re.match": 8, "re.search": 8, "re.split": 8, "re.sub": 10,
    "random.choice": 2, "random.randint": 3,
    "secrets.token_hex": 6, "secrets.token_urlsafe": 6,
    "textwrap.wrap": 100,
    "time.strptime": 40,
    "urllib.parse.quote": 8, "urllib.parse.urlencode": 25, "urllib.parse.urlparse": 10,
    "uuid.uuid4": 15,
}  # fmt: skip
"""What one call costs on the smallest input: it counts where a loop makes the call."""

STEPS_OF_INPUT: dict[str, tuple[int, str, str, float, int]] = {
    # ordering and building
    "sorted": (0, "iterable", "items", 2.0, 1),
    "set": (0, "", "items", 1.0, 1),
    "frozenset": (0, "", "items", 1.0, 1),
    "list": (0, "", "items", 0.3, 1),
    "tuple": (0, "", "items", 0.3, 1),
    "sum": (0, "iterable", "items", 0.3, 1),
    "min": (0, "", "items", 0.3, 1),
    "max": (0, "", "items", 0.3, 1),
    "collections.Counter": (0, "", "items", 0.4, 1),
    "copy.deepcopy": (0, "x", "values", 8.0, 1),
    "functools.reduce": (1, "", "items", 0.7, 1),
    "collections.deque": (0, "", "items", 0.3, 1),
    "heapq.heapify": (0, "", "items", 0.5, 1),
    "heapq.nlargest": (1, "iterable", "items", 1.0, 1),
    "heapq.nsmallest": (1, "iterable", "items", 1.0, 1),
    "random.shuffle": (0, "x", "items", 5.0, 1),
    "random.sample": (1, "k", "items", 8.0, 1),
    "statistics.mean": (0, "data", "items", 5.0, 1),
    "statistics.median": (0, "data", "items", 2.0, 1),
    "statistics.stdev": (0, "data", "items", 8.0, 1),
    # text and bytes
    "json.dumps": (0, "obj", "values", 3.0, 1),
    "django.http.JsonResponse": (0, "data", "values", 3.0, 1),
    "django.http.response.JsonResponse": (0, "data", "values", 3.0, 1),
    "json.loads": (0, "s", "characters", 0.2, 1),
    "pickle.dumps": (0, "obj", "values", 0.5, 1),
    "re.findall": (1, "string", "characters", 0.3, 1),
    "re.split": (1, "string", "characters", 0.3, 1),
    "re.sub": (2, "string", "characters", 0.3, 1),
    "csv.reader": (0, "", "characters", 0.6, 1),
    "csv.DictReader": (0, "f", "characters", 1.4, 1),
    "xml.etree.ElementTree.fromstring": (0, "text", "characters", 0.9, 1),
    "zipfile.ZipFile.writestr": (1, "data", "bytes", 0.01, 1),
    "hashlib.sha256": (0, "string", "bytes", 0.01, 1),
    "hashlib.sha512": (0, "string", "bytes", 0.01, 1),
    "hashlib.md5": (0, "string", "bytes", 0.01, 1),
    # templates: what a context holds is shown
    "django.shortcuts.render": (2, "context", "values", 35.0, 1),
    "django.template.loader.render_to_string": (1, "context", "values", 35.0, 1),
    "django.template.Template.render": (0, "context", "values", 35.0, 1),
    "django.template.base.Template.render": (0, "context", "values", 35.0, 1),
    "base64.b64encode": (0, "s", "bytes", 0.02, 1),
    "zlib.compress": (0, "data", "bytes", 0.1, 1),
    "zlib.decompress": (0, "data", "bytes", 0.05, 1),
    "gzip.compress": (0, "data", "bytes", 0.1, 1),
    "gzip.decompress": (0, "data", "bytes", 0.05, 1),
    "bz2.compress": (0, "data", "bytes", 1.0, 1),
    "bz2.decompress": (0, "data", "bytes", 0.5, 1),
    "lzma.compress": (0, "data", "bytes", 1.0, 1),
    "lzma.decompress": (0, "data", "bytes", 0.5, 1),
    # numbers
    "math.factorial": (0, "", "number", 0.00015, 2),
    "hashlib.pbkdf2_hmac": (3, "iterations", "number", 8.0, 1),
    "django.utils.crypto.pbkdf2": (2, "iterations", "number", 8.0, 1),
}
"""Name -> position and keyword of the argument that decides, what is counted in it (`number`: the argument itself
is the count), steps for each, and the power to which the count is raised first."""

SIZED_BY_NUMBER: dict[str, int] = {
    "bytes": 0, "bytearray": 0, "os.urandom": 0, "secrets.token_bytes": 0, "random.randbytes": 0, "range": 0,
}  # fmt: skip
"""Calls that give as many elements as the number at this position says."""

SIZED_BY_ARGUMENT: dict[str, int] = {
    "list": 0, "tuple": 0, "sorted": 0, "reversed": 0, "enumerate": 0, "iter": 0, "bytes": 0, "bytearray": 0,
    "map": 1, "zip": 0, "random.shuffle": 0, "collections.deque": 0, "itertools.accumulate": 0,
    "io.StringIO": 0, "io.BytesIO": 0, "filter": 1,
}  # fmt: skip
"""Calls that give as many elements as the iterable at this position has; `filter` goes through as many."""

WRAPPERS: dict[str, int] = {
    "django.template.Context": 0, "django.template.RequestContext": 1, "django.template.context.Context": 0,
    "django.template.context.RequestContext": 1, "dict": 0,
}  # fmt: skip
"""Calls that hold just the values that the argument at this position holds."""

TEXT_FOR_URLS = frozenset({"base64.urlsafe_b64encode"})
"""What makes text for an address, a cookie or a key: what is written there is short.
Source: https://docs.python.org/3/library/base64.html#base64.urlsafe_b64encode"""
COMBINED: dict[str, str] = {
    "itertools.product": "product",
    "itertools.permutations": "permutations",
    "itertools.combinations": "combinations",
}
"""Calls that give far more elements than they are given, by how these are counted."""

HASHED_ON_LOOP: dict[str, tuple[str, str, str]] = {
    "django.contrib.auth.aauthenticate": ("5.2", "6.0", "authenticate"),
    "django.contrib.auth.hashers.acheck_password": ("5.0", "6.0", "check_password"),
    "django.contrib.auth.base_user.AbstractBaseUser.acheck_password": ("5.0", "6.0", "check_password"),
    "django.contrib.auth.models.AbstractBaseUser.acheck_password": ("5.0", "6.0", "check_password"),
    "django.contrib.auth.models.UserManager.acreate_user": ("5.2", "", "create_user"),
    "django.contrib.auth.models.UserManager.acreate_superuser": ("5.2", "", "create_superuser"),
}
"""Coroutines that hash a password in the coroutine itself: the releases from which and before which they do (nothing
for the latest too), and what to call in a thread instead. Measured on every release."""

HASHED_PLAINLY: frozenset[str] = frozenset({
    "django.contrib.auth.models.UserManager.create_user",
    "django.contrib.auth.models.UserManager.create_superuser",
})  # fmt: skip
"""Methods of managers that hash a password before they query."""

PASSWORDS: dict[str, tuple[int, str]] = {
    "aauthenticate": (-1, "password"),
    "acheck_password": (0, "password"),
    "acreate_user": (2, "password"),
    "acreate_superuser": (2, "password"),
    "create_user": (2, "password"),
    "create_superuser": (2, "password"),
}
"""Where these coroutines take the password: position, and keyword. Without one they hash nothing."""
