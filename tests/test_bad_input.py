"""Bad input: a clear line that names the file, the right exit code, and the other files still checked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import write_project

GOOD = "import time\n\n\nasync def index(request):\n    time.sleep(2)\n"
ASYNC = b"async def view(request):\n    pass\n"
"""Makes a file one that matters to inference; the faults of others are met on a way of their own."""
GOOD_LINE = "zgood.py:5:5: DAL101 [*] `time.sleep` blocks the event loop"


def check(root: Path, *arguments: str, seconds: int = 120) -> tuple[int, list[str], str]:
    """Exit code, lines of concise output and standard error of a run in a folder."""
    command = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "django_async_lint",
        "check",
        "--output-format",
        "concise",
    ]
    run = subprocess.run([*command, *arguments], cwd=root, capture_output=True, timeout=seconds)
    output = run.stdout.decode("utf-8", "backslashreplace")
    return run.returncode, output.splitlines(), run.stderr.decode("utf-8", "backslashreplace")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, {"zgood.py": GOOD})


def told_of(root: Path, data: bytes | str, name: str = "bad.py") -> str:
    """What is said of a file beside a good one, which must be checked all the same."""
    (root / name).write_bytes(data.encode() if isinstance(data, str) else data)
    code, lines, errors = check(root)
    assert (code, errors, lines[-1]) == (1, "", GOOD_LINE)
    return "\n".join(lines[:-1])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"def f(:\n    pass\n", "bad.py:1:7: DAL001 cannot parse the file: "),
        (b"def async view(request):\n    pass\n", "write `async def view("),
        (b"async view(request):\n    pass\n", "write `async def view("),
        (b"x = '\xff'\n", "bad.py:1:1: DAL001 cannot decode the file: "),
        (b"# coding: nonsense\nx = 1\n", "bad.py:1:1: DAL001 cannot decode the file: "),
        (b"# coding: ascii\nx = '\xc3\xa9'\n", "bad.py:1:1: DAL001 cannot decode the file: "),
        (b"\xff\xfex\x00 \x00=\x00 \x001\x00", "bad.py:1:1: DAL001 cannot decode the file: "),
        (b"x = 1\n\x00\n", "DAL001 cannot parse the file: "),
        (b"if x:\n\ty = 1\n        z = 2\n", "DAL001 cannot parse the file: "),
        (b"x = (\n", "DAL001 cannot parse the file: "),
        (b"x = '''\n", "DAL001 cannot parse the file: "),
        (b"match x:\n    case y as z as w: pass\n", "DAL001 cannot parse the file: "),
    ],
)
@pytest.mark.parametrize("rest", [b"", ASYNC], ids=["without async", "with async"])
def test_what_cannot_be_parsed_is_one_dal001(data: bytes, told: str, rest: bytes, project: Path) -> None:
    said = told_of(project, data + rest)
    assert said.startswith("bad.py:") and said.count("\n") == 0
    assert told in said


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x = " + "(" * 1000 + "1" + ")" * 1000 + "\n", id="1,000 parentheses"),
        pytest.param("x = " + "[" * 1000 + "]" * 1000 + "\n", id="1,000 brackets"),
        pytest.param("x = " + "-" * 100_000 + "1\n", id="100,000 signs"),
    ],
)
@pytest.mark.parametrize("rest", [b"", ASYNC], ids=["without async", "with async"])
def test_what_is_nested_too_deeply_is_one_dal001(text: str, rest: bytes, project: Path) -> None:
    said = told_of(project, text.encode() + rest)
    assert said.startswith("bad.py:1:") and "DAL001 cannot parse the file: " in said
    assert said.count("\n") == 0 and len(said) < 300


DEEP = {
    "operators": " + ".join(["request.x"] * 1000),
    "attributes": "request" + ".x" * 1000,
    "calls": "request" + ".x()" * 1000,
    "comparisons": " < ".join(["request.x"] * 1000),
    "conditions": " or ".join(["request.x"] * 1000),
    "conditional expressions": "1 if request else " * 90 + "2",
    "subscripts": "request" + "[0]" * 1000,
    "strings": " ".join(['f"{request}"'] * 1000),
}


@pytest.mark.parametrize("shape", DEEP)
def test_what_parses_however_deep_is_survived(shape: str, project: Path) -> None:
    text = f"import time\n\n\nasync def view(request):\n    x = {DEEP[shape]}\n    time.sleep(1)\n"
    said = told_of(project, text)
    assert said == "bad.py:6:5: DAL101 [*] `time.sleep` blocks the event loop"


@pytest.mark.parametrize("shape", DEEP)
def test_what_parses_however_deep_is_no_fault_without_async(shape: str, project: Path) -> None:
    assert told_of(project, f"def view(request):\n    return {DEEP[shape]}\n") == ""


def test_faults_of_many_large_files_without_async_are_told_as_far_as_bytes_show_them(project: Path) -> None:
    """Their syntax is not looked at above a limit; what decoding shows is told whatever their size."""
    (project / "large.py").write_text("x = 1\n" * 800_000)
    for name, data in (
        ("null.py", b"x = 1\n\0\n"),
        ("coding.py", b"x = '\xff'\n"),
        ("syntax.py", b"x = (\n"),
    ):
        (project / name).write_bytes(data)
    code, lines, errors = check(project, "--statistics")
    assert code == 1
    assert [line.partition(":")[0] for line in lines] == ["coding.py", "null.py", "zgood.py"]
    assert "files with nothing asynchronous, 5 of them not searched for syntax errors" in errors
    (project / "large.py").unlink()
    code, lines, errors = check(project, "--statistics")
    assert [line.partition(":")[0] for line in lines] == ["coding.py", "null.py", "syntax.py", "zgood.py"]
    assert "files with nothing asynchronous, 0 of them not searched" in errors


def test_three_thousand_operands_are_checked_or_told(project: Path) -> None:
    said = told_of(project, f"async def view(request):\n    return {' + '.join(['request.x'] * 3000)}\n")
    assert said == "" or "DAL001 cannot parse the file: " in said


def test_many_statements_and_elifs_are_survived(project: Path) -> None:
    branches = "".join(f"    elif request == {number}:\n        x = {number}\n" for number in range(500))
    start = "import time\nasync def view(request):\n    if request:\n        x = 0\n"
    text = f"{start}{branches}    time.sleep(x)\n"
    assert told_of(project, text).endswith("DAL101 [*] `time.sleep` blocks the event loop")


def test_a_chain_of_a_thousand_helpers_is_followed(project: Path) -> None:
    helpers = "".join(f"def f{n}():\n    f{n + 1}()\n" for n in range(1000))
    text = f"import time\nasync def view(request):\n    f0()\n{helpers}def f1000():\n    time.sleep(1)\n"
    said = told_of(project, text)
    assert said.startswith("bad.py:3:5: DAL101 `time.sleep` blocks the event loop via f0()")


@pytest.mark.parametrize(
    "text",
    [
        "import bad\nfrom bad import *\nfrom bad import x as y\nasync def view(r):\n    return y()\n",
        "class A(A):\n    pass\nasync def view(r):\n    return A().x\n",
        "class A(B): pass\nclass B(A): pass\nasync def view(r):\n    A().x()\n    B.objects\n",
        "x = x\ny = z\nz = y\nasync def view(r):\n    return x() + y()\n",
        "def f(): return f()\nasync def view(r):\n    return f()\n",
        "def f(g): return g(f)\nasync def view(r):\n    return f(f)\n",
        "f = lambda: f()\nasync def view(r):\n    return f()\n",
        "@property\n@view\nasync def view(r):\n    return view\n",
        "async def view(r):\n    r.x = r\n    while r: r = [r, r]\n    return {**r, 'a': r}\n",
        "import bad.bad\nfrom . import bad\nfrom .. import x\nfrom .... import y\nasync def v(r): y()\n",
        "class A:\n    def __getattr__(self, n): return getattr(self, n)\nasync def v(r):\n    A().x.y()\n",
    ],
)
def test_what_leads_back_to_itself_comes_to_an_end(text: str, project: Path) -> None:
    assert told_of(project, text) == ""


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf# x\n", b"# only a comment", b"\x0c\n"]
)
def test_hardly_anything_is_no_fault(data: bytes, project: Path) -> None:
    assert told_of(project, data) == ""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts(end: str, project: Path) -> None:
    said = told_of(project, GOOD.replace("\n", end))
    assert said == GOOD_LINE.replace("zgood", "bad")


def test_latin_1_and_a_byte_order_mark_are_read(project: Path) -> None:
    head = "# coding: latin-1\nx = 'é'\n".encode("latin-1")
    assert told_of(project, head + GOOD.encode()) == GOOD_LINE.replace("zgood.py:5", "bad.py:7")
    assert told_of(project, b"\xef\xbb\xbf" + GOOD.encode()) == GOOD_LINE.replace("zgood", "bad")


def test_the_parsers_own_warnings_are_silenced(project: Path) -> None:
    text = "async def view(r):\n    assert (r, 'x')\n    return '\\d' if r is 1 else 0x1for x in r\n"
    assert "Warning" not in told_of(project, text)


def test_a_generated_file_of_five_megabytes(project: Path) -> None:
    row = "VALUES_{0} = {{'name': 'name {0}', 'numbers': [1, 2, 3], 'text': 'x' * 10}}\n"
    text = "".join(row.format(number) for number in range(66_000))
    assert len(text) > 5_000_000
    (project / "big.py").write_text(text + GOOD)
    code, lines, errors = check(project)
    assert (code, errors) == (1, "")
    assert [line.partition(" ")[0] for line in lines] == ["big.py:66005:5:", "zgood.py:5:5:"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs permissions")
def test_a_file_that_cannot_be_read_is_one_dal001(project: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads everything")
    (project / "bad.py").touch(mode=0)
    code, lines, _ = check(project)
    assert (code, lines) == (1, ["bad.py:1:1: DAL001 cannot read the file: Permission denied", GOOD_LINE])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_that_is_named_is_one_dal001(project: Path) -> None:
    os.mkfifo(project / "pipe.py")
    code, lines, _ = check(project, "pipe.py", "zgood.py")
    assert (code, lines) == (
        1,
        ["pipe.py:1:1: DAL001 cannot read the file: it is not a regular file", GOOD_LINE],
    )


def test_a_link_that_leads_nowhere_is_a_missing_path(project: Path) -> None:
    (project / "link.py").symlink_to("nowhere.py")
    code, lines, errors = check(project, "link.py")
    assert (code, lines, errors) == (2, [], "dal: error: link.py: no such file or folder\n")


def test_links_in_a_circle_come_to_an_end(project: Path) -> None:
    (project / "loop").symlink_to(".")
    (project / "a").symlink_to("b")
    (project / "b").symlink_to("a")
    code, lines, errors = check(project)
    assert (code, lines, errors) == (1, [GOOD_LINE], "")


def test_missing_paths_are_told_and_the_others_checked(project: Path) -> None:
    code, lines, errors = check(project, "missing.py", "zgood.py", "gone")
    assert (code, lines) == (2, [GOOD_LINE])
    assert check(project, "--exit-zero", "missing.py", "zgood.py")[0] == 2
    assert check(project, "missing.py", "gone")[:2] == (2, [])
    assert errors.splitlines() == [
        f"dal: error: {name}: no such file or folder" for name in ("missing.py", "gone")
    ]


def test_a_folder_without_python(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").touch()
    code, lines, errors = check(tmp_path)
    assert (code, lines, errors) == (0, [], "dal: no Python files were found\n")


@pytest.mark.skipif(sys.platform != "linux", reason="needs file names of any bytes")
def test_a_hostile_file_name_is_written_harmless(project: Path) -> None:
    for name in (b"\x1b[31mred\n.py", b"\xff.py", b"::error::x.py"):
        with open(os.path.join(os.fsencode(project), name), "wb") as file:
            file.write(GOOD.encode())
    code, lines, errors = check(project)
    assert (code, errors) == (1, "")
    assert sorted(line.partition(": ")[0] for line in lines) == sorted(
        ["\\x1b[31mred\\n.py:5:5", "\\udcff.py:5:5", "./::error::x.py:5:5", "zgood.py:5:5"]
    )


def test_a_broken_settings_file_is_one_line(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.django-async-lint]\nselect = "DAL')
    code, lines, errors = check(project)
    assert (code, lines) == (2, [])
    assert errors.startswith(f"dal: error: {project / 'pyproject.toml'}: cannot be read as TOML: ")
    assert errors.count("\n") == 1
