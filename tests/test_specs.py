"""Runs the Markdown cases of `tests/specs`. How they read is told in its README; no mark is evaluated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from django_async_lint.diagnostic import Diagnostic
from tests.projects import diagnostics, write_project

SPECS = Path(__file__).parent / "specs"
BLOCK = re.compile(r"(?ms)(?:^`(?P<name>[^`\n]+)`:\n+)?^```(?P<kind>python|toml)\n(?P<text>.*?)^```$")
UNNAMED = {"python": "views.py", "toml": "pyproject.toml"}
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
    """Reads one expectation, such as `DAL205 "get" help "aget"`."""
    words = list(WORD.finditer(text))
    if not words or WORD.sub("", text).strip() or [bool(word["code"]) for word in words].count(True) != 1:
        raise ValueError(f"not an expectation: {text}")
    return Expectation(
        code=next(word["code"] for word in words if word["code"]),
        texts=tuple(word["text"] for word in words if word["text"] is not None and not word["help"]),
        helps=tuple(word["text"] for word in words if word["help"]),
        levels=tuple(word["level"] for word in words if word["level"]),
    )


def cases() -> Iterator[object]:
    """Every case of every spec: its files, named by file and heading."""
    for spec in sorted(SPECS.glob("*.md")):
        for part in re.split(r"^## ", spec.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            files = {block["name"] or UNNAMED[block["kind"]]: block["text"] for block in BLOCK.finditer(part)}
            yield pytest.param(files, id=f"{spec.stem}: {part.splitlines()[0]}")


def marks(files: dict[str, str]) -> Iterator[tuple[str, int, str]]:
    """The marks in the files of a case: path, line, what each says."""
    for path, text in files.items():
        for number, line in enumerate(text.splitlines(), 1):
            if path.endswith(".py") and (mark := MARK.search(line)):
                yield from ((path, number, said.strip()) for said in mark["expectations"].split(";"))


def is_fact(said: str) -> bool:
    """Whether a mark states what inference knows rather than what a rule reports."""
    return said == "on-loop" or said.startswith("reveals ")


@pytest.mark.parametrize("files", cases())
def test_spec(files: dict[str, str], tmp_path: Path) -> None:
    assert files, "a case has at least one block"
    root = write_project(tmp_path, files)
    found = diagnostics([root])
    missing = []
    for path, line, said in marks(files):
        if is_fact(said):
            continue
        wanted = expectation(said)
        there = [one for one in found if (one.path, one.start.line) == (path, line)]
        if match := next(filter(wanted.holds_for, there), None):
            found.remove(match)
        else:
            missing.append(f"{path}:{line} {said}")
    unexpected = [f"{one.path}:{one.start.line} {one.code} {one.message} | {one.help}" for one in found]
    assert (missing, unexpected) == ([], [])
