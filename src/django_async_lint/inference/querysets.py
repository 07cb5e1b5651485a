"""Querysets and managers: what is built lazily, what touches the database, what each method gives."""

import ast
from functools import cache

from django_async_lint.inference import given_rows, loading, locking, prefetching, requests, twins
from django_async_lint.inference.describing import describe, short
from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, members
from django_async_lint.inference.values import (
    BOOL,
    INT,
    NONE,
    NOTHING,
    UNKNOWN,
    AsyncIterator,
    ClassValue,
    Collection,
    Coroutine,
    Instance,
    Manager,
    Mapping,
    Method,
    Outside,
    QuerySet,
    Row,
    Value,
)
from django_async_lint.knowledge import django_orm
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.modules import Class

QUERYSET = django_orm.QUERYSET
_NOTHING_TO_DO = frozenset({"bulk_create", "bulk_update", "in_bulk"})


def attribute(frame: Frame, node: ast.expr, value: QuerySet | Manager, name: str) -> Value:
    """An attribute of a queryset or manager: a custom method bound to it, or one of Django's."""
    if name == "model":
        return _class_value(value.model)
    if name == "through" and isinstance(value, Manager) and value.through is not None:
        return _class_value(value.through)
    custom = _custom(frame, node, value, name)
    if custom is not None:
        return custom
    if name in ("query", "db", "ordered", "_db", "_hints"):
        return UNKNOWN
    return Method(value, name)


def _class_value(model: ClassLike | None) -> Value:
    """The model class; of one that is not known, that it is a model."""
    if model is None:
        return Outside(django_orm.MODEL)
    return ClassValue(model) if isinstance(model, Class) else Outside(model)


def _custom(frame: Frame, node: ast.expr, value: QuerySet | Manager, name: str) -> Value | None:
    """A member that a class of the project defines; a manager calls its queryset's methods on its rows."""
    evaluator = frame.evaluator
    for cls in value.via:
        found = evaluator.classes.find(cls, name)
        if found is None:
            continue
        receiver: QuerySet | Manager = value
        if isinstance(value, Manager) and _is_queryset_class(frame, found[0]):
            receiver = rows_of(frame, node, value)
        return evaluator.bound_member(frame, node, found, receiver, cls)
    return None


def _is_queryset_class(frame: Frame, cls: ClassLike) -> bool:
    """Whether a class is a queryset and not a manager made from one."""
    classes = frame.evaluator.classes
    return classes.inherits(cls, QUERYSET) and not classes.inherits(cls, django_orm.MANAGER)


NOT_CONSUMING = frozenset({"str", "bool", "len", "index"})
"""What fetches the rows of a queryset, and does nothing to its iterator or raises."""


NOT_KEEPING = frozenset({"str", "index"})
"""What fetches some of the rows and leaves none on the queryset.
Source: https://docs.djangoproject.com/en/stable/topics/db/queries/#when-querysets-are-not-cached"""


def evaluate(frame: Frame, node: ast.expr, value: QuerySet, how: str) -> None:
    """Notes that the rows are fetched here, unless they are in memory; afterwards they are."""
    if value.evaluated or value.empty or (value.is_iterator and how in NOT_CONSUMING):
        return
    instead = locking.instead_of_twin(frame.evaluator, frame.module, value, "get")
    instead = instead or ("use `async for` over `.aiterator()`" if value.is_iterator else "")
    frame.add("evaluates", describe(value), how, node, instead=instead, origin=given_rows.origin_of(frame, node))
    if how not in NOT_KEEPING:
        note_fetched(frame, node)


def note_fetched(frame: Frame, node: ast.expr) -> None:
    """Remembers that the rows of the queryset at `node` are in memory from here on."""
    path = access_path(node.target if isinstance(node, ast.NamedExpr) else node)
    if path is None or frame.env is None:
        return
    known = frame.env.get(path) or frame.captured.get(path)
    if known is not None:
        frame.env[path] = join_evaluated(known)


def join_evaluated(value: Value) -> Value:
    """The same value with its querysets' rows in memory."""
    found: Value = NOTHING
    for member in members(value):
        found = join(found, member._replace(evaluated=True) if isinstance(member, QuerySet) else member)
    return found


def row(value: QuerySet | Manager) -> Value:
    """One row of a queryset."""
    if isinstance(value, QuerySet) and value.rows != "instances":
        return UNKNOWN
    return Instance(value.model, value.loaded) if value.model is not None else UNKNOWN


def note_query(
    frame: Frame,
    node: ast.expr,
    sink: str,
    method: str,
    owner: str,
    awaited: bool,
    twin: str | None = None,
    instead: str = "",
) -> None:
    """Notes that the database is asked here; awaiting the result of that is a mistake of its own."""
    if twin is None:
        twin = twins.of_method(owner, method, frame.evaluator.target_django)
    if awaited:
        frame.add("awaits_sync", sink, "query", node, twin=twin)
    else:
        frame.add("queries", sink, method, node, twin=twin, instead=instead)


def sink_of(receiver: QuerySet | Manager, name: str) -> str:
    """A method as messages name it: `Post.objects.get`, `Author.posts.add`, `QuerySet[Post].count`."""
    if isinstance(receiver, Manager) and receiver.name:
        return f"{receiver.name}.{name}"
    kind = type(receiver).__name__
    return f"{kind}[{short(receiver.model)}].{name}" if receiver.model is not None else f"{kind}.{name}"


def call_method(
    frame: Frame, node: ast.expr, receiver: QuerySet | Manager, name: str, arguments: Arguments, awaited: bool
) -> Value:
    """A call of one of Django's own methods on a queryset or manager."""
    if name == "as_manager":
        return Manager(None, receiver.via)
    if name == "db_manager":
        return receiver
    rows = receiver if isinstance(receiver, QuerySet) else rows_of(frame, node, receiver)
    if name in ("all", "get_queryset") and isinstance(receiver, Manager):
        return rows
    if name in django_orm.QUERYSET_LAZY:
        requests.used_by_arguments(frame, node, arguments.all_values)
        return _lazy(frame, rows, name, arguments)
    if name in django_orm.QUERYSET_VALUES:
        return rows._replace(rows="flat" if name != "values" else "values", evaluated=False)
    if name in django_orm.QUERYSET_RAW:
        return QuerySet(rows.model)
    if name in ("iterator", "aiterator"):
        return _iterator(frame, node, rows, name)
    found = _related_method(frame, node, receiver, rows, name, arguments, awaited)
    if found is None:
        found = _outside_method(frame, node, receiver, rows, name, arguments, awaited)
    if found is not None:
        return found
    if name in django_orm.QUERYSET_METHODS:
        is_free = rows.empty or (rows.evaluated and name in django_orm.QUERYSET_CACHE_READERS)
        is_free = is_free or (name in _NOTHING_TO_DO and arguments.get(0) in (Row((), "list"), Row(())))
        if not is_free:
            instead = locking.instead_of_twin(frame.evaluator, frame.module, rows, name)
            note_query(frame, node, sink_of(receiver, name), name, QUERYSET, awaited, instead=instead)
        return _result(frame, rows, name, arguments)
    twin = name.removeprefix("a")
    if name.startswith("a") and twin in django_orm.QUERYSET_METHODS:
        _note_content_type(frame, node, receiver)
        if twin in django_orm.LOCKING_METHODS:
            locking.note(frame, node, rows, sink_of(receiver, name))
        result = _result(frame, rows, twin, arguments)
        return Coroutine(sink_of(receiver, name), result, frame.site(node))
    return UNKNOWN


def rows_of(frame: Frame, node: ast.expr, manager: Manager) -> QuerySet:
    """The queryset that a manager starts from: its own `get_queryset`, where it has one."""
    plain = plain_rows(frame, manager)
    custom = _custom(frame, node, manager, "get_queryset")
    if custom is None:
        return plain
    if manager.prefetched:
        with frame.mute():
            found = frame.evaluator.call(frame, node, custom, Arguments())
    else:
        found = frame.evaluator.call(frame, node, custom, Arguments())
    for member in members(found):
        if isinstance(member, QuerySet):
            return member._replace(
                model=member.model or manager.model,
                loaded=loading.capped(member.loaded | manager.loaded),
                evaluated=manager.prefetched,
                via=tuple(dict.fromkeys((*member.via, *plain.via))),
            )
    return plain


def plain_rows(frame: Frame, manager: Manager) -> QuerySet:
    """The queryset of a manager that does not define `get_queryset`."""
    via = _queryset_classes(frame, manager)
    return QuerySet(manager.model, manager.loaded, evaluated=manager.prefetched, via=via)


def _queryset_classes(frame: Frame, manager: Manager) -> tuple[ClassLike, ...]:
    """The queryset classes that a manager was made from: its querysets have their methods."""
    found: dict[ClassLike, None] = {}
    for base in _all_bases(frame, manager.via):
        if isinstance(base, str) and (made_from := django_orm.MANAGERS.get(base, {}).get("queryset")):
            found[str(made_from)] = None
        elif base != QUERYSET and _is_queryset_class(frame, base):
            found[base] = None
    classes = frame.evaluator.classes
    return tuple(cls for cls in found if not any(cls != other and classes.is_subclass(other, cls) for other in found))


def _all_bases(frame: Frame, via: tuple[ClassLike, ...]) -> tuple[ClassLike, ...]:
    return tuple(base for cls in via for base in frame.evaluator.classes.mro(cls))


def _lazy(frame: Frame, rows: QuerySet, name: str, arguments: Arguments) -> Value:
    if name == "none":
        return rows._replace(empty=True)
    if name == "select_for_update":
        return rows._replace(evaluated=False, is_locked=True)
    if name in prefetching.CHANGING_ROWS:
        return rows._replace(loaded=prefetching.with_paths(frame, rows, name, arguments), evaluated=False)
    if name == "get_queryset":
        return rows
    if name == "filter" and any(key.endswith("__in") and _is_empty(value) for key, value in arguments.keywords):
        return rows._replace(empty=True)
    return rows._replace(evaluated=False)


def _is_empty(value: Value) -> bool:
    """Whether a value is surely an empty list or a queryset without rows."""
    return (isinstance(value, Row) and not value.elements) or (isinstance(value, QuerySet) and value.empty)


def _iterator(frame: Frame, node: ast.expr, rows: QuerySet, name: str) -> Value:
    if name == "aiterator":
        locking.note(frame, node, rows, f"{describe(rows)}.aiterator")
        return AsyncIterator(row(rows), "aiterator")
    return rows._replace(evaluated=False, is_iterator=True)


def _related_method(
    frame: Frame,
    node: ast.expr,
    receiver: QuerySet | Manager,
    rows: QuerySet,
    name: str,
    arguments: Arguments,
    awaited: bool,
) -> Value | None:
    """What related managers add or replace; None for any other method or manager."""
    if not isinstance(receiver, Manager) or not receiver.relation:
        return None
    if name in django_orm.RELATED_MANAGER_METHODS:
        note_query(frame, node, sink_of(receiver, name), name, "related_manager", awaited)
        return _result(frame, rows, name, arguments)
    twin = name.removeprefix("a")
    if name.startswith("a") and twin in django_orm.RELATED_MANAGER_METHODS:
        _note_content_type(frame, node, receiver)
        result = _result(frame, rows, twin, arguments)
        return Coroutine(sink_of(receiver, name), result, frame.site(node))
    return None


def _note_content_type(frame: Frame, node: ast.expr, receiver: QuerySet | Manager) -> None:
    """Reading a generic relation asks which content type its model has, the first time in a process: what is awaited
    afterwards does not change that."""
    if isinstance(receiver, Manager) and receiver.is_generic and not receiver.prefetched:
        frame.once += 1
        note_query(frame, node, f"{receiver.name} (its content type)", "get_for_model", "", False, "")
        frame.once -= 1


@cache
def _declared(owner: str, key: str) -> frozenset[str]:
    """The names under a key of an outside manager or queryset class."""
    entry = django_orm.MANAGERS.get(owner) or django_orm.QUERYSETS.get(owner) or {}
    return frozenset(str(entry.get(key, "")).split())


def _outside_method(
    frame: Frame,
    node: ast.expr,
    receiver: QuerySet | Manager,
    rows: QuerySet,
    name: str,
    arguments: Arguments,
    awaited: bool,
) -> Value | None:
    """A method of an outside manager or queryset class other than Django's own two; None if none."""
    twin = name.removeprefix("a")
    for owner in (cls for cls in _all_bases(frame, receiver.via) if isinstance(cls, str)):
        entry = django_orm.MANAGERS.get(owner) or django_orm.QUERYSETS.get(owner)
        if entry is None:
            continue
        methods = entry.get("methods", {})
        assert isinstance(methods, dict)
        if name in methods:
            note_query(frame, node, sink_of(receiver, name), name, owner, awaited)
            return _by_word(rows, methods[name], arguments)
        if name in _declared(owner, "lazy"):
            return rows._replace(evaluated=False)
        if name in _declared(owner, "values"):
            return rows._replace(rows="flat", evaluated=False)
        if name.startswith("a") and twin in methods:
            result = _by_word(rows, methods[twin], arguments)
            return Coroutine(sink_of(receiver, name), result, frame.site(node))
    return None


def _result(frame: Frame, rows: QuerySet, name: str, arguments: Arguments) -> Value:
    model = rows.model
    if model is not None and name == "create":
        fields = frame.evaluator.declarations.fields(model)
        made = loading.made(model, fields, dict(arguments.keywords))
        return loading.with_marks(made, rows.loaded)
    if model is not None and name in ("get_or_create", "update_or_create"):
        instance = Instance(model, rows.loaded)
        defaults = arguments.get(0, "defaults")
        if name == "update_or_create" and isinstance(defaults, Mapping):
            given = [loading.with_relation(key, None) for key, _ in defaults.items if isinstance(key, str)]
            return Row((loading.with_marks(instance, frozenset().union(*given)), BOOL))
        return Row((instance, BOOL))
    if name == "bulk_create":
        return Collection("list", _given_elements(arguments.get(0, "objs")) or _of_unknown_origin(model))
    word = django_orm.QUERYSET_METHODS.get(name) or django_orm.RELATED_MANAGER_METHODS.get(name, "scalar")
    return _by_word(rows, word, arguments)


def _of_unknown_origin(model: ClassLike | None) -> Value:
    return Instance(model) if model is not None else UNKNOWN


def _given_elements(value: Value | None) -> Value | None:
    """The elements of a list given to `bulk_create`, which are what it gives back."""
    match value:
        case Collection(element=Instance() as element):
            return element
        case Row(elements=(Instance() as element,)):
            return element
        case _:
            return None


def _by_word(rows: QuerySet, word: str, arguments: Arguments) -> Value:
    instance = row(rows)
    match word:
        case "instance":
            return instance
        case "instance_or_none":
            return join(instance, NONE)
        case "tuple_instance_bool":
            return Row((instance, BOOL))
        case "int":
            return INT
        case "bool":
            return BOOL
        case "list" | "instances":
            return Collection("list", instance)
        case "in_bulk":
            return Mapping((), instance)
        case "none":
            return NONE
        case "queryset":
            return rows
        case _:
            return UNKNOWN
