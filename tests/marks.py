"""Marks: what the trailing comments of specs and sample projects say must be found, and whether it was.

`#: DAL204 "author"` expects one finding of that code on that line; `tests/specs/README.md` tells the rest.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.source import LINE_END

VERDICTS = frozenset({"DAL602", "DAL603"})
"""What is said of a whole view, beside what an example is about: its views are small, few of them gain from async."""

MARK = re.compile(r"#: (?P<expectations>.+)$")
WORD = re.compile(r'(?P<code>DAL\d{3})|(?P<help>help )?"(?P<text>[^"]*)"|(?P<level>[a-z]+)')


@dataclass(frozen=True)
class Expectation:
    """What a mark says of one finding."""

    code: str
    texts: tuple[str, ...]
    helps: tuple[str, ...]
    levels: tuple[str, ...]

    def holds_for(self, found: Diagnostic) -> bool:
        """Whether `found` is what the mark asks for."""
        return (
            found.code == self.code
            and all(text in found.message for text in self.texts)
            and all(text in found.help for text in self.helps)
            and all(level in (found.severity, found.confidence) for level in self.levels)
        )


def expectation(text: str) -> Expectation:
    """Reads one expectation, such as `DAL205 "get" help "aget"`. Raises ValueError for anything else."""
    words = list(WORD.finditer(text))
    codes = [word["code"] for word in words if word["code"]]
    if len(codes) != 1 or WORD.sub("", text).strip():
        raise ValueError(f"not an expectation: {text}")
    return Expectation(
        code=codes[0],
        texts=tuple(word["text"] for word in words if word["text"] is not None and not word["help"]),
        helps=tuple(word["text"] for word in words if word["help"]),
        levels=tuple(word["level"] for word in words if word["level"]),
    )


def marks(files: Mapping[str, str]) -> Iterator[tuple[str, int, str]]:
    """The marks in Python files, given as text by path: path, line, what each says."""
    for path, text in files.items():
        for number, line in enumerate(LINE_END.split(text), 1):
            if path.endswith(".py") and (mark := MARK.search(line)):
                yield from ((path, number, said.strip()) for said in mark["expectations"].split(";"))


def is_fact(said: str) -> bool:
    """Whether a mark states what inference knows rather than what a rule reports."""
    return said == "on-loop" or said.startswith("reveals ")


def disagreements(files: Mapping[str, str], found: Iterable[Diagnostic], with_verdicts: bool = False) -> list[str]:
    """Where findings and marks differ, one line each: what was not found, what was found without a mark. Verdicts on
    whole views count only where they are asked for."""
    left = [one for one in found if with_verdicts or one.code not in VERDICTS]
    missing = []
    for path, line, said in marks(files):
        if is_fact(said):
            continue
        wanted = expectation(said)
        there = [one for one in left if (one.path, one.start.line) == (path, line)]
        if match := next(filter(wanted.holds_for, there), None):
            left.remove(match)
        else:
            missing.append(f"missing: {path}:{line} {said}")
    return missing + [
        f"unexpected: {one.path}:{one.start.line} {one.code} {one.message} | {one.help}" for one in left
    ]
