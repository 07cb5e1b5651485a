"""Every command in the README and the docs runs as it is written, in a copy of examples/bookshop, and prints what is
shown below it. What is only named in a sentence has a command and options that exist."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from django_async_lint.cli import dal as group

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"(?ms)^[ ]*```(?:console|bash|sh|shell)\n(.*?)^[ ]*```$")
SETTINGS = re.compile(r"(?ms)^[ ]*```ya?ml\n(.*?)^[ ]*```$")
INLINE = re.compile(r"`(dal [a-z][^`]*)`")
NOT_RUN: dict[str, str] = {
    "python -m venv": "makes an environment; a newcomer's way is walked by test_release",
    "uvx ": "asks the package index; test_release runs it with the wheel",
    "pip install": "asks the package index; the wheel is installed by test_release",
    "make ": "continuous integration runs it; here only that the Makefile has it",
    "dal server": "waits for an editor; test_language_server and test_editors speak to it",
}
"""How commands begin that this test does not run, and why."""
PIPED_INTO = re.compile(r"\s\| (?:reviewdog|dot)\b.*")
"""Programs that need an account or a package of the system: what goes into them is run."""


def why_not(command: str) -> str:
    return next((why for begin, why in NOT_RUN.items() if command.startswith(begin)), "")


class Command(NamedTuple):
    """A command of a page, and the lines that the page shows below it."""

    page: str
    text: str
    shown: tuple[str, ...]


def in_block(page: str, block: str) -> Iterator[Command]:
    """The commands of a block of a page."""
    lines = [line.strip() if line.startswith("   $") else line for line in block.splitlines()]
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    assert starts and starts[0] == 0, f"{page}: begin commands with `$ `: {lines[0]}"
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        written = re.sub(r"\s{2,}#.*|\s# .*", "", lines[start].removeprefix("$ "))
        yield Command(page, written.strip(), tuple(line for line in lines[start + 1 : end] if line.strip()))


def commands() -> Iterator[Command]:
    """The commands of all blocks, and those that workflows run."""
    for path in PAGES:
        page, text = path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
        for block in BLOCK.findall(text):
            yield from in_block(page, block)
        for block in SETTINGS.findall(text):
            for line in block.splitlines():
                if found := re.match(r"\s*- (?:run: )?((?:dal|pip) .*)", line):
                    yield Command(page, found[1], ())


TUTORIAL = "docs/tutorial.md"
FILE = re.compile(r"# (?P<name>[\w/]+\.py)\n")
STEP = re.compile(r"(?ms)^```(?P<kind>python|console)\n(?P<text>.*?)^```$")
ALL = [each for each in dict.fromkeys(commands()) if each.page != TUTORIAL or why_not(each.text)]


@pytest.mark.parametrize("command", [each for each in ALL if not why_not(each.text)], ids=lambda each: each.text)
def test_command(command: Command, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    run(command, tmp_path if "examples/" in command.text else tmp_path / "examples/bookshop", tmp_path)


def run(command: Command, folder: Path, home: Path) -> None:
    """Runs a command in a folder; each line that the page shows below it is printed, up to its dots."""
    paths = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        PIPED_INTO.sub("", command.text), shell=True, cwd=folder, capture_output=True, text=True, timeout=120,
        env={"PATH": paths, "HOME": str(home), "LANG": "C.UTF-8", "CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "2"},
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    for line in command.shown:
        begin, dots, _ = line.partition(" ...") if line.endswith("...") else (line, "", "")
        assert any(each == begin or (dots and each.startswith(begin)) for each in done.stdout.splitlines()), line


def test_the_tutorial_is_the_way(tmp_path: Path) -> None:
    shop = tmp_path / "shop"
    shop.mkdir()
    for step in STEP.finditer((ROOT / TUTORIAL).read_text("utf-8")):
        if step["kind"] == "python":
            name = FILE.match(step["text"])
            assert name is not None
            (shop / name["name"]).write_text(step["text"][name.end() :])
            continue
        for command in in_block(TUTORIAL, step["text"]):
            if not why_not(command.text):
                run(command, shop, tmp_path)


def test_each_reason_not_to_run_one_is_needed() -> None:
    begins = {begin for begin in NOT_RUN for each in ALL if each.text.startswith(begin)}
    assert begins == set(NOT_RUN)


def test_every_target_of_make_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for path in PAGES:
        for target in re.findall(r"(?:^\$ |`)make ([a-z-]+)", path.read_text("utf-8"), re.MULTILINE):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{path.name}: make {target}"


def named_in_sentences() -> Iterator[tuple[str, str]]:
    for path in [*PAGES, ROOT / "CHANGELOG.md"]:
        for text in INLINE.findall(path.read_text("utf-8")):
            yield path.relative_to(ROOT).as_posix(), re.split(r" [|>] ", text)[0]


@pytest.mark.parametrize(("page", "text"), sorted(set(named_in_sentences())))
def test_what_a_sentence_names_exists(page: str, text: str) -> None:
    _, *words = text.replace("|", " ").split()
    context = click.Context(group)
    command: click.Command | None = group.get_command(context, words[0])
    assert command is not None, f"{page}: there is no `dal {words[0]}`"
    while isinstance(command, click.Group) and len(words) > 1:
        words = words[1:]
        command = command.get_command(context, words[0]) or command
    if command.name == "fix":
        command = group.get_command(context, "check")
    known = {name for each in (command.params if command else ()) for name in (*each.opts, *each.secondary_opts)}
    given = {re.split(r"[=\[]", word)[0] for word in words if word.startswith("-") and len(word) > 1}
    assert given <= known | {"--help"}, f"{page}: {text}"
