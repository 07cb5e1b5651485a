"""Which functions may call each other in a circle, by the names they load: inside such a circle argument values are
widened, or each way round would make contexts of its own.

Asks the text and the structure of names alone, so the answer does not depend on what was evaluated before. A call
that only evaluation can resolve is no link; then the safety valve is all there is.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django_async_lint.inference import loading
from django_async_lint.inference.coarsening import coarsened
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import union
from django_async_lint.inference.values import (
    UNKNOWN,
    Collection,
    Constant,
    FunctionValue,
    Instance,
    Mapping,
    Method,
    QuerySet,
    Row,
    Union,
    Value,
)
from django_async_lint.project.modules import Class, Function

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

HEIGHT = 2


def is_mutual(evaluator: "Evaluator", caller: Function, callee: Function) -> bool:
    """Whether the text of `callee` may lead back to `caller`, which calls it."""
    first, second = _outermost(caller), _outermost(callee)
    circles = evaluator.circles
    if first not in circles:
        _explore(evaluator, first)
    if first is second:
        return first in _links(evaluator, first)
    return circles.get(second) is circles[first]


def _outermost(function: Function) -> Function:
    while function.parent is not None:
        function = function.parent
    return function


def _links(evaluator: "Evaluator", function: Function) -> dict[Function, None]:
    """The functions whose names a function loads, nested ones as part of what they are nested in."""
    known = evaluator.links.get(function)
    if known is None:
        known = evaluator.links[function] = dict.fromkeys(map(_outermost, _named(evaluator, function)))
    return known


def _named(evaluator: "Evaluator", function: Function) -> Iterator[Function]:
    facts, module, names = function.facts, function.module, evaluator.names
    receiver = facts.positional[0] if function.owner is not None and facts.positional else ""
    for text in sorted(facts.dotted):
        root, _, rest = text.partition(".")
        if root == receiver and function.owner is not None:
            member = evaluator.classes.find(function.owner, rest)
            yield from (binding for binding in (member[1] if member else ()) if isinstance(binding, Function))
        elif root in facts.imports:
            for meaning in names.of_import(module, facts.imports[root]):
                for part in filter(None, rest.split(".")):
                    meaning = next(iter(names.member(meaning, part)), meaning)
                yield from _functions(evaluator, meaning)
        elif root not in facts.bound:
            for meaning in names.of_expression(module, text):
                yield from _functions(evaluator, meaning)


def _functions(evaluator: "Evaluator", meaning: object) -> Iterator[Function]:
    """A function itself, or the constructor of a class."""
    if isinstance(meaning, Function):
        yield meaning
    elif isinstance(meaning, Class):
        member = evaluator.classes.find(meaning, "__init__")
        yield from (binding for binding in (member[1] if member else ()) if isinstance(binding, Function))


def _explore(evaluator: "Evaluator", start: Function) -> None:
    """Finds the circles among all that `start` may lead to (Tarjan's strongly connected components)."""
    circles = evaluator.circles
    number: dict[Function, int] = {start: 0}
    lowest = {start: 0}
    pending = [start]
    path = [(start, iter(_links(evaluator, start)))]
    while path:
        function, links = path[-1]
        for linked in links:
            if linked in circles:
                continue
            if linked not in number:
                number[linked] = lowest[linked] = len(number)
                pending.append(linked)
                path.append((linked, iter(_links(evaluator, linked))))
                break
            lowest[function] = min(lowest[function], number[linked])
        else:
            path.pop()
            if path:
                lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[function])
            if lowest[function] == number[function]:
                place = pending.index(function)
                circle = tuple(pending[place:])
                del pending[place:]
                circles.update(dict.fromkeys(circle, circle))


def widened(arguments: Arguments) -> Arguments:
    """Arguments of which only the kinds are kept: what is in memory of an instance is not known any more."""
    return Arguments(
        tuple(map(_widened, arguments.positional)),
        tuple((name, _widened(value)) for name, value in arguments.keywords),
        arguments.rest,
    )


def widened_function(value: FunctionValue) -> FunctionValue:
    """The same function with its receiver and what it captured widened."""
    bound = _widened(value.bound) if value.bound is not None else None
    return value._replace(bound=bound, captured=tuple((name, _widened(item)) for name, item in value.captured))


def _widened(value: Value) -> Value:
    return _without_details(coarsened(value, HEIGHT))


def _without_details(value: Value) -> Value:
    match value:
        case Constant():
            return UNKNOWN
        case Instance():
            return value._replace(loaded=None, state=None)
        case QuerySet():
            return value._replace(loaded=loading.ANYTHING, empty=False)
        case Collection():
            return value._replace(element=_without_details(value.element))
        case Row():
            return value._replace(elements=tuple(map(_without_details, value.elements)))
        case Mapping():
            return Mapping((), union((*(_without_details(item) for _, item in value.items), value.other)))
        case Method():
            return value._replace(receiver=_without_details(value.receiver))
        case Union():
            return union(tuple(map(_without_details, value.members)))
        case _:
            return value
