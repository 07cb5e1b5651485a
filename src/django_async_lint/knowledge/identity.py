"""Who a user is by other people's services, signatures under documents, and keepers of secrets; `security` has what is computed here. Literal tables only."""

LIBRARIES = (
    {
        "name": "pysaml2",
        "roots": ("saml2",),
        "source": "https://pysaml2.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "saml2.client_base.Base": {
                "methods": {"subprocess": "parse_authn_request_response"},
                "pure": "create_authn_request",
            },
            "saml2.client.Saml2Client": {
                "bases": ("saml2.client_base.Base",),
                "methods": {
                    "http": "global_logout do_logout do_attribute_query handle_logout_request",
                },
                "pure": "local_logout is_logged_in",
            },
        },
    },
    {
        "name": "social-auth-core",
        "roots": ("social_core",),
        "source": "https://python-social-auth.readthedocs.io/en/latest/",
        "older": """social_core.backends.base.BaseAuth.user_data social_core.backends.base.BaseAuth.auth_complete
            social_core.backends.base.BaseAuth.do_auth social_core.backends.base.BaseAuth.refresh_token
            social_core.backends.base.BaseAuth.revoke_token social_core.backends.base.BaseAuth.get_scope
            social_core.backends.oauth.BaseOAuth2.access_token""",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "social_core.backends.base.BaseAuth": {
                "methods": {
                    "http": "complete auth_complete do_auth user_data refresh_token revoke_token get_json request",
                },
                "pure": "auth_url get_scope setting",
            },
            "social_core.backends.oauth.BaseOAuth2": {
                "bases": ("social_core.backends.base.BaseAuth",),
                "methods": {"http": "access_token request_access_token get_access_token"},
            },
            "social_core.backends.google.GoogleOAuth2": {
                "bases": ("social_core.backends.oauth.BaseOAuth2",),
            },
            "social_core.backends.facebook.FacebookOAuth2": {
                "bases": ("social_core.backends.oauth.BaseOAuth2",),
            },
            "social_core.backends.github.GithubOAuth2": {
                "bases": ("social_core.backends.oauth.BaseOAuth2",),
            },
            "social_core.backends.apple.AppleIdAuth": {
                "bases": ("social_core.backends.oauth.BaseOAuth2",),
            },
        },
    },
    {
        "name": "workos",
        "roots": ("workos",),
        "source": "https://workos.com/docs/reference",
        "older": """workos.WorkOSClient.user_management.get_logout_url workos.client.WorkOSClient
            workos.async_client.AsyncClient""",
        "instead": "use `workos.AsyncWorkOSClient`",
        "classes": {
            "workos.WorkOSClient": {
                "methods": {
                    "sdk": """user_management.get_user user_management.list_users user_management.create_user
                        user_management.update_user user_management.delete_user
                        user_management.authenticate_with_code user_management.authenticate_with_refresh_token
                        user_management.authenticate_with_password sso.get_profile_and_token sso.get_profile
                        sso.list_connections organizations.get_organization organizations.create_organization
                        organizations.list_organizations directory_sync.list_users audit_logs.create_event""",
                },
                "pure": """sso.get_authorization_url user_management.get_authorization_url user_management.get_logout_url""",
            },
            "workos.AsyncWorkOSClient": {
                "async": True,
                "coroutines": """user_management.get_user user_management.list_users user_management.create_user
                    user_management.update_user user_management.delete_user user_management.authenticate_with_code
                    sso.get_profile_and_token sso.get_profile organizations.get_organization
                    organizations.create_organization organizations.list_organizations""",
            },
        },
        "aliases": {
            "workos.client.WorkOSClient": "workos.WorkOSClient",
            "workos.async_client.AsyncClient": "workos.AsyncWorkOSClient",
        },
    },
    {
        "name": "clerk-backend-api",
        "roots": ("clerk_backend_api",),
        "source": "https://github.com/clerk/clerk-sdk-python",
        "instead": "use the client's `..._async` methods",
        "classes": {
            "clerk_backend_api.Clerk": {
                "methods": {
                    "sdk": """users.list users.get users.create users.update users.delete users.ban users.count
                        users.update_metadata organizations.list organizations.get organizations.create
                        sessions.list sessions.get sessions.revoke invitations.create email_addresses.get""",
                },
                "coroutines": """users.list_async users.get_async users.create_async users.update_async
                    users.delete_async organizations.list_async organizations.get_async sessions.list_async
                    sessions.get_async sessions.revoke_async""",
            },
        },
    },
    {
        "name": "stytch",
        "roots": ("stytch",),
        "source": "https://stytch.com/docs/api",
        "instead": "use the client's `..._async` methods",
        "classes": {
            "stytch.Client": {
                "methods": {
                    "sdk": """magic_links.authenticate magic_links.create magic_links.email.send
                        magic_links.email.login_or_create otps.authenticate otps.sms.send otps.email.send
                        sessions.authenticate sessions.get sessions.revoke sessions.authenticate_jwt users.get
                        users.create users.update users.delete users.search passwords.authenticate passwords.create
                        oauth.authenticate totps.authenticate""",
                },
                "coroutines": """magic_links.authenticate_async magic_links.create_async magic_links.email.send_async
                    otps.authenticate_async sessions.authenticate_async sessions.revoke_async users.get_async
                    users.create_async passwords.authenticate_async""",
            },
        },
        "aliases": {"stytch.consumer.client.Client": "stytch.Client"},
    },
    {
        "name": "descope",
        "roots": ("descope",),
        "source": "https://docs.descope.com/getting-started/django",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "descope.DescopeClient": {
                "methods": {
                    "sdk": """magiclink.verify magiclink.sign_in magiclink.sign_up magiclink.sign_up_or_in otp.sign_in
                        otp.sign_up otp.verify_code oauth.start oauth.exchange_token saml.start saml.exchange_token
                        password.sign_in password.sign_up me logout logout_all refresh_session
                        validate_and_refresh_session mgmt.user.create mgmt.user.load mgmt.user.update
                        mgmt.user.delete mgmt.user.search_all mgmt.tenant.create mgmt.tenant.load
                        exchange_access_key""",
                },
                "pure": "validate_permissions validate_roles get_matched_permissions",
            },
        },
    },
    {
        "name": "duo-client",
        "roots": ("duo_client",),
        "source": "https://duo.com/docs/authapi",
        "older": "duo_client.auth.Auth duo_client.admin.Admin",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "duo_client.Auth": {
                "methods": {"http": "ping check enroll enroll_status preauth auth auth_status"},
            },
            "duo_client.Admin": {
                "methods": {
                    "http": """get_users get_user_by_id get_users_by_name add_user update_user delete_user
                        get_authentication_log get_phones add_phone""",
                },
            },
        },
        "aliases": {
            "duo_client.auth.Auth": "duo_client.Auth",
            "duo_client.admin.Admin": "duo_client.Admin",
        },
    },
    {
        "name": "python-cas",
        "roots": ("cas",),
        "source": "https://github.com/python-cas/python-cas",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"cas.CASClient": "cas.CASClientV3"},
        "classes": {
            "cas.CASClientBase": {
                "methods": {"http": "verify_ticket"},
                "pure": "get_login_url get_logout_url get_proxy_url",
            },
            "cas.CASClientV2": {
                "bases": ("cas.CASClientBase",),
                "methods": {"http": "get_proxy_ticket get_verification_response"},
            },
            "cas.CASClientV3": {
                "bases": ("cas.CASClientV2",),
            },
        },
    },
    {
        "name": "dropbox-sign",
        "roots": ("dropbox_sign",),
        "source": "https://developers.hellosign.com/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "dropbox_sign.apis.SignatureRequestApi": {
                "methods": {
                    "sdk": """signature_request_send signature_request_send_with_template
                        signature_request_create_embedded signature_request_get signature_request_list
                        signature_request_cancel signature_request_files signature_request_remind""",
                },
            },
            "dropbox_sign.apis.EmbeddedApi": {
                "methods": {"sdk": "embedded_sign_url embedded_edit_url"},
            },
            "dropbox_sign.apis.TemplateApi": {
                "methods": {"sdk": "template_get template_list template_create"},
            },
        },
        "aliases": {"dropbox_sign.api.SignatureRequestApi": "dropbox_sign.apis.SignatureRequestApi"},
    },
    {
        "name": "infisicalsdk",
        "roots": ("infisical_sdk",),
        "source": "https://infisical.com/docs/sdks/languages/python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "infisical_sdk.InfisicalSDKClient": {
                "methods": {
                    "sdk": """secrets.list_secrets secrets.get_secret_by_name secrets.create_secret_by_name
                        secrets.update_secret_by_name secrets.delete_secret_by_name auth.universal_auth.login
                        kms.encrypt_data kms.decrypt_data""",
                },
            },
        },
    },
    {
        "name": "onepasswordconnectsdk",
        "roots": ("onepasswordconnectsdk",),
        "source": "https://github.com/1Password/connect-sdk-python",
        "instead": "use `new_client(..., is_async=True)`",
        "returns": {
            "onepasswordconnectsdk.client.new_client": "onepasswordconnectsdk.client.Client",
            "onepasswordconnectsdk.client.new_client_from_environment": "onepasswordconnectsdk.client.Client",
        },
        "classes": {
            "onepasswordconnectsdk.client.Client": {
                "methods": {
                    "http": """get_item get_items get_item_by_id get_item_by_title create_item update_item delete_item
                        get_vault get_vaults get_file get_file_content download_file""",
                },
            },
            "onepasswordconnectsdk.async_client.AsyncClient": {
                "async": True,
                "coroutines": """get_item get_items get_item_by_id get_item_by_title create_item update_item delete_item
                    get_vault get_vaults get_file_content""",
            },
        },
    },
    {
        "name": "oauth2client",
        "roots": ("oauth2client",),
        "source": "https://oauth2client.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": """oauth2client.client.flow_from_clientsecrets
                oauth2client.service_account.ServiceAccountCredentials.from_json_keyfile_name
                oauth2client.client.GoogleCredentials.from_stream""",
            "http": "oauth2client.client.verify_id_token",
        },
        "returns": {
            "oauth2client.service_account.ServiceAccountCredentials.from_json_keyfile_name": "oauth2client.client.OAuth2Credentials",
            "oauth2client.client.flow_from_clientsecrets": "oauth2client.client.OAuth2WebServerFlow",
        },
        "classes": {
            "oauth2client.client.OAuth2Credentials": {
                "methods": {"http": "refresh revoke get_access_token"},
                "pure": "to_json authorize",
            },
            "oauth2client.client.OAuth2WebServerFlow": {
                "methods": {"http": "step2_exchange"},
                "pure": "step1_get_authorize_url",
            },
        },
    },
)
