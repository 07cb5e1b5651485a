"""Cloud platforms: storage, functions, secrets, queues and the rest behind their SDKs. Literal tables only."""

LIBRARIES = (
    {
        "name": "boto3",
        "roots": ("boto3", "botocore"),
        "source": "https://boto3.amazonaws.com/v1/documentation/api/latest/reference/core/session.html",
        "instead": "use `aioboto3`, or run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {
            "boto3.client": "botocore.client.BaseClient",
            "boto3.resource": "boto3.resources.base.ServiceResource",
            "boto3.session.Session": "boto3.session.Session",
            "botocore.session.get_session": "botocore.session.Session",
        },
        "classes": {
            "boto3.session.Session": {
                "returns": {
                    "client": "botocore.client.BaseClient",
                    "resource": "boto3.resources.base.ServiceResource",
                },
            },
            "botocore.session.Session": {"returns": {"create_client": "botocore.client.BaseClient"}},
            "botocore.client.BaseClient": {
                "methods": {"sdk": "*"},
                "pure": """generate_presigned_url generate_presigned_post get_paginator get_waiter can_paginate close
                    meta exceptions""",
                "returns": {
                    "get_paginator": "botocore.paginate.Paginator",
                    "get_waiter": "botocore.waiter.Waiter",
                },
            },
            "botocore.paginate.Paginator": {"returns": {"paginate": "botocore.paginate.PageIterator"}},
            "botocore.paginate.PageIterator": {
                "methods": {"sdk": "build_full_result"},
                "returns": {"search": "botocore.paginate.PageIterator"},
                "iter": {"effect": "sdk"},
            },
            "botocore.waiter.Waiter": {"methods": {"sdk": "wait"}},
            "boto3.resources.base.ServiceResource": {
                "methods": {
                    "sdk": """load reload create_* delete_* put_* upload_* download_* send_message send_messages
                        receive_messages get delete put copy copy_from update_item get_item put_item delete_item
                        query scan batch_get_item batch_write_item publish head_object start stop terminate
                        wait_until_* get_queue_by_name purge change_message_visibility""",
                },
                "attributes": {
                    "*": "boto3.resources.collection.CollectionManager",
                    "meta": "boto3.resources.base.ResourceMeta",
                },
                "returns": {
                    "batch_writer": "boto3.dynamodb.table.BatchWriter",
                    "Bucket": "boto3.resources.base.ServiceResource",
                    "Object": "boto3.resources.base.ServiceResource",
                    "ObjectSummary": "boto3.resources.base.ServiceResource",
                    "Table": "boto3.resources.base.ServiceResource",
                    "Queue": "boto3.resources.base.ServiceResource",
                    "Topic": "boto3.resources.base.ServiceResource",
                    "Instance": "boto3.resources.base.ServiceResource",
                    "get_queue_by_name": "boto3.resources.base.ServiceResource",
                },
            },
            "boto3.resources.base.ResourceMeta": {"attributes": {"client": "botocore.client.BaseClient"}},
            "boto3.dynamodb.table.BatchWriter": {"methods": {"sdk": "put_item delete_item"}},
            "boto3.resources.collection.CollectionManager": {
                "methods": {"sdk": "delete start stop terminate"},
                "returns": {
                    "all": "boto3.resources.collection.ResourceCollection",
                    "filter": "boto3.resources.collection.ResourceCollection",
                    "limit": "boto3.resources.collection.ResourceCollection",
                },
            },
            "boto3.resources.collection.ResourceCollection": {
                "methods": {"sdk": "delete start stop terminate"},
                "iter": {"effect": "sdk"},
                "iterates": "boto3.resources.base.ServiceResource",
            },
            "botocore.response.StreamingBody": {
                "methods": {"sdk": "read readlines readinto"},
                "iter": {"effect": "sdk"},
            },
            "boto3.s3.transfer.S3Transfer": {"methods": {"sdk": "upload_file download_file"}},
        },
        "aliases": {"boto3.Session": "boto3.session.Session"},
        "dynamic": True,
    },
    {
        "name": "aioboto3",
        "roots": ("aioboto3", "aiobotocore"),
        "source": "https://aioboto3.readthedocs.io/en/latest/usage.html",
        "instead": "await it",
        "returns": {"aiobotocore.session.get_session": "aiobotocore.session.AioSession"},
        "classes": {
            "aioboto3.session.Session": {
                "async": True,
                "returns": {"client": "aiobotocore.session.ClientCreatorContext"},
            },
            "aiobotocore.session.AioSession": {
                "async": True,
                "returns": {"create_client": "aiobotocore.session.ClientCreatorContext"},
            },
            "aiobotocore.session.ClientCreatorContext": {
                "async": True,
                "enter": "aiobotocore.client.AioBaseClient",
            },
            "aiobotocore.client.AioBaseClient": {
                "async": True,
                "coroutines": """put_object get_object delete_object delete_objects head_object head_bucket
                    list_objects_v2 copy_object upload_file upload_fileobj download_file download_fileobj
                    generate_presigned_url generate_presigned_post send_message receive_message delete_message
                    publish invoke send_email put_item get_item update_item delete_item query scan
                    get_secret_value put_events""",
            },
        },
        "aliases": {"aioboto3.Session": "aioboto3.session.Session"},
        "dynamic": True,
    },
    {
        "name": "s3fs",
        "roots": ("s3fs", "fsspec"),
        "source": "https://filesystem-spec.readthedocs.io/en/latest/api.html",
        "instead": "use the file system's `asynchronous=True` mode, or run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "fsspec.get_mapper"},
        "returns": {
            "fsspec.filesystem": "fsspec.spec.AbstractFileSystem",
            "fsspec.open": "fsspec.core.OpenFile",
        },
        "classes": {
            "fsspec.core.OpenFile": {"enter_effect": "file", "methods": {"file": "open"}},
            "fsspec.spec.AbstractFileSystem": {
                "methods": {
                    "file": """open cat cat_file pipe pipe_file get get_file put put_file copy mv rm rm_file ls find
                        walk glob exists isfile isdir info du size touch mkdir makedirs rmdir read_text write_text
                        read_bytes write_bytes download upload""",
                },
            },
            "s3fs.S3FileSystem": {"bases": ("fsspec.spec.AbstractFileSystem",)},
        },
        "aliases": {"fsspec.AbstractFileSystem": "fsspec.spec.AbstractFileSystem"},
    },
    {
        "name": "minio",
        "roots": ("minio",),
        "source": "https://min.io/docs/minio/linux/developers/python/API.html",
        "instead": "use `miniopy-async`, or run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "minio.Minio": {
                "methods": {
                    "sdk": """put_object fput_object get_object fget_object stat_object copy_object compose_object
                        remove_object bucket_exists make_bucket remove_bucket list_buckets get_bucket_policy
                        set_bucket_policy get_object_tags set_object_tags presigned_get_object presigned_put_object""",
                },
                "returns": {
                    "list_objects": "minio.Minio.list_objects()",
                    "remove_objects": "minio.Minio.list_objects()",
                },
            },
            "minio.Minio.list_objects()": {"iter": {"effect": "sdk"}},
        },
        "aliases": {"minio.api.Minio": "minio.Minio"},
    },
    {
        "name": "google-cloud-storage",
        "roots": ("google.cloud.storage",),
        "source": "https://cloud.google.com/python/docs/reference/storage/latest",
        "instead": "use `gcloud-aio-storage`, or run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {
            "google.cloud.storage.Client.from_service_account_json": "google.cloud.storage.Client",
            "google.cloud.storage.Client.from_service_account_info": "google.cloud.storage.Client",
            "google.cloud.storage.Client.create_anonymous_client": "google.cloud.storage.Client",
        },
        "classes": {
            "google.cloud.storage.Client": {
                "methods": {
                    "sdk": """get_bucket lookup_bucket create_bucket download_blob_to_file
                        get_service_account_email"""
                },
                "returns": {
                    "bucket": "google.cloud.storage.Bucket",
                    "get_bucket": "google.cloud.storage.Bucket",
                    "lookup_bucket": "google.cloud.storage.Bucket",
                    "create_bucket": "google.cloud.storage.Bucket",
                    "list_blobs": "google.cloud.storage.Client.list_blobs()",
                    "list_buckets": "google.cloud.storage.Client.list_buckets()",
                },
            },
            "google.cloud.storage.Client.list_blobs()": {
                "iter": {"effect": "sdk"},
                "iterates": "google.cloud.storage.Blob",
            },
            "google.cloud.storage.Client.list_buckets()": {
                "iter": {"effect": "sdk"},
                "iterates": "google.cloud.storage.Bucket",
            },
            "google.cloud.storage.Bucket": {
                "methods": {
                    "sdk": """get_blob delete_blob delete_blobs copy_blob rename_blob create delete exists reload
                        patch update get_iam_policy set_iam_policy make_public make_private""",
                },
                "returns": {
                    "blob": "google.cloud.storage.Blob",
                    "get_blob": "google.cloud.storage.Blob",
                    "copy_blob": "google.cloud.storage.Blob",
                    "list_blobs": "google.cloud.storage.Client.list_blobs()",
                },
            },
            "google.cloud.storage.Blob": {
                "methods": {
                    "sdk": """upload_from_file upload_from_filename upload_from_string download_as_bytes
                        download_as_string download_as_text download_to_file download_to_filename exists delete
                        reload patch update rewrite compose make_public make_private
                        create_resumable_upload_session update_storage_class open""",
                },
            },
        },
        "aliases": {
            "google.cloud.storage.client.Client": "google.cloud.storage.Client",
            "google.cloud.storage.bucket.Bucket": "google.cloud.storage.Bucket",
            "google.cloud.storage.blob.Blob": "google.cloud.storage.Blob",
        },
    },
    {
        "name": "google-cloud-pubsub",
        "roots": ("google.cloud.pubsub_v1", "google.cloud.pubsub"),
        "source": "https://cloud.google.com/python/docs/reference/pubsub/latest",
        "instead": "use `gcloud-aio-pubsub`, or run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "google.cloud.pubsub_v1.PublisherClient": {
                "methods": {"sdk": "create_topic delete_topic get_topic list_topics update_topic"},
                "returns": {"publish": "google.cloud.pubsub_v1.publisher.futures.Future"},
            },
            "google.cloud.pubsub_v1.publisher.futures.Future": {"methods": {"sdk": "result exception"}},
            "google.cloud.pubsub_v1.SubscriberClient": {
                "methods": {
                    "sdk": """pull acknowledge modify_ack_deadline create_subscription delete_subscription
                        get_subscription list_subscriptions seek""",
                },
            },
        },
        "aliases": {"google.cloud.pubsub": "google.cloud.pubsub_v1"},
    },
    {
        "name": "google-cloud-firestore",
        "roots": ("google.cloud.firestore", "google.cloud.firestore_v1"),
        "source": "https://cloud.google.com/python/docs/reference/firestore/latest",
        "instead": "use `google.cloud.firestore.AsyncClient`",
        "classes": {
            "google.cloud.firestore.Client": {
                "methods": {"sdk": "get_all"},
                "returns": {
                    "collection": "google.cloud.firestore.CollectionReference",
                    "document": "google.cloud.firestore.DocumentReference",
                    "collection_group": "google.cloud.firestore.Query",
                    "batch": "google.cloud.firestore.WriteBatch",
                },
            },
            "google.cloud.firestore.CollectionReference": {
                "bases": ("google.cloud.firestore.Query",),
                "methods": {"sdk": "add"},
                "returns": {"document": "google.cloud.firestore.DocumentReference"},
            },
            "google.cloud.firestore.DocumentReference": {
                "methods": {"sdk": "get set update delete create"},
                "returns": {
                    "collection": "google.cloud.firestore.CollectionReference",
                    "get": "google.cloud.firestore.DocumentSnapshot",
                },
            },
            "google.cloud.firestore.DocumentSnapshot": {
                "attributes": {"reference": "google.cloud.firestore.DocumentReference"},
                "pure": "to_dict get",
            },
            "google.cloud.firestore_v1.aggregation.AggregationQuery": {
                "methods": {"sdk": "get"},
                "returns": {
                    "count": "google.cloud.firestore_v1.aggregation.AggregationQuery",
                    "sum": "google.cloud.firestore_v1.aggregation.AggregationQuery",
                    "avg": "google.cloud.firestore_v1.aggregation.AggregationQuery",
                    "stream": "google.cloud.firestore.Query.stream()",
                },
            },
            "google.cloud.firestore.Query": {
                "methods": {"sdk": "get"},
                "returns": {
                    "where": "google.cloud.firestore.Query",
                    "order_by": "google.cloud.firestore.Query",
                    "limit": "google.cloud.firestore.Query",
                    "select": "google.cloud.firestore.Query",
                    "start_after": "google.cloud.firestore.Query",
                    "start_at": "google.cloud.firestore.Query",
                    "end_at": "google.cloud.firestore.Query",
                    "end_before": "google.cloud.firestore.Query",
                    "offset": "google.cloud.firestore.Query",
                    "limit_to_last": "google.cloud.firestore.Query",
                    "stream": "google.cloud.firestore.Query.stream()",
                    "count": "google.cloud.firestore_v1.aggregation.AggregationQuery",
                    "sum": "google.cloud.firestore_v1.aggregation.AggregationQuery",
                    "avg": "google.cloud.firestore_v1.aggregation.AggregationQuery",
                },
            },
            "google.cloud.firestore.Query.stream()": {
                "iter": {"effect": "sdk"},
                "iterates": "google.cloud.firestore.DocumentSnapshot",
            },
            "google.cloud.firestore.WriteBatch": {"methods": {"sdk": "commit"}, "pure": "set update delete create"},
            "google.cloud.firestore.AsyncClient": {
                "async": True,
                "returns": {
                    "collection": "google.cloud.firestore.AsyncCollectionReference",
                    "document": "google.cloud.firestore.AsyncDocumentReference",
                    "batch": "google.cloud.firestore.AsyncWriteBatch",
                },
            },
            "google.cloud.firestore.AsyncCollectionReference": {
                "async": True,
                "coroutines": "add get",
                "returns": {"document": "google.cloud.firestore.AsyncDocumentReference"},
            },
            "google.cloud.firestore.AsyncDocumentReference": {
                "async": True,
                "coroutines": "get set update delete create",
                "returns": {"collection": "google.cloud.firestore.AsyncCollectionReference"},
            },
            "google.cloud.firestore.AsyncWriteBatch": {"async": True, "coroutines": "commit"},
        },
        "aliases": {
            "google.cloud.firestore_v1.Client": "google.cloud.firestore.Client",
            "google.cloud.firestore_v1.AsyncClient": "google.cloud.firestore.AsyncClient",
        },
    },
    {
        "name": "google-cloud-bigquery",
        "roots": ("google.cloud.bigquery",),
        "source": "https://cloud.google.com/python/docs/reference/bigquery/latest",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "google.cloud.bigquery.Client": {
                "methods": {
                    "sdk": """query query_and_wait insert_rows insert_rows_json insert_rows_from_dataframe
                        load_table_from_dataframe load_table_from_file load_table_from_json load_table_from_uri
                        extract_table copy_table get_table get_dataset create_table create_dataset delete_table
                        delete_dataset update_table list_rows get_job cancel_job""",
                },
                "returns": {
                    "query": "google.cloud.bigquery.QueryJob",
                    "query_and_wait": "google.cloud.bigquery.table.RowIterator",
                    "list_rows": "google.cloud.bigquery.table.RowIterator",
                },
            },
            "google.cloud.bigquery.QueryJob": {
                "methods": {"sdk": "result to_dataframe to_arrow cancel reload done"},
                "returns": {"result": "google.cloud.bigquery.table.RowIterator"},
                "iter": {"effect": "sdk"},
            },
            "google.cloud.bigquery.table.RowIterator": {
                "methods": {"sdk": "to_dataframe to_arrow"},
                "iter": {"effect": "sdk"},
            },
        },
        "aliases": {
            "google.cloud.bigquery.client.Client": "google.cloud.bigquery.Client",
            "google.cloud.bigquery.job.QueryJob": "google.cloud.bigquery.QueryJob",
        },
    },
    {
        "name": "google-cloud-tasks",
        "roots": ("google.cloud.tasks_v2", "google.cloud.tasks"),
        "source": "https://cloud.google.com/python/docs/reference/cloudtasks/latest",
        "instead": "use `google.cloud.tasks_v2.CloudTasksAsyncClient`",
        "classes": {
            "google.cloud.tasks_v2.CloudTasksClient": {
                "methods": {
                    "sdk": """create_task delete_task get_task list_tasks run_task create_queue get_queue list_queues
                        delete_queue purge_queue pause_queue resume_queue""",
                },
            },
            "google.cloud.tasks_v2.CloudTasksAsyncClient": {
                "async": True,
                "coroutines": "create_task delete_task get_task list_tasks run_task create_queue get_queue list_queues",
            },
        },
        "aliases": {"google.cloud.tasks": "google.cloud.tasks_v2"},
    },
    {
        "name": "google-cloud-secret-manager",
        "roots": ("google.cloud.secretmanager", "google.cloud.secretmanager_v1"),
        "source": "https://cloud.google.com/python/docs/reference/secretmanager/latest",
        "instead": "use `google.cloud.secretmanager.SecretManagerServiceAsyncClient`",
        "classes": {
            "google.cloud.secretmanager.SecretManagerServiceClient": {
                "methods": {
                    "sdk": """access_secret_version add_secret_version create_secret get_secret list_secrets
                        delete_secret destroy_secret_version get_secret_version list_secret_versions
                        update_secret""",
                },
            },
            "google.cloud.secretmanager.SecretManagerServiceAsyncClient": {
                "async": True,
                "coroutines": """access_secret_version add_secret_version create_secret get_secret
                    list_secrets delete_secret""",
            },
        },
        "aliases": {"google.cloud.secretmanager_v1": "google.cloud.secretmanager"},
    },
    {
        "name": "google-cloud-translate",
        "roots": ("google.cloud.translate_v2", "google.cloud.translate_v3", "google.cloud.translate"),
        "source": "https://cloud.google.com/python/docs/reference/translate/latest",
        "instead": "use `google.cloud.translate_v3.TranslationServiceAsyncClient`",
        "classes": {
            "google.cloud.translate_v2.Client": {"methods": {"sdk": "translate detect_language get_languages"}},
            "google.cloud.translate_v3.TranslationServiceClient": {
                "methods": {"sdk": "translate_text detect_language get_supported_languages translate_document"},
            },
            "google.cloud.translate_v3.TranslationServiceAsyncClient": {
                "async": True,
                "coroutines": "translate_text detect_language get_supported_languages translate_document",
            },
        },
        "aliases": {
            "google.cloud.translate.TranslationServiceClient": "google.cloud.translate_v3.TranslationServiceClient",
        },
    },
    {
        "name": "google-cloud-vision",
        "roots": ("google.cloud.vision", "google.cloud.vision_v1"),
        "source": "https://cloud.google.com/python/docs/reference/vision/latest",
        "instead": "use `google.cloud.vision.ImageAnnotatorAsyncClient`",
        "classes": {
            "google.cloud.vision.ImageAnnotatorClient": {
                "methods": {
                    "sdk": """annotate_image batch_annotate_images batch_annotate_files async_batch_annotate_files
                        text_detection document_text_detection label_detection face_detection logo_detection
                        object_localization safe_search_detection web_detection image_properties""",
                },
            },
            "google.cloud.vision.ImageAnnotatorAsyncClient": {
                "async": True,
                "coroutines": "batch_annotate_images batch_annotate_files",
            },
        },
        "aliases": {"google.cloud.vision_v1": "google.cloud.vision"},
    },
    {
        "name": "google-cloud-speech",
        "roots": ("google.cloud.speech", "google.cloud.speech_v1"),
        "source": "https://cloud.google.com/python/docs/reference/speech/latest",
        "instead": "use `google.cloud.speech.SpeechAsyncClient`",
        "classes": {
            "google.cloud.speech.SpeechClient": {
                "methods": {"sdk": "recognize long_running_recognize streaming_recognize"},
            },
            "google.cloud.speech.SpeechAsyncClient": {
                "async": True,
                "coroutines": "recognize long_running_recognize streaming_recognize",
            },
        },
        "aliases": {"google.cloud.speech_v1": "google.cloud.speech"},
    },
    {
        "name": "google-cloud-texttospeech",
        "roots": ("google.cloud.texttospeech", "google.cloud.texttospeech_v1"),
        "source": "https://cloud.google.com/python/docs/reference/texttospeech/latest",
        "instead": "use `google.cloud.texttospeech.TextToSpeechAsyncClient`",
        "classes": {
            "google.cloud.texttospeech.TextToSpeechClient": {
                "methods": {"sdk": "synthesize_speech list_voices streaming_synthesize"},
            },
            "google.cloud.texttospeech.TextToSpeechAsyncClient": {
                "async": True,
                "coroutines": "synthesize_speech list_voices streaming_synthesize",
            },
        },
        "aliases": {"google.cloud.texttospeech_v1": "google.cloud.texttospeech"},
    },
    {
        "name": "google-cloud-aiplatform",
        "roots": ("vertexai", "google.cloud.aiplatform"),
        "source": "https://cloud.google.com/python/docs/reference/aiplatform/latest",
        "instead": "use `await model.generate_content_async(...)`",
        "classes": {
            "vertexai.generative_models.GenerativeModel": {
                "methods": {"sdk": "generate_content count_tokens"},
                "coroutines": "generate_content_async count_tokens_async",
                "returns": {"start_chat": "vertexai.generative_models.ChatSession"},
            },
            "vertexai.generative_models.ChatSession": {
                "methods": {"sdk": "send_message"},
                "coroutines": "send_message_async",
            },
            "vertexai.language_models.TextEmbeddingModel": {
                "methods": {"sdk": "from_pretrained get_embeddings"},
                "coroutines": "get_embeddings_async",
                "returns": {"from_pretrained": "vertexai.language_models.TextEmbeddingModel"},
            },
            "google.cloud.aiplatform.Endpoint": {
                "methods": {"sdk": "predict raw_predict explain deploy undeploy"},
                "coroutines": "predict_async",
            },
        },
    },
    {
        "name": "google-api-python-client",
        "roots": ("googleapiclient",),
        "source": "https://googleapis.github.io/google-api-python-client/docs/start.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"sdk": "googleapiclient.discovery.build"},
        "returns": {
            "googleapiclient.discovery.build": "googleapiclient.discovery.Resource",
            "googleapiclient.discovery.build_from_document": "googleapiclient.discovery.Resource",
        },
        "classes": {
            "googleapiclient.discovery.Resource": {
                "methods": {
                    "sdk": "*.*.execute *.*.*.execute *.*.*.*.execute",
                },
                "returns": {
                    "*": "googleapiclient.discovery.Resource",
                    "get": "googleapiclient.http.HttpRequest",
                    "list": "googleapiclient.http.HttpRequest",
                    "insert": "googleapiclient.http.HttpRequest",
                    "create": "googleapiclient.http.HttpRequest",
                    "update": "googleapiclient.http.HttpRequest",
                    "patch": "googleapiclient.http.HttpRequest",
                    "delete": "googleapiclient.http.HttpRequest",
                    "send": "googleapiclient.http.HttpRequest",
                    "query": "googleapiclient.http.HttpRequest",
                    "batchUpdate": "googleapiclient.http.HttpRequest",
                    "append": "googleapiclient.http.HttpRequest",
                },
            },
            "googleapiclient.http.HttpRequest": {"methods": {"sdk": "execute next_chunk"}},
            "googleapiclient.http.BatchHttpRequest": {"methods": {"sdk": "execute"}},
            "googleapiclient.http.MediaIoBaseDownload": {"methods": {"sdk": "next_chunk"}},
        },
        "dynamic": True,
    },
    {
        "name": "google-auth",
        "roots": ("google.auth", "google.oauth2"),
        "source": "https://googleapis.dev/python/google-auth/latest/reference/modules.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": """google.auth.default google.oauth2.id_token.verify_oauth2_token
                google.oauth2.id_token.verify_firebase_token google.oauth2.id_token.verify_token
                google.oauth2.id_token.fetch_id_token""",
        },
        "classes": {
            "google.auth.credentials.Credentials": {"methods": {"sdk": "refresh"}},
            "google.oauth2.credentials.Credentials": {
                "bases": ("google.auth.credentials.Credentials",),
                "returns": {"from_authorized_user_info": "google.oauth2.credentials.Credentials"},
            },
            "google.oauth2.service_account.Credentials": {
                "bases": ("google.auth.credentials.Credentials",),
                "methods": {"file": "from_service_account_file"},
                "returns": {
                    "from_service_account_file": "google.oauth2.service_account.Credentials",
                    "from_service_account_info": "google.oauth2.service_account.Credentials",
                    "with_scopes": "google.oauth2.service_account.Credentials",
                    "with_subject": "google.oauth2.service_account.Credentials",
                },
            },
            "google.auth.transport.requests.AuthorizedSession": {"bases": ("requests.Session",)},
        },
    },
    {
        "name": "gspread",
        "roots": ("gspread",),
        "source": "https://docs.gspread.org/en/latest/api/index.html",
        "instead": "use `gspread-asyncio`, or run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {
            "gspread.authorize": "gspread.Client",
            "gspread.service_account": "gspread.Client",
            "gspread.service_account_from_dict": "gspread.Client",
        },
        "classes": {
            "gspread.Client": {
                "methods": {"sdk": "open open_by_key open_by_url openall create copy del_spreadsheet import_csv"},
                "returns": {
                    "open": "gspread.Spreadsheet",
                    "open_by_key": "gspread.Spreadsheet",
                    "open_by_url": "gspread.Spreadsheet",
                    "create": "gspread.Spreadsheet",
                },
            },
            "gspread.Spreadsheet": {
                "methods": {
                    "sdk": """worksheet get_worksheet worksheets add_worksheet del_worksheet batch_update
                        share values_update values_get"""
                },
                "returns": {"worksheet": "gspread.Worksheet", "get_worksheet": "gspread.Worksheet"},
                "reads": {"sdk": "sheet1"},
                "attributes": {"sheet1": "gspread.Worksheet"},
            },
            "gspread.Worksheet": {
                "methods": {
                    "sdk": """get get_all_records get_all_values get_values row_values col_values cell acell range
                        update update_cell update_cells update_acell batch_get batch_update append_row append_rows
                        insert_row insert_rows delete_rows find findall clear format""",
                },
            },
        },
        "aliases": {
            "gspread.client.Client": "gspread.Client",
            "gspread.spreadsheet.Spreadsheet": "gspread.Spreadsheet",
            "gspread.worksheet.Worksheet": "gspread.Worksheet",
        },
    },
    {
        "name": "azure-storage-blob",
        "roots": ("azure.storage.blob",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-storage-blob/",
        "instead": "use `azure.storage.blob.aio`",
        "returns": {
            "azure.storage.blob.BlobServiceClient.from_connection_string": "azure.storage.blob.BlobServiceClient",
            "azure.storage.blob.ContainerClient.from_connection_string": "azure.storage.blob.ContainerClient",
            "azure.storage.blob.BlobClient.from_connection_string": "azure.storage.blob.BlobClient",
            "azure.storage.blob.BlobClient.from_blob_url": "azure.storage.blob.BlobClient",
            "azure.storage.blob.ContainerClient.from_container_url": "azure.storage.blob.ContainerClient",
            "azure.storage.blob.aio.BlobServiceClient.from_connection_string": "azure.storage.blob.aio.BlobServiceClient",
        },
        "classes": {
            "azure.storage.blob.BlobServiceClient": {
                "methods": {
                    "sdk": """create_container delete_container get_account_information get_service_properties
                        get_service_stats get_user_delegation_key undelete_container""",
                },
                "returns": {
                    "get_blob_client": "azure.storage.blob.BlobClient",
                    "get_container_client": "azure.storage.blob.ContainerClient",
                    "create_container": "azure.storage.blob.ContainerClient",
                    "list_containers": "azure.storage.blob.ContainerClient.list_blobs()",
                },
            },
            "azure.storage.blob.ContainerClient": {
                "methods": {
                    "sdk": """create_container delete_container upload_blob download_blob delete_blob delete_blobs
                        exists get_container_properties set_container_metadata""",
                },
                "returns": {
                    "get_blob_client": "azure.storage.blob.BlobClient",
                    "upload_blob": "azure.storage.blob.BlobClient",
                    "download_blob": "azure.storage.blob.StorageStreamDownloader",
                    "list_blobs": "azure.storage.blob.ContainerClient.list_blobs()",
                    "list_blob_names": "azure.storage.blob.ContainerClient.list_blobs()",
                    "walk_blobs": "azure.storage.blob.ContainerClient.list_blobs()",
                },
            },
            "azure.storage.blob.ContainerClient.list_blobs()": {"iter": {"effect": "sdk"}},
            "azure.storage.blob.BlobClient": {
                "methods": {
                    "sdk": """upload_blob download_blob delete_blob undelete_blob exists get_blob_properties
                        set_blob_metadata set_http_headers start_copy_from_url abort_copy create_snapshot
                        stage_block commit_block_list append_block create_append_blob get_blob_tags set_blob_tags
                        acquire_lease""",
                },
                "returns": {"download_blob": "azure.storage.blob.StorageStreamDownloader"},
            },
            "azure.storage.blob.StorageStreamDownloader": {
                "methods": {"sdk": "readall read readinto download_to_stream content_as_bytes content_as_text"},
                "returns": {"chunks": "azure.storage.blob.ContainerClient.list_blobs()"},
            },
            "azure.storage.blob.aio.BlobServiceClient": {
                "async": True,
                "coroutines": "create_container delete_container get_account_information close",
                "returns": {
                    "get_blob_client": "azure.storage.blob.aio.BlobClient",
                    "get_container_client": "azure.storage.blob.aio.ContainerClient",
                },
            },
            "azure.storage.blob.aio.ContainerClient": {
                "async": True,
                "coroutines": "create_container delete_container upload_blob download_blob delete_blob exists close",
                "returns": {"get_blob_client": "azure.storage.blob.aio.BlobClient"},
            },
            "azure.storage.blob.aio.BlobClient": {
                "async": True,
                "coroutines": """upload_blob download_blob delete_blob exists get_blob_properties
                    set_blob_metadata close""",
            },
        },
    },
    {
        "name": "azure-identity",
        "roots": ("azure.identity",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-identity/",
        "instead": "use `azure.identity.aio`",
        "classes": {
            "azure.identity.DefaultAzureCredential": {"methods": {"sdk": "get_token"}},
            "azure.identity.ClientSecretCredential": {"methods": {"sdk": "get_token"}},
            "azure.identity.ManagedIdentityCredential": {"methods": {"sdk": "get_token"}},
            "azure.identity.AzureCliCredential": {"methods": {"subprocess": "get_token"}},
            "azure.identity.WorkloadIdentityCredential": {"methods": {"sdk": "get_token"}},
            "azure.identity.EnvironmentCredential": {"methods": {"sdk": "get_token"}},
            "azure.identity.CertificateCredential": {"methods": {"sdk": "get_token"}},
            "azure.identity.ChainedTokenCredential": {"methods": {"sdk": "get_token"}},
            "azure.identity.aio.DefaultAzureCredential": {"async": True, "coroutines": "get_token close"},
            "azure.identity.aio.ClientSecretCredential": {"async": True, "coroutines": "get_token close"},
        },
    },
    {
        "name": "azure-keyvault-secrets",
        "roots": ("azure.keyvault.secrets",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-keyvault-secrets/",
        "instead": "use `azure.keyvault.secrets.aio.SecretClient`",
        "classes": {
            "azure.keyvault.secrets.SecretClient": {
                "methods": {"sdk": "get_secret set_secret begin_delete_secret backup_secret update_secret_properties"},
            },
            "azure.keyvault.secrets.aio.SecretClient": {
                "async": True,
                "coroutines": "get_secret set_secret delete_secret backup_secret close",
            },
        },
    },
    {
        "name": "azure-servicebus",
        "roots": ("azure.servicebus",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-servicebus/",
        "instead": "use `azure.servicebus.aio`",
        "returns": {
            "azure.servicebus.ServiceBusClient.from_connection_string": "azure.servicebus.ServiceBusClient",
        },
        "classes": {
            "azure.servicebus.ServiceBusClient": {
                "returns": {
                    "get_queue_sender": "azure.servicebus.ServiceBusSender",
                    "get_topic_sender": "azure.servicebus.ServiceBusSender",
                    "get_queue_receiver": "azure.servicebus.ServiceBusReceiver",
                    "get_subscription_receiver": "azure.servicebus.ServiceBusReceiver",
                },
            },
            "azure.servicebus.ServiceBusSender": {
                "enter_effect": "sdk",
                "methods": {"sdk": "send_messages schedule_messages cancel_scheduled_messages create_message_batch"},
            },
            "azure.servicebus.ServiceBusReceiver": {
                "enter_effect": "sdk",
                "methods": {
                    "sdk": """receive_messages peek_messages complete_message abandon_message
                        dead_letter_message"""
                },
                "iter": {"effect": "sdk"},
            },
            "azure.servicebus.aio.ServiceBusClient": {
                "async": True,
                "coroutines": "close",
                "returns": {
                    "from_connection_string": "azure.servicebus.aio.ServiceBusClient",
                    "get_queue_sender": "azure.servicebus.aio.ServiceBusSender",
                    "get_topic_sender": "azure.servicebus.aio.ServiceBusSender",
                    "get_queue_receiver": "azure.servicebus.aio.ServiceBusReceiver",
                    "get_subscription_receiver": "azure.servicebus.aio.ServiceBusReceiver",
                },
            },
            "azure.servicebus.aio.ServiceBusSender": {
                "async": True,
                "coroutines": "send_messages schedule_messages cancel_scheduled_messages create_message_batch close",
            },
            "azure.servicebus.aio.ServiceBusReceiver": {
                "async": True,
                "coroutines": "receive_messages peek_messages complete_message abandon_message dead_letter_message close",
            },
        },
    },
    {
        "name": "azure-cosmos",
        "roots": ("azure.cosmos",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-cosmos/",
        "instead": "use `azure.cosmos.aio.CosmosClient`",
        "classes": {
            "azure.cosmos.CosmosClient": {
                "methods": {"sdk": "create_database create_database_if_not_exists delete_database"},
                "returns": {"get_database_client": "azure.cosmos.DatabaseProxy"},
            },
            "azure.cosmos.DatabaseProxy": {
                "methods": {"sdk": "create_container create_container_if_not_exists delete_container read"},
                "returns": {"get_container_client": "azure.cosmos.ContainerProxy"},
            },
            "azure.cosmos.ContainerProxy": {
                "methods": {"sdk": "read_item create_item upsert_item replace_item delete_item patch_item read"},
                "returns": {
                    "query_items": "azure.cosmos.ContainerProxy.query_items()",
                    "read_all_items": "azure.cosmos.ContainerProxy.query_items()",
                },
            },
            "azure.cosmos.ContainerProxy.query_items()": {"iter": {"effect": "sdk"}},
            "azure.cosmos.aio.CosmosClient": {
                "async": True,
                "coroutines": "create_database create_database_if_not_exists delete_database close",
                "returns": {
                    "get_database_client": "azure.cosmos.aio.DatabaseProxy",
                    "create_database_if_not_exists": "azure.cosmos.aio.DatabaseProxy",
                },
            },
            "azure.cosmos.aio.DatabaseProxy": {
                "async": True,
                "coroutines": "create_container create_container_if_not_exists delete_container read",
                "returns": {
                    "get_container_client": "azure.cosmos.aio.ContainerProxy",
                    "create_container_if_not_exists": "azure.cosmos.aio.ContainerProxy",
                },
            },
            "azure.cosmos.aio.ContainerProxy": {
                "async": True,
                "coroutines": "read_item create_item upsert_item replace_item delete_item patch_item read",
            },
        },
    },
    {
        "name": "azure-core",
        "roots": ("azure.core",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-core/",
        "instead": "use the client of the package's `aio` module",
        "classes": {
            "azure.core.polling.LROPoller": {
                "methods": {"sdk": "result wait"},
                "pure": "done status add_done_callback continuation_token",
            },
        },
    },
    {
        "name": "azure-storage-queue",
        "roots": ("azure.storage.queue",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-storage-queue/",
        "instead": "use `azure.storage.queue.aio`",
        "returns": {
            "azure.storage.queue.QueueClient.from_connection_string": "azure.storage.queue.QueueClient",
            "azure.storage.queue.QueueServiceClient.from_connection_string": "azure.storage.queue.QueueServiceClient",
            "azure.storage.queue.aio.QueueClient.from_connection_string": "azure.storage.queue.aio.QueueClient",
        },
        "classes": {
            "azure.storage.queue.QueueServiceClient": {
                "methods": {"sdk": "create_queue delete_queue get_service_properties"},
                "returns": {"get_queue_client": "azure.storage.queue.QueueClient"},
            },
            "azure.storage.queue.QueueClient": {
                "methods": {
                    "sdk": """send_message receive_message peek_messages update_message delete_message clear_messages
                        create_queue delete_queue get_queue_properties""",
                },
                "returns": {"receive_messages": "azure.storage.queue.QueueClient.receive_messages()"},
            },
            "azure.storage.queue.QueueClient.receive_messages()": {"iter": {"effect": "sdk"}},
            "azure.storage.queue.aio.QueueClient": {
                "async": True,
                "coroutines": "send_message receive_message peek_messages update_message delete_message close",
            },
        },
    },
    {
        "name": "azure-communication-email",
        "roots": ("azure.communication.email",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-communication-email/",
        "instead": "use `azure.communication.email.aio.EmailClient`",
        "returns": {
            "azure.communication.email.EmailClient.from_connection_string": "azure.communication.email.EmailClient",
            "azure.communication.email.aio.EmailClient.from_connection_string": "azure.communication.email.aio.EmailClient",
        },
        "classes": {
            "azure.communication.email.EmailClient": {
                "methods": {"sdk": "begin_send send_request"},
                "returns": {"begin_send": "azure.core.polling.LROPoller"},
            },
            "azure.communication.email.aio.EmailClient": {"async": True, "coroutines": "begin_send close"},
        },
    },
    {
        "name": "azure-ai-documentintelligence",
        "roots": ("azure.ai.documentintelligence",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-ai-documentintelligence/",
        "instead": "use `azure.ai.documentintelligence.aio.DocumentIntelligenceClient`",
        "classes": {
            "azure.ai.documentintelligence.DocumentIntelligenceClient": {
                "methods": {
                    "sdk": "begin_analyze_document begin_classify_document get_analyze_result_pdf get_analyze_result_figure",
                },
                "returns": {
                    "begin_analyze_document": "azure.core.polling.LROPoller",
                    "begin_classify_document": "azure.core.polling.LROPoller",
                },
            },
            "azure.ai.documentintelligence.aio.DocumentIntelligenceClient": {
                "async": True,
                "coroutines": "begin_analyze_document begin_classify_document close",
            },
        },
    },
    {
        "name": "azure-search-documents",
        "roots": ("azure.search.documents",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-search-documents/",
        "instead": "use `azure.search.documents.aio.SearchClient`",
        "classes": {
            "azure.search.documents.SearchClient": {
                "methods": {
                    "sdk": """get_document get_document_count upload_documents merge_documents delete_documents
                        merge_or_upload_documents index_documents autocomplete suggest""",
                },
                "returns": {"search": "azure.search.documents.SearchClient.search()"},
            },
            "azure.search.documents.SearchClient.search()": {
                "methods": {"sdk": "get_count get_facets get_coverage"},
                "iter": {"effect": "sdk"},
            },
            "azure.search.documents.aio.SearchClient": {
                "async": True,
                "coroutines": """search get_document get_document_count upload_documents merge_documents
                    delete_documents merge_or_upload_documents index_documents close""",
            },
        },
    },
    {
        "name": "azure-eventhub",
        "roots": ("azure.eventhub",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-eventhub/",
        "instead": "use `azure.eventhub.aio`",
        "returns": {
            "azure.eventhub.EventHubProducerClient.from_connection_string": "azure.eventhub.EventHubProducerClient",
            "azure.eventhub.aio.EventHubProducerClient.from_connection_string": "azure.eventhub.aio.EventHubProducerClient",
        },
        "classes": {
            "azure.eventhub.EventHubProducerClient": {
                "methods": {
                    "sdk": """send_batch send_event create_batch flush get_eventhub_properties get_partition_ids
                        get_partition_properties""",
                },
            },
            "azure.eventhub.EventHubConsumerClient": {
                "methods": {"sdk": "receive receive_batch get_eventhub_properties get_partition_ids"},
            },
            "azure.eventhub.aio.EventHubProducerClient": {
                "async": True,
                "coroutines": "send_batch send_event create_batch flush get_partition_ids close",
            },
        },
    },
    {
        "name": "google-cloud-datastore",
        "roots": ("google.cloud.datastore",),
        "source": "https://cloud.google.com/python/docs/reference/datastore/latest",
        "instead": "use `gcloud-aio-datastore`, or run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "google.cloud.datastore.Client": {
                "methods": {
                    "sdk": """get get_multi put put_multi delete delete_multi allocate_ids reserve_ids
                        reserve_ids_multi"""
                },
                "returns": {
                    "query": "google.cloud.datastore.Query",
                    "transaction": "google.cloud.datastore.Transaction",
                },
                "pure": "key entity",
            },
            "google.cloud.datastore.Query": {
                "returns": {"fetch": "google.cloud.datastore.Query.fetch()"},
                "pure": "add_filter keys_only",
            },
            "google.cloud.datastore.Query.fetch()": {"iter": {"effect": "sdk"}},
            "google.cloud.datastore.Transaction": {"methods": {"sdk": "begin commit rollback"}},
        },
        "aliases": {
            "google.cloud.datastore.client.Client": "google.cloud.datastore.Client",
            "google.cloud.datastore.query.Query": "google.cloud.datastore.Query",
        },
    },
    {
        "name": "google-cloud-logging",
        "roots": ("google.cloud.logging",),
        "source": "https://cloud.google.com/python/docs/reference/logging/latest",
        "instead": "do it once at start-up, or run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "google.cloud.logging.Client": {
                "methods": {"sdk": "setup_logging get_default_handler"},
                "returns": {
                    "logger": "google.cloud.logging.Logger",
                    "list_entries": "google.cloud.logging.Client.list_entries()",
                },
            },
            "google.cloud.logging.Client.list_entries()": {"iter": {"effect": "sdk"}},
            "google.cloud.logging.Logger": {
                "methods": {"sdk": "log log_text log_struct log_proto log_empty delete"},
                "returns": {"list_entries": "google.cloud.logging.Client.list_entries()"},
            },
        },
        "aliases": {
            "google.cloud.logging_v2.Client": "google.cloud.logging.Client",
        },
    },
    {
        "name": "google-cloud-kms",
        "roots": ("google.cloud.kms", "google.cloud.kms_v1"),
        "source": "https://cloud.google.com/python/docs/reference/cloudkms/latest",
        "instead": "use `google.cloud.kms.KeyManagementServiceAsyncClient`",
        "classes": {
            "google.cloud.kms.KeyManagementServiceClient": {
                "methods": {
                    "sdk": """encrypt decrypt asymmetric_decrypt asymmetric_sign mac_sign mac_verify
                        generate_random_bytes get_crypto_key get_public_key create_crypto_key create_key_ring
                        list_crypto_keys list_key_rings""",
                },
                "pure": "crypto_key_path key_ring_path crypto_key_version_path",
            },
            "google.cloud.kms.KeyManagementServiceAsyncClient": {
                "async": True,
                "coroutines": """encrypt decrypt asymmetric_decrypt asymmetric_sign mac_sign mac_verify
                    get_crypto_key get_public_key create_crypto_key""",
            },
        },
        "aliases": {"google.cloud.kms_v1": "google.cloud.kms"},
    },
    {
        "name": "google-cloud-documentai",
        "roots": ("google.cloud.documentai", "google.cloud.documentai_v1"),
        "source": "https://cloud.google.com/python/docs/reference/documentai/latest",
        "instead": "use `google.cloud.documentai.DocumentProcessorServiceAsyncClient`",
        "classes": {
            "google.cloud.documentai.DocumentProcessorServiceClient": {
                "methods": {
                    "sdk": "process_document batch_process_documents get_processor list_processors create_processor",
                },
                "pure": "processor_path common_location_path",
            },
            "google.cloud.documentai.DocumentProcessorServiceAsyncClient": {
                "async": True,
                "coroutines": "process_document batch_process_documents get_processor list_processors create_processor",
            },
        },
        "aliases": {"google.cloud.documentai_v1": "google.cloud.documentai"},
    },
    {
        "name": "google-cloud-recaptcha-enterprise",
        "roots": ("google.cloud.recaptchaenterprise_v1", "google.cloud.recaptchaenterprise"),
        "source": "https://cloud.google.com/python/docs/reference/recaptchaenterprise/latest",
        "instead": "use `google.cloud.recaptchaenterprise_v1.RecaptchaEnterpriseServiceAsyncClient`",
        "classes": {
            "google.cloud.recaptchaenterprise_v1.RecaptchaEnterpriseServiceClient": {
                "methods": {"sdk": "create_assessment annotate_assessment create_key get_key list_keys get_metrics"},
            },
            "google.cloud.recaptchaenterprise_v1.RecaptchaEnterpriseServiceAsyncClient": {
                "async": True,
                "coroutines": "create_assessment annotate_assessment create_key get_key list_keys get_metrics",
            },
        },
        "aliases": {"google.cloud.recaptchaenterprise": "google.cloud.recaptchaenterprise_v1"},
    },
    {
        "name": "cloudinary",
        "roots": ("cloudinary",),
        "source": "https://cloudinary.com/documentation/django_integration",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": """cloudinary.uploader.upload cloudinary.uploader.upload_large cloudinary.uploader.unsigned_upload
                cloudinary.uploader.destroy cloudinary.uploader.rename cloudinary.uploader.explicit
                cloudinary.uploader.add_tag cloudinary.api.resource cloudinary.api.resources cloudinary.api.ping
                cloudinary.api.delete_resources cloudinary.api.usage""",
        },
    },
    {
        "name": "dropbox",
        "roots": ("dropbox",),
        "source": "https://dropbox-sdk-python.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "dropbox.Dropbox": {
                "methods": {"sdk": "files_* sharing_* users_* file_requests_* team_* check_*"},
            },
        },
        "aliases": {"dropbox.dropbox_client.Dropbox": "dropbox.Dropbox"},
    },
    {
        "name": "supabase",
        "roots": ("supabase",),
        "source": "https://supabase.com/docs/reference/python/introduction",
        "instead": "use `await supabase.acreate_client(...)`",
        "returns": {
            "supabase.create_client": "supabase.Client",
            "supabase.acreate_client": "supabase.AsyncClient",
            "supabase.create_async_client": "supabase.AsyncClient",
        },
        "coroutines": "supabase.acreate_client supabase.create_async_client",
        "classes": {
            "supabase.Client": {
                "methods": {
                    "sdk": """auth.sign_in_with_password auth.sign_up auth.sign_out auth.get_user
                        auth.sign_in_with_otp auth.verify_otp auth.refresh_session auth.sign_in_anonymously
                        auth.sign_in_with_id_token auth.exchange_code_for_session auth.reset_password_for_email
                        auth.reset_password_email auth.resend auth.update_user auth.set_session
                        auth.admin.create_user auth.admin.get_user_by_id auth.admin.delete_user
                        auth.admin.list_users auth.admin.update_user_by_id auth.admin.invite_user_by_email
                        auth.admin.generate_link functions.invoke
                        storage.list_buckets storage.create_bucket storage.get_bucket""",
                },
                "returns": {
                    "table": "supabase.Client.table()",
                    "from_": "supabase.Client.table()",
                    "rpc": "supabase.Client.table()",
                    "schema": "supabase.Client.schema()",
                    "storage.from_": "supabase.Client.storage.from_()",
                },
            },
            "supabase.Client.table()": {
                "methods": {"sdk": "execute"},
                "attributes": {"not_": "supabase.Client.table()"},
                "returns": {"*": "supabase.Client.table()", "execute": "supabase.Client.table.execute()"},
            },
            "supabase.Client.table.execute()": {},
            "supabase.Client.schema()": {
                "returns": {
                    "table": "supabase.Client.table()",
                    "from_": "supabase.Client.table()",
                    "rpc": "supabase.Client.table()",
                },
            },
            "supabase.AsyncClient": {
                "async": True,
                "coroutines": """auth.sign_in_with_password auth.sign_up auth.sign_out auth.get_user
                    auth.sign_in_with_otp auth.verify_otp auth.refresh_session auth.update_user functions.invoke""",
                "returns": {"table": "supabase.AsyncClient.table()", "from_": "supabase.AsyncClient.table()"},
            },
            "supabase.AsyncClient.table()": {
                "async": True,
                "coroutines": "execute",
                "returns": {"*": "supabase.AsyncClient.table()", "execute": "supabase.Client.table.execute()"},
            },
            "supabase.Client.storage.from_()": {
                "methods": {"sdk": "upload download remove list move copy update create_signed_url exists info"},
            },
        },
        "aliases": {"supabase.client.Client": "supabase.Client"},
    },
)
