"""Querysets and managers: what is built lazily, what touches the database, what each method gives."""

import ast

from django_async_lint.inference import loading, twins
from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import (
    BOOL,
    INT,
    NONE,
    NOTHING,
    UNKNOWN,
    AsyncIterator,
    ClassValue,
    Collection,
    Constant,
    Coroutine,
    Instance,
    Manager,
    Mapping,
    Method,
    Outside,
    QuerySet,
    Row,
    Value,
    describe,
    join,
    members,
)
from django_async_lint.knowledge import django_orm
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.modules import Class

QUERYSET = django_orm.QUERYSET
_NOTHING_TO_DO = frozenset({"bulk_create", "bulk_update", "in_bulk"})
CHANGING_ROWS = frozenset({"select_related", "prefetch_related", "only", "defer"})


def attribute(frame: Frame, node: ast.expr, value: QuerySet | Manager, name: str) -> Value:
    """An attribute of a queryset or manager: a custom method bound to it, or one of Django's."""
    if name == "model":
        return _class_value(value.model)
    custom = _custom(frame, node, value, name)
    if custom is not None:
        return custom
    if name in ("query", "db", "ordered", "_db", "_hints"):
        return UNKNOWN
    return Method(value, name)


def _class_value(model: ClassLike | None) -> Value:
    if model is None:
        return UNKNOWN
    return ClassValue(model) if isinstance(model, Class) else Outside(model)


def _custom(frame: Frame, node: ast.expr, value: QuerySet | Manager, name: str) -> Value | None:
    for cls in value.via:
        found = frame.evaluator.classes.find(cls, name)
        if found is not None:
            return frame.evaluator.bound_member(frame, node, found, value, cls)
    return None


def evaluate(frame: Frame, node: ast.expr, value: QuerySet, how: str) -> None:
    """Notes that the rows are fetched here, unless they are in memory; afterwards they are."""
    if value.evaluated or value.empty:
        return
    frame.add("evaluates", describe(value), how, node)
    path = access_path(node)
    if path is not None and frame.env is not None and path in frame.env:
        frame.env[path] = join_evaluated(frame.env[path])


def join_evaluated(value: Value) -> Value:
    """The same value with its querysets' rows in memory."""
    found: Value = NOTHING
    for member in members(value):
        found = join(found, member._replace(evaluated=True) if isinstance(member, QuerySet) else member)
    return found


def row(value: QuerySet | Manager) -> Value:
    """One row of a queryset."""
    if isinstance(value, QuerySet) and value.rows not in ("instances", "iterator"):
        return UNKNOWN
    return Instance(value.model, value.loaded) if value.model is not None else UNKNOWN


def note_query(
    frame: Frame, node: ast.expr, sink: str, method: str, owner: str, awaited: bool, twin: str | None = None
) -> None:
    """Notes that the database is asked here; awaiting the result of that is a mistake of its own."""
    if twin is None:
        twin = twins.of_method(owner, method, frame.evaluator.target_django)
    if awaited:
        frame.add("awaits_sync", sink, "query", node, twin=twin)
    else:
        frame.add("queries", sink, method, node, twin=twin)


def call_method(
    frame: Frame, node: ast.expr, receiver: QuerySet | Manager, name: str, arguments: Arguments, awaited: bool
) -> Value:
    """A call of one of Django's own methods on a queryset or manager."""
    rows = receiver if isinstance(receiver, QuerySet) else rows_of(frame, node, receiver)
    if name in ("all", "get_queryset") and isinstance(receiver, Manager):
        return rows
    if name in django_orm.QUERYSET_LAZY:
        return _lazy(frame, rows, name, arguments)
    if name in django_orm.QUERYSET_VALUES:
        return rows._replace(rows="flat" if name != "values" else "values", evaluated=False)
    if name in django_orm.QUERYSET_RAW:
        return QuerySet(rows.model)
    if name == "as_manager":
        return Manager(None, rows.via)
    if name in ("iterator", "aiterator"):
        return _iterator(frame, node, rows, name)
    if isinstance(receiver, Manager):
        found = _manager_method(frame, node, receiver, name, arguments, awaited)
        if found is not None:
            return found
    if name in django_orm.QUERYSET_METHODS:
        is_free = rows.empty or rows.evaluated and name in django_orm.QUERYSET_CACHE_READERS
        is_free = is_free or name in _NOTHING_TO_DO and arguments.get(0) in (Row((), "list"), Row(()))
        if not is_free:
            sink = f"{'Manager' if isinstance(receiver, Manager) else 'QuerySet'}.{name}"
            note_query(frame, node, sink, name, QUERYSET, awaited)
        return _result(frame, rows, name, arguments)
    twin = name.removeprefix("a")
    if name.startswith("a") and twin in django_orm.QUERYSET_METHODS:
        result = _result(frame, rows, twin, arguments)
        return Coroutine(f"QuerySet.{name}", result, frame.site(node))
    return UNKNOWN


def rows_of(frame: Frame, node: ast.expr, manager: Manager) -> QuerySet:
    """The queryset that a manager starts from: its own `get_queryset`, where it has one."""
    custom = _custom(frame, node, manager, "get_queryset")
    if custom is not None and not manager.prefetched:
        found = frame.evaluator.call(frame, node, custom, Arguments())
        for member in members(found):
            if isinstance(member, QuerySet):
                return member._replace(model=member.model or manager.model, via=(*member.via, *_queryset_classes(frame, manager)))
    return QuerySet(
        manager.model, manager.loaded, evaluated=manager.prefetched, via=_queryset_classes(frame, manager)
    )


def _queryset_classes(frame: Frame, manager: Manager) -> tuple[ClassLike, ...]:
    """The classes of a manager whose methods its querysets have too: those made from a queryset class."""
    return tuple(cls for cls in manager.via if frame.evaluator.classes.inherits(cls, QUERYSET))


def _lazy(frame: Frame, rows: QuerySet, name: str, arguments: Arguments) -> Value:
    if name == "none":
        return rows._replace(empty=True)
    if name in CHANGING_ROWS:
        return rows._replace(loaded=_with_paths(frame, rows, name, arguments), evaluated=False)
    if name in ("all", "get_queryset", "_chain", "_clone"):
        return rows
    return rows._replace(evaluated=False)


def _with_paths(frame: Frame, rows: QuerySet, name: str, arguments: Arguments) -> frozenset[str]:
    loaded = set(rows.loaded)
    names = [text for value in arguments.positional for text in _paths(value)]
    if name == "select_related" and arguments.get(0) == NONE:
        return frozenset()
    if arguments.rest or any(not _paths(value) for value in arguments.positional):
        return frozenset({*loaded, "*"})
    if name == "select_related" and not arguments.positional:
        fields = frame.evaluator.declarations.fields(rows.model) if rows.model is not None else {}
        names = [field.name for field in fields.values() if field.kind != "many" and not field.is_nullable]
    if name == "only":
        return frozenset({mark for mark in loaded if mark[0] not in "=-"} | {f"={text}" for text in names})
    if name == "defer":
        return frozenset(loaded | {f"-{text}" for text in names})
    for text in names:
        parts = text.split("__")
        loaded.update("__".join(parts[: length + 1]) for length in range(len(parts)))
    return frozenset(loaded)


def _paths(value: Value) -> list[str]:
    """The relation paths that an argument names; none when it is not known."""
    match value:
        case Constant(value=str() as text):
            return [text]
        case Instance(of=django_orm.PREFETCH, path=path) if path:
            return [path]
        case Row():
            return [text for element in value.elements for text in _paths(element)]
        case _:
            return []


def _iterator(frame: Frame, node: ast.expr, rows: QuerySet, name: str) -> Value:
    if name == "aiterator":
        return AsyncIterator(row(rows), "aiterator")
    return rows._replace(evaluated=False, rows="iterator" if rows.rows == "instances" else rows.rows)


def _manager_method(
    frame: Frame, node: ast.expr, manager: Manager, name: str, arguments: Arguments, awaited: bool
) -> Value | None:
    twin = name.removeprefix("a")
    if manager.relation:
        if name in django_orm.RELATED_MANAGER_METHODS:
            owner = "related_manager"
            note_query(frame, node, f"RelatedManager.{name}", name, owner, awaited)
            return _result(frame, QuerySet(manager.model), name, arguments)
        if name.startswith("a") and twin in django_orm.RELATED_MANAGER_METHODS:
            result = _result(frame, QuerySet(manager.model), twin, arguments)
            return Coroutine(f"RelatedManager.{name}", result, frame.site(node))
    for owner in (cls for cls in _all_bases(frame, manager) if isinstance(cls, str)):
        declared = django_orm.MANAGERS.get(owner, {})
        if name in declared.get("methods", {}):
            note_query(frame, node, f"{owner.rpartition('.')[2]}.{name}", name, owner, awaited)
            return _by_word(frame, QuerySet(manager.model), declared["methods"][name], arguments)
        if name in declared.get("lazy", ()):
            return QuerySet(manager.model, manager.loaded, via=manager.via)
        if name.startswith("a") and twin in declared.get("methods", {}):
            result = _by_word(frame, QuerySet(manager.model), declared["methods"][twin], arguments)
            return Coroutine(f"{owner.rpartition('.')[2]}.{name}", result, frame.site(node))
    return None


def _all_bases(frame: Frame, manager: Manager) -> tuple[ClassLike, ...]:
    return tuple(base for cls in manager.via for base in frame.evaluator.classes.mro(cls))


def _result(frame: Frame, rows: QuerySet, name: str, arguments: Arguments) -> Value:
    if name in ("create", "get_or_create", "update_or_create") and rows.model is not None:
        if name != "create":
            return Row((Instance(rows.model, rows.loaded), BOOL))
        fields = frame.evaluator.declarations.fields(rows.model)
        return loading.made(rows.model, fields, frozenset(dict(arguments.keywords)))
    word = django_orm.QUERYSET_METHODS.get(name) or django_orm.RELATED_MANAGER_METHODS.get(name, "scalar")
    return _by_word(frame, rows, word, arguments)


def _by_word(frame: Frame, rows: QuerySet, word: str, arguments: Arguments) -> Value:
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


