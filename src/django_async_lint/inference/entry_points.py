"""Who starts a function, and whether it then runs on the event loop, as the tables of frameworks tell."""

import re
from functools import cache, lru_cache

from django_async_lint.inference import generic_views, outside_calls, routes, wrappers
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.knowledge import django_services, offloading
from django_async_lint.knowledge import entry_points as tables
from django_async_lint.project import receivers
from django_async_lint.project.imports import Import
from django_async_lint.project.modules import Function, Module
from django_async_lint.project.names import External


@cache
def _needles() -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """Imports of root packages whose decorators or base classes put plain functions on the loop."""
    names = (*tables.LOOP_DECORATORS, *(base for base, methods in tables.LOOP_BASES.items() if methods["sync"]))
    roots = sorted({name.partition(".")[0] for name in names} - {"django"})
    named = rb"[ \t]+(?:" + "|".join(roots).encode() + rb")\b"
    return re.compile(rb"from" + named), re.compile(rb"import" + named)  # each at eight times the speed of one for both


def may_hold(data: bytes) -> bool:
    """Whether the bytes of a file name any framework that runs plain functions on the loop."""
    return any(needle.search(data) is not None for needle in _needles())


def kind_of(evaluator: Evaluator, function: Function) -> str:
    """What a function is, as its own file tells: view, consumer, middleware, resolver … or coroutine."""
    owner = function.owner
    if owner is not None:
        for base in evaluator.classes.mro(owner):
            if isinstance(base, str) and base in tables.ENTRY_KINDS:
                return tables.ENTRY_KINDS[base]
    for name in outside_calls.decorator_names(evaluator, function):
        if name in tables.COROUTINE_DECORATORS:
            return tables.COROUTINE_DECORATORS[name]
        if name in tables.LOOP_DECORATORS:
            return tables.LOOP_DECORATORS[name][0]
    parameters = function.facts.positional
    if owner is None and parameters[:1] == ["request"]:
        return "view"
    return "coroutine"


def on_loop(evaluator: Evaluator, function: Function) -> tuple[str, str] | None:
    """The kind and confidence of a plain function that a framework runs on the loop; None for any other."""
    names = outside_calls.decorator_names(evaluator, function) if function.decorators else ()
    is_offloaded = any(name in offloading.THREAD_WRAPPERS or name in tables.THREAD_DECORATORS for name in names)
    if is_offloaded:
        return None
    found = next((tables.LOOP_DECORATORS[name] for name in names if name in tables.LOOP_DECORATORS), None)
    found = found or _called_by_base(evaluator, function)
    if found is None or function.facts.is_generator or wrappers.takes_off_loop(evaluator, function):
        return None
    if found[0] == "resolver" and _is_served_synchronously(evaluator, function.module):
        return None
    return found


def _is_served_synchronously(evaluator: Evaluator, module: Module) -> bool:
    """Whether the schema of a resolver is surely served by synchronous views alone: those of the project, or the host's
    whose plugin its package is."""
    if _may_be_asynchronous(evaluator):
        return False
    if routes.schema_routes(evaluator):
        return True
    package = evaluator.project.find(module.name.partition(".")[0], module.import_root)
    bindings = package.bindings.values() if isinstance(package, Module) else ()
    imports = (each for bound in bindings for each in bound if isinstance(each, Import) and each.level == 0)
    return any(each.module.partition(".")[0] in tables.SYNC_SCHEMA_HOSTS for each in imports)


@lru_cache(maxsize=8)
def _may_be_asynchronous(evaluator: Evaluator) -> bool:
    """Whether any file names what serves a schema on the loop, by its class or, where that has a common name, by the
    module that it is in."""
    names = (name.rpartition(".") for name in tables.ASYNC_SCHEMA_VIEWS)
    words = {module if last == "GraphQL" else last for module, _, last in names}
    return any(evaluator.declarations.files_with(word.encode()) for word in sorted(words))


def _called_by_base(evaluator: Evaluator, function: Function) -> tuple[str, str] | None:
    """What a base class outside the project makes of a method that it calls on the loop."""
    owner = function.owner
    if owner is None:
        return None
    for base in evaluator.classes.mro(owner):
        if isinstance(base, str) and function.name in tables.LOOP_BASES.get(base, {}).get("sync", ()):
            if base in tables.THREAD_BASES:
                return None
            confidence = tables.LOOP_BASE_CONFIDENCE.get(base, "high")
            return tables.ENTRY_KINDS.get(base, "coroutine"), confidence
    return None


def is_in_thread(evaluator: Evaluator, function: Function) -> bool:
    """Whether a plain function surely runs in a thread without a loop: a routed view, or what a framework runs so."""
    if function.is_async or function.parent is not None:
        return False
    if any(view.kind in ("view", "handler", "endpoint") for view in routes.of_function(evaluator, function)):
        return True
    if function.decorators:
        names = outside_calls.decorator_names(evaluator, function)
        if any(tables.THREAD_DECORATORS.get(name) == "sender" for name in names):
            return _listens_to_django(evaluator, function)
        if any(name in offloading.THREAD_WRAPPERS or name in tables.THREAD_DECORATORS for name in names):
            return True
    if function.owner is None:
        return False
    bases = [base for base in evaluator.classes.mro(function.owner) if isinstance(base, str)]
    is_called = any(function.name in tables.THREAD_BASES.get(base, ()) for base in bases)
    return is_called and not any(base in tables.TEST_BASES for base in bases)


def _listens_to_django(evaluator: Evaluator, function: Function) -> bool:
    """Whether a receiver is called by nothing but Django, which sends its signals where no loop runs; any other is
    called where somebody sends."""
    signals = list(receivers.listened_to(function, evaluator.names))
    return bool(signals) and all(isinstance(each, External) and each.name.startswith("django.") for each in signals)


def is_view_hook(evaluator: Evaluator, function: Function) -> bool:
    """Whether Django calls a synchronous method on the loop: a view that has it has coroutine handlers."""
    owner = function.owner
    if owner is None or function.parent is not None or function.name not in django_services.VIEW_HOOKS:
        return False
    classes = evaluator.classes
    for cls in (owner, *evaluator.declarations.heirs(owner)):
        member = classes.find(cls, function.name)
        if member is not None and function in member[1] and generic_views.has_async_handlers(evaluator, cls):
            return True
    return False
