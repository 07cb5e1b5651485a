"""Calls of methods that no class of the project defines, by what the receiver is."""

import ast

from django_async_lint.inference import (
    annotations,
    catalogue,
    containers,
    coroutines,
    forms,
    generic_views,
    given_functions,
    handed,
    memory,
    models,
    outside_calls,
    outside_methods,
    querysets,
    serializers,
    signals,
    special_calls,
    structuring,
)
from django_async_lint.inference.describing import short
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import (
    BOOL,
    STR,
    UNKNOWN,
    Atomic,
    Awaitable,
    ClassValue,
    Collection,
    Constant,
    Coroutine,
    Decorated,
    Factory,
    FunctionValue,
    Generator,
    Instance,
    Manager,
    Mapping,
    Method,
    Offloaded,
    QuerySet,
    Row,
    Super,
    Value,
)
from django_async_lint.knowledge import django_services, transparent


def call(frame: Frame, node: ast.expr, method: Method, arguments: Arguments, awaited: bool) -> Value:
    """What a method gives that is called on a value; its effects are noted at `node`."""
    receiver = method.receiver
    match receiver:
        case QuerySet() | Manager():
            coroutines.note_given(frame, node, arguments.all_values)
            return querysets.call_method(frame, node, receiver, method.name, arguments, awaited)
        case Instance() if receiver != STR:
            return _instance_method(frame, node, receiver, method.name, arguments, awaited)
        case Super():
            return _super_method(frame, node, receiver, method.name, arguments, awaited)
        case ClassValue():
            return _class_method(frame, node, receiver, method.name, arguments, awaited)
        case Collection() | Mapping() | Row() | Constant() | Instance(of="builtins.str"):
            return containers.call_method(frame, node, receiver, method.name, arguments)
        case Generator():
            return UNKNOWN
        case Awaitable():
            given_functions.note_task_method(frame, node, method.name, arguments)
            return UNKNOWN
        case FunctionValue() | Decorated() | Offloaded() | Atomic():
            return _function_method(frame, node, receiver, method.name, arguments)
        case Coroutine():
            coroutines.note_use(frame, node, receiver, "attribute", method.name)
            return UNKNOWN
        case _:
            return UNKNOWN


def _instance_method(
    frame: Frame, node: ast.expr, receiver: Instance, name: str, arguments: Arguments, awaited: bool
) -> Value:
    is_model = frame.evaluator.declarations.is_model(receiver.of) or models.is_row_from_elsewhere(receiver)
    if is_model and models.is_method(name):
        return models.call_method(frame, node, receiver, name, arguments, awaited)
    sent = signals.call_method(frame, node, receiver, name, arguments)
    if sent is not None:
        return sent
    held = handed.item(frame, receiver, arguments.get(0) or UNKNOWN) if name == "get" else None
    if held is not None:
        return held
    is_plain = not arguments.all_values and not arguments.rest
    if (text := forms.call_method(frame, node, receiver, name, is_plain)) is not None:
        return text
    if name in memory.VALIDATING and forms.is_form(frame.evaluator, receiver):
        asks = forms.validated(frame, node, receiver)
        if asks is False:
            memory.note_validated(frame, node)
            return BOOL
        if asks:
            querysets.note_query(frame, node, f"{short(receiver.of)}.{name}", "api", "", awaited, "")
            memory.note_validated(frame, node)
            return BOOL
    if serializers.is_serializer(frame.evaluator, receiver):
        done = serializers.call_method(frame, node, receiver, name, awaited)
        if done is not None:
            return done
    result = outside_methods.call_method(frame, node, receiver, name, arguments, awaited)
    if name in memory.VALIDATING:
        memory.note_validated(frame, node)
    return generic_views.given_by(frame, node, receiver, name, arguments) if result == UNKNOWN else result


def _super_method(frame: Frame, node: ast.expr, value: Super, name: str, arguments: Arguments, awaited: bool) -> Value:
    """`super().x()` where no class of the project has `x`: Django's own, or another outside class's."""
    receiver = value.receiver
    if name == "__new__":
        return special_calls.bare_instance(frame, arguments)
    match receiver:
        case QuerySet():
            return querysets.call_method(frame, node, receiver, name, arguments, awaited)
        case Manager():
            if name == "get_queryset":
                return querysets.plain_rows(frame, receiver)
            return querysets.call_method(frame, node, receiver, name, arguments, awaited)
        case Instance():
            if name == "dispatch" and generic_views.has_async_handlers(frame.evaluator, receiver.of):
                _instance_method(frame, node, receiver, name, arguments, awaited)
                return Coroutine(f"{django_services.VIEW}.{name}", UNKNOWN, frame.site(node))
            generic_views.call_handler(frame, node, receiver, name)
            return _instance_method(frame, node, receiver, name, arguments, awaited)
        case _:
            return UNKNOWN


def _class_method(
    frame: Frame, node: ast.expr, receiver: ClassValue, name: str, arguments: Arguments, awaited: bool
) -> Value:
    evaluator = frame.evaluator
    if name == "as_manager":
        return Manager(None, via=(receiver.of,))
    if name == "from_queryset":
        queryset = models.class_value(arguments.positional[0]) if arguments.positional else None
        return Factory(Manager(None, via=tuple(cls for cls in (receiver.of, queryset) if cls is not None)))
    bases = evaluator.classes.mro(receiver.of)
    if structuring.is_class_method(bases, name):
        return annotations.instance_of(evaluator, receiver.of)
    for base in bases:
        if isinstance(base, str):
            dotted = catalogue.canonical(f"{base}.{name}") or f"{base}.{name}"
            if catalogue.call(dotted) is not None:
                return outside_calls.call(frame, node, dotted, arguments, awaited)
    return UNKNOWN


def _function_method(frame: Frame, node: ast.expr, receiver: Value, name: str, arguments: Arguments) -> Value:
    """Attributes that decorators add to functions: `__wrapped__`, task methods such as `delay`."""
    if name == "__call__":
        return frame.evaluator.call(frame, node, receiver, arguments)
    if name == "__enter__" and isinstance(receiver, Atomic):
        frame.add("transacts", "django.db.transaction.atomic", "with", node)
    gained = transparent.GAINS_METHODS.get(receiver.decorator, "") if isinstance(receiver, Decorated) else ""
    if not gained:
        return UNKNOWN
    return outside_methods.call_method(frame, node, Instance(gained), name, arguments, awaited=False)
