"""How values join: one of several, what is left when some are unknown, the same with less in it.

Knows the kinds of value and nothing of where they come from.
"""

from django_async_lint.inference.values import (
    BOOL,
    INT,
    NOTHING,
    RELEASE,
    STR,
    UNKNOWN,
    Collection,
    Constant,
    Coroutine,
    Instance,
    Nothing,
    Row,
    Union,
    Unknown,
    Value,
    is_none,
)

MOST_MEMBERS = 8


def members(value: Value) -> tuple[Value, ...]:
    """The alternatives of a value."""
    return value.members if type(value) is Union else (value,)


def join(first: Value, second: Value) -> Value:
    """What is known when either may be the case. Unknown swallows constants; against a shape the shape wins."""
    if first is second or first == second:
        return first
    if type(first) is Nothing:
        return second
    if type(second) is Nothing:
        return first
    return union((*members(first), *members(second)))


def union(alternatives: tuple[Value, ...]) -> Value:
    """The join of any number of values, in order."""
    unique: list[Value] = []
    for value in alternatives:
        if type(value) is not Nothing and value not in unique:  # a few: comparing them costs less than hashing
            unique.append(value)
    if len(unique) < 2:
        return unique[0] if unique else NOTHING
    if UNKNOWN in unique:
        unique = [value for value in unique if type(value) not in _GIVING_WAY]
        if not unique:
            return UNKNOWN
    for value in unique:
        if type(value) is Instance and value.state is not None:
            unique = _with_one_state(unique)
            break
    return Union(tuple(unique[:MOST_MEMBERS])) if len(unique) > 1 else unique[0]


_GIVING_WAY = frozenset({Unknown, Constant, Coroutine})
"""Kinds of which nothing is left when the value may be unknown as well."""


def _with_one_state(values: list[Value]) -> list[Value]:
    """The same with instances of one class that keep different things made one of which that is not known."""
    stateless = [_without_state(value) for value in values]
    states: dict[Value, set[object]] = {}
    for value, plain in zip(values, stateless, strict=True):
        if type(value) is Instance:
            states.setdefault(plain, set()).add(value.state)
    if all(len(known) == 1 for known in states.values()):
        return values
    merged = (
        plain if type(value) is Instance and len(states[plain]) > 1 else value
        for value, plain in zip(values, stateless, strict=True)
    )
    return list(dict.fromkeys(merged))


def _without_state(value: Value) -> Value:
    """An instance of which nothing is remembered; any other value as it is."""
    return Instance(value.of, value.loaded, value.path) if type(value) is Instance else value


def is_mixed(value: Value) -> bool:
    """Whether a value may be of kinds that are used in different ways, None apart."""
    if not isinstance(value, Union):
        return False
    kinds = {
        (each.tag if each.tag != "manager" else "queryset", each.of if isinstance(each, Instance) else None)
        for each in value.members
        if not is_none(each)
    }
    return len(kinds) > 1


def unsure(value: Value) -> Value:
    """The same with every constant marked as one that a setting may change; an empty list may be filled elsewhere."""
    if type(value) is Constant and value.type != RELEASE:
        return Constant(value.value, value.type, False, value.derived)
    if type(value) is Row and not value.elements and value.kind != "tuple":
        return Collection(value.kind, NOTHING)
    if type(value) is Union:
        return union(tuple(unsure(member) for member in value.members))
    return value


def one_element(element: Value) -> Value:
    """What a loop or comprehension binds its target to: one of several names written out may be asked for as such."""
    names = members(element)
    if len(names) > 1 and all(isinstance(each, Constant) and isinstance(each.value, str) for each in names):
        return unsure(element)
    return without_constants(element)


def without_constants(value: Value) -> Value:
    """The same with constants, plain scalars included, made unknown."""
    if type(value) is Constant or (type(value) is Instance and value in (BOOL, INT, STR)):
        return UNKNOWN
    if type(value) is Union:
        return union(tuple(without_constants(member) for member in value.members))
    return value
