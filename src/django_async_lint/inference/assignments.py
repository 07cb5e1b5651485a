"""Assignments: a value bound to a name, an attribute, an item, or taken apart over several of them."""

import ast
from functools import lru_cache

from django_async_lint.inference import (
    annotations,
    attributes,
    containers,
    coroutines,
    dropped,
    entering,
    filling,
    first_use,
    functions,
    indexing,
    iteration,
    memory,
    operators,
    records,
)
from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.joining import join, members, union, unsure, without_constants
from django_async_lint.inference.values import (
    NOTHING,
    UNKNOWN,
    ClassValue,
    Collection,
    Constant,
    Descriptor,
    FunctionValue,
    Instance,
    Row,
    Value,
    constant,
)
from django_async_lint.project.modules import Assignment, Class


def plain(frame: Frame, node: ast.Assign) -> None:
    value = frame.evaluator.value_of(frame, node.value)
    for target in node.targets:
        _note_assigned(frame, target, node.value, value)
        assign(frame, target, value, node.value)


def _note_assigned(frame: Frame, target: ast.expr, node: ast.expr, value: Value) -> None:
    """Remembers names bound to coroutines made here, one by one where both sides are written as tuples."""
    if isinstance(target, ast.Name):
        dropped.note_assigned(frame, target.id, node, value)
        return
    if not isinstance(target, (ast.Tuple, ast.List)) or not isinstance(node, (ast.Tuple, ast.List)):
        return
    if isinstance(value, Row) and len(target.elts) == len(node.elts) == len(value.elements):
        for part, part_node, part_value in zip(target.elts, node.elts, value.elements, strict=True):
            _note_assigned(frame, part, part_node, part_value)


def annotated(frame: Frame, node: ast.AnnAssign) -> None:
    declared = annotations.value_of(frame, node.annotation)
    value = declared
    if node.value is not None:
        given = frame.evaluator.value_of(frame, node.value)
        _note_assigned(frame, node.target, node.value, given)
        told = annotations.refined if isinstance(node.target, ast.Name) else annotations.held
        value = given if coroutines.is_coroutine(given) else told(declared, given)
    elif isinstance(node.target, ast.Name):
        return
    assign(frame, node.target, value)


def augmented(frame: Frame, node: ast.AugAssign) -> None:
    operation = _as_operation(node)
    left = frame.evaluator.value_of(frame, operation.left)
    right = frame.evaluator.value_of(frame, operation.right)
    assign(frame, node.target, without_constants(operators.operate_in_place(frame, operation, left, right)))


@lru_cache(maxsize=65536)
def _as_operation(node: ast.AugAssign) -> ast.BinOp:
    """`a += b` as `a + b`, at the place of the statement."""
    loaded = ast.copy_location(_as_load(node.target), node.target)
    return ast.copy_location(ast.BinOp(loaded, node.op, node.value), node)


def _as_load(target: ast.Name | ast.Attribute | ast.Subscript) -> ast.expr:
    match target:
        case ast.Name():
            return ast.Name(target.id, ast.Load())
        case ast.Attribute():
            return ast.Attribute(target.value, target.attr, ast.Load())
        case ast.Subscript():
            return ast.Subscript(target.value, target.slice, ast.Load())


def assign(frame: Frame, target: ast.expr, value: Value, value_node: ast.expr | None = None) -> None:
    """Binds a target of any form to a value."""
    match target:
        case ast.Name():
            _set_name(frame, target.id, value)
        case ast.Attribute():
            _set_attribute(frame, target, value)
        case ast.Subscript():
            _set_item(frame, target, value)
        case ast.Starred():
            assign(frame, target.value, Collection("list", without_constants(value)))
        case ast.Tuple() | ast.List():
            _unpack(frame, target, value, value_node)


def _set_name(frame: Frame, name: str, value: Value) -> None:
    """Binds a name; a constant that other functions may replace meanwhile is not sure."""
    function = frame.function
    if function is not None and name in function.facts.outer_names:
        frame.stores[name] = join(frame.stores.get(name, NOTHING), value)
        value = unsure(value)
    elif function is not None and name in function.facts.rebound:
        value = join(value, UNKNOWN)
    frame.bind(name, value)


def _set_attribute(frame: Frame, target: ast.Attribute, value: Value) -> None:
    owner = frame.evaluator.value_of(frame, target.value)
    coroutines.note_use(frame, target, owner, "attribute", target.attr)
    function = frame.function
    path = access_path(target)
    if function is not None and function.owner is not None and _is_own(frame, function.owner, target.value, owner):
        name = "." + target.attr
        frame.stores[name] = join(frame.stores.get(name, NOTHING), value)
    if filling.is_namespace(owner):
        filling.note(frame, target.value, value, constant(target.attr))
    for member in members(owner):
        if isinstance(member, Instance) and not isinstance(member.of, str):
            _call_setter(frame, target, member, value)
            if target.attr in frame.evaluator.declarations.fields(member.of):
                coroutines.note_use(frame, target, value, "store")
    if path is not None and frame.env is not None:
        frame.bind(path, unsure(value))
        memory.note_assigned(frame, path, value)
        first_use.note(frame, target, value)
        if _is_left_to_others(frame, owner, value):
            del frame.env[path]


def _is_own(frame: Frame, cls: Class, written: ast.expr, owner: Value) -> bool:
    """Whether an attribute is set on `self`, by a class on itself, or by what makes instances of it on one."""
    function = frame.function
    if function is None or (isinstance(written, ast.Name) and written.id in function.facts.positional[:1]):
        return function is not None
    is_by_name = isinstance(written, ast.Name) and written.id == cls.name
    return (is_by_name or function.makes_instances) and any(
        isinstance(each, (Instance, ClassValue)) and frame.evaluator.is_subclass(each.of, cls)
        for each in members(owner)
    )


def _is_left_to_others(frame: Frame, owner: Value, value: Value) -> bool:
    """Whether an attribute set to a constant is better read from what all methods store in it: while this
    function waits, others change it. The fields of a model's instance are its own."""
    is_model = frame.evaluator.declarations.is_model
    return isinstance(value, Constant) and all(
        isinstance(member, Instance) and isinstance(member.of, Class) and not is_model(member.of)
        for member in members(owner)
    )


def _call_setter(frame: Frame, target: ast.Attribute, owner: Instance, value: Value) -> None:
    """What assigning to an attribute runs: `__setattr__`, a property's setter, a descriptor's `__set__`."""
    evaluator = frame.evaluator
    if evaluator.special(frame, target, owner, "__setattr__", (constant(target.attr), value)) is not None:
        return
    found = evaluator.classes.find(owner.of, target.attr)
    if found is None:
        return
    cls, bindings = found
    for binding in bindings:
        member = attributes.member_value(frame, cls, binding)
        if isinstance(member, Descriptor) and member.kind == "property":
            setter = cls.accessor(target.attr, "setter")
            if setter is not None:
                evaluator.call(frame, target, FunctionValue(setter, owner), functions.Arguments((value,)))
        elif isinstance(member, Instance) and isinstance(member.of, Class):
            evaluator.special(frame, target, member, "__set__", (owner, value))


def _set_item(frame: Frame, target: ast.Subscript, value: Value) -> None:
    container = frame.evaluator.value_of(frame, target.value)
    index = UNKNOWN if isinstance(target.slice, ast.Slice) else frame.evaluator.value_of(frame, target.slice)
    coroutines.note_use(frame, target, container, "index")
    for member in members(container):
        if isinstance(member, Instance):
            indexing.call_special(frame, target, member, "__setitem__", (index, value))
    filling.note(frame, target.value, value, index)
    containers.put_item(frame, target.value, index, value)


def _unpack(frame: Frame, target: ast.Tuple | ast.List, value: Value, value_node: ast.expr | None) -> None:
    parts = target.elts
    if isinstance(value, Instance) and (names := records.fields(frame.evaluator, value.of)):
        value = Row(tuple(frame.evaluator.attribute(frame, value_node or target, value, name) for name in names))
    rows = [member for member in members(value) if isinstance(member, Row)]
    has_star = any(isinstance(part, ast.Starred) for part in parts)
    if rows and len(rows) == len(members(value)) and not has_star:
        fitting = [row for row in rows if len(row.elements) == len(parts)] or rows
        for index, part in enumerate(parts):
            elements = tuple(row.elements[index] for row in fitting if index < len(row.elements))
            assign(frame, part, union(elements) if elements else UNKNOWN)
        return
    coroutines.note_use(frame, value_node or target, value, "index")
    element = frame.evaluator.iterate(frame, value_node or target, value, "unpack")
    for part in parts:
        assign(frame, part, element)


def bound_value(frame: Frame, binding: Assignment) -> Value:
    """The value that an assignment of a module or class body gives its name, whatever its form."""
    assert binding.value is not None
    value = frame.evaluator.value_of(frame, binding.value)
    how = binding.how.removeprefix("unpack_")
    if how == "element":
        value = iteration.element(frame, binding.value, value, "for")
    elif how == "enter":
        value = entering.entered(frame, binding.value, value, is_async=False)
    if not binding.how.startswith("unpack_"):
        return value
    found: Value = NOTHING
    for member in members(value):
        if isinstance(member, Row) and binding.index < len(member.elements):
            found = join(found, member.elements[binding.index])
        else:
            found = join(found, iteration.element(frame, binding.value, member, "unpack"))
    return found
