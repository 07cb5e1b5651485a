"""Hooks: the methods that a framework's class calls without `await`, and whether it still does in a project's class.

A project may replace every method that calls a hook; then the framework never meets its coroutine. Answers by the
class statements and the text of their methods; nothing here decides what is a fault.
"""

import ast
from collections.abc import Collection
from functools import cache
from typing import Any, NamedTuple

from django_async_lint.inference import catalogue, twins, view_classes
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.knowledge import class_hooks, django_orm
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.modules import Assignment, Binding, Class, Function

KNOWN_ROOTS = frozenset({
    "abc", "adrf", "builtins", "collections", "django", "enum", "rest_framework", "typing", "typing_extensions",
    "unittest",
})  # fmt: skip
SETS_ATTRIBUTES = ("__init_subclass__", "__getattribute__")


class Hook(NamedTuple):
    """A hook as the tables know it: the base that calls it, the outcome of an async one, what to write instead."""

    base: str
    name: str
    outcome: str
    instead: str


class _Row(NamedTuple):
    hooks: dict[str, tuple[str, str]]
    awaited: tuple[str, ...]
    callers: dict[str, tuple[str, ...]]
    through: tuple[str, ...]
    unless: tuple[str, ...]


@cache
def _rows() -> dict[str, _Row]:
    rows = {}
    table: dict[str, Any] = dict(class_hooks.CLASS_HOOKS)
    for base, row in table.items():
        hooks = {name: texts for names, texts in row.get("hooks", {}).items() for name in names.split()}
        callers = {name: tuple(text.split()) for name, text in row.get("callers", {}).items()}
        words = (tuple(row.get(key, "").split()) for key in ("awaited", "through", "unless"))
        awaited, through, unless = words
        rows[base] = _Row(hooks, awaited, callers, through, unless)
    return rows


@cache
def names() -> frozenset[str]:
    """The names of all hooks, those with an open end by their beginning and a star."""
    return frozenset(name for row in _rows().values() for name in row.hooks)


def may_be(name: str) -> bool:
    """Whether any base has a hook of this name."""
    return _matching(names(), name) is not None


def of_method(evaluator: Evaluator, method: Function) -> Hook | None:
    """The hook that an async method is for a class that inherits it, where the framework still calls it."""
    return _of_name(evaluator, method) or _of_list(evaluator, method)


def _of_list(evaluator: Evaluator, method: Function) -> Hook | None:
    """The hook that an async method is because its own class names it in a list: `actions = ["publish"]`."""
    owner = method.owner
    if owner is None or view_classes.callable_kind(evaluator.decorated(method)) is not True:
        return None
    for base, lists in class_hooks.LISTED_METHODS.items():
        if not evaluator.classes.inherits(owner, base):
            continue
        for attribute, (outcome, instead) in lists.items():
            if method.name in _listed(owner, attribute):
                return Hook(base, attribute, outcome, instead)
    return None


def _listed(cls: Class, attribute: str) -> set[str]:
    """The texts in the list or tuple that a class body binds to an attribute."""
    values = [binding.value for binding in cls.members.get(attribute, ()) if isinstance(binding, Assignment)]
    rows = [value for value in values if isinstance(value, (ast.List, ast.Tuple))]
    texts = [each.value for row in rows for each in row.elts if isinstance(each, ast.Constant)]
    return {text for text in texts if isinstance(text, str)}


def _of_name(evaluator: Evaluator, method: Function) -> Hook | None:
    owner = method.owner
    if owner is None or not may_be(method.name) or owner.members.get(method.name) != [method]:
        return None
    if view_classes.callable_kind(evaluator.decorated(method)) is not True:
        return None
    users = (cls for cls in evaluator.declarations.heirs(owner) if _uses(evaluator, cls, method))
    for cls in tuple(users) or (owner,):
        found = _called(evaluator, cls, method.name)
        if found is not None:
            return found
    return None


def _uses(evaluator: Evaluator, cls: Class, method: Function) -> bool:
    found = evaluator.classes.find(cls, method.name)
    return found is not None and method in found[1]


def _called(evaluator: Evaluator, cls: Class, name: str) -> Hook | None:
    """The hook that a framework's base of a class calls under a name."""
    base = _base_with(evaluator, cls, name)
    if base is None or _is_rebound(evaluator, cls, name):
        return None
    row = _rows()[base]
    written = _matching(row.hooks, name)
    if written is None or any(evaluator.declarations.mentions(word) for word in row.unless):
        return None
    if written.endswith("*") and written != "test*" and not _is_field(evaluator, cls, name[len(written) - 1 :]):
        return None
    if name in row.through and not _is_sync_view(evaluator, cls):
        return None
    if not _is_reached(evaluator, cls, row, written, name):
        return None
    outcome, instead = row.hooks[written]
    return Hook(base, name, outcome, instead.replace("{user}", twins.user_text(evaluator.target_django)))


def _base_with(evaluator: Evaluator, cls: Class, name: str) -> str | None:
    """The nearest base outside the project that has the hook; None where it awaits it or an unknown class is nearer."""
    for base in evaluator.classes.mro(cls):
        if isinstance(base, Class):
            continue
        row = _rows().get(base)
        if row is not None and _matching(row.awaited, name) is not None:
            return None
        if row is not None and _matching(row.hooks, name) is not None:
            return base
        if not _is_known(base):
            break
    is_of_model = name in _rows()[django_orm.MODEL].hooks and evaluator.declarations.is_model(cls)
    return django_orm.MODEL if is_of_model else None


def _is_known(base: str) -> bool:
    return (
        base.partition(".")[0] in KNOWN_ROOTS
        or base in _rows()
        or base in class_hooks.BASES
        or catalogue.is_known_class(base)
    )


def _matching(table: Collection[str], name: str) -> str | None:
    """The entry of a table that a name is, by itself or by its beginning."""
    if name in table:
        return name
    return next((each for each in table if each.endswith("*") and name.startswith(each[:-1])), None)


def _is_rebound(evaluator: Evaluator, cls: Class, name: str) -> bool:
    """Whether something of the project's puts another function under the name: in a method, or for every heir."""
    own = [base for base in evaluator.classes.mro(cls) if isinstance(base, Class)]
    return any(base.stores_of(name) or any(each in base.members for each in SETS_ATTRIBUTES) for base in own)


def _is_field(evaluator: Evaluator, cls: Class, name: str) -> bool:
    """Whether a form or serializer has a field of this name: bound in a class body, or named in a Meta."""
    for base in evaluator.classes.mro(cls):
        if not isinstance(base, Class):
            continue
        if name in base.members:
            return True
        for meta in base.members.get("Meta", ()):
            if isinstance(meta, Class) and any(
                isinstance(node, ast.Constant) and node.value in (name, "__all__") for node in ast.walk(meta.node)
            ):
                return True
    return False


def _is_sync_view(evaluator: Evaluator, cls: Class) -> bool:
    """Whether every handler of a view is plain: none awaits what a hook hands on."""
    found = view_classes.handlers(evaluator, cls)
    return bool(found) and not any(handler.is_async for handler in found)


def _is_reached(evaluator: Evaluator, cls: Class, row: _Row, written: str, name: str) -> bool:
    """Whether the framework's own code still calls a hook: one of its callers runs."""
    callers = row.callers.get(written, ())
    return not callers or any(_runs(evaluator, cls, row, caller, name, frozenset()) for caller in callers)


def _runs(evaluator: Evaluator, cls: Class, row: _Row, caller: str, hook: str, seen: frozenset[str]) -> bool:
    """Whether the framework's method `caller` runs: not replaced, or called by all that replaces it, `super()`."""
    found = evaluator.classes.find(cls, caller)
    if found is not None:
        return _reaches_framework(evaluator, cls, found, caller, hook)
    outer = row.callers.get(caller, ())
    if not outer or _is_named(evaluator, cls, caller):
        return True
    return any(_runs(evaluator, cls, row, each, caller, seen | {caller}) for each in outer if each not in seen)


def _reaches_framework(
    evaluator: Evaluator, cls: Class, found: tuple[Class, list[Binding]] | None, caller: str, hook: str
) -> bool:
    """Whether each of the project's methods called `caller` hands on to the next, `super()`, none calls the hook."""
    while found is not None:
        owner, bindings = found
        texts = [binding.facts for binding in bindings if isinstance(binding, Function)]
        if not texts or any(hook in facts.attributes for facts in texts):
            return False
        if not any("super" in facts.loaded and caller in facts.attributes for facts in texts):
            return False
        found = evaluator.classes.find(cls, caller, after=owner)
    return True


def _is_named(evaluator: Evaluator, cls: ClassLike, name: str) -> bool:
    """Whether a method of the project's classes calls another by its name."""
    return any(
        name in method.facts.attributes
        for base in evaluator.classes.mro(cls)
        if isinstance(base, Class)
        for method in base.methods
        if method.name != name
    )
