"""What each intent of a rule writes: one function per action, from a place in a file to edits.

A function gives None where the code there cannot be written as intended; nothing is changed then. An edit covers as
little as it can, so comments and formatting stay.
"""

from collections.abc import Callable
from dataclasses import dataclass

import libcst as cst

from django_async_lint.diagnostic import Diagnostic, Edit
from django_async_lint.fixes.imports import imported
from django_async_lint.fixes.tree import COMPREHENSIONS, Tree, may_await
from django_async_lint.source import Position


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands: its file, the expression there, and what its rule gave along."""

    tree: Tree
    node: cst.BaseExpression
    arguments: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text of the whole file."""
        return self.tree.text


Action = Callable[[Place], list[Edit] | None]


def edits_of(tree: Tree, diagnostic: Diagnostic) -> list[Edit] | None:
    """The edits of a finding's fix, without their path; None when there is no fix or it cannot be written."""
    node = tree.expression(diagnostic.start, diagnostic.end)
    if diagnostic.fix is None or node is None or not may_await(tree, node):
        return None
    return ACTIONS[diagnostic.fix.action](Place(tree, node, diagnostic.fix.arguments))


def _add_await(place: Place) -> list[Edit] | None:
    """`f()` becomes `await f()`, in parentheses where something follows."""
    span = place.tree.span(place.node)
    before, after = ("(await ", ")") if _binds_tighter(place) else ("await ", "")
    return [_insert(span.start, before), *([_insert(span.end, after)] if after else [])]


def _binds_tighter(place: Place) -> bool:
    """Whether what stands around an expression would take hold of it before `await` does."""
    node, around = place.node, place.tree.parent(place.node)
    if node.lpar:
        return False
    match around:
        case cst.Attribute() | cst.Subscript():
            return around.value is node
        case cst.Call():
            return around.func is node
        case cst.Await():
            return True
        case cst.BinaryOperation():
            return isinstance(around.operator, cst.Power) and around.left is node
    return False


def _replace_sleep(place: Place) -> list[Edit] | None:
    """`time.sleep(x)` becomes `await asyncio.sleep(x)`."""
    if not isinstance(place.node, cst.Call):
        return None
    name, imports = imported(place.text, "asyncio")
    return [_replace(place, place.node.func, f"{name}.sleep"), *(_add_await(place) or ()), *imports]


def _use_async_twin(place: Place) -> list[Edit] | None:
    """`x.get()` becomes `await x.aget()`; an `await` that stands there already is kept."""
    node = place.node
    if isinstance(node, cst.Await):
        node = node.expression
    if not isinstance(node, cst.Call) or not isinstance(node.func, cst.Attribute):
        return None
    renamed = _replace(place, node.func.attr, place.arguments[0])
    if isinstance(place.node, cst.Await) or isinstance(place.tree.parent(node), cst.Await):
        return [renamed]
    return [renamed, *(_add_await(place) or ())]


def _use_async_function(place: Place) -> list[Edit] | None:
    """`login(...)` becomes `await alogin(...)`, imported from where the other comes from."""
    if not isinstance(place.node, cst.Call) or not isinstance(place.node.func, cst.Name):
        return None
    module, _, twin = place.arguments
    name, imports = imported(place.text, module, twin)
    return [_replace(place, place.node.func, name), *(_add_await(place) or ()), *imports]


def _iterate_async(place: Place) -> list[Edit] | None:
    """`for x in rows` becomes `async for x in rows`, as a statement and in a comprehension."""
    around = place.tree.parent(place.node)
    renamed = _renamed(place)
    if isinstance(around, cst.For) and around.iter is place.node:
        return [_insert(place.tree.span(around).start, "async "), *renamed]
    if isinstance(around, cst.CompFor) and around.iter is place.node:
        holder = next((each for each in place.tree.around(around) if not isinstance(each, cst.CompFor)), None)
        if isinstance(holder, COMPREHENSIONS):
            return [_insert(place.tree.keyword_of(around), "async "), *renamed]
    return None


def _renamed(place: Place) -> list[Edit]:
    """The edit that calls another method at the place, where the intent names one."""
    node = place.node
    if not place.arguments or not isinstance(node, cst.Call) or not isinstance(node.func, cst.Attribute):
        return []
    return [_replace(place, node.func.attr, place.arguments[0])]


def _list_async(place: Place) -> list[Edit] | None:
    """`list(rows)` becomes `[row async for row in rows]`."""
    argument = place.tree.parent(place.node)
    call = place.tree.parent(argument)
    if not isinstance(argument, cst.Arg) or not isinstance(call, cst.Call) or len(call.args) != 1:
        return None
    if argument.star or argument.keyword is not None or not isinstance(place.node, (cst.Name, cst.Attribute, cst.Call)):
        return None
    name = _free_name(place, place.arguments[0])
    whole = place.tree.span(call)
    before = f"[{name} async for {name} in "
    return [
        Edit("", whole.start, place.tree.span(place.node).start, before),
        Edit("", place.tree.span(place.node).end, whole.end, "]"),
    ]


def _free_name(place: Place, wanted: str) -> str:
    """`wanted`, or the next like it that the function around the place does not use."""
    function = place.tree.nearest(place.node, cst.FunctionDef)
    taken = _names(function) if function is not None else set()
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}_{number}"
    return name


def _names(node: cst.CSTNode) -> set[str]:
    found = {node.value} if isinstance(node, cst.Name) else set()
    return found.union(*(_names(child) for child in node.children))


def _pass_the_function(place: Place) -> list[Edit] | None:
    """`sync_to_async(f(x))` becomes `sync_to_async(f)(x)`, `to_thread(f(x))` becomes `to_thread(f, x)`."""
    wrapper = place.node.expression if isinstance(place.node, cst.Await) else place.node
    if not isinstance(wrapper, cst.Call) or not wrapper.args or not isinstance(wrapper.args[0].value, cst.Call):
        return None
    inner = wrapper.args[0].value
    called, written = place.tree.span(inner.func), place.tree.span(inner)
    arguments = ", ".join(place.tree.code(argument).strip().rstrip(",") for argument in inner.args)
    if place.arguments[0] == "thread":
        rest = f", {arguments}" if arguments else ""
        return [Edit("", called.end, written.end, rest)]
    end = place.tree.span(wrapper).end
    edits = [Edit("", called.end, written.end, ""), _insert(end, f"({arguments})")]
    is_awaited = isinstance(place.tree.parent(wrapper), cst.Await)
    return edits if is_awaited else [*edits, _insert(place.tree.span(wrapper).start, "await ")]


def _offload(place: Place) -> list[Edit] | None:
    """`f(x)` becomes `await asyncio.to_thread(f, x)`, or `await sync_to_async(f)(x)` where the database is touched."""
    node = place.node
    if not isinstance(node, cst.Call) or isinstance(place.tree.parent(node), cst.Await):
        return None
    name, imports = imported(place.text, *place.arguments)
    start, called = place.tree.span(node).start, place.tree.span(node.func).end
    is_tight = _binds_tighter(place)
    opening, closing = ("(", ")") if is_tight else ("", "")
    end = place.tree.span(node).end
    if place.arguments[1]:
        edits = [_insert(start, f"{opening}await {name}("), _insert(called, ")")]
    else:
        edits = [_insert(start, f"{opening}await {name}.to_thread("), *_as_arguments(place, node)]
    return [*edits, *([_insert(end, closing)] if is_tight else []), *imports]


def _as_arguments(place: Place, node: cst.Call) -> list[Edit]:
    """What follows the function in a call, as what follows it among the arguments of another."""
    called, end = place.tree.span(node.func).end, place.tree.span(node).end
    if not node.args:
        return [Edit("", called, end, ")")]
    first = place.tree.span(node.args[0].value).start
    separator = "," if first.line > called.line else ", "
    return [Edit("", called, Position(called.line, called.column + 1), separator)]


def _insert(position: Position, content: str) -> Edit:
    return Edit("", position, position, content)


def _replace(place: Place, node: cst.CSTNode, content: str) -> Edit:
    span = place.tree.span(node)
    return Edit("", span.start, span.end, content)


ACTIONS: dict[str, Action] = {
    "add-await": _add_await,
    "replace-sleep": _replace_sleep,
    "use-async-twin": _use_async_twin,
    "use-async-function": _use_async_function,
    "iterate-async": _iterate_async,
    "list-async": _list_async,
    "offload": _offload,
    "pass-the-function": _pass_the_function,
}
