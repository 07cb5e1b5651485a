"""ruff's settings: whether ruff would take our noqa comments for a mistake and remove them.

`external` names codes, by their beginning, that belong to other tools. Facts: ruff 0.17, rules RUF100 and RUF102.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from django_async_lint.surroundings import texts, toml_text
from django_async_lint.surroundings.texts import CannotEdit
from django_async_lint.surroundings.toml_text import Table

FILES = (".ruff.toml", "ruff.toml", "pyproject.toml")
"""In the order in which ruff takes the first of a folder."""
PREFIX = "DAL"
REMOVING = ("RUF100", "RUF102")
"""The rules that remove comments with codes that ruff does not know: the first beside an unused code of its own, in
0.14 always."""
SELECTING = ("select", "extend-select", "fixable", "extend-fixable")


@dataclass(frozen=True, slots=True)
class RuffSettings:
    """ruff's settings as a file has them: `table` are the keys that lead to its own table there."""

    file: Path
    text: str
    table: tuple[str, ...]
    values: Table

    @property
    def external(self) -> list[str]:
        """The codes of other tools that ruff is told."""
        found: list[str] = []
        for path in (("lint", "external"), ("external",)):
            value = toml_text.value_at(self.values, path)
            found += [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
        return found

    @property
    def knows_us(self) -> bool:
        """Whether ruff leaves our codes alone."""
        return any(PREFIX.startswith(each) for each in self.external)

    @property
    def removes_comments(self) -> bool:
        """Whether a rule is selected that removes comments with unknown codes."""
        return any(_selects(self._codes("select", "extend-select"), rule) for rule in REMOVING)

    def _codes(self, *keys: str) -> list[str]:
        found: list[str] = []
        for key in keys:
            for path in (("lint", key), (key,)):
                value = toml_text.value_at(self.values, path)
                found += [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
        return found


def _selects(codes: Iterable[str], rule: str) -> bool:
    return any(code == "ALL" or rule.startswith(code) for code in codes)


def settings_of(folders: Iterable[Path], read: Callable[[Path], str | None] = texts.read) -> RuffSettings | None:
    """ruff's settings in the nearest of these folders that has any. Raises CannotEdit for a file that is no TOML."""
    for folder in folders:
        for name in FILES:
            file = folder / name
            text = read(file)
            if text is None or (name == "pyproject.toml" and "ruff" not in text):
                continue
            values = table_of(file, text)
            if values is not None:
                return RuffSettings(file, text, _keys(file), values)
    return None


def table_of(file: Path, text: str) -> Table | None:
    """ruff's own table in the text of a file; None where it has none. Raises CannotEdit."""
    try:
        values = toml_text.value_at(toml_text.parsed(text), _keys(file))
    except CannotEdit as error:
        raise CannotEdit(f"{file}: {error}") from None
    return values if isinstance(values, dict) else None


def _keys(file: Path) -> tuple[str, ...]:
    return ("tool", "ruff") if file.name == "pyproject.toml" else ()


def with_external(settings: RuffSettings, text: str) -> str:
    """The text of ruff's settings with our codes among those of other tools. Raises CannotEdit."""
    is_old = "external" in settings.values and toml_text.value_at(settings.values, ("lint", "external")) is None
    table = settings.table if is_old else (*settings.table, "lint")
    return toml_text.with_item(text, table, "external", PREFIX)
