"""Whether a condition is surely true or surely false on the loop: then the other branch does not run.

Only a value that is sure decides: an argument of this call, a default, the kind of a known function; never a constant
of a module or a class.
"""

import ast

from django_async_lint.inference import costs, narrowing
from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.joining import members, union
from django_async_lint.inference.values import (
    UNKNOWN,
    ClassValue,
    Collection,
    Constant,
    FunctionValue,
    Instance,
    Manager,
    Mapping,
    Method,
    Nothing,
    Outside,
    QuerySet,
    Row,
    Unknown,
    Value,
    is_exact,
    is_none,
    truth,
)
from django_async_lint.knowledge import on_the_loop
from django_async_lint.project.releases import NEVER_TRUE, compared

PLAIN = frozenset(
    f"builtins.{name}" for name in ("str", "bytes", "int", "float", "list", "tuple", "dict", "set", "type")
)
"""Classes of which neither a flag nor None is an instance, but for those named where that is asked."""
LOOP_GETTERS = frozenset(name.rpartition(".")[2] for name in on_the_loop.RUNNING)
OBJECTS = (Instance, QuerySet, Manager, Collection, Row, Mapping, FunctionValue, ClassValue)
"""Kinds of value that are surely not None."""


def verdict(frame: Frame, node: ast.expr, value: Value) -> bool | None:
    """Whether a tested expression is surely true or surely false."""
    if isinstance(value, Outside) and value.name in NEVER_TRUE:
        return False
    if (answer := _answer(frame, node, value)) is not None:
        return answer
    if _is_running_loop(value):
        return True
    if isinstance(value, Instance) and value.state is not None and frame.evaluator.classes.is_known(value.of):
        return True if narrowing.is_always_true(frame, value) else None
    return truth(value)


def _answer(frame: Frame, node: ast.expr, value: Value) -> bool | None:
    """What is surely so of known text, `"site:a".startswith("site:")`, and on the loop: `settings.configured`,
    `loop.is_running()`, `getattr(settings, "DEBUG", None)`."""
    if (answer := _answer_of_text(frame, node)) is not None:
        return answer
    if (answer := _answer_of_setting(frame, node)) is not None:
        return answer
    if (answer := _answer_of_isinstance(frame, node)) is not None:
        return answer
    if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in on_the_loop.WORDS:
        with frame.mute():
            value = frame.evaluator.value_of(frame, node.func)
    answers = {on_the_loop.ANSWERS.get(_name_of(member), truth(member)) for member in members(value)}
    return answers.pop() if len(answers) == 1 else None


def _answer_of_text(frame: Frame, node: ast.expr) -> bool | None:
    """Whether text that is sure begins or ends with other text; None for any other question."""
    match node:
        case ast.Call(func=ast.Attribute(value=subject, attr="startswith" | "endswith" as name), args=[wanted]):
            text = _sure(frame, subject)
        case _:
            return None
    parts = [_sure(frame, part) for part in (wanted.elts if isinstance(wanted, ast.Tuple) else [wanted])]
    known = tuple(part.value for part in parts if part is not None and isinstance(part.value, str))
    if text is None or not isinstance(text.value, str) or len(known) != len(parts):
        return None
    return text.value.startswith(known) if name == "startswith" else text.value.endswith(known)


def _answer_of_setting(frame: Frame, node: ast.expr) -> bool | None:
    """Whether `settings.DEBUG` is true in production, whatever the settings of the project say; None for any other."""
    match node:
        case (
            ast.Attribute(value=owner, attr=name)
            | ast.Call(func=ast.Name(id="getattr"), args=[owner, ast.Constant(value=str() as name), *_])
        ):
            pass
        case _:
            return None
    if name not in on_the_loop.SETTINGS:
        return None
    with frame.mute():
        value = frame.evaluator.value_of(frame, owner)
    return on_the_loop.ANSWERS.get(f"{_name_of(value)}.{name}")


def _answer_of_isinstance(frame: Frame, node: ast.expr) -> bool | None:
    """Whether `True`, `False` or `None`, which this call has given, is of a class; None for any other value."""
    match node:
        case ast.Call(func=ast.Name(id="isinstance"), args=[subject, classes]):
            value = _sure(frame, subject)
        case _:
            return None
    names = {"bool": {"builtins.bool", "builtins.int", "builtins.object"}, "NoneType": {"builtins.object"}}
    if value is None or value.type not in names:
        return None
    with frame.mute():
        asked = frame.evaluator.value_of(frame, classes)
    wanted = [each for part in members(asked) for each in (part.elements if isinstance(part, Row) else (part,))]
    if any(isinstance(each, Outside) and each.name in names[value.type] for each in wanted):
        return True
    plain = [isinstance(each, ClassValue) or (isinstance(each, Outside) and each.name in PLAIN) for each in wanted]
    return False if plain and all(plain) else None


def _is_none_on_loop(frame: Frame, node: ast.expr) -> bool:
    if not isinstance(node, ast.Attribute) or node.attr != "connection":
        return False
    with frame.mute():
        return _name_of(frame.evaluator.value_of(frame, node)) in on_the_loop.NONE


def _name_of(member: Value) -> str:
    match member:
        case Outside():
            return member.name
        case Method(receiver=Instance(of=str() as of, path="")):
            return f"{of}.{member.name}"
        case _:
            return ""


def _last_name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def _is_running_loop(value: Value) -> bool:
    """Whether a value is the loop that runs, and not one that is only declared or kept somewhere."""
    return isinstance(value, Instance) and value.of == on_the_loop.RUNNING_LOOP and value.state is not None


def is_given_request(frame: Frame, node: ast.expr, value: Value) -> bool:
    """Whether a name is a parameter `request` that every caller has to give: what asks whether there is one serves
    code outside requests."""
    function = frame.function
    if not isinstance(node, ast.Name) or node.id != "request" or function is None:
        return False
    facts = function.facts
    if "request" not in (*facts.positional, *facts.keyword_only) or "request" in facts.defaults:
        return False
    found = members(value)
    return any(not narrowing.may_be_none(each) for each in found) and not any(
        isinstance(each, Nothing) for each in found
    )


def verdict_of_compare(frame: Frame, node: ast.Compare) -> bool | None:
    """The outcome of a comparison of sure values, None for any other."""
    if len(node.ops) != 1 or frame.env is None:
        return None
    operator = node.ops[0]
    if isinstance(operator, (ast.In, ast.NotIn)) and _is_missing(frame, node.left, node.comparators[0]):
        return isinstance(operator, ast.NotIn)
    if (item := _item_asked_for(frame, node)) is not None:
        return _verdict_of_item(item, isinstance(operator, (ast.Is, ast.Eq)))
    left, right = _sure(frame, node.left), _sure(frame, node.comparators[0])
    if left is None or right is None:
        return _of_none(operator, left, right, frame, node)
    match operator:
        case ast.Is() | ast.Eq():
            return _is_same(operator, left, right)
        case ast.IsNot() | ast.NotEq():
            return not _is_same(operator, left, right)
        case _:
            return _in_order(operator, left.value, right.value)


def _is_missing(frame: Frame, key: ast.expr, container: ast.expr) -> bool:
    """Whether a key is none of the keywords that a call has given, `"timeout" in kwargs`."""
    value = (frame.env or {}).get(access_path(container) or "", UNKNOWN)
    if not isinstance(value, Mapping) or not is_exact(value):
        return False
    asked = _sure(frame, key)
    return asked is not None and asked.value not in dict(value.items)


def _in_order(operator: ast.cmpop, left: object, right: object) -> bool | None:
    """Which of two numbers is the larger."""
    if not isinstance(left, (int, float)) or not isinstance(right, (int, float)):
        return None
    match operator:
        case ast.Lt():
            return left < right
        case ast.LtE():
            return left <= right
        case ast.Gt():
            return left > right
        case ast.GtE():
            return left >= right
        case _:
            return None


def verdict_of_release(frame: Frame, node: ast.Compare) -> bool | None:
    """The outcome of a comparison with the release of Django or Python, None for any other."""

    def name_of(part: ast.expr) -> str | None:
        with frame.mute():
            value = frame.evaluator.value_of(frame, part)
        return value.name if isinstance(value, Outside) else None

    return compared(frame.evaluator.project.releases, node, name_of)


def _item_asked_for(frame: Frame, test: ast.expr) -> Value | None:
    """The value of the item in `d.get("key") is None`, `d["key"] is not None` where the dict is known to have it."""
    match test:
        case ast.Compare(
            left=ast.Call(func=ast.Attribute(value=owner, attr="get"), args=[ast.Constant(value=key), *_])
            | ast.Subscript(value=owner, slice=ast.Constant(value=key)),
            ops=[ast.Is() | ast.IsNot() | ast.Eq() | ast.NotEq()],
            comparators=[ast.Constant(value=None)],
        ):
            container = (frame.env or {}).get(access_path(owner) or "", UNKNOWN)
            found = [dict(each.items).get(key) for each in members(container) if isinstance(each, Mapping)]
            items = [item for item in found if item is not None]
            return union(tuple(items)) if items and len(items) == len(members(container)) else None
        case _:
            return None


def _verdict_of_item(item: Value, wanted: bool) -> bool | None:
    """Whether an item surely is, or is not, None."""
    found = {narrowing.may_be_none(member) if not isinstance(member, Unknown) else None for member in members(item)}
    return (found.pop() is wanted) if len(found) == 1 and None not in found else None


def depends_on_caller(frame: Frame, test: ast.expr) -> bool:
    """Whether a condition asks for an item of a dict that some callers set and some leave None: which of them is
    here is not known."""
    item = _item_asked_for(frame, test)
    return item is not None and not isinstance(item, Unknown) and _verdict_of_item(item, True) is None


def _is_same(operator: ast.cmpop, left: Constant, right: Constant) -> bool:
    """Whether two constants are equal; for `is` of one type too, as True is not 1."""
    is_identity = isinstance(operator, (ast.Is, ast.IsNot))
    return bool(left.value == right.value) and (not is_identity or left.type == right.type)


def _of_none(
    operator: ast.cmpop, left: Constant | None, right: Constant | None, frame: Frame, node: ast.Compare
) -> bool | None:
    """`x is None` where x is surely a function or a class."""
    if right is None or not is_none(right) or not isinstance(operator, (ast.Is, ast.IsNot)):
        return None
    value = (frame.env or {}).get(access_path(node.left) or "", UNKNOWN)
    if isinstance(node.left, ast.Call) and _last_name(node.left.func) in LOOP_GETTERS:
        with frame.mute():
            value = frame.evaluator.value_of(frame, node.left)
    if is_given_request(frame, node.left, value):
        return isinstance(operator, ast.IsNot)
    if _is_none_on_loop(frame, node.left):
        return isinstance(operator, ast.Is)
    if _is_running_loop(value) or all(isinstance(member, (FunctionValue, ClassValue)) for member in members(value)):
        return isinstance(operator, ast.IsNot)
    if _is_given(frame, node.left, value):
        return isinstance(operator, ast.IsNot)
    return None


def _is_given(frame: Frame, node: ast.expr, value: Value) -> bool:
    """Whether a name is a parameter that may be left out and that this caller has given; a loop that assigns it may
    have taken it away since."""
    if not isinstance(node, ast.Name) or frame.function is None or not frame.function.facts.may_be_left_out(node.id):
        return False
    if any(isinstance(loop, ast.stmt) and node.id in costs.names_assigned(loop) for loop in frame.waits.loops):
        return False
    return all(isinstance(member, OBJECTS) and not _may_be_declared(member) for member in members(value))


def _may_be_declared(member: Value) -> bool:
    """Whether an instance may be known by its class alone: what is unknown, and may be None, gives way to it."""
    return isinstance(member, Instance) and member.loaded is None


def _sure(frame: Frame, node: ast.expr) -> Constant | None:
    if isinstance(node, ast.Constant):
        return Constant(node.value, type(node.value).__name__)
    path = access_path(node)
    value = (frame.env or {}).get(path) if path is not None else None
    return value if isinstance(value, Constant) and value.sure else None
