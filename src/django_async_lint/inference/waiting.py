"""Busy waits: `while` loops that wait for something outside by asking again and again, or by sleeping in between.

A loop waits busily when nothing in it can make progress and nothing lets others in. What counts, consumes, computes
or calls what is not understood is no wait. Polls by sleeping are told from other sleeps by what ends the loop.
"""

import ast
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from django_async_lint.inference import catalogue, costs, sizes
from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.values import UNKNOWN, FunctionValue, Instance, Method, Outside
from django_async_lint.knowledge import polling
from django_async_lint.project.modules import Function
from django_async_lint.project.trees import all_nodes, own_nodes
from django_async_lint.source import Span

BUSY = "busy"
POLLS = "polls"


def note_busy(frame: Frame, node: ast.While) -> None:
    """Notes a loop that burns the processor until something outside changes."""
    if frame.muted or frame.env is None or costs.gives_way(node) or not _asks(frame, node.test):
        return
    exits = _exits(node)
    if all(_only_asks(frame, statement) for statement in node.body):
        is_wait = not exits or (not _counters(node, exits) and any(_is_outside(node, test) for test in exits))
    else:
        is_wait = bool(exits) and all(_asks_a_clock(frame, test) for test in exits) and _only_computes(frame, node)
    if is_wait:
        frame.add("loops", "loop", BUSY, node.test)


def _asks_a_clock(frame: Frame, test: ast.expr) -> bool:
    """Whether a condition is about the time alone."""
    calls = [inner for inner in all_nodes(test) if isinstance(inner, ast.Call)]
    names = (sizes.outside_name(frame, call.func) for call in calls)
    return isinstance(test, ast.Compare) and any(name in polling.CLOCKS for name in names)


def _only_computes(frame: Frame, node: ast.While) -> bool:
    """Whether a loop calls nothing but harmless functions of libraries, and ends by its conditions alone."""
    inside = [inner for statement in node.body for inner in own_nodes(statement)]
    guarded = [part for inner in inside if isinstance(inner, ast.If) for part in (*inner.body, *inner.orelse)]
    if any(_ends(inner) and inner not in guarded for inner in inside if isinstance(inner, ast.stmt)):
        return False
    names = [sizes.outside_name(frame, inner.func) for inner in inside if isinstance(inner, ast.Call)]
    facts = [catalogue.call(name) for name in names]
    return all(names) and not any(fact is not None and fact.effect for fact in facts)


def note_polling(frame: Frame, node: ast.While) -> None:
    """Notes the sleeps of a loop that polls, beside what they are noted as: the rules choose."""
    if frame.muted or costs.gives_way(node) or _ends(node.body[-1]):
        return
    exits = _exits(node)
    if _counters(node, exits) or not all(_is_polled(node, test) for test in exits):
        return
    whole = frame.module.source.span(node)
    for effect in list(frame.effects.values()):
        is_sleep = effect.kind == "blocks" and effect.how == "sleep" and effect.via is None
        if is_sleep and effect.site.path == frame.module.path and _is_inside(effect.site.span, whole):
            frame.keep(replace(effect, kind="loops", how=POLLS))


def _is_inside(span: Span, whole: Span) -> bool:
    return whole.start <= span.start and span.end <= whole.end


@lru_cache(maxsize=4096)
def _exits(node: ast.While) -> tuple[ast.expr, ...]:
    """The conditions that end a loop: its own, and those around a `break`, `return` or `raise`."""
    own = () if isinstance(node.test, ast.Constant) and node.test.value else (node.test,)
    return (*own, *(test for statement in node.body for test in _guards(statement)))


def _guards(node: ast.stmt) -> Iterator[ast.expr]:
    for inner in own_nodes(node):
        if isinstance(inner, ast.If) and any(map(_ends, (*inner.body, *inner.orelse))):
            yield inner.test


def _ends(node: ast.stmt) -> bool:
    return isinstance(node, (ast.Break, ast.Return, ast.Raise))


def _counters(node: ast.While, exits: tuple[ast.expr, ...]) -> frozenset[str]:
    """The names in conditions that only count: they bound the loop."""
    names = {name for test in exits for name in _names_in(test)}
    counted = {
        inner.target.id
        for inner in own_nodes(node)
        if isinstance(inner, ast.AugAssign) and isinstance(inner.target, ast.Name)
    }
    return frozenset(names & counted)


def _is_outside(node: ast.While, test: ast.expr) -> bool:
    """Whether a condition asks for something that the loop itself does not bring about."""
    assigned = {path.partition(".")[0] for path in costs.names_assigned(node)}
    used = _names_in(test)
    sources = [value for name in used & assigned for value in _assigned_to(node, name)]
    if used & assigned:
        return bool(sources) and all(_has_call(each) and assigned.isdisjoint(_names_in(each)) for each in sources)
    return bool(used) or _has_call(test)


def _names_in(node: ast.expr) -> set[str]:
    return {inner.id for inner in all_nodes(node) if isinstance(inner, ast.Name)}


def _has_call(node: ast.expr) -> bool:
    return any(isinstance(inner, ast.Call) for inner in all_nodes(node))


def _is_polled(node: ast.While, test: ast.expr) -> bool:
    """Whether a condition that ends a loop depends on something that is asked for, and not on what the loop uses
    up."""
    names = _names_in(test)
    return not any(_is_used_up(node, name) for name in names) and not any(
        isinstance(inner, ast.Call) and _called_name(inner) in polling.CONSUMING for inner in all_nodes(test)
    )


@lru_cache(maxsize=4096)
def _is_used_up(node: ast.While, name: str) -> bool:
    """Whether a loop takes away from what a name holds, or goes on with what it took from elsewhere."""
    for inner in own_nodes(node):
        match inner:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=method)) if owner == name:
                if method in polling.CONSUMING or method in ("remove", "discard", "clear"):
                    return True
            case ast.Delete(targets=targets):
                if any(isinstance(each, ast.Subscript) and access_path(each.value) == name for each in targets):
                    return True
    for value in _assigned_to(node, name):
        calls = [part for part in all_nodes(value) if isinstance(part, ast.Call)]
        if not calls or any(_called_name(call) in polling.CONSUMING for call in calls):
            return not isinstance(value, ast.Constant)
    return False


def _assigned_to(node: ast.While, name: str) -> Iterator[ast.expr]:
    """What the statements of a loop assign to a name."""
    for inner in own_nodes(node):
        match inner:
            case ast.Assign(targets=targets, value=value):
                if any(isinstance(part, ast.Name) and part.id == name for each in targets for part in all_nodes(each)):
                    yield value
            case (
                ast.NamedExpr(target=ast.Name(id=target), value=value)
                | ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value)
            ) if target == name:
                yield value


def _called_name(node: ast.Call) -> str:
    match node.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _only_asks(frame: Frame, node: ast.stmt) -> bool:
    """Whether a statement makes no progress: it asks, counts in a name, or ends the loop."""
    match node:
        case ast.Pass() | ast.Continue() | ast.Break() | ast.Raise():
            return True
        case ast.Return(value=value):
            return value is None or not any(isinstance(part, ast.Await) for part in all_nodes(value))
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=test, body=body, orelse=orelse):
            return _asks(frame, test) and all(_only_asks(frame, each) for each in (*body, *orelse))
        case ast.Assign(targets=[ast.Name()], value=value) | ast.AugAssign(target=ast.Name(), value=value):
            return _asks(frame, value)
        case ast.Expr(value=value):
            return _asks(frame, value)
        case _:
            return False


def _asks(frame: Frame, node: ast.AST) -> bool:
    """Whether an expression changes nothing: names, comparisons, clocks and questions."""
    match node:
        case ast.Call(func=func, args=arguments, keywords=keywords):
            given = (*arguments, *(keyword.value for keyword in keywords))
            return _is_question(frame, func) and all(_asks(frame, argument) for argument in given)
        case ast.Await() | ast.NamedExpr() | ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp():
            return False
        case ast.GeneratorExp(elt=element, generators=[generator]):
            return _asks(frame, element) and _asks(frame, generator.iter)
        case ast.expr():
            return all(_asks(frame, child) for child in ast.iter_child_nodes(node))
        case _:
            return True


def _is_question(frame: Frame, callee: ast.expr) -> bool:
    """Whether what is called only asks."""
    value = sizes.value_of(frame, callee)
    match value:
        case Outside(name=name):
            plain = name.removeprefix("builtins.")
            return plain in polling.CLOCKS or plain in polling.QUESTIONS
        case FunctionValue(function=function):
            return _is_question_of_project(function)
        case Method(receiver=Instance(), name=name):
            return name in polling.QUESTION_METHODS
        case _:
            is_method = isinstance(callee, ast.Attribute) and (value is None or value == UNKNOWN)
            return is_method and isinstance(callee, ast.Attribute) and callee.attr in polling.QUESTION_METHODS


def _is_question_of_project(function: Function) -> bool:
    """Whether a function of the project returns the answer to such a question and does nothing else."""
    if not isinstance(function.node, ast.FunctionDef):
        return False
    body = [statement for statement in function.node.body if not _is_docstring(statement)]
    if len(body) != 1 or not isinstance(body[0], ast.Return) or body[0].value is None:
        return False
    return all(_is_question_by_name(part) for part in all_nodes(body[0].value) if isinstance(part, ast.Call))


def _is_question_by_name(node: ast.Call) -> bool:
    name = _called_name(node)
    return name in polling.QUESTION_METHODS or name in polling.QUESTIONS or f"time.{name}" in polling.CLOCKS


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
