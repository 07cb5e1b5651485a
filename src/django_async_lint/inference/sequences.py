"""Awaits one after another that could wait together: which of them need nothing of each other, by what they wait for
and by the text around them.

Only waiting that ends elsewhere gains from company: queries of one request share one thread, whatever awaits them.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django_async_lint.inference import awaiting, dependence
from django_async_lint.inference.effects import Effect
from django_async_lint.knowledge import awaited
from django_async_lint.project.modules import Function
from django_async_lint.project.trees import all_nodes
from django_async_lint.source import Span

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

SIMPLE = (ast.Assign, ast.AnnAssign, ast.Expr, ast.Return, ast.AugAssign)
HARMLESS = frozenset({"context", "together", "sleep"})


@dataclass(slots=True, eq=False)
class Body:
    """One function with its awaits by place."""

    evaluator: "Evaluator"
    function: Function
    awaits: dict[Span, Effect]
    transactions: frozenset[Span]

    def effect(self, node: ast.expr) -> Effect | None:
        """The await of what stands at a node."""
        return self.awaits.get(self.function.module.source.span(node))

    def may_gain(self, effect: Effect) -> bool:
        """Whether an await, or an `async with` that asks for something, may wait beside others."""
        if effect.wait is not None and effect.wait.form == "with":
            return effect.how == "network" and awaiting.reads_only(effect.sink)
        return gains(self.evaluator, effect)

    def gains(self, node: ast.Await) -> bool:
        """Whether an await waits for others over the network, changes nothing there and is not told apart in time."""
        effect = self.effect(node.value)
        return effect is not None and not _streams(node.value) and gains(self.evaluator, effect)


@dataclass(frozen=True, slots=True)
class Part:
    """An await that may wait beside others: its effect, the paths that it reads, and how it is written."""

    effect: Effect
    reads: frozenset[str]
    text: str


@dataclass(slots=True)
class Chain:
    """An await, and the paths that hold what came of it and of what was awaited with that."""

    first: Part
    results: set[str]


@dataclass(slots=True)
class Run:
    """Chains of one block that need nothing of each other."""

    chains: list[Chain] = field(default_factory=list)
    reads: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)

    def needed(self, part: Part) -> list[Chain]:
        """The chains whose results an await needs."""
        return [chain for chain in self.chains if dependence.touch(part.reads, chain.results)]


def body_of(evaluator: "Evaluator", function: Function, effects: Iterable[Effect]) -> Body:
    """A function with those of its effects that tell how it waits."""
    path = function.module.path
    own = [effect for effect in effects if effect.site.path == path]
    waits = {effect.site.span: effect for effect in own if effect.kind == "awaits"}
    return Body(evaluator, function, waits, frozenset(e.site.span for e in own if e.kind == "transacts"))


def gains(evaluator: "Evaluator", effect: Effect) -> bool:
    """Whether waiting so beside others takes less time and surely changes nothing."""
    if effect.wait is None or effect.wait.form != "await":
        return False
    if effect.how == "network":
        return awaiting.reads_only(effect.sink)
    if effect.how != "project" or changes(effect.sink):
        return False
    is_reading = _first_word(effect.sink) in awaited.READING
    is_waiting = False
    for each in awaiting.ends(evaluator, effect):
        if not _changes_nothing(each, is_reading):
            return False
        is_waiting = is_waiting or each.how in ("network", "sleep")
    return is_waiting and not _keeps_something(evaluator, effect)


def _changes_nothing(effect: Effect, is_reading: bool) -> bool:
    """Whether an await inside a coroutine is harmless beside others; one whose name says that it reads may ask by
    `post`, as searches and models do."""
    if effect.how != "network":
        return effect.how in HARMLESS
    asks = effect.sink.rpartition(".")[2] in ("post", "request") and is_reading
    return asks or awaiting.reads_only(effect.sink)


def _streams(node: ast.expr) -> bool:
    """Whether a call asks for an answer in pieces."""
    return isinstance(node, ast.Call) and any(word.arg == "stream" for word in node.keywords)


def changes(sink: str) -> bool:
    """Whether a function's name tells that it changes something or prepares it for others."""
    first = _first_word(sink)
    return first in awaited.CHANGING or (first[:1] == "a" and first[1:] in awaited.CHANGING)


def _first_word(sink: str) -> str:
    words = (word for word in sink.rpartition(".")[2].lower().split("_") if word not in ("", "a", "async", "do"))
    return next(words, "")


def _keeps_something(evaluator: "Evaluator", effect: Effect) -> bool:
    """Whether a coroutine of the project, or one that it awaits, sets attributes or globals."""
    pending = list(effect.wait.callees if effect.wait is not None else ())
    seen = set(pending)
    while pending:
        summary = evaluator.summary(pending.pop())
        if summary.stores:
            return True
        for inner in summary.effects:
            for key in inner.wait.callees if inner.wait is not None else ():
                if key not in seen:
                    seen.add(key)
                    pending.append(key)
    return False


def runs(body: Body) -> Iterator[Effect]:
    """Each run of such awaits as one effect at the first of them; the others follow it."""
    if sum(map(body.may_gain, body.awaits.values())) < 2:
        return
    node = body.function.node
    if isinstance(node, ast.Lambda):
        return
    for block in _blocks(body, node.body):
        for run in _runs_of(body, block):
            yield _as_effect(run)


def _as_effect(run: Run) -> Effect:
    first, *others = (chain.first.effect for chain in run.chains)
    following = tuple(replace(each, note=f"`{each.site.text}` waits next") for each in others)
    names = " ".join(dict.fromkeys(chain.first.effect.sink for chain in run.chains))
    return Effect("waits_in_turn", names, "network", first.site, before=following)


def _blocks(body: Body, statements: list[ast.stmt]) -> Iterator[list[ast.stmt]]:
    """A list of statements and those inside it in which awaits may be set side by side."""
    yield statements
    for statement in statements:
        match statement:
            case ast.If() | ast.For() | ast.AsyncFor():
                yield from _blocks(body, statement.body)
                yield from _blocks(body, statement.orelse)
            case ast.With() | ast.AsyncWith() if is_open(body, statement):
                yield from _blocks(body, statement.body)
            case ast.Try() | ast.TryStar():
                yield from _blocks(body, statement.body)
                yield from _blocks(body, statement.orelse)
                for handler in statement.handlers:
                    yield from _blocks(body, handler.body)
            case ast.Match():
                for case in statement.cases:
                    yield from _blocks(body, case.body)


def is_open(body: Body, node: ast.With | ast.AsyncWith) -> bool:
    """Whether what stands under a context manager may run side by side: no lock, no transaction, nothing unknown."""
    for item in node.items:
        span = body.function.module.source.span(item.context_expr)
        if span in body.transactions or "lock" in ast.dump(item.context_expr).lower():
            return False
        if isinstance(node, ast.AsyncWith):
            effect = body.awaits.get(span)
            if effect is None:
                return False
            hows = {each.how for each in awaiting.ends(body.evaluator, effect)}
            if not hows <= {"context", "network", "file", "together"}:
                return False
    return True


def _runs_of(body: Body, block: list[ast.stmt]) -> Iterator[Run]:
    """The runs of one list of statements, each of two chains or more."""
    run = Run()
    for statement in block:
        parts = _parts(body, statement)
        if run.chains and not _continues(run, statement, parts):
            if len(run.chains) > 1:
                yield run
            run = Run()
        _take(run, statement, parts)
        if run.chains and dependence.leaves(statement):
            if len(run.chains) > 1:
                yield run
            run = Run()
    if len(run.chains) > 1:
        yield run


def _take(run: Run, statement: ast.stmt, parts: list[Part]) -> None:
    """Makes a statement part of a run: a new chain for what needs none, else more of the chain that it needs."""
    for chain in run.chains:
        dependence.spread(statement, chain.results)
    results = set(dependence.made(statement))
    for part in parts:
        needed = run.needed(part)
        if not needed and _is_request(part.effect):
            run.chains.append(Chain(part, set(results)))
        for chain in needed:
            chain.results |= results
        run.reads |= part.reads
        run.texts.add(part.text)


def _is_request(effect: Effect) -> bool:
    """Whether an await asks for something new, and does not only read what an answer holds."""
    return effect.how == "project" or not any(effect.sink.startswith(f"{each}.") for each in awaited.ANSWERS)


def _continues(run: Run, statement: ast.stmt, parts: list[Part]) -> bool:
    """Whether a statement may stand in or under a run: it needs at most one chain, changes nothing that was read, and
    does not leave; what it awaits may wait beside the others."""
    if not parts:
        waits = (ast.Await, ast.AsyncFor, ast.AsyncWith)
        is_waiting = any(isinstance(part, waits) for part in all_nodes(statement))
        is_scope = isinstance(statement, (ast.With, ast.While, ast.Try, ast.TryStar))
        if is_waiting or is_scope or dependence.leaves(statement):
            return False
        return not dependence.touch(dependence.made(statement) - dependence.bound(statement), run.reads)
    needed = [run.needed(part) for part in parts]
    return all(len(each) < 2 for each in needed) and not any(part.text in run.texts for part in parts)


def _parts(body: Body, statement: ast.stmt) -> list[Part]:
    """The awaits of a statement where all of them may wait beside others; none for any other statement."""
    awaits = dependence.awaits_of(statement)
    if isinstance(statement, ast.AsyncWith):
        return _parts_of_request(body, statement, awaits)
    if not isinstance(statement, SIMPLE) or set(awaits) != dependence.once(statement):
        return []
    if isinstance(statement, ast.Expr) and statement.value in awaits and not _only_sleeps(body, awaits[0]):
        return []
    return [_part(body, each.value) for each in awaits] if all(map(body.gains, awaits)) else []


def _parts_of_request(body: Body, statement: ast.AsyncWith, awaits: list[ast.Await]) -> list[Part]:
    """`async with session.get(url) as answer:` with what is done with the answer."""
    if len(statement.items) != 1 or dependence.leaves(statement):
        return []
    effect = body.effect(statement.items[0].context_expr)
    if effect is None or effect.how != "network" or not awaiting.reads_only(effect.sink):
        return []
    inner = [part for each in statement.body for part in all_nodes(each)]
    if any(isinstance(part, (ast.AsyncFor, ast.AsyncWith)) for part in inner) or not all(map(body.gains, awaits)):
        return []
    own = dependence.bound(statement)
    reads = frozenset(path for path in dependence.used(statement) if path.partition(".")[0] not in own)
    return [Part(effect, reads, ast.dump(statement.items[0].context_expr))]


def _part(body: Body, node: ast.expr) -> Part:
    effect = body.effect(node)
    assert effect is not None
    return Part(effect, dependence.used(node), ast.dump(node))


def _only_sleeps(body: Body, node: ast.Await) -> bool:
    effect = body.effect(node.value)
    if effect is None or effect.how != "project":
        return False
    return {each.how for each in awaiting.ends(body.evaluator, effect)} == {"sleep"}
