"""Model classes and instances: managers, relations, what of an instance is in memory and what a read loads."""

import ast

from django_async_lint.inference import functions, loading, querysets
from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.values import (
    NONE,
    UNKNOWN,
    ClassValue,
    Coroutine,
    Instance,
    Manager,
    Method,
    Outside,
    Value,
    dotted,
    members,
    short,
)
from django_async_lint.knowledge import django_orm
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.declarations import Field
from django_async_lint.project.modules import Assignment, Class

DEFAULT_MANAGERS = frozenset({"objects", "_default_manager", "_base_manager"})


def class_attribute(frame: Frame, model: ClassLike, name: str) -> Value | None:
    """A manager read on a model class; None when `name` is no manager."""
    evaluator = frame.evaluator
    found = evaluator.classes.find(model, name)
    if found is not None:
        owner, bindings = found
        for binding in bindings:
            if isinstance(binding, Assignment):
                manager = as_manager(evaluator.class_assignment(owner, binding), model)
                if manager is not None:
                    return manager
        return None
    if name in DEFAULT_MANAGERS:
        custom = _outside_manager(frame, model)
        if name != "objects":
            declared = _first_manager(frame, model)
            if declared is not None:
                return declared
        return Manager(model, (custom,) if custom else ())
    return None


def as_manager(value: Value, model: ClassLike) -> Manager | None:
    """A class attribute as the manager that a model makes of it; None when it is none."""
    for member in members(value):
        if isinstance(member, Manager):
            return member._replace(model=model)
    return None


def _first_manager(frame: Frame, model: ClassLike) -> Manager | None:
    for base in frame.evaluator.classes.mro(model):
        if not isinstance(base, Class):
            continue
        for bindings in base.members.values():
            for binding in bindings:
                if isinstance(binding, Assignment) and isinstance(binding.value, ast.Call):
                    found = as_manager(frame.evaluator.class_assignment(base, binding), model)
                    if found is not None:
                        return found
    return None


def _outside_manager(frame: Frame, model: ClassLike) -> str:
    for base in frame.evaluator.classes.mro(model):
        if isinstance(base, str):
            declared: str = django_orm.ABSTRACT_MODELS.get(base, {}).get("manager", "")
            if declared:
                return declared
    return ""


def attribute(frame: Frame, node: ast.expr, instance: Instance, name: str) -> Value | None:
    """What Django gives an instance under `name`: a relation, a field; None when the name is not Django's."""
    declarations = frame.evaluator.declarations
    field = declarations.fields(instance.of).get(name)
    if field is not None:
        return _of_field(frame, node, instance, field)
    found = frame.evaluator.classes.find(instance.of, name)
    if found is not None:
        return None
    if name == "pk" or name == "id" or name.startswith("_"):
        return UNKNOWN
    if name.endswith("_id") and name.removesuffix("_id") in declarations.fields(instance.of):
        _read_column(frame, node, instance, name.removesuffix("_id"), name)
        return UNKNOWN
    if is_method(name):
        return Method(instance, name)
    reverse = declarations.reverse(instance.of, name)
    if reverse is None:
        return None
    if reverse.kind == "one_to_one":
        return load(frame, node, instance, name, reverse.source, "reverse")
    return _related_manager(frame, instance, name, reverse.source)


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
    if field.kind in ("forward", "one_to_one", "generic"):
        return load(frame, node, instance, name, field.target, "relation")
    if field.kind == "many":
        return _related_manager(frame, instance, name, field.target)
    _read_column(frame, node, instance, name, name)
    if field.kind == "file" and isinstance(field.target, str):
        return Instance(field.target)
    return UNKNOWN


def _read_column(frame: Frame, node: ast.expr, instance: Instance, field: str, name: str) -> None:
    if loading.is_deferred(instance.loaded, field) and loading.is_deferred(instance.loaded, name):
        frame.add("loads", f"{dotted(instance.of)}.{name}", "deferred", node)
        remember(frame, node, name)


def _related_manager(frame: Frame, instance: Instance, name: str, target: ClassLike | None) -> Value:
    below = loading.loaded_below(instance.loaded, name)
    prefetched = instance.loaded is not None and name in instance.loaded
    manager = _manager_of(frame, target)
    return manager._replace(relation=name, prefetched=prefetched, loaded=below if prefetched else frozenset())


def _manager_of(frame: Frame, model: ClassLike | None) -> Manager:
    if model is None:
        return Manager(None)
    found = class_attribute(frame, model, "_default_manager")
    return found if isinstance(found, Manager) else Manager(model)


def load(
    frame: Frame, node: ast.expr, instance: Instance, name: str, target: ClassLike | None, how: str
) -> Value:
    """Reads a relation that gives one instance: an effect when it is known not to be in memory."""
    loaded = instance.loaded
    if loaded is None or loading.is_loaded(loaded, name):
        below = loading.loaded_below(loaded, name) if loaded is not None and name in loaded else None
    else:
        frame.add("loads", f"{dotted(instance.of)}.{name}", how, node)
        below = frozenset()
    value: Value = Instance(target, below) if target is not None else UNKNOWN
    remember(frame, node, name, value)
    return value


def remember(frame: Frame, node: ast.expr, name: str, value: Value = UNKNOWN) -> None:
    """After the first read a relation or field is in memory: the next read of the same path is free."""
    path = access_path(node)
    if path is not None and frame.env is not None and path.endswith("." + name):
        frame.env[path] = value


def call_method(
    frame: Frame, node: ast.expr, instance: Instance, name: str, arguments: functions.Arguments, awaited: bool
) -> Value:
    """A call of what every model instance has: `save`, `adelete`, `refresh_from_db` …"""
    twin = name.removeprefix("a")
    if name not in django_orm.MODEL_METHODS and twin in ("save", "delete", "refresh_from_db"):
        return Coroutine(f"{short(instance.of)}.{name}", NONE, frame.site(node))
    if not is_method(name):
        return UNKNOWN
    querysets.note_query(frame, node, f"{short(instance.of)}.{name}", name, "django.db.models.Model", awaited)
    if name.startswith(tuple(django_orm.MODEL_METHOD_PREFIXES)):
        return Instance(instance.of, frozenset())
    return NONE if name != "delete" else UNKNOWN


def class_value(value: Value) -> ClassLike | None:
    """The class that a class value stands for."""
    match value:
        case ClassValue():
            return value.of
        case Outside():
            return value.name
        case _:
            return None

