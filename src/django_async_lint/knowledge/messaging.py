"""Mail, short messages, chat, bots and push notifications. Literal tables only."""

LIBRARIES = (
    {
        "name": "twilio",
        "roots": ("twilio",),
        "source": "https://www.twilio.com/docs/libraries/python/usage-guide",
        "instead": "use the `..._async` method with `twilio.http.async_http_client.AsyncTwilioHttpClient`",
        "classes": {
            "twilio.rest.Client": {
                "methods": {
                    "sdk": """request messages.create messages.list calls.create calls.list
                        incoming_phone_numbers.create incoming_phone_numbers.list conferences.list
                        recordings.list *.*.*.create *.*.*.list verify.services.create verify.services.list
                        available_phone_numbers.list tokens.create""",
                },
                "coroutines": "request_async messages.create_async messages.list_async calls.create_async",
                "returns": {
                    "messages": "twilio.rest.Client.messages()",
                    "calls": "twilio.rest.Client.messages()",
                    "verify.services": "twilio.rest.Client.verify.services()",
                    "verify.v2.services": "twilio.rest.Client.verify.services()",
                    "lookups.v2.phone_numbers": "twilio.rest.Client.messages()",
                    "lookups.v1.phone_numbers": "twilio.rest.Client.messages()",
                    "conversations.v1.conversations": "twilio.rest.Client.messages()",
                    "conversations.v1.services": "twilio.rest.Client.messages()",
                    "messaging.v1.services": "twilio.rest.Client.messages()",
                    "video.v1.rooms": "twilio.rest.Client.messages()",
                    "api.v2010.accounts": "twilio.rest.Client.messages()",
                    "api.accounts": "twilio.rest.Client.messages()",
                    "incoming_phone_numbers": "twilio.rest.Client.messages()",
                    "conferences": "twilio.rest.Client.messages()",
                    "recordings": "twilio.rest.Client.messages()",
                    "available_phone_numbers": "twilio.rest.Client.messages()",
                    "sync.v1.services": "twilio.rest.Client.messages()",
                    "messages.stream": "twilio.rest.Client.messages.stream()",
                    "calls.stream": "twilio.rest.Client.messages.stream()",
                },
            },
            "twilio.rest.Client.messages()": {
                "methods": {"sdk": "fetch update delete *.create *.list *.*.create *.*.list"},
                "coroutines": "fetch_async update_async delete_async",
            },
            "twilio.rest.Client.messages.stream()": {"iter": {"effect": "sdk"}},
            "twilio.rest.Client.verify.services()": {
                "methods": {"sdk": "fetch update delete verifications.create verification_checks.create"},
                "coroutines": "fetch_async verifications.create_async verification_checks.create_async",
            },
        },
    },
    {
        "name": "sendgrid",
        "roots": ("sendgrid",),
        "source": "https://github.com/sendgrid/sendgrid-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "sendgrid.SendGridAPIClient": {
                "methods": {
                    "sdk": """send client.*.get client.*.post client.*.put client.*.patch client.*.delete
                        client.*.*.get client.*.*.post client.*.*.put client.*.*.patch client.*.*.delete
                        client.*.*.*.get client.*.*.*.post""",
                },
            },
        },
        "aliases": {"sendgrid.sendgrid.SendGridAPIClient": "sendgrid.SendGridAPIClient"},
    },
    {
        "name": "mailchimp-marketing",
        "roots": ("mailchimp_marketing",),
        "source": "https://mailchimp.com/developer/marketing/api/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "mailchimp_marketing.Client": {
                "methods": {
                    "sdk": """ping.get lists.add_list_member lists.set_list_member lists.get_list_member
                        lists.update_list_member lists.delete_list_member lists.get_all_lists lists.get_list
                        lists.update_list_member_tags lists.batch_list_members campaigns.create campaigns.send
                        campaigns.list""",
                },
            },
        },
    },
    {
        "name": "mailchimp-transactional",
        "roots": ("mailchimp_transactional",),
        "source": "https://mailchimp.com/developer/transactional/api/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "mailchimp_transactional.Client": {
                "methods": {
                    "sdk": """messages.send messages.send_template messages.info users.ping templates.list
                        templates.render"""
                },
            },
        },
    },
    {
        "name": "mailjet-rest",
        "roots": ("mailjet_rest",),
        "source": "https://github.com/mailjet/mailjet-apiv3-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "mailjet_rest.Client": {"methods": {"sdk": "*.create *.get *.update *.delete"}},
        },
        "dynamic": True,
    },
    {
        "name": "postmarker",
        "roots": ("postmarker",),
        "source": "https://postmarker.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "dynamic": True,
        "classes": {
            "postmarker.core.PostmarkClient": {
                "methods": {"sdk": "call emails.send emails.send_batch emails.send_with_template"},
            },
        },
    },
    {
        "name": "resend",
        "roots": ("resend",),
        "source": "https://resend.com/docs/send-with-python",
        "instead": "use `await resend.Emails.send_async(...)`",
        "classes": {
            "resend.Emails": {
                "methods": {"sdk": "send get update cancel"},
                "coroutines": "send_async get_async update_async cancel_async",
            },
            "resend.Batch": {"methods": {"sdk": "send"}, "coroutines": "send_async"},
            "resend.Contacts": {"methods": {"sdk": "create get update remove list"}},
        },
    },
    {
        "name": "sib-api-v3-sdk",
        "roots": ("sib_api_v3_sdk",),
        "source": "https://developers.brevo.com/docs/api-clients",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "sib_api_v3_sdk.TransactionalEmailsApi": {
                "methods": {"sdk": "send_transac_email get_smtp_templates get_transac_email_content"},
            },
            "sib_api_v3_sdk.ContactsApi": {
                "methods": {"sdk": "create_contact update_contact get_contact_info delete_contact"}
            },
            "sib_api_v3_sdk.TransactionalSMSApi": {"methods": {"sdk": "send_transac_sms"}},
        },
    },
    {
        "name": "aiosmtplib",
        "roots": ("aiosmtplib",),
        "source": "https://aiosmtplib.readthedocs.io/en/stable/",
        "instead": "await it",
        "coroutines": "aiosmtplib.send",
        "classes": {
            "aiosmtplib.SMTP": {
                "async": True,
                "coroutines": "connect login starttls sendmail send_message quit ehlo noop",
            },
        },
    },
    {
        "name": "slack-sdk",
        "roots": ("slack_sdk",),
        "source": "https://docs.slack.dev/tools/python-slack-sdk/web",
        "instead": "use `slack_sdk.web.async_client.AsyncWebClient`",
        "advice": {
            "slack_sdk.WebhookClient.send": "use `slack_sdk.webhook.async_client.AsyncWebhookClient`",
            "slack_sdk.WebhookClient.send_dict": "use `slack_sdk.webhook.async_client.AsyncWebhookClient`",
        },
        "classes": {
            "slack_sdk.WebClient": {
                "methods": {
                    "sdk": """api_call auth_* chat_* conversations_* files_* users_* views_* reactions_* pins_* team_*
                        usergroups_* bots_* dialog_* emoji_* oauth_* reminders_* search_* admin_* api_test
                        apps_* bookmarks_* calls_* dnd_* stars_* workflows_*""",
                },
            },
            "slack_sdk.WebhookClient": {"methods": {"sdk": "send send_dict"}},
            "slack_sdk.web.async_client.AsyncWebClient": {
                "async": True,
                "coroutines": """api_call auth_test chat_postMessage chat_update chat_delete chat_postEphemeral
                    conversations_list conversations_info conversations_history conversations_open
                    conversations_members conversations_join conversations_create files_upload files_upload_v2
                    users_info users_list users_lookupByEmail views_open views_publish views_update reactions_add""",
            },
            "slack_sdk.webhook.async_client.AsyncWebhookClient": {
                "async": True,
                "coroutines": "send send_dict",
            },
        },
        "aliases": {
            "slack_sdk.web.WebClient": "slack_sdk.WebClient",
            "slack_sdk.web.client.WebClient": "slack_sdk.WebClient",
            "slack_sdk.webhook.WebhookClient": "slack_sdk.WebhookClient",
            "slack_sdk.webhook.client.WebhookClient": "slack_sdk.WebhookClient",
        },
    },
    {
        "name": "pyTelegramBotAPI",
        "roots": ("telebot",),
        "source": "https://pytba.readthedocs.io/en/latest/",
        "instead": "use `telebot.async_telebot.AsyncTeleBot`",
        "classes": {
            "telebot.TeleBot": {
                "methods": {
                    "sdk": """send_* reply_to edit_message_* delete_message delete_messages forward_message
                        forward_messages copy_message answer_* get_me get_file get_file_url download_file get_chat
                        get_chat_member get_chat_administrators get_chat_member_count get_updates set_webhook
                        delete_webhook get_webhook_info remove_webhook ban_chat_member unban_chat_member
                        restrict_chat_member pin_chat_message unpin_chat_message set_my_commands polling
                        infinity_polling leave_chat create_chat_invite_link create_invoice_link""",
                },
            },
            "telebot.async_telebot.AsyncTeleBot": {
                "async": True,
                "coroutines": """send_message send_photo send_document send_video send_audio send_voice send_sticker
                    send_location send_media_group send_chat_action send_invoice send_poll reply_to edit_message_text
                    edit_message_reply_markup edit_message_caption delete_message forward_message copy_message
                    answer_callback_query answer_inline_query get_me get_file download_file get_chat
                    get_chat_member set_webhook delete_webhook ban_chat_member polling infinity_polling
                    set_my_commands process_new_updates set_state delete_state get_state""",
            },
        },
    },
    {
        "name": "slack-bolt",
        "roots": ("slack_bolt",),
        "source": "https://docs.slack.dev/tools/bolt-python/concepts/async",
        "instead": "await it",
        "classes": {
            "slack_bolt.context.ack.async_ack.AsyncAck": {"async": True, "coroutines": "__call__"},
            "slack_bolt.context.say.async_say.AsyncSay": {"async": True, "coroutines": "__call__"},
            "slack_bolt.context.respond.async_respond.AsyncRespond": {"async": True, "coroutines": "__call__"},
        },
        "aliases": {
            "slack_bolt.async_app.AsyncAck": "slack_bolt.context.ack.async_ack.AsyncAck",
            "slack_bolt.async_app.AsyncSay": "slack_bolt.context.say.async_say.AsyncSay",
            "slack_bolt.async_app.AsyncRespond": "slack_bolt.context.respond.async_respond.AsyncRespond",
        },
    },
    {
        "name": "discord.py",
        "roots": ("discord",),
        "source": "https://discordpy.readthedocs.io/en/stable/api.html",
        "instead": "await it",
        "since": "2.0",
        "classes": {
            "discord.abc.Messageable": {
                "async": True,
                "coroutines": "send fetch_message",
                "returns": {"send": "discord.Message", "fetch_message": "discord.Message"},
            },
            "discord.TextChannel": {
                "bases": ("discord.abc.Messageable",),
                "coroutines": "edit delete clone purge delete_messages create_thread create_webhook create_invite",
                "returns": {"create_thread": "discord.Thread", "create_webhook": "discord.Webhook"},
            },
            "discord.DMChannel": {"bases": ("discord.abc.Messageable",)},
            "discord.VoiceChannel": {"bases": ("discord.abc.Messageable",), "coroutines": "edit delete clone connect"},
            "discord.Thread": {
                "bases": ("discord.abc.Messageable",),
                "coroutines": "edit delete join leave purge delete_messages add_user remove_user",
            },
            "discord.User": {"bases": ("discord.abc.Messageable",), "coroutines": "create_dm"},
            "discord.Member": {
                "bases": ("discord.abc.Messageable",),
                "coroutines": "ban unban kick edit timeout move_to add_roles remove_roles",
                "attributes": {"guild": "discord.Guild"},
            },
            "discord.Role": {"async": True, "coroutines": "edit delete"},
            "discord.Guild": {
                "async": True,
                "coroutines": """create_text_channel create_voice_channel create_category create_role leave edit
                    fetch_channels fetch_channel fetch_member fetch_ban fetch_roles kick ban unban chunk
                    query_members""",
                "pure": "get_channel get_member get_role get_thread get_member_named",
                "returns": {
                    "get_channel": "discord.TextChannel",
                    "fetch_channel": "discord.TextChannel",
                    "get_member": "discord.Member",
                    "get_member_named": "discord.Member",
                    "fetch_member": "discord.Member",
                    "get_role": "discord.Role",
                    "create_role": "discord.Role",
                    "create_text_channel": "discord.TextChannel",
                },
            },
            "discord.PartialMessage": {
                "async": True,
                "coroutines": """fetch delete edit publish pin unpin add_reaction remove_reaction clear_reaction
                    clear_reactions create_thread reply""",
                "returns": {"fetch": "discord.Message", "reply": "discord.Message", "create_thread": "discord.Thread"},
            },
            "discord.Message": {
                "bases": ("discord.PartialMessage",),
                "attributes": {
                    "author": "discord.Member",
                    "channel": "discord.TextChannel",
                    "guild": "discord.Guild",
                    "content": "builtins.str",
                },
            },
            "discord.Attachment": {"async": True, "coroutines": "save read to_file"},
            "discord.Webhook": {
                "async": True,
                "coroutines": "fetch delete edit send fetch_message edit_message delete_message",
                "returns": {"send": "discord.Message"},
            },
            "discord.SyncWebhook": {
                "methods": {"http": "send edit delete edit_message delete_message fetch_message fetch"},
                "returns": {"from_url": "discord.SyncWebhook", "partial": "discord.SyncWebhook"},
            },
            "discord.InteractionResponse": {
                "async": True,
                "coroutines": "defer pong send_message edit_message send_modal autocomplete",
                "pure": "is_done",
            },
            "discord.Interaction": {
                "async": True,
                "coroutines": "original_response edit_original_response delete_original_response",
                "attributes": {
                    "response": "discord.InteractionResponse",
                    "followup": "discord.Webhook",
                    "user": "discord.Member",
                    "channel": "discord.TextChannel",
                    "guild": "discord.Guild",
                    "message": "discord.Message",
                },
            },
            "discord.ext.commands.Context": {
                "bases": ("discord.abc.Messageable",),
                "coroutines": "invoke reinvoke send_help reply defer",
                "attributes": {
                    "author": "discord.Member",
                    "channel": "discord.TextChannel",
                    "guild": "discord.Guild",
                    "message": "discord.Message",
                    "bot": "discord.ext.commands.Bot",
                },
            },
            "discord.Client": {
                "async": True,
                "coroutines": """login connect close start wait_until_ready change_presence fetch_channel
                    fetch_user fetch_guild fetch_webhook application_info setup_hook""",
                "pure": "get_channel get_guild get_user get_all_channels get_all_members is_ready is_closed",
                "returns": {
                    "get_channel": "discord.TextChannel",
                    "fetch_channel": "discord.TextChannel",
                    "get_guild": "discord.Guild",
                    "fetch_guild": "discord.Guild",
                    "get_user": "discord.User",
                    "fetch_user": "discord.User",
                },
            },
            "discord.ext.commands.Bot": {
                "bases": ("discord.Client",),
                "coroutines": "get_context invoke process_commands is_owner get_prefix",
                "returns": {"get_context": "discord.ext.commands.Context"},
            },
            "discord.AutoShardedClient": {"bases": ("discord.Client",)},
            "discord.ext.commands.AutoShardedBot": {"bases": ("discord.ext.commands.Bot",)},
            "discord.ext.commands.Cog": {"async": True},
        },
        "aliases": {
            "discord.client.Client": "discord.Client",
            "discord.message.Message": "discord.Message",
            "discord.member.Member": "discord.Member",
            "discord.guild.Guild": "discord.Guild",
            "discord.interactions.Interaction": "discord.Interaction",
            "discord.channel.TextChannel": "discord.TextChannel",
            "discord.ext.commands.bot.Bot": "discord.ext.commands.Bot",
            "discord.ext.commands.context.Context": "discord.ext.commands.Context",
        },
    },
    {
        "name": "py-cord",
        "roots": ("discord",),
        "source": "https://docs.pycord.dev/en/stable/api/application_commands.html",
        "instead": "await it",
        "since": "2.0",
        "classes": {
            "discord.Bot": {"bases": ("discord.Client",)},
            "discord.ApplicationContext": {
                "bases": ("discord.abc.Messageable",),
                "coroutines": "respond delete defer edit send_modal send_response send_followup invoke trigger_typing",
                "attributes": {
                    "author": "discord.Member",
                    "user": "discord.Member",
                    "channel": "discord.TextChannel",
                    "guild": "discord.Guild",
                    "message": "discord.Message",
                    "bot": "discord.ext.commands.Bot",
                    "interaction": "discord.Interaction",
                    "response": "discord.InteractionResponse",
                    "followup": "discord.Webhook",
                },
            },
        },
        "aliases": {"discord.commands.ApplicationContext": "discord.ApplicationContext"},
    },
    {
        "name": "python-telegram-bot",
        "roots": ("telegram",),
        "source": "https://docs.python-telegram-bot.org/en/stable/telegram.bot.html",
        "instead": "await it",
        "since": "20.0",
        "classes": {
            "telegram.Bot": {
                "async": True,
                "coroutines": """send_message send_photo send_document send_video send_audio send_voice send_sticker
                    send_location send_media_group send_chat_action send_invoice send_poll send_animation send_dice
                    edit_message_text edit_message_reply_markup edit_message_caption edit_message_media
                    delete_message delete_messages forward_message copy_message answer_callback_query
                    answer_inline_query answer_pre_checkout_query get_me get_file get_chat get_chat_member
                    get_chat_administrators get_chat_member_count get_updates set_webhook delete_webhook
                    get_webhook_info ban_chat_member unban_chat_member restrict_chat_member pin_chat_message
                    unpin_chat_message set_my_commands leave_chat create_chat_invite_link initialize shutdown""",
            },
            "telegram.Message": {
                "async": True,
                "coroutines": """reply_text reply_html reply_markdown reply_markdown_v2 reply_photo reply_document
                    reply_video reply_audio reply_voice reply_sticker reply_location reply_media_group reply_invoice
                    reply_poll reply_animation reply_contact reply_dice reply_chat_action reply_copy edit_text
                    edit_caption edit_reply_markup edit_media delete forward copy pin unpin set_reaction""",
                "attributes": {"chat": "telegram.Chat", "from_user": "telegram.User"},
            },
            "telegram.CallbackQuery": {
                "async": True,
                "coroutines": """answer edit_message_text edit_message_caption edit_message_reply_markup
                    edit_message_media delete_message copy_message pin_message unpin_message""",
                "attributes": {"message": "telegram.Message", "from_user": "telegram.User"},
            },
            "telegram.InlineQuery": {"async": True, "coroutines": "answer"},
            "telegram.PreCheckoutQuery": {"async": True, "coroutines": "answer"},
            "telegram.ShippingQuery": {"async": True, "coroutines": "answer"},
            "telegram.ChatJoinRequest": {"async": True, "coroutines": "approve decline"},
            "telegram.User": {
                "async": True,
                "coroutines": """send_message send_photo send_document send_video send_audio send_voice send_sticker
                    send_location send_media_group send_chat_action get_profile_photos""",
            },
            "telegram.Chat": {
                "async": True,
                "coroutines": """send_message send_photo send_document send_video send_audio send_voice send_sticker
                    send_location send_media_group send_chat_action send_action get_member get_member_count
                    get_administrators ban_member unban_member leave delete_message pin_message unpin_message""",
            },
            "telegram.Update": {
                "async": True,
                "attributes": {
                    "message": "telegram.Message",
                    "edited_message": "telegram.Message",
                    "effective_message": "telegram.Message",
                    "callback_query": "telegram.CallbackQuery",
                    "effective_chat": "telegram.Chat",
                    "effective_user": "telegram.User",
                    "channel_post": "telegram.Message",
                    "inline_query": "telegram.InlineQuery",
                    "pre_checkout_query": "telegram.PreCheckoutQuery",
                    "shipping_query": "telegram.ShippingQuery",
                    "chat_join_request": "telegram.ChatJoinRequest",
                },
            },
            "telegram.ext.CallbackContext": {"attributes": {"bot": "telegram.Bot"}},
            "telegram.ext.ContextTypes.DEFAULT_TYPE": {"bases": ("telegram.ext.CallbackContext",)},
            "telegram.ext.ExtBot": {"bases": ("telegram.Bot",), "async": True},
            "telegram.ext.Application": {
                "attributes": {"bot": "telegram.Bot"},
                "methods": {"loop": "run_polling run_webhook"},
                "coroutines": "initialize start stop shutdown process_update update_persistence",
            },
        },
        "aliases": {
            "telegram._bot.Bot": "telegram.Bot",
            "telegram._update.Update": "telegram.Update",
        },
    },
    {
        "name": "aiogram",
        "roots": ("aiogram",),
        "source": "https://docs.aiogram.dev/en/latest/api/index.html",
        "instead": "await it",
        "since": "3.0",
        "classes": {
            "aiogram.Bot": {
                "async": True,
                "coroutines": """send_message send_photo send_document send_video send_audio send_voice send_sticker
                    send_location send_media_group send_chat_action send_invoice send_poll send_animation
                    edit_message_text edit_message_reply_markup edit_message_caption edit_message_media
                    delete_message delete_messages forward_message copy_message answer_callback_query
                    answer_inline_query answer_pre_checkout_query get_me get_file download download_file get_chat
                    get_chat_member get_chat_administrators get_chat_member_count set_webhook delete_webhook
                    get_webhook_info ban_chat_member unban_chat_member restrict_chat_member pin_chat_message
                    unpin_chat_message set_my_commands leave_chat create_chat_invite_link create_invoice_link
                    get_user_profile_photos""",
            },
            "aiogram.types.Message": {
                "async": True,
                "awaitables": """answer answer_photo answer_document answer_video answer_audio answer_voice
                    answer_sticker answer_location answer_media_group answer_invoice answer_poll answer_animation
                    answer_contact answer_dice reply reply_photo reply_document reply_video reply_audio reply_voice
                    reply_sticker reply_media_group reply_invoice reply_poll edit_text edit_caption edit_reply_markup
                    edit_media delete forward copy_to send_copy pin unpin react""",
                "attributes": {"bot": "aiogram.Bot"},
            },
            "aiogram.types.CallbackQuery": {
                "async": True,
                "awaitables": "answer",
                "attributes": {"message": "aiogram.types.Message", "bot": "aiogram.Bot"},
            },
            "aiogram.types.InlineQuery": {"async": True, "awaitables": "answer"},
            "aiogram.types.PreCheckoutQuery": {"async": True, "awaitables": "answer"},
            "aiogram.Dispatcher": {
                "methods": {"loop": "run_polling"},
                "coroutines": "start_polling stop_polling feed_update feed_webhook_update",
            },
            "aiogram.fsm.context.FSMContext": {
                "async": True,
                "coroutines": "set_state get_state set_data get_data update_data clear",
            },
        },
        "aliases": {
            "aiogram.client.bot.Bot": "aiogram.Bot",
            "aiogram.types.message.Message": "aiogram.types.Message",
            "aiogram.types.callback_query.CallbackQuery": "aiogram.types.CallbackQuery",
            "aiogram.dispatcher.dispatcher.Dispatcher": "aiogram.Dispatcher",
        },
    },
    {
        "name": "telethon",
        "roots": ("telethon",),
        "source": "https://docs.telethon.dev/en/stable/",
        "instead": "await it",
        "classes": {
            "telethon.TelegramClient": {
                "async": True,
                "coroutines": """connect send_message send_file edit_message delete_messages forward_messages
                    get_entity get_messages get_dialogs get_me get_participants download_media is_user_authorized
                    send_code_request sign_in""",
            },
            "telethon.events.Event()": {
                "async": True,
                "coroutines": """reply respond edit delete answer forward_to mark_read pin unpin get_chat get_sender
                    get_input_chat get_input_sender get_reply_message get_message get_user get_users download_media""",
                "attributes": {"client": "telethon.TelegramClient"},
            },
            "telethon.events.NewMessage.Event": {"bases": ("telethon.events.Event()",)},
            "telethon.events.CallbackQuery.Event": {"bases": ("telethon.events.Event()",)},
        },
        "aliases": {"telethon.client.telegramclient.TelegramClient": "telethon.TelegramClient"},
    },
    {
        "name": "discord-webhook",
        "roots": ("discord_webhook",),
        "source": "https://github.com/lovvskillz/python-discord-webhook",
        "instead": "use `discord_webhook.AsyncDiscordWebhook`",
        "classes": {
            "discord_webhook.DiscordWebhook": {"methods": {"http": "execute edit delete"}},
            "discord_webhook.AsyncDiscordWebhook": {"async": True, "coroutines": "execute edit delete"},
        },
    },
    {
        "name": "firebase-admin",
        "roots": ("firebase_admin",),
        "source": "https://firebase.google.com/docs/reference/admin/python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "advice": {
            "firebase_admin.messaging.send_each": "use `await firebase_admin.messaging.send_each_async(...)`",
            "firebase_admin.messaging.send_each_for_multicast": "use `await firebase_admin.messaging.send_each_for_multicast_async(...)`",
        },
        "calls": {
            "sdk": """firebase_admin.messaging.send firebase_admin.messaging.send_each
                firebase_admin.messaging.send_each_for_multicast firebase_admin.messaging.subscribe_to_topic
                firebase_admin.messaging.unsubscribe_from_topic firebase_admin.auth.verify_id_token
                firebase_admin.auth.verify_session_cookie firebase_admin.auth.create_session_cookie
                firebase_admin.auth.get_user firebase_admin.auth.get_user_by_email
                firebase_admin.auth.get_user_by_phone_number firebase_admin.auth.get_users
                firebase_admin.auth.list_users firebase_admin.auth.create_user firebase_admin.auth.update_user
                firebase_admin.auth.delete_user firebase_admin.auth.revoke_refresh_tokens
                firebase_admin.auth.set_custom_user_claims""",
            "file": "firebase_admin.credentials.Certificate",
        },
        "coroutines": "firebase_admin.messaging.send_each_async firebase_admin.messaging.send_each_for_multicast_async",
        "returns": {
            "firebase_admin.db.reference": "firebase_admin.db.Reference",
            "firebase_admin.firestore.client": "google.cloud.firestore.Client",
            "firebase_admin.firestore_async.client": "google.cloud.firestore.AsyncClient",
            "firebase_admin.storage.bucket": "google.cloud.storage.Bucket",
        },
        "classes": {
            "firebase_admin.db.Reference": {
                "methods": {"sdk": "get set update push delete transaction"},
                "returns": {"child": "firebase_admin.db.Reference"},
            },
        },
        "unless": {"firebase_admin.credentials.Certificate": "0={}"},
    },
    {
        "name": "fcm-django",
        "roots": ("fcm_django",),
        "source": "https://fcm-django.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "fcm_django.models.FCMDevice": {
                "methods": {"sdk": "send_message handle_topic_subscription send_topic_message"}
            },
        },
    },
    {
        "name": "pyfcm",
        "roots": ("pyfcm",),
        "source": "https://github.com/olucurious/PyFCM",
        "instead": "use `await push_service.async_notify_multiple_devices(...)`",
        "classes": {
            "pyfcm.FCMNotification": {
                "methods": {"sdk": "notify"},
                "coroutines": "async_notify_multiple_devices",
            },
        },
    },
    {
        "name": "pywebpush",
        "roots": ("pywebpush",),
        "source": "https://github.com/web-push-libs/pywebpush",
        "instead": "use `await pywebpush.webpush_async(...)`",
        "calls": {"http": "pywebpush.webpush"},
        "coroutines": "pywebpush.webpush_async",
        "classes": {"pywebpush.WebPusher": {"methods": {"http": "send"}, "coroutines": "send_async"}},
    },
    {
        "name": "aioapns",
        "roots": ("aioapns",),
        "source": "https://github.com/Fatal1ty/aioapns",
        "instead": "await it",
        "classes": {
            "aioapns.APNs": {"async": True, "coroutines": "send_notification"},
        },
        "aliases": {"aioapns.client.APNs": "aioapns.APNs"},
    },
    {
        "name": "onesignal-sdk",
        "roots": ("onesignal_sdk",),
        "source": "https://github.com/zeyneloz/onesignal_sdk",
        "instead": "use `onesignal_sdk.client.AsyncClient`",
        "classes": {
            "onesignal_sdk.client.Client": {
                "methods": {
                    "sdk": "send_notification cancel_notification view_notification view_devices view_device add_device edit_device"
                },
            },
            "onesignal_sdk.client.AsyncClient": {
                "async": True,
                "coroutines": "send_notification cancel_notification view_notification view_devices view_device add_device edit_device",
            },
        },
    },
    {
        "name": "exponent-server-sdk",
        "roots": ("exponent_server_sdk",),
        "source": "https://github.com/expo-community/expo-server-sdk-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "exponent_server_sdk.PushClient": {
                "methods": {"http": "publish publish_multiple check_receipts check_receipts_multiple"}
            },
        },
    },
    {
        "name": "vonage",
        "roots": ("vonage",),
        "source": "https://developer.vonage.com/en/tools",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "vonage.Vonage": {
                "methods": {
                    "sdk": """sms.send messages.send voice.create_call verify.start_verification
                        verify.check_code"""
                },
            },
            "vonage.Client": {
                "methods": {
                    "sdk": """sms.send_message messages.send_message verify.start_verification verify.check
                        voice.create_call number_insight.get_basic_info"""
                },
            },
            "vonage.Sms": {"methods": {"sdk": "send_message submit_sms_conversion"}},
            "vonage.Verify": {"methods": {"sdk": "start_verification check search cancel"}},
        },
        "older": """vonage.Client vonage.Client.sms.send_message vonage.Client.messages.send_message
            vonage.Client.verify.start_verification vonage.Client.verify.check vonage.Client.voice.create_call
            vonage.Client.number_insight.get_basic_info vonage.Sms vonage.Sms.send_message
            vonage.Sms.submit_sms_conversion vonage.Verify vonage.Verify.start_verification vonage.Verify.check
            vonage.Verify.search vonage.Verify.cancel""",
    },
    {
        "name": "messagebird",
        "roots": ("messagebird",),
        "source": "https://github.com/messagebird/python-rest-api",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "messagebird.Client": {
                "methods": {
                    "sdk": """message_create message balance hlr_create verify_create verify_verify
                        voice_message_create lookup"""
                },
            },
        },
        "aliases": {"messagebird.client.Client": "messagebird.Client"},
    },
    {
        "name": "pusher",
        "roots": ("pusher",),
        "source": "https://github.com/pusher/pusher-http-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "pusher.Pusher": {"methods": {"http": "trigger trigger_batch channels_info channel_info users_info"}},
        },
        "aliases": {"pusher.pusher.Pusher": "pusher.Pusher"},
    },
    {
        "name": "ably",
        "roots": ("ably",),
        "source": "https://github.com/ably/ably-python",
        "instead": "use `ably.AblyRest`",
        "classes": {
            "ably.sync.AblyRestSync": {
                "methods": {"http": "time stats request"},
                "returns": {"channels.get": "ably.sync.rest.channel.ChannelSync"},
            },
            "ably.sync.rest.channel.ChannelSync": {"methods": {"http": "publish history status"}},
            "ably.AblyRest": {
                "async": True,
                "coroutines": "time stats request close",
                "returns": {"channels.get": "ably.rest.channel.Channel"},
            },
            "ably.rest.channel.Channel": {"async": True, "coroutines": "publish history status"},
        },
    },
    {
        "name": "apprise",
        "roots": ("apprise",),
        "source": "https://github.com/caronc/apprise/wiki/Development_API",
        "instead": "use `await apprise.Apprise().async_notify(...)`",
        "classes": {"apprise.Apprise": {"methods": {"http": "notify"}, "coroutines": "async_notify"}},
        "aliases": {"apprise.apprise.Apprise": "apprise.Apprise"},
    },
    {
        "name": "pymsteams",
        "roots": ("pymsteams",),
        "source": "https://github.com/rveachkc/pymsteams",
        "instead": "use `pymsteams.async_connectorcard`",
        "classes": {
            "pymsteams.connectorcard": {"methods": {"http": "send"}},
            "pymsteams.async_connectorcard": {"async": True, "coroutines": "send"},
        },
    },
    {
        "name": "exchangelib",
        "roots": ("exchangelib",),
        "source": "https://ecederstrand.github.io/exchangelib/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"sdk": "exchangelib.Account"},
        "classes": {
            "exchangelib.Account": {"methods": {"sdk": "bulk_create bulk_update bulk_delete bulk_send fetch"}},
            "exchangelib.Message": {"methods": {"sdk": "send send_and_save reply reply_all forward save delete"}},
            "exchangelib.CalendarItem": {"methods": {"sdk": "save delete cancel refresh"}},
        },
    },
    {
        "name": "imapclient",
        "roots": ("imapclient",),
        "source": "https://imapclient.readthedocs.io/en/master/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "imapclient.IMAPClient"},
        "classes": {
            "imapclient.IMAPClient": {
                "methods": {
                    "socket": """login oauth2_login logout select_folder list_folders search sort thread fetch append
                        copy move delete_messages expunge add_flags remove_flags set_flags folder_status
                        create_folder delete_folder idle idle_check idle_done noop starttls""",
                },
            },
        },
        "aliases": {"imapclient.imapclient.IMAPClient": "imapclient.IMAPClient"},
    },
)
