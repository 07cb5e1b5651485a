"""Going through things: iteration, indexing, entering, testing, formatting. Every way to evaluate a queryset
or to run a generator or a special method ends here and becomes one effect."""

import ast

from django_async_lint.inference import (
    annotations,
    awaiting,
    catalogue,
    comprehensions,
    containers,
    coroutines,
    costs,
    forms,
    locking,
    outside_calls,
    paginators,
    querysets,
    records,
    requests,
)
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import (
    INT,
    NOTHING,
    SLICE,
    STR,
    UNKNOWN,
    AsyncIterator,
    Atomic,
    Awaitable,
    ClassValue,
    Collection,
    Constant,
    Context,
    Coroutine,
    FunctionValue,
    Generator,
    Instance,
    Lazy,
    Manager,
    Mapping,
    Nothing,
    Outside,
    QuerySet,
    Row,
    Union,
    Value,
    describe,
    dotted,
    join,
    members,
    union,
)
from django_async_lint.knowledge import django_services
from django_async_lint.project.modules import Class
from django_async_lint.project.trees import all_nodes


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
            return _of_lazy(frame, node, value, how)
        case Instance():
            return _of_instance(frame, node, value)
        case AsyncIterator():
            if alone:
                frame.add("iterates_wrongly", value.origin or "async iterator", "for", node)
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


def _of_lazy(frame: Frame, node: ast.expr, value: Lazy, how: str) -> Value:
    evaluator = frame.evaluator
    elements = tuple(element(frame, node, source, how) for source in value.sources)
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
        case Generator() | Lazy() | Collection() | Row():
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
    if forms.is_form(evaluator, value) and not _defines(frame, value, "__iter__"):
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
    if not value.path and evaluator.classes.is_known(value.of) and _defines(frame, value, "__aiter__"):
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
                return element(frame, node, rows, "page")
            if forms.is_form(frame.evaluator, container) and not _defines(frame, container, "__getitem__"):
                return forms.item(frame, container, index)
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
    return outside_calls.call_method(frame, node, instance, name, Arguments(arguments), False)


def _defines(frame: Frame, instance: Instance, name: str) -> bool:
    """Whether a class of the project defines a special method of an instance."""
    return frame.evaluator.classes.find(instance.of, name) is not None


def _looked_up(container: Mapping, index: Value) -> Value:
    known = dict(container.items)
    if isinstance(index, Constant) and isinstance(index.value, (str, int)) and index.value in known:
        return known[index.value]
    everything = union((*known.values(), container.other))
    return everything if not isinstance(everything, Nothing) else UNKNOWN


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
            if methods[0] == "__str__" and not _defines(frame, value, "__str__"):
                forms.note_rendered(frame, node, value)
        case Instance(of=Class() as cls):
            if methods[0] == "__repr__" and frame.evaluator.declarations.is_model(cls):
                methods = ("__repr__", "__str__")
            first = next((name for name in methods if _defines(frame, value, name)), "")
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


def entered(frame: Frame, node: ast.expr, value: Value, is_async: bool) -> Value:
    """What `with` or `async with` binds; entering and leaving run here."""
    found: Value = NOTHING
    alone = not isinstance(value, Union)
    for member in members(value):
        found = join(found, _entered(frame, node, member, is_async, alone))
    if is_async:
        awaiting.note_entered(frame, node, value)
    return found


def _entered(frame: Frame, node: ast.expr, value: Value, is_async: bool, alone: bool) -> Value:
    evaluator = frame.evaluator
    match value:
        case Context():
            if value.is_async != is_async and alone:
                frame.add("iterates_wrongly", value.key.function.dotted, "async_with" if is_async else "with", node)
            summary = evaluator.summary(value.key)
            if not value.is_async:
                frame.rise(node, summary.effects, value.key.function.dotted, summary.steps, lazily=True)
            return summary.yields
        case Atomic():
            if is_async:
                frame.add("iterates_wrongly", "django.db.transaction.atomic", "async_with", node)
            else:
                frame.add("transacts", "django.db.transaction.atomic", "with", node)
            return UNKNOWN
        case Instance():
            return _entered_instance(frame, node, value, is_async, alone)
        case Awaitable():
            return value.result
        case Coroutine():
            if alone and not is_async:
                coroutines.note_use(frame, node, value, "enter")
            return value.result
        case AsyncIterator() | Generator() | QuerySet():
            return value
        case Nothing():
            return NOTHING
        case _:
            return UNKNOWN


def note_executor_exit(frame: Frame, node: ast.With | ast.AsyncWith, item: ast.withitem) -> None:
    """Leaving `with ThreadPoolExecutor() as executor:` waits for whatever was submitted inside."""
    if isinstance(node, ast.AsyncWith) or not isinstance(item.optional_vars, ast.Name):
        return
    name = item.optional_vars.id
    value = (frame.env or {}).get(name)
    if not isinstance(value, Instance) or not frame.evaluator.classes.inherits(value.of, *_EXECUTORS):
        return
    submitted = any(
        isinstance(inner, ast.Attribute)
        and inner.attr in ("submit", "map")
        and isinstance(inner.value, ast.Name)
        and inner.value.id == name
        for statement in node.body
        for inner in all_nodes(statement)
    )
    if submitted:
        fact = catalogue.method("concurrent.futures.Executor", "shutdown")
        instead = fact.instead if fact is not None else ""
        frame.add("blocks", "concurrent.futures.Executor.shutdown", "wait", item.context_expr, instead=instead)


def note_held_lock(frame: Frame, node: ast.With, held: ast.expr, value: Value) -> None:
    """A lock of threads that is held while others run on the loop: whoever else takes it there stops the loop."""
    waits = (ast.Await, ast.AsyncFor, ast.AsyncWith)
    if not frame.is_async or not all(_is_thread_lock(frame, member) for member in members(value)):
        return
    if any(isinstance(inner, waits) for inner in costs.own_nodes(node)):
        frame.add("blocks", "threading.Lock.__enter__", "wait", held, instead=HOLD_ASYNC)


def _is_thread_lock(frame: Frame, member: Value) -> bool:
    if not isinstance(member, Instance) or member.path:
        return False
    mro = frame.evaluator.classes.mro(member.of)
    return not _LOCKS.isdisjoint(mro) and _REENTRANT.isdisjoint(mro)


HOLD_ASYNC = "use `asyncio.Lock` and `async with`; or leave the block before anything is awaited"
_LOCKS = frozenset({"threading.Lock", "multiprocessing.synchronize.Lock"})
_REENTRANT = frozenset({"threading.RLock", "multiprocessing.synchronize.RLock", "threading.Condition"})
"""Locks that the thread of the event loop takes a second time without waiting."""
_BLOCKING = frozenset({"http", "socket", "file", "sdk", "service", "subprocess"})


def _blocks_only(known: catalogue.OutsideClass) -> bool:
    """Whether a class is surely made for synchronous code: it blocks, and nothing of it is asynchronous."""
    effects = {*known.effects.values(), *(effect for _, effect in known.patterns), known.enter_effect}
    return not known.is_async and not known.coroutines and bool(effects & _BLOCKING)


_EXECUTORS = ("concurrent.futures.ThreadPoolExecutor", "concurrent.futures.ProcessPoolExecutor")


def _entered_instance(frame: Frame, node: ast.expr, value: Instance, is_async: bool, alone: bool) -> Value:
    evaluator = frame.evaluator
    enter, leave = ("__aenter__", "__aexit__") if is_async else ("__enter__", "__exit__")
    other = "__enter__" if is_async else "__aenter__"
    result = evaluator.special(frame, node, value, enter, ())
    if result is not None:
        evaluator.special(frame, node, value, leave, (UNKNOWN, UNKNOWN, UNKNOWN))
        if is_async:
            return result.result if isinstance(result, Coroutine) else UNKNOWN
        return result
    is_closed = evaluator.classes.is_known(value.of)
    if alone and is_closed and evaluator.classes.find(value.of, other) is not None:
        frame.add("iterates_wrongly", dotted(value.of), "async_with" if is_async else "with", node)
        return UNKNOWN
    for base in evaluator.classes.mro(value.of):
        known = catalogue.outside_class(base) if isinstance(base, str) else None
        if known is None:
            continue
        if known.enter_effect and not is_async:
            fact = catalogue.Fact(known.enter_effect, known.instead)
            outside_calls.note_effect(frame, node, f"{known.name}.__enter__", fact, Arguments())
        if known.is_async and not is_async and alone and not known.enter:
            frame.add("iterates_wrongly", known.name, "with", node)
            return UNKNOWN
        if is_async and not known.is_async and known.coroutines:
            return UNKNOWN
        if is_async and alone and value.of == known.name and _blocks_only(known):
            frame.add("iterates_wrongly", known.name, "async_with", node)
            return UNKNOWN
        if known.enter:
            return annotations.instance_of(evaluator, known.enter)
    return value
