"""Schemas of Django Ninja: what an operation's `response` reads of what its coroutine returns. Ninja makes the response
on the loop, after the coroutine has returned: lazy querysets are gone through and relations loaded there."""

import ast
from collections.abc import Iterator

from django_async_lint.inference import annotations, outside_calls
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import (
    UNKNOWN,
    ClassValue,
    Collection,
    Constant,
    Instance,
    QuerySet,
    Row,
    Value,
    members,
)
from django_async_lint.knowledge import serialisers
from django_async_lint.project.modules import Assignment, Class, Function

DEEPEST = 4


def note_returned(frame: Frame, node: ast.expr, value: Value) -> None:
    """Notes at a `return` of an operation what its response reads."""
    function = frame.function
    if function is None or not function.is_async or not function.decorators or function.facts.is_generator:
        return
    for shape, body in _answers(frame, function, value):
        _represent(frame, node, shape, body, 0)


def _answers(frame: Frame, function: Function, value: Value) -> Iterator[tuple[Value, Value]]:
    """The shapes that an operation declares, each with the value that takes it."""
    if serialisers.OPERATIONS.isdisjoint(outside_calls.decorator_names(frame.evaluator, function)):
        return
    there = Frame(frame.evaluator, function.module, function.parent, function.owner)
    for decorator in function.decorators:
        written = decorator.keywords if isinstance(decorator, ast.Call) else []
        response = next((each.value for each in written if each.arg == "response"), None)
        if isinstance(response, ast.Dict):
            pairs = zip(response.keys, response.values, strict=True)
            shapes = {key.value: part for key, part in pairs if isinstance(key, ast.Constant)}
            for each in members(value):
                code, body = _code_and_body(each)
                if code in shapes:
                    yield annotations.value_of(there, shapes[code]), body
        elif response is not None:
            yield annotations.value_of(there, response), value


def _code_and_body(value: Value) -> tuple[object, Value]:
    match value:
        case Row(elements=(Constant(value=int() as code), body)):
            return code, body
        case _:
            return 200, value


def _represent(frame: Frame, node: ast.expr, shape: Value, value: Value, depth: int) -> None:
    """What making one shape of a value reads."""
    evaluator = frame.evaluator
    for wanted in members(shape) if depth <= DEEPEST else ():
        if isinstance(wanted, Collection):
            for each in members(evaluator.all_rows(frame, node, value)):
                if isinstance(each, (QuerySet, Collection, Row)):
                    element = evaluator.iterate(frame, node, each, "serialize")
                    _represent(frame, node, wanted.element, element, depth + 1)
        elif isinstance(wanted, Instance) and isinstance(wanted.of, Class):
            is_schema = evaluator.classes.inherits(wanted.of, *serialisers.SCHEMAS)
            for each in members(value) if is_schema else ():
                if isinstance(each, Instance) and evaluator.declarations.is_model(each.of):
                    _represent_instance(frame, node, wanted.of, each, depth)


def _represent_instance(frame: Frame, node: ast.expr, schema: Class, instance: Instance, depth: int) -> None:
    evaluator = frame.evaluator
    for name, (owner, binding) in _fields(frame, schema).items():
        if evaluator.classes.find(schema, f"resolve_{name}") is not None:
            there = Frame(evaluator, schema.module, muted=1)
            resolver = evaluator.attribute(there, node, ClassValue(schema), f"resolve_{name}")
            evaluator.call(frame, node, resolver, Arguments((instance,)))
            continue
        value: Value = instance
        for part in _source(binding, name).split("."):
            value = evaluator.attribute(frame, node, value, part)
        shape = annotations.value_of(Frame(evaluator, owner.module, owner.parent, owner), binding.annotation)
        _represent(frame, node, shape, value, depth + 1)
    for name in _model_fields(frame, schema):
        field = evaluator.declarations.fields(instance.of).get(name)
        if field is not None and field.is_many_to_many:
            rows = evaluator.attribute(frame, node, instance, name)
            evaluator.iterate(frame, node, evaluator.all_rows(frame, node, rows), "serialize")


def _fields(frame: Frame, schema: Class) -> dict[str, tuple[Class, Assignment]]:
    """The annotated fields of a schema, each with the class that declares it."""
    found: dict[str, tuple[Class, Assignment]] = {}
    for base in reversed(frame.evaluator.classes.mro(schema)):
        if isinstance(base, Class):
            for name, bindings in base.members.items():
                last = bindings[-1]
                if isinstance(last, Assignment) and last.annotation is not None:
                    found[name] = (base, last)
    return found


def _source(binding: Assignment, name: str) -> str:
    """The attribute that a field is read from: its alias, which may be a path."""
    written = binding.value.keywords if isinstance(binding.value, ast.Call) else []
    alias = next((each.value for each in written if each.arg in ("alias", "validation_alias")), None)
    return alias.value if isinstance(alias, ast.Constant) and isinstance(alias.value, str) else name


def _model_fields(frame: Frame, schema: Class) -> list[str]:
    """The fields of its model that a `ModelSchema` takes."""
    evaluator = frame.evaluator
    if not evaluator.classes.inherits(schema, *serialisers.MODEL_SCHEMAS):
        return []
    found = evaluator.classes.find(schema, "Meta")
    meta = found[1][-1] if found is not None else None
    fields = evaluator.class_member(meta, "fields") if isinstance(meta, Class) and "fields" in meta.members else UNKNOWN
    elements = fields.elements if isinstance(fields, Row) else ()
    return [str(each.value) for each in elements if isinstance(each, Constant)]
