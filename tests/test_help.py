"""Help: every command and option is told in the help and in the docs; settings and options agree."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from django_async_lint.cli import MODULES, run
from django_async_lint.cli import dal as group
from django_async_lint.config import KEYS

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXT = "\n".join(path.read_text("utf-8") for path in PAGES)
SHORT = frozenset({"-j", "-q", "-v", "-h", "-V", "--jobs", "--quiet", "--verbose"})
"""Told by one of their two names."""


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command by what is written for it, those below others too."""
    for name in MODULES:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        yield f"dal {name}", command
        if isinstance(command, click.Group):
            yield from ((f"dal {name} {below}", each) for below, each in command.commands.items())


ALL = dict(commands())


def options(command: click.Command) -> list[click.Option]:
    return [each for each in command.params if isinstance(each, click.Option)]


@pytest.mark.parametrize("name", ALL)
def test_every_command_and_option_says_what_it_does(name: str) -> None:
    command = ALL[name]
    assert command.help and command.help.strip().endswith(".")
    for option in options(command):
        assert option.help and option.help[0].isupper() and option.help.endswith("."), f"{name} {option.opts}"


@pytest.mark.parametrize("name", ALL)
def test_every_command_and_option_is_in_the_docs(name: str) -> None:
    assert f"`{name}" in TEXT or f"$ {name}" in TEXT
    for option in options(ALL[name]):
        is_setting = any(each.removeprefix("--") in KEYS for each in option.opts)
        assert is_setting or any(re.search(rf"[`\s(]{re.escape(each)}\b", TEXT) for each in option.opts), option.opts


def test_options_of_check_are_settings_or_told_in_the_table_of_options() -> None:
    page = (ROOT / "docs/configuration.md").read_text("utf-8")
    table = page[page.index("| Option | Meaning |") : page.index("On a terminal, where no format")]
    named = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", table))
    given = {each for option in options(ALL["dal check"]) for each in option.opts} - SHORT
    settings = {f"--{key}" for key in KEYS}
    assert given - settings == named - SHORT - settings
    without = re.search(r"The others \((.*?)\) are given as\n?\s*`--config", page, re.DOTALL)
    assert without is not None
    assert settings - given == {f"--{key}" for key in re.findall(r"`([a-z-]+)`", without[1])}


def test_help_of_the_whole_lists_every_command(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    listed = re.findall(r"(?m)^  ([a-z]+)  +\S", capfd.readouterr().out.partition("Commands:")[2])
    assert listed == list(MODULES)


def test_help_of_fix_is_that_of_check(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--help"]) == 0
    check = capfd.readouterr().out
    assert run(["fix", "--help"]) == 0
    assert capfd.readouterr().out.partition("Options:")[2] == check.partition("Options:")[2]


@pytest.mark.parametrize(
    ("arguments", "told"), [(["chekc"], "did you mean `check`?"), ([str(ROOT)], f"did you mean `dal check {ROOT}`?")]
)
def test_a_wrong_command_is_answered_with_the_right_one(
    arguments: list[str], told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert told in capfd.readouterr().err


def test_a_group_without_a_command_prints_its_help(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline"]) == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.startswith("Usage: dal baseline [OPTIONS] COMMAND [ARGS]...\n\n  Keeps the faults of day one apart")
    assert "\n  show   Lists the entries of a baseline by file.\n" in told.err
    assert run(["baseline", "nothing"]) == 2
    assert capfd.readouterr().err == "dal: error: No such command 'nothing'.\n"
