"""The oracle's faulty entry points as a person corrected them: `corrected/` holds functions and classes by the path of
the site's file in which each takes the place of the one with its name.

Only for entry points whose right answer no run of the faulty code shows: what raises for other reasons than Django's
guard, and coroutines that are lost.
"""

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.oracle import harness

CORRECTED = harness.HERE / "corrected"
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def names() -> frozenset[str]:
    """The entry points that are corrected."""
    found = set()
    for path in CORRECTED.rglob("*.py"):
        module = ".".join(path.relative_to(CORRECTED).with_suffix("").parts)
        found |= {f"{module}.{name}" for name, _ in _definitions(path.read_text())}
    return frozenset(found)


def corrected_site(target: Path) -> None:
    """Writes the site with everything that is corrected to `target`. Raises HarnessError for what replaces nothing."""
    shutil.copytree(harness.HERE / "site", target, ignore=shutil.ignore_patterns("__pycache__"))
    for path in CORRECTED.rglob("*.py"):
        faulty = target / path.relative_to(CORRECTED)
        faulty.write_text(_replaced(faulty.read_text(), dict(_definitions(path.read_text()))))


def _replaced(text: str, corrected: dict[str, list[str]]) -> str:
    lines = text.splitlines()
    places = {name: node for name, node in _nodes(text) if name in corrected}
    if missing := corrected.keys() - places.keys():
        raise harness.HarnessError(f"tests/oracle/corrected: the site has no {', '.join(sorted(missing))}")
    for name, node in sorted(places.items(), key=lambda place: -place[1].lineno):
        lines[_first_line(node) - 1 : node.end_lineno] = corrected[name]
    return "\n".join(lines) + "\n"


def _definitions(text: str) -> Iterator[tuple[str, list[str]]]:
    """The functions and classes of a file, each with its lines."""
    lines = text.splitlines()
    return ((name, lines[_first_line(node) - 1 : node.end_lineno]) for name, node in _nodes(text))


def _nodes(text: str) -> Iterator[tuple[str, Definition]]:
    return ((node.name, node) for node in ast.parse(text).body if isinstance(node, Definition))


def _first_line(node: Definition) -> int:
    return min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
