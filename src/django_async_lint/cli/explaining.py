"""`dal explain`: what is believed of a line."""

import re
from typing import TYPE_CHECKING, Any

import click

from django_async_lint.cli.options import rule_codes, settings_of
from django_async_lint.cli.terminal import CLEAN, write

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

CODE = re.compile(r"DAL\d+", re.IGNORECASE)


def _places(context: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """What a shell offers: files, and the codes of rules where one is being typed."""
    from click.shell_completion import CompletionItem

    codes = rule_codes(context, parameter, incomplete) if incomplete.startswith(("D", "DA")) else []
    return codes or [CompletionItem(incomplete, type="file")]


@click.command()
@click.argument("place", metavar="PATH:LINE", shell_complete=_places)
@click.option("--config", "configs", multiple=True, metavar="KEY=VALUE|FILE", help="A setting, or a TOML file.")
@click.option("--isolated", is_flag=True, help="Read no settings from files.")
def explain(place: str, **options: Any) -> int:
    """Prints what is believed of a line, and why what it does is or is not reported; of a rule its page."""
    if CODE.fullmatch(place):
        from django_async_lint.cli.pages import page_of

        if (page := page_of(place)) is not None:
            write(page)
            return CLEAN
    from django_async_lint.explaining import CannotExplain
    from django_async_lint.explaining import explain as recipe
    from django_async_lint.output.explain import render

    try:
        explanation = recipe(place, settings_of(options))
    except CannotExplain as error:
        raise click.UsageError(str(error)) from None
    write(render(explanation))
    return CLEAN
