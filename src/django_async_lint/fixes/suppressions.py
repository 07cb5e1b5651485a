"""Comments that silence findings: a code that silences nothing is taken away. Text alone, no syntax."""

import re

from django_async_lint.diagnostic import Diagnostic, Edit
from django_async_lint.source import Position

NOQA = re.compile(r"\s*# noqa:\s*(?P<codes>(?:[A-Z]+[0-9]+[,\s]*)+)[^#]*", re.IGNORECASE)
"""A noqa with its codes and its reason, up to the next comment on the line, and the space before it."""


def remove_code(lines: list[str], diagnostic: Diagnostic) -> list[Edit] | None:
    """Takes away a code, and with the last one the comment; None where no comment holds it any more."""
    number, (start, end) = diagnostic.start.line, (diagnostic.start.column - 1, diagnostic.end.column - 1)
    line = lines[number - 1].rstrip("\r\n") if number <= len(lines) else ""
    found = next((each for each in NOQA.finditer(line) if each.start("codes") <= start < each.end("codes")), None)
    if found is None or line[start:end].upper() != diagnostic.callee:
        return None
    if re.findall(r"[A-Z]+[0-9]+", found["codes"], re.IGNORECASE) == [line[start:end]]:
        after = found.end() == len(line)
        first, last = (found.start() if after else found.end() - len(found[0].lstrip())), found.end()
    else:
        following = re.compile(r"[,\s]*").match(line, end, found.end("codes"))
        before = re.search(r"[,\s]*$", line[found.start("codes") : start])
        assert following is not None and before is not None
        is_last = following.end() == found.end("codes")
        first, last = (start - len(before[0]), end) if is_last else (start, following.end())
    return [Edit("", Position(number, first + 1), Position(number, last + 1), "")]
