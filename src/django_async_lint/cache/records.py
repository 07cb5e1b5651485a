"""Records as JSON and back: every field is checked against its declared type, so that whatever a file holds becomes
either a record as it could have been written, or a ValueError."""

import types
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]


def plain(thing: Any) -> Any:
    """A record, or a tuple or dict of records, as lists, texts and numbers."""
    if isinstance(thing, (str, int, float)) or thing is None:
        return thing
    if isinstance(thing, (tuple, list)):
        return [plain(item) for item in thing]
    if isinstance(thing, Mapping):
        if all(isinstance(key, str) for key in thing):
            return {key: plain(value) for key, value in thing.items()}
        return [[plain(key), plain(value)] for key, value in thing.items()]
    kind: Any = type(thing)
    return [plain(getattr(thing, name)) for name in _names(kind)]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def record(kind: type[T], data: object) -> T:
    """The record of a kind that `plain` made `data` of. Raises ValueError."""
    declared: Any = kind
    try:
        found: T = _reader(declared)(data)
    except (TypeError, RecursionError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from None
    return found


@cache
def _reader(kind: Any) -> Reader:
    """What reads a value of a declared type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in (str, int, bool, float, type(None)):
        return _exactly(kind)
    if origin is Literal:
        return _one_of(arguments)
    if origin in (Union, types.UnionType):
        return _optional(_reader(next(each for each in arguments if each is not type(None))))
    if origin is tuple and arguments[-1:] == (...,):
        return _row(_reader(arguments[0]))
    if origin is tuple:
        return _fields(lambda *values: values, tuple(map(_reader, arguments)))
    if origin is dict:
        return _table(_reader(arguments[0]), _reader(arguments[1]))
    hints = get_type_hints(kind)
    names: tuple[str, ...] = kind._fields if hasattr(kind, "_fields") else _names(kind)
    if any(hints[name] == Union[kind, None] for name in names):  # noqa: UP007
        return _recursive(kind, names, hints)
    return _fields(kind, tuple(_reader(hints[name]) for name in names))


def _exactly(kind: type) -> Reader:
    def read(data: Any) -> Any:
        if type(data) is not kind:
            raise ValueError(f"not {kind.__name__}")
        return data

    return read


def _one_of(choices: tuple[object, ...]) -> Reader:
    def read(data: Any) -> Any:
        if type(data) is not str or data not in choices:
            raise ValueError("not one of the choices")
        return data

    return read


def _optional(reader: Reader) -> Reader:
    return lambda data: None if data is None else reader(data)


def _list(data: Any) -> list[Any]:
    if type(data) is not list:
        raise ValueError("not a list")
    return data


def _row(reader: Reader) -> Reader:
    return lambda data: tuple(map(reader, _list(data)))


def _table(key: Reader, value: Reader) -> Reader:
    pair = _fields(lambda *values: values, (key, value))

    def read(data: Any) -> Any:
        if type(data) is dict:  # its keys are texts
            return {key(name): value(each) for name, each in data.items()}
        return dict(map(pair, _list(data)))

    return read


def _fields(make: Callable[..., Any], readers: tuple[Reader, ...]) -> Reader:
    def read(data: Any) -> Any:
        if len(_list(data)) != len(readers):
            raise ValueError("not as many fields")
        return make(*[reader(each) for reader, each in zip(readers, data, strict=True)])

    return read


def _recursive(kind: Any, names: tuple[str, ...], hints: Mapping[str, Any]) -> Reader:
    """The reader of a record that may hold one of its own kind."""
    readers: list[Reader] = []
    own = _optional(lambda data: read(data))
    readers.extend(own if hints[name] == Union[kind, None] else _reader(hints[name]) for name in names)  # noqa: UP007
    read = _fields(kind, tuple(readers))
    return read
