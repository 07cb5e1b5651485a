"""Which views of a site run asynchronously, and which of them Django would put into a transaction.

Asked of the routes; a consumer is no view. Nothing here is evaluated.
"""

import ast
import re
from typing import TYPE_CHECKING

from django_async_lint.inference import routes
from django_async_lint.inference.routes import RoutedView
from django_async_lint.project.modules import Class, Module

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

NON_ATOMIC = "non_atomic_requests"
CONSUMER = "consumer"


def of(evaluator: "Evaluator", near: Module) -> tuple[RoutedView, ...]:
    """The asynchronous views that the site around a module routes, each once, sorted by place."""
    sites = set(evaluator.project.layout.sites)
    found: dict[tuple[str, str, int], RoutedView] = {}
    for view in routes.of(evaluator):
        module = _module(view) if view.is_async and view.kind != CONSUMER else None
        is_apart = module is not None and {module.import_root, near.import_root} <= sites
        if module is not None and (module.import_root == near.import_root or not is_apart):
            found.setdefault((view.path, view.name, view.line), view)
    return tuple(found.values())


def is_atomic(evaluator: "Evaluator", view: RoutedView) -> bool:
    """Whether nothing takes a view out of `ATOMIC_REQUESTS`: no decorator of its own, of its class or in its route."""
    nodes = list(view.function.decorators) if view.function is not None else []
    for cls in evaluator.classes.mro(view.cls) if view.cls is not None else ():
        if isinstance(cls, Class):
            nodes += cls.node.decorator_list
            nodes += [node for each in cls.methods if each.name == "dispatch" for node in each.decorators]
    if any(NON_ATOMIC in ast.unparse(node) for node in nodes):
        return False
    name = view.cls.name if view.cls is not None else view.name.rpartition(".")[2]
    wrapped = re.compile(rf"{NON_ATOMIC}\(\s*(?:[\w.]+\.)?{name}\b")
    return not any(wrapped.search(each.source.text) for each in evaluator.declarations.routes.configurations)


def _module(view: RoutedView) -> Module | None:
    if view.cls is not None:
        return view.cls.module
    return view.function.module if view.function is not None else None
