"""Where the project's coroutines are, by its text alone: the names that a file must hold to be worth parsing.

One regular-expression pass over the bytes of each file, no syntax trees. Names that our tables know (Django's own
`Model` in a checkout of Django) do not count: a file that inherits them is told by what it does itself.
"""

import os
import re
from collections.abc import Callable, Iterable
from functools import cached_property

from django_async_lint.knowledge import django_orm
from django_async_lint.project import outlines

CALLED = re.compile(rb"\b(\w+)\(")
SELF_NAME = re.compile(rb"\bself\.(\w+)")
COMMON_METHODS = frozenset(dir(dict) + dir(list) + dir(set) + dir(str) + dir(bytes)) | {
    *django_orm.QUERYSET_LAZY, *django_orm.QUERYSET_METHODS, *django_orm.QUERYSET_VALUES,
    *django_orm.MODEL_METHODS, "run", "send", "close",
}  # fmt: skip


def text(name: bytes) -> str:
    """A name as text."""
    return name.decode("utf-8", "replace")


class Coroutines:
    """The names around the coroutines of one project. `files` are absolute paths with bytes; `module_name` tells
    the dotted name of a path, `is_known` whether our tables hold a dotted name."""

    def __init__(
        self,
        files: Callable[[], Iterable[tuple[str, bytes]]],
        module_name: Callable[[str], str],
        is_known: Callable[[str], bool],
    ) -> None:
        self._files = files
        self._module_name = module_name
        self._is_known = is_known

    @cached_property
    def _found(self) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
        """Names of all coroutines, of those that are no methods, of the classes that define one, of the modules
        that do, and of what is called on `self` in such modules."""
        names: set[str] = set()
        functions: set[str] = set()
        classes: set[str] = set()
        modules: set[str] = set()
        called: set[bytes] = set()
        for path, data in self._files():
            if b"async" not in data:
                continue
            methods, others = _coroutines_in(data)
            if not methods and not others:
                continue
            module = self._module_name(path)
            own = {cls for cls, _ in methods if not self._is_known(f"{module}.{text(cls)}")}
            classes.update(map(text, own))
            functions.update(map(text, others))
            names.update(map(text, others), (text(name) for cls, name in methods if cls in own))
            modules.add(os.path.basename(path).removesuffix(".py"))
            called.update(SELF_NAME.findall(data))
        return (
            frozenset(names),
            frozenset(functions),
            frozenset(classes),
            frozenset(modules),
            frozenset(map(text, called)),
        )

    @cached_property
    def files(self) -> list[str]:
        """The absolute paths of the files that may hold a coroutine function."""
        return [path for path, data in self._files() if b"async" in data]

    @property
    def names(self) -> frozenset[str]:
        """The names of every coroutine function and method."""
        return self._found[0]

    @cached_property
    def telling_names(self) -> frozenset[str]:
        """The names that only coroutines of the project have: calling one on anything is worth a look."""
        plain = {name for _, data in self._files() for name in outlines.plain_functions(data)}
        return self.names - set(map(text, plain)) - COMMON_METHODS

    @cached_property
    def classes(self) -> frozenset[str]:
        """The names of the classes that define or inherit a coroutine."""
        heirs: dict[str, set[str]] = {}
        for _, data in self._files():
            for name, bases in outlines.class_statements(data):
                for base in outlines.WORD.findall(bases):
                    heirs.setdefault(text(base), set()).add(text(name))
        found = set(self._found[2])
        pending = list(found)
        while pending:
            new = heirs.get(pending.pop(), set()) - found
            found |= new
            pending.extend(new)
        return frozenset(found)

    def may_reach(self, data: bytes) -> bool:
        """Whether a file of these bytes imports a coroutine function, calls something of a coroutine's name beside
        importing its class or module, or overrides in an heir what coroutines of its ancestors may call."""
        _, functions, _, modules, called_on_self = self._found
        if not self.names:
            return False
        if any(text(name) in self.classes for name, _ in outlines.class_statements(data)):
            for names_in in (outlines.plain_functions, outlines.assigned_names):
                if not called_on_self.isdisjoint(map(text, names_in(data))):
                    return True
        imported = set(map(text, outlines.imported_words(data)))
        if not imported.isdisjoint(functions):
            return True
        if imported.isdisjoint(self.classes) and imported.isdisjoint(modules):
            return False
        called = {text(word) for word in CALLED.findall(data)}
        return not called.isdisjoint(self.telling_names)


def _coroutines_in(data: bytes) -> tuple[list[tuple[bytes, bytes]], list[bytes]]:
    """The coroutine methods (class and name) and the other coroutine functions of a file, by indentation."""
    methods: list[tuple[bytes, bytes]] = []
    others: list[bytes] = []
    scopes: list[tuple[int, bytes, bytes]] = []
    for indentation, kind, name in outlines.scopes(data):
        depth = len(indentation.expandtabs())
        while scopes and scopes[-1][0] >= depth:
            scopes.pop()
        if kind.startswith(b"async"):
            if scopes and scopes[-1][1] == b"class":
                methods.append((scopes[-1][2], name))
            elif not scopes:
                others.append(name)
        scopes.append((depth, kind, name))
    return methods, others
