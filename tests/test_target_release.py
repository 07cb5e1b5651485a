"""The Django release that a project is written for, from the files that projects keep."""

from pathlib import Path

import pytest

from django_async_lint.project.target_release import NEWEST_LTS, target_release


@pytest.mark.parametrize(
    ("name", "text", "release"),
    [
        ("requirements.txt", "django==5.1.4\nhttpx\n", "5.1"),
        ("requirements.txt", "Django>=4.2,<6  # LTS\n", "4.2"),
        ("requirements.txt", "django-ninja==1.0\nDjango~=5.0\n", "5.0"),
        ("requirements.txt", "django<6\n", NEWEST_LTS),
        ("requirements.txt", "django>=3.2\n", "4.2"),
        ("requirements/base.txt", "Django[argon2]==6.0\n", "6.0"),
        ("pyproject.toml", '[project]\ndependencies = [\n  "django>=5.2,<6.1",\n]\n', "5.2"),
        ("pyproject.toml", '[project]\ndependencies = ["httpx", "Django>=5.0"]\n', "5.0"),
        ("pyproject.toml", '[tool.poetry.dependencies]\ndjango = "^5.1"\n', "5.1"),
        ("Pipfile", '[packages]\ndjango = "==4.2.*"\n', "4.2"),
        ("uv.lock", '[[package]]\nname = "django"\nversion = "6.0.2"\n', "6.0"),
        ("Pipfile.lock", '{"default": {"django": {"hashes": [], "version": "==5.0.1"}}}', "5.0"),
        ("README.md", "django==4.2", NEWEST_LTS),
    ],
)
def test_release(tmp_path: Path, name: str, text: str, release: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text, "utf-8")
    assert target_release(tmp_path) == release


def test_a_lock_file_beats_a_range(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("django>=4.2\n", "utf-8")
    (tmp_path / "poetry.lock").write_text('[[package]]\nname = "django"\nversion = "5.2.1"\n', "utf-8")
    assert target_release(tmp_path) == "5.2"
