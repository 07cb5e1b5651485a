"""Annotations: the value that a declared type stands for. An annotation never makes an effect."""

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django_async_lint.inference import loading
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import join, members, union
from django_async_lint.inference.values import (
    BOOL,
    NONE,
    NOTHING,
    UNKNOWN,
    AsyncIterator,
    Awaitable,
    ClassValue,
    Collection,
    Constant,
    Instance,
    Manager,
    Mapping,
    Nothing,
    Outside,
    QuerySet,
    Row,
    Union,
    Unknown,
    Value,
)
from django_async_lint.knowledge import django_orm
from django_async_lint.knowledge.django_services import REQUEST
from django_async_lint.knowledge.transparent import GENERIC_ATTRIBUTES, HOLDERS
from django_async_lint.project.classes import ClassLike, dotted_text
from django_async_lint.project.modules import Assignment, Class, Function
from django_async_lint.project.names import Assigned, Definition, External

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator
    from django_async_lint.newer_syntax import TypeParameter

SEQUENCES = {
    "list": "list", "List": "list", "set": "set", "Set": "set", "frozenset": "set", "FrozenSet": "set",
    "Sequence": "list", "MutableSequence": "list", "Collection": "list", "Iterable": "iterator",
    "Iterator": "iterator", "Generator": "iterator", "deque": "list", "Deque": "list", "AbstractSet": "set",
}  # fmt: skip
MAPPINGS = frozenset({"dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict"})
ASYNC_ITERATORS = frozenset({"AsyncIterator", "AsyncGenerator", "AsyncIterable"})
AWAITABLES = frozenset({"Awaitable", "Coroutine", "Future", "Task"})
TRANSPARENT = frozenset({"Annotated", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly", "InitVar", "Mapped"})
TYPING_ROOTS = ("typing.", "typing_extensions.", "collections.", "builtins.", "asyncio.", "sqlalchemy.")
FILES = {"TextIO": "io.TextIOBase", "BinaryIO": "io.BufferedReader", "IO": "io.TextIOBase"}
"""Text that is written to what is only declared goes to a terminal as often as to a file: only reading is told."""
SCALARS = {"bool": BOOL, "int": Instance("builtins.int"), "str": Instance("builtins.str")}


def of_parameter(evaluator: "Evaluator", function: Function, name: str) -> Value:
    """What the annotation of a parameter says of it; unknown without one."""
    annotation = function.facts.annotations.get(name)
    if annotation is None:
        return UNKNOWN
    known = evaluator.declared.get(annotation)
    if known is None:
        known = _kept(Frame(evaluator, function.module, function, function.owner), annotation)
    return known


def _kept(frame: Frame, annotation: ast.expr) -> Value:
    """The value of an annotation in a function's signature, kept: it depends on nothing but where it stands."""
    evaluator = frame.evaluator
    declared = value_of(frame, annotation)
    if not evaluator.open_aliases:
        evaluator.declared[annotation] = declared
    return declared


def of_result(frame: Frame, function: Function) -> Value:
    """What the annotation of a function's result says: of a coroutine function what awaiting it gives, of a
    generator function one element; unknown without one."""
    node = function.node
    if isinstance(node, ast.Lambda) or node.returns is None:
        return UNKNOWN
    declared = frame.evaluator.declared.get(node.returns) or _kept(frame, node.returns)
    if not function.facts.is_generator:
        return declared
    match declared:
        case Collection() | AsyncIterator():
            return declared.element
        case _:
            return UNKNOWN


def tells(value: Value) -> bool:
    """Whether a declared type says more than that something is of builtin types: enough to rely on although
    the body shows nothing. Plain functions that hand on a coroutine are often annotated with its result."""
    match value:
        case Collection():
            return tells(value.element)
        case Mapping():
            return tells(value.other)
        case Row() | Union():
            return any(map(tells, value.elements if isinstance(value, Row) else value.members))
        case Unknown() | Constant():
            return False
        case _:
            return value not in SCALARS.values()


def value_of(frame: Frame, node: ast.expr | None) -> Value:
    """The value of something annotated with `node`; unknown where that says nothing that matters."""
    match node:
        case None:
            return UNKNOWN
        case ast.Constant(value=None):
            return NONE
        case ast.Constant(value=str() as text):
            return value_of(frame, _parsed(text, node))
        case ast.BinOp(op=ast.BitOr()):
            return _either(value_of(frame, node.left), value_of(frame, node.right))
        case ast.Subscript():
            return _generic(frame, node)
        case ast.Name() | ast.Attribute():
            return _named(frame, dotted_text(node))
        case _:
            return UNKNOWN


def _parsed(text: str, beside: ast.expr) -> ast.expr | None:
    try:
        parsed = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for inner in ast.walk(parsed):
        ast.copy_location(inner, beside)
    return parsed if not (isinstance(parsed, ast.Constant) and isinstance(parsed.value, str)) else None


def _either(first: Value, second: Value) -> Value:
    """The union of two declared types; one that says nothing leaves the whole unknown."""
    if type(first) is Unknown or type(second) is Unknown:
        return UNKNOWN
    return join(first, second)


def meanings_of(frame: Frame, text: str) -> tuple[Definition, ...]:
    """What a dotted type name means where a frame stands."""
    root = text.partition(".")[0]
    function = frame.function
    while function is not None:
        local = [cls for cls in frame.module.all_classes if cls.parent is function and cls.name == root]
        if local:
            return (local[0],)
        function = function.parent
    if frame.owner is not None and root in frame.owner.members:
        nested = [binding for binding in frame.owner.members[root] if isinstance(binding, Class)]
        if nested:
            return tuple(nested) if "." not in text else ()
    return frame.evaluator.names.of_expression(frame.module, text)


def _named(frame: Frame, text: str) -> Value:
    if not text:
        return UNKNOWN
    if text.rpartition(".")[2] == "Self" and frame.owner is not None:
        return instance_of(frame.evaluator, frame.owner)
    if (parameter := _type_parameter(frame, text)) is not None:
        return value_of(frame, parameter.bound)
    found: Value = NOTHING
    for meaning in meanings_of(frame, text):
        found = join(found, _of_definition(frame, meaning))
    return UNKNOWN if type(found) is Nothing else found


def _type_parameter(frame: Frame, name: str) -> "TypeParameter | None":
    """The type parameter (PEP 695) of a function or class around a frame that has a name."""
    owners = [frame.owner]
    function = frame.function
    while function is not None:
        owners += [function.owner]
        if (found := _parameter_of(function.node, name)) is not None:
            return found
        function = function.parent
    return next((found for owner in owners if owner and (found := _parameter_of(owner.node, name))), None)


def _parameter_of(node: ast.AST, name: str) -> "TypeParameter | None":
    parameters: Iterable[TypeParameter] = getattr(node, "type_params", ())
    return next((each for each in parameters if each.name == name and hasattr(each, "bound")), None)


def _of_definition(frame: Frame, meaning: Definition) -> Value:
    match meaning:
        case Class():
            return instance_of(frame.evaluator, meaning)
        case External():
            return _outside(frame.evaluator, meaning.name)
        case Assigned():
            return _assigned(frame, meaning)
        case _:
            return UNKNOWN


def _outside(evaluator: "Evaluator", name: str) -> Value:
    last = name.rpartition(".")[2]
    if name.startswith(TYPING_ROOTS):
        if last in SEQUENCES:
            return Collection(SEQUENCES[last], UNKNOWN)
        if last in MAPPINGS:
            return Mapping((), UNKNOWN)
        if last in ("None", "Any", "object", "Callable", "Type", "type", "Optional", "Union"):
            return UNKNOWN
        if last in FILES:
            return Instance(FILES[last])
        if last in SCALARS:
            return SCALARS[last]
        if last in ASYNC_ITERATORS:
            return AsyncIterator(UNKNOWN)
    return instance_of(evaluator, name)


def instance_of(evaluator: "Evaluator", cls: ClassLike) -> Value:
    """An instance of a class of which nothing else is known; querysets and managers have values of their own, one of
    Django's own managers may be related to an instance that has its rows, and a request has fetched nothing yet."""
    if evaluator.classes.inherits(cls, django_orm.MANAGER):
        return Manager(None, via=(cls,), prefetched=isinstance(cls, str))
    if evaluator.classes.inherits(cls, django_orm.QUERYSET):
        return QuerySet(None, via=(cls,))
    is_request = cls == REQUEST or evaluator.classes.inherits(cls, REQUEST)
    return Instance(cls, frozenset() if is_request else None)


def _assigned(frame: Frame, assigned: Assigned) -> Value:
    """A module-level type alias, or a TypeVar with a bound. An alias that names itself ends in unknown."""
    open_aliases = frame.evaluator.open_aliases
    if assigned in open_aliases:
        return UNKNOWN
    open_aliases.add(assigned)
    try:
        return _of_alias(frame, assigned)
    finally:
        open_aliases.discard(assigned)


def _of_alias(frame: Frame, assigned: Assigned) -> Value:
    there = Frame(frame.evaluator, assigned.module)
    for binding in assigned.module.bindings.get(assigned.name, ()):
        if not isinstance(binding, Assignment) or binding.value is None:
            continue
        value = binding.value
        if isinstance(value, ast.Call):
            bounds = [keyword.value for keyword in value.keywords if keyword.arg == "bound"]
            if dotted_text(value.func).rpartition(".")[2] == "TypeVar" and bounds:
                return value_of(there, bounds[0])
            if dotted_text(value.func).rpartition(".")[2] == "get_user_model":
                return Instance(frame.evaluator.declarations.user_model(assigned.module))
        elif isinstance(value, (ast.Subscript, ast.BinOp, ast.Attribute)) or (
            isinstance(value, ast.Name) and value.id != assigned.name
        ):
            return value_of(there, value)
    return UNKNOWN


def _generic(frame: Frame, node: ast.Subscript) -> Value:
    text = dotted_text(node.value)
    last = text.rpartition(".")[2]
    arguments = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
    project_class = any(isinstance(meaning, Class) for meaning in meanings_of(frame, text))
    if project_class:
        declared = _named(frame, text)
        if isinstance(declared, QuerySet):
            return _rows_of(frame, arguments[0])._replace(via=declared.via)
        if isinstance(declared, Manager):
            return declared._replace(model=class_of(value_of(frame, arguments[0])))
        return declared
    if last == "Optional":
        return _either(value_of(frame, arguments[0]), NONE)
    if last == "Union":
        return union(tuple(value_of(frame, argument) for argument in arguments))
    if last in TRANSPARENT:
        return value_of(frame, arguments[0])
    if last in SEQUENCES:
        return Collection(SEQUENCES[last], value_of(frame, arguments[0]))
    if last in MAPPINGS and len(arguments) == 2:
        return Mapping((), value_of(frame, arguments[1]))
    if last in ("tuple", "Tuple"):
        if len(arguments) == 2 and isinstance(arguments[1], ast.Constant) and arguments[1].value is ...:
            return Collection("tuple", value_of(frame, arguments[0]))
        return Row(tuple(value_of(frame, argument) for argument in arguments))
    if last in ("type", "Type"):
        return union(tuple(_class_declared(each) for each in members(value_of(frame, arguments[0]))))
    if (holder := _holder(frame, text)) is not None:
        return Instance(holder, state=(("held", value_of(frame, arguments[0])),))
    for meaning in meanings_of(frame, text):
        if isinstance(meaning, External) and (attribute := GENERIC_ATTRIBUTES.get(meaning.name)) is not None:
            return Instance(meaning.name, state=((attribute, value_of(frame, arguments[0])),))
    if last in AWAITABLES:
        return Awaitable(value_of(frame, arguments[-1]))
    if last in ASYNC_ITERATORS:
        return AsyncIterator(value_of(frame, arguments[0]))
    if last in FILES:
        return Instance(FILES[last])
    if last in ("QuerySet", "ValuesQuerySet", "BaseManager", "Manager", "RelatedManager"):
        if last.endswith("QuerySet"):
            return _rows_of(frame, arguments[0])
        return Manager(class_of(value_of(frame, arguments[0])), prefetched=True)
    return _named(frame, text)


def _class_declared(value: Value) -> Value:
    """What `type[X]` stands for."""
    cls = class_of(value)
    return ClassValue(cls) if isinstance(cls, Class) else Outside(cls) if cls else UNKNOWN


def _holder(frame: Frame, text: str) -> str | None:
    """The class of a generic object that gives what it was given, such as a context variable or a queue."""
    names = (meaning.name for meaning in meanings_of(frame, text) if isinstance(meaning, External))
    return next((name for name in names if name in HOLDERS and name.rpartition(".")[2] not in AWAITABLES), None)


def _rows_of(frame: Frame, model: ast.expr) -> QuerySet:
    """A queryset of which only the model is known: what it fetches with its rows is not told by its type."""
    return QuerySet(class_of(value_of(frame, model)), loading.ANYTHING)


def class_of(value: Value) -> ClassLike | None:
    """The class that a value is an instance of, where that is one class."""
    found = {member.of for member in members(value) if isinstance(member, Instance)}
    return found.pop() if len(found) == 1 else None


def refined(declared: Value, value: Value) -> Value:
    """What is known of something declared as one thing, seen as another: the latter unless it says less."""
    if type(value) is Unknown:
        return declared
    if type(declared) is Unknown:
        return value
    if isinstance(value, Constant) and value.value is None:
        return join(declared, value) if declared != NONE else value
    if isinstance(value, Instance) and isinstance(declared, Instance) and value == declared._replace(state=None):
        return declared
    if isinstance(value, (Collection, Mapping)) and type(value) is type(declared) and _says_nothing(value):
        return declared
    return value


def held(declared: Value, value: Value) -> Value:
    """The same for what a module, a class or an instance holds: others fill the empty list that it begins with."""
    is_empty = type(value) is Row and not value.elements and value.kind != "tuple"
    return declared if is_empty and isinstance(declared, Collection) else refined(declared, value)


def _says_nothing(value: Value) -> bool:
    match value:
        case Unknown() | Nothing():
            return True
        case Collection():
            return _says_nothing(value.element)
        case Mapping():
            return not value.items and _says_nothing(value.other)
        case Row():
            return not value.elements and value.kind != "tuple"
        case _:
            return False
