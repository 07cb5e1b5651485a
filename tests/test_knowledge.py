"""Every module of `knowledge/` holds literals only, and its library tables keep to one closed shape."""

import ast
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import django_async_lint.knowledge as package

MODULES = sorted(path for path in Path(package.__path__[0]).glob("*.py") if path.stem != "__init__")
EFFECTS = {"sleep", "http", "subprocess", "file", "stat", "socket", "sdk", "wait", "loop", "service", "cpu"}
REQUIRED = {"name", "roots", "source", "instead"}
DJANGO_EFFECTS = {"query", "cache", "template"}
OPTIONAL = {
    "calls", "advice", "returns", "classes", "coroutines", "awaitables", "unless", "aliases", "pure", "since",
    "until", "older", "dynamic", "constant_ok", "twins",
}  # fmt: skip
CLASS_KEYS = {
    "bases", "methods", "pure", "returns", "attributes", "reads", "enter", "enter_effect", "coroutines",
    "awaitables", "iter", "iterates", "unless", "async",
}  # fmt: skip
STARTS = {
    "add", "await", "call", "create", "do", "fetch", "keep", "load", "open", "parse", "read", "render",
    "resolve", "run", "send", "shut", "upload", "use", "wait", "write",
}  # fmt: skip
FOREIGN_WORDS = ("trio", "anyio", "nursery")


def entries() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every library entry with the name of the module that holds it."""
    for path in MODULES:
        module = importlib.import_module(f"{package.__name__}.{path.stem}")
        for entry in getattr(module, "LIBRARIES", ()):
            yield path.stem, entry


ENTRIES = list(entries())
IDS = [f"{module}:{entry['roots'][0]}" for module, entry in ENTRIES]


def is_literal(node: ast.expr) -> bool:
    """Whether an expression is a literal, or a frozenset of one."""
    if isinstance(node, ast.Call):
        is_frozenset = isinstance(node.func, ast.Name) and node.func.id == "frozenset"
        return is_frozenset and not node.keywords and all(is_literal(argument) for argument in node.args)
    try:
        ast.literal_eval(node)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_knowledge_module_holds_literals_only(path: Path) -> None:
    statements = ast.parse(path.read_text(encoding="utf-8")).body
    assert isinstance(statements[0], ast.Expr), "a module docstring comes first"
    for statement in statements:
        if isinstance(statement, ast.Expr):
            assert isinstance(statement.value, ast.Constant) and isinstance(statement.value.value, str)
            continue
        assert isinstance(statement, ast.Assign | ast.AnnAssign), f"line {statement.lineno} is not a table"
        assert statement.value is not None and is_literal(statement.value), f"line {statement.lineno}"


@pytest.mark.parametrize(("module", "entry"), ENTRIES, ids=IDS)
def test_an_entry_keeps_to_the_schema(module: str, entry: dict[str, Any]) -> None:
    assert entry.keys() >= REQUIRED
    assert not entry.keys() - REQUIRED - OPTIONAL
    assert isinstance(entry["roots"], tuple) and entry["roots"]
    assert entry["source"].startswith("https://")
    effects = EFFECTS | (DJANGO_EFFECTS if module.startswith("django") else set())
    assert set(entry.get("calls", {})) <= effects
    for name, known in entry.get("classes", {}).items():
        assert not known.keys() - CLASS_KEYS, name
        assert set(known.get("methods", {})) | set(known.get("reads", {})) <= effects, name
        assert isinstance(known.get("bases", ()), tuple), name
        assert known.get("iter", {"effect": "file"}).keys() == {"effect"}, name
        assert known.get("iter", {"effect": "file"})["effect"] in effects, name
        assert not (known.get("async") and known.get("methods")), (
            f"{name}: an asynchronous client never blocks"
        )


@pytest.mark.parametrize(("module", "entry"), ENTRIES, ids=IDS)
def test_advice_is_an_order_in_the_words_of_asyncio(module: str, entry: dict[str, Any]) -> None:
    for advice in (entry["instead"], *entry.get("advice", {}).values()):
        assert advice.split()[0] in STARTS, advice
        assert not advice.endswith(".") and "\n" not in advice, advice
        assert not any(word in advice for word in FOREIGN_WORDS), advice
    named = {name for names in entry.get("calls", {}).values() for name in names.split()}
    for class_name, known in entry.get("classes", {}).items():
        names = (name for names in known.get("methods", {}).values() for name in names.split())
        named.update(f"{class_name}.{name}" for name in names)
    assert not entry.get("advice", {}).keys() - named, "advice for a name that is not in this entry"


def effects_by_name() -> Iterator[tuple[str, str]]:
    for _, entry in ENTRIES:
        for effect, names in entry.get("calls", {}).items():
            yield from ((name, effect) for name in names.split())
        for class_name, known in entry.get("classes", {}).items():
            for effect, names in known.get("methods", {}).items():
                yield from ((f"{class_name}.{name}", effect) for name in names.split())


def test_a_name_is_given_once() -> None:
    seen: dict[str, str] = {}
    for name, effect in effects_by_name():
        assert name not in seen, f"{name}: {seen[name]} and {effect}"
        seen[name] = effect


def test_a_class_is_described_once() -> None:
    names = [name for _, entry in ENTRIES for name in entry.get("classes", {})]
    assert sorted(names) == sorted(set(names))


def test_a_pure_name_has_no_effect() -> None:
    blocking = {name for name, _ in effects_by_name()}
    for _, entry in ENTRIES:
        assert not blocking.intersection(entry.get("pure", "").split())
        for class_name, known in entry.get("classes", {}).items():
            assert not blocking.intersection(f"{class_name}.{name}" for name in known.get("pure", "").split())


def test_every_class_that_is_named_is_described() -> None:
    """A return type without an entry says nothing: either describe it or leave it out."""
    described = {name for _, entry in ENTRIES for name in entry.get("classes", {})}
    named = set()
    for _, entry in ENTRIES:
        named.update(entry.get("returns", {}).values())
        for known in entry.get("classes", {}).values():
            named.update(known.get("returns", {}).values())
            named.update(known.get("attributes", {}).values())
            named.update(known.get("bases", ()))
            named.update(known[key] for key in ("enter", "iterates") if known.get(key))
    elsewhere = ("django.", "argument:", "settings.", "builtins.")
    assert not {name for name in named - described if not name.startswith(elsewhere)}


def test_an_alias_leads_to_a_name_and_ends_there() -> None:
    aliases = {name: target for _, entry in ENTRIES for name, target in entry.get("aliases", {}).items()}
    assert not aliases.keys() & set(aliases.values())


def test_the_tables_are_as_wide_as_promised() -> None:
    """A library counts when the tables hold at least three of its calls, blocking or awaitable."""
    counted: dict[str, int] = {}
    run_time_only = set()
    for _, entry in ENTRIES:
        if entry["name"] in ("python", "Django"):
            continue
        groups = [*entry.get("calls", {}).values(), entry.get("coroutines", ""), entry.get("awaitables", "")]
        for known in entry.get("classes", {}).values():
            groups += [
                *known.get("methods", {}).values(),
                known.get("coroutines", ""),
                known.get("awaitables", ""),
            ]
        counted[entry["name"]] = counted.get(entry["name"], 0) + len(" ".join(groups).split())
        if entry.get("dynamic"):
            run_time_only.add(entry["name"])
    wide = [name for name, count in counted.items() if count >= 3]
    assert len(wide) >= 120
    assert len(run_time_only) * 5 <= len(wide)


CLASSES = {name: known for _, entry in ENTRIES for name, known in entry.get("classes", {}).items()}
LIBRARY_SPECS = Path(__file__).parent / "specs" / "libraries"
LIBRARIES_WITH_ALL = 300


def class_effects(name: str) -> set[str]:
    """Everything that has an effect on an instance of a class, its bases' included: methods, reads, iteration."""
    known = CLASSES.get(name, {})
    groups = [*known.get("methods", {}).values(), *known.get("reads", {}).values()]
    groups += [known.get("coroutines", ""), known.get("awaitables", "")]
    groups += [key for key in ("iter", "enter_effect") if known.get(key)]
    found = {f"{name}.{member}" for member in " ".join(groups).split()}
    return found.union(*(class_effects(base) for base in known.get("bases", ())))


def library_effects(entries: list[dict[str, Any]]) -> set[str]:
    """Every call and read of a library that blocks, computes or makes an awaitable."""
    found: set[str] = set()
    for entry in entries:
        groups = [*entry.get("calls", {}).values(), entry.get("coroutines", ""), entry.get("awaitables", "")]
        found.update(" ".join(groups).split())
        made = {*entry.get("classes", {}), *entry.get("returns", {}).values()}
        found.update(*(class_effects(name) for name in made))
    return found


def libraries_with_a_spec() -> set[str]:
    """The headings in `tests/specs/libraries` under which at least one line is marked."""
    return {
        case.partition("\n")[0].strip()
        for spec in LIBRARY_SPECS.glob("*.md")
        for case in re.split(r"(?m)^## ", spec.read_text("utf-8"))[1:]
        if "#: DAL" in case
    }


def known_with_all() -> list[str]:
    """The libraries that one can begin to use, whose calls and way out are known, and that a spec shows."""
    by_name: dict[str, list[dict[str, Any]]] = {}
    for _, entry in ENTRIES:
        if entry["name"] not in ("python", "Django"):
            by_name.setdefault(entry["name"], []).append(entry)
    shown = libraries_with_a_spec()
    return [
        name
        for name, entries in by_name.items()
        if name in shown
        and any(entry.get(key) for entry in entries for key in ("classes", "returns", "calls", "coroutines"))
        and all(entry["instead"] and entry["source"] for entry in entries)
        and len(library_effects(entries)) >= 3
    ]


def test_as_many_libraries_as_promised_are_known_with_all() -> None:
    """A factory or a call to begin with, three effects, a way out, a source, and a spec with a marked line."""
    assert len(known_with_all()) >= LIBRARIES_WITH_ALL


def test_every_library_spec_is_named_after_a_library() -> None:
    assert not libraries_with_a_spec() - {entry["name"] for _, entry in ENTRIES}


def test_a_path_of_attributes_is_not_read() -> None:
    """Reads are looked up attribute by attribute: a path wants a class of its own for its first part."""
    assert not [
        f"{name}: {read}"
        for name, known in CLASSES.items()
        for read in " ".join(known.get("reads", {}).values()).split()
        if "." in read or "*" in read
    ]


@pytest.mark.parametrize(("module", "entry"), ENTRIES, ids=IDS)
def test_names_lie_below_the_roots(module: str, entry: dict[str, Any]) -> None:
    roots = entry["roots"]
    names = [name for names in entry.get("calls", {}).values() for name in names.split()]
    names += [
        *entry.get("classes", {}),
        *entry.get("coroutines", "").split(),
        *entry.get("awaitables", "").split(),
    ]
    stray = [name for name in names if not any(name == root or name.startswith(f"{root}.") for root in roots)]
    assert not stray


STANDARD = [(module, entry) for module, entry in ENTRIES if entry["name"] == "python"]


def found(dotted: str) -> bool:
    """Whether a dotted name can be imported in the running Python."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            value: object = importlib.import_module(".".join(parts[:length]))
        except ImportError:
            continue
        for part in parts[length:]:
            if not hasattr(value, part):
                return False
            value = getattr(value, part)
        return True
    return False


NOT_EVERYWHERE = {"os.splice", "os.lockf", "os.posix_fallocate", "select.epoll", "selectors.EpollSelector"}
NEWER_THAN_SUPPORTED = {"pathlib.Path.walk"}
ONLY_ON_INSTANCES = {
    "threading.Lock.acquire", "asyncio.Condition.acquire", "multiprocessing.context.BaseContext.Process",
}  # fmt: skip


@pytest.mark.parametrize(("module", "entry"), STANDARD, ids=[f"{m}:{e['roots'][0]}" for m, e in STANDARD])
def test_every_standard_library_name_exists(module: str, entry: dict[str, Any]) -> None:
    until = entry.get("until")
    if until and sys.version_info[:2] > tuple(map(int, until.split("."))):
        pytest.skip(f"removed after Python {until}")
    names = [name for names in entry.get("calls", {}).values() for name in names.split()]
    names += [
        *entry.get("coroutines", "").split(),
        *entry.get("returns", {}),
        *entry.get("aliases", {}).values(),
    ]
    for class_name, known in entry.get("classes", {}).items():
        if class_name.endswith("()"):
            continue
        names.append(class_name)
        listed = [*known.get("methods", {}).values(), known.get("pure", ""), known.get("coroutines", "")]
        members = [*" ".join(listed).split(), *known.get("returns", {}), *known.get("unless", {})]
        names += [f"{class_name}.{member}" for member in members if "*" not in member]
    missing = {name for name in names if not found(name)}
    assert not missing - NOT_EVERYWHERE - NEWER_THAN_SUPPORTED - ONLY_ON_INSTANCES
