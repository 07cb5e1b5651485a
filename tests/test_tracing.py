"""`dal why` and `dal graph`: the paths that are told, and that what is written is Mermaid, DOT and JSON."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest

from django_async_lint.call_graph import Call, Graph, Node
from django_async_lint.cli import run
from django_async_lint.output import graphs, schemas
from django_async_lint.tracing import CannotTrace, graph, why
from tests.projects import write_project

FILES = {
    "shop/__init__.py": "",
    "shop/services.py": """\
import time

def rest():
    time.sleep(1)

def load():
    rest()

async def aload():
    load()

def report():
    rest()

def quiet():
    return 1
""",
    "shop/views.py": """\
import asyncio
from shop.services import aload, load, quiet, report

async def index(request):
    await aload()

async def direct(request):
    quiet()
    load()

async def threaded(request):
    await asyncio.to_thread(report)

async def fine(request):
    quiet()
""",
    "shop/other.py": "def load():\n    pass\n\n\nclass Store:\n    def rest(self):\n        return lambda: 1\n",
    "urls.py": "from django.urls import path\nfrom shop import views\n\n"
    "urlpatterns = [path('<slug:a>/', views.index), path('direct/', views.direct), path('t/', views.threaded)]\n",
}  # fmt: skip


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_project(tmp_path, FILES))
    return tmp_path


def places(steps: object) -> list[str]:
    return [f"{step.path}:{step.line}" for step in steps]  # type: ignore[attr-defined]


def test_the_ways_to_a_function_and_from_it(shop: Path) -> None:
    found = why("shop.services.load")
    assert [(each.entry.name, places(each.steps)) for each in found.above] == [
        ("shop.views.direct", ["shop/views.py:9"]),
        ("shop.views.index", ["shop/views.py:5", "shop/services.py:10"]),
    ]
    assert [(each.code, each.sink, places(each.steps)) for each in found.below] == [
        ("DAL101", "time.sleep", ["shop/services.py:7", "shop/services.py:4"])
    ]
    assert found.above[0].entry.route == "/direct/"


def test_the_way_from_a_view_leads_through_coroutines(shop: Path) -> None:
    found = why("index")
    assert (found.function.marks, found.above) == (("entry", "loop"), ())
    (end,) = found.below
    assert places(end.steps) == ["shop/views.py:5", "shop/services.py:10", "shop/services.py:7", "shop/services.py:4"]


@pytest.mark.parametrize("sink", ["time.sleep", "sleep", "DAL101", "shop.services.rest", "rest"])
def test_only_what_was_asked_for(sink: str, shop: Path) -> None:
    ends = why("shop.views.direct", sink).below
    assert [end.steps[-1].line for end in ends] == ([7] if sink.endswith("rest") else [4])


@pytest.mark.parametrize("name", ["shop/services.py:7", "services.load", "shop.services.load"])
def test_a_function_by_place_or_name(name: str, shop: Path) -> None:
    assert why(name).function.name == "shop.services.load"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("load",), "2 functions are called `load`: shop/other.py:1, shop/services.py:6"),
        (("shop.services.lode",), "there is no function `shop.services.lode`"),
        (("oad",), "there is no function `oad`"),
        (("shop/services.py:1",), "shop/services.py:1 lies in no function"),
        (("no.py:1",), "no.py: there is no such file"),
        (("shop.views.direct", "requests.get"), "nothing called `requests.get`"),
    ],
)
def test_what_leads_nowhere_is_told(arguments: tuple[str, ...], told: str, shop: Path) -> None:
    with pytest.raises(CannotTrace) as failure:
        why(*arguments)
    assert told in str(failure.value)
    assert run(["why", *arguments]) == 2


def test_a_function_that_runs_in_a_thread_blocks_nothing(shop: Path) -> None:
    found = why("shop.services.report")
    assert found.function.marks == ("thread",)
    assert [step.message for step in found.above[0].steps] == ["calls `shop.services.report` in a thread"]
    assert why("shop.views.threaded").below == ()
    assert why("quiet").below == ()


def test_a_function_that_nothing_reaches(shop: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["why", "shop.other.load"]) == 0
    assert "Nothing that is known reaches it" in capfd.readouterr().out


def test_the_text(shop: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["why", "shop.services.load"]) == 0
    assert capfd.readouterr().out == """\
shop/services.py:6: shop.services.load (function, on the event loop)

Reached from 2 entry points
  shop.views.direct (view, /direct/, on the event loop)
    shop/views.py:9:5: calls `shop.services.load`
  shop.views.index (view, /<slug:a>/, on the event loop)
    shop/views.py:5:11: calls `shop.services.aload`
    shop/services.py:10:5: calls `shop.services.load`

It leads to
  DAL101 error `time.sleep` blocks the event loop via load() > rest() [shop/services.py:4]
    shop/services.py:7:5: calls `shop.services.rest`
    shop/services.py:4:5: `time.sleep(...)`
"""


def test_in_a_folder_of_a_project_its_paths_are_the_same(
    shop: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(shop / "shop")
    run(["why", "shop.services.load"])
    shown = capfd.readouterr().out
    assert "shop/services.py" in shown and "../" not in shown


def test_the_graph_of_all_findings(shop: Path) -> None:
    found = graph()
    names = {node.name for node in found.nodes}
    assert names == {
        "shop.views.index", "shop.views.direct", "shop.services.aload", "shop.services.load", "shop.services.rest",
        "time.sleep",
    }  # fmt: skip
    marks = {node.name: node.marks for node in found.nodes}
    assert marks["shop.views.index"] == ("entry", "loop")
    assert marks["shop.services.rest"] == ("loop", "blocks")
    assert {(call.caller.name, call.callee.name) for call in found.calls} == {
        ("shop.views.index", "shop.services.aload"),
        ("shop.views.direct", "shop.services.load"),
        ("shop.services.aload", "shop.services.load"),
        ("shop.services.load", "shop.services.rest"),
        ("shop.services.rest", "time.sleep"),
    }


def test_the_graph_of_a_view_shows_what_leaves_the_loop(shop: Path) -> None:
    found = graph("threaded")
    calls = [(call.caller.name, call.callee.name, call.leaves_loop) for call in found.calls]
    assert calls[-1] == ("shop.views.threaded", "shop.services.report", True)
    assert {node.name: node.marks for node in found.nodes}["shop.services.report"] == ("thread",)


def test_what_is_left_out_is_told(
    shop: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("django_async_lint.tracing.MOST_NODES", 3)
    assert run(["graph"]) == 0
    assert capfd.readouterr().err == "dal: 2 more functions are left out; name a TARGET for the calls around it\n"


HOSTILE = Graph(
    (
        Node('a."b"]; end #quot; <script> `x` \\', "a;b.py", 1, "view", '/<int:pk>/"x"/\x1b[0m', ("entry", "loop")),
        Node("a.<lambda>", "end.py", 2, "function", marks=("thread",)),
        Node("time.sleep", "a.py", 3, "sink", codes=("DAL101", "DAL107")),
    ),
    (),
)
MERMAID_NODE = re.compile(r'    n\d+(\(\[|\[\[|\[)"[^"`<>\\;#]*"(\]\)|\]\]|\]):::\w+')
MERMAID_EDGE = re.compile(r"    n\d+ (-->|-\. thread \.->) n\d+")
MERMAID_CLASS = re.compile(r"    classDef \w+ [\w:#,]+")


def is_mermaid(text: str) -> bool:
    """Whether every line is one of a flowchart: labels in quotes hold nothing that is not escaped."""
    first, *lines = text.splitlines()
    unescaped = [re.sub(r"#\d+;|<br/>", "", line) if "classDef" not in line else line for line in lines]
    return first == "flowchart LR" and all(
        MERMAID_NODE.fullmatch(line) or MERMAID_EDGE.fullmatch(line) or MERMAID_CLASS.fullmatch(line)
        for line in unescaped
    )


def test_labels_are_escaped(shop: Path) -> None:
    hostile = Graph(HOSTILE.nodes, (Call(HOSTILE.nodes[0], HOSTILE.nodes[1], "a;b.py", 1, leaves_loop=True),))
    for each in (hostile, graph(), graph("threaded"), Graph((), ())):
        assert is_mermaid(graphs.mermaid(each)), graphs.mermaid(each)
    assert not is_mermaid('flowchart LR\n    n0["a"b"]:::sink\n'), "the check can fail"
    assert "\x1b" not in graphs.mermaid(hostile) + graphs.dot(hostile) + graphs.as_json(hostile)
    strings = re.findall(r'"((?:[^"\\]|\\.)*)"', graphs.dot(hostile))
    assert any(r"a.\"b\"]; end #quot;" in each for each in strings)


def test_json_is_what_its_schema_says(shop: Path, capfd: pytest.CaptureFixture[str]) -> None:
    schema = json.loads(schemas.text("graph"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for target in ([], ["threaded"]):
        assert run(["graph", *target, "--format", "json"]) == 0
        document = json.loads(capfd.readouterr().out)
        jsonschema.validate(document, schema, jsonschema.Draft202012Validator)
        known = {node["id"] for node in document["nodes"]}
        assert known and {end for call in document["calls"] for end in (call["from"], call["to"])} <= known


def test_the_same_bytes_each_time(shop: Path, capfd: pytest.CaptureFixture[str]) -> None:
    outputs = []
    for _ in range(2):
        assert run(["graph", "--format", "dot"]) == 0
        outputs.append(capfd.readouterr().out)
    assert outputs[0] == outputs[1] and outputs[0].startswith("digraph calls {\n")


@pytest.mark.long
def test_graphviz_draws_the_graph(shop: Path) -> None:
    program = shutil.which("dot")
    if program is None:
        pytest.skip("needs Graphviz")
    for each in (HOSTILE, graph(), graph("threaded")):
        done = subprocess.run([program, "-Tsvg"], input=graphs.dot(each), capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        assert done.stdout.count('class="node"') == len(each.nodes)
        assert done.stdout.count('class="edge"') == len(each.calls)


def test_the_page_shows_what_is_printed(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    root = Path(__file__).parent.parent
    page = (root / "docs/graph.md").read_text("utf-8")
    shown = re.search(r"^```console\n\$ dal why (\S+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert shown is not None
    monkeypatch.chdir(root / "examples/bookshop")
    assert run(["why", shown[1]]) == 0
    assert capfd.readouterr().out == shown[2]


def test_a_graph_without_calls_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_project(tmp_path, {"views.py": "async def index(request):\n    return 1\n"}))
    assert run(["graph"]) == 0
    told = capfd.readouterr()
    assert told.out.startswith("flowchart") and "there is nothing to draw" in told.err
