"""Times a run that the cache answers beside a script that imports click, walks and stats the same tree, then flake8 on
one file, and what a cold run pays for writing the cache. In one run, in turns; prints medians and ratios to the script.
"""

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench import environment

WALK = """
import os, click
for folder, _, names in os.walk("."):
    for name in names:
        os.stat(os.path.join(folder, name))
"""


def commands(file: str | None) -> dict[str, list[str]]:
    """What is timed: `dal check` answered from the cache first, then what it is compared with."""
    tools = Path(sys.executable).parent
    dal, flake8 = str(tools / "dal"), str(tools / "flake8")
    found = {
        "dal check, nothing changed": [dal, "check", "--quiet", "."],
        "import click, walk and stat": [sys.executable, "-c", WALK],
        "dal check --no-cache": [dal, "check", "--no-cache", "--quiet", "."],
        "dal check, cache written": ["sh", "-c", f"rm -rf .bench_cache; '{dal}' check -q --cache-dir .bench_cache ."],
    }
    if file is not None:
        found["flake8, nothing changed"] = [flake8, "--isolated", "--select=DAL", file]
    return found


def main() -> None:
    """Prints a line for each command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--file", help="the file that flake8 checks, relative to the folder")
    parser.add_argument("--rounds", type=int, default=9)
    given = parser.parse_args()
    timed = commands(given.file)
    taken: dict[str, list[float]] = {name: [] for name in timed}
    for number in range(given.rounds + 2):  # two to warm up: the first writes the cache, the second trusts it
        for name, command in timed.items():
            started = time.perf_counter()
            subprocess.run(command, cwd=given.folder, stdout=subprocess.DEVNULL, env=environment(), check=False)
            if number >= 2:
                taken[name].append(time.perf_counter() - started)
    base = statistics.median(taken["import click, walk and stat"])
    for name, seconds in taken.items():
        median = statistics.median(seconds)
        print(f"{median:7.3f} s  {median / base:6.2f}  {name}")


if __name__ == "__main__":
    main()
