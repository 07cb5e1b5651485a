"""How far a long run is, on standard error: a bar on a terminal, else a line now and then where that is asked for."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django_async_lint import progress

DELAY = 1.0
"""Seconds before anything is shown: short runs show nothing."""
EACH = 0.2
EACH_LINE = 10.0
WIDTH = 30
CLEAR = "\r\x1b[2K"
STANDARD_ERROR = 2


@contextmanager
def shown(on_terminal: bool, in_lines: bool) -> Iterator[None]:
    """Shows meanwhile how far the run is. What is written goes past Python's buffers, whose locks a fork would keep."""
    if not on_terminal and not in_lines:
        yield
        return
    progress.begin()
    done = threading.Event()
    thread = threading.Thread(target=_show, args=(done, on_terminal), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        progress.end()


def _show(done: threading.Event, on_terminal: bool) -> None:
    is_shown = False
    pause = DELAY if on_terminal else EACH_LINE
    while not done.wait(pause):
        count, total = progress.state()
        if not total:
            continue
        pause = EACH if on_terminal else EACH_LINE
        is_shown = True
        text = f"dal: {count} of {total} files"
        filled = "#" * (WIDTH * count // total)
        _write(f"{CLEAR}{text} [{filled:{WIDTH}}]" if on_terminal else f"{text}\n")
    if is_shown and on_terminal:
        _write(CLEAR)


def _write(text: str) -> None:
    with suppress(OSError):
        os.write(STANDARD_ERROR, text.encode())
