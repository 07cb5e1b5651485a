"""Text messages, chat rooms, mail and push by other people's services; `messaging` has the older half. Literal tables only."""

LIBRARIES = (
    {
        "name": "line-bot-sdk",
        "roots": ("linebot",),
        "source": "https://line-bot-sdk-python.readthedocs.io/en/stable/",
        "instead": "use `linebot.v3.messaging.AsyncMessagingApi`",
        "classes": {
            "linebot.LineBotApi": {
                "methods": {
                    "sdk": """reply_message push_message multicast broadcast narrowcast get_profile get_group_summary
                        get_group_member_profile get_room_member_profile get_message_content leave_group leave_room
                        get_rich_menu create_rich_menu delete_rich_menu link_rich_menu_to_user get_rich_menu_list
                        set_rich_menu_image set_default_rich_menu get_bot_info get_message_quota""",
                },
            },
            "linebot.AsyncLineBotApi": {
                "async": True,
                "coroutines": """reply_message push_message multicast broadcast narrowcast get_profile get_group_summary
                    get_message_content""",
            },
            "linebot.v3.messaging.MessagingApi": {
                "methods": {
                    "sdk": """reply_message push_message multicast broadcast narrowcast get_profile get_group_summary
                        get_group_member_profile show_loading_animation create_rich_menu delete_rich_menu
                        link_rich_menu_id_to_user get_rich_menu_list get_bot_info get_message_quota get_followers
                        reply_message_with_http_info push_message_with_http_info""",
                },
            },
            "linebot.v3.messaging.MessagingApiBlob": {
                "methods": {
                    "sdk": """get_message_content get_message_content_preview set_rich_menu_image get_rich_menu_image""",
                },
            },
            "linebot.v3.messaging.AsyncMessagingApi": {
                "async": True,
                "coroutines": """reply_message push_message multicast broadcast narrowcast get_profile get_group_summary""",
            },
        },
        "aliases": {
            "linebot.api.LineBotApi": "linebot.LineBotApi",
            "linebot.async_api.AsyncLineBotApi": "linebot.AsyncLineBotApi",
        },
    },
    {
        "name": "africastalking",
        "roots": ("africastalking",),
        "source": "https://developers.africastalking.com/docs/sms/overview",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": """africastalking.SMS.send africastalking.SMS.send_premium africastalking.SMS.fetch_messages
                africastalking.Airtime.send africastalking.Voice.call africastalking.Voice.fetch_queued_calls
                africastalking.Application.fetch_application_data africastalking.Token.generate_auth_token
                africastalking.Whatsapp.send africastalking.MobileData.send""",
        },
        "dynamic": True,
    },
    {
        "name": "pubnub",
        "roots": ("pubnub",),
        "source": "https://www.pubnub.com/docs/sdks/python",
        "instead": "use `pubnub.pubnub_asyncio.PubNubAsyncio` and await `.future()`",
        "classes": {
            "pubnub.pubnub.PubNub": {
                "pure": "subscribe unsubscribe add_listener",
                "returns": {
                    "publish": "pubnub.endpoints.endpoint.Endpoint",
                    "signal": "pubnub.endpoints.endpoint.Endpoint",
                    "fire": "pubnub.endpoints.endpoint.Endpoint",
                    "here_now": "pubnub.endpoints.endpoint.Endpoint",
                    "where_now": "pubnub.endpoints.endpoint.Endpoint",
                    "time": "pubnub.endpoints.endpoint.Endpoint",
                    "history": "pubnub.endpoints.endpoint.Endpoint",
                    "fetch_messages": "pubnub.endpoints.endpoint.Endpoint",
                    "set_state": "pubnub.endpoints.endpoint.Endpoint",
                    "get_state": "pubnub.endpoints.endpoint.Endpoint",
                    "grant_token": "pubnub.endpoints.endpoint.Endpoint",
                    "message_counts": "pubnub.endpoints.endpoint.Endpoint",
                    "send_file": "pubnub.endpoints.endpoint.Endpoint",
                },
            },
            "pubnub.endpoints.endpoint.Endpoint": {
                "methods": {"sdk": "sync"},
                "coroutines": "future",
                "pure": "pn_async validate_params build_path",
                "returns": {"*": "pubnub.endpoints.endpoint.Endpoint"},
            },
            "pubnub.pubnub_asyncio.PubNubAsyncio": {
                "bases": ("pubnub.pubnub.PubNub",),
            },
        },
    },
    {
        "name": "apns2",
        "roots": ("apns2",),
        "source": "https://github.com/Pr0Ger/PyAPNs2",
        "instead": "use `aioapns`",
        "classes": {
            "apns2.client.APNsClient": {
                "methods": {
                    "sdk": """send_notification send_notification_batch send_notification_async get_notification_result
                        connect""",
                },
                "pure": "update_max_concurrent_streams",
            },
        },
    },
    {
        "name": "plivo",
        "roots": ("plivo",),
        "source": "https://www.plivo.com/docs/sdk/server/python-sdk/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "plivo.RestClient": {
                "methods": {
                    "sdk": """messages.create messages.get messages.list calls.create calls.get calls.list calls.hangup
                        calls.transfer numbers.list numbers.buy account.get applications.list verify_session.create
                        verify_session.validate""",
                },
            },
        },
    },
    {
        "name": "telnyx",
        "roots": ("telnyx",),
        "source": "https://developers.telnyx.com/development/sdk/python",
        "older": "telnyx.Message.create telnyx.Message.retrieve telnyx.Call.create telnyx.NumberLookup.retrieve",
        "instead": "use `telnyx.AsyncTelnyx`",
        "calls": {
            "sdk": "telnyx.Message.create telnyx.Message.retrieve telnyx.Call.create telnyx.NumberLookup.retrieve",
        },
        "classes": {
            "telnyx.Telnyx": {
                "methods": {
                    "sdk": """messages.send messages.retrieve calls.dial number_lookup.retrieve verifications.trigger_sms
                        balance.retrieve phone_numbers.list phone_numbers.retrieve""",
                },
            },
            "telnyx.AsyncTelnyx": {
                "async": True,
                "coroutines": "messages.send messages.retrieve calls.dial number_lookup.retrieve balance.retrieve",
            },
        },
        "aliases": {
            "telnyx.Client": "telnyx.Telnyx",
            "telnyx.AsyncClient": "telnyx.AsyncTelnyx",
        },
    },
    {
        "name": "signalwire",
        "roots": ("signalwire",),
        "source": "https://developer.signalwire.com/sdks/reference/python/",
        "older": """signalwire.rest.Client signalwire.rest.Client.messages.create signalwire.rest.Client.messages.list
            signalwire.rest.Client.calls.create signalwire.rest.Client.calls.list
            signalwire.rest.Client.incoming_phone_numbers.list signalwire.rest.Client.api.accounts.list""",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "signalwire.rest.Client": {
                "methods": {
                    "sdk": """messages.create messages.list calls.create calls.list incoming_phone_numbers.list
                        api.accounts.list""",
                },
            },
        },
    },
    {
        "name": "sinch",
        "roots": ("sinch",),
        "source": "https://developers.sinch.com/docs/sms/sdks/python/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "sinch.SinchClient": {
                "methods": {
                    "sdk": """sms.batches.send sms.batches.list sms.batches.get sms.delivery_reports.list
                        number_lookup.lookup""",
                },
            },
        },
    },
    {
        "name": "aliyun-python-sdk-core",
        "roots": ("aliyunsdkcore",),
        "source": "https://www.alibabacloud.com/help/en/sdk/developer-reference/v1-python-integrated-sdk",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "aliyunsdkcore.client.AcsClient": {
                "methods": {
                    "sdk": "do_action_with_exception get_response implementation_of_do_action do_action",
                },
                "pure": "set_max_retry_num add_endpoint get_region_id get_access_key",
            },
        },
    },
    {
        "name": "zulip",
        "roots": ("zulip",),
        "source": "https://zulip.com/api/running-bots",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"sdk": "zulip.Client"},
        "classes": {
            "zulip.Client": {
                "methods": {
                    "sdk": """send_message update_message get_messages call_endpoint get_members get_profile upload_file
                        add_reaction get_stream_id get_streams add_subscriptions register delete_message
                        render_message get_events call_on_each_event call_on_each_message""",
                },
            },
        },
    },
    {
        "name": "webexteamssdk",
        "roots": ("webexteamssdk",),
        "source": "https://webexteamssdk.readthedocs.io/en/latest/user/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "webexteamssdk.WebexTeamsAPI": {
                "methods": {
                    "sdk": """messages.create messages.get messages.delete people.me people.get rooms.create rooms.get
                        rooms.delete memberships.create memberships.delete webhooks.create webhooks.delete""",
                },
            },
        },
    },
    {
        "name": "knockapi",
        "roots": ("knockapi",),
        "source": "https://docs.knock.app/sdks/python/overview",
        "instead": "use `knockapi.AsyncKnock`",
        "classes": {
            "knockapi.Knock": {
                "methods": {
                    "sdk": """workflows.trigger workflows.cancel users.get users.update users.delete users.list
                        messages.list messages.get objects.set objects.get tenants.set""",
                },
            },
            "knockapi.AsyncKnock": {
                "async": True,
                "coroutines": """workflows.trigger workflows.cancel users.get users.update users.delete messages.get
                    objects.set objects.get tenants.set""",
            },
        },
        "aliases": {
            "knockapi.Client": "knockapi.Knock",
            "knockapi.AsyncClient": "knockapi.AsyncKnock",
        },
    },
    {
        "name": "trycourier",
        "roots": ("courier",),
        "source": "https://www.courier.com/docs/sdk-libraries/python",
        "instead": "use `courier.AsyncCourier`",
        "classes": {
            "courier.Courier": {
                "methods": {
                    "sdk": """send.message messages.retrieve messages.list messages.cancel profiles.create
                        profiles.retrieve profiles.update lists.list""",
                },
            },
            "courier.AsyncCourier": {
                "async": True,
                "coroutines": """send.message messages.retrieve messages.list messages.cancel profiles.create
                    profiles.retrieve profiles.update""",
            },
        },
    },
    {
        "name": "mailersend",
        "roots": ("mailersend",),
        "source": "https://developers.mailersend.com/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "mailersend.MailerSendClient": {
                "methods": {
                    "sdk": """emails.send emails.send_bulk messages.list_messages messages.get_message sms_sending.send
                        domains.list_domains recipients.list_recipients""",
                },
            },
        },
    },
    {
        "name": "brevo-python",
        "roots": (
            "brevo",
            "brevo_python",
        ),
        "source": "https://developers.brevo.com/docs/api-clients/python",
        "older": """brevo_python.TransactionalEmailsApi brevo_python.TransactionalEmailsApi.send_transac_email
            brevo_python.TransactionalEmailsApi.get_transac_emails_list
            brevo_python.TransactionalEmailsApi.get_smtp_templates
            brevo_python.TransactionalEmailsApi.get_transac_email_content brevo_python.ContactsApi
            brevo_python.ContactsApi.create_contact brevo_python.ContactsApi.update_contact
            brevo_python.ContactsApi.get_contact_info brevo_python.ContactsApi.delete_contact
            brevo_python.ContactsApi.get_contacts brevo_python.TransactionalSMSApi
            brevo_python.TransactionalSMSApi.send_transac_sms""",
        "instead": "use `brevo.AsyncBrevo`",
        "classes": {
            "brevo_python.TransactionalEmailsApi": {
                "methods": {
                    "sdk": """send_transac_email get_transac_emails_list get_smtp_templates get_transac_email_content""",
                },
            },
            "brevo_python.ContactsApi": {
                "methods": {
                    "sdk": "create_contact update_contact get_contact_info delete_contact get_contacts",
                },
            },
            "brevo_python.TransactionalSMSApi": {
                "methods": {"sdk": "send_transac_sms"},
            },
            "brevo.Brevo": {
                "methods": {
                    "sdk": """transactional_emails.send_transac_email contacts.create_contact contacts.update_contact
                        contacts.get_contact_info contacts.delete_contact""",
                },
            },
            "brevo.AsyncBrevo": {
                "async": True,
                "coroutines": """transactional_emails.send_transac_email contacts.create_contact contacts.update_contact
                    contacts.get_contact_info""",
            },
        },
    },
    {
        "name": "mailgun",
        "roots": ("mailgun",),
        "source": "https://github.com/mailgun/mailgun-python",
        "instead": "use `mailgun.client.AsyncClient`",
        "classes": {
            "mailgun.client.Client": {
                "methods": {
                    "sdk": """ping messages.create messages.get domains.get domains.create events.get bounces.get
                        suppressions.get routes.create lists.create lists_members.create templates.create
                        webhooks.create""",
                },
            },
            "mailgun.client.AsyncClient": {
                "async": True,
                "coroutines": "ping aclose messages.create messages.get domains.get domains.create events.get",
            },
        },
        "dynamic": True,
    },
    {
        "name": "klaviyo-api",
        "roots": ("klaviyo_api",),
        "source": "https://github.com/klaviyo/klaviyo-api-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "klaviyo_api.KlaviyoAPI": {
                "methods": {
                    "sdk": """Profiles.create_profile Profiles.get_profile Profiles.get_profiles Profiles.update_profile
                        Profiles.create_or_update_profile Events.create_event Events.get_events Lists.get_lists
                        Lists.get_list Profiles.bulk_subscribe_profiles Campaigns.get_campaigns Metrics.get_metrics
                        Templates.get_templates""",
                },
            },
        },
        "dynamic": True,
    },
    {
        "name": "customerio",
        "roots": ("customerio",),
        "source": "https://github.com/customerio/customerio-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "customerio.CustomerIO": {
                "methods": {
                    "sdk": """identify track track_anonymous pageview backfill delete add_device delete_device suppress
                        unsuppress merge_customers""",
                },
                "pure": "get_customer_query_string get_event_query_string",
            },
            "customerio.APIClient": {
                "methods": {"sdk": "send_email send_push send_sms"},
            },
        },
    },
    {
        "name": "novu",
        "roots": ("novu",),
        "source": "https://github.com/novuhq/novu-python",
        "older": """novu.api.EventApi novu.api.EventApi.trigger novu.api.EventApi.trigger_bulk
            novu.api.EventApi.broadcast novu.api.EventApi.delete novu.api.SubscriberApi
            novu.api.SubscriberApi.create novu.api.SubscriberApi.put novu.api.SubscriberApi.get
            novu.api.SubscriberApi.delete novu.api.SubscriberApi.list""",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "novu.api.EventApi": {
                "methods": {"sdk": "trigger trigger_bulk broadcast delete"},
            },
            "novu.api.SubscriberApi": {
                "methods": {"sdk": "create put get delete list"},
            },
        },
    },
    {
        "name": "O365",
        "roots": ("O365",),
        "source": "https://o365.github.io/python-o365/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "O365.Account": {
                "methods": {"sdk": "authenticate request_token"},
                "pure": "new_message",
                "returns": {
                    "mailbox": "O365.mailbox.MailBox",
                    "new_message": "O365.message.Message",
                },
            },
            "O365.mailbox.MailBox": {
                "methods": {"sdk": "get_message get_messages get_folders get_folder"},
                "returns": {
                    "new_message": "O365.message.Message",
                    "inbox_folder": "O365.mailbox.MailBox",
                },
            },
            "O365.message.Message": {
                "methods": {"sdk": "send delete move mark_as_read save_draft"},
            },
        },
    },
    {
        "name": "heyoo",
        "roots": ("heyoo",),
        "source": "https://github.com/Neurotech-HQ/heyoo",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "heyoo.WhatsApp": {
                "methods": {
                    "sdk": """send_message send_template send_image send_document send_audio send_video send_location
                        send_button mark_as_read upload_media query_media_url download_media""",
                },
                "pure": "preprocess get_message get_mobile get_name",
            },
        },
    },
    {
        "name": "yagmail",
        "roots": ("yagmail",),
        "source": "https://github.com/kootenpv/yagmail",
        "instead": "use `aiosmtplib`",
        "calls": {"sdk": "yagmail.raw"},
        "classes": {
            "yagmail.SMTP": {
                "methods": {"socket": "send login close"},
            },
        },
    },
    {
        "name": "imap-tools",
        "roots": ("imap_tools",),
        "source": "https://github.com/ikvk/imap_tools",
        "instead": "use `aioimaplib`",
        "calls": {
            "socket": "imap_tools.MailBox imap_tools.MailBoxUnencrypted imap_tools.MailBoxStartTls",
        },
        "classes": {
            "imap_tools.BaseMailBox": {
                "methods": {
                    "socket": """login login_utf8 xoauth2 logout numbers uids expunge delete copy move flag append
                        folder.set folder.list folder.create folder.delete folder.status folder.exists idle.wait
                        idle.start idle.stop idle.poll""",
                },
                "returns": {
                    "fetch": "imap_tools.BaseMailBox.fetch()",
                    "login": "imap_tools.BaseMailBox",
                    "xoauth2": "imap_tools.BaseMailBox",
                },
            },
            "imap_tools.BaseMailBox.fetch()": {
                "iter": {"effect": "socket"},
            },
            "imap_tools.MailBox": {
                "bases": ("imap_tools.BaseMailBox",),
            },
            "imap_tools.MailBoxUnencrypted": {
                "bases": ("imap_tools.BaseMailBox",),
            },
            "imap_tools.MailBoxStartTls": {
                "bases": ("imap_tools.BaseMailBox",),
            },
        },
        "aliases": {
            "imap_tools.mailbox.MailBox": "imap_tools.MailBox",
            "imap_tools.mailbox.BaseMailBox": "imap_tools.BaseMailBox",
        },
    },
    {
        "name": "pywa",
        "roots": ("pywa",),
        "source": "https://pywa.readthedocs.io/en/latest/",
        "instead": "use `pywa_async.WhatsApp`",
        "classes": {
            "pywa.WhatsApp": {
                "methods": {
                    "http": """send_message send_image send_video send_document send_audio send_template send_reaction
                        send_location mark_message_as_read upload_media get_media_url download_media
                        get_business_profile update_business_profile create_template""",
                },
            },
        },
        "aliases": {"pywa.client.WhatsApp": "pywa.WhatsApp"},
    },
)
