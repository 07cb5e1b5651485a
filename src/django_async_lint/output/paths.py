"""Call paths for people: of a very long one the ends, and how much there is between them.

Formats for programs give every step.
"""

from typing import NamedTuple

from django_async_lint.diagnostic import Step

MOST_STEPS = 24
"""Steps that a path shows whole."""
AT_AN_END = 8


class Ends(NamedTuple):
    """The first and last steps of a path, and a line in place of those between; an empty one where all are shown."""

    first: tuple[Step, ...]
    between: str
    last: tuple[Step, ...]


def ends(steps: tuple[Step, ...]) -> Ends:
    """What of a call path is shown."""
    if len(steps) <= MOST_STEPS:
        return Ends(steps, "", ())
    between = f"… {len(steps) - 2 * AT_AN_END:,} more calls …"
    return Ends(steps[:AT_AN_END], between, steps[-AT_AN_END:])
