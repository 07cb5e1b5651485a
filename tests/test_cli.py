"""The command line end to end, as a process of its own: what it prints, where, and how it exits."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent

import pytest

from django_async_lint.config import OUTPUT_FORMATS
from tests.projects import write_project

FILES = {
    "shop/__init__.py": "",
    "shop/views.py": "import time\n\n\nasync def index(request):\n    time.sleep(2)\n",
    "shop/clean.py": "import asyncio\n\n\nasync def index(request):\n    await asyncio.sleep(2)\n",
}
LINE = "shop/views.py:5:5: DAL101 [*] `time.sleep` blocks the event loop\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return write_project(tmp_path, FILES)


def dal(
    *arguments: object, cwd: Path, data: bytes | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Runs `dal` in `cwd`; output as text, what is not UTF-8 escaped."""
    command = [sys.executable, "-m", "django_async_lint", *map(str, arguments)]
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    environment = {**kept, "PYTHONIOENCODING": "utf-8", **variables}
    run = subprocess.run(command, cwd=cwd, input=data, env=environment, capture_output=True, timeout=120)
    texts = (stream.decode("utf-8", "backslashreplace") for stream in (run.stdout, run.stderr))
    return subprocess.CompletedProcess(command, run.returncode, *texts)


def test_findings_exit_with_one(shop: Path) -> None:
    run = dal("check", "--output-format", "concise", cwd=shop)
    assert (run.returncode, run.stdout, run.stderr) == (1, LINE, "")


def test_a_clean_run_exits_with_zero(shop: Path) -> None:
    run = dal("check", "shop/clean.py", cwd=shop)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "No findings in 1 file, 1 function on the event loop\n"


@pytest.mark.parametrize("output_format", OUTPUT_FORMATS)
def test_the_exit_code_does_not_depend_on_the_format(output_format: str, shop: Path) -> None:
    assert dal("check", "--output-format", output_format, cwd=shop).returncode == 1
    assert dal("check", "--output-format", output_format, "shop/clean.py", cwd=shop).returncode == 0


@pytest.mark.parametrize("output_format", OUTPUT_FORMATS)
def test_the_same_bytes_from_anywhere(output_format: str, shop: Path) -> None:
    arguments = ("check", "--output-format", output_format)
    inside, outside = dal(*arguments, cwd=shop), dal(*arguments, shop, cwd=shop.parent)
    assert inside.stdout == outside.stdout == dal(*arguments, "..", cwd=shop / "shop").stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--exit-zero",), 0),
        (("--fail-on", "error"), 1),
        (("--ignore", "DAL1"), 0),
        (("--select", "DAL2,DAL3"), 0),
        (("--select", "DAL2", "--select", "DAL101"), 1),
        (("--extend-ignore", "DAL101"), 0),
        (("--per-file-ignores", "shop/*:DAL2,DAL101"), 0),
        (("--exclude", "views.py"), 0),
        (("--extend-exclude", "shop/views.py"), 0),
        (("--config", "select=['DAL2']"), 0),
        (("--config", "fail-on=error", "--target-django", "5.2", "-j", "2", "--no-cache"), 1),
        (("--scope", "project", "shop/clean.py"), 1),
    ],
)
def test_options_that_decide_what_fails(arguments: tuple[str, ...], code: int, shop: Path) -> None:
    run = dal("check", *arguments, cwd=shop)
    assert (run.returncode, run.stderr) == (code, "")


def test_settings_come_from_the_project_of_the_first_path(shop: Path) -> None:
    table = '[tool.django-async-lint]\noutput-format = "concise"\nignore = ["DAL101"]\n'
    (shop / "pyproject.toml").write_text(table)
    assert dal("check", shop, cwd=shop.parent).stdout == ""
    assert dal("check", "--ignore", "DAL2", cwd=shop).stdout == LINE
    assert "Found 1 finding" in dal("check", "--isolated", cwd=shop).stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "no/such.py"), "no/such.py: no such file or folder"),
        (("check", "--select", "E501"), "`select` must be a list of rule codes"),
        (("check", "--select", "DAL240"), "command line: `select` names DAL240, which is no rule"),
        (("check", "--config", "extend-select=['DAL9']"), "`extend-select` names DAL9, which is no rule"),
        (("check", "--select", ""), "--select names no rule"),
        (("check", "--target-django", "3.2"), "must be one of the supported releases 4.2, 5.0"),
        (("check", "--target-django", "5.10"), 'not "5.10"'),
        (("check", "--config", "target-django=5.10"), 'not "5.10"'),
        (("check", "--config", "selct=[]"), "unknown key `selct`, did you mean `select`?"),
        (("check", "--config", "missing.toml"), "missing.toml: cannot be read: No such file or directory"),
        (("check", "--target-django", "new"), "`target-django` must be a Django release"),
        (("check", "--per-file-ignores", "DAL1"), "--per-file-ignores takes PATTERN:CODE"),
        (("check", "--output-file", "no/such/file"), "--output-file no/such/file"),
        (("check", "--output-format", "xml"), "'xml' is not one of"),
        (("check", "--no-such-option"), "No such option"),
        (("check", "-j", "0"), "-j takes a number"),
        (("rule", "DAL999"), "there is no rule 'DAL999'"),
        (("chek",), "No such command"),
    ],
)
def test_user_errors_are_one_line_and_exit_with_two(
    arguments: tuple[str, ...], told: str, shop: Path
) -> None:
    run = dal(*arguments, cwd=shop)
    assert run.returncode == 2
    assert run.stderr.startswith("dal: error: ") and told in run.stderr
    assert run.stderr.count("\n") == 1 and run.stdout == ""


def test_every_fault_of_a_settings_file_is_a_line(shop: Path) -> None:
    (shop / "pyproject.toml").write_text("[tool.django-async-lint]\nselct = 1\nscope = 2\n")
    run = dal("check", cwd=shop)
    assert run.returncode == 2
    assert [line.startswith("dal: error: ") for line in run.stderr.splitlines()] == [True, True]


def test_no_python_file_is_a_note_and_zero(tmp_path: Path) -> None:
    run = dal("check", "--output-format", "concise", cwd=tmp_path)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "dal: no Python files were found\n")
    assert dal("check", "-q", "--output-format", "concise", cwd=tmp_path).stderr == ""


def test_mended_standard_input_comes_alone(shop: Path) -> None:
    data = b"import time\n\n\nasync def view(request):\n    time.sleep(1)\n    open('x')\n"
    arguments = ("check", "--fix", "--output-format", "concise", "-", "--stdin-filename", "shop/new.py")
    run = dal(*arguments, cwd=shop, data=data)
    after = data.decode().replace("time.sleep", "await asyncio.sleep").replace("import time", "import asyncio")
    assert run.stdout == after
    assert run.stderr.startswith("shop/new.py:6:5: DAL104")  # where it stands in what was written
    for unmended in (b"x = 1\r\n", b"# coding: latin-1\nname = '\xe9'\n", b"def f(:\n"):
        command = [sys.executable, "-m", "django_async_lint", *arguments]
        same = subprocess.run(command, cwd=shop, input=unmended, capture_output=True)
        assert same.stdout == unmended


def test_standard_input_stands_for_the_file(shop: Path) -> None:
    changed = FILES["shop/views.py"].replace("\n\n\n", "\n").encode()
    arguments = ("check", "--output-format", "concise", "-", "--stdin-filename")
    expected = LINE.replace(":5:5:", ":3:5:")
    assert dal(*arguments, "shop/views.py", cwd=shop, data=changed).stdout == expected
    assert dal(*arguments, shop / "shop/views.py", cwd=shop.parent, data=changed).stdout == expected
    new = dal(*arguments, "shop/new.py", cwd=shop, data=changed)
    assert new.stdout == expected.replace("views.py", "new.py")
    nameless = dal("check", "--output-format", "concise", "-", cwd=shop, data=changed)
    assert (nameless.returncode, nameless.stdout) == (1, expected.replace("shop/views.py", "stdin"))


def test_an_output_file_holds_what_would_be_printed(shop: Path) -> None:
    printed = dal("check", "--output-format", "json", cwd=shop).stdout
    run = dal("check", "--output-format", "json", "--output-file", "report.json", cwd=shop)
    assert (run.returncode, run.stdout) == (1, "")
    assert (shop / "report.json").read_text("utf-8") == printed
    assert json.loads(printed)["summary"]["files"] >= 3


def test_forges_get_paths_from_the_top_of_the_repository(tmp_path: Path) -> None:
    """A site below the top of a checkout: GitHub would not find `shop/views.py`."""
    site = write_project(tmp_path / "site", FILES)

    def printed(output_format: str, *paths: str) -> str:
        return dal("check", "--output-format", output_format, *paths, cwd=site).stdout

    below = "site/shop/views.py"
    assert "file=shop/views.py,line=5" in printed("github"), "no repository: paths from the root"
    (tmp_path / ".git").mkdir()
    assert f"::error file={below},line=5," in printed("github")
    assert f"::{below}:5:5: DAL101" in printed("github")
    run = json.loads(printed("sarif"))["runs"][0]
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": below, "uriBaseId": "%SRCROOT%"}
    assert json.loads(printed("json"))["diagnostics"][0]["path"] == "shop/views.py"
    assert printed("concise") == LINE
    other = write_project(tmp_path / "other", FILES)
    both = printed("github", ".", str(other))
    assert f"file={below}," in both and "file=other/shop/views.py," in both


def test_a_code_that_is_no_rule_is_a_note(shop: Path) -> None:
    run = dal("check", "--ignore", "DAL9,DAL2", "--output-format", "concise", cwd=shop)
    assert (run.returncode, run.stdout) == (1, LINE)
    assert run.stderr == "dal: `ignore` names DAL9, which is no rule; `dal rule` lists them\n"


@pytest.mark.parametrize(
    ("redirected", "told"),
    [
        (". >/dev/full", "cannot write the output: No space left on device"),
        (". >&-", "cannot write the output: standard output is closed"),
        ("- <&-", "cannot read standard input: it is closed"),
        ("--add-noqa --fix", "--add-noqa silences what --fix would mend: run --fix first, alone"),
        ("--stdin-filename x.py .", "--stdin-filename goes with `-` or no path, not with other paths alone"),
    ],
)
def test_streams_that_cannot_be_used_are_one_line(redirected: str, told: str, shop: Path) -> None:
    command = f"'{sys.executable}' -m django_async_lint check {redirected}"
    run = subprocess.run(["sh", "-c", command], cwd=shop, stderr=subprocess.PIPE, text=True, timeout=120)
    assert (run.returncode, run.stderr) == (2, f"dal: error: {told}\n")


def test_codes_may_be_written_in_lower_case(shop: Path) -> None:
    run = dal("check", "--select", "dal101", "--output-format", "concise", cwd=shop)
    assert (run.returncode, run.stdout, run.stderr) == (1, LINE, "")


def test_a_code_that_is_no_rule_in_the_file_names_the_file(shop: Path) -> None:
    (shop / "pyproject.toml").write_text('[tool.django-async-lint]\nselect = ["DAL240"]\n')
    run = dal("check", cwd=shop)
    assert (run.returncode, run.stdout) == (2, "")
    told = f"{shop / 'pyproject.toml'}: `select` names DAL240, which is no rule; `dal rule` lists them"
    assert run.stderr == f"dal: error: {told}\n"


def test_verbose_tells_the_root_and_the_settings_file(shop: Path) -> None:
    run = dal("check", "-v", "--output-format", "concise", cwd=shop)
    assert run.stdout == LINE
    assert f"dal: project root {shop}, settings from {shop / 'pyproject.toml'}\n" in run.stderr
    assert (
        f"dal: project root {shop}, no settings file\n" in dal("check", "-v", "--isolated", cwd=shop).stderr
    )


def test_statistics_go_to_standard_error(shop: Path) -> None:
    run = dal("check", "--statistics", "--output-format", "concise", cwd=shop)
    assert run.stdout == LINE
    told = [" ".join(line.split()) for line in run.stderr.splitlines()]
    assert told[0] == "1 DAL101 blocking-sleep"
    assert re.fullmatch(r"4 files, 2 parsed, in \d+\.\d\d s", told[1])
    assert told[2:5] == [
        "2 files with nothing asynchronous, 0 of them not searched for syntax errors",
        "2 functions on the event loop, 2 evaluated 2 times, 0 cut",
        "2 calls resolved, 0 unresolved, 0 third-party",
    ]


def test_statistics_count_calls_by_what_is_known_of_them(tmp_path: Path) -> None:
    lines = [f"    client.post({number})" for number in range(12)]
    lines += [f"    client.call_{number}()" for number in range(10)]
    lines += ["    unheard_of.run()", "    unheard_of.Thing().run()", "    own()", "    print(len([]))"]
    view = "import unheard_of\n\n\ndef own():\n    pass\n\n\nasync def index(request, client):\n"
    other = "async def index(request, client):\n    client.post(1)\n    client.call_9()\n"
    root = write_project(tmp_path, {"shop/views.py": view + "\n".join(lines) + "\n", "shop/other.py": other})
    told = [" ".join(line.split()) for line in dal("check", "--statistics", cwd=root).stderr.splitlines()]
    start = told.index("The commonest unresolved calls:")
    assert told[start - 1] == "3 calls resolved, 24 unresolved, 3 third-party"
    names = [f"client.call_{number} 1" for number in range(8)]
    assert told[start + 1 :] == ["client.post 13", "client.call_9 2", *names]


def test_statistics_know_what_django_gives(tmp_path: Path) -> None:
    models = """\
        from django.db import models

        class Post(models.Model):
            title = models.CharField(max_length=80, null=True)
            written = models.DateTimeField(auto_now=True)
        """
    views = """\
        from django.utils import timezone
        from django.utils.translation import gettext as _
        from shop.models import Post

        async def index(request, pk):
            post = await Post.objects.aget(pk=pk)
            if post.title is None:
                post.title = _("Post {}").format(pk)
            words = post.title.lower(), post.written.isoformat(), timezone.now().strftime("%H")
            return request.GET.get("q", "").strip(), request.body.decode(), request.get_host().lower(), words
        """
    files = {"shop/models.py": dedent(models), "shop/views.py": dedent(views)}
    told = dal("check", "--statistics", cwd=write_project(tmp_path, files)).stderr
    assert "12 calls resolved, 0 unresolved, 0 third-party" in told


def test_settings_and_files_can_be_shown(shop: Path) -> None:
    run = dal("check", "--show-settings", "--select", "DAL2", cwd=shop)
    assert run.returncode == 0
    assert f"# settings from {shop / 'pyproject.toml'}\n" in run.stdout
    assert 'select = ["DAL2"]\n' in run.stdout
    assert "# no settings file\n" in dal("check", "--show-settings", "--isolated", cwd=shop).stdout
    assert "# found: Django: 5.2, the newest LTS" in run.stdout
    assert "# found: settings module: none is named" in run.stdout
    listed = dal("check", "--show-files", "shop", cwd=shop)
    assert listed.stdout.splitlines() == [
        str(shop / "shop" / name) for name in ("__init__.py", "clean.py", "views.py")
    ]


def test_rules_are_listed_and_explained(shop: Path) -> None:
    listed = dal("rule", cwd=shop)
    assert listed.returncode == 0 and "DAL101  blocking-sleep" in listed.stdout
    page = dal("rule", "DAL101", cwd=shop).stdout
    assert page.startswith("# DAL101 blocking-sleep") and "## When to ignore" in page
    assert page == dal("rule", "blocking-sleep", cwd=shop).stdout == dal("rule", "dal101", cwd=shop).stdout
    family = dal("rule", "dal2", cwd=shop).stdout.splitlines()
    assert family and all(line.startswith("DAL2") for line in family)
    assert "did you mean" in dal("rule", "blocking-slep", cwd=shop).stderr


def test_the_version_is_told(shop: Path) -> None:
    run = dal("--version", cwd=shop)
    assert (run.returncode, run.stdout) == (0, "dal 0.1.0\n")


def test_help_and_nothing_are_no_failures(shop: Path) -> None:
    assert "--min-confidence" in dal("check", "--help", cwd=shop).stdout
    run = dal(cwd=shop)
    assert (run.returncode, run.stdout, run.stderr) == (0, dal("--help", cwd=shop).stdout, "")
    assert "Commands:\n  check " in run.stdout


@pytest.mark.parametrize(
    ("arguments", "variables", "colourful"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(arguments: tuple[str, ...], variables: dict[str, str], colourful: bool, shop: Path) -> None:
    assert ("\x1b[" in dal("check", *arguments, cwd=shop, **variables).stdout) is colourful


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("variables", "colourful"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_on_a_terminal(variables: dict[str, str], colourful: bool, shop: Path) -> None:
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    command = [sys.executable, "-m", "django_async_lint", "check"]
    subprocess.run(command, cwd=shop, stdout=theirs, env={**kept, **variables}, timeout=120)
    os.close(theirs)
    assert (b"\x1b[" in os.read(ours, 65536)) is colourful
    os.close(ours)


def test_a_closed_pipe_is_silent(shop: Path) -> None:
    many = "import time\n\n\nasync def index(request):\n" + "    time.sleep(2)\n" * 3000
    (shop / "shop/many.py").write_text(many)
    command = f"{sys.executable} -m django_async_lint check | head -n 1"
    run = subprocess.run(command, shell=True, cwd=shop, capture_output=True, text=True, timeout=120)
    assert run.stdout.startswith("shop/many.py:5:5: DAL101")
    assert run.stderr == ""


READING = "pass"
ANALYSING = """
import time
from django_async_lint.inference.analyse import Analyser
Analyser._analyse = lambda self, path: time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize(("statement", "path"), [(READING, "-"), (ANALYSING, "shop/views.py")])
def test_ctrl_c_exits_with_130(statement: str, path: str, shop: Path) -> None:
    program = f"{statement}\nfrom django_async_lint.cli import main\nprint('ready', flush=True)\nmain()"
    command = [sys.executable, "-c", program, "check", path]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=shop, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(1)  # until it waits
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in errors


def patched(statement: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs `dal` after a statement that breaks something inside it."""
    program = (
        f"from django_async_lint import check\n{statement}\nfrom django_async_lint.cli import main\nmain()"
    )
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120)


BROKEN_RULE = """
from django_async_lint import file_findings
from django_async_lint.rules.registry import Rule
def broken(function):
    raise ValueError("in a rule")
    yield
rules = file_findings.all_rules()
file_findings.all_rules = lambda: (*rules, Rule("DAL999", "broken", "error", "", broken))
"""


def test_a_crash_in_a_rule_is_one_dal003_per_file_and_exits_with_two(shop: Path) -> None:
    for arguments in (
        ("check", "--output-format", "concise"),
        ("check", "--exit-zero", "--output-format", "concise"),
    ):
        run = patched(BROKEN_RULE, *arguments, cwd=shop)
        assert run.returncode == 2
        crash = "DAL003 internal error in rule DAL999: ValueError: in a rule"
        assert run.stdout.splitlines() == [
            f"shop/clean.py:1:1: {crash}",
            f"shop/views.py:1:1: {crash}",
            LINE.strip(),
        ]
        assert run.stderr == ""


def test_an_escaped_exception_is_one_line_and_exits_with_two(shop: Path) -> None:
    statement = "def broken(*_): raise ZeroDivisionError('two\\nlines')\ncheck.discover = broken"
    run = patched(statement, "check", cwd=shop)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "dal: error: internal error, please report it: ZeroDivisionError: two lines\n"


@pytest.mark.parametrize("output_format", ["full", "concise", "github"])
def test_checking_imports_nothing_heavy(shop: Path, output_format: str) -> None:
    program = (
        "import sys\nfrom django_async_lint.cli import run\n"
        f"run(['check', '-q', '--no-cache', '--output-format', '{output_format}'])\n"
        "heavy = {'libcst', 'rich', 'asyncio', 'pygls', 'pathspec', 'flake8', 'django'}\n"
        "heavy |= {'json', 'django_async_lint.project.template_parser'}\n"
        "heavy &= set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=shop, capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0, run.stderr
