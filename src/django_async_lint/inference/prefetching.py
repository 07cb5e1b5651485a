"""What a queryset loads with its rows: `select_related`, `prefetch_related`, `Prefetch`, `only`, `defer`."""

from django_async_lint.inference import loading
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import (
    NONE,
    UNKNOWN,
    Constant,
    Instance,
    QuerySet,
    Row,
    Value,
)
from django_async_lint.knowledge import django_orm

CHANGING_ROWS = frozenset({"select_related", "prefetch_related", "only", "defer"})


def with_paths(frame: Frame, rows: QuerySet, name: str, arguments: Arguments) -> frozenset[str]:
    """What is in memory of the rows of `rows.<name>(...)`, a method that changes that."""
    loaded = rows.loaded
    given = arguments.positional
    if name in ("select_related", "prefetch_related") and arguments.get(0) == NONE:
        return frozenset()
    marks = [lookup_marks(value) for value in given]
    if arguments.rest or any(mark is None for mark in marks):
        return loaded | (loading.ANYTHING if name == "prefetch_related" else loading.FRESH)
    if name == "only":
        names = frozenset(text for value in given for text in _texts(value))
        columns = frozenset(_column_mark(text) for text in names) | frozenset(
            f"={text.partition('__')[0]}" for text in names
        )
        return frozenset(mark for mark in loaded if mark[0] not in "=-") | columns
    if name == "defer":
        return loaded | {f"-{text}" for value in given for text in _texts(value)}
    if name == "select_related" and not given:
        fields = frame.evaluator.declarations.fields(rows.model) if rows.model is not None else {}
        to_one = (field for field in fields.values() if field.kind in ("forward", "one_to_one"))
        return loaded | {field.name for field in to_one if not field.is_nullable}
    return loading.capped(loaded.union(*(mark for mark in marks if mark is not None)))


def lookup_marks(value: Value) -> frozenset[str] | None:
    """What an argument of `select_related` or `prefetch_related` brings into memory; None when not known."""
    match value:
        case Constant(value=str() as text):
            return loading.along(text)
        case Instance(of=django_orm.PREFETCH, loaded=frozenset() as loaded):
            return loaded
        case Row():
            found = [lookup_marks(element) for element in value.elements]
            known = [marks for marks in found if marks is not None]
            return frozenset().union(*known) if len(known) == len(found) else None
        case _:
            return None


def _column_mark(text: str) -> str:
    """The mark of a column that `only` names: `=title`, `section__=title` for one of a joined row."""
    path, _, name = text.rpartition("__")
    return f"{path}__={name}" if path else f"={name}"


def _texts(value: Value) -> list[str]:
    match value:
        case Constant(value=str() as text):
            return [text]
        case Row():
            return [text for element in value.elements for text in _texts(element)]
        case _:
            return []


def lookup(arguments: Arguments) -> Value:
    """The value of `Prefetch(lookup, queryset, to_attr)`: its marks are what it brings into memory."""
    lookup = arguments.get(0, "lookup")
    queryset = arguments.get(1, "queryset")
    to_attr = arguments.get(2, "to_attr")
    if not isinstance(lookup, Constant) or not isinstance(lookup.value, str):
        return UNKNOWN
    before, _, last = lookup.value.rpartition("__")
    marks = set(loading.along(before)) if before else set()
    name = last
    if to_attr is not None and to_attr != NONE:
        if not isinstance(to_attr, Constant) or not isinstance(to_attr.value, str):
            return UNKNOWN
        name = to_attr.value
        marks.add(f"{before}__@{name}={last}" if before else f"@{name}={last}")
    path = f"{before}__{name}" if before else name
    marks.add(path)
    if queryset is not None and queryset != NONE:
        below = queryset.loaded if isinstance(queryset, QuerySet) else loading.ANYTHING
        marks.update(f"{path}__{mark}" for mark in below)
    return Instance(django_orm.PREFETCH, loading.capped(marks))
