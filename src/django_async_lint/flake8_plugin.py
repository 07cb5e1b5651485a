"""The flake8 plugin: the findings of one file, as flake8 asks for them, equal to those of `dal check`.

Settings come from the linted file's own project; noqa at the reported line is left to flake8. Nothing here
prints, exits or raises: flake8 may run inside an editor's long-lived process, and an exception would end the
whole run.
"""

import argparse
import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from django_async_lint import __version__
from django_async_lint.check import analyse, findings_of, garbage_collector_off, sources
from django_async_lint.config import Config, ConfigError, Settings, read_table
from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analyse import Analyser
from django_async_lint.merging import merge
from django_async_lint.output.plain import plain
from django_async_lint.project.layout import root_of
from django_async_lint.project.project import Project
from django_async_lint.source import SourceError, decode, encode
from django_async_lint.suppression import is_suppressed_at_sink

if TYPE_CHECKING:
    from flake8.options.manager import OptionManager

OPTIONS = {
    "target-django": "The Django release that the code runs on, such as 5.2.",
    "min-confidence": "The least confidence to show: low, medium or high.",
}

Result = tuple[int, int, str, type["Plugin"]]
"""Line from 1, column from 0, text with the code, and the plugin, as flake8 has them."""


@dataclass(frozen=True)
class Workplace:
    """One project under analysis; kept for the files of one flake8 run and never longer."""

    config: Config
    project: Project
    analyser: Analyser


class Plugin:
    """What flake8 makes for each file. `lines` are the text to check, whatever the disk says."""

    name = "django-async-lint"
    version = __version__
    settings: ClassVar[Settings] = Settings()
    workplaces: ClassVar[dict[Path, Workplace]] = {}

    def __init__(self, tree: ast.AST, filename: str, lines: Sequence[str]) -> None:
        self.filename = "stdin" if filename == "-" else filename
        self.text = "".join(lines)

    @classmethod
    def add_options(cls, manager: "OptionManager") -> None:
        """Declares the options, also for flake8's configuration file."""
        for key, help in OPTIONS.items():
            manager.add_option(
                f"--dal-{key}", type=_checked(key), parse_from_config=True, default=None, help=help
            )

    @classmethod
    def parse_options(cls, options: argparse.Namespace) -> None:
        """Takes the options of a run; what an earlier run in this process knew is forgotten."""
        names = [key.replace("-", "_") for key in OPTIONS]
        given = {name: getattr(options, f"dal_{name}") for name in names}
        cls.settings = Settings({name: value for name, value in given.items() if value is not None})
        cls.workplaces = {}

    def run(self) -> Iterator[Result]:
        """The findings of the file."""
        try:
            with garbage_collector_off():
                found = self._diagnostics()
        except ConfigError as error:
            yield (1, 0, f"DAL003 settings cannot be used: {plain(str(error))}", Plugin)
        except Exception as error:
            yield (1, 0, f"DAL003 internal error: {type(error).__name__}: {plain(str(error))}", Plugin)
        else:
            for each in found:
                yield (each.start.line, each.start.column - 1, f"{each.code} {plain(each.message)}", Plugin)

    def _diagnostics(self) -> list[Diagnostic]:
        root = root_of(self.filename)
        workplace = self.workplaces.get(root)
        if workplace is None:
            workplace = self.workplaces[root] = _open(root, self.settings)
        absolute = str(Path(self.filename).absolute())
        if not _is_text_of(workplace.project, absolute, self.text):
            workplace = _open(root, self.settings, {absolute: encode(self.text)})
        path = workplace.project.relative(absolute)
        source_of = sources(workplace.project)
        found = findings_of(analyse(workplace.analyser, path), path, workplace.config, source_of)
        loud = [each for each in found if not is_suppressed_at_sink(each.diagnostic, source_of)]
        return [finding.diagnostic for finding in merge(loud)]


def _checked(key: str) -> "type[str]":
    """A type for argparse that takes what the setting `key` takes."""

    def check(value: str) -> str:
        try:
            read_table({key: value}, "flake8")
        except ConfigError as error:
            raise argparse.ArgumentTypeError(str(error)) from None
        return value

    return check  # type: ignore[return-value]


def _open(root: Path, settings: Settings, buffers: dict[str, bytes] | None = None) -> Workplace:
    config = settings.of(root)
    project = Project(root, config, buffers or {})
    return Workplace(config, project, Analyser(project))


def _is_text_of(project: Project, absolute: str, text: str) -> bool:
    """Whether the project holds `text` at this path already; not so for an editor's buffer or a changed file.

    A file that cannot be decoded reaches flake8 as Latin-1.
    """
    try:
        data = project.data(absolute)
    except SourceError:
        return False
    try:
        known = decode(data)
    except SourceError:
        known = data.decode("latin-1")
    return _normalised(known) == _normalised(text)


def _normalised(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff"))
