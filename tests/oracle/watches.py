"""The watches that see what running an entry point does to the event loop.

Five of them: blockbuster's primitives and the interpreter's audit events (blocking), Django's own guard
(database on the loop), coroutines that nobody awaited, exceptions, and time spent per step of the loop.
Each symptom keeps the project's frames, the innermost first. Nothing here knows the linter or the site.
"""

import asyncio
import asyncio.events
import contextlib
import functools
import gc
import inspect
import itertools
import os
import socket
import sys
import threading
import time
import warnings
from collections import Counter
from types import CodeType, FrameType, TracebackType

import django.utils.asyncio
from blockbuster import BlockBuster, BlockBusterFunction
from django.core.exceptions import SynchronousOnlyOperation

CPU_LIMIT = 0.01
"""Seconds of the loop thread's own processor time in one step of the loop that count as a symptom: what costs less
is silent for sure."""

WAIT_LIMIT = 0.1
"""Seconds that one step may wait, less the time in which the scheduler ran something else."""

TICK = 0.005
LINES_PER_FUNCTION = 2000
"""Line events after which a function is not traced any more: a long loop shows nothing new."""

TRIFLES = frozenset(
    {
        "os.stat",
        "os.getcwd",
        "os.access",
        "os.readlink",
        "os.path.islink",
        "os.path.abspath",
        "os.path.ismount",
    }
)
AUDITED = frozenset(
    [
        "open",
        "os.listdir",
        "os.scandir",
        "os.mkdir",
        "os.remove",
        "os.rename",
        "os.rmdir",
        "os.system",
        "subprocess.Popen",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "sqlite3.connect",
        "shutil.copyfile",
        "shutil.rmtree",
        "tempfile.mkstemp",
        "tempfile.mkdtemp",
    ]
)
UNWATCHED_READS = tuple(
    f"io.{kind}.{method}" for kind in ("TextIOWrapper", "BufferedReader") for method in ("readline", "readlines")
)
"""Reads of files that blockbuster leaves out; they read from the disk as `read` does."""

IMPORTING = ("<frozen importlib", "linecache.py", "/importlib/")
HANDLER = os.sep + os.path.join("django", "core", "handlers") + os.sep
DATABASE = os.sep + os.path.join("django", "db") + os.sep
FILE_FIELD = os.sep + os.path.join("django", "db", "models", "fields", "files.py")
TEMPLATE = os.sep + os.path.join("django", "template") + os.sep
ASYNCIO = os.path.dirname(asyncio.__file__) + os.sep
REUSED = "cannot reuse already awaited coroutine"

Place = tuple[str, int, str]
"""A project frame: path below the site, line, name of the code object."""


class Watch:
    """Collects the symptoms of one run of one entry point in this process.

    `tolerant` lets synchronous database work go on after noting it, as if each fault had been mended,
    so that what follows the first fault is seen too; otherwise Django's guard raises as in production.
    `entry` is the file, line and name of what Django calls: the place of a failure that no frame of the
    project shows, such as that of a decorator.
    """

    def __init__(self, site: str, tolerant: bool, entry: Place = ("", 0, "")) -> None:
        self.site = site + os.sep
        self.entry = entry
        self.tolerant = tolerant
        self.symptoms: dict[tuple[str, tuple[Place, ...]], dict] = {}
        self.waits: set[tuple[str, str, tuple[Place, ...]]] = set()
        self.lines: dict[str, set[tuple[str, int]]] = {"loop": set(), "thread": set()}
        self.traced: Counter[CodeType] = Counter()
        self.steps = StepWatch(self)
        self.noting = threading.local()

    # -- frames ------------------------------------------------------------------------------------

    def place(self, filename: str, line: int, name: str) -> Place | None:
        """The place of a frame of the project, else None."""
        if not filename.startswith(self.site):
            return None
        return (filename[len(self.site) :].replace(os.sep, "/"), line, name)

    def chain(self, frame: FrameType | None) -> tuple[tuple[Place, ...], list[str]]:
        """The project's frames outward from `frame`, and the files of others that lie before the first.

        Django's handler ends the chain: what lies outside it is a middleware that only waits.
        """
        places: list[Place] = []
        before: list[str] = []
        while frame is not None:
            line = frame.f_lineno or frame.f_code.co_firstlineno  # between two instructions there is none
            found = self.place(frame.f_code.co_filename, line, frame.f_code.co_name)
            if HANDLER in frame.f_code.co_filename:
                break
            if found:
                places.append(found)
            elif not places:
                before.append(frame.f_code.co_filename)
            frame = frame.f_back
        return tuple(places), before

    def note(
        self, kind: str, what: str, places: tuple[Place, ...], seconds: float = 0.0, defined: Place | None = None
    ) -> None:
        """Keeps one symptom per kind and chain; `defined` is where the coroutine function stands that was lost, or
        whose coroutine was awaited again."""
        if places:
            fresh = {"what": what, "seconds": 0.0, "defined": defined}
            known = self.symptoms.setdefault((kind, places), fresh)
            known["seconds"] += seconds

    # -- blocking ----------------------------------------------------------------------------------

    def blocked(self, what: str, frame: FrameType) -> None:
        """Notes a blocking primitive if the project, and not the interpreter's own machinery, reached it."""
        if getattr(self.noting, "now", False):
            return
        self.noting.now = True
        try:
            places, before = self.chain(frame)
            if any(part in path for path in before for part in IMPORTING):
                return
            if any(path.startswith(ASYNCIO) for path in before):
                return
            self.note(kind_of(what, before), what, places)
        finally:
            self.noting.now = False

    def watch_blocking(self) -> None:
        """Turns on blockbuster with each primitive noting instead of raising, and an audit hook beside it."""
        buster = BlockBuster()
        for name in UNWATCHED_READS:
            like = buster.functions[name.rpartition(".")[0] + ".read"]
            buster.functions[name] = BlockBusterFunction(
                None,
                name,
                can_block_functions=like.can_block_functions,
                can_block_predicate=like.can_block_predicate,
            )
        for name, function in buster.functions.items():
            function.can_block_predicate = self.noting_predicate(name, function)
        buster.activate()
        sys.addaudithook(self.audit)

    def noting_predicate(self, name: str, function: BlockBusterFunction):
        """A predicate that notes the call where blockbuster would raise, and always lets it go on."""
        harmless = function.can_block_predicate

        def predicate(*args, **kwargs) -> bool:
            frame = sys._getframe(2)
            if name == "os.path.abspath" and os.path.isabs(args[0]):
                return True  # asks the system for nothing
            if not harmless(*args, **kwargs) and not allowed(frame, function.can_block_functions):
                self.blocked(name, frame)
            return True

        return predicate

    def audit(self, event: str, args: tuple) -> None:
        """Notes the audited events of the loop's thread."""
        if event in AUDITED and asyncio._get_running_loop() is not None:
            self.blocked(event, sys._getframe(1))

    # -- waiting -----------------------------------------------------------------------------------

    def watch_waiting(self) -> None:
        """Keeps from where the project waits for the network or a timer, on the loop and in threads: no symptoms."""

        main = threading.get_ident()

        def note(kind: str, frame: FrameType) -> None:
            where = "loop" if threading.get_ident() == main and asyncio._get_running_loop() else "thread"
            self.waits.add((kind, where, self.chain(frame)[0]))

        def watched(owner: object, name: str, kind: str) -> None:
            original = getattr(owner, name)

            def noting(*args, **kwargs):
                note(kind, sys._getframe(1))
                return original(*args, **kwargs)

            setattr(owner, name, noting)

        original_sleep = asyncio.sleep

        @functools.wraps(original_sleep)
        async def sleep(delay, *args):
            if delay > 0:
                note("sleep", sys._getframe(1))
            return await original_sleep(delay, *args)

        asyncio.sleep = sleep
        watched(asyncio.base_events.BaseEventLoop, "create_connection", "network")
        watched(time, "sleep", "sleep")
        watched(socket, "getaddrinfo", "network")

    # -- Django's guard ----------------------------------------------------------------------------

    def watch_guard(self) -> None:
        """Notes each refusal of Django's guard; when tolerant, notes the question and answers 'no loop'."""
        original = SynchronousOnlyOperation.__init__

        def refused(error, *args) -> None:
            original(error, *args)
            self.note("orm", "guard", self.chain(sys._getframe(1))[0])

        SynchronousOnlyOperation.__init__ = refused
        if self.tolerant:
            running = asyncio.get_running_loop

            def asked():
                running()
                self.note("orm", "guard", self.chain(sys._getframe(1))[0])
                raise RuntimeError("no running event loop")

            django.utils.asyncio.get_running_loop = asked

    # -- coroutines --------------------------------------------------------------------------------

    def watch_coroutines(self) -> None:
        """Notes coroutines that are never awaited where they were made, in every thread.

        One that was made by no frame of the project but belongs to it is noted where it is defined.
        """

        def dropped(coroutine) -> None:
            code = coroutine.cr_code
            origin = itertools.takewhile(lambda link: HANDLER not in link[0], coroutine.cr_origin or ())
            places = [place for place in (self.place(*link) for link in origin) if place]
            own = self.place(code.co_filename, code.co_firstlineno, code.co_name)
            if not places and own:
                places = [own]
            self.note("coroutine", coroutine.__qualname__, tuple(places), defined=own)

        warnings._warn_unawaited_coroutine = dropped
        sys.set_coroutine_origin_tracking_depth(60)

    def raised(self, error: BaseException, traceback: TracebackType | None) -> None:
        """Notes an exception that left a view; one that shows no frame of the project, at the entry point."""
        places: list[Place | None] = []
        while traceback is not None:
            code = traceback.tb_frame.f_code
            if HANDLER in code.co_filename:
                places.clear()
            places.append(self.place(code.co_filename, traceback.tb_lineno, code.co_name))
            traceback = traceback.tb_next
        if not any(places):
            places = [self.place(*self.entry)]
        kind = "orm" if isinstance(error, SynchronousOnlyOperation) else "raises"
        self.note(
            kind,
            f"{type(error).__name__}: {error}",
            tuple(place for place in reversed(places) if place),
            defined=self.used_up() if str(error) == REUSED else None,
        )

    def used_up(self) -> Place | None:
        """Where the one coroutine function of the project stands whose coroutine has ended and is still kept."""
        ended = [each.cr_code for each in gc.get_objects() if inspect.iscoroutine(each) and each.cr_frame is None]
        own = {self.place(code.co_filename, code.co_firstlineno, code.co_name) for code in ended} - {None}
        return own.pop() if len(own) == 1 else None

    # -- lines -------------------------------------------------------------------------------------

    def trace(self, frame: FrameType, event: str, argument: object):
        """A trace function that keeps which project lines ran on the loop and which in other threads."""
        if not frame.f_code.co_filename.startswith(self.site):
            return None
        if self.traced[frame.f_code] > LINES_PER_FUNCTION:
            return None
        on_loop = asyncio._get_running_loop() is not None
        ran = self.lines["loop" if on_loop else "thread"]
        path = frame.f_code.co_filename[len(self.site) :].replace(os.sep, "/")

        def line(frame: FrameType, event: str, argument: object):
            ran.add((path, frame.f_lineno))
            self.traced[frame.f_code] += 1
            if self.traced[frame.f_code] > LINES_PER_FUNCTION:
                frame.f_trace_lines = False
            return line

        return line(frame, event, argument)

    def start(self) -> None:
        """Turns everything on; for the rest of the process."""
        self.watch_blocking()
        self.watch_guard()
        self.watch_coroutines()
        self.watch_waiting()

        def begin_thread(frame: FrameType, event: str, argument: object):
            if sys.get_coroutine_origin_tracking_depth() == 0:
                sys.set_coroutine_origin_tracking_depth(60)
            return self.trace(frame, event, argument) if self.tolerant else None

        threading.settrace(begin_thread)
        if self.tolerant:
            sys.settrace(self.trace)
        else:
            self.steps.start()

    def result(self) -> dict:
        """What was seen, ready for JSON."""
        self.steps.stop()
        return {
            "symptoms": [
                {"kind": kind, "chain": places, **details} for (kind, places), details in self.symptoms.items()
            ],
            "waits": sorted(wait for wait in self.waits if wait[2] or wait[:2] == ("network", "loop")),
            "lines": {where: sorted(lines) for where, lines in self.lines.items()},
        }


class StepWatch:
    """Measures each step of the loop, and by sampling says where a long one spent its time."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self.running = False
        self.in_step = False
        self.charging = threading.Lock()

    def start(self) -> None:
        """Measures the calling thread's steps from now on."""
        self.thread = threading.get_ident()
        self.clock = time.pthread_getcpuclockid(self.thread)
        self.native = threading.get_native_id()
        original = asyncio.events.Handle._run

        def measured(handle) -> None:
            if threading.get_ident() != self.thread or self.in_step:
                return original(handle)
            self.begin()
            try:
                return original(handle)
            finally:
                self.end()

        asyncio.events.Handle._run = measured
        self.running = True
        threading.Thread(target=self.sample, daemon=True).start()

    def begin(self) -> None:
        """A step of the loop begins."""
        self.cpu: Counter[tuple[Place, ...]] = Counter()
        self.wait: Counter[tuple[Place, ...]] = Counter()
        self.mark = (time.perf_counter(), time.clock_gettime(self.clock), self.delay())
        self.in_step = True

    def end(self) -> None:
        """A step ends: its time is noted if it was long, once the sample that is being taken is charged."""
        with self.charging:
            self.in_step = False
        for kind, spent, limit in (("cpu", self.cpu, CPU_LIMIT), ("wait", self.wait, WAIT_LIMIT)):
            if sum(spent.values()) > limit:
                for places, seconds in spent.items():
                    self.watch.note(kind, "step", places, seconds)

    def delay(self) -> float:
        """Seconds that the thread was ready but not running since it began, where the system tells."""
        with (
            contextlib.suppress(OSError, ValueError, IndexError),
            open(f"/proc/self/task/{self.native}/schedstat") as stat,
        ):
            return int(stat.read().split()[1]) / 1e9
        return 0.0

    def sample(self) -> None:
        """Charges the time since the last tick, again and again."""
        while self.running:
            time.sleep(TICK)
            with self.charging:
                if self.in_step:
                    self.charge()

    def charge(self) -> None:
        """Charges the time since the last tick to the project's frames that are running now."""
        places, _ = self.watch.chain(sys._current_frames().get(self.thread))
        now = (time.perf_counter(), time.clock_gettime(self.clock), self.delay())
        wall, cpu, delayed = (late - early for late, early in zip(now, self.mark, strict=True))
        self.mark = now
        self.cpu[places] += cpu
        self.wait[places] += max(0.0, wall - cpu - delayed)

    def stop(self) -> None:
        """Stops sampling."""
        self.running = False


def kind_of(what: str, before: list[str]) -> str:
    """The kind of a blocking primitive, by its name and by whose code stands between it and the project."""
    if any(DATABASE in path and not path.endswith(FILE_FIELD) for path in before):
        return "orm"
    if what in TRIFLES or any(TEMPLATE in path for path in before):
        return "trifle"
    return "blocking"


def allowed(frame: FrameType | None, functions: list[tuple[str, object]]) -> bool:
    """Whether blockbuster itself allows the primitive below one of these functions."""
    while frame is not None:
        filename = frame.f_code.co_filename.replace("\\", "/")
        if any(filename.endswith(end) and frame.f_code.co_name in names for end, names in functions):
            return True
        frame = frame.f_back
    return False
