"""Paths of Windows: the same report and the same fixes by any name. Files are real, their names pretended."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PRETENDED = (sys.executable, str(Path(__file__).parent / "as_on_windows.py"))
DAL = (str(Path(sys.executable).parent / "dal"),)
FORMATS = ("json", "json-lines", "text", "concise", "github", "gitlab", "junit", "rdjson", "sarif")


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    """What lies on the drive: the example's project in `site`."""
    shutil.copytree(ROOT / "examples/bookshop", tmp_path / "drive/site", ignore=shutil.ignore_patterns(".dal_cache"))
    return tmp_path / "drive"


def run(command: Sequence[str], cwd: Path) -> tuple[int, str, str]:
    """The exit code and what was written."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def on_windows(drive: Path, *arguments: str, more: Sequence[str] = ()) -> tuple[int, str, str]:
    """The same of a run in `C:\\site`."""
    return run([*PRETENDED, str(drive), *more, "--", *arguments], drive)


@pytest.mark.parametrize(
    "arguments",
    [
        *(("check", "--no-cache", "--output-format", name, ".") for name in FORMATS),
        ("check", "--no-cache", "shop/views.py"),
        ("check", "--no-cache", "--exclude", "shop/views.py", "."),
        ("check", "--no-cache", "--unsafe-fixes", "--diff", "."),
        ("check", "no/such.py"),
        ("views", "."),
        ("views", "--format", "json", "."),
        ("explain", "shop/views.py:20"),
        ("why", "shop/views.py:20"),
        ("graph",),
    ],
    ids=" ".join,
)
def test_it_says_the_same(arguments: tuple[str, ...], drive: Path) -> None:
    assert on_windows(drive, *arguments) == run([*DAL, *arguments], drive / "site")


@pytest.mark.parametrize("path", ["C:\\site", "c:\\site\\", "C:/site", "..\\site", "."])
def test_a_folder_has_many_names(path: str, drive: Path) -> None:
    assert on_windows(drive, "check", "--no-cache", path) == run([*DAL, "check", "--no-cache"], drive / "site")


@pytest.mark.parametrize("path", ["shop\\views.py", "C:/site/shop/views.py", ".\\shop\\..\\shop/views.py"])
def test_a_file_has_many_names(path: str, drive: Path) -> None:
    expected = run([*DAL, "check", "--no-cache", "shop/views.py"], drive / "site")
    assert on_windows(drive, "check", "--no-cache", path) == expected


def test_fixes_are_written_there(drive: Path) -> None:
    other = drive.parent / "other"
    shutil.copytree(drive / "site", other)
    assert on_windows(drive, "fix", "--unsafe-fixes", ".")[1:] == run([*DAL, "fix", "--unsafe-fixes", "."], other)[1:]
    for path in other.rglob("*.py"):
        assert (drive / "site" / path.relative_to(other)).read_bytes() == path.read_bytes()


def test_a_cache_and_a_baseline_are_made_and_read(drive: Path) -> None:
    first = on_windows(drive, "check", ".")
    assert (drive / "site/.dal_cache").is_dir() and first == on_windows(drive, "check", ".")
    on_windows(drive, "baseline", "write", ".")
    (baseline,) = (drive / "site").glob("*baseline*")
    assert "\\\\" not in baseline.read_text()
    assert on_windows(drive, "check", ".")[1] == run([*DAL, "check", "--no-cache", "."], drive / "site")[1]


def test_two_drives_are_two_runs(drive: Path) -> None:
    more = (f"D:={drive}",)
    code, _, error = on_windows(drive, "check", "--no-cache", ".", "D:\\site", more=more)
    assert (code, error) == (2, "dal: error: C: and D: have no folder in common; check each drive by itself\n")
    assert on_windows(drive, "check", "--no-cache", "D:\\site", more=more)[0] == 1


def test_a_project_at_the_top_of_a_drive(drive: Path) -> None:
    expected = run([*DAL, "check", "--no-cache"], drive / "site")
    assert on_windows(drive, "check", "--no-cache", "D:\\", more=(f"D:={drive / 'site'}",)) == expected
