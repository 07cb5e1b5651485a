"""Items and slices: what `container[index]` gives, and the queries that it sends."""

import ast

from django_async_lint.inference import (
    catalogue,
    containers,
    coroutines,
    forms,
    handed,
    iteration,
    outside_methods,
    paginators,
    querysets,
    records,
)
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, members, union
from django_async_lint.inference.values import (
    INT,
    NOTHING,
    SLICE,
    UNKNOWN,
    ClassValue,
    Collection,
    Constant,
    Coroutine,
    Instance,
    Mapping,
    Nothing,
    Outside,
    QuerySet,
    Row,
    Union,
    Value,
)
from django_async_lint.knowledge import django_services


def item(frame: Frame, node: ast.expr, container: Value, index: Value) -> Value:
    """`container[index]`."""
    found: Value = NOTHING
    with frame.using(container):
        for member in members(container):
            found = join(found, _item(frame, node, member, index, alone=not isinstance(container, Union)))
    return found


def _item(frame: Frame, node: ast.expr, container: Value, index: Value, alone: bool) -> Value:
    if index == SLICE and isinstance(node, ast.Subscript) and not isinstance(container, Instance):
        return sliced(frame, node, container)
    match container:
        case QuerySet():
            target = node.value if isinstance(node, ast.Subscript) else node
            if index == INT or isinstance(index, Constant):
                querysets.evaluate(frame, target, container, "index")
            return querysets.row(container)
        case Row():
            position = index.value if isinstance(index, Constant) else None
            if isinstance(position, int) and -len(container.elements) <= position < len(container.elements):
                return container.elements[position]
            return union(container.elements) if container.elements else UNKNOWN
        case Collection():
            return container.element if not isinstance(container.element, Nothing) else UNKNOWN
        case Mapping():
            return _looked_up(container, index)
        case Coroutine():
            if alone:
                coroutines.note_use(frame, node, container, "index")
            return UNKNOWN
        case Instance():
            if (rows := paginators.rows_of(container)) is not None:
                return iteration.element(frame, node, rows, "page")
            if forms.is_form(frame.evaluator, container) and not iteration.defines(frame, container, "__getitem__"):
                return forms.item(frame, container, index)
            if (held := handed.item(frame, container, index)) is not None:
                return held
            if name := records.name_of_item(frame.evaluator, container, index):
                return frame.evaluator.attribute(frame, node, container, name)
            return call_special(frame, node, container, "__getitem__", (index,))
        case ClassValue():
            return Instance(container.of) if records.is_enumeration(frame.evaluator, container.of) else container
        case Outside() if container.name in django_services.MAPPINGS:
            return Instance(django_services.MAPPINGS[container.name], state=(("alias", index),))
        case Outside() if catalogue.is_known_class(container.name):
            return container
        case Nothing():
            return NOTHING
        case _:
            return UNKNOWN


def call_special(frame: Frame, node: ast.expr, instance: Instance, name: str, arguments: tuple[Value, ...]) -> Value:
    """Calls a special method, the project's own or what the tables know of one."""
    result = frame.evaluator.special(frame, node, instance, name, arguments)
    if result is not None:
        return result
    return outside_methods.call_method(frame, node, instance, name, Arguments(arguments), False)


def _looked_up(container: Mapping, index: Value) -> Value:
    if isinstance(index, Union):
        return union(tuple(_looked_up(container, each) for each in index.members))
    known = dict(container.items)
    if isinstance(index, Constant) and isinstance(index.value, (str, int)) and index.value in known:
        return known[index.value]
    return containers.without_key(container, index)


def sliced(frame: Frame, node: ast.Subscript, container: Value) -> Value:
    """`container[a:b]`; of a queryset it stays lazy unless it has a step."""
    found: Value = NOTHING
    for member in members(container):
        match member:
            case QuerySet():
                has_step = isinstance(node.slice, ast.Slice) and node.slice.step is not None
                if has_step:
                    querysets.evaluate(frame, node.value, member, "index")
                found = join(found, member if member.evaluated or not has_step else UNKNOWN)
            case Collection():
                found = join(found, member)
            case Row():
                found = join(found, Collection(member.kind, union(member.elements)))
            case Coroutine():
                coroutines.note_use(frame, node.value, container, "index")
                found = join(found, UNKNOWN)
            case Instance():
                found = join(found, call_special(frame, node, member, "__getitem__", (UNKNOWN,)))
            case _:
                found = join(found, UNKNOWN)
    return found
