"""Well-known packages on top of Django: what their functions do to database, storage and network. Literal tables only.

`query` touches the database through the ORM and raises `SynchronousOnlyOperation` on the loop.
"""

LIBRARIES = (
    {
        "name": "django-guardian",
        "roots": ("guardian",),
        "source": "https://django-guardian.readthedocs.io/en/stable/api/guardian.shortcuts.html",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "calls": {
            "query": """guardian.shortcuts.assign_perm guardian.shortcuts.remove_perm guardian.shortcuts.get_perms
                guardian.shortcuts.get_user_perms guardian.shortcuts.get_group_perms
                guardian.shortcuts.get_objects_for_user guardian.shortcuts.get_objects_for_group""",
        },
        "classes": {
            "guardian.core.ObjectPermissionChecker": {"methods": {"query": "has_perm get_perms prefetch_perms"}},
        },
    },
    {
        "name": "django-waffle",
        "roots": ("waffle",),
        "source": "https://waffle.readthedocs.io/en/stable/usage/views.html",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "calls": {
            "query": "waffle.flag_is_active waffle.switch_is_active waffle.sample_is_active",
        },
    },
    {
        "name": "django-storages",
        "roots": ("storages",),
        "source": "https://django-storages.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "classes": {
            "storages.backends.s3.S3Storage": {
                "methods": {"service": "open save delete exists listdir size get_modified_time get_created_time"},
            },
            "storages.backends.gcloud.GoogleCloudStorage": {
                "methods": {"service": "open save delete exists listdir size get_modified_time get_created_time"},
            },
            "storages.backends.azure_storage.AzureStorage": {
                "methods": {"service": "open save delete exists listdir size get_modified_time"},
            },
            "storages.backends.sftpstorage.SFTPStorage": {
                "methods": {"service": "open save delete exists listdir size get_modified_time"},
            },
        },
        "aliases": {
            "storages.backends.s3boto3.S3Boto3Storage": "storages.backends.s3.S3Storage",
        },
    },
    {
        "name": "django-haystack",
        "roots": ("haystack",),
        "source": "https://django-haystack.readthedocs.io/en/latest/searchqueryset_api.html",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "classes": {
            "haystack.query.SearchQuerySet": {
                "methods": {
                    "socket": "count best_match latest facet_counts stats_results spelling_suggestion __getitem__ __len__",
                },
                "returns": {
                    "all": "haystack.query.SearchQuerySet",
                    "filter": "haystack.query.SearchQuerySet",
                    "exclude": "haystack.query.SearchQuerySet",
                    "models": "haystack.query.SearchQuerySet",
                    "order_by": "haystack.query.SearchQuerySet",
                    "autocomplete": "haystack.query.SearchQuerySet",
                    "auto_query": "haystack.query.SearchQuerySet",
                    "highlight": "haystack.query.SearchQuerySet",
                    "load_all": "haystack.query.SearchQuerySet",
                },
                "iter": {"effect": "socket"},
            },
        },
    },
    {
        "name": "django-post-office",
        "roots": ("post_office",),
        "source": "https://github.com/ui/django-post_office",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "calls": {"query": "post_office.mail.send post_office.mail.send_many post_office.mail.send_queued"},
    },
    {
        "name": "django-otp",
        "roots": ("django_otp",),
        "source": "https://django-otp-official.readthedocs.io/en/stable/auth.html",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "calls": {
            "query": "django_otp.login django_otp.match_token django_otp.verify_token django_otp.user_has_device",
        },
    },
    {
        "name": "django-import-export",
        "roots": ("import_export",),
        "source": "https://django-import-export.readthedocs.io/en/latest/api_resources.html",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "classes": {
            "import_export.resources.Resource": {
                "methods": {"query": "import_data import_row"},
            },
            "import_export.resources.ModelResource": {
                "bases": ("import_export.resources.Resource",),
                "methods": {"query": "export"},
                "returns": {"export": "tablib.Dataset"},
            },
        },
    },
    {
        "name": "django-simple-history",
        "roots": ("simple_history",),
        "source": "https://django-simple-history.readthedocs.io/en/stable/common_issues.html",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "calls": {
            "query": """simple_history.utils.bulk_create_with_history simple_history.utils.bulk_update_with_history
                simple_history.utils.update_change_reason""",
        },
    },
    {
        "name": "djangorestframework",
        "roots": ("rest_framework",),
        "source": "https://www.django-rest-framework.org/api-guide/generic-views/",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "classes": {
            "rest_framework.generics.GenericAPIView": {
                "methods": {"query": "get_object"},
                "pure": """get_queryset filter_queryset get_serializer get_serializer_class get_serializer_context
                    paginate_queryset get_paginated_response""",
            },
            "rest_framework.serializers.BaseSerializer": {"pure": "is_valid save"},
            "rest_framework.serializers.ModelSerializer": {"methods": {"query": "create update"}},
        },
    },
    {
        "name": "adrf",
        "roots": ("adrf",),
        "source": "https://github.com/em1208/adrf",
        "instead": "await it",
        "classes": {
            "adrf.generics.GenericAPIView": {
                "pure": "aget_object",
                "coroutines": "afilter_queryset apaginate_queryset get_apaginated_response",
            },
            "adrf.mixins.CreateModelMixin": {"coroutines": "acreate perform_acreate"},
            "adrf.mixins.ListModelMixin": {"coroutines": "alist"},
            "adrf.mixins.RetrieveModelMixin": {"coroutines": "aretrieve"},
            "adrf.mixins.UpdateModelMixin": {"coroutines": "aupdate partial_aupdate perform_aupdate"},
            "adrf.mixins.DestroyModelMixin": {"coroutines": "adestroy perform_adestroy"},
            "adrf.serializers.BaseSerializer": {
                "coroutines": "asave acreate aupdate ato_representation aget_attribute"
            },
        },
    },
    {
        "name": "djangorestframework-simplejwt",
        "roots": ("rest_framework_simplejwt",),
        "source": "https://django-rest-framework-simplejwt.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "classes": {
            "rest_framework_simplejwt.authentication.JWTAuthentication": {
                "methods": {"query": "get_user authenticate"}
            },
            "rest_framework_simplejwt.authentication.JWTStatelessUserAuthentication": {"pure": "get_user authenticate"},
        },
    },
    {
        "name": "django-allauth",
        "roots": ("allauth",),
        "source": "https://docs.allauth.org/en/latest/",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "calls": {
            "query": "allauth.account.utils.setup_user_email allauth.account.utils.has_verified_email",
        },
        "classes": {
            "allauth.account.models.EmailAddress": {"methods": {"query": "set_as_primary send_confirmation"}},
        },
    },
    {
        "name": "channels-redis",
        "roots": ("channels_redis",),
        "source": "https://github.com/django/channels_redis",
        "instead": "await it",
        "classes": {
            "channels_redis.core.RedisChannelLayer": {"bases": ("channels.layers.BaseChannelLayer",), "async": True},
            "channels_redis.pubsub.RedisPubSubChannelLayer": {
                "bases": ("channels.layers.BaseChannelLayer",),
                "async": True,
            },
        },
    },
    {
        "name": "django-ses",
        "roots": ("django_ses",),
        "source": "https://github.com/django-ses/django-ses",
        "instead": "send it in a thread: `await sync_to_async(...)(...)`",
        "classes": {"django_ses.SESBackend": {"methods": {"service": "open close send_messages"}}},
    },
    {
        "name": "strawberry-graphql",
        "roots": ("strawberry",),
        "source": "https://strawberry.rocks/docs/types/schema",
        "instead": "use `await schema.execute(...)`",
        "constant_ok": False,
        "classes": {
            "strawberry.Schema": {"coroutines": "execute subscribe"},
            "strawberry.Info": {"attributes": {"context": "strawberry.Context()"}},
            "strawberry.Context()": {},
            "strawberry.dataloader.DataLoader": {"async": True, "coroutines": "load load_many"},
        },
        "aliases": {"strawberry.types.Info": "strawberry.Info", "strawberry.types.info.Info": "strawberry.Info"},
    },
    {
        "name": "aiodataloader",
        "roots": ("aiodataloader",),
        "source": "https://github.com/syrusakbary/aiodataloader",
        "instead": "await it",
        "classes": {"aiodataloader.DataLoader": {"async": True, "coroutines": "load load_many"}},
    },
    {
        "name": "graphene",
        "roots": ("graphene",),
        "source": "https://docs.graphene-python.org/en/latest/execution/execute/",
        "instead": "use `await schema.execute_async(...)`",
        "constant_ok": False,
        "classes": {"graphene.Schema": {"coroutines": "execute_async subscribe"}},
        "aliases": {"graphene.types.schema.Schema": "graphene.Schema"},
    },
    {
        "name": "django-reversion",
        "roots": ("reversion",),
        "source": "https://django-reversion.readthedocs.io/en/latest/api.html",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "calls": {"query": "reversion.add_to_revision"},
        "returns": {"reversion.create_revision": "reversion.create_revision()"},
        "classes": {"reversion.create_revision()": {"enter_effect": "query"}},
        "pure": "reversion.set_user reversion.set_comment reversion.get_user reversion.get_comment",
        "aliases": {
            "reversion.revisions.create_revision": "reversion.create_revision",
            "reversion.revisions.add_to_revision": "reversion.add_to_revision",
        },
    },
    {
        "name": "django-cacheops",
        "roots": ("cacheops",),
        "source": "https://github.com/Suor/django-cacheops#invalidation",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "calls": {
            "socket": """cacheops.invalidate_obj cacheops.invalidate_model cacheops.invalidate_all
                cacheops.invalidation.invalidate_dict cacheops.cache.get cacheops.cache.set cacheops.cache.delete""",
            "file": "cacheops.file_cache.get cacheops.file_cache.set cacheops.file_cache.delete",
        },
        "aliases": {
            "cacheops.invalidation.invalidate_obj": "cacheops.invalidate_obj",
            "cacheops.invalidation.invalidate_model": "cacheops.invalidate_model",
            "cacheops.invalidation.invalidate_all": "cacheops.invalidate_all",
            "cacheops.simple.cache": "cacheops.cache",
        },
    },
    {
        "name": "django-axes",
        "roots": ("axes",),
        "source": "https://django-axes.readthedocs.io/en/latest/3_usage.html",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "calls": {
            "query": """axes.utils.reset axes.utils.reset_request axes.handlers.proxy.AxesProxyHandler.is_locked
                axes.handlers.proxy.AxesProxyHandler.is_allowed axes.handlers.proxy.AxesProxyHandler.get_failures
                axes.handlers.proxy.AxesProxyHandler.reset_attempts axes.handlers.proxy.AxesProxyHandler.reset_logs""",
        },
    },
    {
        "name": "django-money",
        "roots": ("djmoney",),
        "source": "https://django-money.readthedocs.io/en/latest/exchanges.html",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "calls": {
            "query": "djmoney.contrib.exchange.models.convert_money djmoney.contrib.exchange.models.get_rate",
        },
        "classes": {
            "djmoney.contrib.exchange.backends.OpenExchangeRatesBackend": {
                "methods": {"http": "update_rates get_rates get_response"},
            },
            "djmoney.contrib.exchange.backends.FixerBackend": {
                "methods": {"http": "update_rates get_rates get_response"},
            },
        },
    },
    {
        "name": "django-activity-stream",
        "roots": ("actstream",),
        "source": "https://django-activity-stream.readthedocs.io/en/latest/follow.html",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "calls": {
            "query": """actstream.actions.follow actstream.actions.unfollow actstream.actions.is_following
                actstream.signals.action.send""",
        },
        "aliases": {"actstream.action": "actstream.signals.action"},
    },
    {
        "name": "django-push-notifications",
        "roots": ("push_notifications",),
        "source": "https://github.com/jazzband/django-push-notifications",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "classes": {
            "push_notifications.models.GCMDevice": {"methods": {"http": "send_message"}},
            "push_notifications.models.APNSDevice": {"methods": {"http": "send_message"}},
            "push_notifications.models.WebPushDevice": {"methods": {"http": "send_message"}},
        },
    },
    {
        "name": "django-elasticsearch-dsl",
        "roots": ("django_elasticsearch_dsl",),
        "source": "https://django-elasticsearch-dsl.readthedocs.io/en/latest/quickstart.html",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "classes": {
            "django_elasticsearch_dsl.Document": {
                "bases": ("elasticsearch_dsl.Document",),
                "methods": {"socket": "update bulk"},
                "returns": {"search": "django_elasticsearch_dsl.search.Search"},
            },
            "django_elasticsearch_dsl.search.Search": {
                "bases": ("elasticsearch_dsl.Search",),
                "methods": {"socket": "to_queryset execute count"},
                "returns": {
                    "query": "django_elasticsearch_dsl.search.Search",
                    "filter": "django_elasticsearch_dsl.search.Search",
                    "exclude": "django_elasticsearch_dsl.search.Search",
                    "sort": "django_elasticsearch_dsl.search.Search",
                    "extra": "django_elasticsearch_dsl.search.Search",
                },
            },
        },
        "aliases": {"django_elasticsearch_dsl.documents.Document": "django_elasticsearch_dsl.Document"},
    },
    {
        "name": "django-constance",
        "roots": ("constance",),
        "source": "https://django-constance.readthedocs.io/en/latest/",
        "instead": "await the asynchronous form: `await aget_values()`, `await config.NAME`",
        "calls": {"service": "constance.utils.get_values constance.utils.get_values_for_keys"},
        "coroutines": """constance.utils.aget_values constance.utils.aget_values_for_keys constance.config.aset
            constance.config.amget""",
        "older": "constance.config.aset constance.config.amget",
    },
)
