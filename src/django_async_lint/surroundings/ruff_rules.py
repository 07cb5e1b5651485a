"""Which rules ruff reports in a file, by its settings as they stand. ruff is not run.

Facts, measured with ruff 0.17: of `select` and `ignore` the longer match wins, an equal one is ignored; `extend` takes
what a file itself does not say from another; patterns are of a file's name or of its path, and `*` goes across
folders. What is not understood counts as not reported.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path

from django_async_lint.surroundings import ruff, toml_text
from django_async_lint.surroundings.ruff import RuffSettings
from django_async_lint.surroundings.texts import CannotEdit
from django_async_lint.surroundings.toml_text import Table

Read = Callable[[Path], str | None]
ALL = "ALL"
WEIGHT_OF_ALL = 1
PATTERNS = ("exclude", "extend-exclude")
DEEPEST = 8
"""How many files may extend each other."""
Codes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuffRules:
    """What settings of ruff say of rules. `selected` is None where no `select` says; patterns count from `folder`."""

    folder: str
    selected: Codes | None
    added: Codes
    ignored: Codes
    by_pattern: tuple[tuple[str, Codes], ...]
    excluded: Codes

    def reports(self, code: str, path: str, default: Iterable[str]) -> bool:
        """Whether ruff looks for a rule in the file at an absolute path; `default` are those on by themselves."""
        is_default = self.selected is None and code in default
        chosen = max(WEIGHT_OF_ALL if is_default else 0, _longest(code, (*(self.selected or ()), *self.added)))
        if chosen <= _longest(code, self.ignored) or self._is_excluded(path):
            return False
        return not any(_longest(code, codes) and self._names(pattern, path) for pattern, codes in self.by_pattern)

    def _is_excluded(self, path: str) -> bool:
        inside = os.path.relpath(path, self.folder).split(os.sep)
        parts = (os.path.join(self.folder, *inside[: count + 1]) for count in range(len(inside)))
        return any(self._names(pattern, part) for part in parts for pattern in self.excluded)

    def _names(self, pattern: str, path: str) -> bool:
        """Whether a pattern names a path; one in braces, which is not understood, counts as if it did."""
        if "{" in pattern:
            return True
        if pattern.startswith("!"):
            return not self._names(pattern[1:], path)
        expression = re.compile(translate(os.path.join(self.folder, pattern)))
        return bool(expression.match(path) or re.match(translate(pattern), os.path.basename(path)))


def _longest(code: str, prefixes: Iterable[str]) -> int:
    """The weight of the longest of these that begins a code; `ALL` begins each, and is the shortest."""
    begins = (each for each in prefixes if each == ALL or code.startswith(each))
    return max((WEIGHT_OF_ALL if each == ALL else len(each) + 1 for each in begins), default=0)


def rules_for(folders: Iterable[Path], read: Read) -> RuffRules | None:
    """The rules of the nearest settings of ruff in these folders; None where there are none, or where they cannot be
    read."""
    try:
        settings = ruff.settings_of(folders, read)
        return _rules(settings, read) if settings is not None else None
    except CannotEdit:
        return None


def _rules(settings: RuffSettings, read: Read) -> RuffRules | None:
    """The rules of settings together with those that they extend, the farthest first."""
    chain = list(_chain(settings, read))
    if any(each is None for each in chain):
        return None
    selected: Codes | None = None
    added: Codes = ()
    ignored: Codes = ()
    excluded: Codes = ()
    by_pattern: dict[str, Codes] = {}
    for values in (each for each in reversed(chain) if each is not None):
        lint = {**values, **_table(values, "lint")}
        if "select" in lint:
            selected, added, ignored = _codes(lint, "select"), (), ()
        added += _codes(lint, "extend-select")
        ignored += (*_codes(lint, "ignore"), *_codes(lint, "extend-ignore"))
        places = ((table, key) for table in (values, _table(values, "lint")) for key in PATTERNS)
        excluded += tuple(pattern for table, key in places for pattern in _codes(table, key))
        if "per-file-ignores" in lint:
            by_pattern = {}
        for key in ("per-file-ignores", "extend-per-file-ignores"):
            table = _table(lint, key)
            by_pattern.update({pattern: (*by_pattern.get(pattern, ()), *_codes(table, pattern)) for pattern in table})
    return RuffRules(str(settings.file.parent), selected, added, ignored, tuple(by_pattern.items()), excluded)


def _chain(settings: RuffSettings, read: Read) -> Iterator[Table | None]:
    """The tables of settings and of those that they extend, the nearest first; None for one that cannot be read."""
    file, values = settings.file, settings.values
    for _ in range(DEEPEST):
        yield values
        name = values.get("extend")
        if not isinstance(name, str):
            return
        file = file.parent / name
        text = read(file)
        table = ruff.table_of(file, text) if text is not None else None
        if table is None:
            break
        values = table
    yield None


def _table(values: Table, key: str) -> Table:
    found = toml_text.value_at(values, (key,))
    return found if isinstance(found, dict) else {}


def _codes(values: Table, key: str) -> Codes:
    found = values.get(key)
    return tuple(each for each in found if isinstance(each, str)) if isinstance(found, list) else ()
