"""`dal clean`: removes the cache of a project."""

import os
from typing import Any

import click

from django_async_lint.cli.options import settings_of
from django_async_lint.cli.terminal import CLEAN, tell
from django_async_lint.output.plain import plain


@click.command()
@click.argument("path", default=".")
@click.option("--cache-dir", metavar="FOLDER", help="Where the cache lies, by default in .dal_cache.")
@click.option("--config", "configs", multiple=True, metavar="KEY=VALUE|FILE", help="A setting, or a TOML file.")
@click.option("--isolated", is_flag=True, help="Read no settings from files.")
def clean(path: str, **options: Any) -> int:
    """Removes the cache of the project that holds PATH (by default the working directory)."""
    from django_async_lint import caching
    from django_async_lint.project.discovery import NO_SUCH_PATH

    if not os.path.exists(path):
        raise click.ClickException(f"{plain(path)}: {NO_SUCH_PATH}")
    folder = caching.folder_of(path, settings_of(options))
    try:
        was_there = caching.clean(folder)
    except OSError as error:
        raise click.ClickException(f"cannot remove {folder}: {error.strerror or error}") from None
    tell(f"dal: {'removed' if was_there else 'there is no cache in'} {plain(os.path.relpath(folder))}")
    return CLEAN
