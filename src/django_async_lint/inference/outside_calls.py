"""Calls of functions and methods outside the project: their effects and results from the tables, and the few that
take a callable and run it somewhere else."""

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from django_async_lint.diagnostic import Confidence
from django_async_lint.inference import (
    annotations,
    builtin_calls,
    call_costs,
    catalogue,
    construction,
    coroutines,
    functions,
    mail,
    memory,
    models,
    paginators,
    querysets,
    requests,
    serialising,
    settings,
    templates,
    twins,
)
from django_async_lint.inference.catalogue import Fact
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import (
    BOOL,
    NONE,
    NOTHING,
    UNKNOWN,
    Atomic,
    Awaitable,
    ClassValue,
    Collection,
    Constant,
    Coroutine,
    Factory,
    FunctionValue,
    Instance,
    Lazy,
    LazyObject,
    Manager,
    Mapping,
    Method,
    Nothing,
    Offloaded,
    OnLoop,
    Outside,
    Partial,
    QuerySet,
    Row,
    Value,
    constant,
    join,
    members,
    short,
)
from django_async_lint.knowledge import django_orm, django_services, offloading, transparent
from django_async_lint.project.modules import Function

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

TRANSACTIONS = ("django.db.transaction.", "django.db.connection.", "django.db.connections.", "django.db.backends.")
DEFAULT_CACHE = "django.core.cache.cache."
MAIL = "django.core.mail."
LOGGING = "logging."
PAGINATED = frozenset({django_services.PAGINATOR, django_services.ASYNC_PAGINATOR})
CACHE = "django.core.cache.backends.base.BaseCache"
KEEPING = frozenset({"set", "add", "get_or_set", "aget_or_set"})
PICKLERS = frozenset({"pickle.dumps", "pickle.dump", "copy.copy"})
LAZY_MAKERS = frozenset({"django.utils.functional.SimpleLazyObject"})
SESSION_STORES = frozenset(f"{engine}.SessionStore" for engine in django_services.SESSION_ENGINES)
RECORD_MAKERS = frozenset({"collections.namedtuple"})
TASKS = frozenset({"asyncio.create_task", "asyncio.ensure_future", "asyncio.shield"})
KIND_TESTS = frozenset({
    "asyncio.iscoroutinefunction", "inspect.iscoroutinefunction", "asgiref.sync.iscoroutinefunction",
    "asyncio.coroutines.iscoroutinefunction",
})  # fmt: skip
SERIALISERS = frozenset({
    "django.http.JsonResponse", "django.http.HttpResponse", "django.http.response.JsonResponse",
    "django.http.response.HttpResponse", "json.dumps", "rest_framework.response.Response",
})  # fmt: skip
RENDERERS = frozenset({
    "django.shortcuts.render", "django.template.loader.render_to_string",
    "django.template.response.TemplateResponse", "django.template.response.SimpleTemplateResponse",
})  # fmt: skip
LOGGING_METHODS = frozenset({"debug", "info", "warning", "error", "exception", "critical", "log"})


def runs_argument_elsewhere(callee: Value) -> bool:
    """Whether a callee takes a callable to run it in a thread: then calling that callable first is a mistake."""
    if not isinstance(callee, Outside):
        return False
    return callee.name in offloading.THREAD_WRAPPERS or callee.name in offloading.THREAD_CALLS


def note_called_argument(frame: Frame, node: ast.Call, callee: Value, arguments: Arguments) -> None:
    """`sync_to_async(f(x))`: the call has happened here, on the loop."""
    assert isinstance(callee, Outside)
    index = offloading.THREAD_WRAPPERS.get(callee.name, offloading.THREAD_CALLS.get(callee.name, 0))
    if index >= len(node.args) or index >= len(arguments.positional):
        return
    written, value = node.args[index], arguments.positional[index]
    if isinstance(written, ast.Call) and not _may_be_callable(frame, value):
        frame.add("offloads_wrongly", callee.name, "called", node)


def _may_be_callable(frame: Frame, value: Value) -> bool:
    """Whether a value may be called, or nothing is known of it and nothing blocking was seen to make it."""
    uncallable = (Constant, QuerySet, Manager, Row, Coroutine)
    for member in members(value):
        if isinstance(member, uncallable):
            continue
        if isinstance(member, Instance):
            of = member.of
            if frame.evaluator.declarations.is_model(of) and frame.evaluator.classes.find(of, "__call__") is None:
                continue
            if of in ("builtins.int", "builtins.bool", "builtins.str", "requests.Response"):
                continue
        return True
    return False


def call(frame: Frame, node: ast.expr, name: str, arguments: Arguments, awaited: bool) -> Value:
    """The value of a call of something outside the project, by dotted name."""
    known = builtin_calls.call(frame, node, name.removeprefix("builtins."), arguments)
    if known is not None:
        return known
    special = _special(frame, node, name, arguments)
    if special is not None:
        return special
    templates.note_function(frame, node, name, arguments)
    if name.startswith(DEFAULT_CACHE) and (method := name.removeprefix(DEFAULT_CACHE)) in KEEPING:
        _note_cached(frame, node, method, arguments)
    fact = catalogue.call(name)
    if fact is None:
        return _unknown_call(frame, name, arguments)
    return _by_fact(frame, node, name, fact, arguments, awaited)


def _by_fact(
    frame: Frame, node: ast.expr, name: str, fact: Fact, arguments: Arguments, awaited: bool
) -> Value:
    requests.note_call(frame, node, name)
    if fact.is_coroutine:
        return Coroutine(name, _returned(frame, node, name, fact, arguments), frame.site(node))
    if fact.is_awaitable:
        return Awaitable(_returned(frame, node, name, fact, arguments))
    if fact.effect:
        note_effect(frame, node, name, fact, arguments, awaited)
    return _returned(frame, node, name, fact, arguments)


def _returned(frame: Frame, node: ast.expr, name: str, fact: Fact, arguments: Arguments) -> Value:
    if fact.returns:
        if fact.returns in templates.CLASSES:
            return templates.loaded(frame, node, name, fact.returns, arguments)
        if fact.returns.startswith("argument:"):
            index = int(fact.returns.removeprefix("argument:"))
            return arguments.get(index) or UNKNOWN
        if fact.returns == django_orm.USER:
            user = frame.evaluator.declarations.user_model(frame.module)
            return join(Instance(user, frozenset()), NONE)
        return annotations.instance_of(frame.evaluator, fact.returns)
    if name in templates.CLASSES:
        return templates.loaded(frame, node, name, name, arguments)
    if name in templates.RESPONSES:
        return templates.response(frame.evaluator, name, arguments)
    if catalogue.is_known_class(name):
        return annotations.instance_of(frame.evaluator, name)
    if name in ("django.shortcuts.get_object_or_404", "django.shortcuts.aget_object_or_404"):
        return models.row_of_source(frame, node, arguments.get(0) or UNKNOWN)
    if name in ("django.shortcuts.get_list_or_404", "django.shortcuts.aget_list_or_404"):
        return Collection("list", models.row_of_source(frame, node, arguments.get(0) or UNKNOWN))
    return UNKNOWN


def _unknown_call(frame: Frame, name: str, arguments: Arguments) -> Value:
    """A call that no table holds: a name that looks like a class gives an instance of it."""
    last = name.rpartition(".")[2]
    if last[:1].isupper() and not last.isupper():
        if frame.evaluator.declarations.is_model(name):
            return Instance(name, frozenset({"*"}))
        return annotations.instance_of(frame.evaluator, name)
    return UNKNOWN


def note_effect(
    frame: Frame, node: ast.expr, name: str, fact: Fact, arguments: Arguments, awaited: bool = False
) -> None:
    """Notes the effect of an outside call, unless its arguments take the effect away."""
    if not fact.effect or _is_lifted(frame, fact, arguments):
        return
    match fact.effect:
        case "cpu":
            if not (fact.constant_ok and _is_tiny(arguments)) and not call_costs.is_light(frame, node, name):
                frame.add("computes", name, "", node, instead=fact.instead)
        case "query" | "queries":
            if name.startswith(TRANSACTIONS):
                frame.add("transacts", name, "call", node, instead=fact.instead)
            else:
                querysets.note_query(frame, node, name, "api", "", awaited, _twin(frame, name, fact))
        case "cache":
            _note_cache(frame, node, name, fact, arguments, awaited)
        case "service" if name.startswith(MAIL) and settings.sends_mail_in_memory(frame.evaluator, frame.module):
            return
        case "template":
            frame.add("blocks", name, "template", node, instead=fact.instead)
        case _:
            if awaited:
                # awaiting what is only declared shows that the declaration is wrong, not the await
                trust: Confidence = "low" if coroutines.is_only_declared(frame, node) else "high"
                frame.add("awaits_sync", name, "value", node, instead=fact.instead, confidence=trust)
            else:
                frame.add("blocks", name, fact.effect, node, instead=fact.instead)


def _note_cache(
    frame: Frame, node: ast.expr, name: str, fact: Fact, arguments: Arguments, awaited: bool
) -> None:
    """A call of a cache does what the backend does that the settings name for its alias."""
    if twin := _twin(frame, name, fact):
        fact = replace(fact, instead=f"await the asynchronous form, which uses a thread: `await cache.{twin}(...)`")
    effect = settings.cache_effect(frame.evaluator, frame.module, _cache_alias(frame, node, name))
    if effect or awaited:
        note_effect(frame, node, name, replace(fact, effect=effect or "service"), arguments, awaited)


def _note_cached(frame: Frame, node: ast.expr, method: str, arguments: Arguments) -> None:
    """What a cache does with the value it is given: it pickles it, which fetches the rows of a queryset, and calls
    the default of `get_or_set` where the caller runs."""
    value = arguments.get(1, "default" if method.endswith("get_or_set") else "value")
    if value is None:
        return
    if method.endswith("get_or_set"):
        for member in members(value):
            if isinstance(member, (FunctionValue, Partial)):
                value = frame.evaluator.call(frame, node, member, Arguments())
    if not method.startswith("a"):
        _pickled(frame, node, value)


def _pickled(frame: Frame, node: ast.expr, value: Value) -> None:
    for member in members(value):
        if isinstance(member, QuerySet):
            querysets.evaluate(frame, node, member, "pickle")


def _cache_alias(frame: Frame, node: ast.expr, name: str) -> str | None:
    """The alias of the cache that a call is made on, where it is known."""
    if name.startswith(DEFAULT_CACHE):
        return "default"
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return None
    with frame.mute():
        cache = frame.evaluator.value_of(frame, node.func.value)
    alias = dict(cache.state or ()).get("alias") if isinstance(cache, Instance) else None
    return alias.value if isinstance(alias, Constant) and isinstance(alias.value, str) else None


def _twin(frame: Frame, name: str, fact: Fact) -> str:
    owner, _, method = name.rpartition(".")
    target = frame.evaluator.target_django
    found = twins.of_method(owner, method, target)
    if found or not fact.twin:
        return found
    return fact.twin if twins.is_available(fact.twin_since, target) else ""


def _is_lifted(frame: Frame, fact: Fact, arguments: Arguments) -> bool:
    """Whether an argument such as `blocking=False` or an in-memory file takes the effect away."""
    for place, literal in fact.unless:
        if place == "()":
            if not arguments.all_values and not arguments.rest:
                return True
            continue
        value = arguments.get(int(place)) if place.isdigit() else arguments.get(-1, place)
        if value is not None and (literal == "*" or any(_is(frame, member, literal) for member in members(value))):
            return True
    return False


def _is(frame: Frame, value: Value, literal: str) -> bool:
    """Whether a value is what a table writes as `False`, `0`, a class (`io.BytesIO`) or a constant's dotted name."""
    match value:
        case Constant():
            return repr(value.value) == literal or _equal(value, literal)
        case Instance():
            return literal in frame.evaluator.classes.mro(value.of)
        case Outside():
            return value.name == literal
        case _:
            return False


def _equal(value: Constant, literal: str) -> bool:
    return isinstance(value.value, (int, float)) and literal in ("0", "0.0") and value.value == 0 and (
        not isinstance(value.value, bool)
    )


def _is_tiny(arguments: Arguments) -> bool:
    """Whether every argument is a small literal: heavy work on those is light."""
    values = arguments.all_values
    return bool(values) and not arguments.rest and all(_is_small_literal(value) for value in values)


def _is_small_literal(value: Value) -> bool:
    match value:
        case Constant(value=str() | bytes() as text):
            return len(text) < 1000
        case Constant(value=number):
            return not isinstance(number, (int, float)) or abs(number) < 1000
        case Row(elements=elements):
            return all(_is_small_literal(element) for element in elements)
        case _:
            return False


def call_method(
    frame: Frame, node: ast.expr, receiver: Instance, path: str, arguments: Arguments, awaited: bool
) -> Value:
    """A method call on an instance of a class outside the project, or of one that inherits from it."""
    if receiver.path:
        receiver, path = Instance(receiver.of), f"{receiver.path}.{path}"
    if receiver.of in PAGINATED and (page := paginators.call_method(frame, node, receiver, path)) is not None:
        return page
    if path in KEEPING and frame.evaluator.classes.inherits(receiver.of, CACHE):
        _note_cached(frame, node, path, arguments)
    if path == "send" and mail.stays_in_memory(frame.evaluator, receiver):
        return UNKNOWN
    for base in frame.evaluator.classes.mro(receiver.of):
        if not isinstance(base, str):
            continue
        offloaded = _executor_method(frame, node, base, path, arguments)
        if offloaded is not None:
            return offloaded
        if path == "render":
            templates.note_method(frame, node, receiver, arguments)
            if base in templates.CLASSES:
                note_serialised(frame, node, arguments)
        if base in _LOOPS and path in ("create_task", "ensure_future"):
            return _task(arguments)
        if base in _EXIT_STACKS and path in ("enter_context", "enter_async_context"):
            return _entered_by_stack(frame, node, path, arguments)
        if base in _LOGGERS and path in LOGGING_METHODS:
            note_serialised(frame, node, arguments)
            return NONE
        if base in django_orm.ABSTRACT_MODELS:
            found = _model_method(frame, node, receiver, base, path, awaited)
            if found is not None:
                return found
        if (index := transparent.CONSUMING_METHODS.get(f"{base}.{path}")) is not None:
            consumed = arguments.get(index)
            if consumed is not None and isinstance(node, ast.Call):
                frame.evaluator.iterate(frame, node.args[index], consumed, "for")
        fact = catalogue.method(base, path)
        if fact is not None and frame.evaluator.classes.inherits(base, requests.SESSION):
            return _session_method(frame, node, receiver, f"{base}.{path}", fact, arguments, awaited)
        if fact is not None:
            return _by_fact(frame, node, f"{base}.{path}", fact, arguments, awaited)
    return UNKNOWN


def has_method(frame: Frame, instance: Instance, name: str) -> bool:
    """Whether the tables know a method of an instance."""
    classes = frame.evaluator.classes.mro(instance.of)
    return any(isinstance(base, str) and catalogue.method(base, name) is not None for base in classes)


def _session_method(
    frame: Frame, node: ast.expr, session: Instance, sink: str, fact: Fact, arguments: Arguments, awaited: bool
) -> Value:
    """A method of a session: what it does depends on the engine and on what is in memory already."""
    name = sink.rpartition(".")[2]
    if fact.effect:
        fact = replace(fact, effect=requests.session_effect(frame, session, name))
    result = _by_fact(frame, node, sink, fact, arguments, awaited)
    reads = not django_services.SESSION_READS.isdisjoint((name, name.removeprefix("a")))
    if reads and not _is_lifted(frame, fact, arguments):
        requests.note_session_used(frame, node)
    return result


def _model_method(
    frame: Frame, node: ast.expr, receiver: Instance, base: str, name: str, awaited: bool
) -> Value | None:
    """A method that a model outside the project defines, such as `user.has_perm`; None when it has none."""
    entry = django_orm.ABSTRACT_MODELS[base]
    methods, lazy = entry.get("methods", {}), entry.get("lazy", "")
    assert isinstance(methods, dict) and isinstance(lazy, str)
    sink = f"{short(receiver.of)}.{name}"
    if name in methods:
        twin = twins.of_method(base, name, frame.evaluator.target_django)
        querysets.note_query(frame, node, sink, name, "", awaited, twin)
        return _of_model_method(receiver, methods[name])
    if name in lazy.split():
        return QuerySet(receiver.of)
    if name in twins.NAMES and name.removeprefix("a") in methods:
        return Coroutine(sink, _of_model_method(receiver, methods[name.removeprefix("a")]), frame.site(node))
    return None


def _of_model_method(receiver: Instance, word: str) -> Value:
    """What the tables' word for the result of a model's method stands for."""
    row = Instance(receiver.of, frozenset())
    match word:
        case "instance":
            return row
        case "instance_or_none":
            return join(row, NONE)
        case "instances":
            return Collection("list", row)
        case "queryset":
            return QuerySet(receiver.of)
        case "bool":
            return BOOL
        case "none":
            return NONE
        case _:
            return UNKNOWN


def _entered_by_stack(frame: Frame, node: ast.expr, path: str, arguments: Arguments) -> Value:
    is_async = path == "enter_async_context"
    entered = frame.evaluator.enter(frame, node, arguments.get(0) or UNKNOWN, is_async)
    return Coroutine(f"contextlib.AsyncExitStack.{path}", entered, frame.site(node)) if is_async else entered


_EXIT_STACKS = frozenset({"contextlib.ExitStack", "contextlib.AsyncExitStack"})
_LOOPS = frozenset({"asyncio.AbstractEventLoop", "asyncio.TaskGroup"})
_LOGGERS = frozenset({"logging.Logger"})


def _executor_method(
    frame: Frame, node: ast.expr, base: str, path: str, arguments: Arguments
) -> Value | None:
    index = offloading.EXECUTOR_METHODS.get(base, {}).get(path)
    if index is None:
        return None
    target = arguments.get(index)
    rest = Arguments(arguments.positional[index + 1 :], arguments.keywords)
    result: Value = UNKNOWN
    if target is not None:
        with frame.mute():
            result = frame.evaluator.call(frame, node, target, rest)
    if path in offloading.EXECUTOR_AWAITABLES:
        return Awaitable(result)
    fact = catalogue.method(base, path)
    if fact is not None and fact.effect:
        note_effect(frame, node, f"{base}.{path}", fact, arguments)
    return Instance("concurrent.futures.Future") if path in ("submit",) else UNKNOWN


def _special(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """Names that do something with a callable or a coroutine given to them."""
    first = arguments.get(0)
    if name in offloading.THREAD_WRAPPERS:
        return _wrapped(name, arguments)
    if name in offloading.LOOP_WRAPPERS:
        return OnLoop(first) if first is not None else Outside(name)
    if name in offloading.THREAD_CALLS:
        return _thread_call(frame, node, name, arguments)
    if name in offloading.THREAD_CONSTRUCTORS:
        return Instance(name)
    if name in TASKS:
        return _task(arguments)
    if name in offloading.RUNNING_LOOP_TESTS:
        return constant(True)
    if name in KIND_TESTS:
        return _kind_of_function(first) if first is not None else BOOL
    if name == "asyncio.gather":
        return Awaitable(_gathered(frame, node, arguments))
    if name in ("asyncio.wait_for", "asyncio.timeout"):
        result = _result_of(first) if first is not None else UNKNOWN
        return Coroutine(name, result, frame.site(node)) if name == "asyncio.wait_for" else UNKNOWN
    if name in ("asyncio.run", "asyncio.Runner.run"):
        frame.add("blocks", name, "loop", node, instead="await the coroutine")
        return _result_of(first) if first is not None else UNKNOWN
    if name == "functools.partial" and first is not None:
        return Partial(first, arguments.positional[1:], arguments.keywords)
    if name == "django.db.transaction.atomic":
        is_decorator = isinstance(first, (FunctionValue, Method, Offloaded))
        return Atomic(first if is_decorator else None)
    if name in ("django.contrib.auth.get_user_model", "django.contrib.auth.models.get_user_model"):
        return _user_class(frame)
    if name == "django.apps.apps.get_model":
        return _model_named(frame, arguments)
    if name.startswith(LOGGING) and name.removeprefix(LOGGING) in LOGGING_METHODS:
        note_serialised(frame, node, arguments)
        return NONE
    if name in RENDERERS:
        note_serialised(frame, node, arguments)
    if name in SERIALISERS:
        note_serialised(frame, node, arguments)
        return Instance(name)
    if name in PICKLERS and first is not None:
        _pickled(frame, node, first)
    if name in LAZY_MAKERS and first is not None:
        return LazyObject(first, "")
    if name in SESSION_STORES and not arguments.all_values and not arguments.rest:
        return Instance(name, requests.FETCHED)
    if name in django_services.FORMSET_FACTORIES:
        return Factory(Instance(django_services.FORMSET_FACTORIES[name]))
    if name in RECORD_MAKERS:
        return construction.record_class(arguments)
    if name in mail.MESSAGES or name == mail.GET_CONNECTION:
        return mail.made(frame, node, name, arguments)
    if name in templates.CONTEXTS:
        return templates.context(name, arguments)
    if name in PAGINATED:
        return paginators.made(name, arguments)
    if name in (serialising.SERIALISE, serialising.AS_DICT):
        serialising.call(frame, node, name, arguments)
    if name == django_orm.PREFETCH:
        return querysets.prefetch(arguments)
    if name.endswith(".from_queryset"):
        made_from = models.class_value(first) if first is not None else None
        owner = name.removesuffix(".from_queryset")
        return Factory(Manager(None, via=tuple(cls for cls in (owner, made_from) if cls is not None)))
    if name in memory.PREFETCHERS:
        memory.note_prefetched(frame, node, arguments)
    if name in transparent.ITERATES_ARGUMENT:
        return Lazy("iterate", None, arguments.positional[transparent.ITERATES_ARGUMENT[name] :])
    if name in transparent.RETURNS_ARGUMENT:
        return arguments.get(transparent.RETURNS_ARGUMENT[name]) or UNKNOWN
    if name in transparent.PASS_THROUGH_DECORATORS and isinstance(first, (FunctionValue, ClassValue, Offloaded)):
        return first
    return None


def _gathered(frame: Frame, node: ast.expr, arguments: Arguments) -> Value:
    """The results of `gather`: one by one, or of one kind where a star hides how many there are."""
    if not arguments.rest or not isinstance(node, ast.Call):
        return Row(tuple(_result_of(value) for value in arguments.positional), "list")
    found: Value = NOTHING
    with frame.mute():
        for written in node.args:
            is_star = isinstance(written, ast.Starred)
            value = frame.evaluator.value_of(frame, written.value if isinstance(written, ast.Starred) else written)
            each = frame.evaluator.iterate(frame, written, value, "unpack") if is_star else value
            found = join(found, _result_of(each))
    return Collection("list", found if not isinstance(found, Nothing) else UNKNOWN)


def _kind_of_function(value: Value) -> Value:
    """Whether a callable makes coroutines, where that is sure."""
    if isinstance(value, Offloaded):
        return constant(True)
    inner = value if isinstance(value, FunctionValue) else None
    if isinstance(value, Partial):
        inner = functions.inner_function(value)
    if isinstance(value, Method):
        return constant(_is_coroutine_method(value))
    if isinstance(value, Outside) and (fact := catalogue.call(value.name)) is not None:
        return constant(fact.is_coroutine)
    if inner is not None:
        return constant(inner.function.is_async and not inner.function.facts.is_generator)
    return BOOL


def _is_coroutine_method(method: Method) -> bool:
    """Whether a method outside the project makes a coroutine: one of Django's twins, or one that the tables know."""
    receiver = method.receiver
    if isinstance(receiver, Instance) and isinstance(receiver.of, str) and not receiver.path:
        fact = catalogue.method(receiver.of, method.name)
        if fact is not None and fact.is_coroutine:
            return True
    return method.name in twins.NAMES


def _wrapped(name: str, arguments: Arguments) -> Value:
    """`sync_to_async(f)`, `sync_to_async(thread_sensitive=False)` and the decorator forms."""
    keyword = offloading.KEYWORDS.get(name, "func")
    target = arguments.get(offloading.THREAD_WRAPPERS[name], keyword)
    if target is None or (isinstance(target, Constant) and target.value is None):
        return Outside(name)
    return Offloaded(target)


def _thread_call(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    index = offloading.THREAD_CALLS[name]
    target = arguments.get(index, offloading.KEYWORDS.get(name, "func"))
    if target is None:
        return Coroutine(name, UNKNOWN, frame.site(node))
    inner = functions.inner_function(target)
    if inner is not None and inner.function.is_async and not isinstance(target, Offloaded):
        frame.add("offloads_wrongly", name, "coroutine_function", node)
    with frame.mute():
        rest = Arguments(arguments.positional[index + 1 :], arguments.keywords)
        result = frame.evaluator.call(frame, node, target, rest)
    return Coroutine(name, result, frame.site(node))


def _task(arguments: Arguments) -> Value:
    first = arguments.get(0)
    return Awaitable(_result_of(first) if first is not None else UNKNOWN)


def _result_of(value: Value) -> Value:
    found: Value = NOTHING
    for member in members(value):
        found = join(found, member.result if isinstance(member, (Coroutine, Awaitable)) else UNKNOWN)
    return found


def _user_class(frame: Frame) -> Value:
    model = frame.evaluator.declarations.user_model(frame.module)
    return Outside(model) if isinstance(model, str) else ClassValue(model)


def _model_named(frame: Frame, arguments: Arguments) -> Value:
    texts = [value.value for value in arguments.positional if isinstance(value, Constant)]
    if not texts or not all(isinstance(text, str) for text in texts):
        return UNKNOWN
    model = frame.evaluator.declarations.model_called(".".join(texts), frame.module)
    if model is None:
        return UNKNOWN
    return Outside(model) if isinstance(model, str) else ClassValue(model)


def note_serialised(frame: Frame, node: ast.expr, arguments: Arguments) -> None:
    """Coroutines that end up in a response, a log line or JSON as text."""
    for value in arguments.all_values:
        for member in _inside(value):
            if isinstance(member, Coroutine):
                coroutines.note_use(frame, node, member, "serialise")


def _inside(value: Value) -> tuple[Value, ...]:
    match value:
        case Mapping():
            return tuple(inner for _, item in value.items for inner in _inside(item))
        case Row():
            return tuple(inner for item in value.elements for inner in _inside(item))
        case _:
            return members(value) if all(isinstance(m, Coroutine) for m in members(value)) else ()


def decorator_names(evaluator: "Evaluator", function: Function) -> tuple[str, ...]:
    """The dotted names of a function's decorators that lie outside the project."""
    found = []
    there = Frame(evaluator, function.module, function.parent, function.owner)
    with there.mute():
        for decorator in function.decorators:
            node = decorator.func if isinstance(decorator, ast.Call) else decorator
            value = evaluator.value_of(there, node)
            if isinstance(value, Outside):
                found.append(value.name)
            elif isinstance(value, Method) and isinstance(value.receiver, Instance):
                of = value.receiver.of
                found.append(f"{of if isinstance(of, str) else of.dotted}.{value.name}")
    return tuple(found)

