"""`dal completions`: the script with which a shell completes commands, options and choices."""

import click
from click.shell_completion import BashComplete, get_completion_class

from django_async_lint.cli.terminal import CLEAN, write

SHELLS = {"bash": "~/.bashrc", "fish": "~/.config/fish/completions/dal.fish", "zsh": "~/.zshrc"}
"""Each shell with the file that it reads the script from."""
VARIABLE = "_DAL_COMPLETE"
SPLITS_ALL, SPLITS_ONCE = 'string split ","', 'string split --max 1 ","'
"""How fish's script takes an answer apart, and how it must: a list of codes holds commas."""


class _Bash(BashComplete):
    """bash's script. The release of bash at hand is not asked for by running it."""

    @staticmethod
    def _check_version(*_: object) -> None:
        return


@click.command()
@click.argument("shell", type=click.Choice(tuple(SHELLS)))
@click.pass_context
def completions(context: click.Context, shell: str) -> int:
    """Prints the script that makes SHELL complete `dal`: eval "$(dal completions bash)" in ~/.bashrc, the same with
    zsh in ~/.zshrc, dal completions fish > ~/.config/fish/completions/dal.fish."""
    kind = _Bash if shell == "bash" else get_completion_class(shell)
    assert kind is not None
    script = kind(context.find_root().command, {}, "dal", VARIABLE).source()
    write(script.replace(SPLITS_ALL, SPLITS_ONCE))
    return CLEAN
