"""What was found in single files, for faces that ask for one after another, each perhaps in a process of its own.

What nearly every file's outcome depends on, the tree as it was seen, is kept once; beside a file's rows stands only
what its own analysis looked at besides. Rows are texts with a line and a column: nothing of them is executed.
"""

import json
import os
import time
from collections.abc import Iterable, Sequence
from zlib import crc32

from django_async_lint import disk
from django_async_lint.cache import folder, looking
from django_async_lint.cache.looking import Plain
from django_async_lint.cache.runs import BAD, FORMAT, tool
from django_async_lint.disk import Mark, Notes

MOST_TREES = 8
MOST_FILES = 20_000

Row = tuple[int, int, str]
"""Line, column and text of a finding."""


class Kept:
    """The rows of the files of one project as they are kept in a cache, for one set of settings: `asked` tells which.

    `notes` are those to be taken while a file is analysed. Whether the tree is as it was is asked once.
    """

    def __init__(self, cache: str, asked: Sequence[str]) -> None:
        self.notes = Notes(cache)
        self._cache = cache
        self._asked = [*asked, tool()]
        self._name = f"{crc32(json.dumps(self._asked).encode()):08x}"
        self._began = time.time_ns()
        self._tree = ""
        self._mark = Mark()
        known = self._known_tree()
        if known is not None:
            self._begin(*known)

    def rows(self, path: str, content: bytes) -> list[Row] | None:
        """The rows of the file at an absolute path that holds this content; None where they are not known."""
        if not self._tree:
            return None
        now = disk.digest(content)
        if self._digest(path) not in (now, ""):
            return None  # it has changed since the tree was looked at
        try:
            data = folder.read(self._cache, self._entry(path))
            if data is None:
                return None
            tree, place, digest, seen, rows = json.loads(data)
            if (tree, place, digest) != (self._tree, path, now) or not _holds(seen, self._cache):
                return None
            return [(_number(line), _number(column), _text(text)) for line, column, text in rows]
        except BAD:
            return None

    def keep(self, path: str, rows: Iterable[Row]) -> None:
        """Keeps the rows of a file that was analysed while the notes were taken."""
        if not self.notes.is_whole or not (self._tree or self._keep_tree()):
            return
        with disk.noting(self.notes):
            seen = looking.plain(disk.noted_since(self._mark), self._began)
        _write(self._cache, self._entry(path), [self._tree, path, self._digest(path), seen, list(rows)])

    def _digest(self, path: str) -> str:
        noted = self.notes.reads.get(path)
        return noted.digest if noted is not None else ""

    def _keep_tree(self) -> bool:
        """Makes what was seen so far the tree, unless another process has told of one meanwhile."""
        known = self._known_tree()
        if known is not None:
            own = self.notes
            self._begin(*known)
            with disk.noting(self.notes):
                disk.add(own)
            return True
        tree = f"{time.time_ns()} {os.getpid()}"
        data = [FORMAT, self._asked, tree, looking.plain(self.notes, self._began)]
        if not _write(self._cache, os.path.join("trees", f"{self._name}.json"), data):
            return False
        folder.keep_newest(os.path.join(self._cache, "trees"), MOST_TREES)
        folder.keep_newest(os.path.join(self._cache, "files"), MOST_FILES)
        self._begin(tree, self.notes)
        return True

    def _begin(self, tree: str, notes: Notes) -> None:
        notes.own = self._cache
        self.notes, self._tree = notes, tree
        with disk.noting(notes):
            self._mark = disk.mark()

    def _known_tree(self) -> tuple[str, Notes] | None:
        """The tree that was told of last and its notes, where it is still like that."""
        data = folder.read(self._cache, os.path.join("trees", f"{self._name}.json"))
        if data is None:
            return None
        try:
            format, asked, tree, seen = json.loads(data)
            if (format, asked) != (FORMAT, self._asked) or not _holds(seen, self._cache):
                return None
            return _text(tree), looking.notes_of(seen)
        except BAD:
            return None

    def _entry(self, path: str) -> str:
        name = crc32(path.encode("utf-8", "surrogatepass"), int(self._name, 16))
        return os.path.join("files", f"{name:08x}.json")


def _holds(seen: Plain, cache: str) -> bool:
    return looking.is_same_shape(seen, cache) and looking.restamped(seen, 0) is not None


def _write(cache: str, name: str, data: object) -> bool:
    return folder.write(cache, name, json.dumps(data, separators=(",", ":")).encode("ascii"))


def _number(thing: object) -> int:
    if type(thing) is not int:
        raise ValueError("not a number")
    return thing


def _text(thing: object) -> str:
    if type(thing) is not str:
        raise ValueError("not a text")
    return thing
