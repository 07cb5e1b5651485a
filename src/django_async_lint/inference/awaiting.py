"""What coroutines wait for: the effects of kind `awaits`, and how a consumer follows them through the project.

Everything is told by the value of what is awaited and by the tables; nothing here says whether waiting so is wise.
"""

import ast
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from django_async_lint.inference import functions, querysets
from django_async_lint.inference.describing import describe
from django_async_lint.inference.effects import Effect, Waited
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import (
    AsyncIterator,
    Awaitable,
    Collection,
    Constant,
    Context,
    Coroutine,
    Decorated,
    Instance,
    Manager,
    Mapping,
    Method,
    Offloaded,
    Outside,
    Partial,
    QuerySet,
    Row,
    Super,
    Union,
    Value,
)
from django_async_lint.knowledge import awaited, offloading
from django_async_lint.project.modules import Class

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

UNKNOWN_RESOURCE = "unknown"
IN_THREADS = frozenset({"django", "channels", "adrf"})
"""Root packages whose coroutines ask the database in a thread."""


@cache
def resource(name: str) -> str:
    """What awaiting something outside the project waits for, by its dotted name."""
    while name:
        if name in awaited.RESOURCES:
            return awaited.RESOURCES[name]
        name = name.rpartition(".")[0]
    return UNKNOWN_RESOURCE


@cache
def is_native(name: str) -> bool:
    """Whether a database is asked by a driver that is asynchronous itself, and not in a thread as Django does."""
    return name.partition(".")[0] not in IN_THREADS and resource(name) == "database"


@cache
def is_store(name: str) -> bool:
    """Whether something is a site's own store, asked as its database is."""
    return name.partition(".")[0] in awaited.STORES or resource(name) == "database"


@cache
def reads_only(name: str) -> bool:
    """Whether what is awaited surely changes nothing at the other end."""
    owner, rest = name, ""
    while owner:
        if owner in awaited.READS:
            return any(rest == each or rest.endswith(f".{each}") for each in awaited.READS[owner].split() or [rest])
        owner, _, last = owner.rpartition(".")
        rest = f"{last}.{rest}" if rest else last
    return False


# What a call gives to await.


def note_call(
    frame: Frame, node: ast.Call, callee: Value, arguments: Arguments, result: Value, is_awaited: bool
) -> None:
    """Remembers what the result of a call waits for where it is awaited, and notes what is set going side by side."""
    if frame.muted or frame.env is None:
        return
    if node in frame.waits.handed_on and isinstance(result, Collection):
        for made in _coroutines_in(result):
            frame.waits.awaitables.setdefault(made.made, frame.waits.handed_on[node])
            frame.waits.awaitables[frame.site(node)] = frame.waits.handed_on[node]
        return
    if not is_awaited and not any(type(m) in (Coroutine, Awaitable, AsyncIterator) for m in members(result)):
        return
    name = _name_of(frame, callee)
    if name in awaited.TOGETHER:
        for argument in node.args:
            for waited in _set_going(frame, argument):
                frame.add_wait(waited[0], waited[1], "together")
        waited_for = Waited(name, "together")
    elif name in awaited.PASSING and node.args:
        waited_for = of_value(frame, node.args[0], arguments.get(awaited.PASSING[name]) or result)
    elif name in awaited.SLEEPS and _is_zero(arguments.get(0)):
        waited_for = Waited(name, "turn")
    else:
        waited_for = _of_call(frame, node, callee, arguments, result)
    frame.waits.awaitables[frame.site(node)] = waited_for
    if node in frame.waits.handed_on and isinstance(result, Coroutine):
        frame.waits.awaitables.setdefault(result.made, waited_for)


def _is_zero(value: Value | None) -> bool:
    return isinstance(value, Constant) and value.value == 0


def _name_of(frame: Frame, callee: Value) -> str:
    match callee:
        case Outside():
            return callee.name
        case Method(receiver=Instance(of=str() as of)):
            return f"{of}.{callee.name}"
        case _:
            return ""


def _set_going(frame: Frame, node: ast.expr) -> Iterator[tuple[ast.expr, Waited]]:
    """The awaitables among what is handed to `gather` and the like: made in place, or held by a name."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call) and (waited := frame.waits.awaitables.get(frame.site(inner))) is not None:
            if waited.how != "together":
                yield inner, waited
        elif isinstance(inner, ast.Name):
            for made in _coroutines_in((frame.env or {}).get(inner.id)):
                yield inner, frame.waits.awaitables.get(made.made) or Waited(made.origin, resource(made.origin))


def _coroutines_in(value: Value | None) -> Iterator[Coroutine]:
    match value:
        case Coroutine():
            yield value
        case Collection():
            yield from _coroutines_in(value.element)
        case Row():
            for element in value.elements:
                yield from _coroutines_in(element)
        case Mapping():
            for _, item in value.items:
                yield from _coroutines_in(item)
            yield from _coroutines_in(value.other)
        case Union():
            for member in value.members:
                yield from _coroutines_in(member)


def _of_call(frame: Frame, node: ast.Call, callee: Value, arguments: Arguments, result: Value) -> Waited:
    """What the result of a call waits for."""
    keys = tuple(frame.waits.called.get(node, ()))
    inside = frame.waits.offloaded.get(node)
    if inside is not None:
        return Waited(_offloaded_name(frame, node, callee, arguments), "thread", inside=inside)
    if node in frame.waits.handed_on:
        return frame.waits.handed_on[node]
    if keys:
        return Waited(keys[0].function.dotted, "project", keys)
    found = {_of_callee(frame, node, member) for member in members(callee)}
    known = [waited for waited in found if waited.how != UNKNOWN_RESOURCE]
    if len(found) == 1:
        return found.pop()
    if known and len({waited.how for waited in found}) == 1:
        return min(known)
    made = next((m for m in members(result) if isinstance(m, Coroutine)), None)
    if made is not None and len(found) == len(members(callee)) == 1:
        return Waited(made.origin, resource(made.origin))
    return Waited(frame.site(node).text, UNKNOWN_RESOURCE)


def _of_callee(frame: Frame, node: ast.Call, callee: Value) -> Waited:
    match callee:
        case Outside():
            return Waited(callee.name, resource(callee.name))
        case Partial() | Decorated():
            return _of_callee(frame, node, callee.target)
        case Method(receiver=QuerySet() | Manager() as receiver):
            return Waited(querysets.sink_of(receiver, callee.name), "database")
        case Method(receiver=Instance() as receiver):
            return _of_method(frame, receiver, callee.name)
        case Method(receiver=Super() as receiver):
            return _of_method(frame, Instance(receiver.cls), callee.name)
        case Instance():
            return _of_method(frame, callee, callee.path or "__call__")
        case _:
            return Waited(frame.site(node).text, UNKNOWN_RESOURCE)


def _of_method(frame: Frame, receiver: Instance, name: str) -> Waited:
    """A method of an outside class, or one that a class of the project inherits from outside."""
    if frame.evaluator.declarations.is_model(receiver.of):
        return Waited(f"{describe(receiver)}.{name}", "database")
    path = name if not receiver.path or receiver.path == name else f"{receiver.path}.{name}"
    for base in frame.evaluator.classes.mro(receiver.of):
        if isinstance(base, str) and (how := resource(f"{base}.{path}")) != UNKNOWN_RESOURCE:
            return Waited(f"{base}.{path}", how)
    return Waited(f"{describe(Instance(receiver.of))}.{path}", UNKNOWN_RESOURCE)


def _offloaded_name(frame: Frame, node: ast.Call, callee: Value, arguments: Arguments) -> str:
    """What runs in the thread: the function, else the call as it is written."""
    match callee:
        case Offloaded():
            target = callee.target
        case Outside():
            target = arguments.get(offloading.THREAD_CALLS.get(callee.name, 0))
        case Method(receiver=Instance(of=str() as of)):
            target = arguments.get(offloading.EXECUTOR_METHODS.get(of, {}).get(callee.name, 0))
        case _:
            target = callee
    inner = functions.inner_function(target) if target is not None else None
    if inner is not None:
        return inner.function.dotted
    match target:
        case Outside():
            return target.name
        case Method(receiver=QuerySet() | Manager() as receiver):
            return querysets.sink_of(receiver, target.name)
        case Method(receiver=Instance(of=str() as of)):
            return f"{of}.{target.name}"
        case _:
            return frame.site(node).text


# Where it is awaited.


def of_value(frame: Frame, node: ast.expr, value: Value) -> Waited:
    """What awaiting a value waits for; `node` is how it is written."""
    if isinstance(node, ast.Call) and (made := frame.waits.awaitables.get(frame.site(node))) is not None:
        return made
    for member in members(value):
        if isinstance(member, Coroutine):
            return frame.waits.awaitables.get(member.made) or Waited(member.origin, resource(member.origin))
        if isinstance(member, Instance) and not isinstance(member.of, str) and (keys := frame.waits.called.get(node)):
            return Waited(f"{describe(member)}.__await__", "project", tuple(keys))
    if any(isinstance(member, Awaitable) for member in members(value)):
        return Waited(frame.site(node).text, "wait")
    return Waited(frame.site(node).text, UNKNOWN_RESOURCE)


def note_await(frame: Frame, node: ast.Await, value: Value) -> None:
    """`await value`."""
    if not frame.muted and frame.env is not None:
        frame.add_wait(node.value, of_value(frame, node.value, value), "await")


def note_iterated(frame: Frame, node: ast.expr, value: Value) -> None:
    """`async for … in value`."""
    if frame.muted or frame.env is None:
        return
    first = members(value)[0]
    match first:
        case QuerySet() | Manager():
            waited = Waited(describe(first), "database")
        case AsyncIterator():
            known = frame.waits.awaitables.get(frame.site(node)) if isinstance(node, ast.Call) else None
            waited = known or Waited(first.origin or frame.site(node).text, resource(first.origin))
        case Instance() if keys := frame.waits.called.get(node):
            waited = Waited(f"{describe(first)}.__anext__", "project", tuple(keys))
        case Instance():
            waited = _of_method(frame, first, "__anext__")
        case _:
            waited = of_value(frame, node, value)
    frame.add_wait(node, waited, "for")


def note_entered(frame: Frame, node: ast.expr, value: Value) -> None:
    """`async with value`."""
    if frame.muted or frame.env is None:
        return
    first = members(value)[0]
    keys = tuple(frame.waits.called.get(node, ()))
    match first:
        case Context():
            waited = Waited(first.key.function.dotted, "project", (first.key,))
        case Instance(of=Class()) if keys:
            waited = Waited(f"{describe(first)}.__aenter__", "project", keys)
        case Instance():
            waited = _of_method(frame, first, "__aenter__")
            is_free = waited.how == "network" or waited.sink.startswith("asyncio.TaskGroup.")
            waited = waited._replace(how="context") if is_free else waited
        case _:
            waited = of_value(frame, node, value)
            if waited.sink in ("asyncio.timeout", "asyncio.timeout_at"):
                waited = waited._replace(how="context")
    frame.add_wait(node, waited, "with")


# What a consumer asks.


def reached(evaluator: "Evaluator", effects: Iterable[Effect]) -> tuple[Effect, ...]:
    """What the awaits among these effects wait for in the end: coroutines of the project are followed, each await in
    them told at the place in this function that leads there, with its path. Coroutines that cannot be followed stay."""
    found: dict[object, Effect] = {}
    for effect in effects:
        if effect.kind == "awaits":
            for path in ways(evaluator, effect):
                each = path[-1]
                for above in reversed(path[:-1]):
                    each = _led_to(above, each)
                found.setdefault((each.site, each.sink, each.how, each.last.site), each)
    return tuple(found.values())


def ends(evaluator: "Evaluator", effect: Effect) -> Iterator[Effect]:
    """The awaits to which one leads in the end, where they stand, nearest first."""
    return (path[-1] for path in ways(evaluator, effect))


def ways(evaluator: "Evaluator", effect: Effect) -> Iterator[tuple[Effect, ...]]:
    """The shortest ways from an await through coroutines of the project to those that lead no further, nearest first.
    Each coroutine is gone through once."""
    pending: deque[tuple[Effect, ...]] = deque([(effect,)])
    seen: set[object] = set()
    while pending:
        path = pending.popleft()
        last = path[-1]
        callees = last.wait.callees if last.wait is not None else ()
        if not callees:
            yield path
        for key in callees:
            if key not in seen:
                seen.add(key)
                pending.extend((*path, inner) for inner in evaluator.summary(key).effects if inner.kind == "awaits")


def _led_to(effect: Effect, inner: Effect) -> Effect:
    """An await inside a coroutine, at the await of that coroutine."""
    wait = inner.wait._replace(form=effect.wait.form, loop=effect.wait.loop) if inner.wait and effect.wait else None
    return Effect(
        "awaits", inner.sink, inner.how, effect.site, callee=effect.sink, via=inner, depth=inner.depth + 1, wait=wait
    )
