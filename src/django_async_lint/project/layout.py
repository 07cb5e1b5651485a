"""Where a project begins and where its imports start: roots, import roots, and modules by dotted name.

A project root is found from the linted file upwards, never from the working directory. This module looks at
names of files and folders and at one table header of pyproject.toml; it reads no Python.
"""

import os
import tomllib
from pathlib import Path
from typing import NamedTuple

from django_async_lint import disk
from django_async_lint.config import ConfigError

TABLE = "django-async-lint"
MARKERS = ("manage.py", "pyproject.toml", "setup.cfg", ".git")
PRUNED = frozenset({"node_modules", "__pycache__", "site-packages", "venv", ".venv"})


def project_root(path: Path) -> Path:
    """The root of the project that holds `path`: the nearest folder above whose pyproject.toml has our table,
    else the nearest with a marker file, else the folder above the file's topmost package."""
    start = path if disk.is_folder(path) else path.parent
    folders = (start, *start.parents)
    for folder in folders:
        if _has_our_table(folder / "pyproject.toml"):
            return folder
    for folder in folders:
        if any(disk.exists(folder / marker) for marker in MARKERS) and not _is_package(folder):
            return folder
    return _above_package(start)


def _has_our_table(pyproject: Path) -> bool:
    try:
        text = disk.text(pyproject)
        return TABLE in text and TABLE in tomllib.loads(text).get("tool", {})
    except (OSError, UnicodeDecodeError, AttributeError):
        return False
    except tomllib.TOMLDecodeError:
        return f"[tool.{TABLE}" in text


def _is_package(folder: Path) -> bool:
    """Whether a folder is a package: a manage.py inside one marks neither a root nor where imports start."""
    return disk.is_file(folder / "__init__.py")


def _above_package(folder: Path) -> Path:
    """The nearest folder at or above `folder` that is not a package itself."""
    while _is_package(folder) and folder.parent != folder:
        folder = folder.parent
    return folder


def root_of(path: str | Path) -> Path:
    """The project root of a path as it is given on a command line."""
    return project_root(Path(os.path.abspath(path)))


class ModuleFile(NamedTuple):
    """A module found on disk. `path` is absolute, and empty for a namespace package."""

    path: str
    folder: str
    is_package: bool


class Layout:
    """The import roots of one project and the modules that a dotted name leads to.

    `sites` are the folders that hold a manage.py: two of them in one checkout do not see each other. `installed` is
    the folder of the packages of a virtual environment, empty where none is to be read: the project sees them last,
    and they see each other only.
    """

    def __init__(self, root: Path, src: tuple[str, ...] = (), environment: str | None = None) -> None:
        self.root = str(root)
        self.installed = _site_packages(root, environment) if environment else ""
        self.sites = tuple(sorted(_folders_with_manage(self.root)))
        declared = [os.path.normpath(os.path.join(self.root, folder)) for folder in src]
        source_folder = os.path.join(self.root, "src")
        if disk.is_folder(source_folder):
            declared.append(source_folder)
        self.shared = tuple(folder for folder in dict.fromkeys(declared) if folder not in self.sites)
        self._listings: dict[str, frozenset[str]] = {}
        self._import_roots: dict[str, str] = {}
        self._found: dict[tuple[str, str], ModuleFile | None] = {}

    def import_root(self, path: str) -> str:
        """The folder from which the file at absolute `path` is imported."""
        folder = os.path.dirname(path)
        known = self._import_roots.get(folder)
        if known is None:
            known = self._import_roots[folder] = self._find_import_root(folder)
        return known

    def _find_import_root(self, folder: str) -> str:
        if self.is_installed(folder):
            return self.installed
        candidates = [base for base in (*self.sites, *self.shared) if _is_within(folder, base)]
        if candidates:
            return max(candidates, key=len)
        return str(_above_package(Path(folder)))

    def is_installed(self, path: str) -> bool:
        """Whether an absolute path is one of the environment's packages."""
        return bool(self.installed) and _is_within(path, self.installed)

    def module_name(self, path: str) -> str:
        """The dotted name of the file at absolute `path`, as its own import root has it."""
        relative = os.path.relpath(path, self.import_root(path))
        parts = relative.removesuffix(".py").replace(os.sep, "/").split("/")
        if parts[-1] == "__init__" and len(parts) > 1:
            parts.pop()
        return ".".join(part for part in parts if part not in ("..", "."))

    def find(self, dotted: str, import_root: str) -> ModuleFile | None:
        """The module or package `dotted`, seen from `import_root`; None when the project has none."""
        key = (import_root, dotted)
        if key not in self._found:
            self._found[key] = self._search(dotted, import_root)
        return self._found[key]

    def _search(self, dotted: str, import_root: str) -> ModuleFile | None:
        namespace = None
        for base in self._visible_from(import_root):
            found = self._module_below(base, dotted.split("."))
            if found is not None and found.path:
                return found
            namespace = namespace or found
        return namespace

    def _visible_from(self, import_root: str) -> list[str]:
        if import_root == self.installed:
            return [import_root]
        visible = [import_root, *self.shared]
        if self.root not in self.sites or import_root == self.root:
            visible.append(self.root)
        if self.installed:
            visible.append(self.installed)
        return list(dict.fromkeys(visible))

    def _module_below(self, base: str, parts: list[str]) -> ModuleFile | None:
        folder = base
        for part in parts[:-1]:
            if part not in self._listing(folder):
                return None
            folder = os.path.join(folder, part)
        name = parts[-1]
        entries = self._listing(folder)
        package = os.path.join(folder, name)
        if name in entries and "__init__.py" in self._listing(package):
            return ModuleFile(os.path.join(package, "__init__.py"), package, True)
        if f"{name}.py" in entries:
            return ModuleFile(os.path.join(folder, f"{name}.py"), folder, False)
        if name in entries and self._listing(package):
            return ModuleFile("", package, True)
        return None

    def _listing(self, folder: str) -> frozenset[str]:
        listing = self._listings.get(folder)
        if listing is None:
            listing = self._listings[folder] = frozenset(disk.names_in(folder))
        return listing


def _site_packages(root: Path, environment: str) -> str:
    """The folder of the packages installed in a virtual environment. Raises ConfigError where there is none."""
    folder = root / environment
    pythons = [folder / "lib" / name for name in disk.names_in(str(folder / "lib")) if name.startswith("python3")]
    found = sorted(python / "site-packages" for python in (*pythons, folder / "Lib"))
    found = [each for each in found if disk.exists(each)]
    if not found:
        raise ConfigError(f"environment: no site-packages below {folder}; name the folder of a virtual environment")
    return os.path.normpath(found[-1])


def _is_within(folder: str, base: str) -> bool:
    return folder == base or folder.startswith(base.rstrip(os.sep) + os.sep)


def _folders_with_manage(root: str) -> frozenset[str]:
    found = set()
    for folder, folders, names in disk.walk(root):
        folders[:] = [name for name in folders if name not in PRUNED and not name.startswith(".")]
        if names.get("manage.py", disk.FOLDER) != disk.FOLDER:
            found.add(str(_above_package(Path(folder))))
    return frozenset(found)
