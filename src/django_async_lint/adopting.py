"""The recipe of `dal init`: a folder in, the changes that make this linter at home there out; and writing them.

Asks the project what is sure of it, and the rooms of `surroundings` how it is written. Prints and asks nothing.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django_async_lint import __version__
from django_async_lint.config import SUPPORTED_RELEASES, TABLE, Config, toml
from django_async_lint.fixes.writing import CannotWrite, unified, write
from django_async_lint.inference import settings
from django_async_lint.inference.analyse import Analyser, with_deep_stack
from django_async_lint.project.layout import Layout, project_root
from django_async_lint.project.project import Project
from django_async_lint.project.target_release import stated_release
from django_async_lint.surroundings import pre_commit, ruff, texts, toml_text
from django_async_lint.surroundings.texts import CannotEdit, up_to_top

PYPROJECT = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class NewText:
    """A file with what it is to hold; `before` is None where it is to be made. `why` says what for."""

    path: Path
    before: str | None
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written for a project root, what is there already, and what cannot be written, a line each."""

    root: Path
    changes: tuple[NewText, ...]
    present: tuple[str, ...]
    refused: tuple[str, ...]
    has_pre_commit: bool


def plan(folder: str | Path) -> Plan:
    """What adopting the linter in a folder takes. Nothing is written."""
    root = home(Path(os.path.abspath(folder)))
    planned: dict[Path, str] = {}
    whys: dict[Path, list[str]] = {}
    present: list[str] = []
    refused: list[str] = []
    for step in (_external, _own_table, _hook):
        try:
            for path, text, why in step(root, planned):
                if text is None:
                    present.append(why)
                    continue
                planned[path] = text
                whys.setdefault(path, []).append(why)
        except CannotEdit as error:
            refused.append(str(error))
    has_pre_commit = any((each / pre_commit.FILE).is_file() for each in up_to_top(root))
    changes = (NewText(path, texts.read(path), planned[path], ", ".join(why)) for path, why in whys.items())
    return Plan(root, tuple(changes), tuple(present), tuple(dict.fromkeys(refused)), has_pre_commit)


def home(folder: Path) -> Path:
    """Where the settings belong: the nearest folder with a pyproject.toml up to the top of the repository, else the
    root of the project."""
    for above in up_to_top(folder):
        if (above / PYPROJECT).is_file():
            return above
    return project_root(folder)


Step = Iterator[tuple[Path, str | None, str]]


def _own_table(root: Path, planned: dict[Path, str]) -> Step:
    """Our table at the end of pyproject.toml, with what is sure of the project."""
    path = root / PYPROJECT
    text = planned.get(path) or texts.read(path) or ""
    try:
        if toml_text.value_at(toml_text.parsed(text), ("tool", TABLE)) is not None:
            yield path, None, f"{PYPROJECT} has [tool.{TABLE}]"
            return
        _must_be_one_project(root)
        yield path, toml_text.with_table(text, ("tool", TABLE), _sure(root)), f"settings of {TABLE}"
    except CannotEdit as error:
        raise CannotEdit(f"{path}: {error}") from None


def _must_be_one_project(root: Path) -> None:
    """A table above several sites would make one project of them: one release, one place where imports start."""
    sites = Layout(root).sites
    if len(sites) > 1 and str(root) not in sites and not stated_release(root)[0]:
        each = ", ".join(os.path.relpath(site, root).replace(os.sep, "/") for site in sites)
        raise CannotEdit(f"[tool.{TABLE}] here would make one project of {each}; run `dal init` in each of them")


def _sure(root: Path) -> list[str]:
    """The lines of the table: what the project itself states."""
    lines = ["# every setting: dal config"]
    module, other = with_deep_stack(lambda: _settings_of(root))
    if module:
        lines.append(f"settings-module = {toml(module)}{f'  # or {other}?' if other else ''}")
    release, by = stated_release(root)
    if release in SUPPORTED_RELEASES:
        lines.append(f"target-django = {toml(release)}  # as {by} says")
    return lines


def _settings_of(root: Path) -> tuple[str, str]:
    """The settings module that the one site of a project names, and those of production that stand beside it."""
    evaluator = Analyser(Project(root, Config())).evaluator
    module, _ = settings.of_only_site(evaluator)
    sites = evaluator.project.layout.sites or (evaluator.project.layout.root,)
    return module, settings.beside(evaluator, module, sites[0]) if module else ""


def _external(root: Path, planned: dict[Path, str]) -> Step:
    """Our codes among those that ruff leaves alone, where ruff is set up."""
    found = ruff.settings_of(up_to_top(root))
    if found is None:
        return
    if found.knows_us:
        yield found.file, None, f"{found.file.name} tells ruff that our codes are real"
        return
    try:
        text = ruff.with_external(found, planned.get(found.file) or found.text)
    except CannotEdit as error:
        raise CannotEdit(f"{found.file}: {error}") from None
    yield found.file, text, "ruff keeps our noqa comments"


def _hook(root: Path, planned: dict[Path, str]) -> Step:
    """Our hook, where pre-commit is set up."""
    path = next((each / pre_commit.FILE for each in up_to_top(root) if (each / pre_commit.FILE).is_file()), None)
    text = texts.read(path) if path is not None else None
    if path is None or text is None:
        return
    if pre_commit.hooks(text):
        yield path, None, f"{path.name} has our hook"
        return
    try:
        yield path, pre_commit.with_hook(text, __version__), "a hook for commits"
    except CannotEdit as error:
        raise CannotEdit(f"{path}: {error}") from None


def diff(planned: Plan) -> str:
    """The changes as one unified diff."""
    parts = []
    for change in planned.changes:
        shown = os.path.relpath(change.path, planned.root).replace(os.sep, "/")
        old = shown if change.before is not None else "/dev/null"
        parts.append(unified(change.before or "", change.after, old, shown))
    return "".join(parts)


def carry_out(planned: Plan) -> None:
    """Writes the changes, each file at once. Raises CannotEdit with the first that cannot be written."""
    for change in planned.changes:
        data = change.after.encode("utf-8")
        try:
            if change.before is None:
                with change.path.open("xb") as file:
                    file.write(data)
            else:
                write(change.path, change.before.encode("utf-8"), data)
        except OSError as error:
            raise CannotEdit(f"{change.path}: cannot be written: {error.strerror or error}") from None
        except CannotWrite as error:
            raise CannotEdit(f"{change.path}: {error}") from None
