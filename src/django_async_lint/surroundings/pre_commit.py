"""pre-commit's settings: whether a hook of ours is there, and an entry for one, put in as text.

The entry is a local hook with this package as its dependency, so it needs no address of a repository.
"""

import re

from django_async_lint.surroundings.texts import CannotEdit

FILE = ".pre-commit-config.yaml"
HOOK = "dal-check"
OURS = re.compile(r"^[ \t-]*id:[ \t]*[\"']?(dal-(?:check-all|check|fix))\b", re.MULTILINE)
REPOS = re.compile(r"^repos:[ \t]*(?P<value>\[[ \t]*\])?[ \t]*(?:#.*)?\r?$", re.MULTILINE)
ITEM = re.compile(r"(?P<indent>[ \t]*)-(?P<gap>[ \t]+)")


def hooks(text: str) -> list[str]:
    """The hooks of ours that the settings name."""
    return OURS.findall(text)


def entry(version: str, indent: str) -> list[str]:
    """The lines of the entry of our hook."""
    return [
        f"{indent}- repo: local",
        f"{indent}  hooks:",
        f"{indent}    - id: {HOOK}",
        f"{indent}      name: dal check (what the changed files touch)",
        f"{indent}      entry: dal check --scope touched",
        f"{indent}      language: python",
        f'{indent}      additional_dependencies: ["django-async-lint=={version}"]',
        f"{indent}      types_or: [python]",
        f"{indent}      require_serial: true",
    ]


def with_hook(text: str, version: str) -> str:
    """The text with our hook after the last entry of its list of repositories. Raises CannotEdit."""
    found = REPOS.search(text)
    if found is None:
        raise CannotEdit("its `repos:` is no list of entries below it; add the hook yourself, see the README")
    lines = text.split("\n")
    first = text.count("\n", 0, found.start())
    if found["value"]:
        lines[first] = lines[first].replace(found["value"], "", 1).replace(": ", ":", 1)
    last, indent = _block(lines, first)
    end = "\r" if "\r\n" in text else ""
    lines[last] = lines[last].removesuffix("\r") + end
    added = [line + end for line in entry(version, indent)]
    return "\n".join([*lines[: last + 1], *added, *(lines[last + 1 :] or [""])])


def _block(lines: list[str], first: int) -> tuple[int, str]:
    """The last line that belongs to the list below line `first`, and how far its items stand in."""
    last, indent = first, None
    for number, line in enumerate(lines[first + 1 :], first + 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        item = ITEM.match(line)
        if indent is None:
            if item is None:
                break
            indent = item["indent"]
        if len(line) - len(line.lstrip()) < len(indent) or (not indent and not line.startswith((" ", "\t", "-"))):
            break
        last = number
    return last, "  " if indent is None else indent
