"""One project: its files as sources and modules, read and parsed on demand and kept for the run.

Nothing here resolves a name; `names` does. Buffers stand for files that an editor holds unsaved.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from django_async_lint import disk
from django_async_lint.config import Config
from django_async_lint.project import requirements
from django_async_lint.project.layout import Layout, ModuleFile
from django_async_lint.project.modules import Module, read_module
from django_async_lint.project.releases import releases_of
from django_async_lint.source import Source, SourceError, decode, parse, read_bytes


class Project:
    """The files below one root. Paths given and kept are relative to the root, with `/`, unless said otherwise."""

    def __init__(
        self,
        root: Path,
        config: Config,
        buffers: Mapping[str, bytes] | None = None,
        files: tuple[str, ...] | None = None,
    ) -> None:
        self.root = root
        self.config = config
        self.files = files
        """The absolute paths of its Python files, where somebody has walked over all of it already."""
        self.layout = Layout(root, config.src, config.environment)
        self.releases = releases_of(root, config.target_django)
        self.remarks = tuple(_unfound(config, self.layout))
        """What the settings name and the project does not have, one line each."""
        self.parsed: dict[str, None] = {}
        """The files that were parsed, by path relative to the root."""
        self._buffers = dict(buffers or {})
        self._bytes: dict[str, bytes | SourceError] = {}
        self._modules: dict[str, Module | SourceError] = {}
        self._required: dict[str, bool] = {}
        self._prefix = str(root).rstrip(os.sep) + os.sep

    def relative(self, absolute: str) -> str:
        """The path relative to the root; a file outside keeps its way there through `..`."""
        if absolute.startswith(self._prefix):
            return absolute[len(self._prefix) :].replace(os.sep, "/")
        return os.path.relpath(absolute, self.root).replace(os.sep, "/")

    def absolute(self, path: str) -> str:
        """The absolute path of a file of the project."""
        return disk.below(self.root, path)

    def requires(self, package: str) -> bool:
        """Whether its requirement files name a package."""
        if package not in self._required:
            self._required[package] = requirements.requires(self.root, package)
        return self._required[package]

    def data(self, absolute: str) -> bytes:
        """The bytes of a file, by absolute path. Raises SourceError."""
        known = self._bytes.get(absolute)
        if known is None:
            try:
                known = self._buffers[absolute] if absolute in self._buffers else read_bytes(absolute)
            except SourceError as error:
                known = error
            self._bytes[absolute] = known
        if isinstance(known, SourceError):
            raise known
        return known

    def holds(self, path: str, question: Callable[[bytes], bool]) -> bool:
        """The answer to a question about the bytes of a file, by path relative to the root; no if it cannot be read."""
        try:
            return question(self.data(self.absolute(path)))
        except SourceError:
            return False

    def size(self, paths: Iterable[str]) -> int:
        """How many bytes the readable ones of these files have together."""
        total = 0
        for path in paths:
            with suppress(SourceError):
                total += len(self.data(self.absolute(path)))
        return total

    def module(self, path: str) -> Module:
        """The parsed file at a path relative to the root. Raises SourceError."""
        return self.module_at(self.absolute(path))

    def module_at(self, absolute: str) -> Module:
        """The parsed file at an absolute path. Raises SourceError."""
        known = self._modules.get(absolute)
        if known is None:
            try:
                known = self._read(absolute)
            except SourceError as error:
                known = error
            self._modules[absolute] = known
        if isinstance(known, SourceError):
            raise known
        return known

    def _read(self, absolute: str) -> Module:
        source = Source(self.relative(absolute), absolute, decode(self.data(absolute)))
        tree = parse(source)
        self.parsed[source.path] = None
        is_package = os.path.basename(absolute) == "__init__.py"
        name = self.layout.module_name(absolute)
        return read_module(source, tree, name, self.layout.import_root(absolute), is_package, self.releases)

    def is_installed(self, module: Module) -> bool:
        """Whether a module is one of the environment's packages."""
        return self.layout.is_installed(module.source.absolute) if self.layout.installed else False

    def find(self, dotted: str, import_root: str) -> "Module | ModuleFile | None":
        """The module `dotted` seen from `import_root`: parsed, or a namespace package as found, or None."""
        found = self.layout.find(dotted, import_root)
        if found is None or not found.path:
            return found
        try:
            return self.module_at(found.path)
        except SourceError:
            return None


def _unfound(config: Config, layout: Layout) -> Iterator[str]:
    named = config.settings_module
    if named and not any(layout.find(named, root) for root in (*layout.sites, layout.root)):
        yield f"settings-module names `{named}`, which is no module of this project; correct it or leave it out"
    for folder in config.src:
        if not disk.is_folder(os.path.join(layout.root, folder)):
            yield f"src names `{folder}`, which is no folder below {layout.root}"
