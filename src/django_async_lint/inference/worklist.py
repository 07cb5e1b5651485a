"""Which functions of a file are looked at, and why: coroutines, what a framework runs on the loop, coroutines that a
class inherits and changes, and plain functions that make coroutines.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django_async_lint.diagnostic import Entry
from django_async_lint.inference import (
    advice,
    async_guard,
    closed_scopes,
    definitions,
    entry_points,
    functions,
    glancing,
    inheritance,
    requests,
    responses,
    routes,
    supposing,
    twins,
    view_decorators,
    wiring,
    wrappers,
)
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.inference.effects import RISING, Effect, Site
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.inference.values import Instance, Key
from django_async_lint.knowledge import django_services, offloading
from django_async_lint.project.modules import Class, Function, Module
from django_async_lint.project.trees import child_nodes
from django_async_lint.source import Span

OWN_FAMILY = frozenset({
    "drops_coroutine", "drops_task", "uses_coroutine", "offloads_wrongly", "iterates_wrongly", "hands_over",
})  # fmt: skip
WORDS = (b"async", b"await", b"asgiref")
"""What `KEYWORD` looks for begins with one of these: asked first, at a quarter of the price."""
KEYWORD = re.compile(rb"\ba(?:sync|wait|syncio|sgiref)\b")
TWIN = re.compile(rb"\.a(?:" + "|".join(sorted(name[1:] for name in twins.NAMES)).encode() + rb")\b")
HOOK = re.compile(rb"def[ \t]+(?:" + "|".join(django_services.VIEW_HOOKS).encode() + rb")\b")
WORD = re.compile(r"\w+")
WELL_KNOWN = frozenset({
    "asyncio", "anyio", "sync_to_async", "async_to_sync", "database_sync_to_async",
    "create_task", "ensure_future", "gather", "shield", "to_thread", "channel_layer", "get_channel_layer",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A function to look at. `why` is coroutine, loop, plain, supposed, or inherited; `heir` is the class that inherits
    it."""

    function: Function
    why: str
    kind: str
    confidence: str = "high"
    heir: Class | None = None


def may_matter(evaluator: Evaluator, path: str) -> bool:
    """Whether a file can hold anything for the work list, asked of its bytes. Raises SourceError.

    No narrower than the work list: an `async def` holds `async`, a call that makes a coroutine holds the name of
    one, and a plain function that a framework runs on the loop holds a name from the tables.
    """
    project = evaluator.project
    data = project.data(project.absolute(path))
    is_asynchronous = any(word in data for word in WORDS) and KEYWORD.search(data) is not None
    if is_asynchronous or TWIN.search(data) is not None or entry_points.may_hold(data):
        return True
    if wiring.may_matter(evaluator, path, data) or advice.may_hold(evaluator, path):
        return True
    if supposing.may_hold(evaluator, path):
        return True
    coroutines = evaluator.declarations.coroutines
    has_coroutine_handlers = not coroutines.names.isdisjoint(django_services.HTTP_METHODS)
    return (has_coroutine_handlers and HOOK.search(data) is not None) or coroutines.may_reach(data)


def items(evaluator: Evaluator, module: Module) -> Iterator[Item]:
    """The work list of one file, in source order."""
    for function in module.all_functions:
        if function.is_async:
            yield Item(function, "coroutine", entry_points.kind_of(evaluator, function))
            continue
        found = entry_points.on_loop(evaluator, function)
        if found is not None:
            yield Item(function, "loop", found[0], found[1])
        elif entry_points.is_view_hook(evaluator, function):
            yield Item(function, "loop", "view")
        elif _may_make_coroutine(evaluator, function) or advice.is_plain_view(evaluator, function):
            yield Item(function, "plain", "function")
    for cls in module.all_classes:
        yield from _inherited(evaluator, cls)
    for function, heir in supposing.views(evaluator, module):
        yield Item(function, "supposed", supposing.kind_of(evaluator, function), heir=heir)


def may_misplace(module: Module) -> bool:
    """Whether `await`, `async for` or `yield from` stand in a function of the wrong kind, or what looks like it. Most
    files need not be compiled to know: that takes as long as to parse them."""
    for function in module.all_functions:
        if function.is_async:
            if function.facts.is_generator and any(map(_is_refused_in_generator, _inside(function))):
                return True
        elif not _words(function).isdisjoint({"await", "async"}) and any(map(_is_asynchronous, _inside(function))):
            return True
    return False


def _inside(function: Function) -> Iterator[ast.AST]:
    """Everything in a function but the bodies of functions in it."""
    pending = child_nodes(function.node)
    while pending:
        node = pending.pop()
        yield node
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            pending += [*node.decorator_list, node.args]
        else:
            pending += child_nodes(node)


def _is_asynchronous(node: ast.AST) -> bool:
    kinds = (ast.Await, ast.AsyncFor, ast.AsyncWith)
    return isinstance(node, kinds) or (isinstance(node, ast.comprehension) and bool(node.is_async))


def _is_refused_in_generator(node: ast.AST) -> bool:
    return isinstance(node, ast.YieldFrom) or (isinstance(node, ast.Return) and node.value is not None)


def _may_make_coroutine(evaluator: Evaluator, function: Function) -> bool:
    """Whether the text of a plain function names anything that makes a coroutine."""
    words = _words(function)
    if not words.isdisjoint(twins.NAMES) or not words.isdisjoint(WELL_KNOWN):
        return True
    declarations = evaluator.declarations
    if not words.isdisjoint(declarations.coroutines.telling_names):
        return True
    wanted = words & declarations.coroutines.names
    if not wanted:
        return False
    if function.owner is not None and _has_coroutine(evaluator, function.owner, wanted):
        return True
    candidates = (words & function.module.bindings.keys()) & (wanted | declarations.coroutines.classes)
    return any(_leads_to_coroutine(evaluator, function.module, name, wanted) for name in sorted(candidates))


def _words(function: Function) -> set[str]:
    node = function.node
    lines = function.module.source.lines[node.lineno - 1 : node.end_lineno]
    return set(WORD.findall("\n".join(lines)))


def _leads_to_coroutine(evaluator: Evaluator, module: Module, name: str, wanted: set[str]) -> bool:
    for meaning in evaluator.names.of_global(module, name):
        if isinstance(meaning, Function) and meaning.is_async:
            return True
        if isinstance(meaning, Class) and _has_coroutine(evaluator, meaning, wanted):
            return True
    return False


def _has_coroutine(evaluator: Evaluator, cls: Class, names: set[str]) -> bool:
    """Whether a class of the project has or inherits a coroutine under one of these names."""
    return any(
        method.is_async and method.name in names
        for base in evaluator.classes.mro(cls)
        if isinstance(base, Class) and base.name in evaluator.declarations.coroutines.classes
        for method in base.methods
    )


def _inherited(evaluator: Evaluator, cls: Class) -> Iterator[Item]:
    """Coroutines that a class inherits from the project and that may come to use what it binds itself."""
    own = inheritance.own_names(evaluator, cls)
    if not own:
        return
    seen = set(cls.members)
    reached: dict[str, set[str]] = {}
    for base in evaluator.classes.mro(cls)[1:]:
        if not isinstance(base, Class):
            continue
        for method in base.methods:
            if method.is_async and method.name not in seen and _may_use(evaluator, cls, method, own, reached):
                yield Item(method, "inherited", entry_points.kind_of(evaluator, method), heir=cls)
        seen.update(base.members)


def _may_use(evaluator: Evaluator, cls: Class, method: Function, own: set[str], reached: dict[str, set[str]]) -> bool:
    """Whether a method, or a method of the class that it names, names something of `own`. `reached` keeps what the
    members of the class name, between calls."""
    pending = inheritance.used_by(evaluator, cls, method)
    if "super" in method.facts.loaded and evaluator.classes.inherits(cls, *django_services.GENERIC_HANDLERS):
        pending.update((*django_services.GENERIC_HOOKS, *django_services.GENERIC_OPTIONS))
    seen: set[str] = set()
    while pending:
        if not own.isdisjoint(pending):
            return True
        seen |= pending
        for name in pending - reached.keys():
            reached[name] = inheritance.named_by(evaluator, cls, name)
        pending = {inner for name in pending for inner in reached[name]} - seen
    return False


def analysed(evaluator: Evaluator, item: Item) -> AnalysedFunction:
    """The function of an item with its effects."""
    if item.why == "plain" and not _may_make_coroutine(evaluator, item.function):
        evaluator = glancing.of(evaluator)  # a synchronous view: what it waits for is asked, and nothing else
    if item.heir is not None:
        effects = tuple(_of_heir(evaluator, item.function, item.heir))
    else:
        summary = evaluator.summary(functions.generic_key(evaluator, item.function))
        more = _around(evaluator, item.function)
        if item.why == "loop" and item.function.name in django_services.VIEW_HOOKS:
            known = {(effect.identity, effect.site) for effect in summary.effects}
            heirs = responses.hooks_of_heirs(evaluator, item.function)
            more += tuple(e for e in heirs if e.kind in OWN_FAMILY and (e.identity, e.site) not in known)
        effects = (*more, *summary.effects)
        if item.why == "coroutine":
            effects = (*effects, *wrappers.of_function(evaluator, item.function, effects))
        effects = (*effects, *advice.of_coroutine(evaluator, item.function, effects))
    if item.why == "plain":
        waits = advice.of_plain_view(evaluator, item.function, effects)
        effects = (*_of_plain(evaluator, item.function, effects), *waits)
    elif item.why == "supposed":
        effects = supposing.effects(evaluator, item.function, effects)
    elif item.confidence == "medium":
        effects = tuple(replace(effect, confidence="medium") for effect in effects)
    is_own = item.function.is_async and item.heir is None
    scope = _with_effects(evaluator, item.function, item.kind, effects, item.why != "plain", is_own)
    return replace(scope, is_supposed=item.why == "supposed")


def _of_plain(evaluator: Evaluator, function: Function, effects: tuple[Effect, ...]) -> Iterator[Effect]:
    """What is told of a plain function: its coroutines and, where it surely runs in a thread, the tasks it starts."""
    started = {effect.site for effect in effects if effect.kind == "starts_task"}
    words = function.facts.loaded | function.facts.attributes
    is_fault = bool(started) and offloading.LOOP_WORDS.isdisjoint(words) and _is_alone(evaluator, function)
    for effect in effects:
        if effect.kind == "starts_task":
            yield from (effect,) if is_fault else ()
            continue
        is_told_so = is_fault and effect.kind == "drops_task" and effect.site in started
        if effect.on_own_loop or (effect.kind in OWN_FAMILY and not is_told_so):
            yield effect


def _is_alone(evaluator: Evaluator, function: Function) -> bool:
    """Whether a plain function surely runs where no loop does; without any routes a view is told by its looks."""
    if entry_points.is_in_thread(evaluator, function):
        return True
    is_called = any(function.name in each.facts.loaded for each in function.module.all_functions)
    return not routes.is_any(evaluator) and not is_called and advice.is_view_or_handler(evaluator, function)


def analysed_for(evaluator: Evaluator, key: Key, kind: str) -> AnalysedFunction:
    """A function with what it does for the argument values of a key."""
    effects = (*_around(evaluator, key.function), *evaluator.summary(key).effects)
    return _with_effects(evaluator, key.function, kind, effects, True, key.function.is_async)


def _around(evaluator: Evaluator, function: Function) -> tuple[Effect, ...]:
    """What happens around a function's own body: under its decorators, and with what it gives back."""
    effects = tuple(view_decorators.of_function(evaluator, function))
    if any(effect.kind == "decorates" for effect in effects):
        return effects
    return (*effects, *responses.coroutines_returned(evaluator, function))


def _with_effects(
    evaluator: Evaluator, function: Function, kind: str, effects: tuple[Effect, ...], on_loop: bool, is_own: bool
) -> AnalysedFunction:
    told = (effect for effect in effects if not (on_loop and effect.kind == "starts_task"))
    effects = tuple(
        e if (trust := requests.trust(evaluator, function, e)) == e.confidence else replace(e, confidence=trust)
        for e in told
    )
    entry = Entry(function.dotted, function.module.path, function.line, kind)
    ordered = tuple(sorted(effects, key=lambda effect: (effect.site.path, effect.site.span, effect.kind, effect.sink)))
    is_guarded = not async_guard.is_off(evaluator, function.module)
    closed = closed_scopes.of(function) if is_own and ordered else ()
    tests = any(effect.kind == "evaluates" and effect.how == "bool" for effect in ordered)
    operands = closed_scopes.operands(function) if is_own and tests else ()
    return AnalysedFunction(function.dotted, entry, on_loop, ordered, is_own, is_guarded, closed, operands)


def _of_heir(evaluator: Evaluator, method: Function, heir: Class) -> Iterator[Effect]:
    """What an inherited coroutine does only because of this class's overrides: placed in the override that does
    it, or at the class statement where the overrides only lend what the coroutine uses."""
    known: set[object] = set()
    told: set[object] = set()
    for base in evaluator.classes.mro(heir)[1:]:
        if isinstance(base, Class) and method in (evaluator.classes.find(base, method.name) or (None, []))[1]:
            summary = evaluator.summary(functions.generic_key(evaluator, method, Instance(base)))
            known.update((effect.identity, effect.last.site) for effect in summary.effects)
            told.update((effect.kind, effect.last.site) for effect in summary.effects)
    for effect in evaluator.summary(functions.generic_key(evaluator, method, Instance(heir))).effects:
        if effect.kind not in RISING or (effect.identity, effect.last.site) in known:
            continue
        chain = effect.chain
        inside = [index for index, link in enumerate(chain) if _is_inside(link, heir)]
        if inside:
            place = inside[-1]
            yield replace(chain[place], before=chain[:place])
        elif (effect.kind, effect.last.site) not in told and effect.identity not in told:
            told.add(effect.identity)
            yield _at_class(effect, method, heir)


def _at_class(effect: Effect, method: Function, heir: Class) -> Effect:
    """An effect of an inherited method, placed at the statement of the class that brings it about."""
    begins = Span(method.module.source.span(method.node).start, effect.site.span.start)
    note = f"inherited {'coroutine' if method.is_async else 'method'} `{method.name}`"
    lead = replace(effect, site=Site(method.module.path, begins, ""), note=note)
    site = definitions.site(heir)._replace(text=effect.site.text)
    return replace(effect, site=site, via=effect, depth=effect.depth + 1, before=(lead,), note=note, own_twin="")


def _is_inside(link: Effect, heir: Class) -> bool:
    if link.site.path != heir.module.path:
        return False
    line = link.site.span.start.line
    return any(
        function.node.lineno <= line <= (function.node.end_lineno or line)
        for function in heir.methods
        if not function.is_async
    )
