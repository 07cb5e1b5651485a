"""Templates that are rendered on the loop: which template a call means, and what its context holds.

What rendering it does, which `template_nodes` tells, rises to the call. Templates are read only where the context
holds something that may ask the database or is asynchronous; a name or text that is not literal, another engine, a
template that is not found are silent.
"""

import ast
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from django_async_lint.inference import coroutines, functions
from django_async_lint.inference.coarsening import coarsened
from django_async_lint.inference.effects import RISING, Effect
from django_async_lint.inference.frame import Environment, Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, members, union
from django_async_lint.inference.template_backends import Backend, backend_of, is_meant
from django_async_lint.inference.values import (
    NOTHING,
    UNKNOWN,
    AsyncIterator,
    Collection,
    Constant,
    Coroutine,
    Decorated,
    FunctionValue,
    Generator,
    Instance,
    Lazy,
    LazyObject,
    Manager,
    Mapping,
    Method,
    Partial,
    QuerySet,
    Row,
    Union,
    Value,
    constant,
    is_none,
)
from django_async_lint.knowledge import django_templates
from django_async_lint.project.modules import Function
from django_async_lint.project.templates import Engine, Template
from django_async_lint.project.trees import all_nodes

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

CLASSES = django_templates.TEMPLATE_CLASSES
RESPONSES = django_templates.RESPONSES
CONTEXTS = django_templates.CONTEXTS
TEXT = "\0"
"""What the text of a template begins with where names of templates are kept; no name holds it."""
NONE_GIVEN = Mapping((), NOTHING)


class Rendering(NamedTuple):
    """A template with the values of its context: what rendering it does is a function of these."""

    engine: Engine
    template: Template
    context: tuple[tuple[str, Value], ...]


class Given(NamedTuple):
    """What a response is rendered with: the template's name, the context, the request."""

    name: Value
    context: Value | None
    request: Value | None


def note_function(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> None:
    """Notes what `render(...)` or `render_to_string(...)` does with the template and the context given."""
    if frame.muted or name not in django_templates.RENDERERS:
        return
    template, context, request, using = django_templates.RENDERERS[name]
    _note(
        frame,
        node,
        arguments.get(template, "template_name") or UNKNOWN,
        arguments.get(context, "context"),
        arguments.get(request, "request"),
        arguments.get(using, "using"),
    )


def note_method(frame: Frame, node: ast.expr, receiver: Instance, arguments: Arguments) -> None:
    """Notes what `get_template(name).render(context, request)` does, and `render()` of a response."""
    backend = backend_of(frame.evaluator, frame.module)
    if frame.muted or not receiver.loaded or backend is None:
        return
    if receiver.of in CLASSES:
        names = tuple(constant(name) for name in sorted(receiver.loaded))
        context, request = arguments.get(0, "context"), arguments.get(1, "request")
        if isinstance(context, Instance) and context.state is not None:
            request = dict(context.state).get("request", request)
        _note(frame, node, union(names), context, request, constant(backend.alias))
    elif receiver.of in RESPONSES:
        for given, mark in list(frame.evaluator.template_responses.items()):
            if mark in receiver.loaded:
                _note(frame, node, *given, None)


def loaded(frame: Frame, node: ast.expr, callee: str, cls: str, arguments: Arguments) -> Value:
    """What loading a template or making one of text gives: an instance that remembers the name or the text."""
    given = arguments.get(0, django_templates.FROM_TEXT.get(callee, "template_name"))
    if not isinstance(given, Constant) or not isinstance(given.value, str):
        return Instance(cls)
    if not _is_django(frame, node, callee, arguments):
        return Instance(cls)
    mark = TEXT if callee in django_templates.FROM_TEXT else ""
    return Instance(cls, frozenset({f"{mark}{given.value}"}))


def _is_django(frame: Frame, node: ast.expr, callee: str, arguments: Arguments) -> bool:
    """Whether a template is loaded by Django's own engine: the call names no other, nor is it made on another."""
    backend = backend_of(frame.evaluator, frame.module)
    if backend is None:
        return False
    using: Value | None = constant(backend.alias)
    if callee in django_templates.WITH_ENGINE:
        using = arguments.get(1, "using")
    elif callee.startswith(django_templates.ANY_ENGINE):
        using = UNKNOWN
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            with frame.mute():
                engine = frame.evaluator.value_of(frame, node.func.value)
            using = dict(engine.state or ()).get("alias", UNKNOWN) if isinstance(engine, Instance) else UNKNOWN
    return is_meant(backend, using)


def context(name: str, arguments: Arguments) -> Value:
    """What `Context(...)` gives: the dict it is made of; of a `RequestContext` the request is kept beside it."""
    position = CONTEXTS[name]
    given = arguments.get(position, "dict_")
    given = given if given is not None and not is_none(given) else NONE_GIVEN
    if not position:
        return given
    return Instance(name, state=(("request", arguments.get(0, "request") or UNKNOWN), ("context", given)))


def response(evaluator: "Evaluator", cls: str, arguments: Arguments) -> Value:
    """What `TemplateResponse(request, name, context)` gives: Django renders it in a thread, unless somebody else
    does before. The instance is marked with what it was given."""
    template, context, request = RESPONSES[cls]
    given = Given(
        arguments.get(template, "template") or UNKNOWN,
        arguments.get(context, "context"),
        arguments.get(request, "request") if request >= 0 else None,
    )
    known = evaluator.template_responses
    return Instance(cls, frozenset({known.setdefault(given, str(len(known)))}))


def _note(
    frame: Frame,
    node: ast.expr,
    name: Value,
    context: Value | None,
    request: Value | None,
    using: Value | None,
) -> None:
    backend = backend_of(frame.evaluator, frame.module)
    if backend is None or not is_meant(backend, using):
        return
    env = _from_processors(frame, node, backend, request)
    env.update((key, _without_coroutines(_by_now(frame, node, value))) for key, value in _variables(context).items())
    if not any(_is_lazy(value) for value in env.values()):
        return
    given = tuple((key, coarsened(value)) for key, value in env.items())
    for template in _templates(backend.engine, name):
        summary = frame.evaluator.summary(Rendering(backend.engine, template, given))
        text = frame.site(node).text
        for effect in summary.effects:
            origin = effect.origin if not effect.instead or effect.kind == "loads" else None
            _rise(frame, node, template, replace(effect, instead=_advice(effect, text), origin=origin))


def _rise(frame: Frame, node: ast.expr, template: Template, effect: Effect) -> None:
    """Notes at the call that renders what a template does; one written in Python has no line of its own."""
    if not template.is_text or effect.site.path != template.module.path:
        note = f"template `{template.name}`" if not template.is_text else "template"
        frame.rise(node, (effect,), "", note=note, only_rising=False)
    elif effect.via is not None and effect.kind in RISING:
        frame.rise(node, (replace(effect.via, instead=effect.instead, origin=effect.origin),), effect.callee)
    else:
        frame.add(
            effect.kind,
            effect.sink,
            effect.how,
            node,
            twin=effect.twin,
            instead=effect.instead,
            confidence=effect.confidence,
            fetched=frame.evaluator.passed_on(frame, node, effect)[0],
        )


def _templates(engine: Engine, name: Value) -> Iterator[Template]:
    """The templates that a name may mean; of a list of names the first that exists."""
    for member in members(name):
        for text in member.elements if isinstance(member, Row) else (member,):
            if not isinstance(text, Constant) or not isinstance(text.value, str):
                break
            is_text = text.value.startswith(TEXT)
            found = engine.written(text.value.removeprefix(TEXT)) if is_text else engine.find(text.value)
            if found is not None:
                yield found
                break


def _variables(context: Value | None) -> Environment:
    """The names that a context gives, as far as it is known."""
    found: Environment = {}
    for member in members(context) if context is not None else ():
        if isinstance(member, Instance) and member.of in CONTEXTS:
            return _variables(dict(member.state or ()).get("context"))
        for name, value in member.items if isinstance(member, Mapping) else ():
            if isinstance(name, str) and name.isidentifier():
                found[name] = join(found.get(name, NOTHING), value)
    return found


def _by_now(frame: Frame, node: ast.expr, value: Value) -> Value:
    """A value of a context that was made before this call: what was fetched since under a name is in memory."""
    held = tuple((frame.env or {}).values())
    given = [*node.args, *(each.value for each in node.keywords)] if isinstance(node, ast.Call) else []
    if value in held or any(isinstance(part, ast.Dict) for each in given for part in all_nodes(each)):
        return value
    match value:
        case QuerySet() if value._replace(evaluated=True) in held:
            return value._replace(evaluated=True)
        case Instance(loaded=frozenset() as loaded):
            more = [k for k in held if isinstance(k, Instance) and k.of == value.of and loaded < (k.loaded or loaded)]
            return more[0] if more else value
        case _:
            return value


def _without_coroutines(value: Value) -> Value:
    """The same without the coroutines that were told of when the context was given."""
    match value:
        case Mapping():
            return value._replace(items=tuple((key, _without_coroutines(item)) for key, item in value.items))
        case Row():
            return value._replace(elements=tuple(_without_coroutines(element) for element in value.elements))
        case Collection():
            return value._replace(element=_without_coroutines(value.element))
        case _:
            return UNKNOWN if coroutines.is_coroutine(value) else value


def _is_lazy(value: Value, depth: int = 3) -> bool:
    """Whether something of a value may ask the database, or is asynchronous, when a template uses it."""
    match value:
        case QuerySet():
            return not value.empty
        case Manager() | Lazy() | LazyObject() | Generator() | AsyncIterator() | Coroutine():
            return True
        case FunctionValue() | Method() | Partial() | Decorated():
            return True
        case Instance(of=str() as of):
            return not of.startswith("builtins.")
        case Instance():
            return True
        case Union():
            return any(_is_lazy(member, depth) for member in value.members)
        case Row() if depth:
            return any(_is_lazy(element, depth - 1) for element in value.elements)
        case Collection() if depth:
            return _is_lazy(value.element, depth - 1)
        case Mapping() if depth:
            return any(_is_lazy(item, depth - 1) for item in (*(i for _, i in value.items), value.other))
        case _:
            return False


def _advice(effect: Effect, call: str) -> str:
    """What to do about an effect of a template, in the view that renders it."""
    thread = _thread(call)
    match effect.kind, effect.how:
        case "evaluates", "form":
            return thread
        case "evaluates", _:
            return f"pass a list, `[x async for x in ...]`, or {thread}"
        case "loads", "deferred":
            return f"load it with the instance, or {thread}"
        case "loads", _:
            name = effect.sink.rpartition(".")[2]
            return f'load it with the instance: `select_related("{name}")`, or {thread}'
        case "queries", _ if effect.twin:
            return f"await `{effect.twin}` before and pass what it gives, or {thread}"
        case "uses_coroutine", _:
            return "await it in the view and pass the template what it gives"
        case "iterates_wrongly", _:
            return "pass the template a list, `[x async for x in ...]`"
        case "queries", _:
            return thread
        case _:
            return effect.instead


def _thread(call: str) -> str:
    """How what stands at a call that renders is rendered in a thread instead."""
    callee = call.rpartition("(")[0]
    if "(" in callee or "…" in callee:
        callee = "template.render"
    thread = f"render it in a thread: `await sync_to_async({callee})(...)`"
    return f"return a `TemplateResponse`, or {thread}" if callee in ("render", "shortcuts.render") else thread


# Context processors.


def _from_processors(frame: Frame, node: ast.expr, backend: Backend, request: Value | None) -> Environment:
    """What the context processors give that the settings name; they run where a request is given."""
    found: Environment = {}
    if request is None or is_none(request):
        return found
    for name in backend.processors:
        if name == django_templates.AUTH_PROCESSOR:
            with frame.mute():
                user = frame.evaluator.attribute(frame, node, request, "user")
            found["user"] = user
            if isinstance(user, LazyObject):
                found["perms"] = user._replace(value=UNKNOWN)
        elif name == django_templates.REQUEST_PROCESSOR:
            found["request"] = request
        else:
            found.update(_from_processor(frame, node, name, request))
    return found


def _from_processor(frame: Frame, node: ast.expr, name: str, request: Value) -> Environment:
    """What a context processor of the project gives; what it does rises to the call that renders."""
    evaluator = frame.evaluator
    for meaning in evaluator.names.dotted(name, frame.module.import_root):
        value = evaluator.decorated(meaning) if isinstance(meaning, Function) else UNKNOWN
        if isinstance(value, FunctionValue) and not value.function.is_async:
            summary = evaluator.summary(functions.key_of(evaluator, value, Arguments((request,))))
            text = frame.site(node).text
            effects = tuple(replace(effect, instead=_thread(text)) for effect in summary.effects)
            frame.rise(node, effects, "", note=f"context processor `{name}`")
            return _variables(summary.value)
    return {}
