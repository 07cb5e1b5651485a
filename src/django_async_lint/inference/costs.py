"""What loops and calls cost the processor, as far as their text and the constants of their bounds tell.

The unit is the step, a round of the shortest loop. Reported is what takes at least a million of them without
giving way: tens of milliseconds and more. Unknown bounds and sizes are silent. `sizes` tells how large data is,
`call_costs` what calls cost.
"""

import ast
import math
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from django_async_lint.inference import asked, catalogue, sizes
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.sizes import Comprehension
from django_async_lint.inference.values import FunctionValue
from django_async_lint.knowledge import processor_time
from django_async_lint.project.trees import LEAVES, SCOPES, all_nodes, child_nodes, own_nodes

MOST_STEPS = 1_000_000
OPERATIONS_OF_STEP = 3
"""Operators, comparisons, calls and stores that cost about one step together."""
STEPS_OF_BEGINNING = 2
"""What a comprehension costs before its first round."""
ROUNDS_UNTIL_CONVERGED = 20
"""Rounds of a `while` that computes its own end by more than counting: few, and never a finding by themselves."""

LIMIT_IT = "set an upper limit to the number, `min(number, ...)`, or compute in a process pool or a task queue"
MOST_ROUNDS_OF_SEARCH = 300
"""As many rounds as a loop counts at most that ends where it finds; else the square root of all."""

Loop = ast.For | ast.AsyncFor | ast.While

_OPERATIONS: dict[type[ast.AST], int] = {
    ast.BinOp: 1, ast.UnaryOp: 1, ast.Compare: 1, ast.Subscript: 1, ast.Attribute: 1, ast.Assign: 1,
    ast.AugAssign: 2, ast.JoinedStr: 2, ast.FormattedValue: 3, ast.Call: 2, ast.Dict: 1, ast.List: 1, ast.Set: 1,
}  # fmt: skip
_APART = frozenset({
    *LEAVES, *SCOPES, ast.For, ast.AsyncFor, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp,
})  # fmt: skip
"""What has no operations, or is counted by itself."""
_NONLINEAR = (ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.LShift, ast.RShift, ast.BitXor)
_COLLECTING = frozenset({"append", "add", "update", "extend", "encode", "digest", "hexdigest", "random", "randint"})
_GROWING = frozenset({"append", "add"})
_SEARCHES = frozenset({"any", "all", "next"})
"""Calls that end where they find what they look for."""


@lru_cache(maxsize=65536)
def names_assigned(loop: ast.stmt) -> tuple[str, ...]:
    """The names and access paths that a statement's own text binds, nested functions apart."""
    found: dict[str, None] = {}
    for node in own_nodes(loop):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] = None
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            owner = node.value
            if isinstance(owner, ast.Name):
                found[f"{owner.id}.{node.attr}"] = None
    return tuple(found)


@lru_cache(maxsize=65536)
def gives_way(node: ast.AST) -> bool:
    """Whether anything inside awaits, so that other work gets its turn."""
    return any(
        isinstance(inner, (ast.Await, ast.AsyncFor, ast.AsyncWith, ast.Yield, ast.YieldFrom))
        for inner in own_nodes(node)
    )


@contextmanager
def counted(frame: Frame, node: Loop | Comprehension, where: ast.expr, rounds: int) -> Iterator[None]:
    """Counts the steps of a loop while its body is evaluated inside, and notes at `where` one that is costly
    by itself. `rounds` is how often the body runs, 1 when that is not known."""
    outer, frame.steps = frame.steps, 0
    is_asked = rounds == 1 and not frame.muted and frame.env is not None and asked.rounds(frame, node)
    yield
    if is_asked and not gives_way(node) and not is_search(frame, node) and _computes(frame, node):
        how = "as many rounds as the request asks for"
        frame.add("loops", "loop", how, where, instead=LIMIT_IT, confidence="medium")
    inside = frame.steps + _weight(node)
    steps = 0 if gives_way(node) else min(rounds * inside, sizes.LARGEST)
    if steps >= MOST_STEPS > inside and not is_search(frame, node):
        frame.add("loops", "loop", f"about {rounded(steps)} steps without giving way", where)
    frame.steps = outer + steps + (STEPS_OF_BEGINNING if isinstance(node, Comprehension) else 0)


@contextmanager
def for_each(frame: Frame, node: ast.expr, source: ast.expr) -> Iterator[None]:
    """Counts the steps of a function that is called inside for each element of `source`: `sorted(rows, key=f)`."""
    outer, frame.steps = frame.steps, 0
    yield
    inside = frame.steps
    many = max(sizes.length(frame, source), 1) if inside and not frame.muted else 1
    steps = min(inside * many, sizes.LARGEST)
    if steps >= MOST_STEPS > inside and not frame.has("loops", source) and not _is_heavy(frame, node, many):
        frame.add("loops", "loop", f"about {rounded(steps)} steps without giving way", source)
    frame.steps = outer + steps


def _is_heavy(frame: Frame, node: ast.expr, count: int) -> bool:
    """Whether a call is told for its input already, whatever it calls for each element."""
    name = sizes.outside_name(frame, node.func) if isinstance(node, ast.Call) else ""
    _, _, _, each, power = processor_time.STEPS_OF_INPUT.get(name, (0, "", "", 0.0, 1))
    return each * count**power >= MOST_STEPS


def _computes(frame: Frame, node: Loop | Comprehension) -> bool:
    """Whether a round is arithmetic, or calls of libraries alone: nothing that does other work for each round."""
    parts = [inner for part in (node.body if isinstance(node, ast.While) else _body(node)) for inner in own_nodes(part)]
    calls = [inner.func for inner in parts if isinstance(inner, ast.Call)]
    if any(not _is_computing_call(frame, func) for func in calls):
        return False
    names = (sizes.outside_name(frame, func) for func in calls)
    return any(isinstance(part, (ast.BinOp, ast.AugAssign)) for part in parts) or any(
        name in processor_time.STEPS_OF_CALL or name.startswith(("math.", "random.")) for name in names
    )


def _is_computing_call(frame: Frame, func: ast.expr) -> bool:
    """Whether a call does nothing but compute or collect, as far as its name tells."""
    name = sizes.outside_name(frame, func)
    if name:
        fact = catalogue.call(name)
        return fact is None or not fact.effect or fact.effect == "cpu"
    if isinstance(func, ast.Attribute):
        value = func.value
        is_local = isinstance(value, ast.Name) and frame.function is not None and value.id in frame.function.facts.bound
        return func.attr in _COLLECTING and (is_local or not isinstance(value, ast.Name))
    return isinstance(sizes.value_of(frame, func), FunctionValue)


@lru_cache(maxsize=65536)
def _weight(loop: Loop | Comprehension) -> int:
    """The steps of one round by the operations of its own text; loops inside are counted for themselves."""
    parts = [loop.test, *loop.body] if isinstance(loop, ast.While) else list(_body(loop))
    return max(sum(map(_operations, parts)) // OPERATIONS_OF_STEP, 1)


@lru_cache(maxsize=65536)
def weight_of_body(function: ast.AST) -> int:
    """The least steps that one call of a function takes by the operations of its own text, loops apart."""
    body = function.body if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) else []
    return sum(map(_least_operations, body)) // OPERATIONS_OF_STEP


def _least_operations(node: ast.AST) -> int:
    """The operations that a statement takes in any case: of two branches the shorter."""
    if isinstance(node, ast.If):
        return _operations(node.test) + min(sum(map(_least_operations, way)) for way in (node.body, node.orelse))
    if isinstance(node, ast.Try):
        return sum(map(_least_operations, node.body))
    return _operations(node)


def _body(loop: ast.AST) -> Iterator[ast.AST]:
    match loop:
        case ast.For() | ast.AsyncFor():
            yield from loop.body
        case ast.DictComp():
            yield from (loop.key, loop.value)
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
            yield loop.elt
    if isinstance(loop, Comprehension):
        yield from (condition for generator in loop.generators for condition in generator.ifs)


def _operations(node: ast.AST) -> int:
    """The operations of a part of a body, of two branches those of the longer."""
    if type(node) in _APART:
        return 0
    if isinstance(node, ast.If):
        branches = (sum(map(_operations, branch)) for branch in (node.body, node.orelse))
        return _operations(node.test) + max(branches)
    if isinstance(node, ast.IfExp):
        return _operations(node.test) + max(_operations(node.body), _operations(node.orelse))
    return _OPERATIONS.get(type(node), 0) + sum(map(_operations, child_nodes(node)))


def rounds_of_for(frame: Frame, node: ast.For) -> int:
    """How often the body of a `for` loop runs; 1 when unknown, few when the body may leave the loop early."""
    rounds = max(sizes.length(frame, node.iter), 1)
    return _rounds_of_search(rounds) if _leaves_early(node) else rounds


def _rounds_of_search(rounds: int) -> int:
    """How often the body of a loop runs that ends where it finds: it never is a finding by itself."""
    return min(math.isqrt(rounds), MOST_ROUNDS_OF_SEARCH)


def is_search(frame: Frame, node: Loop | Comprehension) -> bool:
    """Whether a loop ends where it finds what it looks for."""
    if isinstance(node, (ast.For, ast.AsyncFor)):
        return _leaves_early(node)
    return not isinstance(node, ast.While) and _is_searched(frame, node)


def _is_searched(frame: Frame, node: Comprehension) -> bool:
    consumer = _consumers(frame.function.node).get(node) if frame.function is not None else None
    return consumer is not None and sizes.outside_name(frame, consumer) in _SEARCHES


def rounds_of_comprehension(frame: Frame, node: Comprehension) -> int:
    """How often the element of a comprehension is computed; 1 when unknown, few where something is only looked for.
    Conditions run in every round."""
    lengths = (sizes.length(frame, generator.iter) for generator in node.generators)
    rounds = max(math.prod(max(length, 1) for length in lengths), 1)
    return _rounds_of_search(rounds) if _is_searched(frame, node) else rounds


def rounds_of_while(frame: Frame, node: ast.While) -> int:
    """How often the body of a `while` loop runs that counts or collects up to a known number; few for one that
    computes when to end; 1 for any other."""
    if isinstance(node.test, ast.Constant) and node.test.value:
        return _rounds_until_break(frame, node)
    if _leaves_early(node):
        return 1
    match node.test:
        case ast.Compare(left=left, ops=[ast.Lt() | ast.LtE()], comparators=[bound]):
            return _rounds_up_to(frame, node, left, bound) or _rounds_of_computation(node)
        case ast.Compare(left=ast.Name() as name, ops=[ast.Gt() | ast.GtE() | ast.NotEq()]) | (ast.Name() as name):
            step = _step_of(node, name.id, ast.Sub)
            start = sizes.number(frame, name) if step else None
            return int((start or 0) / step) if start and step else _rounds_of_computation(node)
        case _:
            return _rounds_of_computation(node)


def _rounds_until_break(frame: Frame, node: ast.While) -> int:
    """The rounds of `while True` that only one condition on a counter ends: `if counter >= limit: break`."""
    ways = [inner for inner in own_nodes(node) if isinstance(inner, (ast.Break, ast.Return, ast.Raise))]
    guards = [statement for statement in node.body if isinstance(statement, ast.If) and statement.body == ways]
    if len(ways) != 1 or len(guards) != 1:
        return 1
    match guards[0].test:
        case ast.Compare(
            left=ast.Name(id=counter) as left, ops=[ast.Gt() | ast.GtE() | ast.Eq()], comparators=[bound]
        ) if step := _step_of(node, counter, ast.Add):
            start, end = sizes.number(frame, left) or 0, sizes.number(frame, bound)
            return max(int((end - start) / step), 1) if end is not None else 1
        case _:
            return 1


def _rounds_up_to(frame: Frame, node: ast.While, left: ast.expr, bound: ast.expr) -> int:
    """The rounds of `while counter < bound`, `counter * counter < bound`, `len(collected) < bound`; 0 for others."""
    end = sizes.number(frame, bound)
    if end is None or end <= 0:
        return 0
    match left:
        case ast.Name(id=counter) if step := _step_of(node, counter, ast.Add):
            start = sizes.number(frame, left) or 0
            return max(int((end - start) / step), 1)
        case ast.BinOp(left=ast.Name(id=counter), op=ast.Mult(), right=ast.Name(id=other)) if counter == other:
            step = _step_of(node, counter, ast.Add)
            return max(int(math.sqrt(end) / step), 1) if step else 0
        case ast.Call(func=func, args=[ast.Name(id=name)]) if sizes.outside_name(frame, func) == "len":
            sites = _places_of_growth(node, name)
            rounds = int(end / sites) if sites else 0
            return max(rounds, rounds * rounds // 2) if _searches_all(node, name) else rounds
        case _:
            return 0


def _places_of_growth(node: ast.AST, name: str) -> int:
    """How many calls in a loop add one element to what a name holds."""
    return sum(
        isinstance(inner, ast.Call)
        and isinstance(inner.func, ast.Attribute)
        and inner.func.attr in _GROWING
        and isinstance(inner.func.value, ast.Name)
        and inner.func.value.id == name
        for inner in own_nodes(node)
    )


def _searches_all(node: ast.While, name: str) -> bool:
    """Whether what a name holds grows only after all of it was gone through: `for x in found: ... break`, and
    `found.append` in the `else` of that loop. Each element then costs a round for all that are there."""
    searches = [
        inner
        for inner in own_nodes(node)
        if isinstance(inner, ast.For) and isinstance(inner.iter, ast.Name) and inner.iter.id == name
    ]
    return len(searches) == 1 and sum(_places_of_growth(part, name) for part in searches[0].orelse) == (
        _places_of_growth(node, name)
    )


def _step_of(node: ast.While, counter: str, operator: type[ast.operator]) -> int:
    """By how much a loop counts at most in one round, when it does nothing else to the counter; else 0."""
    total = stores = 0
    for inner in own_nodes(node):
        match inner:
            case ast.Name(id=name, ctx=ast.Store()) if name == counter:
                stores += 1
            case (
                ast.AugAssign(target=ast.Name(id=name), op=op, value=ast.Constant(value=int() as step))
                | ast.Assign(
                    targets=[ast.Name(id=name)],
                    value=ast.BinOp(left=ast.Name(), op=op, right=ast.Constant(value=int() as step)),
                )
            ) if name == counter and isinstance(op, operator) and 0 < step <= 10:
                total += step
                stores -= 1
    return total if stores == 0 else 0


@lru_cache(maxsize=65536)
def _rounds_of_computation(node: ast.While) -> int:
    """A few rounds for a loop that does nothing but arithmetic until its own results end it, as a search for a
    period; 1 for one that only halves or doubles, and for what is not known to be arithmetic."""
    if any(isinstance(inner, (ast.Call, ast.Subscript, ast.Attribute)) for inner in own_nodes(node)):
        return 1
    tested = {inner.id for inner in all_nodes(node.test) if isinstance(inner, ast.Name)}
    for inner in own_nodes(node):
        match inner:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.BinOp(left=ast.Name(id=same))) if same == name:
                continue
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in tested:
                if any(isinstance(part, ast.BinOp) and isinstance(part.op, _NONLINEAR) for part in all_nodes(value)):
                    return ROUNDS_UNTIL_CONVERGED
    return 1


@lru_cache(maxsize=65536)
def _consumers(function: ast.AST) -> dict[ast.AST, ast.expr]:
    """The generator expressions of a function that are first arguments of calls, with what is called."""
    return {
        node.args[0]: node.func
        for node in all_nodes(function)
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.GeneratorExp)
    }


@lru_cache(maxsize=65536)
def _leaves_early(loop: Loop) -> bool:
    """Whether a loop's own text holds a way out of it: what it costs is then not known."""
    return any(_has_exit(statement, is_own=True) for statement in loop.body)


def _has_exit(node: ast.AST, is_own: bool) -> bool:
    """Whether a statement of a loop's body ends that loop; a `break` further in ends another, and what is raised
    in a `try` may be caught there."""
    if isinstance(node, (ast.Return, ast.Raise)) or (isinstance(node, ast.Break) and is_own):
        return True
    if isinstance(node, (*SCOPES, ast.expr)):
        return False
    if isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
        inside = any(_has_exit(part, is_own=False) for part in node.body)
        return inside or any(_has_exit(part, is_own) for part in node.orelse)
    if isinstance(node, ast.Try):
        return any(isinstance(inner, (ast.Return, ast.Break)) for inner in own_nodes(node))
    return any(_has_exit(part, is_own) for part in child_nodes(node))


def rounded(count: int) -> str:
    """A number as messages tell it: `3 million`."""
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if count >= size:
            return f"{count // size:,} {word}"
    return f"{count:,}"
