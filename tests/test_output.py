"""Every output as a pure function of a report: snapshots, the SARIF schema, hostile checkouts."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion

from django_async_lint.diagnostic import (
    CallCounts,
    Diagnostic,
    Entry,
    Finding,
    FixIntent,
    Reach,
    Report,
    Step,
    Summary,
    fingerprint,
)
from django_async_lint.output import github, gitlab, json_lines, junit, rdjson, sarif, text
from django_async_lint.output import json as json_output
from django_async_lint.rules.registry import URL
from django_async_lint.source import Position

SCHEMA = json.loads((Path(__file__).parent / "schemas/sarif-2.1.0-rtm.5.json").read_text("utf-8"))
HOSTILE = "::error::pwn,x:y%0A\n\x1b[31m\u202e##vso[task.setvariable]##[add-path]\udcff.py"
OUTPUTS = {
    "full": text.full,
    "concise": text.concise,
    "json": json_output.render,
    "json-lines": json_lines.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "junit": junit.render,
    "rdjson": rdjson.render,
    "sarif": sarif.render,
}

LAZY = Diagnostic(
    code="DAL204",
    rule="lazy-relation",
    severity="error",
    confidence="high",
    path="shop/views.py",
    start=Position(11, 25),
    end=Position(11, 38),
    message="`Post.author` is loaded lazily via load() > name_of() [shop/services.py:5]",
    help="load it with the query: `select_related('author')`",
    entry=Entry("shop.views.index", "shop/views.py", 8, "view"),
    steps=(
        Step("shop/services.py", 12, 12, "calls `shop.services.name_of`"),
        Step("shop/services.py", 5, 12, "`post.author`"),
    ),
    sink="shop.models.Post.author",
    callee="load(request)",
    function="shop.views.index",
    further=("Post.editor", "Author.home"),
)
SLEEP = Diagnostic(
    code="DAL101",
    rule="blocking-sleep",
    severity="warning",
    confidence="medium",
    path="shop/views.py",
    start=Position(20, 16),
    end=Position(22, 6),
    message="`time.sleep` blocks the event loop",
    help="`await asyncio.sleep(...)`",
    entry=Entry("shop.views.slow", "shop/views.py", 19, "view"),
    sink="time.sleep",
    callee="time.sleep(…",
    function="shop.views.slow",
    fix=FixIntent("replace-sleep", "safe", "Replace with `await asyncio.sleep(...)`"),
)
BROKEN = Diagnostic(
    code="DAL001",
    rule="cannot-parse",
    severity="info",
    confidence="high",
    path="shop/a broken é.py",
    start=Position(1, 5),
    end=Position(1, 5),
    message="cannot parse the file: invalid syntax",
)
EXCERPTS = {
    ("shop/views.py", 8): "async def index(request):",
    ("shop/views.py", 11): '    return JsonResponse(load(request), "é😀")',
    ("shop/views.py", 19): "async def slow(request):",
    ("shop/views.py", 20): '\ts = "日本é"; time.sleep(',
    ("shop/services.py", 5): "    return post.author.name",
    ("shop/services.py", 12): "    return name_of(post)",
    ("shop/a broken é.py", 1): "def async view(request):",
}
REACH = (
    Reach("shop.views.index", "/", "shop/views.py", 8),
    Reach("shop.views.feed", "", "shop/views.py", 30),
)


def report(*diagnostics: Diagnostic, excerpts: dict[tuple[str, int], str] | None = None) -> Report:
    """A report that shows these diagnostics."""
    findings = tuple(
        Finding(
            each,
            fingerprint(each, each.sink, 0),
            URL.format(code=each.code),
            REACH if each is LAZY else (),
            len(REACH) if each is LAZY else 0,
        )
        for each in diagnostics
    )
    summary = Summary(files=214, functions_on_loop=37, calls=CallCounts(930, 41, 66), suppressed=3)
    return Report(findings, summary, EXCERPTS if excerpts is None else excerpts)


@pytest.mark.parametrize("name", OUTPUTS)
def test_snapshot(name: str, snapshot: SnapshotAssertion) -> None:
    rendered = OUTPUTS[name](report(BROKEN, LAZY, SLEEP))
    if name == "sarif":
        rendered = json.dumps(json.loads(rendered)["runs"][0]["results"], indent=2)
    assert rendered == snapshot


def test_snapshot_in_colour(snapshot: SnapshotAssertion) -> None:
    assert text.full(report(LAZY, SLEEP), color=True).replace("\x1b", "ESC") == snapshot


def test_a_clean_report(snapshot: SnapshotAssertion) -> None:
    rendered = {name: render(report()) for name, render in OUTPUTS.items() if name not in ("sarif", "json")}
    assert rendered == snapshot


def test_json_has_the_documented_keys_in_their_order() -> None:
    document = json.loads(json_output.render(report(LAZY, SLEEP)))
    assert list(document) == ["schema", "version", "summary", "diagnostics"]
    assert list(document["summary"]) == ["files", "functions_on_loop", "calls", "suppressed", "baselined"]
    first, second = document["diagnostics"]
    assert list(first) == list(second) == [
        "code", "rule", "severity", "confidence", "path", "start", "end", "message", "help", "url", "entry",
        "steps", "reached_from", "reached_from_count", "other_call_sites", "fix", "fingerprint",
    ]  # fmt: skip
    assert (first["fix"], second["fix"]) == (None, None)  # what a rule intends is no edit yet


def test_sarif_keeps_the_published_schema() -> None:
    hostile = Diagnostic(
        "DAL003", "internal-error", "error", "high", HOSTILE, Position(1, 1), Position(1, 1), "m\x1b[0m\n"
    )
    for each in (report(), report(BROKEN, LAZY, SLEEP), report(hostile)):
        jsonschema.validate(json.loads(sarif.render(each)), SCHEMA)


def test_sarif_tells_the_path_as_a_code_flow() -> None:
    run = json.loads(sarif.render(report(LAZY)))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    (flow,) = result["codeFlows"][0]["threadFlows"]
    places = [step["location"]["physicalLocation"] for step in flow["locations"]]
    assert [place["region"]["startLine"] for place in places] == [11, 12, 5]
    assert {place["artifactLocation"]["uriBaseId"] for place in places} == {"%SRCROOT%"}
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "DAL204"
    assert result["relatedLocations"][0]["physicalLocation"] == places[-1]


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_hostile_checkout_cannot_speak(name: str) -> None:
    """No control character, no line that begins as a workflow command, no build service command gets out."""
    place = Position(3, 2)
    step = Step(HOSTILE, 4, 1, HOSTILE)
    hostile = Diagnostic(
        "DAL101", "blocking-sleep", "error", "high", HOSTILE, place, place, HOSTILE, HOSTILE,
        Entry(HOSTILE, HOSTILE, 2, "view"), (step,), HOSTILE, HOSTILE, HOSTILE,
    )  # fmt: skip
    excerpts = {(HOSTILE, line): HOSTILE for line in (2, 3, 4)}
    rendered = OUTPUTS[name](report(hostile, excerpts=excerpts))
    assert all(each.isprintable() or each == "\n" for each in rendered)
    assert "##vso[" not in rendered and "##[" not in rendered
    rendered.encode("utf-8")
    commands = [line for line in rendered.splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == (name == "github")
    if name == "github":
        properties, _, message = commands[0].removeprefix("::error ").partition("::")
        assert [part.partition("=")[0] for part in properties.split(",")] == [
            "file", "line", "endLine", "col", "endColumn", "title",
        ]  # fmt: skip
        assert "%0A" not in message.replace("%250A", "")


@pytest.mark.parametrize("name", ["full", "concise"])
def test_a_line_is_never_wrapped(name: str) -> None:
    long = Diagnostic(
        "DAL101",
        "r",
        "error",
        "high",
        "a/" * 200 + "b.py",
        Position(1, 1),
        Position(1, 2),
        "word " * 100 + "end",
    )
    header = OUTPUTS[name](report(long)).splitlines()[0]
    assert header.endswith("end") and header.startswith("a/a/")


def test_of_a_very_long_path_people_are_shown_the_ends() -> None:
    steps = tuple(Step("shop/deep.py", line, 5, f"calls `shop.deep.f{line}`") for line in range(3000))
    long, short = report(replace(LAZY, steps=steps)), report(replace(LAZY, steps=steps[:24]))
    for render in (text.full, junit.render):
        rendered = render(long)
        assert "… 2,984 more calls …" in rendered
        assert [rendered.count(f"f{line}`") for line in (0, 7, 8, 2991, 2992, 2999)] == [1, 1, 0, 0, 1, 1]
        assert "more calls" not in render(short)
    assert len(json.loads(json_output.render(long))["diagnostics"][0]["steps"]) == 3000
