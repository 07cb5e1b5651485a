"""The state of one function while it is evaluated: environment, effects, what it returned and stored.

An environment maps names and access paths (`post`, `post.author`) to values; it is copied where the flow forks
and joined where it meets again. None instead of an environment means that this place is not reached.
"""

import ast
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django_async_lint.diagnostic import Confidence
from django_async_lint.inference.effects import (
    GUARDED,
    RISING,
    Effect,
    EffectKind,
    Fetched,
    Origin,
    Site,
    Wait,
    Waited,
    is_spared_by_twin,
)
from django_async_lint.inference.joining import is_mixed, join
from django_async_lint.inference.values import NOTHING, Key, Union, Value
from django_async_lint.project.modules import Class, Function, Module

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

Environment = dict[str, Value]


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """What evaluating a function for given arguments gave. `stores` are the attributes it set on its first
    parameter (`.name`) and the globals it set (`name`); `closing` is the environment at its exits, kept only
    where nested functions need it; `left` are the model instances given to it of which more is in memory at the
    end; `steps` is what it costs, `length` and `content` how many elements and values in all it returns, as far as
    these are known."""

    value: Value = NOTHING
    effects: tuple[Effect, ...] = ()
    yields: Value = NOTHING
    stores: tuple[tuple[str, Value], ...] = ()
    closing: tuple[tuple[str, Value], ...] = ()
    left: tuple[tuple[str, Value], ...] = ()
    steps: int = 0
    length: int = 0
    content: int = 0
    handed_on: Waited | None = None
    """What the coroutine waits for that a plain function returns."""
    given_back: tuple[Effect, ...] = ()
    """Coroutines that it returns: a fault where a view does."""
    if_async: tuple[Effect, ...] = ()
    sure_if_awaited: int | None = None
    """How many of the effects come before a coroutine is returned, where something else is returned after it: who
    awaits the result has been given the coroutine."""

    def same_as(self, other: "Summary", part: str = "") -> bool:
        """Whether nothing that a caller can see differs, or nothing in the one part that it looks at."""
        if part:
            return bool(getattr(self, part) == getattr(other, part))
        return (
            self.value == other.value
            and self.yields == other.yields
            and self.stores == other.stores
            and self.closing == other.closing
            and self.left == other.left
            and self.sure_if_awaited == other.sure_if_awaited
            and self.handed_on == other.handed_on
            and [(e.identity, e.site, e.depth, e.trail) for e in self.effects]
            == [(e.identity, e.site, e.depth, e.trail) for e in other.effects]
        )


EMPTY = Summary()


@dataclass(slots=True, eq=False)
class Waits:
    """What a function makes to be awaited. `loops` are the loops and comprehensions around the place reached; `called`
    the coroutines of the project that a call makes, `offloaded` what runs in another thread through it, `awaitables`
    what something made here waits for, `handed_on` what the coroutine waits for that a plain function gave."""

    loops: list[ast.expr | ast.stmt] = field(default_factory=list)
    called: dict[ast.AST, dict[Key, None]] = field(default_factory=dict)
    offloaded: dict[ast.AST, tuple[Effect, ...]] = field(default_factory=dict)
    awaitables: dict[Site, Waited] = field(default_factory=dict)
    handed_on: dict[ast.AST, Waited] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Frame:
    """One function, class body or module while it is evaluated. `env` is None where the flow has ended."""

    evaluator: "Evaluator"
    module: Module
    function: Function | None = None
    owner: Class | None = None
    env: Environment | None = field(default_factory=dict)
    captured: Environment = field(default_factory=dict)
    effects: dict[object, Effect] = field(default_factory=dict)
    returned: Value = NOTHING
    yielded: Value = NOTHING
    stores: Environment = field(default_factory=dict)
    closing: Environment | None = None
    muted: int = 0
    elsewhere: int = 0
    """How many calls stand around this place that run what they are given in another thread."""
    doubted: int = 0
    swallowing: int = 0
    expecting: int = 0
    """How many statements around this place take any exception and go on."""
    mixed: int = 0
    """How many values are used around this place that may be of several kinds."""
    starting: int = 0
    """How many calls stand around this place that start a loop for a coroutine."""
    once: int = 0
    """How many conditions stand around this place that hold only the first time."""
    breaks: list[Environment] = field(default_factory=list)
    continues: list[Environment] = field(default_factory=list)
    steps: int = 0
    length: int = 0
    content: int = 0
    lengths: dict[ast.AST, int] = field(default_factory=dict)
    contents: dict[ast.AST, int] = field(default_factory=dict)
    """How much data the calls evaluated here have returned, as far as that is known."""
    coroutine_names: dict[str, tuple[ast.expr, Value]] = field(default_factory=dict)
    given_back: dict[Site, Effect] = field(default_factory=dict)
    if_async: dict[object, Effect] = field(default_factory=dict)
    """What would be done on the loop with what this plain function gives to its framework, if it were a coroutine."""
    before_coroutine: int | None = None
    """How many effects there were when a coroutine was returned first; None where none was."""
    has_other_result: bool = False
    """Whether something else than a coroutine was returned after that."""
    operands: dict[ast.expr, Value] = field(default_factory=dict)
    """Coroutines that a conditional expression or the last operand of `and`, `or` gave, for what tests or drops it."""
    aliases: dict[str, Origin] = field(default_factory=dict)
    """In a template, which variable of its context a name stands for, or each row of which, or what is read of it."""
    _waits: "Waits | None" = None

    @property
    def is_async(self) -> bool:
        """Whether this is the body of an `async def`."""
        return self.function is not None and self.function.is_async

    @property
    def waits(self) -> Waits:
        """What this function makes to be awaited."""
        if self._waits is None:
            self._waits = Waits()
        return self._waits

    def site(self, node: ast.expr | ast.stmt) -> Site:
        """Where a node stands and how it is written, the arguments of a call left out."""
        known = self.module.sites.get(node)
        if known is None:
            source = self.module.source
            if isinstance(node, ast.Call):
                called = source.segment(node.func)
                if called.endswith("…") and isinstance(node.func, ast.Attribute):
                    called = f"{called}.{node.func.attr}"  # what is called tells more than what is cut
                text = f"{called}({'...' if node.args or node.keywords else ''})"
            else:
                text = source.segment(node) if isinstance(node, ast.expr) else ""
            known = self.module.sites[node] = Site(self.module.path, source.span(node), " ".join(text.split()))
        site: Site = known
        return site

    def add(
        self,
        kind: EffectKind,
        sink: str,
        how: str,
        node: ast.expr | ast.stmt,
        *,
        twin: str = "",
        instead: str = "",
        confidence: Confidence = "high",
        fetched: Fetched | None = None,
        origin: Origin | None = None,
    ) -> None:
        """Notes an effect whose sink is here."""
        if self.muted or self.env is None:
            return
        site = self.site(node)
        silenced = site if self.module.source.mentions_noqa(site.span.start.line) else None
        once = self.once > 0
        self.keep(
            Effect(
                kind, sink, how, site, twin, instead, confidence,
                once=once, silenced=silenced, fetched=fetched, origin=origin,
            )
        )  # fmt: skip

    def add_wait(self, node: ast.expr, waited: Waited, form: str) -> None:
        """Notes an await; `node` is what is awaited, iterated or entered."""
        if self.muted or self.env is None:
            return
        loop = self.site(loops[-1]) if (loops := self.waits.loops) else None
        wait = Wait(form, waited.callees, waited.inside, loop)
        self.keep(Effect("awaits", waited.sink, waited.how, self.site(node), wait=wait))

    def has(self, kind: EffectKind, node: ast.expr) -> bool:
        """Whether an effect of this kind was noted at a node."""
        site = self.module.sites.get(node)
        return site is not None and any(e.kind == kind and e.site == site for e in self.effects.values())

    def add_at(self, made: Site, kind: EffectKind, sink: str, how: str, node: ast.expr | ast.stmt) -> None:
        """Notes an effect of a value at the place where the value was made, when that is in this file; what was
        done with it at `node` is then the step below."""
        if self.muted or self.env is None:
            return
        use = Effect(kind, sink, how, self.site(node))
        if made.path != self.module.path or made == use.site:
            self.keep(use)
        else:
            self.keep(Effect(kind, sink, how, made, via=use, depth=1))

    def rise(
        self,
        node: ast.expr | ast.stmt,
        effects: tuple[Effect, ...],
        callee: str,
        steps: int = 0,
        once: bool = False,
        note: str = "",
        only_rising: bool = True,
        own_twin: str = "",
        is_same_twin: bool = False,
        lazily: bool = False,
        on_own_loop: bool = False,
    ) -> None:
        """Notes what a synchronous callee does, at the place where it is called; `steps` is what its loops cost,
        `once` whether it does so only the first time, `note` how messages call what is no function, `only_rising`
        whether effects that have a file of their own to be reported in stay there, `own_twin` the name of the
        callee's own asynchronous form, `is_same_twin` whether its text is the same, `lazily` whether a generator or
        coroutine does it when it is run, `on_own_loop` whether that is on a loop started here."""
        if self.muted or self.env is None:
            return
        self.steps += steps
        if not effects:
            return
        site = self.site(node)
        for effect in effects:
            if (effect.kind in RISING or not only_rising) and not effect.on_own_loop:
                passed = self.evaluator.passed_on(self, node, effect) if effect.origin else (None, None, None)
                fetched, origin, rows = passed
                self.keep(
                    Effect(
                        effect.kind,
                        effect.sink,
                        effect.how,
                        site,
                        effect.twin,
                        effect.instead,
                        effect.confidence,
                        callee,
                        effect,
                        effect.depth + 1,
                        once=effect.once or once or self.once > 0,
                        silenced=effect.silenced,
                        swallowed=effect.swallowed,
                        trail=hash((effect.site, effect.trail)),
                        note=note,
                        lazily=lazily,
                        on_own_loop=on_own_loop,
                        own_twin=own_twin if is_spared_by_twin(effect) else "",
                        is_same_twin=is_same_twin,
                        fetched=fetched,
                        origin=origin,
                        rows=rows,
                    )
                )

    def keep(self, effect: Effect) -> None:
        """Keeps an effect, of two of the same identity at one site that with the shorter path."""
        if self.expecting and effect.kind in GUARDED:
            return
        if self.doubted:
            effect = replace(effect, confidence="low")
        if self.mixed:
            effect = replace(effect, is_mixed=True)
        if self.swallowing and effect.kind in RISING:
            effect = replace(effect, swallowed=True)
        key = (effect.identity, effect.site.span, effect.site.path)
        known = self.effects.get(key)
        if known is None or effect.comes_before(known):
            self.effects[key] = effect

    def offer(self, node: ast.expr, twin: str) -> None:
        """Says of what callees do at a node that an asynchronous form of the call there runs them in a thread."""
        site = self.site(node)
        for key, effect in self.effects.items():
            if effect.site == site and effect.via is not None:
                self.effects[key] = replace(effect, offered=twin)

    def mute(self) -> AbstractContextManager[None]:
        """Effects are not noted meanwhile: what runs here runs elsewhere, or later."""
        return _Muted(self)

    @contextmanager
    def aside(self, node: ast.AST) -> Iterator[None]:
        """Effects are noted meanwhile as those of what runs in another thread through the call at `node`."""
        effects, steps = self.effects, self.steps
        self.effects = {}
        self.elsewhere += 1
        try:
            yield
        finally:
            self.elsewhere -= 1
            if not self.muted:
                self.waits.offloaded[node] = tuple(self.effects.values())
            self.effects, self.steps = effects, steps

    def swallow(self) -> AbstractContextManager[None]:
        """What is raised meanwhile is taken by what stands around."""
        return _Counted(self, "swallowing")

    def expect(self) -> AbstractContextManager[None]:
        """What Django's guard raises meanwhile is what the code is there to show."""
        return _Counted(self, "expecting")

    def using(self, value: Value) -> AbstractContextManager[None]:
        """What is noted meanwhile is an effect of a value, which may be of several kinds."""
        return _Counted(self, "mixed") if type(value) is Union and is_mixed(value) else AS_BEFORE

    def doubt(self) -> AbstractContextManager[None]:
        """Effects noted meanwhile are of low confidence."""
        return _Counted(self, "doubted")

    def bind(self, path: str, value: Value) -> None:
        """Sets a name or access path and forgets what was known of its parts."""
        env = self.env
        if env is None:
            return
        prefix = path + "."
        for known in [name for name in env if name.startswith(prefix)]:
            del env[known]
        env[path] = value

    def fork(self) -> Environment | None:
        """A copy of the environment for another branch."""
        return dict(self.env) if self.env is not None else None


class _Counted:
    """Raises a counter of a frame for as long as it is entered: a tenth of what a generator costs, some hundred
    thousand times a run."""

    __slots__ = ("counter", "frame")

    def __init__(self, frame: Frame, counter: str) -> None:
        self.frame = frame
        self.counter = counter

    def __enter__(self) -> None:
        setattr(self.frame, self.counter, getattr(self.frame, self.counter) + 1)

    def __exit__(self, *error: object) -> None:
        setattr(self.frame, self.counter, getattr(self.frame, self.counter) - 1)


class _Muted:
    """The same for the counter that is raised by far the most often."""

    __slots__ = ("frame",)

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    def __enter__(self) -> None:
        self.frame.muted += 1

    def __exit__(self, *error: object) -> None:
        self.frame.muted -= 1


AS_BEFORE = nullcontext()
"""What stands for a counter that is not raised."""


def merged(first: Environment | None, second: Environment | None) -> Environment | None:
    """The environment where two branches meet; what only one knows of an access path is forgotten."""
    if first is None:
        return second
    if second is None:
        return first
    if first is second:
        return first
    joined: Environment = {}
    for name, value in first.items():
        other = second.get(name)
        if other is None:
            if "." not in name:
                joined[name] = value
        else:
            joined[name] = value if value is other else join(value, other)
    for name, value in second.items():
        if name not in first and "." not in name:
            joined[name] = value
    return joined


def access_path(node: ast.expr) -> str | None:
    """`a` or `a.b.c` for a name or a chain of attributes, else None."""
    if isinstance(node, ast.Name):
        return node.id
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    parts.append(node.id)
    return ".".join(reversed(parts))
