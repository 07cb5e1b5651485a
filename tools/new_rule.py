"""Starts a rule: `make new-rule CODE=DAL110 NAME=blocking-printer` writes module, spec and changelog line.

The skeleton passes the tests as it stands: it reads a category of blocking calls that no table has yet. What
to fill in is marked with `TODO`. An existing file is never overwritten.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINE = re.compile(r"^- (DAL\d{3}) [a-z0-9-]+: ", re.MULTILINE)

MODULE = '''"""TODO: what is wrong, as a title without a final dot

## What it does
TODO: what is reported and where, and what looks like it but is not.

## Why it matters
TODO: what happens at run time, with a figure where one was measured.

## Bad
TODO: the smallest example as a python block. The tests run it: it gives {code} and nothing else.

## Good
TODO: the same, mended. The tests run it: it is silent.

## Fix
TODO: what to write instead, in asyncio and Django terms.

## When to ignore
TODO: where this is fine.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.rules.registry import at, rule


@rule("{code}", "{name}", "warning")
def check(function: AnalysedFunction) -> Iterator[Diagnostic]:
    for effect in function.blocking("{name}"):  # TODO: the effect that this rule reads
        yield at("{code}", function, effect, f"`{{effect.sink}}` blocks the event loop", effect.instead)
'''

SPEC = """# {code} {name}

TODO: a case with a bad line (`#: {code} "..."`), one through a helper in another file, and more traps.

## A trap: it looks bad and is fine

```python
async def view(request):
    return None
```
"""


class Refused(Exception):
    """Why no rule was started, in one line."""


def files(code: str, name: str) -> dict[Path, str]:
    """The new files of a rule by path relative to the repository."""
    module = Path("src/django_async_lint/rules") / f"{name.replace('-', '_')}.py"
    return {
        module: MODULE.format(code=code, name=name),
        Path("tests/specs") / f"{code}.md": SPEC.format(code=code, name=name),
    }


def with_line(changelog: str, code: str, name: str) -> str:
    """The changelog with a line for the rule, in the order of codes, in the topmost list that names rules."""
    line = f"- {code} {name}: TODO.\n"
    newest = changelog.partition("\n## ")[2].partition("\n## ")[0]
    offset = changelog.index(newest)
    for match in LINE.finditer(newest):
        if match[1] > code:
            return changelog[: offset + match.start()] + line + changelog[offset + match.start() :]
    end = offset + len(newest.rstrip("\n")) + 1
    return changelog[:end] + line + changelog[end:]


def start(code: str, name: str, root: Path = ROOT) -> list[Path]:
    """Writes the skeleton and returns what was written or changed, relative to `root`. Raises Refused."""
    if not re.fullmatch(r"DAL\d{3}", code) or not re.fullmatch(r"[a-z][a-z0-9-]+[a-z0-9]", name):
        raise Refused(
            "say make new-rule CODE=DAL110 NAME=blocking-printer: DAL and three digits, a name-with-hyphens"
        )
    written = files(code, name)
    taken = [path for path in written if (root / path).exists()]
    rules = (root / "src/django_async_lint/rules").glob("*.py")
    taken += [
        path.relative_to(root) for path in rules if f'@rule("{code}"' in path.read_text(encoding="utf-8")
    ]
    if taken:
        raise Refused(f"{code} {name}: {taken[0]} exists already, choose another code or name")
    changelog = Path("CHANGELOG.md")
    written[changelog] = with_line((root / changelog).read_text(encoding="utf-8"), code, name)
    for path, text in written.items():
        (root / path).write_text(text, encoding="utf-8")
    return list(written)


def main(arguments: list[str]) -> int:
    """Starts the rule that the arguments name, and says what to do next."""
    try:
        code, name = arguments
        for path in start(code, name):
            print(f"wrote {path}")
    except (ValueError, Refused) as error:
        print(f"new-rule: {error}" if isinstance(error, Refused) else "new-rule: needs CODE=... and NAME=...")
        return 2
    subprocess.run([sys.executable, str(ROOT / "tools/make_docs.py")], check=True)
    print("next: fill in every TODO, then `make docs test lint`; CONTRIBUTING.md tells what belongs where")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
