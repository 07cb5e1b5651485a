"""Proves the knowledge tables against the real libraries: installs each in a scratch environment and looks.

Run by `make check-knowledge`. Every dotted name in the library tables of `django_async_lint.knowledge` must
exist in the distribution that its entry names, what is called blocking must not be a coroutine function, and
what is called a coroutine must be awaitable. Left out: names with a glob, names ending in `()`, which stand
for what a call gives, entries marked `dynamic`, whose names exist only at run time, and names listed as
`older`, which only earlier releases have.

The result is `docs/knowledge-check.md`: date, versions, what could not be installed. Distributions come from
the package index by pip, wheels only, so that nothing is built; those in `LARGE` are skipped unless `--large`
is given. Each gets an environment of its own, because they do not agree on their dependencies. The tables are
read, the libraries are imported only in those environments.
"""

import argparse
import importlib
import json
import pkgutil
import platform
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "docs" / "knowledge-check.md"
PROBE = Path(__file__).resolve().parent / "probe_names.py"
SECONDS_TO_INSTALL = 600
SECONDS_TO_LOOK = 180
LARGE = frozenset(
    {
        "easyocr",
        "face-recognition",
        "openai-whisper",
        "sentence-transformers",
        "tensorflow",
        "torch",
        "transformers",
        "ultralytics",
    }
)
REQUIREMENTS = {
    "apscheduler": ("apscheduler<4",),
    "authlib": ("authlib", "httpx", "requests"),
    "channels": ("channels[daphne]",),
    "contentful": ("contentful", "six"),
    "django-haystack": ("django-haystack", "setuptools<81"),
    "google-auth": ("google-auth[requests]",),
    "influxdb-client": ("influxdb-client[async]",),
    "pysolr": ("pysolr", "setuptools<81"),
    "django-storages": ("django-storages[s3,google,azure,sftp]",),
    "django-allauth": ("django-allauth[socialaccount]",),
}
"""What to ask pip for where the name alone would not do."""


@dataclass
class Names:
    """The names of one distribution: plain (may be anything), blocking, awaitable, and other paths."""

    plain: set[str] = field(default_factory=set)
    blocking: set[str] = field(default_factory=set)
    awaitable: set[str] = field(default_factory=set)
    aliases: dict[str, str] = field(default_factory=dict)
    roots: set[str] = field(default_factory=set)
    older: set[str] = field(default_factory=set)

    @property
    def count(self) -> int:
        return len(self.plain) + len(self.blocking) + len(self.awaitable)


@dataclass(frozen=True, slots=True)
class Row:
    """One distribution that was looked through."""

    distribution: str
    version: str
    count: int
    faults: str


def library_entries() -> Iterator[dict[str, Any]]:
    """Every entry of every module of the knowledge package that holds `LIBRARIES`."""
    sys.path.insert(0, str(ROOT / "src"))
    package = importlib.import_module("django_async_lint.knowledge")
    for module in pkgutil.iter_modules(package.__path__):
        loaded = importlib.import_module(f"{package.__name__}.{module.name}")
        yield from getattr(loaded, "LIBRARIES", ())


def names_by_distribution() -> tuple[dict[str, Names], set[str]]:
    """The names to look for by distribution, and the `dynamic` distributions; without Python and Django."""
    wanted: dict[str, Names] = {}
    dynamic = set()
    for entry in library_entries():
        if entry["name"] in ("python", "Django"):
            continue
        names = wanted.setdefault(entry["name"], Names())
        if entry.get("dynamic"):
            dynamic.add(entry["name"])
            continue
        collect(entry, names)
    return wanted, dynamic


def collect(entry: dict[str, Any], names: Names) -> None:
    """Adds the names of one entry, methods as `dotted.Class:path.of.members`."""
    roots = entry["roots"]
    names.blocking.update(" ".join(entry.get("calls", {}).values()).split())
    names.awaitable.update((entry.get("coroutines", "") + " " + entry.get("awaitables", "")).split())
    names.plain.update(entry.get("pure", "").split())
    names.plain.update(entry.get("returns", {}))
    names.aliases.update(entry.get("aliases", {}))
    names.roots.update(roots)
    older = set(entry.get("older", "").split())
    names.older.update(older)
    for class_name, known in entry.get("classes", {}).items():
        if class_name.endswith("()") or not any(f"{class_name}.".startswith(f"{root}.") for root in roots):
            continue
        names.plain.add(class_name)
        names.blocking.update(
            f"{class_name}:{name}" for name in " ".join(known.get("methods", {}).values()).split()
        )
        listed = known.get("coroutines", "") + " " + known.get("awaitables", "")
        names.awaitable.update(f"{class_name}:{name}" for name in listed.split())
        others = [*known.get("pure", "").split(), *known.get("returns", {}), *known.get("attributes", {})]
        others += " ".join(known.get("reads", {}).values()).split()
        names.plain.update(f"{class_name}:{name}" for name in others)
    for group in (names.plain, names.blocking, names.awaitable):
        group.difference_update({name for name in group if "*" in name or "()" in name})
        group.difference_update({name for name in group if name.replace(":", ".") in older})
    names.plain -= names.blocking | names.awaitable


def install(environment: Path, requirements: tuple[str, ...]) -> str:
    """Installs one distribution into a new environment; returns why it could not be, or an empty string."""
    venv.create(environment, with_pip=False, symlinks=True)
    python = environment / "bin" / "python"
    command = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--only-binary",
        ":all:",
    ]
    try:
        done = subprocess.run(
            [*command, *requirements], capture_output=True, text=True, timeout=SECONDS_TO_INSTALL
        )
    except subprocess.TimeoutExpired:
        return f"not installed within {SECONDS_TO_INSTALL} s"
    if done.returncode == 0:
        return ""
    errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    return errors[-1].removeprefix("ERROR: ")[:120] if errors else "pip failed"


def installed_version(environment: Path, distribution: str) -> str:
    """The version of a distribution in the environment, or an empty string."""
    code = "import sys, importlib.metadata as m; print(m.version(sys.argv[1]))"
    command = [str(environment / "bin" / "python"), "-c", code, distribution]
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


def look(environment: Path, names: Names) -> dict[str, list[str]]:
    """Looks the names up in the environment: a mapping from fault to names (see `probe_names.py`)."""
    request = {
        "plain": sorted(names.plain),
        "blocking": sorted(names.blocking),
        "awaitable": sorted(names.awaitable),
        "aliases": dict(sorted(names.aliases.items())),
        "roots": sorted(names.roots),
    }
    command = [str(environment / "bin" / "python"), "-W", "ignore", str(PROBE)]
    try:
        done = subprocess.run(
            command, input=json.dumps(request), capture_output=True, text=True, timeout=SECONDS_TO_LOOK
        )
    except subprocess.TimeoutExpired:
        return {"cannot be imported": [f"takes more than {SECONDS_TO_LOOK} s to import"]}
    if done.returncode != 0:
        return {"cannot be imported": [(done.stderr.strip().splitlines() or ["no output"])[-1][:160]]}
    faults: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return faults


def check(distribution: str, names: Names) -> Row | str:
    """Installs a distribution in an environment of its own and looks its names up; else says why not."""
    with tempfile.TemporaryDirectory(prefix="check-knowledge-") as folder:
        environment = Path(folder) / "environment"
        if reason := install(environment, REQUIREMENTS.get(distribution, (distribution,))):
            return reason
        version = installed_version(environment, distribution)
        faults = look(environment, names)
    if broken := faults.get("cannot be imported"):
        return f"{version} is installed but cannot be imported: {broken[0]}"
    text = "; ".join(f"{kind}: {', '.join(found)}" for kind, found in faults.items() if found)
    return Row(distribution, version, names.count, text)


def record(rows: list[Row], absent: dict[str, str], dynamic: set[str], older: set[str]) -> str:
    """The page: what was proven, what could not be installed, what only run time or older releases have."""
    lines = [
        "# What the knowledge tables were held against",
        "",
        f"Written by `make check-knowledge` on {date.today()} with Python {platform.python_version()}.",
        f"{len(rows)} distributions were installed and {sum(row.count for row in rows)} names looked up.",
        "The names of the standard library and of Django are checked by the tests.",
        "",
        "| distribution | version | names | not found, or of another kind |",
        "|---|---|---|---|",
    ]
    lines += [f"| {row.distribution} | {row.version} | {row.count} | {row.faults} |" for row in rows]
    lines += ["", "## Could not be installed", ""]
    lines += [f"- {name}: {reason}" for name, reason in sorted(absent.items())] or ["None."]
    lines += ["", "## Names that exist only at run time (`dynamic`; the entry's source documents them)", ""]
    lines += [f"- {name}" for name in sorted(dynamic)] or ["None."]
    lines += ["", "## Names that only older releases have (`older`)", ""]
    lines += [f"- `{name}`" for name in sorted(older)] or ["None."]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("distributions", nargs="*", help="only these; the record is then left alone")
    parser.add_argument("--large", action="store_true", help="the very large distributions too")
    options = parser.parse_args()
    wanted, dynamic = names_by_distribution()
    rows: list[Row] = []
    absent: dict[str, str] = {}
    for distribution in sorted(options.distributions or wanted, key=str.lower):
        names = wanted[distribution]
        if not names.count:
            continue
        if distribution in LARGE and not options.large:
            absent[distribution] = "left out for its size (`--large` includes it)"
            continue
        match check(distribution, names):
            case Row() as row:
                rows.append(row)
                print(f"{row.distribution} {row.version}: {row.count} names {row.faults}", flush=True)
            case reason:
                absent[distribution] = reason
                print(f"{distribution}: {reason}", flush=True)
    if not options.distributions:
        RECORD.parent.mkdir(exist_ok=True)
        older = {name for names in wanted.values() for name in names.older}
        RECORD.write_text(record(rows, absent, dynamic, older), encoding="utf-8")
    return 1 if any(row.faults for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
