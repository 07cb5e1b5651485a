"""What calls cost the processor: of functions outside the project by the size of their input, of the project's own
recursions by their argument, of Django's coroutines by what they compute when awaited.

Unknown sizes are silent; `costs` has the unit and the limit, `knowledge.processor_time` the figures.
"""

import ast
from collections.abc import Iterator, Sequence

from django_async_lint.inference import asked, catalogue, costs, sizes, twins
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.sizes import Comprehension
from django_async_lint.inference.values import (
    NONE,
    Collection,
    Constant,
    Instance,
    Key,
    Manager,
    Method,
    Outside,
    Value,
)
from django_async_lint.knowledge import processor_time
from django_async_lint.project.modules import Function
from django_async_lint.project.trees import SCOPES, all_nodes, child_nodes

STEPS_OF_RECURSIVE_CALL = 2
DEEPEST_RECURSION = 1000
"""As deep as the interpreter lets a recursion go."""
_STORES = frozenset({"get", "set", "setdefault", "add"})
"""Methods by which a function keeps results that it has computed already."""


def note(frame: Frame, node: ast.Call, callee: Value, arguments: Arguments, awaited: bool) -> None:
    """Counts and notes what a call costs by itself, the callee being outside the project."""
    if frame.muted or frame.env is None:
        return
    if isinstance(callee, Outside):
        _note_input(frame, node, callee.name.removeprefix("builtins."))
    elif isinstance(callee, Method):
        _note_method(frame, node, callee, arguments)
    if awaited:
        known = next((name for name in _names(frame, callee) if name in processor_time.HASHED_ON_LOOP), "")
        if known and _has_password(known, arguments):
            _note_hashing(frame, node, known)


def _note_method(frame: Frame, node: ast.Call, callee: Method, arguments: Arguments) -> None:
    """Notes what a method costs by its input: `rows.sort()` by its own rows, others by the tables."""
    if isinstance(callee.receiver, Collection) and callee.name == "sort" and isinstance(node.func, ast.Attribute):
        count = sizes.length(frame, node.func.value)
        _note_steps(frame, node, "list.sort", count, _steps_of_input("sorted", count))
    for name in _names(frame, callee):
        if name in processor_time.STEPS_OF_INPUT or name in processor_time.STEPS_OF_CALL:
            _note_input(frame, node, name)
        elif name in processor_time.HASHED_PLAINLY and _has_password(name, arguments):
            instead = f"await sync_to_async({frame.site(node.func).text})(...)"
            frame.add("computes", name, "hashing the password", node, instead=f"run it in a thread: `{instead}`")


def _has_password(name: str, arguments: Arguments) -> bool:
    """Whether a call is seen to give a password: without one nothing is hashed."""
    index, keyword = processor_time.PASSWORDS[name.rpartition(".")[2]]
    given = arguments.get(index, keyword)
    return given is not None and given != NONE


def _names(frame: Frame, callee: Value) -> Iterator[str]:
    """The dotted names under which the tables may hold a callee."""
    match callee:
        case Outside(name=name):
            yield name
        case Method(receiver=Instance(of=of), name=name):
            yield from (f"{base}.{name}" for base in frame.evaluator.classes.mro(of) if isinstance(base, str))
        case Method(receiver=Manager(via=via), name=name):
            for cls in via:
                yield from (f"{base}.{name}" for base in frame.evaluator.classes.mro(cls) if isinstance(base, str))


def instead_of_hashing(frame: Frame, node: ast.expr, name: str, twin: str, arguments: Arguments) -> str:
    """What to do instead of awaiting the twin of a function, where that coroutine hashes a password on the loop."""
    dotted = f"{name.rpartition('.')[0]}.{twin}"
    if dotted not in processor_time.HASHED_ON_LOOP or not isinstance(node, ast.Call):
        return ""
    if not _is_hashed_on_loop(frame, dotted) or not _has_password(dotted, arguments):
        return ""
    offloaded = f"await sync_to_async({frame.site(node.func).text})(...)"
    return f"run it in a thread: `{offloaded}`; on Django {frame.evaluator.target_django} `{twin}` hashes on the loop"


def _is_hashed_on_loop(frame: Frame, name: str) -> bool:
    """Whether a coroutine of Django hashes a password without leaving the loop on the target release."""
    since, until, _ = processor_time.HASHED_ON_LOOP[name]
    target = frame.evaluator.target_django
    is_before = not until or twins.release(target) < twins.release(until)
    return is_before and twins.is_available(since, target)


def _note_hashing(frame: Frame, node: ast.Call, name: str) -> None:
    """Notes a coroutine of Django that hashes a password without leaving the loop on the target release."""
    plain, target = processor_time.HASHED_ON_LOOP[name][2], frame.evaluator.target_django
    if _is_hashed_on_loop(frame, name):
        what = f"hashing the password in the coroutine itself on Django {target}"
        owner = frame.site(node.func).text.rpartition(".")[0]
        instead = f"await sync_to_async({owner}.{plain})(...)" if owner else f"await sync_to_async({plain})(...)"
        frame.add("computes", name, what, node, instead=f"run it in a thread: `{instead}`")


def _note_input(frame: Frame, node: ast.Call, name: str) -> None:
    frame.steps += processor_time.STEPS_OF_CALL.get(name, 0)
    if name not in processor_time.STEPS_OF_INPUT:
        return
    count = _count_of_input(frame, node, name)
    _note_steps(frame, node, name, count, _steps_of_input(name, count))


def _note_steps(frame: Frame, node: ast.Call, name: str, count: int, steps: int) -> None:
    frame.steps += steps
    if steps >= costs.MOST_STEPS and not _is_told(frame, node, name):
        unit = processor_time.STEPS_OF_INPUT.get(name, ("", "", "items"))[2]
        what = f"of {costs.rounded(count)}" if unit == "number" else f"about {costs.rounded(count)} {unit}"
        frame.add("computes", name, what, node)


def _is_told(frame: Frame, node: ast.Call, name: str) -> bool:
    """Whether a finding stands for a call already: its own, as a heavy one, or that of a loop written inside it."""
    fact = catalogue.call(name)
    inside = (part.generators[0].iter for part in node.args if isinstance(part, Comprehension))
    return (fact is not None and fact.effect == "cpu") or any(frame.has("loops", source) for source in inside)


def is_light(frame: Frame, node: ast.expr, name: str) -> bool:
    """Whether a heavy call is known to get little: then it costs less than a finding. The call's own arguments
    must be written here."""
    if not isinstance(node, ast.Call) or name not in processor_time.STEPS_OF_INPUT:
        return False
    if sizes.outside_name(frame, node.func) != name:
        return False
    count = _count_of_input(frame, node, name)
    return _is_for_url(frame, node) if count <= 0 else _steps_of_input(name, count) < costs.MOST_STEPS


def _is_for_url(frame: Frame, node: ast.Call) -> bool:
    """Whether the result is written into an address, as `urlsafe_b64encode(compress(key))` has it."""
    body = frame.function.node if frame.function is not None else None
    around = [part for part in all_nodes(body) if isinstance(part, ast.Call) and node in part.args] if body else []
    return any(sizes.outside_name(frame, part.func) in processor_time.TEXT_FOR_URLS for part in around)


def _count_of_input(frame: Frame, node: ast.Call, name: str) -> int:
    """How many items, bytes, iterations a call of the table is given; 0 when unknown."""
    index, keyword, unit, _, _ = processor_time.STEPS_OF_INPUT[name]
    given = [each.value for each in node.keywords if keyword and each.arg == keyword]
    if any(isinstance(argument, ast.Starred) for argument in node.args[: index + 1]):
        return 0
    written = node.args[index] if index < len(node.args) else given[0] if given else None
    if written is None or (name in ("min", "max") and len(node.args) > 1):
        return 0
    if unit == "number":
        return max(int(sizes.number(frame, written) or 0), 0)
    return sizes.values_inside(frame, written) if unit == "values" else sizes.length(frame, written)


def _steps_of_input(name: str, count: int) -> int:
    _, _, _, each, power = processor_time.STEPS_OF_INPUT[name]
    return int(min(each * count**power, sizes.LARGEST))


def note_recursion(frame: Frame, node: ast.expr, key: Key) -> None:
    """Notes a call of a function that calls itself more than once for smaller numbers: for the number given here
    that makes so many calls. What keeps its results is left out."""
    facts = key.function.facts
    calls_itself = key.function.name in facts.loaded or key.function.name in facts.attributes
    if not calls_itself or frame.muted or frame.env is None or frame.function is key.function:
        return
    if _keeps_results(key.function):
        return
    numbers = [(name, value.value) for name, value in key.arguments if isinstance(value, Constant)]
    counts = (
        _calls_for(key.function, name, number)
        for name, number in numbers
        if type(number) is int and number <= DEEPEST_RECURSION
    )
    calls = max(counts, default=0)
    frame.steps += calls * STEPS_OF_RECURSIVE_CALL
    if calls * STEPS_OF_RECURSIVE_CALL >= costs.MOST_STEPS:
        frame.add("loops", "recursion", f"about {costs.rounded(calls)} calls", node)
    elif any(_branches(key.function, name) for name in asked.given_to(key.captured)):
        how = "as many calls as the request asks for"
        frame.add("loops", "recursion", how, node, instead=costs.LIMIT_IT, confidence="medium")


def _branches(function: Function, parameter: str) -> bool:
    """Whether a recursion calls itself twice or more for smaller numbers, without a limit on the number."""
    if not isinstance(function.node, ast.FunctionDef) or asked.is_limited(function.node, parameter):
        return False
    return len(_passed_on(function, parameter, _heaviest(function, function.node.body)[0])) > 1


def _keeps_results(function: Function) -> bool:
    """Whether a function may look its results up: it is decorated, or stores, or asks what is stored."""
    if function.decorators or function.facts.stored_items or isinstance(function.node, ast.Lambda):
        return True
    return any(
        (isinstance(node, ast.Attribute) and node.attr in _STORES)
        or (isinstance(node, ast.Compare) and _asks_a_container(node))
        for node in all_nodes(function.node)
    )


def _asks_a_container(node: ast.Compare) -> bool:
    is_membership = isinstance(node.ops[-1], (ast.In, ast.NotIn))
    return is_membership and isinstance(node.comparators[-1], (ast.Name, ast.Attribute))


def _calls_for(function: Function, parameter: str, given: int) -> int:
    """How many calls a recursion makes for a number: each makes one for every smaller number that its heaviest path
    passes on. 0 when it calls itself at most once, or in a way that is not understood."""
    if not isinstance(function.node, ast.FunctionDef):
        return 0
    smaller = _passed_on(function, parameter, _heaviest(function, function.node.body)[0])
    if len(smaller) < 2:
        return 0
    base = _base(function.node, parameter)
    calls = {number: 1 for number in range(base - max(smaller), base + 1)}
    for number in range(base + 1, given + 1):
        calls[number] = min(1 + sum(calls[number - less] for less in smaller), sizes.LARGEST)
    return calls.get(given, 0)


def _passed_on(function: Function, parameter: str, calls: list[ast.Call]) -> list[int]:
    """By how much each of a function's calls of itself lowers a parameter; empty when one does otherwise."""
    index = function.facts.positional.index(parameter) if parameter in function.facts.positional else -1
    index -= function.owner is not None
    found = []
    for call in calls:
        named = [keyword.value for keyword in call.keywords if keyword.arg == parameter]
        match call.args[index] if 0 <= index < len(call.args) else named[0] if named else None:
            case ast.BinOp(left=ast.Name(id=name), op=ast.Sub(), right=ast.Constant(value=int() as less)) if (
                name == parameter and less > 0
            ):
                found.append(less)
            case _:
                return []
    return found


def _base(node: ast.FunctionDef, parameter: str) -> int:
    """The number at which a recursion ends: the largest that the parameter is compared with, at least 0."""
    bounds = [0]
    for inner in all_nodes(node):
        match inner:
            case ast.Compare(left=ast.Name(id=name), ops=[how], comparators=[ast.Constant(value=int() as bound)]) if (
                name == parameter
            ):
                bounds.append(bound - isinstance(how, ast.Lt))
            case ast.Compare(left=ast.Name(id=name), comparators=[ast.Tuple(elts=parts)]) if name == parameter:
                whole = (part.value for part in parts if isinstance(part, ast.Constant))
                bounds.extend(bound for bound in whole if isinstance(bound, int))
    return max(bounds)


def _heaviest(function: Function, body: Sequence[ast.AST]) -> tuple[list[ast.Call], bool]:
    """The calls of itself on the path through statements that holds most of them, and whether the path ends. What
    follows a test of such a call's result is left out: a search ends where it finds."""
    found: list[ast.Call] = []
    for index, node in enumerate(body):
        if isinstance(node, ast.If):
            asked = _in_expression(function, node.test)
            if asked:
                return [*found, *asked], True
            paths = []
            for branch in (node.body, node.orelse):
                calls, ends = _heaviest(function, branch)
                rest, ends_after = _heaviest(function, body[index + 1 :]) if not ends else ([], True)
                paths.append(([*calls, *rest], ends or ends_after))
            calls, ends = max(paths, key=lambda path: len(path[0]))
            return [*found, *calls], ends
        found.extend(_in_expression(function, node))
        if isinstance(node, (ast.Return, ast.Raise)):
            return found, True
    return found, False


def _in_expression(function: Function, node: ast.AST) -> list[ast.Call]:
    """The calls of itself that evaluating a statement or expression surely makes, of two branches the heavier."""
    if isinstance(node, (*SCOPES, ast.expr_context, ast.operator)):
        return []
    if isinstance(node, (ast.IfExp, ast.If)):
        branches = [[node.body], [node.orelse]] if isinstance(node, ast.IfExp) else [node.body, node.orelse]
        sides = [[call for part in branch for call in _in_expression(function, part)] for branch in branches]
        return [*_in_expression(function, node.test), *max(sides, key=len)]
    if isinstance(node, ast.BoolOp):
        return _in_expression(function, node.values[0])
    inside = [call for part in child_nodes(node) for call in _in_expression(function, part)]
    return [*inside, node] if isinstance(node, ast.Call) and _is_itself(function, node.func) else inside


def _is_itself(function: Function, node: ast.expr) -> bool:
    """Whether a callee written in a function's body is that function."""
    match node:
        case ast.Name(id=name):
            return function.owner is None and name == function.name and name not in function.facts.bound
        case ast.Attribute(value=ast.Name(id=receiver), attr=name):
            return function.owner is not None and [receiver] == function.facts.positional[:1] and name == function.name
        case _:
            return False
