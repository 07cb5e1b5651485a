"""`dal explain`: what is believed of a line."""

from typing import Any

import click

from django_async_lint.cli.options import settings_of
from django_async_lint.cli.terminal import CLEAN, write


@click.command()
@click.argument("place", metavar="PATH:LINE")
@click.option("--config", "configs", multiple=True, metavar="KEY=VALUE|FILE", help="A setting, or a TOML file.")
@click.option("--isolated", is_flag=True, help="Read no settings from files.")
def explain(place: str, **options: Any) -> int:
    """Prints what is believed of a line, and why what it does is or is not reported."""
    from django_async_lint.explaining import CannotExplain
    from django_async_lint.explaining import explain as recipe
    from django_async_lint.output.explain import render

    try:
        explanation = recipe(place, settings_of(options))
    except CannotExplain as error:
        raise click.UsageError(str(error)) from None
    write(render(explanation))
    return CLEAN
