"""noqa comments: the same lines as the installed flake8 silences, which is run; and what counts at a sink."""

import subprocess
import sys
from pathlib import Path

import pytest

from django_async_lint.diagnostic import Diagnostic, Step
from django_async_lint.source import Position, Source
from django_async_lint.suppression import (
    is_file_suppressed,
    is_suppressed,
    is_suppressed_at_sink,
    noqa_line,
    silences,
)

# Each reports F821 for `missing` on the lines where it stands, unless its comment silences that.
FORMS = [
    "missing",
    "missing  # noqa",
    "missing  # NOQA",
    "missing  # NoQa",
    "missing  #noqa",
    "missing  #  noqa",
    "missing  # noqa: F821",
    "missing  # noqa:F821",
    "missing  # noqa:  F821",
    "missing  # noqa : F821",
    "missing  # noqa: F8",
    "missing  # noqa: F",
    "missing  # noqa: F822",
    "missing  # noqa: f821",
    "missing  # noqa: E501,F821",
    "missing  # noqa: E501, F821",
    "missing  # noqa: E501 F821",
    "missing  # noqa: E501;F821",
    "missing  # noqa: E501,,F821",
    "missing  # noqa: E501 because F821",
    "missing  # noqa: F821 because of this",
    "missing  # noqa: because of this",
    "missing  # noqa because of this",
    "missing  # noqa:",
    "missing  # noqa: ",
    "missing  # noqa-F821",
    "missing  # noqa, F821",
    "missing  # noqa:F821,",
    "missing  # nonoqa",
    "missing  # noqa: E501 # noqa: F821",
    "missing  # pylint: disable=x # noqa: F821",
    "missing  # # noqa: F821",
    "missing  # type: ignore # noqa",
    "missing  # ruff: noqa",
    "missing  # ruff: noqa: F821",
    "missing  # flake8: noqa",
    "missing  # noqa: DAL101,F821,E501 reason",
    "missing  # noqa: F821XYZ",
    "missing  # NOQA:F821",
    "print(missing, '# noqa')",
    'print(missing, """\n    a\n""")  # noqa: F821',
    'print("""\n    a  # noqa: F821\n""", missing)',
    "print(\n    missing,\n)  # noqa: F821",
    "print(\n    missing,  # noqa: F821\n)",
    "value = missing + \\\n    missing  # noqa: F821",
    "value = missing + \\\n    missing",
    'print(f"{missing}")  # noqa: F821',
    'print(f"""{missing}\n""")  # noqa: F821',
    "# noqa: F821\nmissing",
    "if missing:  # noqa: F821\n    print(missing)",
]


def flake8_lines(path: Path) -> set[int]:
    """The lines of `path` on which the installed flake8 reports F821."""
    command = [sys.executable, "-m", "flake8", "--isolated", "--select=F821", "--format=%(row)d", str(path)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert run.returncode in (0, 1) and not run.stderr, run.stderr
    return {int(line) for line in run.stdout.split()}


def test_line_comments_silence_what_flake8_silences(tmp_path: Path) -> None:
    text = "\n\n".join(FORMS) + "\n"
    bare = tmp_path / "bare.py"
    bare.write_text(text.replace("noqa", "n---").replace("NOQA", "N---").replace("NoQa", "N---"))
    commented = tmp_path / "commented.py"
    commented.write_text(text)
    source = Source("commented.py", str(commented), text)
    everywhere = flake8_lines(bare)
    assert len(everywhere) >= len(FORMS)
    ours = {line for line in everywhere if not silences(noqa_line(source, line), "F821")}
    assert ours == flake8_lines(commented)
    assert ours and ours != everywhere


@pytest.mark.parametrize(
    "line",
    [
        "# flake8: noqa",
        "    # flake8: noqa",
        "# FLAKE8: NOQA",
        "# flake8=noqa",
        "# flake8:noqa",
        "# flake8: noqa: F821",
        "# flake8: noqa: E501",
        "#flake8: noqa",
        "# flake8 noqa",
        "# flake8: noqa because",
        "x = 1  # flake8: noqa",
        "# ruff: noqa",
    ],
)
def test_file_comments_silence_what_flake8_silences(line: str, tmp_path: Path) -> None:
    text = f"{line}\nmissing\n"
    path = tmp_path / "file.py"
    path.write_text(text)
    assert is_file_suppressed(Source("file.py", str(path), text)) == (not flake8_lines(path))


def test_what_cannot_be_tokenized_has_its_physical_lines() -> None:
    source = Source("a.py", "/a.py", "f('''\n# noqa: DAL101\n")
    assert silences(noqa_line(source, 2), "DAL101")
    assert not silences(noqa_line(source, 1), "DAL101")
    assert not silences(noqa_line(source, 99), "DAL101")


def with_sink(code: str = "DAL101") -> Diagnostic:
    """A diagnostic at view.py line 1 whose sink lies in io.py line 2."""
    step = Step("io.py", 2, 5, "`time.sleep(1)`")
    return Diagnostic(
        code, "r", "error", "high", "view.py", Position(1, 1), Position(1, 5), "m", steps=(step,)
    )


@pytest.mark.parametrize(
    ("view", "sink", "suppressed"),
    [
        ("load()", "time.sleep(1)", False),
        ("load()  # noqa", "time.sleep(1)", True),
        ("load()  # noqa: DAL1", "time.sleep(1)", True),
        ("load()  # noqa: DAL2", "time.sleep(1)", False),
        ("load()", "time.sleep(1)  # noqa", False),
        ("load()", "time.sleep(1)  # noqa: DAL101", True),
        ("load()", "time.sleep(1)  # noqa: E501,DAL1", True),
        ("load()", "time.sleep(1)  # noqa: DAL102", False),
        ("load()", "# flake8: noqa\ntime.sleep(1)", False),
    ],
)
def test_at_the_sink_only_a_comment_that_names_the_code_counts(
    view: str, sink: str, suppressed: bool
) -> None:
    sink_text = sink if "\n" in sink else f"def load():\n    {sink}\n"
    sources = {"view.py": Source("view.py", "", view), "io.py": Source("io.py", "", sink_text)}
    assert is_suppressed(with_sink(), sources.get) == suppressed
    assert is_suppressed_at_sink(with_sink(), sources.get) == (suppressed and "noqa" in sink)


def test_an_internal_error_is_never_suppressed() -> None:
    source = Source("view.py", "", "# flake8: noqa\n")
    assert not is_suppressed(with_sink("DAL003"), {"view.py": source}.get)
