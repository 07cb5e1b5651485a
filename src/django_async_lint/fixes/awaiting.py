"""Fixes that put `await` in front of something, or of the asynchronous form of it."""

import libcst as cst

from django_async_lint.diagnostic import Edit
from django_async_lint.fixes.places import Place, add_await, import_at, insert, replace


def replace_sleep(place: Place) -> list[Edit] | None:
    """`time.sleep(x)` becomes `await asyncio.sleep(x)`."""
    if not isinstance(place.node, cst.Call):
        return None
    name, imports = import_at(place, "asyncio")
    return [replace(place, place.node.func, f"{name}.sleep"), *add_await(place), *imports]


def use_async_twin(place: Place) -> list[Edit] | None:
    """`x.get()` becomes `await x.aget()`; an `await` that stands there already is kept."""
    node = place.node
    if isinstance(node, cst.Await):
        node = node.expression
    if not isinstance(node, cst.Call) or not isinstance(node.func, cst.Attribute):
        return None
    if f"a{node.func.attr.value}" != place.arguments[0]:
        return None
    renamed = replace(place, node.func.attr, place.arguments[0])
    if isinstance(place.node, cst.Await) or isinstance(place.tree.parent(node), cst.Await):
        return [renamed]
    return [renamed, *add_await(place)]


def use_async_function(place: Place) -> list[Edit] | None:
    """`login(...)` becomes `await alogin(...)`, imported from where the other comes from."""
    if not isinstance(place.node, cst.Call) or not isinstance(place.node.func, cst.Name):
        return None
    module, _, twin = place.arguments
    name, imports = import_at(place, module, twin)
    return [replace(place, place.node.func, name), *add_await(place), *imports]


def remove_await(place: Place) -> list[Edit] | None:
    """`await rows` becomes `rows`, which is iterated where it is used."""
    node = place.node if isinstance(place.node, cst.Await) else place.tree.parent(place.node)
    if not isinstance(node, cst.Await):
        return None
    return [Edit("", place.tree.span(node).start, place.tree.span(node.expression).start, "")]


def set_item(place: Place) -> list[Edit] | None:
    """`session[key] = value` becomes `await session.aset(key, value)`."""
    target = place.tree.parent(place.node)
    statement = place.tree.parent(target)
    index = _only_index(place.node)
    if index is None or not isinstance(target, cst.AssignTarget) or not isinstance(statement, cst.Assign):
        return None
    if len(statement.targets) != 1 or not isinstance(place.node, cst.Subscript):
        return None
    owner, key, value = (place.tree.span(node) for node in (place.node.value, index, statement.value))
    return [
        insert(place.tree.span(statement).start, "await "),
        Edit("", owner.end, key.start, ".aset("),
        Edit("", key.end, value.start, ", "),
        insert(value.end, ")"),
    ]


def ask_for_key(place: Place) -> list[Edit] | None:
    """`key in session` becomes `await session.ahas_key(key)`."""
    node = place.node
    if not isinstance(node, cst.Comparison) or len(node.comparisons) != 1:
        return None
    (target,) = node.comparisons
    if not isinstance(target.operator, (cst.In, cst.NotIn)):
        return None
    negation = "not " if isinstance(target.operator, cst.NotIn) else ""
    asked = f"{negation}await {place.tree.code(target.comparator)}.ahas_key("
    key, whole = place.tree.span(node.left), place.tree.span(node)
    return [insert(whole.start, asked), Edit("", key.end, whole.end, ")")]


def delete_item(place: Place) -> list[Edit] | None:
    """`del session[key]` becomes `await session.apop(key)`."""
    statement, index = place.tree.parent(place.node), _only_index(place.node)
    if index is None or not isinstance(statement, cst.Del) or not isinstance(place.node, cst.Subscript):
        return None
    owner, key = place.tree.span(place.node.value), place.tree.span(index)
    return [
        Edit("", place.tree.span(statement).start, owner.start, "await "),
        Edit("", owner.end, key.start, ".apop("),
        Edit("", key.end, place.tree.span(place.node).end, ")"),
    ]


def _only_index(node: cst.CSTNode) -> cst.BaseExpression | None:
    """The one index of a subscript."""
    if not isinstance(node, cst.Subscript) or len(node.slice) != 1:
        return None
    index = node.slice[0].slice
    return index.value if isinstance(index, cst.Index) and index.star is None else None
