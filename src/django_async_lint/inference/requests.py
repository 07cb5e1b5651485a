"""Django's requests: the user and the session that they fetch on their first use, and what is fetched already.

What is in memory of a request is marked on its instance as for a model (`user`, `session`); a lazy user is a value
of its own until something needs it. Other frameworks' requests are not this room's business.
"""

import ast
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from django_async_lint.diagnostic import Confidence
from django_async_lint.inference import catalogue, loading, middleware_shapes, routes, settings, twins
from django_async_lint.inference.frame import Frame, access_path
from django_async_lint.inference.joining import members, union
from django_async_lint.inference.values import (
    Collection,
    Constant,
    FunctionValue,
    Instance,
    LazyObject,
    Outside,
    Row,
    Union,
    Value,
)
from django_async_lint.knowledge import django_services
from django_async_lint.knowledge.django_services import REQUEST
from django_async_lint.project.imports import Import
from django_async_lint.project.modules import Class, Function, Module

if TYPE_CHECKING:
    from django_async_lint.inference.effects import Effect
    from django_async_lint.inference.evaluate import Evaluator
    from django_async_lint.inference.frame import Summary

SESSION = "django.contrib.sessions.backends.base.SessionBase"
USER_SINK = "HttpRequest.user"
SINKS = (USER_SINK, f"{SESSION}.")
KEPT = ("user", "session")
FETCHED = frozenset({"*"})
REQUEST_INSTANCE = Instance(REQUEST, frozenset())


def of_entry_point(evaluator: "Evaluator", function: Function) -> tuple[tuple[str, Value], ...]:
    """The request that Django gives a coroutine function, by its parameter's name, where that name or a route tells
    that it is one; else nothing."""
    if not (function.is_async or _is_hook(function)):
        return ()
    is_known = _is_django(function.module) or _is_handler(evaluator, function)
    is_known = is_known or middleware_shapes.serves(evaluator, function)
    name = _parameter(function) if is_known else None
    if is_known and name is None and _is_loaded_by_callers(function):
        return (("request", REQUEST_INSTANCE._replace(loaded=frozenset({"session"}))),)
    if name is None and _is_routed(evaluator, function):
        name = function.facts.positional[0]
    if name is None:
        return ()
    if function.owner is not None and _has_bases_elsewhere(evaluator, function.owner):
        return ((name, REQUEST_INSTANCE._replace(loaded=frozenset({"user", "session"}))),)
    if not function.decorators:
        return ((name, REQUEST_INSTANCE),)
    return ((name, REQUEST_INSTANCE._replace(loaded=_used_by_decorators(evaluator, function))),)


def _used_by_decorators(evaluator: "Evaluator", function: Function) -> frozenset[str]:
    """What the project's own decorators of a view name of the request: it may be fetched when the view begins. One
    that is not at hand may have done anything; those of Django are known."""
    frame = Frame(evaluator, function.module, function.parent, function.owner, muted=1)
    named: set[str] = set()
    for node in function.decorators:
        value = evaluator.value_of(frame, node.func if isinstance(node, ast.Call) else node)
        if any(isinstance(each, Outside) and _is_not_at_hand(each.name) for each in members(value)):
            return frozenset({"user", "session"})
        named.update(*(each.function.facts.attributes for each in members(value) if isinstance(each, FunctionValue)))
    if not named.isdisjoint(("user", "auser")):
        return frozenset({"user", "session"})
    return frozenset({"session"}) if "session" in named else frozenset()


def _has_bases_elsewhere(evaluator: "Evaluator", cls: Class) -> bool:
    """Whether a view class inherits from one of an application that is not at hand: its `dispatch`, or the middleware
    that comes with it, may have asked for the user."""
    bases = [base for base in evaluator.classes.mro(cls) if isinstance(base, str)]
    return django_services.VIEW not in bases and any(".views" in base and _is_not_at_hand(base) for base in bases)


def _is_not_at_hand(name: str) -> bool:
    """Whether a decorator or class is of a package that no table knows, and not of the standard library either."""
    root = name.partition(".")[0]
    is_known = root in sys.stdlib_module_names or root in django_services.DECORATORS_AT_HAND
    return not is_known and catalogue.canonical(name) is None


@lru_cache(maxsize=4096)
def _is_loaded_by_callers(function: Function) -> bool:
    """Whether a private function of a file takes a request by that name from functions that all name what loads its
    session: `await request.auser()`, `await request.session.aload()`."""
    facts = function.facts
    if not function.name.startswith("_") or "request" not in (*facts.positional, *facts.keyword_only):
        return False
    named = (each.facts for each in function.module.all_functions if each is not function)
    callers = [each for each in named if function.name in (each.attributes if function.owner else each.loaded)]
    return bool(callers) and all(not each.attributes.isdisjoint(("auser", "aload")) for each in callers)


def _is_handler(evaluator: "Evaluator", function: Function) -> bool:
    """Whether a method is a handler of a view class of Django's own, whatever else its file imports."""
    if function.owner is None or function.name not in django_services.HTTP_METHODS:
        return False
    bases = [base for base in evaluator.classes.mro(function.owner) if isinstance(base, str)]
    roots = {base.partition(".")[0] for base in bases}
    return django_services.VIEW in bases and roots.isdisjoint(django_services.OTHER_REQUESTS)


def _is_hook(function: Function) -> bool:
    """Whether Django calls a method on the loop when its view has coroutine handlers."""
    return function.owner is not None and function.name in django_services.VIEW_HOOKS


def _is_routed(evaluator: "Evaluator", function: Function) -> bool:
    """Whether one of Django's routes leads to a function whose first parameter has no annotation."""
    names = function.facts.positional[:1]
    if function.owner is not None or not names or names[0] in function.facts.annotations:
        return False
    return any(view.kind == "view" for view in routes.of_function(evaluator, function))


def _parameter(function: Function) -> str | None:
    """`request` where it is the first parameter, behind `self` in a method, and has no annotation."""
    facts = function.facts
    place = 0 if function.owner is None else 1
    names = facts.positional[place : place + 1]
    return "request" if names == ["request"] and "request" not in facts.annotations else None


@lru_cache(maxsize=4096)
def _is_django(module: Module) -> bool:
    """Whether a file imports Django and no framework with requests of its own."""
    roots = {
        binding.module.partition(".")[0]
        for bindings in module.bindings.values()
        for binding in bindings
        if isinstance(binding, Import) and not binding.level
    }
    return "django" in roots and roots.isdisjoint(django_services.OTHER_REQUESTS)


def trust(evaluator: "Evaluator", function: Function, effect: "Effect") -> Confidence:
    """How sure it is that an effect on a request is real: a parameter may only be called `request`, and a
    project or an authentication package that sets `request.user` itself leaves nothing to fetch."""
    if not effect.sink.startswith(SINKS) or effect.confidence != "high":
        return effect.confidence
    declarations = evaluator.declarations
    if declarations.sets_request_user if effect.sink == USER_SINK else declarations.sets_request_session:
        return "low"
    owner = function.owner
    is_view = owner is not None and any(base in django_services.VIEW_CLASSES for base in evaluator.classes.mro(owner))
    return "high" if is_view or _parameter(function) is None else "medium"


def attribute(frame: Frame, node: ast.expr, request: Instance, name: str) -> Value | None:
    """The user or the session of a request; None for any other attribute."""
    loaded = request.loaded or frozenset()
    if name == "session":
        return Instance(SESSION, FETCHED if name in loaded else frozenset())
    if name != "user":
        return None
    user = loading.with_marks(user_of_site(frame), loading.loaded_below(loaded, name))
    if name in loaded or not _has_lazy_user(frame):
        return user
    value = LazyObject(user, USER_SINK)
    path = _path_of_read(node)
    if path is not None and frame.env is not None:
        frame.env[path] = value
    return value


def _path_of_read(node: ast.expr) -> str | None:
    """The path of `request.user`, written so or as `getattr(request, "user", None)`."""
    match node:
        case ast.Call(func=ast.Name(id="getattr"), args=[owner, ast.Constant(value=str() as name), *_]):
            path = access_path(owner)
            return f"{path}.{name}" if path is not None else None
        case _:
            return access_path(node)


def user_of_site(frame: Frame) -> Value:
    """The user that a request or a connection has, nothing else fetched with it."""
    model = frame.evaluator.declarations.user_model(frame.module)
    return union((Instance(model, frozenset()), Instance(django_services.ANONYMOUS_USER)))


def _has_lazy_user(frame: Frame) -> bool:
    """Whether Django's own middleware sets the user: the settings do not surely tell otherwise."""
    middleware = settings.setting(frame.evaluator, frame.module, "MIDDLEWARE")
    if not isinstance(middleware, Row):
        return True
    names = [entry.value if isinstance(entry, Constant) else "" for entry in middleware.elements]
    return not all(names) or django_services.AUTHENTICATION_MIDDLEWARE in names


def used(frame: Frame, node: ast.expr, value: Value) -> Value:
    """What a value is once something needs it: a lazy object is fetched here."""
    if type(value) is LazyObject:
        return _fetched(frame, node, value)
    if type(value) is Union and any(type(member) is LazyObject for member in value.members):
        return union(tuple(used(frame, node, member) for member in value.members))
    return value


def _fetched(frame: Frame, node: ast.expr, value: LazyObject) -> Value:
    if not value.sink:
        return _made(frame, node, value)
    twin, since = django_services.LAZY_ON_REQUEST[value.sink]
    is_there = twins.is_available(since, frame.evaluator.target_django)
    frame.add(
        "queries",
        value.sink,
        "api",
        node,
        twin=twin if is_there else "",
        instead=f"use `await request.{twin}()`" if is_there else "read it in a thread: `await sync_to_async(...)`",
    )
    note_fetched(frame, value)
    return value.value


def _made(frame: Frame, node: ast.expr, value: LazyObject) -> Value:
    """What `SimpleLazyObject(function)` is: the function runs on the first use."""
    result = frame.evaluator.call_plainly(frame, node, value.value)
    _replace(frame, value, result)
    return result


def _replace(frame: Frame, value: LazyObject, fetched: Value) -> list[str]:
    """Puts what a lazy object is under every name that holds it; these names."""
    env = frame.env if frame.env is not None else {}
    paths = [path for path, known in env.items() if value in members(known)]
    for path in paths:
        env[path] = union(tuple(fetched if member == value else member for member in members(env[path])))
    return paths


def note_fetched(frame: Frame, value: LazyObject) -> None:
    """After the first use a lazy object is in memory under every name that holds it."""
    for path in _replace(frame, value, value.value):
        owner, _, name = path.rpartition(".")
        if owner and name == "user":
            loading.note_in_memory(frame, owner, frozenset({"user", "session"}))


def note_given(frame: Frame, arguments: tuple[Value, ...], summary: "Summary") -> None:
    """After a call, here or in a thread, that used a lazy object it was given, or that it has from around it."""
    for argument in (member for given in arguments for member in members(given)):
        if type(argument) is not LazyObject or not argument.sink:
            continue
        if any(effect.sink == argument.sink for effect in summary.effects):
            note_fetched(frame, argument)


def used_by_arguments(frame: Frame, node: ast.expr, arguments: tuple[Value, ...]) -> None:
    """A lookup or a constructor that is given lazy objects looks at what they are; it looks into lists too."""
    for argument in arguments:
        match argument:
            case LazyObject() | Union():
                used(frame, node, argument)
            case Row():
                used_by_arguments(frame, node, argument.elements)
            case Collection():
                used_by_arguments(frame, node, (argument.element,))


def session_effect(frame: Frame, receiver: Instance, method: str) -> str:
    """What a synchronous session method does, `query`, `cache` or `file`; empty for one that finds all in memory."""
    if method in django_services.SESSION_READS and receiver.loaded is not None and "*" in receiver.loaded:
        return ""
    engine = settings.setting(frame.evaluator, frame.module, "SESSION_ENGINE")
    named = [member.value for member in members(engine) if isinstance(member, Constant)]
    effects = {django_services.SESSION_ENGINES.get(name, "query") for name in named} or {"query"}
    return effects.pop() if len(effects) == 1 else ""


def note_session_used(frame: Frame, node: ast.expr) -> None:
    """After a session was read, here or awaited, its data is in memory."""
    owner = _session_node(node)
    path = access_path(owner) if owner is not None else None
    if path is None or frame.env is None:
        return
    frame.env[path] = Instance(SESSION, FETCHED)
    request, _, name = path.rpartition(".")
    if request and name == "session":
        loading.note_in_memory(frame, request, frozenset({"session"}))


def _session_node(node: ast.expr) -> ast.expr | None:
    match node:
        case ast.Call(func=ast.Attribute(value=owner)) | ast.Subscript(value=owner):
            return owner
        case ast.Compare(comparators=[*_, owner]):
            return owner
        case _:
            return None


def note_call(frame: Frame, node: ast.expr, name: str) -> None:
    """After one of Django's functions or methods that fetch the user or the session of the request they get."""
    marks = django_services.FETCHES_ON_REQUEST.get(name)
    if marks is None or not isinstance(node, ast.Call):
        return
    written = node.func.value if name.startswith(REQUEST) and isinstance(node.func, ast.Attribute) else None
    if written is None:
        written = node.args[0] if node.args else None
    path = access_path(written) if written is not None else None
    if path is None or frame.env is None:
        return
    for mark in marks:
        frame.env.pop(f"{path}.{mark}", None)
    loading.note_in_memory(frame, path, frozenset(marks))
