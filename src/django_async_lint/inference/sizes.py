"""How large a number or a collection is, as far as the text here and the constants in it tell.

A size is read off the syntax where it is asked for; no value carries one. 0 stands for unknown. A size that is told
is no estimate: neither a filter nor an unknown part is guessed at.
"""

import ast
import math
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from django_async_lint.inference.frame import Frame
from django_async_lint.inference.values import Constant, FunctionValue, Outside, Row, constant
from django_async_lint.knowledge import processor_time
from django_async_lint.project.trees import all_nodes, names_bound, own_nodes

LARGEST = 2**62
DEEPEST = 12
"""How many expressions within expressions, and names within names, are followed."""

Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

COMBINING = frozenset(name.rpartition(".")[2] for name in processor_time.COMBINED)

_OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
    ast.FloorDiv: lambda a, b: a // b,
    ast.Mod: lambda a, b: a % b,
    ast.Pow: lambda a, b: a**b if abs(b) < 64 and abs(a) < 2**32 else LARGEST,
}
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "int": int, "round": round, "abs": abs, "min": min, "max": max,
    "math.sqrt": math.sqrt, "math.isqrt": math.isqrt, "math.ceil": math.ceil, "math.floor": math.floor,
}  # fmt: skip


def number(frame: Frame, node: ast.expr, depth: int = 0) -> int | float | None:
    """The number that an expression gives, None when unknown or past 2**62."""
    found = _number(frame, node, depth)
    return found if found is not None and abs(found) <= LARGEST else None


def _number(frame: Frame, node: ast.expr, depth: int) -> int | float | None:
    if depth > DEEPEST:
        return None
    match node:
        case ast.BinOp():
            return _computed(frame, node, depth)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = number(frame, operand, depth + 1)
            return -inner if inner is not None else None
        case ast.Call(func=func, args=arguments, keywords=[]):
            name = outside_name(frame, func)
            if name == "len" and len(arguments) == 1:
                return length(frame, arguments[0], depth + 1) or None
            given = [number(frame, argument, depth + 1) for argument in arguments]
            if name not in _FUNCTIONS or not given or None in given:
                return None
            return _applied(_FUNCTIONS[name], *given)
        case ast.Constant() | ast.Name() | ast.Attribute():
            value = value_of(frame, node)
            if isinstance(value, Constant) and type(value.value) in (int, float):
                return value.value
            return _number_of_name(frame, node.id, depth) if isinstance(node, ast.Name) else None
        case _:
            return None


def _number_of_name(frame: Frame, name: str, depth: int) -> int | float | None:
    """A number that a parameter was given, a loop goes through, or the one assignment to a name computes."""
    given = frame.captured.get(number_name(name))
    if isinstance(given, Constant) and isinstance(given.value, int) and not is_rebound(frame, name):
        return given.value
    middle = _middle(frame, name, depth)
    if middle is not None:
        return middle
    bound = binding_of(frame, name)
    return number(bound[0], bound[1], depth + 1) if bound is not None else None


def _middle(frame: Frame, name: str, depth: int) -> int | float | None:
    """The number in the middle of a range that a loop variable goes through: what it is on average. Of several
    ranges the smallest."""
    function = frame.function
    if function is None or name in function.facts.positional:
        return None
    middles: list[int | float] = []
    for source in ranges_of(function.node).get(name, ()):
        bounds = [number(frame, argument, depth + 1) for argument in source.args[:2]]
        whole = [bound for bound in bounds if bound is not None]
        if not whole or len(whole) < len(bounds) or outside_name(frame, source.func) != "range":
            return None
        middles.append(sum(whole) // 2)
    return min(middles, default=None)


@lru_cache(maxsize=65536)
def ranges_of(scope: ast.AST) -> dict[str, list[ast.Call]]:
    """The calls in `for name in call(...)` by the names that nothing else binds in a function."""
    found: dict[str, list[ast.Call]] = {}
    for node in all_nodes(scope):
        match node:
            case ast.For(target=ast.Name(id=name), iter=ast.Call() as source):
                found.setdefault(name, []).append(source)
            case ast.comprehension(target=ast.Name(id=name), iter=ast.Call() as source):
                found.setdefault(name, []).append(source)
    bound = names_bound(scope)
    return {name: sources for name, sources in found.items() if len(sources) == len(bound[name])}


def _computed(frame: Frame, node: ast.BinOp, depth: int) -> int | float | None:
    operate = _OPERATORS.get(type(node.op))
    left, right = number(frame, node.left, depth + 1), number(frame, node.right, depth + 1)
    return _applied(operate, left, right) if operate and left is not None and right is not None else None


def _applied(operate: Callable[..., Any], *given: int | float | None) -> int | float | None:
    try:
        result = operate(*given)
    except (ArithmeticError, ValueError, TypeError):
        return None
    return result if isinstance(result, (int, float)) and result == result else None


def length(frame: Frame, node: ast.expr, depth: int = 0) -> int:
    """How many elements an iterable has, characters a text, bytes a byte string; 0 when unknown."""
    return min(_length(frame, node, depth), LARGEST) if depth <= DEEPEST else 0


def _length(frame: Frame, node: ast.expr, depth: int) -> int:
    match node:
        case ast.Constant(value=str() | bytes() as text):
            return len(text)
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
            return 0 if any(isinstance(part, ast.Starred) for part in parts) else len(parts)
        case ast.Dict(keys=keys):
            return 0 if None in keys else len(keys)
        case ast.BinOp(op=ast.Mult(), left=left, right=right):
            return _repeated(frame, left, right, depth) or _repeated(frame, right, left, depth)
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            sides = length(frame, left, depth + 1), length(frame, right, depth + 1)
            return sum(sides) if all(sides) else 0
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return rounds_of_comprehension(frame, node, depth)
        case ast.Call():
            return _length_of_call(frame, node, depth)
        case ast.Name():
            return _length_of_name(frame, node, depth)
        case ast.Subscript(value=value, slice=ast.Slice(upper=None)):
            return length(frame, value, depth + 1)
        case ast.Subscript(value=value, slice=ast.Slice(lower=lower, upper=ast.expr() as upper, step=None)):
            return _length_of_slice(frame, value, lower, upper, depth)
        case ast.Await(value=awaited):
            return length(frame, awaited, depth + 1)
        case _:
            return 0


def _length_of_slice(frame: Frame, value: ast.expr, lower: ast.expr | None, upper: ast.expr, depth: int) -> int:
    whole = length(frame, value, depth + 1)
    first, end = number(frame, lower, depth + 1) if lower is not None else 0, number(frame, upper, depth + 1)
    if not whole or first is None or end is None or first < 0 or end < 0:
        return 0
    return max(int(min(end, whole) - first), 0)


def values_inside(frame: Frame, node: ast.expr, depth: int = 0) -> int:
    """How many values there are in nested lists and dicts, as far as known: what a serialiser writes."""
    match node:
        case _ if depth > DEEPEST:
            return 0
        case ast.Dict(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            return len(parts) + sum(values_inside(frame, part, depth + 1) for part in parts)
        case ast.ListComp(elt=element) | ast.SetComp(elt=element) | ast.GeneratorExp(elt=element):
            return length(frame, node, depth + 1) * (1 + values_inside(frame, element, depth + 1))
        case ast.DictComp(value=element):
            return length(frame, node, depth + 1) * (1 + values_inside(frame, element, depth + 1))
        case ast.Call(func=func, args=arguments) if (place := _place_of_content(frame, func)) < len(arguments):
            return values_inside(frame, arguments[place], depth + 1)
        case ast.Name() if (bound := binding_of(frame, node.id)) is not None:
            return values_inside(bound[0], bound[1], depth + 1)
        case ast.Constant():
            return 0
        case ast.Await(value=awaited):
            return values_inside(frame, awaited, depth + 1)
        case ast.Call() if node in frame.contents:
            return frame.contents[node]
        case _:
            return length(frame, node, depth + 1)


def _place_of_content(frame: Frame, func: ast.expr) -> int:
    """Which argument of a call its result holds the values of; a large number for none."""
    return processor_time.WRAPPERS.get(outside_name(frame, func), LARGEST)


def rounds_of_comprehension(frame: Frame, node: Comprehension, depth: int = 0) -> int:
    """How many elements a comprehension gives; 0 when unknown, as under a condition."""
    if any(generator.ifs or generator.is_async for generator in node.generators):
        return 0
    return math.prod(length(frame, generator.iter, depth + 1) for generator in node.generators)


def _repeated(frame: Frame, content: ast.expr, times: ast.expr, depth: int) -> int:
    many = number(frame, times, depth + 1)
    return length(frame, content, depth + 1) * int(many) if isinstance(many, int) and many > 0 else 0


def _length_of_call(frame: Frame, node: ast.Call, depth: int) -> int:
    if node in frame.lengths:
        return frame.lengths[node]
    match node.func:
        case ast.Attribute(value=value, attr="encode" | "copy" | "items" | "keys" | "values"):
            return length(frame, value, depth + 1)
    name = outside_name(frame, node.func)
    if name == "range":
        return _length_of_range(frame, node, depth)
    if name in processor_time.COMBINED:
        return _combined(frame, node, processor_time.COMBINED[name], depth)
    found = 0
    index = processor_time.SIZED_BY_ARGUMENT.get(name, -1)
    if 0 <= index < len(node.args):
        found = length(frame, node.args[index], depth + 1)
    index = processor_time.SIZED_BY_NUMBER.get(name, -1)
    if not found and 0 <= index < len(node.args):
        found = int(number(frame, node.args[index], depth + 1) or 0)
    return max(found, 0)


def _length_of_range(frame: Frame, node: ast.Call, depth: int) -> int:
    bounds = [number(frame, argument, depth + 1) for argument in node.args]
    numbers = [bound for bound in bounds if isinstance(bound, int)]
    if not 1 <= len(numbers) <= 3 or len(numbers) < len(bounds) or numbers[2:] == [0]:
        return 0
    return len(range(*numbers))


def _combined(frame: Frame, node: ast.Call, how: str, depth: int) -> int:
    """The elements of `itertools.product` and its like."""
    if any(isinstance(argument, ast.Starred) for argument in node.args) or not node.args:
        return 0
    if how == "product":
        repeat = [number(frame, keyword.value, depth + 1) for keyword in node.keywords]
        pools = math.prod(length(frame, argument, depth + 1) for argument in node.args)
        times = repeat[0] if repeat else 1
        return min(pools ** min(times, 64), LARGEST) if isinstance(times, int) and times > 0 else 0
    pool = length(frame, node.args[0], depth + 1)
    taken = number(frame, node.args[1], depth + 1) if len(node.args) > 1 else pool
    if not isinstance(taken, int) or not 0 < taken <= pool or (pool > 1000 and taken > 10) or node.keywords:
        return 0
    return math.perm(pool, taken) if how == "permutations" else math.comb(pool, taken)


def _length_of_name(frame: Frame, node: ast.Name, depth: int) -> int:
    """A text or row known by its value, or what the one assignment to the name in its scope binds."""
    value = value_of(frame, node)
    if isinstance(value, Constant):
        return len(value.value) if isinstance(value.value, (str, bytes)) else 0
    if isinstance(value, Row):
        return len(value.elements)
    given = frame.captured.get(size_name(node.id))
    if isinstance(given, Constant) and isinstance(given.value, int) and not is_rebound(frame, node.id):
        return given.value
    bound = binding_of(frame, node.id)
    if bound is not None:
        return length(bound[0], bound[1], depth + 1)
    return _length_of_combination(frame, node.id, depth)


def _length_of_combination(frame: Frame, name: str, depth: int) -> int:
    """How many elements each has of what `itertools.permutations` and its like give, which a loop goes through."""
    sources = ranges_of(frame.function.node).get(name, ()) if frame.function is not None else ()
    if len(sources) != 1 or processor_time.COMBINED.get(outside_name(frame, sources[0].func)) in (None, "product"):
        return 0
    arguments = sources[0].args
    taken = number(frame, arguments[1], depth + 1) if len(arguments) > 1 else length(frame, arguments[0], depth + 1)
    return int(taken or 0)


SMALLEST_HANDED_OVER = 100
"""How much data an argument must be for a callee to be evaluated with its size."""
SMALLEST_COMBINED = 8
"""The same where a callee tries orders or choices of what it is given."""
SMALLEST_PASSED_ON = 1000
"""How large a number must be that a callee only hands on, or slices with."""


def size_name(parameter: str) -> str:
    """Under which name a frame knows the size of what a parameter was given: it is captured, as free names are."""
    return f"len({parameter})"


def number_name(parameter: str) -> str:
    """The same for a number that is computed and not written."""
    return f"number({parameter})"


def handed_over(frame: Frame, node: ast.AST, callee: FunctionValue) -> tuple[tuple[str, Any], ...]:
    """What a function captured, and the sizes of the large arguments that a call written here gives it."""
    captured = tuple(item for item in callee.captured if not item[0].endswith(")"))
    if not isinstance(node, ast.Call) or frame.muted or frame.env is None:
        return captured
    facts = callee.function.facts
    is_combining = not (COMBINING.isdisjoint(facts.loaded) and COMBINING.isdisjoint(facts.attributes))
    smallest = SMALLEST_COMBINED if is_combining else SMALLEST_HANDED_OVER
    found = {}
    for name, written in written_arguments(node, callee):
        if name not in facts.loaded:
            continue
        if name not in facts.tested and name in _names_passed_on(callee.function.node):
            value = number(frame, written)
            if value is not None and abs(value) >= SMALLEST_PASSED_ON:
                found[number_name(name)] = constant(int(value))
        if isinstance(written, (ast.Constant, ast.Starred)):
            continue
        many = length(frame, written)
        value = number(frame, written) if not many and name in facts.tested else None
        is_large = value is not None and abs(value) >= SMALLEST_HANDED_OVER
        if (many < smallest and not is_large) or isinstance(value_of(frame, written), Constant):
            continue
        if value is None:
            found[size_name(name)] = constant(many)
        else:
            found[number_name(name)] = constant(int(value))
    return (*captured, *sorted(found.items())) if found else captured


@lru_cache(maxsize=65536)
def _names_passed_on(function: ast.AST) -> frozenset[str]:
    """The names that a function hands to calls, by themselves or in arithmetic, and that it slices with."""
    found: set[str] = set()
    for node in all_nodes(function):
        if isinstance(node, ast.Call):
            parts: list[ast.expr | None] = [*node.args, *(each.value for each in node.keywords)]
        elif isinstance(node, ast.Slice):
            parts = [node.lower, node.upper]
        else:
            continue
        sides = [side for part in parts if isinstance(part, ast.BinOp) for side in (part.left, part.right)]
        found.update(part.id for part in (*parts, *sides) if isinstance(part, ast.Name))
    return frozenset(found)


def written_arguments(node: ast.Call, callee: FunctionValue) -> Iterator[tuple[str, ast.expr]]:
    """The parameters of a callee with the expressions that a call gives them."""
    yield from zip(callee.function.facts.positional[callee.bound is not None :], node.args, strict=False)
    yield from ((each.arg, each.value) for each in node.keywords if each.arg is not None)


def is_rebound(frame: Frame, name: str) -> bool:
    """Whether a function assigns to its own parameter anything but a copy of it, as `rows = list(rows)`."""
    if frame.function is None:
        return True
    times = len(names_bound(frame.function.node).get(name, ()))
    match only_binding(frame.function.node, name) if times == 1 else None:
        case ast.Call(func=ast.Name(id="list" | "tuple" | "sorted"), args=[ast.Name(id=copied), *_]) if copied == name:
            return False
        case _:
            return times > 0


def binding_of(frame: Frame, name: str) -> tuple[Frame, ast.expr] | None:
    """What the one assignment to a name of this function or its module binds, and the frame to read it in; None
    for parameters, for what is bound elsewhere and more than once."""
    function = frame.function
    if function is None or isinstance(function.node, ast.Lambda):
        return None
    if name in function.facts.bound:
        parameters = (*function.facts.positional, *function.facts.keyword_only)
        found = None if name in parameters else only_binding(function.node, name)
        return (frame, found) if found is not None else None
    if function.parent is not None or len(frame.module.bindings.get(name, ())) != 1:
        return None
    found = only_binding(frame.module.tree, name)
    return (Frame(frame.evaluator, frame.module, muted=1), found) if found is not None else None


def only_binding(scope: ast.AST, name: str) -> ast.expr | None:
    """What a name is assigned in a scope when one plain assignment is all that binds it there; else None."""
    return _only_bindings(scope).get(name)


@lru_cache(maxsize=65536)
def _only_bindings(scope: ast.AST) -> dict[str, ast.expr | None]:
    """What one plain assignment binds in a scope, by name; None for names that are bound otherwise or again."""
    found: dict[str, ast.expr | None] = {}
    times: dict[str, int] = {}
    for node in own_nodes(scope):
        if isinstance(node, ast.Name):
            if not isinstance(node.ctx, ast.Load):
                times[node.id] = times.get(node.id, 0) + 1
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            match node:
                case ast.Assign(targets=[ast.Name(id=target)]) | ast.AnnAssign(target=ast.Name(id=target)):
                    found[target] = node.value
                case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=parts)):
                    pairs = zip(targets, parts, strict=False)
                    found.update((each.id, part) for each, part in pairs if isinstance(each, ast.Name))
    return {name: found.get(name) if count == 1 else None for name, count in times.items()}


def outside_name(frame: Frame, node: ast.expr) -> str:
    """The dotted name of a function outside the project that an expression names, builtins by their bare name."""
    value = value_of(frame, node)
    return value.name.removeprefix("builtins.") if isinstance(value, Outside) else ""


def value_of(frame: Frame, node: ast.expr) -> Any:
    """The value of a name, attribute or constant, nothing noted; None for any other expression."""
    inner = node
    while isinstance(inner, ast.Attribute):
        inner = inner.value
    if frame.env is None or not isinstance(inner, (ast.Name, ast.Constant)):
        return None
    with frame.mute():
        return frame.evaluator.value_of(frame, node)
