"""What Django gives that waits for nothing: translated texts, times, addresses, what a request holds, columns of rows.

Literal tables only; `source` says where each is documented. A column may hold None as well, which no table here says:
what is a text or None is told as a text, and a test of it is never decided by that.
"""

COLUMNS: dict[str, str] = {
    "CharField": "builtins.str",
    "TextField": "builtins.str",
    "SlugField": "builtins.str",
    "EmailField": "builtins.str",
    "URLField": "builtins.str",
    "FilePathField": "builtins.str",
    "GenericIPAddressField": "builtins.str",
    "IntegerField": "builtins.int",
    "BigIntegerField": "builtins.int",
    "SmallIntegerField": "builtins.int",
    "PositiveIntegerField": "builtins.int",
    "PositiveBigIntegerField": "builtins.int",
    "PositiveSmallIntegerField": "builtins.int",
    "AutoField": "builtins.int",
    "BigAutoField": "builtins.int",
    "SmallAutoField": "builtins.int",
    "FloatField": "builtins.float",
    "DecimalField": "decimal.Decimal",
    "DateField": "datetime.date",
    "DateTimeField": "datetime.datetime",
    "TimeField": "datetime.time",
    "DurationField": "datetime.timedelta",
    "UUIDField": "uuid.UUID",
}
"""Field class of `django.db.models` -> class of the value that a row read from the database has.

Source: https://docs.djangoproject.com/en/stable/ref/models/fields/#field-types"""

FIELD_MODULE = "django.db.models"

LIBRARIES: tuple[dict[str, object], ...] = (
    {
        "name": "Django",
        "roots": ("django.utils.translation",),
        "source": "https://docs.djangoproject.com/en/stable/ref/utils/#module-django.utils.translation",
        "instead": "call it directly",
        "pure": """django.utils.translation.gettext django.utils.translation.gettext_lazy
            django.utils.translation.gettext_noop django.utils.translation.ngettext
            django.utils.translation.ngettext_lazy django.utils.translation.pgettext
            django.utils.translation.pgettext_lazy django.utils.translation.npgettext
            django.utils.translation.npgettext_lazy django.utils.translation.get_language
            django.utils.translation.activate django.utils.translation.deactivate
            django.utils.translation.override""",
        "returns": {
            "django.utils.translation.gettext": "builtins.str",
            "django.utils.translation.gettext_lazy": "builtins.str",
            "django.utils.translation.gettext_noop": "builtins.str",
            "django.utils.translation.ngettext": "builtins.str",
            "django.utils.translation.ngettext_lazy": "builtins.str",
            "django.utils.translation.pgettext": "builtins.str",
            "django.utils.translation.pgettext_lazy": "builtins.str",
            "django.utils.translation.npgettext": "builtins.str",
            "django.utils.translation.npgettext_lazy": "builtins.str",
            "django.utils.translation.get_language": "builtins.str",
        },
    },
    {
        "name": "Django",
        "roots": ("django.utils.timezone", "django.utils.dateparse"),
        "source": "https://docs.djangoproject.com/en/stable/ref/utils/#module-django.utils.timezone",
        "instead": "call it directly",
        "pure": """django.utils.timezone.now django.utils.timezone.localtime django.utils.timezone.localdate
            django.utils.timezone.make_aware django.utils.timezone.make_naive django.utils.timezone.is_aware
            django.utils.timezone.is_naive django.utils.timezone.activate django.utils.timezone.deactivate
            django.utils.timezone.get_current_timezone django.utils.timezone.get_default_timezone
            django.utils.dateparse.parse_date django.utils.dateparse.parse_datetime
            django.utils.dateparse.parse_time django.utils.dateparse.parse_duration""",
        "returns": {
            "django.utils.timezone.now": "datetime.datetime",
            "django.utils.timezone.localtime": "datetime.datetime",
            "django.utils.timezone.localdate": "datetime.date",
            "django.utils.timezone.make_aware": "datetime.datetime",
            "django.utils.timezone.make_naive": "datetime.datetime",
            "django.utils.dateparse.parse_date": "datetime.date",
            "django.utils.dateparse.parse_datetime": "datetime.datetime",
            "django.utils.dateparse.parse_time": "datetime.time",
            "django.utils.dateparse.parse_duration": "datetime.timedelta",
        },
    },
    {
        "name": "Django",
        "roots": ("django.utils.text", "django.utils.html", "django.utils.encoding", "django.utils.http"),
        "source": "https://docs.djangoproject.com/en/stable/ref/utils/",
        "instead": "call it directly",
        "pure": """django.utils.text.slugify django.utils.text.capfirst django.utils.text.get_valid_filename
            django.utils.html.escape django.utils.html.format_html django.utils.html.strip_tags
            django.utils.html.linebreaks django.utils.html.json_script django.utils.safestring.mark_safe
            django.utils.encoding.force_str django.utils.encoding.force_bytes django.utils.encoding.smart_str
            django.utils.encoding.iri_to_uri django.utils.http.urlencode django.utils.http.urlsafe_base64_encode
            django.utils.http.urlsafe_base64_decode django.utils.http.url_has_allowed_host_and_scheme
            django.utils.http.int_to_base36 django.utils.http.base36_to_int""",
        "returns": {
            "django.utils.text.slugify": "builtins.str",
            "django.utils.text.capfirst": "builtins.str",
            "django.utils.text.get_valid_filename": "builtins.str",
            "django.utils.html.escape": "builtins.str",
            "django.utils.html.format_html": "builtins.str",
            "django.utils.html.strip_tags": "builtins.str",
            "django.utils.encoding.force_str": "builtins.str",
            "django.utils.encoding.force_bytes": "builtins.bytes",
            "django.utils.encoding.smart_str": "builtins.str",
            "django.utils.http.urlencode": "builtins.str",
            "django.utils.http.urlsafe_base64_encode": "builtins.str",
            "django.utils.http.urlsafe_base64_decode": "builtins.bytes",
        },
    },
)
