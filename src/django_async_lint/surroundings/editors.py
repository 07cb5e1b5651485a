"""Settings of VS Code for its flake8 extension: whether that can see our plugin, and what it makes of our codes.

The file is JSON with comments. Facts: the extension runs a flake8 of its own unless `importStrategy` is
`fromEnvironment`, takes the severity of a code from the longest of its beginnings, and shows unknown ones as errors.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django_async_lint.surroundings import texts
from django_async_lint.surroundings.texts import CannotEdit

FILE = ".vscode/settings.json"
STRINGS_AND_COMMENTS = re.compile(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*(?s:.*?)\*/')
LAST_COMMA = re.compile(r'("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])')
PREFIXES = ("DAL", "DA", "D")


@dataclass(frozen=True, slots=True)
class EditorSettings:
    """What the settings say to the flake8 extension: `arguments` are those that it gives to flake8."""

    file: Path
    is_from_environment: bool
    severity: str
    arguments: tuple[str, ...]


def settings_of(folder: Path) -> EditorSettings | None:
    """The settings of a folder where they speak to the flake8 extension. Raises CannotEdit for what is no JSON."""
    file = folder / FILE
    text = texts.read(file)
    if text is None:
        return None
    try:
        document = json.loads(_plain_json(text))
    except ValueError as error:
        raise CannotEdit(f"it cannot be read as JSON with comments: {error}") from None
    keys = [key for key in document if key.startswith("flake8.")] if isinstance(document, dict) else []
    if not keys:
        return None
    severities: Any = document.get("flake8.severity")
    severities = severities if isinstance(severities, dict) else {}
    arguments: Any = document.get("flake8.args")
    return EditorSettings(
        file,
        document.get("flake8.importStrategy") == "fromEnvironment",
        next((str(severities[prefix]) for prefix in PREFIXES if prefix in severities), ""),
        tuple(each for each in arguments if isinstance(each, str)) if isinstance(arguments, list) else (),
    )


def _plain_json(text: str) -> str:
    """The text without comments and without commas that end a list."""
    text = STRINGS_AND_COMMENTS.sub(lambda match: match[0] if match[0].startswith('"') else " ", text)
    return LAST_COMMA.sub(lambda match: match[1] or "", text)
