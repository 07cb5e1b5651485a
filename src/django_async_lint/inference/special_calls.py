"""Calls of names outside the project that do more than a table can tell: they take a callable or a coroutine and
run it, make a value of a kind of its own, or look into what they are given.

One row of `_ROWS` for each such kind of name; a handler gives None where the tables should tell the rest.
"""

import ast
import re
from collections.abc import Callable, Iterable

from django_async_lint.inference import (
    annotations,
    caches,
    catalogue,
    commands,
    construction,
    coroutines,
    functions,
    getters,
    importing,
    mail,
    memory,
    models,
    paginators,
    prefetching,
    records,
    requests,
    serialising,
    service_containers,
    streams,
    structuring,
    templates,
    twins,
)
from django_async_lint.inference.describing import short
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, members
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
    Descriptor,
    Factory,
    FunctionValue,
    Generator,
    Instance,
    Lazy,
    LazyObject,
    Manager,
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
)
from django_async_lint.knowledge import callbacks, django_orm, django_services, offloading, on_the_loop, transparent
from django_async_lint.knowledge import structuring as structuring_tables

Handler = Callable[[Frame, ast.expr, str, Arguments], Value | None]

LOGGING_METHODS = frozenset({"debug", "info", "warning", "error", "exception", "critical", "log"})
SURELY_LOGGED = LOGGING_METHODS - {"debug", "log"}
PLACEHOLDER = re.compile(r"%[-+ #0]*\d*(?:\.\d+)?([a-zA-Z%])")
"""A conversion of `%` without a name; one with a name takes a mapping."""
MANAGER_FACTORY = ".from_queryset"


def call(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """The value of a call of such a name, its effects noted at `node`; None for any other name."""
    if name.endswith(MANAGER_FACTORY):
        return _manager_class(name, arguments)
    for handler in _HANDLERS.get(name, ()):
        value = handler(frame, node, name, arguments)
        if value is not None:
            return value
    return None


def _no_disk(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """The null device and what the kernel makes up are no files: to open, read or write them waits for nothing."""
    path = arguments.get(0, "file") or arguments.get(0, "path")
    if path == Outside("os.devnull"):
        return UNKNOWN
    texts = [each.value if isinstance(each, Constant) else None for each in members(path or UNKNOWN)]
    return UNKNOWN if all(isinstance(text, str) and _is_no_file(text) for text in texts) else None


def _is_no_file(path: str) -> bool:
    return path in on_the_loop.NULL_DEVICES or path.startswith(on_the_loop.VIRTUAL_FILES)


def is_on_no_disk(node: ast.expr, base: str) -> bool:
    """Whether a method is called on a path that is written there and is no file, as `/proc/meminfo` is none."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Call(args=[ast.Constant(value=str() as path)]))):
            return base == "pathlib.Path" and _is_no_file(path)
        case _:
            return False


def _on_loop(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    target = arguments.get(0)
    return OnLoop(target) if target is not None else Outside(name)


def _instance(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return Instance(name)


def _task(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    _note_started(frame, node, name, arguments)
    return task(frame, node, name, arguments)


def _true(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return constant(True)


def _kind(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0)
    return _kind_of_function(first) if first is not None else BOOL


def _makes_iterators(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    """Whether a function is an asynchronous generator, where that is sure."""
    first = arguments.get(0)
    if isinstance(first, (Offloaded, ClassValue)):
        return constant(False)
    if not isinstance(first, FunctionValue):
        return BOOL
    return constant(first.function.is_async and first.function.facts.is_generator)


def _gather(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    _note_started(frame, node, name, arguments)
    for given in arguments.positional if not arguments.rest else ():
        coroutines.note_whole(frame, node, given)
    return Awaitable(_gathered(frame, node, arguments), name, frame.site(node))


def _note_started(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    """A plain function starts a task on the loop of its thread: a fault where that surely runs none."""
    if frame.function is not None and not frame.is_async and arguments.get(-1, "loop") is None:
        frame.add("starts_task", name, "thread", node)


def _wait_for(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return Coroutine(name, coroutines.result_of(arguments.get(0) or UNKNOWN), frame.site(node))


def _run(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    frame.add("blocks", name, "loop", node, instead="await the coroutine")
    return coroutines.result_of(arguments.get(0) or UNKNOWN)


def _partial(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    first = arguments.get(0)
    return Partial(first, arguments.positional[1:], arguments.keywords) if first is not None else None


def _partial_method(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    made = _partial(frame, node, name, arguments)
    return Descriptor("partial", made) if made is not None else None


def _atomic(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    first = arguments.get(0)
    return Atomic(first if isinstance(first, (FunctionValue, Method, Offloaded)) else None)


def _logged(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    note_logged(frame, node, name.rpartition(".")[2], arguments)
    return NONE


def note_logged(frame: Frame, node: ast.expr, method: str, arguments: Arguments) -> None:
    """Coroutines given to a logger, of which those in lists may be awaited all the same; and what a handler makes into
    text, where the level is one that sites log. A handler takes what is raised meanwhile: the record is lost."""
    for value in arguments.all_values:
        coroutines.note_use(frame, node, value, "format")
    template, *given = arguments.positional or (UNKNOWN,)
    if method not in SURELY_LOGGED or not isinstance(template, Constant) or not isinstance(template.value, str):
        return
    formats = [each for each in PLACEHOLDER.findall(template.value) if each != "%"]
    if len(formats) != len(given) or arguments.rest:
        return
    with frame.swallow():
        for kind, value in zip(formats, given, strict=True):
            if kind in "sr" and not coroutines.is_coroutine(value):
                frame.evaluator.format(frame, node, value, is_repr=kind == "r")


def _rendered(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    coroutines.note_serialised(frame, node, arguments.all_values)


def _response(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    coroutines.note_serialised(frame, node, arguments.all_values)
    return Instance(name)


def _gone_through(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    """A response joins the parts of an iterable when it is made; what iterates wrongly is told with its text."""
    position, keyword = transparent.CONSUMING_CALLS[name]
    content = arguments.get(position, keyword)
    if content is None or not isinstance(node, ast.Call):
        return
    if all(isinstance(member, (QuerySet, Generator, Lazy)) for member in members(content)):
        named = (each.value for each in node.keywords if each.arg == keyword)
        written = node.args[position] if position < len(node.args) else next(named, node)
        frame.evaluator.iterate(frame, written, content, short(name))


def _streamed(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    """A streaming response goes through what it is given, which a coroutine or a function does not allow."""
    content = arguments.get(0, "streaming_content")
    if content is not None and coroutines.is_coroutine(content):
        coroutines.note_use(frame, node, content, "iterate")
    elif content is not None and isinstance(node, ast.Call):
        named = (each.value for each in node.keywords if each.arg == "streaming_content")
        written = node.args[0] if node.args else next(named, node)
        if written is not node and all(isinstance(member, QuerySet) for member in members(content)):
            frame.evaluator.iterate(frame, written, content, "stream")
        elif not coroutines.note_uncalled(frame, written, content, "uncalled"):
            streams.note(frame, node, content)


def _pickled(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    caches.note_pickled(frame, node, arguments.get(0) or UNKNOWN)


def _lazy_object(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    function = arguments.get(0)
    return LazyObject(function, "") if function is not None else None


def _new_session(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """A session without a key holds nothing that would have to be fetched."""
    return None if arguments.all_values or arguments.rest else Instance(name, requests.FETCHED)


def _formset_class(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return Factory(Instance(django_services.FORMSET_FACTORIES[name]))


def _context_variable(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    default = arguments.get(-1, "default")
    return Instance(name, state=(("held", default),) if default is not None and default != NONE else None)


def _weak_reference(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    target = arguments.get(0)
    return records.weak_reference(target) if target is not None else None


def _record_class(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return construction.record_class(arguments)


def _context(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return templates.context(name, arguments)


def _paginator(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return paginators.made(name, arguments)


def _prefetch(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return prefetching.lookup(arguments)


def _prefetched(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    memory.note_prefetched(frame, node, arguments)


def _lazily_iterated(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return Lazy("iterate", None, arguments.positional[transparent.ITERATES_ARGUMENT[name] :])


def _argument(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return arguments.get(transparent.RETURNS_ARGUMENT[name]) or UNKNOWN


def _passed_through(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """A decorator called with a function gives that; with options alone, `login_required(login_url=...)`, itself. One
    that calls what it is given, as `condition` does, gives another decorator."""
    first = arguments.get(0)
    has_options = first is None and arguments.keywords and not arguments.rest
    if has_options and arguments.get(0, "function") is None and name not in callbacks.ARGUMENTS:
        return Outside(name)
    return first if isinstance(first, (FunctionValue, ClassValue, Offloaded)) else None


def _wraps(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """`wraps(function)` gives a decorator, which returns what it is given and not `function`."""
    first = arguments.get(0, "wrapped")
    return Partial(Outside("functools.update_wrapper"), (), (("wrapped", first),)) if first is not None else None


def _updated(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return arguments.get(0, "wrapper") or UNKNOWN


def _factory(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """A factory of the class that it is given; the tables tell of which one where it is given none."""
    given = arguments.get(*transparent.FACTORIES[name])
    cls = models.class_value(given) if given is not None else None
    return Factory(annotations.instance_of(frame.evaluator, cls)) if cls is not None else None


def _manager_class(name: str, arguments: Arguments) -> Value:
    """`Manager.from_queryset(Rows)` of a manager class outside the project."""
    first = arguments.get(0)
    made_from = models.class_value(first) if first is not None else None
    owner = name.removesuffix(MANAGER_FACTORY)
    return Factory(Manager(None, via=tuple(cls for cls in (owner, made_from) if cls is not None)))


def _gathered(frame: Frame, node: ast.expr, arguments: Arguments) -> Value:
    """The results of `gather`: one by one, or of one kind where a star hides how many there are."""
    if not arguments.rest or not isinstance(node, ast.Call):
        return Row(tuple(coroutines.result_of(value) for value in arguments.positional), "list")
    found: Value = NOTHING
    with frame.mute():
        for written in node.args:
            is_star = isinstance(written, ast.Starred)
            value = frame.evaluator.value_of(frame, written.value if isinstance(written, ast.Starred) else written)
            each = frame.evaluator.iterate(frame, written, value, "unpack") if is_star else value
            found = join(found, coroutines.result_of(each))
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


def _wrapped(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
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
    written = node.args[index] if isinstance(node, ast.Call) and index < len(node.args) else None
    is_async = inner is not None and inner.function.is_async and not isinstance(target, Offloaded)
    if is_async and not coroutines.is_variable(frame, written):
        frame.add("offloads_wrongly", name, "coroutine_function", node)
    with frame.aside(node):
        rest = Arguments(arguments.positional[index + 1 :], arguments.keywords)
        result = frame.evaluator.call(frame, node, target, rest)
    return Coroutine(name, result, frame.site(node))


def task(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    """A task that runs the coroutine given; `name` is what started it, empty where that keeps it."""
    first = arguments.get(0)
    return Awaitable(coroutines.result_of(first) if first is not None else UNKNOWN, name, frame.site(node))


def _user_class(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    model = frame.evaluator.declarations.user_model(frame.module)
    return Outside(model) if isinstance(model, str) else ClassValue(model)


def _model_named(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    texts = [value.value for value in arguments.positional if isinstance(value, Constant)]
    if not texts or not all(isinstance(text, str) for text in texts):
        return UNKNOWN
    model = frame.evaluator.declarations.model_called(".".join(texts), frame.module)
    if model is None:
        return UNKNOWN
    return Outside(model) if isinstance(model, str) else ClassValue(model)


def bare_instance(frame: Frame, arguments: Arguments) -> Value:
    """What `object.__new__(cls)` gives: an instance of whose constructor nothing has run."""
    cls = arguments.get(0)
    return annotations.instance_of(frame.evaluator, cls.of) if isinstance(cls, ClassValue) else UNKNOWN


def _bare_instance(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    return bare_instance(frame, arguments)


_ROWS: tuple[tuple[Iterable[str], Handler], ...] = (
    (offloading.THREAD_WRAPPERS, _wrapped),
    (offloading.LOOP_WRAPPERS, _on_loop),
    (on_the_loop.ASKS_PATH, _no_disk),
    (offloading.THREAD_CALLS, _thread_call),
    (offloading.THREAD_CONSTRUCTORS, _instance),
    (("asyncio.create_task", "asyncio.ensure_future", "asyncio.shield"), _task),
    (offloading.RUNNING_LOOP_TESTS, _true),
    (offloading.COROUTINE_FUNCTION_TESTS, _kind),
    (("inspect.isasyncgenfunction",), _makes_iterators),
    (("asyncio.gather",), _gather),
    (("asyncio.wait_for",), _wait_for),
    (("asyncio.run", "asyncio.Runner.run"), _run),
    (("functools.partial",), _partial),
    (("functools.partialmethod",), _partial_method),
    (transparent.PROVIDERS, service_containers.provider),
    (getters.MAKERS, getters.made),
    (getters.CALLS, getters.called),
    (("django.db.transaction.atomic",), _atomic),
    ((commands.CALL_COMMAND,), commands.called),
    (("django.contrib.auth.get_user_model", "django.contrib.auth.models.get_user_model"), _user_class),
    (("django.apps.apps.get_model",), _model_named),
    ((f"logging.{method}" for method in LOGGING_METHODS), _logged),
    (django_services.RENDERERS, _rendered),
    (transparent.CONSUMING_CALLS, _gone_through),
    (django_services.SERIALISERS, _response),
    (("django.http.StreamingHttpResponse",), _streamed),
    (("pickle.dumps", "pickle.dump", "copy.copy"), _pickled),
    (("django.utils.functional.SimpleLazyObject",), _lazy_object),
    ((f"{engine}.SessionStore" for engine in django_services.SESSION_ENGINES), _new_session),
    (django_services.FORMSET_FACTORIES, _formset_class),
    (("collections.namedtuple",), _record_class),
    (("contextvars.ContextVar",), _context_variable),
    (("weakref.ref", "weakref.WeakMethod"), _weak_reference),
    ((*mail.MESSAGES, mail.GET_CONNECTION), mail.made),
    (templates.CONTEXTS, _context),
    (paginators.CLASSES, _paginator),
    ((serialising.SERIALISE, serialising.AS_DICT), serialising.call),
    ((django_orm.PREFETCH,), _prefetch),
    (memory.PREFETCHERS, _prefetched),
    (transparent.ITERATES_ARGUMENT, _lazily_iterated),
    (transparent.RETURNS_ARGUMENT, _argument),
    (structuring_tables.FUNCTIONS, structuring.called),
    (structuring_tables.ADAPTERS, structuring.adapter),
    (("builtins.object.__new__",), _bare_instance),
    (transparent.IMPORTERS, importing.called),
    (("functools.wraps",), _wraps),
    (("functools.update_wrapper",), _updated),
    (transparent.FACTORIES, _factory),
    (transparent.PASS_THROUGH_DECORATORS, _passed_through),
)
"""Names and what handles them. A name in several rows is handled by each in turn, until one gives a value."""

_HANDLERS: dict[str, tuple[Handler, ...]] = {}
for _names, _handler in _ROWS:
    for _name in _names:
        _HANDLERS[_name] = (*_HANDLERS.get(_name, ()), _handler)
