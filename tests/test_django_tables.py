"""The generated table of asynchronous forms says the same as the installed Django."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from django_async_lint.knowledge import django_async

django = pytest.importorskip("django")

GENERATOR = Path(__file__).parent.parent / "tools" / "generate_django_tables.py"
RELEASES = list(django_async.RELEASES)
RELEASE = "{}.{}".format(*django.VERSION[:2])

if RELEASE not in RELEASES:
    pytest.skip(f"no table for Django {RELEASE}", allow_module_level=True)


@pytest.fixture(scope="module")
def installed() -> dict[str, Any]:
    """What the generator finds in the Django that runs the tests, in a process of its own."""
    command = [sys.executable, str(GENERATOR), "--introspect"]
    run = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def is_there(since: str) -> bool:
    """Whether the installed release has what came with release `since`."""
    return RELEASES.index(since) <= RELEASES.index(RELEASE)


def test_every_twin_of_the_installed_release_is_in_the_table_and_no_other(installed: dict[str, Any]) -> None:
    table = {
        (owner, name, asynchronous)
        for owner, pairs in django_async.ASYNC_TWINS.items()
        for name, (asynchronous, since) in pairs.items()
        if is_there(since)
    }
    found = {
        (owner, name, asynchronous)
        for owner, pairs in installed["twins"].items()
        for name, asynchronous in pairs.items()
    }
    assert table == found


def test_every_lone_coroutine_of_the_installed_release_is_in_the_table(installed: dict[str, Any]) -> None:
    lone = django_async.ASYNC_ONLY.items()
    table = {(owner, name) for owner, names in lone for name, since in names.items() if is_there(since)}
    assert table == {(owner, name) for owner, names in installed["only"].items() for name in names}


def test_asynchronous_iterables_and_generators_agree(installed: dict[str, Any]) -> None:
    table = {owner for owner, since in django_async.ASYNC_ITERABLES.items() if is_there(since)}
    assert table == set(installed["iterables"])
    for owner, names in installed["generators"].items():
        assert set(names) <= set(django_async.ASYNC_GENERATORS[owner])


@pytest.mark.parametrize(
    ("owner", "name", "expected"),
    [
        ("django.db.models.query.QuerySet", "get", ("aget", "4.2")),
        ("django.db.models.query.QuerySet", "delete", ("adelete", "4.2")),
        ("django.db.models.base.Model", "save", ("asave", "4.2")),
        ("related_manager.reverse_fk_nullable", "remove", ("aremove", "4.2")),
        ("django.shortcuts", "get_object_or_404", ("aget_object_or_404", "5.0")),
        ("django.contrib.sessions.backends.base.SessionBase", "save", ("asave", "5.1")),
        ("django.contrib.auth.models.UserManager", "create_user", ("acreate_user", "5.2")),
        ("django.tasks.base.Task", "enqueue", ("aenqueue", "6.0")),
    ],
)
def test_what_each_release_is_known_for(owner: str, name: str, expected: tuple[str, str]) -> None:
    assert django_async.ASYNC_TWINS[owner][name] == expected


def test_what_has_no_twin_is_not_given_one() -> None:
    twins = django_async.ASYNC_TWINS
    assert "delete" not in twins["django.db.models.manager.Manager"]
    assert "remove" not in twins["related_manager.reverse_fk"]
    assert "full_clean" not in twins["django.db.models.base.Model"]
