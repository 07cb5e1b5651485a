"""Statements that fixes move into one thread do there what they did: random programs, run before and after."""

import asyncio
import random
from pathlib import Path

import pytest

from django_async_lint.config import Settings
from django_async_lint.fixing import fix
from tests.projects import write_project

NAMES = ("a", "b", "c", "text")
EXPRESSIONS = (
    "a", "b", "c", "text", "a + b", "len(text)", "str(c)", "'x'", "text.strip()", "[a, b]", "(text or '')[:3]",
)  # fmt: skip
HEAD = """import asyncio
import os
from pathlib import Path

seen = []


async def view(request, path, other):
"""
UNBOUND = {"UnboundLocalError", "NameError"}
"""What Python says of a name without a value: another word where a function around it has it."""


class Writer:
    """Writes the statements of one view that reads and writes files."""

    def __init__(self, seed: int) -> None:
        self.choose = random.Random(seed)

    def text(self) -> str:
        """A module with one view."""
        opening = ["    a = b = c = ''", "    text = 'tt'"] if self.choose.random() < 0.7 else ["    a = 'a'"]
        return HEAD + "\n".join([*opening, *self.block(2, "    ")]) + "\n"

    def block(self, depth: int, pad: str) -> list[str]:
        """Some statements."""
        return [line for _ in range(self.choose.randint(1, 4)) for line in self.statement(depth, pad)]

    def statement(self, depth: int, pad: str) -> list[str]:
        """A statement, simple where nothing may be nested any deeper."""
        compound = (self.with_, self.if_, self.for_, self.try_)
        if depth and self.choose.random() < 0.27:
            return [pad + line for line in self.choose.choice(compound)(depth - 1)]
        return [pad + line for line in self.simple()]

    def simple(self) -> list[str]:
        """A statement of one line, most of files."""
        name, path, file = self.choose.choice(NAMES), self.path(), self.file()
        return self.choose.choice((
            [f"{file} = open({path})"], [f"{file} = open({path})"], [f"{name} = {file}.read()"],
            [f"{name} = {file}.read()"],
            [f"{file}.close()  # done"], [f"{name} = {self.expression()}"], [f"{name} += str({self.expression()})"],
            [f"seen.append({name})"], [f"return {self.expression()}"], [f"{name} = os.path.getsize({path})"],
            [f"os.utime({path})"], ["await asyncio.sleep(0)"], [f"Path({path}).touch()"],
            [f"{name} = [{name} for {name} in Path({path}).read_text().split()]"],
            [f"{name}, c = Path({path}).read_text().partition('o')[::2]"],
            [f"noted = lambda: {name}", "seen.append(noted())"],
        ))  # fmt: skip

    def path(self) -> str:
        return self.choose.choice(("path", "path", "other"))

    def file(self) -> str:
        return self.choose.choice(("file", "log"))

    def expression(self) -> str:
        return self.choose.choice(EXPRESSIONS)

    def with_(self, depth: int) -> list[str]:
        comment = ["    # a comment"] if self.choose.random() < 0.3 else []
        return [f"with open({self.path()}) as {self.file()}:", *comment, *self.block(depth, "    ")]

    def if_(self, depth: int) -> list[str]:
        rest = ["else:", *self.block(depth, "    ")] if self.choose.random() < 0.5 else []
        return [f"if {self.expression()}:", *self.block(depth, "    "), *rest]

    def for_(self, depth: int) -> list[str]:
        return [f"for {self.choose.choice(NAMES)} in ['p', 'q']:", *self.block(depth, "    ")]

    def try_(self, depth: int) -> list[str]:
        caught = self.choose.choice(("OSError", "ValueError", "Exception as error"))
        return ["try:", *self.block(depth, "    "), f"except {caught}:", *self.block(depth, "    ")]


def outcome(text: str, folder: Path) -> tuple[str, object, list[object]]:
    """What the view gave or raised, and what it noted on the way; open files are all alike."""
    path, other = folder / "path.txt", folder / "other.txt"
    path.write_text("hello world foo", "utf-8")
    other.write_text("bar", "utf-8")
    names: dict[str, object] = {}
    exec(compile(text, "<view>", "exec"), names)
    view, seen = names["view"], names["seen"]
    assert callable(view) and isinstance(seen, list)
    try:
        return "gave", plain(asyncio.run(view(None, str(path), str(other)))), [plain(each) for each in seen]
    except Exception as error:
        kind = type(error).__name__
        return "raised", "unbound" if kind in UNBOUND else kind, [plain(each) for each in seen]


def plain(value: object) -> object:
    if isinstance(value, list):
        return [plain(each) for each in value]
    return "a file" if hasattr(value, "read") else value


def compare(folder: Path, seeds: range) -> int:
    """How many programs of these seeds have moved statements; each does what it did."""
    moved = 0
    for seed in seeds:
        text = Writer(seed).text()
        root = write_project(folder / str(seed), {"manage.py": "", "views.py": text})
        mended = fix([root / "views.py"], Settings(), ("safe", "unsafe"))
        after = mended.changes[0].after.decode() if mended.changes else ""
        assert not mended.report.errors, (seed, text)
        if "in_thread" in after:
            moved += 1
            assert outcome(after, root) == outcome(text, root), (seed, text, after)
    return moved


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_what_is_moved_does_what_it_did(tmp_path: Path) -> None:
    assert compare(tmp_path, range(60)) >= 9


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_what_is_moved_does_what_it_did_in_many_programs(tmp_path: Path) -> None:
    assert compare(tmp_path, range(1000, 1700)) >= 100
