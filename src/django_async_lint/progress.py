"""How far a run is: counted by whoever works on it, in whatever process, and read by whoever shows it.

Nothing is counted unless somebody asked for it before the first process was forked. Knows no files and no terminals.
"""

import mmap
import os

SLOTS = 1024
"""Each process counts in a slot of its own, so that none has to wait for another."""

_counts: memoryview | None = None
_expected = 0


def begin() -> None:
    """Counts from here on."""
    global _counts, _expected
    _counts, _expected = memoryview(mmap.mmap(-1, 4 * SLOTS)).cast("I"), 0


def end() -> None:
    """Counts no longer."""
    global _counts
    _counts = None


def expect(count: int) -> None:
    """So many more are to be done."""
    global _expected
    _expected += count


def advance() -> None:
    """One more is done."""
    if _counts is not None:
        _counts[os.getpid() % SLOTS] += 1


def state() -> tuple[int, int]:
    """How many are done of how many."""
    done = sum(_counts) if _counts is not None else 0
    return min(done, _expected), _expected
