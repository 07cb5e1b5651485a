"""The folder of the cache: whose it is, what lies in it, and how files come there whole or not at all."""

import os
import stat
import time
from contextlib import suppress
from pathlib import Path

DEFAULT = ".dal_cache"
TAG = "CACHEDIR.TAG"
SIGNATURE = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# A cache of django-async-lint; it may be removed at any time. See https://bford.info/cachedir/\n"
)
"""What tells backup programs that a folder holds nothing but a cache."""
KEPT = ("runs", "trees", "files")
"""The folders within a cache."""
MOST_BYTES = 256 * 1024 * 1024
"""The size from which a file is no entry of ours."""


def is_own(folder: str) -> bool:
    """Whether a folder is there, is no link, and belongs to the user, who alone may write to it."""
    try:
        seen = os.lstat(folder)
    except (OSError, ValueError):
        return False
    if not stat.S_ISDIR(seen.st_mode):
        return False
    return not hasattr(os, "getuid") or (seen.st_uid == os.getuid() and not seen.st_mode & stat.S_IWOTH)


def read(folder: str, name: str) -> bytes | None:
    """The bytes of a file in the cache; None where there is none, or none to be trusted."""
    path = os.path.join(folder, name)
    try:
        if not is_own(folder) or not is_own(os.path.dirname(path)):
            return None
        seen = os.lstat(path)
        if not stat.S_ISREG(seen.st_mode) or seen.st_size > MOST_BYTES:
            return None
        with open(path, "rb") as file:
            return file.read()
    except (OSError, ValueError):
        return None


def write(folder: str, name: str, data: bytes) -> bool:
    """Writes a file of the cache, whole or not at all; False where that is not possible, which is no fault."""
    path = os.path.join(folder, name)
    try:
        if not _is_ready(folder):
            return False
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if not is_own(os.path.dirname(path)):
            return False
        temporary = f"{path}.{os.getpid()}.{time.time_ns()}"
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except (OSError, ValueError):
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(temporary)
        if not isinstance(error, OSError):
            raise
        return False
    return True


def _is_ready(folder: str) -> bool:
    """Whether a folder is a cache of the user's, made where there was none or an empty one: settings of a foreign
    checkout may name any. Raises OSError."""
    if os.path.lexists(folder):
        if not is_own(folder):
            return False
        if names := os.listdir(folder):
            return TAG in names
    os.makedirs(folder, mode=0o755, exist_ok=True)
    Path(folder, ".gitignore").write_text("# Made by django-async-lint.\n*\n", "utf-8")
    Path(folder, TAG).write_text(SIGNATURE, "utf-8")
    return True


def keep_newest(folder: str, most: int) -> None:
    """Removes all but the newest files of a folder within the cache."""
    try:
        with os.scandir(folder) as entries:
            files = [(entry.stat(follow_symlinks=False).st_mtime_ns, entry.path) for entry in entries]
    except OSError:
        return
    for _, path in sorted(files, reverse=True)[most:]:
        with suppress(OSError):
            os.unlink(path)


def remove(folder: str) -> bool:
    """Removes a cache, known by its tag, and nothing in its folder that is not its own; whether there was one.
    Raises OSError."""
    tag = Path(folder, TAG)
    try:
        if not is_own(folder) or tag.read_text("utf-8") != SIGNATURE:
            return False
    except (OSError, ValueError):
        return False
    for kept in KEPT:
        below = os.path.join(folder, kept)
        if is_own(below):
            keep_newest(below, 0)
            os.rmdir(below)
    tag.unlink()
    Path(folder, ".gitignore").unlink(missing_ok=True)
    os.rmdir(folder)
    return True
