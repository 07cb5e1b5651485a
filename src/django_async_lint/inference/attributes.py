"""Attributes: what `value.name` gives, and what reading it does (properties, lazy relations).

Models and querysets have rooms of their own for what Django gives them.
"""

import ast
from collections.abc import Iterable
from contextlib import nullcontext

from django_async_lint.inference import (
    catalogue,
    coroutines,
    forms,
    functions,
    generic_views,
    handed,
    implementations,
    loading,
    memory,
    models,
    paginators,
    querysets,
    records,
    requests,
    serializers,
    settings,
    structuring,
)
from django_async_lint.inference.describing import short
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import join, members
from django_async_lint.inference.values import (
    KEPT_MARK,
    NOTHING,
    UNKNOWN,
    Atomic,
    ClassValue,
    Collection,
    Constant,
    Coroutine,
    Decorated,
    Descriptor,
    FunctionValue,
    Instance,
    LazyObject,
    Manager,
    Mapping,
    Method,
    ModuleValue,
    Nothing,
    Offloaded,
    Outside,
    QuerySet,
    Row,
    Super,
    Union,
    Value,
    constant,
    is_none,
    kept_marks,
)
from django_async_lint.knowledge import django_services
from django_async_lint.knowledge.transparent import NAMESPACES
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.modules import Assignment, Binding, Class, Function, Module

DEEPEST_PART = 5
OF_LAZY_OBJECTS = frozenset({"_setup", "_setupfunc", "_wrapped"})
"""What a lazy object has itself, without what it stands for: `django.utils.functional.LazyObject`."""


def read(frame: Frame, node: ast.expr, value: Value, name: str) -> Value:
    """The value of attribute `name`; effects of reading it are noted at `node`."""
    if type(value) is Union:
        coroutines.note_use(frame, node, value, "attribute", name)
        alternatives = _that_have_attributes(value)
        is_doubtful = _some_have_loaded(alternatives, name) or loading.differ(alternatives)
        with frame.doubt() if is_doubtful else nullcontext():
            return memory.of_each(
                frame, node, name, alternatives, lambda each: _of_alternative(frame, node, each, name)
            )
    match value:
        case Instance():
            return of_instance(frame, node, value, name)
        case LazyObject() if name in OF_LAZY_OBJECTS:
            if name == "_setup":  # who names it has it run, mostly in a thread
                requests.note_fetched(frame, value)
            return UNKNOWN
        case LazyObject():
            return read(frame, node, requests.used(frame, node, value), name)
        case ClassValue():
            return of_class(frame, value, name)
        case ModuleValue():
            return _of_module(frame, node, value, name)
        case Outside():
            return _of_outside(frame, node, value, name)
        case QuerySet() | Manager():
            return querysets.attribute(frame, node, value, name)
        case Super():
            return _of_super(frame, node, value, name)
        case Coroutine():
            coroutines.note_use(frame, node, value, "attribute", name)
            return UNKNOWN
        case FunctionValue() | Offloaded() | Decorated() | Atomic():
            return Method(value, name)
        case Row(names=names) if name in names:
            return value.elements[names.index(name)] if names.index(name) < len(value.elements) else UNKNOWN
        case Collection() | Mapping() | Row() | Constant():
            return Method(value, name) if not isinstance(value, Constant) or value.value is not None else NOTHING
        case Method(receiver=Instance(of=str() as of) as owner) if catalogue.has_parts(of):
            return _part(owner._replace(path=value.name), name)
        case Nothing():
            return NOTHING
        case _:
            return Method(value, name) if name in _KNOWN_METHODS.get(type(value).__name__, ()) else UNKNOWN


def _of_alternative(frame: Frame, node: ast.expr, value: Value, name: str) -> Value:
    return UNKNOWN if type(value) is Coroutine else read(frame, node, value, name)


def _of_module(frame: Frame, node: ast.expr, value: ModuleValue, name: str) -> Value:
    """An attribute of a module of the project; its `__getattr__` is asked for what it does not bind."""
    evaluator = frame.evaluator
    found = evaluator.names.member(value.module, name)
    if not found and isinstance(value.module, Module):
        getter = value.module.bindings.get("__getattr__", [None])[-1]
        if isinstance(getter, Function):
            return evaluator.call(frame, node, functions.plain(getter), functions.Arguments((constant(name),)))
    return evaluator.value_of_definitions(found)


_KNOWN_METHODS = {
    "Coroutine": ("close", "send", "throw"),
    "Awaitable": ("add_done_callback", "result"),
    "Partial": ("func",),
    "Generator": ("send", "close", "throw"),
    "AsyncIterator": ("__anext__", "aclose", "asend"),
}


def _some_have_loaded(alternatives: Iterable[Value], name: str) -> bool:
    """Whether a relation is in memory on one of the ways to here and not on another: code that loads it on one way
    only often asks which way it was before it reads."""
    found = {
        loading.is_loaded(each.loaded, name)
        for each in alternatives
        if isinstance(each, Instance) and each.loaded is not None
    }
    return len(found) > 1


def _that_have_attributes(value: Union) -> Iterable[Value]:
    """The members of a union but None, which has no attributes worth following."""
    return [m for m in value.members if not (isinstance(m, Constant) and m.value is None)] or value.members


def of_instance(frame: Frame, node: ast.expr, instance: Instance, name: str) -> Value:
    """An attribute of an instance of a class of the project or of one outside it."""
    evaluator = frame.evaluator
    if instance.path:
        return _part(instance, name)
    if evaluator.declarations.is_model(instance.of):
        found = models.attribute(frame, node, instance, name)
        if found is not None:
            return found
    if name in requests.KEPT and evaluator.classes.inherits(instance.of, django_services.REQUEST):
        found = requests.attribute(frame, node, instance, name)
        if found is not None:
            return found
    if instance.of in (django_services.PAGINATOR, django_services.PAGE):
        found = paginators.member(frame, node, instance, name)
        if found is not None:
            return found
    if (held := handed.attribute(frame, instance, name)) is not None:
        return held
    if name in serializers.READ and (read := serializers.attribute(frame, node, instance, name)) is not None:
        return read
    if instance.state and name in (kept := dict(instance.state)):
        return kept[name]
    if name == generic_views.IS_ASYNC and generic_views.has_async_handlers(evaluator, instance.of):
        return constant(True)
    if name == "errors" and forms.is_form(evaluator, instance) and forms.validated(frame, node, instance) is False:
        return UNKNOWN
    if isinstance(instance.of, Class):
        stored = evaluator.attribute_value(instance.of, name)
        member = evaluator.classes.find(instance.of, name)
        if member is not None:
            declared = bound_member(frame, node, member, instance, instance.of)
            if type(declared) is not Nothing:
                return join(stored, declared)
        if type(stored) is not Nothing:
            return stored
        if _asks_getattr(frame, instance.of, name):
            result = evaluator.special(frame, node, instance, "__getattr__", (constant(name),))
            return UNKNOWN if result is None else result
    return _from_outside(frame, node, instance, name)


def _asks_getattr(frame: Frame, cls: Class, name: str) -> bool:
    """Whether reading an attribute that nothing binds surely runs the project's own `__getattr__`."""
    classes = frame.evaluator.classes
    if name.startswith("__") or not classes.is_known(cls) or classes.find(cls, "__getattr__") is None:
        return False
    methods = (each for base in classes.mro(cls) if isinstance(base, Class) for each in base.methods)
    return not any("setattr" in each.facts.loaded or "__dict__" in each.facts.attributes for each in methods)


def _from_outside(frame: Frame, node: ast.expr, instance: Instance, name: str) -> Value:
    """A member that comes from a class outside the project."""
    for base in frame.evaluator.classes.mro(instance.of):
        if not isinstance(base, str):
            continue
        if (fact := catalogue.read(base, name)) is not None:
            frame.evaluator.note_read(frame, node, f"{base}.{name}", fact)
        attribute = catalogue.attribute(base, name)
        if attribute:
            return Instance(attribute)
        fact, anything = catalogue.method(base, name), catalogue.any_attribute(base)
        is_plain = fact is not None and not (anything and fact == catalogue.Fact())
        if is_plain or structuring.copied(instance, base, name) is not None:
            return Method(instance, name)
        if anything:
            return Instance(anything)
        if base is not instance.of and catalogue.has_part(base, name):
            return _part(Instance(base), name)
    if isinstance(instance.of, str):
        if instance.of == "builtins.super" or instance.of in NAMESPACES:
            return UNKNOWN
        return Method(instance, name) if not catalogue.has_parts(instance.of) else _part(instance, name)
    if name == "__class__":
        return ClassValue(instance.of)
    return UNKNOWN if not frame.evaluator.declarations.is_model(instance.of) else Method(instance, name)


def _part(instance: Instance, name: str) -> Value:
    """A part of an outside instance, such as `client.chat.completions`; each part may be a method."""
    if not isinstance(instance.of, str):
        return UNKNOWN
    path = f"{instance.path}.{name}" if instance.path else name
    if path.count(".") >= DEEPEST_PART:
        return UNKNOWN
    attribute = catalogue.attribute(instance.of, path)
    return Instance(attribute) if attribute else instance._replace(path=path)


def of_class(frame: Frame, value: ClassValue, name: str, receiver: Value | None = None) -> Value:
    """An attribute read on a class of the project."""
    evaluator = frame.evaluator
    if evaluator.declarations.is_model(value.of):
        manager = models.class_attribute(frame, value.of, name)
        if manager is not None:
            return manager
    member = evaluator.classes.find(value.of, name)
    if member is not None:
        owner, bindings = member
        found = _class_member(frame, owner, bindings, name, receiver or value)
        return join(found, evaluator.attribute_value(value.of, name)) if is_none(found) else found
    if name in ("__name__", "__qualname__", "__module__", "__doc__"):
        return UNKNOWN
    bases = evaluator.classes.mro(value.of)
    if name == "from_queryset" or name == "as_manager" or structuring.is_class_method(bases, name):
        return Method(value, name)
    for base in bases:
        if isinstance(base, str):
            called = Outside(catalogue.canonical(f"{base}.{name}") or f"{base}.{name}")
            if catalogue.call(called.name) is not None:
                return Method(value, name)
            if attribute := catalogue.attribute(base, name):
                return Instance(attribute)
    return UNKNOWN


def _class_member(frame: Frame, owner: Class, bindings: list[Binding], name: str, receiver: Value) -> Value:
    found: Value = NOTHING
    for binding in bindings:
        value = member_value(frame, owner, binding)
        if isinstance(value, Descriptor):
            value = functions.bound_to(value.target, receiver) if value.kind == "class" else value.target
        elif isinstance(binding, Assignment):
            value = records.member(frame.evaluator, owner, name, value)
        found = join(found, value)
    return found


def member_value(frame: Frame, owner: Class, binding: Binding) -> Value:
    """What a class body binds, unbound: descriptors are still descriptors."""
    evaluator = frame.evaluator
    match binding:
        case Function():
            return evaluator.decorated(binding)
        case Class():
            return ClassValue(binding)
        case Assignment():
            return evaluator.class_assignment(owner, binding)
        case _:
            return evaluator.value_of_definitions(evaluator.names.of_import(owner.module, binding))


def bound_member(
    frame: Frame, node: ast.expr, member: tuple[Class, list[Binding]], receiver: Value, cls: ClassLike
) -> Value:
    """A class member read through an instance: functions are bound, properties run, descriptors are asked."""
    owner, bindings = member
    found: Value = NOTHING
    for binding in bindings:
        if isinstance(binding, Function) and (only := implementations.of_method(frame, receiver, binding)) is not None:
            found = join(found, only)
            continue
        for value in members(member_value(frame, owner, binding)):
            found = join(found, _through_instance(frame, node, value, receiver, cls))
    return found


def _through_instance(frame: Frame, node: ast.expr, value: Value, receiver: Value, cls: ClassLike) -> Value:
    evaluator = frame.evaluator
    match value:
        case Descriptor(kind="property"):
            return evaluator.call(frame, node, functions.bound_to(value.target, receiver), functions.Arguments())
        case Descriptor(kind="kept"):
            return _kept(frame, node, value, receiver)
        case Descriptor(kind="class"):
            owner: Value = ClassValue(cls) if isinstance(cls, Class) else UNKNOWN
            return functions.bound_to(value.target, owner)
        case Descriptor(kind="partial"):
            return value.target._replace(target=functions.bound_to(value.target.target, receiver))
        case Descriptor():
            return value.target
        case Instance() if isinstance(value.of, Class) and evaluator.classes.find(value.of, "__get__"):
            result = evaluator.special(frame, node, value, "__get__", (receiver, UNKNOWN))
            return result if result is not None else UNKNOWN
        case _:
            return functions.bound_to(value, receiver)


def _kept(frame: Frame, node: ast.expr, descriptor: Descriptor, receiver: Value) -> Value:
    """A cached property: after the first read its result is on the instance, and reading it again runs nothing."""
    function = functions.inner_function(descriptor.target)
    name = function.function.name if function is not None else ""
    is_there = isinstance(receiver, Instance) and KEPT_MARK + name in kept_marks(receiver)
    with frame.mute() if is_there else nullcontext():
        bound = functions.bound_to(descriptor.target, receiver)
        value = frame.evaluator.call(frame, node, bound, functions.Arguments())
    if frame.env is not None and not any(isinstance(each, Coroutine) for each in members(value)):
        if (path := memory.path_of_read(node, name)) is not None:
            frame.env[path] = value
        memory.note_kept(frame, node, name, receiver)
    return value


def _of_outside(frame: Frame, node: ast.expr, value: Outside, name: str) -> Value:
    if value.name in django_services.INSTANCES:
        return of_instance(frame, node, Instance(django_services.INSTANCES[value.name]), name)
    if value.name == django_services.SETTINGS and (held := _held_by_settings(frame, name)) is not None:
        return held
    if frame.evaluator.declarations.is_model(value.name):
        manager = models.class_attribute(frame, value.name, name)
        if manager is not None:
            return manager
    dotted = f"{value.name}.{name}"
    known = catalogue.canonical(dotted)
    if known is None and name == "objects" and _is_model_elsewhere(frame, value.name):
        return Manager(value.name, name=f"{short(value.name)}.{name}")
    if known is None and _parts_below_class(value.name) >= 1:
        return UNKNOWN
    return Outside(known or dotted)


def _is_model_elsewhere(frame: Frame, name: str) -> bool:
    """Whether a class that is not at hand is a model of Django's by its name, and no document of mongoengine."""
    return models.ELSEWHERE.fullmatch(name) is not None and not frame.evaluator.project.requires("mongoengine")


def _held_by_settings(frame: Frame, name: str) -> Value | None:
    """The object that a setting holds, such as a path. Its texts and numbers may be others where the site runs."""
    held = settings.setting(frame.evaluator, frame.module, name) if name.isupper() else UNKNOWN
    return held if all(isinstance(member, Instance) for member in members(held)) else None


def _parts_below_class(name: str) -> int:
    """How many attributes of a class a dotted name goes down; below a class's own members nothing is known."""
    parts = name.split(".")
    first = next((index for index, part in enumerate(parts) if part[:1].isupper()), len(parts) - 1)
    return max(len(parts) - 1 - first, len(parts) - 8)


def _of_super(frame: Frame, node: ast.expr, value: Super, name: str) -> Value:
    evaluator = frame.evaluator
    receiver = value.receiver
    cls: ClassLike = value.cls
    match receiver:
        case Instance() | ClassValue():
            cls = receiver.of
        case QuerySet() | Manager():
            cls = next((c for c in receiver.via if evaluator.is_subclass(c, value.cls)), value.cls)
    found = evaluator.classes.find(cls, name, after=value.cls)
    if found is None and cls != value.cls and value.cls not in evaluator.classes.mro(cls):
        found = evaluator.classes.find(value.cls, name, after=value.cls)
    if found is not None:
        owner, bindings = found
        if isinstance(receiver, ClassValue):
            return _class_member(frame, owner, bindings, name, receiver)
        return bound_member(frame, node, found, receiver, cls)
    return Method(value, name)
