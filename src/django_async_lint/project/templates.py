"""Which file is this template: the folders that settings and apps give, and the templates in them, read once.

Settings are read as text: `DIRS` as far as its paths are made of `__file__`, other module-level names and literals.
Where that does not tell, every folder called `templates` counts, and a name that two of them have leads nowhere.
"""

import ast
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django_async_lint import disk
from django_async_lint.project.classes import dotted_text
from django_async_lint.project.layout import PRUNED
from django_async_lint.project.modules import Assignment, Module, read_module
from django_async_lint.project.names import Assigned, Names
from django_async_lint.project.project import Project
from django_async_lint.source import Source, SourceError

if TYPE_CHECKING:
    from django_async_lint.project.template_syntax import Parsed

FOLDER = "templates"
SAME_PATH = frozenset({"abspath", "realpath", "normpath", "fspath", "str", "Path", "PurePath", "resolve", "absolute"})
"""Functions and methods that give the path that they are given."""
MOST_BYTES = 1_000_000
"""Longer templates are not read."""


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A template that was found: its name, what it holds, and a module that stands for its file; `is_text` is whether
    it is written in Python and has none."""

    name: str
    parsed: "Parsed"
    module: Module
    is_text: bool = False


class Engine:
    """Finds the templates of one Django site. `settings` is its settings module, None when nothing names one;
    `backend` counts the entry of TEMPLATES that is Django's own; `in_apps` is whether apps' folders count."""

    def __init__(
        self,
        project: Project,
        names: Names,
        import_root: str,
        settings: Module | None = None,
        backend: int = 0,
        in_apps: bool = True,
    ) -> None:
        self.project = project
        self.names = names
        self.import_root = import_root
        self.settings = settings
        self.backend = backend
        self.in_apps = in_apps
        self._found: dict[str, Template | None] = {}
        self._written: dict[str, Template | None] = {}

    def find(self, name: str, beside: str = "") -> Template | None:
        """The template of a name, `./` and `../` seen from the template called `beside`; None when there is none,
        when it cannot be read, or when it is not sure which of several it is."""
        if name.startswith(("./", "../")):
            name = os.path.normpath(os.path.join(os.path.dirname(beside), name)).replace(os.sep, "/")
        if name not in self._found:
            path = self._path(name)
            self._found[name] = self._read(name, path) if path else None
        return self._found[name]

    def written(self, text: str) -> Template | None:
        """The template that a text of the Python code is; None when it is not understood. It has no path."""
        if text not in self._written:
            self._written[text] = self._parsed("", Source("", "", text), is_text=True)
        return self._written[text]

    def _path(self, name: str) -> str:
        """The absolute path of a template; empty when there is none or it is not sure."""
        if not name or name.startswith(("/", "..")) or "\\" in name or "\0" in name:
            return ""
        declared, is_complete = self._declared
        for folder in declared:
            if disk.is_file(os.path.join(folder, name)):
                return os.path.join(folder, name)
        if is_complete and not self.in_apps:
            return ""
        found = [folder for folder in self._folders if disk.is_file(os.path.join(folder, name))]
        if is_complete:
            found = self._first_installed([folder for folder in found if _is_in_package(folder)])
        return os.path.join(found[0], name) if len(found) == 1 else ""

    def _first_installed(self, folders: list[str]) -> list[str]:
        """Of several apps' folders the one whose app is installed first, where the settings tell."""
        if len(folders) < 2:
            return folders
        for app in self._installed:
            for length in range(len(app.split(".")), 0, -1):
                package = app.split(".")[:length]
                ending = os.path.join(os.sep, *package, FOLDER)
                fitting = [folder for folder in folders if folder.endswith(ending)]
                if fitting:
                    return fitting
        return folders

    def _read(self, name: str, path: str) -> Template | None:
        try:
            data = self.project.data(path)
            if len(data) > MOST_BYTES:
                return None
            source = Source(self.project.relative(path), path, data.decode("utf-8-sig"))
        except (SourceError, UnicodeDecodeError):
            return None
        return self._parsed(name, source)

    def _parsed(self, name: str, source: Source, is_text: bool = False) -> Template | None:
        from django_async_lint.project.template_parser import TemplateSyntaxError, parse  # few projects get here

        try:
            parsed = parse(source.text)
        except (TemplateSyntaxError, RecursionError):
            return None
        module = read_module(
            source, ast.parse(""), f"<template {name}>", self.import_root, False, self.project.releases
        )
        return Template(name, parsed, module, is_text)

    @cached_property
    def _folders(self) -> list[str]:
        """Every folder called `templates` that this site may see, sorted."""
        found = []
        layout = self.project.layout
        for folder, folders, _ in disk.walk(str(self.project.root)):
            if os.path.basename(folder) == FOLDER:
                found.append(folder)
                folders.clear()
            folders[:] = [name for name in folders if name not in PRUNED and not name.startswith(".")]
        others = [site for site in layout.sites if site not in (self.import_root, layout.root)]
        return sorted(folder for folder in found if not any(folder.startswith(site + os.sep) for site in others))

    # Settings, as text.

    @cached_property
    def _declared(self) -> tuple[list[str], bool]:
        """The folders of `DIRS` in their order, and whether all that it lists are known."""
        if self.settings is None:
            return [], False
        found: list[str] = []
        entries = list(self._bound(self.settings, "TEMPLATES"))
        if len(entries) != 1 or not isinstance(entries[0][1], (ast.List, ast.Tuple)):
            return [], False
        module, written = entries[0]
        elements = written.elts if isinstance(written, (ast.List, ast.Tuple)) else []
        entry = elements[self.backend] if self.backend < len(elements) else None
        if not isinstance(entry, ast.Dict):
            return [], False
        for key, value in zip(entry.keys, entry.values, strict=True):
            if key is None:
                return [], False
            if isinstance(key, ast.Constant) and key.value == "DIRS":
                for there, element in self._elements(module, value):
                    path = self._path_of(there, element) if element is not None else None
                    if path is None:
                        return found, False
                    found.append(os.path.normpath(os.path.join(self.import_root, path)))
        return found, True

    @cached_property
    def _installed(self) -> list[str]:
        """The apps that the settings list, in order, as far as that is known."""
        if self.settings is None:
            return []
        texts: list[str] = []
        for module, written in self._bound(self.settings, "INSTALLED_APPS"):
            for _, element in self._elements(module, written):
                if not isinstance(element, ast.Constant) or not isinstance(element.value, str):
                    return texts
                texts.append(element.value)
        return texts

    def _bound(self, module: Module, name: str) -> Iterator[tuple[Module, ast.expr]]:
        """What assignments bind a module-level name to, each with the module that says so."""
        for meaning in self.names.of_global(module, name):
            if isinstance(meaning, Assigned):
                for binding in meaning.module.bindings.get(meaning.name, ()):
                    if isinstance(binding, Assignment) and binding.value is not None and binding.how == "value":
                        yield meaning.module, binding.value

    def _elements(self, module: Module, written: ast.expr, depth: int = 8) -> Iterator[tuple[Module, ast.expr | None]]:
        """The elements of a list, of a sum of lists and of the names they have; None for what is not known."""
        match written:
            case ast.List() | ast.Tuple():
                for element in written.elts:
                    yield module, None if isinstance(element, ast.Starred) else element
            case ast.BinOp(op=ast.Add()) if depth:
                yield from self._elements(module, written.left, depth - 1)
                yield from self._elements(module, written.right, depth - 1)
            case ast.Name() if depth:
                bound = list(self._bound(module, written.id))
                if len(bound) == 1:
                    yield from self._elements(*bound[0], depth - 1)
                else:
                    yield module, None
            case _:
                yield module, None

    def _path_of(self, module: Module, written: ast.expr, depth: int = 16) -> str | None:
        """The path that an expression of the settings gives; None when it is not known."""

        def path_of(node: ast.expr) -> str | None:
            return self._path_of(module, node, depth - 1)

        if not depth:
            return None
        match written:
            case ast.Constant(value=str() as text):
                return text
            case ast.Name(id="__file__"):
                return module.source.absolute
            case ast.Name(id=name):
                bound = list(self._bound(module, name))
                return self._path_of(*bound[0], depth - 1) if len(bound) == 1 else None
            case ast.BinOp(left=left, op=ast.Div(), right=right):
                return _joined([path_of(left), path_of(right)])
            case ast.BinOp(left=left, op=ast.Sub(), right=ast.Constant(value=int() as steps)):
                return _above(path_of(left), steps)
            case ast.Attribute(value=inner, attr="parent"):
                return _above(path_of(inner), 1)
            case ast.Subscript(
                value=ast.Attribute(value=inner, attr="parents"), slice=ast.Constant(value=int() as steps)
            ):
                return _above(path_of(inner), steps + 1)
            case ast.Call():
                return self._path_of_call(module, written, depth)
            case _:
                return None

    def _path_of_call(self, module: Module, call: ast.Call, depth: int) -> str | None:
        """`os.path.join(a, b)`, `Path(__file__).resolve()`, `root("templates")` and the like."""
        arguments = [self._path_of(module, argument, depth - 1) for argument in call.args]
        name = call.func.attr if isinstance(call.func, ast.Attribute) else dotted_text(call.func)
        receiver = call.func.value if isinstance(call.func, ast.Attribute) else None
        if name in SAME_PATH and len(arguments) == 1:
            return arguments[0]
        if name == "dirname" and len(arguments) == 1:
            return _above(arguments[0], 1)
        if name == "join" and arguments:
            return _joined(arguments)
        if receiver is not None and name in SAME_PATH and not arguments:
            return self._path_of(module, receiver, depth - 1)
        if receiver is not None and name in ("joinpath", "path") and arguments:
            return _joined([self._path_of(module, receiver, depth - 1), *arguments])
        if isinstance(call.func, ast.Name) and arguments:
            return _joined([self._path_of(module, call.func, depth - 1), *arguments])
        return None


def _joined(parts: list[str | None]) -> str | None:
    known = [part for part in parts if part is not None]
    return os.path.join(*known) if known and len(known) == len(parts) else None


def _above(path: str | None, steps: int) -> str | None:
    for _ in range(steps):
        path = os.path.dirname(path) if path is not None else None
    return path


def _is_in_package(folder: str) -> bool:
    """Whether a folder lies in a package: an app's own templates."""
    return any(name.endswith(".py") for name in disk.names_in(os.path.dirname(folder)))
