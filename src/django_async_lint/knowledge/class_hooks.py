"""Methods that a framework calls without `await`: what becomes of one that is written as `async def`.

Literal tables only. A row of `CLASS_HOOKS` is a base class: `hooks` maps names (a trailing `*` for any ending that is a
field of the class) to the outcome, a verb phrase whose subject is the async method, and the way out; `awaited` are
names that this base does await, though a base of its own does not; `callers` names the methods of the framework's
class that call a hook, where a project may replace them all; `through` are hooks whose coroutine the caller only
hands on, so that an async handler gets it awaited. `{user}` stands for the way to the user on the target release.
Outcomes under Django were run on 4.2, 5.0, 5.1 and 5.2.
"""

BASES: dict[str, tuple[str, ...]] = {
    "django.views.generic.base.TemplateView": (
        "django.views.generic.base.TemplateResponseMixin",
        "django.views.generic.base.View",
    ),
    "django.views.generic.base.RedirectView": ("django.views.generic.base.View",),
    "django.views.generic.detail.DetailView": (
        "django.views.generic.base.TemplateResponseMixin",
        "django.views.generic.detail.SingleObjectMixin",
        "django.views.generic.base.View",
    ),
    "django.views.generic.list.ListView": (
        "django.views.generic.base.TemplateResponseMixin",
        "django.views.generic.list.MultipleObjectMixin",
        "django.views.generic.base.View",
    ),
    "django.views.generic.edit.FormView": (
        "django.views.generic.base.TemplateResponseMixin",
        "django.views.generic.base.View",
    ),
    "django.views.generic.edit.CreateView": (
        "django.views.generic.base.TemplateResponseMixin",
        "django.views.generic.edit.ModelFormMixin",
        "django.views.generic.base.View",
    ),
    "django.views.generic.edit.UpdateView": (
        "django.views.generic.base.TemplateResponseMixin",
        "django.views.generic.edit.ModelFormMixin",
        "django.views.generic.base.View",
    ),
    "django.views.generic.edit.DeleteView": (
        "django.views.generic.base.TemplateResponseMixin",
        "django.views.generic.detail.SingleObjectMixin",
        "django.views.generic.base.View",
    ),
    "django.contrib.auth.views.LoginView": ("django.views.generic.edit.FormView",),
    "django.contrib.auth.views.PasswordChangeView": ("django.views.generic.edit.FormView",),
    "django.contrib.auth.views.PasswordResetView": ("django.views.generic.edit.FormView",),
    "django.contrib.auth.views.PasswordResetConfirmView": ("django.views.generic.edit.FormView",),
    "django.contrib.auth.backends.ModelBackend": ("django.contrib.auth.backends.BaseBackend",),
    "django.contrib.auth.backends.RemoteUserBackend": ("django.contrib.auth.backends.ModelBackend",),
    "django.contrib.admin.options.ModelAdmin": ("django.contrib.admin.options.BaseModelAdmin",),
    "django.contrib.admin.options.InlineModelAdmin": ("django.contrib.admin.options.BaseModelAdmin",),
    "django.contrib.admin.options.StackedInline": ("django.contrib.admin.options.InlineModelAdmin",),
    "django.contrib.admin.options.TabularInline": ("django.contrib.admin.options.InlineModelAdmin",),
    "django.contrib.auth.admin.UserAdmin": ("django.contrib.admin.options.ModelAdmin",),
    "django.contrib.auth.admin.GroupAdmin": ("django.contrib.admin.options.ModelAdmin",),
    "django.core.management.base.AppCommand": ("django.core.management.base.BaseCommand",),
    "django.core.management.base.LabelCommand": ("django.core.management.base.BaseCommand",),
    "django.core.files.storage.FileSystemStorage": ("django.core.files.storage.Storage",),
    "django.contrib.staticfiles.storage.StaticFilesStorage": ("django.core.files.storage.FileSystemStorage",),
    "django.core.mail.backends.smtp.EmailBackend": ("django.core.mail.backends.base.BaseEmailBackend",),
    "django.test.testcases.SimpleTestCase": ("unittest.TestCase",),
    "django.contrib.staticfiles.testing.StaticLiveServerTestCase": ("django.test.testcases.LiveServerTestCase",),
    "unittest.IsolatedAsyncioTestCase": ("unittest.TestCase",),
    "rest_framework.views.APIView": ("django.views.generic.base.View",),
    "rest_framework.generics.GenericAPIView": ("rest_framework.views.APIView",),
    "rest_framework.generics.CreateAPIView": (
        "rest_framework.mixins.CreateModelMixin",
        "rest_framework.generics.GenericAPIView",
    ),
    "rest_framework.generics.ListAPIView": (
        "rest_framework.mixins.ListModelMixin",
        "rest_framework.generics.GenericAPIView",
    ),
    "rest_framework.generics.RetrieveAPIView": (
        "rest_framework.mixins.RetrieveModelMixin",
        "rest_framework.generics.GenericAPIView",
    ),
    "rest_framework.generics.DestroyAPIView": (
        "rest_framework.mixins.DestroyModelMixin",
        "rest_framework.generics.GenericAPIView",
    ),
    "rest_framework.generics.UpdateAPIView": (
        "rest_framework.mixins.UpdateModelMixin",
        "rest_framework.generics.GenericAPIView",
    ),
    "rest_framework.generics.ListCreateAPIView": (
        "rest_framework.mixins.ListModelMixin",
        "rest_framework.mixins.CreateModelMixin",
        "rest_framework.generics.GenericAPIView",
    ),
    "rest_framework.generics.RetrieveUpdateAPIView": (
        "rest_framework.mixins.RetrieveModelMixin",
        "rest_framework.mixins.UpdateModelMixin",
        "rest_framework.generics.GenericAPIView",
    ),
    "rest_framework.generics.RetrieveDestroyAPIView": (
        "rest_framework.mixins.RetrieveModelMixin",
        "rest_framework.mixins.DestroyModelMixin",
        "rest_framework.generics.GenericAPIView",
    ),
    "rest_framework.generics.RetrieveUpdateDestroyAPIView": (
        "rest_framework.mixins.RetrieveModelMixin",
        "rest_framework.mixins.UpdateModelMixin",
        "rest_framework.mixins.DestroyModelMixin",
        "rest_framework.generics.GenericAPIView",
    ),
    "rest_framework.viewsets.ViewSet": ("rest_framework.viewsets.ViewSetMixin", "rest_framework.views.APIView"),
    "rest_framework.viewsets.GenericViewSet": (
        "rest_framework.viewsets.ViewSetMixin",
        "rest_framework.generics.GenericAPIView",
    ),
    "rest_framework.viewsets.ReadOnlyModelViewSet": (
        "rest_framework.mixins.RetrieveModelMixin",
        "rest_framework.mixins.ListModelMixin",
        "rest_framework.viewsets.GenericViewSet",
    ),
    "rest_framework.viewsets.ModelViewSet": (
        "rest_framework.mixins.CreateModelMixin",
        "rest_framework.mixins.RetrieveModelMixin",
        "rest_framework.mixins.UpdateModelMixin",
        "rest_framework.mixins.DestroyModelMixin",
        "rest_framework.mixins.ListModelMixin",
        "rest_framework.viewsets.GenericViewSet",
    ),
    "rest_framework.permissions.IsAuthenticated": ("rest_framework.permissions.BasePermission",),
    "rest_framework.permissions.IsAdminUser": ("rest_framework.permissions.BasePermission",),
    "rest_framework.permissions.IsAuthenticatedOrReadOnly": ("rest_framework.permissions.BasePermission",),
    "rest_framework.permissions.DjangoModelPermissions": ("rest_framework.permissions.BasePermission",),
    "rest_framework.permissions.DjangoObjectPermissions": ("rest_framework.permissions.DjangoModelPermissions",),
    "rest_framework.throttling.SimpleRateThrottle": ("rest_framework.throttling.BaseThrottle",),
    "rest_framework.throttling.AnonRateThrottle": ("rest_framework.throttling.SimpleRateThrottle",),
    "rest_framework.throttling.UserRateThrottle": ("rest_framework.throttling.SimpleRateThrottle",),
    "rest_framework.serializers.Serializer": ("rest_framework.serializers.BaseSerializer",),
    "rest_framework.serializers.ModelSerializer": ("rest_framework.serializers.Serializer",),
    "rest_framework.serializers.HyperlinkedModelSerializer": ("rest_framework.serializers.ModelSerializer",),
    "rest_framework.authentication.TokenAuthentication": ("rest_framework.authentication.BaseAuthentication",),
    "rest_framework.authentication.SessionAuthentication": ("rest_framework.authentication.BaseAuthentication",),
    "rest_framework.test.APITestCase": ("django.test.testcases.TestCase",),
    "rest_framework.test.APISimpleTestCase": ("django.test.testcases.SimpleTestCase",),
    "rest_framework.test.APITransactionTestCase": ("django.test.testcases.TransactionTestCase",),
    "adrf.views.APIView": ("rest_framework.views.APIView",),
    "adrf.generics.GenericAPIView": ("adrf.views.APIView", "rest_framework.generics.GenericAPIView"),
    "adrf.generics.CreateAPIView": (
        "adrf.mixins.CreateModelMixin",
        "adrf.generics.GenericAPIView",
    ),
    "adrf.generics.ListAPIView": (
        "adrf.mixins.ListModelMixin",
        "adrf.generics.GenericAPIView",
    ),
    "adrf.generics.RetrieveAPIView": (
        "adrf.mixins.RetrieveModelMixin",
        "adrf.generics.GenericAPIView",
    ),
    "adrf.generics.DestroyAPIView": (
        "adrf.mixins.DestroyModelMixin",
        "adrf.generics.GenericAPIView",
    ),
    "adrf.generics.UpdateAPIView": (
        "adrf.mixins.UpdateModelMixin",
        "adrf.generics.GenericAPIView",
    ),
    "adrf.generics.ListCreateAPIView": (
        "adrf.mixins.ListModelMixin",
        "adrf.mixins.CreateModelMixin",
        "adrf.generics.GenericAPIView",
    ),
    "adrf.generics.RetrieveUpdateAPIView": (
        "adrf.mixins.RetrieveModelMixin",
        "adrf.mixins.UpdateModelMixin",
        "adrf.generics.GenericAPIView",
    ),
    "adrf.generics.RetrieveDestroyAPIView": (
        "adrf.mixins.RetrieveModelMixin",
        "adrf.mixins.DestroyModelMixin",
        "adrf.generics.GenericAPIView",
    ),
    "adrf.generics.RetrieveUpdateDestroyAPIView": (
        "adrf.mixins.RetrieveModelMixin",
        "adrf.mixins.UpdateModelMixin",
        "adrf.mixins.DestroyModelMixin",
        "adrf.generics.GenericAPIView",
    ),
    "adrf.viewsets.ViewSet": ("adrf.viewsets.ViewSetMixin", "adrf.views.APIView"),
    "adrf.viewsets.GenericViewSet": ("adrf.viewsets.ViewSetMixin", "adrf.generics.GenericAPIView"),
    "adrf.viewsets.ReadOnlyModelViewSet": (
        "adrf.mixins.RetrieveModelMixin",
        "adrf.mixins.ListModelMixin",
        "adrf.viewsets.GenericViewSet",
    ),
    "adrf.viewsets.ModelViewSet": (
        "adrf.mixins.CreateModelMixin",
        "adrf.mixins.ListModelMixin",
        "adrf.mixins.RetrieveModelMixin",
        "adrf.mixins.UpdateModelMixin",
        "adrf.mixins.DestroyModelMixin",
        "adrf.viewsets.GenericViewSet",
    ),
    "adrf.mixins.CreateModelMixin": ("rest_framework.mixins.CreateModelMixin",),
    "adrf.mixins.ListModelMixin": ("rest_framework.mixins.ListModelMixin",),
    "adrf.mixins.RetrieveModelMixin": ("rest_framework.mixins.RetrieveModelMixin",),
    "adrf.mixins.UpdateModelMixin": ("rest_framework.mixins.UpdateModelMixin",),
    "adrf.mixins.DestroyModelMixin": ("rest_framework.mixins.DestroyModelMixin",),
    "adrf.serializers.BaseSerializer": ("rest_framework.serializers.BaseSerializer",),
    "adrf.serializers.Serializer": ("adrf.serializers.BaseSerializer", "rest_framework.serializers.Serializer"),
    "adrf.serializers.ModelSerializer": ("adrf.serializers.Serializer", "rest_framework.serializers.ModelSerializer"),
}
"""Bases of classes outside, as far as the hooks below and the handlers of views are inherited through them. They add to
what other tables say of a class."""

ALIASES: dict[str, str] = {
    "django.contrib.admin.ModelAdmin": "django.contrib.admin.options.ModelAdmin",
    "django.contrib.admin.StackedInline": "django.contrib.admin.options.StackedInline",
    "django.contrib.admin.TabularInline": "django.contrib.admin.options.TabularInline",
    "django.contrib.admin.SimpleListFilter": "django.contrib.admin.filters.SimpleListFilter",
    "django.core.files.storage.base.Storage": "django.core.files.storage.Storage",
    "django.core.files.storage.filesystem.FileSystemStorage": "django.core.files.storage.FileSystemStorage",
    "django.apps.config.AppConfig": "django.apps.AppConfig",
    "django.contrib.staticfiles.testing.testcases.StaticLiveServerTestCase": "django.contrib.staticfiles.testing.StaticLiveServerTestCase",
    "django.views.generic.edit.BaseFormView": "django.views.generic.edit.FormView",
    "django.views.generic.list.BaseListView": "django.views.generic.list.ListView",
    "django.views.generic.detail.BaseDetailView": "django.views.generic.detail.DetailView",
    "django.db.models.fields.Field": "django.db.models.Field",
    "django.contrib.sitemaps.views.Sitemap": "django.contrib.sitemaps.Sitemap",
}
"""Other paths of the names below."""

LISTED_METHODS: dict[str, dict[str, tuple[str, str]]] = {
    "django.contrib.admin.options.BaseModelAdmin": {
        "actions": (
            "never runs: the admin takes the coroutine for its response",
            "write it as a plain `def`: the admin runs in a thread",
        ),
        "list_display": (
            "puts `<coroutine object ...>` into the page",
            "write it as a plain `def`: the admin runs in a thread",
        ),
        "readonly_fields": (
            "puts `<coroutine object ...>` into the page",
            "write it as a plain `def`: the admin runs in a thread",
        ),
    },
}
"""Class -> attribute that names methods which it calls without `await` -> (outcome of an async one, what to write).

Source: https://docs.djangoproject.com/en/stable/ref/contrib/admin/actions/#actions-as-modeladmin-methods"""

CLASS_HOOKS: dict[str, dict[str, str | dict[str, str] | dict[str, tuple[str, str]]]] = {
    "django.contrib.auth.mixins.UserPassesTestMixin": {
        "source": "https://docs.djangoproject.com/en/stable/topics/auth/default/#django.contrib.auth.mixins.UserPassesTestMixin",
        "hooks": {
            "test_func": (
                "grants access to everyone (security): a coroutine is always true",
                "make the test in the async handler, with `{user}`, or write a plain `def test_func` in a sync view",
            ),
        },
        "callers": {"test_func": "get_test_func dispatch"},
    },
    "django.contrib.auth.mixins.PermissionRequiredMixin": {
        "source": "https://docs.djangoproject.com/en/stable/topics/auth/default/#django.contrib.auth.mixins.PermissionRequiredMixin",
        "hooks": {
            "has_permission": (
                "grants access to everyone (security): a coroutine is always true",
                "make the test in the async handler, with `{user}`, or write a plain `def has_permission` in a sync view",
            ),
            "get_permission_required": ("raises TypeError", "write it as a plain `def`"),
        },
        "callers": {"has_permission": "dispatch", "get_permission_required": "has_permission"},
    },
    "django.views.generic.base.View": {
        "source": "https://docs.djangoproject.com/en/stable/ref/class-based-views/base/#view",
        "hooks": {
            "setup": ("never runs, and the view raises AttributeError", "write it as a plain `def`"),
            "__init__": ("raises TypeError", "await in the handler what the view needs"),
        },
    },
    "django.views.generic.base.TemplateResponseMixin": {
        "source": "https://docs.djangoproject.com/en/stable/ref/class-based-views/mixins-simple/#templateresponsemixin",
        "hooks": {
            "render_to_response": ("answers 500, a coroutine is no response", "write it as a plain `def`"),
            "get_template_names": ("raises TypeError", "write it as a plain `def`"),
        },
        "callers": {"get_template_names": "render_to_response"},
        "through": "render_to_response",
    },
    "django.views.generic.base.TemplateView": {
        "source": "https://docs.djangoproject.com/en/stable/ref/class-based-views/base/#templateview",
        "hooks": {
            "get_context_data": (
                "raises TypeError in the template",
                "write an `async def get` that awaits it: `self.render_to_response(await self.get_context_data())`",
            ),
        },
        "callers": {"get_context_data": "get"},
    },
    "django.views.generic.base.RedirectView": {
        "source": "https://docs.djangoproject.com/en/stable/ref/class-based-views/base/#redirectview",
        "hooks": {"get_redirect_url": ("raises TypeError", "write an `async def get` that awaits it")},
        "callers": {"get_redirect_url": "get"},
    },
    "django.views.generic.list.ListView": {
        "source": "https://docs.djangoproject.com/en/stable/ref/class-based-views/generic-display/#listview",
        "hooks": {
            "get_context_data": ("raises TypeError in the template", "write an `async def get` that awaits it"),
            "get_queryset": (
                "raises TypeError",
                "write a plain `def`: building a queryset asks nothing, the template fetches its rows in a thread",
            ),
            "get_ordering get_paginate_by paginate_queryset get_allow_empty": (
                "raises TypeError",
                "write it as a plain `def`",
            ),
        },
        "callers": {
            "get_context_data": "get",
            "get_queryset": "get",
            "get_ordering": "get_queryset",
            "get_allow_empty": "get",
            "get_paginate_by": "get_context_data",
            "paginate_queryset": "get_context_data",
        },
    },
    "django.views.generic.detail.DetailView": {
        "source": "https://docs.djangoproject.com/en/stable/ref/class-based-views/generic-display/#detailview",
        "hooks": {
            "get_context_data": ("raises TypeError in the template", "write an `async def get` that awaits it"),
            "get_object": (
                "puts a coroutine where the object should be",
                "write an `async def get` that awaits it",
            ),
            "get_queryset": ("raises AttributeError", "write a plain `def`: building a queryset asks nothing"),
        },
        "callers": {"get_context_data": "get", "get_object": "get", "get_queryset": "get_object"},
    },
    "django.views.generic.edit.FormView": {
        "source": "https://docs.djangoproject.com/en/stable/ref/class-based-views/generic-editing/#formview",
        "hooks": {
            "get_context_data": ("raises TypeError in the template", "write async handlers that await it"),
            "form_valid form_invalid": (
                "answers 500, a coroutine is no response",
                "write an `async def post` that awaits it",
            ),
            "get_form get_form_class get_form_kwargs get_initial": ("raises TypeError", "write it as a plain `def`"),
            "get_success_url": ("raises TypeError", "write it as a plain `def`"),
        },
        "callers": {
            "get_context_data": "get form_invalid",
            "get_form": "get_context_data post",
            "get_form_class": "get_form",
            "get_form_kwargs": "get_form",
            "get_initial": "get_form_kwargs",
            "get_success_url": "form_valid",
        },
        "through": "form_valid form_invalid",
    },
    "django.views.generic.edit.CreateView": {
        "source": "https://docs.djangoproject.com/en/stable/ref/class-based-views/generic-editing/#createview",
        "hooks": {
            "get_context_data": ("raises TypeError in the template", "write async handlers that await it"),
            "form_valid form_invalid": (
                "answers 500, a coroutine is no response",
                "write an `async def post` that awaits it",
            ),
            "get_form get_form_class get_form_kwargs get_initial": ("raises TypeError", "write it as a plain `def`"),
            "get_success_url": ("raises TypeError", "write it as a plain `def`"),
        },
        "callers": {
            "get_context_data": "get form_invalid",
            "get_form": "get_context_data post",
            "get_form_class": "get_form",
            "get_form_kwargs": "get_form",
            "get_initial": "get_form_kwargs",
            "get_success_url": "form_valid",
        },
        "through": "form_valid form_invalid",
    },
    "django.views.generic.edit.UpdateView": {
        "source": "https://docs.djangoproject.com/en/stable/ref/class-based-views/generic-editing/#updateview",
        "hooks": {
            "get_context_data": ("raises TypeError in the template", "write async handlers that await it"),
            "form_valid form_invalid": (
                "answers 500, a coroutine is no response",
                "write an `async def post` that awaits it",
            ),
            "get_form get_form_class get_form_kwargs get_initial": ("raises TypeError", "write it as a plain `def`"),
            "get_success_url": ("raises TypeError", "write it as a plain `def`"),
            "get_object": ("puts a coroutine where the object should be", "write async handlers that await it"),
            "get_queryset": ("raises AttributeError", "write a plain `def`: building a queryset asks nothing"),
        },
        "callers": {
            "get_context_data": "get form_invalid",
            "get_form": "get_context_data post",
            "get_form_class": "get_form",
            "get_form_kwargs": "get_form",
            "get_initial": "get_form_kwargs",
            "get_success_url": "form_valid",
            "get_object": "get post",
            "get_queryset": "get_object",
        },
        "through": "form_valid form_invalid",
    },
    "django.views.generic.edit.DeleteView": {
        "source": "https://docs.djangoproject.com/en/stable/ref/class-based-views/generic-editing/#deleteview",
        "hooks": {
            "get_context_data": ("raises TypeError in the template", "write async handlers that await it"),
            "form_valid form_invalid": (
                "answers 500, a coroutine is no response",
                "write an `async def post` that awaits it",
            ),
            "get_success_url": ("raises TypeError", "write it as a plain `def`"),
            "get_object": ("puts a coroutine where the object should be", "write async handlers that await it"),
            "get_queryset": ("raises AttributeError", "write a plain `def`: building a queryset asks nothing"),
        },
        "callers": {
            "get_context_data": "get form_invalid",
            "get_success_url": "form_valid delete",
            "get_object": "get post delete",
            "get_queryset": "get_object",
        },
        "through": "form_valid form_invalid",
    },
    "django.db.models.Model": {
        "source": "https://docs.djangoproject.com/en/stable/topics/db/models/#overriding-predefined-model-methods",
        "hooks": {
            "save": (
                "saves nothing where Django calls it: `create`, `acreate`, forms, the admin; `asave` raises TypeError",
                "write it as a plain `def`; callers on the loop use `await obj.asave()`, which runs it in a thread",
            ),
            "delete": (
                "deletes nothing where Django calls it: the admin, generic views; `adelete` raises TypeError",
                "write it as a plain `def`; callers on the loop use `await obj.adelete()`, which runs it in a thread",
            ),
            "clean clean_fields validate_unique validate_constraints full_clean": (
                "checks nothing: every object is valid (security)",
                "write it as a plain `def`; callers on the loop use `await sync_to_async(obj.full_clean)()`",
            ),
            "get_absolute_url": ("gives a coroutine instead of a URL", "write it as a plain `def`"),
            "__init__": ("raises TypeError", "write it as a plain `def`"),
        },
        "callers": {"clean": "full_clean", "clean_fields": "full_clean", "validate_unique": "full_clean"},
    },
    "django.db.models.Manager": {
        "source": "https://docs.djangoproject.com/en/stable/topics/db/managers/#modifying-a-manager-s-initial-queryset",
        "hooks": {"get_queryset": ("raises AttributeError", "write a plain `def`: building a queryset asks nothing")},
    },
    "django.db.models.Field": {
        "source": "https://docs.djangoproject.com/en/stable/howto/custom-model-fields/",
        "hooks": {
            "get_prep_value get_db_prep_value get_db_prep_save from_db_value to_python pre_save value_to_string": (
                "gives a coroutine instead of the value",
                "write it as a plain `def`",
            ),
            "validate run_validators": ("checks nothing", "write it as a plain `def`"),
        },
    },
    "django.forms.Form": {
        "source": "https://docs.djangoproject.com/en/stable/ref/forms/validation/",
        "hooks": {
            "clean": (
                "checks nothing: `is_valid()` is true (security)",
                "write it as a plain `def` and call `await sync_to_async(form.is_valid)()`",
            ),
            "clean_*": (
                "checks nothing and puts a coroutine into `cleaned_data`",
                "write it as a plain `def` and call `await sync_to_async(form.is_valid)()`",
            ),
            "__init__": ("raises TypeError", "write it as a plain `def`"),
        },
        "callers": {"clean": "full_clean", "clean_*": "full_clean"},
    },
    "django.forms.ModelForm": {
        "source": "https://docs.djangoproject.com/en/stable/ref/forms/validation/",
        "hooks": {
            "clean": (
                "checks nothing: `is_valid()` is true (security)",
                "write it as a plain `def` and call `await sync_to_async(form.is_valid)()`",
            ),
            "clean_*": (
                "checks nothing and puts a coroutine into `cleaned_data`",
                "write it as a plain `def` and call `await sync_to_async(form.is_valid)()`",
            ),
            "__init__": ("raises TypeError", "write it as a plain `def`"),
        },
        "callers": {"clean": "full_clean", "clean_*": "full_clean"},
    },
    "django.forms.BaseFormSet": {
        "source": "https://docs.djangoproject.com/en/stable/topics/forms/formsets/#custom-formset-validation",
        "hooks": {"clean": ("checks nothing: `is_valid()` is true (security)", "write it as a plain `def`")},
    },
    "django.forms.BaseModelFormSet": {
        "source": "https://docs.djangoproject.com/en/stable/topics/forms/formsets/#custom-formset-validation",
        "hooks": {"clean": ("checks nothing: `is_valid()` is true (security)", "write it as a plain `def`")},
    },
    "django.contrib.admin.options.BaseModelAdmin": {
        "source": "https://docs.djangoproject.com/en/stable/ref/contrib/admin/#modeladmin-methods",
        "hooks": {
            "save_model": ("saves nothing", "write it as a plain `def`: the admin runs in a thread"),
            "delete_model delete_queryset": (
                "deletes nothing",
                "write it as a plain `def`: the admin runs in a thread",
            ),
            "save_formset save_related": ("saves nothing", "write it as a plain `def`: the admin runs in a thread"),
            "has_add_permission has_change_permission has_delete_permission has_view_permission has_module_permission": (
                "grants the permission to everyone (security): a coroutine is always true",
                "write it as a plain `def`: the admin runs in a thread",
            ),
            "log_addition log_change log_deletion log_deletions": ("logs nothing", "write it as a plain `def`"),
            """get_queryset get_object get_form get_fields get_fieldsets get_exclude get_inlines get_inline_instances
            get_ordering get_readonly_fields get_prepopulated_fields get_list_display get_list_display_links
            get_list_filter get_list_select_related get_search_fields get_search_results get_actions get_urls
            get_changelist get_changelist_instance get_changelist_form get_paginator get_formsets_with_inlines get_formset
            get_changeform_initial_data get_extra get_min_num get_max_num get_model_perms formfield_for_dbfield
            formfield_for_foreignkey formfield_for_manytomany formfield_for_choice_field save_form""": (
                "raises where the admin uses the coroutine",
                "write it as a plain `def`: the admin runs in a thread",
            ),
            """add_view change_view changelist_view changeform_view delete_view history_view response_add response_change
            response_delete response_action response_post_save_add response_post_save_change render_change_form""": (
                "answers 500, a coroutine is no response",
                "write it as a plain `def`: the admin runs in a thread",
            ),
        },
    },
    "django.contrib.admin.filters.SimpleListFilter": {
        "source": "https://docs.djangoproject.com/en/stable/ref/contrib/admin/filters/",
        "hooks": {"lookups queryset": ("raises TypeError or AttributeError", "write it as a plain `def`")},
    },
    "django.core.management.base.BaseCommand": {
        "source": "https://docs.djangoproject.com/en/stable/howto/custom-management-commands/",
        "hooks": {
            "handle": (
                "never runs: the command fails with AttributeError",
                "write a plain `def handle` that calls `asyncio.run(self.run(...))`",
            ),
            "add_arguments": ("adds no argument", "write it as a plain `def`"),
        },
        "callers": {"handle": "execute", "add_arguments": "create_parser"},
    },
    "django.apps.AppConfig": {
        "source": "https://docs.djangoproject.com/en/stable/ref/applications/#django.apps.AppConfig.ready",
        "hooks": {"ready": ("never runs", "write it as a plain `def`")},
    },
    "django.utils.deprecation.MiddlewareMixin": {
        "source": "https://docs.djangoproject.com/en/stable/topics/http/middleware/#asynchronous-support",
        "hooks": {
            "process_request process_response": (
                "answers 500",
                "write it as a plain `def`, or write the middleware as an async function under"
                " `@async_only_middleware`",
            ),
        },
        "callers": {"process_request": "__call__ __acall__", "process_response": "__call__ __acall__"},
    },
    "django.core.files.storage.Storage": {
        "source": "https://docs.djangoproject.com/en/stable/howto/custom-file-storage/",
        "hooks": {
            "_save save _open open exists url size path delete listdir get_available_name get_valid_name generate_filename"
            " get_alternative_name get_accessed_time get_created_time get_modified_time": (
                "gives Django a coroutine instead of the result",
                "write it as a plain `def`",
            ),
        },
    },
    "django.core.cache.backends.base.BaseCache": {
        "source": "https://docs.djangoproject.com/en/stable/topics/cache/#using-a-custom-cache-backend",
        "hooks": {
            "get set add delete touch clear incr has_key get_many set_many delete_many": (
                "gives a coroutine instead of the result, and its async form raises TypeError",
                "write it as a plain `def`, and override the form that begins with `a` as `async def`",
            ),
        },
    },
    "django.core.mail.backends.base.BaseEmailBackend": {
        "source": "https://docs.djangoproject.com/en/stable/topics/email/#defining-a-custom-email-backend",
        "hooks": {"send_messages open close": ("never runs: no mail is sent", "write it as a plain `def`")},
    },
    "django.contrib.auth.backends.BaseBackend": {
        "source": "https://docs.djangoproject.com/en/stable/topics/auth/customizing/#writing-an-authentication-backend",
        "hooks": {
            "has_perm has_module_perms": (
                "grants the permission to everyone (security): a coroutine is always true",
                "write it as a plain `def`; since Django 5.2 the form that begins with `a` may be overridden too",
            ),
            "authenticate": (
                "raises AttributeError",
                "write it as a plain `def`; since Django 5.2 `aauthenticate` may be overridden too",
            ),
            "get_user": ("makes `request.user` a coroutine", "write it as a plain `def`"),
            "user_can_authenticate": ("lets inactive users in (security)", "write it as a plain `def`"),
            "get_user_permissions get_group_permissions get_all_permissions": (
                "raises TypeError",
                "write it as a plain `def`",
            ),
        },
    },
    "django.contrib.sitemaps.Sitemap": {
        "source": "https://docs.djangoproject.com/en/stable/ref/contrib/sitemaps/",
        "hooks": {"items location lastmod": ("raises where the sitemap is made", "write it as a plain `def`")},
    },
    "django.contrib.syndication.views.Feed": {
        "source": "https://docs.djangoproject.com/en/stable/ref/contrib/syndication/",
        "hooks": {
            "items get_object item_title item_description item_link item_pubdate get_feed": (
                "raises where the feed is made",
                "write it as a plain `def`",
            ),
        },
    },
    "unittest.TestCase": {
        "source": "https://docs.python.org/3/library/unittest.html#unittest.IsolatedAsyncioTestCase",
        "hooks": {
            "test*": (
                "passes without running",
                "inherit from `django.test.SimpleTestCase`, `TestCase` or `unittest.IsolatedAsyncioTestCase`",
            ),
            "setUp tearDown": (
                "never runs",
                "use `unittest.IsolatedAsyncioTestCase` and `asyncSetUp`, or a plain `def`",
            ),
            "asyncSetUp asyncTearDown": (
                "never runs",
                "use `unittest.IsolatedAsyncioTestCase`, or a plain `def setUp`",
            ),
            "setUpClass tearDownClass": ("never runs", "write it as a plain `def`"),
        },
    },
    "unittest.IsolatedAsyncioTestCase": {
        "source": "https://docs.python.org/3/library/unittest.html#unittest.IsolatedAsyncioTestCase",
        "awaited": "test* asyncSetUp asyncTearDown",
        "hooks": {
            "setUp": ("never runs", "rename it `asyncSetUp`"),
            "tearDown": ("never runs", "rename it `asyncTearDown`"),
            "setUpClass tearDownClass": ("never runs", "write it as a plain `def`"),
        },
    },
    "django.test.testcases.SimpleTestCase": {
        "source": "https://docs.djangoproject.com/en/stable/topics/testing/tools/#testing-asynchronous-code",
        "awaited": "test*",
        "hooks": {
            "setUp tearDown asyncSetUp asyncTearDown setUpClass tearDownClass": (
                "never runs",
                "write a plain `def` and call `async_to_sync(...)` in it",
            ),
        },
    },
    "django.test.testcases.TestCase": {
        "source": "https://docs.djangoproject.com/en/stable/topics/testing/tools/#django.test.TestCase.setUpTestData",
        "hooks": {"setUpTestData": ("never runs", "write a plain `def` and call `async_to_sync(...)` in it")},
    },
    "rest_framework.views.APIView": {
        "source": "https://www.django-rest-framework.org/api-guide/views/",
        "hooks": {
            "get post put patch delete head options": (
                "answers 500: Django REST framework awaits no handler",
                "write it as a plain `def`, which runs in a thread, or use `adrf.views.APIView`",
            ),
            "check_permissions check_object_permissions check_throttles": (
                "checks nothing (security)",
                "write it as a plain `def`",
            ),
            "initial perform_authentication": ("checks nothing (security)", "write it as a plain `def`"),
            "get_permissions get_authenticators get_throttles": ("raises TypeError", "write it as a plain `def`"),
        },
        "callers": {
            "get": "dispatch",
            "post": "dispatch",
            "put": "dispatch",
            "patch": "dispatch",
            "delete": "dispatch",
            "head": "dispatch",
            "options": "dispatch",
            "initial": "dispatch",
            "check_permissions": "initial",
            "check_throttles": "initial",
            "perform_authentication": "initial",
            "get_permissions": "check_permissions",
            "get_throttles": "check_throttles",
        },
    },
    "adrf.views.APIView": {
        "source": "https://github.com/em1208/adrf",
        "awaited": "get post put patch delete head options",
        "hooks": {},
    },
    "rest_framework.viewsets.ViewSetMixin": {
        "source": "https://www.django-rest-framework.org/api-guide/viewsets/",
        "hooks": {
            "list retrieve create update partial_update destroy": (
                "answers 500: Django REST framework awaits no action",
                "write it as a plain `def`, which runs in a thread, or use `adrf.viewsets.ViewSet`",
            ),
        },
        "callers": {
            "list": "dispatch",
            "retrieve": "dispatch",
            "create": "dispatch",
            "update": "dispatch",
            "partial_update": "dispatch",
            "destroy": "dispatch",
        },
    },
    "adrf.viewsets.ViewSetMixin": {
        "source": "https://github.com/em1208/adrf",
        "awaited": "list retrieve create update partial_update destroy",
        "hooks": {},
    },
    "rest_framework.generics.GenericAPIView": {
        "source": "https://www.django-rest-framework.org/api-guide/generic-views/",
        "hooks": {
            "get_queryset filter_queryset paginate_queryset get_serializer get_serializer_class get_serializer_context": (
                "raises where Django REST framework uses the coroutine",
                "write it as a plain `def`",
            ),
        },
        "callers": {
            "get_queryset": "get_object list retrieve update destroy get put patch delete",
            "filter_queryset": "get_object list get",
            "paginate_queryset": "list get",
            "get_serializer": "create list retrieve update get post put patch",
            "get_serializer_class": "get_serializer",
            "get_serializer_context": "get_serializer",
        },
    },
    "rest_framework.mixins.CreateModelMixin": {
        "source": "https://www.django-rest-framework.org/api-guide/generic-views/#mixins",
        "hooks": {"perform_create": ("never runs: nothing is saved", "write it as a plain `def`")},
        "callers": {"perform_create": "create"},
    },
    "rest_framework.mixins.UpdateModelMixin": {
        "source": "https://www.django-rest-framework.org/api-guide/generic-views/#mixins",
        "hooks": {"perform_update": ("never runs: nothing is saved", "write it as a plain `def`")},
        "callers": {"perform_update": "update"},
    },
    "rest_framework.mixins.DestroyModelMixin": {
        "source": "https://www.django-rest-framework.org/api-guide/generic-views/#mixins",
        "hooks": {"perform_destroy": ("never runs: nothing is deleted", "write it as a plain `def`")},
        "callers": {"perform_destroy": "destroy"},
    },
    "rest_framework.permissions.BasePermission": {
        "source": "https://www.django-rest-framework.org/api-guide/permissions/#custom-permissions",
        "hooks": {
            "has_permission has_object_permission": (
                "grants access to everyone (security): a coroutine is always true",
                "write it as a plain `def`",
            ),
        },
        "unless": "adrf",
    },
    "rest_framework.throttling.BaseThrottle": {
        "source": "https://www.django-rest-framework.org/api-guide/throttling/#custom-throttles",
        "hooks": {"allow_request": ("allows every request: a coroutine is always true", "write it as a plain `def`")},
        "unless": "adrf",
    },
    "rest_framework.authentication.BaseAuthentication": {
        "source": "https://www.django-rest-framework.org/api-guide/authentication/#custom-authentication",
        "hooks": {"authenticate authenticate_credentials": ("raises TypeError", "write it as a plain `def`")},
        "unless": "adrf",
    },
    "rest_framework.serializers.BaseSerializer": {
        "source": "https://www.django-rest-framework.org/api-guide/serializers/#validation",
        "hooks": {
            "validate validate_*": (
                "checks nothing and puts a coroutine into `validated_data`",
                "write it as a plain `def`",
            ),
            "create update": ("saves nothing", "write it as a plain `def`"),
            "to_representation to_internal_value": (
                "gives a coroutine instead of the data",
                "write it as a plain `def`",
            ),
        },
        "callers": {"create": "save", "update": "save"},
        "unless": "adrf ninja ninja_extra",
    },
}
