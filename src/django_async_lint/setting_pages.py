"""What each setting means in words, and the JSON schema of the settings: for `dal config`, `dal schema` and the docs.

Floor 0: what a setting takes is read off `config`; nothing here reads a file or changes a setting.
"""

import re
from dataclasses import dataclass

from django_async_lint.config import READERS, TABLE, Config, shape, toml

PAGE = "https://django-async-lint.readthedocs.io/configuration/"
LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
SCHEMA = "https://django-async-lint.readthedocs.io/schema/settings.json"

MEANINGS: dict[str, str] = {
    "src": "folders that imports start from, relative to the project root",
    "settings_module": "the dotted name of the settings; read as text, never imported",
    "target_django": "the release that advice is written for: the project's lowest, else the newest LTS",
    "server": (
        "what serves the site: `asgi` or `wsgi`; under `wsgi` DAL503, DAL506 and DAL509's connections are silent, "
        "DAL505 looks for async iterators"
    ),
    "environment": (
        "a virtual environment whose installed packages may be read (never imported): [below](#installed-packages)"
    ),
    "profile": (
        "`regular`; `pedantic`: findings of low confidence too; `migration`: "
        "[what would block](profiles.md) if synchronous views were asynchronous"
    ),
    "select": "codes or their beginnings to report",
    "ignore": "codes or their beginnings to leave out; of `select` and `ignore` the longer match wins",
    "extend_select": "added to `select`",
    "extend_ignore": "added to `ignore`",
    "per_file_ignores": "codes to leave out by file pattern; `!` before a pattern means every other file",
    "exclude": "patterns of files and folders that are not checked",
    "extend_exclude": "added to `exclude`",
    "defer_to": (
        "other linters to leave findings to that they report themselves: `ruff`, as far as "
        "[its own settings](#beside-other-tools) have its `ASYNC` rules on"
    ),
    "scope": (
        "`listed`: findings in the files named; `touched`: also those whose path passes through them; `project`: all"
    ),
    "min_confidence": "the lowest confidence to report: `low`, `medium`, `high`",
    "fail_on": "the lowest severity that makes the exit code 1: `info`, `warning`, `error`",
    "output_format": "how findings are printed",
    "cache_dir": (
        "the folder of the [cache](cache.md), relative to the project root (as an option: to the working directory)"
    ),
    "baseline": 'the file of [faults known before](baseline.md), beside the settings; `""` for none',
}
"""What a setting means, by field name, as the table of docs/configuration.md has it."""

DEFAULTS = {
    "src": "found", "settings_module": "found", "target_django": "found", "environment": "off",
    "exclude": "hidden, build, environments", "cache_dir": ".dal_cache",
}  # fmt: skip
"""What holds where a setting is not given, for those whose value does not tell."""


@dataclass(frozen=True, slots=True)
class Page:
    """A setting by its key, with what it takes, what holds without it (TOML or a word) and what it means."""

    key: str
    takes: str
    default: str
    meaning: str
    url: str = PAGE


def pages() -> tuple[Page, ...]:
    """A page for each setting, in the order of their declaration."""
    config = Config()
    return tuple(
        Page(
            name.replace("_", "-"),
            takes(shape(name)),
            DEFAULTS.get(name) or toml(getattr(config, name)),
            MEANINGS.get(name, ""),
        )
        for name in READERS
    )


def takes(of: dict[str, object]) -> str:
    """What a setting takes, in words, by its JSON schema."""
    match of:
        case {"enum": [*choices]}:
            return " | ".join(f'"{choice}"' for choice in choices)
        case {"type": "array", "items": {"enum": [*choices]}}:
            return "list of " + ", ".join(f'"{choice}"' for choice in choices)
        case {"type": "array", "items": {"pattern": _}}:
            return "list of codes"
        case {"type": "array"}:
            return "list of strings"
        case {"type": "object"}:
            return "table of lists of codes"
        case {"type": "boolean"}:
            return "true | false"
        case {"type": str(kind)}:
            return kind
    return "value"


def schema() -> dict[str, object]:
    """The JSON schema of `[tool.django-async-lint]`, in the style of SchemaStore: draft 7, every key described."""
    config = Config()
    properties: dict[str, dict[str, object]] = {}
    for name in sorted(READERS):
        found: dict[str, object] = {"description": f"{plain_words(MEANINGS.get(name, ''))}\n{PAGE}", **shape(name)}
        default = getattr(config, name)
        if default is not None:
            found["default"] = list(default) if isinstance(default, tuple) else default
        properties[name.replace("_", "-")] = found
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": SCHEMA,
        "title": f"[tool.{TABLE}] in pyproject.toml",
        "description": f"Settings of {TABLE}, which finds what blocks the event loop in async Django code\n{PAGE}",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def plain_words(meaning: str) -> str:
    """A meaning without Markdown's links, beginning with a capital letter."""
    text = LINK.sub(r"\1", meaning.split(": [below]")[0])
    return text[:1].upper() + text[1:]


def table() -> str:
    """The settings as the Markdown table of docs/configuration.md."""
    rows = []
    for page in pages():
        default = page.default if page.default in DEFAULTS.values() else f"`{page.default}`"
        words = [word.strip('" ') for word in page.takes.split("|")] if "|" in page.takes else []
        untold = all(f"`{word}`" not in page.meaning for word in words)
        meaning = page.meaning + (": " + ", ".join(f"`{word}`" for word in words) if words and untold else "")
        rows.append(f"| `{page.key}` | {default} | {meaning} |\n")
    return "| Key | Default | Meaning |\n|---|---|---|\n" + "".join(rows)
