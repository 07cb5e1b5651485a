"""Values with less in them: without what tells nothing, and cut to a height, so that keys stay finite."""

from collections.abc import Callable
from typing import Any

from django_async_lint.inference.joining import union
from django_async_lint.inference.values import (
    BOOL,
    GREATEST_HEIGHT,
    INT,
    STR,
    UNKNOWN,
    AsyncIterator,
    Awaitable,
    Collection,
    Constant,
    Context,
    Coroutine,
    Decorated,
    Descriptor,
    Factory,
    FunctionValue,
    Generator,
    Held,
    Instance,
    Key,
    Lazy,
    LazyObject,
    Mapping,
    Method,
    Nothing,
    Offloaded,
    OnLoop,
    Partial,
    Row,
    Super,
    Union,
    Unknown,
    Value,
)

MOST_ITEMS = 24


def telling(value: Value, tells: Callable[[str], bool]) -> Value:
    """The same without what tells nothing: constants, plain scalars, instances of classes outside the project of which
    nothing is known (`tells` says so), and containers of nothing else are unknown, at every depth."""
    match value:
        case Instance():
            return _telling_instance(value, tells)
        case Constant():
            return UNKNOWN
        case Mapping():
            items = tuple((key, telling(item, tells)) for key, item in value.items)
            known = tuple((key, item) for key, item in items if type(item) is not Unknown)
            other = telling(value.other, tells) if len(known) == len(items) else UNKNOWN
            key = telling(value.key, tells)
            says_nothing = not known and type(key) is Unknown and type(other) in (Unknown, Nothing)
            return UNKNOWN if says_nothing else Mapping(known, other, key)
        case Row():
            elements = tuple(telling(element, tells) for element in value.elements)
            is_known = not elements or any(type(element) is not Unknown for element in elements)
            return Row(elements, value.kind, value.names) if is_known else UNKNOWN
        case Collection():
            element = telling(value.element, tells)
            return Collection(value.kind, element) if type(element) is not Unknown else UNKNOWN
        case Method():
            receiver = telling(value.receiver, tells)
            return Method(receiver, value.name) if type(receiver) is not Unknown else UNKNOWN
        case Union():
            found = tuple((member, telling(member, tells)) for member in value.members)
            if all(type(after) is Unknown for _, after in found):
                return UNKNOWN
            shapes = (Instance, Method, Mapping, Row, Collection)
            return union(tuple(b if isinstance(b, shapes) and type(a) is Unknown else a for b, a in found))
        case _:
            return value


def _telling_instance(value: Instance, tells: Callable[[str], bool]) -> Value:
    if isinstance(value.of, str) and (value in (BOOL, INT, STR) or not tells(value.of)):
        return UNKNOWN
    if not value.state:
        return value
    state = tuple((name, telling(item, tells)) for name, item in value.state)
    return Instance(value.of, value.loaded, value.path, state)


def without_derived(value: Value) -> Value:
    """The same with computed constants made unknown."""
    if type(value) is Constant:
        return UNKNOWN if value.derived else value
    if type(value) is Union:
        return union(tuple(without_derived(member) for member in value.members))
    return value


def coarsened(value: Value, height: int = GREATEST_HEIGHT) -> Value:
    """The value cut to a fixed height, so that keys stay finite."""
    if type(value) is Instance:
        return _cut_instance(value, height)
    if type(value) is Constant:
        return UNKNOWN if value.derived else value
    cut = _CUTS.get(type(value))
    if cut is None:
        return value
    return cut(value, height - 1) if height > 0 else UNKNOWN


def _cut_instance(value: Instance, height: int) -> Value:
    if len(value.path) > 80:
        return UNKNOWN
    if not value.state:
        return value
    state = _cut_pairs(value.state, height - 1) if height > 0 else None
    return Instance(value.of, value.loaded, value.path, state)


def _cut_pairs(pairs: tuple[tuple[Any, Held], ...], height: int) -> tuple[tuple[Any, Held], ...]:
    return tuple([(name, coarsened(item, height)) for name, item in pairs])


def _cut_all(values: tuple[Held, ...], height: int) -> tuple[Held, ...]:
    return tuple([coarsened(value, height) for value in values])


def _cut_mapping(value: Mapping, height: int) -> Value:
    items, other = value.items[:MOST_ITEMS], value.other
    if len(value.items) > MOST_ITEMS:
        other = union((other, *(item for _, item in value.items[MOST_ITEMS:])))
    return Mapping(_cut_pairs(items, height), coarsened(other, height), coarsened(value.key, height))


def _cut_partial(value: Partial, height: int) -> Value:
    target = coarsened(value.target, height)
    return Partial(target, _cut_all(value.positional, height), _cut_pairs(value.keywords, height))


def _cut_function(value: FunctionValue, height: int) -> Value:
    bound = coarsened(value.bound, height) if value.bound is not None else None
    return FunctionValue(value.function, bound, _cut_pairs(value.captured, height))


def _cut_lazy(value: Lazy, height: int) -> Value:
    function = coarsened(value.function, height) if value.function is not None else None
    return Lazy(value.kind, function, _cut_all(value.sources, height))


_CUTS: dict[type[tuple[Any, ...]], Callable[[Any, int], Value]] = {
    Union: lambda value, height: union(_cut_all(value.members, height)),
    Collection: lambda value, height: Collection(value.kind, coarsened(value.element, height)),
    Row: lambda value, height: Row(_cut_all(value.elements[:12], height), value.kind, value.names),
    Mapping: _cut_mapping,
    Partial: _cut_partial,
    FunctionValue: _cut_function,
    Lazy: _cut_lazy,
    Generator: lambda value, height: Generator(coarsened_key(value.key, height)),
    Context: lambda value, height: Context(coarsened_key(value.key, height), value.is_async),
    Coroutine: lambda value, height: Coroutine(value.origin, coarsened(value.result, height), value.made),
    Awaitable: lambda value, height: Awaitable(coarsened(value.result, height)),
    Factory: lambda value, height: Factory(coarsened(value.result, height)),
    Offloaded: lambda value, height: Offloaded(coarsened(value.target, height)),
    OnLoop: lambda value, height: OnLoop(coarsened(value.target, height)),
    Decorated: lambda value, height: Decorated(coarsened(value.target, height), value.decorator),
    Descriptor: lambda value, height: Descriptor(value.kind, coarsened(value.target, height)),
    LazyObject: lambda value, height: LazyObject(coarsened(value.value, height), value.sink),
    Method: lambda value, height: Method(coarsened(value.receiver, height), value.name),
    AsyncIterator: lambda value, height: AsyncIterator(coarsened(value.element, height), value.origin),
    Super: lambda value, height: value,
}
"""Each kind that holds other values, and how those are cut; all but the value itself is lost at height 0."""


def coarsened_key(key: Key, height: int) -> Key:
    """A key whose argument values are cut to a height."""
    return Key(key.function, _cut_pairs(key.arguments, height), _cut_pairs(key.captured, height))
