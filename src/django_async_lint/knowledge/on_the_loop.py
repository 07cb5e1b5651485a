"""What is surely so while code runs on the event loop of a Django process in production: conditions whose outcome is
no question.

Literal tables only; the comment of each row says where that is documented.
"""

ANSWERS: dict[str, bool] = {
    # https://docs.djangoproject.com/en/stable/topics/settings/
    "django.conf.settings": True,
    "django.conf.settings.configured": True,
    # what serves requests to anybody runs without it:
    # https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#debug
    "django.conf.settings.DEBUG": False,
    # a transaction cannot be entered there, and connections belong to their thread:
    # https://docs.djangoproject.com/en/stable/topics/async/#async-safety
    "django.db.connection.in_atomic_block": False,
    "django.db.backends.base.base.BaseDatabaseWrapper.in_atomic_block": False,
    # a loop that does not run while another one does cannot be run either:
    # https://docs.python.org/3/library/asyncio-eventloop.html
    "asyncio.AbstractEventLoop.is_running": True,
}
"""Object, attribute or method -> whether it is true."""
SETTINGS = frozenset({"DEBUG"})
"""The names of those that are settings: what a project writes for its developers does not count."""
WORDS = frozenset({"is_running"})
"""The names of those that are called."""

NONE = frozenset({
    "django.db.connection.connection", "django.db.backends.base.base.BaseDatabaseWrapper.connection",
})  # fmt: skip
"""What is None there: the guard lets no connection be opened. Source: that of `in_atomic_block`."""

NEVER_FAIL: frozenset[str] = frozenset({
    "asyncio.get_running_loop", "asyncio.get_event_loop", "asyncio.create_task", "asyncio.ensure_future",
    "asyncio.current_task",
})  # fmt: skip
"""What raises RuntimeError only where no loop runs. Source: https://docs.python.org/3/library/asyncio-task.html"""

RUNNING_LOOP = "asyncio.AbstractEventLoop"
RUNNING: frozenset[str] = frozenset({
    "asyncio.get_running_loop", "asyncio.get_event_loop", "asyncio._get_running_loop",
})  # fmt: skip
"""What gives the loop that runs, and never None there.
Source: https://docs.python.org/3/library/asyncio-eventloop.html#obtaining-the-event-loop"""

UNGUARDED = frozenset({"aadiscordbot"})
"""Bots that load cogs of other packages and set DJANGO_ALLOW_ASYNC_UNSAFE: queries there block and raise nothing. Who
imports one is loaded by it. Source: `aadiscordbot.cogs.utils.decorators` of allianceauth-discordbot 5.0.1"""

UNGUARDED_HOOKS: dict[str, str] = {"discord_cogs_hook": "allianceauth.hooks.register"}
"""What registers cogs for such a bot, by the hook's name. Source: `aadiscordbot.bot` of allianceauth-discordbot 5.0.1"""

VIRTUAL_FILES = ("/proc/", "/sys/")
"""Where files are that the kernel makes up when they are read: no disk is asked.
Source: https://man7.org/linux/man-pages/man5/proc.5.html"""

ASKS_PATH: frozenset[str] = frozenset({
    "builtins.open", "os.listdir", "os.stat", "os.access", "os.readlink", "os.path.exists", "os.path.isfile",
    "os.path.isdir",
})  # fmt: skip
"""What opens or looks at the path that it is given, and gives nothing to follow where that is none of a disk.
Source: https://docs.python.org/3/library/os.html#files-and-directories"""

NULL_DEVICES = frozenset({"/dev/null", "nul", "NUL"})
"""Files that are no files: opening them waits for nothing. Source: https://docs.python.org/3/library/os.html#os.devnull"""
