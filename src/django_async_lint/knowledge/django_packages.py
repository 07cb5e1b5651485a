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
        "name": "djangorestframework-simplejwt",
        "roots": ("rest_framework_simplejwt",),
        "source": "https://django-rest-framework-simplejwt.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "classes": {
            "rest_framework_simplejwt.authentication.JWTAuthentication": {"methods": {"query": "get_user authenticate"}},
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
        "classes": {"strawberry.Schema": {"coroutines": "execute subscribe"}},
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
)
