"""flake8's settings: which of our codes they mute, and whether the flake8 at hand has our plugin.

flake8 takes codes by their beginning, so `ignore = D`, meant for docstrings, mutes ours too. Neither flake8 nor what it
would load is imported. Facts: flake8 7.5, `style_guide.DecisionEngine` and `options.config`.
"""

import configparser
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from django_async_lint.surroundings import texts

FILES = ("setup.cfg", "tox.ini", ".flake8")
"""In the order in which flake8 takes the first of a folder that has its section."""
SECTIONS = ("flake8", "flake8:local-plugins")
KEYS = ("select", "ignore", "extend-select", "extend-ignore")
GROUP = "flake8.extension"
OURS = "django_async_lint"
DISTRIBUTION = "django-async-lint"
DEFAULT_SELECT = ("C90", "DAL", "E", "F", "W")
"""What is selected where no setting says, our plugin's own among them."""


@dataclass(frozen=True, slots=True)
class Flake8Settings:
    """What a file says of codes; None for a key that it does not have."""

    file: Path
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()

    def mutes(self, code: str) -> bool:
        """Whether flake8 leaves a code out: of what is written the longer match wins."""
        named = _longest((*(self.select or ()), *self.extend_select), code)
        unnamed = _longest((*(self.ignore or ()), *self.extend_ignore), code)
        if named and unnamed:
            selected = _longest((*(DEFAULT_SELECT if self.select is None else self.select), *self.extend_select), code)
            return len(selected) <= len(unnamed)
        if named or unnamed:
            return bool(unnamed)
        return self.select is not None or not _longest(DEFAULT_SELECT, code)

    def clash(self, code: str) -> str:
        """What mutes a code, as it is written."""
        for key, codes in (("ignore", self.ignore or ()), ("extend-ignore", self.extend_ignore)):
            if found := _longest(codes, code):
                return f"`{key} = {found}`"
        return f"`select = {','.join(self.select or ())}`"


def _longest(codes: Iterable[str], code: str) -> str:
    return max((each for each in codes if code.startswith(each)), key=len, default="")


def settings_of(folder: Path) -> Flake8Settings | None:
    """The settings that flake8 takes when it is run in a folder: the nearest, up to the home folder."""
    for each in (folder, *folder.parents):
        if each != folder and each == Path.home():
            return None
        for name in FILES:
            found = _read(each / name)
            if found is not None:
                return found
    return None


def _read(file: Path) -> Flake8Settings | None:
    parser = configparser.RawConfigParser()
    try:
        text = texts.read(file)
        parser.read_string(text or "")
    except (texts.CannotEdit, configparser.Error):
        return None
    if not any(section in parser for section in SECTIONS):
        return None
    if SECTIONS[0] not in parser:
        return Flake8Settings(file)
    return _settings(file, {key.replace("_", "-"): value or "" for key, value in parser[SECTIONS[0]].items()})


def of_arguments(file: Path, arguments: Iterable[str]) -> Flake8Settings:
    """The settings that arguments on flake8's command line give, `--ignore=D` or `--ignore D`, kept in a file."""
    words = iter(arguments)
    values = {}
    for word in words:
        key, is_joined, value = word.removeprefix("--").partition("=")
        if word.startswith("--") and key in KEYS:
            values[key] = value if is_joined else next(words, "")
    return _settings(file, values)


def _settings(file: Path, values: dict[str, str]) -> Flake8Settings:
    given = {key: _codes(value) for key, value in values.items() if key in KEYS}
    select, ignore, extend_select, extend_ignore = KEYS
    return Flake8Settings(
        file, given.get(select), given.get(ignore), given.get(extend_select, ()), given.get(extend_ignore, ())
    )


def _codes(value: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[,\s]+", value) if part)


def installed_version() -> str:
    """The release of the flake8 beside this linter; empty where there is none."""
    try:
        return metadata.version("flake8")
    except metadata.PackageNotFoundError:
        return ""


def is_seen() -> bool:
    """Whether the flake8 beside this linter finds our plugin."""
    return any(each.value.startswith(f"{OURS}.") for each in metadata.entry_points(group=GROUP))


def other_flake8() -> Path | None:
    """The flake8 that the shell would run where that is another one, of an environment without our plugin."""
    found = shutil.which("flake8")
    if found is None:
        return None
    folder = Path(found).resolve().parent
    if folder in (Path(sys.executable).parent, Path(sys.executable).resolve().parent):
        return None
    places: Sequence[str] = ("lib/python3*/site-packages", "Lib/site-packages")
    name = DISTRIBUTION.replace("-", "_")
    has_plugin = any(next(folder.parent.glob(f"{place}/{name}-*.dist-info"), None) for place in places)
    return None if has_plugin else Path(found)
