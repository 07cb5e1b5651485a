"""Runs those of Django's own test modules that hold async tests: as they are, after `dal fix`, after `--unsafe-fixes`.

The fixes are made on a copy of the pinned source distribution, in Django's own code as well as in its tests; the tests
run by Django's `runtests.py` on SQLite, with the Django of the copy. Exit code 0: safe fixes changed no outcome; 1: one
changed; 2: the suite could not be run.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from packages import PackageError, fetched, pinned

DAL = Path(sys.executable).with_name("dal")
ASYNC_TEST = re.compile(rb"^\s+async def test_", re.MULTILINE)
RAN = re.compile(r"^Ran (\d+) tests", re.MULTILINE)
ENDED = re.compile(r"^(OK|FAILED)(?: \((.*)\))?$", re.MULTILINE)
LIMIT = 1200


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run of the tests ended, in unittest's own words, such as `OK (skipped=19)`."""

    tests: int
    ended: str
    output: str


class SuiteError(Exception):
    """Why the suite could not be run, in one line."""


def modules(tests: Path) -> list[str]:
    """The test modules that hold async tests, as labels for `runtests.py`."""
    found = [path for path in tests.rglob("*.py") if ASYNC_TEST.search(path.read_bytes())]
    return sorted(".".join(path.relative_to(tests).with_suffix("").parts) for path in found)


def outcome(django: Path, labels: list[str]) -> Outcome:
    """Runs Django's tests. Raises SuiteError when they did not come to an end."""
    command = [sys.executable, "-W", "ignore", "runtests.py", "--noinput", "--parallel", "1", *labels]
    environment = {"PYTHONPATH": str(django), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        command, cwd=django / "tests", capture_output=True, text=True, timeout=LIMIT, env=environment
    )
    ran, ended = RAN.search(run.stderr), ENDED.search(run.stderr)
    if ran is None or ended is None:
        raise SuiteError(f"runtests.py ended with {run.returncode}: {run.stderr.strip()[-500:]}")
    return Outcome(int(ran[1]), ended[0], run.stderr)


def fixed(django: Path, *flags: str) -> str:
    """Mends the copy; gives what was mended, a line for each file."""
    command = [str(DAL), "check", "django", "tests", "--no-cache", "--fix-only", "--show-fixes", *flags]
    run = subprocess.run(command, cwd=django, capture_output=True, text=True, timeout=LIMIT)
    if run.returncode:
        raise SuiteError(f"dal ended with {run.returncode}: {run.stderr.strip()[-500:]}")
    return str(run.stderr).strip()


def main() -> int:
    """Runs, mends, runs again, and prints the outcomes beside each other."""
    try:
        (package,) = pinned(["django"])
        with tempfile.TemporaryDirectory() as scratch:
            django = Path(scratch) / "django"
            shutil.copytree(fetched(package), django)
            labels = modules(django / "tests")
            print(f"{package.name} {package.version} on Python {sys.version.split()[0]}: {len(labels)} modules")
            before = outcome(django, labels)
            print(f"as it is: {before.tests} tests, {before.ended}")
            safe = after(django, labels, "--fix")
            after(django, labels, "--fix", "--unsafe-fixes")
    except (PackageError, SuiteError, subprocess.TimeoutExpired) as error:
        print(f"make django-suite: {error}", file=sys.stderr)
        return 2
    return 0 if (safe.tests, safe.ended) == (before.tests, before.ended) else 1


def after(django: Path, labels: list[str], *flags: str) -> Outcome:
    """What comes of the tests after fixes, printed with what was mended."""
    mended = fixed(django, *flags)
    found = outcome(django, labels)
    print(f"after {' '.join(flags)}: {found.tests} tests, {found.ended}")
    print("\n".join(f"  {line}" for line in mended.splitlines()) or "  nothing to mend")
    if not found.ended.startswith("OK"):
        print("\n".join(line for line in found.output.splitlines() if line.startswith(("ERROR:", "FAIL:"))))
    return found


if __name__ == "__main__":
    sys.exit(main())
