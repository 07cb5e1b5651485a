"""A checkout made by an enemy: nothing of it runs, nothing outside is read, nothing in it can speak or hang a run."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest

from django_async_lint.cli import run as dal
from tests.projects import TABLE, write_project

VIEW = "import time\nfrom json import loads\n\n\nasync def index(request):\n    time.sleep(2)\n"
FOUND = "shop/views.py:6:5: DAL101 [*] `time.sleep` blocks the event loop"
TRAP = "import os\nos.close(os.open({marker!r}, os.O_CREAT | os.O_WRONLY))\nos.unlink({victim!r})\n"
TRAPS = (
    "sitecustomize.py", "usercustomize.py", "conftest.py", "setup.py", "manage.py", "settings.py", "shop/settings.py",
    "shop/__init__.py", "shop/apps.py", "shop/urls.py", "shop/models.py", "__init__.py", "__main__.py", "json.py", "ast.py",
    "re.py", "types.py", "typing.py", "enum.py", "random.py", "tokenize.py", "hashlib.py", "tomllib.py", "click.py",
    "pathspec.py", "libcst.py", "flake8.py", "marshal.py", "encodings.py", "django/__init__.py", "django/conf.py",
    "django_async_lint/__init__.py", "django_async_lint/check.py", "pygls/__init__.py", "shop/management/commands/x.py",
)  # fmt: skip
"""Files that one program or another would import or run."""
DAL = [str(Path(sys.executable).parent / "dal")]
MODULE = [sys.executable, "-m", "django_async_lint"]
COMMANDS: Sequence[Sequence[str]] = (
    ("check", "-j1", "--output-format", "concise", "."),
    ("check", "-j1", "--output-format", "json", "."),
    ("check", "-j1", "--diff", "--unsafe-fixes", "."),
    ("check", "--show-settings", "."),
    ("views", "."),
    ("explain", "shop/views.py:6"),
    ("why", "shop.views.index"),
    ("graph",),
)


def run(command: Sequence[str], cwd: Path, seconds: int = 120) -> subprocess.CompletedProcess[str]:
    """Runs a command in a checkout."""
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, timeout=seconds, stdin=subprocess.DEVNULL, errors="replace"
    )


@pytest.fixture
def trapped(tmp_path: Path) -> Path:
    """A checkout whose every file, once run or imported, leaves a mark and removes something."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "victim").touch()
    trap = TRAP.format(marker=str(outside / "marker"), victim=str(outside / "victim"))
    files = {name: f"{trap}\nasync def f(request):\n    return 1\n" for name in TRAPS}
    return write_project(tmp_path / "checkout", {**files, "shop/views.py": VIEW})


def test_nothing_of_a_checkout_is_imported_or_run(trapped: Path) -> None:
    found = run([*DAL, "check", "--output-format", "concise", "--no-cache"], trapped)
    assert FOUND in found.stdout.splitlines() and found.stderr == ""
    assert [path.name for path in (trapped.parent / "outside").iterdir()] == ["victim"]


@pytest.mark.parametrize("flags", [[], ["-P"]])
def test_a_module_of_the_checkout_is_not_taken_for_one_of_ours(flags: list[str], trapped: Path) -> None:
    """`python -m` puts the working directory before the standard library: Python itself then imports `types` there."""
    for name in ("types.py", "enum.py", "re.py", "typing.py", "encodings.py"):
        (trapped / name).unlink()
    shutil.rmtree(trapped / "django_async_lint")
    found = run([sys.executable, *flags, *MODULE[1:], "check", "--output-format", "concise", "shop"], trapped)
    assert found.stdout.splitlines() == [FOUND]
    assert [path.name for path in (trapped.parent / "outside").iterdir()] == ["victim"]


def test_flake8_imports_nothing_of_a_checkout(trapped: Path) -> None:
    command = [str(Path(sys.executable).parent / "flake8"), "--isolated", "--select=DAL", "-j1", "shop"]
    assert run(command, trapped).stdout.startswith("shop/views.py:6:5: DAL101")
    assert [path.name for path in (trapped.parent / "outside").iterdir()] == ["victim"]


AUDITED = """
import os, sys
root, cache = os.getcwd(), os.path.join(os.getcwd(), ".dal_cache")
DENIED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system",
          "pty.", "ftplib.", "http.", "urllib.", "smtplib.", "ctypes.", "pickle.", "shutil.", "webbrowser.", "winreg.",
          "os.chmod", "os.chown", "os.link", "os.symlink", "os.kill", "os.putenv", "glob.", "tempfile.", "sqlite3.")
WRITES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.truncate", "os.utime")
def audit(event, arguments):
    said = None
    if event.startswith(DENIED):
        said = f"{event} {arguments}"
    elif event in WRITES and not os.path.abspath(str(arguments[0])).startswith(cache):
        said = f"{event} {arguments[0]}"
    elif event == "open" and isinstance(arguments[0], str):
        path, flags = os.path.abspath(arguments[0]), arguments[2]
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and not path.startswith((cache, "/dev/null")):
            said = f"writes {path}"
        elif path.startswith(os.path.dirname(root) + os.sep) and not path.startswith(root):
            said = f"reads {path}"
    elif event == "exec" and arguments[0].co_filename.startswith(root):
        said = f"runs {arguments[0].co_filename}"
    elif event == "import" and str(arguments[1]).startswith(root):
        said = f"imports {arguments[1]}"
    if said:
        os.write(2, f"denied: {said}\\n".encode())
        os._exit(99)
sys.addaudithook(audit)
sys.dont_write_bytecode = True
from django_async_lint.cli import run
import json
for arguments in json.loads(sys.argv[1]):
    if run(arguments) in (0, 1):
        print("ended", file=sys.stderr)
"""


def test_sockets_processes_and_foreign_files_are_not_needed(trapped: Path) -> None:
    found = run([sys.executable, "-P", "-c", AUDITED, json.dumps(COMMANDS)], trapped)
    assert found.returncode == 0, found.stderr
    assert found.stderr.splitlines().count("ended") == len(COMMANDS)
    assert FOUND in found.stdout.splitlines()
    assert [path.name for path in (trapped.parent / "outside").iterdir()] == ["victim"]


def test_the_hook_of_the_test_before_denies(tmp_path: Path) -> None:
    program = AUDITED.replace("from django_async_lint.cli import run", "import socket; socket.socket()")
    found = run([sys.executable, "-P", "-c", program], tmp_path)
    assert (found.returncode, found.stderr.split("(")[0]) == (99, "denied: socket.__new__ ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("kind", ["pipe", "zeros", "circle", "folder"])
def test_what_is_no_file_where_one_is_looked_for_neither_hangs_nor_fails(kind: str, tmp_path: Path) -> None:
    render = "\n    from django.shortcuts import render\n    return render(request, 'page.html')\n"
    root = write_project(tmp_path / "checkout", {"shop/views.py": VIEW + render, "templates/x.html": "", "shop/x": ""})
    names = (
        ".gitignore", "requirements.txt", "setup.cfg", "uv.lock", "poetry.lock", ".dal_cache", "shop/.gitignore",
        "shop/models.py", "shop/settings.py", "shop/urls.py", "templates/page.html", "Pipfile", "shop/__init__.py",
        ".dal-baseline.json", "ruff.toml", ".pre-commit-config.yaml", "shop/pyproject.toml",
    )  # fmt: skip
    for name in names:
        path = root / name
        match kind:
            case "pipe":
                os.mkfifo(path)
            case "zeros":
                path.symlink_to("/dev/zero")
            case "circle":
                path.symlink_to(path.name)
            case _:
                path.mkdir()
    commands = (["check", "-j1", "--output-format", "concise", "."], ["views", "."], ["doctor"])
    program = AUDITED[AUDITED.index("from django_async_lint.cli") :]
    found = run([sys.executable, "-P", "-c", f"import sys\n{program}", json.dumps(commands)], root)
    assert found.stderr.splitlines().count("ended") == len(commands), found.stderr
    assert FOUND in found.stdout.splitlines()


def test_links_out_of_the_tree_are_not_followed(tmp_path: Path) -> None:
    secret = write_project(tmp_path / "outside", {"secret.py": VIEW})
    root = write_project(tmp_path / "checkout", {"shop/views.py": VIEW})
    (root / "shop/away.py").symlink_to(secret / "secret.py")
    (root / "shop/folder").symlink_to(secret)
    (root / "top").symlink_to("/")
    found = run([*DAL, "check", "--output-format", "concise"], root)
    assert found.stdout.splitlines() == [FOUND]


@pytest.mark.skipif(not shutil.which("truncate"), reason="needs truncate")
def test_a_file_as_large_as_a_disk_is_one_dal001(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"shop/views.py": VIEW})
    for name in ("shop/big.py", "shop/big_pyproject.toml", "templates/big.html"):
        (root / name).parent.mkdir(exist_ok=True)
        with open(root / name, "wb") as file:
            file.truncate(1 << 40)
    found = run([*DAL, "check", "--output-format", "concise", "."], root, seconds=60)
    assert found.stdout.splitlines() == [
        "shop/big.py:1:1: DAL001 cannot read the file: it is larger than 64 MiB",
        FOUND,
    ]
    assert found.returncode == 1 and found.stderr == ""


UNPRIVILEGED = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs permissions")
def test_folders_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    before = UNPRIVILEGED if os.geteuid() == 0 else []
    if before and not shutil.which("setpriv"):
        pytest.skip("root reads everything")
    root = write_project(
        tmp_path, {"shop/views.py": VIEW, "closed/a.py": VIEW, "shop/dark.py": VIEW, "blind/a.py": VIEW}
    )
    modes = {"closed": 0o000, "shop/dark.py": 0o000, "blind": 0o444}
    for name, mode in modes.items():
        (root / name).chmod(mode)
    try:
        found = run([*before, *DAL, "check", "--output-format", "concise"], root)
    finally:
        for name in modes:
            (root / name).chmod(0o755)
    assert found.stdout.splitlines() == [
        "blind/a.py:1:1: DAL001 cannot read the file: Permission denied",
        "closed:1:1: DAL001 cannot list the folder: permission denied",
        "shop/dark.py:1:1: DAL001 cannot read the file: Permission denied",
        FOUND,
    ]
    assert (found.returncode, found.stderr) == (1, "")


HOSTILE = "na\nme\x1b]0;owned\x07<script>alert(1)</script>::error::x ##vso[task] `$(id)` \u202e \x9b31m"
FORMATS = ("full", "concise", "json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson")
SPEAKING: dict[str, Sequence[str]] = {
    **{name: ("check", "--output-format", name) for name in FORMATS},
    **{f"views {name}": ("views", "--output-format", name) for name in ("full", "json", "markdown", "html")},
    **{f"graph {name}": ("graph", "--output-format", name) for name in ("mermaid", "dot", "json")},
    "why": ("why", "shop.views.index"),
    "doctor": ("doctor",),
    "verbose": ("check", "-v"),
    "statistics": ("check", "--statistics"),
    "files": ("check", "--show-files"),
    "settings": ("check", "--show-settings"),
    "baseline": ("baseline", "write"),
    "fixes": ("check", "--fix", "--show-fixes"),
}


@pytest.fixture
def speaking(tmp_path: Path) -> Path:
    """A checkout whose names and lines would do something to whoever shows them."""
    escape = "\x1b[31m\x9b\x07 ::error file=x::y ##vso[task.x] <img src=x onerror=alert(1)> \u202e"
    lines = (
        VIEW.replace("2)", f'2); x = "{escape}"  # {escape}')
        + f'    open("{escape}").read()\n    unknown("{escape}")\n'
    )
    name = HOSTILE.replace("/", "") if sys.platform != "win32" else "name"
    urls = f'from django.urls import path\nfrom shop import views\nurlpatterns = [path("{escape}", views.index, name="{escape}")]\n'
    files = {
        f"shop/{name}/__init__.py": "",
        f"shop/{name}/{name}.py": lines,
        "shop/views.py": lines,
        "shop/urls.py": urls,
    }
    return write_project(tmp_path / "checkout", {"shop/__init__.py": "", **files})


def is_harmless(output: str, is_github: bool = False) -> bool:
    """Whether an output holds no control or bidirectional character, no command of a service."""
    if not all(each.isprintable() or each == "\n" for each in output):
        return False
    commands = [line for line in output.splitlines() if line.lstrip().startswith("::")]
    own = ("::error file=", "::warning file=", "::notice file=") if is_github else ()
    return "##vso[" not in output and all(line.startswith(own) for line in commands if own or line)


@pytest.mark.parametrize("name", SPEAKING)
def test_names_and_lines_of_a_checkout_cannot_speak(
    name: str, speaking: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(speaking)
    code = dal(list(SPEAKING[name]))
    output, errors = capfd.readouterr()
    assert code in (0, 1), errors
    assert is_harmless(output, name == "github"), output
    assert is_harmless(errors), errors


def test_a_line_that_is_explained_cannot_speak(
    speaking: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(speaking)
    for number in range(1, 10):
        dal(["explain", f"shop/views.py:{number}"])
    assert all(map(is_harmless, capfd.readouterr()))


class Tags(HTMLParser):
    """The tags of a page, and what stands in attributes that run."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a tag."""
        self.seen.add(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def test_html_in_names_is_text_on_the_page_of_views(speaking: Path, capfd: pytest.CaptureFixture[str]) -> None:
    dal(["views", "--output-format", "html", str(speaking)])
    page = capfd.readouterr().out
    tags = Tags()
    tags.feed(page)
    assert "img" not in tags.seen and not tags.handlers
    assert "<script>alert" not in page and "<img" not in page


def test_a_diff_on_a_terminal_cannot_speak(speaking: Path) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    subprocess.run([*DAL, "check", "--diff"], cwd=speaking, stdout=theirs, timeout=120)
    os.close(theirs)
    shown = b""
    while True:
        try:
            if not (data := os.read(ours, 65536)):
                break
        except OSError:
            break
        shown += data
    os.close(ours)
    assert b"await asyncio.sleep" in shown
    assert not {0x1B, 0x07} & set(shown)


def test_a_baseline_is_data(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    root = write_project(tmp_path, {"shop/views.py": VIEW, "pyproject.toml": f'{TABLE}baseline = "b.json"\n'})
    for data in (b"\x80\x04\x95", b"[" * 100_000, json.dumps({"version": 1, "entries": [[]]}).encode(), b"", b"null"):
        (root / "b.json").write_bytes(data)
        assert dal(["check", str(root)]) in (1, 2)
        assert "internal error" not in capfd.readouterr().err
