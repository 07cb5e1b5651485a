"""Attributes that a method fills on its first use, `if self._posts is None: self._posts = ...`.

Once one is filled, on the loop or in a thread, that method runs nothing more to fill it. Which condition is sure is
decided in `conditions`; here is only what was filled before. Flags are no such attributes: they come and go.
"""

import ast
from functools import lru_cache

from django_async_lint.inference import memory
from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import (
    KEPT_MARK,
    Constant,
    Instance,
    Nothing,
    Value,
    is_empty,
    kept_marks,
)
from django_async_lint.project.modules import Class, Function
from django_async_lint.project.trees import all_nodes

FILLED = KEPT_MARK + "."
"""What the mark of a filled attribute begins with."""


def note(frame: Frame, target: ast.Attribute, value: Value) -> None:
    """After `self._posts = ...`: the attribute is filled wherever the instance goes, or empty again."""
    function = frame.function
    if function is None or function.name == "__init__":
        return
    for receiver in members(_owner(frame, target) or Nothing()):
        if not isinstance(receiver, Instance) or not isinstance(receiver.of, Class):
            continue
        mark = FILLED + target.attr
        if _is_nothing(value):
            memory.forget_kept(frame, target, mark)
        elif _is_filled_on_first_use(frame, receiver.of, target.attr):
            memory.keep(frame, access_path(target.value) or "", frozenset({mark}), receiver)


def verdict(frame: Frame, test: ast.expr) -> bool | None:
    """The outcome of a test by which a method asks whether it has filled an attribute already, where it has."""
    subject, when_filled = _asked(test)
    function = frame.function
    if subject is None or function is None or not _stores(function, subject.attr):
        return None
    owners = [each for each in members(_owner(frame, subject) or Nothing()) if isinstance(each, Instance)]
    is_filled = bool(owners) and all(FILLED + subject.attr in kept_marks(each) for each in owners)
    return when_filled if is_filled else None


def _owner(frame: Frame, subject: ast.Attribute) -> Value | None:
    path = access_path(subject.value)
    return (frame.env or {}).get(path) or frame.captured.get(path) if path is not None else None


def _is_nothing(value: Value) -> bool:
    """Whether a value may be what an attribute holds before it is filled."""
    return isinstance(value, Constant) or is_empty(value)


def _is_filled_on_first_use(frame: Frame, cls: Class, name: str) -> bool:
    bases = (base for base in frame.evaluator.classes.mro(cls) if isinstance(base, Class))
    return any(_asks_before(method, name) for base in bases for method in base.stores_of(name))


@lru_cache(maxsize=4096)
def _asks_before(method: Function, name: str) -> bool:
    """Whether a method that sets an attribute asks whether that is there."""
    tests = (part.test for part in all_nodes(method.node) if isinstance(part, ast.If))
    return any(subject is not None and subject.attr == name for subject, _ in map(_asked, tests))


def _stores(function: Function, name: str) -> bool:
    return any(attribute == name for _, attribute in function.stored_attributes)


def _asked(test: ast.expr) -> tuple[ast.Attribute | None, bool]:
    """The attribute about which a test asks whether it is filled, and the outcome where it is."""
    match test:
        case ast.Compare(left=ast.Attribute() as subject, ops=[ast.Is()], comparators=[ast.Constant(value=None)]):
            return subject, False
        case ast.Compare(left=ast.Attribute() as subject, ops=[ast.IsNot()], comparators=[ast.Constant(value=None)]):
            return subject, True
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            asked, outcome = _asked(operand)
            return asked, not outcome
        case ast.Attribute():
            return test, True
        case ast.Call(func=ast.Name(id="hasattr"), args=[owner, ast.Constant(value=str() as name)]):
            return _attribute(owner, name), True
        case _:
            return None, False


@lru_cache(maxsize=4096)
def _attribute(owner: ast.expr, name: str) -> ast.Attribute:
    return ast.copy_location(ast.Attribute(owner, name, ast.Load()), owner)
