"""Middleware that does not say of itself how it runs: each such class or factory is one scope with one effect.

Asked of what MIDDLEWARE names, and of what is evidently a middleware: built from `get_response` alone, called with one
request. Nothing here decides what is a fault of a stack; `middleware` tells what becomes of a request.
"""

import ast
import re
from collections.abc import Iterator

from django_async_lint.diagnostic import Confidence, Entry
from django_async_lint.inference import middleware_modes, middleware_shapes
from django_async_lint.inference import site_settings as sites
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.inference.effects import Effect, Site
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.middleware import Middleware, modes, outcome
from django_async_lint.project.modules import Class, Function, Module
from django_async_lint.source import Position, Span


def may_hold(data: bytes) -> bool:
    """Whether a file can hold such a middleware though it holds nothing asynchronous: one on Django's mixin."""
    return b"MiddlewareMixin" in data and b"__call__" in data


def scopes(evaluator: Evaluator, module: Module) -> Iterator[AnalysedFunction]:
    """The classes and factories of one file that are middleware and say of themselves what is not so."""
    if "get_response" not in module.source.text and "Middleware" not in module.source.text:
        return
    entries = sites.middleware_entries(evaluator, module)
    for scope in module.all_scopes:
        if scope.parent is not None or scope.owner is not None:
            continue
        entry = sites.is_listed(entries, scope)
        if entry is None and not _is_evident(evaluator, scope):
            continue
        seen = middleware_modes.of(evaluator, scope)
        fault = _fault(seen, entries, entry) if seen is not None else ""
        if seen is not None and fault:
            yield _scope(evaluator, scope, seen, fault, entries, entry)


def _is_evident(evaluator: Evaluator, scope: Class | Function) -> bool:
    """Whether something that no settings name is a middleware: by what it is built from and called with."""
    if isinstance(scope, Function):
        return _is_factory(evaluator, scope)
    call = _method(evaluator, scope, "__call__")
    if call is None or len(call.facts.positional) != 2 or call.facts.star:
        return False
    if not middleware_shapes.is_built_so(evaluator, scope):
        return False
    return next(evaluator.declarations.heirs(scope), None) is None  # asked last: every file of an heir is parsed for it


def _method(evaluator: Evaluator, cls: Class, name: str) -> Function | None:
    found = evaluator.classes.find(cls, name)
    bindings = found[1] if found is not None else []
    return bindings[0] if len(bindings) == 1 and isinstance(bindings[0], Function) else None


def _is_factory(evaluator: Evaluator, function: Function) -> bool:
    """Whether a function takes `get_response` alone and gives back functions of one `request`."""
    if function.facts.positional != [middleware_shapes.INNER] or function.facts.keyword_only or function.decorators:
        return False
    if len(re.findall(rf"\b{function.name}\b", function.module.source.text)) > 1:
        return False
    inner = [each for each in function.module.all_functions if each.parent is function]
    return bool(inner) and all(each.facts.positional == ["request"] for each in inner if each.is_async)


def _fault(seen: Middleware, entries: tuple[sites.Entry, ...], entry: sites.Entry | None) -> str:
    """What a middleware says of itself that is not so; empty where all is well."""
    if not seen.can_sync and not seen.can_async:
        return "neither"
    if seen.gives == "coroutine":
        if not seen.can_async:
            return "unflagged" if seen.marks != "always" else "undeclared"
        if seen.marks == "never":
            return "unmarked"
        return "turned_sync" if seen.can_sync and _runs_sync(entries, entry) else ""
    if seen.gives == "response" and seen.can_async:
        return "sync_call"
    return ""


def _runs_sync(entries: tuple[sites.Entry, ...], entry: sites.Entry | None) -> bool:
    """Whether the stack surely turns an entry to sync mode."""
    stack = sites.stack_with(entries, entry) if entry is not None else None
    if stack is None or entry is None:
        return False
    kept = [each for each in entries if each.item.is_certain or each is entry]
    return not modes(stack)[kept.index(entry)]


def _scope(
    evaluator: Evaluator,
    scope: Class | Function,
    seen: Middleware,
    fault: str,
    entries: tuple[sites.Entry, ...],
    entry: sites.Entry | None,
) -> AnalysedFunction:
    kind = "class" if isinstance(scope, Class) else "middleware"
    confidence: Confidence = "high" if entry is not None or fault in ("unflagged", "unmarked", "neither") else "medium"
    site = Site(scope.module.path, _span_of_name(scope), scope.name)
    effect = Effect(
        "misdeclares", scope.dotted, fault, site, twin=_end_of_request(entries, entry), confidence=confidence
    )
    place = Entry(scope.dotted, scope.module.path, scope.node.lineno, kind)
    return AnalysedFunction(scope.dotted, place, False, (effect,))


def _end_of_request(entries: tuple[sites.Entry, ...], entry: sites.Entry | None) -> str:
    """How a request ends under the stack: `500`, `escapes X`, `refuses X`, `works`; empty where that is not known."""
    stack = sites.stack_with(entries, entry) if entry is not None else None
    if stack is None:
        return ""
    found = outcome(stack)
    if found.refuses:
        return f"refuses {found.refuses}"
    if found.escapes:
        return f"escapes {found.escapes}"
    return "500" if found.status == 500 else "works"


def _span_of_name(scope: Class | Function) -> Span:
    """Where the name of a class or function stands in its statement."""
    source = scope.module.source
    assert not isinstance(scope.node, ast.Lambda)
    start = source.span(scope.node).start
    line = scope.node.lineno
    column = source.line(line).find(scope.name, start.column - 1) + 1
    return Span(Position(line, column), Position(line, column + len(scope.name)))
