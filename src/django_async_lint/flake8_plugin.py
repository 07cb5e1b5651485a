"""The flake8 plugin: the findings of one file, as flake8 asks for them, equal to those of `dal check`.

Settings come from the linted file's own project; noqa at the reported line is left to flake8. Nothing here
prints, exits or raises: flake8 may run inside an editor's long-lived process, and an exception would end the
whole run. What a file gave before is asked of the cache; analysis is imported only where that does not tell.
"""

import argparse
import ast
import gc
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from django_async_lint import __version__
from django_async_lint.cache.files import Kept, Row
from django_async_lint.caching import asked_of, folder_of
from django_async_lint.config import ConfigError, Settings, read_table
from django_async_lint.disk import noting
from django_async_lint.output.plain import plain
from django_async_lint.project.layout import root_of
from django_async_lint.source import SourceError, decode, encode, read_bytes

if TYPE_CHECKING:
    from flake8.options.manager import OptionManager

    from django_async_lint.file_by_file import Workplace

OPTIONS = {
    "target-django": "The Django release that the code runs on, such as 5.2.",
    "profile": "What to look for: regular, pedantic or migration.",
    "min-confidence": "The least confidence to show: low, medium or high.",
}

Result = tuple[int, int, str, type["Plugin"]]
"""Line from 1, column from 0, text with the code, and the plugin, as flake8 has them."""


class Plugin:
    """What flake8 makes for each file. `lines` are the text to check, whatever the disk says."""

    name = "django-async-lint"
    version = __version__
    settings: ClassVar[Settings] = Settings()
    is_cached: ClassVar[bool] = True
    workplaces: ClassVar[dict[Path, "Workplace"]] = {}
    kept: ClassVar[dict[Path, Kept]] = {}

    def __init__(self, tree: ast.AST, filename: str, lines: Sequence[str]) -> None:
        self.filename = "stdin" if filename == "-" else filename
        self.text = "".join(lines)

    @classmethod
    def add_options(cls, manager: "OptionManager") -> None:
        """Declares the options, also for flake8's configuration file."""
        for key, help in OPTIONS.items():
            manager.add_option(f"--dal-{key}", type=_checked(key), parse_from_config=True, default=None, help=help)
        manager.add_option(
            "--dal-no-cache", action="store_true", parse_from_config=True, default=False,
            help="Neither read nor write the cache of the project.",
        )  # fmt: skip

    @classmethod
    def parse_options(cls, options: argparse.Namespace) -> None:
        """Takes the options of a run; what an earlier run in this process knew is forgotten."""
        names = [key.replace("-", "_") for key in OPTIONS]
        given = {name: getattr(options, f"dal_{name}") for name in names}
        cls.settings = Settings({name: value for name, value in given.items() if value is not None})
        cls.is_cached = not options.dal_no_cache
        if cls.workplaces:  # of an earlier run in the same process
            gc.unfreeze()
        cls.workplaces = {}
        cls.kept = {}

    def run(self) -> Iterator[Result]:
        """The findings of the file."""
        try:
            rows = self._rows()
        except ConfigError as error:
            yield (1, 0, f"DAL003 settings cannot be used: {plain(str(error))}", Plugin)
        except Exception as error:
            yield (1, 0, f"DAL003 internal error: {type(error).__name__}: {plain(str(error))}", Plugin)
        else:
            for line, column, text in rows:
                yield (line, column, text, Plugin)

    def _rows(self) -> list[Row]:
        root = root_of(self.filename)
        absolute = os.path.abspath(self.filename)
        kept = self._kept_for(root)
        known = self._known(kept, absolute) if kept is not None else None
        if known is not None:
            return known
        from django_async_lint.file_by_file import workplace

        place = self.workplaces.get(root)
        with noting(kept.notes if kept is not None else None):
            if place is None:
                place = self.workplaces[root] = workplace(root, self.settings)
            is_as_read = _is_text_of(place.project.data, absolute, self.text)
            if not is_as_read:
                place = workplace(root, self.settings, {absolute: encode(self.text)})
            found = place.diagnostics(absolute)
        gc.freeze()  # else every later collection, and the end of the process, goes through the trees of the project
        rows = [(each.start.line, each.start.column - 1, f"{each.code} {plain(each.message)}") for each in found]
        if kept is not None and is_as_read and not any(each.code == "DAL003" for each in found):
            kept.keep(absolute, rows)
        return rows

    def _known(self, kept: Kept, absolute: str) -> list[Row] | None:
        """The rows of a file that are kept, where what flake8 read is what they were found in."""
        if not _is_text_of(read_bytes, absolute, self.text):
            return None
        return kept.rows(absolute, read_bytes(absolute))

    def _kept_for(self, root: Path) -> Kept | None:
        """What is kept of the files of a project; None where no cache is wanted."""
        if self.is_cached and root not in self.kept:
            self.kept[root] = Kept(folder_of(self.filename, self.settings), asked_of(root, self.settings))
        return self.kept.get(root)


def _checked(key: str) -> "type[str]":
    """A type for argparse that takes what the setting `key` takes."""

    def check(value: str) -> str:
        try:
            read_table({key: value}, "flake8")
        except ConfigError as error:
            raise argparse.ArgumentTypeError(str(error)) from None
        return value

    return check  # type: ignore[return-value]


def _is_text_of(read: Callable[[str], bytes], absolute: str, text: str) -> bool:
    """Whether a file as it is read holds this text; not so for an editor's buffer or a changed file.

    A file that cannot be decoded reaches flake8 as Latin-1.
    """
    try:
        data = read(absolute)
    except SourceError:
        return False
    try:
        known = decode(data)
    except SourceError:
        known = data.decode("latin-1")
    return _normalised(known) == _normalised(text)


def _normalised(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff"))
