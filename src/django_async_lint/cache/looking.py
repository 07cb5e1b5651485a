"""Whether a tree is still as notes of it have it: every listing, kind and content that a run asked for.

Size, time of change and inode stand for a content that was read, unless the file changed within two seconds of the
run that read it: then a later change need not show in them, and the content is read and compared. Kept notes are
compared with the tree as they were parsed, with no records made of them: what is not as it should be is not equal to
anything that is found.
"""

import os
import stat
from typing import Any

from django_async_lint import disk
from django_async_lint.disk import Listing, Notes, Stamp

UNSURE = 2 * 10**9
"""Nanoseconds within which a file may change again and show the same time of change."""

Plain = dict[str, Any]
"""Notes as JSON holds them."""


def plain(notes: Notes, began: int) -> Plain:
    """The notes of a run that began then, in nanoseconds. A file that was read needs no note of its kind."""
    kinds = {path: kind for path, kind in notes.kinds.items() if path not in notes.reads}
    return {"began": began, "kinds": kinds, "listings": notes.listings, "reads": notes.reads}


def notes_of(known: Plain) -> Notes:
    """Kept notes that have been found to be those of the tree."""
    reads = {path: Stamp(*stamp) for path, stamp in known["reads"].items()}
    return Notes("", dict(known["kinds"]), dict(known["listings"]), reads)


def is_same_shape(known: Plain, own: str) -> bool:
    """Whether all folders and all that was asked for by name are there or absent as before."""
    return all(disk.kind(path) == kind for path, kind in known["kinds"].items()) and all(
        _listing(folder, own) == names for folder, names in known["listings"].items()
    )


def _listing(folder: str, own: str) -> Listing | None:
    try:
        return disk.list_folder(folder, own)
    except (OSError, ValueError):
        return None


def restamped(known: Plain, now: int) -> Plain | None:
    """The notes with the stamps of all that was read as they are now, where no content has changed; else None."""
    sure = known["began"] - UNSURE
    fresh: dict[str, Stamp] = {}
    for path, (size, modified, inode, digest) in known["reads"].items():
        try:
            seen = os.stat(path)
        except (OSError, ValueError):
            return None
        if seen.st_size == size and seen.st_mtime_ns == modified and seen.st_ino == inode and modified < sure:
            continue
        if not stat.S_ISREG(seen.st_mode) or seen.st_size != size or _digest(path) != digest:
            return None
        fresh[path] = Stamp(size, seen.st_mtime_ns, seen.st_ino, digest)
    return {**known, "began": now, "reads": {**known["reads"], **fresh}} if fresh else known


def _digest(path: str) -> str:
    try:
        return disk.digest(disk.read(path))
    except (OSError, ValueError):
        return ""
