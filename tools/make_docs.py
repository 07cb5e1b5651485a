"""Writes the rule pages under `docs/rules/`, their index, the README's table of rules and sample finding, the table of
settings, and the JSON schemas.

The page of a rule is its module's docstring, so the site, `dal rule CODE` and the source say the same; what `--fix`
makes of its bad example is found out by running it. With
`--check` nothing is written: the exit code is 1 when a file on disk differs, and the file is named.
"""

import json
import re
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from django_async_lint.config import Settings
from django_async_lint.diagnostic import Applicability
from django_async_lint.fixing import diff, fix
from django_async_lint.output import schemas
from django_async_lint.rules.registry import Rule, all_rules
from django_async_lint.selection import ALWAYS_SHOWN
from django_async_lint.setting_pages import schema
from django_async_lint.setting_pages import table as settings_table
from terminal_picture import drawn

ROOT = Path(__file__).resolve().parent.parent
PAGES = Path("docs/rules")
README = Path("README.md")
CONFIGURATION = Path("docs/configuration.md")
SCHEMAS = Path("docs/schema")
SETTINGS = re.compile(r"(<!-- settings: begin -->\n).*?(<!-- settings: end -->)", re.DOTALL)
TABLE = re.compile(r"(<!-- rules: begin -->\n).*?(<!-- rules: end -->)", re.DOTALL)
FINDING = re.compile(r"(<!-- finding: begin -->\n).*?(<!-- finding: end -->)", re.DOTALL)
SAMPLE = "DAL204"
PICTURES = Path("docs/pictures")
COLUMNS = 112
PRINTED = {
    "check": ("check shop/views.py --no-cache --select DAL1,DAL204", 0, 30),
    "views": ("views", 0, 24),
}
"""Pictures of terminals: what is run, and which of its lines are shown."""
BAD = re.compile(r"^## Bad\n.*?^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMES_A_FILE = re.compile(r"^# ([\w/]+\.py)\n", re.MULTILINE)
FLAGS: tuple[tuple[str, tuple[Applicability, ...]], ...] = (
    ("--fix", ("safe",)),
    ("--fix --unsafe-fixes", ("safe", "unsafe")),
)

FAMILIES = (
    ("DAL0", "The tool itself"),
    ("DAL1", "Blocking calls"),
    ("DAL2", "ORM and Django API"),
    ("DAL3", "Coroutines"),
    ("DAL4", "CPU work"),
    ("DAL5", "Django wiring"),
    ("DAL6", "When async helps and when it does not"),
)


def page(rule: Rule) -> str:
    """The published page of one rule: its heading, what is decided about it, and its text."""
    _, _, text = rule.page.partition("\n")
    facts = f"| Name | Severity | On by default |\n|---|---|---|\n| `{rule.name}` | {rule.severity} | yes |"
    parts = (f"# {rule.code}: {rule.title}", facts, text.strip(), mended(rule.code, rule.page), silence(rule.code))
    return "\n\n".join(part for part in parts if part) + "\n"


@cache
def mended(code: str, text: str) -> str:
    """What `--fix` makes of a rule's bad example, with `--unsafe-fixes` where it needs that; empty when nothing."""
    block = BAD.search(text)
    if block is None:
        return ""
    with tempfile.TemporaryDirectory() as folder:
        files = {"pyproject.toml": f'[tool.django-async-lint]\nselect = ["{code}"]\n', "manage.py": ""}
        for name, content in {**files, **files_of(block[1])}.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        for flags, allowed in FLAGS:
            if changes := fix([folder], Settings(), allowed).changes:
                return f"## With `{flags}`\n```diff\n{diff(changes)}```"
    return ""


def files_of(code: str) -> dict[str, str]:
    """An example as files: those that lines such as `# shop/urls.py` begin, else one module of views."""
    if not NAMES_A_FILE.match(code):
        return {"views.py": code}
    _, *parts = NAMES_A_FILE.split(code)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def silence(code: str) -> str:
    """How a rule is switched off; what says that the run itself failed cannot be."""
    if code in ALWAYS_SHOWN:
        return "This cannot be silenced: it says that a file was not checked."
    return f'Silence one line with `# noqa: {code}`, a whole project with `ignore = ["{code}"]`.'


def table(rules: tuple[Rule, ...], link: str) -> str:
    """The rules as a Markdown table; `link` is where a code's page is, with `{code}` in it."""
    head = "| Code | Name | What it reports | Severity | On by default |\n|---|---|---|---|---|\n"
    rows = []
    for rule in rules:
        cells = (
            f"[{rule.code}]({link.format(code=rule.code)})",
            f"`{rule.name}`",
            rule.title,
            rule.severity,
            "yes",
        )
        rows.append(f"| {' | '.join(cells)} |\n")
    return head + "".join(rows)


def index(rules: tuple[Rule, ...]) -> str:
    """The index of the rule pages, one table per family that has a rule."""
    parts = ["# Rules\n\nCodes are public: one keeps its meaning for good. `dal rule CODE` prints a page.\n"]
    for prefix, title in FAMILIES:
        family = tuple(rule for rule in rules if rule.code.startswith(prefix))
        if family:
            parts.append(f"## {title}\n\n{table(family, '{code}.md')}")
    return "\n".join(parts)


@cache
def sample_finding() -> str:
    """The first finding of SAMPLE that a run over examples/bookshop prints, as a console block."""
    command = [sys.executable, "-m", "django_async_lint", "check", "examples/bookshop", "--color", "never"]
    run = subprocess.run([*command, "--quiet"], cwd=ROOT, capture_output=True, text=True)
    blocks = [block for block in run.stdout.split("\n\n") if f": {SAMPLE} " in block.partition("\n")[0]]
    if not blocks:
        raise SystemExit(f"make docs: examples/bookshop shows no {SAMPLE}\n{run.stderr}")
    return f"```console\n$ dal check examples/bookshop\n{blocks[0].strip()}\n```\n"


def picture(arguments: str, first: int, last: int) -> str:
    """What a command of dal prints in examples/bookshop on a terminal with colours, from one line to another."""
    command = [sys.executable, "-m", "django_async_lint", *arguments.split()]
    folder = ROOT / "examples/bookshop"
    run = subprocess.run([*command, "--color", "always"], cwd=folder, capture_output=True, text=True)
    lines = run.stdout.split("\n")[first:last]
    return drawn(f"dal {arguments}", "\n".join(lines), COLUMNS)


def readme(text: str, rules: tuple[Rule, ...]) -> str:
    """The README with its table of rules and its sample finding brought up to date."""
    if (ROOT / "examples/bookshop").is_dir():  # a partial copy keeps the finding that it has
        text = FINDING.sub(lambda match: match[1] + sample_finding() + match[2], text)
    return TABLE.sub(lambda match: match[1] + table(rules, f"{PAGES}/{{code}}.md") + match[2], text)


def rendered(root: Path = ROOT) -> dict[Path, str]:
    """Every generated file by its path relative to `root`, with the text that it should hold."""
    rules = all_rules()
    files = {PAGES / f"{rule.code}.md": page(rule) for rule in rules}
    files[PAGES / "index.md"] = index(rules)
    files[README] = readme((root / README).read_text(encoding="utf-8"), rules)
    if (root / CONFIGURATION).is_file():
        text = (root / CONFIGURATION).read_text(encoding="utf-8")
        files[CONFIGURATION] = SETTINGS.sub(lambda match: match[1] + settings_table() + match[2], text)
    if (root / "examples/bookshop").is_dir() and (root / PICTURES).is_dir():
        files.update({PICTURES / f"{name}.svg": picture(*asked) for name, asked in PRINTED.items()})
    files[SCHEMAS / "settings.json"] = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    for name, file in schemas.SCHEMAS.items():
        files[SCHEMAS / f"{file}.json"] = schemas.text(name)
    return files


def stale(root: Path = ROOT) -> list[Path]:
    """The generated files that are missing, differ, or belong to no rule any more, sorted."""
    files = rendered(root)
    differing = {
        path
        for path, text in files.items()
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text
    }
    left_over = {path.relative_to(root) for path in (root / PAGES).glob("*.md")} - set(files)
    return sorted(differing | left_over)


def main(arguments: list[str]) -> int:
    """Writes what is stale, or with `--check` only names it."""
    changed = stale()
    if "--check" in arguments:
        for path in changed:
            print(f"{path} is out of date: run `make docs`")
        return 1 if changed else 0
    files = rendered()
    for path in changed:
        if path in files:
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_text(files[path], encoding="utf-8")
            print(f"wrote {path}")
        else:
            (ROOT / path).unlink()
            print(f"removed {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
