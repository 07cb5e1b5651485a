"""Values in words that a Django developer uses: `Post, author not loaded`, `coroutine of shop.services.load`.

For `dal explain` only; what specs compare is `describing.describe`.
"""

from collections.abc import Iterable, Iterator

from django_async_lint.inference import loading
from django_async_lint.inference.describing import dotted, short
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import (
    UNKNOWN,
    AsyncIterator,
    Atomic,
    Awaitable,
    ClassValue,
    Collection,
    Constant,
    Context,
    Coroutine,
    Decorated,
    FunctionValue,
    Generator,
    Instance,
    Lazy,
    LazyObject,
    Loaded,
    Manager,
    Mapping,
    Method,
    ModuleValue,
    Offloaded,
    OnLoop,
    Outside,
    Partial,
    QuerySet,
    Row,
    Union,
    Value,
)
from django_async_lint.project.classes import ClassLike

MOST_RELATIONS = 4
MOST_ALTERNATIVES = 4
RELATIONS = ("forward", "one_to_one", "generic")


def of_all(evaluator: Evaluator, values: Iterable[Value]) -> str:
    """What an expression was in several evaluations; unknown ones count only where there are no others."""
    found = dict.fromkeys(of(evaluator, member) for value in values for member in members(value))
    known = [text for text in found if text != "unknown"] or ["unknown"]
    more = len(known) - MOST_ALTERNATIVES
    return " | ".join(known[:MOST_ALTERNATIVES]) + (f" | {more} more" if more > 0 else "")


def of(evaluator: Evaluator, value: Value) -> str:
    """A value in words."""
    match value:
        case Instance():
            return _instance(evaluator, value)
        case QuerySet() | Manager():
            return _rows(evaluator, value)
        case Union():
            return of_all(evaluator, value.members)
        case Coroutine():
            return f"coroutine of {value.origin}"
        case Collection() | Row() | Mapping():
            return _container(evaluator, value)
        case Constant():
            return repr(value.value)
        case FunctionValue():
            kind = "coroutine function" if value.function.is_async else "function"
            return f"{kind} {value.function.dotted}"
        case Method():
            return f"method {name_of_method(value)}"
        case ClassValue():
            return f"class {value.of.dotted}"
        case ModuleValue():
            return "module"
        case Outside():
            return value.name.removeprefix("builtins.")
        case _:
            return _wrapper(evaluator, value)


def _wrapper(evaluator: Evaluator, value: Value) -> str:
    match value:
        case Awaitable():
            return f"awaitable of {of(evaluator, value.result)}"
        case AsyncIterator():
            return f"asynchronous iterator of {of(evaluator, value.element)}"
        case Generator() | Context():
            kind = "generator" if isinstance(value, Generator) else "context manager"
            return f"{kind} of {value.key.function.dotted}"
        case Lazy():
            return f"{value.kind} iterator"
        case Offloaded():
            return f"{of(evaluator, value.target)}, run in a thread"
        case OnLoop():
            return f"{of(evaluator, value.target)}, run to its end by async_to_sync"
        case Partial():
            return f"partial of {of(evaluator, value.target)}"
        case Decorated():
            return f"{of(evaluator, value.target)}, decorated by {value.decorator}"
        case Atomic():
            return "transaction.atomic"
        case LazyObject():
            return f"{of(evaluator, value.value)}, fetched on first use"
        case _:
            return "unknown"


def name_of_method(method: Method) -> str:
    """A method with the class of its receiver: `QuerySet.filter`, `openai.OpenAI.chat.completions.create`."""
    match method.receiver:
        case Instance() as receiver:
            return ".".join(filter(None, (dotted(receiver.of), receiver.path, method.name)))
        case QuerySet():
            return f"QuerySet.{method.name}"
        case Manager():
            return f"Manager.{method.name}"
        case Collection() | Row() | Mapping() as receiver:
            return f"{getattr(receiver, 'kind', 'dict')}.{method.name}"
        case Constant() as receiver:
            return f"{receiver.type}.{method.name}"
        case _:
            return method.name


def _instance(evaluator: Evaluator, value: Instance) -> str:
    name = value.of.removeprefix("builtins.") if isinstance(value.of, str) else value.of.name
    if value.path:
        return f"{name}.{value.path}"
    if not evaluator.declarations.is_model(value.of):
        return name
    if value.loaded is None:
        return f"{short(value.of)}, of unknown origin"
    return ", ".join((short(value.of), *_relations(evaluator, value.of, value.loaded)))


def _rows(evaluator: Evaluator, value: QuerySet | Manager) -> str:
    parts = [f"{type(value).__name__}[{short(value.model) if value.model is not None else 'unknown model'}]"]
    if isinstance(value, Manager):
        if value.relation:
            parts.append("prefetched" if value.prefetched else "not prefetched")
        return ", ".join(parts)
    if value.model is not None and value.rows == "instances":
        loaded = [text for text in _relations(evaluator, value.model, value.loaded) if not text.endswith("not loaded")]
        parts += loaded
    elif value.rows != "instances":
        parts.append("rows of values")
    parts += ["empty"] if value.empty else ["already evaluated"] if value.evaluated else []
    return ", ".join(parts)


def _relations(evaluator: Evaluator, model: ClassLike, loaded: Loaded) -> Iterator[str]:
    """What of a model's relations and fields is in memory, one phrase each; those below them only when loaded."""
    marks = loaded or frozenset()
    fields = evaluator.declarations.fields(model).values()
    names = [field.name for field in fields if field.kind in RELATIONS]
    told = [f"{name} {'loaded' if loading.is_loaded(marks, name) else 'not loaded'}" for name in names]
    told += [f"{mark} loaded" for mark in sorted(marks) if "__" in mark and mark.replace("_", "").isalnum()]
    yield from told[:MOST_RELATIONS]
    if len(told) > MOST_RELATIONS:
        yield "…"
    only = sorted(mark[1:] for mark in marks if mark.startswith("="))
    if only:
        yield f"only {', '.join(only)} fetched"
    left_out = sorted(mark[1:] for mark in marks if mark.startswith("-") and mark[1:] not in names)
    if left_out:
        yield f"{', '.join(left_out)} deferred"


def _container(evaluator: Evaluator, value: Collection | Row | Mapping) -> str:
    match value:
        case Collection():
            return f"{value.kind}[{of(evaluator, value.element)}]"
        case Row():
            return f"{value.kind}[{', '.join(of(evaluator, element) for element in value.elements)}]"
        case _:
            held = dict.fromkeys(of(evaluator, item) for _, item in value.items)
            known = [text for text in held if text != "unknown"] or [of(evaluator, value.other or UNKNOWN)]
            return f"dict[{' | '.join(known[:MOST_ALTERNATIVES])}]"
