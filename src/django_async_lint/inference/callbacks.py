"""Coroutine functions given to what calls them without `await`: as an argument, as the callable of a field."""

import ast

from django_async_lint.inference import functions, twins
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import Collection, Coroutine, FunctionValue, Partial, Row, Value
from django_async_lint.knowledge import callbacks as tables
from django_async_lint.project.modules import Function

CONNECT = "django.dispatch.Signal.connect"


def note_call(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    """Notes the coroutine functions among the arguments of a call outside the project that calls them plainly."""
    if name.startswith(tables.SIGNALS) and name.endswith(".connect"):
        name = CONNECT
    for position, keyword, outcome, instead, until in tables.ARGUMENTS.get(name, ()):
        given = arguments.get(position, keyword)
        function = coroutine_made_by(frame, given) if given is not None else ""
        if function and not is_awaited_since(frame, until):
            note(frame, node, name, function, outcome, instead)


def note_field(frame: Frame, node: ast.Call, name: str, keywords: dict[str, Value]) -> None:
    """Notes the coroutine functions that a model or form field is given to call."""
    for keyword, (outcome, instead) in tables.FIELD_KEYWORDS.items():
        given = keywords.get(keyword)
        for value in _each(given) if given is not None else ():
            function = coroutine_made_by(frame, value)
            if function:
                note(frame, node, f"{name}.{keyword}", function, outcome, instead)


def note(frame: Frame, node: ast.expr, name: str, function: str, outcome: str, instead: str) -> None:
    """Notes that a coroutine function is called plainly, and what becomes of it."""
    text = instead.replace("{name}", function).replace("{user}", twins.user_text(frame.evaluator.target_django))
    frame.add("hands_over", name, outcome, node, twin=function, instead=text)


def is_awaited_since(frame: Frame, release: str) -> bool:
    """Whether the target release awaits what none before `release` does."""
    return bool(release) and twins.is_available(release, frame.evaluator.target_django)


def coroutine_made_by(frame: Frame, value: Value) -> str:
    """The name of the coroutine that calling a value makes: a coroutine function's, or one that a plain function or
    lambda only hands on; empty for any other value."""
    function = coroutine_function(value)
    if function is not None:
        return function.name
    if isinstance(value, Partial):
        return coroutine_made_by(frame, value.target)
    if not isinstance(value, FunctionValue) or value.function.facts.is_generator:
        return ""
    key = functions.key_of(frame.evaluator, value, Arguments(rest=True))
    made = frame.evaluator.summary(key).value
    return made.origin.rpartition(".")[2] if isinstance(made, Coroutine) else ""


def coroutine_function(value: Value) -> Function | None:
    """The coroutine function that a value is, arguments filled in or not."""
    match value:
        case FunctionValue(function=function) if function.is_async and not function.facts.is_generator:
            return function
        case Partial(target=target):
            return coroutine_function(target)
        case _:
            return None


def _each(value: Value) -> tuple[Value, ...]:
    match value:
        case Row(elements=elements):
            return elements
        case Collection(element=element):
            return (element,)
        case _:
            return (value,)
