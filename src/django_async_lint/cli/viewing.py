"""`dal views`: whether async helps each view."""

from typing import TYPE_CHECKING, Any

import click

from django_async_lint.cli.options import list_option, settings_of
from django_async_lint.cli.terminal import CLEAN, FAILURE, complain, put, tell, wants_color

if TYPE_CHECKING:
    from django_async_lint.survey import Survey

FORMATS = ("full", "json", "markdown", "html")


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--output-format", type=click.Choice(FORMATS), default="full", help="How to print the views.")
@click.option("--output-file", type=click.Path(dir_okay=False), help="Write the views here, not to the terminal.")
@list_option("--exclude", "Files and folders to leave out of a walk.", "PATTERNS")
@list_option("--extend-exclude", "Files and folders to leave out besides.", "PATTERNS")
@click.option("--target-django", metavar="RELEASE", help="The Django release that the code runs on, such as 5.2.")
@click.option("--config", "configs", multiple=True, metavar="KEY=VALUE|FILE", help="A setting, or a TOML file.")
@click.option("--isolated", is_flag=True, help="Read no settings from files.")
@click.option("-q", "--quiet", is_flag=True, help="Print views only, no remarks on standard error.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="When to use colour.")
def views(paths: tuple[str, ...], output_format: str, **options: Any) -> int:
    """Says of each view whether async helps it, and why (by default in the working directory)."""
    from django_async_lint.surveying import survey

    found = survey(list(paths) or ["."], settings_of(options))
    put(_rendered_views(found, output_format, options), options["output_file"])
    if not options["quiet"]:
        for note in found.notes:
            tell(f"dal: {note}")
    complain(*found.errors)
    return FAILURE if found.errors else CLEAN


def _rendered_views(found: "Survey", output_format: str, options: dict[str, Any]) -> str:
    """The views in one of the formats, each imported only when it is asked for."""
    match output_format:
        case "json":
            from django_async_lint.output import views_json

            return views_json.render(found)
        case "markdown":
            from django_async_lint.output import views_markdown

            return views_markdown.render(found)
        case "html":
            from django_async_lint.output import views_html

            return views_html.render(found)
    from django_async_lint.output import views_text

    return views_text.render(found, wants_color(options["color"], options["output_file"]))
