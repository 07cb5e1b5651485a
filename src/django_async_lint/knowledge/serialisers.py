"""REST framework and Django Ninja: the classes and operations that make responses of model instances. Literal tables.

https://www.django-rest-framework.org/api-guide/serializers/ and https://django-ninja.dev/guides/response/; what Ninja
does after a coroutine has returned was measured on 1.7: the annotation of what a coroutine returns plays no part.
"""

SERIALIZERS: tuple[str, ...] = (
    "rest_framework.serializers.Serializer", "rest_framework.serializers.ModelSerializer",
    "rest_framework.serializers.HyperlinkedModelSerializer", "adrf.serializers.Serializer",
    "adrf.serializers.ModelSerializer",
)  # fmt: skip
"""Base classes whose `data` reads the instance that the serializer was made with."""

AWAITED_PROPERTIES: dict[str, tuple[str, ...]] = {"adrf.serializers.BaseSerializer": ("adata",)}
"""Base class -> its attributes that are coroutines, to be awaited without a call: what they read, they read in threads.
https://github.com/em1208/adrf/blob/main/adrf/serializers.py"""

MODEL_SERIALIZER = "rest_framework.serializers.ModelSerializer"
"""The base class whose `create` and `update` write to the database."""

METHOD_FIELDS: frozenset[str] = frozenset({"SerializerMethodField"})
"""Fields that call a method of the serializer, `get_<name>`."""

KEY_FIELDS: frozenset[str] = frozenset(
    {"PrimaryKeyRelatedField", "HyperlinkedRelatedField", "HyperlinkedIdentityField"}
)
"""Fields that need the key of a relation only, which the row itself holds."""

TEXT_FIELDS: frozenset[str] = frozenset({"StringRelatedField"})
"""Fields that make text of what they read."""

OPERATIONS: frozenset[str] = frozenset({
    "ninja.NinjaAPI.get", "ninja.NinjaAPI.post", "ninja.NinjaAPI.put", "ninja.NinjaAPI.patch", "ninja.NinjaAPI.delete",
    "ninja.NinjaAPI.api_operation", "ninja.Router.get", "ninja.Router.post", "ninja.Router.put", "ninja.Router.patch",
    "ninja.Router.delete", "ninja.Router.api_operation",
})  # fmt: skip
"""Decorators of operations whose `response` is made after the coroutine has returned, on the loop."""

PAGINATING: frozenset[str] = frozenset({
    "ninja.pagination.paginate", "ninja_extra.pagination.paginate", "ninja_extra.pagination.decorators.paginate",
})  # fmt: skip
"""Decorators below an operation that fetch a page of the queryset it returns, asynchronously where it is a coroutine;
the rows are read afterwards. https://django-ninja.dev/guides/response/pagination/"""

SCHEMAS: tuple[str, ...] = ("ninja.Schema", "ninja.schema.Schema", "ninja.ModelSchema", "ninja.orm.ModelSchema")
"""Base classes of what a response may be."""

MODEL_SCHEMAS: tuple[str, ...] = ("ninja.ModelSchema", "ninja.orm.ModelSchema", "ninja.orm.metaclass.ModelSchema")
"""Those that take fields of a model: the key of a relation, the rows of several."""
