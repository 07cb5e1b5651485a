"""What the command line does for whoever sits at a terminal: completion, a limit to what is shown in full, links."""

import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from django_async_lint.cli import MODULES, run
from django_async_lint.cli.terminal import wants_links
from tests.projects import write_project

MANY = "import time\n\n\nasync def index(request):\n" + "    time.sleep(1)\n" * 33
FOLDER = Path(sys.executable).parent


def read(leader: int) -> bytes:
    """What comes next; nothing at the end, which a terminal tells by an error."""
    try:
        return os.read(leader, 65536)
    except OSError:
        return b""


def on_terminal(root: Path, *arguments: str, **variables: str) -> str:
    """What `dal check` prints on a terminal."""
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "TERM_PROGRAM")}
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "django_async_lint", "check", "--no-cache", *arguments]
    environment = {**kept, "TERM": "xterm", **variables}
    process = subprocess.Popen(command, cwd=root, stdout=follower, stderr=subprocess.DEVNULL, env=environment)
    os.close(follower)
    output = b""
    while data := read(leader):
        output += data
    os.close(leader)
    process.wait(60)
    return output.decode().replace("\r\n", "\n")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return write_project(tmp_path, {"views.py": MANY})


def test_a_terminal_gets_thirty_findings_in_full(shop: Path) -> None:
    output = on_terminal(shop, "--color", "never")
    assert output.count(" = help: ") == 30 and output.count(": DAL101 ") == 33
    assert "\n3 more findings on one line each: `--output-format full` shows all in full\nFound 33 findings" in output


@pytest.mark.parametrize("chosen", [("--output-format", "full"), ("--config", "output-format=full")])
def test_a_format_that_was_asked_for_is_obeyed(chosen: tuple[str, str], shop: Path) -> None:
    output = on_terminal(shop, "--color", "never", *chosen)
    assert output.count(" = help: ") == 33 and "more finding" not in output


def test_a_pipe_gets_all_in_full(shop: Path) -> None:
    command = [sys.executable, "-m", "django_async_lint", "check", "--no-cache"]
    output = subprocess.run(command, cwd=shop, capture_output=True, text=True, timeout=60).stdout
    assert output.count(" = help: ") == 33 and "\x1b" not in output


LINK = "\x1b]8;;https://django-async-lint.readthedocs.io/rules/DAL101/\x1b\\https://django-async-lint.readthedocs.io/"


@pytest.mark.parametrize(
    ("variables", "arguments", "is_linked"),
    [
        ({"VTE_VERSION": "7600"}, (), True),
        ({"VTE_VERSION": "4800"}, (), False),
        ({"TERM_PROGRAM": "vscode"}, (), True),
        ({"TERM": "xterm-kitty"}, (), True),
        ({"TERM": "dumb", "KITTY_WINDOW_ID": "1"}, (), False),
        ({"KITTY_WINDOW_ID": "1"}, ("--color", "never"), False),
        ({"KITTY_WINDOW_ID": "1", "NO_COLOR": "1"}, (), False),
        ({}, (), False),
    ],
)
def test_links_where_the_terminal_shows_them(
    variables: dict[str, str], arguments: tuple[str, ...], is_linked: bool, shop: Path
) -> None:
    assert (LINK in on_terminal(shop, *arguments, **variables)) is is_linked


SLOW = """
import sys, time
from django_async_lint import check, cli, file_findings, progress
from django_async_lint.cli import progress as shown
shown.DELAY = shown.EACH = shown.EACH_LINE = 0.01
plain = file_findings.everything_in
file_findings.everything_in = lambda *given: (time.sleep(0.1), plain(*given))[1]
check.LEAST_TO_SHARE = 0
sys.exit(cli.run(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("arguments", "is_terminal", "told"),
    [
        (("-j", "1"), True, r"(\r\x1b\[2Kdal: \d of 4 files \[#* *\])+\r\x1b\[2K"),
        (("-j", "2"), True, r"(\r\x1b\[2Kdal: \d of 4 files \[#* *\])+\r\x1b\[2K"),
        (("--no-progress",), True, ""),
        (("-q",), True, ""),
        ((), False, ""),
        (("-v",), False, r"(dal: \d of 4 files\n)+"),
    ],
)
def test_progress_of_a_slow_run(arguments: tuple[str, ...], is_terminal: bool, told: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, {f"{name}.py": "async def index(request):\n    pass\n" for name in "abc"})
    command = [sys.executable, "-c", SLOW, "check", "--no-cache", *arguments]
    leader, follower = pty.openpty() if is_terminal else os.pipe()
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=follower)
    os.close(follower)
    errors = b""
    while data := read(leader):
        errors += data
    output = process.communicate(timeout=60)[0].decode()
    os.close(leader)
    text = errors.decode().replace("\r\n", "\n")
    shown = "".join(re.findall(r"(?:\r\x1b\[2K)?dal: \d of 4 files(?: \[#* *\])?\n?|\r\x1b\[2K", text))
    assert re.fullmatch(told, shown), text
    assert ("dal: " in text) is bool(told) or "-v" in arguments
    assert "dal: " not in output


def test_no_links_where_nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITTY_WINDOW_ID", "1")
    assert not wants_links("always", "file.txt")


def script(shell: str, capfd: pytest.CaptureFixture[str]) -> str:
    assert run(["completions", shell]) == 0
    return capfd.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(shell: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = script(shell, capfd)
    assert f"_DAL_COMPLETE={shell}_complete" in text
    program = shutil.which(shell)
    if program is not None:
        file = tmp_path / "script"
        file.write_text(text)
        done = subprocess.run([program, "-n", str(file)], capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("dal", "vi"), ["views"]),
        (("dal", "completions", ""), ["bash", "fish", "zsh"]),
        (("dal", ""), sorted(MODULES)),
        (("dal", "rule", "DAL30"), [f"DAL30{digit}" for digit in range(1, 7)]),
        (("dal", "explain", "DAL10"), [f"DAL10{digit}" for digit in range(1, 10)]),
        (("dal", "check", "--select", "dal40"), ["DAL401", "DAL402", "DAL403"]),
        (("dal", "check", "--ignore", "DAL1,DAL40"), ["DAL1,DAL401", "DAL1,DAL402", "DAL1,DAL403"]),
    ],
)
def test_bash_completes(words: tuple[str, ...], offered: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    bash = shutil.which("bash")
    assert bash is not None
    quoted = " ".join(f"'{word}'" for word in words)
    line = f"COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _dal_completion dal"
    environment = {**os.environ, "PATH": f"{FOLDER}:{os.environ['PATH']}"}
    command = [bash, "--norc", "-c", f"{script('bash', capfd)}\n{line}\nprintf '%s\\n' \"${{COMPREPLY[@]}}\""]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
    assert sorted(done.stdout.split()) == offered, done.stderr


def test_fish_completes_a_list_of_codes(capfd: pytest.CaptureFixture[str]) -> None:
    fish = shutil.which("fish")
    text = script("fish", capfd)
    assert 'string split --max 1 "," $completion' in text
    if fish is None:
        return
    environment = {**os.environ, "PATH": f"{FOLDER}:{os.environ['PATH']}"}
    line = "complete -C 'dal check --ignore DAL1,DAL40'"
    done = subprocess.run(
        [fish, "--no-config", "-c", f"{text}\n{line}"], capture_output=True, text=True, env=environment, timeout=60
    )
    offered = [each.split("\t")[0] for each in done.stdout.splitlines()]
    assert offered == ["DAL1,DAL401", "DAL1,DAL402", "DAL1,DAL403"], done.stderr


def test_zsh_completes_codes(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    zsh = shutil.which("zsh")
    if zsh is None:
        return
    environment = {**os.environ, "PATH": f"{FOLDER}:{os.environ['PATH']}"}
    stand_in = "compdef() { :; }; _describe() { print -l -- $completions_with_descriptions; }"
    stand_in += "; words=(dal rule DAL40); CURRENT=3"
    text = f"{stand_in}\n{script('zsh', capfd)}\n_dal_completion"
    done = subprocess.run([zsh, "-f", "-c", text], capture_output=True, text=True, env=environment, timeout=60)
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["DAL401", "DAL402", "DAL403"], done.stderr
