"""Which Python files a target names: folders walked in a fixed order, files taken as they are.

Looks at names of files and folders and at .gitignore files; reads no Python. Symbolic links met on the way
are never followed: what they lead to is found under its own name, or lies outside the tree. What a user
names is taken: patterns that exclude or ignore it, or a folder above it, only hold for a walk from above.
"""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import translate
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django_async_lint import disk
from django_async_lint.config import Config, ConfigError
from django_async_lint.project.layout import MARKERS, project_root

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

TRAILING_STARS = re.compile(r"/\*\*(?=\s*$)")
ANYWHERE = "^(?:.+/)?"
"""What the expression of a pattern that names a file in any folder begins with, as pathspec writes it."""
NO_SUCH_PATH = "no such file or folder"
NAMED_GROUP = re.compile(r"\(\?P<\w+>")

TESTS = ("tests/", "tests.py", "test_*.py", "conftest.py")
"""Names of the files and folders that hold tests."""

ConfigOf = Callable[[Path], Config]


@dataclass(frozen=True, slots=True)
class Target:
    """A file to check by its absolute path, and the root of the project that holds it."""

    root: Path
    absolute: str

    @property
    def path(self) -> Path:
        """The absolute path."""
        return Path(self.absolute)

    @property
    def relative(self) -> str:
        """The path relative to the root, with `/`; `.` for the root itself."""
        return self.absolute[len(_with_separator(self.root)) :].replace(os.sep, "/") or "."


def discover(paths: Sequence[str | Path], config_of: ConfigOf, buffers: Collection[str] = ()) -> list[Target]:
    """The files that `paths` name, each once, sorted by root and path.

    `config_of` gives the settings of a root; `buffers` are absolute paths that need not exist on disk. A file
    or folder that is named is taken whatever the excludes say. Raises ConfigError for a missing path.
    """
    absent = missing(paths, buffers)
    if absent:
        raise ConfigError(*(f"{path}: {NO_SUCH_PATH}" for path in absent))
    found: dict[str, Target] = {}
    for path in paths:
        absolute = os.path.abspath(path)
        if disk.is_folder(absolute) and absolute not in buffers:
            found.update((target.absolute, target) for target in _walk(absolute, config_of))
        else:
            found[absolute] = Target(project_root(Path(absolute)), absolute)
    ordered = sorted(found.values(), key=lambda target: target.absolute.split(os.sep))
    return sorted(ordered, key=lambda target: target.root.parts)


def missing(paths: Sequence[str | Path], buffers: Collection[str] = ()) -> list[str | Path]:
    """Those of `paths` that neither exist on disk nor stand in `buffers`."""
    return [path for path in paths if not _exists(path) and os.path.abspath(path) not in buffers]


def _exists(path: str | Path) -> bool:
    return bool(os.fspath(path)) and disk.exists(os.path.abspath(path))


def folder_in_repository(folder: Path) -> str:
    """Where `folder` lies below the top of its repository, with `/`; `.` at the top and outside of any."""
    for top in (folder, *folder.parents):
        if disk.exists(top / ".git"):
            return folder.relative_to(top).as_posix()
    return "."


@cache
def path_pattern(pattern: str) -> re.Pattern[str]:
    """What a path relative to the root must match to be named by `pattern`, as .gitignore has it.

    A pattern without a slash names a file or folder anywhere, one with a slash starts at the root; `**` is
    any number of folders; whatever names a folder names all below it.
    """
    anywhere = "" if _is_anchored(pattern) else "(?:.*/)?"
    return re.compile(f"(?s:{anywhere}{_expression(pattern)}(?:/.*)?)\\Z")


def is_named_by(path: str, patterns: Iterable[str]) -> bool:
    """Whether one of `patterns` names `path`, which is relative to the root with `/`."""
    return any(path_pattern(pattern).match(path) for pattern in patterns)


def _is_anchored(pattern: str) -> bool:
    return "/" in pattern.rstrip("/") or pattern.startswith("./")


def _expression(pattern: str) -> str:
    """The regular expression of a pattern: of a name, or of a path from the root when it is anchored."""
    regex = ""
    parts = pattern.removeprefix("./").strip("/").split("/")
    for index, part in enumerate(parts):
        is_last = index == len(parts) - 1
        if part == "**":
            regex += ".+" if is_last else "(?:.*/)?"
        else:
            name = translate(part).removeprefix("(?s:").removesuffix(r")\Z").removesuffix(r")\z")
            regex += name.replace(".*", "[^/]*") + ("" if is_last else "/")
    return regex


@dataclass(frozen=True, slots=True)
class _Area:
    """A project root on a walk and what its settings exclude there: entries by name, entries by path."""

    root: Path
    start: int
    names: re.Pattern[str] | None
    paths: re.Pattern[str] | None

    def excludes(self, name: str, path: str) -> bool:
        """Whether a pattern names the entry itself; the folders above it have been asked on the way."""
        if self.names is not None and self.names.fullmatch(name):
            return True
        if self.paths is None:
            return False
        return self.paths.fullmatch(path[self.start :].replace(os.sep, "/")) is not None


def _area(root: Path, config: Config) -> _Area:
    names: list[str] = []
    paths: list[str] = []
    for pattern in (*config.exclude, *config.extend_exclude):
        whole = pattern.rstrip("/").removesuffix("/**") or pattern  # all that is in a folder: the folder
        (paths if _is_anchored(pattern) else names).append(_expression(whole))
    return _Area(root, len(_with_separator(root)), _any_of(names), _any_of(paths))


def _any_of(expressions: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{each})" for each in expressions), re.DOTALL) if expressions else None


def _with_separator(folder: str | Path) -> str:
    return str(folder).rstrip(os.sep) + os.sep


def _walk(start: str, config_of: ConfigOf) -> Iterator[Target]:
    area_of = cache(lambda root: _area(root, config_of(root)))
    pending = [(start, area_of(project_root(Path(start))), _ignores_above(Path(start)))]
    while pending:
        folder, area, ignores = pending.pop()
        try:
            names = _names(folder)
        except PermissionError:
            # Whoever reads it will say so: what cannot be listed is not passed over.
            yield Target(area.root, folder)
            continue
        if "pyvenv.cfg" in names and folder != start:
            continue
        if not names.keys().isdisjoint(MARKERS):
            area = area_of(project_root(Path(folder)))
        if ".git" in names:
            ignores = ()
        if ".gitignore" in names:
            ignores = (*ignores, *_read_gitignore(Path(folder)))
        for name, kind in names.items():
            is_folder = kind == disk.FOLDER
            if not is_folder and not (name.endswith(".py") and kind == disk.FILE):
                continue
            path = os.path.join(folder, name)
            if area.excludes(name, path) or _is_ignored(path, is_folder, ignores):
                continue
            if is_folder:
                pending.append((path, area, ignores))
            else:
                yield Target(area.root, path)


def _names(folder: str) -> disk.Listing:
    try:
        return disk.listing(folder)
    except PermissionError:
        raise
    except OSError:
        return {}


@dataclass(frozen=True, slots=True)
class _Ignore:
    """The rules of one .gitignore; `base` is its folder with a separator at the end. `names`, `paths` match
    all that a rule could have an opinion on, so that the exact answer is sought for these alone."""

    base: str
    spec: "GitIgnoreSpec"
    names: re.Pattern[str] | None
    paths: re.Pattern[str] | None

    def verdict(self, path: str, is_folder: bool) -> bool | None:
        """Whether `path` is ignored; None without a rule for it. The folders above have been asked before."""
        relative = path.removeprefix(self.base).replace(os.sep, "/") + ("/" if is_folder else "")
        name = relative[relative.rfind("/", 0, -1) + 1 :]
        if not (self.names and self.names.match(name)) and not (self.paths and self.paths.match(relative)):
            return None
        return self.spec.check_file(relative).include


def _ignores_above(folder: Path) -> tuple[_Ignore, ...]:
    """The rules from above `folder` that hold for it: those up to the top of its repository, but not the
    rules that ignore the folder itself."""
    if disk.exists(folder / ".git"):
        return ()
    above: list[Path] = []
    for parent in folder.parents:
        above.insert(0, parent)
        if disk.exists(parent / ".git"):
            break
    else:
        return ()
    ignores: tuple[_Ignore, ...] = ()
    for place, below in zip(above, [*above[1:], folder], strict=True):
        ignores = (*ignores, *_read_gitignore(place))
        if _is_ignored(str(below), True, ignores):
            ignores = ()
    return ignores


def _read_gitignore(folder: Path) -> tuple[_Ignore, ...]:
    try:
        text = disk.text(folder / ".gitignore", "surrogateescape")
    except OSError:
        return ()
    from pathspec import GitIgnoreSpec

    try:
        # `x/**` is all below x but not x itself; on a walk `x/*` says the same, and pathspec agrees with git.
        spec = GitIgnoreSpec.from_lines([TRAILING_STARS.sub("/*", line) for line in text.splitlines()])
    except ValueError:
        return ()
    names, paths = [], []
    for pattern in spec.patterns:
        if pattern.regex is None:
            continue
        expression = NAMED_GROUP.sub("(?:", pattern.regex.pattern)
        own_name = expression.removeprefix(ANYWHERE)
        has_slash = "/" in own_name.replace("(?:/)", "").replace("[^/]", "")
        if own_name == expression or has_slash:
            paths.append(expression)
        else:
            names.append(own_name)
    return (_Ignore(_with_separator(folder), spec, _any_of(names), _any_of(paths)),)


def _is_ignored(path: str, is_folder: bool, ignores: tuple[_Ignore, ...]) -> bool:
    """Whether git would ignore `path`: the nearest .gitignore that has an opinion decides."""
    for ignore in reversed(ignores):
        verdict = ignore.verdict(path, is_folder)
        if verdict is not None:
            return verdict
    return False
