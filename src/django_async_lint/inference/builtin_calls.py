"""Calls of builtins and of their containers' methods: what they iterate, test, format, and what they give."""

import ast
from collections.abc import Callable

from django_async_lint.inference import annotations, coroutines, paginators, querysets, requests, twins
from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.functions import Arguments
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
    Unknown,
    Value,
    constant,
    join,
    members,
    union,
)

CONTAINERS = {"list": "list", "tuple": "tuple", "set": "set", "frozenset": "set", "sorted": "list"}
LAZY = frozenset({"enumerate", "zip", "map", "filter"})
DESCRIPTORS = {"staticmethod": "static", "classmethod": "class", "property": "property"}
SUPPRESSING = ("contextlib.suppress", "pytest.raises")
"""Context managers that end the exceptions of their body."""
CONSUMERS = {
    "collections.Counter": 0, "collections.OrderedDict": 0, "collections.deque": 0,
    "collections.defaultdict": 1, "heapq.nlargest": 1, "heapq.nsmallest": 1,
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
    return frame.evaluator.iterate(frame, _written(node, index), value, how)


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
        frame.evaluator.call(frame, node, key, Arguments((element,)))


def _dict(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0)
    other: Value = NOTHING
    items: tuple[tuple[str, Value], ...] = arguments.keywords
    if isinstance(first, Mapping):
        items, other = (*first.items, *items), first.other
    elif first is not None:
        pair = _element(frame, node, arguments, 0, "dict")
        other = pair.elements[1] if isinstance(pair, Row) and len(pair.elements) == 2 else UNKNOWN
    return Mapping(items, other)


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
    declared = (
        annotations.value_of(frame, node.args[0]) if isinstance(node, ast.Call) and node.args else UNKNOWN
    )
    value = arguments.get(1) or UNKNOWN
    wanted = [member.of for member in members(declared) if isinstance(member, Instance)]
    if not wanted or not all(isinstance(member, Instance) for member in members(value)):
        return annotations.refined(declared, value)
    fitting = tuple(
        member
        for member in members(value)
        if isinstance(member, Instance)
        and any(frame.evaluator.is_subclass(member.of, cls) for cls in wanted)
    )
    return union(fitting) if fitting else declared


def _descriptor(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """`rest = staticmethod(free)` in a class body."""
    first = arguments.get(0)
    return Descriptor(DESCRIPTORS[name], first) if first is not None else None


def _suppressing(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return Instance(name)


def _reduce(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    _element(frame, node, arguments, 0, name)
    return REDUCERS[name]


def _extreme(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    if len(arguments.positional) == 1:
        element = _element(frame, node, arguments, 0, name)
    else:
        element = union(arguments.positional)
    _call_key(frame, node, arguments, element)
    return UNKNOWN if isinstance(element, Nothing) else element


def _next(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0) or UNKNOWN
    element: Value = NOTHING
    for member in members(first):
        if isinstance(member, (Generator, Lazy)):
            element = join(element, frame.evaluator.iterate(frame, _written(node, 0), member, "next"))
        elif isinstance(member, Collection):
            element = join(element, member.element)
        elif isinstance(member, Instance):
            result = frame.evaluator.special(frame, node, member, "__next__", ())
            element = join(element, UNKNOWN if result is None else result)
        else:
            element = join(element, UNKNOWN)
    default = arguments.get(1)
    return join(element, default) if default is not None else element


def _aiter(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0) or UNKNOWN
    return AsyncIterator(frame.evaluator.iterate_async(frame, node, first))


def _len(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0) or UNKNOWN
    target = _written(node, 0)
    coroutines.note_use(frame, node, first, "length")
    for member in members(first):
        if isinstance(member, QuerySet):
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
    return Collection("range", INT)


def _slice(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    """A slice without a step; of one with a step nothing is said."""
    has_step = len(arguments.positional) > 2 and arguments.get(2) != NONE
    return UNKNOWN if has_step or arguments.rest else SLICE


def _isinstance(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    if arguments.positional and name == "isinstance":
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
    if not names or len(names) < len(members(attribute)):
        return UNKNOWN if name == "getattr" else BOOL
    value = union(tuple(frame.evaluator.attribute(frame, node, owner, each) for each in names))
    if name == "hasattr":
        return BOOL
    default = arguments.get(2)
    is_there = isinstance(value, Method) and twins.NAMES.issuperset(names)
    return join(value, default) if default is not None and not is_there else value


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
    "next": _next,
    "aiter": _aiter,
    "len": _len,
    "bool": _bool,
    "range": _range,
    "slice": _slice,
    "callable": _callable,
    "type": _type,
    "super": _super,
}


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


def _put_into(frame: Frame, node: ast.expr, receiver: Mapping, name: str, arguments: Arguments) -> None:
    """`context.update(...)`: the name that holds the dict now holds one with these items too."""
    func = node.func if isinstance(node, ast.Call) else None
    path = access_path(func.value) if isinstance(func, ast.Attribute) else None
    if path is None or frame.env is None or frame.env.get(path) != receiver:
        return
    items, other = dict(receiver.items), receiver.other
    first, default = arguments.get(0), arguments.get(1)
    if name == "update":
        given = first if isinstance(first, Mapping) else Mapping((), UNKNOWN if first or arguments.rest else NOTHING)
        items.update((*given.items, *arguments.keywords))
        other = join(other, given.other)
    elif isinstance(first, Constant) and _is_key(first) and default is not None:
        items.setdefault(first.value, default)
    frame.env[path] = Mapping(tuple(items.items()), other)


def _mapping_method(receiver: Mapping, name: str, arguments: Arguments) -> Value:
    everything = union((*(item for _, item in receiver.items), receiver.other))
    if isinstance(everything, Nothing):
        everything = UNKNOWN
    key, default = arguments.get(0), arguments.get(1)
    match name:
        case "get" | "pop" | "setdefault":
            known = dict(receiver.items)
            value = known.get(key.value) if isinstance(key, Constant) and _is_key(key) else None
            found = value if value is not None else everything
            if default is not None:
                return join(found, default)
            return join(found, NONE) if name == "get" and value is None else found
        case "values":
            return Collection("view", everything)
        case "items":
            return Collection("view", Row((UNKNOWN, everything)))
        case "keys":
            return Collection("view", STR)
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
    if name in ("append", "add", "insert", "appendleft", "extend", "update"):
        _grow(frame, node, receiver, name, arguments, element)
        return NONE
    if name in ("pop", "popleft"):
        return element if not isinstance(element, (Nothing, Unknown)) else UNKNOWN
    if name in ("copy", "union", "intersection", "difference"):
        return receiver
    if name == "sort":
        _call_key(frame, node, arguments, element)
        return NONE
    return UNKNOWN


def _grow(
    frame: Frame, node: ast.expr, receiver: Collection | Row, name: str, arguments: Arguments, element: Value
) -> None:
    """`rows.append(x)`: the name that holds the container now holds one with this element too."""
    added = arguments.get(1 if name == "insert" else 0) or UNKNOWN
    if name in ("extend", "update"):
        added = frame.evaluator.iterate(frame, _written(node, 0), added, name)
    path = (
        access_path(node.func.value)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        else None
    )
    if path is not None and frame.env is not None and path in frame.env:
        kind = receiver.kind if isinstance(receiver, Collection) else "list"
        frame.env[path] = Collection(kind, join(element, added))


def _text_method(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    if name == "format":
        for value in arguments.all_values:
            frame.evaluator.format(frame, node, value)
    elif name == "join":
        _element(frame, node, arguments, 0, "join")
    elif name in ("split", "splitlines", "rsplit"):
        return Collection("list", STR)
    return STR
