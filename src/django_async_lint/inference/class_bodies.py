"""What a module and its class bodies do when they are imported, as far as coroutine functions are given to something:
routes, fields, callbacks, and views decorated where they are routed. Decides nothing.
"""

import ast
from collections.abc import Iterator
from dataclasses import replace

from django_async_lint.inference import (
    callbacks,
    definitions,
    template_backends,
    twins,
    view_classes,
    view_decorators,
)
from django_async_lint.inference.effects import Effect
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import ClassValue, Instance, Value
from django_async_lint.knowledge import callbacks as callback_tables
from django_async_lint.knowledge import view_decorators as tables
from django_async_lint.project.modules import Class, Function, Module

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
NAMES = frozenset(
    name.rpartition(".")[2] for name in (*callback_tables.ARGUMENTS, *callback_tables.ROUTES, *tables.VIEW_DECORATORS)
)
PROCESSORS = "context_processors"
ASGI_PARAMETERS = 4
"""Those of `__call__(self, scope, receive, send)`."""
MARKS = ("markcoroutinefunction", "_is_coroutine")


def effects(evaluator: Evaluator, module: Module) -> Iterator[Effect]:
    """The effects of a module's own statements, of its class bodies and of the decorators of its functions."""
    frame = Frame(evaluator, module)
    for node in _calls(module.tree.body):
        _note(frame, node)
    for cls in module.all_classes:
        if cls.parent is None:
            inner = Frame(evaluator, module, None, cls)
            for node in _calls(cls.node.body):
                _note(inner, node)
                _note_field(inner, node)
            yield from inner.effects.values()
    for function in module.all_functions:
        if function.parent is None:
            for decorator in function.decorators:
                _note_decorator(frame, decorator, function)
            yield from _as_processor(evaluator, function)
    yield from frame.effects.values()


def _as_processor(evaluator: Evaluator, function: Function) -> Iterator[Effect]:
    """A coroutine function that the settings name as a context processor, which a template engine calls plainly."""
    if not function.is_async or function.owner is not None:
        return
    names = template_backends.processors(evaluator, function.module)
    alike = (name for name in names if name.rpartition(".")[2] == function.name)
    meanings = [each for name in alike for each in evaluator.names.dotted(name, function.module.import_root)]
    if function in meanings and view_classes.callable_kind(evaluator.decorated(function)) is True:
        outcome, instead = callback_tables.CONTEXT_PROCESSORS
        place = definitions.site(function)
        effect = definitions.effect(function, "hands_over", PROCESSORS, outcome, place, instead)
        yield replace(effect, twin=function.name)


def _calls(body: list[ast.stmt]) -> Iterator[ast.Call]:
    """The calls in statements that run at import, those of nested definitions apart."""
    pending: list[ast.AST] = list(reversed(body))
    while pending:
        node = pending.pop()
        if isinstance(node, DEFINITIONS):
            continue
        if isinstance(node, ast.Call):
            yield node
        pending.extend(reversed(list(ast.iter_child_nodes(node))))


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Call):
        node = node.func
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _note(frame: Frame, node: ast.Call) -> None:
    if _last_name(node.func) not in NAMES:
        return
    name = view_decorators.name_of(frame, node.func if isinstance(node.func, ast.Call) else node)
    if name in callback_tables.ROUTES:
        _note_route(frame, node)
    elif name in tables.VIEW_DECORATORS:
        _note_decorated(frame, node, name)
    if not isinstance(node.func, ast.Call):
        callbacks.note_call(frame, node, name, _arguments(frame, node))


def _note_decorator(frame: Frame, node: ast.expr, function: Function) -> None:
    """Callbacks that a decorator is given: `@condition(etag_func=...)`. A decorator that breaks the function under it
    is told of by itself."""
    if not isinstance(node, ast.Call) or _last_name(node) not in NAMES:
        return
    name = view_decorators.name_of(frame, node)
    since = tables.VIEW_DECORATORS.get(name, ("", ""))[0]
    if function.is_async and since and not twins.is_available(since, frame.evaluator.target_django):
        return
    callbacks.note_call(frame, node, name, _arguments(frame, node))


def _arguments(frame: Frame, node: ast.Call) -> Arguments:
    with frame.mute():
        positional = tuple(frame.evaluator.value_of(frame, each) for each in node.args)
        keywords = tuple((each.arg, frame.evaluator.value_of(frame, each.value)) for each in node.keywords if each.arg)
    return Arguments(positional, keywords)


def _note_field(frame: Frame, node: ast.Call) -> None:
    """The callables of a model's or form's field."""
    if not any(keyword.arg in callback_tables.FIELD_KEYWORDS for keyword in node.keywords):
        return
    name = view_decorators.name_of(frame, node)
    if name.startswith(callback_tables.FIELD_MODULES) and name.endswith(("Field", "ForeignKey")):
        callbacks.note_field(frame, node, name, dict(_arguments(frame, node).keywords))


def _note_route(frame: Frame, node: ast.Call) -> None:
    """A route to an instance whose class has an `async def __call__`: Django takes it for a synchronous view."""
    view = _arguments(frame, node).get(1, "view")
    if not isinstance(view, Instance) or not isinstance(view.of, Class) or view.path:
        return
    found = frame.evaluator.classes.find(view.of, "__call__")
    if found is None or not all(isinstance(each, Function) and each.is_async for each in found[1]):
        return
    if any(isinstance(each, Function) and len(each.facts.positional) == ASGI_PARAMETERS for each in found[1]):
        return  # an application below a router of its own, as Channels has
    if any(_is_marked(base) for base in frame.evaluator.classes.mro(view.of) if isinstance(base, Class)):
        return
    frame.add(
        "hands_over", "django.urls.path", "answers 500: Django takes the instance for a synchronous view", node,
        twin=f"{view.of.name}.__call__", instead="write the view as an `async def`, or mark the instance with"
        " `markcoroutinefunction(self)`",
    )  # fmt: skip


def _is_marked(cls: Class) -> bool:
    lines = cls.module.source.lines[cls.node.lineno - 1 : cls.node.end_lineno]
    return any(mark in line for line in lines for mark in MARKS)


def _note_decorated(frame: Frame, node: ast.Call, name: str) -> None:
    """A view decorated by a call: `login_required(view)`, `cache_page(60)(View.as_view())`."""
    is_outer = isinstance(node.func, ast.Call)
    if is_outer is not (name in tables.WITH_ARGUMENTS) or len(node.args) != 1:
        return
    since, touches = tables.VIEW_DECORATORS[name]
    evaluator = frame.evaluator
    if since and twins.is_available(since, evaluator.target_django):
        return
    given = node.args[0]
    with frame.mute():
        value = evaluator.value_of(frame, given)
    if callbacks.coroutine_function(value) is not None:
        text = view_decorators.advice(evaluator, name, since, touches)
        frame.add("decorates", name, "breaks", node, instead=text)
    elif touches and _is_async_view(frame, given):
        if touches == "response":
            text = view_decorators.advice(evaluator, name, since, touches)
            frame.add("decorates", name, "breaks", node, instead=text)
        elif not evaluator.declarations.sets_request_user:
            frame.add("guards_dispatch", name, "decorator", node, instead=twins.user_text(evaluator.target_django))


def _is_async_view(frame: Frame, node: ast.expr) -> bool:
    """Whether an expression is `View.as_view(...)` of a class whose handlers are coroutine functions."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "as_view"):
        return False
    with frame.mute():
        value: Value = frame.evaluator.value_of(frame, node.func.value)
    return isinstance(value, ClassValue) and view_classes.is_async(frame.evaluator, value.of)
