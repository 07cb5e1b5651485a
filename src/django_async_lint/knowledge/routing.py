"""How URL configurations name their views: literal tables, no logic.

`SOURCES` says, by root package, where each fact is written.
"""

SOURCES: dict[str, str] = {
    "django": "https://docs.djangoproject.com/en/stable/topics/http/urls/",
    "rest_framework": "https://www.django-rest-framework.org/api-guide/routers/",
    "adrf": "https://pypi.org/project/adrf/",
    "ninja": "https://django-ninja.dev/guides/routers/",
    "ninja_extra": "https://eadwincode.github.io/django-ninja-extra/api_controller/",
    "fastapi": "https://fastapi.tiangolo.com/tutorial/bigger-applications/",
    "channels": "https://channels.readthedocs.io/en/stable/topics/routing.html",
}

PATTERNS: frozenset[str] = frozenset(
    {
        "django.urls.path",
        "django.urls.re_path",
        "django.urls.conf.path",
        "django.urls.conf.re_path",
        "django.conf.urls.url",
        "django.conf.urls.re_path",
        "django.urls.url",
    }
)
"""Calls `(pattern, view or include, ...)`."""

EXPRESSIONS: frozenset[str] = frozenset(
    {
        "django.urls.re_path",
        "django.urls.conf.re_path",
        "django.conf.urls.url",
        "django.conf.urls.re_path",
        "django.urls.url",
    }
)
"""Those of `PATTERNS` whose pattern is a regular expression."""

INCLUDES: frozenset[str] = frozenset(
    {
        "django.urls.include",
        "django.urls.conf.include",
        "django.conf.urls.include",
    }
)

TRANSLATED: dict[str, str] = {
    "django.conf.urls.i18n.i18n_patterns": "<language>/",
}
"""Calls that take patterns one by one -> what they put before each."""

WITHOUT_VIEWS: frozenset[str] = frozenset({"django.conf.urls.static.static"})

WEBSOCKET_ROUTERS: frozenset[str] = frozenset({"channels.routing.URLRouter"})
"""Calls whose first argument is a list of patterns."""

CONSUMERS: frozenset[str] = frozenset(
    {
        "channels.consumer.AsyncConsumer",
        "channels.consumer.SyncConsumer",
        "channels.generic.websocket.WebsocketConsumer",
        "channels.generic.websocket.JsonWebsocketConsumer",
        "channels.generic.websocket.AsyncWebsocketConsumer",
        "channels.generic.websocket.AsyncJsonWebsocketConsumer",
        "channels.generic.http.AsyncHttpConsumer",
        "djangochannelsrestframework.consumers.AsyncAPIConsumer",
    }
)
"""Base classes of what a websocket pattern leads to."""

VIEW_MAKERS: frozenset[str] = frozenset({"as_view", "as_asgi"})
"""Class methods that make what a pattern is given."""

OPERATIONS: dict[str, str] = {
    "get": "GET",
    "post": "POST",
    "put": "PUT",
    "patch": "PATCH",
    "delete": "DELETE",
    "api_operation": "",
    "websocket": "",
    "route": "",
}
"""Methods of an operation router that register the function below them -> the HTTP method."""

OPERATION_ROUTERS: frozenset[str] = frozenset({"ninja", "ninja_extra", "fastapi"})
"""Root packages of the classes whose instances have those methods."""

SERVES_ITSELF: frozenset[str] = frozenset({"fastapi.FastAPI"})
"""Operation routers that a server runs as they are: their routes begin at the root."""

MOUNTS: dict[str, tuple[int, int]] = {
    "add_router": (0, 1),
    "include_router": (-1, 0),
    "mount": (0, 1),
}
"""Methods that mount one operation router in another -> positions of prefix and router; -1: `prefix=` only."""

CONTROLLERS: frozenset[str] = frozenset({"ninja_extra.api_controller", "ninja_extra.controllers.api_controller"})
"""Class decorators whose first argument is the prefix of the operations in the class."""

CONTROLLER_OPERATIONS: dict[str, str] = {
    "ninja_extra.http_get": "GET",
    "ninja_extra.http_post": "POST",
    "ninja_extra.http_put": "PUT",
    "ninja_extra.http_patch": "PATCH",
    "ninja_extra.http_delete": "DELETE",
    "ninja_extra.http_generic": "",
    "ninja_extra.route.get": "GET",
    "ninja_extra.route.post": "POST",
    "ninja_extra.route.put": "PUT",
    "ninja_extra.route.patch": "PATCH",
    "ninja_extra.route.delete": "DELETE",
    "ninja_extra.route.generic": "",
}
"""Decorators of the methods of such a class; the first argument is the path."""

VIEWSETS: frozenset[str] = frozenset(
    {
        "rest_framework.viewsets.ViewSetMixin",
        "rest_framework.viewsets.ViewSet",
        "rest_framework.viewsets.GenericViewSet",
        "rest_framework.viewsets.ModelViewSet",
        "rest_framework.viewsets.ReadOnlyModelViewSet",
        "adrf.viewsets.ViewSet",
        "adrf.viewsets.GenericViewSet",
        "adrf.viewsets.ModelViewSet",
        "adrf.viewsets.ReadOnlyModelViewSet",
    }
)

ACTIONS: dict[str, str] = {
    "list": "",
    "create": "",
    "alist": "",
    "acreate": "",
    "retrieve": "{pk}/",
    "update": "{pk}/",
    "partial_update": "{pk}/",
    "destroy": "{pk}/",
    "aretrieve": "{pk}/",
    "aupdate": "{pk}/",
    "partial_aupdate": "{pk}/",
    "adestroy": "{pk}/",
}
"""Handlers of a view set that a router finds by name -> what stands behind the prefix."""

EXTRA_ACTIONS: frozenset[str] = frozenset({"rest_framework.decorators.action", "adrf.decorators.action"})
"""Decorators of further handlers: `detail` and `url_path` say where they stand."""

VIEWSET_ENDINGS: tuple[str, ...] = ("ViewSet", "ViewSetMixin")
"""How view sets of other packages are called: what a router registers and inherits from one is a view set too."""

ENDPOINT_PACKAGES: frozenset[str] = frozenset({"rest_framework", "adrf", "ninja", "ninja_extra", "starlette"})
"""Root packages whose classes' handlers are endpoints of an API and not pages."""

ENDPOINT_DECORATORS: frozenset[str] = frozenset(
    {
        "rest_framework.decorators.api_view",
        "adrf.decorators.api_view",
    }
)

VIEW_CLASS_MODULES: tuple[str, ...] = (
    "django.views.generic.",
    "django.contrib.auth.views.",
    "rest_framework.generics.",
    "rest_framework.viewsets.",
    "rest_framework.views.",
    "adrf.generics.",
    "adrf.viewsets.",
    "adrf.views.",
)
"""What the names of classes begin with whose heirs are views."""

MODEL_VIEWS: tuple[str, ...] = (
    "django.views.generic.list.",
    "django.views.generic.detail.",
    "django.views.generic.dates.",
    "django.views.generic.edit.CreateView",
    "django.views.generic.edit.UpdateView",
    "django.views.generic.edit.DeleteView",
    "rest_framework.generics.",
    "rest_framework.viewsets.ModelViewSet",
    "rest_framework.viewsets.ReadOnlyModelViewSet",
    "rest_framework.mixins.",
    "adrf.generics.",
    "adrf.mixins.",
    "adrf.viewsets.ModelViewSet",
    "adrf.viewsets.ReadOnlyModelViewSet",
)
"""What the names of classes begin with whose own handlers ask the database."""

FRAMEWORK_VIEWS: dict[str, tuple[tuple[str, str], ...]] = {
    "django.contrib.auth.views.LoginView": (("database", "django.contrib.auth.login"),),
    "django.contrib.auth.views.LogoutView": (("database", "django.contrib.auth.logout"),),
    "django.contrib.auth.views.PasswordResetView": (
        ("database", "django.contrib.auth.forms.PasswordResetForm.get_users"),
        ("service", "django.core.mail.EmailMultiAlternatives.send"),
    ),
    "django.contrib.auth.views.PasswordResetConfirmView": (
        ("database", "django.contrib.auth.forms.SetPasswordForm.save"),
    ),
    "django.contrib.auth.views.PasswordChangeView": (
        ("database", "django.contrib.auth.forms.PasswordChangeForm.save"),
    ),
    "django.contrib.auth.views.PasswordChangeDoneView": (("database", "django.contrib.auth.get_user"),),
    "django.contrib.auth.mixins.LoginRequiredMixin": (("database", "django.contrib.auth.get_user"),),
    "django.contrib.auth.mixins.PermissionRequiredMixin": (("database", "django.contrib.auth.get_user"),),
}
"""View classes whose own code waits -> the kinds of wait, each with what makes it."""

ASYNC_VIEWS: tuple[str, ...] = ("adrf.generics.", "adrf.viewsets.GenericViewSet")
"""What the names of classes begin with whose own handlers, or some of them, are coroutine functions.

Source: https://github.com/em1208/adrf/blob/main/adrf/viewsets.py"""

OBJECT_VIEWS: tuple[str, ...] = ("rest_framework.viewsets.GenericViewSet", "adrf.viewsets.GenericViewSet")
"""Classes that bring no handler along but, as those of `MODEL_VIEWS` do, methods that ask the database."""

DATABASE_METHODS: frozenset[str] = frozenset(
    {
        "get_object",
        "paginate_queryset",
        "perform_create",
        "perform_update",
        "perform_destroy",
        "list",
        "create",
        "retrieve",
        "update",
        "partial_update",
        "destroy",
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "form_valid",
        "alist",
        "acreate",
        "aretrieve",
        "aupdate",
        "partial_aupdate",
        "adestroy",
        "perform_acreate",
        "perform_aupdate",
        "perform_adestroy",
        "aget_object",
        "apaginate_queryset",
    }
)
"""Methods that classes of `MODEL_VIEWS` bring along and that ask the database."""

INHERITED_ACTIONS: dict[str, tuple[str, ...]] = {
    "rest_framework.viewsets.ModelViewSet": ("list", "create", "retrieve", "update", "partial_update", "destroy"),
    "rest_framework.viewsets.ReadOnlyModelViewSet": ("list", "retrieve"),
    "rest_framework.mixins.ListModelMixin": ("list",),
    "rest_framework.mixins.CreateModelMixin": ("create",),
    "rest_framework.mixins.RetrieveModelMixin": ("retrieve",),
    "rest_framework.mixins.UpdateModelMixin": ("update", "partial_update"),
    "rest_framework.mixins.DestroyModelMixin": ("destroy",),
    "adrf.viewsets.ModelViewSet": ("alist", "acreate", "aretrieve", "aupdate", "partial_aupdate", "adestroy"),
    "adrf.viewsets.ReadOnlyModelViewSet": ("alist", "aretrieve"),
}
"""Classes outside a project that bring actions of a view set along -> these actions."""

ERROR_HANDLERS: tuple[str, ...] = ("handler400", "handler403", "handler404", "handler500")
"""Names of a root URL configuration that lead to the views of errors."""

VIEW_DECORATORS: tuple[str, ...] = (
    "django.views.decorators.",
    "django.contrib.auth.decorators.",
    "django.contrib.admin.views.decorators.",
    "rest_framework.decorators.api_view",
    "adrf.decorators.api_view",
)
"""What the names of decorators begin with that stand on views."""

RESPONSES: tuple[str, ...] = (
    "django.http.HttpResponse",
    "django.http.response.HttpResponseBase",
    "django.http.StreamingHttpResponse",
    "django.http.FileResponse",
    "rest_framework.response.Response",
)
"""Classes of what views answer with."""

ALWAYS_RUN: tuple[str, ...] = ("setup", "dispatch", "initial", "initialize_request", "test_func", "has_permission")
"""Methods of a view class that every request runs, whatever the handler does."""

HANDLER_HOOKS: tuple[str, ...] = (
    "get_queryset",
    "get_object",
    "get_context_data",
    "get_form_class",
    "get_form",
    "get_form_kwargs",
    "get_initial",
    "form_valid",
    "get_success_url",
    "filter_queryset",
    "get_serializer_class",
    "get_serializer",
    "get_serializer_context",
    "paginate_queryset",
    "perform_create",
    "perform_update",
    "perform_destroy",
    "aget_object",
    "afilter_queryset",
    "apaginate_queryset",
    "perform_acreate",
    "perform_aupdate",
    "perform_adestroy",
)
"""Methods that the handlers of generic views and view sets call."""

RESOLVER_DECORATORS: tuple[str, ...] = (
    "strawberry_django.field",
    "strawberry_django.mutation",
    "strawberry_django.connection",
)
"""What the names of decorators begin with under which Django's own GraphQL integration calls a function."""
