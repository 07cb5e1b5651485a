"""Model classes and instances: managers, relations, what is in memory of an instance, what a read loads."""

import ast
import re

from django_async_lint.inference import fetching, functions, loading, memory, querysets
from django_async_lint.inference.describing import dotted, short
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import members
from django_async_lint.inference.local_names import is_parameter
from django_async_lint.inference.values import (
    NONE,
    UNKNOWN,
    ClassValue,
    Collection,
    Constant,
    Coroutine,
    Instance,
    Manager,
    Method,
    Outside,
    QuerySet,
    Row,
    Value,
    truth,
)
from django_async_lint.knowledge import django_orm
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.models import Field
from django_async_lint.project.modules import Assignment, Class

DEFAULT_MANAGERS = frozenset({"objects", "_default_manager", "_base_manager"})

ELSEWHERE = re.compile(r"[a-z_]\w*(\.\w+)*\.models(\.[a-z_]\w*)*\.[A-Z]\w*")
"""A class of an application that is not at hand, by Django's convention for the module of its models: what it calls
`objects` is a manager."""


def class_attribute(frame: Frame, model: ClassLike, name: str) -> Value | None:
    """A manager read on a model class; None when `name` is no manager."""
    evaluator = frame.evaluator
    found = evaluator.classes.find(model, name)
    if found is not None:
        owner, bindings = found
        for binding in bindings:
            if isinstance(binding, Assignment):
                manager = as_manager(evaluator.class_assignment(owner, binding), model, name)
                if manager is not None:
                    return manager
        field = evaluator.declarations.fields(model).get(name)
        if field is not None and field.kind == "many":
            return Manager(field.target, name=f"{short(model)}.{name}", through=_through(field))
        return None
    if name in DEFAULT_MANAGERS:
        custom = _outside_manager(frame, model)
        if name == "_default_manager":
            declared = _first_manager(frame, model)
            if declared is not None:
                return declared
        return Manager(model, (custom,) if custom else (), name=f"{short(model)}.{name}")
    return None


def as_manager(value: Value, model: ClassLike, name: str) -> Manager | None:
    """A class attribute as the manager that a model makes of it; None when it is none."""
    for member in members(value):
        if isinstance(member, Manager):
            return member._replace(model=model, name=f"{short(model)}.{name}")
    return None


def _first_manager(frame: Frame, model: ClassLike) -> Manager | None:
    fields = frame.evaluator.declarations.fields(model)
    for base in frame.evaluator.classes.mro(model):
        if not isinstance(base, Class):
            continue
        for name, bindings in base.members.items():
            for binding in bindings:
                if name not in fields and isinstance(binding, Assignment) and isinstance(binding.value, ast.Call):
                    found = as_manager(frame.evaluator.class_assignment(base, binding), model, name)
                    if found is not None:
                        return found
    return None


def _outside_manager(frame: Frame, model: ClassLike) -> str:
    for base in frame.evaluator.classes.mro(model):
        if isinstance(base, str):
            declared = django_orm.ABSTRACT_MODELS.get(base, {}).get("manager")
            if declared:
                return str(declared)
    return ""


def attribute(frame: Frame, node: ast.expr, instance: Instance, name: str) -> Value | None:
    """What Django gives an instance under `name`: a relation, a field; None when the name is not Django's."""
    declarations = frame.evaluator.declarations
    fields = declarations.fields(instance.of)
    field = fields.get(name)
    if field is not None:
        return _of_field(frame, node, instance, field)
    found = frame.evaluator.classes.find(instance.of, name)
    if found is not None:
        return None
    if name == "pk" or name == "id" or name.startswith("_"):
        return UNKNOWN
    if name.endswith("_id") and name.removesuffix("_id") in fields:
        _read_column(frame, node, instance, name.removesuffix("_id"), name)
        return UNKNOWN
    if is_method(name):
        return Method(instance, name)
    relation = loading.list_relation(instance.loaded, name)
    if relation:
        return _prefetched_list(frame, instance, name, relation)
    reverse = declarations.reverse(instance.of, name)
    if reverse is None:
        return None
    if reverse.kind == "one_to_one":
        return load(frame, node, instance, name, reverse.source, "reverse", reverse.field)
    back = "" if reverse.is_many_to_many else reverse.field
    return _related_manager(frame, instance, name, reverse.source, back)


def is_row_from_elsewhere(instance: Instance) -> bool:
    """Whether an instance of a class that is not at hand is a row: a manager gave it, or it was made as one."""
    is_row = instance.loaded is not None and not instance.path
    return is_row and isinstance(instance.of, str) and ELSEWHERE.fullmatch(instance.of) is not None


def is_method(name: str) -> bool:
    """Whether every model instance has a method of this name that may touch the database."""
    plain = name.removeprefix("a") if name.startswith("a") else name
    return (
        name in django_orm.MODEL_METHODS
        or plain in ("save", "delete", "refresh_from_db")
        or name.startswith(tuple(django_orm.MODEL_METHOD_PREFIXES))
    )


def _of_field(frame: Frame, node: ast.expr, instance: Instance, field: Field) -> Value:
    name = field.name
    if field.kind == "parent":
        return Instance(field.target) if field.target is not None else UNKNOWN
    if field.kind in ("forward", "one_to_one", "generic"):
        back = frame.evaluator.declarations.accessor_of(field) if field.kind == "one_to_one" else ""
        return load(frame, node, instance, name, field.target, "relation", back)
    if field.kind == "many":
        manager = _related_manager(frame, instance, name, field.target, "", field.manager)
        is_generic = field.field_class == django_orm.GENERIC_RELATION
        return manager._replace(through=_through(field), is_generic=is_generic)
    _read_column(frame, node, instance, name, name)
    return Instance(field.target) if isinstance(field.target, str) else UNKNOWN


def _read_column(frame: Frame, node: ast.expr, instance: Instance, field: str, name: str) -> None:
    if loading.is_deferred(instance.loaded, *dict.fromkeys((field, name))):
        left_out, origin = fetching.left_out_by(frame, node), fetching.origin_of(frame, node)
        frame.add("loads", f"{dotted(instance.of)}.{name}", "deferred", node, fetched=left_out, origin=origin)
        path = memory.path_of_read(node, name)
        if path is not None:
            by_only = any(mark.startswith("=") for mark in instance.loaded or ())
            loading.note_in_memory(frame, path.rpartition(".")[0], frozenset({f"={name}" if by_only else name}))


def _related_manager(
    frame: Frame, instance: Instance, name: str, target: ClassLike | None, back: str, manager_class: str = ""
) -> Manager:
    """The manager of the rows on the other side; `back` is the relation of those rows that leads here."""
    loaded = instance.loaded
    known = loading.with_relation(back, loaded) if back else frozenset()
    prefetched = loaded is None or name in loaded or "**" in loaded
    if prefetched:
        below = loading.ANYTHING if loaded is None or name not in loaded else loading.loaded_below(loaded, name)
        known = loading.capped(known | below)
    manager = _manager_of(frame, target)
    if manager_class:
        manager = manager._replace(via=(manager_class,))
    label = f"{short(instance.of)}.{name}"
    return manager._replace(relation=name, prefetched=prefetched, loaded=known, name=label)


def _through(field: Field) -> ClassLike | None:
    """The model between the two sides of a many-to-many relation; one that Django makes has no name."""
    return (field.through or django_orm.MODEL) if not field.related_name.endswith("+") else None


def _prefetched_list(frame: Frame, instance: Instance, name: str, relation: str) -> Value:
    """The list that `Prefetch(relation, to_attr=name)` left on an instance."""
    declarations = frame.evaluator.declarations
    field = declarations.fields(instance.of).get(relation)
    reverse = declarations.reverse(instance.of, relation) if field is None else None
    below = loading.loaded_below(instance.loaded, name)
    target = field.target if field is not None else reverse.source if reverse is not None else None
    if target is None:
        return Collection("list", UNKNOWN)
    if reverse is not None and not reverse.is_many_to_many:
        below = loading.capped(below | loading.with_relation(reverse.field, instance.loaded))
    return Collection("list", Instance(target, below))


def _manager_of(frame: Frame, model: ClassLike | None) -> Manager:
    if model is None:
        return Manager(None)
    found = class_attribute(frame, model, "_default_manager")
    return found if isinstance(found, Manager) else Manager(model)


def load(
    frame: Frame,
    node: ast.expr,
    instance: Instance,
    name: str,
    target: ClassLike | None,
    how: str,
    back: str = "",
) -> Value:
    """Reads a relation that gives one instance: an effect when it is known not to be in memory. `back` is the
    relation of that instance that leads here again, where Django remembers both ends."""
    loaded = instance.loaded
    below: frozenset[str] | None
    if loaded is None:
        _note_unsure(frame, node, instance, name, how)
        below = None
    elif loading.is_loaded(loaded, name):
        below = loading.loaded_below(loaded, name) if name in loaded else None
    else:
        path = _lookup(frame, node, name)
        advice = f'load it with the instance: `select_related("{path}")`' if path != name else ""
        fetched, origin = fetching.fetched_by(frame, node), fetching.origin_of(frame, node)
        sink = f"{dotted(instance.of)}.{name}"
        frame.add("loads", sink, how, node, instead=advice, fetched=fetched, origin=origin)
        below = frozenset()
    if below is not None and back:
        below = loading.capped(below | loading.with_relation(back, loaded))
    value: Value = Instance(target, below) if target is not None else UNKNOWN
    memory.remember(frame, node, name, value)
    return value


def _note_unsure(frame: Frame, node: ast.expr, instance: Instance, name: str, how: str) -> None:
    """A relation of a coroutine function's own parameter: whoever passes the instance has loaded it, or has not. Noted
    only where the settings ask for what is that unsure."""
    if frame.evaluator.project.config.min_confidence != "low":
        return
    owner = node.value if isinstance(node, ast.Attribute) else None
    if frame.is_async and isinstance(owner, ast.Name) and is_parameter(frame, owner.id):
        frame.add("loads", f"{dotted(instance.of)}.{name}", how, node, confidence="low")


def _lookup(frame: Frame, node: ast.expr, name: str) -> str:
    """The lookup path of a relation from the instance that a chain of relations begins with: `book__author`."""
    names = [name]
    owner = node.value if isinstance(node, ast.Attribute) else None
    while isinstance(owner, ast.Attribute):
        with frame.mute():
            before = frame.evaluator.value_of(frame, owner.value)
        fields = (
            frame.evaluator.declarations.fields(each.of) for each in members(before) if isinstance(each, Instance)
        )
        if not any(owner.attr in known and known[owner.attr].kind in ("forward", "one_to_one") for known in fields):
            break
        names.append(owner.attr)
        owner = owner.value
    return "__".join(reversed(names))


def call_method(
    frame: Frame, node: ast.expr, instance: Instance, name: str, arguments: functions.Arguments, awaited: bool
) -> Value:
    """A call of what every model instance has: `save`, `adelete`, `refresh_from_db` …"""
    twin = name.removeprefix("a")
    is_twin = name not in django_orm.MODEL_METHODS and twin in ("save", "delete", "refresh_from_db")
    if (twin if is_twin else name) == "refresh_from_db":
        memory.note_reloaded(frame, node, instance, arguments)
    if is_twin:
        return Coroutine(f"{short(instance.of)}.{name}", NONE, frame.site(node))
    if not is_method(name):
        return UNKNOWN
    if name == "full_clean":
        for part in ("clean_fields", "clean", "validate_unique", "validate_constraints"):
            frame.evaluator.special(frame, node, instance, part, ())
    if _may_query(frame, instance.of, name, arguments):
        sink = f"{short(instance.of)}.{name}"
        querysets.note_query(frame, node, sink, name, "django.db.models.Model", awaited)
    if name.startswith(tuple(django_orm.MODEL_METHOD_PREFIXES)):
        return Instance(instance.of, frozenset())
    return NONE if name != "delete" else UNKNOWN


def _may_query(frame: Frame, model: ClassLike, name: str, arguments: functions.Arguments) -> bool:
    """Whether a method touches the database: some do only for models with certain fields or constraints."""
    reasons = django_orm.MODEL_CONDITIONAL.get(name)
    if reasons is None:
        return True
    due = set(reasons)
    if name in ("clean_fields", "full_clean") and _leaves_relations_out(frame, model, arguments.get(0, "exclude")):
        due.discard("relation")
    if name == "full_clean":
        parts = ((1, "validate_unique", "unique"), (2, "validate_constraints", "constraint"))
        due -= {reason for index, keyword, reason in parts if truth(arguments.get(index, keyword) or UNKNOWN) is False}
    return not frame.evaluator.declarations.validation_queries(model).isdisjoint(due)


def _leaves_relations_out(frame: Frame, model: ClassLike, given: Value | None) -> bool:
    """Whether what a validation leaves out may be every relation of the model."""
    if not isinstance(given, Row):
        return given is not None and given != NONE
    left_out = {each.value for each in given.elements if isinstance(each, Constant)}
    fields = frame.evaluator.declarations.fields(model).values()
    return not any(field.kind in ("forward", "one_to_one") and field.name not in left_out for field in fields)


def row_of_source(frame: Frame, node: ast.expr, source: Value) -> Value:
    """A row of what `get_object_or_404` and the like are given: a model class, a manager, a queryset."""
    rows = rows_of_model(frame, node, source)
    return querysets.row(rows) if isinstance(rows, QuerySet) else UNKNOWN


def rows_of_model(frame: Frame, node: ast.expr, source: Value) -> Value:
    """All rows of a model class or a manager; a queryset as it is."""
    if isinstance(source, (ClassValue, Outside)):
        model = class_value(source)
        if model is None or not frame.evaluator.declarations.is_model(model):
            return UNKNOWN
        source = _manager_of(frame, model)
    if isinstance(source, Manager):
        with frame.mute():
            source = querysets.rows_of(frame, node, source)
    return source if isinstance(source, QuerySet) else UNKNOWN


def class_value(value: Value) -> ClassLike | None:
    """The class that a class value stands for."""
    match value:
        case ClassValue():
            return value.of
        case Outside():
            return value.name
        case _:
            return None
