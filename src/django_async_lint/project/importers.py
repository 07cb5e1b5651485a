"""Which files of a project import a library, themselves or through each other, by the words of their import statements.

Asked before anything is parsed, so it may name a file too many: two packages of one name that hold modules of one name
are taken for each other. What leads from file to file otherwise, a relation to a model or a signal, is no import.
"""

import os
from collections.abc import Iterable

from django_async_lint.project import outlines


def importing(files: Iterable[tuple[str, bytes]], libraries: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """The absolute paths of the files that import one of the libraries, each given by the parts of its dotted name,
    or a file that does, and so on. `files` are absolute paths with bytes."""
    words = {path: outlines.import_words(data) for path, data in files}
    by_word: dict[bytes, list[str]] = {}
    for path, own in words.items():
        for word in own:
            by_word.setdefault(word, []).append(path)
    wanted = [[part.encode() for part in parts] for parts in libraries]
    found = {path: None for parts in wanted for path in by_word.get(parts[0], ()) if words[path].issuperset(parts)}
    packages = {os.path.dirname(path) for path in words if os.path.basename(path) == "__init__.py"}
    pending = list(found)
    while pending:
        folder, name = _named(pending.pop())
        package = os.path.basename(folder).encode()
        for path in by_word.get(name.encode(), ()):
            is_near = path.startswith(folder + os.sep) or folder not in packages
            if path not in found and (is_near or package in words[path]):
                found[path] = None
                pending.append(path)
    return frozenset(found)


def _named(path: str) -> tuple[str, str]:
    """The folder and the name under which an import statement names a file; a package is named by its own folder."""
    folder, base = os.path.split(path)
    if base == "__init__.py":
        return os.path.split(folder)
    return folder, base.removesuffix(".py")
