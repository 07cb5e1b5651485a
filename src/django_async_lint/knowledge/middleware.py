"""Middleware outside the project: which hooks each has and in which modes it runs. Literal tables only.

`BUILT_IN` is Django's own, each with the hooks that it defines; all are sync- and async-capable and follow what they
wrap. `THIRD_PARTY` is `(modes, hooks, source)`; `modes` is `both` or `sync`, as the version named in the source has it.
"""

MIXIN = "django.utils.deprecation.MiddlewareMixin"
"""Its `__call__` gives a coroutine where what it wraps is a coroutine function, and runs each hook in a thread then."""

DECORATORS: dict[str, tuple[bool, bool]] = {
    "django.utils.decorators.sync_only_middleware": (True, False),
    "django.utils.decorators.async_only_middleware": (False, True),
    "django.utils.decorators.sync_and_async_middleware": (True, True),
}
"""What a decorator of a factory says of it: sync-capable, async-capable."""

BUILT_IN: dict[str, str] = {
    "django.contrib.admindocs.middleware.XViewMiddleware": "process_view",
    "django.contrib.auth.middleware.AuthenticationMiddleware": "process_request",
    "django.contrib.auth.middleware.LoginRequiredMiddleware": "process_view",
    "django.contrib.flatpages.middleware.FlatpageFallbackMiddleware": "process_response",
    "django.contrib.messages.middleware.MessageMiddleware": "process_request process_response",
    "django.contrib.redirects.middleware.RedirectFallbackMiddleware": "process_response",
    "django.contrib.sessions.middleware.SessionMiddleware": "process_request process_response",
    "django.contrib.sites.middleware.CurrentSiteMiddleware": "process_request",
    "django.middleware.cache.CacheMiddleware": "process_request process_response",
    "django.middleware.cache.FetchFromCacheMiddleware": "process_request",
    "django.middleware.cache.UpdateCacheMiddleware": "process_response",
    "django.middleware.clickjacking.XFrameOptionsMiddleware": "process_response",
    "django.middleware.common.BrokenLinkEmailsMiddleware": "process_response",
    "django.middleware.common.CommonMiddleware": "process_request process_response",
    "django.middleware.csp.ContentSecurityPolicyMiddleware": "process_request process_response",
    "django.middleware.csrf.CsrfViewMiddleware": "process_request process_view process_response",
    "django.middleware.gzip.GZipMiddleware": "process_response",
    "django.middleware.http.ConditionalGetMiddleware": "process_response",
    "django.middleware.locale.LocaleMiddleware": "process_request process_response",
    "django.middleware.security.SecurityMiddleware": "process_request process_response",
}

LEAVES_ALONE = frozenset({
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
})  # fmt: skip
"""Those whose `process_response` does not use every response: only where there are messages, a session was used."""

OWN_CALL: dict[str, str] = {
    "django.contrib.auth.middleware.PersistentRemoteUserMiddleware": "5.2",
    "django.contrib.auth.middleware.RemoteUserMiddleware": "5.2",
}
"""Django's own with a `process_request` that, since the release named, an `__acall__` of their own replaces."""

THIRD_PARTY: dict[str, tuple[str, str, str]] = {
    "allauth.account.middleware.AccountMiddleware": ("both", "", "django-allauth 65.22.1"),
    "allauth.usersessions.middleware.UserSessionsMiddleware": ("sync", "", "django-allauth 65.22.1"),
    "axes.middleware.AxesMiddleware": ("both", "", "django-axes 8.3.1"),
    "corsheaders.middleware.CorsMiddleware": ("both", "", "django-cors-headers 4.9.0"),
    "debug_toolbar.middleware.DebugToolbarMiddleware": ("both", "", "django-debug-toolbar 8.0.0"),
    "django_htmx.middleware.HtmxMiddleware": ("both", "", "django-htmx 1.29.0"),
    "django_prometheus.middleware.PrometheusAfterMiddleware": (
        "both", "process_request process_view process_template_response process_response", "django-prometheus 2.5.0",
    ),
    "django_prometheus.middleware.PrometheusBeforeMiddleware": (
        "both", "process_request process_response", "django-prometheus 2.5.0",
    ),
    "impersonate.middleware.ImpersonateMiddleware": ("both", "process_request", "django-impersonate 1.9.5"),
    "silk.middleware.SilkyMiddleware": ("sync", "", "django-silk 5.6.0"),
    "simple_history.middleware.HistoryRequestMiddleware": ("both", "", "django-simple-history 3.13.0"),
    "waffle.middleware.WaffleMiddleware": ("both", "process_response", "django-waffle 5.0.0"),
    "whitenoise.middleware.WhiteNoiseMiddleware": ("sync", "", "whitenoise 6.12.0"),
}  # fmt: skip

MODE_AWARE = frozenset({"iscoroutinefunction", "iscoroutine", "isawaitable", "async_mode", "is_async", "async_to_sync"})
"""Names whose presence in a synchronous `__call__` says that it asks in which mode it runs."""
