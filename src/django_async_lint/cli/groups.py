"""Groups of commands, whose help says what each command does as a whole sentence."""

import click

WHOLE = 500
"""Characters that no first sentence of a command has."""


class Group(click.Group):
    """A group of commands."""

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes each command with what it does."""
        commands = ((name, self.get_command(context, name)) for name in self.list_commands(context))
        rows = [(name, each.get_short_help_str(limit=WHOLE)) for name, each in commands if each is not None]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
