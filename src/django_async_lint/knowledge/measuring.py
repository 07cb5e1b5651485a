"""What a site tells of itself and asks about its visitors: analytics, feature flags, errors, metrics. Literal tables only."""

LIBRARIES = (
    {
        "name": "posthog",
        "roots": ("posthog",),
        "source": "https://posthog.com/docs/libraries/python",
        "older": "posthog.identify posthog.Client.identify",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": """posthog.feature_enabled posthog.get_feature_flag posthog.get_feature_flag_payload
                posthog.get_all_flags posthog.get_all_flags_and_payloads posthog.load_feature_flags
                posthog.get_remote_config_payload""",
            "wait": "posthog.flush posthog.shutdown posthog.join",
        },
        "advice": {
            "posthog.feature_enabled": "do it in a thread, or with `only_evaluate_locally=True`",
        },
        "pure": "posthog.capture posthog.identify posthog.alias posthog.set",
        "unless": {
            "posthog.feature_enabled": "only_evaluate_locally=True",
            "posthog.get_feature_flag": "only_evaluate_locally=True",
            "posthog.get_all_flags": "only_evaluate_locally=True",
        },
        "classes": {
            "posthog.Posthog": {"bases": ("posthog.Client",)},
            "posthog.Client": {
                "methods": {
                    "http": """feature_enabled get_feature_flag get_feature_flag_payload get_all_flags
                        get_all_flags_and_payloads load_feature_flags get_feature_variants get_flags_decision
                        get_remote_config_payload""",
                    "wait": "flush shutdown join",
                },
                "pure": "capture identify alias set set_once group_identify capture_exception",
                "unless": {
                    "feature_enabled": "only_evaluate_locally=True",
                    "get_feature_flag": "only_evaluate_locally=True",
                    "get_all_flags": "only_evaluate_locally=True",
                    "get_feature_flag_payload": "only_evaluate_locally=True",
                },
            },
        },
        "aliases": {"posthog.client.Client": "posthog.Client"},
    },
    {
        "name": "mixpanel",
        "roots": ("mixpanel",),
        "source": "https://mixpanel.github.io/mixpanel-python/",
        "instead": "run it in a thread, or give it a `BufferedConsumer`: `await asyncio.to_thread(...)`",
        "classes": {
            "mixpanel.Mixpanel": {
                "methods": {
                    "http": """track import_data alias merge people_set people_set_once people_increment people_append
                        people_union people_unset people_remove people_delete people_track_charge people_update
                        group_set group_set_once group_union group_update""",
                },
            },
            "mixpanel.Consumer": {
                "methods": {"http": "send"},
            },
            "mixpanel.BufferedConsumer": {
                "methods": {"http": "flush"},
            },
        },
    },
    {
        "name": "segment-analytics-python",
        "roots": ("segment.analytics",),
        "source": "https://segment.com/docs/connections/sources/catalog/libraries/server/python/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "wait": "segment.analytics.flush segment.analytics.shutdown segment.analytics.join",
        },
        "pure": "segment.analytics.track segment.analytics.identify segment.analytics.group segment.analytics.page",
        "classes": {
            "segment.analytics.Client": {
                "methods": {"wait": "flush shutdown join"},
                "pure": "track identify group page alias screen",
            },
        },
        "aliases": {"segment.analytics.client.Client": "segment.analytics.Client"},
    },
    {
        "name": "rollbar",
        "roots": ("rollbar",),
        "source": "https://docs.rollbar.com/docs/python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "wait": "rollbar.wait",
            "http": "rollbar.search_items",
        },
        "pure": "rollbar.report_exc_info rollbar.report_message",
    },
    {
        "name": "sentry-sdk",
        "roots": ("sentry_sdk",),
        "source": "https://docs.sentry.io/platforms/python/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"wait": "sentry_sdk.flush"},
        "advice": {
            "sentry_sdk.flush": "run it in a thread: `await asyncio.to_thread(sentry_sdk.flush)`",
        },
        "returns": {"sentry_sdk.get_client": "sentry_sdk.Client"},
        "pure": "sentry_sdk.capture_exception sentry_sdk.capture_message sentry_sdk.capture_event",
        "classes": {
            "sentry_sdk.Client": {
                "methods": {"wait": "flush close"},
                "pure": "capture_event",
            },
        },
    },
    {
        "name": "datadog",
        "roots": ("datadog",),
        "source": "https://datadogpy.readthedocs.io/en/latest/",
        "older": "datadog.statsd.increment datadog.statsd.gauge datadog.statsd.histogram datadog.statsd.timing",
        "instead": "use `datadog_api_client`",
        "calls": {
            "http": """datadog.api.Event.create datadog.api.Event.query datadog.api.Metric.send datadog.api.Metric.query
                datadog.api.Monitor.create datadog.api.Monitor.get datadog.api.Monitor.get_all
                datadog.api.ServiceCheck.check datadog.api.Dashboard.get datadog.api.Downtime.create""",
        },
        "pure": "datadog.statsd.increment datadog.statsd.gauge datadog.statsd.histogram datadog.statsd.timing",
    },
    {
        "name": "prometheus-client",
        "roots": ("prometheus_client",),
        "source": "https://prometheus.github.io/client_python/exporting/pushgateway/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": """prometheus_client.push_to_gateway prometheus_client.pushadd_to_gateway
                prometheus_client.delete_from_gateway""",
            "file": "prometheus_client.write_to_textfile",
        },
        "aliases": {
            "prometheus_client.exposition.push_to_gateway": "prometheus_client.push_to_gateway",
        },
    },
    {
        "name": "opentelemetry-sdk",
        "roots": ("opentelemetry.sdk",),
        "source": "https://opentelemetry-python.readthedocs.io/en/latest/sdk/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "opentelemetry.sdk.trace.TracerProvider": {
                "methods": {"wait": "force_flush shutdown"},
                "pure": "get_tracer add_span_processor",
            },
            "opentelemetry.sdk.metrics.MeterProvider": {
                "methods": {"wait": "force_flush shutdown"},
                "pure": "get_meter",
            },
            "opentelemetry.sdk.trace.export.BatchSpanProcessor": {
                "methods": {"wait": "force_flush shutdown"},
            },
        },
    },
    {
        "name": "launchdarkly-server-sdk",
        "roots": ("ldclient",),
        "source": "https://launchdarkly-python-sdk.readthedocs.io/en/latest/",
        "instead": "keep one that was made when the process started",
        "calls": {"wait": "ldclient.LDClient"},
        "classes": {
            "ldclient.LDClient": {
                "methods": {"wait": "close"},
                "pure": "variation variation_detail all_flags_state track identify flush is_initialized",
            },
        },
        "aliases": {"ldclient.client.LDClient": "ldclient.LDClient"},
    },
    {
        "name": "UnleashClient",
        "roots": ("UnleashClient",),
        "source": "https://docs.getunleash.io/sdks/python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "UnleashClient.UnleashClient": {
                "methods": {"http": "initialize_client"},
                "pure": "is_enabled get_variant",
            },
        },
    },
    {
        "name": "flagsmith",
        "roots": ("flagsmith",),
        "source": "https://docs.flagsmith.com/clients/server-side?language=python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"flagsmith.Flagsmith": "flagsmith.Flagsmith"},
        "classes": {
            "flagsmith.Flagsmith": {
                "methods": {"http": "get_environment_flags get_identity_flags update_environment"},
            },
            "flagsmith.Flagsmith()": {
                "bases": ("flagsmith.Flagsmith",),
                "methods": {"http": "update_environment"},
                "pure": "get_environment_flags get_identity_flags",
            },
        },
        "aliases": {"flagsmith.flagsmith.Flagsmith": "flagsmith.Flagsmith"},
    },
    {
        "name": "growthbook",
        "roots": ("growthbook",),
        "source": "https://docs.growthbook.io/lib/python",
        "instead": "use `growthbook.GrowthBookClient`",
        "classes": {
            "growthbook.GrowthBook": {
                "methods": {"http": "load_features"},
                "coroutines": "load_features_async",
                "pure": "is_on is_off get_feature_value eval_feature run set_attributes",
            },
            "growthbook.GrowthBookClient": {
                "async": True,
                "coroutines": "initialize is_on is_off get_feature_value eval_feature run close",
            },
        },
    },
    {
        "name": "configcat-client",
        "roots": ("configcatclient",),
        "source": "https://configcat.com/docs/sdk-reference/python/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"configcatclient.get": "configcatclient.configcatclient.ConfigCatClient"},
        "classes": {
            "configcatclient.configcatclient.ConfigCatClient": {
                "methods": {"http": "force_refresh"},
                "pure": "get_all_keys is_offline set_default_user",
            },
        },
    },
    {
        "name": "google-analytics-data",
        "roots": ("google.analytics",),
        "source": "https://googleapis.dev/python/analyticsdata/latest/",
        "instead": "use `google.analytics.data_v1beta.BetaAnalyticsDataAsyncClient`",
        "classes": {
            "google.analytics.data_v1beta.BetaAnalyticsDataClient": {
                "methods": {
                    "sdk": """run_report batch_run_reports run_pivot_report run_realtime_report get_metadata
                        check_compatibility""",
                },
            },
            "google.analytics.data_v1beta.BetaAnalyticsDataAsyncClient": {
                "async": True,
                "coroutines": """run_report batch_run_reports run_pivot_report run_realtime_report get_metadata
                    check_compatibility""",
            },
        },
    },
    {
        "name": "langfuse",
        "roots": ("langfuse",),
        "source": "https://langfuse.com/docs/observability/sdk/python",
        "older": "langfuse.Langfuse.fetch_traces langfuse.Langfuse.fetch_trace",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"langfuse.get_client": "langfuse.Langfuse"},
        "classes": {
            "langfuse.Langfuse": {
                "methods": {
                    "sdk": """auth_check get_prompt create_prompt get_dataset create_dataset create_dataset_item
                        fetch_traces fetch_trace""",
                    "wait": "flush shutdown",
                },
                "pure": "create_event create_score",
            },
        },
    },
    {
        "name": "langsmith",
        "roots": ("langsmith",),
        "source": "https://docs.smith.langchain.com/reference/python/reference",
        "instead": "use `langsmith.AsyncClient`",
        "classes": {
            "langsmith.Client": {
                "methods": {
                    "sdk": """read_run read_project create_project create_dataset read_dataset create_example
                        create_examples create_feedback read_example pull_prompt push_prompt delete_dataset
                        share_run has_project has_dataset update_example""",
                    "wait": "flush",
                },
                "pure": "create_run update_run",
            },
            "langsmith.AsyncClient": {
                "async": True,
                "coroutines": """create_run update_run read_run create_project read_project create_dataset read_dataset
                    create_example create_feedback""",
            },
        },
        "aliases": {"langsmith.client.Client": "langsmith.Client"},
    },
)
