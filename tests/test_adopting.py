"""`dal init`: what is written reads as it should and keeps every comment; what cannot be written is left alone."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from django_async_lint import __version__, adopting
from django_async_lint.check import check
from django_async_lint.cli import run
from django_async_lint.surroundings import pre_commit, toml_text
from django_async_lint.surroundings.texts import CannotEdit

LINT = ("tool", "ruff", "lint")
MANAGE = 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n'
SITE = {"manage.py": MANAGE, "shop/__init__.py": "", "shop/settings.py": ""}

TOML: dict[str, str] = {
    "nothing": "",
    "no end of line": "a = 1",
    "a table": "[tool.ruff.lint]\nselect = ['RUF']  # all\n\n[other]\nx = 1\n",
    "table without content": "[tool.ruff.lint]",
    "spaces in the header": "[ tool . 'ruff' . \"lint\" ]  # here\nselect = []\n",
    "only the table above": "[tool.ruff]\nline-length = 100  # wide\n",
    "only a table within": '[tool.ruff.lint.per-file-ignores]\n"x" = ["E5"]\n',
    "dotted keys": "[tool.ruff]\nlint.select = ['E']\n",
    "dotted keys from the top": "[tool]\nruff.lint.select = ['E']\n",
    "empty list": "[tool.ruff.lint]\nexternal = [ ]\n",
    "one line": '[tool.ruff.lint]\nexternal = ["ASYNC"]  # flake8-async\n',
    "a comma at the end": '[tool.ruff.lint]\nexternal = ["ASYNC", ]\n',
    "many lines": '[tool.ruff.lint]\nexternal = [\n  "A", # first ]\n  "B]"\n  # last\n]\nselect = []\n',
    "many lines with commas": '[tool.ruff.lint]\nexternal = [\n\t"A",\n\t"B",\n]\n',
    "many lines without items": "[tool.ruff.lint]\nexternal = [\n    # none yet\n]\n",
    "inline table": '[tool.ruff]\nlint = {external = ["A"], select = ["E"]}\n',
    "the key elsewhere too": '[tool.other]\nexternal = ["X"]\n\n[tool.ruff.lint]\nexternal = ["A"]\n',
    "the header in a string": 'x = """\n[tool.ruff.lint]\n"""\n[tool.ruff.lint]\nselect = ["E"]\n',
    "the key in a string": "[tool.ruff.lint]\nselect = ['''\nexternal = [\n''']\nexternal = ['A']\n",
    "quoted key": '[tool.ruff.lint]\n"external" = ["A"]\n',
}


def external(text: str) -> Any:
    return toml_text.value_at(tomllib.loads(text), (*LINT, "external"))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("text", TOML.values(), ids=TOML.keys())
def test_one_item_more_and_nothing_else_changes(text: str, end: str) -> None:
    text = text.replace("\n", end)
    changed = toml_text.with_item(text, LINT, "external", "DAL")
    assert external(changed) == [*(external(text) or []), "DAL"]
    assert end not in text or "\n" not in changed.replace(end, ""), "line ends stay what they were"
    kept = iter(changed)
    assert all(character in kept for character in text), "nothing is taken away"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[tool.ruff", "cannot be read as TOML"),
        ("[tool.ruff.lint]\nexternal = 'DAL'\n", "`tool.ruff.lint.external` is no list"),
        ("tool = {ruff = {lint = {select = []}}}\n", 'add `external = ["DAL"]` to its table [tool.ruff.lint] yourself'),
        ("[tool]\nruff = 1\n", "is no table"),
    ],
)
def test_what_cannot_be_written_is_told(text: str, told: str) -> None:
    with pytest.raises(CannotEdit) as failure:
        toml_text.with_item(text, LINT, "external", "DAL")
    assert told in str(failure.value)


YAML: dict[str, str] = {
    "usual": "repos:\n  - repo: https://x\n    rev: v1  # pinned\n    hooks:\n      - id: black\n",
    "without indent": "repos:\n- repo: https://x\n  rev: v1\n  hooks:\n  - id: black\n\n# end\nfail_fast: true\n",
    "keys before and after": """\
fail_fast: true
repos:
  # ours
  - repo: https://x
    rev: v1
    hooks: [{id: a}]

ci:
  skip: []
""",
    "empty": "repos: []\n",
    "empty with a comment": "repos: [ ]  # none\nfail_fast: true\n",
    "nothing below": "repos:\n",
    "no end of line": "repos:\n  - repo: https://x\n    rev: v1\n    hooks:\n      - id: black",
    "text in a block": """\
repos:
  - repo: local
    hooks:
      - id: a
        name: a
        language: system
        entry: |
          - x

          y
""",
}  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("text", YAML.values(), ids=YAML.keys())
def test_one_hook_more_and_nothing_else_changes(text: str, end: str, tmp_path: Path) -> None:
    text = text.replace("\n", end)
    changed = pre_commit.with_hook(text, "0.1.0")
    before, after = yaml.safe_load(text), yaml.safe_load(changed)
    assert [each["id"] for each in after["repos"][-1]["hooks"]] == ["dal-check"]
    after["repos"].pop()
    assert after == {**before, "repos": before["repos"] or []}
    assert changed.endswith(end) and "\n" not in changed.replace(end, "")
    comments = [line for line in text.split(end) if "#" in line and "[" not in line]
    assert [line for line in changed.split(end) if line in comments] == comments
    path = tmp_path / pre_commit.FILE
    path.write_text(changed)
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("text", ["", "repos: [{repo: local, hooks: []}]\n", "other: 1\n"])
def test_a_list_that_is_written_otherwise_is_left_alone(text: str) -> None:
    with pytest.raises(CannotEdit):
        pre_commit.with_hook(text, "0.1.0")


def folder(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return root


def test_everything_is_written_once(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pyproject = '# mine\n[project]\ndependencies = ["Django>=5.1,<6"]\n\n[tool.ruff]  # wide\nline-length = 100\n'
    root = folder(tmp_path, {**SITE, "pyproject.toml": pyproject, ".pre-commit-config.yaml": YAML["usual"]})
    assert run(["init", str(root), "--yes"]) == 0
    output = capfd.readouterr()
    assert "+external = " in output.out and "+      - id: dal-check" in output.out
    assert '+target-django = "5.1"  # as pyproject.toml says\n' in output.out
    assert "dal views" in output.out and "dal baseline write" in output.out and "pre-commit install" in output.out
    written = (root / "pyproject.toml").read_text()
    assert written.startswith("# mine\n") and "[tool.ruff]  # wide\n" in written
    document = tomllib.loads(written)
    assert document["tool"]["django-async-lint"] == {"settings-module": "shop.settings", "target-django": "5.1"}
    assert document["tool"]["ruff"] == {"line-length": 100, "lint": {"external": ["DAL"]}}
    assert "- id: dal-check" in (root / ".pre-commit-config.yaml").read_text()
    assert check([root]).notes == (), "what was written is taken"

    files = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert run(["init", str(root), "--yes"]) == 0
    output = capfd.readouterr()
    assert "+++" not in output.out and output.err.count(" already\n") == 3
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == files


def test_a_project_without_any_file_gets_one(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    root = folder(tmp_path, SITE)
    assert run(["init", str(root), "-y"]) == 0
    assert "--- /dev/null\n+++ pyproject.toml\n" in capfd.readouterr().out
    table = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["django-async-lint"]
    assert table == {"settings-module": "shop.settings"}, "what nothing states is not written"


@pytest.mark.parametrize("name", ["ruff.toml", ".ruff.toml"])
def test_ruff_in_a_file_of_its_own(name: str, tmp_path: Path) -> None:
    root = folder(tmp_path, {**SITE, name: 'lint.external = ["ASYNC"]\n', "pyproject.toml": "[tool.ruff]\n"})
    adopting.carry_out(adopting.plan(root))
    assert tomllib.loads((root / name).read_text()) == {"lint": {"external": ["ASYNC", "DAL"]}}
    assert tomllib.loads((root / "pyproject.toml").read_text())["tool"]["ruff"] == {}, "ruff does not read it"
    assert not adopting.plan(root).changes


def test_ruff_keeps_a_comment_after_it(tmp_path: Path) -> None:
    code = "x = 1  # noqa: DAL101\n"
    root = folder(tmp_path, {**SITE, "pyproject.toml": '[tool.ruff.lint]\nselect = ["RUF"]\n', "a.py": code})

    def ruff() -> int:
        command = [sys.executable, "-m", "ruff", "check", "--no-cache", "a.py"]
        return subprocess.run(command, cwd=root, capture_output=True, timeout=60).returncode

    assert ruff() == 1
    adopting.carry_out(adopting.plan(root))
    assert ruff() == 0


def test_the_top_of_the_repository_holds_the_settings(tmp_path: Path) -> None:
    top = {".git/HEAD": "", "pyproject.toml": "[tool.ruff]\n", ".pre-commit-config.yaml": YAML["empty"]}
    folder(tmp_path, {**top, **{f"backend/{name}": text for name, text in SITE.items()}})
    planned = adopting.plan(tmp_path / "backend")
    assert {each.path.relative_to(tmp_path).as_posix() for each in planned.changes} == {
        "pyproject.toml", ".pre-commit-config.yaml",
    }  # fmt: skip
    assert 'settings-module = "shop.settings"' in adopting.diff(planned)


OTHER_SITE = {"b/manage.py": MANAGE, "b/shop/__init__.py": "", "b/shop/settings.py": ""}
TWO_SITES = {**{f"a/{name}": text for name, text in SITE.items()}, **OTHER_SITE}


def test_two_sites_have_no_one_settings_module(tmp_path: Path) -> None:
    files = {**TWO_SITES, "pyproject.toml": "", "requirements.txt": "Django>=5.2\n"}
    planned = adopting.plan(folder(tmp_path, files))
    assert "[tool.django-async-lint]" in adopting.diff(planned)
    assert "settings-module" not in adopting.diff(planned)


def test_sites_with_a_release_of_their_own_are_not_made_one_project(tmp_path: Path) -> None:
    files = {**TWO_SITES, "a/requirements.txt": "Django>=4.2\n", "b/requirements.txt": "Django>=5.2\n"}
    planned = adopting.plan(folder(tmp_path, {**files, "pyproject.toml": ""}))
    assert [each for each in planned.refused if "one project of a, b; run `dal init` in each of them" in each]
    assert not planned.changes


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"pyproject.toml": "[tool"}, "cannot be read as TOML"),
        ({"pyproject.toml": "tool = {}\n"}, "add the table [tool.django-async-lint] yourself"),
        ({"ruff.toml": "lint = {}\n"}, 'add `external = ["DAL"]` to its table [lint] yourself'),
        ({".pre-commit-config.yaml": "repos: [{repo: meta, hooks: []}]\n"}, "its `repos:` is no list of entries"),
    ],
)
def test_a_file_that_cannot_be_edited_stays(
    files: dict[str, str], told: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = folder(tmp_path, {**SITE, **files})
    assert run(["init", str(root), "--yes"]) == 2
    errors = capfd.readouterr().err
    assert errors.count("dal: error: ") == 1 and told in errors
    assert {name: (root / name).read_text() for name in files} == files


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("\n", 0), ("n\n", 0), ("", 2)])
def test_it_asks_before_it_writes(answer: str, code: int, tmp_path: Path) -> None:
    root = folder(tmp_path, SITE)
    command = [sys.executable, "-m", "django_async_lint", "init", str(root)]
    done = subprocess.run(command, input=answer, capture_output=True, text=True, timeout=60)
    assert done.returncode == code, done.stderr
    assert "Write this file? [Y/n]" in done.stderr
    assert (root / "pyproject.toml").exists() is (answer in ("y\n", "\n"))
    assert ("nothing was written" in done.stderr) is (answer in ("n\n", ""))
    assert ("`--yes` writes without asking" in done.stderr) is (answer == "")


def test_a_file_that_changes_meanwhile_is_kept(tmp_path: Path) -> None:
    root = folder(tmp_path, {**SITE, "pyproject.toml": "a = 1\n"})
    planned = adopting.plan(root)
    (root / "pyproject.toml").write_text("a = 2\n")
    with pytest.raises(CannotEdit, match="changed on disk"):
        adopting.carry_out(planned)
    assert (root / "pyproject.toml").read_text() == "a = 2\n"


def test_the_readme_shows_the_hook_that_is_written() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    written = pre_commit.with_hook("repos: []\n", __version__)
    assert f"```yaml\n{written}```" in readme


def test_what_cannot_be_written_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned = adopting.plan(folder(tmp_path, SITE))

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system", "pyproject.toml")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotEdit, match=r"pyproject.toml: cannot be written: Read-only file system$"):
        adopting.carry_out(planned)


def test_the_settings_of_production_are_named_beside_those_at_hand(tmp_path: Path) -> None:
    names = ("base", "local", "production")
    manage = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "conf.settings.local")\n'
    files = {f"conf/settings/{name}.py": "" for name in (*names, "__init__")}
    root = folder(tmp_path, {**files, "conf/__init__.py": "", "manage.py": manage})
    (change,) = adopting.plan(root).changes
    assert 'settings-module = "conf.settings.local"  # or conf.settings.production?\n' in change.after
