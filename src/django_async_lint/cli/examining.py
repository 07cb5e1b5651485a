"""`dal doctor`: what was found of a project, and what mutes the linter there."""

from typing import Any

import click

from django_async_lint.cli.options import settings_of
from django_async_lint.cli.terminal import CLEAN, FINDINGS, wants_color, write
from django_async_lint.output.plain import plain

COLOURS = {"ok": "\x1b[32m", "note": "\x1b[1;34m", "warning": "\x1b[1;33m"}
RESET = "\x1b[0m"


@click.command()
@click.argument("folder", default=".", type=click.Path(exists=True))
@click.option("--config", "configs", multiple=True, metavar="KEY=VALUE|FILE", help="A setting, or a TOML file.")
@click.option("--isolated", is_flag=True, help="Read no settings from files.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="When to use colour.")
def doctor(folder: str, color: str, **options: Any) -> int:
    """Tells what is found of the project and what mutes findings: exit code 1 where something does."""
    from django_async_lint.examining import examine

    told = examine(folder, settings_of(options))
    is_coloured = wants_color(color, None)
    width = max(len(each.topic) for each in told)
    for each in told:
        level = f"{COLOURS[each.level]}{each.level:7}{RESET}" if is_coloured else f"{each.level:7}"
        advice = f"\n{'':{width + 10}}-> {plain(each.advice)}" if each.advice else ""
        write(f"{level}  {each.topic:{width}} {plain(each.text)}{advice}\n")
    return FINDINGS if any(each.mutes for each in told) else CLEAN
