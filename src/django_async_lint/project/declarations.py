"""Answers about the whole project, from declarations in its text: the closed list of project questions.

Questions: which classes build on this one, which fields point at this model, which class does `"app.Model"` name,
which model is the user, which receivers listen to this signal, does anything set `request.user`, does anything
mention this package, which views are routed, where are the functions of this name that are coroutines, which classes
have a method of this name, what does a registering function get, which files hold this word (settings), from which
files do imports lead to a library. The text is
asked first (one pass over the bytes of each file), and only files that answer are parsed. Nothing is evaluated.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django_async_lint.knowledge import django_orm
from django_async_lint.project import importers, outlines, receivers
from django_async_lint.project.classes import Classes, ClassLike, dotted_text
from django_async_lint.project.coroutines import Coroutines
from django_async_lint.project.discovery import TESTS, discover, is_named_by
from django_async_lint.project.modules import Assignment, Class, Function, Module
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
RELATIONS = frozenset({"forward", "one_to_one", "parent", "many"})
WITHOUT_OTHER_SIDE = frozenset({
    "django.contrib.contenttypes.fields.GenericRelation", "auditlog.models.AuditlogHistoryField",
    "cms.models.fields.PlaceholderRelationField", "taggit.managers.TaggableManager",
    "modelcluster.contrib.taggit.ClusterTaggableManager", "parler.models.TranslatedFields",
})  # fmt: skip
NEVER_MODELS = frozenset({"builtins", "abc", "typing", "typing_extensions", "enum", "django"})
MODEL_FIELD_MODULES = ("django.db.models.", "django.contrib.postgres.fields.", "django.contrib.gis.db.models.")
REQUEST_USER = re.compile(rb"\brequest\.(?:_cached_)?user\s*=(?!=)")
USER_SETTING = re.compile(rb"^[ \t]*AUTH_USER_MODEL[ \t]*(?::[^=\n]+)?=[ \t]*[\"']([\w.]+)[\"']", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Field:
    """A declared field. `kind` is forward, one_to_one, parent (the link to a parent model's table), many,
    generic, file or plain; `target` the related model or the class of a file field's value; `related_name` as
    written, empty when it is not; `manager` the class behind its accessor where that is not Django's own;
    `field_class` what it inherits from outside the project, of a relation to several rows."""

    name: str
    kind: str
    target: ClassLike | None
    related_name: str
    owner: ClassLike
    is_nullable: bool = False
    is_unique: bool = False
    manager: str = ""
    through: ClassLike | None = None
    field_class: str = ""

    @property
    def is_many_to_many(self) -> bool:
        """Whether it is a relation to several rows with a table between."""
        return self.kind == "many" and self.field_class not in WITHOUT_OTHER_SIDE


@dataclass(frozen=True, slots=True)
class Reverse:
    """The other end of a relation: the accessor on the target, what it gives (`kind`: one_to_one or many)."""

    accessor: str
    source: ClassLike
    kind: str
    field: str
    is_many_to_many: bool = False


class Declarations:
    """The declarations of one project."""

    def __init__(self, project: Project, names: Names, classes: Classes) -> None:
        self.project = project
        self.names = names
        self.classes = classes
        self.coroutines = Coroutines(
            lambda: self._data, project.layout.module_name, lambda name: names.canonical(name) is not None
        )
        self._models: dict[ClassLike, bool] = {}
        self._fields: dict[ClassLike, dict[str, Field]] = {}
        self._own_fields: dict[Class, dict[str, Field]] = {}
        self._field_kinds: dict[tuple[Class, str], tuple[str, str]] = {}
        self._user_models: dict[str, ClassLike] = {}
        self._files_with: dict[bytes, list[str]] = {}
        self._mentioned: dict[str, bool] = {}

    # Fields of one model: its own text and that of its ancestors, no question to the project.

    def fields(self, model: ClassLike) -> dict[str, Field]:
        """The fields of a model by name, inherited ones too."""
        known = self._fields.get(model)
        if known is None:
            known = {}
            for base in reversed(self.classes.mro(model)):
                known.update(self._own(base) if isinstance(base, Class) else self._of_outside(base, model))
            self._fields[model] = known
        return known

    def _of_outside(self, name: str, model: ClassLike) -> dict[str, Field]:
        """The fields of an outside model, `settings.AUTH_USER_MODEL` resolved as `model` sees it."""
        found = _outside_fields(name)
        if any(field.target == django_orm.USER for field in found.values()):
            user = self.user_model(model.module if isinstance(model, Class) else None)
            found = {
                key: replace(field, target=user) if field.target == django_orm.USER else field
                for key, field in found.items()
            }
        return found

    def validation_queries(self, model: ClassLike) -> frozenset[str]:
        """Why validating an instance asks the database: relation, unique, constraint; or it does not."""
        reasons = set()
        for field in self.fields(model).values():
            if field.kind in ("forward", "one_to_one"):
                reasons.add("relation")
            if field.is_unique or field.kind == "one_to_one":
                reasons.add("unique")
        for base in self.classes.mro(model):
            if isinstance(base, str):
                reasons.update({"unique"} if base.startswith("django.contrib.auth.") else ())
                continue
            options = self._meta(base)
            if "unique_together" in options:
                reasons.add("unique")
            if "constraints" in options:
                reasons.add("constraint")
        return frozenset(reasons)

    def has_unique_together(self, model: ClassLike) -> bool:
        """Whether a model or an ancestor names fields that are unique together."""
        own = (base for base in self.classes.mro(model) if isinstance(base, Class))
        return any("unique_together" in self._meta(base) for base in own)

    def _meta(self, cls: Class) -> dict[str, ast.expr]:
        """The options that a model's own Meta sets."""
        return {
            name: binding.value
            for meta in cls.members.get("Meta", ())
            if isinstance(meta, Class)
            for name, bindings in meta.members.items()
            for binding in bindings
            if isinstance(binding, Assignment) and binding.value is not None
        }

    def is_model(self, cls: ClassLike) -> bool:
        """Whether a class is a Django model: by its ancestors, or, where one of those is a class of a package that
        no table holds, by the model fields that it or an ancestor declares."""
        known = self._models.get(cls)
        if known is None:
            mro = self.classes.mro(cls)
            outside = [base for base in mro if isinstance(base, str)]
            known = any(base == django_orm.MODEL or base in django_orm.ABSTRACT_MODELS for base in outside)
            if not known and any(self._may_be_model(base) for base in outside):
                known = any(self._declares_model_field(base) for base in mro if isinstance(base, Class))
            self._models[cls] = known
        return known

    def _may_be_model(self, name: str) -> bool:
        """Whether a class outside the project may be a model as far as anyone can tell from its name."""
        return name.partition(".")[0] not in NEVER_MODELS and not self.classes.external_bases(name)

    def _declares_model_field(self, cls: Class) -> bool:
        return any(
            name.startswith(MODEL_FIELD_MODULES) and name.endswith(("Field", "ForeignKey"))
            for bindings in cls.members.values()
            for binding in bindings
            if isinstance(binding, Assignment) and isinstance(binding.value, ast.Call)
            for name in self.classes.named(cls, dotted_text(binding.value.func))
            if isinstance(name, str)
        )

    def is_abstract(self, cls: Class) -> bool:
        """Whether a model says `abstract = True` in its Meta."""
        return _is_true(self._meta(cls).get("abstract"))

    def is_proxy(self, cls: Class) -> bool:
        """Whether a model says `proxy = True` in its Meta."""
        return _is_true(self._meta(cls).get("proxy"))

    def _own(self, cls: Class) -> dict[str, Field]:
        known = self._own_fields.get(cls)
        if known is None:
            known = {}
            for name, bindings in cls.members.items():
                for binding in bindings:
                    if isinstance(binding, Assignment) and isinstance(binding.value, ast.Call):
                        field = self._field(cls, name, binding.value)
                        if field is not None:
                            known[name] = field
            self._own_fields[cls] = known
        return known

    def _field(self, cls: Class, name: str, call: ast.Call) -> Field | None:
        text = dotted_text(call.func)
        if not text:
            return None
        kind, declared = self._kind_of_field(cls, text)
        if not kind:
            return None
        keywords = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
        is_unique = _is_true(keywords.get("unique")) or _is_true(keywords.get("primary_key"))
        if kind == "file" and "storage" in keywords and self._is_in_memory(cls, keywords["storage"]):
            declared = ""
        if kind in ("file", "plain", "generic"):
            return Field(name, kind, declared or None, "", cls, is_unique=is_unique)
        written = keywords.get("to", call.args[0] if call.args else None)
        target = self._target(cls, written) if written is not None else None
        if target is None and declared:
            target = cls if declared == "self" else declared
        related_name = _text(keywords.get("related_name"))
        field_class = next((base for base in self._field_classes(cls, text)), "")
        if field_class in WITHOUT_OTHER_SIDE:
            related_name = "+"
        if kind == "one_to_one" and _is_true(keywords.get("parent_link")):
            kind = "parent"
        manager = django_orm.FIELD_MANAGERS.get(field_class, "")
        through = self._target(cls, keywords["through"]) if "through" in keywords else None
        is_nullable = _is_true(keywords.get("null"))
        return Field(name, kind, target, related_name, cls, is_nullable, is_unique, manager, through, field_class)

    def _field_classes(self, cls: Class, text: str) -> Iterator[str]:
        """The field classes outside the project that a call to `text` makes an instance of, nearest first."""
        for field_class in self.classes.named(cls, text):
            for base in self.classes.mro(field_class):
                if isinstance(base, str) and (base in django_orm.RELATION_FIELDS or base in django_orm.FILE_FIELDS):
                    yield base

    def _is_in_memory(self, cls: Class, storage: ast.expr) -> bool:
        """Whether the storage of a file field is written as one that stays in memory, or as a name bound to one."""
        if isinstance(storage, ast.Name):
            bound = (each.value for each in cls.module.bindings.get(storage.id, ()) if isinstance(each, Assignment))
            return any(self._is_in_memory(cls, value) for value in bound if isinstance(value, ast.Call))
        text = dotted_text(storage.func) if isinstance(storage, ast.Call) else dotted_text(storage)
        return any(django_orm.MEMORY_STORAGE in self.classes.mro(each) for each in self.classes.named(cls, text))

    def _kind_of_field(self, cls: Class, text: str) -> tuple[str, str]:
        """The kind of field that a call to `text` makes, and the class that the table names for it."""
        key = (cls, text)
        if key not in self._field_kinds:
            self._field_kinds[key] = ("", "")
            for field_class in self.classes.named(cls, text):
                found = _field_kind(self.classes.mro(field_class))
                if found[0]:
                    self._field_kinds[key] = found
                    break
        return self._field_kinds[key]

    def _target(self, cls: Class, written: ast.expr) -> ClassLike | None:
        if isinstance(written, ast.Constant) and isinstance(written.value, str):
            return self.named_model(written.value, cls)
        text = dotted_text(written.func) if isinstance(written, ast.Call) else dotted_text(written)
        if text.endswith("AUTH_USER_MODEL") or text.endswith("get_user_model"):
            return self.user_model(cls.module)
        return next(self.classes.named(cls, text), None) if text else None

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
        known = self._files_with.get(word)
        if known is None:
            known = self._files_with[word] = [
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

    @cached_property
    def sets_request_user(self) -> bool:
        """Whether code of the project, its tests left out, sets `request.user` by itself."""
        return any(
            REQUEST_USER.search(data) is not None
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
        return None

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
        own = self._own(cls)
        yield from (field for field in own.values() if field.kind in RELATIONS)
        for base in self.classes.mro(cls)[1:]:
            if isinstance(base, Class) and self.is_model(base) and self.is_abstract(base):
                for name, field in self._own(base).items():
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
        label = "" if isinstance(field.owner, str) else _app_label(field.owner)
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


def _field_kind(mro: tuple[ClassLike, ...]) -> tuple[str, str]:
    for base in mro:
        if not isinstance(base, str):
            continue
        if base in django_orm.RELATION_FIELDS:
            return django_orm.RELATION_FIELDS[base], django_orm.FIELD_TARGETS.get(base, "")
        if base in django_orm.FILE_FIELDS:
            return "file", django_orm.FILE_FIELDS[base]
        if base.startswith("django.") and base.endswith("Field"):
            return "plain", ""
    return "", ""


def _outside_fields(name: str) -> dict[str, Field]:
    declared = django_orm.ABSTRACT_MODELS.get(name, {}).get("fields", {})
    assert isinstance(declared, dict)
    return {
        field: Field(field, kind, target if target != "self" else name, "", name)
        for field, (kind, target) in declared.items()
    }


def _outside_model(label: str, name: str) -> str | None:
    """A model of an installed app by label and name, where the tables know one."""
    ending = f"{label}.models.{name}"
    return next((known for known in sorted(django_orm.ABSTRACT_MODELS) if known.endswith(ending)), None)


def _app_label(cls: Class) -> str:
    """The label of the app that a model is in: the package that holds `models`."""
    parts = cls.module.name.split(".")
    before = parts[: parts.index("models")] if "models" in parts else parts[:-1]
    return before[-1] if before else ""


def _text(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _is_true(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is True
