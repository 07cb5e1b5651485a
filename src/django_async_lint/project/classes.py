"""Class hierarchies, by names alone: what a class inherits from and where a member comes from.

A class outside the project is its dotted name. Nothing is evaluated; bases that a call makes are understood
only in the forms that structure shows (`Manager.from_queryset(Q)`, `with_metaclass(Meta, Base)`).
"""

import ast
from collections.abc import Callable, Iterator
from functools import partial

from django_async_lint.project.modules import Assignment, Binding, Class
from django_async_lint.project.names import Assigned, Definition, External, Names

ClassLike = Class | str


def dotted_text(node: ast.expr) -> str:
    """`a.b.c` for a plain dotted expression, else an empty string."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    return ".".join([node.id, *reversed(parts)])


class Classes:
    """The hierarchy of one project. `external_bases` tells the bases of a class outside it."""

    def __init__(self, names: Names, external_bases: Callable[[str], tuple[str, ...]]) -> None:
        self.names = names
        self.external_bases = external_bases
        self._bases: dict[Class, tuple[ClassLike, ...]] = {}
        self._mro: dict[ClassLike, tuple[ClassLike, ...]] = {}
        self._outside: dict[ClassLike, frozenset[str]] = {}
        self._found: dict[tuple[ClassLike, str, ClassLike | None], tuple[Class, list[Binding]] | None] = {}

    def bases(self, cls: ClassLike) -> tuple[ClassLike, ...]:
        """The direct bases."""
        if isinstance(cls, str):
            return self.external_bases(cls)
        known = self._bases.get(cls)
        if known is None:
            self._bases[cls] = ()
            found = (base for node in cls.node.bases for base in self._of_base(cls, node))
            known = self._bases[cls] = tuple(base for base in dict.fromkeys(found) if base is not cls)
        return known

    def _of_base(self, cls: Class, node: ast.expr) -> Iterator[ClassLike]:
        if isinstance(node, ast.Subscript):
            node = node.value
        if isinstance(node, ast.Call):
            yield from self._of_call(node, partial(self._of_base, cls))
            return
        text = dotted_text(node)
        if text:
            yield from self.named(cls, text)

    def named(self, cls: Class, text: str) -> Iterator[ClassLike]:
        """The classes that a dotted name means beside the class statement `cls`."""
        if "." not in text and cls.owner is not None:
            for binding in cls.owner.members.get(text, ()):
                if isinstance(binding, Class) and binding is not cls:
                    yield binding
                    return
        if cls.parent is not None and "." not in text:
            local = [
                other
                for other in cls.module.all_classes
                if other.parent is cls.parent and other.name == text and other is not cls
            ]
            if local:
                yield local[0]
                return
        for meaning in self.names.of_expression(cls.module, text):
            yield from self._of_definition(meaning)

    def _of_definition(self, meaning: Definition) -> Iterator[ClassLike]:
        match meaning:
            case Class():
                yield meaning
            case External():
                yield meaning.name
            case Assigned():
                for binding in meaning.module.bindings.get(meaning.name, ()):
                    if isinstance(binding, Assignment) and binding.value is not None:
                        yield from self._of_value(meaning, binding.value)

    def _of_value(self, assigned: Assigned, node: ast.expr) -> Iterator[ClassLike]:
        """The class that `Name = <expression>` stands for: an alias or a class made by a call."""
        if isinstance(node, ast.Subscript):
            node = node.value
        if isinstance(node, ast.Call):
            yield from self._of_call(node, partial(self._of_value, assigned))
            return
        text = dotted_text(node)
        if text and text.partition(".")[0] != assigned.name:
            for meaning in self.names.of_expression(assigned.module, text):
                yield from self._of_definition(meaning)

    def _of_call(self, node: ast.Call, resolve: Callable[[ast.expr], Iterator[ClassLike]]) -> Iterator[ClassLike]:
        callee = dotted_text(node.func)
        method = callee.rpartition(".")[2]
        if method == "from_queryset" and isinstance(node.func, ast.Attribute):
            yield from resolve(node.func.value)
            for argument in node.args[:1]:
                yield from resolve(argument)
        elif callee.endswith("with_metaclass"):
            for argument in node.args[1:]:
                yield from resolve(argument)
        elif callee.endswith("get_user_model"):
            yield "django.contrib.auth.models.AbstractUser"

    def mro(self, cls: ClassLike) -> tuple[ClassLike, ...]:
        """The class and all it inherits from, in the order in which members are looked up."""
        known = self._mro.get(cls)
        if known is None:
            self._mro[cls] = (cls,)
            chains = [list(self.mro(base)) for base in self.bases(cls)]
            known = self._mro[cls] = (cls, *_merged([*chains, list(self.bases(cls))], cls))
        return known

    def inherits(self, cls: ClassLike, *ancestors: str) -> bool:
        """Whether one of these outside classes is the class itself or among what it inherits from."""
        outside = self._outside.get(cls)
        if outside is None:
            outside = self._outside[cls] = frozenset(base for base in self.mro(cls) if isinstance(base, str))
        return not outside.isdisjoint(ancestors)

    def is_subclass(self, cls: ClassLike, ancestor: ClassLike) -> bool:
        """Whether `ancestor` is the class itself or among what it inherits from."""
        return ancestor in self.mro(cls)

    def is_known(self, cls: ClassLike) -> bool:
        """Whether every ancestor is a class of the project (or object): nothing can come from outside."""
        return all(isinstance(base, Class) or base == "builtins.object" for base in self.mro(cls))

    def find(self, cls: ClassLike, name: str, after: ClassLike | None = None) -> tuple[Class, list[Binding]] | None:
        """The class of the project that binds member `name` first, and its bindings; with `after`, as `super()`.
        A bare annotation binds nothing: it counts only where no later class gives the name more than None."""
        key = (cls, name, after)
        if key not in self._found:
            self._found[key] = self._find(cls, name, after)
        return self._found[key]

    def _find(self, cls: ClassLike, name: str, after: ClassLike | None) -> tuple[Class, list[Binding]] | None:
        mro = self.mro(cls)
        if after is not None and after in mro:
            mro = mro[mro.index(after) + 1 :]
        declared: tuple[Class, list[Binding]] | None = None
        for base in mro:
            if isinstance(base, Class) and name in base.members:
                bindings = base.members[name]
                if not all(map(_is_annotation, bindings)) and not (declared and all(map(_is_none, bindings))):
                    return base, bindings
                declared = declared or (base, bindings)
        return declared


def _is_annotation(binding: Binding) -> bool:
    return isinstance(binding, Assignment) and binding.value is None


def _is_none(binding: Binding) -> bool:
    return isinstance(binding, Assignment) and isinstance(binding.value, ast.Constant) and binding.value.value is None


def _merged(chains: list[list[ClassLike]], cls: ClassLike) -> list[ClassLike]:
    """Python's linearisation; where it does not exist, the first of each chain in turn."""
    merged: list[ClassLike] = []
    chains = [chain for chain in chains if chain]
    while chains:
        heads = [chain[0] for chain in chains]
        free = (head for head in heads if not any(head in chain[1:] for chain in chains))
        chosen = next(free, heads[0])
        if chosen not in merged and chosen is not cls:
            merged.append(chosen)
        chains = [rest for chain in chains if (rest := [item for item in chain if item != chosen])]
    return merged
