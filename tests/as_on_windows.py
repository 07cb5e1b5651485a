"""Runs the command line as if on Windows: `python tests/as_on_windows.py FOLDER [DRIVE=FOLDER ...] -- ARGUMENTS`.

Paths are those of `ntpath`, the drive `C:` is FOLDER, the working directory is `C:\\site`, and what Windows has not
(`os.fork`, `os.getuid`, `fcntl`) is taken away. Real are the files; what is pretended is how they are named. It must
stay a thin skin: names on the way in and out, and no answer of its own.
"""

import asyncio  # noqa: F401 - what is not ours knows only this machine, and is imported before that changes
import builtins
import io
import ntpath
import os
import pathlib
import posixpath
import sys
from collections.abc import Callable, Iterator
from functools import wraps
from types import TracebackType
from typing import Any

import click  # noqa: F401
import libcst.matchers  # noqa: F401
import pathspec  # noqa: F401

WORKING = "C:\\site"
MISSING = "fork getuid geteuid sched_getaffinity fchmod killpg waitpid"
MODULES = "fcntl grp pwd resource termios"
BY_NAME = "access chmod listdir lstat makedirs mkdir open remove rmdir stat unlink utime"
OF_FILES = "exists is_dir is_file is_symlink mkdir open read_bytes read_text stat touch unlink write_bytes write_text"

drives: dict[str, str] = {}
real_scandir = os.scandir
real_path = pathlib.PosixPath


def here(name: Any) -> Any:
    """Where on this machine lies what a path of Windows names."""
    if not isinstance(name, (str, os.PathLike)):
        return name
    text = os.fspath(name)
    if text == os.devnull or text.startswith("/"):
        return text
    drive, rest = ntpath.splitdrive(ntpath.join(WORKING, text))
    parts = ntpath.normpath(rest).strip("\\").split("\\")
    return posixpath.join(drives.get(drive.upper(), "/nowhere"), *(part for part in parts if part))


def by_name(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, given a path of Windows first."""

    @wraps(function)
    def translated(name: Any, *rest: Any, **named: Any) -> Any:
        return function(here(name), *rest, **named)

    return translated


def by_two_names(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, given two paths of Windows."""
    return lambda old, new: function(here(old), here(new))


class Entry:
    """An entry of a folder, whose path is one of Windows."""

    def __init__(self, folder: str, entry: "os.DirEntry[str]") -> None:
        self.name, self.path, self._entry = entry.name, ntpath.join(folder, entry.name), entry

    def __getattr__(self, name: str) -> Any:
        return getattr(self._entry, name)


class Entries:
    """What `os.scandir` gives."""

    def __init__(self, folder: Any) -> None:
        self._folder, self._entries = os.fspath(folder), real_scandir(here(folder))

    def __enter__(self) -> "Entries":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._entries.close()

    def __iter__(self) -> Iterator[Entry]:
        return (Entry(self._folder, entry) for entry in self._entries)


class WindowsPath(pathlib.PureWindowsPath):
    """A path of Windows that leads to something."""

    @classmethod
    def cwd(cls) -> "WindowsPath":
        return cls(WORKING)

    @classmethod
    def home(cls) -> "WindowsPath":
        return cls("C:\\home")

    def absolute(self) -> "WindowsPath":
        return type(self)(ntpath.abspath(self))

    resolve = absolute

    def iterdir(self) -> Iterator["WindowsPath"]:
        return (self / name for name in os.listdir(self))


def of_file(name: str) -> Callable[..., Any]:
    """What a path does with the file that it leads to."""
    return lambda path, *rest, **named: getattr(real_path(here(path)), name)(*rest, **named)


for each in OF_FILES.split():
    setattr(WindowsPath, each, of_file(each))


def pretend() -> None:
    """Changes this process; nothing of ours may have been imported before."""
    for name in BY_NAME.split():
        setattr(os, name, by_name(getattr(os, name)))
    for name in MISSING.split():
        if hasattr(os, name):
            delattr(os, name)
    for name in MODULES.split():
        sys.modules[name] = None  # type: ignore[assignment]
    opened = by_name(builtins.open)
    for module, name, pretended in (
        (os, "replace", by_two_names(os.replace)),
        (os, "scandir", Entries),
        (os, "getcwd", lambda: WORKING),
        (os, "path", ntpath),
        (os, "sep", "\\"),
        (os, "altsep", "/"),
        (io, "open", opened),
        (builtins, "open", opened),
        (pathlib, "Path", WindowsPath),
    ):
        setattr(module, name, pretended)
    sys.modules["os.path"] = ntpath


def main() -> None:
    divide = sys.argv.index("--")
    drives["C:"] = sys.argv[1]
    drives.update((each[:2], each[3:]) for each in sys.argv[2:divide])
    pretend()
    from django_async_lint.cli import run

    sys.exit(run(sys.argv[divide + 1 :]))


if __name__ == "__main__":
    main()
