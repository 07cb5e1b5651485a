"""Whether a tree is still as notes of it have it: every listing, kind and content that a run asked for.

Size, time of change and inode stand for a content that was read, unless the file changed within two seconds of the
run that read it: then a later change need not show in them, and the content is read and compared.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django_async_lint import disk
from django_async_lint.disk import Listing, Notes, Stamp

UNSURE = 2 * 10**9
"""Nanoseconds within which a file may change again and show the same time of change."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The notes of a run. `began` is when, in nanoseconds."""

    began: int
    kinds: dict[str, str] = field(default_factory=dict)
    listings: dict[str, dict[str, str]] = field(default_factory=dict)
    reads: dict[str, Stamp] = field(default_factory=dict)


def seen(notes: Notes, began: int) -> Seen:
    """Notes as they are kept. A file that was listed or read needs no note of its kind."""
    kinds = {path: kind for path, kind in notes.kinds.items() if path not in notes.reads}
    return Seen(began, kinds, notes.listings, notes.reads)


def is_same_shape(known: Seen, own: str) -> bool:
    """Whether all folders and all that was asked for by name are there or absent as before."""
    return all(disk.kind(path) == kind for path, kind in known.kinds.items()) and all(
        _listing(folder, own) == names for folder, names in known.listings.items()
    )


def _listing(folder: str, own: str) -> Listing | None:
    try:
        return disk.list_folder(folder, own)
    except (OSError, ValueError):
        return None


def restamped(known: Seen, began: int) -> Mapping[str, Stamp] | None:
    """The stamps of all that was read, as they are now, where no content has changed; None where one has."""
    fresh: dict[str, Stamp] = {}
    for path, stamp in known.reads.items():
        now = stamp_now(path, stamp, known.began)
        if now is None or now.digest != stamp.digest:
            return None
        fresh[path] = now
    return fresh


def stamp_now(path: str, known: Stamp, began: int) -> Stamp | None:
    """The stamp of a file that had the stamp `known` in a run that began then; None where it is not to be read."""
    try:
        now = os.stat(path)
        size, modified, inode, _ = known
        if now.st_size == size and now.st_mtime_ns == modified and now.st_ino == inode and modified < began - UNSURE:
            return known
        if not stat.S_ISREG(now.st_mode) or now.st_size != size:
            return None
        data = disk.read(path)
    except (OSError, ValueError):
        return None
    return Stamp(len(data), now.st_mtime_ns, now.st_ino, disk.digest(data))


def changed(known: Mapping[str, Stamp], fresh: Mapping[str, Stamp]) -> Iterator[str]:
    """The paths whose stamps differ."""
    return (path for path, stamp in fresh.items() if stamp is not known.get(path))
