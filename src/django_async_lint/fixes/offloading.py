"""Fixes that run something in a thread, or give a wrapper the function where it was given a call."""

import libcst as cst

from django_async_lint.diagnostic import Edit
from django_async_lint.fixes.imports import is_called_as
from django_async_lint.fixes.places import Place, awaited, import_at, insert
from django_async_lint.source import Position, Span

WRAPPER, TO_THREAD = frozenset({"sync_to_async"}), frozenset({"to_thread"})
LAZY = frozenset({"map", "filter"})
"""What calls a function only where its result is iterated."""


def pass_the_function(place: Place) -> list[Edit] | None:
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
    around = place.tree.parent(wrapper)
    if isinstance(around, cst.Call) and around.func is wrapper:  # `sync_to_async(f(x))()`
        if around.args and inner.args:
            return None
        end = place.tree.span(around).end
        given = insert(Position(end.line, end.column - 1), arguments)
        return [Edit("", called.end, written.end, ""), *([given] if arguments else [])]
    end = place.tree.span(wrapper).end
    edits = [Edit("", called.end, written.end, ""), insert(end, f"({arguments})")]
    is_awaited = isinstance(place.tree.parent(wrapper), cst.Await)
    return edits if is_awaited else [*edits, insert(place.tree.span(wrapper).start, "await ")]


def offload(place: Place) -> list[Edit] | None:
    """`f(x)` becomes `await asyncio.to_thread(f, x)`, or `await sync_to_async(f)(x)` where the database is touched."""
    node = place.node
    around = place.tree.parent(node)
    if not isinstance(node, cst.Call) or isinstance(around, cst.Await):
        return None
    if _is_lazy(node):
        return None
    if isinstance(around, cst.WithItem) and place.arguments[2:]:
        return None  # a helper does its work where it is entered
    if inside := _inside_thread(place):
        return inside
    name, imports = import_at(place, *place.arguments[:2])
    start, called = place.tree.span(node).start, place.tree.span(node.func).end
    opening, closing = awaited(place)
    end = place.tree.span(node).end
    if place.arguments[1]:
        edits = [insert(start, f"{opening}{name}("), insert(called, ")")]
    else:
        before = f"{opening}{name}.to_thread({_gap(place, node)}"
        edits = [insert(start, before), *_as_arguments(place, node)]
    return [*edits, *([insert(end, closing)] if closing else []), *imports]


def _inside_thread(place: Place) -> list[Edit] | None:
    """`to_thread(open(path).read)` becomes `to_thread(lambda: open(path).read())`: one thread does both."""
    method = place.tree.parent(place.node)
    return _called_there(place, method) if isinstance(method, cst.Attribute) else None


def _called_there(place: Place, method: cst.Attribute) -> list[Edit] | None:
    """`to_thread(file.read, 3)` becomes `to_thread(lambda: file.read(3))`: the method is looked up there too."""
    argument = place.tree.parent(method)
    wrapper = place.tree.parent(argument) if isinstance(argument, cst.Arg) else None
    if not isinstance(wrapper, cst.Call) or wrapper.args[0] is not argument or not all(map(_fits_lambda, wrapper.args)):
        return None
    written, around = place.tree.code(wrapper.func).strip(), place.tree.parent(wrapper)
    if is_called_as(place.text, written, "asgiref.sync", WRAPPER):
        is_called = isinstance(around, cst.Call) and around.func is wrapper and not around.args
        is_called = is_called and len(wrapper.args) == 1
    else:
        is_called = is_called_as(place.text, written, "asyncio", TO_THREAD) and not place.arguments[1]
    if not is_called:
        return None
    start, end = place.tree.span(method).start, place.tree.span(method).end
    if len(wrapper.args) == 1:
        return [insert(start, "lambda: "), insert(end, "()")]
    closing = place.tree.span(wrapper).end
    return [
        insert(start, "lambda: "),
        Edit("", end, place.tree.span(wrapper.args[1]).start, "("),
        insert(Position(closing.line, closing.column - 1), ")"),
    ]


def _as_arguments(place: Place, node: cst.Call) -> list[Edit]:
    """What follows the function in a call, as what follows it among the arguments of another."""
    called, end = place.tree.span(node.func).end, place.tree.span(node).end
    if not node.args:
        return [Edit("", called, end, ")")]
    first = place.tree.span(node.args[0].value).start
    separator = "," if first.line > called.line else ", "
    return [Edit("", called, Position(called.line, called.column + 1), separator)]


def _gap(place: Place, node: cst.Call) -> str:
    """What stands before the first argument of a call that begins on a line of its own: the function goes there too."""
    if not node.args:
        return ""
    called, first = place.tree.span(node.func).end, place.tree.span(node.args[0]).start
    gap = place.tree.text_of(Span(Position(called.line, called.column + 1), first))
    return gap if first.line == called.line + 1 and not gap.strip() else ""


CLIMBS = ("evaluated", "converted")
"""What an intent says of a place whose own reading does nothing: the queryset is evaluated by what stands around it, or
the object is made into text, tested or compared there."""


def offload_expression(place: Place) -> list[Edit] | None:
    """`post.author` becomes `await sync_to_async(lambda: post.author)()`, with what stands around it where that has
    the effect."""
    node = _with_effect(place)
    if isinstance(node, cst.Attribute) and isinstance(call := place.tree.parent(node), cst.Call) and call.func is node:
        return offload(Place(place.tree, call, place.arguments[:2]))
    node = _whole_chain(place, node)
    if node is None or _is_lazy(node) or not _fits_lambda(node) or _is_target(place.tree.parent(node)):
        return None
    if isinstance(node, cst.Attribute) and (inside := _called_there(place, node)):
        return inside
    name, imports = import_at(place, *place.arguments[:2])
    opening, closing = awaited(Place(place.tree, node, ()))
    if place.arguments[1]:
        before, after = f"{opening}{name}(lambda: ", f")(){closing}"
    else:
        before, after = f"{opening}{name}.to_thread(lambda: ", f"){closing}"
    span = place.tree.span(node)  # one edit: nothing inside may be mended at the same time
    return [Edit("", span.start, span.end, f"{before}{place.tree.text_of(span)}{after}"), *imports]


def _whole_chain(place: Place, node: cst.BaseExpression | None) -> cst.BaseExpression | None:
    """The whole of `post.author.name` where a part of it has the effect; what is called at its end is not read."""
    while isinstance(node, (cst.Name, cst.Attribute)) and isinstance(above := place.tree.parent(node), cst.Attribute):
        around = place.tree.parent(above)
        if above.value is not node or _is_target(around) or (isinstance(around, cst.Call) and around.func is above):
            break
        node = above
    return node


def _is_lazy(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value in LAZY


def _with_effect(place: Place) -> cst.BaseExpression | None:
    """The expression that has the effect: that at the place, or the one around it that makes something of it."""
    node = place.node
    if place.arguments[2:] == ("chained",):
        method = place.tree.parent(node)
        around = place.tree.parent(method) if isinstance(method, cst.Attribute) else None
        return around if isinstance(around, cst.Call) and around.func is method else node
    is_read = isinstance(node, (cst.Name, cst.Attribute))
    climbs = place.arguments[2:] == ("evaluated",) or (is_read and place.arguments[2:] == ("converted",))
    return _around(place) if climbs or isinstance(node, cst.Name) else node


def _around(place: Place) -> cst.BaseExpression | None:
    around = place.tree.parent(place.node)
    if isinstance(around, (cst.ComparisonTarget, cst.Arg, cst.FormattedStringExpression)):
        around = place.tree.parent(around)
    while isinstance(above := place.tree.parent(around), cst.ConcatenatedString):
        around = above
    match around:
        case cst.UnaryOperation():
            return around if isinstance(around.operator, cst.Not) else None
        case cst.Call() | cst.Comparison() | cst.Subscript() | cst.BinaryOperation() | cst.BooleanOperation():
            return around
        case cst.FormattedString() | cst.ConcatenatedString():
            return around
    return None


def _is_target(around: cst.CSTNode) -> bool:
    """Whether what stands there is awaited, entered, assigned to or deleted."""
    targets = (cst.Await, cst.WithItem, cst.AssignTarget, cst.AugAssign, cst.AnnAssign, cst.Del)
    return isinstance(around, targets)


def _fits_lambda(node: cst.CSTNode) -> bool:
    """Whether an expression means the same in a lambda: nothing awaits, yields, binds a name or asks for `super`."""
    if isinstance(node, (cst.Await, cst.Yield, cst.NamedExpr, cst.StarredElement)):
        return False
    if isinstance(node, cst.CompFor) and node.asynchronous is not None:
        return False
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value == "super" and not node.args:
        return False
    return all(_fits_lambda(child) for child in node.children)
