"""What is asked of the file system, noted for whoever keeps what came of it: kinds, listings and bytes.

Discovery, the layout of imports, templates, settings and sources look at a tree through here and nowhere else, so
that the notes of a run are all that its outcome depends on, absences included. Knows no Python and no settings.
While notes are taken a folder is listed once; without them nothing is kept.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

MOST_BYTES = 64 * 1024 * 1024
"""The size from which a file is not read: no source is as large, and a sparse file may claim any size."""
FILE, FOLDER, LINK, OTHER, NOTHING = "file", "folder", "link", "other", ""
"""The kinds of what lies at a path. A listing tells links as such; the kind of a path is that of what it leads to."""

Listing = dict[str, str]
"""The names in a folder, each with its kind."""


class Stamp(NamedTuple):
    """What tells a file's content: its size and digest, and by what the file is recognised without reading it."""

    size: int
    modified: int
    inode: int
    digest: str


class NotRegularError(OSError):
    """Something that is not a regular file was to be read."""

    def __init__(self) -> None:
        super().__init__("it is not a regular file")


class TooLargeError(OSError):
    """A file that is larger than any source was to be read."""

    def __init__(self) -> None:
        super().__init__(f"it is larger than {MOST_BYTES >> 20} MiB")


@dataclass(slots=True)
class Notes:
    """All that was asked and what came back, by path as it was asked for. `own` is the folder of the cache, which is
    left out of listings; after a failure that may not happen again the notes are not `whole`."""

    own: str = ""
    kinds: dict[str, str] = field(default_factory=dict)
    listings: dict[str, Listing] = field(default_factory=dict)
    reads: dict[str, Stamp] = field(default_factory=dict)
    is_whole: bool = True


_notes: Notes | None = None


@contextmanager
def noting(notes: Notes | None) -> Iterator[None]:
    """Takes notes meanwhile, or none; what is in them already is not asked again."""
    global _notes
    before, _notes = _notes, notes
    try:
        yield
    finally:
        _notes = before


def current() -> Notes | None:
    """The notes that are being taken."""
    return _notes


class Mark(NamedTuple):
    """A place in the notes: how many there were of each sort."""

    kinds: int = 0
    listings: int = 0
    reads: int = 0


def mark() -> Mark:
    """The place where the notes are now."""
    return Mark(len(_notes.kinds), len(_notes.listings), len(_notes.reads)) if _notes is not None else Mark()


def noted_since(place: Mark) -> Notes:
    """What was noted after a place."""
    if _notes is None:
        return Notes()
    return Notes(
        "",
        dict(islice(_notes.kinds.items(), place.kinds, None)),
        dict(islice(_notes.listings.items(), place.listings, None)),
        dict(islice(_notes.reads.items(), place.reads, None)),
        _notes.is_whole,
    )


def add(more: Notes) -> None:
    """Adds what another process noted."""
    if _notes is not None:
        _add(_notes, more)


def joined(several: Iterable[Notes]) -> Notes:
    """The notes of several processes."""
    whole = Notes()
    for notes in several:
        _add(whole, notes)
    return whole


def _add(notes: Notes, more: Notes) -> None:
    notes.kinds.update(more.kinds)
    notes.listings.update(more.listings)
    notes.reads.update(more.reads)
    notes.is_whole = notes.is_whole and more.is_whole


def kind(path: str | Path) -> str:
    """What a path leads to: a file, a folder, something else or nothing."""
    path = os.fspath(path)
    if _notes is None:
        return _kind(path)
    folder, _, name = path.rpartition(os.sep)
    known = _notes.listings.get(folder, {}).get(name)  # no name in a listing may still be one in another case
    if known not in (FILE, FOLDER):
        known = _notes.kinds.get(path)
    if known is None:
        known = _notes.kinds[path] = _kind(path)
    return known


def _kind(path: str) -> str:
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return NOTHING
    return FILE if stat.S_ISREG(mode) else FOLDER if stat.S_ISDIR(mode) else OTHER


def is_file(path: str | Path) -> bool:
    """Whether a path leads to a regular file."""
    return kind(path) == FILE


def is_folder(path: str | Path) -> bool:
    """Whether a path leads to a folder."""
    return kind(path) == FOLDER


def exists(path: str | Path) -> bool:
    """Whether a path leads to anything."""
    return kind(path) != NOTHING


def listing(folder: str) -> Listing:
    """What lies in a folder. Raises OSError."""
    if _notes is None:
        return list_folder(folder, "")
    known = _notes.listings.get(folder)
    if known is None:
        try:
            known = _notes.listings[folder] = list_folder(folder, _notes.own)
        except (FileNotFoundError, NotADirectoryError):
            kind(folder)
            raise
        except OSError:
            _notes.is_whole = False
            raise
    return known


def list_folder(folder: str, own: str) -> Listing:
    """What lies in a folder but for one path and what comes and goes, not noted. Raises OSError."""
    with os.scandir(folder) as entries:
        listing = {entry.name: _kind_of_entry(entry) for entry in entries if entry.path != own}
    return {name: kind for name, kind in listing.items() if name[0] not in "._" or not _comes_and_goes(name, kind)}


def _comes_and_goes(name: str, kind: str) -> bool:
    """Whether this is what other tools leave in a folder: byte code, an editor's hidden files."""
    if name[0] == ".":
        return kind != FOLDER and name not in (".git", ".gitignore") and not name.endswith(".py")
    return name == "__pycache__"


def _kind_of_entry(entry: "os.DirEntry[str]") -> str:
    if entry.is_file(follow_symlinks=False):
        return FILE
    if entry.is_dir(follow_symlinks=False):
        return FOLDER
    return LINK if entry.is_symlink() else OTHER


def names_in(folder: str) -> Listing:
    """The same, empty where a folder cannot be listed."""
    try:
        return listing(folder)
    except OSError:
        return {}


def below(folder: str | Path, path: str) -> str:
    """Where a path that is relative to `folder`, with `/`, lies: written as everything else names it there."""
    return os.path.normpath(os.path.join(folder, path))


def walk(top: str) -> Iterator[tuple[str, list[str], Listing]]:
    """The folders from `top` down, each with those in it, which the caller may take out, and all that is in it."""
    pending = [top]
    while pending:
        folder = pending.pop()
        names = names_in(folder)
        folders = [name for name, of_kind in names.items() if of_kind == FOLDER]
        yield folder, folders, names
        pending.extend(os.path.join(folder, name) for name in folders)


def read(path: str | Path) -> bytes:
    """The bytes of a regular file. Raises OSError for anything that cannot be read, pipes and devices too, and
    ValueError for what no path can be."""
    path = os.fspath(path)
    notes = _notes
    try:
        seen = os.stat(path)
        if stat.S_ISDIR(seen.st_mode) and not os.access(path, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if not stat.S_ISREG(seen.st_mode):  # before it is opened: opening a pipe waits
            raise NotRegularError
        if seen.st_size > MOST_BYTES:
            raise TooLargeError
        with open(path, "rb") as file:
            data = file.read()
    except (FileNotFoundError, NotADirectoryError, NotRegularError):
        kind(path)
        raise
    except OSError:
        if notes is not None:
            notes.is_whole = False
        raise
    if notes is not None:
        notes.reads[path] = Stamp(len(data), seen.st_mtime_ns, seen.st_ino, digest(data))
    return data


def digest(data: bytes) -> str:
    """A text that tells contents apart."""
    from hashlib import sha256  # OpenSSL: 3 ms that a warm run does without

    return sha256(data).hexdigest()[:32]


def text(path: str | Path, errors: str = "strict") -> str:
    """The text of a UTF-8 file, its line ends as `\\n`. Raises OSError and ValueError."""
    return read(path).decode("utf-8", errors).replace("\r\n", "\n").replace("\r", "\n")
