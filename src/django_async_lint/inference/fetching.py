"""Which query of the same function fetched an instance, where `select_related` can be added to it.

Only what is sure: a name bound once, to one row of a chain of querysets or to each of its rows, in the function that
reads the relation. Nothing here notes effects.
"""

import ast
from collections.abc import Iterator
from typing import TypeGuard

from django_async_lint.inference import reloading
from django_async_lint.inference.effects import Effect, Fetched, Origin
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import members
from django_async_lint.inference.local_names import binding, bindings
from django_async_lint.inference.values import ClassValue, FunctionValue, Manager, QuerySet
from django_async_lint.knowledge import django_orm
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.trees import all_nodes

ONE_ROW = frozenset({"get", "first", "last", "latest", "earliest"})
ROWS_AS_THEY_ARE = frozenset({"iterator", "aiterator"})
BULK = frozenset({"in_bulk", "ain_bulk"})
OR_404 = frozenset({"get_object_or_404", "aget_object_or_404"})
REFUSING = frozenset({
    "values", "values_list", "dates", "datetimes", "union", "intersection", "difference", "only", "defer", "raw",
    "select_for_update", "aggregate",
})  # fmt: skip
"""Methods beside which `select_related` raises, or locks or fetches other than before."""
MANAGER = "_default_manager"
CONVERTING = frozenset({"str", "repr", "format", "list", "bool", "len"})
DEEPEST = 4


def origin_of(frame: Frame, node: ast.expr) -> Origin | None:
    """From which parameter of the function around it a relation is read, and along which path."""
    root, path = _chain(node)
    return _origin(frame, root, path) if path else None


def _origin(frame: Frame, root: ast.expr, path: list[str], of_rows: bool = False) -> Origin | None:
    if not isinstance(root, ast.Name):
        return None
    alias = frame.aliases.get(root.id)
    if alias is not None:
        return None if of_rows else alias._replace(lookup="__".join(filter(None, (alias.lookup, *path))))
    if frame.function is None:
        return None
    names = frame.function.facts.positional
    if root.id not in names or bindings(frame.function.node, root.id):
        return None
    return Origin(names.index(root.id), root.id in ("self", "cls"), "__".join(path), of_rows=of_rows)


def fetched_by(frame: Frame, node: ast.expr) -> Fetched | None:
    """The query that fetched the instance from which `node`, a chain of relations, reads."""
    root, path = _chain(node)
    return _fetched(frame, root, "__".join(path)) if path else None


def left_out_by(frame: Frame, node: ast.expr) -> Fetched | None:
    """The query that left out the column which `node`, a chain of relations, reads last."""
    root, path = _chain(node)
    return _left_out(frame, root, "__".join(path)) if path else None


def returned(frame: Frame, node: ast.expr, lookup: str, is_row: bool) -> Fetched | None:
    """The query of what is returned at `node`, one row or all of them, where a framework reads along a path from it."""
    return _fetched(frame, node, lookup, is_row)


def passed_on(frame: Frame, node: ast.expr | ast.stmt, effect: Effect) -> tuple[Fetched | None, Origin | None]:
    """The same for what a callee reads from what it is given at `node`."""
    origin = effect.origin
    given = given_for(frame, node, origin) if origin is not None and isinstance(node, ast.expr) else None
    if origin is None or given is None:
        return None, None
    root, path = (given, []) if origin.of_rows else _chain(given)
    path = [*path, origin.lookup]
    find = _left_out if effect.how == "deferred" else _fetched
    fetched = find(frame, root, "__".join(path), not origin.of_rows)
    return fetched, _origin(frame, root, path, origin.of_rows) if fetched is None else None


def given_for(frame: Frame, node: ast.expr, origin: Origin) -> ast.expr | None:
    """What is given for a parameter where a function is called, a property is read or text is made of an object; or
    for a variable where a template is rendered."""
    if origin.name:
        return _in_context(frame, node, origin.name)
    if not origin.is_receiver:
        is_plain = isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Attribute))
        if not is_plain or not isinstance(node, ast.Call) or len(node.args) <= origin.position:
            return None
        given = node.args[origin.position]
        return None if any(isinstance(each, ast.Starred) for each in node.args) else given
    match node:
        case ast.Call(func=ast.Name(id=name), args=[argument]) if name in CONVERTING:
            return argument
        case ast.Call(func=ast.Attribute(value=receiver)) | ast.Attribute(value=receiver):
            return receiver
        case ast.BinOp(left=ast.Constant(value=str()), op=ast.Mod(), right=ast.Name() as argument):
            return argument
        case ast.Name():
            return node
    return None


def _in_context(frame: Frame, node: ast.expr, name: str) -> ast.expr | None:
    """What a call that renders a template gives under a name, in a dict that is written there or used there alone."""
    given = [*node.args, *(each.value for each in node.keywords if each.arg == "context")] if _is_call(node) else []
    found = [written for each in given if (written := _dict(frame, each)) is not None]
    if len(found) != 1 or None in found[0].keys:
        return None
    pairs = zip(found[0].keys, found[0].values, strict=True)
    values = [value for key, value in pairs if isinstance(key, ast.Constant) and key.value == name]
    return values[0] if len(values) == 1 else None


def _is_call(node: ast.expr) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call)


def _dict(frame: Frame, node: ast.expr) -> ast.Dict | None:
    match node:
        case ast.Dict():
            return node
        case ast.Call(func=ast.Name(id="Context"), args=[ast.Dict() as inner]):
            return inner
        case ast.Name() if frame.function is not None:
            kind, value = binding(frame, node)
            uses = sum(isinstance(each, ast.Name) and each.id == node.id for each in all_nodes(frame.function.node))
            return value if kind == "value" and isinstance(value, ast.Dict) and uses == 2 else None
    return None


def _chain(node: ast.expr) -> tuple[ast.expr, list[str]]:
    """The expression that a chain of attributes begins with, and their names."""
    path: list[str] = []
    while True:
        match node:
            case ast.Attribute(value=owner, attr=name):
                pass
            case ast.Call(func=ast.Name(id="getattr"), args=[owner, ast.Constant(value=str() as name), *_]):
                pass
            case ast.Call(func=ast.Name(id="hasattr"), args=[owner, ast.Constant(value=str() as name)]) if not path:
                pass
            case _:
                return node, path
        path.insert(0, name)
        node = owner


def _fetched(frame: Frame, root: ast.expr, lookup: str, is_row: bool = True) -> Fetched | None:
    if kept_by := reloading.way_to_keep(frame, root, lookup):
        return Fetched(frame.site(root), lookup, kept_by=kept_by)
    query = _query(frame, root, is_row)
    if query is None:
        return None
    with frame.mute():
        value = frame.evaluator.value_of(frame, query)
        manager = frame.evaluator.attribute(frame, query, value, MANAGER) if isinstance(value, ClassValue) else None
    if isinstance(manager, Manager):
        is_plain = manager.name.endswith((".objects", f".{MANAGER}")) and _follows(frame, manager, lookup)
        return Fetched(frame.site(query), lookup, "objects") if is_plain else None
    return Fetched(frame.site(query), lookup) if _takes(frame, query, lookup) else None


def _left_out(frame: Frame, root: ast.expr, lookup: str, is_row: bool = True) -> Fetched | None:
    """The call of `only` or `defer` that left out a column of what is read from, where it is the only such call and
    all that it is given are names."""
    query = _query(frame, root, is_row)
    found = list(_narrowing(frame, query)) if query is not None else []
    call = found[0] if len(found) == 1 else None
    if call is None or not isinstance(call.func, ast.Attribute) or call.keywords:
        return None
    names = [each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    if len(names) != len(call.args):
        return None
    written = lookup if call.func.attr == "only" or lookup in names else lookup.removesuffix("_id")
    if (written in names) is (call.func.attr == "only"):
        return None
    return Fetched(frame.site(call), written, left_out_by=call.func.attr)


def _narrowing(frame: Frame, node: ast.expr) -> Iterator[ast.Call | None]:
    """The calls of `only` and `defer` in a chain of querysets; None for what may be one."""
    while True:
        match node:
            case ast.Call(func=ast.Attribute(value=receiver, attr="only" | "defer")):
                yield node
                node = receiver
            case ast.Call(func=ast.Attribute(value=receiver) as called):
                if not _calls_nothing_refusing(frame, called):
                    yield None
                node = receiver
            case ast.Subscript(value=receiver) if isinstance(node.slice, ast.Slice):
                node = receiver
            case ast.Name() if binding(frame, node)[0] == "value":
                node = binding(frame, node)[1]
            case ast.Name() | ast.Attribute():
                with frame.mute():
                    value = frame.evaluator.value_of(frame, node)
                if not (isinstance(value, Manager) and not any(mark[0] in "=-" for mark in value.loaded)):
                    yield None
                return
            case _:
                yield None
                return


def _query(frame: Frame, node: ast.expr, is_row: bool, depth: int = DEEPEST) -> ast.expr | None:
    """The queryset behind an expression that is one of its rows, or that gives all of them."""
    if depth == 0 or frame.function is None:
        return None
    match node:
        case ast.Name():
            kind, value = binding(frame, node)
            if kind == "row":
                return _query(frame, value, False, depth - 1) if is_row else None
            if kind != "value":
                return None
            found = _query(frame, value, is_row, depth - 1)
            return node if found is value and not is_row else found
        case ast.Await():
            return _query(frame, node.value, is_row, depth)
        case ast.Call(func=ast.Attribute(value=receiver, attr=name)) if is_row:
            return receiver if name.removeprefix("a") in ONE_ROW or name in ONE_ROW else None
        case ast.Call(func=ast.Call(func=ast.Name(), args=[ast.Attribute(value=receiver, attr=name)])) if is_row:
            return receiver if name in ONE_ROW else None
        case ast.Call(func=ast.Name(id=name), args=[source, *_]) if is_row:
            return source if name in OR_404 else None
        case ast.Subscript(value=receiver) if is_row and not isinstance(node.slice, ast.Slice):
            bulk = _in_bulk(frame, receiver)
            return bulk or _query(frame, receiver, False, depth - 1)
        case ast.Call(func=ast.Attribute(value=receiver, attr=name)) if name in ROWS_AS_THEY_ARE:
            return receiver
        case ast.Call(func=ast.Attribute(value=found, attr="values" | "items"), args=[]):
            return _in_bulk(frame, found) if not is_row else None
        case ast.Call(func=ast.Name(id="list" | "tuple" | "sorted" | "reversed"), args=[rows]):
            return _query(frame, rows, False, depth - 1)
        case ast.ListComp(elt=ast.Name(id=element), generators=[generator]):
            target = generator.target
            same = isinstance(target, ast.Name) and target.id == element
            return _query(frame, generator.iter, False, depth - 1) if same else None
    return None if is_row else node


def _in_bulk(frame: Frame, node: ast.expr) -> ast.expr | None:
    """The queryset whose rows an expression holds by their keys."""
    kind, value = binding(frame, node) if isinstance(node, ast.Name) else ("value", node)
    call = value.value if isinstance(value, ast.Await) else value
    if kind == "value" and isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
        return call.func.value if call.func.attr in BULK else None
    return None


def _takes(frame: Frame, query: ast.expr, lookup: str) -> bool:
    """Whether `select_related` can be added to a queryset for a path that it does not follow yet."""
    if not _is_plain_chain(frame, query):
        return False
    while isinstance(query, ast.Name) and (bound := binding(frame, query))[0] == "value":
        query = bound[1]
    with frame.mute():
        values = list(members(frame.evaluator.value_of(frame, query)))
    return bool(values) and all(
        isinstance(value, (QuerySet, Manager)) and _follows(frame, value, lookup) for value in values
    )


def _follows(frame: Frame, value: QuerySet | Manager, lookup: str) -> bool:
    is_fetched_before = value.prefetched if isinstance(value, Manager) else value.evaluated or value.empty
    if is_fetched_before or lookup in value.loaded or any(mark[0] in "*=-" for mark in value.loaded):
        return False
    if isinstance(value, QuerySet) and (value.is_iterator or value.rows != "instances"):
        return False
    model: ClassLike | None = value.model
    for name in lookup.split("__"):
        if model is None:
            return False
        model = _to_one(frame, model, name)
        if model is None:
            return False
    return True


def _to_one(frame: Frame, model: ClassLike, name: str) -> ClassLike | None:
    """The model to which a relation leads that a join can follow."""
    declarations = frame.evaluator.declarations
    field = declarations.fields(model).get(name)
    if field is not None:
        return field.target if field.kind in ("forward", "one_to_one") else None
    reverse = declarations.reverse(model, name)
    return reverse.source if reverse is not None and reverse.kind == "one_to_one" else None


def _is_plain_chain(frame: Frame, node: ast.expr) -> bool:
    """Whether a chain of querysets calls nothing beside which `select_related` cannot stand."""
    while True:
        match node:
            case ast.Call(func=ast.Attribute(value=receiver, attr=name) as called):
                if name in REFUSING or not _calls_nothing_refusing(frame, called):
                    return False
                node = receiver
            case ast.Call(func=ast.Name() as called):
                return _calls_nothing_refusing(frame, called)
            case ast.Attribute(value=receiver) | ast.Subscript(value=receiver):
                node = receiver
            case ast.Name():
                kind, value = binding(frame, node)
                if kind == "row" or (kind == "other" and _is_local(frame, node.id)):
                    return False
                if kind == "other":
                    return True
                node = value
            case ast.Await():
                node = node.value
            case _:
                return False


def _is_local(frame: Frame, name: str) -> bool:
    """Whether a function binds a name in another way than by an import."""
    facts = frame.function.facts if frame.function is not None else None
    return facts is not None and name in facts.bound and name not in facts.imports


def _calls_nothing_refusing(frame: Frame, called: ast.expr) -> bool:
    """Whether a method or function of the project, by its own text, leaves the queryset as one that takes joins."""
    with frame.mute():
        values = members(frame.evaluator.value_of(frame, called))
        return all(
            REFUSING.isdisjoint(value.function.facts.attributes) for value in values if isinstance(value, FunctionValue)
        )


assert django_orm.QUERYSET_METHODS.keys() >= ONE_ROW
