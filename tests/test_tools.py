"""The contributor's tools: what they write is complete, what they unpack stays where it belongs."""

import io
import re
import sys
import tarfile
from pathlib import Path

import pytest

from django_async_lint.check import check

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import bench  # noqa: E402
import bench_growth  # noqa: E402
import ecosystem  # noqa: E402
import generated_project  # noqa: E402
import generated_site  # noqa: E402
import make_docs  # noqa: E402
import new_rule  # noqa: E402
import packages  # noqa: E402
import plot  # noqa: E402


def test_generated_pages_are_up_to_date() -> None:
    assert make_docs.stale() == [], "run `make docs`"


def test_a_left_over_page_is_stale(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("<!-- rules: begin -->\n<!-- rules: end -->\n")
    (tmp_path / make_docs.PAGES).mkdir(parents=True)
    (tmp_path / make_docs.PAGES / "DAL999.md").write_text("gone")
    assert make_docs.PAGES / "DAL999.md" in make_docs.stale(tmp_path)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """As much of the repository as `new_rule` writes to."""
    for folder in ("src/django_async_lint/rules", "tests/specs"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- DAL101 a-rule: one.\n- DAL201 b-rule: two.\n\n"
        "## [0.0.1]\n\n- DAL301 c-rule: three.\n"
    )
    return tmp_path


def test_a_new_rule_gets_module_spec_and_changelog_line(copy: Path) -> None:
    written = new_rule.start("DAL110", "blocking-printer", copy)
    assert Path("src/django_async_lint/rules/blocking_printer.py") in written
    assert (copy / "tests/specs/DAL110.md").is_file()
    lines = (copy / "CHANGELOG.md").read_text().splitlines()
    assert lines[6:9] == [
        "- DAL101 a-rule: one.",
        "- DAL110 blocking-printer: TODO.",
        "- DAL201 b-rule: two.",
    ]


def test_the_last_rule_joins_the_newest_list(copy: Path) -> None:
    new_rule.start("DAL402", "heavy-thing", copy)
    lines = (copy / "CHANGELOG.md").read_text().splitlines()
    assert lines[7:9] == ["- DAL201 b-rule: two.", "- DAL402 heavy-thing: TODO."]


@pytest.mark.parametrize(("code", "name"), [("DAL1", "short-code"), ("DAL110", "Not A Name"), ("", "")])
def test_a_wrong_code_or_name_is_refused(copy: Path, code: str, name: str) -> None:
    with pytest.raises(new_rule.Refused):
        new_rule.start(code, name, copy)


def test_an_existing_rule_is_never_overwritten(copy: Path) -> None:
    new_rule.start("DAL110", "blocking-printer", copy)
    with pytest.raises(new_rule.Refused):
        new_rule.start("DAL110", "other-name", copy)


def test_an_archive_that_writes_elsewhere_is_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "bad.tar.gz", "w:gz") as archive:
        member = tarfile.TarInfo("../outside.py")
        member.size = 1
        archive.addfile(member, io.BytesIO(b"#"))
    with pytest.raises(packages.PackageError):
        packages._unpack(tmp_path / "bad.tar.gz", tmp_path / "inner" / "files")
    assert not (tmp_path / "outside.py").exists()


def test_pins_are_enough_and_unknown_names_are_told() -> None:
    assert len(packages.pinned([])) >= 10
    with pytest.raises(packages.PackageError, match="no-such"):
        packages.pinned(["no-such"])


def finding(number: int, code: str = "DAL101", path: str = "app/views.py") -> ecosystem.Finding:
    return ecosystem.Finding(f"package-{number // 40}", "1.0", code, path, number, "message")


def test_a_draw_is_repeatable_leaves_tests_out_and_keeps_its_limits() -> None:
    many = [finding(number, f"DAL10{number % 9 + 1}") for number in range(400)]
    tests = [finding(number, "DAL204", "app/tests/test_views.py") for number in range(50)]
    drawn = ecosystem.draw(many + tests, 200, seed=7)
    assert drawn == ecosystem.draw(reversed(many + tests), 200, seed=7)
    assert not {found.code for found in drawn} & {"DAL204"}
    codes = [found.code for found in drawn]
    assert max(codes.count(code) for code in codes) <= ecosystem.PER_CODE
    names = [found.package for found in drawn]
    assert max(names.count(name) for name in names) <= ecosystem.PER_PACKAGE


def test_recorded_findings_come_back_equal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ecosystem, "RECORDS", tmp_path)
    package = packages.Package("package-0", "1.0", "")
    before = ecosystem.Outcome(package, (finding(1), finding(2)), {}, 0.0)
    ecosystem.record(before)
    assert ecosystem.compare(before) == ([], [])
    after = ecosystem.Outcome(package, (finding(2), finding(3)), {}, 0.0)
    gained, lost = ecosystem.compare(after)
    assert ([found.line for found in gained], [place.line for place in lost]) == ([3], [1])


def test_a_verdict_survives_the_next_draw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ecosystem, "SHEET", tmp_path / "judged.json")
    ecosystem.write_sheet([finding(1)])
    sheet = ecosystem.SHEET.read_text()
    assert '"verdict": null' in sheet
    ecosystem.SHEET.write_text(sheet.replace("null", "true").replace('"why": ""', '"why": "read"'))
    ecosystem.write_sheet([finding(1), finding(2)])
    assert ecosystem.SHEET.read_text().count('"verdict": true') == 1
    assert ecosystem.SHEET.read_text().count('"verdict": null') == 1


@pytest.mark.parametrize("kind", bench_growth.SHAPES)
def test_a_generated_project_is_what_its_shape_says(kind: str) -> None:
    make, sizes = bench_growth.SHAPES[kind]
    shape = make(sizes[0])
    text = "".join(shape.files.values())
    assert len(re.findall(r"^(?:async )?def ", text, re.MULTILINE)) == shape.functions
    assert make(sizes[0]) == shape
    for path, source in shape.files.items():
        if path.endswith(".py"):
            compile(source, path, "exec")


def test_a_seed_is_a_project() -> None:
    assert generated_project.mutual(100, seed=1) != generated_project.mutual(100, seed=2)


def test_growth_is_told_as_an_exponent() -> None:
    runs = [bench_growth.Growth("steady", size, size, size / 100, 3 * size) for size in (500, 1000)]
    assert bench_growth.exponents(runs) == ["- steady: time grows as size^1.00, evaluations as size^1.00."]
    assert bench_growth.exponents([*runs[:1], bench_growth.Growth("steady", 1000, 1000, 120.0)]) == []


@pytest.mark.parametrize("is_asynchronous", [False, True])
def test_a_generated_site_is_checked_without_a_remark(tmp_path: Path, is_asynchronous: bool) -> None:
    root = generated_site.write_site(tmp_path / "made", 20, is_asynchronous)
    report = check([root])
    assert report.summary.files == 20 + 4  # manage.py and the three of the site itself
    assert {finding.diagnostic.code for finding in report.findings} == {"DAL104", "DAL204", "DAL603"}
    applications = 2 if is_asynchronous else 1
    assert report.summary.functions_on_loop == applications * generated_site.ROWS * 4


def test_a_site_mostly_synchronous_is_hardly_evaluated(tmp_path: Path) -> None:
    told = check([generated_site.write_site(tmp_path / "made", 100, is_asynchronous=False)]).summary
    assert told.functions_evaluated < 12 * generated_site.ROWS


def test_a_table_compares_with_the_first_tool_and_a_plot_has_every_line() -> None:
    ours, theirs = (tool.name for tool in bench.tools()[:2])
    cases = [bench.Case("made", ROOT, size, "mostly synchronous") for size in (100, 1000)]
    results = {
        case: {
            ours: bench.Timing((bench.Run(case.files / 100, 30.0),), 60.0),
            theirs: bench.Timing((bench.Run(case.files / 200, 10.0),), 60.0),
            "slow": bench.Timing((), 60.0),
        }
        for case in cases
    }
    lines = bench.table(results).splitlines()
    assert lines[3] == f"| made | 100 | {theirs} | 0.50 s | 1 | 10 MiB | 2 |"
    assert lines[4] == "| made | 100 | slow | over 60 s | 0 |  | below 0.0167 |"
    assert bench.growth(results) == ["- mostly synchronous: from 100 to 1000 files time grows as size^1.00."]
    assert bench.plot(results).count("<polyline") == 2


def test_a_plot_escapes_what_it_is_given() -> None:
    drawn = plot.plotted("a < b", ("x", "y"), {"<line>": [(1.0, 1.0), (10.0, 100.0)]})
    assert "a &lt; b" in drawn and "&lt;line&gt;" in drawn
