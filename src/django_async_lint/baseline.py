"""The baseline: faults that were there on day one, written down so that only new ones are reported.

A file of one fault per line, sorted by place, that two branches can both change and still merge. A fault is known by
its fingerprint, which holds no line numbers; where the file that it was in is gone, by all that the fingerprint is made
of but the path, so that a renamed file keeps its entries. Nothing here decides what is a fault.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django_async_lint import disk
from django_async_lint.config import ConfigError
from django_async_lint.diagnostic import Finding

SCHEMA = 1
NEVER_KNOWN = ("DAL001", "DAL003")
"""Failures of a run, which no baseline hides."""
REMEDY = "write it anew with `dal baseline write`"


@dataclass(frozen=True, slots=True)
class Entry:
    """A fault in a baseline. `function` is the qualified name inside its module, `ordinal` tells equals apart."""

    fingerprint: str
    code: str
    path: str
    function: str
    callee: str
    sink: str
    ordinal: int

    @property
    def place(self) -> tuple[str, str, str, str, int]:
        """The key by which a baseline is sorted."""
        return (self.path, self.function, self.code, self.callee, self.ordinal)

    @property
    def wherever(self) -> tuple[str, str, str, str, int]:
        """What the fault is, whatever the file is called."""
        return (self.code, self.function, self.callee, self.sink, self.ordinal)


FIELDS = {"code": str, "path": str, "function": str, "callee": str, "sink": str, "ordinal": int}


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a file by fingerprint, and those in files that are no more by what they are."""

    entries: dict[str, Entry] = field(default_factory=dict)
    homeless: dict[tuple[str, str, str, str, int], str] = field(default_factory=dict)

    def match(self, finding: Finding) -> str | None:
        """The fingerprint of the entry that knows a finding; None for a new one."""
        if finding.fingerprint in self.entries:
            return finding.fingerprint
        return self.homeless.get(entry_of(finding).wherever) if self.homeless else None


def at(file: Path | None, root: Path) -> Baseline:
    """The baseline in a file, an empty one where there is no file. Raises ConfigError for what is none."""
    return of(read(file), root) if file is not None and disk.is_file(file) else Baseline()


def of(entries: Iterable[Entry], root: Path) -> Baseline:
    """The baseline of these entries for the project at `root`, whose files are looked for but not read."""
    known = {entry.fingerprint: entry for entry in entries}
    exists = {path: disk.is_file(root / path) for path in {entry.path for entry in known.values()}}
    homeless = {entry.wherever: entry.fingerprint for entry in known.values() if not exists[entry.path]}
    return Baseline(known, homeless)


def entry_of(finding: Finding) -> Entry:
    """The entry that knows a finding."""
    diagnostic = finding.diagnostic
    function = _inside_module(diagnostic.function, diagnostic.path)
    return Entry(
        finding.fingerprint, diagnostic.code, diagnostic.path, function, diagnostic.callee, finding.sink,
        finding.ordinal,
    )  # fmt: skip


def _inside_module(function: str, path: str) -> str:
    """A dotted name without that of the module at `path`, of which the folders up to an import root are no part."""
    parts = path.removesuffix(".py").removesuffix("/__init__").split("/")
    for start in range(len(parts)):
        module = ".".join(parts[start:])
        if function == module:
            return ""
        if function.startswith(f"{module}."):
            return function.removeprefix(f"{module}.")
    return function


def read(file: Path) -> tuple[Entry, ...]:
    """The entries of a baseline file. Raises ConfigError for what is none."""
    import json  # 3 ms that a run without a baseline does without

    try:
        document = json.loads(disk.text(file))
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror or error}") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{file}: is no baseline: {error}; {REMEDY}") from None
    if not isinstance(document, dict) or document.pop("schema", None) != SCHEMA:
        raise ConfigError(f'{file}: is no baseline: `"schema": {SCHEMA}` is missing; {REMEDY}')
    return tuple(_entry(file, fingerprint, row) for fingerprint, row in document.items())


def _entry(file: Path, fingerprint: str, row: object) -> Entry:
    if not isinstance(row, dict) or {name: type(value) for name, value in row.items()} != FIELDS:
        raise ConfigError(f"{file}: is no baseline: the entry {fingerprint} is not as it was written; {REMEDY}")
    return Entry(fingerprint, **row)


def text(entries: Iterable[Entry]) -> str:
    """A baseline file with these entries.

    The schema stands last, so that every entry's line ends with a comma: a new last one changes no other line.
    """
    import json

    known = {entry.fingerprint: entry for entry in entries if entry.code not in NEVER_KNOWN}
    rows = [
        f"{json.dumps(entry.fingerprint)}: {json.dumps({name: getattr(entry, name) for name in FIELDS})},\n"
        for entry in sorted(known.values(), key=lambda entry: entry.place)
    ]
    return "".join(["{\n", *rows, f'"schema": {SCHEMA}\n', "}\n"])


def divided(findings: Sequence[Finding], baseline: Baseline) -> tuple[list[Finding], dict[str, Finding]]:
    """The new ones of the findings; and the known ones by the fingerprint of their entry."""
    new: list[Finding] = []
    known: dict[str, Finding] = {}
    for finding in findings:
        entry = None if finding.diagnostic.code in NEVER_KNOWN else baseline.match(finding)
        if entry is None or (entry in known and known[entry].diagnostic.path != finding.diagnostic.path):
            new.append(finding)
        else:
            known.setdefault(entry, finding)
    return new, known
