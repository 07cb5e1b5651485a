"""What Django's own services do beside the ORM: mail, storage, templates, sessions, cache, authentication, forms.

Literal tables only, in the shape of every `LIBRARIES`. Effects: `service` (blocks and raises nothing), `template`
(reads a template file the first time), `cache` (blocks or not as settings say), `query` (touches the database
outside the ORM's own values), `cpu`, `file`, `stat`. `twins` maps a dotted name to its asynchronous form and the
release that brought it, "4.2" meaning that or earlier. A class entry whose name is a variable of Django
(`django.core.cache.cache`) says what that variable is an instance of. Facts were measured on Django 4.2 to 6.1.
"""

DATABASE_COMMANDS: frozenset[str] = frozenset({
    "changepassword", "clearsessions", "createcachetable", "createsuperuser", "dumpdata", "flush", "inspectdb", "loaddata",
    "migrate", "remove_stale_contenttypes", "showmigrations", "sqlflush", "sqlsequencereset",
})  # fmt: skip
"""Django's own commands that ask the database: https://docs.djangoproject.com/en/stable/ref/django-admin/"""

LIBRARIES = (
    {
        "name": "Django",
        "roots": ("django.core.mail",),
        "source": "https://docs.djangoproject.com/en/stable/topics/email/",
        "instead": "send it in a thread or a task: `await sync_to_async(send_mail)(...)`",
        "calls": {
            "service": """django.core.mail.send_mail django.core.mail.send_mass_mail django.core.mail.mail_admins
                django.core.mail.mail_managers""",
        },
        "returns": {"django.core.mail.get_connection": "django.core.mail.backends.base.BaseEmailBackend"},
        "advice": {
            "django.core.mail.EmailMessage.send": "send it in a thread or a task: `await sync_to_async(message.send)()`",
            "django.core.mail.EmailMessage.attach_file": "read the file in a thread and `attach` it, or do all of it in one thread",
        },
        "classes": {
            "django.core.mail.mailers": {
                "returns": {"__getitem__": "django.core.mail.backends.base.BaseEmailBackend"},
            },
            "django.core.mail.EmailMessage": {
                "methods": {"service": "send", "file": "attach_file"},
                "pure": "message recipients attach",
                "returns": {"get_connection": "django.core.mail.backends.base.BaseEmailBackend"},
            },
            "django.core.mail.EmailMultiAlternatives": {
                "bases": ("django.core.mail.EmailMessage",),
                "pure": "attach_alternative body_contains",
            },
            "django.core.mail.backends.base.BaseEmailBackend": {
                "methods": {"service": "open close send_messages"},
                "enter": "django.core.mail.backends.base.BaseEmailBackend",
                "enter_effect": "service",
            },
            "django.core.mail.backends.smtp.EmailBackend": {
                "bases": ("django.core.mail.backends.base.BaseEmailBackend",),
            },
            "django.core.mail.backends.filebased.EmailBackend": {
                "bases": ("django.core.mail.backends.base.BaseEmailBackend",),
            },
            "django.core.mail.backends.locmem.EmailBackend": {"pure": "open close send_messages"},
            "django.core.mail.backends.dummy.EmailBackend": {"pure": "open close send_messages"},
            "django.core.mail.backends.console.EmailBackend": {"pure": "open close send_messages"},
        },
        "aliases": {
            "django.core.mail.message.EmailMessage": "django.core.mail.EmailMessage",
            "django.core.mail.message.EmailMultiAlternatives": "django.core.mail.EmailMultiAlternatives",
        },
    },
    {
        "name": "Django",
        "roots": ("django.core.files", "django.contrib.staticfiles", "django.db.models.fields.files"),
        "source": "https://docs.djangoproject.com/en/stable/ref/files/storage/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "advice": {
            "django.db.models.fields.files.FieldFile.save": "run it in a thread that may use the database: `await sync_to_async(instance.file.save)(...)`",
            "django.db.models.fields.files.FieldFile.delete": "run it in a thread that may use the database: `await sync_to_async(instance.file.delete)(...)`",
        },
        "calls": {
            "file": """django.core.files.move.file_move_safe django.core.files.locks.lock
                django.core.files.images.get_image_dimensions""",
            "service": """django.contrib.staticfiles.finders.find django.contrib.staticfiles.views.serve""",
        },
        "returns": {
            "django.core.files.storage.get_storage_class": "django.core.files.storage.Storage",
        },
        "classes": {
            "django.core.files.storage.Storage": {
                "methods": {
                    "service": "save open delete listdir",
                    "stat": "exists size get_accessed_time get_created_time get_modified_time get_available_name",
                },
                "pure": "url path get_valid_name generate_filename get_alternative_name is_name_available",
                "returns": {"open": "django.core.files.File"},
            },
            "django.core.files.storage.FileSystemStorage": {"bases": ("django.core.files.storage.Storage",)},
            "django.core.files.storage.InMemoryStorage": {
                "pure": """save open delete listdir exists size get_accessed_time get_created_time get_modified_time
                    get_available_name url""",
                "returns": {"open": "django.core.files.base.ContentFile"},
            },
            "django.core.files.storage.default_storage": {"bases": ("django.core.files.storage.Storage",)},
            "django.core.files.storage.storages": {"returns": {"__getitem__": "django.core.files.storage.Storage"}},
            "django.contrib.staticfiles.storage.staticfiles_storage": {
                "bases": ("django.contrib.staticfiles.storage.StaticFilesStorage",),
            },
            "django.contrib.staticfiles.storage.StaticFilesStorage": {
                "bases": ("django.core.files.storage.FileSystemStorage",),
            },
            "django.contrib.staticfiles.storage.ManifestStaticFilesStorage": {
                "bases": ("django.contrib.staticfiles.storage.StaticFilesStorage",),
            },
            "django.core.files.File": {
                "methods": {"file": "open read readline readlines readinto write writelines flush truncate chunks"},
                "pure": "close closed multiple_chunks seek tell name",
                "iter": {"effect": "file"},
                "enter": "django.core.files.File",
            },
            "django.core.files.base.ContentFile": {
                "pure": "open close read readline readlines write writelines chunks multiple_chunks seek tell size",
            },
            "django.core.files.images.ImageFile": {
                "bases": ("django.core.files.File",),
                "reads": {"file": "width height"},
            },
            "django.core.files.uploadedfile.UploadedFile": {
                "pure": "open close read readline readlines chunks multiple_chunks seek tell size name content_type charset",
            },
            "django.core.files.uploadedfile.InMemoryUploadedFile": {
                "bases": ("django.core.files.uploadedfile.UploadedFile",),
            },
            "django.core.files.uploadedfile.SimpleUploadedFile": {
                "bases": ("django.core.files.uploadedfile.UploadedFile",),
            },
            "django.core.files.uploadedfile.TemporaryUploadedFile": {"bases": ("django.core.files.File",)},
            "django.db.models.fields.files.FieldFile": {
                "methods": {"service": "save delete open chunks"},
                "reads": {
                    "service": "file read readinto readline readlines write writelines seek tell truncate flush",
                    "stat": "size",
                },
                "pure": """close closed url path name read readinto readline readlines write writelines seek tell
                    truncate flush""",
                "returns": {"open": "django.db.models.fields.files.FieldFile"},
                "iter": {"effect": "service"},
                "enter": "django.db.models.fields.files.FieldFile",
                "attributes": {"file": "django.core.files.File", "storage": "django.core.files.storage.Storage"},
            },
            "django.db.models.fields.files.ImageFieldFile": {
                "bases": ("django.db.models.fields.files.FieldFile",),
                "reads": {"service": "width height"},
            },
        },
        "aliases": {
            "django.core.files.storage.base.Storage": "django.core.files.storage.Storage",
            "django.core.files.storage.filesystem.FileSystemStorage": "django.core.files.storage.FileSystemStorage",
            "django.core.files.storage.memory.InMemoryStorage": "django.core.files.storage.InMemoryStorage",
            "django.core.files.base.File": "django.core.files.File",
        },
    },
    {
        "name": "Django",
        "roots": ("django.core.management",),
        "source": "https://docs.djangoproject.com/en/stable/ref/django-admin/#running-management-commands-from-your-code",
        "instead": "run it in a thread that may use the database: `await sync_to_async(call_command)(...)`",
        "calls": {
            "service": "django.core.management.call_command django.core.management.execute_from_command_line",
        },
    },
    {
        "name": "Django",
        "roots": ("django.views.generic",),
        "source": "https://docs.djangoproject.com/en/stable/ref/class-based-views/mixins-simple/#templateresponsemixin",
        "instead": "await what it is given",
        "classes": {"django.views.generic.base.TemplateResponseMixin": {"pure": "render_to_response"}},
    },
    {
        "name": "Django",
        "roots": ("django.template", "django.shortcuts"),
        "source": "https://docs.djangoproject.com/en/stable/topics/templates/",
        "instead": "render it in a thread: `await sync_to_async(render_to_string)(...)`",
        "calls": {
            "template": """django.template.loader.get_template django.template.loader.select_template
                django.template.loader.render_to_string django.shortcuts.render""",
        },
        "advice": {
            "django.shortcuts.render": "use a `TemplateResponse`, which Django renders in a thread, or `await sync_to_async(render)(...)`",
            "django.template.loader.get_template": "load it at start-up, or in a thread: `await sync_to_async(get_template)(...)`",
            "django.template.loader.select_template": "load it at start-up, or in a thread: `await sync_to_async(select_template)(...)`",
        },
        "pure": "django.shortcuts.redirect django.shortcuts.resolve_url",
        "returns": {
            "django.template.loader.get_template": "django.template.backends.django.Template",
            "django.template.loader.select_template": "django.template.backends.django.Template",
            "django.shortcuts.render": "django.http.HttpResponse",
            "django.shortcuts.redirect": "django.http.HttpResponseRedirect",
            "django.template.Engine.get_default": "django.template.Engine",
        },
        "classes": {
            "django.template.backends.django.Template": {"pure": "render origin"},
            "django.template.Template": {"pure": "render compile_nodelist"},
            "django.template.Engine": {
                "methods": {"template": "get_template select_template find_template render_to_string"},
                "pure": "from_string",
                "returns": {
                    "get_template": "django.template.Template",
                    "select_template": "django.template.Template",
                    "from_string": "django.template.Template",
                },
            },
            "django.template.backends.base.BaseEngine": {
                "methods": {"template": "get_template"},
                "pure": "from_string",
                "returns": {
                    "get_template": "django.template.backends.django.Template",
                    "from_string": "django.template.backends.django.Template",
                },
            },
            "django.template.engines": {"returns": {"__getitem__": "django.template.backends.base.BaseEngine"}},
            "django.template.response.SimpleTemplateResponse": {
                "bases": ("django.http.HttpResponse",),
                "methods": {"template": "render resolve_template"},
                "pure": "add_post_render_callback is_rendered",
            },
            "django.template.response.TemplateResponse": {
                "bases": ("django.template.response.SimpleTemplateResponse",),
            },
        },
        "aliases": {
            "django.template.base.Template": "django.template.Template",
            "django.template.engine.Engine": "django.template.Engine",
        },
    },
    {
        "name": "Django",
        "roots": ("django.shortcuts",),
        "source": "https://docs.djangoproject.com/en/stable/topics/http/shortcuts/#get-object-or-404",
        "instead": "run it in a thread: `await sync_to_async(get_object_or_404)(...)`",
        "calls": {"query": "django.shortcuts.get_object_or_404 django.shortcuts.get_list_or_404"},
        "coroutines": "django.shortcuts.aget_object_or_404 django.shortcuts.aget_list_or_404",
        "twins": {
            "django.shortcuts.get_object_or_404": ("aget_object_or_404", "5.0"),
            "django.shortcuts.get_list_or_404": ("aget_list_or_404", "5.0"),
        },
    },
    {
        "name": "Django",
        "roots": ("django.contrib.auth",),
        "source": "https://docs.djangoproject.com/en/stable/ref/contrib/auth/",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "constant_ok": False,
        "unless": {"django.contrib.auth.hashers.make_password": "0=None password=None"},
        "calls": {
            "query": """django.contrib.auth.authenticate django.contrib.auth.login django.contrib.auth.logout
                django.contrib.auth.get_user django.contrib.auth.update_session_auth_hash""",
            "cpu": """django.contrib.auth.hashers.make_password django.contrib.auth.hashers.check_password""",
        },
        "coroutines": """django.contrib.auth.aauthenticate django.contrib.auth.alogin django.contrib.auth.alogout
            django.contrib.auth.aget_user django.contrib.auth.aupdate_session_auth_hash
            django.contrib.auth.hashers.acheck_password""",
        "returns": {
            "django.contrib.auth.authenticate": "settings.AUTH_USER_MODEL",
            "django.contrib.auth.aauthenticate": "settings.AUTH_USER_MODEL",
            "django.contrib.auth.get_user": "settings.AUTH_USER_MODEL",
            "django.contrib.auth.aget_user": "settings.AUTH_USER_MODEL",
        },
        "twins": {
            "django.contrib.auth.authenticate": ("aauthenticate", "5.0"),
            "django.contrib.auth.login": ("alogin", "5.0"),
            "django.contrib.auth.logout": ("alogout", "5.0"),
            "django.contrib.auth.get_user": ("aget_user", "5.0"),
            "django.contrib.auth.update_session_auth_hash": ("aupdate_session_auth_hash", "5.0"),
            "django.contrib.auth.hashers.check_password": ("acheck_password", "6.0"),
            "django.contrib.auth.models.AbstractBaseUser.check_password": ("acheck_password", "6.0"),
            "django.contrib.auth.backends.BaseBackend.authenticate": ("aauthenticate", "5.2"),
            "django.contrib.auth.backends.BaseBackend.get_user": ("aget_user", "5.2"),
            "django.contrib.auth.backends.BaseBackend.has_perm": ("ahas_perm", "5.2"),
            "django.contrib.auth.backends.BaseBackend.get_all_permissions": ("aget_all_permissions", "5.2"),
            "django.contrib.auth.backends.BaseBackend.get_group_permissions": ("aget_group_permissions", "5.2"),
            "django.contrib.auth.backends.BaseBackend.get_user_permissions": ("aget_user_permissions", "5.2"),
            "django.contrib.auth.backends.ModelBackend.has_module_perms": ("ahas_module_perms", "5.2"),
        },
        "advice": {
            "django.contrib.auth.hashers.make_password": "run it in a thread: `await sync_to_async(make_password)(...)`",
            "django.contrib.auth.hashers.check_password": "run it in a thread: `await sync_to_async(check_password)(...)`",
            "django.contrib.auth.models.AbstractBaseUser.set_password": "run it in a thread: `await sync_to_async(user.set_password)(...)`",
            "django.contrib.auth.models.AbstractBaseUser.check_password": "run it in a thread that may use the database: `await sync_to_async(user.check_password)(...)`",
        },
        "classes": {
            "django.contrib.auth.mixins.AccessMixin": {"attributes": {"request": "django.http.HttpRequest"}},
            "django.contrib.auth.mixins.UserPassesTestMixin": {"bases": ("django.contrib.auth.mixins.AccessMixin",)},
            "django.contrib.auth.mixins.LoginRequiredMixin": {
                "bases": ("django.contrib.auth.mixins.AccessMixin",),
                "methods": {"query": "dispatch"},
            },
            "django.contrib.auth.mixins.PermissionRequiredMixin": {
                "bases": ("django.contrib.auth.mixins.AccessMixin",),
                "methods": {"query": "dispatch has_permission"},
            },
            "django.contrib.auth.models.AbstractBaseUser": {
                "methods": {"cpu": "check_password set_password"},
                "unless": {"set_password": "0=None raw_password=None"},
            },
            "django.contrib.auth.models.AbstractUser": {
                "bases": ("django.contrib.auth.models.AbstractBaseUser", "django.contrib.auth.models.PermissionsMixin"),
                "methods": {"service": "email_user"},
            },
            "django.contrib.auth.models.AnonymousUser": {
                "pure": """has_perm has_perms has_module_perms get_all_permissions get_group_permissions
                    get_user_permissions get_username is_authenticated is_anonymous""",
                "coroutines": """ahas_perm ahas_perms ahas_module_perms aget_all_permissions
                    aget_group_permissions aget_user_permissions""",
            },
            "django.contrib.auth.backends.BaseBackend": {
                "methods": {
                    "query": """authenticate get_user has_perm get_all_permissions get_group_permissions
                        get_user_permissions""",
                },
            },
            "django.contrib.auth.backends.ModelBackend": {
                "bases": ("django.contrib.auth.backends.BaseBackend",),
                "methods": {"query": "has_module_perms"},
                "pure": "user_can_authenticate with_perm",
            },
            "django.contrib.auth.backends.AllowAllUsersModelBackend": {
                "bases": ("django.contrib.auth.backends.ModelBackend",),
            },
            "django.contrib.auth.backends.RemoteUserBackend": {
                "bases": ("django.contrib.auth.backends.ModelBackend",),
            },
            "django.contrib.auth.hashers.BasePasswordHasher": {
                "methods": {"cpu": "encode verify harden_runtime"},
                "pure": "decode must_update safe_summary salt",
            },
            "django.contrib.auth.hashers.PBKDF2PasswordHasher": {
                "bases": ("django.contrib.auth.hashers.BasePasswordHasher",),
            },
            "django.contrib.auth.hashers.Argon2PasswordHasher": {
                "bases": ("django.contrib.auth.hashers.BasePasswordHasher",),
            },
            "django.contrib.auth.hashers.BCryptSHA256PasswordHasher": {
                "bases": ("django.contrib.auth.hashers.BasePasswordHasher",),
            },
            "django.contrib.auth.hashers.ScryptPasswordHasher": {
                "bases": ("django.contrib.auth.hashers.BasePasswordHasher",),
            },
            "django.contrib.auth.forms.AuthenticationForm": {
                "bases": ("django.forms.Form",),
                "methods": {"query": "is_valid full_clean clean"},
                "reads": {"query": "errors"},
                "pure": "get_user",
            },
            "django.contrib.auth.forms.BaseUserCreationForm": {
                "bases": ("django.forms.ModelForm",),
            },
            "django.contrib.auth.forms.UserCreationForm": {
                "bases": ("django.contrib.auth.forms.BaseUserCreationForm",),
            },
            "django.contrib.auth.forms.PasswordResetForm": {
                "bases": ("django.forms.Form",),
                "methods": {"query": "save get_users", "service": "send_mail"},
            },
            "django.contrib.auth.forms.SetPasswordForm": {
                "bases": ("django.forms.Form",),
                "methods": {"query": "save"},
            },
            "django.contrib.auth.forms.PasswordChangeForm": {
                "bases": ("django.contrib.auth.forms.SetPasswordForm",),
                "methods": {"cpu": "is_valid full_clean clean_old_password"},
            },
        },
    },
    {
        "name": "Django",
        "roots": ("django.utils.crypto",),
        "source": "https://docs.djangoproject.com/en/stable/topics/auth/passwords/#increasing-the-work-factor",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"cpu": "django.utils.crypto.pbkdf2"},
    },
    {
        "name": "Django",
        "roots": ("django.core.signing",),
        "source": "https://docs.djangoproject.com/en/stable/topics/signing/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "pure": "django.core.signing.dumps django.core.signing.loads",
    },
    {
        "name": "Django",
        "roots": ("django.db.transaction",),
        "source": "https://docs.djangoproject.com/en/stable/topics/db/transactions/",
        "instead": "do the whole transaction in one function and `await sync_to_async(function)(...)`",
        "advice": {
            "django.db.transaction.on_commit": "do the transaction and its `on_commit` in one function and `await sync_to_async(function)(...)`",
        },
        "calls": {
            "query": """django.db.transaction.get_autocommit django.db.transaction.set_autocommit
                django.db.transaction.commit django.db.transaction.rollback django.db.transaction.savepoint
                django.db.transaction.savepoint_create django.db.transaction.savepoint_commit
                django.db.transaction.savepoint_rollback django.db.transaction.clean_savepoints
                django.db.transaction.on_commit""",
        },
        "pure": """django.db.transaction.get_connection django.db.transaction.get_rollback
            django.db.transaction.set_rollback django.db.transaction.mark_for_rollback_on_error
            django.db.transaction.non_atomic_requests""",
        "returns": {"django.db.transaction.get_connection": "django.db.backends.base.base.BaseDatabaseWrapper"},
    },
    {
        "name": "Django",
        "roots": ("django.db",),
        "source": "https://docs.djangoproject.com/en/stable/topics/db/sql/#executing-custom-sql-directly",
        "instead": "do the query in one function and `await sync_to_async(function)(...)`",
        "calls": {"query": "django.db.models.prefetch_related_objects"},
        "pure": "django.db.close_old_connections django.db.reset_queries django.db.connections.close_all",
        "coroutines": "django.db.models.aprefetch_related_objects",
        "twins": {"django.db.models.prefetch_related_objects": ("aprefetch_related_objects", "5.0")},
        "classes": {
            "django.db.connection": {"bases": ("django.db.backends.base.base.BaseDatabaseWrapper",)},
            "django.db.connections": {
                "pure": "close_all all",
                "returns": {"__getitem__": "django.db.backends.base.base.BaseDatabaseWrapper"},
            },
            "django.db.backends.base.base.BaseDatabaseWrapper": {
                "methods": {
                    "query": """cursor chunked_cursor connect ensure_connection close commit rollback savepoint
                        savepoint_commit savepoint_rollback clean_savepoints get_autocommit
                        set_autocommit on_commit check_constraints disable_constraint_checking
                        enable_constraint_checking""",
                },
                "pure": """close_if_unusable_or_obsolete execute_wrapper get_rollback set_rollback
                    get_connection_params is_usable queries vendor in_atomic_block settings_dict copy
                    validate_no_atomic_block validate_no_broken_transaction ops features alias""",
                "returns": {
                    "cursor": "django.db.backends.utils.CursorWrapper",
                    "chunked_cursor": "django.db.backends.utils.CursorWrapper",
                    "schema_editor": "django.db.backends.base.schema.BaseDatabaseSchemaEditor",
                },
                "attributes": {"introspection": "django.db.backends.base.introspection.BaseDatabaseIntrospection"},
            },
            "django.db.backends.utils.CursorWrapper": {
                "methods": {
                    "query": "execute executemany callproc fetchone fetchmany fetchall copy_expert copy_from copy_to"
                },
                "pure": "close description rowcount lastrowid",
                "iter": {"effect": "query"},
                "enter": "django.db.backends.utils.CursorWrapper",
            },
            "django.db.backends.base.introspection.BaseDatabaseIntrospection": {
                "methods": {
                    "query": """table_names django_table_names installed_models sequence_list get_table_list
                        get_table_description get_constraints get_relations get_primary_key_column
                        get_primary_key_columns""",
                },
            },
            "django.db.backends.base.schema.BaseDatabaseSchemaEditor": {
                "methods": {
                    "query": """execute create_model delete_model add_field remove_field alter_field add_index
                        remove_index add_constraint remove_constraint alter_db_table""",
                },
                "enter": "django.db.backends.base.schema.BaseDatabaseSchemaEditor",
                "enter_effect": "query",
            },
        },
    },
    {
        "name": "Django",
        "roots": (
            "django.contrib.sites",
            "django.contrib.admin",
            "django.contrib.messages",
            "django.contrib.syndication",
        ),
        "source": "https://docs.djangoproject.com/en/stable/ref/contrib/",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "calls": {
            "query": "django.contrib.sites.shortcuts.get_current_site django.contrib.admin.utils.get_deleted_objects",
        },
        "classes": {
            "django.contrib.admin.utils.NestedObjects": {"methods": {"query": "collect"}},
        },
        "returns": {"django.contrib.sites.shortcuts.get_current_site": "django.contrib.sites.models.Site"},
    },
    {
        "name": "Django",
        "roots": ("django.contrib.sessions",),
        "source": "https://docs.djangoproject.com/en/stable/topics/http/sessions/#using-sessions-in-views",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "classes": {
            "django.contrib.sessions.backends.base.SessionBase": {
                "methods": {
                    "query": """get pop setdefault update has_key keys values items save delete exists load create flush
                        cycle_key set_expiry get_expiry_age get_expiry_date get_expire_at_browser_close
                        set_test_cookie test_cookie_worked delete_test_cookie clear_expired __getitem__ __setitem__
                        __delitem__ __contains__""",
                },
                "pure": """clear is_empty session_key modified accessed encode decode get_session_cookie_age""",
                "unless": {"get_expiry_age": "expiry=*", "get_expiry_date": "expiry=*"},
                "coroutines": """aget aset apop asetdefault aupdate ahas_key akeys avalues aitems asave adelete aexists
                    aload acreate aflush acycle_key aset_expiry aget_expiry_age aget_expiry_date
                    aget_expire_at_browser_close aset_test_cookie atest_cookie_worked adelete_test_cookie
                    aclear_expired""",
            },
            "django.contrib.sessions.backends.db.SessionStore": {
                "bases": ("django.contrib.sessions.backends.base.SessionBase",),
            },
            "django.contrib.sessions.backends.cached_db.SessionStore": {
                "bases": ("django.contrib.sessions.backends.db.SessionStore",),
            },
            "django.contrib.sessions.backends.cache.SessionStore": {
                "bases": ("django.contrib.sessions.backends.base.SessionBase",),
            },
            "django.contrib.sessions.backends.file.SessionStore": {
                "bases": ("django.contrib.sessions.backends.base.SessionBase",),
            },
            "django.contrib.sessions.backends.signed_cookies.SessionStore": {
                "bases": ("django.contrib.sessions.backends.base.SessionBase",),
            },
        },
        "twins": {
            "django.contrib.sessions.backends.base.SessionBase.get": ("aget", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.pop": ("apop", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.setdefault": ("asetdefault", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.update": ("aupdate", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.has_key": ("ahas_key", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.keys": ("akeys", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.values": ("avalues", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.items": ("aitems", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.save": ("asave", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.delete": ("adelete", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.exists": ("aexists", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.load": ("aload", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.create": ("acreate", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.flush": ("aflush", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.cycle_key": ("acycle_key", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.set_expiry": ("aset_expiry", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.get_expiry_age": ("aget_expiry_age", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.get_expiry_date": ("aget_expiry_date", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.get_expire_at_browser_close": (
                "aget_expire_at_browser_close",
                "5.1",
            ),
            "django.contrib.sessions.backends.base.SessionBase.set_test_cookie": ("aset_test_cookie", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.test_cookie_worked": ("atest_cookie_worked", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.delete_test_cookie": ("adelete_test_cookie", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.clear_expired": ("aclear_expired", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.__getitem__": ("aget", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.__setitem__": ("aset", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.__delitem__": ("apop", "5.1"),
            "django.contrib.sessions.backends.base.SessionBase.__contains__": ("ahas_key", "5.1"),
        },
    },
    {
        "name": "Django",
        "roots": ("django.core.cache",),
        "source": "https://docs.djangoproject.com/en/stable/topics/cache/#asynchronous-support",
        "instead": "await the asynchronous form, for instance `await cache.aget(...)`",
        "classes": {
            "django.core.cache.cache": {"bases": ("django.core.cache.backends.base.BaseCache",)},
            "django.core.cache.caches": {
                "pure": "all",
                "returns": {"__getitem__": "django.core.cache.backends.base.BaseCache"},
            },
            "django.core.cache.backends.base.BaseCache": {
                "methods": {
                    "cache": """get set add delete get_or_set get_many set_many delete_many incr decr has_key touch
                        clear incr_version decr_version __contains__""",
                },
                "pure": "make_key make_and_validate_key validate_key get_backend_timeout close",
                "coroutines": """aget aset aadd adelete aget_or_set aget_many aset_many adelete_many aincr adecr ahas_key
                    atouch aclear aincr_version adecr_version aclose""",
            },
            "django.core.cache.backends.dummy.DummyCache": {
                "pure": """get set add delete get_or_set get_many set_many delete_many incr decr has_key touch clear
                    incr_version decr_version __contains__ close""",
            },
            "django.core.cache.backends.locmem.LocMemCache": {
                "pure": """get set add delete get_or_set get_many set_many delete_many incr decr has_key touch clear
                    incr_version decr_version __contains__ close""",
            },
        },
        "twins": {
            "django.core.cache.backends.base.BaseCache.get": ("aget", "4.2"),
            "django.core.cache.backends.base.BaseCache.set": ("aset", "4.2"),
            "django.core.cache.backends.base.BaseCache.add": ("aadd", "4.2"),
            "django.core.cache.backends.base.BaseCache.delete": ("adelete", "4.2"),
            "django.core.cache.backends.base.BaseCache.get_or_set": ("aget_or_set", "4.2"),
            "django.core.cache.backends.base.BaseCache.get_many": ("aget_many", "4.2"),
            "django.core.cache.backends.base.BaseCache.set_many": ("aset_many", "4.2"),
            "django.core.cache.backends.base.BaseCache.delete_many": ("adelete_many", "4.2"),
            "django.core.cache.backends.base.BaseCache.incr": ("aincr", "4.2"),
            "django.core.cache.backends.base.BaseCache.decr": ("adecr", "4.2"),
            "django.core.cache.backends.base.BaseCache.has_key": ("ahas_key", "4.2"),
            "django.core.cache.backends.base.BaseCache.touch": ("atouch", "4.2"),
            "django.core.cache.backends.base.BaseCache.clear": ("aclear", "4.2"),
            "django.core.cache.backends.base.BaseCache.incr_version": ("aincr_version", "4.2"),
            "django.core.cache.backends.base.BaseCache.decr_version": ("adecr_version", "4.2"),
            "django.core.cache.backends.base.BaseCache.__contains__": ("ahas_key", "4.2"),
        },
    },
    {
        "name": "Django",
        "roots": ("django.forms",),
        "source": "https://docs.djangoproject.com/en/stable/topics/forms/modelforms/",
        "instead": "run it in a thread: `await sync_to_async(form.is_valid)()`",
        "advice": {
            "django.forms.ModelForm.save": "run it in a thread: `await sync_to_async(form.save)()`",
            "django.forms.ModelForm.save_m2m": "run it in a thread: `await sync_to_async(form.save_m2m)()`",
            "django.forms.BaseModelFormSet.save": "run it in a thread: `await sync_to_async(formset.save)()`",
            "django.forms.BaseModelFormSet.is_valid": "run it in a thread: `await sync_to_async(formset.is_valid)()`",
        },
        "classes": {
            "django.forms.Form": {
                "pure": "is_valid full_clean add_error has_error has_changed clean as_p as_table as_ul as_div render errors",
            },
            "django.forms.ModelForm": {
                "methods": {"query": "is_valid full_clean save save_m2m validate_unique"},
                "unless": {"save": "commit=False"},
                "reads": {"query": "errors"},
                "pure": "add_error has_error has_changed clean as_p as_table as_ul as_div render",
            },
            "django.forms.BaseModelFormSet": {
                "methods": {"query": "is_valid full_clean save save_new_objects save_existing_objects"},
                "reads": {"query": "errors forms"},
            },
            "django.forms.BaseInlineFormSet": {"bases": ("django.forms.BaseModelFormSet",)},
        },
        "aliases": {
            "django.forms.forms.Form": "django.forms.Form",
            "django.forms.models.ModelForm": "django.forms.ModelForm",
            "django.forms.models.BaseModelFormSet": "django.forms.BaseModelFormSet",
            "django.forms.models.BaseInlineFormSet": "django.forms.BaseInlineFormSet",
        },
    },
    {
        "name": "Django",
        "roots": ("django.views",),
        "source": "https://docs.djangoproject.com/en/stable/ref/class-based-views/",
        "instead": "run it in a thread: `await sync_to_async(self.get_object)()`",
        "calls": {"file": "django.views.static.serve"},
        "advice": {
            "django.views.static.serve": "run it in a thread: `await sync_to_async(serve)(...)`",
            "django.views.generic.list.MultipleObjectMixin.paginate_queryset": "run it in a thread: `await sync_to_async(self.paginate_queryset)(...)`",
            "django.views.generic.edit.ModelFormMixin.form_valid": "run it in a thread: `await sync_to_async(self.form_valid)(form)`",
        },
        "classes": {
            "django.views.generic.base.View": {"attributes": {"request": "django.http.HttpRequest"}},
            "django.views.generic.detail.SingleObjectMixin": {
                "methods": {"query": "get_object"},
                "pure": "get_queryset get_slug_field get_context_object_name get_context_data",
            },
            "django.views.generic.list.MultipleObjectMixin": {
                "methods": {"query": "paginate_queryset"},
                "pure": "get_queryset get_ordering get_paginate_by get_paginator get_allow_empty",
            },
            "django.views.generic.edit.FormMixin": {
                "pure": "get_form get_form_class get_form_kwargs get_initial get_prefix get_success_url",
            },
            "django.views.generic.edit.FormView": {
                "bases": ("django.views.generic.edit.FormMixin", "django.views.generic.base.View"),
            },
            "django.views.generic.detail.DetailView": {"bases": ("django.views.generic.detail.SingleObjectMixin",)},
            "django.views.generic.list.ListView": {"bases": ("django.views.generic.list.MultipleObjectMixin",)},
            "django.views.generic.edit.ModelFormMixin": {
                "bases": ("django.views.generic.edit.FormMixin", "django.views.generic.detail.SingleObjectMixin"),
                "methods": {"query": "form_valid"},
            },
            "django.views.generic.edit.CreateView": {"bases": ("django.views.generic.edit.ModelFormMixin",)},
            "django.views.generic.edit.UpdateView": {"bases": ("django.views.generic.edit.ModelFormMixin",)},
            "django.views.generic.edit.DeleteView": {"bases": ("django.views.generic.detail.SingleObjectMixin",)},
        },
        "aliases": {
            "django.views.generic.DetailView": "django.views.generic.detail.DetailView",
            "django.views.generic.ListView": "django.views.generic.list.ListView",
            "django.views.generic.CreateView": "django.views.generic.edit.CreateView",
            "django.views.generic.UpdateView": "django.views.generic.edit.UpdateView",
            "django.views.generic.DeleteView": "django.views.generic.edit.DeleteView",
            "django.views.generic.FormView": "django.views.generic.edit.FormView",
            "django.views.generic.RedirectView": "django.views.generic.base.RedirectView",
        },
    },
    {
        "name": "Django",
        "roots": ("django.http", "django.core.handlers"),
        "source": "https://docs.djangoproject.com/en/stable/ref/request-response/",
        "instead": "run it in a thread: `await sync_to_async(...)(...)`",
        "classes": {
            "django.http.HttpRequest": {
                "coroutines": "auser",
                "returns": {
                    "auser": "settings.AUTH_USER_MODEL",
                    "build_absolute_uri": "builtins.str",
                    "get_full_path": "builtins.str",
                    "get_full_path_info": "builtins.str",
                    "get_host": "builtins.str",
                    "get_port": "builtins.str",
                },
                "attributes": {
                    "body": "builtins.bytes",
                    "path": "builtins.str",
                    "path_info": "builtins.str",
                    "method": "builtins.str",
                    "content_type": "builtins.str",
                    "GET": "django.http.QueryDict",
                    "POST": "django.http.QueryDict",
                    "headers": "django.http.request.HttpHeaders",
                    "COOKIES": "builtins.dict",
                    "META": "builtins.dict",
                },
                "pure": """build_absolute_uri get_full_path get_full_path_info get_host get_port get_signed_cookie
                    is_secure accepts get_preferred_type read readline readlines body POST GET FILES COOKIES META
                    headers""",
            },
            "django.http.QueryDict": {
                "pure": "get getlist items lists values keys dict copy urlencode setdefault update pop",
                "returns": {"get": "builtins.str", "urlencode": "builtins.str", "copy": "django.http.QueryDict"},
            },
            "django.http.request.HttpHeaders": {
                "pure": "get items keys values",
                "returns": {"get": "builtins.str"},
            },
            "django.core.handlers.asgi.ASGIRequest": {"bases": ("django.http.HttpRequest",)},
            "django.core.handlers.wsgi.WSGIRequest": {"bases": ("django.http.HttpRequest",)},
            "django.http.HttpResponse": {
                "pure": """set_cookie delete_cookie set_signed_cookie has_header setdefault write flush tell getvalue
                    content status_code headers close""",
            },
            "django.http.HttpResponseRedirect": {"bases": ("django.http.HttpResponse",)},
            "django.http.HttpResponsePermanentRedirect": {"bases": ("django.http.HttpResponse",)},
            "django.http.HttpResponseNotFound": {"bases": ("django.http.HttpResponse",)},
            "django.http.HttpResponseForbidden": {"bases": ("django.http.HttpResponse",)},
            "django.http.HttpResponseBadRequest": {"bases": ("django.http.HttpResponse",)},
            "django.http.HttpResponseNotAllowed": {"bases": ("django.http.HttpResponse",)},
            "django.http.HttpResponseGone": {"bases": ("django.http.HttpResponse",)},
            "django.http.HttpResponseNotModified": {"bases": ("django.http.HttpResponse",)},
            "django.http.HttpResponseServerError": {"bases": ("django.http.HttpResponse",)},
            "django.http.JsonResponse": {"bases": ("django.http.HttpResponse",)},
            "django.http.StreamingHttpResponse": {"pure": "getvalue close"},
            "django.http.multipartparser.MultiPartParser": {"methods": {"file": "parse"}},
            "django.http.FileResponse": {"bases": ("django.http.StreamingHttpResponse",)},
        },
        "aliases": {
            "django.http.request.HttpRequest": "django.http.HttpRequest",
            "django.http.response.HttpResponse": "django.http.HttpResponse",
            "django.http.response.HttpResponseRedirect": "django.http.HttpResponseRedirect",
            "django.http.response.HttpResponsePermanentRedirect": "django.http.HttpResponsePermanentRedirect",
            "django.http.response.HttpResponseNotFound": "django.http.HttpResponseNotFound",
            "django.http.response.HttpResponseForbidden": "django.http.HttpResponseForbidden",
            "django.http.response.HttpResponseBadRequest": "django.http.HttpResponseBadRequest",
            "django.http.response.HttpResponseNotAllowed": "django.http.HttpResponseNotAllowed",
            "django.http.response.HttpResponseServerError": "django.http.HttpResponseServerError",
            "django.http.response.JsonResponse": "django.http.JsonResponse",
            "django.http.response.StreamingHttpResponse": "django.http.StreamingHttpResponse",
            "django.http.response.FileResponse": "django.http.FileResponse",
        },
    },
    {
        "name": "Django",
        "roots": ("django.test",),
        "source": "https://docs.djangoproject.com/en/stable/topics/testing/tools/#testing-asynchronous-code",
        "instead": "await the asynchronous client: `await self.async_client.get(...)`",
        "classes": {
            "django.test.client.Client": {
                "methods": {
                    "query": "login force_login logout",
                    "service": "get post head options put patch delete trace request",
                },
                "coroutines": "alogin aforce_login alogout",
                "reads": {"query": "session"},
            },
            "django.test.client.AsyncClient": {
                "bases": ("django.test.client.Client",),
                "coroutines": "get post head options put patch delete trace request",
            },
            "django.test.testcases.SimpleTestCase": {
                "attributes": {
                    "client": "django.test.client.Client",
                    "async_client": "django.test.client.AsyncClient",
                },
            },
            "django.test.testcases.TransactionTestCase": {"bases": ("django.test.testcases.SimpleTestCase",)},
            "django.test.testcases.TestCase": {"bases": ("django.test.testcases.TransactionTestCase",)},
            "django.test.testcases.LiveServerTestCase": {"bases": ("django.test.testcases.TransactionTestCase",)},
        },
        "aliases": {
            "django.test.Client": "django.test.client.Client",
            "django.test.AsyncClient": "django.test.client.AsyncClient",
            "django.test.TransactionTestCase": "django.test.testcases.TransactionTestCase",
            "django.test.TestCase": "django.test.testcases.TestCase",
            "django.test.LiveServerTestCase": "django.test.testcases.LiveServerTestCase",
        },
    },
    {
        "name": "Django",
        "roots": ("django.tasks",),
        "since": "6.0",
        "source": "https://docs.djangoproject.com/en/stable/topics/tasks/",
        "instead": "await the asynchronous form: `await task.aenqueue(...)`",
        "classes": {
            "django.tasks.Task": {
                "methods": {"service": "enqueue get_result"},
                "pure": "using name",
                "coroutines": "aenqueue aget_result acall",
                "returns": {"enqueue": "django.tasks.TaskResult", "get_result": "django.tasks.TaskResult"},
            },
            "django.tasks.TaskResult": {"methods": {"service": "refresh"}, "coroutines": "arefresh"},
        },
        "twins": {
            "django.tasks.Task.enqueue": ("aenqueue", "6.0"),
            "django.tasks.Task.get_result": ("aget_result", "6.0"),
            "django.tasks.TaskResult.refresh": ("arefresh", "6.0"),
        },
        "aliases": {
            "django.tasks.base.Task": "django.tasks.Task",
            "django.tasks.base.TaskResult": "django.tasks.TaskResult",
        },
    },
)

SETTINGS = "django.conf.settings"
INSTANCES: dict[str, str] = {
    "django.core.files.storage.default_storage": "django.core.files.storage.Storage",
    "django.contrib.staticfiles.storage.staticfiles_storage": "django.contrib.staticfiles.storage.StaticFilesStorage",
    "django.db.connection": "django.db.backends.base.base.BaseDatabaseWrapper",
}
"""Variables of Django that hold an instance -> its class."""

MAPPINGS: dict[str, str] = {
    "django.core.files.storage.storages": "django.core.files.storage.Storage",
    "django.core.mail.mailers": "django.core.mail.backends.base.BaseEmailBackend",
    "django.core.cache.caches": "django.core.cache.backends.base.BaseCache",
    "django.db.connections": "django.db.backends.base.base.BaseDatabaseWrapper",
    "django.template.engines": "django.template.backends.base.BaseEngine",
}
"""Variables of Django that are subscripted with an alias -> class of what that gives."""

SMALL_CACHES: frozenset[str] = frozenset(
    {
        "django.core.cache.backends.locmem.LocMemCache",
        "django.core.cache.backends.dummy.DummyCache",
    }
)
"""Cache backends that stay in this process's memory."""

DATABASE_CACHES: frozenset[str] = frozenset({"django.core.cache.backends.db.DatabaseCache"})
"""Cache backends that ask the database, and so raise on the loop."""

BLOCKING_CACHES: frozenset[str] = frozenset(
    {
        "django.core.cache.backends.filebased.FileBasedCache",
        "django.core.cache.backends.memcached.BaseMemcachedCache",
        "django.core.cache.backends.memcached.PyLibMCCache",
        "django.core.cache.backends.memcached.PyMemcacheCache",
        "django.core.cache.backends.redis.RedisCache",
        "diskcache.DjangoCache",
        "django_bmemcached.memcached.BMemcached",
        "django_prometheus.cache.backends.filebased.FileBasedCache",
        "django_prometheus.cache.backends.memcached.PyLibMCCache",
        "django_prometheus.cache.backends.memcached.PyMemcacheCache",
        "django_prometheus.cache.backends.redis.NativeRedisCache",
        "django_prometheus.cache.backends.redis.RedisCache",
        "django_redis.cache.RedisCache",
        "redis_cache.RedisCache",
    }
)
"""Cache backends that read files or ask a server. The `a...` methods of every backend run these in a thread."""

FILE_MAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
"""Makes its folder when it is made."""

SMALL_MAIL_BACKENDS: frozenset[str] = frozenset(
    {
        "django.core.mail.backends.console.EmailBackend",
        "django.core.mail.backends.dummy.EmailBackend",
        "django.core.mail.backends.locmem.EmailBackend",
    }
)
"""`EMAIL_BACKEND` values with which sending mail does not block."""

SESSION_ENGINES: dict[str, str] = {
    "django.contrib.sessions.backends.db": "query",
    "django.contrib.sessions.backends.cached_db": "query",
    "django.contrib.sessions.backends.cache": "cache",
    "django.contrib.sessions.backends.file": "file",
    "django.contrib.sessions.backends.signed_cookies": "",
}
"""`SESSION_ENGINE` -> effect of the first access to a session; without the setting it is the database one."""

VIEW_CLASSES: frozenset[str] = frozenset(
    {
        "django.views.generic.base.View",
        "django.views.generic.base.TemplateView",
        "django.views.generic.base.RedirectView",
        "django.views.generic.detail.DetailView",
        "django.views.generic.list.ListView",
        "django.views.generic.edit.FormView",
        "django.views.generic.edit.CreateView",
        "django.views.generic.edit.UpdateView",
        "django.views.generic.edit.DeleteView",
        "django.views.generic.dates.ArchiveIndexView",
        "django.views.generic.dates.DateDetailView",
        "django.views.generic.dates.DayArchiveView",
        "django.views.generic.dates.MonthArchiveView",
        "django.views.generic.dates.TodayArchiveView",
        "django.views.generic.dates.WeekArchiveView",
        "django.views.generic.dates.YearArchiveView",
        "django.contrib.auth.views.LoginView",
        "django.contrib.auth.views.LogoutView",
        "django.contrib.auth.views.PasswordChangeView",
        "django.contrib.auth.views.PasswordResetView",
        "rest_framework.views.APIView",
        "rest_framework.generics.GenericAPIView",
        "rest_framework.viewsets.ViewSet",
        "rest_framework.viewsets.GenericViewSet",
        "rest_framework.viewsets.ModelViewSet",
        "adrf.views.APIView",
        "adrf.generics.GenericAPIView",
        "adrf.viewsets.ViewSet",
    }
)
"""Base classes of class-based views: a subclass's methods named after HTTP verbs are views."""

VIEW = "django.views.generic.base.View"
VIEW_HOOKS: tuple[str, ...] = ("dispatch", "setup", "http_method_not_allowed", "test_func", "has_permission")
"""Synchronous methods of a view that run on the loop when its handlers are coroutine functions."""

HTTP_METHODS: tuple[str, ...] = ("get", "post", "put", "patch", "delete", "head", "options", "trace")

LAZY_ON_REQUEST: dict[str, tuple[str, str]] = {"HttpRequest.user": ("auser", "5.0")}
"""What a request fetches on its first use -> the coroutine that fetches it, and the release that brought it."""

FETCHES_ON_REQUEST: dict[str, tuple[str, ...]] = {
    "django.http.HttpRequest.auser": ("session",),
    "django.contrib.auth.aget_user": ("session",),
    "django.contrib.auth.get_user": ("session",),
    "django.contrib.auth.alogin": ("session", "user"),
    "django.contrib.auth.login": ("session", "user"),
    "django.contrib.auth.alogout": ("session", "user"),
    "django.contrib.auth.logout": ("session", "user"),
}
"""Calls after which the session or the user of the request is in memory; `auser` leaves `request.user` lazy."""

OTHER_REQUESTS: frozenset[str] = frozenset(
    {
        "aiohttp",
        "adrf",
        "blacksheep",
        "fastapi",
        "litestar",
        "ninja",
        "ninja_extra",
        "quart",
        "rest_framework",
        "sanic",
        "starlette",
        "tornado",
    }
)
"""Packages whose handlers get requests of their own, or whose authentication sets `request.user` itself."""

REQUEST = "django.http.HttpRequest"
ANONYMOUS_USER = "django.contrib.auth.models.AnonymousUser"
AUTHENTICATION_MIDDLEWARE = "django.contrib.auth.middleware.AuthenticationMiddleware"

SESSION_READS: frozenset[str] = frozenset(
    {
        "get",
        "pop",
        "setdefault",
        "update",
        "has_key",
        "keys",
        "values",
        "items",
        "set_expiry",
        "get_expiry_age",
        "get_expiry_date",
        "get_expire_at_browser_close",
        "set_test_cookie",
        "test_cookie_worked",
        "delete_test_cookie",
        "__getitem__",
        "__setitem__",
        "__delitem__",
        "__contains__",
    }
)
"""Methods of a session that only need its data in memory."""

PAGINATOR = "django.core.paginator.Paginator"
PAGE = "django.core.paginator.Page"
ASYNC_PAGINATOR = "django.core.paginator.AsyncPaginator"
RENDERERS: frozenset[str] = frozenset(
    {
        "django.shortcuts.render",
        "django.template.loader.render_to_string",
        "django.template.response.TemplateResponse",
        "django.template.response.SimpleTemplateResponse",
    }
)
"""What makes text of a context that it is given."""

SENDS_ARGUMENTS: frozenset[str] = frozenset(
    {
        "django.http.HttpResponseRedirect",
        "django.http.HttpResponsePermanentRedirect",
        "django.http.HttpResponseNotFound",
        "django.http.HttpResponseForbidden",
        "django.http.HttpResponseBadRequest",
        "django.http.HttpResponseNotAllowed",
        "django.http.HttpResponseGone",
        "django.http.HttpResponseServerError",
        "django.shortcuts.redirect",
        "django.http.HttpResponse.write",
        "django.http.HttpResponse.writelines",
        "django.http.HttpResponse.__setitem__",
        "django.utils.html.format_html",
        "django.utils.html.escape",
        "django.utils.html.conditional_escape",
        "django.utils.html.strip_tags",
        "django.utils.html.linebreaks",
        "django.utils.html.json_script",
        "django.utils.safestring.mark_safe",
        "django.utils.text.slugify",
        "django.utils.encoding.force_str",
        "django.contrib.sessions.backends.base.SessionBase.__setitem__",
        "django.core.cache.cache.set",
        "django.core.cache.cache.aset",
        "django.core.cache.cache.add",
        "django.core.cache.cache.aadd",
        "django.core.cache.backends.base.BaseCache.set",
        "django.core.cache.backends.base.BaseCache.aset",
        "django.core.cache.backends.base.BaseCache.add",
        "django.core.cache.backends.base.BaseCache.aadd",
        "channels.generic.websocket.WebsocketConsumer.send",
        "channels.generic.websocket.JsonWebsocketConsumer.send_json",
        "channels.generic.websocket.AsyncWebsocketConsumer.send",
        "channels.generic.websocket.AsyncJsonWebsocketConsumer.send_json",
    }
)
"""What makes text or bytes of its arguments, beside `SERIALISERS`: to send them, to show them or to keep them."""

SERIALISER_CLASSES: tuple[str, ...] = (
    "rest_framework.serializers.BaseSerializer",
    "rest_framework.serializers.Serializer",
    "rest_framework.serializers.ModelSerializer",
    "rest_framework.serializers.HyperlinkedModelSerializer",
    "rest_framework.serializers.ListSerializer",
    "adrf.serializers.Serializer",
    "adrf.serializers.ModelSerializer",
)
"""Classes whose instances read the attributes of what they are made with."""

SERIALISERS: frozenset[str] = frozenset(
    {
        "django.http.JsonResponse",
        "django.http.HttpResponse",
        "django.http.response.JsonResponse",
        "django.http.response.HttpResponse",
        "json.dumps",
        "rest_framework.response.Response",
    }
)
"""What makes text of the values that it is given."""

FORMSET_FACTORIES: dict[str, str] = {
    "django.forms.modelformset_factory": "django.forms.BaseModelFormSet",
    "django.forms.models.modelformset_factory": "django.forms.BaseModelFormSet",
    "django.forms.inlineformset_factory": "django.forms.BaseInlineFormSet",
    "django.forms.models.inlineformset_factory": "django.forms.BaseInlineFormSet",
}
"""Functions that make a class of formsets -> its base."""

COUNTING: frozenset[str] = frozenset({"count", "num_pages", "page_range"})
"""What of a paginator counts the rows; the count is kept."""

ASYNC_PAGINATOR_SINCE = "6.0"
OF_ASYNC_PAGINATOR: dict[str, str] = {
    "page": "apage",
    "get_page": "aget_page",
    "count": "acount",
    "num_pages": "anum_pages",
    "page_range": "apage_range",
}
"""What of a paginator counts the rows -> the coroutine of `AsyncPaginator` that does, read in the source of 6.0."""

PAGES: dict[tuple[str, str], str] = {
    ("django.core.paginator.Paginator", "page"): "django.core.paginator.Page",
    ("django.core.paginator.Paginator", "get_page"): "django.core.paginator.Page",
}
"""Methods of a paginator that give a page; of a queryset they count the rows."""

GENERIC_HANDLERS: dict[str, str] = {
    "django.views.generic.detail.DetailView": "get_object",
    "django.views.generic.edit.UpdateView": "get_object",
    "django.views.generic.edit.DeleteView": "get_object",
    "django.views.generic.list.ListView": "paginate_by",
}
"""Generic views whose own `get` asks the database: unless `get_object` is overridden, or where `paginate_by` is set."""

GENERIC_HOOKS: tuple[str, ...] = ("get_queryset", "get_object", "get_context_data")
"""What the handlers of generic views call of the project."""

GENERIC_OPTIONS: tuple[str, ...] = ("queryset", "model", "paginate_by", "allow_empty")
"""Attributes of a class that its generic view's handlers read."""

GENERIC_ROWS: tuple[str, ...] = (
    "django.views.generic.detail.SingleObjectMixin",
    "django.views.generic.list.MultipleObjectMixin",
)
"""Classes whose `get_queryset` gives `queryset` or the rows of `model`, and `get_object` one of those."""

TEMPLATE_VIEW = "django.views.generic.base.TemplateResponseMixin"
"""The class whose `render_to_response` makes text of the context that it is given."""

REST_VIEW = "rest_framework.generics.GenericAPIView"
"""The generic view of REST framework, whose `get_queryset` gives `queryset` and whose `get_serializer` makes a
`serializer_class`."""

GENERIC_FORMS: tuple[str, ...] = ("django.views.generic.edit.FormMixin",)
"""Classes whose `get_form` makes an instance of `form_class`."""

DECORATORS_AT_HAND = frozenset({
    "adrf", "asgiref", "channels", "corsheaders", "csp", "django", "django_ratelimit", "drf_spectacular", "drf_yasg", "ninja",
    "ninja_extra", "ratelimit", "rest_framework", "strawberry", "strawberry_django",
})  # fmt: skip
"""Packages whose decorators leave `request.user` and `request.session` as Django's middleware made them, or are told of
elsewhere. Source: https://docs.djangoproject.com/en/stable/topics/http/decorators/ and the documentation of each"""
