"""Several processes for one run: forked copies of this one that take pieces of work until none is left.

Knows nothing of files or findings. A process that dies costs time and nothing else, its pieces are done again here;
none outlives the run. Where a process cannot be forked safely there is one.
"""

import marshal
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, TypeVar, cast

MOST_BY_ITSELF = 4
"""The most processes that are taken without being asked for: what two of them need both is computed twice."""
MOST_PIECES = 255

T = TypeVar("T")

_running: dict[int, int] = {}
"""The processes that were begun and not heard of, each with the pipe through which it tells what it found."""


def available() -> int:
    """How many processes pay on this machine: its cores, as far as this process may use them."""
    if not hasattr(os, "fork") or sys.platform == "darwin":  # system libraries of macOS break in forked processes
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_BY_ITSELF)


def run(
    work: Callable[[Iterator[int]], T],
    pieces: int,
    jobs: int,
    pack: Callable[[T], object],
    unpack: Callable[[object], T],
) -> list[T]:
    """What `work` gave in each of several processes, this one among them; it is given the numbers of the pieces that
    it is to do. `pack` makes what it gave into data that `marshal` knows, `unpack` undoes that."""
    assert pieces <= MOST_PIECES
    queue, end = os.pipe()
    os.write(end, bytes(range(pieces)))
    os.close(end)
    done: set[int] = set()
    life = os.pipe()
    for _ in range(min(jobs, pieces) - 1):
        with suppress(OSError):
            _begin(lambda: _worked(work, pack, queue), life)
    found = [work(_taken(queue, done))]
    os.close(queue)
    for data in _heard():
        taken, packed = marshal.loads(data)
        done.update(taken)
        found.append(unpack(packed))
    for each in life:
        os.close(each)
    missing = sorted(set(range(pieces)) - done)
    return [*found, work(iter(missing))] if missing else found


def stop() -> None:
    """Ends the processes that are still at work: an interrupted run needs nothing of them."""
    for process, pipe in list(_running.items()):
        with suppress(OSError):
            os.kill(process, signal.SIGKILL)
        _end(process, pipe)


def _begin(work: Callable[[], bytes], life: tuple[int, int]) -> None:
    """Begins a process that tells what `work` gives and ends, or ends with this one, which alone keeps `life` open."""
    pipe, told = os.pipe()
    with warnings.catch_warnings():  # the other threads wait, or show progress, and hold nothing
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process:
        os.close(told)
        _running[process] = pipe
        return
    status = 1
    try:
        os.close(life[1])
        threading.Thread(target=_end_with, args=(life[0],), daemon=True).start()
        with os.fdopen(told, "wb") as output:
            output.write(work())
        status = 0
    finally:
        os._exit(status)  # whatever went wrong: nobody but the parent speaks to the user


def _end_with(life: int) -> None:
    os.read(life, 1)  # nothing is ever written: this waits until the other end is closed
    os._exit(1)


def _worked(work: Callable[[Iterator[int]], T], pack: Callable[[T], object], queue: int) -> bytes:
    taken: set[int] = set()
    found = work(_taken(queue, taken))
    return marshal.dumps((tuple(taken), cast(Any, pack(found))))


def _taken(queue: int, taken: set[int]) -> Iterator[int]:
    """The next pieces that no other process has taken."""
    while number := os.read(queue, 1):
        taken.add(number[0])
        yield number[0]


def _heard() -> Iterator[bytes]:
    """What each process told, those that died apart."""
    for process, pipe in list(_running.items()):
        with os.fdopen(os.dup(pipe), "rb") as told:
            data = told.read()
        if _end(process, pipe) == 0:
            yield data


def _end(process: int, pipe: int) -> int:
    """Waits for the end of a process; its exit status."""
    _running.pop(process, None)
    with suppress(OSError):
        os.close(pipe)
    try:
        return os.waitpid(process, 0)[1]
    except OSError:
        return 1
