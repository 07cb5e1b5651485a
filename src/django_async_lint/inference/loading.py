"""What of a model instance is in memory, in the marks of `values.Loaded`. Pure functions over those marks."""

from django_async_lint.inference.values import Instance, Loaded
from django_async_lint.project.classes import ClassLike
from django_async_lint.project.declarations import Field

FRESH = frozenset({"*"})


def is_loaded(loaded: frozenset[str], name: str) -> bool:
    """Whether reading relation `name` touches nothing."""
    return name in loaded or ("*" in loaded and f"-{name}" not in loaded)


def is_deferred(loaded: Loaded, name: str) -> bool:
    """Whether the plain field `name` was left out by `only` or `defer`."""
    if loaded is None or "*" in loaded:
        return False
    only = {mark for mark in loaded if mark.startswith("=")}
    return f"-{name}" in loaded or bool(only) and f"={name}" not in only


def loaded_below(loaded: Loaded, name: str) -> frozenset[str]:
    """What is in memory of the instance that relation `name` leads to."""
    prefix = f"{name}__"
    return frozenset(path.removeprefix(prefix) for path in loaded or () if path.startswith(prefix))


def made(model: ClassLike, fields: dict[str, Field], given: frozenset[str]) -> Instance:
    """An instance made by a constructor or by `create`, with the names of the arguments given: its relations are
    in memory, but those of which only the key was given."""
    keys_only = {f"-{name}" for name in fields if f"{name}_id" in given and name not in given}
    return Instance(model, FRESH | keys_only)
