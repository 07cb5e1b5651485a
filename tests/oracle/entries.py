"""What there is to run in the oracle's site: every route, every consumer and the named commands.

Django must have been set up. Nothing here runs an entry point or knows the linter.
"""

import inspect
from dataclasses import dataclass

SAMPLES = {
    "pk": 1,
    "source": 1,
    "target": 2,
    "amount": 3,
    "limit": 5,
    "username": "ada",
    "city": "Ghent",
    "word": "book",
    "isbn": "9780000000001",
    "name": "north.csv",
    "text": "hello",
}
COMMANDS = ("check_partners", "count_books")


class HarnessError(Exception):
    """The oracle itself could not do its work."""


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """Something to run: a path to request or connect to, or a command to call.

    `kind` is view, consumer or command, `name` the function or class behind it, `code` the file and first
    line of what Django calls, empty for a command; `is_async` whether it runs on the loop.
    """

    name: str
    kind: str
    target: str
    code: tuple[str, int, str] = ("", 0, "")
    is_async: bool = False


def entry_points() -> list[EntryPoint]:
    """Every route of the site and every consumer with sample values filled in, then the commands."""
    from asgiref.sync import iscoroutinefunction
    from channels.consumer import SyncConsumer
    from config.routing import websocket_urlpatterns
    from django.urls import get_resolver

    found = []
    for prefix in get_resolver().url_patterns:
        for route in prefix.url_patterns:
            view = getattr(route.callback, "view_class", route.callback)
            path = f"/{prefix.pattern}{filled(route)}"
            is_async = iscoroutinefunction(route.callback)
            found.append(EntryPoint(name_of(view), "view", path, code_of(view), is_async))
    for route in websocket_urlpatterns:
        consumer = route.callback.consumer_class
        is_async = not issubclass(consumer, SyncConsumer)
        found.append(EntryPoint(name_of(consumer), "consumer", f"/{filled(route)}", code_of(consumer), is_async))
    return found + [EntryPoint(f"manage.py {name}", "command", name) for name in COMMANDS]


def name_of(called) -> str:
    """The dotted name of a function or class of the site."""
    return f"{called.__module__}.{called.__qualname__}"


def code_of(called) -> tuple[str, int, str]:
    """File, first line and name of a function below its decorators, or of a class."""
    called = inspect.unwrap(called)
    _, line = inspect.getsourcelines(called)
    return inspect.getsourcefile(called) or "", line, called.__name__


def filled(route) -> str:
    """The path of a route with sample values in the place of its converters."""
    path = str(route.pattern)
    for name, converter in route.pattern.converters.items():
        if name not in SAMPLES:
            raise HarnessError(f"no sample value for {name!r} in the route {path}")
        kind = type(converter).__name__.removesuffix("Converter").lower()
        kind = {"string": "str"}.get(kind, kind)
        path = path.replace(f"<{kind}:{name}>", str(SAMPLES[name]))
    return path
