"""Which classes are Django models, which fields they declare. What takes the whole project is left to the heir."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django_async_lint.knowledge import django_orm, django_values
from django_async_lint.project.classes import Classes, ClassLike, dotted_text
from django_async_lint.project.modules import Assignment, Class, Module

RELATIONS = frozenset({"forward", "one_to_one", "parent", "many"})
WITHOUT_OTHER_SIDE = frozenset({
    "django.contrib.contenttypes.fields.GenericRelation", "auditlog.models.AuditlogHistoryField",
    "cms.models.fields.PlaceholderRelationField", "taggit.managers.TaggableManager",
    "modelcluster.contrib.taggit.ClusterTaggableManager", "parler.models.TranslatedFields",
})  # fmt: skip
NEVER_MODELS = frozenset({"builtins", "abc", "typing", "typing_extensions", "enum", "django"})
MODEL_FIELD_MODULES = ("django.db.models.", "django.contrib.postgres.fields.", "django.contrib.gis.db.models.")


@dataclass(frozen=True, slots=True)
class Field:
    """A declared field. `kind` is forward, one_to_one, parent (the link to a parent model's table), many,
    generic, file or plain; `target` the related model, or the class of the value of a file or plain field where that
    is known; `related_name` as written, empty when it is not; `manager` the class behind its accessor where that is
    not Django's own; `field_class` what it inherits from outside the project, of a relation to several rows."""

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


class Models:
    """The models among the classes of a project, and their fields: by the text of each and that of its ancestors."""

    def __init__(self, classes: Classes) -> None:
        self.classes = classes
        self._models: dict[ClassLike, bool] = {}
        self._fields: dict[ClassLike, dict[str, Field]] = {}
        self._own_fields: dict[Class, dict[str, Field]] = {}
        self._field_kinds: dict[tuple[Class, str], tuple[str, str]] = {}

    def user_model(self, near: Module | None) -> ClassLike:
        """The model that `AUTH_USER_MODEL` names, seen from a module."""
        raise NotImplementedError

    def named_model(self, written: str, beside: Class) -> ClassLike | None:
        """The model that a string names in a field of `beside`."""
        raise NotImplementedError

    def fields(self, model: ClassLike) -> dict[str, Field]:
        """The fields of a model by name, inherited ones too."""
        known = self._fields.get(model)
        if known is None:
            known = {}
            for base in reversed(self.classes.mro(model)):
                known.update(self.own_fields(base) if isinstance(base, Class) else self._of_outside(base, model))
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

    def own_fields(self, cls: Class) -> dict[str, Field]:
        """The fields that the body of one class declares."""
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


def _field_kind(mro: tuple[ClassLike, ...]) -> tuple[str, str]:
    for base in mro:
        if not isinstance(base, str):
            continue
        if base in django_orm.RELATION_FIELDS:
            return django_orm.RELATION_FIELDS[base], django_orm.FIELD_TARGETS.get(base, "")
        if base in django_orm.FILE_FIELDS:
            return "file", django_orm.FILE_FIELDS[base]
        if base.startswith("django.") and base.endswith("Field"):
            return "plain", _class_of_column(base) if base is mro[0] else ""
    return "", ""


def _class_of_column(field_class: str) -> str:
    """The class of what a field of Django's reads from its column, empty where no table says so."""
    module, _, name = field_class.rpartition(".")
    return django_values.COLUMNS.get(name, "") if module.startswith(django_values.FIELD_MODULE) else ""


def _outside_fields(name: str) -> dict[str, Field]:
    declared = django_orm.ABSTRACT_MODELS.get(name, {}).get("fields", {})
    assert isinstance(declared, dict)
    return {
        field: Field(field, kind, target if target != "self" else name, "", name)
        for field, (kind, target) in declared.items()
    }


def _text(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _is_true(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is True
