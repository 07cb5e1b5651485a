"""Coroutines: awaited, or used as if they were their result. Notes the effects of both.

What is made and then lost is told in `dropped`.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace

from django_async_lint.inference.describing import describe
from django_async_lint.inference.effects import Effect
from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.joining import join, members, union
from django_async_lint.inference.values import (
    BOOL,
    INT,
    NONE,
    NOTHING,
    STR,
    UNKNOWN,
    AsyncIterator,
    Awaitable,
    Collection,
    Constant,
    Coroutine,
    FunctionValue,
    Instance,
    Manager,
    Mapping,
    ModuleValue,
    Nothing,
    Offloaded,
    QuerySet,
    Row,
    Value,
)
from django_async_lint.project.modules import Assignment, Class, Function
from django_async_lint.project.names import Definition
from django_async_lint.project.trees import all_nodes, names_bound

OVERRIDDEN = frozenset({"save", "delete"})
"""Methods of a model that projects override, whose asynchronous twin calls the override in a thread."""
PLAIN_MEMBERS = frozenset({"send", "throw", "close", "add_done_callback", "result", "cancel", "done"})


def awaited(frame: Frame, node: ast.Await, value: Value) -> Value:
    """The value of `await`, and what is wrong with awaiting it."""
    alternatives = members(value)
    if frame.has("awaits_sync", node.value):
        return value
    if _note_override_awaited(frame, node.value, alternatives):
        return value
    if frame.has("offloads_wrongly", node.value):
        return UNKNOWN
    if note_uncalled(frame, node.value, value, "await_function"):
        return UNKNOWN
    if isinstance(node.value, ast.Call) and all(map(_is_plain, alternatives)):
        frame.add("awaits_sync", frame.site(node.value).text, "value", node.value)
        return value
    if all(isinstance(member, (QuerySet, Manager)) for member in alternatives):
        frame.add("awaits_sync", describe(alternatives[0]), "queryset", node)
        return union(tuple(map(_fetched, alternatives)))
    if all(isinstance(member, AsyncIterator) for member in alternatives):
        frame.add("iterates_wrongly", frame.site(node.value).text, "await", node)
        return UNKNOWN
    if all(_is_model_instance(frame, member) for member in alternatives):
        frame.add("awaits_sync", describe(alternatives[0]), "value", node)
        return value
    if is_coroutine(value):
        _note_awaited(frame, node, alternatives[0], value)
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


def _note_override_awaited(frame: Frame, node: ast.expr, alternatives: tuple[Value, ...]) -> bool:
    """Notes that a model's own plain `save` or `delete` is awaited, which asks the database before that."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or frame.muted:
        return False
    name = node.func.attr
    if name not in OVERRIDDEN or not all(member in (NONE, UNKNOWN) or _is_plain(member) for member in alternatives):
        return False
    site = frame.site(node)
    asks = [each for each in frame.effects.values() if each.site == site and each.kind == "queries" and each.via]
    called = [each for each in asks if each.callee.rpartition(".")[2] == name]
    if not called:
        return False
    first = min(called, key=lambda each: each.depth)
    frame.keep(replace(first, kind="awaits_sync", how="query", twin=f"a{name}", own_twin=""))
    return True


def _fetched(member: Value) -> Value:
    """A queryset with its rows in memory: what awaiting one was meant to give, which is told once."""
    return member._replace(evaluated=True) if isinstance(member, QuerySet) else member


def _note_awaited(frame: Frame, node: ast.Await, first: Value, value: Value) -> None:
    """A coroutine object is awaited: once is well, twice is not, even if a cache hands it out again."""
    assert isinstance(first, Coroutine)
    path = access_path(node.value)
    if all(isinstance(member, Coroutine) and member.is_spent for member in members(value)):
        frame.add("uses_coroutine", first.origin, "again", node)
    elif path is not None and frame.env is not None and (path in frame.env or first.kept_by):
        spent = tuple(member._replace(is_spent=True) for member in members(value) if isinstance(member, Coroutine))
        frame.env[path] = union(spent)


def _is_plain(member: Value) -> bool:
    """Whether a value is surely of a builtin type that nobody can await. None is not: an override may return
    something else."""
    if isinstance(member, Constant):
        return member.value is not None
    return isinstance(member, (Collection, Mapping, Row)) or member in (INT, STR, BOOL)


def _is_model_instance(frame: Frame, member: Value) -> bool:
    return isinstance(member, Instance) and not member.path and frame.evaluator.declarations.is_model(member.of)


def is_coroutine(value: Value) -> bool:
    """Whether a value surely is a coroutine."""
    return all(isinstance(member, Coroutine) for member in members(value))


def note_operand(frame: Frame, node: ast.expr, value: Value) -> None:
    """Remembers an operand that is a coroutine or a task: joined with the others it is lost from sight."""
    if is_coroutine(value) or isinstance(value, Awaitable):
        frame.operands[node] = value


def note_condition(frame: Frame, node: ast.expr, value: Value) -> None:
    """A coroutine as a condition, or as the part of one that decides when nothing before it did."""
    match node:
        case ast.BoolOp():
            parts = [node.values[-1]]
        case ast.IfExp():
            parts = [node.body, node.orelse]
        case _:
            note_use(frame, node, value, "condition")
            return
    for part in parts:
        if part in frame.operands or isinstance(part, (ast.BoolOp, ast.IfExp)):
            note_condition(frame, part, frame.operands.get(part, UNKNOWN))


def note_use(frame: Frame, node: ast.expr, value: Value, how: str, name: str = "") -> None:
    """A coroutine used as if it were its result. Reported where it was made when that is in this file."""
    first = members(value)[0]
    if not isinstance(first, Coroutine) or name in PLAIN_MEMBERS or name.startswith(("cr_", "__")):
        return
    if is_coroutine(value):
        frame.add_at(first.made, "uses_coroutine", first.origin, how, node)


def note_whole(frame: Frame, node: ast.expr, given: Value) -> None:
    """A list of coroutines given whole to what takes them one by one."""
    match given:
        case Collection(element=element) | Row(elements=(element, *_)) if isinstance(element, Coroutine):
            frame.add("uses_coroutine", element.origin, "whole", node)


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


def note_returned(frame: Frame, node: ast.expr, value: Value) -> None:
    """Keeps a coroutine that is returned: what a view returns is its response."""
    first = members(value)[0]
    if isinstance(first, Coroutine) and is_coroutine(value) and not frame.muted:
        site = frame.site(node)
        frame.given_back.setdefault(site, Effect("uses_coroutine", first.origin, "response", site))


def note_uncalled(frame: Frame, node: ast.expr, value: Value, how: str) -> bool:
    """Notes a function of the project that is used as if it had been called; False where it may be anything else,
    as an attribute or a variable may."""
    if not isinstance(value, FunctionValue):
        return False
    names = frame.evaluator.names
    meanings: tuple[Definition, ...] = ()
    match node:
        case ast.Name(id=name) if not _is_local(frame, name):
            meanings = names.of_global(frame.module, name)
        case ast.Attribute(value=ast.Name(), attr=attribute):
            with frame.mute():
                owner = frame.evaluator.value_of(frame, node.value)
            meanings = names.member(owner.module, attribute) if isinstance(owner, ModuleValue) else ()
    if len(meanings) != 1 or not isinstance(meanings[0], Function):
        return False
    frame.add("iterates_wrongly", value.function.dotted, how, node)
    return True


def is_variable(frame: Frame, node: ast.expr | None) -> bool:
    """Whether an expression is a name that a statement of the function assigns: it may hold what is not known, too."""
    if not isinstance(node, ast.Name) or frame.function is None:
        return False
    return any(isinstance(name.ctx, ast.Store) for name in names_bound(frame.function.node).get(node.id, ()))


def _is_local(frame: Frame, name: str) -> bool:
    function = frame.function
    while function is not None:
        if name in function.facts.bound:
            return True
        function = function.parent
    return False


def note_given(frame: Frame, node: ast.expr, values: Iterable[Value], how: str = "given") -> None:
    """Coroutines among values, or in the lists and dicts among them, that are given to what needs their results."""
    for value in values:
        for coroutine in _inside(value):
            note_use(frame, node, coroutine, how)


def note_serialised(frame: Frame, node: ast.expr, values: Iterable[Value]) -> None:
    """Coroutines and asynchronous iterators among values that end up in a response or in JSON as text."""
    for value in values:
        note_given(frame, node, (value,), "serialise")
        if isinstance(value, AsyncIterator):
            frame.add("iterates_wrongly", value.origin or "async iterator", "text", node)


def _inside(value: Value, depth: int = 4) -> Iterator[Value]:
    match value:
        case Mapping():
            inside: tuple[Value, ...] = (*(item for _, item in value.items), value.other)
        case Row():
            inside = value.elements
        case Collection():
            inside = (value.element,)
        case _:
            if is_coroutine(value):
                yield from members(value)
            return
    for each in inside if depth else ():
        yield from _inside(each, depth - 1)
