"""The contracts of the house: what must be said in several places is said in all of them.

A rule is in the registry, on a page, in the specs, in the README's table and in the changelog. The floors are
import-linter's (`test_architecture`); what is finer than a floor is checked here.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from django_async_lint.rules.registry import PAGE_SECTIONS, Rule, all_rules
from tests.marks import VERDICTS
from tests.projects import diagnostics, write_project

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "django_async_lint"
CODES = [rule.code for rule in all_rules()]
CODE = re.compile(r"\bDAL\d{3}\b")
NAMES_A_FILE = re.compile(r"^# ([\w/]+\.py)\n", re.MULTILINE)
SHARED = ("__init__", "registry")
SEEN_BY_RULES = {
    "django_async_lint.inference.analysis",
    "django_async_lint.diagnostic",
    "django_async_lint.rules.registry",
}
HOMES = {
    "ast": ("source.py", "newer_syntax.py", "project/", "inference/", "fixes/", "flake8_plugin.py"),
    "libcst": ("newer_syntax.py", "fixes/"),
    "flake8": ("flake8_plugin.py",),
    "concurrent.futures": ("language_server/",),
    "pygls": ("language_server/",),
    "lsprotocol": ("language_server/",),
    "pickle": (),
    "subprocess": (),
}
"""Which modules of the package may import these; nothing else may."""

WITHOUT_EXAMPLE = {"DAL003"}
"""No code of a user shows a crash of the linter."""


def section(page: str, name: str) -> str:
    """The text of a section of a rule's page."""
    return page.partition(f"## {name}\n")[2].partition("\n## ")[0].strip()


def example(page: str, name: str) -> str:
    """The code of the one block in a section."""
    if section(page, name).startswith("TODO"):
        pytest.skip("the page is a draft, as `make new-rule` leaves it")
    blocks = re.findall(r"^```python\n(.*?)^```$", section(page, name) + "\n", re.MULTILINE | re.DOTALL)
    assert len(blocks) == 1, f"section {name} holds {len(blocks)} blocks of Python"
    return str(blocks[0])


def files_of(code: str) -> dict[str, str]:
    """An example as files: those that lines such as `# shop/urls.py` begin, else one module of views."""
    if not NAMES_A_FILE.match(code):
        return {"views.py": code}
    _, *parts = NAMES_A_FILE.split(code)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def imports(path: Path) -> Iterator[str]:
    """The dotted names of the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rule_modules() -> list[Path]:
    """The files of the rules."""
    return sorted(
        set((PACKAGE / "rules").glob("*.py")) - {PACKAGE / "rules" / f"{name}.py" for name in SHARED}
    )


def of_rules(*without: str) -> pytest.MarkDecorator:
    """Runs a test for each rule."""
    rules = [rule for rule in all_rules() if rule.code not in without]
    return pytest.mark.parametrize("rule", rules, ids=lambda rule: rule.code)


@of_rules()
def test_a_page_has_its_sections_in_order_and_none_is_empty(rule: Rule) -> None:
    assert tuple(re.findall(r"^## (.+)$", rule.page, re.MULTILINE)) == PAGE_SECTIONS
    assert all(section(rule.page, name) for name in PAGE_SECTIONS)
    assert not rule.page.splitlines()[0].endswith(".")


@of_rules(*WITHOUT_EXAMPLE)
def test_the_bad_example_has_exactly_the_fault_of_its_rule(rule: Rule, tmp_path: Path) -> None:
    found = diagnostics([write_project(tmp_path, files_of(example(rule.page, "Bad")))])
    others = [one for one in found if one.code not in VERDICTS or rule.code in VERDICTS]
    assert {one.code for one in others} == {rule.code}, [one.message for one in others]


@of_rules(*WITHOUT_EXAMPLE)
def test_the_good_example_is_silent(rule: Rule, tmp_path: Path) -> None:
    found = diagnostics([write_project(tmp_path, files_of(example(rule.page, "Good")))])
    others = [one for one in found if one.code not in VERDICTS or rule.code in VERDICTS]
    assert [(one.code, one.start.line, one.message) for one in others] == []


@of_rules(*WITHOUT_EXAMPLE)
def test_messages_and_help_are_one_line_without_a_final_dot(rule: Rule, tmp_path: Path) -> None:
    for one in diagnostics([write_project(tmp_path, files_of(example(rule.page, "Bad")))]):
        for text in (one.message, one.help):
            assert text and "\n" not in text and not re.search(r"[^.]\.$", text)


@of_rules(*WITHOUT_EXAMPLE)
def test_messages_speak_of_asyncio_alone(rule: Rule, tmp_path: Path) -> None:
    for one in diagnostics([write_project(tmp_path, files_of(example(rule.page, "Bad")))]):
        assert not re.search(r"\b(trio|nursery|checkpoint)\b", f"{one.message} {one.help}", re.IGNORECASE)


@of_rules()
def test_a_rule_has_a_spec_with_a_finding_and_a_trap(rule: Rule) -> None:
    spec = (ROOT / "tests" / "specs" / f"{rule.code}.md").read_text("utf-8")
    traps = [part for part in spec.split("\n## ") if re.match(r"(a )?trap\b", part, re.IGNORECASE)]
    assert traps, "looks bad, is fine: a rule without a trap is not done"
    assert not any("#: " in trap for trap in traps)
    if rule.code not in WITHOUT_EXAMPLE and "TODO" not in rule.page:
        assert re.search(rf"#: .*\b{rule.code}\b", spec)


def test_the_specs_know_no_other_codes() -> None:
    specs = list((ROOT / "tests" / "specs").glob("*.md"))
    marks = [
        mark for path in specs for mark in re.findall(r"#: (.+)$", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert {code for mark in marks for code in CODE.findall(mark)} <= set(CODES)
    assert {path.stem for path in specs if CODE.fullmatch(path.stem)} == set(CODES)


def test_the_documentation_has_one_page_for_each_rule_and_it_is_the_rules_own() -> None:
    pages = {path.stem: path.read_text("utf-8") for path in (ROOT / "docs" / "rules").glob("DAL*.md")}
    assert set(pages) == set(CODES)
    bodies = {rule.code: rule.page.partition("\n")[2].strip() for rule in all_rules()}
    assert [code for code, body in bodies.items() if body not in pages[code]] == [], "run `make docs`"


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md"])
def test_every_rule_is_mentioned(name: str) -> None:
    mentioned = set(CODE.findall((ROOT / name).read_text("utf-8")))
    assert set(CODES) - mentioned == set()


@pytest.mark.parametrize("path", rule_modules(), ids=lambda path: path.stem)
def test_a_rule_sees_effects_and_diagnostics_and_nothing_else(path: Path) -> None:
    ours = {name for name in imports(path) if name.startswith("django_async_lint")}
    modules = {name for name in ours if not any(name.startswith(f"{seen}.") for seen in SEEN_BY_RULES)}
    assert modules <= SEEN_BY_RULES
    assert not {"ast", "libcst", "os", "pathlib", "importlib"} & set(imports(path))


@pytest.mark.parametrize("module", sorted(HOMES))
def test_a_module_is_imported_only_where_it_is_at_home(module: str) -> None:
    strangers = []
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE).as_posix()
        if not inside.startswith(HOMES[module]) and any(
            name == module or name.startswith(f"{module}.") for name in imports(path)
        ):
            strangers.append(inside)
    assert strangers == []
