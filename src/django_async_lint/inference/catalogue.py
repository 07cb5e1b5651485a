"""The index over `knowledge`: what is known of a name outside the project. Built lazily, one root package at a time.

Answers questions about names only; it evaluates nothing and keeps nothing of the checked project.
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

from django_async_lint import knowledge
from django_async_lint.knowledge import class_hooks, django_orm, entry_points, offloading, structuring, transparent


@dataclass(frozen=True, slots=True)
class Fact:
    """What a call outside the project does. `effect` is a word of the tables or empty; `unless` maps a keyword
    or a position to the literal with which the call does not have it."""

    effect: str = ""
    instead: str = ""
    returns: str = ""
    is_coroutine: bool = False
    is_awaitable: bool = False
    """A task, a request context: runs or is released whether awaited or not."""
    unless: tuple[tuple[str, str], ...] = ()
    twin: str = ""
    twin_since: str = ""
    constant_ok: bool = True


@dataclass(slots=True)
class OutsideClass:
    """What is known of a class outside the project, its own members only."""

    name: str
    bases: tuple[str, ...] = ()
    effects: dict[str, str] = field(default_factory=dict)
    patterns: list[tuple[str, str]] = field(default_factory=list)
    pure: frozenset[str] = frozenset()
    returns: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    coroutines: frozenset[str] = frozenset()
    coroutine_patterns: tuple[str, ...] = ()
    awaitables: frozenset[str] = frozenset()
    reads: dict[str, str] = field(default_factory=dict)
    """Attribute -> effect of reading it."""
    unless: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    twins: dict[str, tuple[str, str]] = field(default_factory=dict)
    advice: dict[str, str] = field(default_factory=dict)
    enter: str = ""
    enter_effect: str = ""
    iter_effect: str = ""
    iterates: str = ""
    is_async: bool = False
    instead: str = ""
    constant_ok: bool = True


@dataclass(slots=True)
class _Index:
    calls: dict[str, Fact] = field(default_factory=dict)
    patterns: list[tuple[tuple[str, ...], Fact]] = field(default_factory=list)
    classes: dict[str, OutsideClass] = field(default_factory=dict)
    pure: set[str] = field(default_factory=set)


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, _, value in (part.partition("=") for part in text.split()))


@cache
def _libraries() -> dict[str, list[dict[str, Any]]]:
    """Every library entry by the first part of its roots."""
    found: dict[str, list[dict[str, Any]]] = {}
    for module in sorted(pkgutil.iter_modules(knowledge.__path__), key=lambda info: info.name):
        loaded = importlib.import_module(f"{knowledge.__name__}.{module.name}")
        for library in getattr(loaded, "LIBRARIES", ()):
            for root in {root.partition(".")[0] for root in library["roots"]}:
                found.setdefault(root, []).append(library)
    return found


def is_root(name: str) -> bool:
    """Whether a plain name is a package of the tables."""
    return name in _libraries()


@cache
def modules_with(*effects: str) -> frozenset[tuple[str, ...]]:
    """The packages of which anything has one of these effects, by the parts of their names: the first of a package,
    the first two of the standard library."""
    found: dict[tuple[str, ...], None] = {}
    for library in (each for libraries in _libraries().values() for each in libraries):
        calls = {name for effect in effects for name in library.get("calls", {}).get(effect, "").split()}
        classes = {name for name, entry in library.get("classes", {}).items() if _has_effect(entry, effects)}
        for parts in (name.split(".") for name in calls | classes):
            found[tuple(parts[: 2 if parts[0] in sys.stdlib_module_names and len(parts) > 2 else 1])] = None
    return frozenset(found)


def _has_effect(entry: dict[str, Any], effects: Iterable[str]) -> bool:
    told = {*entry.get("methods", ()), *entry.get("reads", ())}
    return not told.union((entry.get("enter_effect"), entry.get("iter", {}).get("effect"))).isdisjoint(effects)


@cache
def _described() -> frozenset[str]:
    """The root packages of everything that a table names."""
    decorators = (*transparent.CONTEXT_MANAGER_DECORATORS, *transparent.PROPERTY_DECORATORS, *transparent.DEPENDENCIES)
    names = (*_special_names(), *_aliases(), *decorators, *transparent.NEVER_READ)
    return frozenset(name.partition(".")[0] for name in names)


def is_described(package: str) -> bool:
    """Whether tables describe a package: then its source is not read where it is installed."""
    return is_root(package) or package in _described()


@cache
def _aliases() -> dict[str, str]:
    aliases = {
        **django_orm.ALIASES,
        **offloading.ALIASES,
        **entry_points.ALIASES,
        **entry_points.CALLBACK_ALIASES,
        **class_hooks.ALIASES,
    }
    for libraries in _libraries().values():
        for library in libraries:
            aliases.update(library.get("aliases", {}))
    return aliases


@cache
def _index(root: str) -> _Index:
    index = _Index()
    for library in _libraries().get(root, ()):
        _add_calls(index, library)
        for name, entry in library.get("classes", {}).items():
            index.classes[name] = _class(name, entry, library)
    return index


def _add_calls(index: _Index, library: dict[str, Any]) -> None:
    advice = library.get("advice", {})
    returns = library.get("returns", {})
    unless = library.get("unless", {})
    twins = library.get("twins", {})
    instead = library.get("instead", "")
    index.pure.update(library.get("pure", "").split())
    effects = {name: effect for effect, names in library.get("calls", {}).items() for name in names.split()}
    coroutines = set(library.get("coroutines", "").split())
    awaitables = set(library.get("awaitables", "").split())
    for name in dict.fromkeys((*effects, *returns, *sorted(coroutines | awaitables))):
        twin, since = twins.get(name, ("", ""))
        fact = Fact(
            effect=effects.get(name, ""),
            instead=advice.get(name, instead),
            returns=returns.get(name, ""),
            is_coroutine=name in coroutines,
            is_awaitable=name in awaitables,
            unless=_pairs(unless.get(name, "")),
            twin=twin,
            twin_since=since,
            constant_ok=library.get("constant_ok", True),
        )
        if "*" in name:
            index.patterns.append((tuple(name.split(".")), fact))
        else:
            index.calls[name] = fact


def _class(name: str, entry: dict[str, Any], library: dict[str, Any]) -> OutsideClass:
    known = OutsideClass(name, tuple(entry.get("bases", ())))
    for effect, names in entry.get("methods", {}).items():
        for method in names.split():
            if "*" in method:
                known.patterns.append((method, effect))
            else:
                known.effects[method] = effect
    known.pure = frozenset(entry.get("pure", "").split())
    known.returns = entry.get("returns", {})
    known.attributes = entry.get("attributes", {})
    known.coroutines = frozenset(entry.get("coroutines", "").split())
    known.coroutine_patterns = tuple(sorted(path for path in known.coroutines if "*" in path))
    known.awaitables = frozenset(entry.get("awaitables", "").split())
    known.reads = {name: effect for effect, names in entry.get("reads", {}).items() for name in names.split()}
    known.unless = {method: _pairs(text) for method, text in entry.get("unless", {}).items()}
    known.twins = entry.get("twins", {})
    known.enter = entry.get("enter", "")
    known.enter_effect = entry.get("enter_effect") or ""
    known.iter_effect = entry.get("iter", {}).get("effect", "")
    known.iterates = entry.get("iterates", "")
    known.is_async = entry.get("async", False)
    known.instead = library.get("instead", "")
    known.constant_ok = library.get("constant_ok", True)
    prefix = name + "."
    known.advice = {
        full.removeprefix(prefix): text for full, text in library.get("advice", {}).items() if full.startswith(prefix)
    }
    known.twins = {
        full.removeprefix(prefix): twin for full, twin in library.get("twins", {}).items() if full.startswith(prefix)
    } | known.twins
    return known


@cache
def canonical(name: str) -> str | None:
    """The name under which our tables know `name`, or None when they do not."""
    aliases = _aliases()
    if name in aliases:
        return canonical(aliases[name]) or aliases[name]
    owner = name.rpartition(".")[0]
    while owner:
        if owner in aliases:
            return canonical(aliases[owner] + name[len(owner) :]) or aliases[owner] + name[len(owner) :]
        owner = owner.rpartition(".")[0]
    index = _index(name.partition(".")[0])
    if name in index.calls or name in index.classes or name in index.pure or name in _special_names():
        return name
    return None


@cache
def _special_names() -> frozenset[str]:
    """Names that the evaluator treats by tables of their own."""
    return frozenset(
        (
            django_orm.MODEL,
            django_orm.MANAGER,
            django_orm.QUERYSET,
            django_orm.PREFETCH,
            "django.db.transaction.atomic",
            *django_orm.RELATION_FIELDS,
            *django_orm.FILE_FIELDS,
            *django_orm.ABSTRACT_MODELS,
            *django_orm.MANAGERS,
            *django_orm.QUERYSETS,
            *offloading.THREAD_WRAPPERS,
            *offloading.THREAD_CALLS,
            *offloading.EXECUTOR_METHODS,
            *offloading.THREAD_CONSTRUCTORS,
            *offloading.LOOP_WRAPPERS,
            *offloading.LOOP_RUNNERS,
            *entry_points.LOOP_BASES,
            *entry_points.THREAD_BASES,
            *entry_points.LOOP_DECORATORS,
            *entry_points.ENTRY_KINDS,
            *class_hooks.BASES,
            *class_hooks.CLASS_HOOKS,
            *transparent.PASS_THROUGH_DECORATORS,
            *transparent.RETURNS_ARGUMENT,
            *structuring.FUNCTIONS,
            *structuring.ADAPTERS,
        )
    )


@cache
def call(name: str) -> Fact | None:
    """What calling the function or class `name` does; None when no table holds it."""
    index = _index(name.partition(".")[0])
    if name in index.calls:
        return index.calls[name]
    if name in index.pure:
        return Fact()
    parts = tuple(name.split("."))
    for pattern, fact in index.patterns:
        if len(pattern) == len(parts) and all(map(fnmatchcase, parts, pattern)):
            return fact
    owner, _, method_name = name.rpartition(".")
    if owner in index.classes:
        return method(owner, method_name)
    return Fact() if name in index.classes else None


@cache
def outside_class(name: str) -> OutsideClass | None:
    """The class `name`, or None when no table holds it."""
    return _index(name.partition(".")[0]).classes.get(name)


@cache
def bases(name: str) -> tuple[str, ...]:
    """The direct bases of a class outside the project, as far as tables tell."""
    declared = _declared_bases(name)
    return (*declared, *(base for base in class_hooks.BASES.get(name, ()) if base not in declared))


def _declared_bases(name: str) -> tuple[str, ...]:
    known = outside_class(name)
    if known is not None and known.bases:
        return known.bases
    for table in (django_orm.ABSTRACT_MODELS, django_orm.MANAGERS, django_orm.QUERYSETS):
        if name in table:
            declared: Any = table[name].get("bases", ())
            return (declared,) if isinstance(declared, str) else tuple(declared)
    return ()


@cache
def ancestry(name: str) -> tuple[str, ...]:
    """A class outside the project and all that it inherits from, nearest first."""
    found: dict[str, None] = {name: None}
    for base in bases(name):
        found.update(dict.fromkeys(ancestry(base)))
    return tuple(found)


@cache
def is_known_class(name: str) -> bool:
    """Whether any table describes the class."""
    tables = (django_orm.ABSTRACT_MODELS, django_orm.MANAGERS, django_orm.QUERYSETS)
    return outside_class(name) is not None or any(name in table for table in tables)


@cache
def method(cls: str, path: str) -> Fact | None:
    """What calling `path` (`get`, `chat.completions.create`) on an instance of `cls` does; None when unknown."""
    for name in ancestry(cls):
        known = outside_class(name)
        if known is None:
            continue
        fact = _own_method(known, path)
        if fact is not None:
            return fact
    classes = map(outside_class, ancestry(cls))
    return Fact() if any(known is not None and known.is_async for known in classes) else None


def _own_method(known: OutsideClass, path: str) -> Fact | None:
    returns = known.returns.get(path) or known.returns.get("*", "")
    if path in known.pure:
        return Fact(returns=returns)
    if path in known.coroutines or any(_fits(pattern, path) for pattern in known.coroutine_patterns):
        return Fact(returns=returns, is_coroutine=True)
    if path in known.awaitables:
        return Fact(returns=returns, is_awaitable=True)
    effect = known.effects.get(path) or _matched(known.patterns, path)
    if effect:
        return Fact(
            effect,
            known.advice.get(path, known.instead),
            returns,
            unless=known.unless.get(path, ()),
            twin=known.twins.get(path, ("", ""))[0],
            twin_since=known.twins.get(path, ("", ""))[1],
            constant_ok=False,
        )
    return Fact(returns=returns) if returns else None


def _matched(patterns: list[tuple[str, str]], path: str) -> str:
    return next((effect for pattern, effect in patterns if _fits(pattern, path)), "")


def _fits(pattern: str, path: str) -> bool:
    parts, wanted = path.split("."), pattern.split(".")
    if pattern == "*":
        return not parts[-1].startswith("_")
    return len(wanted) == len(parts) and all(map(fnmatchcase, parts, wanted))


@cache
def attribute(cls: str, path: str) -> str:
    """The class of attribute `path` of an instance of `cls`, or an empty string."""
    for name in ancestry(cls):
        known = outside_class(name)
        if known is not None and path in known.attributes:
            return known.attributes[path]
    return ""


@cache
def any_attribute(cls: str) -> str:
    """The class of every attribute of `cls` that is nothing else (`client.database.collection`), or nothing."""
    return attribute(cls, "*")


@cache
def read(cls: str, name: str) -> Fact | None:
    """What reading attribute `name` of an instance of `cls` does; None when it does nothing."""
    for ancestor in ancestry(cls):
        known = outside_class(ancestor)
        if known is not None and name in known.reads:
            return Fact(known.reads[name], known.instead)
    return None


@cache
def has_parts(cls: str) -> bool:
    """Whether an instance has parts that are reached by attributes (`client.chat.completions`)."""
    return any(
        any("." in text for text in (*known.effects, *known.coroutines, *known.pure, *known.returns))
        or bool(known.patterns)
        for name in ancestry(cls)
        if (known := outside_class(name)) is not None
    )


@cache
def has_part(cls: str, name: str) -> bool:
    """Whether attribute `name` of an instance leads to a method that is known: `chat` to `chat.completions.create`."""
    return any(
        text.startswith(f"{name}.")
        for ancestor in ancestry(cls)
        if (known := outside_class(ancestor)) is not None
        for text in (*known.effects, *known.coroutines, *known.awaitables, *known.pure, *known.returns)
    )
