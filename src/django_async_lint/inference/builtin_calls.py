"""Calls of builtins: what they iterate, test, format, and what they give.

Methods of the containers that they make are in `containers`."""

import ast
from collections.abc import Callable
from contextlib import nullcontext

from django_async_lint.inference import (
    annotations,
    coroutines,
    costs,
    paginators,
    picked_methods,
    querysets,
    requests,
    twins,
)
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, members, union, without_constants
from django_async_lint.inference.values import (
    BOOL,
    INT,
    NONE,
    NOTHING,
    SLICE,
    STR,
    UNKNOWN,
    AsyncIterator,
    ClassValue,
    Collection,
    Constant,
    Coroutine,
    Descriptor,
    FunctionValue,
    Generator,
    Instance,
    Lazy,
    Mapping,
    Method,
    Nothing,
    Outside,
    QuerySet,
    Row,
    Value,
    constant,
)
from django_async_lint.project.modules import Class, Function

CONTAINERS = {
    "list": "list", "tuple": "tuple", "set": "set", "frozenset": "set", "sorted": "list", "collections.deque": "list",
}  # fmt: skip
LAZY = frozenset({"enumerate", "zip", "map", "filter"})
DESCRIPTORS = {"staticmethod": "static", "classmethod": "class", "property": "property"}
SUPPRESSING = ("contextlib.suppress", "pytest.raises")
"""Context managers that end the exceptions of their body."""
LAZY_CLASSES = frozenset({"django.utils.functional.SimpleLazyObject", "django.utils.functional.LazyObject"})
"""The very classes of lazy objects: asked for them Python looks no further. CPython's `object_isinstance`."""
CONSUMERS = {
    "heapq.nlargest": 1, "heapq.nsmallest": 1,
    "random.choice": 0, "random.choices": 0,
    "math.fsum": 0, "math.prod": 0, "statistics.mean": 0, "statistics.median": 0,
}  # fmt: skip
"""What goes through an argument at once, by the position of that argument."""
REDUCERS: dict[str, Value] = {"sum": UNKNOWN, "any": BOOL, "all": BOOL}


def call(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """The value of a builtin call; None when the tables should tell."""
    handler = _HANDLERS.get(name)
    return handler(frame, node, name, arguments) if handler is not None else None


def _element(frame: Frame, node: ast.expr, arguments: Arguments, index: int, how: str) -> Value:
    value = arguments.get(index)
    if value is None:
        return UNKNOWN if arguments.rest else NOTHING
    written = _written(node, index)
    with costs.for_each(frame, node, written) if isinstance(value, Lazy) and value.function else nullcontext():
        return frame.evaluator.iterate(frame, written, value, how)


def _container(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0)
    if isinstance(first, Row) and name in ("list", "tuple"):
        return first._replace(kind=name)
    element = _element(frame, node, arguments, 0, name)
    _call_key(frame, node, arguments, element)
    return Collection(CONTAINERS[name], element)


def _call_key(frame: Frame, node: ast.expr, arguments: Arguments, element: Value) -> None:
    key = arguments.get(-1, "key")
    if key is not None:
        with costs.for_each(frame, node, _written(node, 0)):
            frame.evaluator.call(frame, node, key, Arguments((element,)))


def _dict(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0)
    if isinstance(first, Mapping):
        return first._replace(items=(*first.items, *arguments.keywords), key=join(UNKNOWN, first.key))
    key, other = UNKNOWN, NOTHING
    if first is not None:
        pair = _element(frame, node, arguments, 0, "dict")
        is_pair = isinstance(pair, Row) and len(pair.elements) == 2
        key, other = pair.elements if is_pair and isinstance(pair, Row) else (UNKNOWN, UNKNOWN)
    return Mapping(arguments.keywords, other, without_constants(key))


def _default_dict(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    """`defaultdict(list)`: a dict whose missing keys are made by calling what it is given."""
    given = _dict(frame, node, name, arguments._replace(positional=arguments.positional[1:]))
    factory = arguments.get(0, "default_factory")
    if factory is None or factory == NONE or not isinstance(given, Mapping):
        return given
    with frame.mute():
        made = frame.evaluator.call(frame, node, factory, Arguments())
    return given._replace(other=join(given.other, made))


def _counter(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    """`Counter(rows)`: a dict whose keys are what was counted."""
    key = UNKNOWN if arguments.get(0) is None else _element(frame, node, arguments, 0, "for")
    return Mapping((), INT, without_constants(key))


def _group(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    """`itertools.groupby`: asks for an iterator here, calls its key where the groups are gone through."""
    first = arguments.get(0, "iterable")
    if first is None:
        return UNKNOWN
    source = frame.evaluator.begin_iteration(frame, _written(node, 0), first, "for")
    key = arguments.get(1, "key")
    return Lazy("groupby", key if key != NONE else None, (source,))


def _written(node: ast.expr, index: int) -> ast.expr:
    """The argument as written, where it is; else the call."""
    return node.args[index] if isinstance(node, ast.Call) and index < len(node.args) else node


def _lazy(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    """Iterators over other iterables: `iter` of each happens here, so rows are fetched already; the rest
    happens where they are consumed."""
    start = 1 if name in ("map", "filter") else 0
    given = arguments.positional[: 1 if name == "enumerate" else None]
    sources = tuple(
        frame.evaluator.begin_iteration(frame, _written(node, index), value, name)
        for index, value in enumerate(given)
        if index >= start
    )
    function = given[0] if start and given else None
    if isinstance(function, Constant) and function.value is None:
        function = None
    return Lazy(name, function, sources)


def _iter(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    if len(arguments.positional) != 1:
        return UNKNOWN
    return frame.evaluator.begin_iteration(frame, _written(node, 0), arguments.positional[0], name)


def _reversed(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return Collection("iterator", _element(frame, node, arguments, 0, name))


def _fold(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    """`functools.reduce`: calls its function with what it has and each element."""
    element = _element(frame, node, arguments, 1, "for")
    start = arguments.get(2)
    function = arguments.get(0)
    if function is None:
        return UNKNOWN
    held = join(element, start) if start is not None else element
    return frame.evaluator.call(frame, node, function, Arguments((held, element)))


def _consume(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """What goes through an argument, standard library; the tables tell what it gives."""
    if arguments.get(CONSUMERS[name]) is not None:
        _element(frame, node, arguments, CONSUMERS[name], "for")
    return None


def _cast(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    """`cast(Class, value)`: the class named, unless the value is known to be of a narrower one."""
    declared = annotations.value_of(frame, node.args[0]) if isinstance(node, ast.Call) and node.args else UNKNOWN
    value = arguments.get(1) or UNKNOWN
    wanted = [member.of for member in members(declared) if isinstance(member, Instance)]
    if not wanted or not all(isinstance(member, Instance) for member in members(value)):
        return annotations.refined(declared, value)
    fitting = tuple(
        member
        for member in members(value)
        if isinstance(member, Instance) and any(frame.evaluator.is_subclass(member.of, cls) for cls in wanted)
    )
    return union(fitting) if fitting else declared


def _descriptor(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """`rest = staticmethod(free)` in a class body."""
    first = arguments.get(0)
    return Descriptor(DESCRIPTORS[name], first) if first is not None else None


def _suppressing(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return Instance(name)


def _reduce(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    element = _element(frame, node, arguments, 0, name)
    if name in ("any", "all"):
        coroutines.note_use(frame, node, element, "condition")
    elif name == "sum":
        coroutines.note_use(frame, node, element, "arithmetic")
    return REDUCERS[name]


def _extreme(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    if len(arguments.positional) == 1:
        element = _element(frame, node, arguments, 0, name)
    else:
        element = union(arguments.positional)
        for value in arguments.positional:
            coroutines.note_use(frame, node, value, "compare")
    _call_key(frame, node, arguments, element)
    return UNKNOWN if isinstance(element, Nothing) else element


def _next(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0) or UNKNOWN
    element: Value = NOTHING
    for member in members(first):
        if isinstance(member, (Generator, Lazy)) or (isinstance(member, QuerySet) and member.is_iterator):
            element = join(element, frame.evaluator.iterate(frame, _written(node, 0), member, "next"))
        elif isinstance(member, AsyncIterator):
            element = join(element, frame.evaluator.iterate(frame, _written(node, 0), first, "next"))
        elif isinstance(member, Collection):
            element = join(element, member.element)
        elif isinstance(member, Instance):
            result = frame.evaluator.special(frame, node, member, "__next__", ())
            if result is None:
                result = frame.evaluator.iterate(frame, _written(node, 0), member, "next")
            element = join(element, result)
        else:
            element = join(element, UNKNOWN)
    default = arguments.get(1)
    return join(element, default) if default is not None else element


def _aiter(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0) or UNKNOWN
    return AsyncIterator(frame.evaluator.iterate_async(frame, node, first))


def _anext(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first, default = arguments.get(0) or UNKNOWN, arguments.get(1)
    element = first.element if isinstance(first, AsyncIterator) else UNKNOWN
    result = join(element, default) if default is not None else element
    return Coroutine("anext", result, frame.site(node))


def _len(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0) or UNKNOWN
    target = _written(node, 0)
    coroutines.note_use(frame, node, first, "length")
    for member in members(first):
        if isinstance(member, QuerySet):
            with frame.using(first):
                querysets.evaluate(frame, target, member, "len")
        elif isinstance(member, Instance):
            rows = paginators.rows_of(member)
            if isinstance(rows, QuerySet):
                querysets.evaluate(frame, target, rows, "len")
            frame.evaluator.special(frame, node, member, "__len__", ())
    return INT


def _bool(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0)
    if first is not None:
        frame.evaluator.test(frame, _written(node, 0), first)
    return BOOL


def _text(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    for index, value in enumerate(arguments.positional):
        frame.evaluator.format(frame, _written(node, index), value, name in ("repr", "ascii"))
    return STR if name != "print" else NONE


def _range(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    for value in arguments.positional:
        coroutines.note_use(frame, node, value, "arithmetic")
    return Collection("range", INT)


def _slice(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    """A slice without a step; of one with a step nothing is said."""
    has_step = len(arguments.positional) > 2 and arguments.get(2) != NONE
    return UNKNOWN if has_step or arguments.rest else SLICE


def _isinstance(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    asked = arguments.get(1)
    is_own_class = isinstance(asked, Outside) and asked.name in LAZY_CLASSES
    if arguments.positional and name == "isinstance" and not is_own_class:
        requests.used(frame, _written(node, 0), arguments.positional[0])
    return BOOL


def _callable(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0)
    return constant(True) if isinstance(first, (FunctionValue, ClassValue)) else BOOL


def _getattr(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    owner, attribute = arguments.get(0), arguments.get(1)
    names = [each.value for each in members(attribute or UNKNOWN) if isinstance(each, Constant)]
    if owner is None or attribute is None or not all(isinstance(each, str) for each in names):
        return UNKNOWN if name == "getattr" else BOOL
    is_told = bool(names) and len(names) == len(members(attribute))
    if name == "hasattr" and not is_told:
        return BOOL
    if is_told:
        value = union(tuple(frame.evaluator.attribute(frame, node, owner, each) for each in names))
    else:
        value = picked_methods.picked(frame, node, owner, _written(node, 1)) or UNKNOWN
    if name == "hasattr":
        return constant(True) if all(_have_method(frame, owner, each) for each in names) else BOOL
    default = arguments.get(2)
    is_there = isinstance(value, Method) and twins.NAMES.issuperset(names)
    return join(value, default) if default is not None and not is_there else value


def _have_method(frame: Frame, owner: Value, name: str) -> bool:
    """Whether a value is surely an instance of classes of the project that have a method of this name."""
    for member in members(owner):
        if not isinstance(member, Instance) or not isinstance(member.of, Class) or member.path:
            return False
        found = frame.evaluator.classes.find(member.of, name)
        if found is None or not all(isinstance(each, Function) for each in found[1]):
            return False
    return True


def _type(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0)
    if len(arguments.positional) == 1 and isinstance(first, Instance) and not first.path:
        return Outside(first.of) if isinstance(first.of, str) else ClassValue(first.of)
    return UNKNOWN


def _scalar(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0)
    if first is not None:
        coroutines.note_use(frame, node, first, "arithmetic")
    return INT if name == "int" else UNKNOWN


def _super(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return UNKNOWN


_HANDLERS: dict[str, Callable[[Frame, ast.expr, str, Arguments], Value | None]] = {
    **dict.fromkeys(CONTAINERS, _container),
    **dict.fromkeys(LAZY, _lazy),
    **dict.fromkeys(REDUCERS, _reduce),
    **dict.fromkeys(("min", "max"), _extreme),
    **dict.fromkeys(("str", "repr", "print", "format", "ascii"), _text),
    **dict.fromkeys(("isinstance", "issubclass"), _isinstance),
    **dict.fromkeys(("getattr", "hasattr"), _getattr),
    **dict.fromkeys(("int", "float", "abs", "round"), _scalar),
    **dict.fromkeys(DESCRIPTORS, _descriptor),
    **dict.fromkeys(CONSUMERS, _consume),
    **dict.fromkeys(("typing.cast", "typing_extensions.cast"), _cast),
    **dict.fromkeys(SUPPRESSING, _suppressing),
    "functools.reduce": _fold,
    "iter": _iter,
    "reversed": _reversed,
    "dict": _dict,
    "collections.OrderedDict": _dict,
    "collections.defaultdict": _default_dict,
    "collections.Counter": _counter,
    "itertools.groupby": _group,
    "next": _next,
    "aiter": _aiter,
    "anext": _anext,
    "len": _len,
    "bool": _bool,
    "range": _range,
    "slice": _slice,
    "callable": _callable,
    "type": _type,
    "super": _super,
}
