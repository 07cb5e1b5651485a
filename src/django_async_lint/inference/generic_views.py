"""Django's generic class-based views: what their own `get` and `post` do, called through `super()` from a coroutine.

They call hooks, which a project overrides, and some ask the database by themselves.
"""

import ast

from django_async_lint.inference import querysets
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.values import NONE, Constant, Instance, Nothing, Value
from django_async_lint.knowledge.django_services import GENERIC_HANDLERS, GENERIC_HOOKS


def call_handler(frame: Frame, node: ast.expr, view: Instance, name: str) -> None:
    """Notes what a handler (`get`, `post`) of the nearest generic view among a view's ancestors does."""
    evaluator = frame.evaluator
    base = next((base for base in evaluator.classes.mro(view.of) if base in GENERIC_HANDLERS), None)
    if not isinstance(base, str) or name not in ("get", "post"):
        return
    for hook in GENERIC_HOOKS:
        evaluator.special(frame, node, view, hook, ())
    condition = GENERIC_HANDLERS[base]
    is_overridden = evaluator.classes.find(view.of, condition) is not None
    asks = is_overridden if condition == "paginate_by" else not is_overridden
    if asks and not (condition == "paginate_by" and _is_unset(frame, node, view)):
        querysets.note_query(frame, node, f"{base.rpartition('.')[2]}.{name}", name, "", False, "")


def _is_unset(frame: Frame, node: ast.expr, view: Instance) -> bool:
    """Whether a view surely does not paginate."""
    with frame.mute():
        size: Value = frame.evaluator.attribute(frame, node, view, "paginate_by")
    return size == NONE or isinstance(size, Nothing) or (isinstance(size, Constant) and size.value is None)
