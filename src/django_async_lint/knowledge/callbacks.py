"""Functions and decorators that are given a function and call it without `await`.

Literal tables only. The outcome is a verb phrase whose subject is the async function; `{user}` stands for the way to
the user on the target release. `until` is the release since which it is awaited or run, empty for none. Outcomes under
Django were run on 4.2, 5.0, 5.1 and 5.2.
"""

SOURCES: dict[str, str] = {
    "on_commit": "https://docs.djangoproject.com/en/stable/topics/db/transactions/#performing-actions-after-commit",
    "condition": "https://docs.djangoproject.com/en/stable/topics/conditional-view-processing/",
    "user_passes_test": "https://docs.djangoproject.com/en/stable/releases/5.1/#django-contrib-auth",
    "receivers": "https://docs.djangoproject.com/en/stable/releases/5.0/#signals",
    "tags": "https://docs.djangoproject.com/en/stable/howto/custom-template-tags/",
    "admin": "https://docs.djangoproject.com/en/stable/ref/contrib/admin/actions/",
    "fields": "https://docs.djangoproject.com/en/stable/ref/models/fields/",
    "checks": "https://docs.djangoproject.com/en/stable/topics/checks/",
    "celery": "https://docs.celeryq.dev/en/stable/userguide/tasks.html",
    "atexit": "https://docs.python.org/3/library/atexit.html",
}
"""Where each group of the names below is documented."""

ARGUMENTS: dict[str, tuple[tuple[int, str, str, str, str], ...]] = {
    "django.db.transaction.on_commit": (
        (0, "func", "never runs", "give it a plain function that calls `async_to_sync({name})(...)`", ""),
    ),
    "django.views.decorators.http.condition": (
        (0, "etag_func", "answers 500: a coroutine is no ETag", "write it as a plain `def`", ""),
        (1, "last_modified_func", "answers 500: a coroutine is no date", "write it as a plain `def`", ""),
    ),
    "django.views.decorators.http.etag": (
        (0, "etag_func", "answers 500: a coroutine is no ETag", "write it as a plain `def`", ""),
    ),
    "django.views.decorators.http.last_modified": (
        (0, "last_modified_func", "answers 500: a coroutine is no date", "write it as a plain `def`", ""),
    ),
    "django.contrib.auth.decorators.user_passes_test": (
        (
            0,
            "test_func",
            "grants access to everyone (security): a coroutine is always true",
            "write it as a plain `def`; Django awaits it since 5.1",
            "5.1",
        ),
    ),
    "django.dispatch.Signal.connect": (
        (0, "receiver", "never runs", "write it as a plain `def`; Django runs async receivers since 5.0", "5.0"),
    ),
    "django.template.Library.filter": (
        (1, "filter_func", "puts `<coroutine object ...>` into the page", "write it as a plain `def`", ""),
    ),
    "atexit.register": ((0, "func", "never runs", "give it a plain function that calls `asyncio.run({name}())`", ""),),
}
"""Call -> its arguments that are called: position, keyword, outcome, what to write instead, until which release."""

SIGNALS = ("django.db.models.signals.", "django.core.signals.", "django.contrib.auth.signals.", "django.test.signals.")
"""How the names of Django's own signals begin."""

DECORATORS: dict[str, tuple[str, str, str]] = {
    "django.dispatch.receiver": (
        "never runs",
        "write it as a plain `def`; Django runs async receivers since 5.0",
        "5.0",
    ),
    "django.template.Library.filter": (
        "puts `<coroutine object ...>` into the page",
        "write it as a plain `def`; await in the view, not in the page",
        "",
    ),
    "django.template.Library.simple_tag": (
        "puts `<coroutine object ...>` into the page",
        "write it as a plain `def`; await in the view, not in the page",
        "",
    ),
    "django.template.Library.simple_block_tag": (
        "puts `<coroutine object ...>` into the page",
        "write it as a plain `def`; await in the view, not in the page",
        "",
    ),
    "django.template.Library.inclusion_tag": (
        "raises TypeError in the page",
        "write it as a plain `def`; await in the view, not in the page",
        "",
    ),
    "django.template.Library.tag": ("raises when the template is parsed", "write it as a plain `def`", ""),
    "django.contrib.admin.action": ("never runs", "write it as a plain `def`: the admin runs in a thread", ""),
    "django.contrib.admin.display": (
        "shows `<coroutine object ...>`",
        "write it as a plain `def`: the admin runs in a thread",
        "",
    ),
    "django.core.checks.register": ("raises TypeError when the checks run", "write it as a plain `def`", ""),
    "celery.shared_task": (
        "never runs: the coroutine is the task's result and is dropped",
        "write a plain `def` that calls `async_to_sync(...)` or `asyncio.run(...)`",
        "",
    ),
    "celery.Celery.task": (
        "never runs: the coroutine is the task's result and is dropped",
        "write a plain `def` that calls `async_to_sync(...)` or `asyncio.run(...)`",
        "",
    ),
    "atexit.register": ("never runs", "give it a plain function that calls `asyncio.run(...)`", ""),
}
"""Decorator -> outcome for an async function under it, what to write instead, until which release."""

UNLESS: dict[str, tuple[str, ...]] = {
    "celery.shared_task": ("celery_aio_pool", "celery_pool_asyncio", "aio_celery", "task_cls"),
    "celery.Celery.task": ("celery_aio_pool", "celery_pool_asyncio", "aio_celery", "task_cls"),
}
"""Words in the project with which a decorator may await what it is given: pools and task classes of other packages."""

FIELD_KEYWORDS: dict[str, tuple[str, str]] = {
    "default": ("puts a coroutine into the field", "write it as a plain `def`"),
    "db_default": ("puts a coroutine into the field", "write it as a plain `def`"),
    "initial": ("puts a coroutine into the field", "write it as a plain `def`"),
    "upload_to": ("raises TypeError when a file is saved", "write it as a plain `def`"),
    "validators": ("checks nothing (security)", "write it as a plain `def`"),
    "choices": ("raises TypeError", "write it as a plain `def`"),
    "limit_choices_to": ("raises TypeError", "write it as a plain `def`"),
}
"""Keywords of model and form fields that hold a callable, or a list of them."""

FIELD_MODULES = (
    "django.db.models.",
    "django.forms.",
    "django.contrib.postgres.fields.",
    "django.contrib.gis.db.models.",
)

ROUTES: frozenset[str] = frozenset(
    {
        "django.urls.path",
        "django.urls.re_path",
        "django.urls.conf.path",
        "django.urls.conf.re_path",
    }
)
"""What is given a view as its second argument."""

CONTEXT_PROCESSORS: tuple[str, str] = (
    "raises TypeError where a template is rendered",
    "write it as a plain `def`: it runs in a thread",
)
