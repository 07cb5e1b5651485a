"""What the evaluator must know about Django's ORM and what is built on it: literal tables, no logic.

Names are canonical: the public path for what has one (`django.db.models.Model`), the definition path otherwise;
`ALIASES` maps the other paths. Results of methods are told in these words:

instance, instance_or_none, tuple_instance_bool (`get_or_create`), int, bool, dict, list, in_bulk (dict of
instances), none, scalar (anything else), iterator (touches the database when consumed), queryset (lazy),
instances (a list of instances).

What Django offers as an `a…` twin is not here: see the generated `django_async`. `SOURCES` says where each
fact is written, by table or by root package.
"""

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
    "django_cte": "https://dimagi.github.io/django-cte/",
    "django_lifecycle": "https://rsinger86.github.io/django-lifecycle/",
    "psqlextra": "https://django-postgres-extra.readthedocs.io/en/master/",
    "softdelete": "https://github.com/scoursen/django-softdelete",
}

MODEL = "django.db.models.Model"
MANAGER = "django.db.models.Manager"
QUERYSET = "django.db.models.QuerySet"
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
    "django.db.transaction.Atomic": "django.db.transaction.atomic",
    "django.contrib.auth.base_user.AbstractBaseUser": "django.contrib.auth.models.AbstractBaseUser",
    "django.contrib.auth.base_user.BaseUserManager": "django.contrib.auth.models.BaseUserManager",
    "django.contrib.sessions.base_session.BaseSessionManager": "django.contrib.sessions.models.BaseSessionManager",
    "django.contrib.sessions.base_session.AbstractBaseSession": "django.contrib.sessions.models.AbstractBaseSession",
    "polymorphic.managers.PolymorphicQuerySet": "polymorphic.query.PolymorphicQuerySet",
    "polymorphic.models.PolymorphicManager": "polymorphic.managers.PolymorphicManager",
    "mptt.managers.TreeManager": "mptt.models.TreeManager",
    "wagtail.core.models.Page": "wagtail.models.Page",
    "wagtail.models.pages.Page": "wagtail.models.Page",
    "wagtail.models.sites.Site": "wagtail.models.Site",
    "wagtail.models.orderable.Orderable": "wagtail.models.Orderable",
    "cms.models.pluginmodel.CMSPlugin": "cms.models.CMSPlugin",
    "sorl.thumbnail.fields.ImageField": "sorl.thumbnail.ImageField",
    "imagekit.models.fields.ProcessedImageField": "imagekit.models.ProcessedImageField",
}
"""Definition path or other public path -> canonical name."""

QUERYSET_LAZY: frozenset[str] = frozenset(
    {
        "all",
        "filter",
        "exclude",
        "complex_filter",
        "order_by",
        "reverse",
        "distinct",
        "annotate",
        "alias",
        "extra",
        "defer",
        "only",
        "using",
        "select_related",
        "prefetch_related",
        "select_for_update",
        "union",
        "intersection",
        "difference",
        "none",
        "fetch_mode",
        "get_queryset",
    }
)
"""Returns a queryset of the same instances without touching the database."""

LOCKING_METHODS: frozenset[str] = frozenset({
    "get", "first", "last", "earliest", "latest", "exists", "contains", "in_bulk", "get_or_create", "explain",
})
"""Raise TransactionManagementError after `select_for_update` where no transaction is open, with the database features
of PostgreSQL, and so do their twins, `async for` and `aiterator`: run on 4.2, 5.1 and 5.2. Others do not lock
(`count`, `aggregate`, `update`, `delete`, `create`) or open a transaction of their own (`update_or_create`)."""

LOCKING_SHORTCUTS: frozenset[str] = frozenset({
    "django.shortcuts.aget_object_or_404", "django.shortcuts.aget_list_or_404",
})
"""The same by way of the queryset that they are given."""

NEVER_LOCKS = "SQLite"
LOCKING_ENGINES: dict[str, str] = {
    "django.db.backends.sqlite3": "SQLite",
    "django.contrib.gis.db.backends.spatialite": "SQLite",
    "django_prometheus.db.backends.sqlite3": "SQLite",
    "django.db.backends.postgresql": "PostgreSQL",
    "django.db.backends.postgresql_psycopg2": "PostgreSQL",
    "django.contrib.gis.db.backends.postgis": "PostgreSQL",
    "django_prometheus.db.backends.postgresql": "PostgreSQL",
    "django_prometheus.db.backends.postgis": "PostgreSQL",
    "django_tenants.postgresql_backend": "PostgreSQL",
    "psqlextra.backend": "PostgreSQL",
    "dj_db_conn_pool.backends.postgresql": "PostgreSQL",
    "django.db.backends.mysql": "MySQL",
    "django.contrib.gis.db.backends.mysql": "MySQL",
    "django_prometheus.db.backends.mysql": "MySQL",
    "dj_db_conn_pool.backends.mysql": "MySQL",
    "django.db.backends.oracle": "Oracle",
    "django.contrib.gis.db.backends.oracle": "Oracle",
    "django_cockroachdb": "CockroachDB",
    "mssql": "SQL Server",
}
"""ENGINE of DATABASES -> what the database is called. `has_select_for_update` of the features of each, read in the
source; SQLite ignores `select_for_update`."""

QUERYSET_VALUES: frozenset[str] = frozenset({"values", "values_list", "dates", "datetimes"})
"""Returns a queryset without touching the database; its rows are dicts, tuples, scalars, dates, not instances."""

QUERYSET_RAW: frozenset[str] = frozenset({"raw"})
"""Returns a `RawQuerySet`: lazy, evaluated like a queryset (`async for` works), without its methods."""

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

QUERYSET_CACHE_READERS: frozenset[str] = frozenset({"count", "exists", "contains"})
"""Touches nothing on an evaluated queryset, and on a prefetched relation through its manager."""

QUERYSET_PURE: frozenset[str] = frozenset(
    {
        "as_manager",
        "resolve_expression",
        "_clone",
        "_chain",
        "_values",
        "query",
        "model",
        "db",
        "ordered",
        "totally_ordered",
        "is_empty_qs",
        "_hints",
        "_db",
        "_result_cache",
        "_prefetch_related_lookups",
    }
)
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

MAY_ALL: dict[str, bool] = {"is_active": True, "is_superuser": True}
"""Fields of a user with which `has_perm` and its kin ask nobody:
https://docs.djangoproject.com/en/stable/ref/contrib/auth/#django.contrib.auth.models.User.has_perm"""

MAY_ALL_METHODS: tuple[str, ...] = ("has_perm", "has_perms", "has_module_perms")
"""The methods that look at them first."""

GENERIC_RELATION = "django.contrib.contenttypes.fields.GenericRelation"
"""The field whose manager asks for the content type of its model before anything else."""

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

SAVES_ROW: dict[str, int] = {
    "django.db.models.fields.files.FieldFile.save": 2,
    "django.db.models.fields.files.FieldFile.delete": 0,
}
"""What saves the row of a file too, unless its argument `save` at this place is false. Source:
https://docs.djangoproject.com/en/stable/ref/models/fields/#django.db.models.fields.files.FieldFile.save"""
MEMORY_STORAGE = "django.core.files.storage.InMemoryStorage"

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

FIELD_MANAGERS: dict[str, str] = {
    "taggit.managers.TaggableManager": "taggit.managers._TaggableManager",
    "modelcluster.contrib.taggit.ClusterTaggableManager": "taggit.managers._TaggableManager",
}
"""Relation field -> manager class behind its accessor, where it is not Django's own related manager."""

ABSTRACT_MODELS: dict[str, dict[str, object]] = {
    "django.contrib.auth.models.AbstractBaseUser": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "pure": "get_username clean set_unusable_password has_usable_password get_session_auth_hash get_email_field_name"
        " normalize_username natural_key is_anonymous is_authenticated get_session_auth_fallback_hash",
    },
    "django.contrib.auth.models.PermissionsMixin": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {
            "groups": ("many", "django.contrib.auth.models.Group"),
            "user_permissions": ("many", "django.contrib.auth.models.Permission"),
        },
        "methods": {
            "has_perm": "bool",
            "has_perms": "bool",
            "has_module_perms": "bool",
            "get_all_permissions": "scalar",
            "get_group_permissions": "scalar",
            "get_user_permissions": "scalar",
        },
    },
    "django.contrib.auth.models.AbstractUser": {
        "bases": ("django.contrib.auth.models.AbstractBaseUser", "django.contrib.auth.models.PermissionsMixin"),
        "abstract": True,
        "manager": "django.contrib.auth.models.UserManager",
        "pure": "get_full_name get_short_name",
    },
    "django.contrib.auth.models.User": {"bases": ("django.contrib.auth.models.AbstractUser",)},
    "django.contrib.auth.models.Group": {
        "bases": ("django.db.models.Model",),
        "fields": {"permissions": ("many", "django.contrib.auth.models.Permission")},
        "manager": "django.contrib.auth.models.GroupManager",
    },
    "django.contrib.auth.models.Permission": {
        "bases": ("django.db.models.Model",),
        "fields": {"content_type": ("forward", "django.contrib.contenttypes.models.ContentType")},
        "manager": "django.contrib.auth.models.PermissionManager",
        "methods": {"natural_key": "scalar"},
    },
    "django.contrib.contenttypes.models.ContentType": {
        "bases": ("django.db.models.Model",),
        "manager": "django.contrib.contenttypes.models.ContentTypeManager",
        "methods": {"get_object_for_this_type": "instance"},
        "lazy": "get_all_objects_for_this_type",
        "pure": "model_class natural_key name app_labeled_name",
    },
    "django.contrib.sessions.models.AbstractBaseSession": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "manager": "django.contrib.sessions.models.BaseSessionManager",
        "pure": "get_decoded get_session_store_class",
    },
    "django.contrib.sessions.models.Session": {
        "bases": ("django.contrib.sessions.models.AbstractBaseSession",),
        "manager": "django.contrib.sessions.models.SessionManager",
    },
    "django.contrib.sites.models.Site": {
        "bases": ("django.db.models.Model",),
        "manager": "django.contrib.sites.models.SiteManager",
        "pure": "natural_key",
    },
    "django.contrib.admin.models.LogEntry": {
        "bases": ("django.db.models.Model",),
        "fields": {
            "user": ("forward", "settings.AUTH_USER_MODEL"),
            "content_type": ("forward", "django.contrib.contenttypes.models.ContentType"),
        },
        "manager": "django.contrib.admin.models.LogEntryManager",
        "methods": {"get_edited_object": "instance"},
        "pure": "is_addition is_change is_deletion get_change_message",
    },
    "django.contrib.redirects.models.Redirect": {
        "bases": ("django.db.models.Model",),
        "fields": {"site": ("forward", "django.contrib.sites.models.Site")},
    },
    "django.contrib.flatpages.models.FlatPage": {
        "bases": ("django.db.models.Model",),
        "fields": {"sites": ("many", "django.contrib.sites.models.Site")},
    },
    "model_utils.models.TimeStampedModel": {"bases": ("django.db.models.Model",), "abstract": True},
    "model_utils.models.TimeFramedModel": {"bases": ("django.db.models.Model",), "abstract": True},
    "model_utils.models.StatusModel": {"bases": ("django.db.models.Model",), "abstract": True},
    "model_utils.models.UUIDModel": {"bases": ("django.db.models.Model",), "abstract": True},
    "model_utils.models.SoftDeletableModel": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "manager": "model_utils.managers.SoftDeletableManager",
        "managers": {
            "available_objects": "model_utils.managers.SoftDeletableManager",
            "all_objects": "django.db.models.Manager",
        },
    },
    "django_extensions.db.models.TimeStampedModel": {"bases": ("django.db.models.Model",), "abstract": True},
    "django_extensions.db.models.TitleDescriptionModel": {"bases": ("django.db.models.Model",), "abstract": True},
    "django_extensions.db.models.TitleSlugDescriptionModel": {
        "bases": ("django_extensions.db.models.TitleDescriptionModel",),
        "abstract": True,
    },
    "django_extensions.db.models.ActivatorModel": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "manager": "django_extensions.db.models.ActivatorModelManager",
    },
    "mptt.models.MPTTModel": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "manager": "mptt.models.TreeManager",
        "lazy": "get_ancestors get_children get_descendants get_family get_leafnodes get_siblings",
        "methods": {
            "get_root": "instance",
            "get_next_sibling": "instance_or_none",
            "get_previous_sibling": "instance_or_none",
            "insert_at": "none",
            "move_to": "none",
        },
        "pure": "get_descendant_count get_level is_child_node is_leaf_node is_root_node is_descendant_of is_ancestor_of",
    },
    "treebeard.models.Node": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "lazy": "get_children get_descendants get_siblings get_ancestors get_tree get_root_nodes",
        "methods": {
            "add_root": "instance",
            "add_child": "instance",
            "add_sibling": "instance",
            "move": "none",
            "get_parent": "instance_or_none",
            "get_root": "instance",
            "get_first_root_node": "instance_or_none",
            "get_last_root_node": "instance_or_none",
            "get_first_child": "instance_or_none",
            "get_last_child": "instance_or_none",
            "get_first_sibling": "instance",
            "get_last_sibling": "instance",
            "get_prev_sibling": "instance_or_none",
            "get_next_sibling": "instance_or_none",
            "get_descendant_count": "int",
            "load_bulk": "list",
            "dump_bulk": "list",
            "find_problems": "scalar",
            "fix_tree": "none",
            "get_annotated_list": "list",
        },
    },
    "treebeard.mp_tree.MP_Node": {
        "bases": ("treebeard.models.Node",),
        "abstract": True,
        "manager": "treebeard.mp_tree.MP_NodeManager",
        "pure": "get_depth is_root is_leaf is_sibling_of is_child_of is_descendant_of get_children_count",
    },
    "treebeard.ns_tree.NS_Node": {
        "bases": ("treebeard.models.Node",),
        "abstract": True,
        "manager": "treebeard.ns_tree.NS_NodeManager",
        "pure": "get_depth is_root is_leaf is_descendant_of",
    },
    "treebeard.al_tree.AL_Node": {
        "bases": ("treebeard.models.Node",),
        "abstract": True,
        "manager": "treebeard.al_tree.AL_NodeManager",
        "methods": {
            "get_ancestors": "instances",
            "get_descendants": "instances",
            "get_tree": "instances",
            "get_depth": "int",
            "get_children_count": "int",
        },
    },
    "tree_queries.models.TreeNode": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {"parent": ("forward", "self")},
        "reverse": {"children": ("many", "self")},
        "manager": "tree_queries.query.TreeManager",
        "lazy": "descendants",
        "methods": {"ancestors": "queryset"},
    },
    "polymorphic.models.PolymorphicModel": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {"polymorphic_ctype": ("forward", "django.contrib.contenttypes.models.ContentType")},
        "manager": "polymorphic.managers.PolymorphicManager",
        "methods": {
            "get_real_instance": "instance",
            "get_real_instance_class": "scalar",
            "pre_save_polymorphic": "none",
        },
    },
    "parler.models.TranslatableModelMixin": {
        "bases": (),
        "abstract": True,
        "methods": {
            "create_translation": "none",
            "delete_translation": "int",
            "has_translation": "bool",
            "get_available_languages": "list",
            "get_translation": "instance",
            "save_translations": "none",
            "save_translation": "bool",
            "safe_translation_getter": "scalar",
        },
        "pure": "get_current_language set_current_language get_fallback_language get_fallback_languages",
    },
    "parler.models.TranslatableModel": {
        "bases": ("parler.models.TranslatableModelMixin", "django.db.models.Model"),
        "abstract": True,
        "manager": "parler.managers.TranslatableManager",
    },
    "parler.models.TranslatedFieldsModel": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "pure": "is_modified is_empty get_translated_fields",
    },
    "modelcluster.models.ClusterableModel": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "methods": {"serializable_data": "dict", "to_json": "scalar", "copy_child_relation": "dict"},
    },
    "solo.models.SingletonModel": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "methods": {"get_solo": "instance"},
    },
    "ordered_model.models.OrderedModelBase": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "manager": "ordered_model.models.OrderedModelManager",
        "lazy": "get_ordering_queryset",
        "methods": {
            "previous": "instance_or_none",
            "next": "instance_or_none",
            "swap": "none",
            "up": "none",
            "down": "none",
            "to": "none",
            "above": "none",
            "below": "none",
            "top": "none",
            "bottom": "none",
        },
    },
    "ordered_model.models.OrderedModel": {"bases": ("ordered_model.models.OrderedModelBase",), "abstract": True},
    "safedelete.models.SafeDeleteModel": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "manager": "safedelete.managers.SafeDeleteManager",
        "managers": {
            "all_objects": "safedelete.managers.SafeDeleteAllManager",
            "deleted_objects": "safedelete.managers.SafeDeleteDeletedManager",
        },
        "methods": {"undelete": "scalar"},
    },
    "softdelete.models.SoftDeleteObject": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "manager": "softdelete.models.SoftDeleteManager",
        "methods": {"hard_delete": "none", "undelete": "none"},
        "pure": "get_deleted deleted",
    },
    "django_lifecycle.LifecycleModel": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "pure": "initial_value has_changed",
    },
    "psqlextra.models.PostgresModel": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "manager": "psqlextra.manager.PostgresManager",
    },
    "psqlextra.models.PostgresPartitionedModel": {"bases": ("psqlextra.models.PostgresModel",), "abstract": True},
    "psqlextra.models.PostgresViewModel": {"bases": ("psqlextra.models.PostgresModel",), "abstract": True},
    "taggit.models.TagBase": {"bases": ("django.db.models.Model",), "abstract": True, "pure": "slugify"},
    "taggit.models.Tag": {"bases": ("taggit.models.TagBase",)},
    "taggit.models.ItemBase": {"bases": ("django.db.models.Model",), "abstract": True},
    "taggit.models.TaggedItemBase": {
        "bases": ("taggit.models.ItemBase",),
        "abstract": True,
        "fields": {"tag": ("forward", "taggit.models.Tag")},
    },
    "taggit.models.CommonGenericTaggedItemBase": {
        "bases": ("taggit.models.ItemBase",),
        "abstract": True,
        "fields": {
            "content_type": ("forward", "django.contrib.contenttypes.models.ContentType"),
            "content_object": ("generic", ""),
        },
    },
    "taggit.models.GenericTaggedItemBase": {"bases": ("taggit.models.CommonGenericTaggedItemBase",), "abstract": True},
    "taggit.models.TaggedItem": {"bases": ("taggit.models.GenericTaggedItemBase", "taggit.models.TaggedItemBase")},
    "guardian.models.UserObjectPermissionBase": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {
            "permission": ("forward", "django.contrib.auth.models.Permission"),
            "user": ("forward", "settings.AUTH_USER_MODEL"),
        },
        "manager": "guardian.managers.UserObjectPermissionManager",
    },
    "guardian.models.GroupObjectPermissionBase": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {
            "permission": ("forward", "django.contrib.auth.models.Permission"),
            "group": ("forward", "django.contrib.auth.models.Group"),
        },
        "manager": "guardian.managers.GroupObjectPermissionManager",
    },
    "guardian.models.UserObjectPermission": {
        "bases": ("guardian.models.UserObjectPermissionBase",),
        "fields": {
            "content_type": ("forward", "django.contrib.contenttypes.models.ContentType"),
            "content_object": ("generic", ""),
        },
    },
    "guardian.models.GroupObjectPermission": {
        "bases": ("guardian.models.GroupObjectPermissionBase",),
        "fields": {
            "content_type": ("forward", "django.contrib.contenttypes.models.ContentType"),
            "content_object": ("generic", ""),
        },
    },
    "guardian.mixins.GuardianUserMixin": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "methods": {"add_obj_perm": "instance", "del_obj_perm": "scalar"},
    },
    "allauth.account.models.EmailAddress": {
        "bases": ("django.db.models.Model",),
        "fields": {"user": ("forward", "settings.AUTH_USER_MODEL")},
        "manager": "allauth.account.managers.EmailAddressManager",
        "methods": {"set_as_primary": "bool", "send_confirmation": "scalar", "remove": "none"},
    },
    "allauth.account.models.EmailConfirmation": {
        "bases": ("django.db.models.Model",),
        "fields": {"email_address": ("forward", "allauth.account.models.EmailAddress")},
        "manager": "allauth.account.managers.EmailConfirmationManager",
        "methods": {"confirm": "instance_or_none", "send": "none"},
    },
    "allauth.socialaccount.models.SocialAccount": {
        "bases": ("django.db.models.Model",),
        "fields": {"user": ("forward", "settings.AUTH_USER_MODEL")},
    },
    "allauth.socialaccount.models.SocialApp": {
        "bases": ("django.db.models.Model",),
        "fields": {"sites": ("many", "django.contrib.sites.models.Site")},
    },
    "allauth.socialaccount.models.SocialToken": {
        "bases": ("django.db.models.Model",),
        "fields": {
            "app": ("forward", "allauth.socialaccount.models.SocialApp"),
            "account": ("forward", "allauth.socialaccount.models.SocialAccount"),
        },
    },
    "oauth2_provider.models.AbstractApplication": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {"user": ("forward", "settings.AUTH_USER_MODEL")},
    },
    "oauth2_provider.models.AbstractGrant": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {
            "user": ("forward", "settings.AUTH_USER_MODEL"),
            "application": ("forward", "oauth2_provider.models.Application"),
        },
        "pure": "is_expired",
    },
    "oauth2_provider.models.AbstractAccessToken": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {
            "user": ("forward", "settings.AUTH_USER_MODEL"),
            "application": ("forward", "oauth2_provider.models.Application"),
            "source_refresh_token": ("one_to_one", "oauth2_provider.models.RefreshToken"),
            "id_token": ("one_to_one", "oauth2_provider.models.IDToken"),
        },
        "methods": {"revoke": "none"},
        "pure": "is_valid is_expired allow_scopes scopes",
    },
    "oauth2_provider.models.AbstractRefreshToken": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {
            "user": ("forward", "settings.AUTH_USER_MODEL"),
            "application": ("forward", "oauth2_provider.models.Application"),
            "access_token": ("one_to_one", "oauth2_provider.models.AccessToken"),
        },
        "methods": {"revoke": "none"},
    },
    "oauth2_provider.models.AbstractIDToken": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {
            "user": ("forward", "settings.AUTH_USER_MODEL"),
            "application": ("forward", "oauth2_provider.models.Application"),
        },
        "methods": {"revoke": "none"},
        "pure": "is_valid is_expired allow_scopes scopes",
    },
    "oauth2_provider.models.Application": {
        "bases": ("oauth2_provider.models.AbstractApplication",),
        "manager": "oauth2_provider.models.ApplicationManager",
    },
    "oauth2_provider.models.Grant": {"bases": ("oauth2_provider.models.AbstractGrant",)},
    "oauth2_provider.models.AccessToken": {"bases": ("oauth2_provider.models.AbstractAccessToken",)},
    "oauth2_provider.models.RefreshToken": {"bases": ("oauth2_provider.models.AbstractRefreshToken",)},
    "oauth2_provider.models.IDToken": {"bases": ("oauth2_provider.models.AbstractIDToken",)},
    "django_celery_results.models.TaskResult": {
        "bases": ("django.db.models.Model",),
        "manager": "django_celery_results.managers.TaskResultManager",
        "pure": "as_dict",
    },
    "django_celery_results.models.GroupResult": {
        "bases": ("django.db.models.Model",),
        "manager": "django_celery_results.managers.GroupResultManager",
    },
    "django_celery_beat.models.IntervalSchedule": {
        "bases": ("django.db.models.Model",),
        "methods": {"from_schedule": "instance"},
    },
    "django_celery_beat.models.CrontabSchedule": {
        "bases": ("django.db.models.Model",),
        "methods": {"from_schedule": "instance"},
    },
    "django_celery_beat.models.ClockedSchedule": {"bases": ("django.db.models.Model",)},
    "django_celery_beat.models.SolarSchedule": {"bases": ("django.db.models.Model",)},
    "django_celery_beat.models.PeriodicTask": {
        "bases": ("django.db.models.Model",),
        "fields": {
            "interval": ("forward", "django_celery_beat.models.IntervalSchedule"),
            "crontab": ("forward", "django_celery_beat.models.CrontabSchedule"),
            "solar": ("forward", "django_celery_beat.models.SolarSchedule"),
            "clocked": ("forward", "django_celery_beat.models.ClockedSchedule"),
        },
    },
    "auditlog.models.LogEntry": {
        "bases": ("django.db.models.Model",),
        "fields": {
            "content_type": ("forward", "django.contrib.contenttypes.models.ContentType"),
            "actor": ("forward", "settings.AUTH_USER_MODEL"),
        },
    },
    "rest_framework.authtoken.models.Token": {
        "bases": ("django.db.models.Model",),
        "fields": {"user": ("one_to_one", "settings.AUTH_USER_MODEL")},
        "pure": "generate_key",
    },
    "rest_framework_simplejwt.token_blacklist.models.OutstandingToken": {
        "bases": ("django.db.models.Model",),
        "fields": {"user": ("forward", "settings.AUTH_USER_MODEL")},
    },
    "rest_framework_simplejwt.token_blacklist.models.BlacklistedToken": {
        "bases": ("django.db.models.Model",),
        "fields": {"token": ("one_to_one", "rest_framework_simplejwt.token_blacklist.models.OutstandingToken")},
    },
    "knox.models.AbstractAuthToken": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {"user": ("forward", "settings.AUTH_USER_MODEL")},
        "manager": "knox.models.AuthTokenManager",
    },
    "knox.models.AuthToken": {"bases": ("knox.models.AbstractAuthToken",)},
    "filer.models.filemodels.File": {
        "bases": ("polymorphic.models.PolymorphicModel",),
        "fields": {
            "folder": ("forward", "filer.models.foldermodels.Folder"),
            "owner": ("forward", "settings.AUTH_USER_MODEL"),
            "file": ("file", "django.db.models.fields.files.FieldFile"),
        },
    },
    "filer.models.foldermodels.Folder": {
        "bases": ("django.db.models.Model",),
        "fields": {"parent": ("forward", "self"), "owner": ("forward", "settings.AUTH_USER_MODEL")},
        "reverse": {"children": ("many", "self")},
    },
    "filer.models.abstract.BaseImage": {"bases": ("filer.models.filemodels.File",), "abstract": True},
    "filer.models.imagemodels.Image": {"bases": ("filer.models.abstract.BaseImage",)},
    "cms.models.CMSPlugin": {
        "bases": ("django.db.models.Model",),
        "fields": {"placeholder": ("forward", "cms.models.Placeholder"), "parent": ("forward", "cms.models.CMSPlugin")},
        "methods": {"get_plugin_instance": "scalar", "get_bound_plugin": "instance"},
    },
    "wagtail.models.Orderable": {"bases": ("django.db.models.Model",), "abstract": True},
    "wagtail.models.TranslatableMixin": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {"locale": ("forward", "wagtail.models.Locale")},
        "lazy": "get_translations",
        "methods": {
            "get_translation": "instance",
            "get_translation_or_none": "instance_or_none",
            "has_translation": "bool",
            "copy_for_translation": "instance",
        },
        "properties": {"localized": "instance"},
    },
    "wagtail.models.RevisionMixin": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {"latest_revision": ("forward", "wagtail.models.Revision")},
        "lazy": "revisions",
        "methods": {
            "save_revision": "instance",
            "get_latest_revision": "instance_or_none",
            "get_latest_revision_as_object": "instance",
        },
    },
    "wagtail.models.DraftStateMixin": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {"live_revision": ("forward", "wagtail.models.Revision")},
        "methods": {"publish": "none", "unpublish": "none"},
    },
    "wagtail.models.LockableMixin": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {"locked_by": ("forward", "settings.AUTH_USER_MODEL")},
    },
    "wagtail.models.WorkflowMixin": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "methods": {"get_workflow": "instance_or_none"},
        "properties": {
            "has_workflow": "bool",
            "workflow_in_progress": "bool",
            "current_workflow_state": "instance_or_none",
            "current_workflow_task": "instance_or_none",
        },
    },
    "wagtail.models.Page": {
        "bases": (
            "treebeard.mp_tree.MP_Node",
            "wagtail.models.TranslatableMixin",
            "wagtail.models.RevisionMixin",
            "wagtail.models.DraftStateMixin",
            "wagtail.models.LockableMixin",
            "wagtail.models.WorkflowMixin",
        ),
        "fields": {
            "content_type": ("forward", "django.contrib.contenttypes.models.ContentType"),
            "owner": ("forward", "settings.AUTH_USER_MODEL"),
            "alias_of": ("forward", "wagtail.models.Page"),
        },
        "manager": "wagtail.models.PageManager",
        "lazy": "get_children get_descendants get_ancestors get_siblings get_next_siblings get_prev_siblings",
        "methods": {
            "move": "none",
            "copy": "instance",
            "create_alias": "instance",
            "update_aliases": "none",
            "get_view_restrictions": "queryset",
            "route": "scalar",
            "get_site": "instance_or_none",
        },
        "properties": {"specific": "instance", "has_workflow": "bool"},
    },
    "wagtail.models.Site": {
        "bases": ("django.db.models.Model",),
        "fields": {"root_page": ("forward", "wagtail.models.Page")},
        "methods": {"find_for_request": "instance_or_none", "get_site_root_paths": "list"},
    },
    "wagtail.models.Locale": {
        "bases": ("django.db.models.Model",),
        "methods": {"get_default": "instance", "get_active": "instance"},
    },
    "wagtail.models.Collection": {"bases": ("treebeard.mp_tree.MP_Node",), "lazy": "get_view_restrictions"},
    "wagtail.models.Revision": {
        "bases": ("django.db.models.Model",),
        "fields": {
            "content_type": ("forward", "django.contrib.contenttypes.models.ContentType"),
            "base_content_type": ("forward", "django.contrib.contenttypes.models.ContentType"),
            "user": ("forward", "settings.AUTH_USER_MODEL"),
            "content_object": ("generic", ""),
        },
        "methods": {"as_object": "instance", "publish": "none", "is_latest_revision": "bool"},
    },
    "wagtail.images.models.AbstractImage": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {
            "collection": ("forward", "wagtail.models.Collection"),
            "uploaded_by_user": ("forward", "settings.AUTH_USER_MODEL"),
            "tags": ("many", "taggit.models.Tag"),
            "file": ("file", "django.db.models.fields.files.ImageFieldFile"),
        },
        "methods": {"get_rendition": "instance", "get_renditions": "dict", "find_existing_rendition": "instance"},
    },
    "wagtail.images.models.Image": {"bases": ("wagtail.images.models.AbstractImage",)},
    "wagtail.images.models.AbstractRendition": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {"file": ("file", "django.db.models.fields.files.ImageFieldFile")},
    },
    "wagtail.documents.models.AbstractDocument": {
        "bases": ("django.db.models.Model",),
        "abstract": True,
        "fields": {
            "collection": ("forward", "wagtail.models.Collection"),
            "uploaded_by_user": ("forward", "settings.AUTH_USER_MODEL"),
            "tags": ("many", "taggit.models.Tag"),
            "file": ("file", "django.db.models.fields.files.FieldFile"),
        },
    },
    "wagtail.documents.models.Document": {"bases": ("wagtail.documents.models.AbstractDocument",)},
}
"""Models that projects build on or use. Keys of an entry:

bases (dotted names), abstract, fields {name: (kind of `RELATION_FIELDS` or "file", target)},
reverse {accessor: (kind, target)}, manager (class of `objects`), managers {other name: class}, methods {name: result}
that touch the database, lazy (names that return a queryset untouched), properties {name: result} that touch the
database when read, pure (names that touch nothing). Work other than the database is in `django_services`."""

REVERSE_ACCESSORS: dict[str, dict[str, tuple[str, str]]] = {
    "settings.AUTH_USER_MODEL": {
        "logentry_set": ("many", "django.contrib.admin.models.LogEntry"),
        "auth_token": ("one_to_one", "rest_framework.authtoken.models.Token"),
        "auth_token_set": ("many", "knox.models.AuthToken"),
        "emailaddress_set": ("many", "allauth.account.models.EmailAddress"),
        "socialaccount_set": ("many", "allauth.socialaccount.models.SocialAccount"),
        "oauth2_provider_application": ("many", "oauth2_provider.models.Application"),
        "oauth2_provider_accesstoken": ("many", "oauth2_provider.models.AccessToken"),
        "oauth2_provider_refreshtoken": ("many", "oauth2_provider.models.RefreshToken"),
        "outstandingtoken_set": ("many", "rest_framework_simplejwt.token_blacklist.models.OutstandingToken"),
        "userobjectpermission_set": ("many", "guardian.models.UserObjectPermission"),
    },
    "django.contrib.auth.models.Group": {
        "user_set": ("many", "settings.AUTH_USER_MODEL"),
        "groupobjectpermission_set": ("many", "guardian.models.GroupObjectPermission"),
    },
    "django.contrib.auth.models.Permission": {
        "user_set": ("many", "settings.AUTH_USER_MODEL"),
        "group_set": ("many", "django.contrib.auth.models.Group"),
    },
    "django.contrib.contenttypes.models.ContentType": {
        "permission_set": ("many", "django.contrib.auth.models.Permission"),
        "logentry_set": ("many", "django.contrib.admin.models.LogEntry"),
    },
    "allauth.account.models.EmailAddress": {
        "emailconfirmation_set": ("many", "allauth.account.models.EmailConfirmation"),
    },
    "allauth.socialaccount.models.SocialAccount": {
        "socialtoken_set": ("many", "allauth.socialaccount.models.SocialToken"),
    },
    "oauth2_provider.models.AccessToken": {
        "refresh_token": ("one_to_one", "oauth2_provider.models.RefreshToken"),
    },
    "rest_framework_simplejwt.token_blacklist.models.OutstandingToken": {
        "blacklistedtoken": ("one_to_one", "rest_framework_simplejwt.token_blacklist.models.BlacklistedToken"),
    },
    "filer.models.foldermodels.Folder": {"all_files": ("many", "filer.models.filemodels.File")},
}
"""Accessors that the models above put on others: target -> {accessor: (kind, model)}; they exist only where the
model's application is installed."""

MANAGERS: dict[str, dict[str, object]] = {
    "django.contrib.auth.models.BaseUserManager": {
        "bases": ("django.db.models.Manager",),
        "methods": {"get_by_natural_key": "instance"},
        "pure": "normalize_email make_random_password",
    },
    "django.contrib.auth.models.UserManager": {
        "bases": ("django.contrib.auth.models.BaseUserManager",),
        "methods": {"create_user": "instance", "create_superuser": "instance"},
        "lazy": "with_perm",
    },
    "django.contrib.auth.models.GroupManager": {
        "bases": ("django.db.models.Manager",),
        "methods": {"get_by_natural_key": "instance"},
    },
    "django.contrib.auth.models.PermissionManager": {
        "bases": ("django.db.models.Manager",),
        "methods": {"get_by_natural_key": "instance"},
    },
    "django.contrib.contenttypes.models.ContentTypeManager": {
        "bases": ("django.db.models.Manager",),
        "methods": {
            "get_for_model": "instance",
            "get_for_models": "dict",
            "get_for_id": "instance",
            "get_by_natural_key": "instance",
        },
        "cached": "get_for_model get_for_models get_for_id get_by_natural_key",
        "pure": "clear_cache",
    },
    "django.contrib.sites.models.SiteManager": {
        "bases": ("django.db.models.Manager",),
        "methods": {"get_current": "instance", "get_by_natural_key": "instance"},
        "cached": "get_current",
        "pure": "clear_cache",
    },
    "django.contrib.sites.managers.CurrentSiteManager": {"bases": ("django.db.models.Manager",)},
    "django.contrib.sessions.models.BaseSessionManager": {
        "bases": ("django.db.models.Manager",),
        "methods": {"save": "instance"},
        "pure": "encode",
    },
    "django.contrib.sessions.models.SessionManager": {"bases": ("django.contrib.sessions.models.BaseSessionManager",)},
    "django.contrib.admin.models.LogEntryManager": {
        "bases": ("django.db.models.Manager",),
        "methods": {"log_action": "instance", "log_actions": "instances"},
    },
    "model_utils.managers.InheritanceManager": {
        "bases": ("django.db.models.Manager",),
        "queryset": "model_utils.managers.InheritanceQuerySet",
    },
    "model_utils.managers.QueryManager": {"bases": ("django.db.models.Manager",)},
    "model_utils.managers.SoftDeletableManager": {
        "bases": ("django.db.models.Manager",),
        "queryset": "model_utils.managers.SoftDeletableQuerySet",
    },
    "polymorphic.managers.PolymorphicManager": {
        "bases": ("django.db.models.Manager",),
        "queryset": "polymorphic.query.PolymorphicQuerySet",
        "methods": {"create_from_super": "instance"},
    },
    "mptt.models.TreeManager": {
        "bases": ("django.db.models.Manager",),
        "queryset": "mptt.querysets.TreeQuerySet",
        "lazy": "add_related_count root_nodes",
        "methods": {
            "get_queryset_descendants": "queryset",
            "get_queryset_ancestors": "queryset",
            "insert_node": "instance",
            "move_node": "none",
            "root_node": "instance",
            "rebuild": "none",
            "partial_rebuild": "none",
            "build_tree_nodes": "instances",
        },
    },
    "parler.managers.TranslatableManager": {
        "bases": ("django.db.models.Manager",),
        "queryset": "parler.managers.TranslatableQuerySet",
    },
    "treebeard.mp_tree.MP_NodeManager": {
        "bases": ("django.db.models.Manager",),
        "queryset": "treebeard.mp_tree.MP_NodeQuerySet",
    },
    "treebeard.ns_tree.NS_NodeManager": {"bases": ("django.db.models.Manager",)},
    "treebeard.al_tree.AL_NodeManager": {"bases": ("django.db.models.Manager",)},
    "tree_queries.query.TreeManager": {
        "bases": ("django.db.models.Manager",),
        "queryset": "tree_queries.query.TreeQuerySet",
    },
    "taggit.managers._TaggableManager": {
        "bases": ("django.db.models.Manager",),
        "methods": {"add": "none", "remove": "none", "set": "none", "clear": "none", "similar_objects": "instances"},
        "lazy": "most_common",
        "values": "names slugs",
    },
    "wagtail.models.PageManager": {
        "bases": ("treebeard.mp_tree.MP_NodeManager",),
        "queryset": "wagtail.query.PageQuerySet",
        "methods": {"first_common_ancestor_of": "instance", "get_by_natural_key": "instance"},
    },
    "guardian.managers.BaseObjectPermissionManager": {
        "bases": ("django.db.models.Manager",),
        "methods": {
            "assign_perm": "instance",
            "bulk_assign_perm": "instances",
            "assign_perm_to_many": "instances",
            "remove_perm": "scalar",
            "bulk_remove_perm": "scalar",
            "remove_perm_from_many": "scalar",
        },
    },
    "guardian.managers.UserObjectPermissionManager": {"bases": ("guardian.managers.BaseObjectPermissionManager",)},
    "guardian.managers.GroupObjectPermissionManager": {"bases": ("guardian.managers.BaseObjectPermissionManager",)},
    "allauth.account.managers.EmailAddressManager": {
        "bases": ("django.db.models.Manager",),
        "methods": {
            "can_add_email": "bool",
            "get_new": "instance_or_none",
            "add_new_email": "instance",
            "add_email": "instance",
            "get_verified": "instance_or_none",
            "get_primary": "instance_or_none",
            "get_primary_email": "scalar",
            "get_users_for": "instances",
            "get_for_user": "instance",
            "is_verified": "bool",
        },
        "lazy": "lookup",
    },
    "allauth.account.managers.EmailConfirmationManager": {
        "bases": ("django.db.models.Manager",),
        "methods": {"delete_expired_confirmations": "none"},
        "lazy": "all_expired all_valid",
    },
    "oauth2_provider.models.ApplicationManager": {
        "bases": ("django.db.models.Manager",),
        "methods": {"get_by_natural_key": "instance"},
    },
    "django_celery_results.managers.ResultManager": {
        "bases": ("django.db.models.Manager",),
        "methods": {"delete_expired": "none"},
        "lazy": "get_all_expired",
    },
    "django_celery_results.managers.TaskResultManager": {
        "bases": ("django_celery_results.managers.ResultManager",),
        "methods": {"get_task": "instance", "store_result": "instance"},
    },
    "django_celery_results.managers.GroupResultManager": {
        "bases": ("django_celery_results.managers.ResultManager",),
        "methods": {"get_group": "instance", "store_group_result": "instance"},
    },
    "django_extensions.db.models.ActivatorModelManager": {
        "bases": ("django.db.models.Manager",),
        "queryset": "django_extensions.db.models.ActivatorQuerySet",
    },
    "ordered_model.models.OrderedModelManager": {
        "bases": ("django.db.models.Manager",),
        "queryset": "ordered_model.models.OrderedModelQuerySet",
    },
    "safedelete.managers.SafeDeleteManager": {
        "bases": ("django.db.models.Manager",),
        "queryset": "safedelete.queryset.SafeDeleteQueryset",
        "lazy": "all_with_deleted deleted_only",
    },
    "safedelete.managers.SafeDeleteAllManager": {"bases": ("safedelete.managers.SafeDeleteManager",)},
    "safedelete.managers.SafeDeleteDeletedManager": {"bases": ("safedelete.managers.SafeDeleteManager",)},
    "softdelete.models.SoftDeleteManager": {
        "bases": ("django.db.models.Manager",),
        "queryset": "softdelete.models.SoftDeleteQuerySet",
        "lazy": "all_with_deleted deleted_set",
    },
    "django_cte.CTEManager": {"bases": ("django.db.models.Manager",), "queryset": "django_cte.CTEQuerySet"},
    "psqlextra.manager.PostgresManager": {
        "bases": ("django.db.models.Manager",),
        "queryset": "psqlextra.query.PostgresQuerySet",
        "methods": {"truncate": "none"},
    },
    "simple_history.manager.HistoryManager": {
        "bases": ("django.db.models.Manager",),
        "queryset": "simple_history.manager.HistoricalQuerySet",
        "methods": {"most_recent": "instance", "bulk_history_create": "instances"},
    },
    "knox.models.AuthTokenManager": {"bases": ("django.db.models.Manager",)},
}
"""Manager classes. `methods` {name: result} touch the database, `lazy` names return an untouched queryset, `values`
such a queryset of plain values, `queryset` is the class whose methods are there too; what is in `cached` as well
touches the database only the first time in a process (medium confidence); `pure` touches nothing."""

QUERYSETS: dict[str, dict[str, object]] = {
    "model_utils.managers.InheritanceQuerySet": {
        "bases": ("django.db.models.QuerySet",),
        "methods": {"get_subclass": "instance"},
        "lazy": "select_subclasses instance_of",
    },
    "model_utils.managers.SoftDeletableQuerySet": {"bases": ("django.db.models.QuerySet",)},
    "polymorphic.query.PolymorphicQuerySet": {
        "bases": ("django.db.models.QuerySet",),
        "methods": {"get_real_instances": "instances"},
        "lazy": "non_polymorphic instance_of not_instance_of",
    },
    "mptt.querysets.TreeQuerySet": {
        "bases": ("django.db.models.QuerySet",),
        "methods": {"get_descendants": "queryset", "get_ancestors": "queryset", "get_cached_trees": "instances"},
    },
    "parler.managers.TranslatableQuerySet": {
        "bases": ("django.db.models.QuerySet",),
        "lazy": "language translated active_translations",
    },
    "treebeard.mp_tree.MP_NodeQuerySet": {"bases": ("django.db.models.QuerySet",)},
    "tree_queries.query.TreeQuerySet": {
        "bases": ("django.db.models.QuerySet",),
        "lazy": "with_tree_fields without_tree_fields order_siblings_by tree_filter tree_exclude tree_fields descendants",
        "methods": {"ancestors": "queryset"},
    },
    "wagtail.query.PageQuerySet": {
        "bases": ("treebeard.mp_tree.MP_NodeQuerySet",),
        "methods": {"first_common_ancestor": "instance", "unpublish": "none", "search": "scalar"},
        "lazy": "live not_live in_menu not_in_menu page not_page type not_type exact_type not_exact_type public not_public"
        " private descendant_of not_descendant_of child_of not_child_of ancestor_of not_ancestor_of parent_of"
        " not_parent_of sibling_of not_sibling_of specific in_site translation_of not_translation_of defer_streamfields"
        " prefetch_workflow_states annotate_approved_schedule annotate_site_root_state",
    },
    "django_extensions.db.models.ActivatorQuerySet": {
        "bases": ("django.db.models.QuerySet",),
        "lazy": "active inactive",
    },
    "ordered_model.models.OrderedModelQuerySet": {
        "bases": ("django.db.models.QuerySet",),
        "methods": {
            "get_max_order": "int",
            "get_min_order": "int",
            "get_next_order": "int",
            "decrease_order": "int",
            "increase_order": "int",
        },
        "lazy": "above below above_instance below_instance",
    },
    "safedelete.queryset.SafeDeleteQueryset": {
        "bases": ("django.db.models.QuerySet",),
        "methods": {"undelete": "scalar"},
    },
    "softdelete.models.SoftDeleteQuerySet": {
        "bases": ("django.db.models.QuerySet",),
        "methods": {"undelete": "none"},
        "lazy": "all_with_deleted",
    },
    "django_cte.CTEQuerySet": {"bases": ("django.db.models.QuerySet",), "lazy": "with_cte"},
    "psqlextra.query.PostgresQuerySet": {
        "bases": ("django.db.models.QuerySet",),
        "methods": {
            "bulk_insert": "list",
            "insert": "scalar",
            "insert_and_get": "instance",
            "upsert": "scalar",
            "upsert_and_get": "instance",
            "bulk_upsert": "list",
        },
        "lazy": "on_conflict rename_annotations",
    },
    "simple_history.manager.HistoricalQuerySet": {
        "bases": ("django.db.models.QuerySet",),
        "lazy": "as_instances latest_of_each",
    },
}
"""Queryset classes outside Django, with the keys of `MANAGERS`."""
