"""What a condition on a release says: `django.VERSION >= (5, 0)`, `sys.version_info`, `TYPE_CHECKING`.

Asked where modules are read and where functions are evaluated, so that both leave out the same branches. Resolves no
name: whoever asks says what an expression names. A condition that some of the possible releases meet says nothing.
"""

import ast
import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django_async_lint.config import SUPPORTED_RELEASES
from django_async_lint.project.requirements import text_of
from django_async_lint.project.target_release import stated_release

NameOf = Callable[[ast.expr], str | None]
GivenTo = Callable[[ast.Name], ast.expr | None]
Release = tuple[int, ...]

NEVER_TRUE = frozenset({"typing.TYPE_CHECKING", "typing_extensions.TYPE_CHECKING"})
"""What only type checkers take for true."""
DJANGO, PYTHON = "django.VERSION", "sys.version_info"
WORDS = ("VERSION", "version_info", "TYPE_CHECKING")
PARTS_OF_PYTHON = ("major", "minor", "micro")
MICROS = (0, 99)
"""The first and a late micro release, which a condition may tell apart."""
LATER = (99, 0, 0)
"""A release that is not out yet."""
LOWEST_PYTHON = (3, 8)
"""The lowest that Django 4.2 runs on."""
NEWEST_MINOR = 30
MOST_FLAGS = 5
"""How many flags are followed that are given one another."""
OPERATORS: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip
PYTHON_FILES = ("pyproject.toml", "setup.cfg", "setup.py", "Pipfile")
PYTHON_NEEDED = re.compile(
    r"""(?:requires-python|python_requires|^python(?:_version)?)\s*=\s*["'>^~=]*[^"'\n]*?(\d+)\.(\d+)""", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases that a project may run on."""

    django: tuple[Release, ...] = ()
    python: tuple[Release, ...] = ()


def releases_of(root: Path, target_django: str | None) -> Releases:
    """The possible releases of a project: the Django that its settings or requirements state, else every supported
    one; every Python from the lowest that it states."""
    stated = target_django or stated_release(root)[0]
    named = (stated,) if stated else SUPPORTED_RELEASES
    wanted = [tuple(map(int, each.split(".")[:2])) for each in named]
    lowest = max(_stated_python(root), LOWEST_PYTHON)
    minors: list[Release] = [(3, minor) for minor in range(lowest[1], NEWEST_MINOR)] if lowest[0] == 3 else [lowest]
    later = () if stated else (LATER,)
    return Releases((*_with_micros(wanted), *later), (*_with_micros(minors), LATER))


def _with_micros(releases: list[Release]) -> tuple[Release, ...]:
    return tuple((*release, micro) for release in releases for micro in MICROS)


def _stated_python(root: Path) -> Release:
    for name in PYTHON_FILES:
        found = PYTHON_NEEDED.search(text_of(root / name))
        if found is not None:
            return (int(found[1]), int(found[2]))
    return LOWEST_PYTHON


def asks_for_release(text: str) -> bool:
    """Whether a file may hold a condition on a release."""
    return any(word in text for word in WORDS)


def is_for_type_checkers(test: ast.expr) -> bool:
    """Whether a condition asks who is reading: what only type checkers read gives annotations their meaning."""
    return any(getattr(part, "id", getattr(part, "attr", "")) == "TYPE_CHECKING" for part in ast.walk(test))


def outcome(releases: Releases, test: ast.expr, name_of: NameOf, given_to: GivenTo, depth: int = 0) -> bool | None:
    """Whether a condition surely holds, or surely does not, on every possible release. `given_to` tells the expression
    that a flag was given."""
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            inner = outcome(releases, operand, name_of, given_to, depth)
            return None if inner is None else not inner
        case ast.BoolOp(op=kind, values=values):
            found = [outcome(releases, value, name_of, given_to, depth) for value in values]
            decisive = isinstance(kind, ast.Or)
            return decisive if decisive in found else None if None in found else not decisive
        case ast.Compare():
            return compared(releases, test, name_of)
        case ast.Name() if depth < MOST_FLAGS and (given := given_to(test)) is not None:
            return outcome(releases, given, name_of, given_to, depth + 1)
        case ast.Name() | ast.Attribute():
            return False if name_of(test) in NEVER_TRUE else None
        case _:
            return None


def _is_question(node: ast.Compare) -> bool:
    """Whether a comparison has the form of one with a release: cheap, and before any name is looked up."""
    match node:
        case ast.Compare(left=ast.Subscript() | ast.Attribute(), comparators=[ast.Constant(value=int())]):
            return True
        case ast.Compare(ops=[_], comparators=[ast.Tuple() | ast.List() as right]):
            return bool(right.elts) and all(isinstance(part, ast.Constant) for part in right.elts)
        case _:
            return False


def compared(releases: Releases, test: ast.Compare, name_of: NameOf) -> bool | None:
    """The outcome of a comparison with a release, None for any other."""
    compare = OPERATORS.get(type(test.ops[0])) if len(test.ops) == 1 else None
    if compare is None or not _is_question(test):
        return None
    try:
        wanted = ast.literal_eval(test.comparators[0])
        verdicts = {bool(compare(each, wanted)) for each in _parts(releases, test.left, name_of)}
    except (ValueError, TypeError):
        return None
    return verdicts.pop() if len(verdicts) == 1 else None


def _parts(releases: Releases, node: ast.expr, name_of: NameOf) -> list[Any]:
    """What `django.VERSION`, `VERSION[:2]`, `VERSION[0]`, `sys.version_info.major` may be; empty for what else."""
    match node:
        case ast.Subscript(value=inner, slice=ast.Slice(lower=None, upper=ast.Constant(value=int(end)), step=None)):
            return [each[:end] for each in _parts(releases, inner, name_of) if isinstance(each, tuple)]
        case ast.Subscript(value=inner, slice=ast.Constant(value=int(index))) if 0 <= index < len(LATER):
            return [each[index] for each in _parts(releases, inner, name_of) if isinstance(each, tuple)]
        case ast.Attribute(value=inner, attr=part) if part in PARTS_OF_PYTHON and name_of(inner) == PYTHON:
            return [each[PARTS_OF_PYTHON.index(part)] for each in releases.python]
        case ast.Name() | ast.Attribute():
            named = {DJANGO: releases.django, PYTHON: releases.python}
            return list(named.get(name_of(node) or "", ()))
        case _:
            return []
