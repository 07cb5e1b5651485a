"""What the evaluator must know about Django's ORM and what is built on it: literal tables, no logic.

Names are canonical: the public path for what has one (`django.db.models.Model`), the definition path otherwise;
`ALIASES` maps the other paths. Results of methods are told in these words:

instance, instance_or_none, tuple_instance_bool (`get_or_create`), int, bool, dict, list, in_bulk (dict of
instances), none, scalar (anything else), iterator (touches the database when consumed), queryset (lazy),
instances (a list of instances).

What Django offers as an `a…` twin is not here: see the generated `django_async`. `SOURCES` says where each
fact is written, by table or by root package.
"""

from typing import Any

SOURCES: dict[str, str] = {
    "QUERYSET_LAZY": "https://docs.djangoproject.com/en/stable/ref/models/querysets/#methods-that-return-new-querysets",
    "QUERYSET_METHODS": "https://docs.djangoproject.com/en/stable/ref/models/querysets/#methods-that-do-not-return-querysets",
    "MODEL_METHODS": "https://docs.djangoproject.com/en/stable/ref/models/instances/",
    "RELATED_MANAGER_METHODS": "https://docs.djangoproject.com/en/stable/ref/models/relations/",
    "RELATION_FIELDS": "https://docs.djangoproject.com/en/stable/ref/models/fields/#module-django.db.models.fields.related",
    "FILE_FIELDS": "https://docs.djangoproject.com/en/stable/ref/models/fields/#filefield-and-fieldfile",
    "django.contrib.auth": "https://docs.djangoproject.com/en/stable/ref/contrib/auth/",
    "django.contrib.contenttypes": "https://docs.djangoproject.com/en/stable/ref/contrib/contenttypes/",
    "django.contrib.sites": "https://docs.djangoproject.com/en/stable/ref/contrib/sites/",
    "django.contrib.sessions": "https://docs.djangoproject.com/en/stable/topics/http/sessions/",
    "allauth": "https://docs.allauth.org/",
    "annoying": "https://pypi.org/project/django-annoying/",
    "auditlog": "https://django-auditlog.readthedocs.io/",
    "autoslug": "https://pypi.org/project/django-autoslug/",
    "cms": "https://docs.django-cms.org/",
    "django_celery_beat": "https://django-celery-beat.readthedocs.io/",
    "django_celery_results": "https://django-celery-results.readthedocs.io/",
    "django_extensions": "https://django-extensions.readthedocs.io/",
    "django_otp": "https://django-otp-official.readthedocs.io/",
    "django_resized": "https://pypi.org/project/django-resized/",
    "easy_thumbnails": "https://easy-thumbnails.readthedocs.io/",
    "filer": "https://django-filer.readthedocs.io/",
    "guardian": "https://django-guardian.readthedocs.io/",
    "imagekit": "https://django-imagekit.readthedocs.io/",
    "knox": "https://jazzband.github.io/django-rest-knox/",
    "model_utils": "https://django-model-utils.readthedocs.io/",
    "modelcluster": "https://pypi.org/project/django-modelcluster/",
    "mptt": "https://django-mptt.readthedocs.io/",
    "oauth2_provider": "https://django-oauth-toolkit.readthedocs.io/",
    "ordered_model": "https://pypi.org/project/django-ordered-model/",
    "parler": "https://django-parler.readthedocs.io/",
    "polymorphic": "https://django-polymorphic.readthedocs.io/",
    "private_storage": "https://pypi.org/project/django-private-storage/",
    "rest_framework": "https://www.django-rest-framework.org/api-guide/authentication/#tokenauthentication",
    "rest_framework_simplejwt": "https://django-rest-framework-simplejwt.readthedocs.io/",
    "reversion": "https://django-reversion.readthedocs.io/",
    "safedelete": "https://django-safedelete.readthedocs.io/",
    "simple_history": "https://django-simple-history.readthedocs.io/",
    "smart_selects": "https://django-smart-selects.readthedocs.io/",
    "solo": "https://pypi.org/project/django-solo/",
    "sorl": "https://sorl-thumbnail.readthedocs.io/",
    "sortedm2m": "https://pypi.org/project/django-sortedm2m/",
    "taggit": "https://django-taggit.readthedocs.io/",
    "tree_queries": "https://django-tree-queries.readthedocs.io/",
    "treebeard": "https://django-treebeard.readthedocs.io/",
    "versatileimagefield": "https://django-versatileimagefield.readthedocs.io/",
    "wagtail": "https://docs.wagtail.org/en/stable/reference/models.html",
    "adminsortable": "https://pypi.org/project/django-admin-sortable/",
}

MODEL = "django.db.models.Model"
MANAGER = "django.db.models.Manager"
QUERYSET = "django.db.models.QuerySet"
RAW_QUERYSET = "django.db.models.query.RawQuerySet"
PREFETCH = "django.db.models.Prefetch"
USER = "settings.AUTH_USER_MODEL"
"""Stands for the project's user model wherever a target is named."""

ALIASES: dict[str, str] = {
    "django.db.models.base.Model": "django.db.models.Model",
    "django.contrib.gis.db.models.Model": "django.db.models.Model",
    "django.db.models.manager.Manager": "django.db.models.Manager",
    "django.db.models.manager.BaseManager": "django.db.models.Manager",
    "django.contrib.gis.db.models.Manager": "django.db.models.Manager",
    "django.db.models.query.QuerySet": "django.db.models.QuerySet",
    "django.contrib.gis.db.models.QuerySet": "django.db.models.QuerySet",
    "django.db.models.query.Prefetch": "django.db.models.Prefetch",
    "django.contrib.gis.db.models.Prefetch": "django.db.models.Prefetch",
    "django.db.models.query.prefetch_related_objects": "django.db.models.prefetch_related_objects",
    "django.contrib.gis.db.models.prefetch_related_objects": "django.db.models.prefetch_related_objects",
    "django.db.models.query.aprefetch_related_objects": "django.db.models.aprefetch_related_objects",
    "django.db.models.fields.related.ForeignKey": "django.db.models.ForeignKey",
    "django.contrib.gis.db.models.ForeignKey": "django.db.models.ForeignKey",
    "django.db.models.fields.related.ForeignObject": "django.db.models.ForeignObject",
    "django.db.models.fields.related.OneToOneField": "django.db.models.OneToOneField",
    "django.contrib.gis.db.models.OneToOneField": "django.db.models.OneToOneField",
    "django.db.models.fields.related.ManyToManyField": "django.db.models.ManyToManyField",
    "django.contrib.gis.db.models.ManyToManyField": "django.db.models.ManyToManyField",
    "django.db.models.fields.files.FileField": "django.db.models.FileField",
    "django.contrib.gis.db.models.FileField": "django.db.models.FileField",
    "django.db.models.fields.files.ImageField": "django.db.models.ImageField",
    "django.contrib.gis.db.models.ImageField": "django.db.models.ImageField",
    "django.db.models.query_utils.Q": "django.db.models.Q",
    "django.contrib.gis.db.models.Q": "django.db.models.Q",
    "django.db.models.expressions.F": "django.db.models.F",
    "django.contrib.gis.db.models.F": "django.db.models.F",
    "django.db.models.expressions.Subquery": "django.db.models.Subquery",
    "django.db.models.expressions.OuterRef": "django.db.models.OuterRef",
    "django.db.models.expressions.Exists": "django.db.models.Exists",
    "django.db.models.fields.Field": "django.db.models.Field",
    "django.contrib.contenttypes.fields.GenericForeignKeyDescriptor": "django.contrib.contenttypes.fields.GenericForeignKey",
    "django.db.transaction.Atomic": "django.db.transaction.atomic",
    "django.contrib.auth.base_user.AbstractBaseUser": "django.contrib.auth.models.AbstractBaseUser",
    "django.contrib.auth.base_user.BaseUserManager": "django.contrib.auth.models.BaseUserManager",
    "django.contrib.sessions.base_session.BaseSessionManager": "django.contrib.sessions.models.BaseSessionManager",
    "django.contrib.sessions.base_session.AbstractBaseSession": "django.contrib.sessions.models.AbstractBaseSession",
    "polymorphic.managers.PolymorphicQuerySet": "polymorphic.query.PolymorphicQuerySet",
    "polymorphic.models.PolymorphicManager": "polymorphic.managers.PolymorphicManager",
    "mptt.managers.TreeManager": "mptt.models.TreeManager",
    "treebeard.models.Node": "treebeard.models.Node",
    "taggit.managers._TaggableManager": "taggit.managers.TaggableManager",
    "wagtail.core.models.Page": "wagtail.models.Page",
    "wagtail.models.pages.Page": "wagtail.models.Page",
    "wagtail.models.sites.Site": "wagtail.models.Site",
    "wagtail.models.orderable.Orderable": "wagtail.models.Orderable",
    "cms.models.pluginmodel.CMSPlugin": "cms.models.CMSPlugin",
    "sorl.thumbnail.fields.ImageField": "sorl.thumbnail.ImageField",
    "imagekit.models.fields.ProcessedImageField": "imagekit.models.ProcessedImageField",
    "model_utils.fields.AutoCreatedField": "model_utils.fields.AutoCreatedField",
}
"""Definition path or other public path -> canonical name."""

QUERYSET_LAZY: frozenset[str] = frozenset({
    "all", "filter", "exclude", "complex_filter", "order_by", "reverse", "distinct", "annotate", "alias",
    "extra", "defer", "only", "using", "select_related", "prefetch_related", "select_for_update", "union",
    "intersection", "difference", "none", "fetch_mode", "get_queryset",
})
"""Returns a queryset of the same instances without touching the database."""

QUERYSET_EMPTY: frozenset[str] = frozenset({"none"})
"""What this returns never touches the database, however it is used."""

QUERYSET_VALUES: frozenset[str] = frozenset({"values", "values_list", "dates", "datetimes"})
"""Returns a queryset without touching the database; its rows are dicts, tuples, scalars, dates, not instances."""

QUERYSET_RAW: frozenset[str] = frozenset({"raw"})
"""Returns a `RawQuerySet`: lazy, evaluated like a queryset, without its methods and without async iteration."""

RAW_QUERYSET_METHODS: frozenset[str] = frozenset({"iterator", "prefetch_related", "using", "resolve_model_init_order"})

QUERYSET_METHODS: dict[str, str] = {
    "get": "instance",
    "create": "instance",
    "first": "instance_or_none",
    "last": "instance_or_none",
    "latest": "instance",
    "earliest": "instance",
    "get_or_create": "tuple_instance_bool",
    "update_or_create": "tuple_instance_bool",
    "count": "int",
    "exists": "bool",
    "contains": "bool",
    "aggregate": "dict",
    "bulk_create": "list",
    "bulk_update": "int",
    "in_bulk": "in_bulk",
    "update": "int",
    "delete": "scalar",
    "explain": "scalar",
    "iterator": "iterator",
    "_fetch_all": "none",
    "_raw_delete": "int",
    "_update": "int",
}
"""Touches the database when called (`iterator` when consumed); also on managers, except `delete` and `_…`."""

QUERYSET_CACHED: frozenset[str] = frozenset({"count", "exists", "contains", "first", "last", "get"})
"""Of these `count`, `exists` and `contains` use the rows of an evaluated queryset; `first`, `last` and `get` may."""

QUERYSET_CACHE_READERS: frozenset[str] = frozenset({"count", "exists", "contains"})
"""Touches nothing on an evaluated queryset, and on a prefetched relation through its manager."""

QUERYSET_PURE: frozenset[str] = frozenset({
    "as_manager", "resolve_expression", "_clone", "_chain", "_values", "query", "model", "db", "ordered",
    "totally_ordered", "is_empty_qs", "_hints", "_db", "_result_cache", "_prefetch_related_lookups",
})
"""Attributes and methods of querysets that touch nothing."""

MANAGER_ONLY: frozenset[str] = frozenset({"get_queryset", "db_manager", "raw"})
"""On managers; `db_manager` returns a manager. `from_queryset` and `as_manager` build manager classes."""

NOT_ON_MANAGER: frozenset[str] = frozenset({"delete", "as_manager", "adelete"})
"""QuerySet methods that a manager does not have; neither has it `__iter__`, `__aiter__`, `__len__`, `__getitem__`."""

MODEL_METHODS: dict[str, str] = {
    "save": "none",
    "save_base": "none",
    "delete": "scalar",
    "refresh_from_db": "none",
    "full_clean": "none",
    "clean_fields": "none",
    "validate_unique": "none",
    "validate_constraints": "none",
    "get_next_in_order": "instance",
    "get_previous_in_order": "instance",
}
"""Methods of an instance that touch the database -> what they return."""

MODEL_METHOD_PREFIXES: dict[str, str] = {"get_next_by_": "instance", "get_previous_by_": "instance"}
"""Methods that Django adds for each date field."""

MODEL_CONDITIONAL: dict[str, tuple[str, ...]] = {
    "clean_fields": ("relation",),
    "validate_unique": ("unique",),
    "validate_constraints": ("constraint",),
    "full_clean": ("relation", "unique", "constraint"),
}
"""Touches the database only when the model has a foreign key with a value, a unique field (other than an
automatic primary key) or `unique_together`, or a `UniqueConstraint`/`ExclusionConstraint`."""

MODEL_PURE: frozenset[str] = frozenset({
    "clean", "get_deferred_fields", "serializable_value", "from_db", "check", "prepare_database_save",
    "get_constraints", "date_error_message", "unique_error_message", "get_absolute_url", "pk", "id",
    "_meta", "_state", "_get_pk_val", "_set_pk_val", "_is_pk_set", "DoesNotExist", "MultipleObjectsReturned",
    "NotUpdated", "__eq__", "__hash__", "__reduce__", "__repr__",
})
"""Members of an instance that touch nothing, unless the project overrides them; `get_<field>_display` neither."""

RELATED_MANAGER_METHODS: dict[str, str] = {
    "add": "none",
    "set": "none",
    "remove": "none",
    "clear": "none",
    "create": "instance",
    "get_or_create": "tuple_instance_bool",
    "update_or_create": "tuple_instance_bool",
}
"""What related managers add or replace; all of `QUERYSET_METHODS` but `delete` works on them too.

`remove` and `clear` are missing on the reverse side of a foreign key that is not nullable."""

RELATION_FIELDS: dict[str, str] = {
    "django.db.models.ForeignKey": "forward",
    "django.db.models.ForeignObject": "forward",
    "django.db.models.OneToOneField": "one_to_one",
    "django.db.models.ManyToManyField": "many",
    "django.contrib.contenttypes.fields.GenericForeignKey": "generic",
    "django.contrib.contenttypes.fields.GenericRelation": "many",
    "adminsortable.fields.SortableForeignKey": "forward",
    "annoying.fields.AutoOneToOneField": "one_to_one",
    "auditlog.models.AuditlogHistoryField": "many",
    "cms.models.fields.PageField": "forward",
    "cms.models.fields.PlaceholderField": "forward",
    "cms.models.fields.PlaceholderRelationField": "many",
    "filer.fields.file.FilerFileField": "forward",
    "filer.fields.folder.FilerFolderField": "forward",
    "filer.fields.image.FilerImageField": "forward",
    "modelcluster.contrib.taggit.ClusterTaggableManager": "many",
    "modelcluster.fields.ParentalKey": "forward",
    "modelcluster.fields.ParentalManyToManyField": "many",
    "mptt.fields.TreeForeignKey": "forward",
    "mptt.fields.TreeManyToManyField": "many",
    "mptt.fields.TreeOneToOneField": "one_to_one",
    "parler.fields.TranslationsForeignKey": "forward",
    "parler.models.TranslatedFields": "many",
    "simple_history.models.HistoricForeignKey": "forward",
    "simple_history.models.HistoricOneToOneField": "one_to_one",
    "smart_selects.db_fields.ChainedForeignKey": "forward",
    "smart_selects.db_fields.ChainedManyToManyField": "many",
    "smart_selects.db_fields.GroupedForeignKey": "forward",
    "sortedm2m.fields.SortedManyToManyField": "many",
    "taggit.managers.TaggableManager": "many",
    "tree_queries.fields.TreeNodeForeignKey": "forward",
}
"""Field class -> what reading it gives: forward and one_to_one load an instance, many gives a related manager,
generic loads an instance of any model. The reverse of one_to_one loads, of forward and many is a manager.
The target is the first argument or `to`; where a field needs none see `FIELD_TARGETS`."""

FIELD_TARGETS: dict[str, str] = {
    "cms.models.fields.PageField": "cms.models.Page",
    "cms.models.fields.PlaceholderField": "cms.models.Placeholder",
    "cms.models.fields.PlaceholderRelationField": "cms.models.Placeholder",
    "filer.fields.file.FilerFileField": "filer.models.filemodels.File",
    "filer.fields.folder.FilerFolderField": "filer.models.foldermodels.Folder",
    "filer.fields.image.FilerImageField": "filer.models.imagemodels.Image",
    "taggit.managers.TaggableManager": "taggit.models.Tag",
    "modelcluster.contrib.taggit.ClusterTaggableManager": "taggit.models.Tag",
    "auditlog.models.AuditlogHistoryField": "auditlog.models.LogEntry",
    "tree_queries.fields.TreeNodeForeignKey": "self",
}
"""Target of fields that may be written without one."""

NULLABLE_KEYWORD = "null"

FILE_FIELDS: dict[str, str] = {
    "django.db.models.FileField": "django.db.models.fields.files.FieldFile",
    "django.db.models.ImageField": "django.db.models.fields.files.ImageFieldFile",
    "django_resized.forms.ResizedImageField": "django.db.models.fields.files.ImageFieldFile",
    "django_resized.ResizedImageField": "django.db.models.fields.files.ImageFieldFile",
    "easy_thumbnails.fields.ThumbnailerField": "django.db.models.fields.files.FieldFile",
    "easy_thumbnails.fields.ThumbnailerImageField": "django.db.models.fields.files.ImageFieldFile",
    "imagekit.models.ProcessedImageField": "django.db.models.fields.files.ImageFieldFile",
    "private_storage.fields.PrivateFileField": "django.db.models.fields.files.FieldFile",
    "private_storage.fields.PrivateImageField": "django.db.models.fields.files.ImageFieldFile",
    "sorl.thumbnail.ImageField": "django.db.models.fields.files.ImageFieldFile",
    "versatileimagefield.fields.VersatileImageField": "django.db.models.fields.files.ImageFieldFile",
    "filer.fields.multistorage_file.MultiStorageFileField": "django.db.models.fields.files.FieldFile",
}
"""Field class -> class of its value, whose methods are in `django_services`."""
