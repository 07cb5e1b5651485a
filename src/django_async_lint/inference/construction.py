"""What an instance keeps of what its constructor was given: `self.repository = repository`, a dataclass's fields, the
elements of a named tuple.

Only what tells more than the class does by itself is kept, and only attributes that nothing but the constructor
sets: the rest is read from all that methods store.
"""

import ast
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from django_async_lint.inference import catalogue, filling, functions, inheritance
from django_async_lint.inference.coarsening import coarsened, telling
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import unsure
from django_async_lint.inference.values import (
    NOTHING,
    UNKNOWN,
    Collection,
    Constant,
    FunctionValue,
    Instance,
    Mapping,
    Method,
    ModuleValue,
    Nothing,
    Outside,
    RecordClass,
    Row,
    Union,
    Unknown,
    Value,
)
from django_async_lint.knowledge import transparent
from django_async_lint.project.classes import ClassLike, dotted_text
from django_async_lint.project.function_facts import SIZING
from django_async_lint.project.modules import Assignment, Class, Function
from django_async_lint.project.names import External
from django_async_lint.project.trees import all_nodes

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

MOST_KEPT = 6
HEIGHT = 2
DATACLASSES = frozenset({"dataclasses.dataclass", "attr.s", "attr.define", "attrs.define", "attr.dataclass"})
RECORD_BASES = ("typing.NamedTuple", "pydantic.BaseModel", "ninja.Schema", "ninja.schema.Schema", "msgspec.Struct")
"""Base classes whose annotated names are the parameters of the constructor, in order."""


def kept(frame: Frame, made: Instance, cls: Class, arguments: Arguments, by_default: dict[str, Value]) -> Instance:
    """The new instance with what it keeps of the arguments of its constructor, and of what that made `by_default`."""
    found = {**by_default, **dict(_by_fields(frame, cls, arguments))}
    found |= dict(_by_constructor(frame, made, cls, arguments))
    sizing = _sizing_attributes(frame.evaluator.classes.mro(cls))
    found |= dict(_numbers_given(frame, cls, arguments, sizing)) if sizing else {}
    state = {}
    for name, value in sorted(found.items()):
        value = coarsened(value, HEIGHT)
        is_size = isinstance(value, Constant) and name in sizing
        value = value if is_size else telling(value, frame.evaluator.tells)
        if (_is_telling(value) or is_size) and value != frame.evaluator.attribute_value(cls, name):
            state[name] = value
    return made._replace(state=tuple(state.items())[:MOST_KEPT])


@lru_cache(maxsize=4096)
def _sizing_attributes(bases: tuple[ClassLike, ...]) -> frozenset[str]:
    """The attributes after which methods of a class let a loop or a sequence be as large: `range(self.days)`."""
    return frozenset(
        part.attr
        for base in bases
        if isinstance(base, Class)
        for method in base.methods
        if SIZING & method.facts.loaded
        for node in all_nodes(method.node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SIZING
        for argument in node.args
        for part in all_nodes(argument)
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == "self"
    )


def _is_telling(value: Value) -> bool:
    """Whether what an attribute holds decides what methods do: objects, rows, callables."""
    match value:
        case Union():
            return any(map(_is_telling, value.members))
        case Collection():
            return _is_telling(value.element)
        case Row():
            return any(map(_is_telling, value.elements))
        case Method():
            return _is_telling(value.receiver)
        case Outside():
            return catalogue.call(value.name) is not None
        case Unknown() | Nothing() | Constant() | Mapping() | ModuleValue():
            return False
        case _:
            return True


def _by_constructor(frame: Frame, made: Instance, cls: Class, arguments: Arguments) -> Iterator[tuple[str, Value]]:
    """What `__init__` stores, evaluated for these arguments; nothing that other methods store too."""
    evaluator = frame.evaluator
    found = evaluator.classes.find(cls, "__init__")
    constructor = found[1][0] if found is not None else None
    if not isinstance(constructor, Function) or constructor.decorators or not arguments.all_values:
        return iter(())
    if frame.function is not None and evaluator.is_mutual(frame.function, constructor):
        return iter(())
    key = functions.key_of(evaluator, FunctionValue(constructor, made), arguments)
    stores = evaluator.summary(key).stores
    owners = [base for base in evaluator.classes.mro(cls) if isinstance(base, Class)]
    return (
        (name[1:], value)
        for name, value in stores
        if name.startswith(".")
        and not filling.is_name(name)
        and all(method.name == "__init__" for base in owners for method in base.stores_of(name[1:]))
    )


def given_by_heirs(evaluator: "Evaluator", heirs: Iterable[Class], base: Class, name: str) -> Value:
    """What the nearest heir's constructor gives to that of `base`, which stores it as `self.name`."""
    if not any(method.name == "__init__" for method in base.stores_of(name)):
        return NOTHING
    for heir in heirs:
        for constructor in heir.members.get("__init__", ())[-1:]:
            if isinstance(constructor, Function) and inheritance.gives_to_ancestor(constructor):
                stores = dict(evaluator.summary(functions.generic_key(evaluator, constructor)).stores)
                return unsure(stores.get("." + name, NOTHING))
    return NOTHING


def _numbers_given(
    frame: Frame, cls: Class, arguments: Arguments, names: frozenset[str]
) -> Iterator[tuple[str, Value]]:
    """The numbers that `__init__` stores as they are given, of the attributes that are asked for."""
    member = frame.evaluator.classes.find(cls, "__init__")
    constructor = member[1][0] if member is not None else None
    if not isinstance(constructor, Function) or arguments.rest:
        return
    stored = {name: [each.name for each in cls.stores_of(name)] for name in names}
    for node in all_nodes(constructor.node):
        match node:
            case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="self"), attr=name)], value=ast.Name(id=given)):
                parameters = constructor.facts.positional[1:]
                place = parameters.index(given) if given in parameters else -1
                value = arguments.get(place, given)
                if stored.get(name) == ["__init__"] and isinstance(value, Constant) and type(value.value) is int:
                    yield name, value


def _by_fields(frame: Frame, cls: Class, arguments: Arguments) -> Iterator[tuple[str, Value]]:
    """The annotated fields of a dataclass or a record, in the order of its parameters."""
    names = _fields(frame, cls)
    yield from zip(names, arguments.positional, strict=False)
    yield from ((name, value) for name, value in arguments.keywords if name in names)


def _fields(frame: Frame, cls: Class) -> dict[str, tuple[Class, Assignment]]:
    """The annotated fields of a dataclass or a record in the order of its parameters, each with where it is declared;
    none for any other class."""
    bases = frame.evaluator.classes.mro(cls)
    if not any(base in RECORD_BASES for base in bases) and not _is_dataclass(frame, cls):
        return {}
    found: dict[str, tuple[Class, Assignment]] = {}
    for base in reversed(bases):
        if isinstance(base, Class):
            for name, bindings in base.members.items():
                for binding in bindings:
                    if isinstance(binding, Assignment) and binding.annotation is not None:
                        found[name] = (base, binding)
    return found


def default_factories(frame: Frame, cls: Class, arguments: Arguments) -> Iterator[tuple[str, Value]]:
    """What the constructor of a dataclass or a record calls for the fields that it is given no value for."""
    if arguments.rest:
        return
    fields = _fields(frame, cls)
    given = {*list(fields)[: len(arguments.positional)], *(name for name, _ in arguments.keywords)}
    for name, (owner, binding) in fields.items():
        if name not in given and isinstance(binding.value, ast.Call):
            factory = _factory_of(frame, owner, name, binding.value)
            if factory is not None:
                yield name, factory


def _factory_of(frame: Frame, owner: Class, name: str, declared: ast.Call) -> Value | None:
    """The callable that `field(default_factory=...)` names; the field's own name is not yet bound there."""
    evaluator = frame.evaluator
    text = dotted_text(declared.func)
    for meaning in evaluator.names.of_expression(owner.module, text) if text else ():
        keyword = transparent.DEFAULT_FACTORIES.get(meaning.name, "") if isinstance(meaning, External) else ""
        for argument in declared.keywords if keyword else ():
            if argument.arg == keyword:
                is_own_name = isinstance(argument.value, ast.Name) and argument.value.id == name
                there = Frame(evaluator, owner.module, owner.parent, None if is_own_name else owner)
                with there.mute():
                    return evaluator.value_of(there, argument.value)
    return None


def _is_dataclass(frame: Frame, cls: Class) -> bool:
    for node in cls.node.decorator_list:
        text = dotted_text(getattr(node, "func", node))
        meanings = frame.evaluator.names.of_expression(cls.module, text) if text else ()
        if any(isinstance(meaning, External) and meaning.name in DATACLASSES for meaning in meanings):
            return True
    return False


def record_class(arguments: Arguments) -> Value:
    """The value of `namedtuple("Stock", "items total")`."""
    fields = arguments.get(1, "field_names")
    match fields:
        case Constant(value=str() as text):
            return RecordClass(tuple(text.replace(",", " ").split()))
        case Row(elements=elements) if all(isinstance(one, Constant) for one in elements):
            return RecordClass(tuple(str(one.value) for one in elements))
        case _:
            return UNKNOWN


def record(cls: RecordClass, arguments: Arguments) -> Value:
    """An instance of a named tuple."""
    if arguments.rest:
        return Collection("tuple", UNKNOWN)
    given = {**dict(zip(cls.names, arguments.positional, strict=False)), **dict(arguments.keywords)}
    return Row(tuple(given.get(name, UNKNOWN) for name in cls.names), "tuple", cls.names)
