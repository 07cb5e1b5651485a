"""Writes `knowledge/django_async.py`: which method of Django has an asynchronous form, since which release.

    python tools/generate_django_tables.py [--python PATH]... [--keep DIRECTORY]

For every supported release a scratch virtual environment gets its latest patch from PyPI; this script then
runs itself there (`--introspect`), imports Django's modules, walks their classes and prints what it found as
JSON. Nothing is taken from documentation or from memory. A Python that suits each release is looked for on
PATH and under `~/.pyenv/versions`; `--python` names further ones.
"""

import argparse
import contextlib
import glob
import importlib
import inspect
import io
import json
import os
import pkgutil
import re
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "src/django_async_lint/knowledge/django_async.py"
RELEASES = {
    "4.2": ((3, 8), (3, 12)),
    "5.0": ((3, 10), (3, 12)),
    "5.1": ((3, 10), (3, 13)),
    "5.2": ((3, 10), (3, 14)),
    "6.0": ((3, 12), (3, 14)),
    "6.1": ((3, 12), (3, 14)),
}
"""Release -> the oldest and the newest Python that it runs on."""

APPS = ("admin", "auth", "contenttypes", "flatpages", "messages", "redirects", "sessions", "sites")
SKIPPED = re.compile(
    r"\.(migrations|locale|conf\.\w+_template|tests?_\w+|__main__)(\.|$)|^django\.contrib\.(gis|postgres)\b"
    r"|^django\.db\.backends\.(?!base|dummy|sqlite3)\w"
)
"""Modules that hold nothing public, or cannot be imported without a library outside Django."""

Names = dict[str, dict[str, str]]
Found = dict[str, Any]


# --- inside an environment that has Django


def introspect() -> Found:
    """What the installed Django offers: `twins` {owner: {name: asynchronous name}}, `only` {owner: [names]}
    for coroutines without a synchronous form, `generators` {owner: [names]}, `iterables` [owners that
    `async for` takes], and its `version`."""
    import django

    _set_up(django)
    twins: Names = {}
    only: dict[str, list[str]] = {}
    generators: dict[str, list[str]] = {}
    iterables: list[str] = []
    for owner, value in sorted(_owners(django).items()):
        if inspect.isclass(value) and hasattr(value, "__aiter__"):
            iterables.append(owner)
        for name, member in _members(value, owner):
            kind = _kind(member, name, value)
            if not kind:
                continue
            if name.startswith("a") and inspect.getattr_static(value, name[1:], None) is not None:
                twins.setdefault(owner, {})[name[1:]] = name
            else:
                only.setdefault(owner, []).append(name)
            if kind == "generator":
                generators.setdefault(owner, []).append(name)
    found = {"twins": twins, "only": only, "generators": generators, "iterables": iterables}
    return {"version": django.__version__, **found}


def _set_up(django: Any) -> None:
    from django.conf import settings

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        INSTALLED_APPS=[f"django.contrib.{app}" for app in APPS],
        SECRET_KEY="not a secret",
        SITE_ID=1,
        STATIC_URL="/static/",
        USE_TZ=True,
    )
    django.setup()


def _owners(django: Any) -> dict[str, Any]:
    """Every module and every public class of Django by its definition path, and the related managers."""
    owners: dict[str, Any] = {}
    for info in pkgutil.walk_packages(django.__path__, "django.", onerror=lambda name: None):
        if SKIPPED.search(info.name):
            continue
        try:
            module = importlib.import_module(info.name)
        except Exception:
            continue
        owners[info.name] = module
        for name, value in vars(module).items():
            if inspect.isclass(value) and value.__module__ == info.name and not name.startswith("_"):
                owners[f"{info.name}.{name}"] = value
    return owners | _related_managers()


def _related_managers() -> dict[str, Any]:
    """The manager classes that Django builds for relations; they have no dotted name of their own."""
    from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
    from django.contrib.contenttypes.models import ContentType
    from django.db import models

    class Note(models.Model):
        content_type = models.ForeignKey(ContentType, models.CASCADE)
        object_id = models.IntegerField()
        target = GenericForeignKey()

        class Meta:
            app_label = "sites"

    class Author(models.Model):
        notes = GenericRelation(Note)

        class Meta:
            app_label = "sites"

    class Book(models.Model):
        author = models.ForeignKey(Author, models.CASCADE, related_name="books")
        editor = models.ForeignKey(Author, models.CASCADE, related_name="edited", null=True)
        readers = models.ManyToManyField(Author, related_name="read")

        class Meta:
            app_label = "sites"

    return {
        "related_manager.reverse_fk": Author.books.related_manager_cls,
        "related_manager.reverse_fk_nullable": Author.edited.related_manager_cls,
        "related_manager.many_to_many": Book.readers.related_manager_cls,
        "related_manager.generic": Author.notes.related_manager_cls,
    }


def _members(value: Any, owner: str) -> list[tuple[str, Any]]:
    """The public functions of a module that are defined there, or the public attributes of a class."""
    if inspect.isclass(value):
        names = [name for name in dir(value) if not name.startswith("_")]
        return [(name, inspect.getattr_static(value, name)) for name in sorted(names)]
    functions = inspect.getmembers(value, inspect.isfunction)
    own = [(name, function) for name, function in functions if function.__module__ == owner]
    return [(name, function) for name, function in own if not name.startswith("_")]


def _kind(member: Any, name: str, owner: Any) -> str:
    """`coroutine` or `generator` for what is asynchronous, else an empty string.

    Managers copy the methods of QuerySet as plain functions that return its coroutine, hence the second look.
    """
    from django.db.models import Manager, QuerySet

    function = inspect.unwrap(getattr(member, "__func__", member)) if callable(member) else member
    function = getattr(member, "__func__", function)
    if inspect.isasyncgenfunction(function):
        return "generator"
    if inspect.iscoroutinefunction(function):
        return "coroutine"
    if inspect.isclass(owner) and issubclass(owner, Manager) and hasattr(QuerySet, name):
        copied = vars(QuerySet).get(name)
        return _kind(copied, name, QuerySet) if copied is not None and copied is not member else ""
    return ""


# --- outside: environments, merging, writing


def pythons(named: list[str]) -> dict[tuple[int, int], str]:
    """The Pythons that answer, by (major, minor): the named ones first, PATH, then `~/.pyenv/versions`."""
    candidates = [*named, sys.executable]
    folders = [*os.get_exec_path(), *sorted(glob.glob(os.path.expanduser("~/.pyenv/versions/*/bin")))]
    candidates += [os.path.join(folder, f"python3.{minor}") for folder in folders for minor in range(11, 15)]
    found: dict[tuple[int, int], str] = {}
    for candidate in dict.fromkeys(candidates):
        command = [candidate, "-c", "import sys; print(*sys.version_info[:2])"]
        with contextlib.suppress(OSError, subprocess.TimeoutExpired, ValueError):
            answer = subprocess.run(command, capture_output=True, text=True, timeout=30)
            if answer.returncode == 0:
                major, minor = map(int, answer.stdout.split())
                found.setdefault((major, minor), candidate)
    return found


def look_at(release: str, python: str, folder: Path) -> Found:
    """Installs the latest patch of `release` into an environment below `folder` and introspects it there."""
    environment = folder / f"django-{release}"
    print(f"Django {release}: {python}", file=sys.stderr)
    inner = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not inner.exists():
        subprocess.run([python, "-m", "venv", "--without-pip", str(environment)], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(inner), "install", "--quiet", f"Django=={release}.*"]
    subprocess.run(pip, check=True)
    run = subprocess.run([str(inner), __file__, "--introspect"], check=True, capture_output=True, text=True)
    found: Found = json.loads(run.stdout)
    return found


def merge(found: dict[str, Found]) -> tuple[dict[str, dict[str, tuple[str, str]]], Names]:
    """Twins and lone coroutines with the release in which each appears first. Raises SystemExit when a name
    that one release has is missing in the newest: the tables have no way to say that."""
    twins: dict[str, dict[str, tuple[str, str]]] = {}
    only: Names = {}
    for release, names in found.items():
        for owner, pairs in names["twins"].items():
            for name, asynchronous in pairs.items():
                twins.setdefault(owner, {}).setdefault(name, (asynchronous, release))
        for owner, lone in names["only"].items():
            for name in lone:
                only.setdefault(owner, {}).setdefault(name, release)
    newest = found[list(found)[-1]]["twins"]
    lost = [f"{owner}.{name}" for owner in twins for name in twins[owner].keys() - newest.get(owner, {})]
    if lost:
        sys.exit(f"error: gone in the newest release: {', '.join(sorted(lost))}; the table needs an `until`")
    return twins, only


HEAD = '''"""Which method of Django has which asynchronous form, and since which release. Literal tables only.

Generated by `python tools/generate_django_tables.py` from Django {versions}; do not edit by hand.
Owners are definition paths of classes and modules; those of the form `related_manager.reverse_fk` stand for
the managers behind relations. Since "4.2" means 4.2 or earlier.
"""
'''


def render(found: dict[str, Found]) -> str:
    """The generated module as text."""
    twins, only = merge(found)
    newest = found[list(found)[-1]]
    iterables: dict[str, str] = {}
    for release, names in found.items():
        for owner in names["iterables"]:
            iterables.setdefault(owner, release)
    return HEAD.format(versions=", ".join(names["version"] for names in found.values())) + "".join((
        table("RELEASES: dict[str, str]", {release: names["version"] for release, names in found.items()},
              "Release -> the patch that was looked at, oldest first."),
        table("ASYNC_TWINS: dict[str, dict[str, tuple[str, str]]]", ordered(twins),
              "Owner -> {synchronous name: (asynchronous name, since)}; inherited names are repeated."),
        table("ASYNC_ONLY: dict[str, dict[str, str]]", ordered(only),
              "Owner -> {name of a coroutine function without a synchronous form: since}."),
        table("ASYNC_GENERATORS: dict[str, tuple[str, ...]]",
              {owner: tuple(names) for owner, names in sorted(newest["generators"].items())},
              "Owner -> names whose call gives an asynchronous generator: iterated, never awaited."),
        table("ASYNC_ITERABLES: dict[str, str]", dict(sorted(iterables.items())),
              "Class whose instances `async for` takes -> since."),
    ))  # fmt: skip


def ordered(names: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The same table with owners and names in alphabetical order."""
    return {owner: dict(sorted(names[owner].items())) for owner in sorted(names)}


def table(declaration: str, rows: dict[str, Any], meaning: str) -> str:
    """One table as source text: a line per row, nested rows a line each."""
    lines = [f"\n{declaration} = {{"]
    for key, value in rows.items():
        if isinstance(value, dict):
            inner = [f'        "{name}": {literal(row)},' for name, row in value.items()]
            lines += [f'    "{key}": {{', *inner, "    },"]
        else:
            lines.append(f'    "{key}": {literal(value)},')
    return "\n".join([*lines, "}", f'"""{meaning}"""', ""])


def literal(value: Any) -> str:
    """A string or a tuple of strings as source text with double quotes."""
    if isinstance(value, str):
        return f'"{value}"'
    inner = ", ".join(f'"{part}"' for part in value)
    return f"({inner},)" if len(value) == 1 else f"({inner})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", action="append", default=[], help="a further Python to use (repeatable)")
    parser.add_argument("--keep", type=Path, help="where the environments stay for the next run")
    parser.add_argument("--introspect", action="store_true", help="print what this Django offers, as JSON")
    options = parser.parse_args()
    if options.introspect:
        warnings.simplefilter("ignore")
        with contextlib.redirect_stdout(io.StringIO()):
            result = introspect()
        print(json.dumps(result, sort_keys=True))
        return
    available = pythons(options.python)
    chosen = {}
    for release, (oldest, newest) in RELEASES.items():
        suitable = [version for version in available if oldest <= version <= newest]
        if not suitable:
            wanted = f"{oldest[0]}.{oldest[1]} to {newest[0]}.{newest[1]}"
            sys.exit(f"error: Django {release} needs Python {wanted}; name one with --python PATH")
        chosen[release] = available[max(suitable)]
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        found = {release: look_at(release, python, folder) for release, python in chosen.items()}
    TARGET.write_text(render(found), encoding="utf-8")
    print(f"wrote {TARGET.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
