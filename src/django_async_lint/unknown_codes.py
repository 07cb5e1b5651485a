"""Codes in the settings that begin no rule's: an error among those to check, a remark among those to leave out."""

from collections.abc import Iterator
from pathlib import Path

from django_async_lint.config import Config, ConfigError, Settings
from django_async_lint.rules.registry import all_rules


def refuse_unknown_selection(settings: Settings, root: Path, config: Config) -> None:
    """Raises ConfigError for codes to check that begin no rule's: such a run would be clean for nothing."""
    errors = [
        f"{settings.origin(root, name, code)}: {_unknown(name, code)}"
        for name in ("select", "extend_select")
        for code in dict.fromkeys(getattr(config, name))
        if _is_unknown(code)
    ]
    if errors:
        raise ConfigError(*errors)


def remarks_on_unknown(config: Config) -> Iterator[str]:
    """A remark for each code to leave out that begins no rule's."""
    for name in ("ignore", "extend_ignore"):
        yield from (_unknown(name, code) for code in getattr(config, name) if _is_unknown(code))
    for codes in config.per_file_ignores.values():
        yield from (_unknown("per_file_ignores", code) for code in codes if _is_unknown(code))


def _is_unknown(code: str) -> bool:
    return not any(rule.code.startswith(code) for rule in all_rules())


def _unknown(name: str, code: str) -> str:
    return f"`{name.replace('_', '-')}` names {code}, which is no rule; `dal rule` lists them"
