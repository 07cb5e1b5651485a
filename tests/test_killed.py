"""Killed at any point, out of disk, without permission: files are old or new, the cache whole or absent."""

import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from django_async_lint.cache import folder
from django_async_lint.config import Settings
from django_async_lint.fixes.writing import write
from tests.projects import write_project
from tests.test_cache import FILES, cached, cold

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and signals")

KILLED = 99
VIEW = "import asyncio\nimport time\n\n\nasync def view(request):\n    time.sleep(1)\n"
MENDED = "import asyncio\n\n\nasync def view(request):\n    await asyncio.sleep(1)\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", FILES)


def killed_after(events: int, work: Callable[[], object]) -> bool:
    """Does `work` in a process that dies after so many lines; whether it died."""
    process = os.fork()
    if not process:
        left = events

        def trace(frame: object, event: str, argument: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                os._exit(KILLED)
            return trace

        sys.settrace(trace)  # type: ignore[arg-type]
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == KILLED


def deaths(work: Callable[[], object], step: int) -> Iterator[int]:
    """Lets `work` die at one point after the other, until it does not."""
    events = 0
    while killed_after(events, work):
        yield events
        events += step


def test_a_fix_that_dies_at_any_point_leaves_the_file_old_or_new(tmp_path: Path) -> None:
    path = tmp_path / "views.py"
    seen = set()
    path.write_text(VIEW)
    for _ in deaths(lambda: write(path, VIEW.encode(), MENDED.encode()), 3):
        seen.add(path.read_text())
        path.write_text(VIEW)
    assert seen == {VIEW, MENDED}


def test_a_cache_that_dies_at_any_point_is_whole_or_absent(tmp_path: Path) -> None:
    cache, data = str(tmp_path / "cache"), b"x" * 100_000
    seen = set()
    for _ in deaths(lambda: folder.write(cache, "runs/a.json", data), 3):
        seen.add(folder.read(cache, "runs/a.json"))
        assert folder.write(cache, "runs/b.json", data) or not (tmp_path / "cache/CACHEDIR.TAG").exists()
        shutil.rmtree(cache, ignore_errors=True)
    assert seen == {None, data}


def test_an_interrupt_leaves_no_half_written_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        folder.write(str(tmp_path / "cache"), "runs/a.json", b"{}")
    assert not list((tmp_path / "cache/runs").iterdir())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_fixing_many_files_can_be_stopped_at_any_time(number: signal.Signals, tmp_path: Path) -> None:
    names = [f"views{index}.py" for index in range(40)]
    root = write_project(tmp_path, dict.fromkeys(names, VIEW))
    command = [sys.executable, "-m", "django_async_lint", "check", "--fix", "--no-cache", "-q"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        for _ in range(2000):
            if process.poll() is not None or any((root / name).read_text() != VIEW for name in names):
                break
            time.sleep(0.01)
        process.send_signal(number)
        _, errors = process.communicate(timeout=60)
    assert b"Traceback" not in errors
    assert {(root / name).read_text() for name in names} <= {VIEW, MENDED}
    if number is signal.SIGINT:
        assert not list(root.glob(".*.dal"))


def limited(root: Path, size: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line where no file may grow beyond a size: as on a full disk, a write fails half-way."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    command = [sys.executable, "-B", "-m", "django_async_lint", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, preexec_fn=limit, timeout=120)


@pytest.mark.parametrize("size", [0, 300])
def test_a_full_disk_costs_the_cache_and_nothing_else(size: int, root: Path) -> None:
    found = limited(root, size, "check", "--output-format", "concise")
    assert (found.returncode, found.stderr) == (1, "")
    assert found.stdout.count("DAL101") == 2
    assert not [path for path in root.rglob("*.json")] and not list(root.glob(".dal_cache/runs/*"))
    assert cached(root) == cold(root)


def test_a_full_disk_leaves_a_file_unmended(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"views.py": VIEW})
    found = limited(root, 10, "check", "--fix", "--no-cache")
    assert found.returncode == 2
    assert "views.py: not fixed, File too large" in found.stderr
    assert (root / "views.py").read_text() == VIEW and not list(root.glob(".*.dal"))


def test_a_full_disk_leaves_the_baseline_of_before(root: Path) -> None:
    assert limited(root, 10, "baseline", "write").returncode == 2
    assert not list(root.glob("*baseline*"))
    assert limited(root, 100_000, "baseline", "write").returncode == 0
    before = (root / "dal-baseline.json").read_bytes()
    (root / "views.py").write_text(VIEW * 3)
    assert limited(root, 10, "baseline", "write").returncode == 2
    assert (root / "dal-baseline.json").read_bytes() == before


def unprivileged(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line without the right of root to read and write everything."""
    before = ["setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner", "--inh-caps=-all"]
    if os.geteuid() != 0:
        before = []
    elif not shutil.which("setpriv"):
        pytest.skip("root writes everywhere")
    command = [*before, sys.executable, "-B", "-m", "django_async_lint", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120)


@contextmanager
def read_only(top: Path) -> Iterator[None]:
    """A folder, and all below it, in which nothing can be written meanwhile."""
    folders = [top, *(path for path in top.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(0o555)
    try:
        yield
    finally:
        for path in folders:
            path.chmod(0o755)


def test_a_checkout_that_is_read_only_is_checked(root: Path) -> None:
    with read_only(root):
        found = unprivileged(root, "check", "--output-format", "concise")
    assert (found.returncode, found.stdout.count("DAL101"), found.stderr) == (1, 2, "")
    assert not (root / folder.DEFAULT).exists()


def test_a_cache_that_became_read_only_is_read_and_no_longer_written(root: Path) -> None:
    expected = cached(root)
    cache = root / folder.DEFAULT
    (root / "shop/other.py").write_text("")
    before = {path: path.read_bytes() for path in cache.rglob("*.json")}
    with read_only(cache):
        found = unprivileged(root, "check", "--output-format", "concise")
    assert (found.returncode, found.stdout.count("DAL101"), found.stderr) == (1, 1, "")
    assert {path: path.read_bytes() for path in cache.rglob("*.json")} == before
    assert expected != cached(root) == cold(root)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to give a folder away")
def test_a_cache_of_another_user_is_neither_read_nor_written(root: Path) -> None:
    cached(root)
    cache = root / folder.DEFAULT
    [entry] = (cache / "runs").iterdir()
    entry.write_bytes(entry.read_bytes().replace(b"DAL101", b"DAL999"))
    for path in (cache, *cache.rglob("*")):
        os.chown(path, 65534, 65534)
    before = entry.read_bytes()
    assert cached(root) == cold(root)
    assert entry.read_bytes() == before


def test_a_cache_that_everybody_may_write_is_not_read(root: Path) -> None:
    cached(root)
    [entry] = (root / folder.DEFAULT / "runs").iterdir()
    entry.write_bytes(entry.read_bytes().replace(b"DAL101", b"DAL999"))
    (root / folder.DEFAULT).chmod(stat.S_IRWXU | stat.S_IRWXO)
    assert cached(root) == cold(root)


def test_an_entry_of_another_python_is_not_taken(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = cached(root)
    [entry] = (root / folder.DEFAULT / "runs").iterdir()
    entry.write_bytes(entry.read_bytes().replace(b"DAL101", b"DAL999"))
    monkeypatch.setattr(sys, "version", "3.99.0 (main, Jan  1 2030, 00:00:00) [GCC 20.2.0]")
    assert cached(root) == expected == cold(root)


def test_a_pipe_that_closes_early_is_quiet(tmp_path: Path) -> None:
    many = "import time\n\n\nasync def index(request):\n" + "    time.sleep(2)\n" * 400
    root = write_project(tmp_path, {"many.py": many})
    for arguments in (["check", "--output-format", "full"], ["check", "--output-format", "sarif"]):
        command = [sys.executable, "-m", "django_async_lint", *arguments]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None and process.stderr is not None
            process.stdout.read(1)
            process.stdout.close()
            assert process.stderr.read() == b""


def test_settings_do_not_move_a_cache_onto_something_else(root: Path) -> None:
    other = root / "thesis"
    other.mkdir()
    (other / "chapter.tex").write_text("")
    assert cached(root, Settings({"cache_dir": "thesis"})) == cold(root)
    assert [path.name for path in other.iterdir()] == ["chapter.tex"]
