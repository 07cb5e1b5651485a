"""Calls that a condition makes directly on one side and in a thread on the other: the author has chosen.

Asks the text of one function; nothing is resolved or evaluated.
"""

import ast
from collections.abc import Iterator

from django_async_lint.knowledge import offloading
from django_async_lint.project.modules import Function
from django_async_lint.project.trees import all_nodes

WRAPPERS = frozenset(name.rpartition(".")[2] for name in (*offloading.THREAD_WRAPPERS, *offloading.THREAD_CALLS)) | {
    "run_in_executor"
}
CALLABLE = (ast.Name, ast.Attribute)


def chosen_calls(function: Function) -> frozenset[ast.Call]:
    """The calls that the other side of an `if` of the same function makes in a thread, or awaits in their own
    asynchronous form."""
    facts = function.facts
    if not function.is_async and WRAPPERS.isdisjoint(facts.loaded) and WRAPPERS.isdisjoint(facts.attributes):
        return frozenset()
    return frozenset(
        call
        for first, second in _sides(function.node)
        for direct, other in ((first, second), (second, first))
        if (offloaded := _offloaded(other) | _awaited(other))
        for call in _calls(direct)
        if ast.unparse(call.func) in offloaded
    )


def _awaited(nodes: list[ast.AST]) -> set[str]:
    """The callables whose asynchronous forms are awaited, by name: `shop.load` for `await shop.aload()`; and those
    handed to something awaited, `load` for `await in_worker(load, pk)`: it runs them elsewhere, whoever wrote it."""
    found: set[str] = set()
    for node in nodes:
        for inner in all_nodes(node):
            if isinstance(inner, ast.Await) and isinstance(inner.value, ast.Call):
                found.update(ast.unparse(each) for each in inner.value.args if isinstance(each, CALLABLE))
                owner, dot, name = ast.unparse(inner.value.func).rpartition(".")
                plain = name.removesuffix("_async") if name.endswith("_async") else name.removeprefix("a")
                if plain != name:
                    found.add(f"{owner}{dot}{plain}")
    return found


def _sides(node: ast.AST) -> Iterator[tuple[list[ast.AST], list[ast.AST]]]:
    """The two sides of each condition; what follows a branch that leaves counts as its other side."""
    for outer in all_nodes(node):
        if isinstance(outer, ast.IfExp):
            yield [outer.body], [outer.orelse]
        for name in ("body", "orelse", "finalbody"):
            block = getattr(outer, name, None)
            for index, statement in enumerate(block if isinstance(block, list) else ()):
                if isinstance(statement, ast.If):
                    leaves = isinstance(statement.body[-1], (ast.Return, ast.Raise, ast.Continue, ast.Break))
                    after = block[index + 1 :] if leaves and block else []
                    yield [*statement.body], [*statement.orelse, *after]


def _calls(nodes: list[ast.AST]) -> Iterator[ast.Call]:
    return (inner for node in nodes for inner in all_nodes(node) if isinstance(inner, ast.Call))


def _offloaded(nodes: list[ast.AST]) -> set[str]:
    """The callables given to thread wrappers, as written; of a lambda what it calls."""
    found: set[str] = set()
    for call in _calls(nodes):
        if ast.unparse(call.func).rpartition(".")[2] in WRAPPERS:
            for argument in call.args:
                body = argument.body if isinstance(argument, ast.Lambda) else argument
                found.add(ast.unparse(body.func if isinstance(body, ast.Call) else body))
    return found
