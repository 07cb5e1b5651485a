"""The `dal` command: translates arguments to the recipe in `check`, prints what comes back, and exits.

No logic of its own, and on the way of `dal check` no import of libcst, rich, asyncio or flake8. Each command is a
module of this room that is imported when it is asked for.
"""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module

import click

from django_async_lint import __version__
from django_async_lint.cli.groups import Group
from django_async_lint.cli.terminal import CLEAN, FAILURE, INTERRUPTED, complain, write
from django_async_lint.config import ConfigError, did_you_mean

MODULES = {
    "check": "checking",
    "baseline": "baseline",
    "clean": "cleaning",
    "completions": "completing",
    "config": "settings",
    "doctor": "examining",
    "explain": "explaining",
    "fix": "checking",
    "graph": "tracing",
    "init": "starting",
    "rule": "pages",
    "schema": "settings",
    "server": "serving",
    "views": "viewing",
    "why": "tracing",
}
"""Command -> the module of this room that holds it, as a function of the command's name."""


class Commands(Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of all commands, sorted."""
        return list(MODULES)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of a name, None where there is none."""
        if name not in MODULES:
            return None
        command = getattr(import_module(f"django_async_lint.cli.{MODULES[name]}"), name.replace("-", "_"))
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names. Raises UsageError, with what was likely meant, for any other."""
        name = arguments[0]
        if name not in MODULES and not name.startswith("-"):
            is_path = os.path.exists(name)
            meant = f", did you mean `dal check {name}`?" if is_path else did_you_mean(name, tuple(MODULES))
            raise click.UsageError(f"No such command {name!r}{meant}")
        return super().resolve_command(context, arguments)


def main() -> None:
    """Runs the command line and ends the process at once: clearing away what a large run made takes as long again."""
    gc.disable()
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Runs the command line; the exit code. Whatever goes wrong is told in lines on standard error."""
    try:
        return dal.main(arguments, prog_name="dal", standalone_mode=False) or CLEAN
    except ConfigError as error:
        complain(*error.errors)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        complain(error.format_message())
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        complain(f"internal error, please report it: {type(error).__name__}: {error}")
    return FAILURE


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="dal %(version)s")
@click.pass_context
def dal(context: click.Context) -> None:
    """Finds what blocks the event loop in async Django code, without importing it."""
    if context.invoked_subcommand is None:
        write(f"{context.get_help()}\n")
