"""Classes whose instances are made of declared parts: enumerations, named tuples, typed dicts. What a member of an
enumeration is, what an index or a key of the others gives."""

from typing import TYPE_CHECKING

from django_async_lint.inference.joining import join
from django_async_lint.inference.values import (
    NONE,
    UNKNOWN,
    Constant,
    Descriptor,
    Factory,
    FunctionValue,
    Instance,
    Value,
)
from django_async_lint.knowledge import transparent
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.modules import Assignment, Class, Function

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


def is_enumeration(evaluator: "Evaluator", cls: Class) -> bool:
    """Whether a class of the project is an enumeration."""
    return evaluator.classes.inherits(cls, *transparent.ENUMERATIONS)


def member(evaluator: "Evaluator", cls: Class, name: str, value: Value) -> Value:
    """What `Kind.NAME` is, given what the class body binds: an instance with that value, where the class has methods
    or the value is more than a constant; else the constant, which is what matters of it."""
    if name.startswith("_") or isinstance(value, (FunctionValue, Descriptor)) or not is_enumeration(evaluator, cls):
        return value
    if isinstance(value, Constant):
        return Instance(cls) if _has_methods(evaluator, cls) else value
    return Instance(cls, state=(("value", value),))


def _has_methods(evaluator: "Evaluator", cls: Class) -> bool:
    owners = (base for base in evaluator.classes.mro(cls) if isinstance(base, Class))
    return any(isinstance(each, Function) for owner in owners for bound in owner.members.values() for each in bound)


def fields(evaluator: "Evaluator", cls: object) -> tuple[str, ...]:
    """The names of a named tuple written as a class, in order; none for any other class."""
    if not isinstance(cls, Class) or not evaluator.classes.inherits(cls, *transparent.NAMED_TUPLES):
        return ()
    found: dict[str, None] = {}
    for base in reversed(evaluator.classes.mro(cls)):
        if isinstance(base, Class):
            for name, bindings in base.members.items():
                if any(isinstance(each, Assignment) and each.annotation is not None for each in bindings):
                    found[name] = None
    return tuple(found)


def name_of_item(evaluator: "Evaluator", instance: Instance, index: Value) -> str:
    """The field that `instance[index]` reads: of a named tuple by its place, of a typed dict by its key."""
    if not isinstance(index, Constant):
        return ""
    if isinstance(index.value, str):
        return index.value if evaluator.classes.inherits(instance.of, *transparent.TYPED_DICTS) else ""
    names = fields(evaluator, instance.of)
    is_place = type(index.value) is int and -len(names) <= index.value < len(names)
    return names[index.value] if is_place else ""


def weak_reference(target: Value) -> Value:
    """What `weakref.ref(target)` is: calling it gives the target, or None when that is gone."""
    return Factory(join(target, NONE))


def held(receiver: Instance, path: str, classes: tuple[ClassLike, ...]) -> Value:
    """What a holder such as a context variable gives, as its declaration or its default says; else unknown."""
    for cls in classes:
        if isinstance(cls, str) and path in transparent.HOLDERS.get(cls, "").split():
            return dict(receiver.state or ()).get("held", UNKNOWN)
    return UNKNOWN
