"""How the settings wire a site: its middleware in order, its database options, its asynchronous guard.

What a file gives to the settings of its site is one scope. Nothing here decides what is a fault.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from django_async_lint.diagnostic import Entry
from django_async_lint.inference import async_guard, databases, routes
from django_async_lint.inference import site_settings as sites
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.inference.effects import Effect, Site
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.middleware import Middleware, hops
from django_async_lint.inference.routes import RoutedView
from django_async_lint.inference.values import Constant, truth
from django_async_lint.project.modules import Module
from django_async_lint.source import Position, Span

TELLING = ("MIDDLEWARE", "DATABASES", "DJANGO_ALLOW_ASYNC_UNSAFE")
BEGINS = re.compile(rb"[:;\n,][ \t]*(?:MIDDLEWARE|DATABASES)\b")
"""A setting where a statement begins, or a part of one that assigns to several."""
MOST_VIEWS = 5
"""How many views are named where a setting breaks them all."""


def may_hold(evaluator: Evaluator, path: str, data: bytes) -> bool:
    """Whether a file can be a site's settings that matter here, asked of its bytes."""
    return any(word.encode() in data for word in TELLING) and (
        async_guard.VARIABLE.encode() in data or BEGINS.search(b"\n" + data) is not None
    )


def scopes(evaluator: Evaluator, module: Module) -> Iterator[AnalysedFunction]:
    """The settings of one file that have effects: one scope at most."""
    if not any(word in module.source.text for word in TELLING):
        return
    effects = [*async_guard.switched_off(evaluator, module)]
    if evaluator.project.config.server == "asgi":
        effects += [*_middleware(evaluator, module), *_databases(evaluator, module)]
    if effects:
        effects.sort(key=lambda effect: (effect.site.span, effect.kind))
        yield AnalysedFunction(module.name, Entry(module.name, module.path, 1, "settings"), False, tuple(effects))


def _middleware(evaluator: Evaluator, module: Module) -> Iterator[Effect]:
    """The middleware of this file's entries that run only synchronously, where a view of the site is asynchronous."""
    entries = sites.middleware_entries(evaluator, module)
    if not any(entry.item.module is module for entry in entries) or not routes.asynchronous(evaluator, module):
        return
    frame = Frame(evaluator, module)
    for entry in entries:
        seen = entry.middleware
        if entry.item.module is module and seen is not None and seen.is_sync_only:
            rest = tuple(each for each in entries if each is not entry)
            figures = [_hops(sites.stack_with(entries, entry)), _hops(sites.stack_with(rest))]
            now, then = figures if all(figures) else ("", "")
            yield Effect("holds_worker", seen.name, now, frame.site(entry.item.node), twin=then)


def _hops(stack: tuple[Middleware, ...] | None) -> str:
    """A figure as effects hold it; empty where it is not known."""
    found = hops(stack) if stack is not None else None
    return str(found) if found is not None else ""


def _databases(evaluator: Evaluator, module: Module) -> Iterator[Effect]:
    """Database options of this file that do not go with asynchronous views."""
    options = [each for each in databases.last_options(evaluator, module)]
    if not any(option.module is module for option in options):
        return
    views = routes.asynchronous(evaluator, module)
    atomic = tuple(view for view in views if routes.is_atomic(evaluator, view))
    pooled = {option.alias for option in options if option.name == "OPTIONS" and _has_pool(option)}
    frame = Frame(evaluator, module)
    for option in options:
        if option.module is not module or not isinstance(option.value, Constant):
            continue
        if option.name == "ATOMIC_REQUESTS" and option.value.value is True and atomic:
            before = tuple(_related(view) for view in atomic[:MOST_VIEWS])
            effect = Effect("forbids_async", option.alias, str(len(atomic)), frame.site(option.node), before=before)
            yield replace(effect, twin=atomic[0].name)
        elif option.name == "CONN_MAX_AGE" and option.value.value != 0 and views and option.alias not in pooled:
            yield Effect("unguards", option.alias, "connections", frame.site(option.node), confidence="medium")


def _has_pool(option: databases.Option) -> bool:
    """Whether the options of a database may hold a pool of the driver's."""
    items = dict(getattr(option.value, "items", ()))
    return not items or ("pool" in items and truth(items["pool"]) is not False)


def _related(view: RoutedView) -> Effect:
    """A view as a step beside a finding."""
    place = Position(view.line, 1)
    site = Site(view.path, Span(place, place), view.name)
    return Effect("forbids_async", view.name, "", site, note=f"async view `{view.name}` at `{view.route}`")
