"""Expressions: the value of each kind of expression, evaluated in Python's order.

Calls, attributes and iteration have rooms of their own; this one knows the syntax around them.
"""

import ast
from collections.abc import Callable, Sequence
from typing import Any

from django_async_lint.inference import (
    awaiting,
    calls,
    catalogue,
    comprehensions,
    coroutines,
    narrowing,
    operators,
    querysets,
)
from django_async_lint.inference.frame import Frame, access_path, merged
from django_async_lint.inference.functions import captured_by
from django_async_lint.inference.joining import join, members, union, without_constants
from django_async_lint.inference.values import (
    BOOL,
    NONE,
    NOTHING,
    STR,
    UNKNOWN,
    Collection,
    Constant,
    FunctionValue,
    Instance,
    Mapping,
    Outside,
    Row,
    Value,
    constant,
)


def value_of(frame: Frame, node: ast.expr) -> Value:
    """The value of an expression, its effects noted in the frame."""
    if frame.env is None:
        return NOTHING
    handler = HANDLERS.get(type(node))
    return handler(frame, node) if handler is not None else UNKNOWN


def _constant(frame: Frame, node: ast.Constant) -> Value:
    return constant(node.value)


def _name(frame: Frame, node: ast.Name) -> Value:
    return lookup(frame, node.id)


def lookup(frame: Frame, name: str) -> Value:
    """What a name means here: local, captured from an enclosing function, global, builtin."""
    env = frame.env
    assert env is not None
    value = env.get(name)
    if value is None:
        value = _not_in_environment(frame, name)
    elif isinstance(value, FunctionValue) and value.function.parent is not None:
        value = _with_latest_captured(frame, value)
    return value


def _with_latest_captured(frame: Frame, value: FunctionValue) -> Value:
    """A nested function read where it was made sees what its free names hold by now."""
    if value.function.parent is not frame.function or frame.env is None:
        return value
    captured = dict(value.captured)
    captured.update(captured_by(value.function, {**frame.captured, **frame.env}))
    return value._replace(captured=tuple(sorted(captured.items())))


def _not_in_environment(frame: Frame, name: str) -> Value:
    function = frame.function
    if name in frame.captured:
        return frame.captured[name]
    if function is not None:
        if name in function.facts.bound:
            return UNKNOWN
        parent = function.parent
        while parent is not None:
            if name == function.name and function.owner is None:
                return FunctionValue(function, None, tuple(frame.captured.items()))
            if name in parent.facts.bound:
                return UNKNOWN
            function, parent = parent, parent.parent
    elif frame.owner is not None and name in frame.owner.members:
        return frame.evaluator.class_member(frame.owner, name)
    evaluator = frame.evaluator
    meanings = evaluator.names.of_global(frame.module, name)
    if not meanings and name not in frame.module.bindings and catalogue.is_root(name):
        return Outside(name)
    return evaluator.value_of_definitions(meanings)


def _attribute(frame: Frame, node: ast.Attribute) -> Value:
    path = access_path(node)
    if path is not None and frame.env is not None and path in frame.env:
        return frame.env[path]
    owner = value_of(frame, node.value)
    return frame.evaluator.attribute(frame, node, owner, node.attr)


def _call(frame: Frame, node: ast.Call) -> Value:
    return calls.evaluate(frame, node, awaited=False)


def _await(frame: Frame, node: ast.Await) -> Value:
    operand = node.value
    if isinstance(operand, ast.Call):
        value = calls.evaluate(frame, operand, awaited=True)
    else:
        value = value_of(frame, operand)
    result = coroutines.awaited(frame, node, value)
    awaiting.note_await(frame, node, value)
    return result


def _bool_op(frame: Frame, node: ast.BoolOp) -> Value:
    """`and`/`or`: later operands run only if the earlier ones let them, and see what those showed."""
    found: Value = NOTHING
    is_and = isinstance(node.op, ast.And)
    skipped = None
    for operand in node.values[:-1]:
        value = value_of(frame, operand)
        verdict = operators.truth_test(frame, operand, value)
        if verdict is not None and verdict is not is_and:
            frame.env = merged(frame.env, skipped)
            return join(found, value)
        if verdict is not None:
            continue
        found = join(found, _kept(querysets.join_evaluated(value), truthy=not is_and))
        before = frame.fork()
        frame.env = narrowing.narrowed(frame, operand, is_and)
        if before is not None:
            other = narrowing.applied(frame, before, operand, not is_and)
            skipped = merged(skipped, other)
    if not is_and and _is_context_variable(frame, node.values[0]):
        with frame.doubt():
            last_value = value_of(frame, node.values[-1])
    else:
        last_value = value_of(frame, node.values[-1])
    found = join(found, last_value)
    frame.env = merged(frame.env, skipped)
    last = node.values[-1]
    coroutines.note_operand(frame, last, last_value)
    if isinstance(last, ast.Constant) and last.value is not is_and and isinstance(last.value, bool):
        return constant(last.value)  # `x and False` is never true, whatever x is
    return found


def _is_context_variable(frame: Frame, node: ast.expr) -> bool:
    """Whether an operand is `variable.get()` of a context variable: whoever serves the request has set it, and what
    stands behind `or` is for callers outside of one."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get"):
        return False
    with frame.mute():
        owner = value_of(frame, node.func.value)
    return isinstance(owner, Instance) and owner.of in ("contextvars.ContextVar", "asgiref.local.Local")


def _kept(value: Value, truthy: bool) -> Value:
    """The members of an operand that can be the result: `x or y` never gives a false x."""
    if value == BOOL:
        return constant(truthy)
    if truthy:
        return union(tuple(m for m in members(value) if not (isinstance(m, Constant) and not m.value)))
    shapes = (FunctionValue,)
    return union(tuple(m for m in members(value) if not isinstance(m, shapes)))


def _if_exp(frame: Frame, node: ast.IfExp) -> Value:
    test = value_of(frame, node.test)
    verdict = operators.truth_test(frame, node.test, test)
    before = frame.fork()
    found: Value = NOTHING
    after = None
    if verdict is not False:
        frame.env = narrowing.narrowed(frame, node.test, True)
        found = value_of(frame, node.body)
        coroutines.note_operand(frame, node.body, found)
        after = frame.env
    if verdict is not True:
        frame.env = before
        frame.env = narrowing.narrowed(frame, node.test, False)
        other = value_of(frame, node.orelse)
        coroutines.note_operand(frame, node.orelse, other)
        found = join(found, other)
        after = merged(after, frame.env)
    frame.env = after if after is not None else before
    return found


def _tuple(frame: Frame, node: ast.Tuple | ast.List) -> Value:
    kind = "tuple" if isinstance(node, ast.Tuple) else "list"
    if not any(isinstance(element, ast.Starred) for element in node.elts):
        if len(node.elts) <= 16:
            return Row(tuple(value_of(frame, element) for element in node.elts), kind)
        return Collection(kind, union(tuple(without_constants(value_of(frame, element)) for element in node.elts)))
    return Collection(kind, _elements(frame, node.elts))


def _elements(frame: Frame, nodes: Sequence[ast.expr]) -> Value:
    found: Value = NOTHING
    for node in nodes:
        if isinstance(node, ast.Starred):
            value = value_of(frame, node.value)
            found = join(found, frame.evaluator.iterate(frame, node.value, value, "unpack"))
        else:
            found = join(found, value_of(frame, node))
    return without_constants(found)


def _set(frame: Frame, node: ast.Set) -> Value:
    return Collection("set", _elements(frame, node.elts))


def _dict(frame: Frame, node: ast.Dict) -> Value:
    items: dict[Any, Value] = {}
    other: Value = NOTHING
    other_key: Value = UNKNOWN
    for key_node, value_node in zip(node.keys, node.values, strict=True):
        if key_node is None:
            spread = value_of(frame, value_node)
            if isinstance(spread, Mapping):
                items.update(spread.items)
                other = join(other, spread.other)
                other_key = join(other_key, spread.key)
            else:
                coroutines.note_use(frame, value_node, spread, "iterate")
                other = join(other, UNKNOWN)
            continue
        key = value_of(frame, key_node)
        value = value_of(frame, value_node)
        if isinstance(key, Constant) and isinstance(key.value, (str, int)) and len(items) < 64:
            items[key.value] = value
        else:
            other = join(other, value)
            other_key = join(other_key, without_constants(key))
    return Mapping(tuple(items.items()), other, other_key)


def _subscript(frame: Frame, node: ast.Subscript) -> Value:
    container = value_of(frame, node.value)
    if isinstance(node.slice, ast.Slice):
        for part in (node.slice.lower, node.slice.upper, node.slice.step):
            if part is not None:
                value_of(frame, part)
        return frame.evaluator.slice(frame, node, container)
    index = value_of(frame, node.slice)
    path = access_path(node.value)
    if path is not None and isinstance(index, Constant) and frame.env is not None:
        known = frame.env.get(f"{path}[{index.value!r}]")
        if known is not None:
            return known
    return frame.evaluator.item(frame, node, container, index)


def _joined_str(frame: Frame, node: ast.JoinedStr) -> Value:
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            value = value_of(frame, part.value)
            frame.evaluator.format(frame, part.value, value, part.conversion in (ord("r"), ord("a")))
            if part.format_spec is not None:
                value_of(frame, part.format_spec)
    return STR


def _lambda(frame: Frame, node: ast.Lambda) -> Value:
    for default in (*node.args.defaults, *node.args.kw_defaults):
        if default is not None:
            value_of(frame, default)
    function = frame.module.function(node, None, frame.function)
    env = {**frame.captured, **(frame.env or {})}
    return FunctionValue(function, None, captured_by(function, env))


def _named(frame: Frame, node: ast.NamedExpr) -> Value:
    value = value_of(frame, node.value)
    frame.bind(node.target.id, value)
    return value


def _starred(frame: Frame, node: ast.Starred) -> Value:
    return value_of(frame, node.value)


def _yield(frame: Frame, node: ast.Yield) -> Value:
    value = value_of(frame, node.value) if node.value is not None else NONE
    frame.yielded = join(frame.yielded, value)
    return UNKNOWN


def _yield_from(frame: Frame, node: ast.YieldFrom) -> Value:
    value = value_of(frame, node.value)
    frame.yielded = join(frame.yielded, frame.evaluator.iterate(frame, node.value, value, "for"))
    return UNKNOWN


HANDLERS: dict[type[ast.expr], Callable[[Frame, Any], Value]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Call: _call,
    ast.Await: _await,
    ast.BoolOp: _bool_op,
    ast.UnaryOp: operators.unary,
    ast.BinOp: operators.binary,
    ast.Compare: operators.compare,
    ast.IfExp: _if_exp,
    ast.Tuple: _tuple,
    ast.List: _tuple,
    ast.Set: _set,
    ast.Dict: _dict,
    ast.Subscript: _subscript,
    ast.JoinedStr: _joined_str,
    ast.Lambda: _lambda,
    ast.NamedExpr: _named,
    ast.Starred: _starred,
    ast.Yield: _yield,
    ast.YieldFrom: _yield_from,
    ast.ListComp: comprehensions.value_of,
    ast.SetComp: comprehensions.value_of,
    ast.GeneratorExp: comprehensions.value_of,
    ast.DictComp: comprehensions.value_of,
}
