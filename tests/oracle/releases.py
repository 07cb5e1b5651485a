"""Which entry points of the oracle's site need an API that not every Django release has.

An entry point is marked by the API it uses and skipped, by name and with that reason, where the installed
Django lacks it; nothing here names a release, and nothing tells what is expected of an entry point. The site
itself imports what it needs as if it were there: a missing name of a module gets a stand-in that raises.
"""

import importlib
from functools import cache
from types import ModuleType

NEEDS = {
    "django.contrib.auth.middleware.auser": (
        "accounts.views.whoami",
        "newsroom.views.greeting_member",
        "support.views.account_async",
        "support.views.desk_checked",
        "support.views.basket_after_user",
        "support.views.DeskTestedView",
        "handbook.views.members.whoami_asked",
        "handbook.views.members.whoami_twice",
        "handbook.views.members.readings_asked",
        "handbook.views.members.members_only",
        "handbook.views.members.may_edit_asked",
        "handbook.views.access.for_readers_asked",
        "handbook.views.access.own_page_asked",
        "almanac.views.stations.note",
        "almanac.views.subscribers.whoami_soon",
        "almanac.views.subscribers.may_edit",
        "almanac.views.subscribers.may_edit_soon",
        "almanac.views.subscribers.readers_page",
    ),
    "django.dispatch.Signal.asend": (
        "orders.views.ship",
        "orders.views.place_order",
        "support.desk.opened_async",
        "support.desk.closed_async",
        "handbook.views.editing.archived_later",
        "almanac.views.subscribers.tell_soon",
        "almanac.views.subscribers.ship_soon",
    ),
    "django.dispatch.Signal.asend_robust": (
        "support.desk.opened_robust_async",
        "handbook.views.editing.opened_later",
    ),
    "django.db.models.aprefetch_related_objects": (
        "newsroom.archive.filled",
        "newsroom.archive.filled_bylines",
        "newsroom.archive.filled_deep",
        "handbook.views.bulk.reviewed",
    ),
    "django.shortcuts.aget_object_or_404": (
        "newsroom.archive.found_async",
        "newsroom.archive.found_byline",
        "newsroom.archive.found_credit",
        "handbook.views.reading.page_or_missing",
        "almanac.views.stations.hottest_of",
        "almanac.views.subscribers.subscriber_soon",
        "almanac.views.classes.StationCodeSoon",
    ),
    "django.shortcuts.aget_list_or_404": ("newsroom.archive.found_list_async",),
    "django.core.paginator.AsyncPaginator": (
        "newsroom.archive.page_async",
        "newsroom.archive.page_async_rows",
        "newsroom.archive.page_async_count",
    ),
    "django.contrib.sessions.backends.base.SessionBase.aget": (
        "support.views.basket_async",
        "handbook.views.members.visits_asked",
        "handbook.views.members.visits_counted",
        "almanac.views.subscribers.basket_soon",
    ),
    "django.contrib.sessions.backends.base.SessionBase.aset": ("support.views.basket_filled_async",),
    "django.contrib.sessions.backends.base.SessionBase.aflush": ("support.views.basket_flushed_async",),
    "django.contrib.auth.aauthenticate": (
        "support.membership.proved_async",
        "handbook.views.members.sign_in_awaited",
    ),
    "django.contrib.auth.alogin": (
        "support.membership.logged_in_async",
        "handbook.views.members.sign_in_thread",
    ),
    "django.contrib.auth.alogout": ("support.membership.logged_out_async",),
    "django.contrib.auth.aget_user": ("support.membership.known_async",),
    "django.contrib.auth.models.User.ahas_perm": (
        "support.membership.allowed_async",
        "handbook.views.members.may_edit_asked",
        "almanac.views.subscribers.may_edit_soon",
    ),
    "django.contrib.auth.models.User.acheck_password": (
        "support.membership.secret_checked_async",
        "handbook.views.members.check_password_awaited",
    ),
    "django.contrib.auth.models.UserManager.acreate_user": (
        "support.membership.joined_async",
        "handbook.views.members.sign_up",
    ),
    "django.contrib.sessions.backends.base.SessionBase.acreate": (
        "handbook.views.members.new_session_awaited",
    ),
    "django.contrib.sessions.backends.base.SessionBase.acycle_key": (
        "handbook.views.access.rotate",
    ),
}
"""Dotted name of an API of Django -> the entry points that use it."""


class MissingApi(Exception):
    """Code of the site used an API that the installed Django lacks."""


def installed() -> str:
    """The installed release of Django, such as 5.2."""
    import django

    return "{}.{}".format(*django.VERSION[:2])


@cache
def missing() -> dict[str, str]:
    """The APIs that the installed Django lacks, by the entry points that need them. Call it after setup."""
    absent = [api for api in NEEDS if not owner_of(api)[1]]
    return {name: api for api in absent for name in NEEDS[api]}


def owner_of(api: str) -> tuple[object, bool]:
    """The module or class that holds an API, as far as it exists, and whether the API is there."""
    parts = api.split(".")
    owner: object = importlib.import_module(parts[0])
    for number, part in enumerate(parts[1:], start=2):
        if isinstance(owner, ModuleType) and not hasattr(owner, part):
            try:
                importlib.import_module(".".join(parts[:number]))
            except ModuleNotFoundError:
                return owner, False
        if not hasattr(owner, part):
            return owner, False
        owner = getattr(owner, part)
    return owner, True


def stand_in() -> None:
    """Puts stand-ins where modules of the installed Django lack a name that the site imports."""
    for api in set(missing().values()):
        owner, _ = owner_of(api)
        if isinstance(owner, ModuleType):
            setattr(owner, api.rpartition(".")[2], refusal(api))


def refusal(api: str):
    """A function that says which API is missing."""

    def refuse(*args, **kwargs):
        raise MissingApi(api)

    return refuse


def unmarked(text: str, apis: set[str]) -> str | None:
    """The missing API that an exception's text is about, if any."""
    for api in apis:
        if f"MissingApi: {api}" in text or f"has no attribute '{api.rpartition('.')[2]}'" in text:
            return api
    return None
