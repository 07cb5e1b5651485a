"""Which Python files a target names: folders walked in a fixed order, files taken as they are.

Looks at names of files and folders and at .gitignore files; reads no Python. Symbolic links met on the way
are never followed: what they lead to is found under its own name, or lies outside the tree.
"""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import translate
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django_async_lint.config import Config, ConfigError
from django_async_lint.project.layout import MARKERS, project_root

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

TRAILING_STARS = re.compile(r"/\*\*(?=\s*$)")

ConfigOf = Callable[[Path], Config]


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """A file to check, absolute, and the root of the project that holds it."""

    root: Path
    path: Path


def discover(paths: Sequence[str | Path], config_of: ConfigOf, buffers: Collection[str] = ()) -> list[Target]:
    """The files that `paths` name, each once, sorted by root and path.

    `config_of` gives the settings of a root; `buffers` are absolute paths that need not exist on disk. A file
    is taken whatever its name or the excludes say; a folder is walked. Raises ConfigError for a missing path.
    """
    missing = [path for path in paths if not os.path.exists(path) and os.path.abspath(path) not in buffers]
    if missing:
        raise ConfigError(*(f"{path}: no such file or folder" for path in missing))
    found: set[Target] = set()
    for path in paths:
        absolute = Path(os.path.abspath(path))
        if absolute.is_dir() and str(absolute) not in buffers:
            found.update(_walk(absolute, config_of))
        else:
            found.add(Target(project_root(absolute), absolute))
    return sorted(found)


@cache
def path_pattern(pattern: str) -> re.Pattern[str]:
    """What a path relative to the root must match to be named by `pattern`, as .gitignore has it.

    A pattern without a slash names a file or folder anywhere, one with a slash starts at the root; `**` is
    any number of folders; whatever names a folder names all below it.
    """
    anchored = "/" in pattern.rstrip("/")
    regex = "" if anchored else "(?:.*/)?"
    parts = pattern.strip("/").split("/")
    for index, part in enumerate(parts):
        is_last = index == len(parts) - 1
        if part == "**":
            regex += ".+" if is_last else "(?:.*/)?"
        else:
            name = translate(part).removeprefix("(?s:").removesuffix(r")\Z").removesuffix(r")\z")
            regex += name.replace(".*", "[^/]*") + ("" if is_last else "/")
    return re.compile(f"(?s:{regex}(?:/.*)?)\\Z")


def is_named_by(path: str, patterns: Iterable[str]) -> bool:
    """Whether one of `patterns` names `path`, which is relative to the root with `/`."""
    return any(path_pattern(pattern).match(path) for pattern in patterns)


def _walk(folder: Path, config_of: ConfigOf) -> Iterator[Target]:
    root = project_root(folder)
    pending = [(folder, root, _ignores_above(folder))]
    while pending:
        folder, root, ignores = pending.pop()
        try:
            entries = _entries(folder)
        except PermissionError:
            yield Target(
                root, folder
            )  # whoever reads it will say so: what cannot be listed is not passed over
            continue
        names = {entry.name for entry in entries}
        if not names.isdisjoint(MARKERS):
            root = project_root(folder)
        if ".git" in names:
            ignores = ()
        if ".gitignore" in names:
            ignores = (*ignores, *_read_gitignore(folder))
        config = config_of(root)
        excluded = (*config.exclude, *config.extend_exclude)
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if not is_folder and not (entry.name.endswith(".py") and entry.is_file(follow_symlinks=False)):
                continue
            path = Path(entry.path)
            relative = path.relative_to(root).as_posix()
            if is_named_by(relative, excluded) or _is_ignored(entry.path, is_folder, ignores):
                continue
            if not is_folder:
                yield Target(root, path)
            elif not os.path.exists(os.path.join(entry.path, "pyvenv.cfg")):
                pending.append((path, root, ignores))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except PermissionError:
        raise
    except OSError:
        return []


Ignore = tuple[str, "GitIgnoreSpec"]


def _ignores_above(folder: Path) -> tuple[Ignore, ...]:
    """The .gitignore files above `folder` that hold for it: those up to the top of its repository."""
    if (folder / ".git").exists():
        return ()
    above: list[Path] = []
    for parent in folder.parents:
        above.insert(0, parent)
        if (parent / ".git").exists():
            return tuple(ignore for place in above for ignore in _read_gitignore(place))
    return ()


def _read_gitignore(folder: Path) -> tuple[Ignore, ...]:
    from pathspec import GitIgnoreSpec

    try:
        text = (folder / ".gitignore").read_text("utf-8", "surrogateescape")
        # `x/**` is all below x but not x itself; on a walk `x/*` says the same, and pathspec agrees with git.
        lines = [TRAILING_STARS.sub("/*", line) for line in text.splitlines()]
        return ((str(folder).rstrip(os.sep) + os.sep, GitIgnoreSpec.from_lines(lines)),)
    except (OSError, ValueError):
        return ()


def _is_ignored(path: str, is_folder: bool, ignores: tuple[Ignore, ...]) -> bool:
    """Whether git would ignore `path`: the nearest .gitignore that has an opinion decides."""
    for base, spec in reversed(ignores):
        relative = path.removeprefix(base).replace(os.sep, "/")
        verdict = spec.check_file(relative + "/" if is_folder else relative).include
        if verdict is not None:
            return verdict
    return False
