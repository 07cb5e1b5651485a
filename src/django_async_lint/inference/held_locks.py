"""Locks of threads: one that a coroutine holds while it awaits, one that a thread holds while it blocks.

Known of a lock is where it is kept, an attribute of `self` or a name of the module, and which functions beside it hold
it; that one of them runs in a thread is told by what hands it over.
"""

import ast
from collections.abc import Iterator

from django_async_lint.inference import functions
from django_async_lint.inference.effects import GUARDED
from django_async_lint.inference.frame import Environment, Frame
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import Instance, Method, Outside, Value
from django_async_lint.knowledge import offloading
from django_async_lint.project.modules import Function
from django_async_lint.project.trees import all_nodes, own_nodes

LOCKS = ("threading.Lock", "threading.RLock", "threading.Condition")
SINK = "threading.Lock.acquire"
ACQUIRES = frozenset(f"{lock}.acquire" for lock in LOCKS)
TAKE_ASIDE = "take it in a thread: `await asyncio.to_thread(...)`; or do not block in the thread that holds it"
SHORT = ("stat", "wait")
"""What is no reason to wait long for a lock; waiting under a lock is a finding of its own."""

HOLD_ASYNC = "use `asyncio.Lock` and `async with`; or leave the block before anything is awaited"
_LOCKS = frozenset({"threading.Lock", "multiprocessing.synchronize.Lock"})
_REENTRANT = frozenset({"threading.RLock", "multiprocessing.synchronize.RLock", "threading.Condition"})
"""Locks that the thread of the event loop takes a second time without waiting."""


def note_held_across_await(frame: Frame, node: ast.With, held: ast.expr, value: Value) -> None:
    """A lock of threads that is held while others run on the loop: whoever else takes it there stops the loop."""
    waits = (ast.Await, ast.AsyncFor, ast.AsyncWith)
    if not frame.is_async or not all(_is_thread_lock(frame, member) for member in members(value)):
        return
    if any(isinstance(inner, waits) for inner in own_nodes(node)):
        frame.add("blocks", "threading.Lock.__enter__", "wait", held, instead=HOLD_ASYNC)


def _is_thread_lock(frame: Frame, member: Value) -> bool:
    if not isinstance(member, Instance) or member.path:
        return False
    mro = frame.evaluator.classes.mro(member.of)
    return not _LOCKS.isdisjoint(mro) and _REENTRANT.isdisjoint(mro)


def is_for_block(frame: Frame, node: ast.expr, name: str) -> bool:
    """Whether a lock is taken where a context manager of the project is entered, or before a `try` that ends with its
    release: it is held as long as a block takes, like a lock in a `with` of its own."""
    if name not in ACQUIRES or frame.function is None:
        return False
    if frame.function.name == "__enter__":
        return True
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name() | ast.Attribute() as held)) if not frame.is_async:
            is_block = any(_releases(each, held) for each in own_nodes(frame.function.node))
            if is_block:
                note_held_by_thread(frame, held, Instance(name.removesuffix(".acquire")))
            return is_block
        case _:
            return False


def _releases(node: ast.AST, held: ast.expr) -> bool:
    """Whether a `try` releases a lock at its end."""
    if not isinstance(node, ast.Try):
        return False
    calls = (part for each in node.finalbody for part in all_nodes(each) if isinstance(part, ast.Call))
    return any(
        isinstance(call.func, ast.Attribute) and call.func.attr == "release" and _is_same(call.func.value, held)
        for call in calls
    )


def note_held_by_thread(frame: Frame, held: ast.expr, value: Value) -> None:
    """Taking the lock written as `held`, which a thread may hold while it blocks."""
    if frame.function is None or not all(_is_lock(frame, member) for member in members(value)):
        return
    if any(_blocks_under(frame, holder, held) for holder in _in_threads(frame, held)):
        frame.add("blocks", SINK, "wait", held, instead=TAKE_ASIDE)


def _is_lock(frame: Frame, member: Value) -> bool:
    return isinstance(member, Instance) and not member.path and frame.evaluator.classes.inherits(member.of, *LOCKS)


def _in_threads(frame: Frame, held: ast.expr) -> Iterator[Function]:
    """The other functions that can name the same lock and that run in a thread."""
    function = frame.function
    assert function is not None
    owner = function.owner
    match held:
        case ast.Attribute(value=ast.Name(id=receiver)) if owner is not None and _is_receiver(function, receiver):
            candidates = [method for method in owner.methods if held.attr in method.facts.attributes]
        case ast.Name(id=name) if name not in function.facts.bound:
            candidates = [each for each in function.module.all_functions if name in each.facts.loaded]
        case _:
            return
    for each in candidates:
        if each is not function and not each.is_async and _is_handed_to_thread(frame, each):
            yield each


def _is_receiver(function: Function, name: str) -> bool:
    return function.facts.positional[:1] == [name]


def _is_handed_to_thread(frame: Frame, function: Function) -> bool:
    """Whether anything beside a function hands it to a thread, or its class is one and runs it."""
    owner = function.owner
    beside = owner.methods if owner is not None else function.module.all_functions
    is_thread = owner is not None and frame.evaluator.classes.inherits(owner, "threading.Thread")
    running = [each for each in beside if each.name == "run"] if is_thread else []
    if any(each is function or function.name in each.facts.attributes for each in running):
        return True
    return any(_hands_over(frame, each, function) for each in beside if function.name in _names(each))


def _names(function: Function) -> set[str]:
    return function.facts.attributes | function.facts.loaded


def _hands_over(frame: Frame, beside: Function, function: Function) -> bool:
    for node in all_nodes(beside.node):
        if isinstance(node, ast.Call):
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            if any(_is_name_of(each, function) for each in given) and _runs_in_thread(frame, beside, node.func):
                return True
    return False


def _is_name_of(written: ast.expr, function: Function) -> bool:
    match written:
        case ast.Attribute(value=ast.Name(id=receiver), attr=name):
            return function.owner is not None and name == function.name and receiver in ("self", "cls")
        case ast.Name(id=name):
            return function.owner is None and name == function.name
        case _:
            return False


def _runs_in_thread(frame: Frame, beside: Function, written: ast.expr) -> bool:
    """Whether what is called runs what it is given in another thread."""
    evaluator = frame.evaluator
    receiver = functions.receiver_of(evaluator, beside)
    env: Environment = {beside.facts.positional[0]: receiver} if receiver is not None else {}
    there = Frame(evaluator, beside.module, beside, beside.owner, env, muted=1)
    for member in members(evaluator.value_of(there, written)):
        match member:
            case Outside(name=name):
                tables = (offloading.THREAD_CONSTRUCTORS, offloading.THREAD_CALLS, offloading.THREAD_WRAPPERS)
                if any(name in table for table in tables):
                    return True
            case Method(receiver=Instance(of=of), name=name):
                bases = evaluator.classes.mro(of)
                if any(name in offloading.EXECUTOR_METHODS.get(str(base), ()) for base in bases):
                    return True
    return False


def _blocks_under(frame: Frame, holder: Function, held: ast.expr) -> bool:
    """Whether a function blocks in a `with` of the same lock."""
    evaluator = frame.evaluator
    blocks = [
        node
        for node in all_nodes(holder.node)
        if isinstance(node, ast.With) and any(_is_same(item.context_expr, held) for item in node.items)
    ]
    if not blocks:
        return False
    for effect in evaluator.summary(functions.generic_key(evaluator, holder)).effects:
        line = effect.site.span.start.line
        takes_long = effect.kind in GUARDED or (effect.kind == "blocks" and effect.how not in SHORT)
        if takes_long and any(node.body[0].lineno <= line <= (node.end_lineno or line) for node in blocks):
            return True
    return False


def _is_same(written: ast.expr, held: ast.expr) -> bool:
    match written, held:
        case ast.Attribute(value=ast.Name(), attr=one), ast.Attribute(attr=other):
            return one == other
        case ast.Name(id=one), ast.Name(id=other):
            return one == other
        case _:
            return False
