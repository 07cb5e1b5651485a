"""Measures how evaluation grows with the size of a project, on generated ones, for docs/benchmarks.md.

Each size in a process of its own: user time of the check without start-up, evaluations, and the growth exponent
(1.0: twice the functions take twice as long). Measures; what must hold is in the tests.
"""

import argparse
import json
import math
import platform
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from django_async_lint import __version__
from django_async_lint.check import check
from generated_project import Shape, diamond, layers, mutual, write
from packages import ROOT

PAGE = ROOT / "docs/benchmarks.md"
SECTION = re.compile(r"(<!-- growth: begin -->\n).*?(<!-- growth: end -->)", re.DOTALL)
FUNCTIONS = (500, 1000, 2000)
SHAPES: dict[str, tuple[Callable[[int], Shape], tuple[int, ...]]] = {
    "cycles": (lambda size: mutual(size, far=0.0), FUNCTIONS),
    "knot": (mutual, FUNCTIONS),
    "changing-cycles": (lambda size: mutual(size, far=0.0, changing=True), FUNCTIONS),
    "changing-knot": (lambda size: mutual(size, changing=True), FUNCTIONS),
    "diamond": (diamond, (50, 100, 200)),
    "layers": (layers, (50, 100, 200)),
}
"""How each shape is made, and the sizes measured: functions, the width of the diamond, layers of ten."""


@dataclass(frozen=True, slots=True)
class Growth:
    """One run: user time in seconds, evaluations of functions, and how often the safety valve closed.

    Without evaluations it was stopped after `seconds` of wall time.
    """

    name: str
    size: int
    functions: int
    seconds: float
    evaluations: int = 0
    cut: int = 0
    findings: int = 0

    @property
    def per_function(self) -> float:
        """Evaluations per function."""
        return self.evaluations / self.functions


def measured(kind: str, size: int) -> Growth:
    """Checks one generated project in this process."""
    shape = SHAPES[kind][0](size)
    with tempfile.TemporaryDirectory() as folder:
        write(shape, Path(folder))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        report = check([folder])
        seconds = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
    told = report.summary
    found = len(report.findings)
    return Growth(shape.name, size, shape.functions, seconds, told.evaluations, told.evaluations_cut, found)


def all_of(kinds: Sequence[str], most: int, limit: float) -> list[Growth]:
    """Every shape in its sizes up to the `most`-th, each in a fresh process; what takes over `limit` seconds ends
    its shape."""
    results = []
    for kind in kinds:
        for size in SHAPES[kind][1][:most]:
            command = [sys.executable, __file__, "--one", kind, str(size)]
            try:
                run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=limit)
            except subprocess.TimeoutExpired:
                shape = SHAPES[kind][0](size)
                results.append(Growth(shape.name, size, shape.functions, limit))
            else:
                results.append(Growth(**json.loads(run.stdout)))
            print(row(results[-1]), flush=True)
            if not results[-1].evaluations:
                break
    return results


def row(growth: Growth) -> str:
    """One line of the table."""
    known = (growth.evaluations, f"{growth.per_function:.2f}", growth.cut, growth.findings)
    time = f"{growth.seconds:.2f} s" if growth.evaluations else f"over {growth.seconds:.0f} s"
    cells = (growth.name, growth.size, growth.functions, time, *(known if growth.evaluations else ("",) * 4))
    return f"| {' | '.join(map(str, cells))} |"


def exponents(results: Sequence[Growth]) -> list[str]:
    """For each shape the exponent of time and evaluations between its smallest and largest size."""
    lines = []
    for name in dict.fromkeys(each.name for each in results):
        own = [each for each in results if each.name == name and each.evaluations]
        if len(own) > 1:
            first, last = own[0], own[-1]
            factor = math.log(last.functions / first.functions)
            time = math.log(last.seconds / first.seconds) / factor
            evaluations = math.log(last.evaluations / first.evaluations) / factor
            lines.append(f"- {name}: time grows as size^{time:.2f}, evaluations as size^{evaluations:.2f}.")
    return lines


def page(results: Sequence[Growth]) -> str:
    """What stands between the markers of the page."""
    date = datetime.now(UTC).date().isoformat()
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    lines = [
        f"Measured on {date}: {system}; dal {__version__}.",
        "",
        "| Shape | Size | Functions | User time | Evaluations | per function | Cut | Findings |",
        "|---|---|---|---|---|---|---|---|",
        *map(row, results),
        "",
        *exponents(results),
    ]
    return "\n".join(lines) + "\n"


def main(given: Sequence[str]) -> int:
    """Measures, prints the table and writes it into the page."""
    parser = argparse.ArgumentParser(prog="make bench-growth", description="Measure how evaluation grows.")
    parser.add_argument("kinds", nargs="*", help=f"of {', '.join(SHAPES)}; default all")
    parser.add_argument("--most", type=int, default=3, help="how many of the sizes, from the smallest")
    parser.add_argument("--limit", type=float, default=120.0, help="seconds after which a run is stopped")
    parser.add_argument("--one", nargs=2, metavar=("KIND", "SIZE"), help="measure one in this process, as JSON")
    parser.add_argument("--dry", action="store_true", help="print only")
    options = parser.parse_args(given)
    if options.one:
        print(json.dumps(asdict(measured(options.one[0], int(options.one[1])))))
        return 0
    unknown = [kind for kind in options.kinds if kind not in SHAPES]
    if unknown:
        parser.error(f"there is no shape {unknown[0]!r}; there are {', '.join(SHAPES)}")
    results = all_of(options.kinds or list(SHAPES), options.most, options.limit)
    text = page(results)
    print("\n".join(exponents(results)))
    if not options.dry and not options.kinds:
        old = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(SECTION.sub(lambda match: match[1] + text + match[2], old), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
