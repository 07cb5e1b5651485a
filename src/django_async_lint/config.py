"""Settings: one frozen record of all that a user can set, and how it is read from TOML and the command line.

Floor 0: reads pyproject.toml (or the file that `--config` names) and nothing else of the checked project.
Keys are written-with-hyphens in TOML and with_underscores here. What a setting means is decided elsewhere.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from django_async_lint import disk
from django_async_lint.diagnostic import CONFIDENCES, SEVERITIES, Confidence, Severity

TABLE = "django-async-lint"
SCOPES = ("listed", "touched", "project")
OUTPUT_FORMATS = ("full", "concise", "json", "json-lines", "github", "gitlab", "junit", "rdjson", "sarif")
MISSPELT_TABLE = TABLE.replace("-", "_")
SERVERS = ("asgi", "wsgi")
PROFILES = ("regular", "pedantic", "migration")
PEDANTIC = "pedantic"
RUFF = "ruff"
OTHER_LINTERS = (RUFF,)
"""Those to which findings can be left."""
SUPPORTED_RELEASES = ("4.2", "5.0", "5.1", "5.2", "6.0", "6.1")
CODE = re.compile(r"ALL|DAL\d{0,3}")


class ConfigError(Exception):
    """Settings that cannot be used. `errors` are one line each: what is wrong, where, and what to do."""

    def __init__(self, *errors: str) -> None:
        super().__init__("; ".join(errors))
        self.errors = errors


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one project root, after `[tool.django-async-lint]` and the command line were joined."""

    src: tuple[str, ...] = ()
    settings_module: str | None = None
    target_django: str | None = None
    server: str = "asgi"
    environment: str | None = None
    profile: str = "regular"
    select: tuple[str, ...] = ("DAL",)
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: tuple[str, ...] = (".*", "node_modules", "venv", "__pycache__", "build", "dist", "site-packages")
    extend_exclude: tuple[str, ...] = ()
    defer_to: tuple[str, ...] = ()
    scope: str = "listed"
    min_confidence: Confidence = "medium"
    fail_on: Severity = "warning"
    output_format: str = "full"
    cache_dir: str | None = None
    baseline: str = "dal-baseline.json"


Reader = Callable[[object], object]
"""Turns a TOML value into a setting; raises ValueError with what was expected."""


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a string")
    return value


def _release(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"\d+\.\d+(\.\d+)*", value):
        raise ValueError('a Django release as a string, such as "5.2"')
    if ".".join(value.split(".")[:2]) not in SUPPORTED_RELEASES:
        raise ValueError(f"one of the supported releases {', '.join(SUPPORTED_RELEASES)}")
    return value


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise ValueError("a list of strings")
    return tuple(value)


def _codes(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(_is_code(item) for item in value):
        raise ValueError('a list of rule codes or their beginnings, such as ["DAL101", "DAL2"]')
    return tuple("DAL" if item.upper() == "ALL" else item.upper() for item in value)


def _is_code(item: object) -> bool:
    return isinstance(item, str) and CODE.fullmatch(item.upper()) is not None


def _codes_by_pattern(value: object) -> dict[str, tuple[str, ...]]:
    try:
        if not isinstance(value, Mapping):
            raise ValueError
        return {_string(pattern): _codes(codes) for pattern, codes in value.items()}
    except ValueError:
        raise ValueError('a table of lists of rule codes, such as {"tests/**" = ["DAL1"]}') from None


@dataclass(frozen=True, slots=True)
class _OneOf:
    """The reader of a setting that is one of several words."""

    choices: tuple[str, ...]

    def __call__(self, value: object) -> str:
        if value not in self.choices:
            raise ValueError("one of " + ", ".join(f'"{choice}"' for choice in self.choices))
        return str(value)


def _one_of(*choices: str) -> Reader:
    return _OneOf(choices)


@dataclass(frozen=True, slots=True)
class _SomeOf:
    """The reader of a setting that is a list of some of several words."""

    choices: tuple[str, ...]

    def __call__(self, value: object) -> tuple[str, ...]:
        if not isinstance(value, (list, tuple)) or not all(item in self.choices for item in value):
            raise ValueError("a list of " + ", ".join(f'"{choice}"' for choice in self.choices))
        return tuple(value)


def _some_of(*choices: str) -> Reader:
    return _SomeOf(choices)


READERS: dict[str, Reader] = {
    "src": _strings,
    "settings_module": _string,
    "target_django": _release,
    "server": _one_of(*SERVERS),
    "environment": _string,
    "profile": _one_of(*PROFILES),
    "select": _codes,
    "ignore": _codes,
    "extend_select": _codes,
    "extend_ignore": _codes,
    "per_file_ignores": _codes_by_pattern,
    "exclude": _strings,
    "extend_exclude": _strings,
    "defer_to": _some_of(*OTHER_LINTERS),
    "scope": _one_of(*SCOPES),
    "min_confidence": _one_of(*CONFIDENCES),
    "fail_on": _one_of(*SEVERITIES),
    "output_format": _one_of(*OUTPUT_FORMATS),
    "cache_dir": _string,
    "baseline": _string,
}
KEYS = tuple(name.replace("_", "-") for name in READERS)
_CODE_SHAPE = {"type": "string", "pattern": "^([Aa][Ll][Ll]|[Dd][Aa][Ll][0-9]{0,3})$"}
SHAPES: dict[Reader, dict[str, object]] = {
    _string: {"type": "string"},
    _release: {
        "type": "string",
        "pattern": f"^({'|'.join(map(re.escape, SUPPORTED_RELEASES))})(\\.[0-9]+)*$",
        "examples": list(SUPPORTED_RELEASES),
    },
    _strings: {"type": "array", "items": {"type": "string"}},
    _codes: {"type": "array", "items": _CODE_SHAPE},
    _codes_by_pattern: {
        "type": "object",
        "additionalProperties": {"type": "array", "items": _CODE_SHAPE},
    },
}
"""What a reader takes, as JSON schema."""


def shape(name: str) -> dict[str, object]:
    """The JSON schema of what a setting takes, by field name."""
    reader = READERS[name]
    if isinstance(reader, _SomeOf):
        return {"type": "array", "items": {"enum": list(reader.choices)}}
    return {"enum": list(reader.choices)} if isinstance(reader, _OneOf) else SHAPES[reader]


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the settings of a run come from: `overrides` by field name, checked already; `file` instead of
    the project's pyproject.toml; or with `isolated` no file at all. `own` are the project roots that the run is about;
    below them lie others, whose broken settings are passed over (None: all are its own)."""

    overrides: Mapping[str, object] = field(default_factory=dict)
    file: Path | None = None
    isolated: bool = False
    own: frozenset[Path] | None = None

    def file_for(self, root: Path) -> Path | None:
        """The file that the settings of a project root are read from; None when there is none."""
        if self.isolated:
            return None
        if self.file is not None:
            return self.file
        pyproject = root / "pyproject.toml"
        if not disk.is_file(pyproject):
            return None
        text = _text(pyproject)
        return pyproject if TABLE in text or f"tool.{MISSPELT_TABLE}" in text else None

    def baseline_for(self, root: Path) -> Path | None:
        """The baseline of a project root, which need not exist: beside its settings; None when it is switched off."""
        name = self.of(root).baseline
        folder = self.file.parent if self.file is not None and not self.isolated else root
        return folder / name if name else None

    def origin(self, root: Path, name: str, item: str) -> str:
        """Where an item of a list setting stands, for errors: the command line or a file."""
        given = self.overrides.get(name)
        if given is not None and item in _strings(given):
            return "command line"
        return str(self.file_for(root) or "command line")

    def of(self, root: Path) -> Config:
        """The settings of a project root; those by default where broken ones are passed over. Raises ConfigError."""
        try:
            return self._read(root)
        except ConfigError:
            if not self.passes_over(root):
                raise
            return self.without_files().of(root)

    def passes_over(self, root: Path) -> bool:
        """Whether broken settings of a project root stop nothing: those that it has itself, below what is asked for."""
        return self.own is not None and root not in self.own and self.file is None

    def without_files(self) -> "Settings":
        """The same without what files say."""
        return replace(self, isolated=True)

    def faults(self, root: Path) -> tuple[str, ...]:
        """What is wrong with the settings of a project root, a line each."""
        try:
            self._read(root)
        except ConfigError as error:
            return error.errors
        return ()

    def _read(self, root: Path) -> Config:
        file = self.file_for(root)
        overrides = _with_profile(self.overrides)
        chosen = {name: value for name, value in overrides.items() if name == "profile"}
        config = Config() if file is None else _from_file(file, chosen)
        added = {
            name: (*getattr(config, name), *_strings(value))
            for name, value in overrides.items()
            if name.startswith("extend_")
        }
        return replace(config, **{**overrides, **added})  # type: ignore[arg-type]


def _with_profile(given: Mapping[str, object]) -> dict[str, object]:
    """Settings of one origin with what their profile brings along, as far as they do not say it themselves."""
    brought = {"min_confidence": "low"} if given.get("profile") == PEDANTIC else {}
    return {**brought, **given}


def read_table(table: Mapping[str, object], where: str) -> dict[str, object]:
    """The settings of a TOML table by field name; `where` names it in errors.

    Raises ConfigError with all faults.
    """
    settings: dict[str, object] = {}
    errors = []
    for key, value in table.items():
        name = key.replace("-", "_")
        if key not in KEYS:
            errors.append(f"{where}: unknown key `{key}`{did_you_mean(key, KEYS)}")
            continue
        try:
            settings[name] = READERS[name](value)
        except ValueError as error:
            errors.append(f"{where}: `{key}` must be {error}, not {_shown(value)}")
    if errors:
        raise ConfigError(*errors)
    return settings


def read_override(text: str) -> dict[str, object]:
    """The setting of one `KEY=VALUE` from the command line.

    VALUE is TOML; quotes around a string may be left out. Raises ConfigError.
    """
    key, _, value = text.partition("=")
    key, value = key.strip(), value.strip()
    try:
        parsed = tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        parsed = value
    is_plain = key in KEYS and READERS[key.replace("-", "_")] not in (_strings, _codes, _codes_by_pattern)
    if is_plain and not isinstance(parsed, (str, list, dict)):
        parsed = value
    return read_table({key: parsed}, f"--config {text}")


def did_you_mean(word: str, known: tuple[str, ...]) -> str:
    """`, did you mean …?` with the nearest known word, else what is known."""
    from difflib import get_close_matches

    nearest = get_close_matches(word.replace("_", "-"), known, n=1)
    return f", did you mean `{nearest[0]}`?" if nearest else f", known are {', '.join(known)}"


def describe(config: Config) -> Iterator[str]:
    """The settings as lines of TOML, in the order of their declaration."""
    for setting in fields(config):
        yield f"{setting.name.replace('_', '-')} = {toml(getattr(config, setting.name))}"


def _from_file(file: Path, chosen: Mapping[str, object]) -> Config:
    """The settings in `file`: in its `[tool.django-async-lint]`, or at its top when it has no `tool`. What is `chosen`
    elsewhere counts before anything follows from it."""
    try:
        document = tomllib.loads(_text(file))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: cannot be read as TOML: {error}") from None
    table: object = document
    if "tool" in document or file.name == "pyproject.toml":
        tools = document.get("tool", {})
        table = tools.get(TABLE, {}) if isinstance(tools, dict) else {}
        if isinstance(tools, dict) and MISSPELT_TABLE in tools:
            raise ConfigError(f"{file}: unknown table [tool.{MISSPELT_TABLE}], did you mean [tool.{TABLE}]?")
    if not isinstance(table, dict):
        raise ConfigError(f"{file}: `tool.{TABLE}` must be a table, not {_shown(table)}")
    return Config(**_with_profile({**read_table(table, str(file)), **chosen}))  # type: ignore[arg-type]


def _text(file: Path) -> str:
    try:
        return disk.text(file)
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror or error}") from None
    except ValueError:
        raise ConfigError(f"{file}: is not UTF-8 text, as TOML must be") from None


def _shown(value: object) -> str:
    text = toml(value)
    return text if len(text) <= 60 else text[:59] + "…"


def toml(value: object) -> str:
    """A value as TOML; `(not set)` where there is none."""
    match value:
        case None:
            return "(not set)"
        case bool():
            return str(value).lower()
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case list() | tuple():
            return "[" + ", ".join(toml(item) for item in value) + "]"
        case dict():
            return "{" + ", ".join(f"{toml(key)} = {toml(item)}" for key, item in value.items()) + "}"
        case _:
            return str(value)
