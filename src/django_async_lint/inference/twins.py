"""The asynchronous twins that Django offers, by target release."""

from functools import cache

from django_async_lint.knowledge import django_async

OWNERS = {
    "django.db.models.QuerySet": ("django.db.models.query.QuerySet",),
    "django.db.models.Model": ("django.db.models.base.Model",),
    "related_manager": ("related_manager.many_to_many", "related_manager.reverse_fk_nullable"),
}


NAMES = frozenset(twin for table in django_async.ASYNC_TWINS.values() for twin, _ in table.values())
"""Every name of an asynchronous twin, on any release."""


def release(text: str) -> tuple[int, ...]:
    """A Django release as numbers that compare: `4.2` before `5.0`."""
    return tuple(int(part) for part in text.split(".")[:2] if part.isdigit())


@cache
def of_method(owner: str, method: str, target: str) -> str:
    """The twin of a method on the target release, or an empty string."""
    for name in OWNERS.get(owner, (owner,)):
        twin, since = django_async.ASYNC_TWINS.get(name, {}).get(method, ("", "99"))
        if twin and release(since) <= release(target):
            return twin
    return ""


def is_available(since: str, target: str) -> bool:
    """Whether what came with a release exists on the target."""
    return release(since or "0") <= release(target)


def user_text(target: str) -> str:
    """How asynchronous code gets at the user of a request on the target release."""
    return "await request.auser()" if is_available("5.0", target) else "await sync_to_async(lambda: request.user)()"
