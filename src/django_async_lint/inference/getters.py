"""Callables that the `operator` module makes: `attrgetter`, `itemgetter`, `methodcaller`. What they do, they do where
they are called, which is often inside `sorted` or `groupby`."""

import ast

from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import UNKNOWN, Constant, Outside, Partial, Row, Value

ATTRIBUTES = "operator.attrgetter"
ITEMS = "operator.itemgetter"
METHOD = "operator.methodcaller"
MAKERS = (ATTRIBUTES, ITEMS, METHOD)
CALLED = ".__call__"
CALLS = tuple(maker + CALLED for maker in MAKERS)


def made(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    """What `attrgetter("author.name")` is: a callable that waits for its object."""
    if arguments.rest or not arguments.positional:
        return UNKNOWN
    return Partial(Outside(name + CALLED), arguments.positional, arguments.keywords)


def called(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    """The value of a call of such a callable; its object is the last positional argument."""
    if not arguments.positional:
        return UNKNOWN
    *given, owner = arguments.positional
    maker = name.removesuffix(CALLED)
    if not given:
        return UNKNOWN
    if maker == METHOD:
        method = _attribute(frame, node, owner, given[0])
        return frame.evaluator.call(frame, node, method, Arguments(tuple(given[1:]), arguments.keywords))
    get = _attribute if maker == ATTRIBUTES else frame.evaluator.item
    found = tuple(get(frame, node, owner, each) for each in given)
    return found[0] if len(found) == 1 else Row(found)


def _attribute(frame: Frame, node: ast.expr, owner: Value, path: Value) -> Value:
    if not isinstance(path, Constant) or not isinstance(path.value, str):
        return UNKNOWN
    for name in path.value.split("."):
        owner = frame.evaluator.attribute(frame, node, owner, name)
    return owner
