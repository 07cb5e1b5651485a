"""A file's findings depend on it and what it reaches, never on the order, company or folder of a run."""

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from django_async_lint.config import Settings
from django_async_lint.diagnostic import Diagnostic
from django_async_lint.file_findings import findings_of
from django_async_lint.inference.analyse import Analyser
from django_async_lint.merging import merge
from django_async_lint.project.project import Project
from django_async_lint.source_readers import sources
from tests.projects import FIXTURES, as_bytes, diagnostics

sys.path.insert(0, str(FIXTURES.parents[1] / "tools"))

import generated_project as generated

PROJECTS = [
    *sorted(path for path in FIXTURES.iterdir() if path.is_dir()),
    FIXTURES.parents[1] / "examples" / "bookshop",
]
SEEDS = range(10)

MODERATE = [
    generated.mutual(120, seed=1),
    generated.mutual(120, far=0.0),
    generated.mutual(24, seed=2, changing=True),
    generated.mutual(24, seed=3, far=0.0, changing=True),
    generated.mutual(60, seed=4, changing=True),
    generated.diamond(40),
    generated.layers(12),
]
FULL = [
    generated.mutual(2000),
    generated.mutual(2000, far=0.0),
    generated.mutual(2000, changing=True),
    generated.mutual(2000, far=0.0, changing=True),
    generated.diamond(200),
    generated.layers(200),
]

of_projects = pytest.mark.parametrize("root", PROJECTS, ids=lambda root: root.name)


def files_of(root: Path) -> list[str]:
    """The Python files of a sample project, relative to it."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*.py"))


def in_order(root: Path, paths: Sequence[str]) -> list[Diagnostic]:
    """The findings of one analyser that takes the files in this order; sorted as an output shows them."""
    config = Settings().of(root)
    project = Project(root, config, {})
    analyser = Analyser(project)
    source_of = sources(project)
    found = [
        one for path in paths for one in merge(findings_of(analyser.analyse(path), path, config, source_of))
    ]
    return sorted((finding.diagnostic for finding in found), key=lambda one: (one.order, one.end))


@of_projects
def test_there_is_something_to_compare(root: Path) -> None:
    assert diagnostics([root])


@of_projects
def test_the_order_of_files_does_not_matter(root: Path) -> None:
    paths = files_of(root)
    expected = as_bytes(in_order(root, paths))
    for seed in SEEDS:
        random.Random(seed).shuffle(paths)
        assert as_bytes(in_order(root, paths)) == expected, f"seed {seed}: {paths}"


@of_projects
def test_each_file_alone_gives_what_the_whole_gives(root: Path) -> None:
    whole = diagnostics([root])
    for path in files_of(root):
        alone = as_bytes(diagnostics([root / path]))
        assert alone == as_bytes([one for one in whole if one.path == path]), path


@of_projects
def test_listing_all_files_is_naming_the_folder(root: Path) -> None:
    listed = diagnostics([root / path for path in reversed(files_of(root))])
    assert as_bytes(listed) == as_bytes(diagnostics([root]))


@of_projects
def test_the_working_directory_does_not_matter(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = as_bytes(diagnostics([root]))
    for folder in (root, root.parent, tmp_path, *(path for path in root.rglob("*") if path.is_dir())):
        monkeypatch.chdir(folder)
        assert as_bytes(diagnostics([root])) == expected, folder


def test_a_folder_named_from_inside_gives_its_part(monkeypatch: pytest.MonkeyPatch) -> None:
    root = FIXTURES / "monorepo"
    whole = diagnostics([root])
    for site in ("sites/store", "sites/blog", "shared"):
        monkeypatch.chdir(root / site)
        expected = [one for one in whole if one.path.startswith(f"{site}/")]
        assert as_bytes(diagnostics([Path(".")])) == as_bytes(expected)
        assert as_bytes(diagnostics([Path("../.." if "/" in site else "..")])) == as_bytes(whole)


def assert_order_free(shape: generated.Shape, root: Path, seeds: Sequence[int], alone: int) -> None:
    """Asserts that a generated project gives the same findings in every order, and `alone` of its files by
    themselves what they give in company."""
    generated.write(shape, root)
    paths = files_of(root)
    whole = in_order(root, paths)
    assert whole
    assert not [one for one in whole if one.code in ("DAL001", "DAL003")]
    for seed in seeds:
        random.Random(seed).shuffle(paths)
        assert as_bytes(in_order(root, paths)) == as_bytes(whole), f"seed {seed}: {paths}"
    for path in paths[:alone]:
        found = as_bytes(diagnostics([root / path]))
        assert found == as_bytes([one for one in whole if one.path == path]), path


@pytest.mark.parametrize("shape", MODERATE, ids=lambda shape: f"{shape.name} {shape.functions}")
def test_a_generated_project_is_order_free(shape: generated.Shape, tmp_path: Path) -> None:
    assert_order_free(shape, tmp_path, range(3), alone=len(shape.files))


@pytest.mark.long
@pytest.mark.parametrize("shape", FULL, ids=lambda shape: f"{shape.name} {shape.functions}")
def test_a_large_generated_project_is_order_free(shape: generated.Shape, tmp_path: Path) -> None:
    assert_order_free(shape, tmp_path, range(3), alone=5)
