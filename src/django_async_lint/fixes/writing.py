"""How a mended file gets to disk: at once or not at all, in its own encoding, with its mode; never over a change."""

import difflib
import io
import os
import stat
import tempfile
import tokenize
from contextlib import suppress
from pathlib import Path

NEW = 0o666
WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class CannotWrite(Exception):
    """A file that is left as it was; the message says why."""


def unified(before: str, after: str, old: str, new: str) -> str:
    """The unified diff of two texts of these names; empty where they are the same."""
    lines = difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), old, new)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def encoded(text: str, original: bytes) -> bytes:
    """The text in the encoding of the bytes that it was read from, their byte order mark kept. Raises CannotWrite."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(original).readline)
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        raise CannotWrite(f"its fix cannot be written in {encoding}: {error.reason}") from None


def write(path: Path, original: bytes, data: bytes) -> None:
    """Replaces the file in one step. Raises CannotWrite where it is not what was read, or may not be written."""
    target = Path(os.path.realpath(path))
    try:
        if target.read_bytes() != original:
            raise CannotWrite("it has changed on disk meanwhile")
        if not os.access(target, os.W_OK) or not target.stat().st_mode & WRITABLE:  # root may write everything
            raise CannotWrite("it is read-only")
        _replace(target, data)
    except OSError as error:
        raise CannotWrite(error.strerror or str(error)) from None


def write_whole(target: Path, data: bytes) -> None:
    """Writes a file of the linter's own in one step, over what is there. Raises OSError."""
    if target.exists():
        _replace(Path(os.path.realpath(target)), data)
        return
    mask = os.umask(0)
    os.umask(mask)
    _replace(target, data, NEW & ~mask)


def _replace(target: Path, data: bytes, mode: int | None = None) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".dal")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, stat.S_IMODE(target.stat().st_mode) if mode is None else mode)
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
