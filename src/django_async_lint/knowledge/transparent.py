"""Calls that change nothing that matters here: decorators that leave a function as it is, calls that return an argument.

Literal tables only. The value of a decorator is where its behaviour is written. A name stands for both forms,
`@name` and `@name(...)`; a last component `*` for any name there. Decorators with a meaning of their own (into a
thread, onto a loop) are in `offloading`, entry points in `entry_points`.
"""

PASS_THROUGH_DECORATORS: dict[str, str] = {
    # standard library
    "functools.wraps": "https://docs.python.org/3/library/functools.html#functools.wraps",
    "functools.update_wrapper": "https://docs.python.org/3/library/functools.html#functools.update_wrapper",
    "functools.lru_cache": "https://docs.python.org/3/library/functools.html#functools.lru_cache",
    "functools.cache": "https://docs.python.org/3/library/functools.html#functools.cache",
    "functools.singledispatch": "https://docs.python.org/3/library/functools.html#functools.singledispatch",
    "functools.singledispatchmethod": "https://docs.python.org/3/library/functools.html#functools.singledispatchmethod",
    "functools.total_ordering": "https://docs.python.org/3/library/functools.html#functools.total_ordering",
    "typing.overload": "https://docs.python.org/3/library/typing.html#typing.overload",
    "typing.final": "https://docs.python.org/3/library/typing.html#typing.final",
    "typing.override": "https://docs.python.org/3/library/typing.html#typing.override",
    "typing.no_type_check": "https://docs.python.org/3/library/typing.html#typing.no_type_check",
    "typing.runtime_checkable": "https://docs.python.org/3/library/typing.html#typing.runtime_checkable",
    "typing.dataclass_transform": "https://docs.python.org/3/library/typing.html#typing.dataclass_transform",
    "typing_extensions.*": "https://typing-extensions.readthedocs.io/en/latest/",
    "abc.abstractmethod": "https://docs.python.org/3/library/abc.html#abc.abstractmethod",
    "dataclasses.dataclass": "https://docs.python.org/3/library/dataclasses.html",
    "enum.unique": "https://docs.python.org/3/library/enum.html#enum.unique",
    "warnings.deprecated": "https://docs.python.org/3/library/warnings.html#warnings.deprecated",
    "types.coroutine": "https://docs.python.org/3/library/types.html#types.coroutine",
    "inspect.markcoroutinefunction": "https://docs.python.org/3/library/inspect.html#inspect.markcoroutinefunction",
    "asgiref.sync.markcoroutinefunction": "https://docs.djangoproject.com/en/stable/topics/http/middleware/#asynchronous-support",
    "atexit.register": "https://docs.python.org/3/library/atexit.html",
    # Django: views
    "django.contrib.auth.decorators.login_required": "https://docs.djangoproject.com/en/stable/topics/auth/default/#the-login-required-decorator",
    "django.contrib.auth.decorators.permission_required": "https://docs.djangoproject.com/en/stable/topics/auth/default/#the-permission-required-decorator",
    "django.contrib.auth.decorators.user_passes_test": "https://docs.djangoproject.com/en/stable/topics/auth/default/#django.contrib.auth.decorators.user_passes_test",
    "django.contrib.auth.decorators.login_not_required": "https://docs.djangoproject.com/en/stable/topics/auth/default/",
    "django.contrib.admin.views.decorators.staff_member_required": "https://docs.djangoproject.com/en/stable/ref/contrib/admin/#the-staff-member-required-decorator",
    "django.contrib.admin.action": "https://docs.djangoproject.com/en/stable/ref/contrib/admin/actions/#the-action-decorator",
    "django.contrib.admin.decorators.action": "https://docs.djangoproject.com/en/stable/ref/contrib/admin/actions/#the-action-decorator",
    "django.contrib.admin.display": "https://docs.djangoproject.com/en/stable/ref/contrib/admin/#the-display-decorator",
    "django.contrib.admin.decorators.display": "https://docs.djangoproject.com/en/stable/ref/contrib/admin/#the-display-decorator",
    "django.contrib.admin.register": "https://docs.djangoproject.com/en/stable/ref/contrib/admin/#the-register-decorator",
    "django.contrib.admin.decorators.register": "https://docs.djangoproject.com/en/stable/ref/contrib/admin/#the-register-decorator",
    "django.views.decorators.http.require_http_methods": "https://docs.djangoproject.com/en/stable/topics/http/decorators/",
    "django.views.decorators.http.require_GET": "https://docs.djangoproject.com/en/stable/topics/http/decorators/",
    "django.views.decorators.http.require_POST": "https://docs.djangoproject.com/en/stable/topics/http/decorators/",
    "django.views.decorators.http.require_safe": "https://docs.djangoproject.com/en/stable/topics/http/decorators/",
    "django.views.decorators.http.condition": "https://docs.djangoproject.com/en/stable/topics/conditional-view-processing/",
    "django.views.decorators.http.etag": "https://docs.djangoproject.com/en/stable/topics/conditional-view-processing/",
    "django.views.decorators.http.last_modified": "https://docs.djangoproject.com/en/stable/topics/conditional-view-processing/",
    "django.views.decorators.http.conditional_page": "https://docs.djangoproject.com/en/stable/topics/http/decorators/",
    "django.views.decorators.csrf.csrf_exempt": "https://docs.djangoproject.com/en/stable/howto/csrf/",
    "django.views.decorators.csrf.csrf_protect": "https://docs.djangoproject.com/en/stable/howto/csrf/",
    "django.views.decorators.csrf.ensure_csrf_cookie": "https://docs.djangoproject.com/en/stable/howto/csrf/",
    "django.views.decorators.csrf.requires_csrf_token": "https://docs.djangoproject.com/en/stable/howto/csrf/",
    "django.views.decorators.cache.never_cache": "https://docs.djangoproject.com/en/stable/topics/http/decorators/#caching",
    "django.views.decorators.cache.cache_control": "https://docs.djangoproject.com/en/stable/topics/http/decorators/#caching",
    "django.views.decorators.cache.cache_page": "https://docs.djangoproject.com/en/stable/topics/cache/#the-per-view-cache",
    "django.views.decorators.vary.vary_on_headers": "https://docs.djangoproject.com/en/stable/topics/http/decorators/#vary-headers",
    "django.views.decorators.vary.vary_on_cookie": "https://docs.djangoproject.com/en/stable/topics/http/decorators/#vary-headers",
    "django.views.decorators.gzip.gzip_page": "https://docs.djangoproject.com/en/stable/topics/http/decorators/#gzip-compression",
    "django.views.decorators.clickjacking.xframe_options_exempt": "https://docs.djangoproject.com/en/stable/ref/clickjacking/",
    "django.views.decorators.clickjacking.xframe_options_deny": "https://docs.djangoproject.com/en/stable/ref/clickjacking/",
    "django.views.decorators.clickjacking.xframe_options_sameorigin": "https://docs.djangoproject.com/en/stable/ref/clickjacking/",
    "django.views.decorators.debug.sensitive_variables": "https://docs.djangoproject.com/en/stable/howto/error-reporting/",
    "django.views.decorators.debug.sensitive_post_parameters": "https://docs.djangoproject.com/en/stable/howto/error-reporting/",
    "django.views.decorators.common.no_append_slash": "https://docs.djangoproject.com/en/stable/topics/http/decorators/#common",
    "django.views.decorators.csp.csp_override": "https://docs.djangoproject.com/en/stable/ref/csp/",
    "django.views.decorators.csp.csp_report_only_override": "https://docs.djangoproject.com/en/stable/ref/csp/",
    # Django: the rest
    "django.utils.decorators.method_decorator": "https://docs.djangoproject.com/en/stable/topics/class-based-views/intro/#decorating-the-class",
    "django.utils.decorators.sync_and_async_middleware": "https://docs.djangoproject.com/en/stable/topics/http/middleware/#asynchronous-support",
    "django.utils.decorators.async_only_middleware": "https://docs.djangoproject.com/en/stable/topics/http/middleware/#asynchronous-support",
    "django.utils.decorators.sync_only_middleware": "https://docs.djangoproject.com/en/stable/topics/http/middleware/#asynchronous-support",
    "django.dispatch.receiver": "https://docs.djangoproject.com/en/stable/topics/signals/#django.dispatch.receiver",
    "django.dispatch.dispatcher.receiver": "https://docs.djangoproject.com/en/stable/topics/signals/#django.dispatch.receiver",
    "django.core.checks.register": "https://docs.djangoproject.com/en/stable/topics/checks/",
    "django.core.checks.registry.register": "https://docs.djangoproject.com/en/stable/topics/checks/",
    "django.template.defaultfilters.stringfilter": "https://docs.djangoproject.com/en/stable/howto/custom-template-tags/",
    "django.utils.deconstruct.deconstructible": "https://docs.djangoproject.com/en/stable/topics/migrations/",
    "django.utils.functional.keep_lazy": "https://docs.djangoproject.com/en/stable/ref/utils/",
    "django.utils.functional.keep_lazy_text": "https://docs.djangoproject.com/en/stable/ref/utils/",
    "django.test.override_settings": "https://docs.djangoproject.com/en/stable/topics/testing/tools/#django.test.override_settings",
    "django.test.utils.override_settings": "https://docs.djangoproject.com/en/stable/topics/testing/tools/#django.test.override_settings",
    "django.test.modify_settings": "https://docs.djangoproject.com/en/stable/topics/testing/tools/",
    "django.test.tag": "https://docs.djangoproject.com/en/stable/topics/testing/tools/#tagging-tests",
    "django.test.skipUnlessDBFeature": "https://docs.djangoproject.com/en/stable/topics/testing/advanced/",
    # frameworks on Django
    "rest_framework.decorators.api_view": "https://www.django-rest-framework.org/api-guide/views/#function-based-views",
    "rest_framework.decorators.action": "https://www.django-rest-framework.org/api-guide/viewsets/",
    "rest_framework.decorators.permission_classes": "https://www.django-rest-framework.org/api-guide/views/#api-policy-decorators",
    "rest_framework.decorators.authentication_classes": "https://www.django-rest-framework.org/api-guide/views/#api-policy-decorators",
    "rest_framework.decorators.throttle_classes": "https://www.django-rest-framework.org/api-guide/views/#api-policy-decorators",
    "rest_framework.decorators.renderer_classes": "https://www.django-rest-framework.org/api-guide/views/#api-policy-decorators",
    "rest_framework.decorators.parser_classes": "https://www.django-rest-framework.org/api-guide/views/#api-policy-decorators",
    "rest_framework.decorators.schema": "https://www.django-rest-framework.org/api-guide/views/#view-schema-decorator",
    "adrf.decorators.api_view": "https://github.com/em1208/adrf",
    "drf_spectacular.utils.extend_schema": "https://drf-spectacular.readthedocs.io/en/latest/drf_spectacular.html",
    "drf_spectacular.utils.extend_schema_view": "https://drf-spectacular.readthedocs.io/en/latest/drf_spectacular.html",
    "drf_spectacular.utils.extend_schema_field": "https://drf-spectacular.readthedocs.io/en/latest/drf_spectacular.html",
    "drf_spectacular.utils.extend_schema_serializer": "https://drf-spectacular.readthedocs.io/en/latest/drf_spectacular.html",
    "drf_yasg.utils.swagger_auto_schema": "https://drf-yasg.readthedocs.io/en/stable/custom_spec.html",
    "ninja.NinjaAPI.get": "https://django-ninja.dev/guides/operation/",
    "ninja.NinjaAPI.post": "https://django-ninja.dev/guides/operation/",
    "ninja.NinjaAPI.put": "https://django-ninja.dev/guides/operation/",
    "ninja.NinjaAPI.patch": "https://django-ninja.dev/guides/operation/",
    "ninja.NinjaAPI.delete": "https://django-ninja.dev/guides/operation/",
    "ninja.NinjaAPI.api_operation": "https://django-ninja.dev/guides/operation/",
    "ninja.NinjaAPI.exception_handler": "https://django-ninja.dev/guides/errors/",
    "ninja.Router.get": "https://django-ninja.dev/guides/routers/",
    "ninja.Router.post": "https://django-ninja.dev/guides/routers/",
    "ninja.Router.put": "https://django-ninja.dev/guides/routers/",
    "ninja.Router.patch": "https://django-ninja.dev/guides/routers/",
    "ninja.Router.delete": "https://django-ninja.dev/guides/routers/",
    "ninja.Router.api_operation": "https://django-ninja.dev/guides/routers/",
    "ninja.decorators.decorate_view": "https://django-ninja.dev/guides/decorators/",
    "ninja.pagination.paginate": "https://django-ninja.dev/guides/response/pagination/",
    "ninja_extra.*": "https://eadwincode.github.io/django-ninja-extra/",
    "ninja_extra.route.*": "https://eadwincode.github.io/django-ninja-extra/api_controller/",
    "fastapi.FastAPI.get": "https://fastapi.tiangolo.com/reference/fastapi/",
    "fastapi.FastAPI.post": "https://fastapi.tiangolo.com/reference/fastapi/",
    "fastapi.FastAPI.put": "https://fastapi.tiangolo.com/reference/fastapi/",
    "fastapi.FastAPI.patch": "https://fastapi.tiangolo.com/reference/fastapi/",
    "fastapi.FastAPI.delete": "https://fastapi.tiangolo.com/reference/fastapi/",
    "fastapi.FastAPI.websocket": "https://fastapi.tiangolo.com/reference/fastapi/",
    "fastapi.FastAPI.middleware": "https://fastapi.tiangolo.com/tutorial/middleware/",
    "fastapi.FastAPI.exception_handler": "https://fastapi.tiangolo.com/tutorial/handling-errors/",
    "fastapi.FastAPI.on_event": "https://fastapi.tiangolo.com/advanced/events/",
    "fastapi.APIRouter.get": "https://fastapi.tiangolo.com/reference/apirouter/",
    "fastapi.APIRouter.post": "https://fastapi.tiangolo.com/reference/apirouter/",
    "fastapi.APIRouter.put": "https://fastapi.tiangolo.com/reference/apirouter/",
    "fastapi.APIRouter.patch": "https://fastapi.tiangolo.com/reference/apirouter/",
    "fastapi.APIRouter.delete": "https://fastapi.tiangolo.com/reference/apirouter/",
    "fastapi.APIRouter.websocket": "https://fastapi.tiangolo.com/reference/apirouter/",
    "strawberry.field": "https://strawberry.rocks/docs/types/resolvers",
    "strawberry.mutation": "https://strawberry.rocks/docs/general/mutations",
    "strawberry.subscription": "https://strawberry.rocks/docs/general/subscriptions",
    "strawberry.type": "https://strawberry.rocks/docs/types/object-types",
    "strawberry.input": "https://strawberry.rocks/docs/types/input-types",
    "strawberry.enum": "https://strawberry.rocks/docs/types/enums",
    "strawberry.interface": "https://strawberry.rocks/docs/types/interfaces",
    "strawberry_django.field": "https://strawberry.rocks/docs/django/guide/fields",
    "strawberry_django.mutation": "https://strawberry.rocks/docs/django/guide/mutations",
    "strawberry_django.type": "https://strawberry.rocks/docs/django/guide/types",
    "ariadne.ObjectType.field": "https://ariadnegraphql.org/docs/resolvers",
    "ariadne.QueryType.field": "https://ariadnegraphql.org/docs/resolvers",
    "ariadne.MutationType.field": "https://ariadnegraphql.org/docs/mutations",
    "ariadne.SubscriptionType.source": "https://ariadnegraphql.org/docs/subscriptions",
    "ariadne.SubscriptionType.field": "https://ariadnegraphql.org/docs/subscriptions",
    "guardian.decorators.permission_required": "https://django-guardian.readthedocs.io/en/stable/api/guardian.decorators.html",
    "rules.contrib.views.permission_required": "https://github.com/dfunckt/django-rules",
    "waffle.decorators.waffle_flag": "https://waffle.readthedocs.io/en/stable/usage/decorators.html",
    "waffle.decorators.waffle_switch": "https://waffle.readthedocs.io/en/stable/usage/decorators.html",
    "django_ratelimit.decorators.ratelimit": "https://django-ratelimit.readthedocs.io/en/stable/usage.html",
    "modeltranslation.decorators.register": "https://django-modeltranslation.readthedocs.io/en/latest/registration.html",
    "reversion.register": "https://django-reversion.readthedocs.io/en/stable/api.html",
    # tasks and bots: calling the function still runs it
    "celery.shared_task": "https://docs.celeryq.dev/en/stable/userguide/tasks.html",
    "celery.app.shared_task": "https://docs.celeryq.dev/en/stable/userguide/tasks.html",
    "celery.Celery.task": "https://docs.celeryq.dev/en/stable/userguide/tasks.html",
    "celery.task": "https://docs.celeryq.dev/en/stable/userguide/tasks.html",
    "django_tasks.task": "https://github.com/RealOrangeOne/django-tasks",
    "django.tasks.task": "https://docs.djangoproject.com/en/stable/topics/tasks/",
    "dramatiq.actor": "https://dramatiq.io/reference.html#dramatiq.actor",
    "rq.decorators.job": "https://python-rq.org/docs/",
    "django_rq.job": "https://github.com/rq/django-rq",
    "background_task.background": "https://django-background-tasks.readthedocs.io/en/latest/",
    "procrastinate.App.task": "https://procrastinate.readthedocs.io/en/stable/howto/basics/tasks.html",
    "aiogram.Dispatcher.message": "https://docs.aiogram.dev/en/latest/dispatcher/router.html",
    "aiogram.Router.message": "https://docs.aiogram.dev/en/latest/dispatcher/router.html",
    "aiogram.Router.callback_query": "https://docs.aiogram.dev/en/latest/dispatcher/router.html",
    "aiogram.Router.inline_query": "https://docs.aiogram.dev/en/latest/dispatcher/router.html",
    "aiogram.Router.errors": "https://docs.aiogram.dev/en/latest/dispatcher/errors.html",
    "telebot.TeleBot.message_handler": "https://pytba.readthedocs.io/en/latest/sync_version/index.html",
    "telebot.async_telebot.AsyncTeleBot.message_handler": "https://pytba.readthedocs.io/en/latest/async_version/index.html",
    "discord.ext.commands.command": "https://discordpy.readthedocs.io/en/stable/ext/commands/api.html",
    "discord.ext.commands.Bot.command": "https://discordpy.readthedocs.io/en/stable/ext/commands/api.html",
    "discord.ext.commands.Bot.event": "https://discordpy.readthedocs.io/en/stable/api.html",
    "discord.ext.commands.Cog.listener": "https://discordpy.readthedocs.io/en/stable/ext/commands/api.html",
    "discord.Client.event": "https://discordpy.readthedocs.io/en/stable/api.html",
    "discord.app_commands.command": "https://discordpy.readthedocs.io/en/stable/interactions/api.html",
    "discord.ext.tasks.loop": "https://discordpy.readthedocs.io/en/stable/ext/tasks/index.html",
    "langchain_core.tools.tool": "https://python.langchain.com/docs/concepts/tools/",
    # retries: they call the function again, as it is
    "tenacity.retry": "https://tenacity.readthedocs.io/en/latest/",
    "backoff.on_exception": "https://github.com/litl/backoff",
    "backoff.on_predicate": "https://github.com/litl/backoff",
    "retrying.retry": "https://github.com/groodt/retrying",
    "retry.retry": "https://github.com/invl/retry",
    "retry.api.retry": "https://github.com/invl/retry",
    "stamina.retry": "https://stamina.hynek.me/en/stable/api.html",
    "circuitbreaker.circuit": "https://github.com/fabfuel/circuitbreaker",
    "aiobreaker.CircuitBreaker": "https://github.com/arlyon/aiobreaker",
    "ratelimit.limits": "https://github.com/tomasbasham/ratelimit",
    "ratelimit.sleep_and_retry": "https://github.com/tomasbasham/ratelimit",
    "async_timeout.timeout": "https://github.com/aio-libs/async-timeout",
    # caches in the process
    "cachetools.cached": "https://cachetools.readthedocs.io/en/stable/",
    "cachetools.cachedmethod": "https://cachetools.readthedocs.io/en/stable/",
    "cachetools.func.ttl_cache": "https://cachetools.readthedocs.io/en/stable/",
    "cachetools.func.lru_cache": "https://cachetools.readthedocs.io/en/stable/",
    "async_lru.alru_cache": "https://github.com/aio-libs/async-lru",
    "aiocache.cached": "https://aiocache.aio-libs.org/en/latest/decorators.html",
    "asyncstdlib.lru_cache": "https://asyncstdlib.readthedocs.io/en/stable/source/api/functools.html",
    "asyncstdlib.cache": "https://asyncstdlib.readthedocs.io/en/stable/source/api/functools.html",
    # tracing, metrics, deprecation
    "sentry_sdk.trace": "https://docs.sentry.io/platforms/python/tracing/",
    "sentry_sdk.tracing.trace": "https://docs.sentry.io/platforms/python/tracing/",
    "sentry_sdk.monitor": "https://docs.sentry.io/platforms/python/crons/",
    "sentry_sdk.crons.monitor": "https://docs.sentry.io/platforms/python/crons/",
    "newrelic.agent.function_trace": "https://docs.newrelic.com/docs/apm/agents/python-agent/python-agent-api/",
    "newrelic.agent.background_task": "https://docs.newrelic.com/docs/apm/agents/python-agent/python-agent-api/",
    "newrelic.agent.web_transaction": "https://docs.newrelic.com/docs/apm/agents/python-agent/python-agent-api/",
    "ddtrace.tracer.wrap": "https://ddtrace.readthedocs.io/en/stable/api.html",
    "opentelemetry.trace.Tracer.start_as_current_span": "https://opentelemetry-python.readthedocs.io/en/latest/api/trace.html",
    "elasticapm.capture_span": "https://www.elastic.co/docs/reference/apm/agents/python/api-reference",
    "elasticapm.async_capture_span": "https://www.elastic.co/docs/reference/apm/agents/python/api-reference",
    "logfire.instrument": "https://logfire.pydantic.dev/docs/",
    "langfuse.observe": "https://langfuse.com/docs/observability/sdk/python/overview",
    "langfuse.decorators.observe": "https://langfuse.com/docs/observability/sdk/python/overview",
    "langsmith.traceable": "https://docs.smith.langchain.com/reference/python/run_helpers",
    "prometheus_client.Summary.time": "https://prometheus.github.io/client_python/instrumenting/summary/",
    "prometheus_client.Histogram.time": "https://prometheus.github.io/client_python/instrumenting/histogram/",
    "prometheus_client.Gauge.track_inprogress": "https://prometheus.github.io/client_python/instrumenting/gauge/",
    "prometheus_client.Counter.count_exceptions": "https://prometheus.github.io/client_python/instrumenting/counter/",
    "statsd.StatsClient.timer": "https://statsd.readthedocs.io/en/stable/timing.html",
    "silk.profiling.profiler.silk_profile": "https://github.com/jazzband/django-silk",
    "deprecated.deprecated": "https://deprecated.readthedocs.io/en/latest/",
    "deprecated.sphinx.deprecated": "https://deprecated.readthedocs.io/en/latest/",
    "deprecation.deprecated": "https://deprecation.readthedocs.io/en/latest/",
    "loguru.logger.catch": "https://loguru.readthedocs.io/en/stable/api/logger.html",
    # types and validation
    "beartype.beartype": "https://beartype.readthedocs.io/en/latest/",
    "typeguard.typechecked": "https://typeguard.readthedocs.io/en/latest/",
    "pydantic.validate_call": "https://docs.pydantic.dev/latest/concepts/validation_decorator/",
    "pydantic.field_validator": "https://docs.pydantic.dev/latest/concepts/validators/",
    "pydantic.model_validator": "https://docs.pydantic.dev/latest/concepts/validators/",
    "pydantic.validator": "https://docs.pydantic.dev/latest/concepts/validators/",
    "pydantic.root_validator": "https://docs.pydantic.dev/latest/concepts/validators/",
    "pydantic.field_serializer": "https://docs.pydantic.dev/latest/concepts/serialization/",
    "attr.s": "https://www.attrs.org/en/stable/api-attr.html",
    "attr.define": "https://www.attrs.org/en/stable/api.html",
    "attrs.define": "https://www.attrs.org/en/stable/api.html",
    "attrs.frozen": "https://www.attrs.org/en/stable/api.html",
    # dependency injection, commands, tests
    "injector.inject": "https://injector.readthedocs.io/en/latest/",
    "dependency_injector.wiring.inject": "https://python-dependency-injector.ets-labs.org/wiring.html",
    "click.command": "https://click.palletsprojects.com/en/stable/api/",
    "click.group": "https://click.palletsprojects.com/en/stable/api/",
    "click.option": "https://click.palletsprojects.com/en/stable/api/",
    "click.argument": "https://click.palletsprojects.com/en/stable/api/",
    "click.pass_context": "https://click.palletsprojects.com/en/stable/api/",
    "typer.Typer.command": "https://typer.tiangolo.com/",
    "pytest.fixture": "https://docs.pytest.org/en/stable/reference/reference.html#pytest-fixture",
    "pytest.mark.*": "https://docs.pytest.org/en/stable/reference/reference.html#marks",
    "pytest_asyncio.fixture": "https://pytest-asyncio.readthedocs.io/en/stable/reference/decorators/index.html",
    "unittest.skip": "https://docs.python.org/3/library/unittest.html#skipping-tests-and-expected-failures",
    "unittest.skipIf": "https://docs.python.org/3/library/unittest.html#skipping-tests-and-expected-failures",
    "unittest.skipUnless": "https://docs.python.org/3/library/unittest.html#skipping-tests-and-expected-failures",
    "unittest.expectedFailure": "https://docs.python.org/3/library/unittest.html#skipping-tests-and-expected-failures",
    "unittest.mock.patch": "https://docs.python.org/3/library/unittest.mock.html#patch",
    "unittest.mock.patch.object": "https://docs.python.org/3/library/unittest.mock.html#patch",
    "unittest.mock.patch.dict": "https://docs.python.org/3/library/unittest.mock.html#patch",
    "freezegun.freeze_time": "https://github.com/spulec/freezegun",
    "time_machine.travel": "https://time-machine.readthedocs.io/en/latest/",
    "responses.activate": "https://github.com/getsentry/responses",
    "vcr.use_cassette": "https://vcrpy.readthedocs.io/en/latest/",
    "hypothesis.given": "https://hypothesis.readthedocs.io/en/latest/",
    "hypothesis.settings": "https://hypothesis.readthedocs.io/en/latest/",
    "parameterized.parameterized.expand": "https://github.com/wolever/parameterized",
    "factory.django.mute_signals": "https://factoryboy.readthedocs.io/en/stable/orms.html",
    "factory.post_generation": "https://factoryboy.readthedocs.io/en/stable/reference.html",
    "numba.jit": "https://numba.readthedocs.io/en/stable/reference/jit-compilation.html",
    "numba.njit": "https://numba.readthedocs.io/en/stable/reference/jit-compilation.html",
}
"""Decorators that leave what a call of the function does as it is: a synchronous function stays one, a coroutine
function stays one, and its body still runs where it is called. What the decorator does beside that (a test of the
user before a view, a transaction) is told by other tables."""

CALLS_ON_LOOP: dict[str, tuple[tuple[int, str], ...]] = {
    "django.views.decorators.http.etag": ((0, "etag_func"),),
    "django.views.decorators.http.last_modified": ((0, "last_modified_func"),),
    "django.views.decorators.http.condition": ((0, "etag_func"), (1, "last_modified_func")),
}
"""Decorators that call functions they are given, with the request, on the loop before a coroutine view runs: their
places and keywords. https://docs.djangoproject.com/en/stable/topics/conditional-view-processing/; measured on 5.2.
`user_passes_test` calls its test in a thread."""

CONTEXT_MANAGER_DECORATORS: dict[str, str] = {
    "contextlib.contextmanager": "with",
    "contextlib.asynccontextmanager": "async with",
    "asyncstdlib.contextmanager": "async with",
}
"""Decorators that make a context manager of a generator function: it runs to its `yield` on entry."""

FACTORIES: dict[str, tuple[int, str]] = {
    "sqlalchemy.orm.sessionmaker": (1, "class_"),
}
"""Calls that give a factory of the class that they are given, and where that stands."""

MEMOS: frozenset[str] = frozenset({"functools.lru_cache", "functools.cache"})
"""Decorators that keep what a function returned, for everybody who calls it with the same arguments."""

KEEPS_RESULT: frozenset[str] = frozenset(
    {
        "functools.lru_cache",
        "functools.cache",
        "functools.cached_property",
        "django.utils.functional.cached_property",
        "werkzeug.utils.cached_property",
    }
)
"""Decorators that keep what a function returned, and properties that keep it as an attribute of the instance.
`cached_property.cached_property` is none of them: it makes a future of a coroutine."""

PROPERTY_DECORATORS: frozenset[str] = frozenset(
    {
        "builtins.property",
        "functools.cached_property",
        "django.utils.functional.cached_property",
        "django.utils.functional.classproperty",
        "werkzeug.utils.cached_property",
        "cached_property.cached_property",
        "abc.abstractproperty",
        "strawberry_django.cached_model_property",
        "strawberry_django.model_property",
        "types.DynamicClassAttribute",
    }
)
"""Decorators that make an attribute of a method: reading it runs the body."""

CACHED_PROPERTY_DECORATORS: frozenset[str] = frozenset(
    {
        "functools.cached_property",
        "django.utils.functional.cached_property",
        "werkzeug.utils.cached_property",
        "cached_property.cached_property",
        "strawberry_django.cached_model_property",
    }
)
"""Of these, those that leave the result on the instance, so that reading it again runs nothing.

Source: https://docs.python.org/3/library/functools.html#functools.cached_property"""

GAINS_METHODS: dict[str, str] = {
    "celery.shared_task": "celery.app.task.Task",
    "celery.app.shared_task": "celery.app.task.Task",
    "celery.Celery.task": "celery.app.task.Task",
    "dramatiq.actor": "dramatiq.Actor",
    "django_tasks.task": "django_tasks.base.Task",
    "rq.decorators.job": "rq.decorators.job()",
    "django_rq.job": "rq.decorators.job()",
    "taskiq.AsyncBroker.task": "taskiq.AsyncTaskiqDecoratedTask",
    "procrastinate.App.task": "procrastinate.tasks.Task",
    "procrastinate.contrib.django.app.task": "procrastinate.tasks.Task",
}
"""Decorators after which the function can be called as before and has besides the methods of a table class
(`task.delay()`)."""

REPLACED_BY: dict[str, str] = {
    "huey.contrib.djhuey.task": "huey.api.TaskWrapper",
    "huey.contrib.djhuey.db_task": "huey.api.TaskWrapper",
    "huey.contrib.djhuey.periodic_task": "huey.api.TaskWrapper",
    "huey.contrib.djhuey.db_periodic_task": "huey.api.TaskWrapper",
    "huey.api.Huey.task": "huey.api.TaskWrapper",
    "huey.api.Huey.periodic_task": "huey.api.TaskWrapper",
}
"""Decorators after which calling the function does not run it: the value is the table class of what stands there."""

PROVIDERS: tuple[str, ...] = (
    "dependency_injector.providers.Factory", "dependency_injector.providers.Singleton",
    "dependency_injector.providers.ThreadSafeSingleton", "dependency_injector.providers.ThreadLocalSingleton",
    "dependency_injector.providers.ContextLocalSingleton", "dependency_injector.providers.Callable",
)  # fmt: skip
"""Providers of a container, https://python-dependency-injector.ets-labs.org/providers/: calling one calls its first
argument with the others, of which providers are called first."""

GENERIC_ATTRIBUTES: dict[str, str] = {
    "pydantic_ai.RunContext": "deps",
    "agents.RunContextWrapper": "context",
    "langgraph.runtime.Runtime": "context",
}
"""Generic classes with an attribute that is what their first type argument says: `RunContext[Deps].deps`."""

RESOLVERS: dict[str, int] = {
    "punq.Container.resolve": 0,
    "punq.Container.instantiate": 0,
    "injector.Injector.get": 0,
    "lagom.Container.resolve": 0,
    "svcs.Container.get": 0,
    "dishka.Container.get": 0,
}
"""Methods of containers that give an instance of the class given to them, and which argument that is."""

RETURNS_ARGUMENT: dict[str, int] = {
    "typing.cast": 1,
    "typing.assert_type": 0,
    "typing.reveal_type": 0,
    "typing_extensions.cast": 1,
    "typing_extensions.assert_type": 0,
    "typing_extensions.reveal_type": 0,
    "copy.copy": 0,
    "copy.deepcopy": 0,
    "operator.index": 0,
    "weakref.proxy": 0,
    "sys.intern": 0,
    "os.fspath": 0,
    "dataclasses.replace": 0,
    "copy.replace": 0,
    "attr.evolve": 0,
    "attrs.evolve": 0,
    "msgspec.structs.replace": 0,
    "asyncio.shield": 0,
    "contextlib.closing": 0,
    "contextlib.aclosing": 0,
    "django.utils.encoding.force_str": 0,
    "django.utils.safestring.mark_safe": 0,
    "inspect.markcoroutinefunction": 0,
    "asgiref.sync.markcoroutinefunction": 0,
}
"""A call returns this argument, or a value of the same kind. Index counted from 0."""

CONSUMING_METHODS: dict[str, int] = {"csv.writer.writerows": 0, "csv.DictWriter.writerows": 0}
"""Methods that go through an argument at once. Index counted from 0."""

DEFAULT_FACTORIES: dict[str, str] = {
    "dataclasses.field": "default_factory",
    "attr.ib": "factory",
    "attr.field": "factory",
    "attrs.field": "factory",
    "pydantic.Field": "default_factory",
    "pydantic.fields.Field": "default_factory",
}
"""Declarations of a record's field -> the keyword that holds what the constructor calls where it is given no value.
Source: https://docs.python.org/3/library/dataclasses.html#dataclasses.field, https://www.attrs.org/en/stable/api.html,
https://docs.pydantic.dev/latest/concepts/fields/"""

CONSUMING_CALLS: dict[str, tuple[int, str]] = {
    "django.http.HttpResponse": (0, "content"),
    "django.http.HttpResponseNotFound": (0, "content"),
    "django.http.HttpResponseForbidden": (0, "content"),
    "django.http.HttpResponseBadRequest": (0, "content"),
    "django.http.HttpResponseGone": (0, "content"),
    "django.http.HttpResponseServerError": (0, "content"),
}
"""Calls that go through an argument at once, unless it is text or bytes: its position and its name.
Source: https://docs.djangoproject.com/en/stable/ref/request-response/#passing-iterators"""

ITERATES_ARGUMENT: dict[str, int] = {
    "builtins.enumerate": 0,
    "builtins.reversed": 0,
    "builtins.zip": 0,
    "builtins.iter": 0,
    "builtins.map": 1,
    "builtins.filter": 1,
    "csv.reader": 0,
    "csv.DictReader": 0,
    "itertools.islice": 0,
    "itertools.chain": 0,
    "itertools.chain.from_iterable": 0,
    "itertools.cycle": 0,
    "itertools.takewhile": 1,
    "itertools.dropwhile": 1,
    "itertools.filterfalse": 1,
    "itertools.starmap": 1,
    "itertools.zip_longest": 0,
    "itertools.batched": 0,
    "itertools.pairwise": 0,
    "itertools.tee": 0,
    "itertools.product": 0,
    "tqdm.tqdm": 0,
    "tqdm.auto.tqdm": 0,
    "more_itertools.chunked": 0,
    "more_itertools.ichunked": 0,
    "more_itertools.batched": 0,
}
"""Iterating what a call returned iterates this argument, then and not before; `zip` and `chain` take more of them."""

ENUMERATIONS: tuple[str, ...] = (
    "enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag", "enum.ReprEnum",
    "django.db.models.Choices", "django.db.models.TextChoices", "django.db.models.IntegerChoices",
    "django.db.models.enums.Choices", "django.db.models.enums.TextChoices", "django.db.models.enums.IntegerChoices",
)  # fmt: skip
"""Base classes whose class attributes are instances of the class: https://docs.python.org/3/library/enum.html"""

NAMED_TUPLES: tuple[str, ...] = ("typing.NamedTuple", "typing_extensions.NamedTuple")
"""Base classes whose annotated names are the elements, in order."""

TYPED_DICTS: tuple[str, ...] = ("typing.TypedDict", "typing_extensions.TypedDict")
"""Base classes whose annotated names are keys."""

HOLDERS: dict[str, str] = {
    "contextvars.ContextVar": "get",
    "asyncio.Queue": "get get_nowait",
    "asyncio.LifoQueue": "get get_nowait",
    "asyncio.PriorityQueue": "get get_nowait",
    "queue.Queue": "get get_nowait",
    "queue.LifoQueue": "get get_nowait",
    "queue.PriorityQueue": "get get_nowait",
    "queue.SimpleQueue": "get get_nowait",
    "asyncio.Future": "result",
    "asyncio.Task": "result",
    "concurrent.futures.Future": "result",
    "pydantic.TypeAdapter": "validate_python validate_json validate_strings",
    "msgspec.json.Decoder": "decode",
    "msgspec.msgpack.Decoder": "decode",
}
"""Generic classes of one parameter and their methods that give such an object."""

IMPORTERS: frozenset[str] = frozenset({
    "django.utils.module_loading.import_string",
    "importlib.import_module",
    "pydoc.locate",
    "sys.modules.get",
})  # fmt: skip
"""Functions that give what a dotted name means.

Source: https://docs.djangoproject.com/en/stable/ref/utils/#module-django.utils.module_loading
Source: https://docs.python.org/3/library/importlib.html#importlib.import_module"""

NAMESPACES: frozenset[str] = frozenset({
    "threading.local",
    "asgiref.local.Local",
    "types.SimpleNamespace",
    "werkzeug.local.Local",
})  # fmt: skip
"""Classes whose instances have no attributes but those that code sets on them.

Source: https://docs.python.org/3/library/threading.html#thread-local-data
Source: https://docs.python.org/3/library/types.html#types.SimpleNamespace
Source: https://github.com/django/asgiref/blob/main/asgiref/local.py"""

DEPENDENCIES: dict[str, int] = {
    "fastapi.Depends": 0,
    "fastapi.Security": 0,
    "fastapi.params.Depends": 0,
    "fastapi.param_functions.Depends": 0,
    "taskiq.TaskiqDepends": 0,
    "fast_depends.Depends": 0,
}
"""A parameter whose default, or whose metadata in `Annotated`, is such a call is given what the argument returns when
the framework calls it: https://fastapi.tiangolo.com/tutorial/dependencies/. A generator gives what it yields."""

NEVER_READ: frozenset[str] = frozenset({"attr", "attrs", "msgspec", "pydantic", "pydantic_core", "typing_extensions"})
"""Packages whose classes the evaluator understands by what is written under them, never by their own source."""
