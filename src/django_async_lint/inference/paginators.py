"""Paginators and their pages: what counts the rows, what fetches them, when what is paginated is a queryset.

A page is lazy: making one counts, going through it fetches. Of a list, or of what is not known, nothing is said.
"""

import ast

from django_async_lint.inference import querysets, twins
from django_async_lint.inference.describing import short
from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import INT, NONE, UNKNOWN, Instance, Manager, QuerySet, Value
from django_async_lint.knowledge.django_services import (
    ASYNC_PAGINATOR,
    ASYNC_PAGINATOR_SINCE,
    COUNTING,
    OF_ASYNC_PAGINATOR,
    PAGE,
    PAGES,
    PAGINATOR,
)

CLASSES = frozenset({PAGINATOR, ASYNC_PAGINATOR})
ROWS = "object_list"
COUNTED = "counted"


def made(name: str, arguments: Arguments) -> Value:
    """A paginator over what it is given."""
    rows = arguments.get(0, ROWS)
    return Instance(name, state=((ROWS, rows),) if rows is not None else ())


def member(frame: Frame, node: ast.expr, instance: Instance, name: str) -> Value | None:
    """An attribute of a paginator or a page: what counts does so here; None for what the tables tell."""
    kept = dict(instance.state or ())
    if name == ROWS:
        return kept.get(ROWS, UNKNOWN)
    if name in COUNTING and instance.of == PAGINATOR:
        _count(frame, node, instance, name, node.value if isinstance(node, ast.Attribute) else node)
        return INT if name != "page_range" else UNKNOWN
    return None


def call_method(frame: Frame, node: ast.expr, instance: Instance, name: str) -> Value | None:
    """A method of a paginator: those that give a page count the rows; None for any other."""
    page = PAGES.get((str(instance.of), name))
    if page is None:
        return None
    if instance.of == PAGINATOR:
        owner = node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else node
        _count(frame, node, instance, name, owner)
    return Instance(page, state=instance.state)


def _count(frame: Frame, node: ast.expr, paginator: Instance, name: str, owner: ast.expr) -> None:
    """Notes the query that counts, once for each paginator."""
    kept = dict(paginator.state or ())
    rows = kept.get(ROWS)
    is_fetched = isinstance(rows, QuerySet) and (rows.evaluated or rows.empty)
    if not isinstance(rows, (QuerySet, Manager)) or is_fetched or COUNTED in kept:
        return
    has_twin = twins.is_available(ASYNC_PAGINATOR_SINCE, frame.evaluator.target_django)
    twin = OF_ASYNC_PAGINATOR.get(name, "") if has_twin else ""
    instead = f"page with `AsyncPaginator` and `await ...{twin}(...)`" if twin else ""
    sink = f"{short(PAGINATOR)}.{name}"
    querysets.note_query(frame, node, sink, "api", PAGINATOR, False, twin=twin, instead=instead)
    path = access_path(owner)
    if path is not None and frame.env is not None and path in frame.env:
        frame.env[path] = paginator._replace(state=((COUNTED, NONE), *kept.items()))


def rows_of(instance: Instance) -> Value | None:
    """What going through a page goes through; None for any other instance."""
    return dict(instance.state or ()).get(ROWS) if instance.of == PAGE else None
