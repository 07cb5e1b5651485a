"""What a coroutine function does with what the project's own decorators hand to it: a row that one of them has fetched.

It is told in the function, where its body does it; what it does whatever it is given is another room's business.
"""

import ast
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from django_async_lint.inference import functions
from django_async_lint.inference.effects import RISING, Effect
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import FunctionValue, Key, Offloaded, Value
from django_async_lint.project.modules import Function
from django_async_lint.project.trees import all_nodes

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


def of_function(evaluator: "Evaluator", function: Function, known: tuple[Effect, ...]) -> Iterator[Effect]:
    """The effects that a function has only for what the functions around it give it, placed in the function."""
    if function.parent is not None or not function.decorators:
        return
    told = {(effect.identity, effect.site) for effect in known}
    for wrapper in members(evaluator.decorated(function)):
        if not isinstance(wrapper, FunctionValue) or wrapper.function is function:
            continue
        for effect in evaluator.summary(_key(evaluator, wrapper)).effects:
            placed = _inside(effect, function) if effect.kind in RISING else None
            if placed is not None and (placed.identity, placed.site) not in told:
                told.add((placed.identity, placed.site))
                yield placed


def takes_off_loop(evaluator: "Evaluator", function: Function) -> bool:
    """Whether the project's own decorators put something else in the place of a plain function, and nothing of what its
    body does comes out of that: it hands the function to a thread, or to what nobody knows."""
    if not function.decorators:
        return False
    made = members(_decorated(evaluator, function))
    wrappers = [functions.inner_function(each) for each in made if not isinstance(each, Offloaded)]
    if any(wrapper is None or wrapper.function is function for wrapper in wrappers):
        return False
    if not wrappers and _may_leave_it(evaluator, function):
        return False
    return not any(
        link.callee == function.dotted
        for wrapper in wrappers
        if wrapper is not None
        for effect in evaluator.summary(_key(evaluator, wrapper)).effects
        for link in effect.chain
    )


def _may_leave_it(evaluator: "Evaluator", function: Function) -> bool:
    """Whether a decorator of the project gives back what it was given on one of its ways: which, a loop that runs when
    the module is imported may decide."""
    frame = Frame(evaluator, function.module, function.parent, function.owner, muted=1)
    for node in function.decorators:
        for value in members(evaluator.value_of(frame, node.func if isinstance(node, ast.Call) else node)):
            inner = functions.inner_function(value)
            parts = list(all_nodes(inner.function.node)) if inner is not None else []
            given = {part.arg for part in parts if isinstance(part, ast.arg)}
            returned = (part.value for part in parts if isinstance(part, ast.Return))
            if any(isinstance(each, ast.Name) and each.id in given for each in returned):
                return True
    return False


def _decorated(evaluator: "Evaluator", function: Function) -> Value:
    """A function with its decorators applied, one inside another with what it captures of that."""
    if function.parent is None:
        return evaluator.decorated(function)
    outer = dict(evaluator.summary(functions.generic_key(evaluator, function.parent), "closing").closing)
    frame = Frame(evaluator, function.module, function.parent, function.owner, outer)
    with frame.mute():
        value = FunctionValue(function, None, functions.captured_by(function, outer))
        return functions.apply_decorators(frame, function, value)


def _key(evaluator: "Evaluator", wrapper: FunctionValue) -> Key:
    """The key of a wrapper as whoever starts it calls it."""
    given = evaluator.given_by_framework(wrapper.function)
    return functions.key_of(evaluator, wrapper, functions.Arguments(keywords=given, rest=True))


def _inside(effect: Effect, function: Function) -> Effect | None:
    """An effect of a wrapper as one of the function that it calls; None where it does not come from that."""
    chain = effect.chain
    for index, link in enumerate(chain[:-1]):
        if link.lazily and link.callee == function.dotted:
            return replace(chain[index + 1], before=chain[: index + 1])
    return None
