"""The recipe between the rules and the report: selection, precedence, merging, fingerprints, scope, roots.

Stand-in analysers make diagnostics at places of the test's choosing, so that nothing here depends on a rule.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest

from django_async_lint import check as recipe
from django_async_lint import file_findings
from django_async_lint.check import check
from django_async_lint.config import Config, Settings
from django_async_lint.diagnostic import CallCounts, Diagnostic, Entry, Reach, Report, Severity, Step
from django_async_lint.inference import evaluate
from django_async_lint.inference.analyse import FileAnalysis
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.inference.evaluate import FEW_CONTEXTS, MANY_CONTEXTS
from django_async_lint.inference.reached import CallGraph, Node
from django_async_lint.inference.statistics import Calls
from django_async_lint.merging import merge, with_fingerprints
from django_async_lint.parts import Part, is_cut
from django_async_lint.project.project import Project
from django_async_lint.rules.registry import Rule
from django_async_lint.selection import is_selected, relax, without_overruled
from django_async_lint.source import Position
from tests.projects import write_project


def at(code: str, line: int = 1, column: int = 1, end: int = 9, **more: object) -> Diagnostic:
    """A diagnostic on one line of a.py."""
    severity: Severity = "error"
    plain = Diagnostic(
        code, "r", severity, "high", "a.py", Position(line, column), Position(line, end), f"m{line}"
    )
    return replace(plain, **more)  # type: ignore[arg-type]


# Selection.


@pytest.mark.parametrize(
    ("config", "selected"),
    [
        (Config(), True),
        (Config(select=("DAL2",)), False),
        (Config(select=("DAL2",), extend_select=("DAL101",)), True),
        (Config(ignore=("DAL1",)), False),
        (Config(select=("DAL101",), ignore=("DAL1",)), True),
        (Config(select=("DAL1",), ignore=("DAL101",)), False),
        (Config(select=("DAL101",), ignore=("DAL101",)), False),
        (Config(extend_ignore=("DAL101",)), False),
        (Config(per_file_ignores={"a.py": ("DAL1",)}), False),
        (Config(per_file_ignores={"b.py": ("DAL1",)}), True),
        (Config(per_file_ignores={"!a.py": ("DAL1",)}), True),
        (Config(per_file_ignores={"!b.py": ("DAL1",)}), False),
    ],
)
def test_selection(config: Config, selected: bool) -> None:
    assert is_selected(at("DAL101"), config) is selected
    assert is_selected(at("DAL003"), config), "a failure of the run is always shown"


def test_confidence() -> None:
    shown = [is_selected(at("DAL101", confidence=level), Config()) for level in ("high", "medium", "low")]
    assert shown == [True, True, False]


@pytest.mark.parametrize(
    ("path", "severity"),
    [
        ("tests/views.py", "info"),
        ("shop/tests/a/b.py", "info"),
        ("shop/test_views.py", "info"),
        ("shop/tests.py", "info"),
        ("conftest.py", "info"),
        ("shop/contest.py", "error"),
        ("shop/views_test.py", "error"),
    ],
)
def test_tests_are_milder(path: str, severity: str) -> None:
    assert relax(at("DAL101", path=path)).severity == severity
    assert relax(at("DAL301", path=path)).severity == "error"


# Precedence: one finding per fault.


def shown(text: str, *diagnostics: Diagnostic) -> list[str]:
    return [each.code for each in without_overruled(list(diagnostics), lambda path, number: text)]


def spot(code: str, text: str, part: str) -> Diagnostic:
    """A diagnostic at `part` of a line."""
    start = text.index(part) + 1
    return at(code, column=start, end=start + len(part))


@pytest.mark.parametrize(
    ("winner", "loser", "whole", "part"),
    [
        ("DAL205", "DAL201", "await Post.objects.get(id=1)", "Post.objects.get(id=1)"),
        ("DAL205", "DAL203", "await Post.objects.get(id=1)", "await Post.objects.get(id=1)"),
        ("DAL205", "DAL202", "Post.objects.get(id=1)", "Post.objects.get(id=1)"),
        ("DAL205", "DAL202", "await (Post.objects.raw(x))", "Post.objects.raw(x)"),
        ("DAL208", "DAL101", "get_post(1)", "get_post(1)"),
        ("DAL208", "DAL204", "get_post(1)", "get_post(1)"),
        ("DAL304", "DAL201", "sync_to_async(Post.objects.first())", "Post.objects.first()"),
        ("DAL304", "DAL203", "await asgiref.sync.sync_to_async( list(posts), x=1)", "list(posts)"),
        ("DAL508", "DAL207", "login(request)", "login(request)"),
        ("DAL603", "DAL602", "async def view():", "async def view():"),
    ],
)
def test_the_more_specific_rule_wins(winner: str, loser: str, whole: str, part: str) -> None:
    text = f"    {whole}"
    assert shown(text, spot(winner, text, whole), spot(loser, text, part)) == [winner]
    assert shown(text, spot(loser, text, part), spot(winner, text, whole)) == [winner]


@pytest.mark.parametrize(
    ("first", "second", "whole", "part"),
    [
        ("DAL205", "DAL204", "await Post.objects.get(id=1)", "Post.objects.get(id=1)"),
        ("DAL205", "DAL201", "await f(Post.objects.get(id=1))", "Post.objects.get(id=1)"),
        ("DAL304", "DAL201", "sync_to_async(load(Post.objects.first()))", "Post.objects.first()"),
        ("DAL304", "DAL101", "sync_to_async(time.sleep(1))", "time.sleep(1)"),
        ("DAL208", "DAL101", "get_post(load())", "load()"),
        ("DAL101", "DAL201", "load()", "load()"),
    ],
)
def test_other_faults_stand_beside_each_other(first: str, second: str, whole: str, part: str) -> None:
    assert shown(whole, spot(first, whole, whole), spot(second, whole, part)) == [first, second]


# Merging and fingerprints.


def test_one_finding_per_call_site_and_rule_with_the_shortest_path_first() -> None:
    far = at("DAL101", sink="a", steps=(Step("b.py", 1, 1, "x"), Step("c.py", 1, 1, "y")), message="far")
    near = at("DAL101", sink="b", steps=(Step("d.py", 1, 1, "x"),), message="near")
    near_later = at("DAL101", sink="c", steps=(Step("d.py", 2, 1, "x"),), message="later")
    other_rule, other_site = at("DAL102", sink="a"), at("DAL101", line=2, sink="a")
    merged = merge(with_fingerprints([far, near_later, near, near, other_rule, other_site]))
    told = [(each.diagnostic.code, each.diagnostic.message, each.diagnostic.further) for each in merged]
    assert told == [("DAL101", "near", ("c", "a")), ("DAL102", "m1", ()), ("DAL101", "m2", ())]


def test_equals_have_fingerprints_of_their_own_that_lines_do_not_change() -> None:
    def digits(*lines: int) -> list[str]:
        return [
            each.fingerprint for each in with_fingerprints(at("DAL101", line, sink="s") for line in lines)
        ]

    assert len(set(digits(1, 2, 3))) == 3
    assert digits(1, 2, 3) == digits(30, 10, 20)
    assert digits(1, 1) == digits(1)


# The whole recipe, with an analyser that reports where a file says so.

Analyse = Callable[[Project, str], FileAnalysis]


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line `#! CODE path:line` is a diagnostic there, its sink at the place named after it."""

    def analysed(project: Project, path: str) -> FileAnalysis:
        function = AnalysedFunction(path, Entry(path, path, 1, "view"), True, ())
        return FileAnalysis((function,), ())

    class Marked:
        def __init__(self, project: Project) -> None:
            self.project = project
            self.evaluator = SimpleNamespace()
            projects.append(project)

        def analyse(self, path: str) -> FileAnalysis:
            if "crash" in path:
                raise RecursionError("too deep\nfor me")
            return analysed(self.project, path)

        def is_skipped(self, path: str) -> bool:
            return False

        def calls(self) -> dict[str, Calls]:
            kinds = ("resolved", "unresolved", "unresolved", "third_party", "third_party", "third_party")
            counted: Calls = {(n, 0, n, 9): (kind, "x.y" * (kind == "unresolved")) for n, kind in enumerate(kinds)}
            return dict.fromkeys(("views.py", "services.py", "other.py"), counted)

        def contexts(self) -> dict[Node, int]:
            return {}

        def evaluations(self) -> int:
            return 0

        def cut(self) -> int:
            return 0

        def graph(self) -> CallGraph:
            return {}

        def views_reaching(self, entry: Entry, graph: CallGraph) -> tuple[Reach, ...]:
            return ()

    projects: list[Project] = []

    def marks(function: AnalysedFunction) -> Iterator[Diagnostic]:
        text = projects[-1].data(projects[-1].absolute(function.name)).decode()
        for number, line in enumerate(text.splitlines(), 1):
            _, mark, told = line.partition("#! ")
            if "boom" in told:
                raise ValueError("boom")
            if mark:
                code, *steps = told.split("  #")[0].split()
                yield at(
                    code,
                    line=number,
                    path=function.name,
                    entry=function.entry,
                    steps=tuple(Step(s.split(":")[0], int(s.split(":")[1]), 1, "calls") for s in steps),
                )

    monkeypatch.setattr(recipe, "Analyser", Marked)
    monkeypatch.setattr(file_findings, "all_rules", lambda: (Rule("DAL101", "r", "error", "", marks),))


def told(report: Report) -> list[str]:
    return [f"{each.path}:{each.start.line} {each.code}" for each in (f.diagnostic for f in report.findings)]


@pytest.mark.usefixtures("marked")
class TestRecipe:
    FILES: ClassVar = {
        "views.py": "pass\nload()  #! DAL101 services.py:3\n",
        "services.py": "pass\npass\nsleep()\nfetch()  #! DAL102\n",
        "other.py": "x()  #! DAL103\n",
    }

    @pytest.mark.parametrize(
        ("scope", "expected"),
        [
            ("listed", ["services.py:4 DAL102"]),
            ("touched", ["services.py:4 DAL102", "views.py:2 DAL101"]),
            ("project", ["other.py:1 DAL103", "services.py:4 DAL102", "views.py:2 DAL101"]),
        ],
    )
    def test_scope(self, scope: str, expected: list[str], tmp_path: Path) -> None:
        root = write_project(tmp_path, self.FILES)
        report = check([root / "services.py"], Settings({"scope": scope}))
        assert told(report) == expected

    def test_excerpts_hold_what_outputs_show(self, tmp_path: Path) -> None:
        root = write_project(tmp_path, self.FILES)
        report = check([root / "views.py"])
        assert report.excerpts == {
            ("views.py", 1): "pass",
            ("views.py", 2): "load()  #! DAL101 services.py:3",
            ("services.py", 3): "sleep()",
        }

    def test_suppressed_findings_are_counted(self, tmp_path: Path) -> None:
        files = {
            "a.py": "x()  #! DAL101  # noqa: DAL101\ny()  #! DAL101 b.py:1\n",
            "b.py": "s()  # noqa: DAL1\n",
        }
        report = check([write_project(tmp_path, files)])
        assert (told(report), report.summary.suppressed) == ([], 2)

    def test_calls_are_summed(self, tmp_path: Path) -> None:
        root = write_project(tmp_path, self.FILES)
        report = check([root / name for name in self.FILES])
        assert report.summary.calls == CallCounts(3, 6, 9, (("x.y", 6),))
        assert (report.summary.files, report.summary.functions_on_loop) == (3, 3)

    def test_a_crash_is_one_dal003_and_the_run_goes_on(self, tmp_path: Path) -> None:
        files = {"a.py": "x()  #! DAL101\ny()  #! boom\n", "crash.py": "", "z.py": "x()  #! DAL101\n"}
        report = check([write_project(tmp_path, files)])
        assert told(report) == ["a.py:1 DAL003", "a.py:1 DAL101", "crash.py:1 DAL003", "z.py:1 DAL101"]
        messages = [f.diagnostic.message for f in report.findings if f.diagnostic.code == "DAL003"]
        assert messages == [
            "internal error in rule DAL101: ValueError: boom",
            "internal error in the analysis: RecursionError: too deep for me",
        ]

    def test_several_roots_are_told_apart_by_their_paths(self, tmp_path: Path) -> None:
        (tmp_path / ".git").mkdir()
        for site in ("one", "two"):
            write_project(
                tmp_path / site, {"app/views.py": "x()  #! DAL101 app/io.py:1\n", "app/io.py": "pass\n"}
            )
        both = check([tmp_path])
        assert told(both) == ["one/app/views.py:1 DAL101", "two/app/views.py:1 DAL101"]
        assert both.findings[0].diagnostic.steps[0].path == "one/app/io.py"
        assert both.findings[0].diagnostic.entry == Entry("app/views.py", "one/app/views.py", 1, "view")
        assert set(both.excerpts) == {(f"{s}/app/{f}.py", 1) for s in ("one", "two") for f in ("views", "io")}
        alone = check([tmp_path / "one"])
        assert told(alone) == ["app/views.py:1 DAL101"]
        assert alone.findings[0].fingerprint == both.findings[0].fingerprint

    def test_a_buffer_stands_for_its_file(self, tmp_path: Path) -> None:
        root = write_project(tmp_path, self.FILES)
        for name in ("views.py", "new.py"):
            absolute = str(root / name)
            report = check([absolute], buffers={absolute: b"\nx()  #! DAL104\n"})
            assert told(report) == [f"{name}:2 DAL104"]

    def test_no_python_is_a_note(self, tmp_path: Path) -> None:
        assert check([tmp_path]).notes == ("no Python files were found",)


def test_a_manage_inside_a_package_marks_no_root(tmp_path: Path) -> None:
    """Projects that ship `manage.py` with their package import it by the package's name."""
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n', "utf-8")
    models = "from django.db import models\n\nclass Post(models.Model):\n    pass\n"
    view = "from site1.db.models import Post\n\nasync def view(request):\n    return Post.objects.get(pk=1)\n"
    for name, text in {
        "src/site1/__init__.py": "",
        "src/site1/manage.py": "",
        "src/site1/db/__init__.py": "",
        "src/site1/db/models.py": models,
        "src/site1/views.py": view,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    found = [finding.diagnostic for finding in check([tmp_path / "src"]).findings]
    assert [(each.code, each.path, each.start.line) for each in found] == [("DAL201", "src/site1/views.py", 4)]


def test_the_place_of_a_sink_in_a_message_is_that_of_the_report(tmp_path: Path) -> None:
    view = "from shop.io import load\n\n\nasync def view(request):\n    load()\n"
    helper = "import time\n\n\ndef load():\n    time.sleep(1)\n"
    (tmp_path / ".git").mkdir()
    for site in ("one", "two"):
        write_project(tmp_path / site, {"manage.py": "", "shop/views.py": view, "shop/io.py": helper})
    messages = [each.diagnostic.message for each in check([tmp_path / "one", tmp_path / "two"]).findings]
    assert [message.partition(" via ")[2] for message in messages] == [
        f"load() [{site}/shop/io.py:5]" for site in ("one", "two")
    ]
def test_a_part_in_which_all_functions_have_many_contexts_is_cut() -> None:
    few: dict[Node, int] = {("views.py", "f", number, 1): 2 for number in range(MANY_CONTEXTS)}
    assert not is_cut(Part(contexts=few))
    assert is_cut(Part(contexts=few | {("views.py", "f", 0, 1): FEW_CONTEXTS + 1}))


def test_functions_of_which_too_much_is_asked_end_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluate, "MANY_CONTEXTS", 2)
    monkeypatch.setattr(evaluate, "FEW_CONTEXTS", 1)
    text = """
import time
from django.db import models

class Post(models.Model):
    blog = models.ForeignKey("Blog", on_delete=models.CASCADE)

    def wait(self, seconds):
        if seconds == 2:
            time.sleep(seconds)

async def index(request):
    for post in [Post(), await Post.objects.aget(), await Post.objects.select_related("blog").aget()]:
        post.wait(1)
    Post().wait(2)
"""
    report = check([write_project(tmp_path, {"views.py": text})])
    assert report.summary.evaluations_cut > 0
    assert {finding.diagnostic.code for finding in report.findings} <= {"DAL101"}


def test_columns_that_were_assigned_tell_no_callers_apart(tmp_path: Path) -> None:
    text = """
from django.db import models

class Post(models.Model):
    state = models.TextField()
    count = models.IntegerField(default=0)
    blog = models.ForeignKey("Blog", on_delete=models.CASCADE)

    def publish(self):
        self.save()

async def index(request):
    post = await Post.objects.aget()
    post.publish()
    post.state = "new"
    post.publish()
    post.count = 1
    post.publish()
"""
    summary = check([write_project(tmp_path, {"views.py": text})]).summary
    assert (summary.functions_evaluated, summary.evaluations) == (2, 2)
