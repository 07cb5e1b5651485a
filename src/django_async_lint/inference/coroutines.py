"""Coroutines: awaited, dropped, used as if they were their result. Notes the effects of the 3xx family."""

import ast
from collections.abc import Iterator

from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.values import (
    BOOL,
    INT,
    NOTHING,
    STR,
    UNKNOWN,
    AsyncIterator,
    Awaitable,
    Collection,
    Constant,
    Coroutine,
    Instance,
    Manager,
    Mapping,
    Nothing,
    Offloaded,
    QuerySet,
    Row,
    Value,
    describe,
    join,
    members,
)
from django_async_lint.project.modules import Assignment, Class
from django_async_lint.project.trees import all_nodes

PLAIN_MEMBERS = frozenset({"send", "throw", "close", "add_done_callback", "result", "cancel", "done"})


def awaited(frame: Frame, node: ast.Await, value: Value) -> Value:
    """The value of `await`, and what is wrong with awaiting it."""
    alternatives = members(value)
    if frame.has("awaits_sync", node.value):
        return value
    if frame.has("offloads_wrongly", node.value):
        return UNKNOWN
    if isinstance(node.value, ast.Call) and all(map(_is_plain, alternatives)):
        frame.add("awaits_sync", frame.site(node.value).text, "value", node.value)
        return value
    if all(isinstance(member, (QuerySet, Manager)) for member in alternatives):
        frame.add("awaits_sync", describe(alternatives[0]), "queryset", node)
        return value
    if all(isinstance(member, AsyncIterator) for member in alternatives):
        frame.add("iterates_wrongly", frame.site(node.value).text, "await", node)
        return UNKNOWN
    if all(_is_model_instance(frame, member) for member in alternatives):
        frame.add("awaits_sync", describe(alternatives[0]), "value", node)
        return value
    found: Value = NOTHING
    for member in alternatives:
        match member:
            case Coroutine() | Awaitable():
                found = join(found, member.result)
            case Offloaded() if len(alternatives) == 1:
                frame.add("offloads_wrongly", "asgiref.sync.sync_to_async", "uncalled", node)
                found = join(found, UNKNOWN)
            case Instance() if not isinstance(member.of, str):
                frame.evaluator.special(frame, node, member, "__await__", ())
                found = join(found, UNKNOWN)
            case Nothing():
                continue
            case _:
                found = join(found, UNKNOWN)
    return found


def _is_plain(member: Value) -> bool:
    """Whether a value is surely of a builtin type that nobody can await. None is not: an override may return
    something else."""
    if isinstance(member, Constant):
        return member.value is not None
    return isinstance(member, (Collection, Mapping, Row)) or member in (INT, STR, BOOL)


def _is_model_instance(frame: Frame, member: Value) -> bool:
    return (
        isinstance(member, Instance) and not member.path and frame.evaluator.declarations.is_model(member.of)
    )


def note_statement(frame: Frame, node: ast.expr, value: Value) -> None:
    """A coroutine as an expression statement: nobody awaits it."""
    alternatives = members(value)
    first = alternatives[0]
    if not isinstance(node, ast.Call):
        return
    if isinstance(first, Coroutine) and all(isinstance(member, Coroutine) for member in alternatives):
        frame.add("drops_coroutine", first.origin, "statement", node)


def note_assigned(frame: Frame, name: str, node: ast.expr, value: Value) -> None:
    """Remembers that a name of this function was bound to a coroutine made here."""
    alternatives = members(value)
    is_coroutine = all(isinstance(member, Coroutine) for member in alternatives)
    if is_coroutine and frame.function is not None and not frame.muted:
        frame.coroutine_names.setdefault(f"{name}:{node.lineno}", (node, value))


def note_dropped(frame: Frame) -> None:
    """At the end of a function: coroutines bound to names that nothing reads."""
    if frame.function is None or not frame.coroutine_names:
        return
    facts = frame.function.facts
    env, frame.env = frame.env, frame.env if frame.env is not None else {}
    for key, (node, value) in frame.coroutine_names.items():
        name = key.partition(":")[0]
        is_read = name in facts.loaded or name in facts.global_names or name in facts.nonlocal_names
        first = members(value)[0]
        if not is_read and isinstance(first, Coroutine):
            frame.add("drops_coroutine", first.origin, "assigned", node)
    frame.env = env


def note_use(frame: Frame, node: ast.expr, value: Value, how: str, name: str = "") -> None:
    """A coroutine used as if it were its result. Reported where it was made when that is in this file."""
    alternatives = members(value)
    first = alternatives[0]
    if not isinstance(first, Coroutine) or name in PLAIN_MEMBERS or name.startswith(("cr_", "__")):
        return
    if all(isinstance(member, Coroutine) for member in alternatives):
        frame.add_at(first.made, "uses_coroutine", first.origin, how, node)


def is_only_declared(frame: Frame, node: ast.expr) -> bool:
    """Whether the method called at `node` is one of something that an annotation alone describes: a parameter, or
    an attribute of `self` that no method makes by a call."""
    path = access_path(node.func) if isinstance(node, ast.Call) else None
    if path is None or frame.function is None:
        return False
    root, *names = path.split(".")
    facts = frame.function.facts
    if root in facts.annotations:
        return True
    if root not in facts.positional[:1] or frame.function.owner is None or len(names) < 2:
        return False
    for cls in frame.evaluator.classes.mro(frame.function.owner):
        if isinstance(cls, Class) and any(_has_call(binding) for binding in _given(cls, names[0])):
            return False
    return True


def _given(cls: Class, name: str) -> Iterator[ast.expr | None]:
    """What the body of a class and its methods assign to an attribute; None for other members."""
    for binding in cls.members.get(name, ()):
        if not (isinstance(binding, Assignment) and binding.value is None):
            yield binding.value if isinstance(binding, Assignment) else None
    for method in cls.stores_of(name):
        for part in all_nodes(method.node):
            if isinstance(part, (ast.Assign, ast.AnnAssign)) and part.value is not None:
                targets = part.targets if isinstance(part, ast.Assign) else [part.target]
                if any(isinstance(target, ast.Attribute) and target.attr == name for target in targets):
                    yield part.value


def _has_call(value: ast.expr | None) -> bool:
    return value is None or any(isinstance(part, ast.Call) for part in all_nodes(value))


def result_of(value: Value) -> Value:
    """What awaiting a value gives, nothing noted."""
    found: Value = NOTHING
    for member in members(value):
        found = join(found, member.result if isinstance(member, (Coroutine, Awaitable)) else UNKNOWN)
    return found


def note_serialised(frame: Frame, node: ast.expr, values: tuple[Value, ...]) -> None:
    """Coroutines among values that end up in a response, a log line or JSON as text."""
    for value in values:
        for member in _inside(value):
            if isinstance(member, Coroutine):
                note_use(frame, node, member, "serialise")


def _inside(value: Value) -> tuple[Value, ...]:
    match value:
        case Mapping():
            return tuple(inner for _, item in value.items for inner in _inside(item))
        case Row():
            return tuple(inner for item in value.elements for inner in _inside(item))
        case _:
            return members(value) if all(isinstance(m, Coroutine) for m in members(value)) else ()
