"""Serializers of REST framework: what reading `serializer.data` on the loop reads of the instances it was made with,
and what validating and saving one asks the database.

Only what the class statement says is known: fields whose class or source is computed are silent.
"""

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django_async_lint.inference import forms, querysets
from django_async_lint.inference.describing import short
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import (
    BOOL,
    UNKNOWN,
    ClassValue,
    Collection,
    Constant,
    Coroutine,
    Instance,
    Manager,
    QuerySet,
    Row,
    Value,
    constant,
)
from django_async_lint.knowledge import serialisers
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.modules import Assignment, Class

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

ONE, MANY = "serialised", "serialised rows"
"""What a serializer was made with, in the state of its instance."""
DATA = "data"
READ = frozenset((DATA, *(name for names in serialisers.AWAITED_PROPERTIES.values() for name in names)))
"""Attributes that are more than what a class binds."""
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


def attribute(frame: Frame, node: ast.expr, serializer: Instance, name: str) -> Value | None:
    """`serializer.data`, whose making reads, and what is to be awaited without a call; None for anything else."""
    if name == DATA and is_serializer(frame.evaluator, serializer):
        return read(frame, node, serializer)
    for base, names in serialisers.AWAITED_PROPERTIES.items():
        if name in names and frame.evaluator.classes.inherits(serializer.of, base):
            return Coroutine(f"{base}.{name}", UNKNOWN, frame.site(node))
    return None


def read(frame: Frame, node: ast.expr, serializer: Instance) -> Value:
    """`serializer.data`: what making it reads, noted at `node`."""
    held = dict(serializer.state or ())
    if MANY in held:
        represent_rows(frame, node, serializer, held[MANY])
    elif ONE in held:
        represent(frame, node, serializer, held[ONE])
    return UNKNOWN


def call_method(frame: Frame, node: ast.expr, serializer: Instance, name: str, awaited: bool) -> Value | None:
    """REST framework's own `save` or `is_valid` of a serializer that the project defines; None for anything else."""
    if name == "save":
        return _saved(frame, node, serializer, awaited)
    if name == "is_valid":
        return _validated(frame, node, serializer, awaited)
    return None


def _saved(frame: Frame, node: ast.expr, serializer: Instance, awaited: bool) -> Value:
    """`save` calls `update` of a serializer that has an instance, `create` of any other: the project's own, or that
    of a model's serializer, which asks the database."""
    evaluator = frame.evaluator
    held = dict(serializer.state or ())
    if MANY in held:
        return UNKNOWN
    name, given = ("update", (held[ONE], UNKNOWN)) if ONE in held else ("create", (UNKNOWN,))
    if evaluator.classes.find(serializer.of, name) is not None:
        return evaluator.special(frame, node, serializer, name, given) or UNKNOWN
    if evaluator.classes.inherits(serializer.of, serialisers.MODEL_SERIALIZER):
        querysets.note_query(frame, node, f"{short(serializer.of)}.save", "save", "", awaited, "")
        model = _model(evaluator, serializer.of)
        return held.get(ONE) or (Instance(model) if model is not None else UNKNOWN)
    return UNKNOWN


def _validated(frame: Frame, node: ast.expr, serializer: Instance, awaited: bool) -> Value:
    """`is_valid` runs the project's own checks, and asks the database for relations and unique values."""
    evaluator = frame.evaluator
    cls = serializer.of
    if not isinstance(cls, Class):
        return BOOL
    own = [base for base in evaluator.classes.mro(cls) if isinstance(base, Class)]
    checks = dict.fromkeys(m.name for base in own for m in base.methods if m.name.startswith("validate"))
    for check in checks:
        evaluator.special(frame, node, serializer, check, (UNKNOWN,))
    if _looks_up(evaluator, cls, own):
        querysets.note_query(frame, node, f"{short(cls)}.is_valid", "api", "", awaited, "")
    return BOOL


def _looks_up(evaluator: "Evaluator", cls: Class, own: list[Class]) -> bool:
    """Whether a model's serializer surely has a field that can be written and is a relation or unique."""
    model = _model(evaluator, cls)
    methods = [method for base in own for method in base.methods]
    changing = any("fields" in method.facts.attributes or method.name == "get_fields" for method in methods)
    meta = evaluator.classes.find(cls, "Meta")
    options = meta[1][-1] if meta is not None else None
    if model is None or changing or not isinstance(options, Class):
        return False
    if not {"read_only_fields", "extra_kwargs", "exclude", "validators"}.isdisjoint(options.members):
        return False
    declared = dict(_declared(evaluator, cls))
    fields = evaluator.declarations.fields(model)
    wanted = (fields[name] for name in _wanted(evaluator, cls) or () if name in fields and name not in declared)
    sure = (each for each in wanted if forms.is_editable(each.owner, each.name))
    return any(
        each.kind in forms.RELATIONS or (each.is_unique and not forms.has_default(each.owner, each.name))
        for each in sure
    )


def _model(evaluator: "Evaluator", cls: ClassLike) -> Class | None:
    """The model that the `Meta` of a serializer names."""
    found = evaluator.classes.find(cls, "Meta")
    meta = found[1][-1] if found is not None else None
    if not isinstance(meta, Class) or "model" not in meta.members:
        return None
    of = getattr(evaluator.class_member(meta, "model"), "of", None)
    return of if isinstance(of, Class) else None


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
