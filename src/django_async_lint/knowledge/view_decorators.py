"""Decorators and mixins around asynchronous views, and the handlers of Django's generic views.

Literal tables only. A row of `VIEW_DECORATORS` holds the release since which the decorator accepts a coroutine
function (empty: none does), and what its synchronous wrapper touches of what the view gives or needs: `response` (a
coroutine has no headers), `user` (asks the database), or nothing, so that it only hands the coroutine on. Each row of
Django's was run on 4.2, 5.0, 5.1 and 5.2, around a function, a method, `dispatch` and `as_view()`; each other one was
applied to a coroutine function and asked what it gave.
"""

SOURCES: dict[str, str] = {
    "django": "https://docs.djangoproject.com/en/stable/topics/async/#decorators",
    "method_decorator": "https://docs.djangoproject.com/en/stable/releases/5.2/#utilities",
    "django_ratelimit": "https://django-ratelimit.readthedocs.io/en/stable/usage.html",
    "guardian": "https://django-guardian.readthedocs.io/en/stable/api/guardian.decorators/",
    "rules": "https://github.com/dfunckt/django-rules#using-the-function-based-view-decorator",
    "csp": "https://django-csp.readthedocs.io/en/latest/decorators.html",
    "waffle": "https://waffle.readthedocs.io/en/stable/usage/decorators.html",
    "oauth2_provider": "https://django-oauth-toolkit.readthedocs.io/en/latest/views/function_based.html",
    "rest_framework": "https://www.django-rest-framework.org/api-guide/views/#function-based-views",
    "braces": "https://django-braces.readthedocs.io/en/latest/access.html",
}
"""Where each package tells of its decorators; that of the table's rows by their first part."""

VIEW_DECORATORS: dict[str, tuple[str, str]] = {
    "django.contrib.auth.decorators.login_required": ("5.1", "user"),
    "django.contrib.auth.decorators.permission_required": ("5.1", "user"),
    "django.contrib.auth.decorators.user_passes_test": ("5.1", "user"),
    "django.contrib.admin.views.decorators.staff_member_required": ("5.1", "user"),
    "django.views.decorators.cache.cache_page": ("5.0", "response"),
    "django.views.decorators.cache.never_cache": ("5.0", "response"),
    "django.views.decorators.cache.cache_control": ("5.0", "response"),
    "django.views.decorators.vary.vary_on_headers": ("5.0", "response"),
    "django.views.decorators.vary.vary_on_cookie": ("5.0", "response"),
    "django.views.decorators.gzip.gzip_page": ("5.0", "response"),
    "django.views.decorators.http.etag": ("5.0", "response"),
    "django.views.decorators.http.condition": ("5.0", "response"),
    "django.views.decorators.http.last_modified": ("5.0", "response"),
    "django.views.decorators.http.conditional_page": ("5.0", "response"),
    "django.views.decorators.http.require_http_methods": ("5.0", ""),
    "django.views.decorators.http.require_GET": ("5.0", ""),
    "django.views.decorators.http.require_POST": ("5.0", ""),
    "django.views.decorators.http.require_safe": ("5.0", ""),
    "django.views.decorators.clickjacking.xframe_options_exempt": ("5.0", "response"),
    "django.views.decorators.clickjacking.xframe_options_deny": ("5.0", "response"),
    "django.views.decorators.clickjacking.xframe_options_sameorigin": ("5.0", "response"),
    "django.views.decorators.csrf.csrf_exempt": ("5.0", ""),
    "django.views.decorators.csrf.csrf_protect": ("5.0", ""),
    "django.views.decorators.csrf.requires_csrf_token": ("5.0", ""),
    "django.views.decorators.csrf.ensure_csrf_cookie": ("5.0", "response"),
    "django.views.decorators.debug.sensitive_variables": ("5.0", ""),
    "django.views.decorators.debug.sensitive_post_parameters": ("5.0", ""),
    "django.views.decorators.common.no_append_slash": ("5.0", ""),
    "django.views.decorators.csp.csp_override": ("6.0", "response"),
    "django.views.decorators.csp.csp_report_only_override": ("6.0", "response"),
    "django_ratelimit.decorators.ratelimit": ("", ""),
    "guardian.decorators.permission_required": ("", "user"),
    "guardian.decorators.permission_required_or_403": ("", "user"),
    "rules.contrib.views.permission_required": ("", "user"),
    "csp.decorators.csp_exempt": ("", "response"),
    "csp.decorators.csp_update": ("", "response"),
    "csp.decorators.csp_replace": ("", "response"),
    "csp.decorators.csp": ("", "response"),
    "waffle.decorators.waffle_flag": ("", ""),
    "waffle.decorators.waffle_switch": ("", ""),
    "oauth2_provider.decorators.protected_resource": ("", ""),
    "oauth2_provider.decorators.rw_protected_resource": ("", ""),
    "rest_framework.decorators.api_view": ("", ""),
}
"""Decorators of views -> (release since which they accept a coroutine function, what they touch)."""

WITH_ARGUMENTS: frozenset[str] = frozenset(
    {
        "django.contrib.auth.decorators.permission_required",
        "django.contrib.auth.decorators.user_passes_test",
        "django.views.decorators.cache.cache_page",
        "django.views.decorators.cache.cache_control",
        "django.views.decorators.vary.vary_on_headers",
        "django.views.decorators.http.etag",
        "django.views.decorators.http.condition",
        "django.views.decorators.http.last_modified",
        "django.views.decorators.http.require_http_methods",
        "django.views.decorators.debug.sensitive_post_parameters",
        "django.views.decorators.csp.csp_override",
        "django.views.decorators.csp.csp_report_only_override",
        "guardian.decorators.permission_required",
        "guardian.decorators.permission_required_or_403",
    }
)
"""Those that are called before they decorate: `name(...)(view)`."""

METHOD_DECORATOR = "django.utils.decorators.method_decorator"
METHOD_DECORATOR_SINCE = "5.2"
"""Since this release `method_decorator` leaves a coroutine function one."""

CACHES_ON_LOOP = "django.views.decorators.cache.cache_page"
"""Asks the cache on the loop when it decorates a coroutine function: its middleware is synchronous there [src, 5.2]."""

ADVICE: dict[str, str] = {
    "user": "check in the view: `{user}`",
    "response": "set the header in the view on the response",
    "rest_framework.decorators.api_view": "use `adrf.decorators.api_view`, or write a plain `def`",
    "django_ratelimit.decorators.ratelimit": "call it in the view: `await sync_to_async(is_ratelimited)(request, ...)`",
    "": "write the check in the view",
}
"""What to write instead where no release helps, by decorator or by what it touches."""

DISPATCH_GUARDS: dict[str, str] = {
    "django.contrib.auth.mixins.LoginRequiredMixin": "",
    "django.contrib.auth.mixins.PermissionRequiredMixin": "has_permission",
    "django.contrib.auth.mixins.UserPassesTestMixin": "test_func",
    "braces.views.LoginRequiredMixin": "",
    "braces.views.AnonymousRequiredMixin": "",
    "braces.views.PermissionRequiredMixin": "check_permissions",
    "braces.views.MultiplePermissionsRequiredMixin": "check_permissions",
    "braces.views.GroupRequiredMixin": "check_membership",
    "braces.views.UserPassesTestMixin": "test_func",
    "braces.views.SuperuserRequiredMixin": "",
    "braces.views.StaffuserRequiredMixin": "",
    "braces.views.RecentLoginRequiredMixin": "",
    "guardian.mixins.LoginRequiredMixin": "",
    "guardian.mixins.PermissionRequiredMixin": "check_permissions",
    "rules.contrib.views.PermissionRequiredMixin": "has_permission",
    "rules.contrib.views.AutoPermissionRequiredMixin": "has_permission",
}
"""Mixins whose `dispatch` asks for `request.user` -> the hook that asks, which a project may override."""

VIEW = "django.views.generic.base.View"
HANDLERS: dict[str, str] = {
    "django.views.generic.base.TemplateView": "get",
    "django.views.generic.base.RedirectView": "get head post delete put patch",
    "django.views.generic.detail.DetailView": "get",
    "django.views.generic.list.ListView": "get",
    "django.views.generic.edit.FormView": "get post put",
    "django.views.generic.edit.CreateView": "get post put",
    "django.views.generic.edit.UpdateView": "get post put",
    "django.views.generic.edit.DeleteView": "get post delete",
    "django.views.generic.dates.ArchiveIndexView": "get",
    "django.views.generic.dates.YearArchiveView": "get",
    "django.views.generic.dates.MonthArchiveView": "get",
    "django.views.generic.dates.WeekArchiveView": "get",
    "django.views.generic.dates.DayArchiveView": "get",
    "django.views.generic.dates.TodayArchiveView": "get",
    "django.views.generic.dates.DateDetailView": "get",
    "django.contrib.auth.views.LogoutView": "post",
    "rest_framework.generics.CreateAPIView": "post",
    "rest_framework.generics.ListAPIView": "get",
    "rest_framework.generics.RetrieveAPIView": "get",
    "rest_framework.generics.DestroyAPIView": "delete",
    "rest_framework.generics.UpdateAPIView": "put patch",
    "rest_framework.generics.ListCreateAPIView": "get post",
    "rest_framework.generics.RetrieveUpdateAPIView": "get put patch",
    "rest_framework.generics.RetrieveDestroyAPIView": "get delete",
    "rest_framework.generics.RetrieveUpdateDestroyAPIView": "get put patch delete",
}
"""The synchronous handlers that a view class of Django or Django REST framework brings along; `options` does not count."""

COUNTED_HANDLERS: tuple[str, ...] = ("get", "post", "put", "patch", "delete", "head", "trace")
"""The handlers that `View.view_is_async` looks at: every HTTP method but `options`."""

OWN_WAY: frozenset[str] = frozenset({"rest_framework.viewsets.ViewSetMixin", "adrf.viewsets.ViewSetMixin"})
"""View classes whose `as_view` or `view_is_async` is their own."""
