"""What is in memory of the instances in an environment after reads, assignments, prefetches, reloads, helpers.

How that is written down is in `loading`; what a read costs is in `models`.
"""

import ast
from collections.abc import Callable, Iterable

from django_async_lint.inference import functions, loading, prefetching, querysets
from django_async_lint.inference.frame import Environment, Frame, access_path
from django_async_lint.inference.joining import members, union
from django_async_lint.inference.values import (
    KEPT_MARK,
    NONE,
    UNKNOWN,
    Constant,
    FunctionValue,
    Instance,
    QuerySet,
    Row,
    Value,
    kept_marks,
)
from django_async_lint.project.trees import all_nodes

PREFETCHERS = frozenset({
    "django.db.models.prefetch_related_objects", "django.db.models.aprefetch_related_objects",
})  # fmt: skip


VALIDATING = frozenset({"is_valid", "full_clean", "errors"})
"""After any of these on a form, what it found is in memory."""
VALIDATED = ("is_valid", "errors")


def path_of_read(node: ast.expr, name: str) -> str | None:
    """The access path of attribute `name` read at `node`: `post.author`, `getattr(post, "author")`."""
    if isinstance(node, ast.Call) and len(node.args) > 1:
        owner, attribute_name = access_path(node.args[0]), node.args[1]
        is_name = isinstance(attribute_name, ast.Constant) and attribute_name.value == name
        return f"{owner}.{name}" if owner is not None and is_name else None
    path = access_path(node)
    return path if path is not None and path.endswith("." + name) else None


def remember(frame: Frame, node: ast.expr, name: str, value: Value = UNKNOWN) -> None:
    """After the first read a relation or field is in memory: the next read of the same path is free."""
    path = path_of_read(node, name)
    if path is None or frame.env is None:
        return
    below = value.loaded if isinstance(value, Instance) else None
    loading.note_in_memory(frame, path.rpartition(".")[0], loading.with_relation(name, below))
    frame.env[path] = value


def note_kept(frame: Frame, node: ast.expr, name: str, receiver: Value) -> None:
    """After a cached property was read its result is on the instance, wherever that goes."""
    path = path_of_read(node, name)
    if path is not None and isinstance(receiver, Instance):
        keep(frame, path.rpartition(".")[0], frozenset({KEPT_MARK + name}), receiver)


def keep(frame: Frame, path: str, marks: frozenset[str], receiver: Instance) -> None:
    """Notes what the instance at an access path keeps, and for the instances that lead to it."""
    env = frame.env
    if env is None:
        return
    known = env.get(path) or frame.captured.get(path) or receiver
    otherwise = loading.ANYTHING if frame.evaluator.declarations.is_model(receiver.of) else frozenset()
    env[path] = loading.with_kept(known, receiver.of, marks, otherwise)
    owner, _, name = path.rpartition(".")
    if owner:
        loading.note_in_memory(frame, owner, frozenset(f"{name}__{mark}" for mark in marks))


def of_each(
    frame: Frame, node: ast.expr, name: str, alternatives: Iterable[Value], read: Callable[[Value], Value]
) -> Value:
    """What reading an attribute gives of each thing that a value may be: what reading one of them brings into memory
    is not in memory of the others."""
    alternatives = tuple(alternatives)
    path = path_of_read(node, name)
    env = frame.env
    rows = [each for each in alternatives if isinstance(each, Instance) and each.loaded is not None]
    if path is None or env is None or not rows or len(alternatives) == 1:
        return union(tuple(read(each) for each in alternatives))
    owner = path.rpartition(".")[0]
    before = env.get(owner)
    found: list[Value] = []
    left: list[Value] = []
    for each in alternatives:
        env[owner] = each
        found.append(read(each))
        left.append(env.get(owner, each))
    value = union(tuple(found))
    if before is None:
        env.pop(owner, None)
    else:
        env[owner] = union((*left, *(each for each in members(before) if each not in alternatives)))
    if path in env:
        env[path] = value
    return value


def forget_kept(frame: Frame, target: ast.Attribute, mark: str) -> None:
    """After `owner.attribute = None`: what it kept there is gone."""
    path = access_path(target.value)
    known = (frame.env or {}).get(path) if path is not None else None
    if path is None or frame.env is None or known is None:
        return
    frame.env[path] = union(
        tuple(
            each._replace(loaded=each.loaded - {mark}) if isinstance(each, Instance) and each.loaded else each
            for each in members(known)
        )
    )


def note_validated(frame: Frame, node: ast.expr) -> None:
    """After a validation written in the call at `node`, here or in a thread, a form's findings are in memory."""
    env = frame.env
    for part in all_nodes(node) if env is not None else ():
        if isinstance(part, ast.Attribute) and part.attr in VALIDATING and env is not None:
            path = access_path(part.value)
            value = (env.get(path) or frame.captured.get(path)) if path is not None else None
            forms = [each for each in members(value or UNKNOWN) if isinstance(each, Instance)]
            if forms and not any(frame.evaluator.declarations.is_model(form.of) for form in forms):
                env.update((f"{path}.{name}", UNKNOWN) for name in VALIDATED)


def note_assigned(frame: Frame, path: str, value: Value) -> None:
    """After `post.author = author` the relation is in memory, wherever the post goes."""
    owner, _, name = path.rpartition(".")
    known = (frame.env or {}).get(owner)
    if name.endswith("_id"):
        _forget_relation(frame, owner, name.removesuffix("_id"))
    for member in members(known) if known is not None else ():
        if isinstance(member, Instance) and member.loaded is not None:
            if _is_there_anyway(frame, member, name):
                return
            below = value.loaded if isinstance(value, Instance) else None
            loading.note_in_memory(frame, owner, loading.with_relation(name, below))
            return


def _is_there_anyway(frame: Frame, instance: Instance, name: str) -> bool:
    """Whether an attribute is a column that came with the row: that it was assigned tells no callers apart."""
    field = frame.evaluator.declarations.fields(instance.of).get(name)
    return field is not None and field.kind == "plain" and not any(mark[0] in "=-" for mark in instance.loaded or ())


def _forget_relation(frame: Frame, path: str, name: str) -> None:
    """After `post.author_id = 2` the author in memory is not the post's any more."""
    env = frame.env
    known = env.get(path) if env is not None else None
    if env is None or not isinstance(known, Instance) or known.loaded is None:
        return
    field = frame.evaluator.declarations.fields(known.of).get(name)
    if field is not None and field.kind in ("forward", "one_to_one"):
        env.pop(f"{path}.{name}", None)
        env[path] = known._replace(loaded=loading.without_relations(known.loaded, (name,)) - {f"={name}"})


def note_prefetched(frame: Frame, node: ast.expr, arguments: functions.Arguments) -> None:
    """After `prefetch_related_objects(instances, *lookups)` these relations are in memory."""
    if not isinstance(node, ast.Call) or not node.args or frame.env is None:
        return
    found = [prefetching.lookup_marks(value) for value in arguments.positional[1:]]
    marks = (
        loading.ANYTHING
        if arguments.rest
        else frozenset().union(*(loading.ANYTHING if mark is None else mark for mark in found))
    )
    first = node.args[0]
    for element in first.elts if isinstance(first, (ast.List, ast.Tuple, ast.Set)) else [first]:
        path = access_path(element)
        if path is not None:
            for inner in [known for known in frame.env if known.startswith(path + ".")]:
                del frame.env[inner]
            loading.note_in_memory(frame, path, loading.capped(marks))


def recall(
    frame: Frame, node: ast.expr, value: FunctionValue, arguments: functions.Arguments, left: Environment
) -> None:
    """Notes what a called function has loaded of the instances that it was given or that it shares."""
    env = frame.env
    if env is None:
        return
    function = value.function
    places = _places_of_arguments(node, value, arguments)
    shares = function.parent is not None and function.parent is frame.function
    for name, after in left.items():
        path = places.get(name) or (name if shares and name not in function.facts.bound else None)
        if path is None:
            continue
        known = env.get(path) or frame.captured.get(path)
        if isinstance(after, Instance) and (kept := kept_marks(after)):
            for receiver in _receivers(frame, known if known is not None else value.bound, after):
                keep(frame, path, kept, receiver)
        if known is None:
            continue
        if isinstance(after, QuerySet) and isinstance(known, QuerySet):
            env[path] = querysets.join_evaluated(known)
        if not isinstance(after, Instance) or after.loaded is None:
            continue
        for member in members(known):
            if isinstance(member, Instance) and member.of == after.of and member.loaded is not None:
                loading.note_in_memory(frame, path, after.loaded - member.loaded)


def _receivers(frame: Frame, known: Value | None, after: Instance) -> list[Instance]:
    """The instances among what a path may hold that a called function knows as `after`."""
    found = [each for each in members(known) if isinstance(each, Instance)] if known is not None else []
    return [each for each in found if frame.evaluator.is_subclass(each.of, after.of)]


def _places_of_arguments(node: ast.expr, value: FunctionValue, arguments: functions.Arguments) -> dict[str, str]:
    """The access paths at the call of what a function's parameters are bound to, by parameter."""
    names = list(value.function.facts.positional)
    if isinstance(node, ast.Attribute) and value.bound is not None and names:
        read_from = access_path(node.value)
        return {names[0]: read_from} if read_from is not None else {}
    if not isinstance(node, ast.Call) or any(isinstance(argument, ast.Starred) for argument in node.args):
        return {}
    places: dict[str, str] = {}
    if value.bound is not None and names:
        first = names.pop(0)
        receiver = _receiver_of(node, value.function.name)
        if receiver is not None:
            places[first] = receiver
    offset = len(node.args) - len(arguments.positional)
    if offset >= 0:
        for name, argument in zip(names, node.args[offset:], strict=False):
            path = access_path(argument)
            if path is not None:
                places[name] = path
    for keyword in node.keywords:
        path = access_path(keyword.value)
        if keyword.arg is not None and path is not None:
            places[keyword.arg] = path
    return places


def _receiver_of(node: ast.Call, name: str) -> str | None:
    """The access path before `.name` in a call of that method, also in `sync_to_async(post.warm)()`."""
    inside = node.func.args if isinstance(node.func, ast.Call) else []
    for written in (node.func, *inside, *node.args):
        if isinstance(written, ast.Attribute) and written.attr == name:
            return access_path(written.value)
    return None


def note_reloaded(frame: Frame, node: ast.expr, instance: Instance, arguments: functions.Arguments) -> None:
    """After a reload the relations that were in memory are not any more."""
    func = node.func if isinstance(node, ast.Call) else None
    path = access_path(func.value) if isinstance(func, ast.Attribute) else None
    if path is None or frame.env is None:
        return
    fields = arguments.get(1, "fields")
    source = arguments.get(2, "from_queryset")
    names: tuple[str, ...] = ()
    if fields is not None and fields != NONE:
        elements = fields.elements if isinstance(fields, Row) else ()
        names = tuple(str(one.value).removesuffix("_id") for one in elements if isinstance(one, Constant))
        if not names or len(names) != len(elements):
            return
    kept = loading.without_relations(instance.loaded, names)
    if isinstance(source, QuerySet):
        kept |= source.loaded
    elif source is not None and source != NONE:
        kept |= loading.ANYTHING
    frame.bind(path, instance._replace(loaded=kept))


def note_rows(frame: Frame, target: ast.expr, rows: ast.expr) -> None:
    """After a loop: what every round has brought into memory of its row is in memory of the rows."""
    path = access_path(rows)
    env = frame.env
    if env is None or path is None or path not in env or not isinstance(target, ast.Name):
        return
    last = members(env.get(target.id, UNKNOWN))
    found = [member.loaded for member in last if isinstance(member, Instance) and member.loaded is not None]
    if found and len(found) == len(last):
        marks = frozenset.intersection(*found)
        updated = loading.with_marks(env[path], marks)
        if updated != env[path]:
            env[path] = updated
