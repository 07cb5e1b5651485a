"""Where messages of channels go: over the network, or to others in this process, as the settings of a site say."""

from django_async_lint.inference import settings
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import Constant, Mapping, Value
from django_async_lint.knowledge import entry_points
from django_async_lint.project.modules import Module

SETTING, DEFAULT, BACKEND = "CHANNEL_LAYERS", "default", "BACKEND"


def is_in_memory(evaluator: Evaluator, near: Module, sink: str) -> bool:
    """Whether what is awaited is a channel layer that stays in this process: by its class, or by the settings."""
    if sink.startswith(f"{entry_points.LAYER_IN_MEMORY}."):
        return True
    if not sink.startswith(f"{entry_points.CHANNEL_LAYER}."):
        return False
    layers = settings.setting(evaluator, near, SETTING)
    backends = [_item(layer, BACKEND) for layer in _item(layers, DEFAULT)]
    found = [value for several in backends for value in several]
    return bool(found) and all(
        isinstance(value, Constant) and value.value == entry_points.LAYER_IN_MEMORY for value in found
    )


def _item(value: Value, key: str) -> list[Value]:
    """What mappings hold under a key; empty where one of them may hold anything."""
    found: list[Value] = []
    for member in members(value):
        if not isinstance(member, Mapping) or key not in dict(member.items):
            return []
        found += members(dict(member.items)[key])
    return found
