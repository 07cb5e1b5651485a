"""`dal why` and `dal graph`: call paths as text, and as pictures for other tools."""

from typing import Any

import click

from django_async_lint.cli.options import settings_of
from django_async_lint.cli.terminal import CLEAN, put, tell, write

FORMATS = ("mermaid", "dot", "json")


@click.command()
@click.argument("function")
@click.argument("sink", default="")
@click.option("--config", "configs", multiple=True, metavar="KEY=VALUE|FILE", help="A setting, or a TOML file.")
@click.option("--isolated", is_flag=True, help="Read no settings from files.")
def why(function: str, sink: str, **options: Any) -> int:
    """Prints the shortest call paths from entry points to FUNCTION and from it to what blocks or raises.

    FUNCTION is a dotted name, the end of one, or PATH:LINE; SINK, a dotted name, the end of one or a code, shows the
    way there alone. The project is that of the working directory.
    """
    from django_async_lint.output.why import render
    from django_async_lint.tracing import CannotTrace
    from django_async_lint.tracing import why as recipe

    try:
        found = recipe(function, sink, settings_of(options))
    except CannotTrace as error:
        raise click.UsageError(str(error)) from None
    write(render(found))
    return CLEAN


@click.command()
@click.argument("target", default="")
@click.option(
    "--format", "--output-format", "form", type=click.Choice(FORMATS), default="mermaid", help="How to write the graph."
)
@click.option("--output-file", type=click.Path(dir_okay=False), help="Write the graph here, not to the terminal.")
@click.option("--config", "configs", multiple=True, metavar="KEY=VALUE|FILE", help="A setting, or a TOML file.")
@click.option("--isolated", is_flag=True, help="Read no settings from files.")
def graph(target: str, form: str, output_file: str | None, **options: Any) -> int:
    """Prints the calls around TARGET, a view or function as for `dal why`, or those from every entry point to what
    blocks or raises."""
    from django_async_lint.output import graphs
    from django_async_lint.tracing import CannotTrace
    from django_async_lint.tracing import graph as recipe

    try:
        found = recipe(target, settings_of(options))
    except CannotTrace as error:
        raise click.UsageError(str(error)) from None
    render = {"mermaid": graphs.mermaid, "dot": graphs.dot, "json": graphs.as_json}[form]
    put(render(found), output_file)
    if not found.nodes:
        tell("dal: there is nothing to draw: nothing that runs on the event loop is found to block or raise")
    if found.left_out:
        tell(f"dal: {found.left_out} more functions are left out; name a TARGET for the calls around it")
    return CLEAN
