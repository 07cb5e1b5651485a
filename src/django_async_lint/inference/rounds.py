"""Awaits in loops whose rounds need nothing of each other: one query for all rows, or all requests side by side.

A loop that leaves early, pauses, or carries anything from one round to the next is left alone: searches, pages,
retries and polls.
"""

import ast
from collections.abc import Iterator

from django_async_lint.inference import dependence, sequences
from django_async_lint.inference.effects import Effect
from django_async_lint.inference.sequences import Body
from django_async_lint.knowledge import awaited
from django_async_lint.project.trees import own_nodes

Comprehension = ast.ListComp | ast.SetComp | ast.DictComp
Loop = ast.For | ast.AsyncFor | Comprehension


def of(body: Body) -> Iterator[tuple[Loop, Effect]]:
    """The loops of a function whose awaits could be one, each with the effect at the first such await."""
    if not any(effect.wait is not None and effect.wait.loop is not None for effect in body.awaits.values()):
        return
    open_nodes = list(_open_nodes(body, body.function.node))
    for node in open_nodes:
        if isinstance(node, Loop):
            effect = _of_loop(body, node)
            if effect is not None:
                yield node, effect


def _open_nodes(body: Body, root: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function that stand under no `while`, no lock and no transaction."""
    pending: list[ast.AST] = list(ast.iter_child_nodes(root))
    while pending:
        node = pending.pop()
        yield node
        is_closed = isinstance(node, (ast.With, ast.AsyncWith)) and not sequences.is_open(body, node)
        is_scope = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda))
        if not (is_closed or is_scope or isinstance(node, ast.While)):
            pending.extend(ast.iter_child_nodes(node))


def _of_loop(body: Body, loop: Loop) -> Effect | None:
    parts = _parts(loop)
    if parts is None or not _source_is_at_hand(body, loop):
        return None
    awaits = [each for part in parts for each in dependence.awaits_of(part)]
    if not awaits or any(isinstance(p, (ast.AsyncFor, ast.AsyncWith)) for part in parts for p in own_nodes(part)):
        return None
    names = _targets(loop)
    waits = [(each, body.effect(each.value)) for each in awaits]
    if all(effect is not None and _is_lookup(effect, each, names) for each, effect in waits):
        return _as_effect(waits[0][1], "query")
    if not all(map(body.gains, awaits)) or _carries(parts, awaits):
        return None
    first = awaits[0]
    is_asked = dependence.touch(dependence.used(first.value), _derived(parts, names))
    return _as_effect(waits[0][1], "network") if is_asked else None


def _as_effect(effect: Effect | None, how: str) -> Effect | None:
    if effect is None:
        return None
    sink = effect.sink
    if how == "network" and any(sink.startswith(f"{each}.") for each in awaited.ANSWERS):
        return None
    return Effect("waits_each_round", sink, how, effect.site)


def _parts(loop: Loop) -> list[ast.AST] | None:
    """What runs in each round; None where a round may end the loop or hand something out."""
    if isinstance(loop, Comprehension):
        if len(loop.generators) > 1:
            return None
        kept: list[ast.AST] = [loop.key, loop.value] if isinstance(loop, ast.DictComp) else [loop.elt]
        return [*kept, *loop.generators[0].ifs]
    leaving = (ast.Break, ast.Return, ast.Yield, ast.YieldFrom, ast.While)
    if loop.orelse or any(isinstance(part, leaving) for statement in loop.body for part in own_nodes(statement)):
        return None
    return list(loop.body)


def _source_is_at_hand(body: Body, loop: Loop) -> bool:
    """Whether what the loop goes through is there at once: a plain iterable of more than one, or rows of a query."""
    generator = loop.generators[0] if isinstance(loop, Comprehension) else loop
    if isinstance(loop, ast.AsyncFor) or getattr(generator, "is_async", False):
        effect = body.effect(generator.iter)
        return effect is not None and effect.how == "database" and not effect.sink.endswith("iterator")
    source = generator.iter
    if isinstance(source, (ast.List, ast.Tuple)) and len(source.elts) < 2:
        return False
    return not dependence.awaits_of(source) or isinstance(source, ast.Await)


def _targets(loop: Loop) -> frozenset[str]:
    target = loop.generators[0].target if isinstance(loop, Comprehension) else loop.target
    return dependence.bound(target)


def _derived(parts: list[ast.AST], names: frozenset[str]) -> set[str]:
    """The names that hold what comes of the loop's own names in a round."""
    found = set(names)
    for part in parts:
        if isinstance(part, ast.stmt) and dependence.needs(part, found):
            found |= dependence.bound(part)
    return found


def _is_lookup(effect: Effect, node: ast.Await, names: frozenset[str]) -> bool:
    """`await Model.objects.aget(pk=name)`: one row by one value of the round."""
    if effect.how != "database" or not effect.sink.endswith(".aget") or not isinstance(node.value, ast.Call):
        return False
    call = node.value
    by_round = [word for word in call.keywords if dependence.needs(word.value, names)]
    is_plain = not call.args and not dependence.needs(call.func, names) and len(by_round) == 1
    field = by_round[0].arg if by_round else None
    return is_plain and field is not None and "__" not in field.removesuffix("__id").removesuffix("__pk")


def _carries(parts: list[ast.AST], awaits: list[ast.Await]) -> bool:
    """Whether a round needs what an earlier one left: a name set later in the body, or something changed in place."""
    read = {path for each in awaits for path in dependence.used(each.value)}
    bound: set[str] = set()
    for part in parts:
        if not isinstance(part, ast.stmt):
            continue
        later = {path for each in dependence.awaits_of(part) for path in dependence.used(each.value)}
        all_bound = {name for each in parts for name in dependence.bound(each)}
        if dependence.touch(later, all_bound - bound):
            return True
        if not isinstance(part, (ast.If, ast.For, ast.Match)):
            bound |= dependence.bound(part)
    return any(dependence.touch(dependence.changed(part), read) for part in parts)
