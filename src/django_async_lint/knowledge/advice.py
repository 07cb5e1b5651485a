"""What tells that a function is a view, and what may need it to be asynchronous: literal tables, no logic.

Views and their decorators: https://docs.djangoproject.com/en/stable/topics/async/#decorators, the endpoints of
https://django-ninja.dev/guides/async-support/ and https://pypi.org/project/adrf/.
"""

RESPONSES: tuple[str, ...] = (
    "django.http.HttpResponse",
    "django.http.response.HttpResponseBase",
    "django.http.JsonResponse",
    "django.template.response.TemplateResponse",
    "django.template.response.SimpleTemplateResponse",
    "rest_framework.response.Response",
)
"""Classes of answers that are no streams."""

VIEW_CLASSES: frozenset[str] = frozenset(
    {
        "django.views.generic.base.View",
        "django.views.generic.base.TemplateView",
        "adrf.views.APIView",
    }
)

GENERIC_VIEWS: frozenset[str] = frozenset(
    {
        "django.views.generic.detail.DetailView",
        "django.views.generic.list.ListView",
        "django.views.generic.edit.FormView",
        "django.views.generic.edit.CreateView",
        "django.views.generic.edit.UpdateView",
        "django.views.generic.edit.DeleteView",
        "django.views.generic.edit.ProcessFormView",
        "django.views.generic.edit.FormMixin",
        "django.views.generic.list.BaseListView",
        "django.views.generic.detail.BaseDetailView",
    }
)
"""Classes of views with handlers of their own."""

ENDPOINT_DECORATORS: tuple[str, ...] = ("ninja.NinjaAPI.", "ninja.Router.", "adrf.decorators.api_view")
DECORATORS: tuple[str, ...] = ("django.", "ninja.NinjaAPI.", "ninja.Router.", "adrf.decorators.api_view")
"""How the names of decorators begin under which a plain view serves as well."""

ASKING_FOR_LOOP: frozenset[str] = frozenset(
    {
        "create_task",
        "ensure_future",
        "gather",
        "get_event_loop",
        "get_running_loop",
        "run_in_executor",
        "StreamingHttpResponse",
        "start_soon",
        "call_soon",
        "call_later",
        "TaskGroup",
        "as_completed",
        "shield",
        "wait_for",
    }
)
"""Last names of calls that need the running loop, or make a stream."""
