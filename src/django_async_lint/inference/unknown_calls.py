"""Which calls are those of which nothing is known, by what makes them, for what must not be too sure.

Filled only where an evaluator is asked to (`unknown_calls` is a mapping and not None). Decides nothing.
"""

import ast
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from django_async_lint.inference import catalogue
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import Instance, Key, Method, Nothing, Outside, Super, Unknown, Value
from django_async_lint.knowledge import django_services, plain_methods, routing
from django_async_lint.project.modules import Class, Function

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator
    from django_async_lint.inference.frame import Frame

PLAIN_METHODS = frozenset(
    name
    for names in (
        plain_methods.TEXT, plain_methods.CONTAINERS, plain_methods.TIMES, plain_methods.LOGS, plain_methods.REQUESTS,
        plain_methods.QUERYSETS,
    )
    for name in names.split()
)  # fmt: skip


HANDLERS = frozenset({*django_services.HTTP_METHODS, *routing.ACTIONS})
"""Methods of which is told elsewhere what they do where a view inherits or extends them."""


class UnknownCall(NamedTuple):
    """A call of something that the tables do not hold. `how` is `database` for what a framework's base class is known
    to ask, else `unknown`; `name` is a dotted name, or the callee as it is written."""

    name: str
    how: str
    line: int
    column: int


def note(evaluator: "Evaluator", frame: "Frame", node: ast.Call, callee: Value, owner: Value) -> None:
    """Notes a call of which nothing is known, and forgets it where other arguments make it known."""
    key = evaluator.innermost
    if evaluator.unknown_calls is None or key is None or key.function is not frame.function or frame.env is None:
        return
    calls = evaluator.unknown_calls.setdefault(key, {})
    if calls.get(node, node) is not None:  # else it was known once
        calls[node] = _told(evaluator, frame, node, callee, owner)


def called(evaluator: "Evaluator", starts: Iterable[Key]) -> dict[Key, None]:
    """Functions and all that they call with the arguments that they give, in a thread or here."""
    seen = dict.fromkeys(starts)
    pending = list(seen)
    while pending:
        for callee in evaluator.callees.get(pending.pop(), ()):
            if callee not in seen:
                seen[callee] = None
                pending.append(callee)
    return seen


def reached(evaluator: "Evaluator", starts: Iterable[Key]) -> list[tuple[Function, UnknownCall]]:
    """The unknown calls of functions and of all that they call with the arguments that they give, in order of place.
    A wrapper is also met where its decorator is applied, when what it wraps is not known yet."""
    seen = called(evaluator, starts)
    known = evaluator.unknown_calls or {}
    told = {(key.function, node) for key in seen for node, call in known.get(key, {}).items() if call is None}
    found = {
        (key.function, call): None
        for key in seen
        for node, call in known.get(key, {}).items()
        if call is not None and (key.function.parent is None or (key.function, node) not in told)
    }
    return sorted(found, key=lambda each: (each[0].module.path, each[1].line, each[1].column))


def _told(evaluator: "Evaluator", frame: "Frame", node: ast.Call, callee: Value, owner: Value) -> UnknownCall | None:
    names = [_name(evaluator, frame, node, member, owner) for member in members(callee)] or [""]
    if not all(names) or (isinstance(node.func, ast.Attribute) and _has_effect(evaluator, owner, node.func.attr)):
        return None
    name, how = names[0], "unknown"
    if isinstance(node.func, ast.Attribute) and _asks_the_database(evaluator, owner, node.func.attr):
        how = "database"
    start = frame.module.source.span(node).start
    return UnknownCall(name, how, start.line, start.column)


def _name(evaluator: "Evaluator", frame: "Frame", node: ast.Call, callee: Value, owner: Value) -> str:
    """What one callee is called in a report; empty where it is known, or is plain data's."""
    match callee:
        case Outside(name=name):
            is_known = catalogue.call(name) is not None or catalogue.canonical(name) is not None
            return "" if is_known or is_of_known_package(name) else name
        case Method(receiver=Instance(of=str() as of), name=name):
            return "" if catalogue.is_known_class(of) or is_of_known_package(of) else f"{of}.{name}"
        case Method(receiver=Super(), name=name) if name in routing.DATABASE_METHODS - HANDLERS:
            return _written(evaluator, frame, node, owner)
        case Instance(of=str() as of):
            return "" if catalogue.is_known_class(of) or is_of_known_package(of) else of
        case Unknown() | Nothing():
            return _written(evaluator, frame, node, owner)
        case _:
            return ""


def _written(evaluator: "Evaluator", frame: "Frame", node: ast.Call, owner: Value) -> str:
    func = node.func
    if isinstance(func, ast.Attribute) and (func.attr in PLAIN_METHODS or not _may_wait(evaluator, owner, func.attr)):
        return ""
    return " ".join(frame.module.source.segment(func).split())


def _may_wait(evaluator: "Evaluator", owner: Value, method: str) -> bool:
    """Whether a method of a value may be one that waits, and is not covered by what is known of the value's class."""
    for member in members(owner):
        outside = _bases(evaluator, member)
        if outside is None:
            if isinstance(member, (Unknown, Nothing)):
                return True
            if isinstance(member, Outside) and not is_of_known_package(member.name):
                return True
            continue
        if any(not is_of_known_package(base) and not catalogue.is_known_class(base) for base in outside):
            return True
        if method in routing.DATABASE_METHODS and any(_asks_for_objects(base) for base in outside):
            return True
    return False


def _asks_the_database(evaluator: "Evaluator", owner: Value, method: str) -> bool:
    return method in routing.DATABASE_METHODS and any(
        _asks_for_objects(base) for member in members(owner) for base in _bases(evaluator, member) or ()
    )


def _has_effect(evaluator: "Evaluator", owner: Value, method: str) -> bool:
    """Whether the tables say what a method does that a value has from outside the project: then it is told there."""
    facts = (catalogue.method(base, method) for each in members(owner) for base in _bases(evaluator, each) or ())
    return any(fact is not None and fact.effect for fact in facts)


def _asks_for_objects(base: str) -> bool:
    return base in routing.OBJECT_VIEWS or base.startswith(routing.MODEL_VIEWS)


def _bases(evaluator: "Evaluator", value: Value) -> list[str] | None:
    """The classes outside the project that a value is an instance of; None for what is no instance."""
    if isinstance(value, Super):
        of: Class | str = value.cls
        receiver = value.receiver
        of = receiver.of if isinstance(receiver, Instance) else of
    elif isinstance(value, Instance):
        of = value.of
    else:
        return None
    return [base for base in evaluator.classes.mro(of) if isinstance(base, str)]


def is_of_known_package(name: str) -> bool:
    """Whether the tables hold what waits in the package of a dotted name."""
    root = name.partition(".")[0]
    return root == "builtins" or root in plain_methods.PACKAGES or root in sys.stdlib_module_names
