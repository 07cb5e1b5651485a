"""Templates that are rendered on the loop: which template a call means, and what its context holds.

What rendering it does, which `template_nodes` tells, rises to the call. Templates are read only where the context
holds something that may ask the database; a name that is not literal, another engine, a template that is not found
are silent.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from django_async_lint.inference import functions, settings
from django_async_lint.inference.effects import Effect
from django_async_lint.inference.frame import Environment, Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.template_nodes import Rendering
from django_async_lint.inference.values import (
    NOTHING,
    UNKNOWN,
    Collection,
    Constant,
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
    coarsened,
    constant,
    is_none,
    join,
    members,
    union,
)
from django_async_lint.knowledge import django_templates
from django_async_lint.project.modules import Function, Module
from django_async_lint.project.templates import Engine, Template

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

CLASSES = django_templates.TEMPLATE_CLASSES
RESPONSES = django_templates.RESPONSES


class Given(NamedTuple):
    """What a response is rendered with: the template's name, the context, the request."""

    name: Value
    context: Value | None
    request: Value | None


@dataclass(frozen=True, slots=True, eq=False)
class Backend:
    """Django's own template backend in one site's settings. `processors` are its context processors' names."""

    engine: Engine
    alias: str = ""
    processors: tuple[str, ...] = ()


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
    if frame.muted or not receiver.loaded:
        return
    if receiver.of in CLASSES:
        names = tuple(constant(name) for name in sorted(receiver.loaded))
        _note(frame, node, union(names), arguments.get(0, "context"), arguments.get(1, "request"), None)
    elif receiver.of in RESPONSES:
        for given, mark in list(frame.evaluator.template_responses.items()):
            if mark in receiver.loaded:
                _note(frame, node, *given, None)


def loaded(cls: str, arguments: Arguments) -> Value:
    """What `get_template(name)` gives: an instance that remembers the name."""
    name = arguments.get(0, "template_name") or UNKNOWN
    is_known = isinstance(name, Constant) and isinstance(name.value, str)
    return Instance(cls, frozenset({name.value}) if isinstance(name, Constant) and is_known else None)


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
    if backend is None or not _is_meant(backend, using):
        return
    env = _from_processors(frame, node, backend, request)
    env.update((key, _by_now(frame, node, value)) for key, value in _variables(context).items())
    if not any(_is_lazy(value) for value in env.values()):
        return
    given = tuple((key, coarsened(value)) for key, value in env.items())
    for template in _templates(backend.engine, name):
        summary = frame.evaluator.summary(Rendering(backend.engine, template, given))
        text = frame.site(node).text
        effects = tuple(replace(effect, instead=_advice(effect, text)) for effect in summary.effects)
        frame.rise(node, effects, "", note=f"template `{template.name}`")


def _is_meant(backend: Backend, using: Value | None) -> bool:
    """Whether the call leaves the choice of the engine to Django or names this one."""
    return using is None or is_none(using) or (isinstance(using, Constant) and using.value == backend.alias)


def _templates(engine: Engine, name: Value) -> Iterator[Template]:
    """The templates that a name may mean; of a list of names the first that exists."""
    for member in members(name):
        for text in member.elements if isinstance(member, Row) else (member,):
            if not isinstance(text, Constant) or not isinstance(text.value, str):
                break
            found = engine.find(text.value)
            if found is not None:
                yield found
                break


def _variables(context: Value | None) -> Environment:
    """The names that a context gives, as far as it is known."""
    found: Environment = {}
    for member in members(context) if context is not None else ():
        for name, value in member.items if isinstance(member, Mapping) else ():
            if isinstance(name, str) and name.isidentifier():
                found[name] = join(found.get(name, NOTHING), value)
    return found


def _by_now(frame: Frame, node: ast.expr, value: Value) -> Value:
    """A value of a context that was made before this call: what was fetched since under a name is in memory."""
    held = tuple((frame.env or {}).values())
    given = [*node.args, *(each.value for each in node.keywords)] if isinstance(node, ast.Call) else []
    if value in held or any(isinstance(each, ast.Dict) for each in given):
        return value
    match value:
        case QuerySet() if value._replace(evaluated=True) in held:
            return value._replace(evaluated=True)
        case Instance(loaded=frozenset() as loaded):
            more = [k for k in held if isinstance(k, Instance) and k.of == value.of and loaded < (k.loaded or loaded)]
            return more[0] if more else value
        case _:
            return value


def _is_lazy(value: Value, depth: int = 3) -> bool:
    """Whether something of a value may ask the database when a template uses it."""
    match value:
        case QuerySet():
            return not value.empty
        case Manager() | Lazy() | LazyObject() | Generator():
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
        case "evaluates", _:
            return f"pass a list, `[x async for x in ...]`, or {thread}"
        case "loads", "deferred":
            return f"load it with the instance, or {thread}"
        case "loads", _:
            name = effect.sink.rpartition(".")[2]
            return f'load it with the instance: `select_related("{name}")`, or {thread}'
        case "queries", _ if effect.twin:
            return f"await `{effect.twin}` before and pass what it gives, or {thread}"
        case "queries", _:
            return thread
        case _:
            return effect.instead


def _thread(call: str) -> str:
    """How what stands at a call that renders is rendered in a thread instead."""
    callee = call.partition("(")[0]
    thread = f"render it in a thread: `await sync_to_async({callee})(...)`"
    return f"return a `TemplateResponse`, or {thread}" if callee in ("render", "shortcuts.render") else thread


# Settings.


def backend_of(evaluator: "Evaluator", module: Module) -> Backend | None:
    """Django's own template backend as a module of the project sees it; None where another one comes first."""
    known = evaluator.template_backends
    if module.import_root not in known:
        known[module.import_root] = _find_backend(evaluator, module)
    return known[module.import_root]


def _find_backend(evaluator: "Evaluator", module: Module) -> Backend | None:
    project, names, root = evaluator.project, evaluator.names, module.import_root
    site = settings.settings_module(evaluator, module)
    if site is None:
        return Backend(Engine(project, names, root))
    written = evaluator.value_of_definitions(names.of_global(site, "TEMPLATES"))
    if not isinstance(written, Row):
        return Backend(Engine(project, names, root, site))
    for index, element in enumerate(written.elements):
        entry = dict(element.items) if isinstance(element, Mapping) else {}
        if _is(entry.get("BACKEND"), django_templates.DJANGO_BACKEND):
            in_apps = not _is(entry.get("APP_DIRS", constant(False)), False) or "loaders" in _options(entry)
            engine = Engine(project, names, root, site, index, in_apps)
            alias = entry.get("NAME", constant("django"))
            name = alias.value if isinstance(alias, Constant) else ""
            return Backend(engine, str(name), tuple(_processors(entry)))
        if entry.get("DIRS") != Row((), "list"):
            return None
    return None


def _options(entry: Environment) -> Environment:
    options = entry.get("OPTIONS")
    return dict(options.items) if isinstance(options, Mapping) else {}


def _is(value: Value | None, wanted: object) -> bool:
    return isinstance(value, Constant) and value.value == wanted


def _processors(entry: Environment) -> Iterator[str]:
    listed = _options(entry).get("context_processors")
    for element in listed.elements if isinstance(listed, Row) else ():
        if isinstance(element, Constant) and isinstance(element.value, str):
            yield element.value


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
