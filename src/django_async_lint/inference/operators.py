"""Operators: arithmetic, comparison and the test of truth, by Python's order of the methods behind them."""

import ast
from collections.abc import Callable
from typing import Any

from django_async_lint.inference import conditions, coroutines, outside_methods, requests
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, members, union, without_constants
from django_async_lint.inference.values import (
    BOOL,
    INT,
    NOTHING,
    RELEASE,
    STR,
    UNKNOWN,
    AsyncIterator,
    Collection,
    Constant,
    Generator,
    Instance,
    Lazy,
    Mapping,
    Nothing,
    QuerySet,
    Row,
    Unknown,
    Value,
    constant,
)

OPERATOR_METHODS: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("__add__", "__radd__"),
    ast.Sub: ("__sub__", "__rsub__"),
    ast.Mult: ("__mul__", "__rmul__"),
    ast.Div: ("__truediv__", "__rtruediv__"),
    ast.FloorDiv: ("__floordiv__", "__rfloordiv__"),
    ast.Mod: ("__mod__", "__rmod__"),
    ast.Pow: ("__pow__", "__rpow__"),
    ast.MatMult: ("__matmul__", "__rmatmul__"),
    ast.BitOr: ("__or__", "__ror__"),
    ast.BitAnd: ("__and__", "__rand__"),
    ast.BitXor: ("__xor__", "__rxor__"),
    ast.LShift: ("__lshift__", "__rlshift__"),
    ast.RShift: ("__rshift__", "__rrshift__"),
}
UNARY_METHODS: dict[type[ast.unaryop], str] = {
    ast.USub: "__neg__",
    ast.UAdd: "__pos__",
    ast.Invert: "__invert__",
}
REFLECTED = {"__lt__": "__gt__", "__gt__": "__lt__", "__le__": "__ge__", "__ge__": "__le__"}
"""The comparison that the other side is asked for when one side has none; equality is its own."""
COMPARISON_METHODS: dict[type[ast.cmpop], str] = {
    ast.Eq: "__eq__",
    ast.NotEq: "__ne__",
    ast.Lt: "__lt__",
    ast.LtE: "__le__",
    ast.Gt: "__gt__",
    ast.GtE: "__ge__",
}
ARITHMETIC: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Pow: lambda a, b: a**b if abs(b) < 64 and abs(a) < 2**32 else 2**62,
    ast.FloorDiv: lambda a, b: a // b,
}


def truth_test(frame: Frame, node: ast.expr, value: Value) -> bool | None:
    """Tests a value as `if` does: evaluates querysets, calls `__bool__`; says what is sure of the outcome."""
    frame.evaluator.test(frame, node, value)
    return conditions.verdict(frame, node, value)


def unary(frame: Frame, node: ast.UnaryOp) -> Value:
    value = frame.evaluator.value_of(frame, node.operand)
    if isinstance(node.op, ast.Not):
        verdict = truth_test(frame, node.operand, value)
        if verdict is not None and isinstance(value, Constant) and value.type == RELEASE:
            return Constant(not verdict, RELEASE)
        return BOOL if verdict is None else constant(not verdict)
    if isinstance(value, Constant) and isinstance(value.value, (int, float)) and isinstance(node.op, ast.USub):
        return constant(-value.value, value.sure)
    coroutines.note_use(frame, node.operand, value, "arithmetic")
    results = [
        frame.evaluator.special(frame, node, member, UNARY_METHODS[type(node.op)], ())
        for member in members(value)
        if isinstance(member, Instance)
    ]
    if results and results[0] is not None:
        return union(tuple(UNKNOWN if result is None else result for result in results))
    return without_constants(value)


def binary(frame: Frame, node: ast.BinOp) -> Value:
    found = []
    while isinstance(node.left, ast.BinOp):
        found.append(node)
        node = node.left
    left = frame.evaluator.value_of(frame, node.left)
    for link in (node, *reversed(found)):
        left = _operate(frame, link, left, frame.evaluator.value_of(frame, link.right))
    return left


def operate_in_place(frame: Frame, node: ast.BinOp, left: Value, right: Value) -> Value:
    """`left += right`: the in-place method where the class has one, else the operator."""
    method = OPERATOR_METHODS[type(node.op)][0].replace("__", "__i", 1)
    if isinstance(left, Instance):
        result = frame.evaluator.special(frame, node, left, method, (right,))
        if result is not None:
            return result
    return _operate(frame, node, left, right)


def _operate(frame: Frame, node: ast.BinOp, left: Value, right: Value) -> Value:
    if isinstance(left, Constant) and isinstance(right, Constant):
        return _arithmetic(node, left, right)
    if isinstance(left, (Constant, Instance)) and isinstance(node.op, ast.Mod) and _is_text(left):
        for part in _formatted_parts(right):
            frame.evaluator.format(frame, node, part)
        return STR
    forward, backward = OPERATOR_METHODS[type(node.op)]
    if not isinstance(node.op, ast.BitOr):
        for side, value in ((node.left, left), (node.right, right)):
            coroutines.note_use(frame, side, value, "arithmetic")
    found: Value = NOTHING
    for member in members(left):
        if isinstance(member, QuerySet):
            found = join(found, member)
        elif isinstance(member, (Row, Collection)) and isinstance(node.op, (ast.Add, ast.Mult)):
            other = frame.evaluator.iterate(frame, node, right, "unpack") if isinstance(node.op, ast.Add) else NOTHING
            element = join(union(member.elements) if isinstance(member, Row) else member.element, other)
            found = join(found, Collection("list", element))
        elif isinstance(member, Instance):
            result = frame.evaluator.operate(frame, node, member, forward, right)
            found = join(found, result if result is not None else _reflected(frame, node, member, right, backward))
        else:
            found = join(found, _reflected(frame, node, member, right, backward))
    if isinstance(found, (Nothing, Unknown)):
        return INT if _is_number(left) or _is_number(right) else UNKNOWN
    return without_constants(found)


def _formatted_parts(value: Value) -> tuple[Value, ...]:
    """What `text % value` puts into a text: of a tuple its elements, of a dict its values."""
    match value:
        case Row():
            return value.elements
        case Mapping():
            return tuple(item for _, item in value.items)
        case _:
            return (value,)


def _is_number(value: Value) -> bool:
    return isinstance(value, Constant) and type(value.value) in (int, float)


def _reflected(frame: Frame, node: ast.BinOp, left: Value, right: Value, method: str) -> Value:
    for member in members(right):
        if isinstance(member, Instance):
            result = frame.evaluator.operate(frame, node, member, method, left)
            if result is not None:
                return result
    return UNKNOWN


def _is_text(value: Value) -> bool:
    return value == STR or (isinstance(value, Constant) and isinstance(value.value, str))


def _arithmetic(node: ast.BinOp, left: Constant, right: Constant) -> Value:
    operate = ARITHMETIC.get(type(node.op))
    numbers = (int, float)
    both_numbers = type(left.value) in numbers and type(right.value) in numbers
    both_text = isinstance(left.value, str) and isinstance(right.value, str) and isinstance(node.op, ast.Add)
    if operate is None or not (both_numbers or both_text):
        return STR if _is_text(left) else UNKNOWN
    try:
        result = operate(left.value, right.value)
    except (ArithmeticError, ValueError, TypeError):
        return UNKNOWN
    if not _is_small(result):
        return UNKNOWN
    return constant(result, left.sure and right.sure)._replace(derived=not _is_written(node))


def _is_written(node: ast.expr) -> bool:
    """Whether a computation is of literals alone, as `10**6`: a text holds only so many of them."""
    if isinstance(node, ast.BinOp):
        return _is_written(node.left) and _is_written(node.right)
    return isinstance(node, ast.Constant)


def _is_small(result: Any) -> bool:
    return len(result) < 500 if isinstance(result, str) else not isinstance(result, int) or result.bit_length() < 64


def compare(frame: Frame, node: ast.Compare) -> Value:
    left = frame.evaluator.value_of(frame, node.left)
    left_node = node.left
    for operator, right_node in zip(node.ops, node.comparators, strict=True):
        right = frame.evaluator.value_of(frame, right_node)
        _compare_pair(frame, node, (left_node, left), operator, (right_node, right))
        left, left_node = right, right_node
    if (verdict := conditions.verdict_of_release(frame, node)) is not None:
        return Constant(verdict, RELEASE)
    verdict = conditions.verdict_of_compare(frame, node)
    return BOOL if verdict is None else constant(verdict)


def _compare_pair(
    frame: Frame,
    node: ast.Compare,
    left: tuple[ast.expr, Value],
    operator: ast.cmpop,
    right: tuple[ast.expr, Value],
) -> None:
    if isinstance(operator, (ast.In, ast.NotIn)):
        coroutines.note_use(frame, left[0], left[1], "compare")
        _contains(frame, node, left[1], right)
        return
    if isinstance(operator, (ast.Is, ast.IsNot)):
        return
    for side, value in (left, right):
        coroutines.note_use(frame, side, value, "compare")
    one, other = (requests.used(frame, side, value) for side, value in (left, right))
    _call_comparison(frame, node, one, other, COMPARISON_METHODS[type(operator)])


def _call_comparison(frame: Frame, node: ast.Compare, left: Value, right: Value, method: str) -> None:
    """Calls the first method that either side has: `a < b` asks a for `__lt__`, then b for `__gt__`."""
    asked = ((left, right, method), (right, left, REFLECTED.get(method, method)))
    for value, other, name in asked:
        for member in members(value):
            if isinstance(member, Instance):
                names = (name, "__eq__") if name == "__ne__" else (name,)
                if any(frame.evaluator.special(frame, node, member, each, (other,)) is not None for each in names):
                    return


def _contains(frame: Frame, node: ast.Compare, item: Value, right: tuple[ast.expr, Value]) -> None:
    container_node, container = right
    coroutines.note_use(frame, container_node, container, "compare")
    item = requests.used(frame, node.left, item)
    for member in members(container):
        if isinstance(member, Instance):
            if frame.evaluator.special(frame, node, member, "__contains__", (item,)) is not None:
                continue
            if not outside_methods.has_method(frame, member, "__contains__"):
                frame.evaluator.iterate(frame, container_node, member, "in")
            else:
                outside_methods.call_method(frame, node, member, "__contains__", Arguments((item,)), False)
        elif isinstance(member, (QuerySet, Generator, Lazy, AsyncIterator)):
            frame.evaluator.iterate(frame, container_node, member, "in")
