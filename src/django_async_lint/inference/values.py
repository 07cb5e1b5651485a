"""What inference knows of an expression: about thirty kinds of value.

Values are small tagged tuples: cheap to make, to hash and to compare; the tag keeps kinds apart. *Nothing yet*
(no path has given a value), *unknown* (a value of which nothing is known) and None are three different values.
This module knows nothing of syntax trees or of Django's behaviour.
"""

from typing import Any, NamedTuple

from django_async_lint.inference.effects import Site
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.modules import Class, Function, Module
from django_async_lint.project.names import Namespace

GREATEST_HEIGHT = 4

Loaded = frozenset[str] | None
"""What of an instance is in memory: relation paths (`author__company`); `*` all but those marked `-name`;
`=name` once some are there: only these plain fields. None: origin unknown, nothing may be concluded."""


Held = Any
"""A `Value` inside another: tuples that name their own union take mypy minutes."""


class Nothing(NamedTuple):
    """No path has given a value yet."""

    tag: str = "nothing"


class Unknown(NamedTuple):
    """A value of which nothing is known."""

    tag: str = "unknown"


RELEASE = "release"
"""The type of a constant that answers a question about releases: no setting changes it."""


class Constant(NamedTuple):
    """A literal. `sure` is False when it was read from a module or a class, where a setting may change it;
    `derived` is True when it was computed: such a value never becomes part of a key, or a recursion that counts
    would have endless contexts."""

    value: Any
    type: str
    sure: bool = True
    derived: bool = False
    tag: str = "constant"


class ModuleValue(NamedTuple):
    """A module of the project."""

    module: Module | Namespace
    tag: str = "module"


class Outside(NamedTuple):
    """A module, function or class outside the project, by dotted name."""

    name: str
    tag: str = "outside"


class FunctionValue(NamedTuple):
    """A function of the project; `bound` is the receiver of a method, `captured` the values of its free names."""

    function: Function
    bound: Held = None
    captured: tuple[tuple[str, Held], ...] = ()
    tag: str = "function"


class ClassValue(NamedTuple):
    """A class of the project."""

    of: Class
    tag: str = "class"


class Instance(NamedTuple):
    """An instance of a class. For a model, `loaded` tells what is in memory. For a class outside the project
    `path` is the way from the instance to a part of it (`chat.completions`). `state` is what its constructor was
    given to keep, by attribute; None when nobody saw it made."""

    of: ClassLike
    loaded: Loaded = None
    path: str = ""
    state: tuple[tuple[str, Held], ...] | None = None
    tag: str = "instance"


class QuerySet(NamedTuple):
    """A queryset. `model` is None when unknown; `rows` is instances, values or flat; `via` lists classes to
    search for custom methods; `evaluated` is True when its rows are in memory; `is_iterator` for what its method
    `iterator` gives; `is_locked` under `select_for_update`."""

    model: ClassLike | None
    loaded: frozenset[str] = frozenset()
    rows: str = "instances"
    evaluated: bool = False
    via: tuple[ClassLike, ...] = ()
    empty: bool = False
    is_iterator: bool = False
    is_locked: bool = False
    tag: str = "queryset"


class Manager(NamedTuple):
    """A manager; `relation` is the accessor name of a related manager; `prefetched` when its rows are loaded;
    `name` is how messages call it (`Post.objects`, `Author.posts`); `through` is the model between two others;
    `is_generic` when it is found by a content type."""

    model: ClassLike | None
    via: tuple[ClassLike, ...] = ()
    relation: str = ""
    prefetched: bool = False
    loaded: frozenset[str] = frozenset()
    name: str = ""
    through: ClassLike | None = None
    is_generic: bool = False
    tag: str = "manager"


class Collection(NamedTuple):
    """A list, set, tuple, dict view or plain iterator with elements of one kind."""

    kind: str
    element: Held
    tag: str = "collection"


class Row(NamedTuple):
    """A tuple or list whose elements are known one by one."""

    elements: tuple[Held, ...]
    kind: str = "tuple"
    names: tuple[str, ...] = ()
    """The names of the elements of a named tuple."""
    tag: str = "row"


class Mapping(NamedTuple):
    """A dict: the values of its constant keys, and the join of all others; `key` is what its other keys are."""

    items: tuple[tuple[Any, Held], ...]
    other: Held
    key: Held = Unknown()
    tag: str = "mapping"


class Coroutine(NamedTuple):
    """Something that runs only when awaited: `origin` is the dotted name of what made it, `made` where. `kept_by`
    is the cache that gives the same object to everybody who calls; `is_spent` once it was awaited."""

    origin: str
    result: Held
    made: Site
    kept_by: str = ""
    is_spent: bool = False
    tag: str = "coroutine"


class Awaitable(NamedTuple):
    """A task, a future: runs whether awaited or not. `origin` and `made` tell what started it and where, of one that
    nobody holds but who keeps this; `is_idle` when it does nothing until it is awaited or entered."""

    result: Held
    origin: str = ""
    made: Site | None = None
    is_idle: bool = False
    tag: str = "awaitable"


class AsyncIterator(NamedTuple):
    """Something for `async for`."""

    element: Held
    origin: str = ""
    tag: str = "async-iterator"


class Key(NamedTuple):
    """A function with the values of its arguments: what a summary is a function of."""

    function: Function
    arguments: tuple[tuple[str, Held], ...] = ()
    captured: tuple[tuple[str, Held], ...] = ()


class Generator(NamedTuple):
    """A generator of the project that has not run yet: its effects happen where it is iterated."""

    key: Key
    tag: str = "generator"


class Lazy(NamedTuple):
    """An iterator over other iterables that works where it is consumed (`kind`: map, filter, zip, enumerate)."""

    kind: str
    function: Held | None
    sources: tuple[Held, ...]
    tag: str = "lazy"


class Context(NamedTuple):
    """A context manager made from a generator function."""

    key: Key
    is_async: bool
    tag: str = "context"


class Offloaded(NamedTuple):
    """A callable whose call gives an awaitable and runs its target in a thread."""

    target: Held
    tag: str = "offloaded"


class OnLoop(NamedTuple):
    """What `async_to_sync` gives: a plain callable that runs a coroutine function to its end."""

    target: Held
    tag: str = "on-loop"


class Partial(NamedTuple):
    """A callable with some arguments given."""

    target: Held
    positional: tuple[Held, ...]
    keywords: tuple[tuple[str, Held], ...]
    tag: str = "partial"


class Method(NamedTuple):
    """A method of a receiver that is not a function of the project."""

    receiver: Held
    name: str
    tag: str = "method"


class Super(NamedTuple):
    """`super()` inside a method of `cls`."""

    cls: Class
    receiver: Held
    tag: str = "super"


class Decorated(NamedTuple):
    """A function under a decorator of which nothing is known."""

    target: Held
    decorator: str
    tag: str = "decorated"


class Atomic(NamedTuple):
    """`transaction.atomic`, entered or wrapped around a function."""

    target: Held
    tag: str = "atomic"


class Descriptor(NamedTuple):
    """A property, static method, class method or `partialmethod` as its class holds it (`kind`: property, kept for one
    that leaves its result on the instance, static, class, partial)."""

    kind: str
    target: Held
    tag: str = "descriptor"


class Factory(NamedTuple):
    """A class or function made by a call, of which only the result of calling it is known."""

    result: Held
    tag: str = "factory"


class LazyObject(NamedTuple):
    """What Django fetches on its first use, as `request.user`: `value` is what it then is, `sink` its name."""

    value: Held
    sink: str
    tag: str = "lazy-object"


class RecordClass(NamedTuple):
    """What `collections.namedtuple` makes: a class of tuples whose elements have these names."""

    names: tuple[str, ...]
    tag: str = "record-class"


class Union(NamedTuple):
    """One of several values."""

    members: tuple[Held, ...]
    tag: str = "union"


Value = (
    Nothing
    | Unknown
    | Constant
    | ModuleValue
    | Outside
    | FunctionValue
    | ClassValue
    | Instance
    | QuerySet
    | Manager
    | Collection
    | Row
    | Mapping
    | Coroutine
    | Awaitable
    | AsyncIterator
    | Generator
    | Lazy
    | Context
    | Offloaded
    | OnLoop
    | Partial
    | Method
    | Super
    | Decorated
    | Atomic
    | Descriptor
    | Factory
    | LazyObject
    | RecordClass
    | Union
)

NOTHING = Nothing()
UNKNOWN = Unknown()
NONE = Constant(None, "NoneType")
BOOL = Instance("builtins.bool")
INT = Instance("builtins.int")
STR = Instance("builtins.str")
SLICE = Instance("builtins.slice")

Arguments = tuple[tuple[Value, ...], tuple[tuple[str, Value], ...]]


KEPT_MARK = "#"


def constant(value: Any, sure: bool = True) -> Constant:
    """The value of a literal; its type keeps 1, 1.0 and True apart."""
    return Constant(value, type(value).__name__, sure)


def exact(items: dict[Any, Value]) -> "Mapping":
    """A dict that surely holds these keys and no others: the keywords of a call."""
    return Mapping(tuple(items.items()), NOTHING, NOTHING)


def is_exact(value: Value) -> bool:
    """Whether a value is a dict of which all keys are known."""
    return type(value) is Mapping and type(value.other) is Nothing and type(value.key) is Nothing


def is_empty(value: Value) -> bool:
    """Whether a value is a container in which nothing is."""
    match value:
        case Row():
            return not value.elements
        case Collection():
            return type(value.element) is Nothing
        case Mapping():
            return not value.items and type(value.other) is Nothing
        case _:
            return False


def kept_marks(value: Instance) -> frozenset[str]:
    """The marks of the cached properties that an instance has been asked for: `#name`."""
    return frozenset(mark for mark in value.loaded or () if mark[0] == KEPT_MARK)


def is_none(value: Value) -> bool:
    """Whether the value is surely None."""
    return type(value) is Constant and value.value is None


def truth(value: Value) -> bool | None:
    """Whether the value is true, where that is sure: constants of this call and nothing else."""
    if type(value) is Constant and value.sure:
        return bool(value.value)
    if type(value) in (FunctionValue, ClassValue, ModuleValue):
        return True
    if type(value) is Union:
        truths = {truth(member) for member in value.members}
        return truths.pop() if len(truths) == 1 else None
    return None
