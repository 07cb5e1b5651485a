"""What a request to a view costs in trips to a thread, and what of that all views of a site share."""

from collections.abc import Iterator, Sequence

from django_async_lint.inference import outside_calls, settings, site_settings
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.routes import RoutedView
from django_async_lint.project.modules import Module
from django_async_lint.source import SourceError
from django_async_lint.survey import SurveyedView, Work

BASE_HOPS = {True: 2, False: 3}
"""Trips to a thread of a request without middleware, by whether the view is a coroutine."""
WITHOUT_DJANGO = ("fastapi.",)
"""What the names of decorators begin with whose functions no Django handler serves: a thread for what is plain."""
IN_THREAD = frozenset({"database", "thread"})
"""Kinds of wait of a coroutine that are a trip to a thread each."""


def hops(evaluator: Evaluator, view: RoutedView, waits: Sequence[Work]) -> int | None:
    """The trips to a thread of one request: those of the server and middleware, and one for each wait in a thread.
    A wait in a loop counts once. None where the middleware is not known."""
    own = sum(work.how in IN_THREAD for work in waits) if view.is_async else 0
    if view.kind == "consumer":
        return own
    names = outside_calls.decorator_names(evaluator, view.function) if view.function is not None else ()
    if any(name.startswith(WITHOUT_DJANGO) for name in names):
        return own + (not view.is_async)
    near = _module_of(evaluator, view.path)
    if near is None or not site_settings.middleware_entries(evaluator, near):
        return BASE_HOPS[view.is_async] + own
    base = site_settings.hops_of_view(evaluator, near, view.is_async)
    return base + own if base is not None else None


def _module_of(evaluator: Evaluator, path: str) -> Module | None:
    try:
        return evaluator.project.module(path)
    except SourceError:
        return None


def remarks(evaluator: Evaluator, views: Sequence[SurveyedView]) -> tuple[str, ...]:
    """Lines on the middleware that the views of each site share."""
    sites: dict[Module, Module] = {}
    for view in views:
        near = _module_of(evaluator, view.path)
        found = settings.settings_module(evaluator, near) if near is not None else None
        if near is not None and found is not None:
            sites.setdefault(found, near)
    return tuple(remark for found, near in sites.items() for remark in _of_site(evaluator, found, near))


def _of_site(evaluator: Evaluator, found: Module, near: Module) -> Iterator[str]:
    entries = site_settings.middleware_entries(evaluator, near)
    if not entries:
        return
    trips = {each: site_settings.hops_of_view(evaluator, near, each) for each in (True, False)}
    if trips[True] is None:
        unknown = next((each.item.text for each in entries if each.middleware is None and each.item.text), "")
        if unknown:
            yield f"Middleware: `{unknown}` ({found.path}) is not known, so thread hops are not counted"
        return
    yield f"Middleware: a request makes {trips[True]} thread hops to an async view, {trips[False]} to a sync one"
    for entry in entries:
        if entry.middleware is not None and entry.middleware.is_sync_only:
            name = entry.middleware.name.rpartition(".")[2]
            yield f"Middleware: `{name}` ({found.path}) is synchronous only and holds a thread for the whole request"
