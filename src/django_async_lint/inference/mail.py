"""Mail messages and the connections they are sent through, where the code itself names the backend."""

import ast
from typing import TYPE_CHECKING

from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import UNKNOWN, Constant, Instance, Value
from django_async_lint.knowledge.django_services import FILE_MAIL_BACKEND, SMALL_MAIL_BACKENDS

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

GET_CONNECTION = "django.core.mail.get_connection"
BACKEND = "django.core.mail.backends.base.BaseEmailBackend"
MESSAGES = frozenset({"django.core.mail.EmailMessage", "django.core.mail.EmailMultiAlternatives"})
CONNECTION = 6
"""The position of the connection among the arguments of a message."""


def made(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value:
    """A message that keeps its connection, or the connection of the backend that is named."""
    if name in MESSAGES:
        connection = arguments.get(CONNECTION, "connection")
        return Instance(name, state=(("connection", connection),) if connection is not None else ())
    backend = arguments.get(0, "backend")
    if not isinstance(backend, Constant) or not isinstance(backend.value, str):
        return Instance(BACKEND)
    if backend.value == FILE_MAIL_BACKEND:
        advice = "open it in the thread that sends"
        frame.add("blocks", f"{FILE_MAIL_BACKEND}.__init__", "service", node, instead=advice)
    return Instance(backend.value)


def stays_in_memory(evaluator: "Evaluator", message: Instance) -> bool:
    """Whether sending a message surely does no input or output: its connection is to a backend in memory."""
    connection = dict(message.state or ()).get("connection", UNKNOWN)
    if not isinstance(connection, Instance):
        return False
    return not SMALL_MAIL_BACKENDS.isdisjoint(base for base in evaluator.classes.mro(connection.of))
