"""How Django wires a class: which of its methods are coroutines where Django calls, and what stands around `dispatch`.

Each class statement with such an effect is one scope, and so is what a module and its class bodies do when they are
imported: routes, fields, callbacks. Nothing here reads settings or decides what is a fault.
"""

import ast
import re
from collections.abc import Iterator

from django_async_lint.diagnostic import Entry
from django_async_lint.inference import (
    class_bodies,
    definitions,
    functions,
    hooks,
    twins,
    view_classes,
    view_decorators,
)
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.inference.effects import Effect
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.requests import USER_SINK
from django_async_lint.inference.values import Instance
from django_async_lint.knowledge import view_decorators as tables
from django_async_lint.project.modules import Class, Function, Module

CLASS = re.compile(rb"^[ \t]*class[ \t]+\w+[ \t]*\(([^)]*)\)", re.MULTILINE)
WORD = re.compile(rb"\w+")
GUARDED = tuple(sorted({"dispatch", *filter(None, tables.DISPATCH_GUARDS.values())}))
OFFLOADS = frozenset({"sync_to_async", "to_thread", "auser"})


def may_hold(evaluator: Evaluator, data: bytes) -> bool:
    """Whether the bytes of a file can hold such a class though they hold nothing asynchronous: it inherits from one
    that has coroutines."""
    classes = evaluator.declarations.coroutines.classes
    if not classes:
        return False
    return any(
        word.decode("utf-8", "replace") in classes for bases in CLASS.findall(data) for word in WORD.findall(bases)
    )


def scopes(evaluator: Evaluator, module: Module) -> Iterator[AnalysedFunction]:
    """The classes of one file that have effects, in source order, then the module as a whole."""
    for cls in module.all_classes:
        effects = [*_of_hooks(evaluator, cls), *_of_view(evaluator, cls), *_of_guarded_methods(evaluator, cls)]
        if effects:
            yield _scope(cls.dotted, cls.module.path, cls.node.lineno, "class", effects)
    at_import = list(class_bodies.effects(evaluator, module))
    if at_import:
        yield _scope(module.name, module.path, 1, "module", at_import)


def _scope(name: str, path: str, line: int, kind: str, effects: list[Effect]) -> AnalysedFunction:
    ordered = sorted(effects, key=lambda effect: (effect.site.path, effect.site.span, effect.kind, effect.sink))
    return AnalysedFunction(name, Entry(name, path, line, kind), False, tuple(ordered))


def _of_hooks(evaluator: Evaluator, cls: Class) -> Iterator[Effect]:
    """The async methods of a class body that a framework calls without `await`."""
    for method in cls.methods:
        hook = hooks.of_method(evaluator, method) if method.is_async else None
        if hook is not None:
            site = definitions.site(method)
            yield definitions.effect(
                method, "hands_over", f"{hook.base}.{hook.name}", hook.outcome, site, instead=hook.instead
            )


def _of_view(evaluator: Evaluator, cls: Class) -> Iterator[Effect]:
    """What is wrong with a view class as a whole: its handlers, and what stands around its `dispatch`."""
    found = view_classes.handlers(evaluator, cls)
    kinds = {handler.is_async for handler in found}
    if len(kinds) == 2:
        if not any(_mixes(evaluator, base) for base in evaluator.classes.mro(cls)[1:] if isinstance(base, Class)):
            yield definitions.effect(cls, "mixes_handlers", cls.dotted, _words(found), definitions.site(cls))
    elif kinds == {True}:
        yield from _of_guard(evaluator, cls)
        yield from _of_dispatch_decorators(evaluator, cls)


def _mixes(evaluator: Evaluator, cls: Class) -> bool:
    return len({handler.is_async for handler in view_classes.handlers(evaluator, cls)}) == 2


def _words(found: tuple[view_classes.Handler, ...]) -> str:
    """`async get; sync post of FormView`: the handlers of both kinds."""
    texts = []
    for kind, word in ((True, "async"), (False, "sync")):
        owners: dict[str, list[str]] = {}
        for handler in found:
            if handler.is_async is kind:
                owners.setdefault(handler.owner, []).append(f"`{handler.method}`")
        texts.append(f"{word} " + " and ".join(f"{', '.join(names)} of `{owner}`" for owner, names in owners.items()))
    return "; ".join(texts)


def _guard_of(evaluator: Evaluator, cls: Class) -> str:
    """The mixin of a class that asks for `request.user` in `dispatch`, where that runs on the loop; else nothing."""
    if evaluator.declarations.sets_request_user or not view_classes.is_async(evaluator, cls):
        return ""
    before: list[Class] = []
    for base in evaluator.classes.mro(cls):
        if isinstance(base, Class):
            before.append(base)
        elif base in tables.DISPATCH_GUARDS:
            return base if all(map(_passes_on, before)) else ""
    return ""


def _passes_on(cls: Class) -> bool:
    """Whether a `dispatch` in front of the mixin's is plain and comes to it through `super()` on the loop."""
    return all(
        isinstance(each, Function)
        and "super" in each.facts.loaded
        and "dispatch" in each.facts.attributes
        and OFFLOADS.isdisjoint(each.facts.loaded | each.facts.attributes)
        for each in cls.members.get("dispatch", ())
    )


def _of_guard(evaluator: Evaluator, cls: Class) -> Iterator[Effect]:
    """The guard of a view where nothing of the project's stands before its question: told at the class."""
    guard = _guard_of(evaluator, cls)
    if not guard or tables.DISPATCH_GUARDS[guard] == "test_func":
        return
    asked = ("dispatch", tables.DISPATCH_GUARDS[guard])
    is_told = any(evaluator.classes.find(cls, name) is not None for name in asked if name)
    bases = (base for base in evaluator.classes.mro(cls)[1:] if isinstance(base, Class))
    if not is_told and not any(_guard_of(evaluator, base) for base in bases):
        text = twins.user_text(evaluator.target_django)
        yield definitions.effect(cls, "guards_dispatch", guard, "mixin", definitions.site(cls), instead=text)


def _of_guarded_methods(evaluator: Evaluator, cls: Class) -> Iterator[Effect]:
    """Where the methods of a class come to a guard's question: `super().dispatch`, or `request.user` in its hook."""
    for name in GUARDED:
        for method in cls.members.get(name, ()):
            if isinstance(method, Function) and not method.is_async:
                users = (cls, *evaluator.declarations.heirs(cls))
                yield from _questions(evaluator, method, [each for each in users if _guard_of(evaluator, each)])


def _questions(evaluator: Evaluator, method: Function, users: list[Class]) -> Iterator[Effect]:
    told = set()
    for cls in users:
        guard = _guard_of(evaluator, cls)
        is_hook = method.name == tables.DISPATCH_GUARDS[guard]
        found = evaluator.classes.find(cls, method.name)
        sink = USER_SINK if is_hook else f"{guard}.dispatch"
        if found is None or method not in found[1]:
            continue
        text = twins.user_text(evaluator.target_django)
        key = functions.generic_key(evaluator, method, Instance(cls))
        for effect in evaluator.summary(key).effects:
            if effect.sink == sink and effect.via is None and effect.site not in told:
                told.add(effect.site)
                how = "hook" if is_hook else "mixin"
                yield definitions.effect(method, "guards_dispatch", guard, how, effect.site, instead=text)


def _of_dispatch_decorators(evaluator: Evaluator, cls: Class) -> Iterator[Effect]:
    """`method_decorator` on a plain `dispatch`, by name or on its definition: what it is given gets a coroutine."""
    frame = Frame(evaluator, cls.module, cls.parent, cls.owner)
    nodes = [node for node in cls.node.decorator_list if _is_for_dispatch(node)]
    for method in cls.members.get("dispatch", ()):
        if isinstance(method, Function) and not method.is_async:
            nodes.extend(node for node in method.decorators if isinstance(node, ast.Call))
    for node in nodes:
        if view_decorators.name_of(frame, node) == tables.METHOD_DECORATOR:
            for each in view_decorators.decorated_with(frame, node):
                _note_around_dispatch(frame, node, view_decorators.name_of(frame, each))
    yield from frame.effects.values()


def _is_for_dispatch(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and any(
        isinstance(value, ast.Constant) and value.value == "dispatch"
        for value in (*node.args[1:2], *(keyword.value for keyword in node.keywords if keyword.arg == "name"))
    )


def _note_around_dispatch(frame: Frame, node: ast.expr, name: str) -> None:
    """Notes what a decorator does to the coroutine that a plain `dispatch` returns."""
    evaluator = frame.evaluator
    if name == view_decorators.ATOMIC:
        frame.add("transacts", name, "decorator", node)
    touches = tables.VIEW_DECORATORS.get(name, ("", ""))[1]
    if touches == "response":
        frame.add("decorates", name, "breaks", node, instead=around_dispatch_advice(evaluator, name))
    elif touches == "user" and not evaluator.declarations.sets_request_user:
        frame.add("guards_dispatch", name, "decorator", node, instead=twins.user_text(evaluator.target_django))


def around_dispatch_advice(evaluator: Evaluator, name: str) -> str:
    """Where to put a decorator that cannot stand around `dispatch` of an async view."""
    since = tables.VIEW_DECORATORS[name][0]
    if since and twins.is_available(since, evaluator.target_django):
        return f"decorate the view where it is routed: `{name.rpartition('.')[2]}(View.as_view())`"
    return tables.ADVICE["response"]
