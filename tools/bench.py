"""Times `dal check --no-cache` beside ruff's ASYNC rules, hydroid and flake8, for docs/benchmarks.md.

All in one run on the same files, the largest packages of the ecosystem list and generated sites of several sizes: a
warm-up each, then rounds in which the tools take turns, and the median. The others live in virtual environments of
their own, so that flake8 does not load our plugin, and flake8 alone not that of flake8-async.
"""

import argparse
import math
import os
import platform
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generated_site import write_site
from packages import ROOT, PackageError, fetched, pinned, python_with_pip
from plot import plotted

PAGE = ROOT / "docs/benchmarks.md"
PLOT = ROOT / "docs/benchmarks.svg"
SECTION = re.compile(r"(<!-- bench: begin -->\n).*?(<!-- bench: end -->)", re.DOTALL)
OTHERS = ROOT / ".venv-bench"
ALONE = ROOT / ".venv-bench-flake8"
REQUIREMENTS = {
    OTHERS: ("ruff==0.17.6", "flake8==7.5.0", "flake8-async==26.8.1", "hydroid-cli==0.5.0"),
    ALONE: ("flake8==7.5.0",),
}
CHOSEN = ("django", "wagtail", "khoj")
SIZES = (250, 1000, 4000, 16000)
MOST_ASYNCHRONOUS = 4000
"""Files of the largest site that is asynchronous throughout: larger ones do not exist."""
SLOW = 20.0
"""Seconds from which a tool is timed once more and not once per round."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A command line to time, under the name that the table shows."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """Files to check. `kind` groups the sites that differ in size alone; empty for a package."""

    name: str
    folder: Path
    files: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: wall time in seconds and the memory of its largest process in MiB."""

    seconds: float
    peak: float


@dataclass(frozen=True, slots=True)
class Timing:
    """The runs of one tool; none when it took longer than the limit."""

    runs: tuple[Run, ...]
    limit: float

    @property
    def median(self) -> float:
        """The median of the seconds, or the limit when there is none."""
        return statistics.median(run.seconds for run in self.runs) if self.runs else self.limit

    @property
    def peak(self) -> str:
        """The most memory that a run took, as the table shows it."""
        return f"{max(run.peak for run in self.runs):.0f} MiB" if self.runs else ""

    def shown(self) -> str:
        """The median as the table shows it."""
        return f"{self.median:.2f} s" if self.runs else f"over {self.limit:.0f} s"


def tools() -> tuple[Tool, ...]:
    """What is timed; `dal` first."""
    ours, others = Path(sys.executable).parent, OTHERS / "bin"
    ruff = (str(others / "ruff"), "check", "--no-cache", "--select", "ASYNC", "--isolated", "--quiet", ".")
    return (
        Tool("`dal check --no-cache`", (str(ours / "dal"), "check", "--no-cache", "--quiet", ".")),
        Tool("`ruff check --no-cache --select ASYNC`", ruff),
        Tool("hydroid", (str(others / "hydroid"), ".")),
        Tool("flake8", (str(ALONE / "bin/flake8"), "--isolated", "--select", "E9", ".")),
        Tool("flake8 with flake8-async", (str(others / "flake8"), "--isolated", "--select", "ASYNC", ".")),
    )


def environment() -> dict[str, str]:
    """The environment of a tool: byte code is kept, as it is where a package was installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def install_others() -> None:
    """Builds the environments of the other tools unless they hold them already. Raises PackageError."""
    for folder, requirements in REQUIREMENTS.items():
        stamp = folder / ".installed"
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == "\n".join(requirements):
            continue
        python = folder / "bin/python"
        subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(folder)], check=True)
        command = [python_with_pip(), "-m", "pip", "--python", str(python), "install", "--quiet", *requirements]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode:
            raise PackageError(f"cannot install {', '.join(requirements)}: {run.stderr.strip().splitlines()[-1]}")
        stamp.write_text("\n".join(requirements), encoding="utf-8")


def measured(tool: Tool, folder: Path, limit: float) -> Run | None:
    """One run in `folder`, None when it was stopped at the limit. Raises PackageError."""
    started = time.perf_counter()
    output = subprocess.DEVNULL
    process = subprocess.Popen(
        tool.command, cwd=folder, start_new_session=True, stdout=output, stderr=output, env=environment()
    )
    stopped = threading.Event()

    def stop() -> None:
        stopped.set()
        os.killpg(process.pid, signal.SIGKILL)  # flake8's workers would go on

    timer = threading.Timer(limit, stop)
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    taken = time.perf_counter() - started
    process.returncode = code = os.waitstatus_to_exitcode(status)
    if stopped.is_set():
        return None
    if code not in (0, 1):
        raise PackageError(f"{tool.name} ended with {code} in {folder.name}")
    return Run(taken, usage.ru_maxrss / 1024)


def measure(case: Case, rounds: int, limit: float, left_out: set[str]) -> dict[str, Timing]:
    """Times every tool on one case: a warm-up each, then in turns."""
    chosen = [tool for tool in tools() if tool.name not in left_out]
    warm_up = {tool: measured(tool, case.folder, limit) for tool in chosen}
    taken: dict[Tool, list[Run]] = {tool: [] for tool in chosen}
    for number in range(rounds):
        for tool, first in warm_up.items():
            if first is not None and (number == 0 or first.seconds < SLOW):
                again = measured(tool, case.folder, limit * 1.5)
                taken[tool] += [] if again is None else [again]
    return {tool.name: Timing(tuple(runs), limit) for tool, runs in taken.items()}


def packages(names: Sequence[str]) -> Iterator[Case]:
    """The packages to check. Raises PackageError."""
    for package in pinned(list(names)) if names else ():
        folder = fetched(package)
        yield Case(f"{package.name} {package.version}", folder, sum(1 for _ in folder.rglob("*.py")))


def sites(sizes: Sequence[int], scratch: Path) -> Iterator[Case]:
    """The generated sites, the smaller ones first."""
    for kind, is_asynchronous in (("mostly synchronous", False), ("asynchronous throughout", True)):
        for size in sizes:
            if size <= MOST_ASYNCHRONOUS or not is_asynchronous:
                folder = write_site(scratch / f"{kind.split()[0]}-{size}", size, is_asynchronous)
                yield Case(f"generated, {kind}", folder, size, kind)


def machine() -> str:
    """The machine and the versions, in one sentence each."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    ours = subprocess.run([tools()[0].command[0], "--version"], capture_output=True, text=True).stdout.strip()
    versions = ", ".join(requirement.replace("==", " ") for requirement in REQUIREMENTS[OTHERS])
    date = datetime.now(UTC).date().isoformat()
    return (
        f"Measured on {date}: {cores} cores, load {os.getloadavg()[0]:.1f} at the end, {platform.system()} "
        f"{platform.machine()}, Python {platform.python_version()}; {ours}, {versions}."
    )


Results = dict[Case, dict[str, Timing]]


def table(results: Results) -> str:
    """The results as Markdown: for each case each tool's median, and how our time compares."""
    lines = ["| Checked | Files | Tool | Median | Runs | Peak memory | dal ÷ tool |", "|---|---|---|---|---|---|---|"]
    for case, timings in results.items():
        ours = next(iter(timings.values()))
        for name, timing in timings.items():
            ratio = f"{'' if timing.runs else 'below '}{ours.median / timing.median:.3g}"
            shown = (timing.shown(), len(timing.runs), timing.peak, "" if timing is ours else ratio)
            lines.append(f"| {' | '.join(map(str, (case.name, case.files, name, *shown)))} |")
    return "\n".join(lines)


def growth(results: Results) -> list[str]:
    """For each kind of site how our time grows from its smallest to its largest size."""
    lines = []
    for kind in dict.fromkeys(case.kind for case in results if case.kind):
        points = curve(results, kind, tools()[0].name)
        if len(points) > 1:
            (first, least), (last, most) = points[0], points[-1]
            exponent = math.log(most / least) / math.log(last / first)
            lines.append(f"- {kind}: from {first} to {last} files time grows as size^{exponent:.2f}.")
    return lines


def curve(results: Results, kind: str, tool: str) -> list[tuple[int, float]]:
    """The files and the median seconds of one tool on the sites of one kind."""
    timings = ((case.files, found[tool]) for case, found in results.items() if case.kind == kind and tool in found)
    return [(files, timing.median) for files, timing in timings if timing.runs]


def plot(results: Results) -> str:
    """The sites of all sizes as a chart; empty where none was measured."""
    lines = {
        f"{tool.name.strip('`').split()[0]}{' + async' if 'with' in tool.name else ''}, {kind.split()[0]}": points
        for tool in tools()
        for kind in dict.fromkeys(case.kind for case in results if case.kind)
        if (points := curve(results, kind, tool.name)) and (kind.startswith("mostly") or tool is tools()[0])
    }
    return plotted("Cold check of generated sites", ("files", "seconds"), lines) if lines else ""


def page(results: Results, rounds: int) -> str:
    """What stands between the markers of the page."""
    how = (
        f"Wall time of a process on a warm disk: one warm-up each, then {rounds} rounds in which the tools take "
        f"turns, and the median. What takes over {SLOW:.0f} s is timed once, what is over the limit at one size is "
        "left out at the next. Peak memory is that of the largest process."
    )
    is_drawn = any(case.kind for case in results)
    drawn = ["", "![Seconds over files, both logarithmic](benchmarks.svg)"] if is_drawn else []
    return "\n".join([machine(), "", how, "", table(results), "", *growth(results), *drawn]) + "\n"


def all_of(cases: Iterator[Case], rounds: int, limit: float) -> Results:
    """Measures one case after the other. Raises PackageError."""
    results: Results = {}
    left_out: dict[str, set[str]] = {}
    for case in cases:
        too_slow = left_out.setdefault(case.kind, set()) if case.kind else set()
        results[case] = measure(case, rounds, limit, too_slow)
        too_slow.update(name for name, timing in results[case].items() if not timing.runs)
        print(table({case: results[case]}).partition("|\n")[2].partition("|\n")[2], flush=True)
    return results


def main(given: Sequence[str]) -> int:
    """Measures, prints the table and writes it into the page."""
    parser = argparse.ArgumentParser(prog="make bench", description="Time dal beside ruff, hydroid and flake8.")
    parser.add_argument("packages", nargs="*", default=list(CHOSEN), help="pinned packages to check")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES), help="files of the generated sites")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each tool after the warm-up")
    parser.add_argument("--limit", type=float, default=120.0, help="seconds after which a run is stopped")
    parser.add_argument("--dry", action="store_true", help="print only")
    options = parser.parse_args(given)
    try:
        install_others()
        with tempfile.TemporaryDirectory() as scratch:
            cases = [*packages(options.packages or CHOSEN), *sites(options.sizes, Path(scratch))]
            results = all_of(iter(cases), options.rounds, options.limit)
    except PackageError as error:
        print(f"make bench: {error}", file=sys.stderr)
        return 2
    text = page(results, options.rounds)
    print(text)
    if not options.dry:
        old = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(SECTION.sub(lambda match: match[1] + text + match[2], old), encoding="utf-8")
        drawing = plot(results)
        if drawing:
            PLOT.write_text(drawing, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
