"""`dal server`: the language server, for editors."""

import logging

import click

from django_async_lint.cli.terminal import CLEAN

MISSING = "`dal server` needs pygls, which is not installed here: pip install 'django-async-lint[lsp]'"


@click.command()
@click.option("--stdio", is_flag=True, help="Speak over standard input and output, which it does anyhow.")
@click.option("-v", "--verbose", is_flag=True, help="Log to standard error what pygls does.")
def server(stdio: bool, verbose: bool) -> int:
    """Runs a language server over standard input and output (extra `lsp`)."""
    logging.basicConfig(level=logging.DEBUG if verbose else logging.CRITICAL)
    try:
        from django_async_lint.language_server.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise click.ClickException(MISSING) from None
    serve()
    return CLEAN
