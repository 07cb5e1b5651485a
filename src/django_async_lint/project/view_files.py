"""In which files the view stands that an expression of a URL configuration leads to, told before they are parsed.

A site routes every view it has, and few of them are ever asked about: parsing all their files was a third of a run over
four thousand. What the text does not surely tell is left to be parsed; nothing is decided here of the view itself.
"""

import ast
import re

from django_async_lint.knowledge import routing
from django_async_lint.project import outlines
from django_async_lint.project.classes import dotted_text
from django_async_lint.project.imports import Import
from django_async_lint.project.modules import Module
from django_async_lint.project.names import Names
from django_async_lint.source import SourceError

STAR = re.compile(rb"import[ \t]*\*")
SUBSCRIPT = re.compile(rb"\[[^\]]*\]")
PLAIN_BASES = re.compile(rb"[\w.,\s]*")
IMPORTS = re.compile(rb"[\w.,\s()]*")
COMMENT = re.compile(rb"#[^\n]*")

Place = tuple[str, str]
"""A file, absolute, and a name at its top, or the name of its module; no file is outside the project."""
OUTSIDE: Place = ("", "")


class ViewFiles:
    """The files of the views of one project."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._project = names.project
        self._alone: dict[str, frozenset[str]] = {}
        self._has_star: dict[str, bool] = {}
        self._modules: dict[tuple[str, str], Place | None] = {}
        self._of_functions: dict[Place, frozenset[str] | None] = {}
        self._of_classes: dict[Place, frozenset[str] | None] = {}

    def of(self, module: Module, node: ast.expr) -> frozenset[str] | None:
        """The absolute paths of the files in which the functions of a view can stand, with those of the classes that it
        inherits; None where that takes parsing."""
        match node:
            case ast.Call(func=ast.Attribute(attr=made, value=value)) if made in routing.VIEW_MAKERS:
                place = self._named(module, value)
                return self._class(place) if place is not None else None
            case ast.Call(args=[ast.Name() | ast.Attribute() | ast.Call() as first, *_]):
                return self.of(module, first)  # a decorator
            case ast.Name() | ast.Attribute():
                place = self._named(module, node)
                return self._function(place) if place is not None else None
            case _:
                return None

    def _named(self, module: Module, node: ast.expr) -> Place | None:
        """Where a dotted expression leads by one import; None for any other."""
        name, _, rest = dotted_text(node).partition(".")
        bindings = module.bindings.get(name, ())
        if len(bindings) != 1 or not isinstance(bindings[0], Import):
            return None
        if self._names.canonical(f"{module.name}.{name}") is not None:
            return None
        binding = bindings[0]
        parts = (self._names.absolute_name(module, binding), binding.attribute, rest)
        place = self._place(".".join(filter(None, parts)), module.import_root)
        return place if place != OUTSIDE else None

    def _place(self, dotted: str, import_root: str) -> Place | None:
        """Where an absolute dotted name leads; None where it is no name at the top of a module, or not surely."""
        layout = self._project.layout
        above, _, name = dotted.rpartition(".")
        if layout.find(dotted.partition(".")[0], import_root) is None:
            return OUTSIDE
        if (above, import_root) not in self._modules:
            self._modules[above, import_root] = self._module(above, import_root)
        module = self._modules[above, import_root]
        if module is None or not name.isascii() or layout.find(dotted, import_root) is not None:
            return None
        canonical = self._names.canonical
        return (module[0], name) if canonical(dotted) is None and canonical(f"{module[1]}.{name}") is None else None

    def _module(self, dotted: str, import_root: str) -> Place | None:
        """The file of a module of the project, under a name that surely means nothing else, and its own name."""
        find, parts = self._project.layout.find, dotted.split(".")
        prefixes = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
        found = find(dotted, import_root) if dotted else None
        if found is None or not found.path or any(self._names.canonical(prefix) is not None for prefix in prefixes):
            return None
        for prefix, part in zip(prefixes[:-1], parts[1:], strict=True):
            above = find(prefix, import_root)
            if above is not None and above.path and not self._is_free(above.path, part):
                return None
        return found.path, self._project.layout.module_name(found.path)

    def _is_free(self, package: str, name: str) -> bool:
        """Whether a package surely binds nothing by the name of one of its modules."""
        data = self._data(package)
        return name.encode() not in data and STAR.search(data) is None

    def _data(self, path: str) -> bytes:
        try:
            return self._project.data(path)
        except SourceError:
            return b""

    def _function(self, place: Place) -> frozenset[str] | None:
        """The file of a name that one `def` binds, or one import, and that its file holds nowhere else."""
        if place not in self._of_functions:
            self._of_functions[place] = None  # a circle of imports leads nowhere
            self._of_functions[place] = self._found_function(place)
        return self._of_functions[place]

    def _found_function(self, place: Place) -> frozenset[str] | None:
        at = self._only_place(place)
        if at is None:
            return None
        path, name = place
        data = self._data(path)
        if data[data.rfind(b"\n", 0, at) + 1 : at] in (b"def ", b"async def "):
            return self._alone.setdefault(path, frozenset({path}))
        imported = self._imported(path, name)
        return self._function(imported[0]) if imported and imported[0] != OUTSIDE else None

    def _only_place(self, place: Place) -> int | None:
        """Where a name stands in its file, if once and nothing comes with `import *`."""
        path, name = place
        data = self._data(path)
        if path not in self._has_star:
            self._has_star[path] = STAR.search(data) is not None
        places = outlines.places_of(data, name.encode()) if not self._has_star[path] else []
        return places[0] if len(places) == 1 else None

    def _class(self, place: Place) -> frozenset[str] | None:
        """The files of a class that its file names nowhere else, and of all that it inherits."""
        if place not in self._of_classes:
            seen: dict[Place, None] = {}
            is_sure = self._only_place(place) is not None and self._inherits(place, seen)
            self._of_classes[place] = frozenset(path for path, _ in seen) if is_sure else None
        return self._of_classes[place]

    def _inherits(self, place: Place, seen: dict[Place, None]) -> bool:
        """Adds the places to which the bases of a class lead; False where the text does not tell them all."""
        if place == OUTSIDE or place in seen:
            return True
        seen[place] = None
        path, name = place
        data, written = self._data(path), name.encode()
        bases = [inside for each, inside in outlines.class_statements(data) if each == written]
        imported = self._imported(path, name)
        is_assigned = re.search(rb"\b" + written + rb"[ \t]*(?::[^=\n]+)?=(?!=)", data) is not None
        if imported is None or is_assigned or not (bases or imported):
            return False
        places = list(imported)
        for inside in bases:
            found = self._bases(path, inside)
            if found is None:
                return False
            places += found
        return all(self._inherits(each, seen) for each in places)

    def _bases(self, path: str, inside: bytes) -> list[Place] | None:
        """Where the bases of a class statement lead, given what stands between its brackets."""
        plain = SUBSCRIPT.sub(b"", inside)
        if PLAIN_BASES.fullmatch(plain) is None:
            return None
        found: list[Place] = []
        for text in plain.decode("ascii", "replace").replace(",", " ").split():
            name, _, rest = text.partition(".")
            places = self._imported(path, name, rest) if rest else [(path, name)] if name != "object" else []
            if places is None or (rest and not places):
                return None
            found += places
        return found

    def _imported(self, path: str, name: str, rest: str = "") -> list[Place] | None:
        """Where the import statements of a file that bind a name, and what follows it, lead; None where one cannot be
        read."""
        found: list[Place] = []
        layout = self._project.layout
        package = layout.module_name(path)
        if not path.endswith("__init__.py"):
            package = package.rpartition(".")[0]
        for before, names in outlines.imports(self._data(path)):
            if name.encode() not in names:
                continue
            plain = COMMENT.sub(b"", names)
            if IMPORTS.fullmatch(plain) is None:
                return None
            for dotted in _bound(before.decode("ascii", "replace"), plain.decode("ascii", "replace"), name, package):
                place = self._outer(".".join(filter(None, (dotted, rest))), layout.import_root(path))
                if place is None:
                    return None
                found.append(place)
        return found

    def _outer(self, dotted: str, import_root: str) -> Place | None:
        """The same as `_place`; what the tables know is outside."""
        return OUTSIDE if self._names.canonical(dotted) is not None else self._place(dotted, import_root)


def _bound(before: str, names: str, name: str, package: str) -> list[str]:
    """The absolute dotted names to which one import statement binds a name."""
    source = before.split()[1] if before.split() else ""
    level = len(source) - len(source.lstrip("."))
    if level:
        above = package.split(".") if package else []
        source = ".".join(filter(None, (*above[: len(above) - level + 1], source[level:])))
    found = []
    for each in names.strip(" \t\r\n()").split(","):
        words = each.split()
        if not words:
            continue
        if len(words) == 3 and words[2] == name:
            found.append(f"{source}.{words[0]}" if source else words[0])
        elif len(words) == 1 and source and words[0] == name:
            found.append(f"{source}.{name}")
        elif len(words) == 1 and not source and words[0].partition(".")[0] == name:
            found.append(name)
    return found
