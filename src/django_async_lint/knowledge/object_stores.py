"""Files kept by other people's services: buckets, shares and drives, beside those in `cloud`. Literal tables only."""

LIBRARIES = (
    {
        "name": "smart-open",
        "roots": ("smart_open",),
        "source": "https://github.com/piskvorky/smart_open",
        "instead": "open it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": """smart_open.s3.open smart_open.gcs.open smart_open.azure.open smart_open.http.open
                smart_open.ssh.open smart_open.webhdfs.open""",
            "file": "smart_open.open",
        },
        "returns": {"smart_open.open": "smart_open.open()"},
        "classes": {
            "smart_open.open()": {
                "methods": {"file": "read readline readlines write writelines flush"},
                "iter": {"effect": "file"},
            },
        },
    },
    {
        "name": "b2sdk",
        "roots": ("b2sdk",),
        "source": "https://b2-sdk-python.readthedocs.io/en/master/quick_start.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "b2sdk.v2.B2Api": {
                "methods": {
                    "http": """authorize_account authorize_automatically create_bucket get_bucket_by_name delete_bucket
                        list_buckets download_file_by_id delete_file_version get_file_info create_key delete_key
                        get_bucket_by_id""",
                },
                "pure": "get_download_url_for_fileid get_download_url_for_file_name",
                "returns": {
                    "get_bucket_by_name": "b2sdk.v2.Bucket",
                    "create_bucket": "b2sdk.v2.Bucket",
                    "get_bucket_by_id": "b2sdk.v2.Bucket",
                },
            },
            "b2sdk.v1.B2Api": {"bases": ("b2sdk.v2.B2Api",)},
            "b2sdk.v3.B2Api": {"bases": ("b2sdk.v2.B2Api",)},
            "b2sdk.v2.Bucket": {
                "methods": {
                    "http": """upload_bytes upload_local_file upload_unbound_stream upload copy hide_file
                        delete_file_version download_file_by_name download_file_by_id get_file_info_by_name
                        get_download_authorization update""",
                },
                "pure": "get_download_url get_id as_dict",
                "returns": {"ls": "b2sdk.v2.Bucket.ls()"},
            },
            "b2sdk.v2.Bucket.ls()": {
                "iter": {"effect": "http"},
            },
        },
    },
    {
        "name": "oss2",
        "roots": ("oss2",),
        "source": "https://aliyun-oss-python-sdk.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "oss2.resumable_upload oss2.resumable_download"},
        "classes": {
            "oss2.Bucket": {
                "methods": {
                    "http": """put_object put_object_from_file get_object get_object_to_file head_object object_exists
                        delete_object batch_delete_objects copy_object list_objects list_objects_v2 append_object
                        init_multipart_upload upload_part complete_multipart_upload get_object_meta restore_object
                        put_object_acl create_bucket get_bucket_info""",
                },
                "pure": "sign_url",
            },
            "oss2.Service": {
                "methods": {"http": "list_buckets"},
            },
        },
        "aliases": {"oss2.api.Bucket": "oss2.Bucket"},
    },
    {
        "name": "cos-python-sdk-v5",
        "roots": ("qcloud_cos",),
        "source": "https://cloud.tencent.com/document/product/436/12269",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "qcloud_cos.CosS3Client": {
                "methods": {
                    "http": """put_object get_object delete_object delete_objects head_object copy_object upload_file
                        upload_file_from_buffer download_file list_objects create_multipart_upload upload_part
                        complete_multipart_upload object_exists create_bucket list_buckets restore_object""",
                },
                "pure": "get_presigned_url get_presigned_download_url get_object_url get_conf",
            },
        },
        "aliases": {"qcloud_cos.cos_client.CosS3Client": "qcloud_cos.CosS3Client"},
    },
    {
        "name": "qiniu",
        "roots": ("qiniu",),
        "source": "https://developer.qiniu.com/kodo/1242/python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "qiniu.put_data qiniu.put_file qiniu.put_stream"},
        "classes": {
            "qiniu.BucketManager": {
                "methods": {
                    "http": "stat delete list copy move rename fetch batch change_mime buckets",
                },
            },
            "qiniu.CdnManager": {
                "methods": {"http": "refresh_urls prefetch_urls"},
            },
        },
    },
    {
        "name": "azure-storage-file-datalake",
        "roots": ("azure.storage.filedatalake",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-storage-file-datalake/",
        "instead": "use `azure.storage.filedatalake.aio`",
        "classes": {
            "azure.storage.filedatalake.DataLakeServiceClient": {
                "methods": {"sdk": "create_file_system delete_file_system get_service_properties"},
                "returns": {
                    "from_connection_string": "azure.storage.filedatalake.DataLakeServiceClient",
                    "get_file_system_client": "azure.storage.filedatalake.FileSystemClient",
                    "get_file_client": "azure.storage.filedatalake.DataLakeFileClient",
                    "create_file_system": "azure.storage.filedatalake.FileSystemClient",
                },
            },
            "azure.storage.filedatalake.FileSystemClient": {
                "methods": {
                    "sdk": """create_file_system delete_file_system exists create_directory delete_directory create_file
                        delete_file get_paths""",
                },
                "returns": {
                    "get_file_client": "azure.storage.filedatalake.DataLakeFileClient",
                    "create_file": "azure.storage.filedatalake.DataLakeFileClient",
                    "get_directory_client": "azure.storage.filedatalake.DataLakeDirectoryClient",
                },
            },
            "azure.storage.filedatalake.DataLakeFileClient": {
                "methods": {
                    "sdk": """create_file delete_file upload_data append_data flush_data download_file exists rename_file
                        get_file_properties""",
                },
            },
            "azure.storage.filedatalake.DataLakeDirectoryClient": {
                "methods": {
                    "sdk": """create_directory delete_directory create_file create_sub_directory exists rename_directory""",
                },
            },
            "azure.storage.filedatalake.aio.DataLakeFileClient": {
                "async": True,
                "coroutines": """create_file delete_file upload_data append_data flush_data download_file exists
                    rename_file""",
            },
        },
    },
    {
        "name": "azure-storage-file-share",
        "roots": ("azure.storage.fileshare",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-storage-file-share/",
        "instead": "use `azure.storage.fileshare.aio`",
        "classes": {
            "azure.storage.fileshare.ShareFileClient": {
                "methods": {
                    "sdk": """upload_file download_file delete_file create_file exists get_file_properties upload_range""",
                },
                "returns": {
                    "from_connection_string": "azure.storage.fileshare.ShareFileClient",
                    "from_file_url": "azure.storage.fileshare.ShareFileClient",
                },
            },
            "azure.storage.fileshare.ShareClient": {
                "methods": {
                    "sdk": "create_share delete_share list_directories_and_files create_directory delete_directory",
                },
                "returns": {
                    "from_connection_string": "azure.storage.fileshare.ShareClient",
                    "get_file_client": "azure.storage.fileshare.ShareFileClient",
                },
            },
            "azure.storage.fileshare.aio.ShareFileClient": {
                "async": True,
                "coroutines": "upload_file download_file delete_file create_file exists",
            },
        },
    },
    {
        "name": "azure-data-tables",
        "roots": ("azure.data.tables",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-data-tables/",
        "instead": "use `azure.data.tables.aio`",
        "classes": {
            "azure.data.tables.TableServiceClient": {
                "methods": {"sdk": "create_table create_table_if_not_exists delete_table"},
                "returns": {
                    "from_connection_string": "azure.data.tables.TableServiceClient",
                    "get_table_client": "azure.data.tables.TableClient",
                    "create_table": "azure.data.tables.TableClient",
                    "create_table_if_not_exists": "azure.data.tables.TableClient",
                },
            },
            "azure.data.tables.TableClient": {
                "methods": {
                    "sdk": """create_entity get_entity update_entity upsert_entity delete_entity submit_transaction
                        create_table delete_table""",
                },
                "returns": {
                    "from_connection_string": "azure.data.tables.TableClient",
                    "list_entities": "azure.data.tables.TableClient.list_entities()",
                    "query_entities": "azure.data.tables.TableClient.list_entities()",
                },
            },
            "azure.data.tables.TableClient.list_entities()": {
                "iter": {"effect": "sdk"},
            },
            "azure.data.tables.aio.TableClient": {
                "async": True,
                "coroutines": """create_entity get_entity update_entity upsert_entity delete_entity submit_transaction""",
            },
        },
    },
    {
        "name": "gcsfs",
        "roots": ("gcsfs",),
        "source": "https://gcsfs.readthedocs.io/en/latest/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "gcsfs.GCSFileSystem": {"bases": ("gcsfs.core.GCSFileSystem",)},
            "gcsfs.core.GCSFileSystem": {
                "methods": {
                    "http": "open ls exists rm cat put get cp mv du find glob info isfile isdir pipe mkdir touch",
                },
            },
        },
    },
    {
        "name": "adlfs",
        "roots": ("adlfs",),
        "source": "https://github.com/fsspec/adlfs",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "adlfs.AzureBlobFileSystem": {
                "methods": {
                    "http": "open ls exists rm cat put get cp find glob info isfile isdir pipe mkdir",
                },
            },
        },
    },
    {
        "name": "boxsdk",
        "roots": ("boxsdk",),
        "source": "https://box-python-sdk.readthedocs.io/en/stable/",
        "older": "boxsdk.Client.root_folder.get",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "boxsdk.Client": {
                "methods": {"sdk": "search make_request users root_folder.get"},
                "returns": {
                    "folder": "boxsdk.object.folder.Folder",
                    "file": "boxsdk.object.file.File",
                    "root_folder": "boxsdk.object.folder.Folder",
                    "user": "boxsdk.object.user.User",
                },
            },
            "boxsdk.object.folder.Folder": {
                "methods": {
                    "sdk": "get upload upload_stream create_subfolder delete copy move rename get_shared_link",
                },
                "returns": {"get_items": "boxsdk.object.folder.Folder.get_items()"},
            },
            "boxsdk.object.folder.Folder.get_items()": {
                "iter": {"effect": "sdk"},
            },
            "boxsdk.object.file.File": {
                "methods": {
                    "sdk": """get content download_to delete copy move rename update_contents get_shared_link
                        get_download_url""",
                },
            },
            "boxsdk.object.user.User": {
                "methods": {"sdk": "get update_info delete"},
            },
        },
    },
    {
        "name": "box-sdk-gen",
        "roots": ("box_sdk_gen",),
        "source": "https://github.com/box/box-python-sdk-gen",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "box_sdk_gen.BoxClient": {
                "methods": {
                    "sdk": """folders.get_folder_by_id folders.get_folder_items folders.create_folder
                        folders.update_folder_by_id folders.delete_folder_by_id folders.copy_folder
                        files.get_file_by_id files.update_file_by_id files.delete_file_by_id files.copy_file
                        uploads.upload_file uploads.upload_file_version downloads.download_file
                        downloads.get_download_file_url users.get_user_me users.get_users search.search_for_content
                        shared_links_files.add_share_link_to_file""",
                },
            },
        },
    },
    {
        "name": "PyDrive2",
        "roots": ("pydrive2",),
        "source": "https://docs.iterative.ai/PyDrive2/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "pydrive2.drive.GoogleDrive": {
                "methods": {"sdk": "GetAbout"},
                "returns": {
                    "CreateFile": "pydrive2.files.GoogleDriveFile",
                    "ListFile": "pydrive2.files.GoogleDriveFileList",
                },
            },
            "pydrive2.files.GoogleDriveFileList": {
                "methods": {"sdk": "GetList"},
                "iter": {"effect": "sdk"},
            },
            "pydrive2.files.GoogleDriveFile": {
                "methods": {
                    "sdk": """Upload FetchMetadata FetchContent GetContentString GetContentFile Trash UnTrash Delete Copy
                        InsertPermission GetPermissions""",
                    "file": "SetContentFile",
                },
                "pure": "SetContentString",
            },
        },
    },
    {
        "name": "internetarchive",
        "roots": ("internetarchive",),
        "source": "https://archive.org/developers/internetarchive/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": """internetarchive.upload internetarchive.download internetarchive.delete internetarchive.get_item
                internetarchive.modify_metadata internetarchive.get_tasks internetarchive.get_user_info""",
        },
    },
    {
        "name": "webdavclient3",
        "roots": ("webdav3",),
        "source": "https://github.com/ezhov-evgeny/webdav-client-python-3",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "webdav3.client.Client": {
                "methods": {
                    "http": """list free check mkdir download_from download download_directory download_file
                        download_sync upload_to upload upload_directory upload_file upload_sync copy move clean info
                        is_dir get_property set_property push pull sync execute_request""",
                },
                "pure": "get_url get_headers resource",
            },
        },
    },
    {
        "name": "storage3",
        "roots": ("storage3",),
        "source": "https://supabase.github.io/storage-py/",
        "instead": "use `storage3.AsyncStorageClient`",
        "classes": {
            "storage3.SyncStorageClient": {
                "methods": {
                    "http": "list_buckets get_bucket create_bucket delete_bucket empty_bucket update_bucket",
                },
                "returns": {"from_": "storage3._sync.file_api.SyncBucketProxy"},
            },
            "storage3._sync.file_api.SyncBucketProxy": {
                "methods": {
                    "http": """upload update download list move copy remove info exists create_signed_url
                        create_signed_urls create_signed_upload_url upload_to_signed_url""",
                },
                "pure": "get_public_url",
            },
            "storage3.AsyncStorageClient": {
                "async": True,
                "coroutines": "list_buckets get_bucket create_bucket delete_bucket empty_bucket",
                "returns": {"from_": "storage3._async.file_api.AsyncBucketProxy"},
            },
            "storage3._async.file_api.AsyncBucketProxy": {
                "async": True,
                "coroutines": "upload update download list move copy remove info exists create_signed_url",
            },
        },
    },
)
