"""Decorators of coroutine functions: which breaks one on the target release, which calls it without `await`.

The decorators are applied from the innermost on, as Python does; behind the first that breaks nothing is asked. The
project's own are evaluated: what their wrapper does with the coroutine that it gets. Nothing here decides what is a
fault.
"""

import ast
from collections.abc import Iterator
from dataclasses import replace

from django_async_lint.inference import (
    callbacks,
    decorators,
    entry_points,
    functions,
    requests,
    routes,
    settings,
    twins,
    view_classes,
)
from django_async_lint.inference.effects import Effect
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import Atomic, Constant, Decorated, Descriptor, FunctionValue, Outside, Value
from django_async_lint.knowledge import callbacks as callback_tables
from django_async_lint.knowledge import transparent
from django_async_lint.knowledge import view_decorators as tables
from django_async_lint.project.modules import Assignment, Class, Function, Module
from django_async_lint.project.names import Assigned

ATOMIC = "django.db.transaction.atomic"


def of_function(evaluator: Evaluator, function: Function) -> Iterator[Effect]:
    """What the decorators of a coroutine function do to it: one that breaks it, `@transaction.atomic`, which is
    entered on the loop or left before the coroutine runs, and a cache, which keeps the coroutine."""
    if not function.is_async:
        return
    frame = Frame(evaluator, function.module, function.parent, function.owner)
    value: Value = functions.plain(function)
    for node in reversed(function.decorators):
        is_async = view_classes.callable_kind(value)
        if is_async is False or (is_async and _note(frame, node, function, value)):
            break
        with frame.mute():
            value = evaluator.decorate(frame, node, value)
        if isinstance(value, Atomic):
            if not _is_called_by_name(evaluator, function):
                frame.add("transacts", ATOMIC, _entered_by(evaluator, function), node)
            break
        if isinstance(node, ast.Call):
            yield from _of_functions_given(evaluator, function, node)
        kept = value.target if isinstance(value, Descriptor) else value
        if isinstance(kept, Decorated) and kept.decorator in transparent.KEEPS_RESULT:
            frame.add("uses_coroutine", function.dotted, "cached", node)
    yield from frame.effects.values()


def of_supposed(evaluator: Evaluator, function: Function) -> tuple[Effect, ...]:
    """What those decorators of a synchronous view that our tables know would do to it as a coroutine function."""
    frame = Frame(evaluator, function.module, function.parent, function.owner)
    for node in reversed(function.decorators):
        name = name_of(frame, node)
        if name == tables.METHOD_DECORATOR:
            if _note_method_decorator(frame, node, function):
                break
        elif name in tables.VIEW_DECORATORS:
            if _note_known(frame, node, name, node):
                break
        elif name == ATOMIC:
            frame.add("transacts", ATOMIC, "decorator", node)
    return tuple(frame.effects.values())


def _is_called_by_name(evaluator: Evaluator, function: Function) -> bool:
    """Whether a coroutine function is a helper of a module: the code that calls it is told, where it is entered."""
    is_plain = function.owner is None and function.parent is None
    return is_plain and entry_points.kind_of(evaluator, function) == "coroutine"


def _entered_by(evaluator: Evaluator, function: Function) -> str:
    """Who enters the transaction around a coroutine function: a `view` goes to a thread, since what decorates it is no
    coroutine function; whoever else calls it does so on the loop."""
    routed = {view.kind for view in routes.of_function(evaluator, function)}
    if function.owner is None:
        is_view = "view" in routed or (not routed and entry_points.kind_of(evaluator, function) == "view")
    else:
        is_view = view_classes.is_handler(evaluator, function)
    return "view" if is_view else "endpoint" if "endpoint" in routed else "decorator"


def _of_functions_given(evaluator: Evaluator, function: Function, decorator: ast.Call) -> Iterator[Effect]:
    """What functions do that a decorator calls on the loop, as `@etag(revision_of)`: placed where they do it if that is
    in this file."""
    frame = Frame(evaluator, function.module, function.parent, function.owner)
    with frame.mute():
        callee = evaluator.value_of(frame, decorator.func)
        places = transparent.CALLS_ON_LOOP.get(callee.name, ()) if isinstance(callee, Outside) else ()
        written = {keyword.arg: keyword.value for keyword in decorator.keywords}
        given = [decorator.args[place] if place < len(decorator.args) else written.get(name) for place, name in places]
        values = [(node, evaluator.value_of(frame, node)) for node in given if node is not None]
    for node, value in values:
        request = functions.Arguments((requests.REQUEST_INSTANCE,), rest=True)
        evaluator.call(frame, node, value, request)
    for effect in frame.effects.values():
        inner = effect.chain[1:2]
        is_here = bool(inner) and inner[0].site.path == function.module.path
        yield replace(inner[0], before=(effect,)) if is_here else effect


def _note(frame: Frame, node: ast.expr, function: Function, value: Value) -> bool:
    """Notes what one decorator does to a coroutine function; whether it breaks it."""
    name = name_of(frame, node)
    if name == tables.METHOD_DECORATOR:
        return _note_method_decorator(frame, node, function)
    if name in tables.VIEW_DECORATORS:
        return _note_known(frame, node, name, node)
    if name in callback_tables.DECORATORS:
        return _note_definition(frame, node, name, function)
    return _note_own(frame, node, function, value) if not name else False


def _note_known(frame: Frame, node: ast.expr, name: str, written: ast.expr) -> bool:
    """Notes a decorator of the tables that gives a coroutine function no `await`; or that blocks in it."""
    since, touches = tables.VIEW_DECORATORS[name]
    if since and twins.is_available(since, frame.evaluator.target_django):
        if name == tables.CACHES_ON_LOOP:
            _note_cache(frame, node, name, written)
        return False
    frame.add("decorates", name, "breaks", node, instead=advice(frame.evaluator, name, since, touches))
    return True


def advice(evaluator: Evaluator, name: str, since: str, touches: str) -> str:
    """What to write instead of a decorator that does not accept a coroutine function."""
    text = tables.ADVICE.get(name) or tables.ADVICE[touches]
    text = text.replace("{user}", twins.user_text(evaluator.target_django))
    return f"upgrade to Django {since}, which accepts async views, or {text}" if since else text


def _note_cache(frame: Frame, node: ast.expr, name: str, written: ast.expr) -> None:
    """`cache_page` asks the cache on the loop: noted where the settings name one that waits for an answer."""
    alias = "default"
    for keyword in written.keywords if isinstance(written, ast.Call) else ():
        if keyword.arg == "cache":
            with frame.mute():
                value = frame.evaluator.value_of(frame, keyword.value)
            alias = value.value if isinstance(value, Constant) and isinstance(value.value, str) else ""
    effect = settings.cache_effect(frame.evaluator, frame.module, alias) if alias else ""
    if effect:
        text = "keep the response with `await cache.aget(...)` and `await cache.aset(...)` in the view"
        frame.add("decorates", name, "blocks" if effect == "service" else "queries", node, instead=text)


def _note_method_decorator(frame: Frame, node: ast.expr, function: Function) -> bool:
    """Notes `method_decorator` on a coroutine function: by itself before 5.2, then by what it is given."""
    inner = [(each, name_of(frame, each)) for each in decorated_with(frame, node)]
    if any(name == ATOMIC for _, name in inner):
        is_marked = twins.is_available(tables.METHOD_DECORATOR_SINCE, frame.evaluator.target_django)
        frame.add("transacts", ATOMIC, "decorator" if is_marked else _entered_by(frame.evaluator, function), node)
        return True
    since = tables.METHOD_DECORATOR_SINCE
    if not twins.is_available(since, frame.evaluator.target_django):
        if not any(name in tables.VIEW_DECORATORS for _, name in inner):
            return False
        text = f"upgrade to Django {since}, or decorate the view where it is routed: `decorator(View.as_view())`"
        frame.add("decorates", tables.METHOD_DECORATOR, "breaks", node, instead=text)
        return True
    return any(name in tables.VIEW_DECORATORS and _note_known(frame, node, name, each) for each, name in inner)


def _note_definition(frame: Frame, node: ast.expr, name: str, function: Function) -> bool:
    """Notes a decorator that hands the function to something that calls it plainly."""
    outcome, instead, until = callback_tables.DECORATORS[name]
    words = callback_tables.UNLESS.get(name, ())
    has_base = isinstance(node, ast.Call) and any(keyword.arg == "base" for keyword in node.keywords)
    if callbacks.is_awaited_since(frame, until) or has_base or any(map(frame.evaluator.declarations.mentions, words)):
        return False
    callbacks.note(frame, node, name, function.name, outcome, instead)
    return True


def _note_own(frame: Frame, node: ast.expr, function: Function, value: Value) -> bool:
    """Notes a decorator of the project whose synchronous wrapper uses the coroutine as if it were a response."""
    evaluator = frame.evaluator
    with frame.mute():
        wrapper = evaluator.decorate(frame, node, value)
    if not isinstance(wrapper, FunctionValue) or wrapper.function is function or wrapper.function.is_async:
        return False
    key = functions.key_of(evaluator, wrapper, Arguments(rest=True))
    for effect in evaluator.summary(key).effects:
        if effect.kind == "uses_coroutine" and effect.last.sink == function.dotted:
            name = functions.decorator_name(node)
            use = Effect("decorates", name, "breaks", effect.last.site)
            site = frame.site(node)
            frame.keep(Effect("decorates", name, "breaks", site, instead=_OWN_ADVICE, via=use, depth=1))
            return True
    return False


_OWN_ADVICE = "give it an `async def` wrapper for coroutine functions: `if iscoroutinefunction(view): ...`"


def name_of(frame: Frame, node: ast.expr) -> str:
    """The dotted name of a decorator outside the project, called or not; else nothing."""
    with frame.mute():
        value = frame.evaluator.value_of(frame, node.func if isinstance(node, ast.Call) else node)
    return decorators.name_of(value)


def decorated_with(frame: Frame, node: ast.expr) -> list[ast.expr]:
    """The decorators that `method_decorator(...)` is given: one, a list of them, or a name for either."""
    given = node.args[0] if isinstance(node, ast.Call) and node.args else None
    if isinstance(given, ast.Name):
        given = _bound(frame.evaluator, frame.module, frame.owner, given.id) or given
    if isinstance(given, (ast.List, ast.Tuple)):
        return list(given.elts)
    return [given] if given is not None else []


def _bound(evaluator: Evaluator, module: Module, owner: Class | None, name: str) -> ast.expr | None:
    """The expression that one assignment binds a name of this module to."""
    found = owner.members.get(name) if owner is not None else None
    if found is None:
        meanings = evaluator.names.of_global(module, name)
        if len(meanings) == 1 and isinstance(meanings[0], Assigned) and meanings[0].module is module:
            found = module.bindings.get(name)
    binding = found[0] if found is not None and len(found) == 1 else None
    return binding.value if isinstance(binding, Assignment) else None
