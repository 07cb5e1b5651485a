"""What of a model instance is in memory, in the marks of `values.Loaded`: pure functions over those marks, and
the one that notes them in an environment.

Marks are relation paths (`author`, `author__company`); `*` for everything but what `-name` excepts; `=name`
once some are there: only these plain fields; `**` when rows of other models may be prefetched;
`@name=relation` for a list that `Prefetch(relation, to_attr=name)` made; `#name` for a cached property that was
read. Any of them may stand behind a path: `author__*`. Paths are cut to a fixed length, and below the cut all counts
as in memory: what is not known is silent.
"""

from collections.abc import Iterable

from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import union
from django_async_lint.inference.values import (
    KEPT_MARK,
    Collection,
    Constant,
    Instance,
    Loaded,
    QuerySet,
    Row,
    Union,
    Value,
    kept_marks,
)
from django_async_lint.knowledge.django_orm import MAY_ALL
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.models import Field

FRESH = frozenset({"*"})
ANYTHING = frozenset({"*", "**"})
LONGEST_PATH = 3


def is_loaded(loaded: frozenset[str], name: str) -> bool:
    """Whether reading relation `name` touches nothing."""
    return name in loaded or ("*" in loaded and f"-{name}" not in loaded)


def differ(values: Iterable[Value]) -> bool:
    """Whether the same model's instance comes on several ways, with a relation in memory on one of them only: what
    its properties and methods load is then in doubt."""
    found: dict[ClassLike, set[frozenset[str]]] = {}
    for each in values:
        if isinstance(each, Instance) and each.loaded is not None and not each.path:
            found.setdefault(each.of, set()).add(each.loaded - kept_marks(each))
    return any(len(marks) > 1 and any(one < other for one in marks for other in marks) for marks in found.values())


def is_deferred(loaded: Loaded, *names: str) -> bool:
    """Whether the column known by these names (`author`, `author_id`) was left out by `only` or `defer`."""
    if loaded is None or "*" in loaded:
        return False
    if any(f"-{name}" in loaded for name in names):
        return True
    only = {mark for mark in loaded if mark.startswith("=")}
    return bool(only) and not any(f"={name}" in only for name in names)


def loaded_below(loaded: Loaded, name: str) -> frozenset[str]:
    """What is in memory of the instance that relation `name` leads to."""
    prefix = f"{name}__"
    return frozenset(path.removeprefix(prefix) for path in loaded or () if path.startswith(prefix))


def with_relation(name: str, below: Loaded) -> frozenset[str]:
    """The marks of an instance whose relation `name` is in memory, with what is in memory below it."""
    return capped({name, *(f"{name}__{mark}" for mark in (ANYTHING if below is None else below))})


def along(path: str) -> frozenset[str]:
    """The marks of a lookup path: itself and all it leads through."""
    parts = path.split("__")
    return frozenset("__".join(parts[: length + 1]) for length in range(len(parts)))


def capped(marks: Iterable[str]) -> frozenset[str]:
    """The marks with paths cut to the fixed length."""
    found = set()
    for mark in marks:
        parts = mark.split("__")
        found.add(mark if len(parts) <= LONGEST_PATH else "")
        if len(parts) > LONGEST_PATH:
            found.update("__".join((*parts[:LONGEST_PATH], mark)) for mark in ANYTHING)
    found.discard("")
    return frozenset(found)


def list_relation(loaded: Loaded, name: str) -> str:
    """The relation whose rows a `Prefetch` put into the list attribute `name`; empty when there is none."""
    prefix = f"@{name}="
    return next((mark.removeprefix(prefix) for mark in sorted(loaded or ()) if mark.startswith(prefix)), "")


def with_marks(value: Value, marks: frozenset[str]) -> Value:
    """The same instance or instances with more of them in memory; unknown origins stay unknown."""
    match value:
        case Instance(loaded=frozenset() as loaded) if not value.path:
            excepted = {f"-{mark}" for mark in marks}
            return value._replace(loaded=capped((loaded | marks) - excepted))
        case QuerySet(evaluated=True):
            return value._replace(loaded=capped(value.loaded | marks))
        case Collection():
            return value._replace(element=with_marks(value.element, marks))
        case Row():
            return value._replace(elements=tuple(with_marks(element, marks) for element in value.elements))
        case Union():
            return union(tuple(with_marks(member, marks) for member in value.members))
        case _:
            return value


def with_kept(value: Value, of: ClassLike, marks: frozenset[str], otherwise: frozenset[str]) -> Value:
    """The same instance of a class with the results of cached properties on it; `otherwise` is what is in memory of one
    of unknown origin."""
    match value:
        case Instance() if value.of == of and not value.path:
            return value._replace(loaded=(otherwise if value.loaded is None else value.loaded) | marks)
        case Union():
            return union(tuple(with_kept(member, of, marks, otherwise) for member in value.members))
        case _:
            return value


def without_relations(loaded: Loaded, names: tuple[str, ...] = ()) -> frozenset[str]:
    """What stays in memory when an instance is fetched again: all of it, or only some fields."""
    if not names:
        is_fetched = loaded is not None and "*" not in loaded
        return frozenset(mark for mark in loaded or () if mark[0] == KEPT_MARK or (is_fetched and mark[0] in "=-"))
    if loaded is None:
        return ANYTHING | {f"-{name}" for name in names}
    gone = {mark for mark in loaded if mark in names or mark.startswith(tuple(f"{name}__" for name in names))}
    gone.update(f"-{name}" for name in names)
    kept = loaded - gone
    return kept | {f"-{name}" for name in names} if "*" in kept else kept


def made(model: ClassLike, fields: dict[str, Field], given: dict[str, Value]) -> Instance:
    """An instance made by a constructor or by `create` with these arguments: its relations are in memory, but
    those of which only the key was given."""
    marks = {f"-{name}" for name in fields if f"{name}_id" in given and name not in given}
    for name, value in given.items():
        if isinstance(value, Instance) and name in fields and value.loaded is not None:
            marks.update(with_relation(name, value.loaded))
    told = tuple((name, given[name]) for name in MAY_ALL if isinstance(given.get(name), Constant))
    return Instance(model, capped(FRESH | marks), state=told or None)


def note_in_memory(frame: Frame, path: str, marks: frozenset[str]) -> None:
    """Adds to what is in memory of the instance at an access path, and of the instances that lead to it."""
    env = frame.env
    if env is None:
        return
    known = env.get(path) or frame.captured.get(path)
    if known is not None:
        updated = with_marks(known, marks)
        if updated != known:
            env[path] = updated
    owner, _, name = path.rpartition(".")
    if owner:
        note_in_memory(frame, owner, capped(f"{name}__{mark}" for mark in marks))
