"""How the command line speaks: output to standard output, remarks and errors to standard error, colour or not.

Knows streams and nothing of what is written to them.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

import click

from django_async_lint.output.plain import plain

CLEAN, FINDINGS, FAILURE, INTERRUPTED = 0, 1, 2, 130
"""The exit codes of every command."""


LINKING_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby"})
LINKING_VARIABLES = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "FORCE_HYPERLINK")
LINKING_TERMINALS = ("kitty", "alacritty", "foot", "ghostty", "wezterm")
LINKING_VTE = 5000
"""Terminals that show links (OSC 8), by what they set; source: the list of Egmont Koblinger's specification."""


def counted(number: int, one: str, several: str = "") -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def wants_color(choice: str, output_file: str | None) -> bool:
    """NO_COLOR and FORCE_COLOR decide when nothing was chosen, then whether a terminal reads along."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or output_file:
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout is not None and sys.stdout.isatty())


def is_terminal(stream: TextIO | None, output_file: str | None = None) -> bool:
    """Whether somebody reads a stream on a terminal."""
    return not output_file and stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def wants_links(choice: str, output_file: str | None) -> bool:
    """Whether the terminal shows links, as far as the variables tell that terminals set; never without colour."""
    if not is_terminal(sys.stdout, output_file) or not wants_color(choice, output_file):
        return False
    variables = os.environ
    version = variables.get("VTE_VERSION", "")
    return (
        variables.get("TERM_PROGRAM", "") in LINKING_PROGRAMS
        or any(variables.get(name) for name in LINKING_VARIABLES)
        or any(name in variables.get("TERM", "") for name in LINKING_TERMINALS)
        or (version.isdecimal() and int(version) >= LINKING_VTE)
    )


def put(rendered: str, file: str | None) -> None:
    """Writes an output to its file, or to standard output."""
    if not file:
        write(rendered)
        return
    try:
        Path(file).write_text(rendered, "utf-8", "backslashreplace", newline="\n")
    except OSError as error:
        raise click.UsageError(f"--output-file {file}: {error.strerror or error}") from None


def write(output: str) -> None:
    """Writes to standard output, characters that it cannot encode as escapes; a closed pipe is no fault."""
    encoding = (sys.stdout.encoding if sys.stdout is not None else None) or "utf-8"
    write_bytes(output.encode(encoding, "backslashreplace"))


def write_bytes(output: bytes) -> None:
    """Writes to standard output, as it is; a closed pipe is no fault."""
    if sys.stdout is None:
        raise click.ClickException("cannot write the output: standard output is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(output)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is buffered is flushed at exit
        if not isinstance(error, BrokenPipeError):
            raise click.ClickException(f"cannot write the output: {error.strerror or error}") from None


def tell(line: str) -> None:
    """Writes a line to standard error."""
    with suppress(OSError):
        click.echo(line, err=True)


def complain(*errors: str) -> None:
    """Writes each error as one line to standard error."""
    for error in errors:
        tell(f"dal: error: {plain(' '.join(error.split()))}")


def standard_input() -> bytes:
    """All bytes of standard input."""
    try:
        if sys.stdin is None:
            raise click.ClickException("cannot read standard input: it is closed")
        return sys.stdin.buffer.read()
    except OSError as error:
        raise click.ClickException(f"cannot read standard input: {error.strerror or error}") from None
