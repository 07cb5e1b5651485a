"""What Django's template language does with a value: filters, tags around other tags, methods it does not call.

Literal tables only. Source: https://docs.djangoproject.com/en/stable/ref/templates/builtins/ and, for the methods,
the attribute `alters_data` of Django's own functions.
"""

DJANGO_BACKEND = "django.template.backends.django.DjangoTemplates"
AUTH_PROCESSOR = "django.contrib.auth.context_processors.auth"
REQUEST_PROCESSOR = "django.template.context_processors.request"

RENDERERS: dict[str, tuple[int, int, int, int]] = {
    "django.shortcuts.render": (1, 2, 0, 5),
    "django.template.loader.render_to_string": (0, 1, 2, 3),
}
"""Functions that render -> positions of the template's name, the context, the request, the engine's alias."""

TEMPLATE_CLASSES: frozenset[str] = frozenset(
    {
        "django.template.backends.django.Template",
        "django.template.Template",
    }
)
"""Classes of a loaded template: `render(context, request)`."""

FROM_TEXT: dict[str, str] = {
    "django.template.Template": "template_string",
    "django.template.Engine.from_string": "template_code",
    "django.template.backends.base.BaseEngine.from_string": "template_code",
}
"""What makes a template of its first argument, the text -> the keyword of that."""

ANY_ENGINE = "django.template.backends.base.BaseEngine."
"""Methods of `engines[alias]`, which may be any backend's."""

WITH_ENGINE: frozenset[str] = frozenset({
    "django.template.loader.get_template", "django.template.loader.select_template",
})  # fmt: skip
"""What loads a template by the engine that `using`, the second argument, names."""

CONTEXTS: dict[str, int] = {
    "django.template.Context": 0,
    "django.template.context.Context": 0,
    "django.template.RequestContext": 1,
    "django.template.context.RequestContext": 1,
}
"""Classes of contexts -> the position of their dict; what stands before is the request."""

RESPONSES: dict[str, tuple[int, int, int]] = {
    "django.template.response.SimpleTemplateResponse": (0, 1, -1),
    "django.template.response.TemplateResponse": (1, 2, 0),
}
"""Responses that Django renders in a thread, and that `render()` renders at once -> positions of the template's
name, the context and the request."""

TEXT_FILTERS: frozenset[str] = frozenset({
    "addslashes", "capfirst", "center", "cut", "escape", "escapejs", "force_escape",
    "iriencode", "linebreaks", "linebreaksbr", "linenumbers", "ljust", "lower", "make_list",
    "phone2numeric", "pprint", "rjust", "safe", "slugify", "stringformat", "striptags", "title",
    "truncatechars", "truncatechars_html", "truncatewords", "truncatewords_html", "upper",
    "urlencode", "urlize", "urlizetrunc", "wordcount", "wordwrap",
})  # fmt: skip
"""Filters that make text of their value, and give text."""

FILTERS: dict[str, tuple[str, str]] = {
    "default": ("test", "or_argument"),
    "default_if_none": ("", "or_argument"),
    "dictsort": ("sort", "list"),
    "dictsortreversed": ("sort", "list"),
    "escapeseq": ("iterate", "text_list"),
    "first": ("index", "element"),
    "join": ("iterate", "text"),
    "length": ("length", "number"),
    "length_is": ("length", ""),
    "pluralize": ("length", "text"),
    "random": ("iterate", "element"),
    "safeseq": ("iterate", "text_list"),
    "slice": ("", "same"),
    "unordered_list": ("iterate", "text"),
    "yesno": ("test", "text"),
}  # fmt: skip
"""Other filters -> what they do with their value, and what they give. All others do nothing of interest; `last` of a
queryset that is not in memory raises for another reason, as Python's `[-1]` does."""

TRANSPARENT: frozenset[str] = frozenset({
    "autoescape", "filter", "spaceless", "localize", "localtime", "cache", "language", "timezone", "ifchanged",
})  # fmt: skip
"""Tags around text and tags that are rendered as they stand."""

READ_ARGUMENTS: dict[str, str] = {
    "cache": "", "language": "", "timezone": "", "ifchanged": "", "url": "", "widthratio": "", "static": "",
    "translate": "", "trans": "", "cycle": "format", "firstof": "test",
}  # fmt: skip
"""Tags that look up all their arguments -> what they do with the values."""

WITHOUT_VALUES: frozenset[str] = frozenset({
    "csrf_token", "debug", "load", "lorem", "now", "resetcycle", "templatetag", "get_static_prefix",
    "get_media_prefix", "partial", "querystring",
})  # fmt: skip

NOT_CALLED: frozenset[str] = frozenset({
    "save", "save_base", "delete", "asave", "adelete", "update", "aupdate", "create", "acreate",
    "get_or_create", "aget_or_create", "update_or_create", "aupdate_or_create", "bulk_create",
    "abulk_create", "bulk_update", "abulk_update", "add", "aadd", "remove", "aremove", "clear",
    "aclear", "set", "aset", "as_manager", "from_queryset",
    "aggregate", "contains", "acontains", "raw", "has_perm", "has_perms", "has_module_perms", "ahas_perm", "ahas_perms",
    "ahas_module_perms", "check_password", "acheck_password",
})  # fmt: skip
"""Methods of models, querysets and managers that templates do not call: they alter data, or need arguments."""

FORMS: tuple[str, ...] = (
    "django.forms.Form", "django.forms.ModelForm", "django.forms.BaseFormSet", "django.forms.BaseModelFormSet",
)  # fmt: skip
"""Classes of forms: what a view has validated of one is not known in the template."""

MODEL_FORM = "django.forms.ModelForm"
MODEL_FIELDS: tuple[str, ...] = (
    "django.forms.ModelChoiceField", "django.forms.ModelMultipleChoiceField",
    "django.forms.models.ModelChoiceField", "django.forms.models.ModelMultipleChoiceField",
)  # fmt: skip
"""Fields whose choices are the rows of a queryset, gone through each time the field is rendered."""

SELECTS: frozenset[str] = frozenset({
    "django.forms.Select", "django.forms.SelectMultiple", "django.forms.RadioSelect",
    "django.forms.CheckboxSelectMultiple", "django.forms.widgets.Select", "django.forms.widgets.SelectMultiple",
    "django.forms.widgets.RadioSelect", "django.forms.widgets.CheckboxSelectMultiple",
})  # fmt: skip
"""Widgets that show all choices."""
