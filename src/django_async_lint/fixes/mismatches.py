"""Fixes of what is used asynchronously and is not, or the other way round."""

from collections.abc import Iterator

import libcst as cst

from django_async_lint.diagnostic import Edit
from django_async_lint.fixes.imports import defines
from django_async_lint.fixes.places import Place, add_await, binds_tighter, import_at, insert, replace
from django_async_lint.fixes.tree import may_await


def iterate_sync(place: Place) -> list[Edit] | None:
    """`async for x in reversed(rows)` becomes `for x in reversed(rows)`."""
    around = place.tree.parent(place.node)
    if isinstance(around, cst.For) and around.iter is place.node and around.asynchronous is not None:
        return [_without_async(place, around)]
    return None


def append_all(place: Place) -> list[Edit] | None:
    """`async for x in Post.objects` becomes `async for x in Post.objects.all()`."""
    if not isinstance(place.node, (cst.Name, cst.Attribute, cst.Call)):
        return None
    return [insert(place.tree.span(place.node).end, ".all()")]


def rename_call(place: Place) -> list[Edit] | None:
    """`rows.iterator()` becomes `rows.aiterator()`."""
    node = place.node
    if not isinstance(node, cst.Call) or not isinstance(node.func, cst.Attribute):
        return None
    return [replace(place, node.func.attr, place.arguments[0])]


def enter_async(place: Place) -> list[Edit] | None:
    """`with client:` becomes `async with client:`."""
    statement = place.tree.parent(place.tree.parent(place.node))
    if not isinstance(statement, cst.With) or len(statement.items) != 1 or statement.asynchronous is not None:
        return None
    return [insert(place.tree.span(statement).start, "async ")]


def enter_sync(place: Place) -> list[Edit] | None:
    """`async with lock:` becomes `with lock:`."""
    statement = place.tree.parent(place.tree.parent(place.node))
    if not isinstance(statement, cst.With) or len(statement.items) != 1 or statement.asynchronous is None:
        return None
    return [_without_async(place, statement)]


def _without_async(place: Place, statement: cst.For | cst.With) -> Edit:
    start = place.tree.span(statement).start
    return Edit("", start, place.tree.keyword_after_async(statement), "")


def call_wrapper(place: Place) -> list[Edit] | None:
    """`await sync_to_async(f)` becomes `await sync_to_async(f)()`."""
    node = place.node.expression if isinstance(place.node, cst.Await) else place.node
    return [insert(place.tree.span(node).end, "()")] if isinstance(node, cst.Call) else None


def unwrap_function(place: Place) -> list[Edit] | None:
    """`await sync_to_async(f)(1)` becomes `await f(1)`, `await to_thread(f, 1)` becomes `await f(1)`."""
    node = place.node.expression if isinstance(place.node, cst.Await) else place.node
    if not isinstance(node, cst.Call):
        return None
    wrapper = node.func if isinstance(node.func, cst.Call) else node
    is_plain = bool(wrapper.args) and not wrapper.args[0].star and wrapper.args[0].keyword is None
    if not is_plain or not isinstance(wrapper.args[0].value, (cst.Name, cst.Attribute)):
        return None
    first, whole = place.tree.span(wrapper.args[0].value), place.tree.span(wrapper)
    if place.arguments[0] == "wrapper":
        return [Edit("", whole.start, first.start, ""), Edit("", first.end, whole.end, "")]
    if len(wrapper.args) == 1:
        return [Edit("", whole.start, first.start, ""), insert(first.end, "(")]
    second = place.tree.span(wrapper.args[1]).start
    return [Edit("", whole.start, first.start, ""), Edit("", first.end, second, "(")]


def await_inside(place: Place) -> list[Edit] | None:
    """`asyncio.run(f(1))` becomes `await f(1)`, `async_to_sync(f)(1)` becomes `await f(1)`."""
    node = place.node
    if not isinstance(node, cst.Call) or isinstance(place.tree.parent(node), cst.Await):
        return None
    holder = node.func if isinstance(node.func, cst.Call) else node
    if len(holder.args) != 1 or holder.args[0].star or holder.args[0].keyword is not None:
        return None
    inner, whole = place.tree.span(holder.args[0].value), place.tree.span(holder)
    if isinstance(holder.args[0].value, cst.Call) is not (holder is node):
        return None
    return [*add_await(place), Edit("", whole.start, inner.start, ""), Edit("", inner.end, whole.end, "")]


def wrap_future(place: Place) -> list[Edit] | None:
    """`future.result()` becomes `await asyncio.wrap_future(future)`."""
    node = place.node
    if not isinstance(node, cst.Call) or not isinstance(node.func, cst.Attribute) or node.args:
        return None
    name, imports = import_at(place, "asyncio")
    future, whole = place.tree.span(node.func.value), place.tree.span(node)
    opening, closing = ("(", ")") if binds_tighter(place) else ("", "")
    return [
        insert(whole.start, f"{opening}await {name}.wrap_future("),
        Edit("", future.end, whole.end, f"){closing}"),
        *imports,
    ]


def ask_for_user(place: Place) -> list[Edit] | None:
    """`request.user.name` becomes `(await request.auser()).name`, `filter(user=request.user)` the same with what is
    awaited in its place."""
    node = place.node
    while isinstance(node, cst.Attribute) and node.attr.value != "user":
        node = node.value
    users = _users_given(place, node) if isinstance(node, cst.Call) else [node]
    edits: list[Edit] = []
    for user in users:
        if not isinstance(user, cst.Attribute) or not isinstance(user.value, cst.Name):
            return None
        edits += [*add_await(Place(place.tree, user, ())), replace(place, user.attr, "auser()")]
    return edits or None


def _users_given(place: Place, call: cst.Call) -> list[cst.Attribute]:
    """`request.user` among the arguments of a call, wherever one parameter of the function around has a user read and
    may be awaited; else nothing."""
    function = place.tree.nearest(call, cst.FunctionDef)
    parameters = {each.name.value for each in function.params.params} if function is not None else set()
    found = [each for argument in call.args for each in _users_in(argument)]
    owners = {place.tree.code(each.value).strip() for each in found}
    may = all(may_await(place.tree, each) for each in found)
    return found if may and len(owners) == 1 and owners <= parameters else []


def _users_in(node: cst.CSTNode) -> Iterator[cst.Attribute]:
    if isinstance(node, cst.Attribute) and node.attr.value == "user" and isinstance(node.value, cst.Name):
        yield node
    for child in node.children:
        yield from _users_in(child)


def use_own_twin(place: Place) -> list[Edit] | None:
    """`load(1)` becomes `await aload(1)`, where the file knows that name."""
    node, twin = place.node, place.arguments[0]
    if not isinstance(node, cst.Call) or isinstance(place.tree.parent(node), cst.Await):
        return None
    if isinstance(node.func, cst.Attribute):
        return [replace(place, node.func.attr, twin), *add_await(place)]
    if not defines(place.text, twin) or not isinstance(node.func, cst.Name):
        return None
    return [replace(place, node.func, twin), *add_await(place)]
