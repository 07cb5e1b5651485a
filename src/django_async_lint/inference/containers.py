"""Lists, dicts, tuples, sets and texts: what their methods do and give, and what names hold after something was put
into them. What iterating and indexing gives is in `iteration`, how they are made in `builtin_calls`."""

import ast

from django_async_lint.inference import filling
from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, union, without_constants
from django_async_lint.inference.values import (
    INT,
    NONE,
    NOTHING,
    STR,
    UNKNOWN,
    Collection,
    Constant,
    Instance,
    Mapping,
    Nothing,
    Row,
    Union,
    Unknown,
    Value,
    constant,
    is_empty,
    is_exact,
)

GROWING = frozenset({"append", "add", "insert", "appendleft", "extend", "extendleft", "update"})
SPREADING = frozenset({"extend", "extendleft", "update"})
"""Those of `GROWING` that add each element of what they are given."""


def call_method(frame: Frame, node: ast.expr, receiver: Value, name: str, arguments: Arguments) -> Value:
    """A method of a list, dict, tuple, set or text; containers held by a name learn what is put into them."""
    match receiver:
        case Mapping():
            if name in ("update", "setdefault"):
                _put_into(frame, node, receiver, name, arguments)
            return _mapping_method(receiver, name, arguments)
        case Collection() | Row():
            return _collection_method(frame, node, receiver, name, arguments)
        case Constant(value=str()) | Instance(of="builtins.str"):
            return _text_method(frame, node, name, arguments)
        case _:
            return UNKNOWN


def key_of(value: Mapping) -> Value:
    """A key of a dict."""
    known = union(tuple(constant(key) for key, _ in value.items))
    return known if type(value.key) is Unknown and value.items else join(known, value.key)


def without_key(value: Mapping, key: Value | None) -> Value:
    """What a dict may hold under a key that is none of those known: where the key is sure, none of their values."""
    is_sure = isinstance(key, Constant) and key.sure and isinstance(key.value, str)
    found = value.other if is_sure else everything_in(value)
    return UNKNOWN if isinstance(found, Nothing) else found


def everything_in(value: Mapping) -> Value:
    """A value of a dict, whatever its key; unknown where nothing was put into it."""
    found = union((*(item for _, item in value.items), value.other))
    return UNKNOWN if isinstance(found, Nothing) else found


def put_item(frame: Frame, owner: ast.expr, key: Value, value: Value) -> None:
    """After `owner[key] = value`: what is written as `owner` holds that too."""
    with frame.mute():
        held = frame.evaluator.value_of(frame, owner)
    changed = _with_item(held, key, value)
    if changed is not None:
        _replace(frame, owner, changed)


def _with_item(held: Value, key: Value, value: Value, replaces: bool = True) -> Value | None:
    """A container after an item was set; None for anything else, of which nothing can be kept."""
    match held:
        case Mapping() if isinstance(key, Constant) and _is_key(key) and replaces:
            return held._replace(items=tuple({**dict(held.items), key.value: value}.items()))
        case Mapping():
            return held._replace(other=_joined(held.other, value), key=join(held.key, without_constants(key)))
        case Collection():
            return held._replace(element=join(held.element, value))
        case Row() if held.elements:
            return Collection(held.kind, join(union(held.elements), value))
        case Union():
            changed = [_with_item(member, key, value, replaces) for member in held.members]
            found = tuple(member for member in changed if member is not None)
            return union(found) if len(found) == len(changed) else None
        case _:
            return None


def _joined(known: Value, value: Value) -> Value:
    """The join of what a dict's values were and one more; empty containers are what the others were at first."""
    if isinstance(known, Union):
        return join(union(tuple(each for each in known.members if not is_empty(each))), value)
    return value if is_empty(known) else join(known, value)


def _replace(frame: Frame, node: ast.expr, value: Value) -> None:
    """The container written as `node` is `value` from here on: a name, an attribute, or an item of either, also one
    that `setdefault` or `get` fetches."""
    path = access_path(node)
    if path is not None:
        if frame.env is not None and path in frame.env:
            frame.env[path] = value
        return
    match node:
        case (
            ast.Subscript(value=owner, slice=key)
            | ast.Call(func=ast.Attribute(value=owner, attr="setdefault" | "get"), args=[key, *_])
        ) if not isinstance(key, ast.Slice):
            with frame.mute():
                held, index = frame.evaluator.value_of(frame, owner), frame.evaluator.value_of(frame, key)
            changed = _with_item(held, index, value)
            if changed is not None:
                _replace(frame, owner, changed)


def _put_into(frame: Frame, node: ast.expr, receiver: Mapping, name: str, arguments: Arguments) -> None:
    """`context.update(...)`: what holds the dict now holds one with these items too."""
    func = node.func if isinstance(node, ast.Call) else None
    if not isinstance(func, ast.Attribute):
        return
    first, default = arguments.get(0), arguments.get(1)
    if name == "setdefault":
        if first is not None and default is not None:
            filling.note(frame, func.value, default, first)
            known = isinstance(first, Constant) and first.value in dict(receiver.items)
            changed = receiver if known else _with_item(receiver, first, default)
            _replace(frame, func.value, changed if changed is not None else receiver)
        return
    given = first if isinstance(first, Mapping) else Mapping((), UNKNOWN if first or arguments.rest else NOTHING)
    items = {**dict(receiver.items), **dict(given.items), **dict(arguments.keywords)}
    other, key = join(receiver.other, given.other), join(receiver.key, given.key)
    _replace(frame, func.value, Mapping(tuple(items.items()), other, key))


def _mapping_method(receiver: Mapping, name: str, arguments: Arguments) -> Value:
    everything = everything_in(receiver)
    key, default = arguments.get(0), arguments.get(1)
    if name == "get" and isinstance(key, Union):
        asked = (arguments._replace(positional=(each, *arguments.positional[1:])) for each in key.members)
        return union(tuple(_mapping_method(receiver, name, each) for each in asked))
    match name:
        case "get" | "pop" | "setdefault":
            known = dict(receiver.items)
            value = known.get(key.value) if isinstance(key, Constant) and _is_key(key) else None
            if is_exact(receiver) and isinstance(key, Constant) and key.sure and name != "setdefault":
                return value if value is not None else default if default is not None else NONE
            found = value if value is not None else without_key(receiver, key)
            if value is not None and isinstance(value, Row):
                return value
            if default is not None:
                says_nothing = name != "setdefault" and isinstance(default, Row) and not default.elements
                return found if says_nothing and type(found) is Unknown else join(found, default)
            return join(found, NONE) if name == "get" and value is None else found
        case "values":
            return Collection("view", everything)
        case "items":
            return Collection("view", Row((receiver.key, everything)))
        case "most_common":
            return Collection("list", Row((receiver.key, INT)))
        case "popitem":
            return Row((receiver.key, everything))
        case "keys" | "elements":
            return Collection("view", receiver.key if type(receiver.key) is not Unknown else STR)
        case "copy":
            return receiver
        case _:
            return UNKNOWN


def _is_key(key: Constant) -> bool:
    return isinstance(key.value, (str, int))


def _collection_method(
    frame: Frame, node: ast.expr, receiver: Collection | Row, name: str, arguments: Arguments
) -> Value:
    element = union(receiver.elements) if isinstance(receiver, Row) else receiver.element
    if name in GROWING:
        _grow(frame, node, receiver, name, arguments, element)
        return NONE
    if name in ("pop", "popleft"):
        return element if not isinstance(element, (Nothing, Unknown)) else UNKNOWN
    if name in ("copy", "union", "intersection", "difference"):
        return receiver
    if name == "sort":
        key = arguments.get(-1, "key")
        if key is not None:
            frame.evaluator.call(frame, node, key, Arguments((element,)))
        return NONE
    return UNKNOWN


def _grow(
    frame: Frame, node: ast.expr, receiver: Collection | Row, name: str, arguments: Arguments, element: Value
) -> None:
    """`rows.append(x)`: what holds the container now holds one with this element too."""
    added = arguments.get(1 if name == "insert" else 0) or UNKNOWN
    if name in SPREADING:
        written = node.args[0] if isinstance(node, ast.Call) and node.args else node
        added = frame.evaluator.iterate(frame, written, added, name)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        filling.note(frame, node.func.value, added)
        kind = receiver.kind if isinstance(receiver, Collection) else "list"
        _replace(frame, node.func.value, Collection(kind, join(element, added)))


def _text_method(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    if name == "format":
        for value in arguments.all_values:
            frame.evaluator.format(frame, node, value)
    elif name == "join":
        first = arguments.get(0)
        if first is not None:
            written = node.args[0] if isinstance(node, ast.Call) and node.args else node
            frame.evaluator.iterate(frame, written, first, "join")
    elif name in ("split", "splitlines", "rsplit"):
        return Collection("list", STR)
    return STR
