"""What the project's settings hold, one of the project questions: a site's settings module and a name's value in it.

The settings module is the `settings-module` of the configuration, else the literal that asgi.py, wsgi.py, manage.py
or the pytest options of the site name, else the one file of the site that sets MIDDLEWARE, tests left out. Its
globals are evaluated like any other module's; nothing is imported, and what comes from the environment is unknown.
"""

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django_async_lint.inference.joining import members
from django_async_lint.inference.values import UNKNOWN, Constant, Mapping, Value
from django_async_lint.knowledge import django_services
from django_async_lint.project.modules import Class, Module
from django_async_lint.project.names import External
from django_async_lint.source import SourceError

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

VARIABLE = "DJANGO_SETTINGS_MODULE"
IN_PYTHON = re.compile(VARIABLE.encode() + rb"[\"']\s*(?:,|\]\s*=)\s*[\"']([\w.]+)[\"']")
IN_OPTIONS = re.compile(rb"^[ \t]*" + VARIABLE.encode() + rb"[ \t]*=[ \t]*[\"']?([\w.]+)", re.MULTILINE)
SETS_MIDDLEWARE = re.compile(rb"^MIDDLEWARE[ \t]*(?::[^=\n]+)?=", re.MULTILINE)
OPTION_FILES = ("pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg")


def setting(evaluator: "Evaluator", module: Module, name: str) -> Value:
    """The value of a setting as a module of the project sees it; unknown where that is not sure."""
    settings = settings_module(evaluator, module)
    if settings is None or any(_is_changed(each, name) for each in with_star_imports(evaluator, settings)):
        return UNKNOWN
    return evaluator.value_of_definitions(evaluator.names.of_global(settings, name))


def settings_module(evaluator: "Evaluator", module: Module) -> Module | None:
    """The settings module of the site that a module belongs to; None when nothing names one."""
    layout = evaluator.project.layout
    site = module.import_root
    if site not in layout.sites and len(layout.sites) == 1:
        site = layout.sites[0]
    named = evaluator.project.config.settings_module or named_by_site(evaluator, site)[0]
    found = evaluator.project.find(named, site) if named else None
    return found if isinstance(found, Module) else told_by_middleware(evaluator, module.import_root)


def told_by_middleware(evaluator: "Evaluator", import_root: str) -> Module | None:
    """The one file of a site that sets MIDDLEWARE, None where there are several."""
    files = evaluator.declarations.files_with(b"MIDDLEWARE", SETS_MIDDLEWARE)
    found = [path for path in files if evaluator.project.layout.import_root(path) == import_root]
    if len(found) != 1:
        return None
    try:
        return evaluator.project.module_at(found[0])
    except SourceError:
        return None


def named_by_site(evaluator: "Evaluator", site: str) -> tuple[str, str]:
    """The settings module that a site names and the file that does, both empty where none does.

    What the server's file says, else manage.py, else the tests: the server's settings are those that matter.
    """
    manage = os.path.join(site, "manage.py")
    by_manage = _named_in(evaluator, manage, IN_PYTHON)
    packages = by_manage.split(".")[:-1]
    for server in ("asgi", "wsgi"):
        for length in range(len(packages), -1, -1):
            found = evaluator.project.layout.find(".".join((*packages[:length], server)), site)
            if found is not None and (named := _named_in(evaluator, found.path, IN_PYTHON)):
                return named, found.path
    if by_manage:
        return by_manage, manage
    for name in OPTION_FILES:
        path = os.path.join(site, name)
        if named := _named_in(evaluator, path, IN_OPTIONS):
            return named, path
    return "", ""


PRODUCTION = ("production", "prod", "live", "deploy", "deployment")
"""What projects call the settings of the server that visitors see, of several in one folder."""


def beside(evaluator: "Evaluator", named: str, site: str) -> str:
    """The settings of production that stand beside those that a site names; empty where these are them."""
    package, _, own = named.rpartition(".")
    if own in PRODUCTION:
        return ""
    candidates = (f"{package}.{name}" if package else name for name in PRODUCTION)
    return next((each for each in candidates if evaluator.project.layout.find(each, site) is not None), "")


def of_only_site(evaluator: "Evaluator") -> tuple[str, str]:
    """The settings module of a project with one site and the file that names it; both empty where that is not sure."""
    layout = evaluator.project.layout
    sites = layout.sites or (layout.root,)
    module, by = named_by_site(evaluator, sites[0]) if len(sites) == 1 else ("", "")
    return (module, by) if module and layout.find(module, sites[0]) is not None else ("", "")


def _named_in(evaluator: "Evaluator", path: str, pattern: re.Pattern[bytes]) -> str:
    """The one settings module that a file names; empty when there is no file, no name or several."""
    try:
        found = set(pattern.findall(evaluator.project.data(path))) if path else set()
    except SourceError:
        return ""
    return found.pop().decode("ascii", "replace") if len(found) == 1 else ""


def with_star_imports(evaluator: "Evaluator", settings: Module) -> Iterator[Module]:
    """A settings module and all that it takes in by `import *`, each once."""
    pending = [settings]
    seen = {settings.path}
    while pending:
        module = pending.pop()
        yield module
        for star in module.star_imports:
            base = evaluator.project.find(evaluator.names.absolute_name(module, star), module.import_root)
            if isinstance(base, Module) and base.path not in seen:
                seen.add(base.path)
                pending.append(base)


def _is_changed(module: Module, name: str) -> bool:
    """Whether a module changes what a setting holds after it was bound: `CACHES["x"] = ...`, `CACHES.update()`."""
    return re.search(rf"^[ \t]*{name}[ \t]*[\[.|]", module.source.text, re.MULTILINE) is not None


def cache_effect(evaluator: "Evaluator", module: Module, alias: str | None) -> str:
    """What a call of a cache does, `service` or `query`; empty when it stays in memory or that is not sure.

    Without an alias it is sure only where every cache of the settings does the same.
    """
    caches = setting(evaluator, module, "CACHES")
    if not isinstance(caches, Mapping):
        return ""
    known = dict(caches.items)
    if alias is not None:
        return _effect_of_cache(evaluator, module, known.get(alias, UNKNOWN))
    effects = {_effect_of_cache(evaluator, module, cache) for cache in known.values()}
    return effects.pop() if len(effects) == 1 else ""


def _effect_of_cache(evaluator: "Evaluator", module: Module, cache: Value) -> str:
    backend = dict(cache.items).get("BACKEND", UNKNOWN) if isinstance(cache, Mapping) else UNKNOWN
    effects = {
        next((CACHE_EFFECTS[base] for base in names if base in CACHE_EFFECTS), "")
        for names in (_backend_classes(evaluator, module, value) for value in members(backend))
    }
    return effects.pop() if len(effects) == 1 else ""


CACHE_EFFECTS: dict[str, str] = {
    **dict.fromkeys(django_services.BLOCKING_CACHES, "service"),
    **dict.fromkeys(django_services.DATABASE_CACHES, "query"),
}


def sends_mail_in_memory(evaluator: "Evaluator", module: Module) -> bool:
    """Whether the settings surely name a mail backend that does no input or output."""
    backends = members(setting(evaluator, module, "EMAIL_BACKEND"))
    return all(
        any(base in django_services.SMALL_MAIL_BACKENDS for base in _backend_classes(evaluator, module, backend))
        for backend in backends
    )


def backends_of_mail(evaluator: "Evaluator", module: Module) -> list[str]:
    """The mail backends that the settings name."""
    return _texts(setting(evaluator, module, "EMAIL_BACKEND"))


def backends_of_caches(evaluator: "Evaluator", module: Module, alias: str | None) -> list[str]:
    """The backends that the settings name for the cache of an alias, or for all caches, each once; none where one of
    these is not known."""
    found = setting(evaluator, module, "CACHES")
    caches = found.items if isinstance(found, Mapping) else ()
    meant = (cache for name, cache in caches if alias in (None, name))
    named = [_texts(dict(each.items).get("BACKEND", UNKNOWN)) if isinstance(each, Mapping) else [] for each in meant]
    return list(dict.fromkeys(text for texts in named for text in texts)) if all(named) else []


def _texts(value: Value) -> list[str]:
    return [str(each.value) for each in members(value) if isinstance(each, Constant)]


def _backend_classes(evaluator: "Evaluator", module: Module, written: Value) -> tuple[str, ...]:
    """The classes outside the project that a dotted text in the settings leads to, nearest first."""
    if not isinstance(written, Constant) or not isinstance(written.value, str):
        return ()
    found: list[str] = []
    for meaning in evaluator.names.dotted(written.value, module.import_root):
        match meaning:
            case External():
                found.append(meaning.name)
            case Class():
                found.extend(base for base in evaluator.classes.mro(meaning) if isinstance(base, str))
    return tuple(found)
