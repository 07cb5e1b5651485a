"""Going through things: iteration, testing, formatting. Every such way to evaluate a queryset or to run a generator
or a special method ends here and becomes one effect."""

import ast

from django_async_lint.inference import (
    awaiting,
    catalogue,
    comprehensions,
    containers,
    coroutines,
    forms,
    locking,
    outside_calls,
    paginators,
    querysets,
    requests,
)
from django_async_lint.inference.describing import describe, dotted
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, members, union
from django_async_lint.inference.values import (
    INT,
    NOTHING,
    STR,
    UNKNOWN,
    AsyncIterator,
    ClassValue,
    Collection,
    Constant,
    Coroutine,
    FunctionValue,
    Generator,
    Instance,
    Lazy,
    Manager,
    Mapping,
    Nothing,
    QuerySet,
    Row,
    Union,
    Value,
)
from django_async_lint.project.modules import Class

LOOPS = frozenset({"for", "comprehension"})
"""Where `async` can stand in front; anything else goes through a value by itself."""


def element(frame: Frame, node: ast.expr, value: Value, how: str) -> Value:
    """One element of what is iterated synchronously at `node`."""
    found: Value = NOTHING
    value = requests.used(frame, node, value)
    with frame.using(value):
        for member in members(value):
            found = join(found, _element(frame, node, member, how, alone=not isinstance(value, Union)))
    return found


def _element(frame: Frame, node: ast.expr, value: Value, how: str, alone: bool) -> Value:
    match value:
        case QuerySet():
            querysets.evaluate(frame, node, value, how)
            return querysets.row(value)
        case Collection():
            return value.element if not isinstance(value.element, Nothing) else UNKNOWN
        case Row():
            return union(value.elements) if value.elements else UNKNOWN
        case Mapping():
            return containers.key_of(value)
        case Generator():
            return _of_generator(frame, node, value)
        case Lazy():
            return _of_lazy(frame, node, value)
        case Instance():
            return _of_instance(frame, node, value)
        case AsyncIterator():
            if alone:
                kind = "for" if how in LOOPS else "next" if how == "next" else "consume"
                frame.add("iterates_wrongly", value.origin or "async generator", kind, node)
            return value.element
        case FunctionValue():
            coroutines.note_uncalled(frame, node, value, "uncalled")
            return UNKNOWN
        case Coroutine():
            if alone:
                coroutines.note_use(frame, node, value, "iterate")
            return UNKNOWN
        case ClassValue():
            return Instance(value.of)
        case Constant(value=str()):
            return STR
        case Nothing():
            return NOTHING
        case _:
            return UNKNOWN


def _of_generator(frame: Frame, node: ast.expr, value: Generator) -> Value:
    """A generator runs where it is consumed."""
    written_here = comprehensions.consume(frame, node, value)
    if written_here is not None:
        return written_here
    summary = frame.evaluator.summary(value.key)
    frame.rise(node, summary.effects, value.key.function.dotted, summary.steps, lazily=True)
    return summary.yields if not isinstance(summary.yields, Nothing) else UNKNOWN


def _of_lazy(frame: Frame, node: ast.expr, value: Lazy) -> Value:
    evaluator = frame.evaluator
    elements = tuple(element(frame, node, source, "wrapped") for source in value.sources)
    match value.kind:
        case "enumerate":
            return Row((INT, *elements))
        case "zip":
            return Row(elements)
        case "groupby":
            key = evaluator.call(frame, node, value.function, Arguments(elements)) if value.function else elements[0]
            return Row((key, Collection("iterator", elements[0])))
    result: Value = NOTHING
    if value.function is not None:
        result = evaluator.call(frame, node, value.function, Arguments(elements))
        if value.kind == "filter":
            coroutines.note_use(frame, node, result, "condition")
    return result if value.kind == "map" else union(elements)


def begun(frame: Frame, node: ast.expr, value: Value, how: str) -> Value:
    """What `iter(value)` gives: a queryset fetches its rows here and now, a generator has not begun."""
    found: Value = NOTHING
    for member in members(value):
        found = join(found, _begun(frame, node, member, how, alone=not isinstance(value, Union)))
    return found


def _begun(frame: Frame, node: ast.expr, value: Value, how: str, alone: bool) -> Value:
    match value:
        case Generator() | Lazy() | Collection() | Row() | QuerySet(is_iterator=True):
            return value
        case Instance():
            iterator = frame.evaluator.special(frame, node, value, "__iter__", ())
            return value if iterator is None or value in members(iterator) else iterator
        case _:
            return Collection("iterator", _element(frame, node, value, how, alone))


def _of_instance(frame: Frame, node: ast.expr, value: Instance) -> Value:
    evaluator = frame.evaluator
    if (rows := paginators.rows_of(value)) is not None:
        return element(frame, node, rows, "page")
    if forms.is_form(evaluator, value) and not defines(frame, value, "__iter__"):
        return forms.element(frame, value)
    iterator = evaluator.special(frame, node, value, "__iter__", ())
    if iterator is not None:
        found: Value = NOTHING
        for member in members(iterator):
            if isinstance(member, Instance):
                result = evaluator.special(frame, node, member, "__next__", ())
                found = join(found, UNKNOWN if result is None else result)
            else:
                found = join(found, element(frame, node, member, "for"))
        return found
    result = evaluator.special(frame, node, value, "__getitem__", (UNKNOWN,))
    if result is not None:
        return result
    if not value.path and evaluator.classes.is_known(value.of) and defines(frame, value, "__aiter__"):
        frame.add("iterates_wrongly", dotted(value.of), "for", node)
        return UNKNOWN
    for base in evaluator.classes.mro(value.of):
        known = catalogue.outside_class(base) if isinstance(base, str) else None
        if known is None:
            continue
        if known.iter_effect:
            fact = catalogue.Fact(known.iter_effect, known.instead)
            outside_calls.note_effect(frame, node, f"{known.name}.__iter__", fact, Arguments())
        if known.iter_effect or known.iterates:
            return Instance(known.iterates) if known.iterates else UNKNOWN
    return UNKNOWN


def element_async(frame: Frame, node: ast.expr, value: Value) -> Value:
    """One element of what `async for` goes through at `node`."""
    found = _element_async(frame, node, value)
    awaiting.note_iterated(frame, node, value)
    return found


def _element_async(frame: Frame, node: ast.expr, value: Value) -> Value:
    alternatives = members(value)
    if coroutines.note_uncalled(frame, node, value, "uncalled"):
        return UNKNOWN
    if alternatives and all(_is_surely_synchronous(frame, member) for member in alternatives):
        rows = alternatives[0]
        is_iterator = isinstance(rows, QuerySet) and rows.is_iterator
        instead = "use `async for` over `.aiterator()`" if is_iterator else ""
        sink = f"{describe(rows)}.iterator" if is_iterator else describe(rows)
        frame.add("iterates_wrongly", sink, "async_for", node, instead=instead)
        return UNKNOWN
    found: Value = NOTHING
    for member in alternatives:
        match member:
            case QuerySet():
                locking.note(frame, node, member, describe(member))
                querysets.note_fetched(frame, node)
                found = join(found, querysets.row(member))
            case AsyncIterator():
                found = join(found, member.element)
            case Instance():
                iterator = frame.evaluator.special(frame, node, member, "__aiter__", ())
                found = join(found, _next_of(frame, node, iterator) if iterator is not None else UNKNOWN)
            case _:
                found = join(found, UNKNOWN)
    return found


def _next_of(frame: Frame, node: ast.expr, iterator: Value) -> Value:
    found: Value = NOTHING
    for member in members(iterator):
        match member:
            case AsyncIterator():
                found = join(found, member.element)
            case Instance():
                step = frame.evaluator.special(frame, node, member, "__anext__", ())
                found = join(found, step.result if isinstance(step, Coroutine) else UNKNOWN)
            case _:
                found = join(found, UNKNOWN)
    return found


def _is_surely_synchronous(frame: Frame, value: Value) -> bool:
    match value:
        case Row() | Mapping() | Generator() | Lazy() | Manager() | Collection():
            return True
        case Instance() if not value.path and isinstance(value.of, Class):
            classes = frame.evaluator.classes
            has_iter = classes.find(value.of, "__iter__") is not None
            return has_iter and classes.is_known(value.of) and classes.find(value.of, "__aiter__") is None
        case QuerySet():
            return value.is_iterator
        case Coroutine():
            return True
        case _:
            return False


def defines(frame: Frame, instance: Instance, name: str) -> bool:
    """Whether a class of the project defines a special method of an instance."""
    return frame.evaluator.classes.find(instance.of, name) is not None


def test(frame: Frame, node: ast.expr, value: Value) -> None:
    """Tests the truth of a value, as `if` does."""
    value = requests.used(frame, node, value)
    coroutines.note_condition(frame, node, value)
    for member in members(value):
        if isinstance(member, QuerySet):
            with frame.using(value):
                querysets.evaluate(frame, node, member, "bool")
        elif isinstance(member, Instance) and isinstance(member.of, Class):
            evaluator = frame.evaluator
            if evaluator.special(frame, node, member, "__bool__", ()) is None:
                evaluator.special(frame, node, member, "__len__", ())


def formatted(frame: Frame, node: ast.expr, value: Value, is_repr: bool = False) -> None:
    """Makes text of a value, as f-strings, `str` and `print` do, or as `repr` does."""
    methods = ("__repr__",) if is_repr else ("__str__", "__repr__")
    value = requests.used(frame, node, value)
    coroutines.note_use(frame, node, value, "format")
    for member in members(value):
        _formatted(frame, node, member, methods)


def _formatted(frame: Frame, node: ast.expr, value: Value, methods: tuple[str, ...], depth: int = 3) -> None:
    """Makes text of one value by the first of `methods` that its class has; of what a container holds by `repr`."""
    inside: tuple[Value, ...] = ()
    match value:
        case QuerySet():
            querysets.evaluate(frame, node, value, "str")
        case Instance() if value.of == forms.BOUND_FIELD or forms.is_form(frame.evaluator, value):
            if methods[0] == "__str__" and not defines(frame, value, "__str__"):
                forms.note_rendered(frame, node, value)
        case Instance(of=Class() as cls):
            if methods[0] == "__repr__" and frame.evaluator.declarations.is_model(cls):
                methods = ("__repr__", "__str__")
            first = next((name for name in methods if defines(frame, value, name)), "")
            if first:
                frame.evaluator.special(frame, node, value, first, ())
        case Row():
            inside = value.elements
        case Collection() if value.kind != "iterator":
            inside = (value.element,)
        case Mapping():
            inside = (*(item for _, item in value.items), value.other)
    for each in inside if depth else ():
        for member in members(each):
            _formatted(frame, node, member, ("__repr__",), depth - 1)
