"""Which template engine the settings of a site name: Django's own backend, its folders and context processors.

Reads settings and evaluates no template; what is rendered is told in `templates`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django_async_lint.inference import settings
from django_async_lint.inference.frame import Environment
from django_async_lint.inference.values import Constant, Mapping, Row, Value, constant, is_none
from django_async_lint.knowledge import django_templates
from django_async_lint.project.modules import Module
from django_async_lint.project.templates import Engine

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


@dataclass(frozen=True, slots=True, eq=False)
class Backend:
    """Django's own template backend in one site's settings. `processors` are its context processors' names;
    `is_first` is whether it is asked for templates before any other."""

    engine: Engine
    alias: str = "django"
    processors: tuple[str, ...] = ()
    is_first: bool = True


def backend_of(evaluator: "Evaluator", module: Module) -> Backend | None:
    """Django's own template backend as a module of the project sees it; None where the settings name none."""
    known = evaluator.template_backends
    if module.import_root not in known:
        known[module.import_root] = _find_backend(evaluator, module)
    return known[module.import_root]


def _find_backend(evaluator: "Evaluator", module: Module) -> Backend | None:
    project, names, root = evaluator.project, evaluator.names, module.import_root
    site = settings.settings_module(evaluator, module)
    if site is None:
        return Backend(Engine(project, names, root))
    written = evaluator.value_of_definitions(names.of_global(site, "TEMPLATES"))
    if not isinstance(written, Row):
        return Backend(Engine(project, names, root, site))
    is_first = True
    for index, element in enumerate(written.elements):
        entry = dict(element.items) if isinstance(element, Mapping) else {}
        if _is(entry.get("BACKEND"), django_templates.DJANGO_BACKEND):
            in_apps = not _is(entry.get("APP_DIRS", constant(False)), False) or "loaders" in _options(entry)
            engine = Engine(project, names, root, site, index, in_apps)
            alias = entry.get("NAME", constant("django"))
            name = alias.value if isinstance(alias, Constant) else ""
            return Backend(engine, str(name), tuple(_processors(entry)), is_first)
        is_first = is_first and entry.get("DIRS") == Row((), "list")
    return None


def processors(evaluator: "Evaluator", module: Module) -> frozenset[str]:
    """The context processors that the settings of a module's site name, of all of Django's engines there."""
    known = evaluator.context_processors
    if module.import_root not in known:
        site = settings.settings_module(evaluator, module)
        meanings = evaluator.names.of_global(site, "TEMPLATES") if site is not None else ()
        written = evaluator.value_of_definitions(meanings)
        elements = written.elements if isinstance(written, Row) else ()
        entries = [dict(each.items) for each in elements if isinstance(each, Mapping)]
        own = [each for each in entries if _is(each.get("BACKEND"), django_templates.DJANGO_BACKEND)]
        known[module.import_root] = frozenset(name for entry in own for name in _processors(entry))
    return known[module.import_root]


def _options(entry: Environment) -> Environment:
    options = entry.get("OPTIONS")
    return dict(options.items) if isinstance(options, Mapping) else {}


def _is(value: Value | None, wanted: object) -> bool:
    return isinstance(value, Constant) and value.value == wanted


def _processors(entry: Environment) -> Iterator[str]:
    listed = _options(entry).get("context_processors")
    for element in listed.elements if isinstance(listed, Row) else ():
        if isinstance(element, Constant) and isinstance(element.value, str):
            yield element.value


def is_meant(backend: Backend, using: Value | None) -> bool:
    """Whether the call names this engine, or leaves the choice to Django and this one is the first."""
    if using is None or is_none(using):
        return backend.is_first
    return isinstance(using, Constant) and using.value == backend.alias
