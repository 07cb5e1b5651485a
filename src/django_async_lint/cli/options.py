"""Options that several commands share, and how they become settings.

Checks what was given and decides nothing; what a setting means is in `config`.
"""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from django_async_lint.config import Settings, read_override, read_table

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Decorator = Callable[[Callable[..., int]], Callable[..., int]]


def _split(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> list[str] | None:
    """The items of a list given with commas, repeatedly, or both; None when it was not given."""
    items = [item for value in values for item in re.split(r"[,\s]+", value) if item]
    if values and not items and parameter.name in ("select", "extend_select"):
        raise click.UsageError(f"{parameter.opts[0]} names no rule; `dal rule` lists them")
    return items or None


def list_option(name: str, help: str, metavar: str = "CODES") -> Decorator:
    """An option that takes a list with commas, repeatedly, or both. Shells complete the codes of rules in it."""
    completing = rule_codes if metavar == "CODES" else None
    return click.option(
        name, multiple=True, callback=_split, metavar=metavar, help=help, shell_complete=completing
    )  # fmt: skip


def rule_codes(context: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The codes of rules that a shell offers for what is typed so far, the last item of a list with commas."""
    from click.shell_completion import CompletionItem

    from django_async_lint.rules.registry import all_rules

    before, comma, typed = incomplete.rpartition(",")
    found = [each for each in all_rules() if each.code.startswith(typed.upper())]
    return [CompletionItem(f"{before}{comma}{each.code}", help=each.title) for each in found]


def baseline_options(command: Callable[..., int]) -> Callable[..., int]:
    """What every command over baselines takes."""
    for add in (
        click.option("--isolated", is_flag=True, help="Read no settings from files."),
        click.option("--config", "configs", multiple=True, metavar="KEY=VALUE|FILE", help="A setting, or a TOML file."),
        click.option("--baseline", type=click.Path(dir_okay=False), help="The file of the baseline."),
        click.argument("paths", nargs=-1, metavar="[PATHS]..."),
    ):
        command = add(command)
    return command


def jobs_of(given: str) -> int:
    """The number of processes that `-j` asks for."""
    from django_async_lint import workers

    if not re.fullmatch(r"[1-9]\d*|auto", given):
        raise click.UsageError(f"-j takes a number from 1 or `auto`, not {given!r}")
    return workers.available() if given == "auto" else int(given)


def settings_of(options: dict[str, Any]) -> Settings:
    """Where the settings come from, every option and `--config` checked. Raises ConfigError."""
    overrides: dict[str, object] = {}
    file = None
    for item in options["configs"]:
        if "=" in item and not os.path.exists(item):
            overrides.update(read_override(item))
        else:
            file = Path(item)
    names = (
        "select", "ignore", "extend_select", "extend_ignore", "exclude", "extend_exclude",
        "scope", "profile", "min_confidence", "fail_on", "target_django", "output_format", "cache_dir",
    )  # fmt: skip
    given = {name.replace("_", "-"): options[name] for name in names if options.get(name) is not None}
    if options.get("per_file_ignores") is not None:
        given["per-file-ignores"] = _codes_by_pattern(options["per_file_ignores"])
    if "cache-dir" in given:
        given["cache-dir"] = os.path.abspath(given["cache-dir"])
    if options.get("baseline") is not None:
        given["baseline"] = os.path.abspath(options["baseline"])
    if options.get("no_baseline"):
        given["baseline"] = ""
    overrides.update(read_table(given, "command line"))
    return Settings(overrides, file, options["isolated"])


def _codes_by_pattern(items: Iterable[str]) -> dict[str, list[str]]:
    """`PATTERN:CODE` items as a table; an item without a pattern belongs to the one before."""
    table: dict[str, list[str]] = {}
    pattern = ""
    for item in items:
        before, colon, code = item.rpartition(":")
        pattern = before if colon else pattern
        if not pattern:
            raise click.UsageError(f"--per-file-ignores takes PATTERN:CODE, not {item!r}")
        table.setdefault(pattern, []).append(code)
    return table
