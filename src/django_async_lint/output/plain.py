"""Text from a checkout made harmless: nothing in it can drive a terminal, a log or a forge.

File names and source lines are written by whoever wrote the checked code.
"""

import re
import unicodedata

# `##[...]`, `##vso[...]`, `##teamcity[...]`: commands that build services obey anywhere in a line of a log.
SERVICE_COMMAND = re.compile(r"##(?=\w*\[)")


def plain(text: str) -> str:
    """`text` on one line, every character that is not printable written as an escape such as `\\x1b`."""
    if not text.isprintable():
        text = "".join(each if each.isprintable() else _escaped(each) for each in text)
    return SERVICE_COMMAND.sub(r"#\\x23", text)


def plain_path(path: str) -> str:
    """A path made harmless, also where `::name::` at the start of a line would be a command."""
    text = plain(path)
    return f"./{text}" if text.lstrip().startswith("::") else text


def plain_json(text: str) -> str:
    """JSON text, ASCII only, in which no string spells a build service's command."""
    return SERVICE_COMMAND.sub(r"#\\u0023", text)


def width(text: str) -> int:
    """Columns that a terminal gives to `text`: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
