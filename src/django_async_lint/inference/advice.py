"""When async helps and when it does not: what could wait together, and what being asynchronous brings a view.

A view is told once, and only where it is surely one: by a route, by the class it stands in, or by a `request` that it
answers. Whatever else may need it to be a coroutine function keeps it silent.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from django_async_lint.inference import (
    awaiting,
    catalogue,
    functions,
    hooks,
    outside_calls,
    rounds,
    routes,
    sequences,
    settings,
)
from django_async_lint.inference.effects import Effect, Site
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.values import Atomic, Constant, Instance, Outside, Union, Value
from django_async_lint.knowledge import advice as tables
from django_async_lint.knowledge import django_services
from django_async_lint.project.discovery import TESTS, is_named_by
from django_async_lint.project.modules import Class, Function, Module
from django_async_lint.project.trees import all_nodes, own_nodes
from django_async_lint.source import Position, Span

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

WAITS = (ast.Await, ast.AsyncFor, ast.AsyncWith)
OF_NO_GAIN = frozenset({"thread", "database", "project", "context"})
"""What a view may await of which async brings it nothing, as far as its own text tells."""
ON_OTHERS = frozenset({"http", "sdk"})
"""What waits for other servers: a view that does so gains from async, in a thread as in its own."""
DEEPEST = 2
"""How many calls may lie between a synchronous view and its wait: what is deeper is no matter of the view."""
GATHER = "asyncio.gather"
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def of_coroutine(evaluator: "Evaluator", function: Function, effects: tuple[Effect, ...]) -> Iterator[Effect]:
    """What is to be said of how a coroutine function waits."""
    if is_named_by(function.module.path, TESTS) or not function.is_async:
        return
    if any(effect.kind == "awaits" for effect in effects):
        body = sequences.body_of(evaluator, function, effects)
        loops = list(rounds.of(body))
        yield from (effect for _, effect in loops)
        inside = {site for loop, _ in loops for site in map(body.function.module.source.span, _awaited(loop))}
        yield from (effect for effect in sequences.runs(body) if effect.site.span not in inside)
    if all(effect.kind == "awaits" and effect.how in (*OF_NO_GAIN, "together") for effect in effects):
        yield from _of_view(evaluator, function)


def _awaited(loop: ast.AST) -> Iterator[ast.expr]:
    return (part.value for part in all_nodes(loop) if isinstance(part, ast.Await))


def _of_view(evaluator: "Evaluator", function: Function) -> Iterator[Effect]:
    """Whether an asynchronous view gains from it; of a class the verdict is on all of its handlers, at the first."""
    handlers = _handlers(evaluator, function)
    if not handlers or handlers[0] is not function:
        return
    verdicts = [_verdict(evaluator, handler) for handler in handlers]
    if all(verdicts):
        how = "threads" if "threads" in verdicts else "never"
        yield Effect("needs_no_async", function.dotted, how, _site_of_name(function))


def _handlers(evaluator: "Evaluator", function: Function) -> list[Function]:
    """A view that is a function, or the handlers of the class of a view, in source order; none for anything else."""
    if not is_view_or_handler(evaluator, function):
        return []
    if function.owner is None:
        return [function]
    return [each for each in function.owner.methods if each.name in django_services.HTTP_METHODS]


def is_view_or_handler(evaluator: "Evaluator", function: Function) -> bool:
    """Whether a function is surely a view, or a handler of a class of views."""
    if function.owner is not None:
        return _is_handler(evaluator, function)
    return function.parent is None and _is_view(evaluator, function)


def _is_view(evaluator: "Evaluator", function: Function) -> bool:
    """Whether a function is surely a view: routed, or given a request that it answers; what the project calls by its
    name only answers for a view."""
    if any(view.kind in ("view", "endpoint") for view in routes.of_function(evaluator, function)):
        return True
    is_named = function.facts.positional[:1] == ["request"] and not function.name.startswith("_")
    if not is_named or not (_answers(evaluator, function) or _is_registered(evaluator, function)):
        return False
    return not evaluator.declarations.is_called(function.name)


def _is_registered(evaluator: "Evaluator", function: Function) -> bool:
    names = outside_calls.decorator_names(evaluator, function)
    return any(name.startswith(tables.ENDPOINT_DECORATORS) for name in names)


def _answers(evaluator: "Evaluator", function: Function) -> bool:
    """Whether what a function returns is a response wherever that is known, and known somewhere."""
    value = evaluator.summary(functions.generic_key(evaluator, function)).value
    found = [_is_response(evaluator, member) for member in (value.members if isinstance(value, Union) else (value,))]
    return True in found and False not in found


def _is_response(evaluator: "Evaluator", value: Value) -> bool | None:
    match value:
        case Instance():
            return evaluator.classes.inherits(value.of, *tables.RESPONSES)
        case Outside():
            return value.name in tables.RESPONSES
        case _:
            return None if type(value).__name__ == "Unknown" else False


def _is_handler(evaluator: "Evaluator", function: Function) -> bool:
    """Whether a method answers requests in a class of views that nothing overrides and that overrides nothing."""
    owner = function.owner
    if owner is None or function.name not in django_services.HTTP_METHODS:
        return False
    if hooks.of_method(evaluator, function) is not None:
        return False
    classes = evaluator.classes
    bases = classes.mro(owner)
    if not any(isinstance(base, str) and base in tables.VIEW_CLASSES for base in bases):
        return False
    others = [base for base in bases[1:] if isinstance(base, Class)]
    if "dispatch" in owner.members or any(method.is_async for base in others for method in base.methods):
        return False
    others += evaluator.declarations.heirs(owner)
    is_alone = not any(name in other.members for other in others for name in django_services.HTTP_METHODS)
    return is_alone and not any(isinstance(base, str) and base in tables.GENERIC_VIEWS for base in bases)


def _verdict(evaluator: "Evaluator", function: Function) -> str:
    """`never` for a view that awaits nothing, `threads` for one that only hops to threads; empty for any other."""
    if not function.is_async or not _may_be_plain(evaluator, function):
        return ""
    effects = evaluator.summary(functions.generic_key(evaluator, function)).effects
    if any(effect.kind != "awaits" for effect in effects):
        return ""
    waits = [part for part in own_nodes(function.node) if isinstance(part, WAITS) or getattr(part, "is_async", False)]
    if not waits:
        return "" if effects else "never"
    places = {effect.site.span for effect in effects}
    reached = awaiting.reached(evaluator, effects)
    is_all = all(span in places for span in _spans(function, waits))
    is_several = len(reached) > 1 or any(effect.how == "thread" for effect in reached)
    gathered = [wait.value for wait in waits if isinstance(wait, ast.Await) and _is_gather(function, wait, effects)]
    in_one_thread = {effect.site.span for effect in effects if _is_query(effect)}
    is_all = is_all and all(set(_spans_of_arguments(function, call)) <= in_one_thread for call in gathered)
    places_of_gather = {function.module.source.span(call) for call in gathered}
    hops = (_is_hop(effect) or effect.site.span in places_of_gather for effect in reached)
    return "threads" if is_all and is_several and all(hops) else ""


def _is_gather(function: Function, wait: ast.Await, effects: Iterable[Effect]) -> bool:
    """Whether what is awaited here is `asyncio.gather(...)`."""
    place = function.module.source.span(wait.value)
    return isinstance(wait.value, ast.Call) and any(
        effect.site.span == place and effect.how == "together" and effect.sink == GATHER for effect in effects
    )


def _spans_of_arguments(function: Function, call: ast.expr) -> Iterator[Span]:
    yield from map(function.module.source.span, call.args if isinstance(call, ast.Call) else ())


def _spans(function: Function, waits: list[ast.AST]) -> Iterator[Span]:
    span = function.module.source.span
    for part in waits:
        match part:
            case ast.Await():
                yield span(part.value)
            case ast.AsyncFor() | ast.comprehension():
                yield span(part.iter)
            case ast.AsyncWith():
                yield from (span(item.context_expr) for item in part.items)


def _is_hop(effect: Effect) -> bool:
    """Whether an await runs something of Django's or of the project in a thread, and no other thing beside it. A thread
    in which another server is waited for is a real wait: a plain view would be told that async helps it."""
    if effect.wait is None:
        return False
    if effect.how == "thread" and effect.wait.form != "together":
        return not any(inner.kind == "blocks" and inner.how in ON_OTHERS for inner in effect.wait.inside)
    return _is_query(effect)


def _is_query(effect: Effect) -> bool:
    """Whether an await asks Django's database: all such of one request run in one thread, gathered or not."""
    return effect.how == "database" and (
        effect.sink.startswith("django.") or awaiting.resource(effect.sink) == awaiting.UNKNOWN_RESOURCE
    )


def _may_be_plain(evaluator: "Evaluator", function: Function) -> bool:
    """Whether nothing but its own awaits makes a function asynchronous: no decorator of the project's, no coroutine
    that it hands on, no stream, nothing that asks for the running loop."""
    if function.facts.is_generator or _is_stub(function):
        return False
    names = outside_calls.decorator_names(evaluator, function)
    if len(names) != len(function.decorators) or not all(name.startswith(tables.DECORATORS) for name in names):
        return False
    if any(isinstance(part, SCOPES) and part is not function.node for part in all_nodes(function.node)):
        return False
    nodes = list(own_nodes(function.node))
    awaited = {part.value for part in nodes if isinstance(part, ast.Await)}
    awaited |= {part.iter for part in nodes if isinstance(part, (ast.AsyncFor, ast.comprehension))}
    words = {_last_name(part.func) for part in nodes if isinstance(part, ast.Call) and part not in awaited}
    known = evaluator.declarations.coroutines.names
    return words.isdisjoint(known) and words.isdisjoint(tables.ASKING_FOR_LOOP)


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_stub(function: Function) -> bool:
    """Whether a body does nothing, or only raises: a declaration for others to fill in."""
    body = [] if isinstance(function.node, ast.Lambda) else function.node.body
    doing = [each for each in body if not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))]
    return all(isinstance(each, (ast.Pass, ast.Raise)) for each in doing)


def _site_of_name(function: Function) -> Site:
    """The name of a function in its `def`."""
    source = function.module.source
    start = source.span(function.node).start if not isinstance(function.node, ast.Lambda) else Position(1, 1)
    column = source.line(start.line).find(function.name, start.column - 1) + 1
    end = Position(start.line, column + len(function.name))
    return Site(function.module.path, Span(Position(start.line, column), end), function.name)


# Synchronous views.


def may_hold(evaluator: "Evaluator", path: str) -> bool:
    """Whether a file holds plain views that may wait for other servers."""
    return path in _plain_views(evaluator)


def is_plain_view(evaluator: "Evaluator", function: Function) -> bool:
    """Whether a plain function is a view that a route leads to, in a project that is served asynchronously."""
    return function in _plain_views(evaluator).get(function.module.path, ())


def _plain_views(evaluator: "Evaluator") -> dict[str, set[Function]]:
    """The synchronous routed views of a project that is served asynchronously, by file."""
    if evaluator.routes.plain_views is None:
        evaluator.routes.plain_views = {}
        candidates = _files_that_may_wait(evaluator)
        for path in sorted(candidates) if candidates and _may_serve_asynchronously(evaluator) else ():
            for function, views in routes.in_file(evaluator, path).items():
                if not function.is_async and any(view.kind in ("view", "handler") for view in views):
                    evaluator.routes.plain_views.setdefault(function.module.path, set()).add(function)
    return evaluator.routes.plain_views


def _files_that_may_wait(evaluator: "Evaluator") -> frozenset[str]:
    """The files from which an import leads to a library that asks other servers: a site of thousands of views is not
    evaluated for the few that wait."""
    if not evaluator.declarations.coroutines.names:
        return frozenset()
    return evaluator.declarations.importing(catalogue.modules_with("http", "sdk"))


def _may_serve_asynchronously(evaluator: "Evaluator") -> bool:
    """Whether a routed view is asynchronous, or the settings name an ASGI application."""
    if evaluator.project.config.server != "asgi" or not evaluator.declarations.coroutines.names:
        return False
    if routes.all_asynchronous(evaluator):
        return True
    return any(_names_application(evaluator, module) for module in routes.modules(evaluator))


def _names_application(evaluator: "Evaluator", module: Module) -> bool:
    value = settings.setting(evaluator, module, "ASGI_APPLICATION")
    return isinstance(value, Constant) and isinstance(value.value, str)


def of_plain_view(evaluator: "Evaluator", function: Function, effects: Iterable[Effect]) -> Iterator[Effect]:
    """What a synchronous view waits for over the network: one effect at the first such call, the others follow it."""
    if is_named_by(function.module.path, TESTS) or not is_plain_view(evaluator, function):
        return
    own = [effect for effect in effects if effect.kind == "blocks" and effect.depth <= DEEPEST]
    held = _in_transactions(evaluator, function)
    waits = [
        effect
        for effect in own
        if effect.how in ON_OTHERS and not effect.once and effect.site.span.start.line not in held
    ]
    if waits:
        first = min(waits, key=lambda effect: effect.site)
        yield replace(first, kind="holds_thread", instead="")


def _in_transactions(evaluator: "Evaluator", function: Function) -> set[int]:
    """The lines of a function that stand in a `with transaction.atomic()`, which no coroutine can hold."""
    frame = Frame(evaluator, function.module, function, function.owner)
    lines: set[int] = set()
    for node in own_nodes(function.node):
        if isinstance(node, ast.With):
            with frame.mute():
                entered = [frame.evaluator.value_of(frame, item.context_expr) for item in node.items]
            if any(isinstance(value, Atomic) for value in entered):
                lines.update(range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1))
    return lines
