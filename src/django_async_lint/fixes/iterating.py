"""Fixes that fetch the rows of a queryset with `async for`."""

import libcst as cst

from django_async_lint.diagnostic import Edit
from django_async_lint.fixes.imports import is_called_as
from django_async_lint.fixes.places import Place, add_await, binds_tighter, free_name, insert, replace
from django_async_lint.fixes.tree import COMPREHENSIONS, may_await
from django_async_lint.source import Position

NO_INSTANCES = frozenset({"values", "values_list", "dates", "datetimes"})
STREAMING = frozenset({"StreamingHttpResponse"})
FETCHABLE = (cst.Name, cst.Attribute, cst.Call, cst.Subscript)
"""Expressions that need no parentheses where something follows them."""


def iterate_async(place: Place) -> list[Edit] | None:
    """`for x in rows` becomes `async for x in rows`, as a statement and in a comprehension."""
    around = place.tree.parent(place.node)
    renamed = _renamed(place)
    if isinstance(around, cst.For) and around.iter is place.node:
        return [insert(place.tree.span(around).start, "async "), *renamed]
    if isinstance(around, cst.CompFor) and around.iter is place.node:
        holder = next((each for each in place.tree.around(around) if not isinstance(each, cst.CompFor)), None)
        is_streamed = isinstance(holder, cst.GeneratorExp) and holder.for_in is around and _streamed_by(place, holder)
        if isinstance(holder, COMPREHENSIONS) or is_streamed:
            return [insert(place.tree.keyword_of(around), "async "), *renamed]
    return None


def list_rows(place: Place) -> list[Edit] | None:
    """`sorted(rows)` becomes `sorted([row async for row in rows])`: the rows are fetched first, into a list."""
    around = place.tree.parent(place.node)
    if "".join(place.arguments[1:2]) and not _is_call_of(place, around, place.arguments[1]):
        return None
    if not isinstance(place.node, FETCHABLE) or (isinstance(around, cst.Arg) and around.star == "**"):
        return None
    if isinstance(around, cst.Attribute) or not _is_value(place, around):
        return None
    name, span = _row_name(place, place.arguments[0]), place.tree.span(place.node)
    renamed = _renamed(Place(place.tree, place.node, place.arguments[2:]))
    opening, closing = "[", "]"
    if (call := _streamed_by(place, place.node)) is not None:
        opening, closing = ("", "") if len(call.args) == 1 and call.args[0].keyword is None else ("(", ")")
    return [insert(span.start, f"{opening}{name} async for {name} in "), *renamed, insert(span.end, closing)]


def _streamed_by(place: Place, node: cst.CSTNode) -> cst.Call | None:
    """The call that makes a streaming response of a node; it goes through an asynchronous generator as it is."""
    argument = place.tree.parent(node)
    call = place.tree.parent(argument) if isinstance(argument, cst.Arg) else None
    if not isinstance(call, cst.Call) or not isinstance(argument, cst.Arg):
        return None
    is_content = argument.keyword is not None and argument.keyword.value == "streaming_content"
    if not is_content and (argument.keyword is not None or argument.star or argument is not call.args[0]):
        return None
    written = place.tree.code(call.func).strip()
    return call if is_called_as(place.text, written, "django.http", STREAMING) else None


def next_async(place: Place) -> list[Edit] | None:
    """`next(rows)` becomes `await anext(rows)`."""
    argument = place.tree.parent(place.node)
    call = place.tree.parent(argument)
    if not _is_call_of(place, argument, "next") or not isinstance(call, cst.Call) or argument is not call.args[0]:
        return None
    return [replace(place, call.func, "anext"), *_renamed(place), *add_await(Place(place.tree, call, ()))]


def list_given(place: Place) -> list[Edit] | None:
    """`titles(rows)` becomes `titles([row async for row in rows])`."""
    name, *numbers = place.arguments
    line, column, last_line, last_column = map(int, numbers)
    rows = place.tree.expression(Position(line, column), Position(last_line, last_column))
    if rows is None or not may_await(place.tree, rows):
        return None
    return list_rows(Place(place.tree, rows, (name,)))


def _is_call_of(place: Place, argument: cst.CSTNode, name: str) -> bool:
    """Whether an argument is given to a call of the function with this name."""
    call = place.tree.parent(argument) if isinstance(argument, cst.Arg) else None
    return isinstance(call, cst.Call) and isinstance(call.func, cst.Name) and call.func.value == name


def _is_value(place: Place, around: cst.CSTNode) -> bool:
    """Whether a list can stand where the rows stand: an argument, an operand of `in`, what is unpacked or returned."""
    match around:
        case cst.Arg() | cst.ComparisonTarget() | cst.StarredElement() | cst.Return() | cst.DictElement():
            return True
        case cst.Element():
            return isinstance(place.tree.parent(place.tree.parent(around)), cst.Return)
        case cst.CompFor():
            return around.iter is place.node
        case cst.Assign():
            return around.value is place.node and isinstance(around.targets[0].target, (cst.Tuple, cst.List))
    return False


def first_rows(place: Place) -> list[Edit] | None:
    """`rows[2]` becomes `[row async for row in rows[2:3]][0]`: only that row is fetched."""
    around = place.tree.parent(place.node)
    if not isinstance(around, cst.Subscript) or around.value is not place.node or len(around.slice) != 1:
        return None
    index = around.slice[0].slice
    if not isinstance(index, cst.Index) or not isinstance(index.value, cst.Integer):
        return None
    position = index.value.evaluated_value
    name, span, end = free_name(place, place.arguments[0]), place.tree.span(around), place.tree.span(index.value)
    limits = f":{position + 1}" if position == 0 else f"{position}:{position + 1}"
    return [
        insert(span.start, f"[{name} async for {name} in "),
        Edit("", end.start, end.end, limits),
        insert(span.end, "][0]"),
    ]


def count_rows(place: Place) -> list[Edit] | None:
    """`len(rows)` becomes `await rows.acount()`."""
    argument = place.tree.parent(place.node)
    call = place.tree.parent(argument)
    if not isinstance(call, cst.Call) or len(call.args) != 1 or not isinstance(place.node, FETCHABLE):
        return None
    if not isinstance(call.func, cst.Name) or call.func.value != "len":
        return None
    whole, inner = place.tree.span(call), place.tree.span(place.node)
    opening, closing = ("(", ")") if binds_tighter(Place(place.tree, call, ())) else ("", "")
    return [
        Edit("", whole.start, inner.start, f"{opening}await "),
        Edit("", inner.end, whole.end, f".acount(){closing}"),
    ]


def ask_for_rows(place: Place) -> list[Edit] | None:
    """`if rows:` becomes `if await rows.aexists():`, only where nothing but the truth of the rows is used."""
    if isinstance(place.node, cst.NamedExpr) and place.node.lpar:
        return _ask_bound_rows(place)
    if not isinstance(place.node, FETCHABLE) or not _is_tested(place):
        return None
    span = place.tree.span(place.node)
    return [insert(span.start, "await "), insert(span.end, ".aexists()")]


def _ask_bound_rows(place: Place) -> list[Edit] | None:
    """`if (rows := f()):` becomes `if await (rows := f()).aexists():`."""
    if len(place.node.lpar) != 1 or not _is_tested(place):
        return None
    start, end = place.tree.outer_span(place.node)
    return [insert(start, "await "), insert(end, ".aexists()")]


def _is_tested(place: Place) -> bool:
    node: cst.CSTNode = place.node
    for around in place.tree.around(node):
        match around:
            case cst.UnaryOperation(operator=cst.Not()):
                return True
            case cst.BooleanOperation():
                node = around
                continue
            case cst.If() | cst.While() | cst.IfExp() | cst.Assert():
                return around.test is node
            case cst.MatchCase():
                return around.guard is node
        return False
    return False


def _row_name(place: Place, wanted: str) -> str:
    """What a row may be called: by its one column where it is that, and not by the model where it is some of them."""
    node: cst.CSTNode = place.node
    while isinstance(node, (cst.Call, cst.Attribute, cst.Subscript)):
        if isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute) and node.func.attr.value in NO_INSTANCES:
            return free_name(place, _column(node) or "row")
        node = node.func if isinstance(node, cst.Call) else node.value
    return free_name(place, wanted)


def _column(call: cst.Call) -> str:
    """The column of `values_list("name", flat=True)`."""
    first = call.args[0].value if len(call.args) == 2 else None
    is_flat = first is not None and call.args[1].keyword is not None and call.args[1].keyword.value == "flat"
    text = first.evaluated_value if is_flat and isinstance(first, cst.SimpleString) else ""
    name = text.rpartition("__")[2] if isinstance(text, str) else ""
    return name if name.isidentifier() and name.islower() else ""


def _renamed(place: Place) -> list[Edit]:
    """The edit that calls another method at the place, where the intent names one."""
    node = place.node
    if not place.arguments or not isinstance(node, cst.Call) or not isinstance(node.func, cst.Attribute):
        return []
    return [replace(place, node.func.attr, place.arguments[0])]


def list_async(place: Place) -> list[Edit] | None:
    """`list(rows)` becomes `[row async for row in rows]`."""
    argument = place.tree.parent(place.node)
    call = place.tree.parent(argument)
    if not _is_call_of(place, argument, "list") or not isinstance(call, cst.Call) or len(call.args) != 1:
        return None
    if not isinstance(argument, cst.Arg):
        return None
    if argument.star or argument.keyword is not None or not isinstance(place.node, FETCHABLE):
        return None
    name = _row_name(place, place.arguments[0])
    whole = place.tree.span(call)
    before = f"[{name} async for {name} in "
    return [
        Edit("", whole.start, place.tree.span(place.node).start, before),
        *_renamed(Place(place.tree, place.node, place.arguments[2:])),
        Edit("", place.tree.span(place.node).end, whole.end, "]"),
    ]
