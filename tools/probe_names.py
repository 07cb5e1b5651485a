"""Runs in a scratch environment of `check_knowledge.py`: reads names from standard input, says what is wrong.

Request: JSON with `plain`, `blocking`, `awaitable` (lists of `dotted.name` or `dotted.Class:path.of.member`),
`aliases` and `roots`. Answer: JSON from kind of fault to names: `absent`, `is a coroutine` (listed as
blocking), `is no coroutine` (listed as awaitable), `other alias` (does not lead to its target), `unverified`
(in a module that cannot be imported here), `cannot be imported` (no root can). A member is followed through
properties, annotations and assignments in `__init__`; where the type of one cannot be told the rest is
believed.

Needs nothing but the standard library, and runs on whatever Python the environment has.
"""

import ast
import functools
import importlib
import importlib.util
import inspect
import json
import os
import sys
import textwrap
import typing
from typing import Any

UNKNOWN: Any = object()
ABSENT: Any = object()
BROKEN: Any = object()


def resolve(dotted: str) -> Any:
    """The object behind a dotted name, imported by its longest module prefix; ABSENT when there is none,
    BROKEN when a module on the way cannot be imported."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            value: Any = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError as error:
            if error.name and not dotted.startswith(error.name):
                return BROKEN
            continue
        except Exception:
            return BROKEN
        owner = sys.modules.get(".".join(parts[: length - 1]))
        if inspect.isclass(shadowed := getattr(owner, parts[length - 1], None)):
            value = shadowed
        for part in parts[length:]:
            value = member(value, part)
            if value is ABSENT or value is UNKNOWN:
                return value
        return value
    return ABSENT


def member(owner: Any, name: str) -> Any:
    """The member `name` of a module, class or object; for a property the class that it gives."""
    found = inspect.getattr_static(owner, name, ABSENT) if inspect.isclass(owner) else getattr(owner, name, ABSENT)
    if found is not ABSENT:
        return member_type(owner, found)
    if not inspect.isclass(owner):
        return ABSENT
    for base in inspect.getmro(owner):
        annotation = vars(base).get("__annotations__", {}).get(name, ABSENT)
        if annotation is not ABSENT:
            return from_annotation(annotation, base)
        assigned = assigned_in_source(base, name)
        if assigned is not ABSENT:
            return assigned
    if hasattr(owner, name):
        return getattr(owner, name)
    return ABSENT


def member_type(owner: Any, found: Any) -> Any:
    getter = None
    if isinstance(found, property):
        getter = found.fget
    elif isinstance(found, functools.cached_property):
        getter = found.func
    elif type(found).__name__ in {"cached_property", "CachedProperty"}:
        getter = getattr(found, "func", None)
    elif isinstance(found, staticmethod | classmethod):
        return found.__func__
    if getter is None:
        is_plain = inspect.isroutine(found) or inspect.isclass(found) or not hasattr(found, "__get__")
        return found if is_plain else UNKNOWN
    annotation = getattr(getter, "__annotations__", {}).get("return", ABSENT)
    return UNKNOWN if annotation is ABSENT else from_annotation(annotation, getter)


def from_annotation(annotation: Any, near: Any) -> Any:
    """The class that an annotation names, text or not; UNKNOWN where it cannot be told."""
    if isinstance(annotation, str):
        name = annotation.strip("'\" ")
        for wrapper in ("Optional[", "typing.Optional["):
            if name.startswith(wrapper):
                name = name[len(wrapper) : -1].strip("'\" ")
        return named_near(name.split("|")[0].strip().split("[")[0], near)
    origin = typing.get_origin(annotation)
    if origin is typing.Union:
        return from_annotation(typing.get_args(annotation)[0], near)
    if origin is not None:
        annotation = origin
    return annotation if inspect.isclass(annotation) else UNKNOWN


def named_near(name: str, near: Any) -> Any:
    init = vars(near).get("__init__") if inspect.isclass(near) else None
    module = sys.modules.get(getattr(init or near, "__module__", ""))
    if module is None or not name.replace(".", "").replace("_", "").isalnum():
        return UNKNOWN
    first, *rest = name.split(".")
    value = getattr(module, first, ABSENT)
    if value is ABSENT:
        value = imported_in_source(module, first)
    for part in rest:
        value = getattr(value, part, ABSENT)
    return value if inspect.isclass(value) else UNKNOWN


@functools.cache
def source_tree(thing: Any) -> ast.AST | None:
    parts: list[Any] = [thing, vars(thing).get("__init__")] if inspect.isclass(thing) else [thing]
    for part in parts:
        try:
            return ast.parse(textwrap.dedent(inspect.getsource(part)))
        except (OSError, TypeError, SyntaxError, IndentationError):
            continue
    return None


def imported_in_source(module: Any, name: str) -> Any:
    """What an import that only type checkers run would bind."""
    for node in ast.walk(source_tree(module) or ast.Module([], [])):
        if isinstance(node, ast.ImportFrom) and any((alias.asname or alias.name) == name for alias in node.names):
            original = next(alias.name for alias in node.names if (alias.asname or alias.name) == name)
            package = module.__package__ if node.level else None
            try:
                source = importlib.import_module("." * node.level + (node.module or ""), package)
            except ImportError:
                return UNKNOWN
            return getattr(source, original, UNKNOWN)
    return UNKNOWN


def assigned_in_source(owner: type, name: str) -> Any:
    """What a method of the class stores in `self.name`: the class it constructs, UNKNOWN or ABSENT."""
    for node in ast.walk(source_tree(owner) or ast.Module([], [])):
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        for target in targets:
            if isinstance(target, ast.Attribute) and target.attr == name and ast.unparse(target.value) == "self":
                value = node.value  # type: ignore[attr-defined]
                if isinstance(value, ast.Call):
                    return named_near(ast.unparse(value.func), owner)
                return UNKNOWN
    return ABSENT


def is_coroutine(value: Any) -> bool | None:
    """Whether a call gives an awaitable; None where it cannot be told."""
    if value is UNKNOWN:
        return None
    if isinstance(value, functools.partialmethod):
        value = value.func
    inner = inspect.unwrap(value) if callable(value) else value
    if inspect.iscoroutinefunction(inner) or inspect.iscoroutinefunction(value):
        return True
    if inner is not value or inspect.isasyncgenfunction(value):
        return None
    if inspect.isclass(value):
        is_called = any("__call__" in vars(base) for base in inspect.getmro(value))  # an instance stands in the place
        return hasattr(value, "__await__") or (is_coroutine(value.__call__) or None if is_called else False)
    try:
        annotation = inspect.signature(value).return_annotation
    except (TypeError, ValueError):
        return None
    if hasattr(from_annotation(annotation, value), "__await__"):
        return True
    text = str(annotation)
    if any(word in text for word in ("Awaitable", "Coroutine", "Future", "Async", "Context")):
        return None if "Union" in text or "|" in text else True
    is_told = text not in {"<class 'inspect._empty'>", "Any", "typing.Any"}
    return False if inspect.isfunction(value) and is_told else None


def look_up(name: str) -> Any:
    owner_name, colon, path = name.partition(":")
    value = resolve(owner_name)
    for part in path.split(".") if colon else ():
        if value is ABSENT or value is UNKNOWN or value is BROKEN:
            return value
        value = member(value, part)
    return value


def prepare(roots: list[str], names: list[str]) -> list[str]:
    """Imports the roots, Django's applications under settings of their own; says why when none can be."""
    os.environ.setdefault("OPENAI_API_KEY", "none")
    if importlib.util.find_spec("django") is not None:
        prefixes = {".".join(name.split(".")[:length]) for name in names for length in (1, 2)}
        applications = sorted(prefix for prefix in prefixes if is_application(prefix))
        importlib.import_module("django.conf").settings.configure(
            SECRET_KEY="none",
            INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", *applications],
            DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
            HAYSTACK_CONNECTIONS={"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}},
            MIDDLEWARE=["allauth.account.middleware.AccountMiddleware"],
            RQ_QUEUES={"default": {}},
            HUEY={"huey_class": "huey.MemoryHuey", "immediate": True},
            ELASTICSEARCH_DSL={"default": {"hosts": "http://localhost:9200"}},
        )
        try:
            importlib.import_module("django").setup()
        except Exception as error:
            return [f"{type(error).__name__}: {error}"[:120]]
    failures = []
    for root in roots:
        try:
            importlib.import_module(root)
        except BaseException as error:
            failures.append(f"{type(error).__name__}: {error}"[:120])
    return failures if len(failures) == len(roots) else []


def is_application(root: str) -> bool:
    first, *rest = root.split(".")
    found = importlib.util.find_spec(first)
    places = found.submodule_search_locations if found is not None else None
    return any(os.path.exists(os.path.join(place, *rest, "apps.py")) for place in places or ())


def main() -> None:
    request = json.load(sys.stdin)
    real_output, sys.stdout = sys.stdout, sys.stderr
    faults: dict[str, list[str]] = {
        "absent": [],
        "is a coroutine": [],
        "is no coroutine": [],
        "other alias": [],
        "unverified": [],
    }
    if failures := prepare(request["roots"], request["plain"] + request["blocking"]):
        print(json.dumps({"cannot be imported": failures}), file=real_output)
        return
    for group in ("plain", "blocking", "awaitable"):
        for name in request[group]:
            try:
                value = look_up(name)
            except Exception:  # a proxy that wants to be set up first
                value = BROKEN
            if value is BROKEN:
                faults["unverified"].append(name)
            elif value is ABSENT:
                faults["absent"].append(name)
            elif group == "blocking" and inspect.iscoroutinefunction(value):
                faults["is a coroutine"].append(name)
            elif group == "awaitable" and is_coroutine(value) is False:
                faults["is no coroutine"].append(name)
    for name, target in request["aliases"].items():
        value, meant = resolve(name), resolve(target)
        if value is BROKEN or meant is BROKEN:
            continue
        if value is ABSENT or (value is not meant and not inspect.ismodule(value)):
            faults["other alias"].append(name)
    print(json.dumps(faults), file=real_output)


if __name__ == "__main__":
    main()
