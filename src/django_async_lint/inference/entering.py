"""What `with` and `async with` do: entering and leaving, what is bound, and what is held in between."""

import ast

from django_async_lint.inference import (
    annotations,
    awaiting,
    catalogue,
    coroutines,
    outside_calls,
)
from django_async_lint.inference.describing import dotted
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, members
from django_async_lint.inference.values import (
    NOTHING,
    UNKNOWN,
    AsyncIterator,
    Atomic,
    Awaitable,
    ClassValue,
    Context,
    Coroutine,
    Generator,
    Instance,
    Nothing,
    Outside,
    QuerySet,
    Union,
    Value,
)
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.modules import Class
from django_async_lint.project.trees import all_nodes

_BLOCKING = frozenset({"http", "socket", "file", "sdk", "service", "subprocess"})
_EXECUTORS = ("concurrent.futures.ThreadPoolExecutor", "concurrent.futures.ProcessPoolExecutor")


def entered(frame: Frame, node: ast.expr, value: Value, is_async: bool) -> Value:
    """What `with` or `async with` binds; entering and leaving run here."""
    found: Value = NOTHING
    alone = not isinstance(value, Union)
    for member in members(value):
        found = join(found, _entered(frame, node, member, is_async, alone))
    if is_async:
        awaiting.note_entered(frame, node, value)
    return found


def _entered(frame: Frame, node: ast.expr, value: Value, is_async: bool, alone: bool) -> Value:
    evaluator = frame.evaluator
    match value:
        case Context():
            if value.is_async != is_async and alone:
                frame.add("iterates_wrongly", value.key.function.dotted, "async_with" if is_async else "with", node)
            summary = evaluator.summary(value.key)
            if not value.is_async:
                frame.rise(node, summary.effects, value.key.function.dotted, summary.steps, lazily=True)
            return summary.yields
        case Atomic():
            if is_async:
                frame.add("iterates_wrongly", "django.db.transaction.atomic", "async_with", node)
            else:
                frame.add("transacts", "django.db.transaction.atomic", "with", node)
            return UNKNOWN
        case Instance():
            return _entered_instance(frame, node, value, is_async, alone)
        case Awaitable():
            return value.result
        case Coroutine():
            if alone and not is_async:
                coroutines.note_use(frame, node, value, "enter")
            return value.result
        case AsyncIterator() | Generator() | QuerySet():
            return value
        case Nothing():
            return NOTHING
        case ClassValue(of=cls) | Outside(name=cls) if alone and _is_uncalled_class(frame, node, cls):
            frame.add("iterates_wrongly", dotted(cls), "enter_class", node)
            return UNKNOWN
        case _:
            return UNKNOWN


def _is_uncalled_class(frame: Frame, node: ast.expr, cls: ClassLike) -> bool:
    """Whether a class of context managers stands where an instance of it should."""
    if not isinstance(node, (ast.Name, ast.Attribute)):
        return False
    if isinstance(cls, str):
        known = catalogue.outside_class(cls)
        is_class = cls.rpartition(".")[2][:1].isupper()
        return is_class and known is not None and (known.is_async or bool(known.enter or known.enter_effect))
    classes = frame.evaluator.classes
    bases = [base for base in classes.mro(cls) if isinstance(base, Class)]
    has_metaclass = any(base.node.keywords for base in bases)
    is_manager = any(classes.find(cls, name) is not None for name in ("__enter__", "__aenter__"))
    return is_manager and not has_metaclass and classes.is_known(cls)


def _entered_instance(frame: Frame, node: ast.expr, value: Instance, is_async: bool, alone: bool) -> Value:
    evaluator = frame.evaluator
    enter, leave = ("__aenter__", "__aexit__") if is_async else ("__enter__", "__exit__")
    other = "__enter__" if is_async else "__aenter__"
    result = evaluator.special(frame, node, value, enter, ())
    if result is not None:
        evaluator.special(frame, node, value, leave, (UNKNOWN, UNKNOWN, UNKNOWN))
        if is_async:
            return result.result if isinstance(result, Coroutine) else UNKNOWN
        return result
    is_closed = evaluator.classes.is_known(value.of)
    if alone and is_closed and evaluator.classes.find(value.of, other) is not None:
        frame.add("iterates_wrongly", dotted(value.of), "async_with" if is_async else "with", node)
        return UNKNOWN
    for base in evaluator.classes.mro(value.of):
        known = catalogue.outside_class(base) if isinstance(base, str) else None
        if known is None:
            continue
        if known.enter_effect and not is_async:
            fact = catalogue.Fact(known.enter_effect, known.instead)
            outside_calls.note_effect(frame, node, f"{known.name}.__enter__", fact, Arguments())
        if known.is_async and not is_async and alone and not known.enter:
            frame.add("iterates_wrongly", known.name, "with", node)
            return UNKNOWN
        if is_async and not known.is_async and known.coroutines:
            return UNKNOWN
        if is_async and alone and value.of == known.name and _blocks_only(known):
            frame.add("iterates_wrongly", known.name, "async_with", node)
            return UNKNOWN
        if known.enter:
            return annotations.instance_of(evaluator, known.enter)
    return value


def _blocks_only(known: catalogue.OutsideClass) -> bool:
    """Whether a class is surely made for synchronous code: it blocks, and nothing of it is asynchronous."""
    effects = {*known.effects.values(), *(effect for _, effect in known.patterns), known.enter_effect}
    return not known.is_async and not known.coroutines and bool(effects & _BLOCKING)


def note_executor_exit(frame: Frame, node: ast.With | ast.AsyncWith, item: ast.withitem) -> None:
    """Leaving `with ThreadPoolExecutor() as executor:` waits for whatever was submitted inside."""
    if isinstance(node, ast.AsyncWith) or not isinstance(item.optional_vars, ast.Name):
        return
    name = item.optional_vars.id
    value = (frame.env or {}).get(name)
    if not isinstance(value, Instance) or not frame.evaluator.classes.inherits(value.of, *_EXECUTORS):
        return
    submitted = any(
        isinstance(inner, ast.Attribute)
        and inner.attr in ("submit", "map")
        and isinstance(inner.value, ast.Name)
        and inner.value.id == name
        for statement in node.body
        for inner in all_nodes(statement)
    )
    if submitted:
        fact = catalogue.method("concurrent.futures.Executor", "shutdown")
        instead = fact.instead if fact is not None else ""
        frame.add("blocks", "concurrent.futures.Executor.shutdown", "wait", item.context_expr, instead=instead)
