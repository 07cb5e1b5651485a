"""Proves the knowledge tables against the real libraries: installs each in a scratch environment and looks.

Run by `make check-knowledge`. Every dotted name in the library tables of `django_async_lint.knowledge` must
exist in the distribution that its entry names, what is called blocking must not be a coroutine function, and
what is called a coroutine must be awaitable. Left out: names with a glob, names ending in `()`, which stand
for what a call gives, entries marked `dynamic`, whose names exist only at run time, and names listed as
`older`, which only earlier releases have, with the members of a class that is.

The result is `docs/knowledge-check.json`: by distribution the date, the version, the number of names looked
up and the faults, or why it could not be looked at. A run for some distributions updates those. They come
from the package index by uv where that is on the path, else by pip: wheels only, so that nothing is built,
unless `--build` is given; those in `LARGE` are skipped unless `--large` is. Each gets an environment of its
own, because they do not agree on their dependencies. The tables are read, the libraries are imported only in
those environments.
"""

import argparse
import importlib
import json
import pkgutil
import platform
import shutil
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
RECORD = ROOT / "docs" / "knowledge-check.json"
PROBE = Path(__file__).resolve().parent / "probe_names.py"
SECONDS_TO_INSTALL = 600
SECONDS_TO_LOOK = 180
LARGE = frozenset(
    {
        "deepface",
        "docling",
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
    "boxsdk": ("boxsdk<4",),
    "clickhouse-connect": ("clickhouse-connect[async]",),
    "channels": ("channels[daphne]",),
    "contentful": ("contentful", "six"),
    "dask": ("dask[array,dataframe]",),
    "django-constance": ("django-constance", "django"),
    "django-elasticsearch-dsl": ("django-elasticsearch-dsl", "django"),
    "django-money": ("django-money[exchange]",),
    "django-haystack": ("django-haystack", "setuptools<81"),
    "etcd3": ("etcd3", "protobuf<4", "six"),
    "google-auth": ("google-auth[requests]",),
    "huey": ("huey", "django", "redis"),
    "influxdb-client": ("influxdb-client[async]",),
    "opensearch-py": ("opensearch-py[async]",),
    "psycopg-pool": ("psycopg-pool", "psycopg[binary]"),
    "requests-html": ("requests-html", "lxml-html-clean"),
    "newspaper3k": ("newspaper3k", "lxml-html-clean"),
    "rembg": ("rembg[cpu]",),
    "saq": ("saq", "typing-extensions", "redis"),
    "semantic-kernel": ("semantic-kernel>=1",),
    "slack-bolt": ("slack-bolt", "aiohttp"),
    "slack-sdk": ("slack-sdk", "aiohttp"),
    "sorl-thumbnail": ("sorl-thumbnail", "pillow"),
    "starlette": ("starlette", "fastapi"),
    "SQLAlchemy": ("SQLAlchemy[asyncio]",),
    "taskiq": ("taskiq", "taskiq-redis", "taskiq-nats", "taskiq-aio-pika"),
    "tritonclient": ("tritonclient[all]",),
    "tweepy": ("tweepy[async]",),
    "pubnub": ("pubnub>=5",),
    "PyHive": ("PyHive[hive_pure_sasl]",),
    "PyVimeo": ("PyVimeo>=1",),
    "pysftp": ("pysftp", "paramiko<4"),
    "pysolr": ("pysolr", "setuptools<81"),
    "xero-python": ("xero-python>=2",),
    "zhipuai": ("zhipuai", "sniffio"),
    "faststream": ("faststream[kafka,nats,rabbit,redis]",),
    "gidgethub": ("gidgethub[aiohttp,httpx]",),
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
    names.roots.update(roots)
    older = set(entry.get("older", "").split())
    names.aliases.update({name: to for name, to in entry.get("aliases", {}).items() if name not in older})
    names.older.update(older)
    for class_name, known in entry.get("classes", {}).items():
        if class_name.endswith("()") or not any(f"{class_name}.".startswith(f"{root}.") for root in roots):
            continue
        names.plain.add(class_name)
        names.blocking.update(f"{class_name}:{name}" for name in " ".join(known.get("methods", {}).values()).split())
        listed = known.get("coroutines", "") + " " + known.get("awaitables", "")
        names.awaitable.update(f"{class_name}:{name}" for name in listed.split())
        others = [*known.get("pure", "").split(), *known.get("returns", {}), *known.get("attributes", {})]
        others += " ".join(known.get("reads", {}).values()).split()
        names.plain.update(f"{class_name}:{name}" for name in others)
    for group in (names.plain, names.blocking, names.awaitable):
        group.difference_update({name for name in group if "*" in name or "()" in name})
        gone = {name for name in group if older.intersection((name.replace(":", "."), name.partition(":")[0]))}
        group.difference_update(gone)
    names.plain -= names.blocking | names.awaitable


def install(environment: Path, requirements: tuple[str, ...], is_built: bool) -> str:
    """Installs one distribution into a new environment; returns why it could not be, or an empty string."""
    venv.create(environment, with_pip=False, symlinks=True)
    python = environment / "bin" / "python"
    command = [*installer(python), "--quiet", *(() if is_built else ("--only-binary", ":all:"))]
    try:
        done = subprocess.run([*command, *requirements], capture_output=True, text=True, timeout=SECONDS_TO_INSTALL)
    except subprocess.TimeoutExpired:
        return f"not installed within {SECONDS_TO_INSTALL} s"
    if done.returncode == 0:
        return ""
    return why_not_installed(done.stderr)


def installer(python: Path) -> list[str]:
    """The command that installs into the environment of `python`: uv's where there is one, else pip's."""
    if uv := shutil.which("uv"):
        return [uv, "pip", "install", "--python", str(python)]
    return [sys.executable, "-m", "pip", "--python", str(python), "install"]


def why_not_installed(told: str) -> str:
    """The reason out of what pip or uv printed, in one line."""
    if errors := [line for line in told.splitlines() if line.startswith("ERROR")]:
        return errors[-1].removeprefix("ERROR: ")[:120]
    words = " ".join(word for word in told.split() if word.isascii())
    if "no usable wheels" in words:
        return "no wheel, or a requirement without one"
    return words[:120] or "not told"


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


def check(distribution: str, names: Names, is_built: bool) -> dict[str, Any]:
    """Installs a distribution in an environment of its own and looks its names up; what the record says."""
    with tempfile.TemporaryDirectory(prefix="check-knowledge-") as folder:
        environment = Path(folder) / "environment"
        if reason := install(environment, REQUIREMENTS.get(distribution, (distribution,)), is_built):
            return {"not_installed": reason}
        version = installed_version(environment, distribution)
        faults = look(environment, names)
    result: dict[str, Any] = {"version": version, "python": platform.python_version()}
    if broken := faults.get("cannot be imported"):
        return {**result, "not_importable": broken[0]}
    if unverified := faults.pop("unverified", []):
        result["unverified"] = unverified
    result |= {"names": names.count, "faults": {kind: found for kind, found in faults.items() if found}}
    return {**result, "older": sorted(names.older)} if names.older else result


def update_record(results: dict[str, dict[str, Any]], wanted: dict[str, Names]) -> None:
    """Joins new results with those on file; distributions that no table names any more are dropped."""
    on_file = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    joined = {name: entry for name, entry in {**on_file, **results}.items() if name in wanted}
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_text(json.dumps(joined, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("distributions", nargs="*", help="only these")
    parser.add_argument("--large", action="store_true", help="the very large distributions too")
    parser.add_argument("--build", action="store_true", help="also from source, where there is no wheel")
    options = parser.parse_args()
    wanted, dynamic = names_by_distribution()
    results: dict[str, dict[str, Any]] = {}
    for distribution in sorted(options.distributions or wanted, key=str.lower):
        names = wanted[distribution]
        if not names.count:
            result = {"left_out": "its names exist only at run time" if distribution in dynamic else "no plain names"}
        elif distribution in LARGE and not options.large:
            result = {"left_out": "very large (`--large` includes it)"}
        else:
            result = check(distribution, names, options.build)
        print(distribution, json.dumps(result), flush=True)
        results[distribution] = {**result, "date": date.today().isoformat()}
    update_record(results, wanted)
    return 1 if any(result.get("faults") for result in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
