"""Forms: the fields whose choices are rows, which rendering them fetches, and what validating a form asks.

Each time such a field is made into text its queryset is gone through, whatever was validated before. A form whose
`__init__` touches its fields, and a widget that is not one of Django's own selects, are silent.
"""

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django_async_lint.inference.describing import describe
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import members, union
from django_async_lint.inference.values import (
    NOTHING,
    UNKNOWN,
    Collection,
    Constant,
    Instance,
    Manager,
    Mapping,
    Outside,
    QuerySet,
    Row,
    Value,
)
from django_async_lint.knowledge import django_templates
from django_async_lint.project.modules import Assignment, Class

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

BOUND_FIELD = "django.forms.BoundField"
ANY_FIELD = frozenset({"visible_fields", "hidden_fields"})
WHOLE_FORM = frozenset({"as_p", "as_div", "as_table", "as_ul", "render"})
WHOLE_FIELD = frozenset({"as_widget", "as_field_group", "render"})
RELATIONS = ("forward", "one_to_one", "many")

VALIDATING = frozenset({"is_valid", "full_clean", "errors"})
Choices = dict[str, str]
"""Field -> the queryset behind its choices, as messages name it."""


def is_form(evaluator: "Evaluator", value: Value) -> bool:
    """Whether a value is a form or a formset."""
    return isinstance(value, Instance) and evaluator.classes.inherits(value.of, *django_templates.FORMS)


def member(frame: Frame, node: ast.expr, form: Instance, name: str) -> Value:
    """`form.name` in a template: a field, all fields, the whole form as text, or something of no interest."""
    if name in WHOLE_FORM:
        note_rendered(frame, node, form)
        return UNKNOWN
    choices = _choices(frame.evaluator, form)
    if name in ANY_FIELD:
        return Collection("list", element(frame, form))
    return _field(choices[name]) if name in choices else UNKNOWN


def item(frame: Frame, form: Instance, index: Value) -> Value:
    """`form[name]`: a field."""
    sink = _choices(frame.evaluator, form).get(index.value) if isinstance(index, Constant) else None
    return _field(sink) if sink is not None else UNKNOWN


def call_method(frame: Frame, node: ast.expr, receiver: Instance, name: str, is_plain: bool) -> Value | None:
    """A method of a form or of one of its fields that makes text of it, where that is Django's own; None for any
    other. `is_plain` is whether it is called without arguments, which may name another template or widget."""
    if name not in (WHOLE_FIELD if receiver.of == BOUND_FIELD else WHOLE_FORM):
        return None
    if receiver.of != BOUND_FIELD and not is_form(frame.evaluator, receiver):
        return None
    if is_plain:
        note_rendered(frame, node, receiver)
    return UNKNOWN


def _field(sink: str) -> Instance:
    return Instance(BOUND_FIELD, frozenset({sink}))


def element(frame: Frame, form: Instance) -> Value:
    """A field of a form that is iterated."""
    choices = _choices(frame.evaluator, form)
    return Instance(BOUND_FIELD, frozenset(choices.values())) if choices else UNKNOWN


def note_rendered(frame: Frame, node: ast.expr, value: Value) -> None:
    """Notes what making text of a form or of one of its fields fetches."""
    for each in members(value):
        if not isinstance(each, Instance):
            continue
        sinks: frozenset[str] = frozenset()
        if each.of == BOUND_FIELD:
            sinks = each.loaded or frozenset()
        elif is_form(frame.evaluator, each):
            sinks = frozenset(_choices(frame.evaluator, each).values())
        for sink in sorted(sinks):
            frame.add("evaluates", sink, "form", node)


def validated(frame: Frame, node: ast.expr, form: Instance) -> bool | None:
    """Runs what the project's own `clean` methods of a form do; whether validating it asks the database besides,
    None where its fields are not sure."""
    evaluator = frame.evaluator
    cls = form.of
    if not isinstance(cls, Class):
        return None
    own = [base for base in evaluator.classes.mro(cls) if isinstance(base, Class)]
    cleaning = dict.fromkeys(method.name for base in own for method in base.methods if _cleans(method.name))
    for name in cleaning:
        evaluator.special(frame, node, form, name, ())
    if _changes_fields(evaluator, cls):
        return None
    model = _model(evaluator, cls)
    if _choices(evaluator, form):
        return True
    if model is None:
        return None if evaluator.classes.inherits(cls, django_templates.MODEL_FORM) else False
    fields = evaluator.declarations.fields(model)
    taken = _taken(evaluator, cls, model)
    if any(fields[name].is_unique or fields[name].kind in RELATIONS for name in taken):
        return True
    reasons = evaluator.declarations.validation_queries(model)
    return "constraint" in reasons or evaluator.declarations.has_unique_together(model)


def _cleans(name: str) -> bool:
    return name == "clean" or name.startswith("clean_")


def _choices(evaluator: "Evaluator", form: Instance) -> Choices:
    """The fields of a form whose choices are rows of the database; none where its fields are not sure."""
    cls = form.of
    if not isinstance(cls, Class) or _changes_fields(evaluator, cls):
        return {}
    found = _of_model(evaluator, cls)
    for base in reversed(evaluator.classes.mro(cls)):
        if not isinstance(base, Class):
            continue
        for name, bindings in base.members.items():
            if isinstance(bindings[-1], Assignment) and bindings[-1].value is not None:
                found.pop(name, None)
                declared = _declared(evaluator, base, bindings[-1].value)
                if declared:
                    found[name] = declared
    return found


def _changes_fields(evaluator: "Evaluator", cls: Class) -> bool:
    """Whether a form may replace its fields or their widgets when it is made."""
    own = [base for base in evaluator.classes.mro(cls) if isinstance(base, Class)]
    return any(
        "fields" in method.facts.attributes or "helper" in method.facts.attributes
        for base in own
        for method in base.methods
        if method.name in ("__init__", "__new__")
    )


def _declared(evaluator: "Evaluator", owner: Class, written: ast.expr) -> str:
    """The queryset of a declared field, `ModelChoiceField(queryset=...)`; empty for any other field."""
    if not isinstance(written, ast.Call):
        return ""
    frame = Frame(evaluator, owner.module, owner.parent, owner)
    with frame.mute():
        field = evaluator.value_of(frame, written)
        given = {each.arg: evaluator.value_of(frame, each.value) for each in written.keywords if each.arg}
        queryset = given.get("queryset") or (evaluator.value_of(frame, written.args[0]) if written.args else NOTHING)
    if not isinstance(field, Instance) or not evaluator.classes.inherits(field.of, *django_templates.MODEL_FIELDS):
        return ""
    if "widget" in given and not _is_select(given["widget"]):
        return ""
    match queryset:
        case QuerySet(empty=False) | Manager():
            return describe(QuerySet(queryset.model))
        case _:
            return ""


def _is_select(widget: Value) -> bool:
    """Whether a widget shows all choices, as Django's own do."""
    name = widget.of if isinstance(widget, Instance) else widget.name if isinstance(widget, Outside) else ""
    return name in django_templates.SELECTS


def _of_model(evaluator: "Evaluator", cls: Class) -> Choices:
    """The fields that a `ModelForm` makes of the relations of its model."""
    model, meta = _model(evaluator, cls), _meta(evaluator, cls)
    if model is None or meta is None:
        return {}
    widgets = _option(evaluator, meta, "widgets")
    without_choices: set[str] = set()
    if isinstance(widgets, Mapping):
        without_choices.update(str(name) for name, widget in widgets.items if not _is_select(widget))
    elif widgets is not UNKNOWN:
        return {}
    fields = evaluator.declarations.fields(model)
    taken = (fields[name] for name in _taken(evaluator, cls, model) if name not in without_choices)
    return {field.name: describe(QuerySet(field.target)) for field in taken if field.kind in RELATIONS}


def _model(evaluator: "Evaluator", cls: Class) -> Class | None:
    """The model of a `ModelForm`; None for other forms and where it is not told."""
    meta = _meta(evaluator, cls)
    if meta is None or not evaluator.classes.inherits(cls, django_templates.MODEL_FORM):
        return None
    of = getattr(_option(evaluator, meta, "model"), "of", None)
    return of if isinstance(of, Class) else None


def _taken(evaluator: "Evaluator", cls: Class, model: Class) -> list[str]:
    """The fields of its model that a `ModelForm` has."""
    meta = _meta(evaluator, cls)
    if meta is None:
        return []
    listed, excluded = _option(evaluator, meta, "fields"), set(_texts(_option(evaluator, meta, "exclude")))
    names = set(_texts(listed))
    takes_rest = "__all__" in names or (listed is UNKNOWN and bool(excluded))
    return [
        name
        for name, field in evaluator.declarations.fields(model).items()
        if (takes_rest or name in names) and name not in excluded and is_editable(field.owner, name)
    ]


def _meta(evaluator: "Evaluator", cls: Class) -> Class | None:
    found = evaluator.classes.find(cls, "Meta")
    inner = found[1][-1] if found is not None else None
    return inner if isinstance(inner, Class) else None


def _option(evaluator: "Evaluator", meta: Class, name: str) -> Value:
    """An option of a form's `Meta`; unknown when it is not set."""
    found = evaluator.classes.find(meta, name)
    if found is None:
        return UNKNOWN
    owner, bindings = found
    return union(
        tuple(
            evaluator.class_assignment(owner, binding) if isinstance(binding, Assignment) else NOTHING
            for binding in bindings
        )
    )


def _texts(value: Value) -> Iterator[str]:
    for part in value.elements if isinstance(value, Row) else (value,):
        if isinstance(part, Constant) and isinstance(part.value, str):
            yield part.value


def is_editable(owner: object, name: str) -> bool:
    """Whether a model's field is in forms and serializers as one to fill in."""
    options = _options(owner, name)
    editable = options.get("editable") if options is not None else None
    return options is not None and (editable is None or getattr(editable, "value", None) is True)


def has_default(owner: object, name: str) -> bool:
    """Whether a model's field has a default, so that whoever fills a form or serializer in may leave it out."""
    return "default" in (_options(owner, name) or {})


def _options(owner: object, name: str) -> dict[str | None, ast.expr] | None:
    """The keywords of the call that declares a model's field; None where there is no such call."""
    bindings = owner.members.get(name, []) if isinstance(owner, Class) else []
    call = bindings[-1].value if bindings and isinstance(bindings[-1], Assignment) else None
    return {each.arg: each.value for each in call.keywords} if isinstance(call, ast.Call) else None
