"""`dal baseline`: writes down the faults that there are, shows them, and forgets those that have gone."""

import os
from itertools import groupby
from typing import Any

import click

from django_async_lint.baselining import Rewritten
from django_async_lint.cli.groups import Group
from django_async_lint.cli.options import baseline_options, jobs_of, settings_of
from django_async_lint.cli.terminal import CLEAN, FAILURE, counted, tell, write
from django_async_lint.output.plain import plain


@click.group(cls=Group, invoke_without_command=True, subcommand_metavar="COMMAND [ARGS]...")
@click.pass_context
def baseline(context: click.Context) -> int:
    """Keeps the faults of day one apart, so that only new ones are reported."""
    if context.invoked_subcommand is None:
        tell(context.get_help())
        return FAILURE
    return CLEAN


@baseline.command("write")
@baseline_options
@click.option("-j", "--jobs", metavar="N", default="auto", help="Processes to use (`auto`: as many as pay).")
def write_command(paths: tuple[str, ...], **options: Any) -> int:
    """Writes a baseline of all that a project reports now (by default that of the working directory)."""
    from django_async_lint.baselining import write as recipe

    for each in recipe(paths or (".",), settings_of(options), jobs_of(options["jobs"])):
        count = counted(sum(each.codes.values()), "finding")
        by_code = ", ".join(f"{code} x{number}" for code, number in sorted(each.codes.items()))
        entries = f" in {each.entries} entries" if each.entries != sum(each.codes.values()) else ""
        known = f"{count}{f' ({by_code})' if by_code else ''}{entries}"
        write(f"Wrote {_name(each)}: {known}; new ones are reported from now on\n")
    return CLEAN


@baseline.command("prune")
@baseline_options
@click.option("-j", "--jobs", metavar="N", default="auto", help="Processes to use (`auto`: as many as pay).")
def prune_command(paths: tuple[str, ...], **options: Any) -> int:
    """Takes away the entries of a baseline that no longer occur."""
    from django_async_lint.baselining import prune as recipe

    for each in recipe(paths or (".",), settings_of(options), jobs_of(options["jobs"])):
        left = sum(each.codes.values())
        write(f"{_name(each)}: {counted(each.gone, 'entry', 'entries')} removed, {left} left\n")
    return CLEAN


@baseline.command("show")
@baseline_options
def show_command(paths: tuple[str, ...], **options: Any) -> int:
    """Lists the entries of a baseline by file."""
    from django_async_lint.baselining import show as recipe

    for file, entries in recipe(paths or (".",), settings_of(options)):
        write(f"{plain(str(file))}: {counted(len(entries), 'entry', 'entries')}\n")
        for path, group in groupby(entries, key=lambda entry: entry.path):
            write(f"{plain(path)}\n")
            for entry in group:
                place = f" in `{entry.function}`" if entry.function else ""
                write(plain(f"  {entry.code}{place}: {entry.callee or entry.sink}") + "\n")
    return CLEAN


def _name(rewritten: Rewritten) -> str:
    return plain(os.path.relpath(rewritten.file))
