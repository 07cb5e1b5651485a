"""Model instances made into text or dicts: the rows and the many-to-many relations that this fetches."""

import ast

from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import Constant, Instance, Row, Value

SERIALISE = "django.core.serializers.serialize"
AS_DICT = "django.forms.models.model_to_dict"


def call(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    """Notes what `serialize(format, rows, fields=...)` or `model_to_dict(instance, fields, exclude)` fetches."""
    if name == SERIALISE:
        rows = arguments.get(1, "queryset")
        if rows is None:
            return
        written = _rows(node) if isinstance(node, ast.Call) else node
        each = frame.evaluator.iterate(frame, written, rows, "serialize")
        _fetch_relations(frame, node, each, _names(arguments.get(-1, "fields")), frozenset())
        return
    instance = arguments.get(0, "instance")
    if instance is not None:
        excluded = _names(arguments.get(2, "exclude")) or frozenset()
        _fetch_relations(frame, node, instance, _names(arguments.get(1, "fields")), excluded)


def _rows(node: ast.Call) -> ast.expr:
    """What is given as the rows; the call itself where that is not told."""
    named = (each.value for each in node.keywords if each.arg == "queryset")
    return node.args[1] if len(node.args) > 1 else next(named, node)


def _names(value: Value | None) -> frozenset[str] | None:
    """The fields that an argument names; None where it names none, nothing where that is not told."""
    match value:
        case None | Constant(value=None):
            return None
        case Row(elements=elements) if all(isinstance(each, Constant) for each in elements):
            return frozenset(str(each.value) for each in elements)
        case _:
            return frozenset()


def _fetch_relations(
    frame: Frame, node: ast.expr, value: Value, wanted: frozenset[str] | None, excluded: frozenset[str]
) -> None:
    declarations = frame.evaluator.declarations
    for each in members(value):
        if not isinstance(each, Instance) or each.loaded is None or not declarations.is_model(each.of):
            continue
        for name, field in declarations.fields(each.of).items():
            if field.is_many_to_many and name not in excluded and (wanted is None or name in wanted):
                rows = frame.evaluator.attribute(frame, node, each, name)
                frame.evaluator.iterate(frame, node, frame.evaluator.all_rows(frame, node, rows), "list")
