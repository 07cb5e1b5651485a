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
}
"""Decorator of a handler -> classes of its first parameters, `self` left out.

Source: https://discordpy.readthedocs.io/en/stable/ext/commands/commands.html
Source: https://docs.pycord.dev/en/stable/api/application_commands.html
Source: https://docs.aiogram.dev/en/latest/dispatcher/router.html"""

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

CONTEXT = "strawberry.Context"
"""What `info.context` is, by a name of our own: an object with the request under Django, a dict elsewhere."""

DJANGO_VIEWS = "strawberry.django"
"""The package whose views put Django's request into the context."""

OWN_CONTEXT = "def get_context("
"""What a project writes that puts a context of its own in its place."""

SCOPE = "channels.Scope"
"""What `self.scope` of a consumer is, by a name of our own."""

SCOPE_USER = "user"
"""The key of a scope under which the middleware of `channels.auth` puts the user.

Source: https://channels.readthedocs.io/en/stable/topics/authentication.html"""

SCOPE_MIDDLEWARE = "AuthMiddleware"
"""What a project names that has this middleware, as it is or in `AuthMiddlewareStack`."""
