"""What frameworks hand to the functions that they call, where no annotation of a parameter tells."""

HANDLER_ARGUMENTS: dict[str, tuple[str, ...]] = {
    "discord.ext.commands.command": ("discord.ext.commands.Context",),
    "discord.ext.commands.group": ("discord.ext.commands.Context",),
    "discord.ext.commands.hybrid_command": ("discord.ext.commands.Context",),
    "discord.ext.commands.Bot.command": ("discord.ext.commands.Context",),
    "discord.ext.commands.Bot.group": ("discord.ext.commands.Context",),
    "discord.ext.commands.Bot.hybrid_command": ("discord.ext.commands.Context",),
    "discord.slash_command": ("discord.ApplicationContext",),
    "discord.user_command": ("discord.ApplicationContext", "discord.Member"),
    "discord.message_command": ("discord.ApplicationContext", "discord.Message"),
    "discord.ext.commands.slash_command": ("discord.ApplicationContext",),
    "discord.ext.commands.user_command": ("discord.ApplicationContext", "discord.Member"),
    "discord.ext.commands.message_command": ("discord.ApplicationContext", "discord.Message"),
    "discord.Bot.slash_command": ("discord.ApplicationContext",),
    "discord.commands.slash_command": ("discord.ApplicationContext",),
    "discord.SlashCommandGroup.command": ("discord.ApplicationContext",),
    "discord.commands.SlashCommandGroup.command": ("discord.ApplicationContext",),
    "discord.app_commands.command": ("discord.Interaction",),
    "discord.app_commands.CommandTree.command": ("discord.Interaction",),
    "discord.ui.button": ("discord.Interaction",),
    "discord.ui.select": ("discord.Interaction",),
    "aiogram.Router.message": ("aiogram.types.Message",),
    "aiogram.Router.edited_message": ("aiogram.types.Message",),
    "aiogram.Router.callback_query": ("aiogram.types.CallbackQuery",),
    "aiogram.Router.inline_query": ("aiogram.types.InlineQuery",),
    "aiogram.Router.pre_checkout_query": ("aiogram.types.PreCheckoutQuery",),
    "aiogram.Dispatcher.message": ("aiogram.types.Message",),
    "aiogram.Dispatcher.callback_query": ("aiogram.types.CallbackQuery",),
    "telethon.TelegramClient.on": ("telethon.events.Event()",),
    "slack_bolt.async_app.AsyncApp.event": (),
    "slack_bolt.async_app.AsyncApp.message": (),
    "slack_bolt.async_app.AsyncApp.command": (),
    "slack_bolt.async_app.AsyncApp.action": (),
    "slack_bolt.async_app.AsyncApp.shortcut": (),
    "slack_bolt.async_app.AsyncApp.view": (),
    "slack_bolt.async_app.AsyncApp.options": (),
    "aiogram.message.register": ("aiogram.types.Message",),
    "aiogram.edited_message.register": ("aiogram.types.Message",),
    "aiogram.callback_query.register": ("aiogram.types.CallbackQuery",),
    "aiogram.inline_query.register": ("aiogram.types.InlineQuery",),
    "aiogram.pre_checkout_query.register": ("aiogram.types.PreCheckoutQuery",),
    "aiogram.startup.register": (),
    "aiogram.shutdown.register": (),
    "telegram.add_error_handler": ("", "telegram.ext.CallbackContext"),
    "telegram.job_queue.run_once": ("telegram.ext.CallbackContext",),
    "telegram.job_queue.run_repeating": ("telegram.ext.CallbackContext",),
    "telegram.job_queue.run_monthly": ("telegram.ext.CallbackContext",),
    "telegram.job_queue.run_daily": ("telegram.ext.CallbackContext",),
    "telegram.job_queue.run_custom": ("telegram.ext.CallbackContext",),
    "telegram.ext.BusinessConnectionHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.CallbackQueryHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.ChatBoostHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.ChatJoinRequestHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.ChatMemberHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.ChosenInlineResultHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.CommandHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.InlineQueryHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.MessageHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.MessageReactionHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.PollAnswerHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.PollHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.PreCheckoutQueryHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.PrefixHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
    "telegram.ext.ShippingQueryHandler": ("telegram.Update", "telegram.ext.CallbackContext"),
}
"""Decorator of a handler, or what takes it as an argument -> classes of its first parameters, `self` left out; an
empty name where it may be anything.

Source: https://discordpy.readthedocs.io/en/stable/ext/commands/commands.html
Source: https://docs.pycord.dev/en/stable/api/application_commands.html
Source: https://docs.aiogram.dev/en/latest/dispatcher/router.html
Source: https://docs.python-telegram-bot.org/en/stable/telegram.ext.handlers-tree.html
Source: https://docs.python-telegram-bot.org/en/stable/telegram.ext.jobqueue.html
Source: https://docs.telethon.dev/en/stable/basic/updates.html"""

HANDLER_CALLS: dict[str, tuple[int, str]] = {
    "telegram.ext.BusinessConnectionHandler": (0, "callback"),
    "telegram.ext.CallbackQueryHandler": (0, "callback"),
    "telegram.ext.ChatBoostHandler": (0, "callback"),
    "telegram.ext.ChatJoinRequestHandler": (0, "callback"),
    "telegram.ext.ChatMemberHandler": (0, "callback"),
    "telegram.ext.ChosenInlineResultHandler": (0, "callback"),
    "telegram.ext.CommandHandler": (1, "callback"),
    "telegram.ext.InlineQueryHandler": (0, "callback"),
    "telegram.ext.MessageHandler": (1, "callback"),
    "telegram.ext.MessageReactionHandler": (0, "callback"),
    "telegram.ext.PollAnswerHandler": (0, "callback"),
    "telegram.ext.PollHandler": (0, "callback"),
    "telegram.ext.PreCheckoutQueryHandler": (0, "callback"),
    "telegram.ext.PrefixHandler": (2, "callback"),
    "telegram.ext.ShippingQueryHandler": (0, "callback"),
}
"""What takes a handler -> the place and the keyword of it among its arguments.

Source: https://docs.python-telegram-bot.org/en/stable/telegram.ext.handlers-tree.html"""

HANDLER_METHODS: dict[str, dict[str, tuple[int, str]]] = {
    "telegram": {
        "add_error_handler": (0, "callback"),
        "job_queue.run_once": (0, "callback"),
        "job_queue.run_repeating": (0, "callback"),
        "job_queue.run_monthly": (0, "callback"),
        "job_queue.run_daily": (0, "callback"),
        "job_queue.run_custom": (0, "callback"),
    },
    "aiogram": {
        "message.register": (0, "callback"),
        "edited_message.register": (0, "callback"),
        "callback_query.register": (0, "callback"),
        "inline_query.register": (0, "callback"),
        "pre_checkout_query.register": (0, "callback"),
        "startup.register": (0, "callback"),
        "shutdown.register": (0, "callback"),
    },
}
"""Package -> methods of its objects that take a handler, as they end where they are called, with the same.

Source: https://docs.aiogram.dev/en/latest/dispatcher/observer.html
Source: https://docs.python-telegram-bot.org/en/stable/telegram.ext.application.html"""

NAMED_ARGUMENTS: dict[str, dict[str, str]] = {
    "aiogram": {"bot": "aiogram.Bot", "state": "aiogram.fsm.context.FSMContext"},
    "slack_bolt": {
        "ack": "slack_bolt.context.ack.async_ack.AsyncAck",
        "say": "slack_bolt.context.say.async_say.AsyncSay",
        "respond": "slack_bolt.context.respond.async_respond.AsyncRespond",
        "client": "slack_sdk.web.async_client.AsyncWebClient",
    },
}
"""Package -> what its handlers get by the name of a parameter, wherever that stands.

Source: https://docs.aiogram.dev/en/latest/dispatcher/dependency_injection.html
Source: https://docs.slack.dev/tools/bolt-python/concepts/async
Source: https://docs.aiogram.dev/en/latest/dispatcher/finite_state_machine/index.html"""

EVENT_DECORATORS: frozenset[str] = frozenset(
    {"discord.ext.commands.Cog.listener", "discord.ext.commands.Bot.event", "discord.Client.event"}
)
"""Decorators under which the name of the function is that of the event."""

EVENT_ARGUMENTS: dict[str, tuple[str, ...]] = {
    "on_message": ("discord.Message",),
    "on_message_edit": ("discord.Message", "discord.Message"),
    "on_message_delete": ("discord.Message",),
    "on_member_join": ("discord.Member",),
    "on_member_remove": ("discord.Member",),
    "on_guild_join": ("discord.Guild",),
    "on_interaction": ("discord.Interaction",),
    "on_command_error": ("discord.ext.commands.Context",),
}
"""Name of an event -> classes of the parameters of what listens to it.

Source: https://discordpy.readthedocs.io/en/stable/api.html#event-reference"""

ASGI_ARGUMENTS: dict[str, str] = {
    "scope": "",
    "receive": "asgiref.typing.ASGIReceiveCallable",
    "send": "asgiref.typing.ASGISendCallable",
}
"""The parameters of an ASGI application, in this order, with the classes of those that are called.

Source: https://asgi.readthedocs.io/en/latest/specs/main.html#applications"""

RESOLVER_DECORATORS: dict[str, str] = {
    "strawberry.field": "strawberry.Info",
    "strawberry.mutation": "strawberry.Info",
    "strawberry.subscription": "strawberry.Info",
}
"""Decorator of a resolver -> class of its parameter `info`.

Source: https://strawberry.rocks/docs/types/resolvers#accessing-execution-information"""

INFO = "info"
"""The name by which a resolver asks for what it is told of the execution."""

CONTEXT = "strawberry.Context()"
"""What `info.context` is, by a name of our own: an object with the request under Django, a dict elsewhere."""

DJANGO_VIEWS = "strawberry.django"
"""The package whose views put Django's request into the context."""

OWN_CONTEXT = "def get_context("
"""What a project writes that puts a context of its own in its place."""

SCOPE = "channels.Scope()"
"""What `self.scope` of a consumer is, by a name of our own."""

SCOPE_USER = "user"
"""The key of a scope under which the middleware of `channels.auth` puts the user.

Source: https://channels.readthedocs.io/en/stable/topics/authentication.html"""

SCOPE_MIDDLEWARE = "AuthMiddleware"
"""What a project names that has this middleware, as it is or in `AuthMiddlewareStack`."""
