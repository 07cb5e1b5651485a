"""Answers about the whole project, from declarations in its text: the closed list of project questions.

Questions: which classes build on this one, which fields point at this model, which class does `"app.Model"` name,
which model is the user, which receivers listen to this signal, does anything set `request.user`, does anything
mention this package, which views are routed, where are the functions of this name that are coroutines, which classes
have a method of this name, what does a registering function get, which functions does a framework get as handlers,
which files hold this word (settings), from which files do imports lead to a library. The text is
asked first (one pass over the bytes of each file), and only files that answer are parsed. Nothing is evaluated.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django_async_lint.knowledge import django_orm
from django_async_lint.project import handlers, importers, outlines, receivers
from django_async_lint.project.classes import Classes, ClassLike
from django_async_lint.project.coroutines import Coroutines
from django_async_lint.project.discovery import TESTS, discover, is_named_by
from django_async_lint.project.labels import folders, is_inside, of_model
from django_async_lint.project.models import RELATIONS, Field, Models
from django_async_lint.project.modules import Class, Function, Module
from django_async_lint.project.names import Definition, Names
from django_async_lint.project.project import Project
from django_async_lint.project.routes import Routes
from django_async_lint.source import SourceError

FIELD_NAMES = {name.rpartition(".")[2] for name in django_orm.RELATION_FIELDS} - {
    "GenericForeignKey",
    "GenericRelation",
}
FIELD_WORDS = [name.encode() for name in sorted(FIELD_NAMES)]
FIELD_CALL = re.compile(rb"(?:" + "|".join(sorted(FIELD_NAMES)).encode() + rb")[ \t]*\(")
REQUEST_SESSION = re.compile(rb"\brequest\.session\s*=(?!=)(?!.*SessionStore)|\b_session_cache\s*=(?!=)")
REQUEST_USER = re.compile(rb"\brequest\.(?:_cached_)?user\s*=(?!=)")
USER_SETTING = re.compile(rb"^[ \t]*AUTH_USER_MODEL[ \t]*(?::[^=\n]+)?=[ \t]*[\"']([\w.]+)[\"']", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reverse:
    """The other end of a relation: the accessor on the target, what it gives (`kind`: one_to_one or many)."""

    accessor: str
    source: ClassLike
    kind: str
    field: str
    is_many_to_many: bool = False


class Declarations(Models):
    """The declarations of one project."""

    def __init__(self, project: Project, names: Names, classes: Classes) -> None:
        super().__init__(classes)
        self.project = project
        self.names = names
        self.coroutines = Coroutines(
            lambda: self._data, project.layout.module_name, lambda name: names.canonical(name) is not None
        )
        self._user_models: dict[str, ClassLike] = {}
        self._files_with: dict[tuple[bytes, re.Pattern[bytes] | None], list[str]] = {}
        self._mentioned: dict[str, bool] = {}
        self._handlers: dict[Function, handlers.Handler] | None = None

    # Project questions.

    @cached_property
    def _data(self) -> list[tuple[str, bytes]]:
        """Every Python file of the project with its bytes, sorted by path; unreadable ones apart."""
        found = []
        config, files = self.project.config, self.project.files
        if files is None:
            files = tuple(target.absolute for target in discover([self.project.root], lambda _: config))
        for path in files:
            try:
                found.append((path, self.project.data(path)))
            except SourceError:
                continue
        return found

    def files_with(self, word: bytes, pattern: re.Pattern[bytes] | None = None) -> list[str]:
        """The absolute paths of the files, tests left out, whose bytes hold a word, and a pattern; asked once."""
        known = self._files_with.get((word, pattern))
        if known is None:
            known = self._files_with[word, pattern] = [
                path
                for path, data in self._data
                if word in data
                and (pattern is None or pattern.search(data) is not None)
                and not is_named_by(self.project.relative(path), TESTS)
            ]
        return known

    def importing(self, libraries: Iterable[tuple[str, ...]]) -> frozenset[str]:
        """The absolute paths of the files that import one of some libraries, themselves or through others; all of them
        where the packages of an environment are read too."""
        if self.project.layout.installed:
            return frozenset(path for path, _ in self._data)
        return importers.importing(self._data, libraries)

    @cached_property
    def _classes_by_name(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for path, data in self._data:
            for name in dict.fromkeys(name for name, _ in outlines.class_statements(data)):
                index.setdefault(name.decode("ascii", "replace"), []).append(path)
        return index

    @cached_property
    def _receivers(self) -> dict[Definition, list[Function]]:
        return receivers.collect(self._data, self.project, self.names)

    def handler(self, function: Function, calls: handlers.Calls) -> handlers.Handler | None:
        """How a function came to be the handler of a framework, where one of some calls takes it."""
        if self._handlers is None:
            self._handlers = handlers.collect(self._data, self.project, self.classes, calls)
        return self._handlers.get(function)

    @cached_property
    def sets_request_user(self) -> bool:
        """Whether code of the project, its tests left out, sets `request.user` by itself."""
        return any(
            REQUEST_USER.search(data) is not None
            for path, data in self._data
            if not is_named_by(self.project.relative(path), TESTS)
        )

    @cached_property
    def sets_request_session(self) -> bool:
        """Whether code of the project, tests left out, sets `request.session` to what is none of Django's stores, or
        puts into a session by hand what it has loaded."""
        return any(
            REQUEST_SESSION.search(data) is not None
            for path, data in self._data
            if not is_named_by(self.project.relative(path), TESTS)
        )

    def is_called(self, name: str) -> bool:
        """Whether code of the project, its tests left out, calls anything by this name."""
        call = name.encode() + b"("
        pattern = re.compile(rb"(?<!def )\b" + re.escape(call))
        return any(
            call in data and not is_named_by(self.project.relative(path), TESTS) and pattern.search(data) is not None
            for path, data in self._data
        )

    @cached_property
    def routes(self) -> Routes:
        """The URL configurations of the project."""
        return Routes(self.project, self.names, self.classes, self._data)

    def mentions(self, word: str) -> bool:
        """Whether any file of the project holds a word: the name of a package that changes how others call."""
        known = self._mentioned.get(word)
        if known is None:
            known = self._mentioned[word] = any(word.encode() in data for _, data in self._data)
        return known

    def receivers(self, signal: Definition) -> list[Function]:
        """The functions that listen to a signal, in the order of their files."""
        return self._receivers.get(signal, [])

    def named_model(self, written: str, beside: Class) -> ClassLike | None:
        """The model that a string names in a field of `beside`: `self`, `Model` or `app.Model`."""
        if written == "self":
            return beside
        label, _, name = written.rpartition(".")
        if not label:
            local = next(self.classes.named(beside, name), None)
            if isinstance(local, Class):
                return local
            return self._model_of_app(beside.module.name.split("."), name, beside.module)
        return self.model_called(written, beside.module)

    def model_called(self, written: str, near: Module) -> ClassLike | None:
        """The model that `app.Model` names, seen from a module."""
        label, _, name = written.rpartition(".")
        return self._model_of_app([label.rpartition(".")[2]], name, near) or _outside_model(label, name)

    def _model_of_app(self, labels: list[str], name: str, near: Module) -> Class | None:
        """The model called `name` in the app with one of these labels, seen from where `near` is."""
        candidates = [cls for cls in self._classes_called(name, near) if self.is_model(cls)]
        for label in reversed(labels):
            for cls in candidates:
                if label in cls.module.name.split("."):
                    return cls
        named = [folder for label in labels for folder in self._labels.get(label, ())] if candidates else []
        return next((cls for cls in candidates if is_inside(self.project.absolute(cls.module.path), named)), None)

    @cached_property
    def _labels(self) -> dict[str, list[str]]:
        return folders(self._data)

    def _classes_called(self, name: str, near: Module) -> Iterator[Class]:
        for path in self._classes_by_name.get(name, ()):
            try:
                module = self.project.module_at(path)
            except SourceError:
                continue
            if module.import_root == near.import_root or module.import_root not in self.project.layout.sites:
                yield from (cls for cls in module.all_classes if cls.name == name)

    def user_model(self, near: Module | None) -> ClassLike:
        """The model that `AUTH_USER_MODEL` names, seen from a module; Django's own when no setting does."""
        if near is not None and self.project.is_installed(near):
            near = None
        root = near.import_root if near is not None else ""
        known = self._user_models.get(root)
        if known is None:
            known = self._user_models[root] = self._find_user_model(near)
        return known

    def _find_user_model(self, near: Module | None) -> ClassLike:
        for path, data in self._data:
            if b"AUTH_USER_MODEL" not in data or "settings" not in path:
                continue
            for written in USER_SETTING.findall(data):
                if near is not None and not self._is_visible(path, near):
                    continue
                label, _, name = written.decode("ascii", "replace").rpartition(".")
                found = self._model_of_app([label], name, near or self.project.module_at(path))
                if found is not None:
                    return found
        return "django.contrib.auth.models.User"

    def _is_visible(self, path: str, near: Module) -> bool:
        root = self.project.layout.import_root(path)
        return root == near.import_root or root not in self.project.layout.sites

    @cached_property
    def _relations(self) -> list[Field]:
        """The relations of every model of the project, those of abstract ones as each heir has them."""
        found: list[Field] = []
        seen: set[Class] = set()
        pending = [
            path
            for path, data in self._data
            if any(name in data for name in FIELD_WORDS) and FIELD_CALL.search(data) is not None
        ]
        asked = set(pending)
        while pending:
            for cls in self._models_of(pending.pop(0)):
                if cls in seen:
                    continue
                seen.add(cls)
                found.extend(self._concrete_relations(cls))
                if self.is_abstract(cls):
                    more = [path for path in self._heirs.get(cls.name, ()) if path not in asked]
                    asked.update(more)
                    pending.extend(more)
        return found

    def _models_of(self, path: str) -> Iterator[Class]:
        if "/migrations/" in path.replace("\\", "/"):
            return
        try:
            module = self.project.module_at(path)
        except SourceError:
            return
        yield from (cls for cls in module.all_classes if self.is_model(cls))

    def heirs(self, cls: Class) -> Iterator[Class]:
        """The classes of the project that inherit from one, in the order of their files."""
        pending = [cls.name]
        found: dict[Class, None] = {}
        while pending:
            for path in self._heirs.get(pending.pop(), ()):
                own = (each for each in self._classes_in(path) if each is not cls and each not in found)
                for heir in [each for each in own if self.classes.is_subclass(each, cls)]:
                    found[heir] = None
                    pending.append(heir.name)
        yield from sorted(found, key=lambda heir: (heir.module.path, heir.node.lineno))

    def _classes_in(self, path: str) -> list[Class]:
        try:
            return list(self.project.module_at(path).all_classes)
        except SourceError:
            return []

    def classes_with_method(self, name: str) -> Iterator[Class]:
        """The classes of the project whose body has a function of this name, in the order of their files."""
        for path in self._files_by_method.get(name, ()):
            yield from (cls for cls in self._classes_in(path) if any(m.name == name for m in cls.methods))

    @cached_property
    def _files_by_method(self) -> dict[str, list[str]]:
        """The files in which an indented line defines a function of this name."""
        index: dict[str, list[str]] = {}
        for path, data in self._data:
            inside = (name for indent, kind, name in outlines.scopes(data) if indent and kind != b"class")
            for name in dict.fromkeys(inside):
                index.setdefault(name.decode("utf-8", "replace"), []).append(path)
        return index

    def modules_using(self, name: str) -> Iterator[Module]:
        """The modules of the project, tests left out, in which a line begins with something of this name, maybe as a
        decorator, in the order of their files."""
        word = name.encode()
        for path, data in self._data:
            if word not in data or not outlines.begins_line(data, word):
                continue
            if self.is_in_tests(self.project.relative(path)):
                continue
            try:
                yield self.project.module_at(path)
            except SourceError:
                continue

    def is_in_tests(self, path: str) -> bool:
        """Whether a path relative to the root is one of tests."""
        return is_named_by(path, TESTS)

    @cached_property
    def _heirs(self) -> dict[str, list[str]]:
        """The files in which a class names a base of this name, by the text of the class statements."""
        index: dict[str, dict[str, None]] = {}
        for path, data in self._data:
            for _, bases in outlines.class_statements(data):
                for base in outlines.WORD.findall(bases):
                    index.setdefault(base.decode("ascii", "replace"), {})[path] = None
        return {name: list(paths) for name, paths in index.items()}

    def _concrete_relations(self, cls: Class) -> Iterator[Field]:
        """The relations that a model declares; an abstract one's count for the models that inherit it."""
        if self.is_abstract(cls):
            return
        own = self.own_fields(cls)
        yield from (field for field in own.values() if field.kind in RELATIONS)
        for base in self.classes.mro(cls)[1:]:
            if isinstance(base, Class) and self.is_model(base) and self.is_abstract(base):
                for name, field in self.own_fields(base).items():
                    if field.kind in RELATIONS and name not in own:
                        yield replace(field, owner=cls)

    @cached_property
    def _reverse_by_model(self) -> dict[ClassLike, dict[str, Reverse]]:
        index: dict[ClassLike, dict[str, Reverse]] = {}
        for field in self._relations:
            if field.target is not None and not field.related_name.endswith("+"):
                accessor = self.accessor_of(field)
                kind = "one_to_one" if field.kind in ("one_to_one", "parent") else "many"
                reverse = Reverse(accessor, field.owner, kind, field.name, field.kind == "many")
                index.setdefault(field.target, {}).setdefault(accessor, reverse)
        return index

    def accessor_of(self, field: Field) -> str:
        """The name under which the other side of a relation reaches back; empty when it does not."""
        owner = field.owner if isinstance(field.owner, str) else field.owner.name
        if field.related_name.endswith("+"):
            return ""
        if not field.related_name:
            return owner.lower() if field.kind in ("one_to_one", "parent") else f"{owner.lower()}_set"
        label = "" if isinstance(field.owner, str) else of_model(field.owner)
        return (
            field.related_name.replace("%(class)s", owner.lower())
            .replace("%(app_label)s", label.lower())
            .replace("%(model_name)s", owner.lower())
        )

    def reverse(self, model: ClassLike, accessor: str) -> Reverse | None:
        """The relation whose other end `model.accessor` is."""
        for base in self.classes.mro(model):
            found = self._reverse_by_model.get(base, {}).get(accessor) or self._outside_reverse(base, accessor)
            if found is not None:
                return found
        return self._child(model, accessor)

    def _outside_reverse(self, model: ClassLike, accessor: str) -> Reverse | None:
        """An accessor that an installed app puts on a model, as the tables tell."""
        names = [model] if isinstance(model, str) else []
        if any(accessor in declared for declared in django_orm.REVERSE_ACCESSORS.values()):
            near = model.module if isinstance(model, Class) else None
            if model == self.user_model(near):
                names.append(django_orm.USER)
        for name in names:
            kind, source = django_orm.REVERSE_ACCESSORS.get(name, {}).get(accessor, ("", ""))
            if kind:
                target = self.user_model(None) if source == django_orm.USER else source
                return Reverse(accessor, target, kind, "", True)
        return None

    def _child(self, model: ClassLike, accessor: str) -> Reverse | None:
        """The model that extends the table of `model` and is reached from it by its name in lower case."""
        if not isinstance(model, Class) or self.is_abstract(model):
            return None
        for name in self._classes_by_lower_name.get(accessor, ()):
            for cls in self._classes_called(name, model.module):
                if model in self.classes.mro(cls)[1:] and not self.is_abstract(cls) and not self.is_proxy(cls):
                    return Reverse(accessor, cls, "one_to_one", f"{model.name.lower()}_ptr")
        return None

    @cached_property
    def _classes_by_lower_name(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for name in self._classes_by_name:
            index.setdefault(name.lower(), []).append(name)
        return index


def _outside_model(label: str, name: str) -> str | None:
    """A model of an installed app by label and name, where the tables know one."""
    ending = f"{label}.models.{name}"
    return next((known for known in sorted(django_orm.ABSTRACT_MODELS) if known.endswith(ending)), None)
