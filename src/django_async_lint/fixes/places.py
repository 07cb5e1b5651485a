"""A place in a file where a fix writes, and the few edits that every action is made of. Decides nothing."""

from dataclasses import dataclass

import libcst as cst

from django_async_lint.diagnostic import Edit
from django_async_lint.fixes.tree import Tree
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


def add_await(place: Place) -> list[Edit]:
    """`f()` becomes `await f()`, in parentheses where something follows."""
    span = place.tree.span(place.node)
    before, after = ("(await ", ")") if binds_tighter(place) else ("await ", "")
    return [insert(span.start, before), *([insert(span.end, after)] if after else [])]


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


def free_name(place: Place, wanted: str) -> str:
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


def insert(position: Position, content: str) -> Edit:
    return Edit("", position, position, content)


def replace(place: Place, node: cst.CSTNode, content: str) -> Edit:
    span = place.tree.span(node)
    return Edit("", span.start, span.end, content)
