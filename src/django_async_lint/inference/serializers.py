"""Serializers of REST framework: what reading `serializer.data` on the loop reads of the instances it was made with.

Only what the class statement says is known: fields whose class or source is computed are silent.
"""

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import (
    UNKNOWN,
    ClassValue,
    Collection,
    Constant,
    Instance,
    Manager,
    QuerySet,
    Row,
    Value,
    constant,
    members,
)
from django_async_lint.knowledge import serialisers
from django_async_lint.project.modules import Assignment, Class

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

ONE, MANY = "serialised", "serialised rows"
"""What a serializer was made with, in the state of its instance."""
DEEPEST = 4


def is_serializer(evaluator: "Evaluator", value: Value) -> bool:
    """Whether a value is a serializer that the project defines."""
    is_own = isinstance(value, Instance) and isinstance(value.of, Class)
    return is_own and isinstance(value, Instance) and evaluator.classes.inherits(value.of, *serialisers.SERIALIZERS)


def made(serializer: Instance, arguments: Arguments) -> Instance:
    """A serializer that knows what it was made with."""
    given = arguments.get(0, "instance")
    if given is None:
        return serializer
    is_many = arguments.get(-1, "many")
    kind = MANY if isinstance(is_many, Constant) and is_many.value is True else ONE
    return serializer._replace(state=(*(serializer.state or ()), (kind, given)))


def read(frame: Frame, node: ast.expr, serializer: Instance) -> Value:
    """`serializer.data`: what making it reads, noted at `node`."""
    held = dict(serializer.state or ())
    if MANY in held:
        represent_rows(frame, node, serializer, held[MANY])
    elif ONE in held:
        represent(frame, node, serializer, held[ONE])
    return UNKNOWN


def represent_rows(frame: Frame, node: ast.expr, serializer: Instance, rows: Value, depth: int = 0) -> None:
    """What representing each of several instances reads."""
    for each in members(frame.evaluator.all_rows(frame, node, rows)):
        if isinstance(each, (QuerySet, Collection, Row)):
            element = frame.evaluator.iterate(frame, node, each, "serialize")
            represent(frame, node, serializer, element, depth)


def represent(frame: Frame, node: ast.expr, serializer: Instance, value: Value, depth: int = 0) -> None:
    """What representing one instance reads."""
    cls = serializer.of
    evaluator = frame.evaluator
    own = evaluator.classes.find(cls, "to_representation")
    for each in members(value):
        if not isinstance(each, Instance) or not isinstance(cls, Class) or depth > DEEPEST:
            continue
        if own is not None:
            evaluator.special(frame, node, serializer, "to_representation", (each,))
            continue
        declared = dict(_declared(evaluator, cls))
        wanted = _wanted(evaluator, cls)
        for name, (owner, call) in declared.items():
            if wanted is None or name in wanted:
                _represent_field(frame, node, (serializer, owner, name, call), each, depth)
        for name in wanted or ():
            if name not in declared:
                _represent_model_field(frame, node, each, name)


def _declared(evaluator: "Evaluator", cls: Class) -> Iterator[tuple[str, tuple[Class, ast.Call]]]:
    for base in reversed(evaluator.classes.mro(cls)):
        if isinstance(base, Class):
            for name, bindings in base.members.items():
                last = bindings[-1]
                if isinstance(last, Assignment) and isinstance(last.value, ast.Call):
                    yield name, (base, last.value)


def _wanted(evaluator: "Evaluator", cls: Class) -> list[str] | None:
    """The names that `Meta.fields` lists; None where there is no Meta, or it does not list them."""
    found = evaluator.classes.find(cls, "Meta")
    meta = found[1][-1] if found is not None else None
    if not isinstance(meta, Class) or "fields" not in meta.members:
        return None
    fields = evaluator.class_member(meta, "fields")
    model = evaluator.class_member(meta, "model") if "model" in meta.members else UNKNOWN
    if fields == constant("__all__", sure=False) and isinstance(model, ClassValue):
        return list(evaluator.declarations.fields(model.of))
    if not isinstance(fields, Row):
        return None
    return [str(each.value) for each in fields.elements if isinstance(each, Constant)]


Declared = tuple[Instance, Class, str, ast.Call]
"""A serializer, the class whose body declares a field, its name and the call that makes it."""


def _represent_field(frame: Frame, node: ast.expr, declared: Declared, instance: Instance, depth: int) -> None:
    serializer, owner, name, call = declared
    evaluator = frame.evaluator
    there = Frame(evaluator, owner.module, owner.parent, owner, muted=1)
    field = evaluator.value_of(there, call)
    if not isinstance(field, Instance):
        return
    given = {each.arg: each.value.value for each in call.keywords if isinstance(each.value, ast.Constant)}
    if given.get("write_only") is True:
        return
    kind = field.of.rpartition(".")[2] if isinstance(field.of, str) else ""
    if kind in serialisers.METHOD_FIELDS:
        method = str(given.get("method_name") or f"get_{name}")
        evaluator.special(frame, node, serializer, method, (instance,))
        return
    source = str(given.get("source") or name)
    is_many = given.get("many") is True
    if kind in serialisers.KEY_FIELDS and not is_many and "." not in source:
        return
    value: Value = instance
    for part in source.split(".") if source != "*" else ():
        value = evaluator.attribute(frame, node, value, part)
    if is_serializer(evaluator, field):
        (represent_rows if is_many else represent)(frame, node, field, value, depth + 1)
    elif is_many and isinstance(value, (Manager, QuerySet)):
        evaluator.iterate(frame, node, evaluator.all_rows(frame, node, value), "serialize")
    elif kind in serialisers.TEXT_FIELDS:
        evaluator.format(frame, node, value)


def _represent_model_field(frame: Frame, node: ast.expr, instance: Instance, name: str) -> None:
    """A field that `Meta.fields` names: the key of a relation, the rows of several, or what a property gives."""
    evaluator = frame.evaluator
    field = evaluator.declarations.fields(instance.of).get(name)
    if field is None and evaluator.classes.find(instance.of, name) is not None:
        evaluator.attribute(frame, node, instance, name)
    elif field is not None and field.is_many_to_many:
        rows = evaluator.attribute(frame, node, instance, name)
        evaluator.iterate(frame, node, evaluator.all_rows(frame, node, rows), "serialize")
