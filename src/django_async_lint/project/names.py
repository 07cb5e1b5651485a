"""What a name means, by structure alone: imports followed, re-exports and star imports resolved, nothing evaluated.

A name known to our tables beats project source, so that a framework's own checkout keeps its knowledge. A name
that leads outside the project is `External`; one that leads nowhere is None.
"""

import builtins
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django_async_lint.knowledge import star_imports
from django_async_lint.project.imports import Import
from django_async_lint.project.layout import ModuleFile
from django_async_lint.project.modules import Assignment, Binding, Class, Function, Module
from django_async_lint.project.project import Project


class External(NamedTuple):
    """Something outside the project, by the dotted name under which it is published."""

    name: str


class Namespace(NamedTuple):
    """A namespace package of the project: dotted name and the import root that it is seen from."""

    dotted: str
    import_root: str


@dataclass(frozen=True, slots=True)
class Assigned:
    """A module-level name that assignments bind; only evaluation can tell more."""

    module: Module
    name: str


Definition = Module | Namespace | Function | Class | Assigned | External

BUILTINS = frozenset(dir(builtins))


class Names:
    """Resolution over one project. `canonical` maps a dotted name to the one in our tables, or None; `is_in_tables`
    tells of a package whether they describe it: such a package is not read where it is installed."""

    def __init__(
        self, project: Project, canonical: Callable[[str], str | None], is_in_tables: Callable[[str], bool]
    ) -> None:
        self.project = project
        self.canonical = canonical
        self.is_in_tables = is_in_tables
        self._globals: dict[tuple[Module, str], tuple[Definition, ...]] = {}
        self._open: set[tuple[Module, str]] = set()

    def of_global(self, module: Module, name: str) -> tuple[Definition, ...]:
        """Everything that `name` may mean at the top of `module`: own binding, star import, submodule, builtin."""
        key = (module, name)
        known = self._globals.get(key)
        if known is not None:
            return known
        canonical = self.canonical(f"{module.name}.{name}")
        if canonical is not None and name in module.bindings:
            return (External(canonical),)
        if key in self._open:
            return ()
        self._open.add(key)
        try:
            found = self._find_global(module, name)
        finally:
            self._open.discard(key)
        if not self._open:
            self._globals[key] = found
        return found

    def _find_global(self, module: Module, name: str) -> tuple[Definition, ...]:
        bindings = module.bindings.get(name)
        if bindings is not None:
            return self._meanings(module, name, bindings)
        for star in module.star_imports:
            base = self.absolute_name(module, star)
            if not name.startswith("_") and not self._leaves_builtin(base, name, module.import_root):
                found = self.dotted(f"{base}.{name}", module.import_root, star=True)
                if found:
                    return found
        if module.is_package:
            submodule = self._module(f"{module.name}.{name}", module.import_root)
            if submodule is not None:
                return (submodule,)
        if name in BUILTINS and name not in module.bindings:
            return (External(f"builtins.{name}"),)
        return ()

    def _leaves_builtin(self, base: str, name: str, import_root: str) -> bool:
        """Whether a name is that of a builtin and a star import of this module surely binds no such name."""
        if name not in BUILTINS:
            return False
        root = base.partition(".")[0]
        if root != "django" and root not in sys.stdlib_module_names:
            return False
        return name not in star_imports.SHADOWS.get(base, "").split() and self._module(root, import_root) is None

    def _meanings(self, module: Module, name: str, bindings: list[Binding]) -> tuple[Definition, ...]:
        meanings: dict[Definition, None] = {}
        for binding in bindings:
            match binding:
                case Import():
                    for meaning in self.of_import(module, binding):
                        meanings[meaning] = None
                case Assignment():
                    meanings[Assigned(module, name)] = None
                case _:
                    meanings[binding] = None
        return tuple(meanings)

    def of_import(self, module: Module, binding: Import) -> tuple[Definition, ...]:
        """What an import statement binds."""
        base = self.absolute_name(module, binding)
        if binding.attribute is None:
            return self.dotted(base, module.import_root)
        dotted = f"{base}.{binding.attribute}" if base else binding.attribute
        return self.dotted(dotted, module.import_root)

    def absolute_name(self, module: Module, binding: Import) -> str:
        """The dotted name of the module that an import names, relative ones resolved."""
        if not binding.level:
            return binding.module
        base = module.package.split(".") if module.package else []
        if binding.level > 1:
            base = base[: len(base) - (binding.level - 1)]
        return ".".join(filter(None, (*base, binding.module)))

    def dotted(self, name: str, import_root: str, star: bool = False) -> tuple[Definition, ...]:
        """What an absolute dotted name means, seen from an import root.

        With `star`, a module of the project that does not bind the name gives nothing instead of a guess.
        """
        canonical = self.canonical(name)
        if canonical is not None:
            return (External(canonical),)
        parts = name.split(".")
        for length in range(len(parts), 0, -1):
            prefix = ".".join(parts[:length])
            module = self._module(prefix, import_root)
            if module is None:
                continue
            if length == len(parts):
                if len(parts) > 1:
                    own = self._bound_in_parent(parts, import_root)
                    if own:
                        return own
                return (module,)
            if isinstance(module, Module):
                found = self.attribute(module, parts[length])
                for part in parts[length + 1 :]:
                    found = tuple(inner for outer in found for inner in self.member(outer, part))
                return found
        return () if star and self._module(parts[0], import_root) is not None else (External(name),)

    def _bound_in_parent(self, parts: list[str], import_root: str) -> tuple[Definition, ...]:
        """A module named like what its package binds (`from .shop import shop`): the binding wins."""
        parent = self._module(".".join(parts[:-1]), import_root)
        if isinstance(parent, Module) and parts[-1] in parent.bindings:
            return tuple(m for m in self.of_global(parent, parts[-1]) if not isinstance(m, External))
        return ()

    def attribute(self, module: Module, name: str) -> tuple[Definition, ...]:
        """What `module.name` means; builtins are not attributes of modules."""
        canonical = self.canonical(f"{module.name}.{name}")
        if canonical is not None:
            return (External(canonical),)
        found = self.of_global(module, name)
        return tuple(
            meaning for meaning in found if not (isinstance(meaning, External) and meaning.name == f"builtins.{name}")
        )

    def member(self, definition: Definition, name: str) -> tuple[Definition, ...]:
        """What `definition.name` means where structure alone can tell."""
        match definition:
            case Module():
                found = self.attribute(definition, name)
                if found:
                    return found
                submodule = self._module(f"{definition.name}.{name}", definition.import_root)
                return (submodule,) if submodule is not None else ()
            case Namespace():
                return (self._in_namespace(definition, name),)
            case External():
                dotted = f"{definition.name}.{name}"
                return (External(self.canonical(dotted) or dotted),)
            case Class():
                bindings = definition.members.get(name, [])
                return tuple(binding for binding in bindings if isinstance(binding, (Function, Class)))
            case _:
                return ()

    def _in_namespace(self, namespace: Namespace, name: str) -> Definition:
        """What a folder without `__init__.py` holds; what it lacks may lie in another part of the namespace."""
        dotted = f"{namespace.dotted}.{name}"
        canonical = self.canonical(dotted)
        inside = self._module(dotted, namespace.import_root) if canonical is None else None
        return inside if inside is not None else External(canonical or dotted)

    def _module(self, dotted: str, import_root: str) -> Module | Namespace | None:
        found = self.project.find(dotted, import_root)
        if found is not None and self._is_told_by_tables(found, dotted):
            return None
        if isinstance(found, ModuleFile):
            return Namespace(dotted, import_root)
        return found

    def _is_told_by_tables(self, found: Module | ModuleFile, dotted: str) -> bool:
        """Whether what was found is an installed package that the tables describe, which beats its source."""
        layout = self.project.layout
        if not layout.installed or not self.is_in_tables(dotted.partition(".")[0]):
            return False
        return layout.is_installed(found.folder if isinstance(found, ModuleFile) else self.project.absolute(found.path))

    def of_expression(self, module: Module, text: str) -> tuple[Definition, ...]:
        """What a plain dotted expression means at the top of a module, such as a base class or a decorator."""
        name, *rest = text.split(".")
        found = self.of_global(module, name)
        for part in rest:
            found = tuple(inner for outer in found for inner in self.member(outer, part))
        return found
