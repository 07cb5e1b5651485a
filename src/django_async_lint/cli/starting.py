"""`dal init`: shows what would be written to a project's configuration files, asks, and writes it."""

import os

import click

from django_async_lint.cli.terminal import CLEAN, FAILURE, INTERRUPTED, complain, tell, write
from django_async_lint.output.plain import plain

NEXT = """\
What to do next:
  1. dal views             which views gain from async, and which are hurt by it
  2. dal check             what blocks the event loop today
  3. dal baseline write    accept what is there; from then on only new findings fail
  4. dal check in CI       exit code 1 is a finding; --output-format github or sarif shows them in reviews
  5. {pre_commit}
`dal doctor` tells whether everything is found and nothing mutes it.
"""


@click.command()
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False))
@click.option("-y", "--yes", is_flag=True, help="Write without asking.")
def init(folder: str, yes: bool) -> int:
    """Writes the settings, tells ruff and pre-commit of this linter, and says what to do next."""
    from django_async_lint import adopting
    from django_async_lint.surroundings.texts import CannotEdit

    planned = adopting.plan(folder)
    for line in planned.present:
        tell(f"dal: {plain(line)} already")
    if planned.changes:
        write("".join(f"{plain(line)}\n" for line in adopting.diff(planned).splitlines()))
        if not yes and (refusal := _refusal(len(planned.changes))) is not None:
            return refusal
        try:
            adopting.carry_out(planned)
        except CannotEdit as error:
            complain(str(error))
            return FAILURE
        for change in planned.changes:
            tell(f"dal: wrote {plain(os.path.relpath(change.path))}: {change.why}")
    complain(*planned.refused)
    pre_commit = "pre-commit install    checks what a commit touches"
    has_none = "pre-commit            there is none here; the README has the entry"
    write(NEXT.format(pre_commit=pre_commit if planned.has_pre_commit else has_none))
    return FAILURE if planned.refused else CLEAN


def _refusal(count: int) -> int | None:
    """The exit code where nothing is to be written, None where the user wants it: a no is an answer, nobody to ask is a
    failure."""
    code = CLEAN
    try:
        if click.confirm(f"Write {'this file' if count == 1 else f'these {count} files'}?", default=True, err=True):
            return None
    except click.Abort as error:
        tell("")
        if isinstance(error.__context__, KeyboardInterrupt):
            return INTERRUPTED
        complain("nobody to ask; `--yes` writes without asking")
        code = FAILURE
    tell("dal: nothing was written")
    return code
