"""Runs the oracle once per Django release: `python -m tests.oracle.matrix [RELEASE]...`

Each release gets a virtual environment below `.venv-oracle/` (git-ignored, kept between runs) with its latest
patch from PyPI, the linter's own dependencies and what the oracle's site imports; the oracle runs there and
scores the linter with that release as its target. Interpreters are looked for and never fetched: a release
that none of them can run is named with the reason, and the others are still run.

Prints recall per kind and precision per kind and family for every release, then what was missed, what is a
false alarm and what was skipped, with the releases where it is so. Exits with 0 whatever the scores are, with
1 when a release could not be run that could be expected to run. Nothing here looks at the site or the linter.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENTS = ROOT / ".venv-oracle"
SITE_NEEDS = ("channels", "blockbuster", "httpx", "requests")
"""Distributions of the `test` extra that the site and the harness import."""

sys.path.insert(0, str(ROOT / "tools"))

from generate_django_tables import RELEASES, pythons  # noqa: E402


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one release: its score as `tests.oracle --json` writes it, or why there is none.

    `expected` tells whether a missing score is a failure: it is not where no interpreter suits.
    """

    release: str
    score: dict | None
    reason: str = ""
    expected: bool = True


class MatrixError(Exception):
    """Why a release could not be run, in one line."""


def main() -> int:
    """Parses the command line, runs the releases and prints the tables; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("releases", nargs="*", metavar="RELEASE", help="such as 5.2; all of them by default")
    parser.add_argument("--python", action="append", default=[], metavar="PATH", help="a further interpreter")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every score as JSON")
    options = parser.parse_args()
    unknown = sorted(set(options.releases) - set(RELEASES))
    if unknown:
        print(f"oracle-matrix: {unknown[0]} is none of {', '.join(RELEASES)}", file=sys.stderr)
        return 2
    found = pythons(options.python)
    outcomes = [outcome_of(release, found) for release in options.releases or RELEASES]
    print_tables([outcome for outcome in outcomes if outcome.score])
    for outcome in outcomes:
        if outcome.reason:
            print(f"Django {outcome.release}: {outcome.reason}")
    if options.json:
        scores = {outcome.release: outcome.score for outcome in outcomes if outcome.score}
        options.json.write_text(json.dumps(scores, indent=1))
    return 1 if any(outcome.score is None and outcome.expected for outcome in outcomes) else 0


def outcome_of(release: str, interpreters: dict[tuple[int, int], str]) -> Outcome:
    """Runs one release in its environment, which is made when it is not there."""
    oldest, newest = RELEASES[release]
    suitable = [version for version in sorted(interpreters) if oldest <= version <= newest]
    if not suitable:
        at_hand = ", ".join(f"{major}.{minor}" for major, minor in sorted(interpreters))
        needs = f"needs Python {oldest[0]}.{oldest[1]} to {newest[0]}.{newest[1]}"
        return Outcome(release, None, f"not run: it {needs}, at hand is {at_hand}", expected=False)
    own = sys.version_info[:2]
    version = own if own in suitable else suitable[0]
    print(f"Django {release} on Python {version[0]}.{version[1]}", file=sys.stderr, flush=True)
    try:
        return Outcome(release, run_in(environment_of(release, interpreters[version])))
    except MatrixError as error:
        return Outcome(release, None, str(error))


def environment_of(release: str, interpreter: str) -> Path:
    """The interpreter of the environment of a release, with everything installed. Raises MatrixError."""
    folder = ENVIRONMENTS / release
    python = folder / "bin" / "python"
    finished = folder / ".installed"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extra = [need for need in project["optional-dependencies"]["test"] if need.startswith(SITE_NEEDS)]
    packages = [*project["dependencies"], *extra, f"Django=={release}.*"]
    wanted = "\n".join([interpreter, *packages])
    if not finished.exists() or finished.read_text() != wanted:
        done([interpreter, "-m", "venv", "--clear", str(folder)], "its environment cannot be made")
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
        done(install, "its packages cannot be installed")
        finished.write_text(wanted)
    return python


def run_in(python: Path) -> dict:
    """The score of the oracle run by an environment's interpreter. Raises MatrixError."""
    with tempfile.TemporaryDirectory() as temporary:
        written = Path(temporary) / "score.json"
        done([str(python), "-m", "tests.oracle", "--json", str(written)], "the oracle failed")
        return json.loads(written.read_text())


def done(command: list[str], failure: str) -> None:
    """Runs a command to its good end. Raises MatrixError with the last line of what it said."""
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if run.returncode:
        said = [line for line in (run.stderr or run.stdout).splitlines() if line.strip()]
        raise MatrixError(f"{failure}: {said[-1] if said else 'no reason given'}")


# -- printing --------------------------------------------------------------------------------------------


def print_tables(outcomes: list[Outcome]) -> None:
    """Recall and precision, a column per release; then each miss and false alarm with its releases."""
    scores = {outcome.release: outcome.score for outcome in outcomes}
    for title in ("recall_by_kind", "precision_by_kind", "precision_by_family"):
        tables = [score[title] for score in scores.values()]
        print(f"{title.replace('_', ' '):<22}", *(f"{release:>16}" for release in scores))
        for row in tables[0] if tables else ():
            print_row(row, [table[row] for table in tables])
        print_row("all", [sums(table.values()) for table in tables])
    for title in ("clean_entries", "faulty_entries"):
        print(f"{title.replace('_', ' '):<22}", *(f"{score[title]:>16}" for score in scores.values()))
    for title, key in (("missed", "missed"), ("false alarms", "false"), ("skipped", "skipped")):
        lines: dict[str, list[str]] = {}
        for release, score in scores.items():
            for line in score[key]:
                lines.setdefault(line, []).append(release)
        if lines:
            print(f"{title} ({len(lines)})")
            for line, releases in sorted(lines.items()):
                print(f"   {'all' if len(releases) == len(scores) else ' '.join(releases)}: {line}")


def print_row(name: str, parts: list[list[int]]) -> None:
    """One row: parts, wholes and shares, a dash where there is nothing."""
    cells = [f"{part:4}/{whole:4} {part / whole:6.1%}" if whole else "-" for part, whole in parts]
    print(f"   {name:<19}", *(f"{cell:>16}" for cell in cells))


def sums(parts) -> list[int]:
    """The column sums of pairs."""
    return [sum(column) for column in zip(*parts, strict=True)] or [0, 0]


if __name__ == "__main__":
    sys.exit(main())
