"""A place in a file where a fix writes, and the few edits that every action is made of. Decides nothing."""

import builtins
import keyword
from dataclasses import dataclass

import libcst as cst

from django_async_lint.diagnostic import Edit
from django_async_lint.fixes.imports import imported, is_called_as
from django_async_lint.fixes.scopes import functions_at, names_in
from django_async_lint.fixes.tree import Tree
from django_async_lint.source import Position

AWAITING_FIRST = frozenset({"wait_for", "shield", "ensure_future", "create_task", "wait", "as_completed"})
AWAITING_ALL = frozenset({"gather"})
"""What of asyncio awaits its first argument, or all of those that have no name."""
HOLDERS = (cst.StarredElement, cst.Element, cst.List, cst.Tuple, cst.ListComp, cst.GeneratorExp)
"""What carries coroutines into such a call."""


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

    @property
    def line(self) -> int:
        """The line on which the expression begins."""
        return self.tree.span(self.node).start.line


def add_await(place: Place) -> list[Edit]:
    """`f()` becomes `await f()`, in parentheses where something follows; nothing where what stands around awaits it."""
    span = place.tree.span(place.node)
    before, after = awaited(place)
    return [insert(at, text) for at, text in ((span.start, before), (span.end, after)) if text]


def binds_tighter(place: Place) -> bool:
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


def awaited(place: Place) -> tuple[str, str]:
    """What stands before and behind something that is awaited at a place."""
    if is_awaited_around(place):
        return "", ""
    return ("(await ", ")") if binds_tighter(place) else ("await ", "")


def is_awaited_around(place: Place) -> bool:
    """Whether the coroutine at a place is given to what awaits it: `asyncio.gather(f(), g())`, one after the other
    when they were awaited before."""
    node: cst.CSTNode = place.node
    for around in place.tree.around(node):
        match around:
            case cst.Arg():
                call = place.tree.parent(around)
                return isinstance(call, cst.Call) and _awaits(place, call, around)
            case cst.ListComp() | cst.GeneratorExp() if around.elt is not node:
                return False
            case _ if not isinstance(around, HOLDERS):
                return False
        node = around
    return False


def _awaits(place: Place, call: cst.Call, argument: cst.Arg) -> bool:
    """Whether a call awaits the coroutine or coroutines of an argument; a method that makes tasks is known by name."""
    if argument.keyword is not None:
        return False
    written = place.tree.code(call.func).strip()
    if is_called_as(place.text, written, "asyncio", AWAITING_ALL):
        return True
    is_first = call.args[0] is argument
    return is_first and (
        written.endswith(".create_task") or is_called_as(place.text, written, "asyncio", AWAITING_FIRST)
    )


def free_name(place: Place, wanted: str) -> str:
    """`wanted`, or the next like it that the function around the place does not use."""
    functions = functions_at(place.text, place.line)
    taken = names_in(functions[-1]) if functions else set()
    first = "row" if keyword.iskeyword(wanted) or hasattr(builtins, wanted) else wanted
    name, number = first, 1
    while name in taken:
        number += 1
        name = f"{first}_{number}"
    return name


def import_at(place: Place, module: str, name: str = "") -> tuple[str, list[Edit]]:
    """How code at a place writes `module` (or `name` of it), and the edits that import it."""
    return imported(place.text, place.line, module, name)


def insert(position: Position, content: str) -> Edit:
    return Edit("", position, position, content)


def replace(place: Place, node: cst.CSTNode, content: str) -> Edit:
    span = place.tree.span(node)
    return Edit("", span.start, span.end, content)
