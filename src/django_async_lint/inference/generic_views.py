"""Django's generic class-based views: what their own `get` and `post` do, called through `super()` from a coroutine,
and what their hooks give where a project calls them.

They call hooks, which a project overrides, and some ask the database by themselves.
"""

import ast
from typing import TYPE_CHECKING

from django_async_lint.inference import coroutines, models, querysets
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, members
from django_async_lint.inference.values import (
    BOOL,
    NOTHING,
    UNKNOWN,
    ClassValue,
    Constant,
    Coroutine,
    Instance,
    Manager,
    QuerySet,
    Row,
    Unknown,
    Value,
    is_none,
)
from django_async_lint.knowledge.django_services import (
    GENERIC_FORMS,
    GENERIC_HANDLERS,
    GENERIC_HOOKS,
    GENERIC_ROWS,
    HTTP_METHODS,
    REST_VIEW,
    TEMPLATE_VIEW,
    VIEW,
)
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.modules import Function

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

PAGINATE_BY = "paginate_by"
ALLOW_EMPTY = "allow_empty"
IS_ASYNC = "view_is_async"
"""The attribute of a view that tells whether its handlers are coroutine functions."""


def call_handler(frame: Frame, node: ast.expr, view: Instance, name: str) -> None:
    """Notes what a handler (`get`, `post`) of the nearest generic view among a view's ancestors does."""
    evaluator = frame.evaluator
    base = next((base for base in evaluator.classes.mro(view.of) if base in GENERIC_HANDLERS), None)
    if not isinstance(base, str) or name not in ("get", "post"):
        return
    for hook in GENERIC_HOOKS:
        evaluator.special(frame, node, view, hook, ())
    condition = GENERIC_HANDLERS[base]
    is_own = evaluator.classes.find(view.of, condition) is not None
    if _counts_rows(frame, node, view) if condition == PAGINATE_BY else not is_own:
        querysets.note_query(frame, node, f"{base.rpartition('.')[2]}.{name}", name, "", False, "")


def _counts_rows(frame: Frame, node: ast.expr, view: Instance) -> bool:
    """Whether a list view sets how many rows a page has, or that there must be some."""
    pages = _option(frame, node, view, PAGINATE_BY)
    allows = _option(frame, node, view, ALLOW_EMPTY)
    return not (isinstance(pages, Unknown) or is_none(pages)) or (
        isinstance(allows, Constant) and allows.value is False
    )


def _option(frame: Frame, node: ast.expr, view: Instance, name: str) -> Value:
    """An attribute that a class of the project sets; unknown where none does."""
    if frame.evaluator.classes.find(view.of, name) is None:
        return UNKNOWN
    with frame.mute():
        return frame.evaluator.attribute(frame, node, view, name)


def given_by(frame: Frame, node: ast.expr, view: Instance, name: str, arguments: Arguments) -> Value:
    """What a hook of a generic view gives: `get_queryset`, `get_object`, `get_form`; unknown for anything else."""
    inherits = frame.evaluator.classes.inherits
    if inherits(view.of, *GENERIC_ROWS):
        match name:
            case "get_queryset":
                return _rows(frame, node, view)
            case "get_object":
                return _object(frame, node, view, arguments)
            case "paginate_queryset":
                return Row((UNKNOWN, UNKNOWN, arguments.get(0, "queryset") or UNKNOWN, BOOL))
    if inherits(view.of, *GENERIC_FORMS) and name in ("get_form", "get_form_class"):
        return _form(frame, node, view, name)
    if name == "render_to_response" and inherits(view.of, TEMPLATE_VIEW):
        context = arguments.get(0, "context")
        coroutines.note_serialised(frame, node, (context,) if context is not None else ())
    if inherits(view.of, REST_VIEW):
        return _of_rest(frame, node, view, name, arguments)
    return UNKNOWN


def _of_rest(frame: Frame, node: ast.expr, view: Instance, name: str, arguments: Arguments) -> Value:
    """What a hook of a generic view of REST framework gives."""
    match name:
        case "get_queryset":
            return _rows(frame, node, view)
        case "filter_queryset":
            return arguments.get(0, "queryset") or UNKNOWN
        case "get_object":
            return _object(frame, node, view, Arguments())
        case "aget_object":
            return Coroutine(f"{REST_VIEW}.{name}", _object(frame, node, view, Arguments()), frame.site(node))
        case "get_serializer_class":
            made = _option(frame, node, view, "serializer_class")
            return made if isinstance(made, ClassValue) else UNKNOWN
        case "get_serializer":
            method = frame.evaluator.attribute(frame, node, view, "get_serializer_class")
            return frame.evaluator.call(frame, node, frame.evaluator.call_plainly(frame, node, method), arguments)
        case _:
            return UNKNOWN


def _rows(frame: Frame, node: ast.expr, view: Instance) -> Value:
    rows = _option(frame, node, view, "queryset")
    if isinstance(rows, Manager):
        with frame.mute():
            return querysets.rows_of(frame, node, rows)
    if isinstance(rows, QuerySet):
        return rows._replace(evaluated=False)
    model = _option(frame, node, view, "model")
    return models.rows_of_model(frame, node, model)


def _object(frame: Frame, node: ast.expr, view: Instance, arguments: Arguments) -> Value:
    """One row of what is given, or of what `get_queryset` gives, which is called here."""
    rows = arguments.get(0, "queryset")
    if rows is None or is_none(rows):
        method = frame.evaluator.attribute(frame, node, view, "get_queryset")
        rows = frame.evaluator.call_plainly(frame, node, method)
    found: Value = NOTHING
    for member in members(rows):
        found = join(found, models.row_of_source(frame, node, member))
    return found


def _form(frame: Frame, node: ast.expr, view: Instance, name: str) -> Value:
    if name == "get_form":
        method = frame.evaluator.attribute(frame, node, view, "get_form_class")
        form_class = frame.evaluator.call_plainly(frame, node, method)
        return frame.evaluator.call_plainly(frame, node, form_class)
    form_class = _option(frame, node, view, "form_class")
    return form_class if isinstance(form_class, ClassValue) else UNKNOWN


def has_async_handlers(evaluator: "Evaluator", cls: ClassLike) -> bool:
    """Whether a view has handlers that are coroutine functions: Django then awaits what its `dispatch` returns."""
    if not evaluator.classes.inherits(cls, VIEW):
        return False
    handlers = (evaluator.classes.find(cls, name) for name in HTTP_METHODS)
    return any(isinstance(each, Function) and each.is_async for found in handlers if found for each in found[1])
