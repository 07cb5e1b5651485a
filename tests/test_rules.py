"""Rules over effects made by hand: every kind is some rule's; severities, messages and help lines."""

from dataclasses import replace
from typing import get_args

import pytest

from django_async_lint.diagnostic import Diagnostic, Entry
from django_async_lint.inference.analysis import AnalysedFunction, Effect, EffectKind, Site
from django_async_lint.rules.cannot_parse import hint
from django_async_lint.rules.registry import all_rules, offloaded, short, to_thread
from django_async_lint.source import Position, Span

SITE = Site("views.py", Span(Position(3, 5), Position(3, 12)), "fetch(1)")
HOWS = {
    "blocks": [
        "sleep",
        "http",
        "subprocess",
        "file",
        "stat",
        "socket",
        "sdk",
        "wait",
        "loop",
        "service",
        "template",
    ],
    "queries": ["get"],
    "evaluates": ["for", "comprehension", "list", "len", "bool", "in", "index", "unpack", "str"],
    "loads": ["relation", "deferred", "reverse"],
    "transacts": ["with", "decorator", "view", "endpoint", "call"],
    "locks": ["PostgreSQL", ""],
    "awaits_sync": ["query", "queryset", "value"],
    "drops_coroutine": ["statement", "assigned", "collected"],
    "drops_task": ["statement", "assigned"],
    "starts_task": ["thread"],
    "uses_coroutine": [
        "attribute",
        "condition",
        "index",
        "compare",
        "format",
        "serialise",
        "call",
        "function",
        "store",
        "given",
        "response",
        "cached",
        "again",
    ],
    "offloads_wrongly": ["called", "uncalled", "coroutine_function"],
    "iterates_wrongly": [
        "for",
        "async_for",
        "with",
        "async_with",
        "text",
        "uncalled",
        "await_function",
        "stream",
        "stream_memory",
        "stream_async",
    ],
    "loops": ["50,000,000 rounds", ""],
    "computes": ["password hashing", ""],
    "misdeclares": ["unflagged", "unmarked", "undeclared", "neither", "sync_call", "turned_sync"],
    "holds_worker": ["4", ""],
    "forbids_async": ["1", "3"],
    "unguards": ["environment", "commands", "connections"],
    "mixes_handlers": ["async `post` of `views.Cart`; sync `get` of `views.Cart`"],
    "decorates": ["breaks", "blocks", "queries"],
    "hands_over": ["never runs"],
    "guards_dispatch": ["mixin", "decorator", "hook"],
    "waits_in_turn": ["network"],
    "waits_each_round": ["query", "network"],
    "needs_no_async": ["never", "threads"],
    "holds_thread": ["http", "sdk"],
}
EFFECTS = [
    Effect(kind, "shop.models.Post.author", how, SITE, twin=twin)
    for kind in get_args(EffectKind)
    if kind != "awaits"  # no fault: the rules of advice read many at once
    for how in HOWS[kind]
    for twin in ("aget", "")
]


def found(effect: Effect, on_loop: bool = True) -> list[Diagnostic]:
    """What all rules together say of a function with this effect."""
    entry = Entry("views.index", "views.py", 1, "view")
    function = AnalysedFunction("views.index", entry, on_loop, (effect,), is_async=True)
    return [diagnostic for rule in all_rules() for diagnostic in rule.check(function)]


def below(effect: Effect, callee: str = "shop.io.load") -> Effect:
    """The effect as a caller has it."""
    return replace(effect, callee=callee, via=effect, depth=effect.depth + 1)


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda effect: f"{effect.kind} {effect.how} {effect.twin}")
def test_an_effect_is_one_rules_and_says_what_to_do(effect: Effect) -> None:
    for each in (effect, below(effect), below(below(effect))):
        (one,) = found(each)
        assert one.help and not one.help.endswith(")(...)(...)") and "{" not in one.help + one.message
        assert not one.message.removesuffix("...").endswith(".") and "\n" not in one.message + one.help
    found(effect, on_loop=False)


def test_severities() -> None:
    severity = {(effect.kind, effect.how): found(effect)[0].severity for effect in EFFECTS}
    milder = {pair: level for pair, level in severity.items() if level != "error"}
    assert milder == {
        ("blocks", "http"): "warning",
        ("blocks", "subprocess"): "warning",
        ("blocks", "file"): "warning",
        ("blocks", "stat"): "info",
        ("blocks", "socket"): "warning",
        ("blocks", "sdk"): "warning",
        ("blocks", "wait"): "warning",
        ("blocks", "service"): "warning",
        ("blocks", "template"): "info",
        ("drops_task", "statement"): "info",
        ("drops_task", "assigned"): "info",
        ("loops", "50,000,000 rounds"): "warning",
        ("loops", ""): "warning",
        ("computes", "password hashing"): "warning",
        ("computes", ""): "warning",
        ("holds_worker", "4"): "info",
        ("holds_worker", ""): "info",
        ("iterates_wrongly", "stream"): "info",
        ("iterates_wrongly", "stream_memory"): "info",
        ("iterates_wrongly", "stream_async"): "info",
        ("unguards", "environment"): "warning",
        ("unguards", "commands"): "warning",
        ("unguards", "connections"): "warning",
        ("decorates", "blocks"): "warning",
        ("waits_in_turn", "network"): "info",
        ("waits_each_round", "query"): "info",
        ("waits_each_round", "network"): "info",
        ("needs_no_async", "never"): "info",
        ("needs_no_async", "threads"): "info",
        ("holds_thread", "http"): "info",
        ("holds_thread", "sdk"): "info",
    }


def test_the_twin_decides_between_the_two_query_rules() -> None:
    query = Effect("queries", "QuerySet.get", "get", SITE, twin="aget")
    assert [(one.code, one.help) for one in found(query)] == [("DAL201", "use `await ...aget(...)`")]
    (one,) = found(replace(query, twin=""))
    assert (one.code, one.help) == ("DAL202", "wrap it: `await sync_to_async(fetch)(...)`")


def test_an_iterating_twin_is_not_awaited() -> None:
    (one,) = found(Effect("queries", "QuerySet.iterator", "iterator", SITE, twin="aiterator"))
    assert "async for" in one.help and "await" not in one.help and one.fix is None


def test_a_helper_borne_finding_names_the_path_and_both_ways_out() -> None:
    sleep = Effect("blocks", "time.sleep", "sleep", SITE, instead="use `await asyncio.sleep(...)`")
    (one,) = found(below(below(sleep, "shop.io.fetch"), "shop.services.load"))
    assert one.message == "`time.sleep` blocks the event loop via load() > fetch() [views.py:3]"
    assert one.help == (
        "offload the call: `await sync_to_async(fetch)(...)`; "
        "or make `fetch` async and there use `await asyncio.sleep(...)`"
    )
    assert one.fix is not None and one.fix.applicability == "unsafe" and len(one.steps) == 2


def _is_safe(diagnostic: Diagnostic) -> bool:
    return diagnostic.fix is not None and diagnostic.fix.applicability == "safe"


def test_only_what_stands_at_the_call_site_is_safe_to_fix() -> None:
    for effect in EFFECTS:
        if effect.kind in ("blocks", "queries", "evaluates"):
            assert all(one.fix is None or one.fix.applicability == "unsafe" for one in found(below(effect)))
    sleep = Effect("blocks", "time.sleep", "sleep", SITE)
    made_elsewhere = Effect("uses_coroutine", "shop.tasks.load", "format", SITE)
    assert not any(_is_safe(one) for one in found(made_elsewhere)), "what stands there is not the call of the coroutine"
    text = SITE._replace(text="Post.objects.filter(pk=1).get()")
    queries = [
        Effect("queries", "QuerySet.get", "get", text, twin="aget"),
        Effect("awaits_sync", "QuerySet.get", "query", text, twin="aget"),
    ]
    wrapped = Effect("offloads_wrongly", "asgiref.sync.sync_to_async", "called", SITE)
    assert {one.code for effect in (*EFFECTS, *queries, sleep, wrapped) for one in found(effect) if _is_safe(one)} == {
        "DAL101",
        "DAL201",
        "DAL203",
        "DAL205",
        "DAL301",
        "DAL303",
        "DAL304",
        "DAL305",
    }


def test_a_call_in_a_thread_is_shown_as_it_can_be_written() -> None:
    def at_site(text: str) -> Effect:
        return Effect("blocks", "a.b", "file", SITE._replace(text=text))

    assert to_thread(at_site("open('a.txt')")) == "await asyncio.to_thread(open, ...)"
    assert (
        to_thread(at_site("Path('a').read_text()"))
        == "await asyncio.to_thread(lambda: Path('a').read_text())"
    )
    assert offloaded(at_site("post.byline")) == "await sync_to_async(lambda: post.byline)()"


@pytest.mark.parametrize(
    ("dotted", "shown"),
    [
        ("shop.models.Post.author", "Post.author"),
        ("QuerySet[shop.models.Post]", "QuerySet[Post]"),
        ("asyncio.sleep", "asyncio.sleep"),
        ("Post.author", "Post.author"),
    ],
)
def test_names_of_models_are_short(dotted: str, shown: str) -> None:
    assert short(dotted) == shown


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("def async my_view(request):", "write `async def my_view(`"),
        ("    async my_view(request):", "write `async def my_view(`"),
        ("async def my_view(request):", ""),
        ("async for row in rows():", ""),
        ("async with lock():", ""),
        ("def view(request:", ""),
    ],
)
def test_the_hint_for_a_misplaced_async(line: str, advice: str) -> None:
    assert hint(line) == advice


@pytest.mark.parametrize(
    ("line", "is_old"),
    [
        ("    print 'x'", True),
        ('exec "x = 1"', True),
        ("except ValueError, error:", True),
        ("except ValueError, KeyError:", False),
        ("except (ValueError, error:", False),
        ("if first <> second:", True),
        ("raise ValueError, 'x'", True),
        ("printer = 1 +", False),
        ("print (x", False),
    ],
)
def test_the_hint_for_python_2_is_given_for_what_does_not_parse(line: str, is_old: bool) -> None:
    assert ("Python 2" in hint(line, "cannot parse the file: invalid syntax")) is is_old
    assert hint(line) == ""


def test_a_special_method_is_not_told_to_become_async() -> None:
    sleep = Effect("blocks", "time.sleep", "sleep", SITE, instead="use `await asyncio.sleep(...)`")
    (one,) = found(below(sleep, "shop.models.Post.__str__"))
    assert one.help == "offload the call: `await sync_to_async(fetch)(...)`"
