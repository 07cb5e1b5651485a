"""Times `dal check --no-cache` beside ruff's ASYNC rules and flake8-async, for docs/benchmarks.md.

All in one run on the same files: a warm-up each, then rounds in which the tools take turns, and the median.
The others live in a virtual environment of their own, so that flake8 does not load our plugin.
"""

import argparse
import os
import platform
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from packages import ROOT, Package, PackageError, fetched, pinned, python_with_pip

PAGE = ROOT / "docs/benchmarks.md"
SECTION = re.compile(r"(<!-- bench: begin -->\n).*?(<!-- bench: end -->)", re.DOTALL)
OTHERS = ROOT / ".venv-bench"
REQUIREMENTS = ("ruff==0.17.6", "flake8==7.5.0", "flake8-async==26.8.1")
CHOSEN = ("django", "wagtail", "khoj")
SLOW = 60.0
"""Seconds from which a tool is timed once more and not once per round."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A command line to time, under the name that the table shows."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timing:
    """The wall times of one tool in seconds; none when it took longer than the limit."""

    seconds: tuple[float, ...]
    limit: float

    @property
    def median(self) -> float:
        """The median, or the limit when there is none."""
        return statistics.median(self.seconds) if self.seconds else self.limit

    def shown(self) -> str:
        """The median as the table shows it."""
        return f"{self.median:.2f} s" if self.seconds else f"over {self.limit:.0f} s"


def tools() -> tuple[Tool, ...]:
    """What is timed; `dal` first."""
    ours, others = Path(sys.executable).parent, OTHERS / "bin"
    ruff = (str(others / "ruff"), "check", "--no-cache", "--select", "ASYNC", "--isolated", "--quiet", ".")
    return (
        Tool("`dal check --no-cache`", (str(ours / "dal"), "check", "--no-cache", "--quiet", ".")),
        Tool("`ruff check --no-cache --select ASYNC`", ruff),
        Tool("flake8 with flake8-async", (str(others / "flake8"), "--isolated", "--select", "ASYNC", ".")),
    )


def environment() -> dict[str, str]:
    """The environment of a tool: byte code is kept, as it is where a package was installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def install_others() -> None:
    """Builds the environment of the other tools unless it holds them already. Raises PackageError."""
    stamp = OTHERS / ".installed"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == "\n".join(REQUIREMENTS):
        return
    python = OTHERS / "bin/python"
    subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(OTHERS)], check=True)
    command = [python_with_pip(), "-m", "pip", "--python", str(python), "install", "--quiet", *REQUIREMENTS]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        raise PackageError(f"cannot install {', '.join(REQUIREMENTS)}: {run.stderr.strip().splitlines()[-1]}")
    stamp.write_text("\n".join(REQUIREMENTS), encoding="utf-8")


def seconds(tool: Tool, folder: Path, limit: float) -> float | None:
    """The wall time of one run in `folder`, None when it was stopped at the limit. Raises PackageError."""
    started = time.perf_counter()
    output = subprocess.DEVNULL
    with subprocess.Popen(
        tool.command, cwd=folder, start_new_session=True, stdout=output, stderr=output, env=environment()
    ) as run:
        try:
            run.wait(limit)
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)  # flake8's workers would go on
            return None
    taken = time.perf_counter() - started
    if run.returncode not in (0, 1):
        raise PackageError(f"{tool.name} ended with {run.returncode} in {folder.name}")
    return taken


def measure(folder: Path, rounds: int, limit: float) -> dict[str, Timing]:
    """Times every tool on one folder: a warm-up each, then in turns."""
    warm_up = {tool: seconds(tool, folder, limit) for tool in tools()}
    taken: dict[Tool, list[float]] = {tool: [] for tool in warm_up}
    for number in range(rounds):
        for tool, first in warm_up.items():
            if first is not None and (number == 0 or first < SLOW):
                again = seconds(tool, folder, limit * 1.5)
                taken[tool] += [] if again is None else [again]
    return {tool.name: Timing(tuple(times), limit) for tool, times in taken.items()}


def machine() -> str:
    """The machine and the versions, in one sentence each."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    ours = subprocess.run([tools()[0].command[0], "--version"], capture_output=True, text=True).stdout.strip()
    versions = ", ".join(requirement.replace("==", " ") for requirement in REQUIREMENTS)
    date = datetime.now(UTC).date().isoformat()
    return (
        f"Measured on {date}: {cores} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}; {ours}, {versions}."
    )


def table(results: dict[Package, dict[str, Timing]]) -> str:
    """The results as Markdown: for each package each tool's median, and how our time compares."""
    lines = ["| Package | Files | Tool | Median | Runs | dal ÷ tool |", "|---|---|---|---|---|---|"]
    for package, timings in results.items():
        files = sum(1 for _ in package.folder.rglob("*.py"))
        ours = next(iter(timings.values()))
        for name, timing in timings.items():
            ratio = f"{'' if timing.seconds else 'below '}{ours.median / timing.median:.3g}"
            shown = (timing.shown(), len(timing.seconds), "" if timing is ours else ratio)
            cells = (f"{package.name} {package.version}", files, name, *shown)
            lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def page(results: dict[Package, dict[str, Timing]], rounds: int) -> str:
    """What stands between the markers of the page."""
    how = (
        f"Wall time of a process on a warm disk: one warm-up each, then {rounds} rounds in which the tools "
        f"take turns, and the median. What takes over {SLOW:.0f} s is timed once."
    )
    return f"{machine()}\n\n{how}\n\n{table(results)}\n"


def main(given: Sequence[str]) -> int:
    """Measures, prints the table and writes it into the page."""
    parser = argparse.ArgumentParser(prog="make bench", description="Time dal beside ruff and flake8-async.")
    parser.add_argument("packages", nargs="*", default=list(CHOSEN), help="pinned packages to check")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each tool after the warm-up")
    parser.add_argument("--limit", type=float, default=120.0, help="seconds after which a run is stopped")
    parser.add_argument("--dry", action="store_true", help="print only")
    options = parser.parse_args(given)
    try:
        packages = pinned(options.packages or list(CHOSEN))
        install_others()
        results = {each: measure(fetched(each), options.rounds, options.limit) for each in packages}
    except PackageError as error:
        print(f"make bench: {error}", file=sys.stderr)
        return 2
    text = page(results, options.rounds)
    print(text)
    if not options.dry:
        old = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(SECTION.sub(lambda match: match[1] + text + match[2], old), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
