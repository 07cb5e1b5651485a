"""Checks the standard library, the installed packages and the pinned published ones, each in a process of its own.

What fails is an internal error, a process that dies or never ends, a file that takes over two seconds. The packages are
those of `make ecosystem` and those of `tests/ecosystem/others.toml`, which were chosen for size and for odd code.
Exit code 0: nothing failed; 1: something did.
"""

import argparse
import json
import subprocess
import sys
import sysconfig
import time
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from django_async_lint.config import Settings
from packages import OTHERS, PackageError, fetched, pinned
from watched import watched

LIMIT = 1800.0
"""Seconds after which a process is ended."""


def folders() -> Iterator[tuple[str, Path | None]]:
    """What is checked by name; None where it cannot be had."""
    yield "standard library", Path(sysconfig.get_path("stdlib"))
    yield "site-packages", Path(sysconfig.get_path("purelib"))
    for package in [*pinned([]), *pinned([], OTHERS)]:
        try:
            yield f"{package.name} {package.version} ({package.form})", fetched(package)
        except PackageError as error:
            print(f"{package.name}: {error}")
            yield package.name, None


def checked(folder: Path) -> dict[str, object]:
    """What checking a folder in a process of its own gave."""
    command = [sys.executable, "-W", "ignore", __file__, "--folder", str(folder)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        return {"problems": [f"still at work after {LIMIT:.0f} s"]}
    if run.returncode:
        return {"problems": [f"the process ended with {run.returncode}: {run.stderr[-200:]}"]}
    given: dict[str, object] = json.loads(run.stdout)
    return given


def main(given: Sequence[str]) -> int:
    """Checks everything, or what is named, and tells what failed."""
    parser = argparse.ArgumentParser(prog="make strength", description="Check a great deal of published code.")
    parser.add_argument("names", nargs="*", help="those alone whose name begins so")
    parser.add_argument("--folder", type=Path, help="check this folder in this process, and print what it gave")
    options = parser.parse_args(given)
    if options.folder:
        warnings.simplefilter("ignore")
        found = watched(options.folder, Settings())
        summary = found.report.summary
        sizes = {"files": summary.files, "functions": summary.functions_on_loop, "slowest": found.slowest}
        print(json.dumps({"problems": list(found.problems()), **sizes}))
        return 0
    started, failed, total, checked_folders = time.monotonic(), 0, 0, 0
    for name, folder in folders():
        if folder is None or (options.names and not name.startswith(tuple(options.names))):
            failed += folder is None
            continue
        outcome = checked(folder)
        files = outcome.get("files", 0)
        assert isinstance(files, int) and isinstance(outcome["problems"], list)
        total, failed, checked_folders = total + files, failed + bool(outcome["problems"]), checked_folders + 1
        print(f"{name}: {files} files, slowest {outcome.get('slowest')}", *outcome["problems"], sep="\n  ", flush=True)
    print(f"{checked_folders} folders, {total} files, {time.monotonic() - started:.0f} s; {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
