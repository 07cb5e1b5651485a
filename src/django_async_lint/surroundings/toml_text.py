"""TOML edited as text, so that comments, order and formatting stay: one key more, one item more in a list.

Each edit is proposed in the ways in which TOML can be written and taken only if it then reads as it should, by
`tomllib`; otherwise nothing is changed.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from django_async_lint.surroundings.texts import CannotEdit

Table = dict[str, Any]
STRINGS = re.compile(r'"""(?s:.*?)"""|\'\'\'(?s:.*?)\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|[\[\]]')
"""What can hide or be a bracket: strings, comments, brackets."""


def parsed(text: str) -> Table:
    """The document. Raises CannotEdit where it is not TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CannotEdit(f"it cannot be read as TOML: {error}") from None


def value_at(document: Table, path: Sequence[str]) -> Any:
    """What stands at a path of keys; None where nothing does."""
    found: Any = document
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def with_item(text: str, table: Sequence[str], key: str, item: str) -> str:
    """The text with an item in the list at `key` of a table, both made where they are missing. Raises CannotEdit."""
    before = parsed(text)
    known = value_at(before, (*table, key))
    if known is not None and not isinstance(known, list):
        raise CannotEdit(f"`{'.'.join((*table, key))}` is no list")
    wanted = _with(before, table, key, [*(known or []), item])
    line = f'{key} = ["{item}"]'
    candidates = _longer_lists(text, key, item) if known is not None else _with_line(text, table, line)
    return _first_right(candidates, wanted, f"add `{line}` to its table [{'.'.join(table)}] yourself")


def with_table(text: str, table: Sequence[str], content: Sequence[str]) -> str:
    """The text with a new table at its end that holds these lines. Raises CannotEdit."""
    before = parsed(text)
    end = _newline(text)
    block = end.join((f"[{'.'.join(table)}]", *content, ""))
    wanted = deepcopy(before)
    target = wanted
    for each in table[:-1]:
        target = target.setdefault(each, {})
    if not isinstance(target, dict) or table[-1] in target:
        raise CannotEdit(f"`{'.'.join(table)}` is there already")
    target[table[-1]] = tomllib.loads("\n".join(content))
    return _first_right(iter((text + _gap(text) + block,)), wanted, f"add the table [{'.'.join(table)}] yourself")


def _first_right(candidates: Iterator[str], wanted: Table, advice: str) -> str:
    for each in candidates:
        try:
            if tomllib.loads(each) == wanted:
                return each
        except tomllib.TOMLDecodeError:
            continue
    raise CannotEdit(f"how it is written leaves no place for it; {advice}")


def _with(document: Table, table: Sequence[str], key: str, value: object) -> Table:
    changed = deepcopy(document)
    target = changed
    for each in table:
        target = target.setdefault(each, {})
        if not isinstance(target, dict):
            raise CannotEdit(f"`{'.'.join(table)}` is no table")
    target[key] = value
    return changed


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _with_line(text: str, table: Sequence[str], line: str) -> Iterator[str]:
    """The text with a line in a table: below its header, in a new table before one within it or at the end, or with
    dotted keys below the header of a table around it."""
    end = _newline(text)
    if not table:
        yield f"{line}{end}{text}"
        return
    yield from _below(text, table, line)
    header = f"[{'.'.join(table)}]{end}{line}{end}"
    inner = next(_headers(text, table, inside=True), None)
    if inner is not None:
        yield f"{text[: inner.start()]}{header}{end}{text[inner.start() :]}"
    yield f"{text}{_gap(text)}{header}"
    for length in range(len(table) - 1, 0, -1):
        yield from _below(text, table[:length], ".".join((*table[length:], line)))


def _below(text: str, table: Sequence[str], line: str) -> Iterator[str]:
    """The text with a line below each header of a table."""
    end = _newline(text)
    for match in _headers(text, table):
        yield f"{text[: match.end()]}{'' if match[0].endswith(end) else end}{line}{end}{text[match.end() :]}"


def _gap(text: str) -> str:
    """What stands between a text and a table that is put at its end."""
    end = _newline(text)
    return "" if not text else end if text.endswith("\n") else end * 2


def _headers(text: str, table: Sequence[str], inside: bool = False) -> Iterator[re.Match[str]]:
    """The lines that begin a table, or with `inside` one within it."""
    keys = r"\s*\.\s*".join(rf"[\"']?{re.escape(key)}[\"']?" for key in table)
    yield from re.finditer(rf"^[ \t]*\[\s*{keys}\s*{r'[.]' if inside else ']'}[^\n]*\n?", text, re.MULTILINE)


def _longer_lists(text: str, key: str, item: str) -> Iterator[str]:
    """The text with an item more in a list: one for each list that is given to a key of this name."""
    for match in re.finditer(rf"(?:^|[\s.,{{])[\"']?{re.escape(key)}[\"']?\s*=\s*\[", text):
        yield from _longer(text, match.end(), item)


def _longer(text: str, start: int, item: str) -> Iterator[str]:
    """The text with an item at the end of the list that is open at `start`."""
    depth, last = 1, start
    for token in STRINGS.finditer(text, start):
        if token[0] == "[":
            depth += 1
        elif token[0] == "]":
            depth -= 1
            if not depth:
                yield from _with_last(text, start, last, token.start(), f'"{item}"')
                return
        if not token[0].startswith("#"):
            last = token.end()


def _with_last(text: str, start: int, last: int, close: int, written: str) -> Iterator[str]:
    """A list from `start` to `close` whose last item ends at `last`, with one more, in the manner of the others."""
    rest = text[last:close]
    comma = "" if last == start else ","
    if "\n" not in text[start:close]:
        if rest.lstrip().startswith(","):
            cut = last + rest.index(",") + 1
            yield f"{text[:cut]} {written}{text[cut:]}"
        yield f"{text[:last]}{comma}{' ' if comma else ''}{written}{text[last:]}"
        return
    line_start = text.rfind("\n", 0, last) + 1
    indent = re.match(r"[ \t]*", text[line_start:last])
    space = indent[0] if indent is not None and line_start > start else "    "
    has_comma = re.match(r"\s*,", rest) is not None
    head = text[:last] + ("" if has_comma or last == start else ",") + rest
    kept = head.rstrip(" \t\r\n")
    yield f"{kept}{_newline(text)}{space}{written},{head[len(kept) :]}{text[close:]}"
