"""Profiles: what each looks for, which setting wins, and that every face follows."""

from pathlib import Path

import pytest

from django_async_lint.check import check
from django_async_lint.cli import run
from django_async_lint.config import Settings
from django_async_lint.file_by_file import workplace
from django_async_lint.fixing import with_fixes
from django_async_lint.surveying import survey
from tests.projects import write_project

VIEWS = """
import time

from django.http import HttpResponse


def load():
    time.sleep(1)


def page(request):
    load()
    time.sleep(1)
    return HttpResponse("")


async def other(request):
    load()
    return HttpResponse("")
"""
URLS = """
from django.urls import path

from shop import views

urlpatterns = [path("", views.page), path("other/", views.other)]
"""
MIGRATION = Settings({"profile": "migration"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path, {"shop/__init__.py": "", "shop/views.py": VIEWS, "urls.py": URLS})


def of_file(text: str, overrides: dict[str, object], folder: Path) -> tuple[str, str]:
    write_project(folder, {"pyproject.toml": f"[tool.django-async-lint]\n{text}\n"})
    config = Settings(overrides).of(folder)
    return config.profile, config.min_confidence


@pytest.mark.parametrize(
    ("text", "overrides", "profile", "confidence"),
    [
        ("", {}, "regular", "medium"),
        ("profile = 'pedantic'", {}, "pedantic", "low"),
        ("profile = 'pedantic'\nmin-confidence = 'high'", {}, "pedantic", "high"),
        ("min-confidence = 'high'", {"profile": "pedantic"}, "pedantic", "low"),
        ("", {"profile": "pedantic", "min_confidence": "high"}, "pedantic", "high"),
        ("profile = 'pedantic'", {"profile": "regular"}, "regular", "medium"),
        ("profile = 'pedantic'", {"min_confidence": "medium"}, "pedantic", "medium"),
        ("profile = 'migration'", {}, "migration", "medium"),
    ],
)
def test_pedantic_shows_low_confidence_unless_something_nearer_says_otherwise(
    text: str, overrides: dict[str, object], profile: str, confidence: str, tmp_path: Path
) -> None:
    assert of_file(text, overrides, tmp_path) == (profile, confidence)


def test_migration_adds_conditions_and_takes_nothing_away(root: Path) -> None:
    def rows(settings: Settings) -> list[tuple[int, str, str]]:
        found = (each.diagnostic for each in check([root], settings).findings)
        return [(each.start.line, each.code, each.message) for each in found]

    regular = rows(Settings())
    assert [line for line, _, _ in regular] == [18]
    added = [row for row in rows(MIGRATION) if row not in regular]
    assert [line for line, _, _ in added] == [12, 13]
    assert all(" would " in message and "if this view were async" in message for _, _, message in added)
    assert set(regular) <= set(rows(MIGRATION))


def test_what_is_supposed_has_no_fix_and_does_not_run_on_the_loop(root: Path) -> None:
    report = check([root], MIGRATION)
    lines = {each.diagnostic.start.line: each for each in with_fixes(report, root, {}).findings}
    assert lines[13].diagnostic.fix is None and lines[12].fix is None
    assert report.summary.functions_on_loop == check([root]).summary.functions_on_loop == 1


def test_one_file_alone_and_several_processes_say_the_same(root: Path) -> None:
    def places(report_findings: object) -> list[tuple[int, str]]:
        return [(each.start.line, each.message) for each in report_findings]  # type: ignore[attr-defined]

    whole = places(each.diagnostic for each in check([root], MIGRATION).findings)
    assert places(workplace(root, MIGRATION).diagnostics(str(root / "shop/views.py"))) == whole
    assert places(each.diagnostic for each in check([root], MIGRATION, jobs=2).findings) == whole


def test_views_know_no_profile(root: Path) -> None:
    assert survey([root], MIGRATION) == survey([root])


def test_the_option_of_the_command_line(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--no-cache", "-q", "--output-format", "concise", "--profile", "migration", str(root)]) == 1
    assert "shop/views.py:13:5: DAL101 `time.sleep` would block the event loop if this" in capfd.readouterr().out
    assert run(["check", "--profile", "pedanic", str(root)]) == 2
