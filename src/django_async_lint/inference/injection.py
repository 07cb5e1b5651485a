"""Parameters that a framework fills by calling a function of the project: `client = Depends(get_client)`."""

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django_async_lint.inference import annotations, coroutines
from django_async_lint.inference.effects import Site
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import join, members
from django_async_lint.inference.values import (
    NOTHING,
    UNKNOWN,
    AsyncIterator,
    Coroutine,
    FunctionValue,
    Generator,
    Outside,
    Unknown,
    Value,
)
from django_async_lint.knowledge.transparent import DEPENDENCIES
from django_async_lint.project.modules import Assignment, Function
from django_async_lint.project.names import Assigned

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


DEPENDENCIES_OF_ROUTE = "dependencies"
"""The keyword of a route's decorator that lists what is called before the function."""


def given(evaluator: "Evaluator", function: Function, name: str, declared: Value) -> Value:
    """What a parameter holds for which a call gives nothing: what its annotation says, else what its dependency
    gives."""
    default, annotation = function.facts.defaults.get(name), function.facts.annotations.get(name)
    if type(declared) is not Unknown or not (isinstance(default, ast.Call) or annotation is not None):
        return declared
    frame = Frame(evaluator, function.module, function.parent, function.owner)
    for written in (default, *_metadata(frame, annotation)):
        if isinstance(written, ast.Call):
            found = _dependency(frame, written)
            if found is not None:
                return found
    return declared


def dependencies(evaluator: "Evaluator", function: Function) -> Iterator[tuple[Function, Site]]:
    """The functions of the project that a framework calls to fill a function's parameters, or that a decorator of it
    names, and those that these depend on: each once."""
    seen = {function}
    pending = [function]
    while pending:
        outer = pending.pop(0)
        frame = Frame(evaluator, outer.module, outer.parent, outer.owner)
        for written in _written(frame, outer):
            for callee in _targets(frame, written):
                if callee not in seen:
                    seen.add(callee)
                    pending.append(callee)
                    yield callee, frame.site(written)


def _written(frame: Frame, function: Function) -> Iterator[ast.Call]:
    """The calls that may name a dependency: defaults, metadata of annotations, `dependencies=[...]` of decorators."""
    found: list[ast.expr | None] = []
    for name in (*function.facts.defaults, *function.facts.annotations):
        found += [function.facts.defaults.get(name), *_metadata(frame, function.facts.annotations.get(name))]
    for decorator in function.decorators:
        for keyword in getattr(decorator, "keywords", ()):
            if keyword.arg == DEPENDENCIES_OF_ROUTE and isinstance(keyword.value, (ast.List, ast.Tuple)):
                found += keyword.value.elts
    yield from dict.fromkeys(each for each in found if isinstance(each, ast.Call))


def _targets(frame: Frame, written: ast.Call) -> Iterator[Function]:
    with frame.mute():
        callee = frame.evaluator.value_of(frame, written.func)
        index = DEPENDENCIES.get(callee.name) if isinstance(callee, Outside) else None
        if index is not None and index < len(written.args):
            for target in members(frame.evaluator.value_of(frame, written.args[index])):
                if isinstance(target, FunctionValue):
                    yield target.function


def _metadata(frame: Frame, annotation: ast.expr | None) -> Iterator[ast.expr]:
    """What stands beside the type in `Annotated[...]`, written out or behind a name of the module."""
    if isinstance(annotation, ast.Name):
        for meaning in annotations.meanings_of(frame, annotation.id):
            if isinstance(meaning, Assigned) and meaning.module is frame.module:
                bindings = meaning.module.bindings.get(meaning.name, ())
                for binding in bindings:
                    if isinstance(binding, Assignment) and isinstance(binding.value, ast.Subscript):
                        yield from _metadata(frame, binding.value)
    elif isinstance(annotation, ast.Subscript) and isinstance(annotation.slice, ast.Tuple):
        yield from annotation.slice.elts[1:]


def _dependency(frame: Frame, written: ast.Call) -> Value | None:
    """The value of a dependency; None for any other call."""
    with frame.mute():
        callee = frame.evaluator.value_of(frame, written.func)
        index = DEPENDENCIES.get(callee.name) if isinstance(callee, Outside) else None
        if index is None or index >= len(written.args):
            return None
        target = frame.evaluator.value_of(frame, written.args[index])
        result = frame.evaluator.call_plainly(frame, written, target)
        found: Value = NOTHING
        for member in members(result):
            if isinstance(member, Generator):
                found = join(found, frame.evaluator.iterate(frame, written, member, "next"))
            elif isinstance(member, AsyncIterator):
                found = join(found, member.element)
            else:
                found = join(found, coroutines.result_of(member) if isinstance(member, Coroutine) else member)
    return found if found != NOTHING else UNKNOWN
