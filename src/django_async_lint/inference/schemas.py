"""Schemas of Django Ninja: what an operation's `response` reads of what its coroutine returns. Ninja makes the response
on the loop, after the coroutine has returned: lazy querysets are gone through and relations loaded there."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django_async_lint.inference import annotations, fetching, outside_calls
from django_async_lint.inference.effects import Effect, Fetched
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import members, union
from django_async_lint.inference.values import UNKNOWN, ClassValue, Collection, Constant, Instance, QuerySet, Row, Value
from django_async_lint.knowledge import serialisers
from django_async_lint.project.modules import Assignment, Class, Function

DEEPEST = 4
HOW = "response"


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Making a response of the expression that an operation returns. `path` leads from a row of it to the instance that
    is read; `is_joined` tells a row, of which `select_related` can bring relations, from rows of its relations."""

    frame: Frame
    node: ast.expr
    path: tuple[str, ...] = ()
    is_row: bool = True
    is_joined: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a reading notes what it does: the returned expression, or the field of a schema, called `label`."""

    frame: Frame
    node: ast.expr
    label: str = ""


def note_returned(frame: Frame, node: ast.expr, value: Value) -> None:
    """Notes at a `return` of an operation what its response reads. Of a synchronous one it is kept beside what the
    function does, for who asks what would be if it were asynchronous."""
    function = frame.function
    if function is None or not function.decorators or function.facts.is_generator or frame.muted or frame.env is None:
        return
    if not function.is_async and not frame.evaluator.is_supposing:
        return
    there = Frame(frame.evaluator, frame.module, function, frame.owner, dict(frame.env), frame.captured)
    for written, shape, body in _answers(there, function, node, value):
        _represent(Reading(there, written), Place(there, written), shape, body)
    for effect in there.effects.values():
        if function.is_async:
            frame.keep(replace(effect, lazily=True))
        else:
            frame.if_async[effect.identity, effect.site] = effect


def _answers(frame: Frame, function: Function, node: ast.expr, value: Value) -> Iterator[tuple[ast.expr, Value, Value]]:
    """The shapes that an operation declares, each with the expression and the value that take it."""
    names = frozenset(outside_calls.decorator_names(frame.evaluator, function))
    if serialisers.OPERATIONS.isdisjoint(names):
        return
    if not serialisers.PAGINATING.isdisjoint(names):
        value = union(
            tuple(each._replace(evaluated=True) if isinstance(each, QuerySet) else each for each in members(value))
        )
    there = Frame(frame.evaluator, function.module, function.parent, function.owner)
    for decorator in function.decorators:
        options = decorator.keywords if isinstance(decorator, ast.Call) else []
        response = next((each.value for each in options if each.arg == "response"), None)
        if isinstance(response, ast.Dict):
            pairs = zip(response.keys, response.values, strict=True)
            shapes = {key.value: part for key, part in pairs if isinstance(key, ast.Constant)}
            for each in members(value):
                code, body = _code_and_body(each)
                if code in shapes:
                    written = node.elts[1] if isinstance(node, ast.Tuple) and body is not each else node
                    yield written, annotations.value_of(there, shapes[code]), body
        elif response is not None:
            yield node, annotations.value_of(there, response), value


def _code_and_body(value: Value) -> tuple[object, Value]:
    match value:
        case Row(elements=(Constant(value=int() as code), body)):
            return code, body
        case _:
            return 200, value


def _represent(reading: Reading, place: Place, shape: Value, value: Value, depth: int = 0) -> None:
    """What making one shape of a value reads."""
    evaluator = place.frame.evaluator
    for wanted in members(shape) if depth <= DEEPEST else ():
        if isinstance(wanted, Collection):
            for each in members(evaluator.all_rows(place.frame, place.node, value)):
                is_empty = isinstance(each, QuerySet) and each.empty
                if isinstance(each, (QuerySet, Collection, Row)) and not is_empty:
                    element = evaluator.iterate(place.frame, place.node, each, HOW)
                    inside = replace(reading, is_row=False) if not reading.path else replace(reading, is_joined=False)
                    _represent(inside, place, wanted.element, element, depth + 1)
        elif isinstance(wanted, Instance) and isinstance(wanted.of, Class):
            is_schema = evaluator.classes.inherits(wanted.of, *serialisers.SCHEMAS)
            for each in members(value) if is_schema else ():
                if isinstance(each, Instance) and evaluator.declarations.is_model(each.of):
                    _represent_instance(reading, place, wanted.of, each, depth)


def _represent_instance(reading: Reading, outer: Place, schema: Class, instance: Instance, depth: int) -> None:
    evaluator = reading.frame.evaluator
    for name, (owner, binding) in _fields(reading.frame, schema).items():
        there = Frame(evaluator, owner.module, owner.parent, owner)
        place = Place(there, binding.annotation or reading.node, f"{schema.name}.{name}")
        if evaluator.classes.find(schema, f"resolve_{name}") is not None:
            with there.mute():
                resolver = evaluator.attribute(there, place.node, ClassValue(schema), f"resolve_{name}")
            evaluator.call(there, place.node, resolver, Arguments((instance,)))
            _rise(reading, place, outer, reading.path)
            continue
        value: Value = instance
        path = reading.path
        for part in _source(binding, name).split("."):
            value = evaluator.attribute(there, place.node, value, part)
            path = (*path, part)
            _rise(reading, place, outer, path)
        shape = annotations.value_of(Frame(evaluator, owner.module, owner.parent, owner), place.node)
        _represent(replace(reading, path=path), place, shape, value, depth + 1)
        _rise(reading, place, outer, path)
    for name in _model_fields(reading.frame, schema):
        field = evaluator.declarations.fields(instance.of).get(name)
        if field is not None and field.is_many_to_many:
            place = Place(Frame(evaluator, schema.module), schema.node.bases[0], f"{schema.name}.{name}")
            rows = evaluator.all_rows(
                place.frame, place.node, evaluator.attribute(place.frame, place.node, instance, name)
            )
            evaluator.iterate(place.frame, place.node, rows, HOW)
            _rise(reading, place, outer, (*reading.path, name))


def _rise(reading: Reading, place: Place, outer: Place, path: tuple[str, ...]) -> None:
    """Notes what was done for a field of a schema where what has the field is read, with what brings that along."""
    for effect in place.frame.effects.values():
        lookup = "" if effect.note else _lookup(reading, effect, path)
        is_joined = effect.kind == "loads" and reading.is_joined
        query = "select_related" if is_joined else "prefetch_related"
        outer.frame.keep(
            replace(
                effect,
                site=outer.frame.site(outer.node),
                callee="",
                via=replace(effect, note=f"reads `{place.label}`") if effect.note or effect.via is None else effect,
                depth=effect.depth + 1,
                trail=hash((effect.site, effect.trail)),
                note=effect.note or f"response field `{place.label}`",
                own_twin="",
                lazily=True,
                instead=f'load it with the instance: `{query}("{lookup}")`' if lookup else effect.instead,
                fetched=_fetched(reading, lookup) if lookup and is_joined else effect.fetched,
            )
        )
    place.frame.effects.clear()


def _lookup(reading: Reading, effect: Effect, path: tuple[str, ...]) -> str:
    """The lookup path of what an effect reads; empty where it is none. A property reads further from its instance."""
    if effect.kind not in ("loads", "evaluates") or effect.how == "deferred":
        return ""
    if effect.via is None:
        return "__".join(path)
    inner = effect.via.origin
    return "__".join((*reading.path, inner.lookup)) if inner is not None and inner.lookup else ""


def _fetched(reading: Reading, lookup: str) -> Fetched | None:
    return fetching.returned(reading.frame, reading.node, lookup, reading.is_row)


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
