"""The asynchronous guard switched off, or database connections kept under ASGI

## What it does
Reports `DJANGO_ALLOW_ASYNC_UNSAFE` put into the environment by the settings, `asgi.py`, `wsgi.py`, `manage.py` or
`conftest.py`, and `CONN_MAX_AGE` other than 0 in a site with asynchronous views, unless the driver keeps a pool.

## Why it matters
The variable does not make the ORM asynchronous. A query on the event loop then is not refused but made there: all
other requests wait for it, and coroutines share one connection and its transaction. Any text switches the guard off,
`"false"` too. The findings of DAL201 to DAL207 say that they block, not that they raise, where a site does this.

Under ASGI each request has a thread of its own, with connections of its own. With `CONN_MAX_AGE` they stay open after
the thread has gone: they are used by nobody and count against the limit of the database.

## Bad
```python
# settings.py
import os

MIDDLEWARE = []
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
```

## Good
```python
# settings.py
import os

MIDDLEWARE = []
os.environ.setdefault("DJANGO_LOG_LEVEL", "INFO")
```

## Fix
Take the variable out and mend what then raises: `await` the asynchronous form, or `sync_to_async`. For connections set
`CONN_MAX_AGE` to 0 and use a pool: `"OPTIONS": {"pool": True}` with psycopg since Django 5.1, or PgBouncer.

## When to ignore
In a notebook, or in tests that drive a browser whose driver runs an event loop in the test's own thread.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule

FAULT = {
    "environment": "`{sink}` switches the asynchronous guard off: queries on the event loop block it instead of raising"
    " SynchronousOnlyOperation",
    "commands": "`{sink}` switches the asynchronous guard off for whatever is run from here: queries on an event loop"
    " are not noticed",
    "connections": "`CONN_MAX_AGE` of `{sink}` keeps connections open under ASGI, where each request has a thread and"
    " connections of its own: they pile up unused",
}
ADVICE = {
    "environment": "take it out, and mend the calls that then raise: `await` an async form or use `sync_to_async`",
    "commands": "take it out, and set it only for the one command or test that needs it",
    "connections": "set it to 0, and pool instead: the `pool` option with psycopg, or PgBouncer",
}


@rule("DAL509", "guard-switched-off", "warning")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.of_kind("unguards"):
        yield at("DAL509", function, effect, FAULT[effect.how].format(sink=effect.sink), ADVICE[effect.how])
