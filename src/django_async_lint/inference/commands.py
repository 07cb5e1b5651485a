"""Management commands that code calls by name: what the project's own command does, it does where it is called."""

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django_async_lint.inference import annotations, querysets
from django_async_lint.inference.effects import RISING
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.values import NONE, ClassValue, Constant, Value
from django_async_lint.knowledge import django_services
from django_async_lint.project.modules import Class

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

CALL_COMMAND = "django.core.management.call_command"
BASE = b"Command"
FOLDER = "management/commands"


def called(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """What `call_command("name")` does; None where the command is neither the project's nor one of Django's that ask
    the database, or nothing is seen of what it does."""
    site = frame.site(node)
    before = sum(effect.kind in RISING and effect.site == site for effect in frame.effects.values())
    for command in _commands(frame.evaluator, arguments.get(0, "command_name")):
        receiver = annotations.instance_of(frame.evaluator, command)
        handle = frame.evaluator.attribute(frame, node, receiver, "handle")
        frame.evaluator.call(frame, node, handle, Arguments(rest=True))
    match arguments.get(0, "command_name"):
        case Constant(value=str() as command_name) if command_name in django_services.DATABASE_COMMANDS:
            querysets.note_query(frame, node, name, "api", "", False, "")
    after = sum(effect.kind in RISING and effect.site == site for effect in frame.effects.values())
    return NONE if after > before else None


def _commands(evaluator: "Evaluator", written: Value | None) -> Iterator[Class]:
    match written:
        case ClassValue(of=cls):
            yield cls
        case Constant(value=str() as name) if name.isidentifier():
            for path in evaluator.declarations.files_with(BASE):
                if path.replace("\\", "/").endswith(f"/{FOLDER}/{name}.py"):
                    module = evaluator.project.module_at(path)
                    yield from (each for each in module.bindings.get("Command", ()) if isinstance(each, Class))
