"""Builds the documentation site: `make site`. The pages are those of docs/, and two that stand at the top of the
repository, with their links rewritten. A link or an anchor that leads nowhere fails.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAGE = ROOT / ".site"
SITE = ROOT / "site"
CONFIGURATION = "mkdocs.yml"
TOP = {"CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changelog.md"}
"""Pages from the top of the repository, and what they are called on the site."""
LINK = re.compile(r"(\]\()((?:\.\./)?(?:docs/)?)([\w./-]+?\.md)((?:#[\w-]*)?\))")
RULES = "  - Rules: rules/index.md\n"


def link(match: re.Match[str]) -> str:
    """A link of a page at the top of the repository, or to one, as it is on the site."""
    begin, folder, target, end = match.groups()
    if folder in ("docs/", "../docs/"):
        return begin + target + end
    if target in TOP:
        return begin + TOP[target] + end
    return match[0]


def staged(stage: Path = STAGE) -> Path:
    """The pages and the settings of the site, made anew; the file of the settings."""
    shutil.rmtree(stage, ignore_errors=True)
    pages = stage / "pages"
    shutil.copytree(ROOT / "docs", pages)
    for name, page in TOP.items():
        (pages / page).write_text(LINK.sub(link, (ROOT / name).read_text("utf-8")), "utf-8")
    for path in pages.glob("*.md"):
        path.write_text(LINK.sub(link, path.read_text("utf-8")), "utf-8")
    rules = sorted(path.stem for path in (pages / "rules").glob("DAL*.md"))
    listed = "  - Rules:\n      - rules/index.md\n" + "".join(f"      - {rule}: rules/{rule}.md\n" for rule in rules)
    text = (ROOT / CONFIGURATION).read_text("utf-8")
    if RULES not in text:
        raise SystemExit(f"{CONFIGURATION} has no line {RULES.strip()!r}")
    text = text.replace(RULES, listed)
    text = re.sub(r"(?m)^docs_dir: .*$", "docs_dir: pages", text)
    (stage / CONFIGURATION).write_text(text, "utf-8")
    return stage / CONFIGURATION


def main(arguments: list[str]) -> int:
    """Builds the site, and puts it in place of the one before where that went well."""
    zensical = Path(sys.executable).with_name("zensical")
    command: list[str | Path] = [zensical, "build", "--strict", "--clean", "--config-file", staged()]
    outcome = subprocess.run([*command, *arguments], cwd=STAGE).returncode
    if outcome == 0:
        shutil.rmtree(SITE, ignore_errors=True)
        shutil.move(STAGE / "site", SITE)
    return outcome


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
