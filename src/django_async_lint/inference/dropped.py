"""What is made and then lost: coroutines that nobody awaits, tasks that nobody keeps. Notes their effects.

Knows a statement, a name and the end of a function; what is done with a coroutine is told in `coroutines`.
"""

import ast
from collections.abc import Iterator

from django_async_lint.inference import coroutines
from django_async_lint.inference.frame import Frame, merged
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import Awaitable, Collection, Coroutine, Lazy, Mapping, Row, Value
from django_async_lint.project.trees import all_nodes

FILLING = frozenset({"append", "add", "insert", "appendleft", "extend", "update"})
"""Methods that put something into a container and read nothing of it."""
LISTS = frozenset({"list", "tuple", "set"})


def note_statement(frame: Frame, node: ast.expr, value: Value) -> None:
    """An expression as a statement: nobody awaits the coroutine, or keeps the task, that it gives."""
    match node:
        case ast.Call():
            _note_lost(frame, node, value, "statement")
            _note_lost_list(frame, node, value)
            _note_mapped(frame, node, value)
        case ast.BoolOp():
            _note_operand(frame, node.values[-1])
        case ast.IfExp():
            _note_operand(frame, node.body)
            _note_operand(frame, node.orelse)
        case ast.Tuple() | ast.List() if isinstance(value, Row) and len(value.elements) == len(node.elts):
            for part, part_value in zip(node.elts, value.elements, strict=True):
                note_statement(frame, part, part_value)
        case ast.ListComp() | ast.SetComp():
            note_statement(frame, node.elt, value.element if isinstance(value, Collection) else value)


def _note_operand(frame: Frame, node: ast.expr) -> None:
    if node in frame.operands:
        note_statement(frame, node, frame.operands[node])


def _note_lost(frame: Frame, node: ast.expr, value: Value, how: str) -> None:
    first = members(value)[0]
    if isinstance(first, Coroutine) and coroutines.is_coroutine(value):
        frame.add("drops_coroutine", first.origin, how, node)
    elif _is_new_task(frame, node, value):
        assert isinstance(first, Awaitable)
        frame.add("drops_coroutine" if first.is_idle else "drops_task", first.origin, how, node)


def _note_lost_list(frame: Frame, node: ast.expr, value: Value) -> None:
    """A function gives a list of coroutines that it made for this call alone, and nobody takes it."""
    lost = (each for each in _coroutines_in(value) if _is_returned_at_once(frame, each))
    for coroutine in dict.fromkeys(each.origin for each in lost):
        frame.add("drops_coroutine", coroutine, "collected", node)


def _note_mapped(frame: Frame, node: ast.Call, value: Value) -> None:
    """`map` over a coroutine function that nothing goes through, or that only makes a list which nobody takes."""
    how = "mapped"
    if isinstance(node.func, ast.Name) and node.func.id in LISTS and len(node.args) == 1:
        with frame.mute():
            how, value = "collected", frame.evaluator.value_of(frame, node.args[0])
    if isinstance(value, Lazy) and value.kind == "map":
        with frame.mute():
            made = frame.evaluator.iterate(frame, node, value, "for")
        if isinstance(made, Coroutine):
            frame.add("drops_coroutine", made.origin, how, node)


def _is_returned_at_once(frame: Frame, coroutine: Coroutine) -> bool:
    """Whether a coroutine is made as an element of the list that a `return` writes, so that nothing else holds it."""
    project = frame.evaluator.project
    module = project.module(project.absolute(coroutine.made.path))
    for part in all_nodes(module.tree):
        match part:
            case ast.Return(value=ast.ListComp(elt=element) | ast.SetComp(elt=element)):
                made = [element]
            case ast.Return(value=ast.List(elts=made) | ast.Tuple(elts=made) | ast.Set(elts=made)):
                pass
            case _:
                continue
        if any(module.source.span(each) == coroutine.made.span for each in made):
            return True
    return False


def _is_new_task(frame: Frame, node: ast.expr, value: Value) -> bool:
    """Whether an expression starts a task itself: what a function gives back may be kept there."""
    return isinstance(value, Awaitable) and bool(value.origin) and value.made == frame.site(node)


def note_assigned(frame: Frame, name: str, node: ast.expr, value: Value) -> None:
    """Remembers that a name of this function was bound to a coroutine or task made here, or to a container."""
    if frame.function is None or frame.muted:
        return
    containers = (Row, Collection, Mapping)
    is_container = all(isinstance(member, containers) for member in members(value))
    if is_container or coroutines.is_coroutine(value) or _is_new_task(frame, node, value):
        frame.coroutine_names.setdefault(f"{name}:{node.lineno}", (node, value))


def note_dropped(frame: Frame) -> None:
    """At the end of a function: what is bound to names that nothing reads."""
    function = frame.function
    if function is None or not frame.coroutine_names:
        return
    facts = function.facts
    never_ends = frame.env is None and frame.closing is None
    env, frame.env = frame.env, frame.env if frame.env is not None else {}
    closing = merged(frame.closing, env) or {}
    for key, (node, value) in frame.coroutine_names.items():
        name = key.partition(":")[0]
        if name in facts.outer_names:
            continue
        if isinstance(members(value)[0], (Row, Collection, Mapping)):
            if _is_only_filled(facts.bare, facts.dotted, name):
                _note_collected(frame, node, closing.get(name, value))
        elif name not in facts.loaded and not (isinstance(value, Awaitable) and (never_ends or facts.is_generator)):
            _note_lost(frame, node, value, "assigned")
    frame.env = env


def _is_only_filled(bare: set[str], dotted: set[str], name: str) -> bool:
    """Whether nothing is done with a name but to put something into what it holds."""
    prefix = f"{name}."
    return name not in bare and all(path.removeprefix(prefix) in FILLING for path in dotted if path.startswith(prefix))


def _note_collected(frame: Frame, node: ast.expr, value: Value) -> None:
    assert frame.function is not None
    begin, end = frame.function.node.lineno, frame.function.node.end_lineno or 0
    for coroutine in dict.fromkeys(_coroutines_in(value)):
        is_made_here = coroutine.made.path == frame.module.path and begin <= coroutine.made.span.start.line <= end
        if is_made_here:
            frame.add_at(coroutine.made, "drops_coroutine", coroutine.origin, "collected", node)
        else:
            frame.add("drops_coroutine", coroutine.origin, "collected", node)


def _coroutines_in(value: Value) -> Iterator[Coroutine]:
    """The coroutines that containers hold, where they surely hold them."""
    for member in members(value):
        match member:
            case Row():
                inside = member.elements
            case Collection():
                inside = (member.element,)
            case Mapping():
                inside = (*(item for _, item in member.items), member.other)
            case _:
                continue
        for each in inside:
            yield from (one for one in members(each) if isinstance(one, Coroutine) and coroutines.is_coroutine(each))
