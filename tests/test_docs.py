"""The documents say what the code says: settings, options, effects, rooms; and their links lead somewhere."""

import re
from pathlib import Path
from typing import get_args

import click
import pytest

from django_async_lint.cli.checking import check
from django_async_lint.config import Config, describe
from django_async_lint.inference.effects import EffectKind
from django_async_lint.rules.registry import all_rules

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text("utf-8")
CONFIGURATION = (ROOT / "docs/configuration.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_to_files(page: Path) -> None:
    targets = LINK.findall(page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_setting_is_documented() -> None:
    keys = [line.partition(" = ")[0] for line in describe(Config())]
    assert [key for key in keys if f"`{key}`" not in CONFIGURATION] == []


def test_every_option_is_documented() -> None:
    told = set(re.findall(r"`(--?[a-z][a-z-]*)", CONFIGURATION))
    told |= {f"--{line.partition(' = ')[0]}" for line in describe(Config())}
    options = [parameter for parameter in check.params if isinstance(parameter, click.Option)]
    assert [option.opts for option in options if not told & set(option.opts)] == []


def test_every_effect_has_its_reader_in_the_table() -> None:
    assert [kind for kind in get_args(EffectKind) if f"`{kind}`" not in ARCHITECTURE] == []


def test_every_rule_stands_in_the_table_with_what_it_reads() -> None:
    rows = set(re.findall(r"^\| \*?(DAL\d{3})", ARCHITECTURE, re.MULTILINE))
    assert {rule.code for rule in all_rules() if "TODO" not in rule.page} - rows == set()


def test_every_room_is_told() -> None:
    package = ROOT / "src/django_async_lint"
    rooms = {path.stem for path in package.glob("*.py") if not path.stem.startswith("__")}
    rooms |= {path.parent.name for path in package.glob("*/__init__.py")}
    assert [room for room in sorted(rooms) if not re.search(rf"`{room}/?`", ARCHITECTURE)] == []


def test_the_pre_commit_hooks_of_the_readme_exist() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")
    for hook in set(re.findall(r"dal-[a-z]+(?:-[a-z]+)*", readme)) & {"dal-check", "dal-check-all"}:
        assert f"id: {hook}\n" in hooks
