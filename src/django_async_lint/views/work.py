"""What a view waits for, what blocks under it and what computes: from effects and from what the rules say of them."""

from collections.abc import Iterable, Iterator
from functools import cache

from django_async_lint.diagnostic import Diagnostic, Severity, Step
from django_async_lint.inference import awaiting, channel_layers, failures, unknown_calls
from django_async_lint.inference.effects import Effect, steps_of
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.routes import RoutedView
from django_async_lint.inference.unknown_calls import UnknownCall
from django_async_lint.knowledge import routing
from django_async_lint.project.modules import Class, Function
from django_async_lint.rules.registry import all_rules
from django_async_lint.survey import Work
from django_async_lint.views.following import Reached, step_at

HOW_OF_BLOCKING: dict[str, str] = {
    "sleep": "sleep", "http": "network", "socket": "network", "sdk": "network", "subprocess": "process",
    "file": "file", "stat": "", "template": "", "wait": "wait", "loop": "loop", "service": "service",
}  # fmt: skip
DATABASE_EFFECTS = frozenset({"queries", "evaluates", "loads", "transacts"})
COMPUTING_EFFECTS = frozenset({"loops", "computes"})
HOW_OF_CODE: dict[str, str] = {
    "DAL101": "sleep", "DAL102": "network", "DAL103": "process", "DAL104": "file", "DAL105": "network",
    "DAL106": "network", "DAL107": "wait", "DAL108": "loop", "DAL109": "service",
    "DAL2": "database", "DAL3": "coroutine", "DAL4": "processor", "DAL5": "django",
}  # fmt: skip
"""The kind of work behind a code or a family of codes; others say nothing of what a view does."""
OWN_TWIN = "DAL208"
"""Says of a call what another rule would: that it blocks, or, as an error, that it asks the database."""
NO_FAULT_OF_THE_LOOP = frozenset({"DAL306", "DAL505"})
"""Findings that stop nothing: a task that may end early, a stream that Django reads in a thread."""
TRIFLES = frozenset({"importlib.metadata.version", "importlib.metadata.metadata"})
"""Reads of some tenths of a millisecond, told by `dal check` and no reason for or against async."""
PASSING = frozenset({"project", "together", "context", "turn"})
"""Kinds of `awaits` that are no wait of their own: what they lead to is, or nothing."""


def waits_of_sync(evaluator: Evaluator, reached: Reached) -> Iterator[Work]:
    """What a synchronous function waits for, its helpers included."""
    for effect in _told(evaluator, reached):
        how = _how_of_wait(effect)
        if how and effect.sink not in TRIFLES and not failures.is_after_failure(evaluator, effect):
            yield _work(effect, how, reached.way)


def computing_of_sync(evaluator: Evaluator, reached: Reached) -> Iterator[Work]:
    """What keeps the processor busy in a synchronous function, its helpers included."""
    for effect in _told(evaluator, reached):
        if effect.kind in COMPUTING_EFFECTS and effect.how not in ("busy", "polls"):
            yield _work(effect, "processor", reached.way)


def _told(evaluator: Evaluator, reached: Reached) -> list[Effect]:
    """The effects that are sure and happen on each request, in source order."""
    effects = (e for e in evaluator.summary(reached.key).effects if e.confidence != "low" and not e.once)
    return sorted(effects, key=lambda each: (each.site, each.kind, each.sink))


def _how_of_wait(effect: Effect) -> str:
    if effect.kind in DATABASE_EFFECTS:
        return "database"
    if effect.kind != "blocks":
        return ""
    how = HOW_OF_BLOCKING.get(effect.how, effect.how)
    return "database" if how == "network" and awaiting.is_store(effect.sink) else how


def waits_of_async(evaluator: Evaluator, reached: Reached) -> Iterator[Work]:
    """What a coroutine itself awaits, coroutines of the project apart."""
    for effect in _told(evaluator, reached):
        if effect.kind != "awaits" or effect.how in PASSING:
            continue
        how = effect.how
        if how == "database" and awaiting.is_native(effect.sink):
            how = "network"
        if how == "network" and channel_layers.is_in_memory(evaluator, reached.key.function.module, effect.sink):
            how = "wait"
        yield _work(effect, how, reached.way)


def _work(effect: Effect, how: str, way: tuple[Step, ...]) -> Work:
    message = f"calls `{effect.callee}`" if effect.via is not None else f"`{effect.site.text}`"
    return Work(effect.sink, how, (*way, step_at(effect.site, message), *steps_of(effect)))


def of_diagnostic(diagnostic: Diagnostic, way: tuple[Step, ...]) -> Work | None:
    """A finding as the work that it tells of; None for advice and trifles."""
    how = HOW_OF_CODE.get(diagnostic.code) or HOW_OF_CODE.get(diagnostic.code[:4], "")
    if diagnostic.code == OWN_TWIN and diagnostic.severity != "error":
        how = "network"
    if not how or diagnostic.severity == "info" or diagnostic.code in NO_FAULT_OF_THE_LOOP:
        return None
    if diagnostic.sink in TRIFLES:
        return None
    what = diagnostic.sink or diagnostic.callee or diagnostic.function
    message = f"`{diagnostic.callee}`" if diagnostic.callee else diagnostic.message
    here = Step(diagnostic.path, diagnostic.start.line, diagnostic.start.column, message)
    once = how != "django" and diagnostic.severity != _declared()[diagnostic.code]
    return Work(what, how, (*way, here, *diagnostic.steps), diagnostic.code, once)


@cache
def _declared() -> dict[str, Severity]:
    """The severity of each rule: what happens once in a process is told with a milder one."""
    return {rule.code: rule.severity for rule in all_rules()}


def unique(works: Iterable[Work]) -> tuple[Work, ...]:
    """Each work once, by what, how and place, the shortest way kept; in the order of their call paths."""
    found: dict[tuple[object, ...], Work] = {}
    for work in sorted(works, key=lambda each: (len(each.calls), _places(each), each.how, each.code)):
        place = work.place
        found.setdefault((work.what, work.how, place.path, place.line, place.column), work)
    return tuple(sorted(found.values(), key=lambda each: (_places(each), each.what, each.how, each.code)))


def _places(work: Work) -> list[tuple[str, int, int]]:
    return [(step.path, step.line, step.column) for step in work.calls]


def of_framework(evaluator: Evaluator, view: RoutedView) -> Iterator[Work]:
    """What the handler of a generic view does that comes from outside the project."""
    if view.cls is None or (view.function is not None and "super" not in view.function.facts.loaded):
        return
    for base in evaluator.classes.mro(view.cls):
        if not isinstance(base, str):
            continue
        if base in routing.FRAMEWORK_VIEWS:
            for how, what in routing.FRAMEWORK_VIEWS[base]:
                yield Work(what, how, (_inherits(view.cls, base),))
        elif base.startswith(routing.MODEL_VIEWS):
            yield Work(base, "database", (_inherits(view.cls, base),))
            return


def _inherits(cls: Class, base: str) -> Step:
    start = cls.module.source.span(cls.node).start
    return Step(cls.module.path, start.line, start.column, f"inherits `{base.rpartition('.')[2]}`")


def unknown_bases(evaluator: Evaluator, view: RoutedView) -> list[str]:
    """The classes that a view without handlers of the project inherits these from, where nothing is known of them."""
    if view.cls is None or (view.function is not None and "super" not in view.function.facts.loaded):
        return []
    bases = (base for base in evaluator.classes.mro(view.cls) if isinstance(base, str))
    return [base for base in bases if not unknown_calls.is_of_known_package(base)]


def of_unknown(function: Function, call: UnknownCall) -> Work:
    """A call of what a framework's base class does, as work: what is known of it is its kind."""
    step = Step(function.module.path, call.line, call.column, f"`{call.name}(...)`")
    return Work(call.name, call.how, (step,))
