"""The middleware of a site in order, as its settings tell. Nothing here tells what a middleware does."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django_async_lint.inference import middleware_modes, settings
from django_async_lint.inference.middleware import Middleware, hops
from django_async_lint.inference.settings_lists import Item
from django_async_lint.project.modules import Class, Function, Module
from django_async_lint.project.names import Definition

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of MIDDLEWARE: where it stands, what it names, and that as the handler sees it, None where unsure."""

    item: Item
    definition: Definition | None
    middleware: Middleware | None


def middleware_entries(evaluator: "Evaluator", near: Module) -> tuple[Entry, ...]:
    """The entries of MIDDLEWARE in order; empty where the settings are not found or do not set it."""
    found = settings.settings_module(evaluator, near)
    if found is None:
        return ()
    items = evaluator.settings_lists.of(found).get("MIDDLEWARE", ())
    return tuple(_entry(evaluator, found, item) for item in items)


def _entry(evaluator: "Evaluator", site: Module, item: Item) -> Entry:
    if item.text is None:
        return Entry(item, None, None)
    meanings = evaluator.names.dotted(item.text, site.import_root)
    if len(meanings) != 1:
        return Entry(item, None, None)
    return Entry(item, meanings[0], middleware_modes.of(evaluator, meanings[0]))


def stack_with(entries: tuple[Entry, ...], kept: Entry | None = None) -> tuple[Middleware, ...] | None:
    """The stack of what is surely there, and of one entry more; None where something of it is not known."""
    stack = []
    for entry in entries:
        if entry.item.is_certain or entry is kept:
            if entry.middleware is None:
                return None
            stack.append(entry.middleware)
    return tuple(stack)


def hops_of_view(evaluator: "Evaluator", near: Module, is_async_view: bool) -> int | None:
    """How often a request to a view of the site around a module goes to a thread; None where the stack is not known or
    fails."""
    entries = middleware_entries(evaluator, near)
    stack = stack_with(entries) if entries else None
    return hops(stack, is_async_view) if stack is not None else None


def parts(evaluator: "Evaluator", near: Module) -> dict[Module, None]:
    """The modules that the settings of the site around a module are made of."""
    found = settings.settings_module(evaluator, near)
    return dict.fromkeys(settings.with_star_imports(evaluator, found)) if found is not None else {}


def is_listed(entries: tuple[Entry, ...], definition: Function | Class) -> Entry | None:
    """The entry of MIDDLEWARE that names a class or factory."""
    return next((entry for entry in entries if entry.definition is definition), None)
