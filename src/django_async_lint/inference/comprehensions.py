"""Comprehensions and generator expressions: what their parts do, and when.

A comprehension runs where it stands. A generator expression asks its first iterable for an iterator where it
stands and does everything else where it is consumed: it becomes a generator function of its own, unless what
consumes it is written around it.
"""

import ast
from functools import lru_cache

from django_async_lint.inference import costs, functions, narrowing
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import join, one_element, without_constants
from django_async_lint.inference.values import (
    NOTHING,
    UNKNOWN,
    AsyncIterator,
    Collection,
    FunctionValue,
    Generator,
    Mapping,
    Row,
    Value,
)
from django_async_lint.project.modules import Function
from django_async_lint.project.trees import all_nodes, own_nodes

Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp
SOURCE = ".0"
"""The parameter of a generator expression, named as Python names it."""


def value_of(frame: Frame, node: Comprehension) -> Value:
    """The value of a comprehension, or of a generator expression that has only begun."""
    first = node.generators[0]
    source = frame.evaluator.value_of(frame, first.iter)
    if isinstance(node, ast.GeneratorExp) and not _is_asynchronous(node):
        source = frame.evaluator.begin_iteration(frame, first.iter, source, "comprehension")
        _bind_walrus_names(frame, node, None)
        return _generator(frame, node, source)
    if first.is_async:
        element = frame.evaluator.iterate_async(frame, first.iter, source)
    else:
        element = frame.evaluator.iterate(frame, first.iter, source, "comprehension")
    key, found = _run(frame, node, element)
    if isinstance(node, ast.DictComp):
        return Mapping((), found, key)
    if isinstance(node, ast.ListComp) and _is_empty(source):
        return Row((), "list")
    if isinstance(node, ast.GeneratorExp):
        return AsyncIterator(found)
    return Collection("set" if isinstance(node, ast.SetComp) else "list", found)


def consume(frame: Frame, node: ast.expr, value: Generator) -> Value | None:
    """One element of a generator expression written where it is consumed; None for any other generator."""
    if not isinstance(node, ast.GeneratorExp) or frame.module.functions_by_node.get(node) is not value.key.function:
        return None
    source = dict(value.key.arguments).get(SOURCE, UNKNOWN)
    element = frame.evaluator.iterate(frame, node.generators[0].iter, source, "comprehension")
    return _run(frame, node, element)[1]


def _is_empty(source: Value) -> bool:
    """Whether what is gone through is surely an empty list or tuple."""
    return isinstance(source, Row) and not source.elements


def _run(frame: Frame, node: Comprehension, element: Value) -> tuple[Value, Value]:
    """Evaluates everything but the first iterable; gives a key of a dict comprehension and an element or value."""
    evaluator = frame.evaluator
    outer = frame.env
    frame.env = frame.fork()
    rounds = costs.rounds_of_comprehension(frame, node)
    frame.waits.loops.append(node)
    with costs.counted(frame, node, node.generators[0].iter, rounds):
        for index, generator in enumerate(node.generators):
            if index:
                source = evaluator.value_of(frame, generator.iter)
                if generator.is_async:
                    element = evaluator.iterate_async(frame, generator.iter, source)
                else:
                    element = evaluator.iterate(frame, generator.iter, source, "comprehension")
            evaluator.assign(frame, generator.target, one_element(element))
            for condition in generator.ifs:
                value = evaluator.value_of(frame, condition)
                evaluator.test(frame, condition, value)
                frame.env = narrowing.narrowed(frame, condition, True) or frame.env
        key = without_constants(evaluator.value_of(frame, node.key)) if isinstance(node, ast.DictComp) else UNKNOWN
        found = evaluator.value_of(frame, node.value if isinstance(node, ast.DictComp) else node.elt)
    frame.waits.loops.pop()
    inner, frame.env = frame.env, outer
    _bind_walrus_names(frame, node, inner)
    return key, found


def _bind_walrus_names(frame: Frame, node: Comprehension, inner: dict[str, Value] | None) -> None:
    """Names that `:=` binds inside belong to the function around; they may be bound there or not."""
    if frame.env is not None:
        for name in _walrus_names(node):
            bound = without_constants(inner.get(name, UNKNOWN)) if inner is not None else UNKNOWN
            frame.bind(name, join(frame.env.get(name, NOTHING), bound))


@lru_cache(maxsize=65536)
def _walrus_names(node: Comprehension) -> tuple[str, ...]:
    found = (inner.target.id for inner in own_nodes(node) if isinstance(inner, ast.NamedExpr))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=65536)
def _is_asynchronous(node: ast.GeneratorExp) -> bool:
    """Whether it is an asynchronous generator; what the first iterable awaits does not count."""
    parts = [node.elt, *(generator.iter for generator in node.generators[1:])]
    parts.extend(condition for generator in node.generators for condition in generator.ifs)
    return any(generator.is_async for generator in node.generators) or any(map(costs.gives_way, parts))


def _generator(frame: Frame, node: ast.GeneratorExp, source: Value) -> Value:
    function = _function(frame, node)
    env = {**frame.captured, **(frame.env or {})}
    value = FunctionValue(function, None, functions.captured_by(function, env))
    return Generator(functions.key_of(frame.evaluator, value, functions.Arguments((source,))))


def _function(frame: Frame, node: ast.GeneratorExp) -> Function:
    """The generator function that a generator expression stands for."""
    known = frame.module.functions_by_node.get(node)
    if known is None:
        written = _as_function(node)
        prefix = f"{frame.function.qualified_name}.<locals>." if frame.function is not None else ""
        known = Function(
            frame.module, written, written.name, prefix + written.name, None, frame.function, is_async=False
        )
        frame.module.functions_by_node[node] = known
    return known


def _as_function(node: ast.GeneratorExp) -> ast.FunctionDef:
    """`(elt for target in first if test)` as `def <genexpr>(.0): for target in .0: if test: yield elt`."""
    body: ast.stmt = ast.Expr(ast.Yield(node.elt))
    for index, generator in reversed(list(enumerate(node.generators))):
        for condition in reversed(generator.ifs):
            body = ast.If(condition, [body], [])
        body = ast.For(generator.target, generator.iter if index else ast.Name(SOURCE, ast.Load()), [body], [])
    arguments = ast.arguments([], [ast.arg(SOURCE)], None, [], [], None, [])
    written = ast.FunctionDef("<genexpr>", arguments, [body], [])
    for made in all_nodes(written):
        if "lineno" in made._attributes and not hasattr(made, "lineno"):
            ast.copy_location(made, node)
    return written
