"""What a call gives that imports by a dotted name: `import_string("shop.gateways.Stripe")`, `import_module("shop")`.

The name is written there or is that of a setting. Only what the project has is told, and modules of the standard
library; a name that is made is not known.
"""

import ast
import sys
from collections.abc import Iterator

from django_async_lint.inference import settings
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.functions import Arguments
from django_async_lint.inference.joining import join, members
from django_async_lint.inference.values import (
    NOTHING,
    UNKNOWN,
    ClassValue,
    Constant,
    Decorated,
    FunctionValue,
    ModuleValue,
    Offloaded,
    Outside,
    Value,
)

SETTINGS = "django.conf.settings."
OWN = (ClassValue, FunctionValue, Decorated, Offloaded, ModuleValue)


def called(frame: Frame, node: ast.expr, name: str, arguments: Arguments) -> Value | None:
    """The value of such a call; None where the text is not known, or leads out of the project."""
    evaluator = frame.evaluator
    found: Value = NOTHING
    for text in _texts(frame, arguments.get(0) or UNKNOWN):
        meanings = evaluator.names.dotted(text, frame.module.import_root) if text else ()
        found = join(found, evaluator.value_of_definitions(meanings) if meanings else UNKNOWN)
    return found if all(isinstance(each, OWN) or _is_standard(each) for each in members(found)) else None


def _is_standard(value: Value) -> bool:
    """Whether a value is a module of the standard library, `sys.modules.get("asyncio")`."""
    return isinstance(value, Outside) and value.name in sys.stdlib_module_names


def _texts(frame: Frame, value: Value) -> Iterator[str]:
    """What a text may be, a setting asked for what the site gives it; an empty text stands for anything else."""
    for member in members(value):
        if isinstance(member, Outside) and member.name.startswith(SETTINGS):
            held = settings.setting(frame.evaluator, frame.module, member.name.removeprefix(SETTINGS))
            yield from (_text(each) for each in members(held))
        else:
            yield _text(member)


def _text(value: Value) -> str:
    return value.value if isinstance(value, Constant) and isinstance(value.value, str) else ""
