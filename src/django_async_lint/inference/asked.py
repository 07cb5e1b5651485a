"""Numbers that a client decides: `int(request.GET["n"])`, a path parameter of a view. A loop of so many rounds is as
long as anybody asks for.

A number that is compared with an upper limit, or cut to one, is not the client's any more. Reads the syntax where it
is asked; unknown is no.
"""

import ast
from collections.abc import Iterator
from functools import lru_cache

from django_async_lint.inference import requests, sizes
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.values import Constant, FunctionValue, Instance, Value, constant
from django_async_lint.knowledge.django_services import HTTP_METHODS, REQUEST, VIEW
from django_async_lint.project.modules import Function
from django_async_lint.project.trees import all_nodes, names_bound

ATTRIBUTES = frozenset({"GET", "POST", "query_params", "data", "body", "headers", "COOKIES", "META"})
NUMBERS = frozenset({"int", "float", "abs", "round", "math.ceil", "math.floor", "decimal.Decimal"})
SMALLEST_LIMIT = 5
SMALLEST_BOUND = 50
"""Below these, `n > 1` and `n < 2` are lower limits, or tell where a recursion ends."""
DEEPEST = 6


def is_number(frame: Frame, node: ast.expr, depth: int = 0) -> bool:
    """Whether an expression is a number that a client decides."""
    if depth > DEEPEST:
        return False
    match node:
        case ast.Name(id=name):
            return _is_name(frame, name, depth)
        case ast.Call(func=func, args=[inner], keywords=[]):
            is_conversion = sizes.outside_name(frame, func) in NUMBERS
            return is_conversion and (_is_text(frame, inner, depth) or is_number(frame, inner, depth + 1))
        case ast.Call(func=func, args=parts) if parts and sizes.outside_name(frame, func) == "max":
            return any(is_number(frame, part, depth + 1) for part in parts)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Pow(), right=right):
            return is_number(frame, left, depth + 1) or is_number(frame, right, depth + 1)
        case _:
            return False


def _is_name(frame: Frame, name: str, depth: int) -> bool:
    function = frame.function
    if function is None or isinstance(function.node, ast.Lambda):
        return False
    if name in function.facts.positional or name in function.facts.keyword_only:
        is_given = given_name(name) in frame.captured or _is_path_parameter(frame, function, name)
        return is_given and not sizes.is_rebound(frame, name) and not is_limited(function.node, name)
    sources = _sources(function.node).get(name, [])
    asked = [is_number(frame, source, depth + 1) for source in sources]
    return (
        any(asked)
        and all(is_asked or isinstance(source, ast.Constant) for is_asked, source in zip(asked, sources, strict=True))
        and not is_limited(function.node, name)  # asked last: it looks at the whole function
    )


@lru_cache(maxsize=65536)
def _sources(scope: ast.AST) -> dict[str, list[ast.expr]]:
    """What all plain assignments to a name are, for the names that nothing else binds too."""
    found: dict[str, list[ast.expr]] = {}
    for node in all_nodes(scope):
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value):
                found.setdefault(target, []).append(value)
            case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value):
                found.setdefault(target, []).append(value)
    bound = names_bound(scope)
    return {name: sources for name, sources in found.items() if len(sources) == len(bound[name])}


def _is_path_parameter(frame: Frame, function: Function, name: str) -> bool:
    """Whether a parameter is a part of the path that a view is called with: behind the request, without default."""
    facts, owner = function.facts, function.owner
    if not requests.of_entry_point(frame.evaluator, function):
        annotated = facts.positional[:1] if owner is None else facts.positional[1:2]
        request = frame.env.get(annotated[0]) if frame.env is not None and annotated else None
        if not isinstance(request, Instance) or request.of != REQUEST:
            return False
    if owner is not None and not (function.name in HTTP_METHODS and frame.evaluator.classes.inherits(owner, VIEW)):
        return False
    annotation = facts.annotations.get(name)
    is_number = annotation is None or (isinstance(annotation, ast.Name) and annotation.id == "int")
    place = facts.positional.index(name) if name in facts.positional else 0
    return is_number and function.parent is None and place > (owner is not None) and not function.decorators


def _is_text(frame: Frame, node: ast.expr, depth: int) -> bool:
    """Whether an expression reads something out of the request: `request.GET["n"]`, `data.get("n", 10)`."""
    match node:
        case ast.Subscript(value=value) | ast.Call(func=ast.Attribute(value=value, attr="get" | "pop")):
            return _is_data(frame, value, depth)
        case ast.BoolOp(op=ast.Or(), values=[first, *_]):
            return _is_text(frame, first, depth)
        case ast.Name(id=name) if frame.function is not None and depth < DEEPEST:
            sources = _sources(frame.function.node).get(name, ())
            return bool(sources) and all(_is_text(frame, source, depth + 1) for source in sources)
        case _:
            return False


def _is_data(frame: Frame, node: ast.expr, depth: int) -> bool:
    """Whether an expression is what a request brings: its query, its form, its parsed body."""
    match node:
        case ast.Attribute(value=ast.Name(id=name), attr=attribute) if attribute in ATTRIBUTES:
            return _is_request(frame, name)
        case ast.Call(func=func, args=[inner, *_]) if sizes.outside_name(frame, func) == "json.loads":
            return _is_data(frame, inner, depth + 1)
        case ast.Name(id=name) if frame.function is not None and depth < DEEPEST:
            sources = _sources(frame.function.node).get(name, ())
            return bool(sources) and all(_is_data(frame, source, depth + 1) for source in sources)
        case _:
            return False


def _is_request(frame: Frame, name: str) -> bool:
    value = frame.env.get(name) if frame.env is not None else None
    if isinstance(value, Instance):
        return value.of == REQUEST
    function = frame.function
    return name == "request" and function is not None and name in function.facts.positional[:2]


@lru_cache(maxsize=65536)
def is_limited(scope: ast.AST, name: str) -> bool:
    """Whether a function compares a number with an upper limit, loops up to it apart."""
    ends = {node.test for node in all_nodes(scope) if isinstance(node, ast.While)}
    return any(isinstance(node, ast.Compare) and node not in ends and _limits(node, name) for node in all_nodes(scope))


def _limits(node: ast.Compare, name: str) -> bool:
    sides = [node.left, *node.comparators]
    places = [place for place, side in enumerate(sides) if isinstance(side, ast.Name) and side.id == name]
    if not places:
        return False
    if len(sides) > 2 or isinstance(node.ops[0], (ast.In, ast.NotIn)):
        return True
    other = sides[1 - places[0]]
    if not isinstance(other, ast.Constant):
        return not isinstance(node.ops[0], (ast.Is, ast.IsNot))
    if not isinstance(other.value, (int, float)):
        return False
    is_above = isinstance(node.ops[0], (ast.Gt, ast.GtE)) is (places[0] == 0)
    return other.value >= (SMALLEST_LIMIT if is_above else SMALLEST_BOUND)


def rounds(frame: Frame, node: ast.AST) -> bool:
    """Whether a loop makes as many rounds as a client asks for."""
    match node:
        case ast.For(iter=source):
            return _is_range(frame, source)
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return any(_is_range(frame, generator.iter) for generator in node.generators)
        case ast.While(test=ast.Compare(left=ast.Name(), ops=[ast.Lt() | ast.LtE()], comparators=[bound])):
            return is_number(frame, bound)
        case _:
            return False


def _is_range(frame: Frame, source: ast.expr) -> bool:
    match source:
        case ast.Call(func=func, args=bounds) if bounds and sizes.outside_name(frame, func) == "range":
            return is_number(frame, bounds[min(1, len(bounds) - 1)])
        case _:
            return False


def given_name(parameter: str) -> str:
    """Under which name a frame knows that a parameter was given such a number."""
    return f"asked({parameter})"


def handed_over(frame: Frame, node: ast.AST, callee: FunctionValue) -> tuple[tuple[str, Constant], ...]:
    """The parameters of a callee that a call written here gives a number of the client's."""
    if not isinstance(node, ast.Call) or frame.muted or frame.env is None:
        return ()
    names = callee.function.facts.tested
    if not names:
        return ()
    given = {name: written for name, written in sizes.written_arguments(node, callee) if name in names}
    found = (name for name, written in given.items() if is_number(frame, written))
    return tuple(sorted((given_name(name), constant(True)) for name in found))


def given_to(captured: tuple[tuple[str, Value], ...]) -> Iterator[str]:
    """The parameters that a key says were given such a number."""
    return (name[len("asked(") : -1] for name, _ in captured if name.startswith("asked("))
