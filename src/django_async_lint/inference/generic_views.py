"""Django's generic class-based views: what their own `get` and `post` do, called through `super()` from a coroutine.

They call hooks, which a project overrides, and some ask the database by themselves.
"""

import ast

from django_async_lint.inference import querysets
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.values import Instance, is_none
from django_async_lint.knowledge.django_services import GENERIC_HANDLERS, GENERIC_HOOKS

PAGINATE_BY = "paginate_by"


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
    if _paginates(frame, node, view) if condition == PAGINATE_BY else not is_own:
        querysets.note_query(frame, node, f"{base.rpartition('.')[2]}.{name}", name, "", False, "")


def _paginates(frame: Frame, node: ast.expr, view: Instance) -> bool:
    """Whether a list view sets how many rows a page has."""
    if frame.evaluator.classes.find(view.of, PAGINATE_BY) is None:
        return False
    with frame.mute():
        return not is_none(frame.evaluator.attribute(frame, node, view, PAGINATE_BY))
