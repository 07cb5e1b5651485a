"""Files of settings as text: read as they stand, with their own line ends."""

from collections.abc import Iterator
from pathlib import Path

from django_async_lint import disk


class CannotEdit(Exception):
    """Text that is left as it was; the message says why."""


def read(file: Path) -> str | None:
    """The text of a file with its own line ends; None where there is no file. Raises CannotEdit."""
    try:
        return None if disk.is_folder(file) else disk.read(file).decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CannotEdit(f"{file}: it cannot be read: {error.strerror or error}") from None
    except ValueError:
        raise CannotEdit(f"{file}: it is not UTF-8 text") from None


def up_to_top(folder: Path) -> Iterator[Path]:
    """A folder and those above it up to the top of its repository; the folder alone outside of any."""
    above = (folder, *folder.parents)
    top = next((each for each in above if (each / ".git").exists()), folder)
    for each in above:
        yield each
        if each == top:
            return
