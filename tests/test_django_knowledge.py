"""Every name of Django in the hand-written tables exists in the installed Django, and the tables agree."""

import importlib
from collections.abc import Iterator
from typing import Any

import pytest

from django_async_lint.knowledge import django_async, django_orm, django_services, entry_points, offloading

django = pytest.importorskip("django")

RELEASES = list(django_async.RELEASES)
RELEASE = "{}.{}".format(*django.VERSION[:2])

SINCE = {
    "django.core.files.storage.Storage.is_name_available": "5.1",
    "django.core.mail.mailers": "6.1",
    "django.db.models.aprefetch_related_objects": "5.0",
    "django.db.transaction.savepoint_create": "6.1",
    "django.tasks": "6.0",
    "django.contrib.admin.models.LogEntryManager.log_actions": "5.1",
    "django.core.mail.EmailMultiAlternatives.body_contains": "5.2",
    "django.http.HttpRequest.get_preferred_type": "5.2",
}
"""Names that came with a release."""

UNTIL = {
    "django.core.files.storage.get_storage_class": "5.0",
    "django.contrib.auth.models.BaseUserManager.make_random_password": "5.0",
    "django.contrib.admin.models.LogEntryManager.log_action": "5.2",
}
"""Names that a later release removed: the last one that has them."""

SET_ON_INSTANCES = {
    "django.contrib.sessions.backends.base.SessionBase": "accessed modified",
    "django.core.files.File": "name",
    "django.core.files.uploadedfile.UploadedFile": "charset content_type",
    "django.db.backends.base.base.BaseDatabaseWrapper": "alias features in_atomic_block settings_dict",
    "django.db.backends.utils.CursorWrapper": """close copy_expert copy_from copy_to description fetchall
        fetchmany fetchone lastrowid rowcount""",
    "django.db.models.fields.files.FieldFile": "name",
    "django.forms.ModelForm": "save_m2m",
    "django.http.HttpRequest": "COOKIES FILES GET META POST auser",
    "django.http.HttpResponse": "headers",
}
"""Attributes that only an instance has, or that the driver's cursor behind it answers."""

TRANSLATED = frozenset({"django.db.backends.postgresql_psycopg2"})
"""Names in settings that Django itself takes for others (`django.db.utils.load_backend`)."""

def table_names() -> Iterator[str]:
    """Every dotted name below `django.` in the tables, members of classes included."""
    for module in (django_orm, entry_points, offloading):
        for table in (value for key, value in vars(module).items() if key.isupper() and key != "SOURCES"):
            if isinstance(table, dict | frozenset | tuple):
                yield from table
            if isinstance(table, dict):
                yield from (value for value in table.values() if isinstance(value, str))
    for table in (django_orm.ABSTRACT_MODELS, django_orm.MANAGERS, django_orm.QUERYSETS):
        for name, entry in table.items():
            yield from members_of_model(name, entry)
    for entry in django_services.LIBRARIES:
        if RELEASES.index(entry.get("since", "4.2")) <= RELEASES.index(RELEASE):
            yield from names_of_library(entry)
    for variables in (django_services.INSTANCES, django_services.MAPPINGS):
        yield from (*variables, *variables.values())
    services = django_services
    yield from (*services.VIEW_CLASSES, services.REQUEST, services.VIEW, *services.SESSION_ENGINES)
    yield from (*services.FORMSET_FACTORIES, *services.FORMSET_FACTORIES.values(), *services.GENERIC_HANDLERS)
    yield from (*services.SMALL_CACHES, *services.DATABASE_CACHES, *services.BLOCKING_CACHES)
    yield from services.SMALL_MAIL_BACKENDS


def members_of_model(name: str, entry: dict[str, Any]) -> Iterator[str]:
    """The names that an entry of the model and manager tables speaks of."""
    yield name
    yield from entry["bases"]
    texts = " ".join(entry.get(key, "") for key in ("lazy", "values", "pure", "cached")).split()
    for key in ("fields", "reverse", "methods", "managers", "properties"):
        texts.extend(entry.get(key, {}))
    yield from (f"{name}.{member}" for member in texts)
    yield from (target for _, target in entry.get("fields", {}).values())


def names_of_library(entry: dict[str, Any]) -> Iterator[str]:
    """The names that an entry of `LIBRARIES` speaks of."""
    for names in (*entry.get("calls", {}).values(), entry.get("pure", ""), entry.get("coroutines", "")):
        yield from names.split()
    for key in ("returns", "aliases"):
        yield from (*entry.get(key, {}), *entry.get(key, {}).values())
    variables = django_services.INSTANCES.keys() | django_services.MAPPINGS.keys()
    for name, known in entry.get("classes", {}).items():
        yield name
        yield from known.get("bases", ())
        yield from known.get("attributes", {}).values()
        yield from known.get("returns", {}).values()
        if name in variables:
            continue
        texts = [*known.get("methods", {}).values(), *known.get("reads", {}).values()]
        texts += [known.get("pure", ""), known.get("coroutines", "")]
        yield from (f"{name}.{member}" for text in texts for member in text.split())


def exists(dotted: str) -> bool:
    """Whether a dotted name leads to something in the installed Django.

    `django.contrib.gis.db.models` re-exports `django.db.models` and cannot be imported without GDAL.
    """
    parts = dotted.replace("django.contrib.gis.db.models", "django.db.models").split(".")
    for length in range(len(parts), 0, -1):
        try:
            value: Any = importlib.import_module(".".join(parts[:length]))
        except ImportError:
            continue
        for part in parts[length:]:
            if not hasattr(value, part) and not is_field(value, part):
                return False
            value = getattr(value, part, None)
        return True
    return False


def is_field(value: Any, name: str) -> bool:
    """Whether `name` is a field of the model class `value`."""
    meta = getattr(value, "_meta", None)
    return meta is not None and any(field.name == name for field in meta.get_fields())


@pytest.fixture(scope="module", autouse=True)
def site() -> None:
    """A Django with the applications whose models the tables name."""
    from django.conf import settings

    if not settings.configured:
        names = ("admin", "auth", "contenttypes", "flatpages", "messages", "redirects", "sessions", "sites")
        apps = [f"django.contrib.{name}" for name in names]
        settings.configure(INSTALLED_APPS=apps, SECRET_KEY="not a secret", SITE_ID=1)
        django.setup()


def is_expected_to_be_absent(name: str) -> bool:
    """Whether another release has the name, or only an instance."""
    if name in TRANSLATED:
        return True
    owner, _, member = name.rpartition(".")
    for known, since in SINCE.items():
        if name.startswith(known) and tuple(map(int, since.split("."))) > django.VERSION[:2]:
            return True
    for known, until in UNTIL.items():
        if name == known and tuple(map(int, until.split("."))) < django.VERSION[:2]:
            return True
    return member in SET_ON_INSTANCES.get(owner, "").split() or is_newer_coroutine(owner, member)


def definition_paths(owner: str) -> tuple[str, ...]:
    """The paths under which the generated table may hold a class or module."""
    package, _, short = owner.rpartition(".")
    aliases = [path for path, target in django_orm.ALIASES.items() if target == owner]
    return (owner, *aliases, f"{package}.base.{short}")


def is_newer_coroutine(owner: str, name: str) -> bool:
    """Whether the generated table says that this asynchronous name came after the installed release."""
    for path in definition_paths(owner):
        known = dict(django_async.ASYNC_TWINS.get(path, {}).values())
        known.update(django_async.ASYNC_ONLY.get(path, {}))
        if name in known:
            return RELEASES.index(known[name]) > RELEASES.index(RELEASE)
    return False


def test_every_name_of_django_exists() -> None:
    names = {name for name in table_names() if name.startswith("django.") and "()" not in name}
    assert len(names) > 500
    absent = sorted(name for name in names if not exists(name) and not is_expected_to_be_absent(name))
    assert absent == []


def test_the_exceptions_are_needed() -> None:
    named = set(table_names())
    owned = {f"{owner}.{member}" for owner, members in SET_ON_INSTANCES.items() for member in members.split()}
    assert not owned - named
    assert not {name for name in owned if exists(name)}
    assert named >= TRANSLATED and not any(map(exists, TRANSLATED))
    assert not {name for name in (*SINCE, *UNTIL) if not any(known.startswith(name) for known in named)}


def test_methods_of_querysets_managers_and_models_exist() -> None:
    from django.db.models import Manager, Model, QuerySet

    of_queryset = {
        *django_orm.QUERYSET_LAZY - {"get_queryset"}, *django_orm.QUERYSET_VALUES, *django_orm.QUERYSET_RAW,
        *django_orm.QUERYSET_METHODS, *django_orm.NOT_ON_MANAGER,
    }  # fmt: skip
    newer = {"fetch_mode"} if django.VERSION < (6, 1) else set()
    assert {name for name in of_queryset if not hasattr(QuerySet, name)} == newer
    public = {name for name in of_queryset if not name.startswith("_")} - django_orm.NOT_ON_MANAGER
    assert {name for name in public | django_orm.MANAGER_ONLY if not hasattr(Manager, name)} == newer
    assert not {name for name in django_orm.NOT_ON_MANAGER if hasattr(Manager, name)}
    of_model = django_orm.MODEL_METHODS.keys() - {"get_next_in_order", "get_previous_in_order"}
    assert not {name for name in of_model if not hasattr(Model, name)}


def test_every_method_of_a_queryset_is_known() -> None:
    from django.db.models import QuerySet

    known = {
        *django_orm.QUERYSET_LAZY, *django_orm.QUERYSET_VALUES, *django_orm.QUERYSET_RAW,
        *django_orm.QUERYSET_PURE, *django_orm.QUERYSET_METHODS,
    }  # fmt: skip
    asynchronous = {name for name, _ in django_async.ASYNC_TWINS["django.db.models.query.QuerySet"].values()}
    public = {name for name in dir(QuerySet) if not name.startswith("_")}
    assert public - known - asynchronous == set()


def test_twins_agree_with_the_generated_table() -> None:
    """Apart from special methods and from hashing, where the asynchronous form helps only from 6.0."""
    wrong = []
    for entry in django_services.LIBRARIES:
        for name, twin in entry.get("twins", {}).items():
            owner, _, member = name.rpartition(".")
            twins = django_async.ASYNC_TWINS
            tables = [twins[path] for path in definition_paths(owner) if path in twins]
            generated = tables[0].get(member) if tables else None
            is_special = member.startswith("__") or member == "check_password" or owner == "django.db.models"
            if generated != twin and not is_special:
                wrong.append((name, twin, generated))
    assert wrong == []
