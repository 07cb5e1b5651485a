"""`dal config` and `dal schema`: what can be set, and the shape of settings and of outputs for machines."""

import json
import os
from pathlib import Path

import click

from django_async_lint.cli.options import settings_of
from django_async_lint.cli.terminal import CLEAN, write
from django_async_lint.output.plain import plain
from django_async_lint.output.schemas import SCHEMAS, text
from django_async_lint.project.layout import project_root


@click.command()
@click.argument("key", required=False)
@click.option("--config", "configs", multiple=True, metavar="KEY=VALUE|FILE", help="A setting, or a TOML file.")
@click.option("--isolated", is_flag=True, help="Read no settings from files.")
def config(key: str | None, configs: tuple[str, ...], isolated: bool) -> int:
    """Lists the settings with what each takes and its default; with KEY one of them, and what holds here."""
    from django_async_lint.config import KEYS, did_you_mean, toml
    from django_async_lint.setting_pages import pages, plain_words

    known = pages()
    if key is None:
        width = max(len(each.key) for each in known)
        write("".join(f"{each.key:{width}}  {each.takes} (default: {each.default})\n" for each in known))
        write(f"\n`dal config KEY` tells more of one; all are told at {known[0].url}\n")
        return CLEAN
    found = next((each for each in known if each.key == key.replace("_", "-")), None)
    if found is None:
        raise click.UsageError(f"there is no setting `{key}`{did_you_mean(key, KEYS)}")
    settings = settings_of({"configs": configs, "isolated": isolated})
    root = project_root(Path(os.getcwd()))
    value = toml(getattr(settings.of(root), found.key.replace("-", "_")))
    write(
        f"{found.key}: {plain_words(found.meaning)}\n\n"
        f"takes    {found.takes}\ndefault  {found.default}\nhere     {plain(value)}\npage     {found.url}\n"
    )
    return CLEAN


@click.command()
@click.option("--output", type=click.Choice(tuple(SCHEMAS)), help="Of this output rather than of the settings.")
def schema(output: str | None) -> int:
    """Prints the JSON schema of the settings, or of an output that is JSON."""
    from django_async_lint.setting_pages import schema as of_settings

    write(text(output) if output else json.dumps(of_settings(), indent=2, ensure_ascii=False) + "\n")
    return CLEAN
