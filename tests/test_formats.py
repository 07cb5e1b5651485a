"""The formats for machines against their published schemas, and against the documented reading of each."""

import json
import re
import subprocess
import sys
import tarfile
from dataclasses import replace
from pathlib import Path
from shutil import which

import jsonschema
import pytest
import xmlschema

from django_async_lint import fixing
from django_async_lint.check import base_of, check
from django_async_lint.config import Settings
from django_async_lint.diagnostic import Diagnostic, Finding, Report, Severity, Summary
from django_async_lint.output import github, gitlab, json_lines, junit, rdjson, sarif, schemas
from django_async_lint.reporting import from_repository
from django_async_lint.source import Position, column_from, column_in
from tests.projects import write_project

SCHEMAS = Path(__file__).parent / "schemas"
SARIF = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
RDFORMAT = json.loads((SCHEMAS / "rdformat-1.0.1.json").read_text("utf-8"))
GITLAB = json.loads((SCHEMAS / "gitlab-code-quality.json").read_text("utf-8"))
JUNIT = xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")
BOOKSHOP = Path(__file__).parent.parent / "examples/bookshop"
VIEW = "import time\n\n\nasync def view(request):\n"
FILES = {
    "manage.py": "",
    "shop/views.py": f'{VIEW}    x = "é😀"; time.sleep(2)\n    time.sleep(3)  # noqa: DAL101\n',
    "odd, 100%: name/views.py": f"{VIEW}    time.sleep(2)\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, FILES)


def report_on(folder: Path) -> Report:
    """A report with edits, as the command line gives it to a format."""
    found = check([folder])
    return from_repository(fixing.with_fixes(found, base_of([folder], Settings(), {})))


def many(count: int, severity: Severity = "error") -> Report:
    """A report with so many findings, each in a line of its own."""
    findings = tuple(
        Finding(
            Diagnostic("DAL101", "blocking-sleep", severity, "high", "a.py", Position(n, 1), Position(n, 2), "m"),
            "f" * 16,
            "https://example.org/",
        )
        for n in range(1, count + 1)
    )
    return Report(findings, Summary(files=1))


@pytest.mark.parametrize("folder", [BOOKSHOP, None], ids=["bookshop", "odd names"])
def test_every_format_keeps_its_schema(folder: Path | None, project: Path) -> None:
    report = report_on(folder or project)
    assert report.findings
    for each in (report, replace(report, findings=())):
        jsonschema.validate(json.loads(sarif.render(each)), SARIF)
        jsonschema.validate(json.loads(rdjson.render(each)), RDFORMAT)
        jsonschema.validate(json.loads(gitlab.render(each)), GITLAB)
        JUNIT.validate(junit.render(each))
        published = json.loads(schemas.text("json"))
        line_schema = {"$ref": "#/$defs/diagnostic", "$defs": published["$defs"]}
        lines = json_lines.render(each).splitlines()
        assert len(lines) == len(each.findings)
        for line in lines:
            jsonschema.validate(json.loads(line), line_schema)


Command = tuple[str, dict[str, str], str]


def commands(text: str) -> list[Command]:
    """Workflow commands as GitHub documents them: `::name key=value,...::data` with its own percent escapes."""

    def plain(escaped: str, others: tuple[tuple[str, str], ...] = ()) -> str:
        for code, sign in (*others, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            escaped = escaped.replace(code, sign)
        return escaped

    found = []
    for line in text.splitlines():
        if match := re.fullmatch(r"::(\w+) (.*?)::(.*)", line):
            pairs = (pair.partition("=") for pair in match[2].split(","))
            properties = {name: plain(value, (("%3A", ":"), ("%2C", ","))) for name, _, value in pairs}
            found.append((match[1], properties, plain(match[3])))
    return found


def test_annotations_survive_the_documented_reading(project: Path) -> None:
    found = commands(github.render(report_on(project)))
    assert [(name, properties["file"], properties["line"], properties["col"]) for name, properties, _ in found] == [
        ("error", "odd, 100%: name/views.py", "5", "5"),
        ("error", "shop/views.py", "5", "15"),
    ]
    assert found[0][2].startswith("odd, 100%: name/views.py:5:5: DAL101 `time.sleep` blocks the event loop")


def test_annotations_stop_where_github_stops_and_count_the_rest() -> None:
    errors, infos = many(13), many(2, "info")
    rendered = github.render(replace(errors, findings=(*infos.findings, *errors.findings)))
    assert [name for name, *_ in commands(rendered)] == ["error"] * 10 + ["notice"] * 2
    assert rendered.splitlines()[-1] == "3 more findings: a step shows 10 annotations of a kind"
    assert rendered.count("more finding") == 1


def test_each_sink_is_annotated_before_one_is_annotated_twice(tmp_path: Path) -> None:
    views = "".join(f"async def v{n}(request):\n    nap()\n\n\n" for n in range(12))
    code = f"import time\n\n\ndef nap():\n    time.sleep(1)\n\n\n{views}async def last(request):\n    time.sleep(1)\n"
    write_project(tmp_path, {"manage.py": "", "views.py": code})
    found = commands(github.render(report_on(tmp_path)))
    assert len(found) == 10
    assert [properties["line"] for _, properties, _ in found[:2]] == ["9", "57"]


def test_the_summary_of_a_step_is_a_table_of_all(project: Path) -> None:
    table = github.summary(report_on(project), "https://forge.example/shop/blob/1234")
    assert "https://forge.example/shop/blob/1234/odd%2C%20100%25%3A%20name/views.py#L5" in table
    rows = [line for line in table.splitlines() if line.startswith("| error")]
    assert len(rows) == 2 and all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows)
    assert len(github.summary(many(5_000))) < 1 << 20
    assert github.summary(many(0)) == "### dal: no findings\n"


def test_the_command_appends_the_summary(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "summary.md"
    file.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    command = [sys.executable, "-m", "django_async_lint", "check", "--output-format"]
    subprocess.run([*command, "github", "shop"], cwd=project, capture_output=True, timeout=60)
    written = file.read_text("utf-8")
    assert written.startswith("before\n### dal: 1 finding\n")
    subprocess.run([*command, "json", "shop"], cwd=project, capture_output=True, timeout=60)
    assert file.read_text("utf-8") == written
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "none" / "summary.md"))
    run = subprocess.run([*command, "github", "shop"], cwd=project, capture_output=True, text=True, timeout=60)
    assert run.returncode == 1 and "the summary of the step was not written" in run.stderr


def test_gitlab_gets_a_fingerprint_for_each_finding() -> None:
    issues = json.loads(gitlab.render(many(50)))
    assert len({issue["fingerprint"] for issue in issues}) == 50


def test_advice_passes_as_a_test_case() -> None:
    report = many(2, "info")
    assert 'tests="2" failures="0"' in junit.render(report)
    assert 'tests="1" failures="0"' in junit.render(many(0))


def test_reviewdog_gets_columns_in_bytes_and_suggestions(project: Path) -> None:
    *_, wide = json.loads(rdjson.render(report_on(project)))["diagnostics"]
    assert wide["location"]["range"] == {"start": {"line": 5, "column": 19}, "end": {"line": 5, "column": 32}}
    texts = {suggestion["text"]: suggestion["range"]["start"] for suggestion in wide["suggestions"]}
    assert texts["asyncio.sleep"] == {"line": 5, "column": 19}


def test_sarif_marks_what_is_suppressed_when_asked(project: Path) -> None:
    command = [sys.executable, "-m", "django_async_lint", "check", "--output-format", "sarif", "shop"]
    plain = subprocess.run(command, cwd=project, capture_output=True, timeout=60)
    marked = subprocess.run([*command, "--show-suppressed"], cwd=project, capture_output=True, timeout=60)
    assert (plain.returncode, marked.returncode) == (1, 1)
    log = json.loads(marked.stdout)
    jsonschema.validate(log, SARIF)
    silent = [each for each in log["runs"][0]["results"] if "suppressions" in each]
    assert [each["suppressions"] for each in silent] == [[{"kind": "inSource"}]]
    assert silent[0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 6
    assert "suppressions" not in plain.stdout.decode()


def test_sarif_tells_a_baseline_apart(project: Path) -> None:
    report = report_on(project)
    moved = replace(report, findings=report.findings[:1], silenced=(), known=report.findings[1:])
    log = json.loads(sarif.render(moved))
    jsonschema.validate(log, SARIF)
    assert [each.get("suppressions") for each in log["runs"][0]["results"]] == [None, [{"kind": "external"}]]


@pytest.mark.parametrize(("column", "in_bytes", "in_utf16"), [(1, 0, 0), (6, 5, 5), (7, 7, 6), (8, 11, 8), (9, 12, 9)])
def test_columns_are_converted_in_one_place(column: int, in_bytes: int, in_utf16: int) -> None:
    line = 'x = "é😀"'
    for encoding, units in (("utf-8", in_bytes), ("utf-16", in_utf16), ("utf-32", column - 1)):
        assert column_in(line, column, encoding) == units
        assert column_from(line, units, encoding) == column


def test_a_column_inside_a_pair_of_surrogates_is_its_start() -> None:
    assert column_from('x = "é😀"', 7, "utf-16") == 7
    assert column_from("", 3, "utf-16") == 1


@pytest.mark.long
def test_microsofts_validator_takes_the_log(project: Path, tmp_path: Path) -> None:
    if which("npm") is None or sys.platform != "linux":
        pytest.skip("npm on Linux is not at hand: the validator comes from its registry")
    package = "@microsoft/sarif-multitool-linux@5.7.0"
    packed = subprocess.run(["npm", "pack", "--silent", package], cwd=tmp_path, capture_output=True, text=True)
    assert packed.returncode == 0, packed.stderr
    with tarfile.open(tmp_path / packed.stdout.split()[-1]) as archive:
        archive.extractall(tmp_path, filter="data")
    (tool,) = tmp_path.rglob("Sarif.Multitool")
    log = tmp_path / "dal.sarif"
    log.write_text(sarif.render(report_on(BOOKSHOP)), "utf-8")
    tool.chmod(0o755)
    environment = {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "HOME": str(tmp_path)}
    run = subprocess.run(
        [tool, "validate", log, "--log", "ForceOverwrite", "--output", tmp_path / "verdict.sarif"],
        capture_output=True, text=True, env=environment,
    )  # fmt: skip
    verdict = json.loads((tmp_path / "verdict.sarif").read_text("utf-8-sig"))
    errors = [each for each in verdict["runs"][0].get("results", []) if each.get("level") == "error"]
    assert errors == [], run.stdout
